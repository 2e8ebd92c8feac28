//! A source in one plain line: author, title, year, place in it.
//!
//! This is what the panes show; it is no citation style.

use chrono::Datelike;

use crate::timeline::Source;

/// "Hertslet, The Map of Europe by Treaty (1875), vol. II, no. 183".
#[must_use]
pub fn in_words(source: &Source, at: Option<&str>) -> String {
    let mut said = String::new();
    let names = if source.authors.is_empty() {
        &source.editors
    } else {
        &source.authors
    };
    match names.as_slice() {
        [] => {}
        [one] => said = format!("{}, ", family(one)),
        [one, two] => said = format!("{} and {}, ", family(one), family(two)),
        [one, ..] => said = format!("{} and others, ", family(one)),
    }
    said.push_str(&source.title);
    if let Some(parent) = source.field("parent-title") {
        said.push_str(", ");
        said.push_str(parent);
    }
    let year = source
        .date
        .as_ref()
        .and_then(|date| date.earliest().or(date.latest()))
        .map(|day| day.year().to_string());
    if let Some(year) = year.filter(|year| !source.title.contains(year.as_str())) {
        said.push_str(&format!(" ({year})"));
    }
    if let Some(at) = at {
        said.push_str(", ");
        said.push_str(at);
    }
    said
}

/// "Hertslet" of "Hertslet, Edward"; an organisation whole.
fn family(author: &str) -> &str {
    author.split(',').next().unwrap_or(author).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_said_in_one_line() {
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
