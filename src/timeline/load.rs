//! The one door into the timeline: bytes in, a checked timeline and every fault out.

#[cfg(test)]
mod agreement;
mod broken;
mod events;
mod kept;
mod limits;
mod parts;
mod pieces;
mod plain;
mod progress;
#[cfg(test)]
mod rereading;

use std::ops::Range;
use std::string::FromUtf8Error;

use toml::de::DeTable;

use super::Timeline;
use super::check::{self, ResolvedEvents};
use super::diagnostic::{Faults, Report};
use super::document::{self, Document};
use super::tree::TomlTable;
use events::{EventReader, EventsAsRead};
use limits::{Refusal, count_words, has_room_for, keeps_within};
use pieces::Pieces;

pub use kept::Kept;
pub use limits::Limits;
pub use parts::{IncludeFault, Part, includes, joined, read_parts};
pub use progress::{Progress, ProgressStep};

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

/// The timeline that was packed by the very same version of this room; it is not checked again, and what is seldom looked
/// at stays packed until then.
///
/// # Errors
/// When the bytes are not what [`pack`] made.
pub fn unpack(packed: &'static [u8]) -> Result<Timeline, postcard::Error> {
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
    read_reporting(limits, name, bytes, &Progress::default())
}

/// The same, and tells how far it is.
#[must_use]
pub fn read_reporting(limits: Limits, name: &str, bytes: Vec<u8>, progress: &Progress) -> Loaded {
    read_again(limits, name, bytes, progress, &mut None)
}

/// The same, which takes over what was kept of the file when it was read before, and keeps what is read now.
#[must_use]
pub fn read_again(
    limits: Limits,
    name: &str,
    bytes: Vec<u8>,
    progress: &Progress,
    kept: &mut Option<Kept>,
) -> Loaded {
    progress.begin(bytes.len());
    let mut faults = Faults::default();
    let source = match String::from_utf8(without_mark(bytes)) {
        Ok(source) => source,
        Err(error) => return not_utf8(name, error),
    };
    let read = read_text(limits, &source, progress, kept, &mut faults);
    let (timeline, events) = read.unzip();
    let timeline = timeline.filter(|_| !faults.has_errors());
    // The report needs the text to show where a fault is.
    let shown = match faults.is_empty() {
        true => String::new(),
        false => source.clone(),
    };
    let report = Report::new(name, shown, faults);
    if let Some((pieces, EventsAsRead { events, words })) = events.flatten() {
        *kept = Kept::new(source, pieces, events, words);
    }
    Loaded { timeline, report }
}

/// Where events stand, and what was read there.
type InPlace = (Vec<Range<usize>>, EventsAsRead);

/// The timeline, and its events as they were read if none of them is at fault.
fn read_text(
    limits: Limits,
    source: &str,
    progress: &Progress,
    kept: &mut Option<Kept>,
    faults: &mut Faults,
) -> Option<(Timeline, Option<InPlace>)> {
    if source.trim().is_empty() {
        let help =
            "a timeline begins with `format = 1`, `[timeline]` and at least one `[[events]]`";
        faults.error(&(0..0), "the file is empty", Some(help.to_owned()));
        return None;
    }
    let refuse = |Refusal { at, reason, help }: Refusal, faults: &Faults| {
        faults.error(&(at..at), reason, Some(help));
        None
    };
    if let Err(refusal) = keeps_within(limits, source) {
        return refuse(refusal, faults);
    }
    let pieces = Pieces::of(source);
    let keeps_events = Kept::is_worth_it(source);
    let (document, resolved, words) = match in_pieces(
        limits,
        source,
        &pieces,
        progress,
        keeps_events.then_some(kept),
    ) {
        Ok(read) => {
            let words = read.faults.is_empty().then_some(read.words);
            *faults = read.faults;
            (read.document, read.resolved, words)
        }
        Err(Unread::TooMuch(refusal)) => return refuse(refusal, faults),
        Err(Unread::NotInPieces(at)) => match as_one(limits, source, at, faults) {
            Ok(document) => (document?, None, None),
            Err(refusal) => return refuse(refusal, faults),
        },
    };
    progress.enter(ProgressStep::Checking);
    let keeps_events = words.is_some() && keeps_events;
    let (timeline, events) = check::check(document, resolved, source, keeps_events, faults);
    let in_place = |words| (pieces.events, EventsAsRead { events, words });
    Some((timeline, words.filter(|_| keeps_events).map(in_place)))
}

/// Why a text is not read event by event.
enum Unread {
    /// It has to be read as one; up to this byte nothing speaks against it.
    NotInPieces(usize),
    TooMuch(Refusal),
}

/// A file that was read event by event.
struct ReadInPieces {
    document: Document,
    /// The events, if the document has none.
    resolved: Option<ResolvedEvents>,
    /// Words and signs of the events.
    words: u64,
    faults: Faults,
}

/// What the file says, read event by event, with the words of its events and its faults. It is the same that [`as_one`]
/// would read. Of a file of which something is to be kept, that is taken which was kept before; of any other the events
/// are made at once.
fn in_pieces(
    limits: Limits,
    source: &str,
    pieces: &Pieces,
    progress: &Progress,
    mut kept: Option<&mut Option<Kept>>,
) -> Result<ReadInPieces, Unread> {
    let Some(first) = pieces.events.first() else {
        return Err(Unread::NotInPieces(0));
    };
    let texts = || pieces.rest.iter().map(|piece| &source[piece.clone()]);
    let not_in_pieces = || {
        Unread::NotInPieces(
            pieces
                .rest
                .first()
                .map_or(0, |piece| piece.start.min(first.start)),
        )
    };
    let is_small = texts().map(str::len).sum::<usize>() as u64 <= limits.of_tree().bytes();
    if !is_small || !texts().all(pieces::is_complete) {
        return Err(not_in_pieces());
    }
    let rest: String = texts().collect();
    let words = count_words(limits.of_tree(), &rest).map_err(Unread::TooMuch)?;
    let tree = DeTable::parse(&rest).map_err(|_| not_in_pieces())?;
    if tree.get_ref().contains_key("events") {
        return Err(not_in_pieces());
    }
    has_room_for(limits, source, pieces).map_err(Unread::TooMuch)?;
    let in_file = |span| pieces::in_file(span, &pieces.rest);
    let tree = TomlTable::of(tree.into_inner(), &in_file);
    let faults = Faults::default();
    let of_all = EventReader {
        source,
        pieces: &pieces.events,
        limits,
        words,
        progress,
    };
    let (mut read, mut resolved, mut nothing) = (Ok(0), None, None);
    let mut events = |document: &Document, faults: &Faults| {
        if kept.is_none()
            && let Some((events, all)) = of_all.resolve(document, faults)
        {
            (read, resolved) = (Ok(all - words), Some(events));
            return Vec::new();
        }
        let kept = kept.as_deref_mut().unwrap_or(&mut nothing);
        match of_all.read_others(pieces, kept, faults) {
            Ok(EventsAsRead { events, words: all }) => {
                read = Ok(all - words);
                events
            }
            Err(unread) => {
                read = Err(unread);
                Vec::new()
            }
        }
    };
    let document = document::read(&tree, Some(&mut events), &faults);
    Ok(ReadInPieces {
        document,
        resolved,
        words: read?,
        faults,
    })
}

/// What the file says, out of one tree of all of it; of a broken file what is wrong with it.
///
/// Of a file that is too large for that, only the part from a byte on is looked at, for what is wrong there.
fn as_one(
    limits: Limits,
    source: &str,
    from: usize,
    faults: &Faults,
) -> Result<Option<Document>, Refusal> {
    let limits = limits.of_tree();
    if source.len() as u64 <= limits.bytes() {
        count_words(limits, source)?;
        let (tree, errors) = DeTable::parse_recoverable(source);
        broken::report(&errors, source, faults);
        // What the parser could save of a broken file would only be reported as missing.
        return Ok(errors.is_empty().then(|| {
            let tree = TomlTable::of(tree.into_inner(), &|span| span);
            document::read(&tree, None, faults)
        }));
    }
    let part = &source[from..];
    let part = &part[..pieces::end_of_part(part, limits)];
    let (_, errors) = DeTable::parse_recoverable(part);
    if errors.is_empty() {
        return Err(Refusal {
            at: from,
            reason: format!(
                "the file is larger than {} MiB and cannot be read event by event from here on",
                limits.mebibytes
            ),
            help: "write the events as `[[events]]`, each key once, on lines of their own"
                .to_owned(),
        });
    }
    let found = Faults::default();
    broken::report(&errors, part, &found);
    faults.add_moved(found, from);
    let message = format!(
        "a broken file of more than {} MiB is looked at no further",
        limits.mebibytes
    );
    let help = "what else is wrong with it is told when this is mended".to_owned();
    faults.warning(&(from..from), message, Some(help));
    Ok(None)
}

fn checked(table: DeTable, source: &str, faults: &Faults) -> Timeline {
    let table = TomlTable::of(table, &|span| span);
    let document = document::read(&table, None, faults);
    check::check(document, None, source, false, faults).0
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
    fn a_byte_that_is_not_utf8_is_placed() {
        let check = |file: &[u8], expected: &str| {
            let rendered = read("a.toml", file.to_vec()).report.render(false, false);
            assert!(rendered.contains(expected), "{rendered}");
        };
        check(
            b"\xff",
            "byte 1 of the file is not UTF-8\n --> a.toml:1:1\n",
        );
        check(
            b"x = \"\xff\"\n",
            "byte 6 of the file is not UTF-8\n --> a.toml:1:6\n",
        );
        check(
            b"x = 1\ny = \"\xc3\"",
            "byte 12 of the file is not UTF-8\n --> a.toml:2:6\n",
        );
    }

    #[test]
    fn a_large_broken_file_is_said_to_be_looked_at_no_further() {
        let head = "format = 1\n[timeline]\ntitle = \"T\"\n[[events]]\nid = \"a\"\ndate = 1815\ntitle = \"T\"\n";
        let broken = "[[events]]\nid = \n";
        let check = |mebibytes: usize, expected: bool| {
            let filling = format!("# {}\n", "x".repeat(mebibytes << 20));
            let file = format!("{head}{filling}{broken}");
            let loaded = read_within(Limits::of_mebibytes(128), "a.toml", file.into_bytes());
            let said = loaded.report.render(false, false);
            let says_so = said.contains("more than 64 MiB is looked at no further");
            assert_eq!(says_so, expected, "{mebibytes} MiB");
            assert!(loaded.timeline.is_none());
        };
        check(1, false);
        check(64, true);
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
