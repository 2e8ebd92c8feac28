//! Reading a table of the file, key by key, without ever stopping at a fault.
//!
//! `serde` gives up a table at its first wrong type; an author is better served by every fault at once.
//! So the tree of it is walked here, with its positions.
//! Every string that leaves this file is clean.

mod elsewhere;
mod scalar;
mod tables;
mod value;

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use smallvec::SmallVec;

use super::date::HistoricDate;
use super::diagnostic::{Faults, quoted};
use super::tree::{TomlEntry, TomlTable, TomlValue};
use crate::text;
use elsewhere::elsewhere;
pub(crate) use tables::all;
use value::{hidden_character, type_name};

/// A value and the bytes of the file that it was written in.
#[derive(Debug, Clone)]
pub struct Located<T> {
    pub value: T,
    pub span: Range<usize>,
}

impl<T> Located<T> {
    pub(super) fn new(value: T, span: Range<usize>) -> Self {
        Located { value, span }
    }
}

/// Keys that are asked of most tables at the most.
const USUAL_KEYS: usize = 24;
/// Keys that are remembered without memory of their own: there are thousands of tables.
const FEW_KEYS: usize = 4;

/// The bit of an entry, of those that have one.
fn bit(entry: usize) -> u128 {
    u32::try_from(entry).map_or(0, |at| 1_u128.checked_shl(at).unwrap_or(0))
}

const EDTF: &str = "a day is \"1914-08-04\", a month \"1914-08\", a year \"1914\", about a year \"1914~\", a range \"1914/1918\"";

/// The word of messages for the table that holds all others.
pub(crate) const THE_FILE: &str = "the file";

/// What its head is called in messages.
pub(crate) const THE_TIMELINE: &str = "the timeline";

/// What a text of the file is kept as.
pub(crate) trait FromText: for<'s> From<&'s str> {}

impl<T: for<'s> From<&'s str>> FromText for T {}

/// A value that may be written in a word or in a table.
pub(crate) enum TextOrTable<'t, 'i, T> {
    Text(Located<T>),
    Table(TableReader<'t, 'i>),
}

/// A table being read; remembers which keys were looked up, so that the others can be reported.
pub(crate) struct TableReader<'t, 'i> {
    table: &'t TomlTable<'i>,
    /// Where the table begins in the file.
    pub span: Range<usize>,
    /// What the table is, for messages: "an event", "the timeline".
    what: &'static str,
    /// The keys that were looked up, some more than once.
    known_keys: SmallVec<[&'static str; FEW_KEYS]>,
    /// Of the first entries of the table, a bit for each that was looked up.
    looked_up: u128,
    /// Keys that the table needs and does not have.
    missing: Vec<&'static str>,
    /// Of keys that are needed, another that does as well.
    others: Vec<(&'static str, &'static str)>,
    faults: &'t Faults,
}

impl<'t, 'i> TableReader<'t, 'i> {
    pub(crate) fn new(
        table: &'t TomlTable<'i>,
        span: Range<usize>,
        what: &'static str,
        faults: &'t Faults,
    ) -> Self {
        // Of a small table few keys are asked.
        let keys = match table.entries().len() {
            0..=FEW_KEYS => FEW_KEYS,
            _ => USUAL_KEYS,
        };
        TableReader {
            table,
            span,
            what,
            known_keys: SmallVec::with_capacity(keys),
            looked_up: 0,
            missing: Vec::new(),
            others: Vec::new(),
            faults,
        }
    }

    fn get(&mut self, key: &'static str) -> Option<&'t Located<TomlValue<'i>>> {
        self.known_keys.push(key);
        let at = self.table.position(key)?;
        self.looked_up |= bit(at);
        Some(&self.table.entries().get(at)?.value)
    }

    /// As `get`; a key that is missing is reported at the end.
    fn need(&mut self, key: &'static str) -> Option<&'t Located<TomlValue<'i>>> {
        let value = self.get(key);
        if value.is_none() {
            self.missing.push(key);
        }
        value
    }

    fn wrong_type(&self, key: &str, wanted: &str, value: &Located<TomlValue>) {
        let help = self.rewritten(key, wanted, &value.value);
        self.wrong_type_with(key, wanted, value, help);
    }

    /// As `wrong_type`, with a way out that the reader of the key knows better.
    fn wrong_type_with(
        &self,
        key: &str,
        wanted: &str,
        value: &Located<TomlValue>,
        help: Option<String>,
    ) {
        let found = type_name(&value.value);
        let message = format!(
            "{} of {} is {wanted}, and this is {found}",
            quoted(key),
            self.what
        );
        self.faults.error(&value.span, message, help);
    }

    /// How a value of the wrong type is written rightly, where that is clear.
    fn rewritten(&self, key: &str, wanted: &str, value: &TomlValue) -> Option<String> {
        match (wanted, value) {
            ("a string", TomlValue::Integer(number)) => Some(format!(
                "write it as \"{}\"",
                text::truncate(number.as_str(), 40)
            )),
            ("a string", TomlValue::Float(number)) => Some(format!(
                "write it as \"{}\"",
                text::truncate(number.as_str(), 40)
            )),
            ("a string", TomlValue::Boolean(answer)) => Some(format!("write it as \"{answer}\"")),
            ("a string", TomlValue::Datetime(date)) => Some(format!("write it as \"{date}\"")),
            ("a whole number", TomlValue::String(written)) if written.parse::<u32>().is_ok() => {
                Some(format!(
                    "write it without quotation marks: `{key} = {written}`"
                ))
            }
            ("true or false", _) => Some(format!("write `{key} = true`, or leave it out")),
            ("a list of tables", _) if self.what == THE_FILE => {
                Some(format!("write each of them as `[[{key}]]`"))
            }
            ("a list of tables", _) => Some(format!("write it as `{key} = [{{ … }}]`")),
            ("a table", _) if self.what == THE_FILE => Some(format!("write it as `[{key}]`")),
            ("a table of tables", _) if self.what == THE_FILE => {
                Some(format!("write each of them as `[{key}.ID]`"))
            }
            ("a list of strings", _) => Some(format!("write it as `{key} = [\"…\"]`")),
            ("a date", _) => Some(EDTF.to_owned()),
            _ => None,
        }
    }

    /// Notes that what the table describes is lost to the rest of the file.
    pub(crate) fn lose(&self) {
        self.faults.lose(self.what);
    }

    fn string<T: FromText>(
        &self,
        key: &str,
        value: &Located<TomlValue>,
        fill: Fill,
        lines: bool,
    ) -> Option<Located<T>> {
        let TomlValue::String(written) = &value.value else {
            self.wrong_type(key, "a string", value);
            return None;
        };
        let cleaned = if lines {
            text::clean_lines(written)
        } else {
            text::clean(written)
        };
        let trimmed = cleaned.trim();
        if trimmed.is_empty() {
            let suggestion = match fill {
                Fill::Always => "fill it",
                Fill::OrLeaveOut => "fill it, or leave it out",
                Fill::OrEmpty => return Some(Located::new(T::from(""), value.span.clone())),
            };
            self.faults.error(
                &value.span,
                format!("`{key}` of {} is empty", self.what),
                Some(suggestion.to_owned()),
            );
            return None;
        }
        if matches!(cleaned, Cow::Owned(_))
            && let Some(hidden) = hidden_character(written)
        {
            let message = format!(
                "`{key}` of {} holds a character that is not shown, U+{:04X}",
                self.what,
                u32::from(hidden)
            );
            self.faults
                .warning(&value.span, message, Some("take it out".to_owned()));
        }
        Some(Located::new(T::from(trimmed), value.span.clone()))
    }

    /// One line of text; `None` when it is not there or at fault.
    pub(crate) fn text<T: FromText>(&mut self, key: &'static str) -> Option<Located<T>> {
        let value = self.get(key)?;
        self.string(key, value, Fill::OrLeaveOut, false)
    }

    /// One line of text that must be there.
    pub(crate) fn required<T: FromText>(&mut self, key: &'static str) -> Option<Located<T>> {
        let value = self.need(key)?;
        self.string(key, value, Fill::Always, false)
    }

    /// One line of text that must be there, unless another key is, which does as well.
    pub(crate) fn required_or(
        &mut self,
        key: &'static str,
        other: &'static str,
    ) -> Option<Located<String>> {
        if self.has(other) {
            return self.text(key);
        }
        self.others.push((key, other));
        self.required(key)
    }

    /// What does as well as a key.
    fn other(&self, key: &str) -> Option<&'static str> {
        let mut others = self.others.iter();
        others
            .find(|(needed, _)| *needed == key)
            .map(|(_, other)| *other)
    }

    /// One line of text, or a whole number as it is written: a volume, an edition.
    pub(crate) fn text_or_number(&mut self, key: &'static str) -> Option<String> {
        match &self.get(key)?.value {
            TomlValue::Integer(number) => Some(text::clean(number.as_str()).into_owned()),
            _ => self.text(key).map(|text| text.value),
        }
    }

    /// Paragraphs: text parted by empty lines; a single line break is a space.
    pub(crate) fn paragraphs(&mut self, key: &'static str) -> Vec<String> {
        self.located_paragraphs(key)
            .map_or_else(Vec::new, |paragraphs| paragraphs.value)
    }

    /// As [`TableReader::paragraphs`], with the position of the text in the file.
    pub(crate) fn located_paragraphs(&mut self, key: &'static str) -> Option<Located<Vec<String>>> {
        let value = self.get(key)?;
        let text: Located<String> = self.string(key, value, Fill::OrLeaveOut, true)?;
        let paragraphs = text
            .value
            .split("\n\n")
            .map(|paragraph| match paragraph.trim() {
                line if !line.contains('\n') => line.to_owned(),
                lines => lines.lines().map(str::trim).collect::<Vec<_>>().join(" "),
            })
            .filter(|paragraph| !paragraph.is_empty())
            .collect();
        Some(Located::new(paragraphs, text.span))
    }

    /// A list of strings; one string alone counts as a list of one.
    pub(crate) fn texts<T: FromText>(&mut self, key: &'static str) -> Vec<Located<T>> {
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        let item = |item: &Located<TomlValue>| match &item.value {
            TomlValue::String(_) => self.string(key, item, Fill::OrLeaveOut, false),
            other => {
                let message = format!(
                    "`{key}` of {} holds strings, and this is {}",
                    self.what,
                    type_name(other)
                );
                self.faults
                    .error(&item.span, message, self.rewritten(key, "a string", other));
                None
            }
        };
        match &value.value {
            TomlValue::List(items) => all(items, item),
            TomlValue::String(_) => item(value).into_iter().collect(),
            _ => {
                self.wrong_type(key, "a list of strings", value);
                Vec::new()
            }
        }
    }

    /// Whether the table has the key at all.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.table.get(key).is_some()
    }

    /// Whether a key that nobody knows is near to this one, which is then the one fault.
    pub(crate) fn has_misspelt(&self, key: &str) -> bool {
        let entries = self.table.entries().iter();
        let mut keys = entries.map(|entry| text::clean(&entry.key.value));
        keys.any(|near| *near != *key && self.faults.nearest(&near, [key]).is_some())
    }

    /// Where a list stands that holds nothing.
    pub(crate) fn empty_list(&self, key: &str) -> Option<Range<usize>> {
        let value = self.table.get(key)?;
        matches!(&value.value, TomlValue::List(items) if items.is_empty())
            .then(|| value.span.clone())
    }

    /// Ends the reading: reports the keys that are needed and missing, and those that the format does not have.
    pub(crate) fn finish(mut self) {
        let looked_up = self.looked_up;
        let entries = self.table.entries().iter().enumerate();
        for (_, TomlEntry { key, .. }) in entries.filter(|(at, _)| looked_up & bit(*at) == 0) {
            if self.known_keys.contains(&key.value.as_ref()) {
                continue;
            }
            let name = text::clean(&key.value);
            // A key that is needed and misspelt is one fault, reported where it stands.
            let near = self.faults.nearest(&name, self.known_keys.iter().copied());
            let mut missing = std::mem::take(&mut self.missing);
            missing.retain(|key| near.is_none() || (near != Some(*key) && near != self.other(key)));
            self.missing = missing;
            let help = match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => self.elsewhere(&name).unwrap_or_else(|| {
                    let mut keys = self.known_keys.to_vec();
                    let mut named = HashSet::new();
                    keys.retain(|key| named.insert(*key));
                    format!("{} has: {}", self.what, keys.join(", "))
                }),
            };
            self.faults.error(
                &key.span,
                format!("{} has no key {}", self.what, quoted(&name)),
                Some(help),
            );
        }
        if let Some((last, rest)) = self.missing.split_last() {
            let named = |key: &str, written: fn(&str) -> String| match self.other(key) {
                Some(other) => format!("{} or {}", written(key), written(other)),
                None => written(key),
            };
            let name = |key: &str| format!("`{key}`");
            let line = |key: &str| format!("`{key} = \"…\"`");
            let others: Vec<String> = rest.iter().map(|key| named(key, name)).collect();
            let and = if others.is_empty() {
                String::new()
            } else {
                format!("{} and ", others.join(", "))
            };
            let lines: Vec<String> = self.missing.iter().map(|key| named(key, line)).collect();
            let help = format!("add {}", lines.join(", "));
            self.faults.error(
                &self.span,
                format!("{} needs {and}{}", self.what, named(last, name)),
                Some(help),
            );
        }
    }
}

/// The words by which people call the end of an event; the format has both ends in its date.
const ENDS: [&str; 7] = [
    "end", "end_date", "enddate", "ends", "until", "to", "finish",
];

impl TableReader<'_, '_> {
    /// What other programs call something that the format has under another name.
    fn elsewhere(&self, key: &str) -> Option<String> {
        let plain = key.to_lowercase().replace(['-', ' '], "_");
        if self.what == "an event" && ENDS.contains(&plain.as_str()) {
            let end = |key: &str| self.date_as_written(key);
            let (begins, ends) = (end("date"), end(key));
            let (begins, ends) = begins
                .zip(ends)
                .unwrap_or(("1914-08".into(), "1918-11".into()));
            return Some(format!(
                "write both ends in `date`, as `date = \"{begins}/{ends}\"`"
            ));
        }
        elsewhere(self.what, &plain)
    }

    /// A date as a file has it, if it is one that can be an end of a range.
    fn date_as_written(&self, key: &str) -> Option<String> {
        let written = match &self.table.get(key)?.value {
            TomlValue::String(written) => written.trim().to_owned(),
            TomlValue::Datetime(date) => date.to_string(),
            TomlValue::Integer(year) => year.as_str().to_owned(),
            _ => return None,
        };
        let is_end = !written.contains(['/', '[', '{']) && HistoricDate::parse(&written).is_ok();
        is_end.then_some(written)
    }
}

/// What an author can do about a string that holds nothing.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Fill {
    /// It has to hold something.
    Always,
    /// It holds something or is not there.
    OrLeaveOut,
    /// Nothing is an answer too: no key at all.
    OrEmpty,
}
