//! The two ways to read a file agree: event by event nothing is found that is not found in one tree of all of it, and
//! nothing is missed.

use proptest::prelude::*;
use toml::de::DeTable;

use super::events::EventReader;
use super::pieces::{HEADER, Pieces};
use super::{Limits, Progress, ReadInPieces, Unread, as_one, in_pieces, plain};
use crate::timeline::check::{self, ResolvedEvents};
use crate::timeline::diagnostic::{Faults, Report};
use crate::timeline::document::Document;
use crate::timeline::tree::{TomlTable, TomlValue};

/// Every way in which an event may be written, and some that look like others.
pub(super) const EVENTS: &str = r#"# A timeline.
format = 1

[timeline]
title = "T" # said here

[countries.belgium]
name = "Belgium"

[[events]] # the first
id = "a-1"
date = 1839-04-19
title = "A \"title\""
importance = 1

[[events]]
id = "b"
date = "1914-08"
title = 'Plain'
parties = [{ country = "belgium", role = "neutral" }, { country="x", role="y", }]
summary = """
Two lines,
[[events]]
and a third."""
tags = [
  "one", # a tag
  "two",
]

[events.image]
url = "https://example.org/a.png"

[sources.s]
 type = "book"
title = "S"

[[events]]
id = "c"
date = 1914
title = "Ünïcode “quoted” words"
text = """One.

Two."""
sources = ["s", { source = "s", primary = true }]
milestones = [{ stage = "signed", date = "1914" }]

[[spans]]
country = "belgium"
status = "neutral"
begins = "a-1"
"#;

/// What is put into a text to spoil it.
pub(super) const SPOILS: [&str; 34] = [
    "\"",
    "\"\"\"",
    "'''",
    "'",
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    ",",
    "=",
    ".",
    "#",
    "\n",
    "\r\n",
    "\r",
    "\\",
    "\u{1}",
    "\u{7f}",
    "é",
    "\t",
    " ",
    "\n[[events]]\n",
    "\n[events.x]\n",
    "\n[a]\n",
    "\n[[ events ]]\n",
    "\nevents = 1\n",
    "\nid = \"a-1\"\n",
    "\na.b = 1\n",
    "\n\"id\" = 2\n",
    "\ndate = 1914-13-01\n",
    "1e5",
    "\n[sources.s]\n",
];

/// Reads a text both ways, and compares all that comes out.
fn check(text: &str) {
    let limits = Limits::of_mebibytes(64);
    let pieces = Pieces::of(text);
    for shares in [2, 3, 7] {
        assert_eq!(Pieces::in_shares(text, shares), pieces, "{text}");
    }
    for piece in &pieces.events {
        if let Some((event, _)) = plain::event(text, piece.clone()) {
            let alone = format!("{}{}", " ".repeat(piece.start), &text[piece.clone()]);
            let tree = DeTable::parse(&alone).unwrap_or_else(|error| panic!("{error}: {alone}"));
            let tree = TomlTable::of(tree.into_inner(), &|span| span);
            let Some(TomlValue::List(events)) = tree.get("events").map(|events| &events.value)
            else {
                panic!("no events: {alone}");
            };
            assert_eq!(format!("{event:?}"), format!("{:?}", events[0]), "{text}");
        }
    }
    check_shares(text, &pieces, 0);
    let mut kept = None;
    let read = |kept: Option<&mut _>| in_pieces(limits, text, &pieces, &Progress::default(), kept);
    let Ok(ReadInPieces {
        document, faults, ..
    }) = read(Some(&mut kept))
    else {
        return;
    };
    let expected = Faults::default();
    let one = as_one(limits, text, 0, &expected);
    let one = one
        .ok()
        .flatten()
        .unwrap_or_else(|| panic!("this is no TOML: {text}"));
    assert_eq!(format!("{document:?}"), format!("{one:?}"), "{text}");
    let lines = |faults| Report::new("a", text, faults).lines();
    assert_eq!(lines(faults), lines(expected), "{text}");
    let [Ok(tables), Ok(resolved)] = [read(Some(&mut kept)), read(None)] else {
        panic!("it is read in one way only: {text}");
    };
    check_resolved(text, tables, resolved);
}

/// The same comes of a file whose events are made at once, and by several threads, as of one of which all is read first.
fn check_resolved(text: &str, tables: ReadInPieces, resolved: ReadInPieces) {
    if let Some(events) = &resolved.resolved {
        let by_three = by_three(text, &resolved.document);
        assert_eq!(
            format!("{by_three:?}"),
            format!("{:?}", Some(events)),
            "{text}"
        );
    }
    let finish = |read: ReadInPieces| {
        let faults = read.faults;
        let (timeline, _) = check::check(read.document, read.resolved, text, false, &faults);
        let lines = Report::new("a", text, faults).lines();
        (format!("{timeline:?}"), lines)
    };
    assert_eq!(finish(resolved), finish(tables), "{text}");
}

/// The events of a text as several threads make them.
fn by_three(text: &str, document: &Document) -> Option<ResolvedEvents> {
    let pieces = Pieces::of(text);
    let reader = EventReader {
        source: text,
        pieces: &pieces.events,
        limits: Limits::of_mebibytes(64),
        words: 0,
        progress: &Progress::default(),
    };
    let resolved = reader.resolve_in_shares(3, document, &Faults::default());
    resolved.map(|(events, _)| events)
}

/// Several threads find what one finds, and where they stop it is for the same reason.
fn check_shares(text: &str, pieces: &Pieces, words: u64) {
    let read = |words: u64, shares: usize| {
        let reader = EventReader {
            source: text,
            pieces: &pieces.events,
            limits: Limits::of_mebibytes(64),
            words,
            progress: &Progress::default(),
        };
        let faults = Faults::default();
        let events = reader
            .read_in_shares(shares, &faults)
            .map_err(|why| match why {
                Unread::NotInPieces(at) => format!("not in pieces from {at}"),
                Unread::TooMuch(refusal) => format!("too much at {}", refusal.at),
            });
        format!("{events:?} {faults:?}")
    };
    assert_eq!(read(words, 3), read(words, 1), "{text}");
}

fn is_read_in_pieces(text: &str) -> bool {
    in_pieces(
        Limits::of_mebibytes(64),
        text,
        &Pieces::of(text),
        &Progress::default(),
        Some(&mut None),
    )
    .is_ok()
}

#[test]
fn the_shipped_timeline_is_read_alike() {
    let shipped = include_str!("../../../timeline.toml");
    check(shipped);
    assert!(is_read_in_pieces(shipped));
}

#[test]
fn what_is_written_in_an_unusual_way_is_read_alike() {
    check(EVENTS);
    assert!(is_read_in_pieces(EVENTS));
    let cut = EVENTS.char_indices().map(|(at, _)| &EVENTS[..at]);
    cut.for_each(check);
    let event = |body: &str| {
        format!("format = 1\n[timeline]\ntitle = \"T\"\n{HEADER}\n{body}\n{HEADER}\nid = \"z\"\n")
    };
    for body in [
        "a = 1",
        "a = -1",
        "a = +1",
        "a = 0x1F",
        "a = 1_000",
        "a = 01",
        "a = 1.5",
        "a = nan",
        "a = inf",
        "a = true",
        "a = True",
        "a = 1979-05-27T07:32:00Z",
        "a = 1979-05-27 07:32:00",
        "a = 07:32:00",
        "a = \"\"",
        "a = ''",
        "a = \"\"\"\"\"\"",
        "a = \"\"\"x\"\"\"\"",
        "a = \"\"\"x\"\"\"\"\"",
        "a = \"\"\"\nx\"\"\"",
        "a = \"\"\"\r\nx\"\"\"",
        "a = \"\"\"x \\\n  y\"\"\"",
        "a = []",
        "a = [,]",
        "a = [1,]",
        "a = [1,,2]",
        "a = [1 2]",
        "a = [[1], [2]]",
        "a = [\n[1]\n]",
        "a = {}",
        "a = {,}",
        "a = {b=1,}",
        "a = {b=1 c=2}",
        "a = {b=1,b=2}",
        "a = {\nb=1\n}",
        "a = {b.c=1}",
        "a.b = 1\na.c = 2",
        "a = 1\na = 2",
        "\"a\" = 1",
        "'' = 1",
        "a",
        "a =",
        "= 1",
        "a = 1 b = 2",
        "a = 1 # c",
        "a = 1 #\u{1}",
        "# \u{e9}",
        "\u{feff}a = 1",
        "\u{e9} = 1",
        "[events.b]\nc = 1",
        "[[events.b]]\nc = 1\n[[events.b]]\nc = 2",
        "[events.b.c]\nd = 1\n[events.b]\nc = 1",
        "[b]\n[events.c]",
        "[ events . b ]\nc = 1",
        "[\"events\"]\nc = 1",
        "[[ events ]]\nc = 1",
        "x = \"\"\"\n[a]\n\"\"\"",
        "x = '''\n[a]\n[[events]]\n'''",
        "x = [\n[1]\n]\n",
        "x = [[[[[[[[[[[[1]]]]]]]]]]]]",
        "x = \"\"\"a\n[1]\"\"\" # \"\"\"\n[c]",
    ] {
        check(&event(body));
        check(&event(body).replace('\n', "\r\n"));
        check(&format!("events = 1\n{}", event(body)));
    }
}

#[test]
fn what_names_a_thing_that_is_lost_is_judged_alike() {
    let event = |body: &str| format!("{HEADER}\nid = \"a\"\ndate = 1914\ntitle = \"A\"\n{body}\n");
    let file = |rest: &str, body: &str, span: &str| {
        format!(
            "format = 1\n[timeline]\ntitle = \"T\"\n{rest}\n{}{span}",
            event(body)
        )
    };
    let source = "[sources]\nbad = 3\n[sources.unused]\ntype = \"book\"\ntitle = \"U\"";
    check(&file(source, "sources = [\"bad\"]", ""));
    let roles = "[countries.x]\nname = \"X\"\n[statuses.n]\nlabel = \"N\"\n[roles]\nbad = 3";
    let span = "[[spans]]\ncountry = \"x\"\nstatus = \"n\"\nbegins = \"a\"\n";
    check(&file(
        roles,
        "parties = [{ country = \"x\", role = \"bad\" }]",
        span,
    ));
    let passages = "[article]\ntitle = \"A\"\npassages = [3, { id = \"p\", heading = \"P\" }]";
    check(&file(passages, "article = [{ passage = \"x\" }]", ""));
}

#[test]
fn a_file_of_many_faults_is_read_alike_by_several_threads() {
    let faulty = format!("{HEADER}\nid = \"a\"\ntitel = 1\n");
    for events in [3, 90, 110, 250] {
        let text = faulty.repeat(events);
        check_shares(&text, &Pieces::of(&text), 0);
    }
}

#[test]
fn words_that_run_out_run_out_at_the_same_event() {
    let most = Limits::of_mebibytes(64).words();
    let pieces = Pieces::of(EVENTS);
    for left in [0, 10, 30, 60, 1000] {
        check_shares(EVENTS, &pieces, most - left);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_spoilt_text_is_read_alike(spoils in prop::collection::vec((any::<prop::sample::Index>(), 0..4_usize, any::<prop::sample::Index>()), 1..5)) {
        let mut text: Vec<char> = EVENTS.chars().collect();
        for (at, taken, spoil) in spoils {
            let at = at.index(text.len());
            let end = text.len().min(at + taken * taken);
            text.splice(at..end, SPOILS[spoil.index(SPOILS.len())].chars());
        }
        check(&text.iter().collect::<String>());
    }

    #[test]
    fn lines_in_any_order_are_read_alike(order in prop::collection::vec(any::<prop::sample::Index>(), 1..40)) {
        let lines: Vec<&str> = EVENTS.split_inclusive('\n').collect();
        check(&order.iter().map(|at| *at.get(&lines)).collect::<String>());
    }
}
