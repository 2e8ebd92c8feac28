//! Signs and words: whatever is drawn is explained, and the explanation is found from everywhere.

use std::collections::BTreeSet;
use std::fs;

use crate::common::files::{SHIPPED as SHIPPED_FILE, SOURCES as SOURCES_FILE, path};
use crate::common::process::{export, output};
use crate::common::reader::{open, press, screen, timeline};
use crate::common::snapshot::file;
use crate::common::texts::{SHIPPED, SMALL_WITH_CASES};
use neutrality::linear::Linear;
use neutrality::page::signs;

/// Signs of typography and of what parts panes: they say nothing of the record.
const TYPOGRAPHY: &str = "─│·–—’‘“”×↑↓«»\u{a0}";

/// Every character that some sign of the page has.
fn explained(source: &str) -> BTreeSet<char> {
    let signs = signs::all(&timeline(source), false);
    signs.iter().flat_map(|sign| sign.sign.chars()).collect()
}

#[test]
fn every_sign_of_a_timeline_has_its_name_and_its_meaning() {
    let signs = signs::all(&timeline(SMALL_WITH_CASES), false);
    let rows = signs.iter().map(|sign| {
        let (group, sign, name, meaning) = (sign.group, &sign.sign, &sign.name, &sign.meaning);
        format!("{group} | {sign} | {name} | {meaning}\n")
    });
    file(
        "tests/screens/signs-of-small.txt",
        &rows.collect::<String>(),
    );
}

#[test]
fn whatever_a_view_draws_is_explained() {
    let known = explained(SHIPPED);
    let written: BTreeSet<char> = SHIPPED.chars().filter(|sign| !sign.is_ascii()).collect();
    for (columns, rows) in [(80, 24), (140, 50)] {
        for keys in [
            "",
            "Enter",
            "2",
            "2 + + + + + +",
            "2 0 Tab",
            "2 z",
            "2 A",
            "2 A + + + +",
            "3",
            "3 Enter",
            "4",
            "4 Enter",
            "4 End",
            "f",
            "f Space",
            "f -",
            "c",
        ] {
            let mut app = open(SHIPPED, columns, rows);
            press(&mut app, keys);
            for sign in screen(&app)
                .chars()
                .filter(|sign| !sign.is_ascii() && !sign.is_alphanumeric())
            {
                let is_text = written.contains(&sign) || TYPOGRAPHY.contains(sign);
                assert!(
                    known.contains(&sign) || is_text || ('▁'..='█').contains(&sign),
                    "{sign} is drawn after {keys:?} at {columns}x{rows} and explained nowhere"
                );
            }
        }
    }
}

#[test]
fn every_sign_has_its_name_in_one_file_and_is_explained() {
    let known = explained(SMALL_WITH_CASES);
    let named = fs::read_to_string(path("src/page/glyphs.rs")).unwrap();
    let is_sign = |literal: &&str| literal.chars().count() == 1 && !literal.is_ascii();
    let bars = '▁'..='█';
    for sign in named.split('"').filter(is_sign).flat_map(str::chars) {
        assert!(
            known.contains(&sign) || bars.contains(&sign) || sign == '│',
            "{sign} is explained nowhere"
        );
    }
    // What is drawn under no name would be explained by chance only.
    for entry in [
        "list",
        "outline",
        "cases",
        "overview",
        "chips",
        "panel",
        "picker",
        "page",
        "lanes",
        "lanes/row",
        "lanes/ages",
        "lanes/axis",
        "lanes/legend",
    ] {
        let code = fs::read_to_string(path(&format!("src/ui/{entry}.rs"))).unwrap();
        let code = code.split("#[cfg(test)]").next().unwrap();
        for literal in code.split('"').filter(is_sign) {
            assert!(
                TYPOGRAPHY.contains(literal),
                "src/ui/{entry}.rs draws {literal} under no name"
            );
        }
    }
}

#[test]
fn the_page_has_every_word_of_the_record_with_its_definition() {
    let timeline = timeline(SHIPPED);
    let page = output(&["signs", "-f", SHIPPED_FILE])
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let mut words: Vec<(&str, Option<&str>)> = Vec::new();
    words.extend(
        timeline
            .kinds
            .iter()
            .map(|kind| (&*kind.label, kind.definition.as_deref())),
    );
    words.extend(
        timeline
            .roles
            .iter()
            .map(|role| (&*role.label, role.definition.as_deref())),
    );
    words.extend(
        timeline
            .statuses
            .iter()
            .map(|status| (&*status.label, status.definition.as_deref())),
    );
    words.extend(
        timeline
            .stages
            .iter()
            .map(|stage| (&*stage.id, stage.definition.as_deref())),
    );
    for (word, definition) in words {
        assert!(page.contains(word), "{word}");
        assert!(
            page.contains(definition.unwrap_or_default()),
            "{word}: {definition:?}"
        );
    }
    let ascii = output(&["signs", "--ascii", "-f", SHIPPED_FILE]);
    let letters = ascii
        .chars()
        .filter(|sign| !sign.is_ascii() && !sign.is_alphanumeric());
    assert_eq!(letters.collect::<String>(), "", "{ascii}");
}

#[test]
fn the_list_is_first_in_the_help_and_found_by_its_names_and_by_a_sign() {
    let check = |keys: &str, expected: &str| {
        let mut app = open(SMALL_WITH_CASES, 120, 40);
        press(&mut app, keys);
        let shown = screen(&app);
        assert!(shown.contains("Signs and words"), "{keys}\n{shown}");
        assert!(shown.contains(expected), "{keys}\n{shown}");
    };
    check("? Enter", "guarantee begins");
    for name in ["legend", "signs", "symbols"] {
        check(&format!(": {name} Enter"), "guarantee begins");
    }
    check(": ╎ Enter", "The title goes on after it was violated.");
    check(": breached Enter", "It was violated.");
    let mut linear = Linear::new(open(SMALL_WITH_CASES, 80, 24), 80);
    let printed = linear.take(":legend").text;
    assert!(printed.starts_with("Signs and words\n"), "{printed}");
    assert!(printed.contains("◆ · guarantee begins"), "{printed}");
}

#[test]
fn a_search_that_finds_no_event_says_what_sign_it_is() {
    let check = |query: &str, expected: Option<&str>| {
        let mut app = open(SHIPPED, 140, 40);
        press(&mut app, "/");
        app.handle(neutrality::app::input::Input::Paste(query.to_owned()));
        press(&mut app, "Enter");
        let message = app.message().unwrap();
        let found = message.split_once("; it is a sign, ").map(|(_, sign)| sign);
        assert_eq!(found, expected, "{query}: {message}");
    };
    check(
        "╎",
        Some("after a violation: The title goes on after it was violated."),
    );
    check(
        "◆",
        Some("guarantee begins: With this event a neutrality begins that others guarantee."),
    );
    check("xyzzy", None);
}

#[test]
fn a_document_of_the_whole_explains_its_signs_and_words_and_a_part_does_not_unasked() {
    let check = |format: &str, expected: &[&str]| {
        let all = export(SHIPPED_FILE, format, &[]);
        for part in expected {
            assert!(all.contains(part), "{format}: no {part}");
        }
        let heading = "Signs and words";
        assert!(all.contains(heading), "{format}");
        let part = export(SHIPPED_FILE, format, &["--country", "belgium"]);
        assert!(!part.contains(heading), "{format}");
        let more = ["--country", "belgium", "--only", "words"];
        assert!(export(SHIPPED_FILE, format, &more).contains(heading));
        // What has neither statuses nor kinds nor an article has nothing to explain.
        assert!(
            !export(SOURCES_FILE, format, &[]).contains(heading),
            "{format}"
        );
    };
    check(
        "markdown",
        &[
            "### Statuses\n\n- **T Permanent neutrality, guaranteed**: ",
            "- **◆ Neutralisation**: An act of several states",
            "- **complicates**: The event speaks against the claim",
            "- **● yes**: The record answers the question with yes",
            "- **✕ breached**: It was violated",
            "- **▇▇ guaranteed**: It rests on a treaty",
        ],
    );
    check(
        "html",
        &[
            "<h3>Kinds of events</h3><dl><dt>◆ Neutralisation</dt><dd>An act of several states",
            "<dt>complicates</dt><dd>The event speaks against the claim",
            "<dt>✕ breached</dt><dd>It was violated.</dd>",
        ],
    );
}
