//! An event as nearly all are written: keys and values a line each, strings without escapes, lists, tables in braces.
//!
//! What is made of it is what the `toml` crate would make, to the byte; a test holds the two together. Whatever is
//! written in any other way is not read here, and left to the crate, which alone says what is wrong with it.

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr, memchr2};
use toml::Spanned;
use toml::de::DeValue;

use super::pieces::HEADER;
use crate::timeline::table_reader::Located;
use crate::timeline::tree::{TomlEntry, TomlTable, TomlValue};

/// How deep values may stand in one another here; the format needs four levels.
const DEEPEST: usize = 8;
/// Bytes of the longest event that is read here: what is made of one is small beside the file.
const LONGEST: usize = 1 << 20;
/// Keys of the largest table that is read here: whether one is new is seen by looking at all others.
const MOST_KEYS: usize = 100;
/// Keys that an event has room for from the beginning.
const USUAL_KEYS: usize = 12;
const TEXT: &[u8] = b"\"\"\"";

/// The event that takes all of this part of the text, and how many values it has; `None` where it is not plain.
pub(super) fn event(source: &str, piece: Range<usize>) -> Option<(Located<TomlValue<'_>>, usize)> {
    if piece.len() > LONGEST {
        return None;
    }
    let mut cursor = Cursor {
        source,
        bytes: source.as_bytes().get(..piece.end)?,
        at: piece.start,
        values: 0,
    };
    cursor.take(HEADER.as_bytes())?;
    let header = piece.start..cursor.at;
    cursor.end_of_line()?;
    let mut table = TomlTable::with_capacity(USUAL_KEYS);
    loop {
        cursor.blank_lines()?;
        if cursor.at == piece.end {
            break;
        }
        cursor.key_and_value(&mut table, 0)?;
        cursor.end_of_line()?;
    }
    Some((Located::new(TomlValue::Table(table), header), cursor.values))
}

struct Cursor<'i> {
    source: &'i str,
    /// The same, to the end of what may be read.
    bytes: &'i [u8],
    at: usize,
    values: usize,
}

impl<'i> Cursor<'i> {
    fn next(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn rest(&self) -> &'i [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    fn take(&mut self, expected: &[u8]) -> Option<()> {
        self.rest()
            .starts_with(expected)
            .then(|| self.at += expected.len())
    }

    fn take_byte(&mut self, expected: u8) -> Option<()> {
        (self.next() == Some(expected)).then(|| self.at += 1)
    }

    fn text(&self, range: Range<usize>) -> Option<&'i str> {
        self.source.get(range)
    }

    fn spaces(&mut self) {
        while let Some(b' ' | b'\t') = self.next() {
            self.at += 1;
        }
    }

    /// Spaces and a comment to the end of the line, and the line break unless the text ends.
    fn end_of_line(&mut self) -> Option<()> {
        self.spaces();
        if self.next() == Some(b'#') {
            let end =
                memchr2(b'\n', b'\r', self.rest()).map_or(self.bytes.len(), |at| self.at + at);
            let comment = self.bytes.get(self.at..end)?;
            is_printable(comment, b"\t").then_some(())?;
            self.at = end;
        }
        match self.next() {
            None => Some(()),
            Some(b'\r') => self.take(b"\r\n"),
            Some(_) => self.take_byte(b'\n'),
        }
    }

    /// Lines that hold nothing, or a comment.
    fn blank_lines(&mut self) -> Option<()> {
        loop {
            self.spaces();
            match self.next() {
                Some(b'#' | b'\n' | b'\r') => self.end_of_line()?,
                _ => return Some(()),
            }
        }
    }

    fn key_and_value(&mut self, table: &mut TomlTable<'i>, depth: usize) -> Option<()> {
        let is_bare = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_' || *byte == b'-';
        let length = self.rest().iter().take_while(|byte| is_bare(byte)).count();
        let span = self.at..self.at + length;
        let key = self.text(span.clone()).filter(|key| !key.is_empty())?;
        self.at = span.end;
        self.spaces();
        self.take_byte(b'=')?;
        self.spaces();
        let value = self.value(depth)?;
        (table.entries().len() < MOST_KEYS).then_some(())?;
        let key = Located::new(Cow::Borrowed(key), span);
        table.add(TomlEntry { key, value })
    }

    fn value(&mut self, depth: usize) -> Option<Located<TomlValue<'i>>> {
        let start = self.at;
        self.values += 1;
        let value = match self.next()? {
            _ if depth > DEEPEST => return None,
            b'"' if matches!(self.rest(), [b'"', b'"', b'"', ..]) => {
                TomlValue::String(Cow::Borrowed(self.long_text()?))
            }
            b'"' => TomlValue::String(Cow::Borrowed(self.line()?)),
            b'[' => TomlValue::List(self.list(depth)?),
            b'{' => TomlValue::Table(self.table(depth)?),
            _ => return self.word(),
        };
        Some(Located::new(value, start..self.at))
    }

    /// A string of one line.
    fn line(&mut self) -> Option<&'i str> {
        let start = self.at + 1;
        let end = start + memchr2(b'"', b'\\', self.bytes.get(start..)?)?;
        let written = self.bytes.get(start..end)?;
        self.at = end;
        self.take_byte(b'"')?;
        is_printable(written, b"\t").then(|| self.text(start..end))?
    }

    /// A string between threefold quotation marks; a line break behind the first ones is not part of it.
    fn long_text(&mut self) -> Option<&'i str> {
        let mut start = self.at + TEXT.len();
        let mut end = start;
        loop {
            end += memchr(b'"', self.bytes.get(end..)?)?;
            if self.bytes.get(end..)?.starts_with(TEXT) {
                break;
            }
            end += 1;
        }
        self.at = end + TEXT.len();
        // The string may end in quotation marks of its own.
        if self.next() == Some(b'"') {
            return None;
        }
        let written = self.bytes.get(start..end)?;
        if written.starts_with(b"\n") {
            start += 1;
        }
        let is_plain = is_printable(written, b"\t\n") && !written.contains(&b'\\');
        is_plain.then(|| self.text(start..end))?
    }

    fn list(&mut self, depth: usize) -> Option<Vec<Located<TomlValue<'i>>>> {
        let mut list = Vec::new();
        self.take_byte(b'[')?;
        loop {
            self.blank_lines()?;
            if self.take_byte(b']').is_some() {
                return Some(list);
            }
            list.push(self.value(depth + 1)?);
            self.blank_lines()?;
            if self.next() != Some(b']') {
                self.take_byte(b',')?;
            }
        }
    }

    fn table(&mut self, depth: usize) -> Option<TomlTable<'i>> {
        let mut table = TomlTable::default();
        self.take_byte(b'{')?;
        self.spaces();
        while self.take_byte(b'}').is_none() {
            self.key_and_value(&mut table, depth + 1)?;
            self.spaces();
            if self.next() != Some(b'}') {
                self.take_byte(b',')?;
                self.spaces();
                // One comma too many is for the crate to judge.
                (self.next() != Some(b'}')).then_some(())?;
            }
        }
        Some(table)
    }

    /// A number, a date, `true` or `false`.
    fn word(&mut self) -> Option<Located<TomlValue<'i>>> {
        let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || b"+-_.:".contains(byte);
        let length = self.rest().iter().take_while(|byte| is_part(byte)).count();
        let span = self.at..self.at + length;
        let value = DeValue::parse(self.text(span.clone())?).ok()?.into_inner();
        self.at = span.end;
        Some(TomlValue::of(Spanned::new(span, value), &|span| span))
    }
}

/// Whether there is no control character but those that are allowed; made so that many bytes are looked at at a time.
fn is_printable(text: &[u8], allowed: &[u8]) -> bool {
    let is_control = |byte: u8| byte < b' ' || byte == 0x7F;
    !text
        .iter()
        .fold(false, |found, byte| found | is_control(*byte))
        || text
            .iter()
            .all(|byte| !is_control(*byte) || allowed.contains(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_read_here_where_it_is_written_plainly() {
        let check = |lines: &str, values: Option<usize>| {
            let source = format!("[[events]]\n{lines}");
            let found = event(&source, 0..source.len());
            assert_eq!(found.map(|(_, values)| values), values, "{lines}");
        };
        check("id = \"a\"\ndate = 1839\n", Some(2));
        check(
            "id = \"a\" # a comment\n\n# another\ntitle = \"\"\"\nA\"\"\"",
            Some(2),
        );
        check("tags = [\"a\", \"b\"]\r\n", Some(3));
        check("parties = [{ country = \"a\", role = \"b\" }]", Some(4));
        check("links = [\n  { passage = \"a\" },\n]\n", Some(3));
        // An escape, another quotation mark, a key in parts, and whatever is wrong are left to the crate.
        check("title = \"\\u0041\"", None);
        check("title = 'a'", None);
        check("image.url = \"a\"", None);
        check("title = ", None);
        check("title = \"a\" b", None);
        check("title = \"a", None);
    }

    #[test]
    fn the_events_of_a_sample_are_plain() {
        let source = include_str!("../../../tests/data/small.toml");
        let starts: Vec<usize> = source.match_indices(HEADER).map(|(at, _)| at).collect();
        assert_eq!(starts.len(), 9);
        // Behind the last one come tables of other sorts.
        for piece in starts.windows(2) {
            let (start, end) = (piece[0], piece[1]);
            assert!(
                event(source, start..end).is_some(),
                "{}",
                &source[start..end]
            );
        }
    }
}
