//! Dates as they are typed into a prompt, alone or with the name of a country.

use crate::timeline::HistoricDate;
use crate::timeline::date::words;

/// The date that was typed, in EDTF or in words.
#[must_use]
pub fn date(query: &str) -> Option<HistoricDate> {
    words::read(query).ok()
}

/// A name and a date that were typed together, in either order: "belgium 1914-08", "1 August 1914 Belgium".
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

/// Why a line that ends in a date names none: "February 1915 has 28 days".
#[must_use]
pub(super) fn impossible(query: &str) -> Option<String> {
    let ends = query.match_indices(' ').map(|(at, _)| query[at..].trim());
    let mut dates = std::iter::once(query.trim()).chain(ends);
    let fault = dates.find_map(|date| match words::impossible(date) {
        Some(fault) => Some(fault),
        None if looks_like_edtf(date) => HistoricDate::parse(date).err(),
        None => None,
    })?;
    Some(fault.reason)
}

/// Figures and the signs between them, longer than a number of a paragraph or a year.
fn looks_like_edtf(text: &str) -> bool {
    let of_a_date = |sign: char| sign.is_ascii_digit() || "-/.?~%X".contains(sign);
    text.len() > 4 && text.chars().all(of_a_date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_date_and_is_none_says_why() {
        let check = |query: &str, expected: Option<&str>| {
            assert_eq!(impossible(query).as_deref(), expected, "{query:?}");
        };
        check("29 february 1915", Some("February 1915 has 28 days"));
        check(
            "belgium 29 february 1915",
            Some("February 1915 has 28 days"),
        );
        check("belgium 1915-02-29", Some("February 1915 has 28 days"));
        check("1914-13-45", Some("there is no month 13"));
        check("29 february 1916", None);
        check("1914-8-99", Some("August 1914 has 31 days"));
        check("19-1", None);
        check("belgium", None);
        check("treaty of london", None);
    }

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
