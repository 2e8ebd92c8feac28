//! Dates as they are query into a prompt, alone or with the name of a country.

use crate::timeline::HistoricDate;
use crate::timeline::date::words;

/// The date that was query, in EDTF or in words.
#[must_use]
pub fn date(query: &str) -> Option<HistoricDate> {
    words::read(query).ok()
}

/// A name and a date that were query together, in either order: "belgium 1914-08", "1 August 1914 Belgium".
#[must_use]
pub(super) fn name_and_date(query: &str) -> Option<(&str, HistoricDate)> {
    if self::date(query).is_some() {
        return None;
    }
    let parts = query.match_indices(' ').map(|(at, _)| query.split_at(at));
    let either_way = parts.flat_map(|(first, second)| [(first, second), (second, first)]);
    either_way
        .filter_map(|(name, date)| Some((name, self::date(date.trim())?)))
        .map(|(name, date)| {
            let name = name.trim_matches([' ', ',']);
            let before = [" on", " in"].into_iter();
            let name = before.fold(name, |name, word| name.strip_suffix(word).unwrap_or(name));
            (name.trim(), date)
        })
        .find(|(name, _)| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_and_a_date_are_separated() {
        let check = |query: &str, expected: Option<(&str, &str)>| {
            let found = name_and_date(query);
            let found = found.as_ref().map(|(name, date)| (*name, date.written()));
            assert_eq!(found, expected, "{query:?}");
        };
        check("belgium 1914-08-01", Some(("belgium", "1914-08-01")));
        check("1914-08 great britain", Some(("great britain", "1914-08")));
        check("Belgium on 1 August 1914", Some(("Belgium", "1914-08-01")));
        check("1 Aug 1914, Belgium", Some(("Belgium", "1914-08-01")));
        check("belgium in 1914", Some(("belgium", "1914")));
        check("1914", None);
        check("belgium", None);
        check("1 August 1914", None);
    }
}
