//! What the TOML parser says of a broken file, in words that help the one who wrote it.

use std::ops::Range;

use toml::de::Error;

use super::diagnostic::{Faults, quoted};
use crate::text;

const UNCLOSED_BEFORE: &str = "the list before this header is not closed";

/// Tells every break, once a line: after a slip the parser often stumbles a second time over what follows it.
pub(crate) fn report(errors: &[Error], source: &str, faults: &Faults) {
    let mut errors: Vec<(Range<usize>, &str)> = errors
        .iter()
        .map(|error| (error.span().unwrap_or(0..0), error.message()))
        .collect();
    errors.sort_by_key(|(span, _)| span.start);
    let mut reported_to = 0;
    for (span, message) in errors {
        if span.start < reported_to {
            continue;
        }
        let (span, message, help) = in_plain_words(span, message, source);
        reported_to = end_of_slip(&span, &message, source);
        faults.error(&span, format!("broken TOML: {message}"), help);
    }
}

/// Where the next fault can be one of its own: on the next line, and after a doubled table behind its keys.
fn end_of_slip(span: &Range<usize>, message: &str, source: &str) -> usize {
    let rest = source.get(span.start..).unwrap_or_default();
    let end = match message {
        // The rest of the file is taken for the rest of the list.
        UNCLOSED_BEFORE => None,
        _ if message.starts_with("the table") => rest.find("\n["),
        _ => rest.find('\n'),
    };
    end.map_or(source.len(), |end| span.start + end + 1)
        .max(span.end)
}

/// The position, what is wrong there, and how to mend it.
fn in_plain_words(
    span: Range<usize>,
    message: &str,
    source: &str,
) -> (Range<usize>, String, Option<String>) {
    let (what, expected) = message.split_once(", expected ").unwrap_or((message, ""));
    let written = source.get(span.clone()).unwrap_or_default();
    let line = source
        .get(..span.start)
        .map_or(0, |before| before.rfind('\n').map_or(0, |at| at + 1));
    let is_header = source.get(line..).is_some_and(|line| line.starts_with('['));
    let (message, help) = match what {
        "invalid date" | "invalid datetime" if is_year_and_month(written) => {
            return (
                span,
                "TOML has no date without a day".to_owned(),
                Some(format!("write it as \"{written}\"")),
            );
        }
        "string values must be quoted" if is_header => (UNCLOSED_BEFORE, "end the list with `]`"),
        "string values must be quoted" => return unquoted(span, written),
        "duplicate key" => return doubled(span, written, is_header),
        "invalid basic string" if expected == "`\"`" || written.starts_with('\r') => (
            "the string is not closed",
            "end it with `\"`; text of several lines stands between `\"\"\"` and `\"\"\"`",
        ),
        "invalid multi-line basic string" if expected == "`\"`" => {
            // The parser notices at the end of the file; the author should look where the text begins.
            let before = source.get(..span.start).unwrap_or_default();
            let begins = before.rfind("\"\"\"").map_or(span, |at| at..at + 3);
            return (
                begins,
                "the text is not closed".to_owned(),
                Some("end it with `\"\"\"`".to_owned()),
            );
        }
        "invalid basic string" | "invalid multi-line basic string" => {
            ("a string cannot hold this character", "take it out")
        }
        "missing comma between array elements" | "missing comma between key-value pairs" => {
            ("a comma is missing", "write `,` before this")
        }
        "unclosed array" => ("the list is not closed", "end it with `]`"),
        "unclosed inline table" => ("the table is not closed", "end it with `}`"),
        "unclosed table" => ("the header is not closed", "end it with `]`"),
        "unclosed array table" => ("the header is not closed", "end it with `]]`"),
        "invalid unquoted key" if written == ":" => (
            "a value stands after an equals sign",
            "write `=` instead of `:`",
        ),
        "key with no value" => (
            "a key stands without a value",
            "write `key = value`; a string stands between quotation marks",
        ),
        "recursion limit" => (
            "the values are nested too deeply",
            "the format needs no more than four levels",
        ),
        _ => return (span, text::clean(message).into_owned(), None),
    };
    (span, message.to_owned(), Some(help.to_owned()))
}

/// "1914-08", which is a date to us.
fn is_year_and_month(written: &str) -> bool {
    let figures = |part: &str, count: usize| {
        part.len() == count && part.bytes().all(|digit| digit.is_ascii_digit())
    };
    let parts = written.split_once('-');
    parts.is_some_and(|(year, month)| figures(year, 4) && figures(month, 2))
}

fn unquoted(span: Range<usize>, written: &str) -> (Range<usize>, String, Option<String>) {
    const CURLY: [char; 9] = ['“', '”', '„', '‟', '‘', '’', '«', '»', '`'];
    let bare = text::truncate(written.trim(), 40).replace(CURLY, "");
    let help = format!("write it as \"{}\"", text::clean(&bare));
    let message = if written.starts_with(CURLY) {
        "TOML has straight quotation marks"
    } else {
        "a string stands between quotation marks"
    };
    (span, message.to_owned(), Some(help))
}

fn doubled(
    span: Range<usize>,
    written: &str,
    is_header: bool,
) -> (Range<usize>, String, Option<String>) {
    let name = quoted(&text::clean(written));
    if is_header {
        return (
            span,
            format!("the table {name} stands here a second time"),
            Some("join the two, or rename one".to_owned()),
        );
    }
    (
        span,
        format!("the key {name} stands here a second time"),
        Some("keep one of the two".to_owned()),
    )
}
