//! The one door into the timeline: bytes in, a checked timeline and every fault out.

mod parts;

use std::string::FromUtf8Error;

use toml::de::DeTable;
use toml_parser::Source;

use super::diagnostic::{Faults, Report};
use super::{Timeline, check, document, syntax};

pub use parts::{IncludeFault, Part, includes, joined, read_parts};

/// What became of a file: the timeline unless an error forbids it, and all that was found on the way.
#[derive(Debug)]
pub struct Loaded {
    /// `None` where an error keeps the file from being shown.
    pub timeline: Option<Timeline>,
    /// All that is wrong with the file.
    pub report: Report,
}

/// How much of a file is read. The tree that is made of its text takes many times the memory of the text, the more the
/// shorter its words are; so both are bounded before anything is made of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    mebibytes: u64,
}

impl Limits {
    /// More than a hundred thousand events; at most about 1.3 GB of memory, whatever the file holds.
    pub const USUAL: Limits = Limits::of_mebibytes(64);

    /// Limits for a file of so many mebibytes.
    #[must_use]
    pub const fn of_mebibytes(mebibytes: u64) -> Self {
        Limits { mebibytes }
    }

    /// The largest file, in bytes.
    #[must_use]
    pub const fn bytes(self) -> u64 {
        self.mebibytes << 20
    }

    /// The most tokens of TOML: words, values, signs, and the spaces and line breaks between them. Ordinary files have
    /// one in seven to ten bytes, so that of these the tokens are bounded first, at forty to sixty megabytes.
    #[must_use]
    pub const fn tokens(self) -> u64 {
        self.mebibytes * 100_000
    }
}

impl Default for Limits {
    fn default() -> Self {
        Limits::USUAL
    }
}

/// What the tree takes for a token at most, as measured, in bytes.
const TREE_OF_A_TOKEN: usize = 220;

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

/// Reads and checks a file within the usual limits; `name` is what the person called it.
#[must_use]
pub fn read(name: &str, bytes: Vec<u8>) -> Loaded {
    read_within(Limits::USUAL, name, bytes)
}

/// Reads and checks a file, if it keeps within these limits.
#[must_use]
pub fn read_within(limits: Limits, name: &str, bytes: Vec<u8>) -> Loaded {
    let faults = Faults::default();
    let source = match String::from_utf8(without_mark(bytes)) {
        Ok(source) => source,
        Err(error) => return not_utf8(name, error),
    };
    let timeline = read_text(limits, &source, &faults).filter(|_| !faults.has_errors());
    Loaded {
        timeline,
        report: Report::new(name, source, faults),
    }
}

fn read_text(limits: Limits, source: &str, faults: &Faults) -> Option<Timeline> {
    if source.trim().is_empty() {
        let help =
            "a timeline begins with `format = 1`, `[timeline]` and at least one `[[events]]`";
        faults.error(&(0..0), "the file is empty", Some(help.to_owned()));
        return None;
    }
    if let Err((at, reason, help)) = keeps_within(limits, source) {
        faults.error(&(at..at), reason, Some(help));
        return None;
    }
    let (table, errors) = DeTable::parse_recoverable(source);
    syntax::report(&errors, source, faults);
    // What the parser could save of a broken file would only be reported as missing.
    if !errors.is_empty() {
        return None;
    }
    Some(checked(table.get_ref(), source, faults))
}

fn checked(table: &DeTable, source: &str, faults: &Faults) -> Timeline {
    let document = document::read(table, faults);
    check::check(document, source, faults)
}

/// What became of a timeline of several files, whose names stand with the places where they begin.
fn finish(
    timeline: Option<Timeline>,
    parts: Vec<(usize, String)>,
    source: String,
    faults: Faults,
) -> Loaded {
    let timeline = timeline.filter(|_| !faults.has_errors());
    Loaded {
        timeline,
        report: Report::of_parts(parts, source, faults),
    }
}

/// A byte order mark says nothing in UTF-8, and would count as the first column.
fn without_mark(mut bytes: Vec<u8>) -> Vec<u8> {
    if bytes.starts_with("\u{FEFF}".as_bytes()) {
        bytes.drain(.."\u{FEFF}".len());
    }
    bytes
}

/// Whether a text can be made a tree of: where it cannot, the byte where that is seen, why, and the way out.
fn keeps_within(limits: Limits, source: &str) -> Result<(), (usize, String, String)> {
    let raise = format!(
        "divide it, or set NEUTRALITY_LIMIT to more than {}",
        limits.mebibytes
    );
    if source.len() as u64 > limits.bytes() {
        let reason = format!("the file is larger than {} MiB", limits.mebibytes);
        return Err((0, reason, raise));
    }
    let most = usize::try_from(limits.tokens()).unwrap_or(usize::MAX);
    let mut tokens = 0;
    for token in Source::new(source).lex() {
        tokens += 1;
        if tokens > most {
            let reason = format!(
                "the file has more than {most} words and signs, too many for a file of {} MiB",
                limits.mebibytes
            );
            return Err((token.span().start(), reason, raise));
        }
    }
    // Where the memory is bounded too, it is better to be refused than to be ended in the middle.
    let room = Vec::<u8>::new().try_reserve_exact(tokens * TREE_OF_A_TOKEN);
    room.map_err(|_| {
        let reason = "there is not enough memory for the file".to_owned();
        let help = "close other programs, or raise the limit of the process".to_owned();
        (0, reason, help)
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_take_too_much_memory_is_refused_with_the_limit() {
        let limits = Limits::of_mebibytes(1);
        let check = |source: String, expected: &str| {
            let loaded = read_within(limits, "a.toml", source.into_bytes());
            let rendered = loaded.report.render(false, false);
            assert!(rendered.contains(expected), "{rendered}");
            assert!(loaded.timeline.is_none());
        };
        let many = "more than 100000 words and signs, too many for a file of 1 MiB";
        check("=".repeat(200_000), many);
        check(format!("x = 1{}", "\n".repeat(200_000)), many);
        check("[[events]]\n".repeat(20_000), many);
        check("[".repeat(150_000), many);
        check(
            format!("# {}", "x".repeat(1 << 20)),
            "the file is larger than 1 MiB",
        );
        check(
            format!("x = \"{}\"", "y".repeat(1 << 20)),
            "set NEUTRALITY_LIMIT to more than 1",
        );
        check("=".repeat(1000), "broken TOML");
    }

    #[test]
    fn an_ordinary_file_of_any_size_keeps_within_the_limits() {
        let head = "format = 1\n[timeline]\ntitle = \"T\"\n";
        let event = |number: usize| {
            format!(
                "[[events]]\nid = \"event-{number}\"\ndate = \"1815-03-20\"\ntitle = \"A title of some words\"\n\
                 summary = \"{}\"\n",
                "A sentence that says in some words what happened, and where. ".repeat(6)
            )
        };
        let file: String = (0..1_900).map(event).collect();
        assert!(file.len() > 800_000);
        let loaded = read_within(
            Limits::of_mebibytes(1),
            "a.toml",
            format!("{head}{file}").into_bytes(),
        );
        assert!(loaded.timeline.is_some(), "{}", loaded.report.tally());
    }
}
