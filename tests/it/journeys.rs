//! What one comes for, from the beginning to what one leaves with: each journey in the program as it is shipped.
//!
//! Marks that outlast the timeline, two readers, the resumed place, filters with names and documents from inside are
//! walked in `marks`, the pasted view in `questions`, the sheets of paper in `.ci/chromium`.

use crate::common::process::output;
use crate::common::terminal::Session;

#[test]
fn a_journalist_leaves_the_shell_with_a_footnote() {
    let footnote = output(&["belgium", "1914-08-01", "--as", "footnote"]);
    let lines: Vec<&str> = footnote.lines().collect();
    assert_eq!(lines.len(), 3, "{footnote}");
    assert!(
        lines[0].starts_with("Belgium, 1 August 1914: "),
        "{footnote}"
    );
    assert!(lines[1].contains("Art. "), "{footnote}");
    assert!(lines[2].contains("Hertslet"), "{footnote}");
}

#[test]
fn a_journalist_leaves_the_reader_with_a_footnote_after_few_keys() {
    let mut session = Session::start(&["--theme", "dark"], 120, 40);
    session.wait_for("290 of 290 shown");
    let keys = ["4", "l", "l", "y", "y"];
    keys.iter().for_each(|key| session.send(key));
    session.wait_for("sent to the clipboard: “Belgium 1839");
    session.wait_for("with its footnotes in Chicago");
    assert!(keys.len() <= 10);
    session.send("Q");
    assert_eq!(session.exit_status(), 0);
}

#[test]
fn a_claim_is_printed_with_its_footnotes() {
    let mut session = Session::start(&["--theme", "dark", "--view", "article"], 100, 40);
    session.wait_for("290 of 290 shown");
    session.send("j");
    session.send("P");
    session.wait_for("any key goes back to the reader");
    // A long text has scrolled, and can be scrolled back to in the terminal.
    assert!(session.has_written("“¶2 "));
    assert!(session.has_written("\n1. "));
    session.send(" ");
    session.wait_for("290 of 290 shown");
    session.send("Q");
    assert_eq!(session.exit_status(), 0);
}

#[test]
fn a_teacher_hands_out_a_month_and_no_more() {
    let month = ["--from", "1914-08", "--to", "1914-08"];
    let listed = output(&[&["list"], &month[..]].concat()).lines().count();
    let page = output(
        &[
            &["export", "--format", "html", "--title", "August 1914"],
            &month[..],
        ]
        .concat(),
    );
    assert_eq!(page.matches("<article class=\"event\"").count(), listed);
    assert!(page.contains("<h1>August 1914</h1>") && page.contains("ol class=\"list\""));
    // What is beside the subject is folded.
    assert!(page.contains("<summary>What the record shows</summary>"));
}

#[test]
fn a_filter_that_the_record_names_leads_to_the_broken_promises() {
    let named = output(&["list", "--filter", "guarantor-violations"]);
    assert_eq!(named, output(&["list", "--violation", "guarantor"]));
    let frame = output(&[
        "frame",
        "--size",
        "90x20",
        "--keys",
        ": guarantor-violations Enter",
    ]);
    assert!(frame.contains("guarantor-violations: "), "{frame}");
}
