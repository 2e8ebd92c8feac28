//! A file with the keys of every table in the order of the format, and nothing else of it changed.
//!
//! Lines are moved and none is rewritten: a comment goes with the key below it, one behind a value with the value.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::tables::FILE;
use super::{FormatTable, ValueKind};
use crate::timeline::alike::are_alike;

/// The file in order; `None` where it is no TOML, or would no longer say the same.
#[must_use]
pub fn ordered(source: &str) -> Option<String> {
    let file = DeTable::parse(source).ok()?;
    let mut sections = FileLines {
        source,
        found: vec![TableLines {
            start: 0,
            keys: FILE.keys.iter().map(|key| key.name).collect(),
            entries: Vec::new(),
        }],
    };
    sections.gather(file.get_ref(), Level::Table(&FILE), 0);
    let written = sections.written();
    let again = DeTable::parse(&written).ok()?;
    are_alike(
        &DeValue::Table(file.into_inner()),
        &DeValue::Table(again.into_inner()),
    )
    .then_some(written)
}

/// What a table of the file is to the format.
#[derive(Clone, Copy)]
enum Level {
    Table(&'static FormatTable),
    /// Its keys are ids, each of such a table.
    Named(&'static FormatTable),
    Unknown,
}

impl Level {
    /// What stands behind a key.
    fn below(self, key: &str) -> Level {
        let table = match self {
            Level::Table(table) => table,
            Level::Named(table) => return Level::Table(table),
            Level::Unknown => return Level::Unknown,
        };
        let key = table.keys.iter().find(|known| known.name == key);
        match key.map(|key| key.value) {
            Some(ValueKind::Named(inner) | ValueKind::NamedOrLine(inner)) => Level::Named(inner),
            Some(value) => value.table().map_or(Level::Unknown, Level::Table),
            None => Level::Unknown,
        }
    }

    /// The keys in their order; ids have none.
    fn keys(self) -> Vec<&'static str> {
        match self {
            Level::Table(table) => table.keys.iter().map(|key| key.name).collect(),
            Level::Named(_) | Level::Unknown => Vec::new(),
        }
    }
}

/// What stands under one header.
struct TableLines {
    /// Where its header begins.
    start: usize,
    /// The keys in the order of the format.
    keys: Vec<&'static str>,
    /// Each key with where it begins and its value ends.
    entries: Vec<(String, usize, usize)>,
}

struct FileLines<'s> {
    source: &'s str,
    found: Vec<TableLines>,
}

impl FileLines<'_> {
    /// Gathers what stands in a table, which stands under the header of this section.
    fn gather(&mut self, table: &DeTable, level: Level, section: usize) {
        for (key, value) in table {
            let name = key.get_ref().to_string();
            let below = level.below(&name);
            match value.get_ref() {
                DeValue::Table(inner) if self.has_header(value) => self.open(inner, below, value),
                DeValue::Array(items) if items.iter().any(|item| self.has_header(item)) => {
                    for item in items {
                        if let DeValue::Table(inner) = item.get_ref() {
                            self.open(inner, below, item);
                        }
                    }
                }
                // A table that is only a step on the way to others has neither header nor braces.
                DeValue::Table(inner) if !self.begins(value, "{") => {
                    self.gather(inner, below, section);
                }
                _ => {
                    let entry = (name, key.span().start, value.span().end);
                    if let Some(section) = self.found.get_mut(section) {
                        section.entries.push(entry);
                    }
                }
            }
        }
    }

    fn open(&mut self, table: &DeTable, level: Level, at: &Spanned<DeValue>) {
        self.found.push(TableLines {
            start: at.span().start,
            keys: level.keys(),
            entries: Vec::new(),
        });
        let section = self.found.len() - 1;
        self.gather(table, level, section);
    }

    fn begins(&self, value: &Spanned<DeValue>, sign: &str) -> bool {
        let written = self.source.get(value.span()).unwrap_or_default();
        written.starts_with(sign)
    }

    /// Whether a table stands under a header of its own.
    fn has_header(&self, value: &Spanned<DeValue>) -> bool {
        matches!(value.get_ref(), DeValue::Table(_)) && self.begins(value, "[")
    }

    /// The whole file, section by section.
    fn written(mut self) -> String {
        self.found.sort_by_key(|section| section.start);
        let ends = self
            .found
            .iter()
            .skip(1)
            .map(|section| self.line_start(section.start));
        let ends: Vec<usize> = ends.chain([self.source.len()]).collect();
        let sections = self.found.iter().zip(ends);
        sections
            .map(|(section, end)| self.section(section, end))
            .collect()
    }

    fn section(&self, section: &TableLines, end: usize) -> String {
        let start = self.line_start(section.start);
        let mut entries = section.entries.clone();
        entries.sort_by_key(|(_, start, _)| *start);
        // The header, and in the file itself what stands above the first key, stay where they are.
        let first = entries
            .first()
            .map_or(end, |(_, start, _)| self.line_start(*start));
        let mut from = if section.start == 0 {
            first
        } else {
            self.line_end(section.start)
        };
        let mut written = self.source.get(start..from).unwrap_or_default().to_owned();
        let mut blocks: Vec<(usize, &str)> = Vec::new();
        for (name, _, value_end) in &entries {
            let to = self.line_end(value_end.saturating_sub(1));
            let place = section.keys.iter().position(|key| key == name);
            let block = self.source.get(from..to).unwrap_or_default();
            blocks.push((place.unwrap_or(usize::MAX), block));
            from = to;
        }
        blocks.sort_by_key(|(place, _)| *place);
        for (_, block) in blocks {
            written.push_str(block);
            if !block.ends_with('\n') {
                written.push('\n');
            }
        }
        written + self.source.get(from..end).unwrap_or_default()
    }

    fn line_start(&self, at: usize) -> usize {
        let before = self.source.get(..at).unwrap_or_default();
        before.rfind('\n').map_or(0, |at| at + 1)
    }

    fn line_end(&self, at: usize) -> usize {
        let behind = self.source.get(at..).unwrap_or_default();
        behind
            .find('\n')
            .map_or(self.source.len(), |line| at + line + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_come_in_the_order_of_the_format_with_their_comments() {
        let check = |source: &str, expected: &str| {
            assert_eq!(ordered(source).as_deref(), Some(expected), "{source}");
            assert_eq!(ordered(expected).as_deref(), Some(expected), "{expected}");
        };
        check(
            "# Mine.\n\n[timeline]\ntitle = \"T\" # short\nsummary = \"S\"\n",
            "# Mine.\n\n[timeline]\ntitle = \"T\" # short\nsummary = \"S\"\n",
        );
        check(
            "# A file.\nformat = 1\n\n[[events]]\ntitle = \"E\"\n# When.\ndate = 1839 # about\nid = \"e\"\n\n# The next.\n[[events]]\nmine = 1\nid = \"f\"",
            "# A file.\nformat = 1\n\n[[events]]\nid = \"e\"\n# When.\ndate = 1839 # about\ntitle = \"E\"\n\n# The next.\n[[events]]\nid = \"f\"\nmine = 1\n",
        );
        check(
            "[[events]]\ntext = \"\"\"\n[[events]]\nid = 1\n\"\"\"\nparties = [\n  { country = \"a\" }, # first\n]\nid = \"e\"\n",
            "[[events]]\nid = \"e\"\nparties = [\n  { country = \"a\" }, # first\n]\ntext = \"\"\"\n[[events]]\nid = 1\n\"\"\"\n",
        );
        check(
            "[countries.b]\ncode = \"B\"\nname = \"B\"\n[countries.a]\nname = \"A\"\n",
            "[countries.b]\nname = \"B\"\ncode = \"B\"\n[countries.a]\nname = \"A\"\n",
        );
        assert_eq!(ordered("broken = "), None);
    }
}
