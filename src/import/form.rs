//! What a file is, told from its name and its beginning; what cannot be imported is called by its name.

use serde_json::Value;

use super::Unreadable;
use super::markwhen::is_markwhen;
use super::ris::is_ris;
use super::table::parting_sign;

/// What can be imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportForm {
    /// TimelineJS: one object with `events`, or of its first versions with `timeline`.
    TimelineJs,
    /// A table with a heading in its first row, fields between commas, semicolons or tabs.
    Csv,
    /// What our own export writes, or any list of records.
    Json,
    /// Lines that begin with a date and a colon.
    Markwhen,
    /// An outline whose headings have timestamps.
    Org,
    /// The events of a calendar.
    ICalendar,
    /// The records of a reference manager.
    Ris,
}

/// How files begin that are no text, and what they are.
const BINARY: [(&[u8], &str); 8] = [
    (b"PK\x03\x04", "a packed file"),
    (
        b"\xD0\xCF\x11\xE0",
        "a spreadsheet or a document of Microsoft’s old kind; save it as CSV in UTF-8",
    ),
    (
        b"%PDF",
        "a PDF; copy its table into a spreadsheet and save that as CSV",
    ),
    (b"\x1F\x8B", "packed with gzip; unpack it first"),
    (
        b"SQLite format 3",
        "a database of SQLite; export a table of it as CSV",
    ),
    (b"\x89PNG", "a picture"),
    (b"\xFF\xD8\xFF", "a picture"),
    (b"GIF8", "a picture"),
];

/// The text of a file: UTF-8, or UTF-16 with its mark or with the noughts between its letters.
///
/// # Errors
/// What the file is instead, and how it becomes text.
pub(super) fn text(bytes: &[u8]) -> Result<String, Unreadable> {
    if let Some((_, what)) = BINARY.iter().find(|(begins, _)| bytes.starts_with(begins)) {
        let has = |name: &[u8]| bytes.windows(name.len()).any(|part| part == name);
        let what = match *what {
            "a packed file" if has(b"xl/") => "a spreadsheet (xlsx); save it as CSV in UTF-8",
            "a packed file" if has(b"opendocument.spreadsheet") => {
                "a spreadsheet (ods); save it as CSV in UTF-8"
            }
            "a packed file" if has(b"Index/Document.iwa") => {
                "a spreadsheet of Numbers; export it as CSV"
            }
            "a packed file" if has(b"word/") => {
                "a document (docx); copy its table into a spreadsheet and save that as CSV"
            }
            what => what,
        };
        return Err(format!("it is {what}").into());
    }
    let from_16 = |bytes: &[u8], of: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).map(|pair| match *pair {
            [a, b] => of([a, b]),
            _ => 0,
        });
        let text: Result<String, _> = char::decode_utf16(units).collect();
        text.map_err(|_| Unreadable::from("it is broken UTF-16; save the file as UTF-8"))
    };
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => {
            return Err("it is UTF-32; save the file as UTF-8".into());
        }
        [0xFF, 0xFE, rest @ ..] => return from_16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => return from_16(rest, u16::from_be_bytes),
        [1..=255, 0, 1..=255, 0, ..] => return from_16(bytes, u16::from_le_bytes),
        [0, 1..=255, 0, 1..=255, ..] => return from_16(bytes, u16::from_be_bytes),
        _ => {}
    }
    let text = std::str::from_utf8(bytes).map_err(Unreadable::NotUtf8)?;
    Ok(text.strip_prefix('\u{FEFF}').unwrap_or(text).to_owned())
}

/// What it is: JSON begins with a brace or a bracket, and ours has the version of its format.
pub(super) fn guess(name: &str, text: &str) -> Result<ImportForm, Unreadable> {
    let name = name.to_lowercase();
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    let start = text.trim_start();
    if start.starts_with(['{', '[']) && !is_toml(start) && !ends(&[".csv", ".tsv"]) {
        return json(&parsed(text)?);
    }
    if ends(&[".json", ".geojson"]) {
        return parsed(json_in(text)).and_then(|value| json(&value));
    }
    if start.starts_with("BEGIN:VCALENDAR") {
        return Ok(ImportForm::ICalendar);
    }
    if is_ris(start) {
        return Ok(ImportForm::Ris);
    }
    if start.starts_with('<') {
        let lower = start.get(..400).unwrap_or(start).to_lowercase();
        let what = if ["<html", "<!doctype html", "<table", "<body"]
            .iter()
            .any(|tag| lower.contains(tag))
        {
            "a page of HTML; copy its table into a spreadsheet and save that as CSV"
        } else if lower.contains("<data") {
            "XML of SIMILE; its JSON can be imported"
        } else {
            "XML"
        };
        return Err(format!("it is {what}").into());
    }
    if ends(&[".toml"]) || is_toml(start) {
        return Err(
            "it is TOML; a timeline needs no import, and 'neutrality check' reads it".into(),
        );
    }
    if ends(&[".bib"]) || start.starts_with('@') {
        return Err("it is a list of works (BibTeX), and no timeline".into());
    }
    if ends(&[".org"]) || start.starts_with("* ") || start.starts_with("#+") {
        return Ok(ImportForm::Org);
    }
    if ends(&[".mw", ".markwhen"]) {
        return Ok(ImportForm::Markwhen);
    }
    if ends(&[".csv", ".tsv"]) {
        return Ok(ImportForm::Csv);
    }
    if json_in(text).len() < start.len() {
        return parsed(json_in(text)).and_then(|value| json(&value));
    }
    if is_markwhen(text) {
        return Ok(ImportForm::Markwhen);
    }
    let first = start.lines().next().unwrap_or_default();
    if first.contains([',', ';', '\t']) {
        return Ok(ImportForm::Csv);
    }
    Err(
        "it is neither JSON nor CSV, iCalendar, Markwhen nor Org; if it is, say which with --format"
            .into(),
    )
}

/// Which JSON it is.
fn json(value: &Value) -> Result<ImportForm, Unreadable> {
    match value {
        Value::Array(_) => Ok(ImportForm::Json),
        Value::Object(object) if object.contains_key("format") => Ok(ImportForm::Json),
        Value::Object(object)
            if object.contains_key("head") || object.contains_key("dateTimeFormat") =>
        {
            Ok(ImportForm::Json)
        }
        Value::Object(_)
            if ["date", "slides", "events"]
                .iter()
                .any(|key| value["timeline"][*key].is_array()) =>
        {
            Ok(ImportForm::TimelineJs)
        }
        Value::Object(object) => {
            let events = object.get("events").and_then(Value::as_array);
            let is_slide = |of: &Value| {
                ["start_date", "text"]
                    .iter()
                    .all(|key| of[*key].is_object())
            };
            let has_slides =
                events.is_some_and(|events| events.is_empty() || events.iter().any(is_slide));
            let has_lists = object.values().any(|value| {
                let items = value.as_array();
                items.is_some_and(|items| {
                    items
                        .iter()
                        .any(|item| item.as_object().is_some_and(|keys| !keys.is_empty()))
                })
            });
            Ok(if has_lists && !has_slides {
                ImportForm::Json
            } else {
                ImportForm::TimelineJs
            })
        }
        _ => Err("it is no object and no list of JSON".into()),
    }
}

/// A table of TOML, or a key of it.
fn is_toml(start: &str) -> bool {
    let first = start
        .lines()
        .find(|line| !line.trim().is_empty() && !line.starts_with('#'));
    let first = first.unwrap_or_default().trim();
    // The first line of a table may name the sign that parts it.
    if parting_sign(first).is_some() {
        return false;
    }
    let key = first.split_once('=').map(|(key, _)| key.trim());
    let is_header = first.starts_with('[')
        && first.ends_with(']')
        && !first.contains(['"', '{', ','])
        && first.len() > 2;
    let is_key = key.is_some_and(|key| {
        !key.is_empty()
            && key
                .chars()
                .all(|sign| sign.is_ascii_alphanumeric() || "_-".contains(sign))
    });
    is_header || (is_key && !first.contains('{') && !first.contains('('))
}

/// The JSON within a script that hands it to a function or to a name.
pub(super) fn json_in(text: &str) -> &str {
    let trimmed = text
        .trim()
        .trim_end_matches(';')
        .trim_end()
        .trim_end_matches(')')
        .trim_end();
    let head = trimmed
        .find(['{', '['])
        .and_then(|at| trimmed.split_at_checked(at));
    match head {
        Some((head, json)) if head.trim_end().ends_with(['=', '(']) && !head.contains('\n') => json,
        _ => text,
    }
}

fn parsed(text: &str) -> Result<Value, Unreadable> {
    serde_json::from_str(text).map_err(Unreadable::Json)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_is_guessed_from_how_a_text_begins() {
        let check = |name: &str, text: &str, expected: Result<ImportForm, &str>| {
            let found = guess(name, text);
            let found = found.map_err(|error| error.to_string());
            assert_eq!(found, expected.map_err(str::to_owned), "{name} {text}");
        };
        check("a.json", r#"{"format": 1}"#, Ok(ImportForm::Json));
        check("-", r#" {"events": []}"#, Ok(ImportForm::TimelineJs));
        check(
            "-",
            r#"{"timeline": {"date": []}}"#,
            Ok(ImportForm::TimelineJs),
        );
        check(
            "a.json",
            r#"var data = {"timeline": {"date": []}};"#,
            Ok(ImportForm::TimelineJs),
        );
        check("-", r#"[{"date": "1914"}]"#, Ok(ImportForm::Json));
        check("-", r#"{"data": [{"date": "1914"}]}"#, Ok(ImportForm::Json));
        check("a.csv", "date", Ok(ImportForm::Csv));
        check("-", "date;title", Ok(ImportForm::Csv));
        check("a.csv", "sep=;\ndate;title", Ok(ImportForm::Csv));
        check("-", "TY  - BOOK\r\n", Ok(ImportForm::Ris));
        check("-", "* Wars\n", Ok(ImportForm::Org));
        check("a.org", "Notes", Ok(ImportForm::Org));
        check("-", "BEGIN:VCALENDAR\r\n", Ok(ImportForm::ICalendar));
        check(
            "-",
            "title: Wars\n\n1914: One\n1939: Two\n",
            Ok(ImportForm::Markwhen),
        );
        check(
            "a.json",
            r#"{"events": ["#,
            Err("the JSON ends too early, at line 1 column 12"),
        );
        check("a.json", "1", Err("it is no object and no list of JSON"));
        check(
            "a.toml",
            "format = 1",
            Err("it is TOML; a timeline needs no import, and 'neutrality check' reads it"),
        );
        check(
            "-",
            "[[events]]\nid = \"a\"",
            Err("it is TOML; a timeline needs no import, and 'neutrality check' reads it"),
        );
        check(
            "-",
            "<!doctype html>\n<table>",
            Err("it is a page of HTML; copy its table into a spreadsheet and save that as CSV"),
        );
        check("a.xml", "<?xml version='1.0'?><a/>", Err("it is XML"));
        check(
            "a.bin",
            "abc",
            Err(
                "it is neither JSON nor CSV, iCalendar, Markwhen nor Org; if it is, say which with --format",
            ),
        );
    }

    #[test]
    fn what_is_no_text_is_called_by_its_name() {
        let check = |bytes: &[u8], expected: &str| {
            assert_eq!(text(bytes).unwrap_err().to_string(), expected);
        };
        check(
            b"PK\x03\x04..xl/workbook.xml",
            "it is a spreadsheet (xlsx); save it as CSV in UTF-8",
        );
        check(b"PK\x03\x04..", "it is a packed file");
        check(
            b"a\xFFb",
            "byte 2 is not UTF-8, as of a spreadsheet in Windows-1252; save the file as UTF-8",
        );
        assert_eq!(text(b"\xFF\xFEa\0,\0").unwrap(), "a,");
        assert_eq!(text(b"\xFE\xFF\0a\0,").unwrap(), "a,");
        assert_eq!(text(b"a\0,\0").unwrap(), "a,");
        assert_eq!(text(b"\0a\0,").unwrap(), "a,");
        assert_eq!(text(b"a,\0,").unwrap(), "a,\0,");
        check(
            b"\xFF\xFE\0\0a\0\0\0",
            "it is UTF-32; save the file as UTF-8",
        );
    }
}
