//! A file read event by event, so that what is made of its text on the way is never larger than one event.
//!
//! The tree of a file takes many times the memory of its text, and more than its share of the time. So the text is
//! divided at lines that begin with `[`: events on the one side, the rest on the other, which is joined and read at once.
//! Where a line was taken for a header and is none, inside a text of several lines say, neither side can be read, or a
//! part does not end where it was cut; then there is no answer here, and the file is read as one.

use std::ops::Range;

use memchr::memmem::{self, Finder};
use toml::de::{DeTable, DeValue};
use toml_parser::Source;
use toml_parser::lexer::TokenKind;

use super::{Limits, plain};
use crate::timeline::diagnostic::Faults;
use crate::timeline::shares;
use crate::timeline::table_reader::Located;
use crate::timeline::tree::TomlValue;

/// What every event begins with, at the beginning of a line.
pub(super) const HEADER: &str = "[[events]]";

/// A text divided into its events and all the rest.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Pieces {
    /// Where the events stand, each from its header to the next.
    pub events: Vec<Range<usize>>,
    /// Where everything else stands.
    pub rest: Vec<Range<usize>>,
}

impl Pieces {
    /// Divides a text at what look like headers.
    pub(super) fn of(source: &str) -> Self {
        Self::in_shares(source, shares::number(source.len()))
    }

    /// The same by so many threads.
    pub(super) fn in_shares(source: &str, shares: usize) -> Self {
        let parts = parts(source, shares);
        let divide = |parts: &[Range<usize>], _: &Faults| match parts {
            [first, .., last] => Self::within(source, first.start..last.end),
            _ => Self::within(source, parts.first().cloned().unwrap_or_default()),
        };
        let done = shares::work(&parts, parts.len(), &Faults::default(), divide);
        let mut done = done.into_iter().zip(&parts);
        let (mut all, mut end) = done
            .next()
            .map_or((Pieces::default(), 0), |(first, _)| first);
        for ((pieces, its_end), part) in done {
            // What looks like a header to who begins there may stand in a text that began before.
            if part.start != end {
                all.append(Self::within(source, end..source.len()).0);
                break;
            }
            all.append(pieces);
            end = its_end;
        }
        all
    }

    /// Divides what begins in a part of the text; the answer is also where that ends, which may be behind the part.
    fn within(source: &str, part: Range<usize>) -> (Self, usize) {
        let bytes = source.as_bytes();
        let (line, quotes) = (Finder::new(b"\n["), Finder::new(b"\"\"\""));
        let mut pieces = Pieces::default();
        let mut start = part.start;
        while start < part.end {
            let is_event = source[start..].starts_with(HEADER);
            // What stands between the quotation marks is text, whatever its lines begin with.
            let (mut end, mut counted, mut is_text) = (start, start, false);
            loop {
                let Some(next) = line.find(&bytes[end..]) else {
                    end = bytes.len();
                    break;
                };
                end += next + 1;
                let marks = quotes.find_iter(&bytes[counted..end]).count();
                (counted, is_text) = (end, is_text ^ (marks % 2 == 1));
                let goes_on = is_text || is_event && continues(&bytes[end..]);
                if !goes_on {
                    break;
                }
            }
            match is_event {
                true => pieces.events.push(start..end),
                false => pieces.add_rest(start..end),
            }
            start = end;
        }
        (pieces, start)
    }

    /// Adds what is no event, behind all else.
    fn add_rest(&mut self, piece: Range<usize>) {
        match self.rest.last_mut() {
            Some(last) if last.end == piece.start => last.end = piece.end,
            _ => self.rest.push(piece),
        }
    }

    fn append(&mut self, mut others: Pieces) {
        self.events.append(&mut others.events);
        others
            .rest
            .into_iter()
            .for_each(|piece| self.add_rest(piece));
    }
}

/// Parts of a text of about the same length; all but the first begin with what looks like an event.
fn parts(source: &str, number: usize) -> Vec<Range<usize>> {
    let header = Finder::new(b"\n[[events]]");
    let begins = |part: usize| {
        let from = source.len() / number * part;
        let found = header.find(&source.as_bytes()[from..]);
        found.map_or(source.len(), |at| from + at + 1)
    };
    let mut starts: Vec<usize> = (1..number).map(begins).collect();
    starts.insert(0, 0);
    starts.dedup();
    let ends = starts.iter().skip(1).copied().chain([source.len()]);
    starts
        .iter()
        .copied()
        .zip(ends)
        .map(|(start, end)| start..end)
        .collect()
}

/// Whether a header belongs to the event before it: `[events.image]`.
fn continues(header: &[u8]) -> bool {
    header.starts_with(b"[events.") || header.starts_with(b"[[events.")
}

/// Whether a text ends outside of every list, table and string that it begins.
pub(super) fn is_complete(text: &str) -> bool {
    let mut depth = 0_usize;
    for token in Source::new(text).lex() {
        let written = || {
            text.get(token.span().start()..token.span().end())
                .unwrap_or_default()
        };
        let is_closed = |mark: &str| written().len() >= 2 * mark.len() && written().ends_with(mark);
        match token.kind() {
            TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket => depth += 1,
            TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket => {
                match depth.checked_sub(1) {
                    Some(less) => depth = less,
                    None => return false,
                }
            }
            TokenKind::MlBasicString if !is_closed("\"\"\"") => return false,
            TokenKind::MlLiteralString if !is_closed("'''") => return false,
            _ => {}
        }
    }
    depth == 0
}

/// Where a part ends of which a tree may be made: before an event, so that nothing is cut but what is broken itself.
pub(super) fn end_of_part(text: &str, limits: Limits) -> usize {
    let most = usize::try_from(limits.bytes()).unwrap_or(usize::MAX);
    let mut tokens = Source::new(text).lex();
    let past = tokens.nth(usize::try_from(limits.words()).unwrap_or(usize::MAX));
    let end = past
        .map_or(text.len(), |token| token.span().start())
        .min(most);
    if end == text.len() {
        return end;
    }
    let header = format!("\n{HEADER}");
    let before = memmem::rfind(&text.as_bytes()[..end], header.as_bytes());
    before.map_or_else(
        || memchr::memrchr(b'\n', &text.as_bytes()[..end]).map_or(0, |at| at + 1),
        |at| at + 1,
    )
}

/// The table of an event, with positions in the file, and how many values it has; `None` where it is no TOML, or more
/// than one event.
pub(super) fn event(source: &str, piece: Range<usize>) -> Option<(Located<TomlValue<'_>>, usize)> {
    if let Some(event) = plain::event(source, piece.clone()) {
        return Some(event);
    }
    let text = source.get(piece.clone())?;
    let values = Source::new(text).lex().count();
    let file = DeTable::parse(text).ok()?.into_inner();
    let mut events = file.into_iter().map(|(_, events)| events.into_inner());
    let (Some(DeValue::Array(list)), None) = (events.next(), events.next()) else {
        return None;
    };
    let mut list = list.into_iter();
    let (Some(event), None) = (list.next(), list.next()) else {
        return None;
    };
    let in_file = |span: Range<usize>| span.start + piece.start..span.end + piece.start;
    Some((TomlValue::of(event, &in_file), values))
}

/// Where in the file a part of the rest stood.
pub(super) fn in_file(span: Range<usize>, rest: &[Range<usize>]) -> Range<usize> {
    let mut before = 0;
    for piece in rest {
        // A header ends where its piece does at most, so that both ends of a value lie in one piece.
        if span.start < before + piece.len() {
            let by = piece.start - before;
            return span.start + by..span.end + by;
        }
        before += piece.len();
    }
    let end = rest.last().map_or(0, |piece| piece.end);
    end..end
}
