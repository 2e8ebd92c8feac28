//! What a reader wrote and what stands in the way of keeping it: nothing is lost unsaid, and nobody is waited for.

use std::fs;

use rustix::fs::{FlockOperation, flock};
use rustix::process::Signal;

use crate::common::files::{fifo, script};
use crate::common::process::{feed, program, run};
use crate::common::texts::{SMALL, SMALL_WITH_CASES};
use crate::marks::{Desk, quit};

#[test]
fn a_note_that_cannot_be_kept_is_left_in_its_file_and_in_the_prompt() {
    let desk = Desk::new(SMALL);
    // Where a folder should be made a file stands.
    fs::write(desk.folder.join("neutrality"), "").unwrap();
    let temporary = desk.path("temporary");
    fs::create_dir(&temporary).unwrap();
    let left = |desk: &Desk| -> Vec<String> {
        let files = fs::read_dir(desk.path("temporary")).unwrap();
        let mut left: Vec<String> = files
            .map(|file| fs::read_to_string(file.unwrap().path()).unwrap())
            .collect();
        left.sort();
        left
    };
    let body = "printf ' and more' >> \"$1\"; test ! -e \"${0%/*}/fails\"";
    let editor = script(&desk.folder, "an-editor", body);
    let environment = [("VISUAL", editor.as_str()), ("TMPDIR", &temporary)];
    let mut session = desk.start(&["--at", "london-1839"], &environment);
    session.wait_for("9 of 9 shown");
    session.send("iMine\r");
    session.wait_for("nothing can be kept: ");
    session.send("i");
    session.wait_for("Note: Mine");
    session.send("\x1b");
    session.wait_for("Enter read");
    session.send("I");
    session.wait_for("your note is in '");
    assert_eq!(left(&desk), ["Mine and more"]);
    session.send("i");
    session.wait_for("Note: Mine and more");
    session.send("\x1b");
    session.wait_for("Enter read");
    // An editor that fails may have written all the same.
    fs::write(desk.path("fails"), "").unwrap();
    session.send("I");
    session.wait_for("your note is in '");
    assert_eq!(left(&desk), ["Mine and more", "Mine and more and more"]);
    session.send("Q");
    assert_eq!(session.exit_status(), 0);
    assert!(session.has_written("is not kept, and lies in '"));
    // What is kept needs no file beside it.
    let desk = Desk::new(SMALL);
    let temporary = desk.path("temporary");
    fs::create_dir(&temporary).unwrap();
    let environment = [("VISUAL", editor.as_str()), ("TMPDIR", &temporary)];
    fs::remove_file(std::path::Path::new(&editor).with_file_name("fails")).ok();
    let mut session = desk.start(&["--at", "london-1839"], &environment);
    session.wait_for("9 of 9 shown");
    session.send("I");
    session.wait_for("noted beside");
    assert_eq!(left(&desk), Vec::<String>::new());
    quit(session);
}

#[test]
fn what_is_too_long_for_a_line_is_refused_and_not_cut() {
    let check = |lines: &str, expected: &str, kept: bool| {
        let desk = Desk::new(SMALL);
        let printed = desk.say("london-1867", lines);
        assert!(printed.contains(expected), "{expected}: {printed}");
        let notes = desk.output(&["notes"]);
        assert_eq!(notes.contains("xxx"), kept, "{notes}");
    };
    let (fits, long) = ("x".repeat(1000), "x".repeat(1001));
    check(&format!("i\n{fits}\nq\n"), "noted beside", true);
    let refused = "nothing was put in: at most 1000 characters; I has your editor for more";
    check(&format!("i\n{long}\nEsc\nq\n"), refused, false);
    let name = format!("E\n{}.md\nEsc\nq\n", "x".repeat(5000));
    check(&name, "nothing was put in: at most 4096 characters", false);
    // On a screen the refusal stands where the eyes are, and what was typed stays.
    let desk = Desk::new(SMALL);
    let mut session = desk.start(&["--at", "london-1839"], &[]);
    session.wait_for("9 of 9 shown");
    session.send("iMine");
    session.wait_for("Note: Mine");
    session.send(&format!("\x1b[200~{long}\x1b[201~"));
    session.wait_for("at most 1000 characters; I has your editor for more: Mine");
    session.send("\r");
    session.wait_for("noted beside");
    quit(session);
    assert!(desk.output(&["notes"]).ends_with("    Mine\n"));
}

#[test]
fn nobody_is_waited_for_where_a_lock_should_be() {
    let desk = Desk::new(SMALL);
    desk.say("london-1867", "m\nq\n");
    let lock = desk.notebook().with_extension("lock");
    fs::remove_file(&lock).unwrap();
    fifo(&lock);
    let printed = desk.say("vienna-1815", "m\nq\n");
    assert!(
        printed.contains(" is no regular file; take it away"),
        "{printed}"
    );
    assert_eq!(desk.output(&["notes"]).lines().count(), 1);
}

#[test]
fn what_has_gone_is_handed_out_under_a_heading_of_its_own() {
    let desk = Desk::new(SMALL_WITH_CASES);
    desk.say("london-1867", "i\nOn what goes.\n\nq\n");
    fs::write(
        desk.notebook(),
        "format = 1\n[[marks]]\nevent = 'gone'\ntitle = 'A gone *event*'\ndate = '1907'\nnote = 'On what goes.'\n",
    )
    .unwrap();
    let check = |arguments: &[&str], expected: &[&str]| {
        let document = desk.output(arguments);
        for text in expected.iter().chain(&["No longer in this timeline"]) {
            assert!(document.contains(text), "{arguments:?} {text}: {document}");
        }
    };
    let markdown = [
        "### A gone \\*event\\*, 1907",
        "> **Reader’s note.** On what goes.",
    ];
    let by_reader = "Marked by a reader: 1 no longer in this timeline.";
    check(
        &["notes", "--format", "markdown"],
        &[&markdown[..], &[by_reader]].concat(),
    );
    check(&["export", "--format", "markdown", "--marked"], &markdown);
    check(
        &["export", "--format", "html", "--marked"],
        &["<h3>A gone *event*, 1907</h3>", "On what goes."],
    );
    let (status, output, errors) = desk.answer(&["export", "--format", "csv", "--marked"]);
    assert_eq!((status, output.as_str()), (1, ""));
    assert!(
        errors.contains("no longer in this timeline; 'neutrality notes' lists it"),
        "{errors}"
    );
}

#[test]
fn where_some_marks_have_gone_every_answer_tells_of_it_beside_the_rest() {
    let desk = Desk::new(SMALL_WITH_CASES);
    desk.say("london-1867", "i\nOn what goes.\n\nq\n");
    let check = |arguments: &[&str]| {
        let (status, output, errors) = desk.answer(arguments);
        assert_eq!(status, 0, "{arguments:?}");
        assert!(!output.is_empty(), "{arguments:?}");
        let expected = "neutrality: 1 of 2 marks is on what is no longer in this timeline; \
            'neutrality notes' lists it\n";
        assert_eq!(errors, expected, "{arguments:?}");
    };
    fs::write(
        desk.notebook(),
        "format = 1\n[[marks]]\nevent = 'gone'\ntitle = 'A gone event'\n[[marks]]\nevent = 'london-1867'\ntitle = 'x'\n",
    )
    .unwrap();
    for format in [
        "json",
        "csv",
        "svg",
        "icalendar",
        "timelinejs",
        "markdown",
        "html",
    ] {
        check(&["export", "--format", format, "--marked"]);
    }
    check(&["list", "--marked"]);
    check(&["list", "--marked", "--format", "json"]);
}

#[test]
fn the_marks_of_a_timeline_that_was_moved_are_named() {
    let desk = Desk::new(SMALL);
    desk.say("london-1867", "i\nMine.\nq\n");
    let (old, moved) = (desk.notebook(), desk.path("moved.toml"));
    fs::rename(desk.path("mine.toml"), &moved).unwrap();
    let notes = |more: &[&str]| {
        let mut command = program(&[&["notes", moved.as_str()], more].concat());
        run(command.env("XDG_STATE_HOME", &*desk.folder))
    };
    let (status, printed, errors) = notes(&[]);
    assert_eq!(status, 0);
    assert!(printed.starts_with("nothing is marked yet"), "{printed}");
    let import = format!("neutrality notes --import {} {moved}\n", old.display());
    assert!(errors.ends_with(&import), "{errors}");
    let (status, _, errors) = notes(&["--import", old.to_str().unwrap()]);
    assert_eq!((status, errors.as_str()), (0, ""));
    let (_, printed, errors) = notes(&[]);
    assert!(
        printed.ends_with("    Mine.\n") && errors.is_empty(),
        "{printed} {errors}"
    );
}

#[test]
fn a_filter_takes_no_word_that_means_something_already() {
    let desk = Desk::new(SMALL_WITH_CASES);
    let check = |name: &str, expected: &str| {
        let printed = desk.say("london-1867", &format!("c Luxembourg\nV\n{name}\nq\n"));
        assert!(printed.contains(expected), "{name}: {printed}");
    };
    for (name, meaning) in [
        ("quit", "what a key does"),
        ("q", "what a key does"),
        ("1914-08", "a date"),
        ("Belgium", "a country"),
        ("lanes", "a view"),
        ("london-1867", "an event"),
        ("dark", "a theme"),
    ] {
        check(name, &format!("is {meaning} already"));
    }
    assert!(!desk.folder.join("neutrality").exists());
    for name in ["the-duchy", "belgium-and-luxembourg"] {
        check(name, "this filter is now");
    }
    // A name is given again to another filter.
    check("the-duchy", "this filter is now");
}

#[test]
fn what_could_not_be_kept_is_written_out_at_the_end() {
    let refused = |desk: &Desk| fs::write(desk.folder.join("neutrality"), "").unwrap();
    let lines = "i\nThe first.\n]\ni\nThe second.\nq\n";
    let begin = ["--linear", "--at", "vienna-1815"];
    let say = |desk: &Desk, lines: &str| {
        let file = desk.path("mine.toml");
        let mut command = program(&[&begin[..], &["--file", &file]].concat());
        feed(command.env("XDG_STATE_HOME", &*desk.folder), lines)
    };
    let desk = Desk::new(SMALL);
    refused(&desk);
    let (status, _, errors) = say(&desk, lines);
    assert_eq!(status, 0);
    for written in [
        "it says:\nThe first.\n",
        "it says:\nThe second.\n",
        "is not kept; ",
    ] {
        assert!(errors.contains(written), "{written}: {errors}");
    }
    // On a screen, after that is given back: on wish and on a signal.
    for signal in [None, Some(Signal::TERM)] {
        let desk = Desk::new(SMALL);
        refused(&desk);
        let mut session = desk.start(&["--at", "vienna-1815"], &[]);
        session.wait_for("9 of 9 shown");
        session.send("iThe first.\r");
        session.wait_for("nothing can be kept: ");
        session.send("jiThe second.");
        session.wait_for("Note: The second.");
        session.send("\r");
        session.wait_for("nothing can be kept: ");
        match signal {
            Some(signal) => session.signal(signal),
            None => session.send("Q"),
        }
        session.exit_status();
        assert_eq!(session.not_restored(), Vec::<String>::new());
        let left = session.contents();
        assert!(
            left.contains("The first.") && left.contains("The second."),
            "{left}"
        );
    }
    // What stood in the way is gone: it is kept after all, and said so.
    let desk = Desk::new(SMALL);
    refused(&desk);
    let mut session = desk.start(&["--at", "vienna-1815"], &[]);
    session.wait_for("9 of 9 shown");
    session.send("iThe first.\r");
    session.wait_for("nothing can be kept: ");
    fs::remove_file(desk.folder.join("neutrality")).unwrap();
    session.send("Q");
    assert_eq!(session.exit_status(), 0);
    assert!(session.has_written("is kept now"));
    assert!(desk.output(&["notes"]).ends_with("    The first.\n"));
}

#[test]
fn another_program_that_holds_the_file_is_not_waited_for_long() {
    let desk = Desk::new(SMALL);
    desk.say("london-1867", "m\nq\n");
    let lock = fs::File::open(desk.notebook().with_extension("lock")).unwrap();
    flock(&lock, FlockOperation::LockExclusive).unwrap();
    let mut session = desk.start(&["--at", "vienna-1815"], &[]);
    session.wait_for("9 of 9 shown");
    session.send("iMine.\r");
    session.wait_for("nothing was kept: ");
    // The words are there still, and the screen answers.
    session.send("i");
    session.wait_for("Note: Mine.");
    session.send("\x1b");
    drop(lock);
    session.wait_for("Enter read");
    session.send("Q");
    assert_eq!(session.exit_status(), 0);
    assert!(session.has_written("is kept now"));
    assert!(desk.output(&["notes"]).contains("    Mine.\n"));
}
