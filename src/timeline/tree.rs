//! The tree of a TOML file, with the place of everything in it.
//!
//! A file's tree comes from the `toml` crate. The shipped timeline's was parsed when the program was built and is
//! unpacked, which takes a tenth of the time; `build.rs` includes this very file, so the two cannot differ.
//! Meaning is for `reader` and `document`.

use std::borrow::Cow;
use std::ops::Range;

use serde::{Deserialize, Serialize};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value of TOML.
#[derive(Debug, Serialize, Deserialize)]
pub enum Node<'i> {
    String(#[serde(borrow)] Cow<'i, str>),
    /// The digits as written, and their base.
    Integer(#[serde(borrow)] Cow<'i, str>, u32),
    Float(#[serde(borrow)] Cow<'i, str>),
    Boolean(bool),
    /// One of TOML's own dates, as written.
    Datetime(#[serde(borrow)] Cow<'i, str>),
    List(#[serde(borrow)] Vec<Placed<'i>>),
    Table(#[serde(borrow)] Table<'i>),
}

/// A value and the bytes of the file that it was written in.
#[derive(Debug, Serialize, Deserialize)]
pub struct Placed<'i> {
    #[serde(borrow)]
    pub node: Node<'i>,
    start: u32,
    end: u32,
}

impl Placed<'_> {
    pub fn span(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Keys and values in the order of the file.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Table<'i>(#[serde(borrow)] Vec<Entry<'i>>);

#[derive(Debug, Serialize, Deserialize)]
pub struct Entry<'i> {
    #[serde(borrow)]
    pub key: Cow<'i, str>,
    start: u32,
    end: u32,
    #[serde(borrow)]
    pub value: Placed<'i>,
}

impl Entry<'_> {
    /// Where the key stands.
    pub fn key_span(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl<'i> Table<'i> {
    /// The value of a key; tables that are asked for keys are small, so they are looked through.
    pub fn get(&self, key: &str) -> Option<&Placed<'i>> {
        self.0
            .iter()
            .find(|entry| entry.key == key)
            .map(|entry| &entry.value)
    }

    pub fn entries(&self) -> &[Entry<'i>] {
        &self.0
    }
}

impl<'i> From<DeTable<'i>> for Table<'i> {
    fn from(table: DeTable<'i>) -> Self {
        let mut entries: Vec<Entry> = table
            .into_iter()
            .map(|(key, value)| {
                let (start, end) = ends(&key.span());
                Entry {
                    key: key.into_inner(),
                    start,
                    end,
                    value: value.into(),
                }
            })
            .collect();
        entries.sort_by_key(|entry| entry.start);
        Table(entries)
    }
}

impl<'i> From<Spanned<DeValue<'i>>> for Placed<'i> {
    fn from(value: Spanned<DeValue<'i>>) -> Self {
        let (start, end) = ends(&value.span());
        let owned = |text: &str| Cow::Owned(text.to_owned());
        let node = match value.into_inner() {
            DeValue::String(text) => Node::String(text),
            DeValue::Integer(number) => Node::Integer(owned(number.as_str()), number.radix()),
            DeValue::Float(number) => Node::Float(owned(number.as_str())),
            DeValue::Boolean(answer) => Node::Boolean(answer),
            DeValue::Datetime(date) => Node::Datetime(Cow::Owned(date.to_string())),
            DeValue::Array(items) => Node::List(items.into_iter().map(Placed::from).collect()),
            DeValue::Table(table) => Node::Table(table.into()),
        };
        Placed { node, start, end }
    }
}

/// A file is never so large that its places need more than 32 bits.
fn ends(span: &Range<usize>) -> (u32, u32) {
    let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    (place(span.start), place(span.end))
}
