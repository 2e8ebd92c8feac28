//! What one comes for, from the beginning to what one leaves with: each journey in the program as it is shipped.
//!
//! Marks that outlast the timeline, two readers, the resumed place, filters with names and documents from inside are
//! walked in `marks`, every view that is copied as a command in `questions`, the sheets of paper in `.ci/chromium`.

use std::fs;

use expect_test::expect;
use serde_json::Value;

use crate::common::files::folder;
use crate::common::process::{self, PROGRAM, answer, feed, output, program};
use crate::common::terminal::Session;
use crate::common::texts::{SMALL_WITH_CASES, TOURS};
use crate::completions::is_installed;
use crate::marks::Desk;

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

#[test]
fn what_an_earlier_record_had_wrong_is_told_word_by_word() {
    let folder = folder();
    let write = |name: &str, text: &str| {
        let path = folder.join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let now = format!(
        "{SMALL_WITH_CASES}\n[[events]]\nid = \"council-1920\"\ndate = \"1920-02-13\"\n\
         title = \"The Council recognises Switzerland\"\nkind = \"law\"\n"
    );
    let mut earlier = SMALL_WITH_CASES.to_owned();
    for (is, was) in [
        ("from 1815 on.", "from 1830 on."),
        ("\"Articles for Belgium\"", "\"Articles for Holland\""),
        ("violated_by = [\"occupation-1914\"]\n", ""),
        (
            "{ answer = \"partly\", note = \"Its congress",
            "{ answer = \"no\", note = \"Its congress",
        ),
    ] {
        assert_eq!(earlier.matches(is).count(), 1, "{is}");
        earlier = earlier.replace(is, was);
    }
    let (earlier, now) = (write("earlier.toml", &earlier), write("now.toml", &now));
    let (status, told, errors) = answer(&["diff", &earlier, &now]);
    assert_eq!((status, errors.as_str()), (1, ""));
    expect![[r#"
        ~ event belgium-1831
            title: Articles for [-Holland-] {+Belgium+}
        + event council-1920
        ~ span luxembourg guaranteed london-1867
            violated_by: {+event occupation-1914, title Germany occupies Luxembourg, date 1914-08-02+}
        ~ passage origins
            claim: … on small states, from [-1830-] {+1815+} on.
        ~ case belgium-1839
            answers.asked.answer: [-no-] {+partly+}
    "#]].assert_eq(&told);
    // The other way round what was added has gone.
    let (_, told, _) = answer(&["diff", &now, &earlier]);
    assert!(told.contains("- event council-1920\n"), "{told}");
    let (_, json, _) = answer(&["diff", &earlier, &now, "--format", "json"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["differences"].as_array().unwrap().len(), 5);
}

/// What the reader copies for the command line of its view, where lines are read and not keys.
fn command_of_view(arguments: &[&str]) -> String {
    let mut command = program(&[&["--linear"], arguments].concat());
    let (status, answer, errors) = feed(&mut command, "y v\nQ\n");
    assert_eq!((status, errors.as_str()), (0, ""));
    let command = answer.lines().rfind(|line| line.starts_with("neutrality "));
    command.unwrap_or_else(|| panic!("{answer}")).to_owned()
}

#[test]
fn a_view_that_is_pasted_into_a_shell_opens_again() {
    let folder = folder();
    std::os::unix::fs::symlink(PROGRAM, folder.join("neutrality")).unwrap();
    // A name that each shell would run, or take apart, were it not quoted as all of them understand.
    let file = folder.join("it's $(touch ran) `touch ran` \\ \"x\" !$HOME * {a,b} #1.toml");
    fs::write(&file, SMALL_WITH_CASES).unwrap();
    let flags = ["--view=lanes", "--country=belgium", "--file"];
    let flags = [&flags[..], &[file.to_str().unwrap()]].concat();
    let command = command_of_view(&flags);
    let (_, before, _) = feed(&mut program(&[&flags[..], &["--linear"]].concat()), "Q\n");
    assert!(before.contains("Lanes · "), "{before}");
    for shell in ["bash", "zsh", "fish"] {
        if !is_installed(shell) {
            continue;
        }
        let mut shell = process::command(shell);
        let path = format!("{}:{}", folder.display(), std::env::var("PATH").unwrap());
        shell.args(["-c", &format!("{command} --linear")]);
        shell.current_dir(&*folder).env("PATH", path);
        let (_, after, errors) = feed(&mut shell, "Q\n");
        assert_eq!(
            (after.as_str(), errors.as_str()),
            (before.as_str(), ""),
            "{command}"
        );
        assert!(!folder.join("ran").exists(), "{command}");
    }
}

#[cfg(feature = "citations")]
#[test]
fn a_tour_is_handed_out_under_a_title_and_in_a_style() {
    let folder = folder();
    let file = folder.join("tours.toml");
    fs::write(&file, TOURS).unwrap();
    let check = |arguments: &[&str], expected: &[&str]| {
        let tour = ["export", "--tour", "promises", "--file"];
        let document = output(&[&tour[..], &[file.to_str().unwrap()], arguments].concat());
        for part in expected {
            assert!(document.contains(part), "{arguments:?}, {part}: {document}");
        }
    };
    let plain = "Hertslet, The Map of Europe by Treaty (1875)";
    check(&["--format", "markdown"], &[plain]);
    let of_class = ["--title", "A class", "--style"];
    let apa = "Hertslet, E. (1875)";
    check(
        &[&of_class[..], &["apa", "--format", "markdown"]].concat(),
        &["# A class\n", apa],
    );
    check(
        &[&of_class[..], &["apa", "--format", "html"]].concat(),
        &["<h1>A class</h1>", apa],
    );
    let mla = "Hertslet, Edward.";
    check(
        &[&of_class[..], &["mla", "--format", "markdown"]].concat(),
        &["# A class\n", mla],
    );
}

#[test]
fn a_claim_is_written_from_inside_with_what_bears_on_it() {
    let desk = Desk::new(SMALL_WITH_CASES);
    let path = desk.path("claim.md");
    let answered = desk.say("london-1867", &format!(":¶6\n1\nE\n1\n{path}\nq\nq\n"));
    assert!(
        answered.contains("¶6 Where the idea comes from, with what bears on it"),
        "{answered}"
    );
    assert!(answered.contains("Write the claim to"), "{answered}");
    // Whatever the filter of the moment hides.
    let expected = desk.output(&["export", "--format", "markdown", "--linked", "¶6"]);
    assert_eq!(fs::read_to_string(path).unwrap(), expected);
}
