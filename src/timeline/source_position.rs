//! Where in a file something is written, found in its text when it is looked up.
//!
//! The model carries no positions: they would be those of the file as it was, and who wants to edit needs them as it is.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A table of a list that has an `id`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableId {
    /// An event, by its id.
    Event(String),
    /// A passage, by its id.
    Passage(String),
    /// A case, by its id.
    Case(String),
}

impl TableId {
    /// The keys that lead to the list, and the id.
    fn keys(&self) -> (&'static [&'static str], &str) {
        match self {
            TableId::Event(id) => (&["events"], id),
            TableId::Passage(id) => (&["article", "passages"], id),
            TableId::Case(id) => (&["cases"], id),
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
    let items = list.get(*last)?.get_ref().as_array()?;
    let is_wanted = |item: &&Spanned<DeValue>| {
        item.get_ref()
            .get("id")
            .and_then(|found| found.get_ref().as_str())
            .map(str::trim)
            == Some(id)
    };
    let start = items.iter().find(is_wanted)?.span().start;
    let before = source.as_bytes().get(..start)?;
    Some(memchr::memchr_iter(b'\n', before).count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "format = 1\n\n[[article.passages]]\nid = \"claim\"\n\n[[events]]\nid = \"first\"\n\n[[events]]\n# A note.\nid = \"second\"\n\n[[cases]]\nid = \"belgium\"\n";

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
        check(TableId::Event("first".to_owned()), Some(6));
        check(TableId::Event("second".to_owned()), Some(9));
        check(TableId::Passage("claim".to_owned()), Some(3));
        check(TableId::Case("belgium".to_owned()), Some(13));
        check(TableId::Event("third".to_owned()), None);
    }
}
