//! A source in one plain line: author, title, year, pinpoint.
//!
//! This is what the panes show; it is no citation style.

use crate::timeline::{HistoricDate, Source, name};
use crate::words::{Language, fill, while_speaking};

/// "Hertslet, The Map of Europe by Treaty (1875), vol. II, no. 183", with the date as exact as it is written.
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
        [one, two] => text = fill("{0} and {1}, ", &[&family(one), &family(two)]),
        [one, ..] => text = fill("{0} and others, ", &[&family(one)]),
    }
    text.push_str(&source.title);
    if let Some(parent) = source.field("parent-title") {
        text.push_str(", ");
        text.push_str(parent);
    }
    if let Some(date) = source
        .date
        .as_ref()
        .filter(|date| !is_in_title(date, source))
    {
        text.push_str(&format!(" ({})", date_in_words(date)));
    }
    if let Some(at) = at {
        text.push_str(", ");
        text.push_str(at);
    }
    text
}

fn date_in_words(date: &HistoricDate) -> String {
    date.label().replace(" (?)", "?")
}

/// Whether the title tells the date, in English or in what is spoken.
fn is_in_title(date: &HistoricDate, source: &Source) -> bool {
    let names = |date: String| source.title.contains(&date);
    names(date_in_words(date)) || names(while_speaking(Language::English, || date_in_words(date)))
}

/// "Hertslet" of "Hertslet, Edward"; an organisation by its full name.
fn family(author: &str) -> &str {
    name::read(author).family()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_takes_one_line() {
        let check = |author: &str, date: &str, at: Option<&str>, expected: &str| {
            let source = Source {
                title: "The Map of Europe".into(),
                authors: vec![author.into()],
                date: crate::timeline::HistoricDate::parse(date).ok(),
                ..Source::default()
            };
            assert_eq!(in_words(&source, at), expected);
        };
        let map = "Hertslet, The Map of Europe (1875), no. 183";
        check("Hertslet, Edward", "1875", Some("no. 183"), map);
        let map = "Smith, Elder & Co., The Map of Europe (5 August 1914)";
        check("{Smith, Elder & Co.}", "1914-08-05", None, map);
        check(
            "Plato,",
            "-0369~",
            None,
            "Plato, The Map of Europe (c. 370 BC)",
        );
        check("Doe, Jane", "1907?", None, "Doe, The Map of Europe (1907?)");
    }
}
