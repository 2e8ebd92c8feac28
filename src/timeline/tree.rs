//! What is written in a file, as a tree: tables whose keys stand in the order of the file.
//!
//! A tree is made of the one that the `toml` crate parses, or of an event that is plainly written; either way it is the same.
//! A table is a row of its keys, since those of the format have few, and each is found sooner there than in a search tree.

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeFloat, DeInteger, DeTable, DeValue};
use toml::value::Datetime;

use super::table_reader::Located;

/// A table; no key stands in it twice.
#[derive(Debug, Default)]
pub(crate) struct TomlTable<'i> {
    entries: Vec<TomlEntry<'i>>,
    /// The [signs](sign) of all keys: most keys of the format that a table lacks are missed without a look at the others.
    signs: u64,
}

/// One bit for a key, which it shares with some others.
fn sign(key: &str) -> u64 {
    let first = key.bytes().next().map_or(0, usize::from);
    1 << ((first + 7 * key.len()) % 64)
}

/// A key with its value.
#[derive(Debug)]
pub(crate) struct TomlEntry<'i> {
    pub key: Located<Cow<'i, str>>,
    pub value: Located<TomlValue<'i>>,
}

/// What a key can have.
#[derive(Debug)]
pub(crate) enum TomlValue<'i> {
    String(Cow<'i, str>),
    Integer(DeInteger<'i>),
    Float(DeFloat<'i>),
    Boolean(bool),
    Datetime(Datetime),
    List(Vec<Located<TomlValue<'i>>>),
    Table(TomlTable<'i>),
}

impl<'i> TomlTable<'i> {
    /// The keys with their values, in the order of the file.
    pub(crate) fn entries(&self) -> &[TomlEntry<'i>] {
        &self.entries
    }

    /// A table that is going to have about so many keys.
    pub(crate) fn with_capacity(keys: usize) -> Self {
        TomlTable {
            entries: Vec::with_capacity(keys),
            signs: 0,
        }
    }

    /// The value of a key.
    pub(crate) fn get(&self, key: &str) -> Option<&Located<TomlValue<'i>>> {
        Some(&self.entries.get(self.position(key)?)?.value)
    }

    /// Where among the entries a key stands.
    pub(crate) fn position(&self, key: &str) -> Option<usize> {
        if self.signs & sign(key) == 0 {
            return None;
        }
        let mut entries = self.entries.iter();
        entries.position(|entry| entry.key.value == key)
    }

    /// Adds a key behind all others, unless it is there.
    pub(crate) fn add(&mut self, entry: TomlEntry<'i>) -> Option<()> {
        if self.position(&entry.key.value).is_some() {
            return None;
        }
        self.signs |= sign(&entry.key.value);
        self.entries.push(entry);
        Some(())
    }

    /// The same table as the `toml` crate has it, with its positions in the file.
    pub(crate) fn of(table: DeTable<'i>, in_file: &impl Fn(Range<usize>) -> Range<usize>) -> Self {
        let entry = |(key, value): (Spanned<Cow<'i, str>>, Spanned<DeValue<'i>>)| {
            let span = in_file(key.span());
            TomlEntry {
                key: Located::new(key.into_inner(), span),
                value: TomlValue::of(value, in_file),
            }
        };
        let mut entries: Vec<TomlEntry> = table.into_iter().map(entry).collect();
        entries.sort_by_key(|entry| entry.key.span.start);
        let signs = entries.iter().map(|entry| sign(&entry.key.value));
        TomlTable {
            signs: signs.fold(0, |all, sign| all | sign),
            entries,
        }
    }
}

impl<'i> TomlValue<'i> {
    /// The same value as the `toml` crate has it, with its positions in the file.
    pub(crate) fn of(
        value: Spanned<DeValue<'i>>,
        in_file: &impl Fn(Range<usize>) -> Range<usize>,
    ) -> Located<Self> {
        let span = in_file(value.span());
        let value = match value.into_inner() {
            DeValue::String(text) => TomlValue::String(text),
            DeValue::Integer(number) => TomlValue::Integer(number),
            DeValue::Float(number) => TomlValue::Float(number),
            DeValue::Boolean(answer) => TomlValue::Boolean(answer),
            DeValue::Datetime(date) => TomlValue::Datetime(date),
            DeValue::Array(items) => {
                let items = items.into_iter();
                TomlValue::List(items.map(|item| TomlValue::of(item, in_file)).collect())
            }
            DeValue::Table(table) => TomlValue::Table(TomlTable::of(table, in_file)),
        };
        Located::new(value, span)
    }
}
