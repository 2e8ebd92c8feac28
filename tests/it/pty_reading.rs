//! Reading in a real terminal: the real program, real keys, the screen that comes of them.

use crate::common::files::{SMALL, path};
use crate::common::terminal::{Life, Session};
use neutrality::timeline::{Stance, load};
use rustix::process::Signal;

fn start(columns: u16, rows: u16) -> Session {
    let mut session = Session::start(&["--theme", "dark", SMALL], columns, rows);
    session.wait_for("9 of 9 shown");
    session
}

fn quit(mut session: Session) {
    session.send("Q");
    assert_eq!(session.exit_status(), 0);
    session.wait_until("the ordinary screen", |screen| !screen.alternate_screen());
    assert_eq!(session.not_restored(), Vec::<String>::new());
}

#[test]
fn a_reader_filters_by_belgium_follows_a_claim_to_its_event_and_comes_back() {
    let mut session = start(80, 24);
    session.send("cbelg\r");
    session.wait_for("4 of 9 shown");
    session.wait_for("Belgium ✕");
    session.send("3");
    session.wait_for("The author’s claim");
    session.send("\t");
    session.send("\r");
    session.wait_for("20 November 1815 · Paris");
    session.wait_for("9 of 9 shown");
    session.send("\x7f");
    session.wait_for("4 of 9 shown");
    session.wait_for("Where the idea comes from");
    quit(session);
}

/// The first words of the reason why the first event that complicates a claim does so.
fn first_reason(paragraph: u32) -> String {
    let source = std::fs::read(path("timeline.toml")).unwrap();
    let timeline = load::read("timeline.toml", source).timeline.unwrap();
    let id = timeline.passage_called(&paragraph.to_string()).unwrap();
    let event = timeline[id]
        .with_stance(Stance::Complicates)
        .next()
        .unwrap();
    let because = timeline.because(event, id).unwrap();
    let words: Vec<&str> = because.split(' ').take(2).collect();
    words.join(" ")
}

#[test]
fn from_launch_few_keys_lead_to_a_reason_and_to_what_a_sign_means() {
    for (columns, rows) in [(120, 40), (80, 24)] {
        let mut session = Session::start(&["--theme", "dark"], columns, rows);
        session.wait_for("About this timeline");
        // Four keys: the claim by its number, and the events that it rests on.
        session.send(":8\r]");
        session.wait_for("Complicates");
        session.wait_for(&first_reason(8));
        session.send("1");
        // Two keys.
        session.send(":╎");
        session.wait_for("The title goes on after it was violated.");
        // On its own, or the next key would be one with Alt.
        session.send("\x1b");
        session.wait_for("walk a tour");
        quit(session);
    }
}

#[test]
fn a_search_is_typed_and_walked() {
    let mut session = start(120, 40);
    session.send("/luxem");
    session.wait_for("1 of 3");
    session.send("\rn");
    session.wait_for("2 of 3 events for “luxem”");
    quit(session);
}

/// A press of the left button at a cell, counted from 1, as a terminal reports it.
fn press_at(session: &mut Session, column: usize, row: usize) {
    session.send(&format!("\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m"));
}

#[test]
fn a_click_on_a_tab_changes_the_view() {
    let mut session = start(80, 24);
    let header = session.contents().lines().next().unwrap().to_owned();
    press_at(&mut session, header.find("Article").unwrap() + 1, 1);
    session.wait_for("The author’s claim");
    press_at(&mut session, header.find("Lanes").unwrap() + 1, 1);
    session.wait_for("By treaty");
    quit(session);
}

#[test]
fn one_key_gives_the_mouse_to_the_terminal_and_takes_it_back() {
    use vt100::MouseProtocolMode::{ButtonMotion, None};
    let mut session = start(80, 24);
    assert_eq!(session.screen().mouse_protocol_mode(), ButtonMotion);
    session.send("M");
    session.wait_for("the mouse is the terminal’s");
    assert_eq!(session.screen().mouse_protocol_mode(), None);
    assert!(session.has_written("\x1b[?1006l\x1b[?1002l"));
    session.send("M");
    session.wait_for("the mouse is the reader’s");
    assert_eq!(session.screen().mouse_protocol_mode(), ButtonMotion);
    quit(session);
}

#[test]
fn the_mouse_stays_with_the_terminal_also_after_a_suspension() {
    let mut session = Session::start(&["--theme", "dark", "--no-mouse", SMALL], 80, 24);
    session.wait_for("9 of 9 shown");
    session.send("\x1a");
    session.wait_for_life(Life::Stopped);
    session.signal(Signal::CONT);
    session.wait_for_life(Life::Continued);
    session.wait_until("repaint", vt100::Screen::alternate_screen);
    session.send("j");
    session.wait_for("Articles for Belgium");
    assert!(!session.has_written("\x1b[?1002h"));
    quit(session);
}

#[test]
fn a_line_is_completed_and_taken() {
    let mut session = start(80, 24);
    session.send(":treaty of london");
    session.wait_for("event    Treaty of London");
    session.send("\t");
    session.wait_for(":london-1867");
    session.send("\r");
    session.wait_for("11 May 1867 · London");
    quit(session);
}

#[test]
fn a_new_size_is_drawn_at_once() {
    let mut session = start(120, 40);
    session.resize(60, 20);
    session.wait_until("the narrow screen", |screen| {
        screen.size() == (20, 60) && screen.contents().contains("9 of 9 shown")
    });
    session.resize(20, 5);
    session.wait_for("needs 40 × 12");
    session.resize(80, 24);
    session.wait_for("9 of 9 shown");
    quit(session);
}

#[test]
fn the_timeline_may_come_from_a_pipe_while_the_keys_come_from_the_terminal() {
    let mut session =
        Session::start_in_shell("cat \"$1\" | \"$0\" --theme dark -", &[SMALL], 80, 24);
    session.wait_for("9 of 9 shown");
    session.send("G");
    session.wait_for("23 December 2014");
    session.send("q");
    assert_eq!(session.exit_status(), 0);
}

#[test]
fn in_lines_the_terminal_stays_as_it_is() {
    let mut session = Session::start(&["--linear", SMALL], 80, 24);
    session.wait_for("Type a number");
    session.send("c belgium\r");
    session.wait_for("Timeline · 4 of 9 events · Belgium");
    session.send("3\r");
    session.wait_for("Event 3 of 4 · Belgium");
    assert!(!session.is_raw() && !session.alternate_screen());
    assert!(!session.has_written("\x1b"));
    session.send("\x04");
    assert_eq!(session.exit_status(), 0);
    assert_eq!(session.not_restored(), Vec::<String>::new());
}

#[test]
fn a_broken_file_leaves_the_terminal_alone() {
    let mut session = Session::start(&["/nowhere/at/all.toml"], 80, 24);
    assert_eq!(session.exit_status(), 2);
    session.wait_for("there is no such file");
    assert!(!session.alternate_screen());
}

#[test]
fn from_launch_few_keys_lead_to_the_ages_of_the_titles_that_guarantors_broke() {
    for (columns, rows, keys) in [(120, 40, "2A"), (80, 24, "2A\x06")] {
        let mut session = Session::start(&["--theme", "dark"], columns, rows);
        session.wait_for("About this timeline");
        session.send(&keys[..2]);
        session.wait_for("Cracow 1815");
        session.wait_for("Luxembourg 1867");
        session.wait_for("Belgium 1839");
        session.wait_for("Laos 1962");
        // On the low screen a page further.
        session.send(&keys[2..]);
        session.wait_for("Albania 1913");
        quit(session);
    }
}
