//! What takes long to read: how far it is is said, and one can leave at once.
//!
//! The file comes through a FIFO, of which the test holds the other end: so it takes as long as the test likes.

use std::fs::{self, File, OpenOptions};
use std::io::Write as _;

use rustix::process::Signal;

use crate::common::files::{Folder, fifo, folder};
use crate::common::process::at_once;
use crate::common::terminal::{Life, Session};
use crate::common::texts;

/// The program as a script has it, reading what is written into the FIFO.
struct Slow {
    session: Session,
    to_program: File,
    folder: Folder,
}

impl Slow {
    /// `$0` is the program, `$1` the FIFO.
    fn start(script: &str) -> Self {
        let folder = folder();
        let path = folder.join("slow");
        fifo(&path);
        let session = Session::start_in_shell(script, &[path.to_str().unwrap()], 60, 12);
        // Waits for the shell to open the other end.
        let to_program = OpenOptions::new().write(true).open(&path).unwrap();
        Slow {
            session,
            to_program,
            folder,
        }
    }

    /// Waits until the program says that it waits.
    fn waited_for(script: &str) -> Self {
        let mut slow = Self::start(script);
        slow.session.wait_for("reading, 0 MiB so far");
        slow
    }

    /// Lets the file end with this.
    fn end(mut self, text: &str) -> (Session, Folder) {
        self.to_program.write_all(text.as_bytes()).unwrap();
        (self.session, self.folder)
    }
}

const READER: &str = "exec \"$0\" - < \"$1\"";

fn assert_restored(session: &mut Session) {
    session.wait_until("ordinary screen", |screen| !screen.alternate_screen());
    assert_eq!(session.not_restored(), Vec::<String>::new());
}

#[test]
fn a_reader_that_waits_says_so_and_can_be_left() {
    at_once(["q", "Q", "\x03", "\x1b"], |key| {
        let mut slow = Slow::waited_for(READER);
        let session = &mut slow.session;
        assert!(session.alternate_screen());
        let contents = session.contents();
        assert!(contents.starts_with(" standard input"), "{contents}");
        assert!(contents.contains("q quits"), "{contents}");
        session.send(key);
        assert_eq!(session.exit_status(), 0, "{key:?}");
        assert_restored(session);
    });
}

#[test]
fn a_signal_ends_the_waiting_and_restores_everything() {
    at_once([Signal::HUP, Signal::INT, Signal::TERM], |signal| {
        let mut slow = Slow::waited_for(READER);
        slow.session.signal(signal);
        assert_eq!(slow.session.exit_status(), 128 + signal.as_raw());
        assert_restored(&mut slow.session);
    });
}

#[test]
fn a_reader_that_waits_can_be_stopped_and_takes_another_size() {
    let mut slow = Slow::waited_for(READER);
    let session = &mut slow.session;
    session.send("\x1a");
    session.wait_for_life(Life::Stopped);
    assert_restored(session);
    session.resize(40, 10);
    session.signal(Signal::CONT);
    session.wait_for_life(Life::Continued);
    session.wait_until("the screen of 40 columns", |screen| {
        let first = screen.rows(0, 40).next().unwrap_or_default();
        first.trim_end().len() == 38 && first.contains("q quits")
    });
    session.send("q");
    assert_eq!(session.exit_status(), 0);
    assert_restored(session);
}

#[test]
fn what_is_typed_while_one_waits_is_kept_for_the_reader() {
    // In a prompt the q is a letter, and after it what quits.
    let kept = [
        ("2", "By treaty"),
        ("/quad", "/quad"),
        (":bel", ":bel"),
        ("/lux\r2", "By treaty"),
    ];
    at_once(kept, |(keys, expected)| {
        let mut slow = Slow::waited_for(READER);
        slow.session.send(keys);
        let (mut session, _folder) = slow.end(texts::SMALL);
        session.wait_for(expected);
    });
    at_once(["jj/lux\rq", "/lux\x03"], |keys| {
        let mut slow = Slow::waited_for(READER);
        slow.session.send(keys);
        assert_eq!(slow.session.exit_status(), 0);
        assert_restored(&mut slow.session);
    });
}

#[test]
fn the_reader_follows_where_the_waiting_was() {
    let (mut session, _folder) = Slow::waited_for(READER).end(texts::SMALL);
    session.wait_for("? help");
    assert!(!session.contents().contains("quits"));
    session.send("q");
    assert_eq!(session.exit_status(), 0);
    assert_restored(&mut session);
}

#[test]
fn faults_that_are_found_while_one_waits_are_said_on_the_ordinary_screen() {
    let (mut session, _folder) = Slow::waited_for(READER).end("format = 1\nevents =\n");
    assert_eq!(session.exit_status(), 1);
    assert_restored(&mut session);
    assert!(
        session.contents().contains("error"),
        "{}",
        session.contents()
    );
}

/// Each of these waits for the second before which nothing is said.
#[test]
fn a_command_that_prints_says_how_far_it_is_on_a_terminal_alone() {
    let looks: [fn(); 2] = [
        a_command_that_prints_says_on_a_terminal_how_far_it_is,
        nothing_is_said_where_standard_error_is_no_terminal,
    ];
    at_once(looks, |look| look());
}

fn a_command_that_prints_says_on_a_terminal_how_far_it_is() {
    let (mut session, _folder) =
        Slow::waited_for("exec \"$0\" list --file - < \"$1\"").end(texts::SMALL);
    assert_eq!(session.exit_status(), 0);
    let contents = session.contents();
    assert!(contents.contains("invasion-1914"), "{contents}");
    assert!(!contents.contains("so far"), "the line is gone: {contents}");
}

fn nothing_is_said_where_standard_error_is_no_terminal() {
    // The second one tells when the first would have said something.
    let list = "\"$0\" list --file - < \"$1\"";
    let script = format!("{list} 2> \"$1.said\" & {list}; wait");
    let mut slow = Slow::waited_for(&script);
    let said = fs::read_to_string(slow.folder.join("slow.said")).unwrap();
    assert_eq!(said, "");
    drop(slow.to_program);
    slow.session.exit_status();
}
