//! The reader's own: marks and notes that outlast the program, what is made of them, and what cannot be kept.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use crate::common::files::{Folder, fifo, folder, names, script};
use crate::common::process::{Answer, feed, program, run};
use crate::common::terminal::Session;
use crate::common::texts::{SMALL, SMALL_WITH_CASES};

/// A folder with a timeline in it, in which marks are kept too.
pub(crate) struct Desk {
    pub(crate) folder: Folder,
}

impl Desk {
    pub(crate) fn new(timeline: &str) -> Self {
        let folder = folder();
        fs::write(folder.join("mine.toml"), timeline).unwrap();
        Desk { folder }
    }

    pub(crate) fn path(&self, name: &str) -> String {
        self.folder.join(name).to_str().unwrap().to_owned()
    }

    /// A command of the program on the timeline.
    pub(crate) fn answer(&self, arguments: &[&str]) -> Answer {
        let mut command = program(arguments);
        command.args(["--file", &self.path("mine.toml")]);
        run(command.env("XDG_STATE_HOME", &*self.folder))
    }

    pub(crate) fn output(&self, arguments: &[&str]) -> String {
        let (status, output, errors) = self.answer(arguments);
        assert_eq!((status, errors.as_str()), (0, ""), "{arguments:?}");
        output
    }

    /// The reader in lines, begun at an event, and what it writes to these lines, in one.
    pub(crate) fn say(&self, at: &str, lines: &str) -> String {
        let arguments = ["--linear", "--at", at, "--file", &self.path("mine.toml")];
        let mut command = program(&arguments);
        let command = command.env("XDG_STATE_HOME", &*self.folder);
        let (status, output, errors) = feed(command, lines);
        assert_eq!((status, errors.as_str()), (0, ""), "{lines}");
        in_one_line(&output)
    }

    /// The reader on a terminal.
    pub(crate) fn start(&self, arguments: &[&str], environment: &[(&str, &str)]) -> Session {
        let (file, state) = (self.path("mine.toml"), self.path(""));
        let arguments = [&["--theme", "dark", "--file", &file], arguments].concat();
        let environment = [&[("XDG_STATE_HOME", state.as_str())], environment].concat();
        Session::start_with(&arguments, 120, 40, &environment)
    }

    /// The files in which something is kept.
    fn kept(&self) -> Vec<PathBuf> {
        let marks = self.folder.join("neutrality/marks");
        if !marks.exists() {
            return Vec::new();
        }
        let kept = names(&marks).into_iter().map(|name| marks.join(name));
        kept.filter(|file| file.extension().is_some_and(|ending| ending == "toml"))
            .collect()
    }

    /// The one file in which something is kept.
    pub(crate) fn notebook(&self) -> PathBuf {
        let [notebook] = self.kept().try_into().unwrap();
        notebook
    }

    pub(crate) fn replace(&self, old: &str, new: &str) {
        let file = self.folder.join("mine.toml");
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.contains(old), "{old}");
        fs::write(file, text.replace(old, new)).unwrap();
    }
}

/// What was wrapped at a column, which falls elsewhere when the folder of the test has a longer name.
fn in_one_line(output: &str) -> String {
    output.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(crate) fn quit(mut session: Session) {
    session.send("Q");
    assert_eq!(session.exit_status(), 0);
    assert_eq!(session.not_restored(), Vec::<String>::new());
}

#[test]
fn marks_and_notes_are_kept_listed_and_filtered_by() {
    let desk = Desk::new(SMALL_WITH_CASES);
    desk.say("london-1867", "q\n");
    assert!(desk.kept().is_empty(), "nothing is written before a mark");
    let answered = desk.say(
        "london-1867",
        "m\ni\nThe first “collective” guarantee.\n:article\nm\n:cases\nm\n'\nEsc\nq\nq\n",
    );
    assert!(
        answered.contains("noted beside “Treaty of London: Luxembourg neutralised”"),
        "{answered}"
    );
    let printed = desk.output(&["notes"]);
    let lines: Vec<&str> = printed.lines().collect();
    assert_eq!(lines.len(), 4, "{printed}");
    assert!(
        lines[0].starts_with("event london-1867  11 May 1867  "),
        "{printed}"
    );
    assert_eq!(lines[1], "    The first “collective” guarantee.");
    assert!(lines[2].starts_with("claim origins  ¶6 "), "{printed}");
    assert!(lines[3].starts_with("cell "), "{printed}");
    let listed = desk.output(&["list", "--marked"]);
    assert_eq!(listed.lines().count(), 1, "{listed}");
    assert!(listed.contains("london-1867"), "{listed}");
    // A second m takes away a mark without a note, and no other.
    let answered = desk.say("london-1867", "m\n:article\nm\nq\nq\n");
    assert!(answered.contains("its note would be lost"), "{answered}");
    let marks = desk.output(&["notes", "--format", "json"]);
    assert!(
        marks.contains("london-1867") && !marks.contains("origins"),
        "{marks}"
    );
}

#[test]
fn a_mark_outlasts_its_id_and_what_it_was_on() {
    let desk = Desk::new(SMALL);
    desk.say("london-1867", "i\nmine\nq\n");
    desk.replace("london-1867", "luxembourg-1867");
    let found = desk.output(&["notes"]);
    assert!(
        found.contains("(found by its title: the id has gone)"),
        "{found}"
    );
    let listed = desk.output(&["list", "--marked"]);
    assert!(listed.contains("luxembourg-1867"), "{listed}");
    desk.replace("1867-05-11", "1868-05-11");
    let gone = desk.output(&["notes"]);
    assert!(
        gone.contains("(no longer in this timeline)") && gone.contains("mine"),
        "{gone}"
    );
    // Another mark leaves it where it is.
    let answered = desk.say("vienna-1815", "m\n'\n2\nq\n");
    assert!(
        answered.contains("is no longer in this timeline; the mark is kept"),
        "{answered}"
    );
    assert!(desk.output(&["notes"]).contains("mine"));
}

#[test]
fn two_readers_lose_nothing_to_each_other() {
    let desk = Desk::new(SMALL);
    let mut one = desk.start(&["--at", "vienna-1815"], &[]);
    let mut other = desk.start(&["--at", "london-1839"], &[]);
    one.wait_for("9 of 9 shown");
    other.wait_for("9 of 9 shown");
    one.send("m");
    one.wait_for("marked “");
    other.send("m");
    other.wait_for("marked “");
    one.send("G");
    one.send("m");
    one.wait_for("23 December 2014");
    one.send("'");
    one.wait_for("Marks and notes");
    one.wait_for("20 Nov 1815");
    one.wait_for("19 Apr 1839");
    one.send("\x1b");
    one.wait_until("no list", |screen| {
        !screen.contents().contains("Marks and notes")
    });
    quit(one);
    quit(other);
    assert_eq!(desk.output(&["list", "--marked"]).lines().count(), 3);
}

#[test]
fn a_note_is_written_in_the_editor_and_a_long_one_shown_in_part() {
    let desk = Desk::new(SMALL);
    let body = "head -c 1000000 /dev/zero | tr '\\0' x > \"$1\"; printf 'a\\033[31mb' >> \"$1\"";
    let editor = script(&desk.folder, "an-editor", body);
    let mut session = desk.start(&["--at", "london-1839"], &[("VISUAL", &editor)]);
    session.wait_for("9 of 9 shown");
    session.send("I");
    session.wait_for("noted beside");
    session.wait_for("xxxxxxxx");
    session.send("i");
    session.wait_for("the note is longer than a line; I opens it in your editor");
    quit(session);
    let kept = fs::read_to_string(desk.notebook()).unwrap();
    assert!(kept.contains(&"x".repeat(1_000_000)), "{}", kept.len());
    assert!(kept.contains("a\u{FFFD}[31mb") && !kept.contains('\x1b'));
}

#[test]
fn a_note_that_is_left_is_gone_on_with() {
    let mut app = crate::common::reader::open(SMALL, 100, 30);
    let shown = |app: &mut neutrality::app::App, keys: &str| {
        crate::common::reader::press(app, keys);
        crate::common::reader::screen(app)
    };
    assert!(
        shown(&mut app, "j i H a l f Esc").contains("the note was not kept; i goes on with it")
    );
    assert!(shown(&mut app, "i").contains("Note: Half"));
    // Nothing more was written: nothing is lost.
    assert!(!shown(&mut app, "Esc").contains("not kept"));
    // On another thing another note is begun.
    assert!(!shown(&mut app, "j i").contains("Half"));
    assert!(!shown(&mut app, "Esc").contains("not kept"));
    assert!(shown(&mut app, "k i").contains("Note: Half"));
}

#[test]
fn the_place_is_kept_where_the_settings_say_so() {
    let desk = Desk::new(SMALL);
    let config = desk.path("config.toml");
    fs::write(&config, "resume = true\n").unwrap();
    let environment = [("NEUTRALITY_CONFIG", config.as_str())];
    let mut session = desk.start(&[], &environment);
    session.wait_for("9 of 9 shown");
    session.send("3");
    session.wait_for("Where the idea comes from");
    session.send("j");
    session.wait_for("The promises did not stand");
    quit(session);
    let mut session = desk.start(&[], &environment);
    session.wait_for("The promises did not stand");
    quit(session);
    // What is asked for goes before it, and a place that is gone is said and left out.
    let mut session = desk.start(&["--at", "london-1867"], &environment);
    session.wait_for("11 May 1867");
    quit(session);
    desk.replace("london-1867", "luxembourg-1867");
    let mut session = desk.start(&[], &environment);
    session.wait_for("the last place is no longer there");
    quit(session);
}

#[test]
fn the_place_is_kept_and_printed_where_lines_are_read_too() {
    let desk = Desk::new(SMALL);
    let config = desk.path("config.toml");
    fs::write(&config, "resume = true\n").unwrap();
    let say = |more: &[&str], lines: &str| {
        let file = desk.path("mine.toml");
        let mut command = program(&[&["--linear", "--file", &file], more].concat());
        command.env("NEUTRALITY_CONFIG", &config);
        let (status, output, errors) = feed(command.env("XDG_STATE_HOME", &*desk.folder), lines);
        assert_eq!((status, errors.as_str()), (0, ""));
        output
    };
    say(&[], ":article\nj\nQ\n");
    let resumed = say(&["--print-view"], "Q\n");
    assert!(resumed.contains("Article · On promises"), "{resumed}");
    let command = resumed.lines().last().unwrap();
    let file = desk.path("mine.toml");
    assert!(
        command.starts_with(&format!("neutrality --file={file} --view=article --at=war")),
        "{resumed}"
    );
    // Also where the input ends before the reader is left.
    assert!(say(&["--print-view", "--at", "london-1867"], "").ends_with("--at=london-1867\n"));
}

#[test]
fn without_that_setting_no_place_is_kept() {
    let desk = Desk::new(SMALL);
    let mut session = desk.start(&["--view", "article"], &[]);
    session.wait_for("Where the idea comes from");
    quit(session);
    assert!(desk.kept().is_empty());
}

#[test]
fn a_filter_gets_a_name_and_is_asked_for_by_it() {
    let desk = Desk::new(SMALL);
    let answered = desk.say(
        "london-1867",
        "c Luxembourg\nV\nThe Duchy\nx\n:the-duchy\nq\n",
    );
    assert!(
        answered.contains("this filter is now “:the-duchy”"),
        "{answered}"
    );
    assert!(answered.contains("the-duchy: "), "{answered}");
    let named = desk.output(&["list", "--filter", "the-duchy"]);
    assert_eq!(named, desk.output(&["list", "--country", "luxembourg"]));
    let (status, _, errors) = desk.answer(&["list", "--filter", "the-dutch"]);
    assert_eq!(status, 1);
    assert_eq!(
        errors,
        "neutrality: no filter is called 'the-dutch'; did you mean 'the-duchy'?\n"
    );
    // Again in another reader, from its first line.
    assert!(
        desk.say("vienna-1815", ":the-duchy\nq\n")
            .contains("the-duchy: ")
    );
}

#[test]
fn what_is_looked_at_is_printed_on_the_terminals_own_screen() {
    let desk = Desk::new(SMALL_WITH_CASES);
    let mut session = desk.start(&["--view", "article"], &[]);
    session.wait_for("Where the idea comes from");
    session.send("P");
    session.wait_for("any key goes back to the reader");
    assert!(!session.alternate_screen());
    assert!(
        session
            .contents()
            .contains("“¶6 Where the idea comes from”")
    );
    assert!(session.contents().contains("Four treaties carry the word."));
    session.send("j");
    session.wait_for("9 of 9 shown");
    assert!(session.alternate_screen());
    // The key that brought the reader back did nothing else.
    session.wait_for("Four treaties carry the word.");
    session.resize(40, 12);
    session.send("1");
    session.wait_for("9 of 9 shown");
    session.send("jjP");
    session.wait_for("(it begins above,");
    session.send("\x03");
    assert_eq!(session.exit_status(), 0);
    assert_eq!(session.not_restored(), Vec::<String>::new());
}

#[test]
fn a_document_is_written_from_inside_and_never_over_another() {
    let desk = Desk::new(SMALL_WITH_CASES);
    symlink("/dev/full", desk.folder.join("full.md")).unwrap();
    fifo(&desk.folder.join("fifo.md"));
    let check = |lines: &str, name: &str, expected: &str| {
        let path = desk.path(name);
        let answered = desk.say("london-1867", &format!("{lines}E\n{path}\nq\nq\n"));
        let expected = expected.replace("PATH", &path);
        // A path that is longer than a line is broken anywhere.
        let unbroken = |text: &str| text.split_whitespace().collect::<String>();
        let is_said = unbroken(&answered).contains(&unbroken(&expected));
        assert!(is_said, "{expected}: {answered}");
    };
    // With nothing marked and nothing walked there is one thing to write.
    check("", "all.md", "written to PATH");
    let all = fs::read_to_string(desk.path("all.md")).unwrap();
    assert_eq!(all, desk.output(&["export", "--format", "markdown"]));
    check("", "all.md", "exists already and is not replaced");
    assert_eq!(fs::read_to_string(desk.path("all.md")).unwrap(), all);
    check(
        "",
        "none/all.md",
        "nothing was written: cannot write 'PATH': there is no such folder",
    );
    check(
        "",
        "all.docx",
        "it is one of .md .html .json .csv .svg .ics .bib .ris",
    );
    // What exists is never written into, and nobody is waited for.
    for name in ["full.md", "fifo.md"] {
        check("", name, "exists already and is not replaced");
    }
    for name in [
        "all.html", "all.json", "all.csv", "all.ics", "all.bib", "all.ris",
    ] {
        check("", name, "written to PATH");
    }
    // Two places that were read are a trail.
    let trail = desk.path("trail.md");
    let answered = desk.say("london-1867", &format!("a\nE\n3\n{trail}\nq\nq\n"));
    assert!(answered.contains("written to "), "{answered}");
    let trail = fs::read_to_string(trail).unwrap();
    assert!(
        trail.contains("The trail of a reading: 1 event, "),
        "{trail}"
    );
    let answered = desk.say("london-1867", "i\nMine alone.\nE\n2\nmarks.html\nq\n");
    assert!(answered.contains("written to ./marks.html"), "{answered}");
    // The process runs where the tests do.
    let marks = fs::read_to_string("marks.html").unwrap();
    fs::remove_file("marks.html").unwrap();
    assert!(marks.contains("Marked by a reader: 1 event"), "{marks}");
    assert!(marks.contains("Reader’s note") && marks.contains("Mine alone."));
    assert_eq!(marks.matches("class=\"event\"").count(), 1);
}

#[test]
fn a_hand_out_of_the_marks_sets_the_notes_apart() {
    let desk = Desk::new(SMALL_WITH_CASES);
    desk.say(
        "london-1867",
        "i\nMine, <b>alone</b>.\n:article\ni\nOn the claim.\n:cases\ni\nOn the cell.\nq\nq\n",
    );
    let check = |format: &str, note: &str| {
        let document = desk.output(&["export", "--format", format, "--marked"]);
        for text in [note, "On the claim.", "On the cell.", "Reader’s note"] {
            assert!(document.contains(text), "{text}: {document}");
        }
        let plain = desk.output(&["export", "--format", format]);
        assert!(!plain.contains("On the claim."));
    };
    check("html", "Mine, &lt;b&gt;alone&lt;/b&gt;.");
    check(
        "markdown",
        "> **Reader’s note.** Mine, \\<b\\>alone\\</b\\>.",
    );
    let (status, _, errors) = Desk::new(SMALL).answer(&["export", "--format", "html", "--marked"]);
    assert_eq!(status, 1);
    assert!(
        errors.starts_with("neutrality: nothing is marked"),
        "{errors}"
    );
}

#[test]
fn notes_are_taken_elsewhere_and_taken_in_beside_others() {
    let (desk, other) = (Desk::new(SMALL), Desk::new(SMALL));
    desk.say("london-1867", "i\none\nq\n");
    other.say("london-1867", "i\ntwo\nq\n");
    let file = desk.path("notes.toml");
    desk.output(&["notes", "--format", "toml", "-o", &file]);
    assert_eq!(
        fs::read_to_string(&file).unwrap(),
        fs::read_to_string(desk.notebook()).unwrap()
    );
    for _ in 0..2 {
        let answered = other.output(&["notes", "--import", &file]);
        assert!(answered.starts_with("1 mark taken into "), "{answered}");
    }
    let notes = other.output(&["notes"]);
    assert!(notes.ends_with("    two\n\n    one\n"), "{notes}");
}

#[test]
fn what_is_no_notebook_is_named_and_left_alone() {
    let desk = Desk::new(SMALL);
    desk.say("london-1867", "m\nq\n");
    let notebook = desk.notebook();
    let check = |content: &[u8], expected: &str| {
        fs::write(&notebook, content).unwrap();
        let (status, _, errors) = desk.answer(&["notes"]);
        let name = notebook.display();
        let found = errors.replace(&name.to_string(), "FILE");
        assert_eq!(found, format!("neutrality: {expected}\n"));
        assert!(status == 1 || status == 2, "{status}");
        // The reader says so, reads on without marks, and makes none.
        let arguments = ["--linear", "--file", &desk.path("mine.toml")];
        let mut command = program(&arguments);
        let (status, answered, _) = feed(command.env("XDG_STATE_HOME", &*desk.folder), "j\nm\nq\n");
        assert_eq!(status, 0);
        assert!(answered.contains("nothing can be kept: "), "{answered}");
        assert_eq!(fs::read(&notebook).unwrap(), content);
    };
    check(
        b"format = 2\nnew = true\n",
        "cannot take 'FILE' for marks: a newer version of neutrality wrote it (format 2; this one knows 1); it is left as it is",
    );
    check(
        b"format = 1\nmarks = 3\n",
        "cannot take 'FILE' for marks: line 2: invalid type: integer `3`, expected a sequence; it is left as it is",
    );
    check(
        b"format = 1\n[[marks]]\ntitle = 'x'\n",
        "cannot take 'FILE' for marks: mark 1 has not exactly one of `event`, `passage`, or `case` with `row`; it is left as it is",
    );
    check(b"\xff", "cannot read 'FILE': it is not UTF-8");
}

/// The reader in lines, whose state lies here, marks something.
fn marked(state: &Path, timeline: &str) -> String {
    let arguments = ["--linear", "--at", "london-1867", "--file", timeline];
    let mut command = program(&arguments);
    let (status, answered, errors) = feed(command.env("XDG_STATE_HOME", state), "m\nq\n");
    assert_eq!(status, 0, "{errors}");
    in_one_line(&answered)
}

#[test]
fn a_state_folder_that_cannot_be_written_is_named() {
    let desk = Desk::new(SMALL);
    let timeline = desk.path("mine.toml");
    let check = |name: &str, expected: &str| {
        let answered = marked(&desk.folder.join(name), &timeline);
        assert!(answered.contains(expected), "{name}: {answered}");
        assert!(!answered.contains("marked “"), "{name}: {answered}");
    };
    fs::write(desk.folder.join("file"), "").unwrap();
    check("file", "what should be a folder on the way to it is none");
    fs::create_dir(desk.folder.join("loop")).unwrap();
    symlink("neutrality", desk.folder.join("loop/neutrality")).unwrap();
    check("loop", "a link on the way to it leads back to itself");
    fs::create_dir(desk.folder.join("dangling")).unwrap();
    symlink(
        "/nonexistent/at/all",
        desk.folder.join("dangling/neutrality"),
    )
    .unwrap();
    check("dangling", "nothing ");
    // /proc belongs to nobody who could write there, and takes no folders from anyone.
    let answered = marked(Path::new("/proc"), &timeline);
    assert!(
        answered.contains("cannot write '/proc/neutrality/marks/"),
        "{answered}"
    );
}

#[test]
fn a_file_of_another_user_is_not_written() {
    let desk = Desk::new(SMALL);
    let timeline = desk.path("mine.toml");
    desk.say("london-1867", "m\nq\n");
    let marks = desk.folder.join("neutrality/marks");
    // Only root can give a folder away; who is not root cannot write into one of root’s.
    let state = match std::os::unix::fs::chown(&marks, Some(12_345), None) {
        Ok(()) => desk.folder.to_path_buf(),
        Err(_) => PathBuf::from("/usr"),
    };
    let answered = marked(&state, &timeline);
    let reasons = ["it belongs to another user", "you may not write there"];
    assert!(
        reasons.iter().any(|reason| answered.contains(reason)),
        "{answered}"
    );
}

#[test]
fn a_timeline_from_a_pipe_has_no_marks() {
    let (status, _, errors) = feed(&mut program(&["notes", "-"]), SMALL);
    assert_eq!(status, 2);
    assert_eq!(
        errors,
        "neutrality: marks cannot be kept: this timeline came through a pipe, and is no file\n"
    );
}

#[test]
fn a_filter_of_the_file_has_its_name_everywhere_and_is_checked() {
    let named = |flags: &str| format!("{SMALL}\n[[filters]]\nid = \"ours\"\nflags = \"{flags}\"\n");
    let desk = Desk::new(&named("--country luxembourg --to 1900"));
    let found = desk.output(&["list", "--filter", "ours"]);
    assert_eq!(
        found,
        desk.output(&["list", "--country", "luxembourg", "--to", "1900"])
    );
    assert!(desk.say("vienna-1815", ":ours\nq\n").contains("ours: "));
    desk.output(&["check"]);
    let check = |flags: &str, expected: &str| {
        let desk = Desk::new(&named(flags));
        let (status, output, _) = desk.answer(&["check"]);
        assert_eq!(status, 1, "{flags}");
        let message = format!("error: the filter `ours` means nothing: {expected}");
        assert!(output.contains(&message), "{flags}: {output}");
        assert!(output.contains(&format!("flags = \"{flags}\"")), "{output}");
    };
    check(
        "--country belgum",
        "no country is called 'belgum'; did you mean 'Belgium'?",
    );
    check("--colour red", "unexpected argument '--colour' found");
    check(
        "--marked",
        "a filter of a file cannot ask for marks or for other filters",
    );
    check("--search 'a", "a quotation mark is missing");
}
