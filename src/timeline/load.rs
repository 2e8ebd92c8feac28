//! The one door into the timeline: bytes in, a checked timeline and every fault out.

use std::string::FromUtf8Error;

use toml::de::DeTable;

use super::diagnostic::{Faults, Report};
use super::{Timeline, check, document, syntax};

/// What became of a file: the timeline unless an error forbids it, and all that was found on the way.
#[derive(Debug)]
pub struct Loaded {
    /// `None` where an error keeps the file from being shown.
    pub timeline: Option<Timeline>,
    /// All that is wrong with the file.
    pub report: Report,
}

/// A checked timeline in few bytes, for [`unpack`]; `build.rs` packs the shipped one.
///
/// # Errors
/// Only if the packing itself fails, which no timeline makes it do.
pub fn pack(timeline: &Timeline) -> Result<Vec<u8>, postcard::Error> {
    postcard::to_allocvec(timeline)
}

/// The timeline that was packed by the very same version of this room; it is not checked again.
///
/// # Errors
/// When the bytes are not what [`pack`] made.
pub fn unpack(packed: &[u8]) -> Result<Timeline, postcard::Error> {
    postcard::from_bytes(packed)
}

/// Reads and checks a file; `name` is what the person called it.
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
    syntax::report(&errors, source, faults);
    // What the parser could save of a broken file would only be reported as missing.
    if !errors.is_empty() {
        return None;
    }
    let document = document::read(table.get_ref(), faults);
    Some(check::check(document, source, faults))
}

/// Names the first byte that is not UTF-8, in a text where every such byte is replaced.
fn not_utf8(name: &str, error: FromUtf8Error) -> Loaded {
    let faults = Faults::default();
    // Everything before the first bad byte is valid, so its offset is the same in the replaced text.
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
