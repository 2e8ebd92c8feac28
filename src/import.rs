//! From other forms to a timeline file: what is read becomes the tree of a file, and the tree becomes TOML.
//!
//! Nothing is left out in silence: a row, a slide or a span that cannot be read is a loss with its reason and its
//! location, and what a timeline has no room for is a remark. Nothing here knows of files or of a terminal.

mod dates;
mod draft;
mod json;
mod plain;
mod sheet;
mod timelinejs;
mod toml;

use std::fmt;
use std::str::Utf8Error;

use serde_json::{Map, Value};

use crate::timeline::diagnostic::Severity;
use crate::timeline::load;

/// A table of a file.
type Object = Map<String, Value>;

/// What can be imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportForm {
    /// TimelineJS, version 3: one object with `events`.
    TimelineJs,
    /// A table with a heading in its first row, fields between commas, semicolons or tabs.
    Csv,
    /// What our own export writes.
    Json,
}

/// A timeline file made from another form.
#[derive(Debug, Default)]
pub struct Imported {
    /// The file, in TOML.
    pub file: String,
    /// How many events were taken over.
    pub events: usize,
    /// What could not be read and is left out, each with where it stood.
    pub losses: Vec<String>,
    /// What was read otherwise than it was written, or has no room in a timeline.
    pub remarks: Vec<String>,
}

/// Why there is nothing to import.
#[derive(Debug)]
pub enum Unreadable {
    /// The bytes are no text.
    NotUtf8(Utf8Error),
    /// The text is no JSON.
    Json(serde_json::Error),
    /// It can be read, and holds no timeline; the reason is a sentence.
    Content(String),
}

impl Unreadable {
    fn content(reason: &str) -> Self {
        Unreadable::Content(reason.to_owned())
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unreadable::NotUtf8(error) => {
                let at = error.valid_up_to() + 1;
                write!(f, "byte {at} is not UTF-8; save the file as UTF-8")
            }
            Unreadable::Json(error) => {
                let what = if error.is_eof() {
                    "the JSON ends too early, at"
                } else {
                    "broken JSON at"
                };
                write!(f, "{what} line {} column {}", error.line(), error.column())
            }
            Unreadable::Content(reason) => f.write_str(reason),
        }
    }
}

impl std::error::Error for Unreadable {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Unreadable::NotUtf8(error) => Some(error),
            Unreadable::Json(error) => Some(error),
            Unreadable::Content(_) => None,
        }
    }
}

/// The tree of a file, and what was lost on the way to it.
#[derive(Debug, Default)]
struct Read {
    file: Object,
    losses: Vec<String>,
    remarks: Vec<String>,
}

/// Reads another form; without a `form` the form is guessed from the name and from how the text begins.
///
/// # Errors
/// When there is nothing that can be imported.
pub fn import(name: &str, bytes: &[u8], form: Option<ImportForm>) -> Result<Imported, Unreadable> {
    let text = std::str::from_utf8(bytes).map_err(Unreadable::NotUtf8)?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(Unreadable::content("it is empty"));
    }
    let read = match form.map_or_else(|| guess(name, text), Ok)? {
        ImportForm::Csv => sheet::read(name, text)?,
        ImportForm::TimelineJs => timelinejs::read(&parsed(text)?)?,
        ImportForm::Json => json::read(&parsed(text)?)?,
    };
    let events = read.file.get("events").and_then(Value::as_array);
    let events = events.map_or(0, Vec::len);
    if events == 0 {
        let mut reason = "no event in it can be read".to_owned();
        for loss in &read.losses {
            reason.push_str(&format!("\n  {loss}"));
        }
        return Err(Unreadable::Content(reason));
    }
    let file = toml::written(&read.file);
    checked(&file)?;
    Ok(Imported {
        file,
        events,
        losses: read.losses,
        remarks: read.remarks,
    })
}

/// What it is: JSON begins with a brace, and ours with the version of its format.
fn guess(name: &str, text: &str) -> Result<ImportForm, Unreadable> {
    let lower = name.to_lowercase();
    if text.trim_start().starts_with('{') {
        let value = parsed(text)?;
        let ours = value.get("format").is_some();
        return Ok(if ours {
            ImportForm::Json
        } else {
            ImportForm::TimelineJs
        });
    }
    if lower.ends_with(".json") {
        return parsed(text).and(Err(Unreadable::content("it is no object of JSON")));
    }
    let first = text.lines().next().unwrap_or_default();
    if lower.ends_with(".csv") || lower.ends_with(".tsv") || first.contains([',', ';', '\t']) {
        return Ok(ImportForm::Csv);
    }
    Err(Unreadable::content(
        "it is neither JSON nor CSV; if it is, say which with --format",
    ))
}

fn parsed(text: &str) -> Result<Value, Unreadable> {
    serde_json::from_str(text).map_err(Unreadable::Json)
}

/// The file must pass the check of every timeline; where it does not, its faults are the error and nothing is written.
fn checked(file: &str) -> Result<(), Unreadable> {
    let loaded = load::read("the imported timeline", file.as_bytes().to_vec());
    if loaded.report.count(Severity::Error) == 0 {
        return Ok(());
    }
    let faults = loaded.report.render(false, false);
    Err(Unreadable::Content(format!(
        "what it holds makes no timeline\n{faults}"
    )))
}

/// A short name made of a text: "treaty-of-london-1839".
fn slug(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut slug = String::new();
    for character in crate::text::fold::fold(text).chars() {
        if character.is_alphanumeric() {
            slug.push(character);
        } else if !slug.ends_with('-') && !slug.is_empty() && character != '\'' {
            slug.push('-');
        }
    }
    while slug.len() > LONGEST {
        match slug.rfind('-') {
            Some(at) => slug.truncate(at),
            None => break,
        }
    }
    slug.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_is_made_of_the_words_of_a_text() {
        let check = |text: &str, expected: &str| assert_eq!(slug(text), expected);
        check("Treaty of London, 1839", "treaty-of-london-1839");
        check("Ukraine’s law", "ukraines-law");
        check("Åland – 1921!", "aland-1921");
        check("…", "");
        assert!(slug(&"word ".repeat(40)).len() <= 60);
    }

    #[test]
    fn the_form_is_guessed_from_how_a_text_begins() {
        let check = |name: &str, text: &str, expected: Result<ImportForm, &str>| {
            let found = guess(name, text).map_err(|error| error.to_string());
            assert_eq!(found, expected.map_err(str::to_owned), "{name} {text}");
        };
        check("a.json", r#"{"format": 1}"#, Ok(ImportForm::Json));
        check("-", r#" {"events": []}"#, Ok(ImportForm::TimelineJs));
        check("a.csv", "date", Ok(ImportForm::Csv));
        check("-", "date;title", Ok(ImportForm::Csv));
        check(
            "a.json",
            r#"{"events": ["#,
            Err("the JSON ends too early, at line 1 column 12"),
        );
        check("a.json", "[]", Err("it is no object of JSON"));
        check(
            "a.bin",
            "abc",
            Err("it is neither JSON nor CSV; if it is, say which with --format"),
        );
    }
}
