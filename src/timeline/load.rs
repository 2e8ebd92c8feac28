//! The one door into the timeline: bytes in, a checked timeline and every fault out.

use std::string::FromUtf8Error;

use toml::de::DeTable;

use super::diagnostic::{Faults, Report};
use super::tree::Table;
use super::{Timeline, check, document, syntax};

/// What became of a file: the timeline unless an error forbids it, and all that was found on the way.
#[derive(Debug)]
pub struct Loaded {
    pub timeline: Option<Timeline>,
    pub report: Report,
}

/// Checks the timeline that was parsed when the program was built: its text, and its tree as `build.rs` packed it.
#[must_use]
pub fn read_packed(name: &str, source: &str, packed: &[u8]) -> Loaded {
    let Ok(table) = postcard::from_bytes::<Table>(packed) else {
        // The two are made together; should they ever not fit, the text is right.
        return read(name, source.as_bytes().to_vec());
    };
    let faults = Faults::default();
    let timeline = Some(read_tree(&table, source, &faults)).filter(|_| !faults.has_errors());
    Loaded {
        timeline,
        report: Report::new(name, source, faults),
    }
}

/// Reads and checks a whole file; `name` is what the person called it.
#[must_use]
pub fn read(name: &str, mut bytes: Vec<u8>) -> Loaded {
    let faults = Faults::default();
    // A byte order mark says nothing in UTF-8, and would count as the first column.
    if bytes.starts_with("\u{FEFF}".as_bytes()) {
        bytes.drain(.."\u{FEFF}".len());
    }
    let source = match String::from_utf8(bytes) {
        Ok(source) => source,
        Err(error) => return not_utf8(name, error),
    };
    let timeline = read_text(&source, &faults).filter(|_| !faults.has_errors());
    Loaded {
        timeline,
        report: Report::new(name, source, faults),
    }
}

fn read_text(source: &str, faults: &Faults) -> Option<Timeline> {
    if source.trim().is_empty() {
        let help =
            "a timeline begins with `format = 1`, `[timeline]` and at least one `[[events]]`";
        faults.error(&(0..0), "the file is empty", Some(help.to_owned()));
        return None;
    }
    let (table, errors) = DeTable::parse_recoverable(source);
    syntax::tell(&errors, source, faults);
    // What the parser could save of a broken file would only be reported as missing.
    if !errors.is_empty() {
        return None;
    }
    Some(read_tree(&table.into_inner().into(), source, faults))
}

fn read_tree(table: &Table, source: &str, faults: &Faults) -> Timeline {
    check::check(document::read(table, faults), source, faults)
}

/// Names the first byte that is not UTF-8, in a text where every such byte is replaced.
fn not_utf8(name: &str, error: FromUtf8Error) -> Loaded {
    let faults = Faults::default();
    // Everything before the first bad byte is valid, so its place is the same in the replaced text.
    let at = error.utf8_error().valid_up_to();
    let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
    let help = "save the file as UTF-8".to_owned();
    let message = format!("byte {} of the file is not UTF-8", at + 1);
    faults.error(&(at..at + '\u{FFFD}'.len_utf8()), message, Some(help));
    Loaded {
        timeline: None,
        report: Report::new(name, text, faults),
    }
}
