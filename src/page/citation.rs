//! A source in one plain line: author, title, year, pinpoint.
//!
//! This is what the panes show; it is no citation style.

use chrono::Datelike;

use crate::timeline::Source;
use crate::timeline::date::era::year_label;

/// "Hertslet, The Map of Europe by Treaty (1875), vol. II, no. 183".
#[must_use]
pub fn in_words(source: &Source, at: Option<&str>) -> String {
    let mut text = String::new();
    let names = if source.authors.is_empty() {
        &source.editors
    } else {
        &source.authors
    };
    match names.as_slice() {
        [] => {}
        [one] => text = format!("{}, ", family(one)),
        [one, two] => text = format!("{} and {}, ", family(one), family(two)),
        [one, ..] => text = format!("{} and others, ", family(one)),
    }
    text.push_str(&source.title);
    if let Some(parent) = source.field("parent-title") {
        text.push_str(", ");
        text.push_str(parent);
    }
    let year = source
        .date
        .as_ref()
        .and_then(|date| date.earliest().or(date.latest()))
        .map(|day| year_label(day.year()));
    if let Some(year) = year.filter(|year| !source.title.contains(year.as_str())) {
        text.push_str(&format!(" ({year})"));
    }
    if let Some(at) = at {
        text.push_str(", ");
        text.push_str(at);
    }
    text
}

/// "Hertslet" of "Hertslet, Edward"; an organisation by its full name.
fn family(author: &str) -> &str {
    author.split(',').next().unwrap_or(author).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_takes_one_line() {
        let source = Source {
            title: "The Map of Europe by Treaty".into(),
            authors: vec!["Hertslet, Edward".into()],
            date: crate::timeline::HistoricDate::parse("1875").ok(),
            ..Source::default()
        };
        assert_eq!(
            in_words(&source, Some("no. 183")),
            "Hertslet, The Map of Europe by Treaty (1875), no. 183"
        );
        assert_eq!(
            in_words(&source, None),
            "Hertslet, The Map of Europe by Treaty (1875)"
        );
    }
}
