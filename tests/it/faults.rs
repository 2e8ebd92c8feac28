//! A folder of faulty timelines, each beside what is said of it.
//!
//! `tests/faults/NAME.toml` has one fault, as its first line says; `NAME.txt` holds the whole report.
//! `UPDATE_EXPECT=1 cargo test` writes the reports anew, to be read before they are kept.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::common::clock::run_time;
use crate::common::files::{self, with_ending};
use crate::common::snapshot;
use neutrality::timeline::diagnostic::Report;
use neutrality::timeline::load::{self, Loaded};

fn folder() -> PathBuf {
    files::path("tests/faults")
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

fn read(path: &Path) -> Loaded {
    load::read(&name(path), fs::read(path).unwrap())
}

/// The report as it stands in `NAME.txt`: without the spaces that the renderer leaves at the ends of lines.
fn written(report: &Report) -> String {
    let rendered = report.render(false, false);
    let lines: Vec<&str> = rendered.trim_end().lines().map(str::trim_end).collect();
    lines.join("\n") + "\n"
}

#[test]
fn every_fault_is_told_as_it_was_agreed() {
    for path in with_ending(&folder(), "toml") {
        let report = path.with_extension("txt");
        snapshot::file(
            &format!("tests/faults/{}", name(&report)),
            &written(&read(&path).report),
        );
    }
}

#[test]
fn every_report_belongs_to_a_timeline_and_holds_a_fault() {
    for path in with_ending(&folder(), "txt") {
        assert!(
            path.with_extension("toml").exists(),
            "{} has no timeline beside it",
            name(&path)
        );
        assert!(
            !fs::read_to_string(&path).unwrap().trim().is_empty(),
            "{} tells no fault",
            name(&path)
        );
    }
}

#[test]
fn a_valid_timeline_gives_no_fault_at_all() {
    for path in with_ending(&folder().join("valid"), "toml") {
        let loaded = read(&path);
        assert!(
            loaded.report.faults.is_empty(),
            "{}",
            written(&loaded.report)
        );
        assert!(loaded.timeline.is_some(), "{}", name(&path));
    }
}

#[test]
fn an_error_forbids_the_timeline_and_a_warning_does_not() {
    use neutrality::timeline::diagnostic::Severity;
    for path in with_ending(&folder(), "toml") {
        let loaded = read(&path);
        assert_eq!(
            loaded.timeline.is_none(),
            loaded.report.count(Severity::Error) > 0,
            "{}",
            name(&path)
        );
    }
}

#[test]
fn lines_that_end_as_on_windows_give_the_same_report() {
    for path in with_ending(&folder(), "toml")
        .into_iter()
        .chain(with_ending(&folder().join("valid"), "toml"))
    {
        let text = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
        let unix = load::read(&name(&path), text.clone().into_bytes());
        let windows = load::read(&name(&path), text.replace('\n', "\r\n").into_bytes());
        assert_eq!(
            written(&windows.report),
            written(&unix.report),
            "{}",
            name(&path)
        );
    }
}

#[test]
fn a_byte_order_mark_changes_nothing() {
    for path in with_ending(&folder(), "toml")
        .into_iter()
        .chain(with_ending(&folder().join("valid"), "toml"))
    {
        let mut marked = "\u{FEFF}".as_bytes().to_vec();
        marked.extend(fs::read(&path).unwrap());
        assert_eq!(
            written(&load::read(&name(&path), marked).report),
            written(&read(&path).report),
            "{}",
            name(&path)
        );
    }
}

#[test]
fn no_report_carries_what_a_terminal_would_obey() {
    for path in with_ending(&folder(), "toml") {
        let report = read(&path).report;
        for text in [
            report.render(false, false),
            report.render(false, true),
            report.lines(),
        ] {
            let hostile = text
                .chars()
                .find(|c| (c.is_control() && *c != '\n') || ('\u{202A}'..='\u{202E}').contains(c));
            assert_eq!(hostile, None, "{}", name(&path));
        }
    }
}

#[test]
fn bytes_that_are_not_utf8_are_named_by_their_place() {
    let check = |bytes: &[u8], place: &str, excerpt: &str| {
        let loaded = load::read("latin-1.toml", bytes.to_vec());
        let report = written(&loaded.report);
        assert!(loaded.timeline.is_none());
        assert!(
            report.contains(place)
                && report.contains(excerpt)
                && report.contains("save the file as UTF-8"),
            "{report}"
        );
    };
    check(
        b"format = 1\ntitle = \"\xC5land\"\n",
        "latin-1.toml:2:10",
        "title = \"\u{FFFD}land\"",
    );
    check(
        b"\xFF\xFE",
        "latin-1.toml:1:1",
        "byte 1 of the file is not UTF-8",
    );
    check(
        b"# \xE2\x82",
        "latin-1.toml:1:3",
        "byte 3 of the file is not UTF-8",
    );
}

/// Reads a file that shall not take long, whatever is in it.
fn read_soon(bytes: Vec<u8>, what: &str) -> Loaded {
    let before = run_time();
    let loaded = load::read("hostile.toml", bytes);
    let took = run_time() - before;
    // A wide margin over the tenth of a second that it takes: the build is not optimised.
    assert!(took < Duration::from_secs(10), "{what}: {took:?}");
    loaded
}

/// Reads a hostile file and answers its report, which must be short and come soon.
fn quick_report(bytes: Vec<u8>) -> String {
    let loaded = read_soon(bytes, "a hostile file");
    let report = written(&loaded.report);
    assert!(loaded.timeline.is_none());
    assert!(report.starts_with("error: "), "{report}");
    assert!(
        report.len() < 4_000,
        "{} bytes: {}",
        report.len(),
        report.chars().take(4_000).collect::<String>()
    );
    report
}

#[test]
fn a_depth_bomb_is_a_clean_error_and_comes_soon() {
    const DEPTH: usize = 100_000;
    for bomb in [
        format!("x = {}", "[".repeat(DEPTH)),
        format!("x = {}{}", "[".repeat(DEPTH), "]".repeat(DEPTH)),
        format!("x = {}", "{a=".repeat(DEPTH)),
        format!("x{} = 1", ".a".repeat(DEPTH)),
        format!("[x{}]", ".a".repeat(DEPTH)),
    ] {
        quick_report(bomb.into_bytes());
    }
}

#[test]
fn a_file_of_nothing_but_faults_is_told_in_part_and_soon() {
    const MANY: usize = 10_000;
    for line in [
        "[[events]]\n",
        "[[event]]\nid = \"\"\n",
        "[[events]]\nid = \"a\"\ndate = \"soon\"\nkind = \"b\"\nt = 1\n",
    ] {
        let loaded = read_soon(line.repeat(MANY).into_bytes(), line);
        assert!(loaded.timeline.is_none());
        assert!(loaded.report.render(false, false).len() < 500_000, "{line}");
    }
}

#[test]
fn coverage_counts_what_the_whole_format_holds() {
    let loaded = read(&folder().join("valid/everything.toml"));
    let coverage = neutrality::timeline::coverage::coverage(&loaded.timeline.unwrap());
    let expected = "    3 events\n    3 of 3 events have a source\n    1 of 3 events have a primary source\n    1 source\n\
        \x20   1 of 1 source is cited\n    1 passage of the article\n    1 of 1 passage has a linked event\n\
        \x20   0 of 1 passage has a complicating event\n    1 span of a status\n    1 case\n    1 criterion\n\
        \x20   1 of 1 cell is answered\n";
    assert_eq!(coverage.to_string(), expected);
}

#[test]
fn one_huge_line_is_shown_in_part_and_comes_soon() {
    const LENGTH: usize = 4_000_000;
    for line in [
        format!("x = \"{}", "y".repeat(LENGTH)),
        format!("{} = 1", "y".repeat(LENGTH)),
        format!("format = 1 {}", "y".repeat(LENGTH)),
        format!("format = \"{}\"", "é".repeat(LENGTH / 2)),
        format!("format = [{}1]", "1, ".repeat(LENGTH / 30)),
        "\u{1b}".repeat(LENGTH / 100),
    ] {
        quick_report(line.into_bytes());
    }
}

/// A part of a timeline is read out of one tree, and a file by itself event by event.
#[test]
fn a_file_is_read_alike_as_one_and_event_by_event() {
    let files = with_ending(&folder(), "toml").into_iter();
    for path in files.chain(with_ending(&folder().join("valid"), "toml")) {
        let bytes = fs::read(&path).unwrap();
        // A file that holds nothing is no part of anything, and has a fault of its own.
        if bytes.trim_ascii().is_empty() {
            continue;
        }
        let part = load::Part {
            name: name(&path),
            bytes: bytes.clone(),
        };
        let expected = load::read_parts(load::Limits::USUAL, vec![part], Vec::new());
        let found = load::read(&name(&path), bytes);
        assert_eq!(found.report.lines(), expected.report.lines(), "{path:?}");
    }
}
