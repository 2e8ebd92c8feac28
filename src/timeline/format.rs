//! The format of a timeline file, table by table and key by key, as data.
//!
//! The JSON Schema and the reference are written from here; what is read is for `document`, and a test holds the
//! two together. The tables themselves stand in `tables`.

pub mod ordered;
pub mod tables;

use super::model::EventTexts;

/// A table of the file: all of its keys, in the order in which they are usually written.
#[derive(Debug)]
pub struct FormatTable {
    /// The name in the schema: "event".
    pub name: &'static str,
    /// How the table begins in a file: `[[events]]`.
    pub header: &'static str,
    /// What the table is for, in a sentence or two.
    pub about: &'static str,
    /// Its keys, in the order of the reference.
    pub keys: &'static [FormatKey],
}

/// A text of an event: where the model keeps it, and under which label it is shown.
#[derive(Debug)]
pub struct EventText {
    /// Where an event keeps the text.
    pub of: fn(&EventTexts) -> Option<&str>,
    /// The same, to be written.
    pub of_mut: fn(&mut EventTexts) -> &mut Option<Box<str>>,
    /// Among the facts of the event; without it the text stands where the page and the exports put it.
    pub label: Option<&'static str>,
}

/// The keys of an event that are texts, in the order of the format.
pub fn event_texts() -> impl Iterator<Item = (&'static FormatKey, &'static EventText)> {
    let keys = tables::EVENT.keys.iter();
    keys.filter_map(|key| Some((key, key.text.as_ref()?)))
}

/// The texts of an event that stand among its facts, each under its label.
pub fn labelled_texts(texts: &EventTexts) -> impl Iterator<Item = (&'static str, &str)> {
    event_texts().filter_map(|(_, text)| Some((text.label?, (text.of)(texts)?)))
}

/// A key of a table.
#[derive(Debug)]
pub struct FormatKey {
    /// As it is written in a file.
    pub name: &'static str,
    /// Whether the table is at fault without it.
    pub required: bool,
    /// Another key of the table that does in place of one that is required.
    pub or: Option<&'static str>,
    /// What can stand behind it.
    pub value: ValueKind,
    /// What the key says, in a sentence or two.
    pub about: &'static str,
    /// A value as it is written in a file; empty for what has a table of its own.
    pub example: &'static str,
    /// Of a text of an event.
    pub text: Option<EventText>,
}

/// What may stand behind a key.
#[derive(Debug, Clone, Copy)]
pub enum ValueKind {
    /// The version of the format, and no other number.
    Format,
    /// One line of text.
    Line,
    /// One line of text, or a whole number.
    LineOrNumber,
    /// Text, its paragraphs parted by empty lines.
    Paragraphs,
    /// Text, in paragraphs where it is long, that may bear marks of evidence.
    Prose,
    /// One line of text, or a list of lines.
    Lines,
    /// The id of the table itself, by which others refer to it.
    Id,
    /// The id of something that the file defines elsewhere, under these headers.
    Reference(&'static str),
    /// One such id, or a list of them.
    References(&'static str),
    /// Text that takes one column, or as many as this, on the screen.
    Columns(u8),
    /// One character of ASCII.
    Ascii,
    /// A date in EDTF.
    Date,
    /// An address of the web.
    Address,
    /// A whole number from the first to the second; to any height without the second.
    Number(u32, Option<u32>),
    /// `true` or `false`.
    Flag,
    /// One of these words.
    Word(fn() -> Vec<&'static str>),
    /// A table.
    Table(&'static FormatTable),
    /// A list of tables; `true` when it may not be empty.
    List(&'static FormatTable, bool),
    /// A list of tables, each of which may be a line of text instead; one line is a list of one.
    ListOrLines(&'static FormatTable),
    /// Tables by their ids.
    Named(&'static FormatTable),
    /// Tables by their ids, or a line of text instead of one.
    NamedOrLine(&'static FormatTable),
}

impl ValueKind {
    /// The table that the value is made of.
    #[must_use]
    pub fn table(self) -> Option<&'static FormatTable> {
        match self {
            ValueKind::Table(table)
            | ValueKind::List(table, _)
            | ValueKind::ListOrLines(table)
            | ValueKind::Named(table)
            | ValueKind::NamedOrLine(table) => Some(table),
            _ => None,
        }
    }
}
