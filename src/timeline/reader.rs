//! Reading a table of the file, key by key, without ever stopping at a fault.
//!
//! `serde` gives up a table at its first wrong type; an author is better served by every fault at once.
//! So the tree that the `toml` crate parses (with its positions, and past syntax errors) is walked here.
//! Every string that leaves this file is clean.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::date::HistoricDate;
use super::diagnostic::Faults;
use crate::text;

/// A value and the bytes of the file that it was written in.
#[derive(Debug, Clone)]
pub struct Located<T> {
    pub value: T,
    pub span: Range<usize>,
}

impl<T> Located<T> {
    fn new(value: T, span: Range<usize>) -> Self {
        Located { value, span }
    }
}

/// A table being read; remembers which keys were asked for, so that the others can be reported.
pub struct TableReader<'t, 'i> {
    table: &'t DeTable<'i>,
    /// Where the table begins in the file.
    pub span: Range<usize>,
    /// What the table is, for messages: "an event", "the timeline".
    what: &'static str,
    asked: Vec<&'static str>,
    faults: &'t Faults,
}

impl<'t, 'i> TableReader<'t, 'i> {
    pub fn new(
        table: &'t DeTable<'i>,
        span: Range<usize>,
        what: &'static str,
        faults: &'t Faults,
    ) -> Self {
        TableReader {
            table,
            span,
            what,
            asked: Vec::new(),
            faults,
        }
    }

    fn get(&mut self, key: &'static str) -> Option<&'t Spanned<DeValue<'i>>> {
        self.asked.push(key);
        self.table.get(key)
    }

    fn wrong_type(&self, key: &str, wanted: &str, value: &Spanned<DeValue<'i>>) {
        let found = type_name(value.get_ref());
        self.faults.error(
            &value.span(),
            format!("`{key}` of {} is {wanted}, and this is {found}", self.what),
            None,
        );
    }

    fn missing(&self, key: &str) {
        self.faults
            .error(&self.span, format!("{} needs `{key}`", self.what), None);
    }

    fn string(&mut self, key: &'static str, lines: bool) -> Option<Located<String>> {
        let value = self.get(key)?;
        match value.get_ref() {
            DeValue::String(written) => {
                let cleaned = if lines {
                    text::clean_lines(written)
                } else {
                    text::clean(written)
                };
                let trimmed = cleaned.trim();
                if trimmed.is_empty() {
                    let way_out = format!("leave `{key}` out, or fill it");
                    self.faults.error(
                        &value.span(),
                        format!("`{key}` of {} is empty", self.what),
                        Some(way_out),
                    );
                    return None;
                }
                Some(Located::new(trimmed.to_owned(), value.span()))
            }
            _ => {
                self.wrong_type(key, "a string", value);
                None
            }
        }
    }

    /// One line of text; `None` when it is not there or at fault.
    pub fn text(&mut self, key: &'static str) -> Option<Located<String>> {
        self.string(key, false)
    }

    /// One line of text that must be there.
    pub fn required(&mut self, key: &'static str) -> Option<Located<String>> {
        if !self.table.contains_key(key) {
            self.asked.push(key);
            self.missing(key);
            return None;
        }
        self.string(key, false)
    }

    /// One line of text, or a whole number as it is written: a volume, an edition.
    pub fn text_or_number(&mut self, key: &'static str) -> Option<String> {
        if let Some(DeValue::Integer(number)) = self.table.get(key).map(Spanned::get_ref) {
            self.asked.push(key);
            return Some(text::clean(number.as_str()).into_owned());
        }
        self.text(key).map(|text| text.value)
    }

    /// Paragraphs: text parted by empty lines; a single line break is a space.
    pub fn paragraphs(&mut self, key: &'static str) -> Vec<String> {
        let Some(text) = self.string(key, true) else {
            return Vec::new();
        };
        text.value
            .split("\n\n")
            .map(|paragraph| {
                let lines: Vec<&str> = paragraph
                    .lines()
                    .map(str::trim)
                    .filter(|line| !line.is_empty())
                    .collect();
                lines.join(" ")
            })
            .filter(|paragraph| !paragraph.is_empty())
            .collect()
    }

    /// A whole number within a range.
    pub fn integer(
        &mut self,
        key: &'static str,
        allowed: std::ops::RangeInclusive<u32>,
    ) -> Option<Located<u32>> {
        let value = self.get(key)?;
        let DeValue::Integer(integer) = value.get_ref() else {
            self.wrong_type(key, "a whole number", value);
            return None;
        };
        let parsed = u32::from_str_radix(integer.as_str(), integer.radix())
            .ok()
            .filter(|number| allowed.contains(number));
        if parsed.is_none() {
            let (from, to) = (allowed.start(), allowed.end());
            let range = if *to == u32::MAX {
                format!("{from} or more")
            } else {
                format!("from {from} to {to}")
            };
            self.faults.error(
                &value.span(),
                format!(
                    "`{key}` of {} is a whole number {range}, and this is {}",
                    self.what,
                    text::clean(integer.as_str())
                ),
                None,
            );
        }
        Some(Located::new(parsed?, value.span()))
    }

    /// `true` or `false`; `false` when it is not there.
    pub fn flag(&mut self, key: &'static str) -> bool {
        let Some(value) = self.get(key) else {
            return false;
        };
        value.get_ref().as_bool().unwrap_or_else(|| {
            self.wrong_type(key, "true or false", value);
            false
        })
    }

    /// A date in EDTF: a string, one of TOML's own dates, or a bare year.
    pub fn date(&mut self, key: &'static str) -> Option<Located<HistoricDate>> {
        let value = self.get(key)?;
        let written = match value.get_ref() {
            DeValue::String(written) => text::clean(written).trim().to_owned(),
            DeValue::Datetime(datetime) => datetime.to_string(),
            DeValue::Integer(year) if year.radix() == 10 => bare_year(year.as_str()),
            _ => {
                self.wrong_type(key, "a date", value);
                return None;
            }
        };
        match HistoricDate::parse(&written) {
            Ok(date) => Some(Located::new(date, value.span())),
            Err(fault) => {
                let help = fault
                    .proposal
                    .map(|proposal| format!("write it as \"{proposal}\""));
                let message = format!(
                    "`{key}` of {} is no date: \"{written}\": {}",
                    self.what, fault.reason
                );
                self.faults.error(&value.span(), message, help);
                None
            }
        }
    }

    /// A date that must be there.
    pub fn required_date(&mut self, key: &'static str) -> Option<Located<HistoricDate>> {
        if !self.table.contains_key(key) {
            self.asked.push(key);
            self.missing(key);
            return None;
        }
        self.date(key)
    }

    /// One of a fixed set of words.
    pub fn word<T: Copy>(
        &mut self,
        key: &'static str,
        all: &[T],
        word: fn(T) -> &'static str,
    ) -> Option<T> {
        let written = self.text(key)?;
        let found = all
            .iter()
            .copied()
            .find(|item| word(*item) == written.value);
        if found.is_none() {
            let words: Vec<&str> = all.iter().map(|item| word(*item)).collect();
            let help = match text::nearest(&written.value, words.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("one of: {}", words.join(", ")),
            };
            let message = format!("`{key}` of {} cannot be `{}`", self.what, written.value);
            self.faults.error(&written.span, message, Some(help));
        }
        found
    }

    /// A list of strings; one string alone counts as a list of one.
    pub fn texts(&mut self, key: &'static str) -> Vec<Located<String>> {
        let faults = self.faults;
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        let item = |item: &Spanned<DeValue>| match item.get_ref() {
            DeValue::String(written) => Some(Located::new(
                text::clean(written).trim().to_owned(),
                item.span(),
            )),
            other => {
                faults.error(
                    &item.span(),
                    format!("`{key}` holds strings, and this is {}", type_name(other)),
                    None,
                );
                None
            }
        };
        match value.get_ref() {
            DeValue::Array(items) => items.iter().filter_map(item).collect(),
            DeValue::String(_) => item(value).into_iter().collect(),
            _ => {
                self.wrong_type(key, "a list of strings", value);
                Vec::new()
            }
        }
    }

    /// The tables of a list, `[[events]]` or `parties = [{ … }]`.
    pub fn tables(&mut self, key: &'static str, what: &'static str) -> Vec<TableReader<'t, 'i>> {
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong_type(key, "a list of tables", value);
            return Vec::new();
        };
        items
            .iter()
            .filter_map(|item| self.as_table(item, key, what))
            .collect()
    }

    /// A single table, `[article]`.
    pub fn table(&mut self, key: &'static str, what: &'static str) -> Option<TableReader<'t, 'i>> {
        let value = self.get(key)?;
        self.as_table(value, key, what)
    }

    /// The named tables of a table, `[countries.belgium]`, in the order of the file.
    pub fn entries(
        &mut self,
        key: &'static str,
        what: &'static str,
    ) -> Vec<(Located<String>, TableReader<'t, 'i>)> {
        let Some(outer) = self.table(key, what) else {
            return Vec::new();
        };
        let mut entries: Vec<_> = outer
            .table
            .iter()
            .filter_map(|(name, value)| {
                let id = Located::new(text::clean(name.get_ref()).into_owned(), name.span());
                Some((id, outer.as_table(value, key, what)?))
            })
            .collect();
        entries.sort_by_key(|(id, _)| id.span.start);
        entries
    }

    /// The strings of a table by their keys, `[relations]`, in the order of the file.
    pub fn pairs(
        &mut self,
        key: &'static str,
        what: &'static str,
    ) -> Vec<(Located<String>, String)> {
        let Some(outer) = self.table(key, what) else {
            return Vec::new();
        };
        let mut pairs = Vec::new();
        for (name, value) in outer.table {
            match value.get_ref() {
                DeValue::String(written) => {
                    let id = Located::new(text::clean(name.get_ref()).into_owned(), name.span());
                    pairs.push((id, text::clean(written).into_owned()));
                }
                _ => outer.wrong_type(name.get_ref(), "a string", value),
            }
        }
        pairs.sort_by_key(|(id, _)| id.span.start);
        pairs
    }

    fn as_table(
        &self,
        value: &'t Spanned<DeValue<'i>>,
        key: &str,
        what: &'static str,
    ) -> Option<TableReader<'t, 'i>> {
        match value.get_ref() {
            DeValue::Table(table) => Some(TableReader::new(table, value.span(), what, self.faults)),
            _ => {
                self.wrong_type(key, "a table", value);
                None
            }
        }
    }

    /// Whether the file has the key at all.
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Ends the reading: every key that nobody asked for is reported with the nearest that exists.
    pub fn finish(self) {
        for (key, _) in self.table {
            let name = text::clean(key.get_ref());
            if self.asked.iter().any(|asked| *asked == name) {
                continue;
            }
            let help = match text::nearest(&name, self.asked.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("{} has: {}", self.what, self.asked.join(", ")),
            };
            self.faults.error(
                &key.span(),
                format!("{} has no key `{name}`", self.what),
                Some(help),
            );
        }
    }
}

/// `1815` means the year 1815; EDTF wants four digits.
fn bare_year(written: &str) -> String {
    match written.parse::<i32>() {
        Ok(year) if year < 0 => format!("-{:04}", -year),
        Ok(year) => format!("{year:04}"),
        Err(_) => text::clean(written).into_owned(),
    }
}

fn type_name(value: &DeValue) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number with a fraction",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
