//! From other forms to a timeline file: what is read becomes the tree of a file, and the tree becomes TOML.
//!
//! Nothing is left out in silence: a row, a slide or a span that cannot be read is a loss with its reason and its
//! location, and what a timeline has no room for is a remark. Nothing here knows of files or of a terminal.

mod columns;
mod dates;
mod draft;
mod form;
mod hidden;
mod icalendar;
mod json;
mod markwhen;
mod org;
mod plain;
mod records;
mod repeated;
mod report;
mod ris;
mod sheet;
mod table;
mod timelinejs;
mod toml;

use std::fmt;
use std::path::Path;
use std::str::Utf8Error;

use serde_json::{Map, Value};

use crate::timeline::date::words::FigureOrder;
use crate::timeline::diagnostic::Severity;
use crate::timeline::load::{self, Limits};
pub use form::ImportForm;
use form::json_in;
use table::TitledTable;

/// A table of a file.
type Object = Map<String, Value>;

/// What is given of a file that it does not say itself.
#[derive(Debug, Clone, Default)]
pub struct ImportOptions {
    /// What it is; without it, that is told from its name and its beginning.
    pub form: Option<ImportForm>,
    /// What columns hold, each by a role and its name: `title`, `Topic`.
    pub columns: Vec<(String, String)>,
    /// How it writes days and months in figures.
    pub order: Option<FigureOrder>,
    /// Within which the timeline must keep that is made of it.
    pub limits: Limits,
}

impl From<ImportForm> for ImportOptions {
    fn from(form: ImportForm) -> Self {
        ImportOptions {
            form: Some(form),
            ..ImportOptions::default()
        }
    }
}

/// Every word that says what a column holds.
#[must_use]
pub fn roles() -> Vec<&'static str> {
    columns::words()
}

/// A timeline file made from another form.
#[derive(Debug, Default)]
pub struct Imported {
    /// The file, in TOML.
    pub file: String,
    /// How many events were taken over.
    pub events: usize,
    /// How many of them are not as they were written.
    pub changed: usize,
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

impl From<String> for Unreadable {
    fn from(reason: String) -> Self {
        Unreadable::Content(reason)
    }
}

impl From<&str> for Unreadable {
    fn from(reason: &str) -> Self {
        Unreadable::Content(reason.to_owned())
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unreadable::NotUtf8(error) => {
                let at = error.valid_up_to() + 1;
                write!(
                    f,
                    "byte {at} is not UTF-8, as of a spreadsheet in Windows-1252; save the file as UTF-8"
                )
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
    /// How many events are not as they were written.
    changed: usize,
    losses: Vec<String>,
    remarks: Vec<String>,
}

/// Reads another form.
///
/// # Errors
/// When there is nothing that can be imported.
pub fn import(name: &str, bytes: &[u8], options: &ImportOptions) -> Result<Imported, Unreadable> {
    let text = form::text(bytes)?;
    if text.trim().is_empty() {
        return Err("it is empty".into());
    }
    let form = options.form.map_or_else(|| form::guess(name, &text), Ok)?;
    let mut read = read(form, name, &text, options)?;
    let written = hidden::WrittenAs {
        json: matches!(form, ImportForm::Json | ImportForm::TimelineJs),
        html: matches!(form, ImportForm::Csv | ImportForm::TimelineJs),
    };
    read.remarks.extend(hidden::remark(&text, written));
    let events = read.file.get("events").and_then(Value::as_array);
    let events = events.map_or(0, Vec::len);
    if events == 0 {
        let mut reason = "no event in it can be read".to_owned();
        for loss in summed_up(&read.losses) {
            reason.push_str(&format!("\n  {loss}"));
        }
        return Err(reason.into());
    }
    let file = toml::written(&read.file);
    checked(&file, options.limits)?;
    Ok(Imported {
        file,
        events,
        changed: read.changed,
        losses: read.losses,
        remarks: read.remarks,
    })
}

/// So many remarks or losses are listed one by one.
const MOST_TOLD: usize = 100;

/// The first hundred of a list, then how many more there are.
pub fn summed_up(lines: &[String]) -> impl Iterator<Item = String> {
    let more = lines.len().saturating_sub(MOST_TOLD);
    let more = (more > 0).then(|| format!("and {more} more"));
    lines.iter().take(MOST_TOLD).cloned().chain(more)
}

fn read(
    form: ImportForm,
    name: &str,
    text: &str,
    options: &ImportOptions,
) -> Result<Read, Unreadable> {
    let (given, order) = (&options.columns, options.order);
    let title = title_of(name);
    let titled = |file: TitledTable| {
        let title = match file.title.is_empty() {
            true => &title,
            false => &file.title,
        };
        let order = order.or(file.order);
        sheet::read(title, file.table, given, order, &file.remarks)
    };
    match form {
        ImportForm::Csv => {
            let table = table::of_csv(text, |names| sheet::is_header(names, given))?;
            sheet::read(&title, table, given, order, &[])
        }
        ImportForm::TimelineJs => {
            let (document, repeated) = parsed(json_in(text))?;
            let read = match &document["timeline"] {
                old if old["date"].is_array() => timelinejs::read(&records::as_third_version(old)),
                within if within["events"].is_array() => timelinejs::read(within),
                within if within["slides"].is_array() => {
                    timelinejs::read(&serde_json::json!({ "events": within["slides"] }))
                }
                _ => timelinejs::read(&document),
            };
            with_remarks(read, repeated)
        }
        ImportForm::Json => {
            let (document, repeated) = parsed(json_in(text))?;
            if document.get("format").is_some() {
                return with_remarks(json::read(&document), repeated);
            }
            let table = records::table(&document).ok_or("it has no list of records")?;
            with_remarks(sheet::read(&title, table, given, order, &[]), repeated)
        }
        ImportForm::Markwhen => titled(markwhen::read(text)),
        ImportForm::Org => titled(org::read(text)),
        ImportForm::ICalendar => titled(icalendar::read(text)),
        ImportForm::Ris => titled(ris::read(text)),
    }
}

/// What was read, with remarks on the text before those on what it holds.
fn with_remarks(
    read: Result<Read, Unreadable>,
    mut remarks: Vec<String>,
) -> Result<Read, Unreadable> {
    let mut read = read?;
    remarks.append(&mut read.remarks);
    read.remarks = remarks;
    Ok(read)
}

/// The value of a text in JSON, with a remark for each of its keys that comes again.
fn parsed(json: &str) -> Result<(Value, Vec<String>), Unreadable> {
    repeated::parsed(json).map_err(Unreadable::Json)
}

/// What a timeline is called that has only the name of its file.
fn title_of(name: &str) -> String {
    let stem = Path::new(name).file_stem();
    stem.map_or_else(String::new, |stem| {
        stem.to_string_lossy().replace(['_', '-'], " ")
    })
}

/// What is written must pass the check of every timeline; what does not is told, and nothing is written.
fn checked(file: &str, limits: Limits) -> Result<(), Unreadable> {
    let name = "the imported timeline";
    let loaded = load::read_within(limits, name, file.as_bytes().to_vec());
    if loaded.report.count(Severity::Error) == 0 {
        return Ok(());
    }
    let faults = loaded.report.render(false, false);
    Err(format!("what it holds makes no timeline\n{faults}").into())
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
}
