//! The command line as a process: what comes out, where, and with which status.

use std::fs;
use std::process::Stdio;

use crate::common::files::{SMALL, folder};
use crate::common::process::{answer, command, program, run};

#[test]
fn the_shipped_timeline_has_no_fault_at_all() {
    let (status, printed, _) = answer(&["check", "--strict"]);
    assert_eq!(status, 0, "{printed}");
}

#[test]
fn the_list_is_a_line_an_event() {
    let (status, printed, _) = answer(&["list", "-f", SMALL]);
    assert_eq!(status, 0);
    let lines: Vec<&str> = printed.lines().collect();
    assert_eq!(lines.len(), 9);
    assert_eq!(
        lines[2],
        "   19 Apr 1839  Treaties of London: Belgium neutralised   ¶6    london-1839"
    );
    assert_eq!(
        lines[1],
        "          1831  Articles for Belgium                            belgium-1831"
    );
}

#[test]
fn filters_narrow_the_list() {
    let check = |arguments: &[&str], expected: &[&str]| {
        let (status, printed, error) = answer(&[&["list", "-f", SMALL], arguments].concat());
        assert_eq!(status, 0, "{error}");
        let found: Vec<&str> = printed
            .lines()
            // Under an event stands why it bears on a claim, where that is asked for.
            .filter(|line| !line.trim_start().starts_with('¶'))
            .filter_map(|line| line.split_whitespace().last())
            .collect();
        assert_eq!(found, expected, "{arguments:?}");
    };
    check(&["--country", "ukraine"], &["non-bloc-2010", "repeal-2014"]);
    check(
        &["--country", "PRUSSIA", "--role", "violator"],
        &["occupation-1914", "invasion-1914"],
    );
    check(
        &["--country", "LU", "--country", "UA", "--to", "1900"],
        &["london-1867"],
    );
    check(
        &["--kind", "violation"],
        &["occupation-1914", "invasion-1914"],
    );
    check(
        &["--violation", "guarantor"],
        &["occupation-1914", "invasion-1914"],
    );
    check(&["--violation", "others"], &[]);
    check(&["--violation", "--country", "belgium"], &["invasion-1914"]);
    check(
        &["--without-violation", "--from", "1900"],
        &["versailles-1919", "non-bloc-2010", "repeal-2014"],
    );
    check(&["--place", "london"], &["london-1839", "london-1867"]);
    check(
        &["--place", "Kyiv", "--place", "PARIS", "--to", "2012"],
        &["vienna-1815", "non-bloc-2010"],
    );
    check(
        &["--without-place", "London", "--kind", "neutralisation"],
        &["vienna-1815", "belgium-1831"],
    );
    check(&["--from", "1831-06", "--to", "1831-07"], &["belgium-1831"]);
    check(
        &["--linked", "8"],
        &["london-1839", "occupation-1914", "invasion-1914"],
    );
    check(
        &["--linked", "--from", "1900"],
        &["occupation-1914", "invasion-1914", "non-bloc-2010"],
    );
    check(&["--search", "great britain vii"], &["london-1839"]);
    check(&["--search", "xyzzy"], &[]);
    check(&["--status", "non-bloc"], &["non-bloc-2010", "repeal-2014"]);
    check(
        &["--status", "Non-bloc status by law", "--without-linked"],
        &["repeal-2014"],
    );
    check(
        &["--importance", "1", "--from", "1900"],
        &["occupation-1914", "invasion-1914"],
    );
    check(
        &["--without-country", "Prussia", "--without-kind", "law"],
        &["belgium-1831"],
    );
    check(
        &["--country", "de", "--without-role", "violator"],
        &["vienna-1815", "london-1839", "london-1867"],
    );
    check(
        &[
            "--without-status",
            "guaranteed",
            "--without-status",
            "non-bloc",
        ],
        &["belgium-1831"],
    );
    check(
        &["--linked", "8", "--stance", "complicates"],
        &["london-1839"],
    );
    check(
        &[
            "--linked",
            "--without-linked",
            "6",
            "--without-stance",
            "context",
        ],
        &["occupation-1914", "invasion-1914"],
    );
}

#[test]
fn an_event_is_marked_by_the_claim_that_was_asked_for() {
    let check = |arguments: &[&str], expected: &[&str]| {
        let arguments = [&["list", "-f", SMALL], arguments].concat();
        let (_, shown, _) = answer(&arguments);
        let marks: Vec<&str> = shown
            .split_whitespace()
            .filter(|word| word.starts_with('¶'))
            .collect();
        assert_eq!(marks, expected, "{arguments:?}");
    };
    check(&["--linked", "8"], &["¶8", "¶8", "¶8"]);
    check(&["--linked", "6", "--to", "1840"], &["¶6", "¶6"]);
    check(&["--country", "belgium", "--to", "1840"], &["¶6"]);
}

#[test]
fn filters_narrow_the_answer_in_json() {
    let asked = [
        "list", "-f", SMALL, "--status", "non-bloc", "--format", "json",
    ];
    let (status, printed, _) = answer(&asked);
    let answer: serde_json::Value = serde_json::from_str(&printed).unwrap();
    let ids: Vec<&serde_json::Value> = answer["events"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| &event["id"])
        .collect();
    assert_eq!(status, 0);
    assert_eq!(ids, ["non-bloc-2010", "repeal-2014"]);
}

#[test]
fn without_a_terminal_the_reader_prints_the_list() {
    let (status, printed, _) = answer(&[SMALL, "--country", "ukraine"]);
    assert_eq!((status, printed.lines().count()), (0, 2));
    assert!(!printed.contains('\u{1b}'));
}

#[test]
fn an_event_is_shown_whole() {
    let (status, printed, _) = answer(&["show", "london-1839", "-f", SMALL]);
    assert_eq!(status, 0);
    for part in [
        "19 April 1839 · London",
        "Guarantors   Great Britain · Prussia",
        "Ratified     8 June 1839",
        "broken by",
        "vol. II, no. 183",
    ] {
        assert!(printed.contains(part), "{part} is missing in\n{printed}");
    }
}

#[test]
fn json_answers_carry_the_format_and_the_dates_with_their_bounds() {
    let (_, printed, _) = answer(&[
        "list",
        "-f",
        SMALL,
        "--format",
        "json",
        "--search",
        "articles dutch",
    ]);
    let answer: serde_json::Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(answer["format"], 1);
    let event = &answer["events"][0];
    assert_eq!(event["id"], "belgium-1831");
    let date = serde_json::json!({ "edtf": "1831", "earliest": "1831-01-01", "latest": "1831-12-31", "label": "1831" });
    assert_eq!(event["date"], date);
    let party = serde_json::json!({ "country": "belgium", "name": "Belgium", "role": "neutral" });
    assert_eq!(event["parties"], serde_json::json!([party]));
}

#[test]
fn the_article_is_printed_claim_by_claim() {
    let (status, printed, _) = answer(&["article", "6", "-f", SMALL]);
    assert_eq!(status, 0);
    for part in [
        "¶6   Where the idea comes from",
        "The author’s claim",
        "What the record shows",
        "Supports",
        "19 Apr 1839  Treaties of London: Belgium neutralised",
    ] {
        assert!(printed.contains(part), "{part} is missing in\n{printed}");
    }
    let (_, whole, _) = answer(&["article", "-f", SMALL]);
    assert!(
        whole.contains(printed.split_once("¶6").unwrap().1.trim_end()),
        "{whole}"
    );
    let (status, _, error) = answer(&["article", "66", "-f", SMALL]);
    assert_eq!(
        (status, error.as_str()),
        (
            1,
            "neutrality: no passage is called '66'; it is one of: origins, war, today\n"
        )
    );
    let (_, printed, _) = answer(&["article", "6", "-f", SMALL, "--ascii"]);
    assert!(printed.is_ascii(), "{printed}");
    let (_, printed, _) = answer(&["article", "6", "-f", SMALL, "--format", "json"]);
    let answer: serde_json::Value = serde_json::from_str(&printed).unwrap();
    let linked = serde_json::json!({ "edtf": "1839-04-19", "earliest": "1839-04-19", "latest": "1839-04-19", "label": "19 April 1839" });
    let events = answer["passages"][0]["events"].as_array().unwrap();
    let london = events
        .iter()
        .find(|event| event["event"] == "london-1839")
        .unwrap();
    assert_eq!(
        (&london["date"], &london["stance"]),
        (&linked, &"supports".into())
    );
}

#[test]
fn a_wrong_request_names_the_value_and_the_nearest() {
    let check = |arguments: &[&str], status: i32, printed: &str| {
        let (found, _, error) = answer(arguments);
        assert_eq!(found, status, "{arguments:?}: {error}");
        assert!(error.contains(printed), "{arguments:?}: {error}");
    };
    check(
        &["list", "--status", "garanteed", "-f", SMALL],
        1,
        "no status is called 'garanteed'; did you mean 'guaranteed'?",
    );
    check(
        &["list", "--without-kind", "laws", "-f", SMALL],
        1,
        "no kind is called 'laws'; did you mean 'law'?",
    );
    check(
        &["list", "--place", "Lodnon", "-f", SMALL],
        1,
        "no place is called 'Lodnon'; did you mean 'London'?",
    );
    check(
        &["list", "--stance", "suports", "-f", SMALL],
        1,
        "no stance is called 'suports'; did you mean 'supports'?",
    );
    check(
        &["list", "--importance", "4", "-f", SMALL],
        1,
        "--importance does not take '4': it is a number from 1 to 3",
    );
    for no_number in ["high", "1.5", "99999999999999999999"] {
        check(
            &["list", "--importance", no_number, "-f", SMALL],
            1,
            &format!("--importance does not take '{no_number}': it is a number from 1 to 3"),
        );
    }
    check(
        &["show", "london-1893", "-f", SMALL],
        1,
        "no event is called 'london-1893'; did you mean 'london-1839'?",
    );
    check(
        &["list", "-f", SMALL, "--country", "Belgum"],
        1,
        "no country is called 'Belgum'; did you mean 'Belgium'?",
    );
    check(
        &["list", "-f", SMALL, "--role", "violatr"],
        1,
        "did you mean 'violator'?",
    );
    check(
        &["list", "-f", SMALL, "--linked", "99"],
        1,
        "no passage is called '99'",
    );
    check(
        &["list", "-f", SMALL, "--from", "8/4/1914"],
        1,
        "'8/4/1914' is no date",
    );
    check(
        &["list", "-f", SMALL, "--from", "8/4/1914"],
        1,
        "write it as '1914-04-08' (8 April 1914) or '1914-08-04'",
    );
    check(&["lits"], 1, "did you mean 'neutrality list'?");
    check(&["frame", "--size", "big"], 2, "'big' is no size");
    check(
        &["frame", "--at", "nowhere"],
        1,
        "no event or date is called 'nowhere'",
    );
}

#[test]
fn a_file_that_cannot_be_read_is_named_with_the_reason() {
    let folder = folder();
    let path = |name: &str| folder.join(name).display().to_string();
    fs::write(path("empty.toml"), "").unwrap();
    fs::write(path("latin.toml"), b"title = \"Br\xFCssel\"").unwrap();
    fs::write(path("broken.toml"), "format = 1\n[timeline\n").unwrap();
    let check = |file: &str, status: i32, printed: &str| {
        for arguments in [vec![file], vec!["list", "-f", file], vec!["check", file]] {
            let (found, out, error) = answer(&arguments);
            assert_eq!(found, status, "{arguments:?}: {out}{error}");
            assert!(
                format!("{out}{error}").contains(printed),
                "{arguments:?}: {out}{error}"
            );
            assert!(
                format!("{out}{error}").contains(file.rsplit('/').next().unwrap()),
                "{arguments:?}: {out}{error}"
            );
        }
    };
    check(&path("none.toml"), 2, "there is no such file");
    check(&folder.display().to_string(), 2, "it is a directory");
    check(&path("empty.toml"), 1, "the file is empty");
    check(&path("latin.toml"), 1, "is not UTF-8");
    check(&path("broken.toml"), 1, "broken.toml:2:");
}

#[cfg(unix)]
#[test]
fn what_is_no_regular_file_is_refused_at_once() {
    let folder = folder();
    let fifo = folder.join("fifo.toml").display().to_string();
    assert_eq!(run(command("mkfifo").arg(&fifo)).0, 0);
    for file in [fifo.as_str(), "/dev/zero"] {
        let (status, _, error) = answer(&["list", "-f", file]);
        assert_eq!(status, 2, "{error}");
        assert!(error.contains("it is no regular file"), "{error}");
    }
}

#[test]
fn check_counts_warnings_only_when_asked() {
    let folder = folder();
    let file = folder.join("warned.toml").display().to_string();
    fs::write(&file, "format = 1\n[timeline]\ntitle = \"T\"\n[[events]]\nid = \"a\"\ndate = 1815\ntitle = \"A\"\n").unwrap();
    let (status, printed, _) = answer(&["check", &file]);
    assert_eq!(status, 0, "{printed}");
    assert!(printed.contains("1 warning"), "{printed}");
    assert_eq!(answer(&["check", "--strict", &file]).0, 1);
    let (_, printed, _) = answer(&["check", "--format", "json", &file]);
    let answer: serde_json::Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(answer["files"][0]["faults"][0]["line"], 5);
}

#[test]
fn several_files_are_checked_and_one_missing_does_not_hide_the_others() {
    let (status, printed, error) = answer(&["check", SMALL, "/nowhere/at/all.toml", SMALL]);
    assert_eq!(status, 2);
    assert_eq!(printed.matches("no faults").count(), 2, "{printed}");
    assert!(error.contains("/nowhere/at/all.toml"), "{error}");
}

#[test]
fn a_closed_pipe_is_no_failure() {
    let mut child = program(&["list", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), error.as_str()), (Some(0), ""));
}

#[test]
fn a_full_disk_is_told() {
    let full = fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let (status, _, error) = run(program(&["list", "-f", SMALL]).stdout(full));
    assert_eq!(status, 2);
    assert!(error.contains("cannot write"), "{error}");
}

#[test]
fn a_frame_is_drawn_in_three_forms() {
    let frame = |format: &str| {
        answer(&[
            "frame", "-f", SMALL, "--size", "80x24", "--keys", "j j j", "--format", format,
        ])
        .1
    };
    assert!(frame("text").contains("▌ ┃ ◆ U   ◆    19 Apr 1839"));
    assert!(frame("ansi").contains("\u{1b}[1"));
    let svg = frame("svg");
    assert!(
        svg.starts_with("<svg ")
            && svg.trim_end().ends_with("</svg>")
            && svg.contains("Treaties of London")
    );
}

#[test]
fn help_begins_with_examples_and_goes_to_standard_output() {
    let (status, printed, error) = answer(&["--help"]);
    assert_eq!((status, error.as_str()), (0, ""));
    assert!(printed.trim_start().starts_with("Examples:"), "{printed}");
    let (status, printed, _) = answer(&["keys"]);
    assert_eq!(status, 0);
    assert!(
        printed.contains("Enter") && printed.contains("Following"),
        "{printed}"
    );
}

#[test]
fn the_list_as_csv_is_what_is_exported() {
    let filter = ["--country", "Belgium", "-f", SMALL];
    let (_, listed, _) = answer(&[&["list", "--format", "csv"], &filter[..]].concat());
    let (_, exported, _) = answer(&[&["export", "--format", "csv"], &filter[..]].concat());
    assert_eq!(listed, exported);
    assert!(listed.starts_with("id,date,"), "{listed}");
    let (status, nothing, _) =
        answer(&["list", "--format", "csv", "--search", "xyzzy", "-f", SMALL]);
    assert_eq!((status, nothing.lines().count()), (0, 1));
}
