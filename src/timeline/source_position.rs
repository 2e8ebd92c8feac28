//! Where in a file something is written, found in its text when it is looked up.
//!
//! The model carries no positions: they would be those of the file as it was, and who wants to edit needs them as it is.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A table of a list that has an `id`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableId {
    /// What stands at the head of the file about the timeline as a whole.
    Timeline,
    /// An event, by its id.
    Event(String),
    /// A passage, by its id.
    Passage(String),
    /// A case, by its id.
    Case(String),
}

impl TableId {
    /// The keys that lead to the table, or to the list of those among which it is found by its id.
    fn keys(&self) -> (&'static [&'static str], Option<&str>) {
        match self {
            TableId::Timeline => (&["timeline"], None),
            TableId::Event(id) => (&["events"], Some(id)),
            TableId::Passage(id) => (&["article", "passages"], Some(id)),
            TableId::Case(id) => (&["cases"], Some(id)),
        }
    }
}

/// The line at which the table begins, counted from 1; a file that is broken elsewhere still answers.
#[must_use]
pub fn line_of(source: &str, table: &TableId) -> Option<usize> {
    let (file, _) = DeTable::parse_recoverable(source);
    let (keys, id) = table.keys();
    let (last, outer) = keys.split_last()?;
    let mut list: &DeTable = file.get_ref();
    for key in outer {
        list = list.get(*key)?.get_ref().as_table()?;
    }
    let found = list.get(*last)?;
    let is_wanted = |item: &&Spanned<DeValue>| {
        let found = item.get_ref().get("id");
        found
            .and_then(|found| found.get_ref().as_str())
            .map(str::trim)
            == id
    };
    let table = match id {
        Some(_) => found.get_ref().as_array()?.iter().find(is_wanted)?,
        None => found,
    };
    let start = table.span().start;
    let before = source.as_bytes().get(..start)?;
    Some(memchr::memchr_iter(b'\n', before).count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "format = 1\n[timeline]\n[[article.passages]]\nid = \"claim\"\n\n[[events]]\nid = \"first\"\n\n[[events]]\n# A note.\nid = \"second\"\n\n[[cases]]\nid = \"belgium\"\n";

    #[test]
    fn a_table_is_found_by_its_id_at_the_line_of_its_header() {
        let check = |table: TableId, expected: Option<usize>| {
            for source in [
                FILE.to_owned(),
                FILE.replace('\n', "\r\n"),
                format!("{FILE}broken = \n"),
            ] {
                assert_eq!(line_of(&source, &table), expected, "{table:?} in {source}");
            }
        };
        check(TableId::Timeline, Some(2));
        check(TableId::Event("first".to_owned()), Some(6));
        check(TableId::Event("second".to_owned()), Some(9));
        check(TableId::Passage("claim".to_owned()), Some(3));
        check(TableId::Case("belgium".to_owned()), Some(13));
        check(TableId::Event("third".to_owned()), None);
    }
}
