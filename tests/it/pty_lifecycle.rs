//! From the first frame to the last: the terminal is taken, shared and given back as it was found.
//!
//! These run the real program in a pseudo-terminal. What it shows is tested elsewhere; here it is
//! enough that "? help" stands at the top right and that `q` quits.

use std::time::{Duration, Instant};

use crate::common::process::at_once;
use crate::common::terminal::{Life, Session};
use rustix::process::Signal;

fn start() -> Session {
    started(Session::start(&[], 80, 24))
}

fn started(mut session: Session) -> Session {
    session.wait_for("? help");
    assert!(session.alternate_screen());
    assert!(session.is_raw());
    session
}

fn assert_restored(session: &mut Session) {
    session.wait_until("ordinary screen", |screen| !screen.alternate_screen());
    assert!(!session.screen().hide_cursor());
    assert_eq!(session.not_restored(), Vec::<String>::new());
}

fn assert_quits(mut session: Session) {
    session.send("q");
    assert_eq!(session.exit_status(), 0);
    assert_restored(&mut session);
}

/// The place of the help hint tells for which width a frame was drawn.
fn help_at(screen: &vt100::Screen) -> Option<usize> {
    let (_, columns) = screen.size();
    screen.rows(0, columns).next()?.find("? help")
}

#[test]
fn quitting_restores_everything() {
    assert_quits(start());
}

/// The terminal is asked to tell of another background (mode 2031), unless a theme is asked for.
#[test]
fn the_colours_follow_the_background_of_the_terminal() {
    let mut session = start();
    assert!(session.has_written("\x1b[?2031h"));
    let colour = |screen: &vt100::Screen| {
        let column = u16::try_from(help_at(screen)?).ok()?;
        Some(screen.cell(0, column)?.fgcolor())
    };
    let dark = colour(session.screen());
    session.send("\x1b[?997;2n");
    session.wait_until("a light theme", |screen| colour(screen) != dark);
    session.send("\x1b[?997;1n");
    session.wait_until("a dark theme", |screen| colour(screen) == dark);
    assert_quits(session);
    let mut session = started(Session::start(&["--theme", "dark"], 80, 24));
    assert!(!session.has_written("\x1b[?2031h"));
    assert_quits(session);
}

#[test]
fn control_c_quits() {
    let mut session = start();
    session.send("\x03");
    assert_eq!(session.exit_status(), 0);
    assert_restored(&mut session);
}

#[test]
fn a_signal_restores_everything_and_is_the_status() {
    for signal in [Signal::HUP, Signal::INT, Signal::QUIT, Signal::TERM] {
        let mut session = start();
        session.signal(signal);
        assert_eq!(session.exit_status(), 128 + signal.as_raw());
        assert_restored(&mut session);
    }
}

#[test]
fn control_z_gives_the_terminal_back_until_it_continues() {
    let mut session = start();
    let before = session.contents();
    for _ in 0..3 {
        session.send("\x1a");
        session.wait_for_life(Life::Stopped);
        assert_restored(&mut session);
        session.write_over("$ fg\r\n");

        session.signal(Signal::CONT);
        session.wait_for_life(Life::Continued);
        session.wait_until("repaint", |screen| {
            screen.alternate_screen() && screen.contents() == before
        });
        assert!(session.is_raw());
    }
    assert!(
        !session.has_written("\x1b[6n"),
        "a repaint asks the terminal nothing"
    );
    assert_quits(session);
}

#[test]
fn a_stop_from_outside_is_the_same_and_takes_the_new_size() {
    let mut session = start();
    session.signal(Signal::TSTP);
    session.wait_for_life(Life::Stopped);
    assert_restored(&mut session);

    session.resize(110, 30);
    session.signal(Signal::CONT);
    session.wait_for_life(Life::Continued);
    session.wait_until("frame of 110 columns", |screen| help_at(screen) > Some(90));
    assert_quits(session);
}

#[test]
fn after_a_stop_that_it_cannot_see_every_mode_is_asserted_again() {
    let mut session = start();
    let before = session.contents();
    let cursor_hidden = session.screen().hide_cursor();
    session.signal(Signal::STOP);
    session.wait_for_life(Life::Stopped);
    session.make_cooked();
    session.write_over("\x1b[?1049l\x1b[?2004l\x1b[?1002l$ fg\r\n");

    session.signal(Signal::CONT);
    session.wait_for_life(Life::Continued);
    session.wait_until("repaint", |screen| {
        screen.alternate_screen() && screen.contents() == before
    });
    assert!(session.is_raw());
    assert_eq!(session.screen().hide_cursor(), cursor_hidden);
    assert!(session.screen().bracketed_paste());
    assert_quits(session);
}

#[test]
fn a_killed_job_does_not_take_the_terminal_back() {
    let mut session = start();
    session.send("\x1a");
    session.wait_for_life(Life::Stopped);
    session.signal(Signal::TERM);
    session.signal(Signal::CONT);
    assert_eq!(session.exit_status(), 143);
    assert_restored(&mut session);
}

#[test]
fn a_lost_terminal_ends_it() {
    let mut session = start();
    session.hang_up();
    assert_eq!(session.exit_status(), 129);
}

#[test]
fn a_terminal_lost_without_a_signal_ends_it() {
    // The kernel tells only the leader of the session, here a shell that does not pass it on.
    let script = "trap '' HUP; \"$0\"; test $? = 129 && exit 42";
    let mut session = started(Session::start_in_shell(script, &[], 80, 24));
    let lost = Instant::now();
    session.hang_up();
    assert_eq!(session.exit_status(), 42);
    assert!(lost.elapsed() < Duration::from_secs(5));
}

/// Each of these waits for the second and a half that a stuck main thread is given, so they are looked at side by side.
#[test]
fn what_is_stuck_is_ended_all_the_same() {
    let mut stuck: Vec<fn()> = vec![a_signal_ends_it_also_when_nobody_reads];
    #[cfg(debug_assertions)]
    stuck.extend([
        a_signal_restores_everything_also_while_something_is_computed as fn(),
        a_second_control_c_ends_what_does_not_come_to_the_first,
    ]);
    at_once(stuck, |look| look());
}

fn a_signal_ends_it_also_when_nobody_reads() {
    let mut session = start();
    session.stop_reading();
    // A repaint after each pause: more than any terminal holds that nobody reads.
    for _ in 0..100 {
        session.send("\x0c");
        assert!(!session.ends_within(Duration::from_millis(5)));
    }
    let asked = Instant::now();
    session.signal(Signal::TERM);
    assert_eq!(session.exit_status(), 143);
    assert!(asked.elapsed() < Duration::from_secs(5));
    assert!(!session.is_raw());
}

#[test]
#[cfg(debug_assertions)]
fn a_panic_restores_everything_before_its_report() {
    for place in ["draw", "worker"] {
        let mut session = started(Session::start_with(
            &[],
            80,
            24,
            &[("NEUTRALITY_PANIC", place)],
        ));
        session.send("j");
        assert_eq!(session.exit_status(), 101);
        assert_restored(&mut session);
        assert!(
            session.contents().contains("a rehearsed panic"),
            "{}",
            session.contents()
        );
    }
}

#[test]
#[cfg(debug_assertions)]
fn an_abort_restores_everything_whichever_thread_it_comes_from() {
    let aborted = |place: &str| {
        let environment = [("NEUTRALITY_ABORT", place)];
        let mut session = started(Session::start_with(&[], 80, 24, &environment));
        match place {
            "" => session.signal(Signal::ABORT),
            _ => session.send("j"),
        }
        assert_eq!(session.exit_status(), 134, "in {place}");
        assert_restored(&mut session);
        let contents = session.contents();
        assert!(contents.contains("neutrality was aborted"), "{contents}");
    };
    ["draw", "worker", ""].into_iter().for_each(aborted);
}

#[cfg(debug_assertions)]
fn a_signal_restores_everything_also_while_something_is_computed() {
    let signals = [Signal::HUP, Signal::INT, Signal::QUIT, Signal::TERM];
    at_once(signals, |signal| {
        let stuck = [("NEUTRALITY_STUCK", "draw")];
        let mut session = started(Session::start_with(&[], 80, 24, &stuck));
        session.send("j");
        session.signal(signal);
        assert_eq!(session.exit_status(), 128 + signal.as_raw());
        assert_restored(&mut session);
    });
}

#[cfg(debug_assertions)]
fn a_second_control_c_ends_what_does_not_come_to_the_first() {
    let stuck = [("NEUTRALITY_STUCK", "draw")];
    let mut session = started(Session::start_with(&[], 80, 24, &stuck));
    session.send("j");
    let asked = Instant::now();
    loop {
        session.send("\x03");
        if session.ends_within(Duration::from_millis(100)) {
            break;
        }
        assert!(asked.elapsed() < Duration::from_secs(10), "it goes on");
    }
    assert_eq!(session.exit_status(), 130);
    assert_restored(&mut session);
}

#[test]
fn a_job_in_the_background_asks_nothing_before_it_is_brought_to_the_front() {
    let script = "set -m; \"$0\" & until grep -q '^State:.T' /proc/$!/status; do :; done; \
        stty -echo; echo it waits; read answer; stty echo; fg";
    let mut session = Session::start_in_shell(script, &[], 80, 24);
    session.wait_for("it waits");
    assert!(!session.has_written("\x1b"));
    session.send("go on\r");
    assert_quits(started(session));
}

#[test]
fn a_terminal_that_can_only_print_gets_lines() {
    let mut session = Session::start_with(&[], 80, 24, &[("TERM", "dumb")]);
    session.wait_for("> ");
    assert!(!session.has_written("\x1b"));
    session.send("q\r");
    assert_eq!(session.exit_status(), 0);
}

#[test]
fn every_size_is_drawn_to_its_edges() {
    let mut session = start();
    for (columns, rows) in [(120, 40), (100, 30), (200, 60), (90, 20)] {
        session.resize(columns, rows);
        let edge = usize::from(columns) - 20;
        session.wait_until("frame of this width", |screen| help_at(screen) > Some(edge));
    }
    assert_quits(session);
}

#[test]
fn a_size_without_cells_does_no_harm() {
    let mut session = start();
    for (columns, rows) in [(1, 1), (1, 200), (5000, 1), (80, 24)] {
        session.resize(columns, rows);
    }
    session.wait_for("? help");
    assert_quits(session);
    assert_quits(started(Session::start(&[], 80, 24)));
}

#[test]
fn keys_come_from_the_terminal_when_the_input_is_a_pipe() {
    let script = r#"printf 'format = 1\n[timeline]\ntitle = "T"\n[[events]]\nid = "a"\ndate = "1815"\ntitle = "A"\n' | "$0" -f -"#;
    assert_quits(started(Session::start_in_shell(script, &[], 80, 24)));
}

#[test]
fn every_one_of_many_keys_at_once_is_heard() {
    let mut session = start();
    session.send(&"j".repeat(4000));
    assert_quits(session);
}

#[test]
fn control_c_does_not_wait_for_the_keys_before_it() {
    let mut session = start();
    session.send(&format!(":{}", "neutrality ".repeat(10_000)));
    let asked = Instant::now();
    session.send("\x03");
    assert_eq!(session.exit_status(), 0);
    assert!(asked.elapsed() < Duration::from_secs(5));
    assert_restored(&mut session);
}

#[test]
fn what_a_terminal_answers_or_reports_is_no_key_and_stops_none() {
    for answer in [
        "\x1b[?2026;2$y",
        "\x1b[?997;1n",
        "\x1b[<u",
        "\x1b[?62;22c",
        "\x1b[24;80R",
        "\x1b]11;rgb:1e1e/1e1e/1e1e\x07",
        "\x1bP>|XTerm(390)\x1b\\",
        "\x1b_Gi=31;OK\x1b\\",
    ] {
        let mut session = start();
        let before = session.contents();
        session.send(answer);
        session.resize(100, 24);
        session.wait_until("frame of 100 columns", |screen| help_at(screen) > Some(80));
        session.resize(80, 24);
        session.wait_until("the same frame", |screen| screen.contents() == before);
        assert_quits(session);
    }
}

#[test]
fn an_answer_without_an_end_does_not_keep_control_c() {
    for start_of_answer in ["\x1b]11;rgb:", "\x1bP1$r", "\x1b[?2026;2"] {
        let mut session = start();
        session.send(start_of_answer);
        session.send("\x03");
        assert_eq!(session.exit_status(), 0);
        assert_restored(&mut session);
    }
}

#[test]
fn pasted_text_is_not_typed() {
    let mut session = start();
    session.send(&format!("\x1b[200~{}\x1b[201~", "q".repeat(3000)));
    session.resize(100, 24);
    session.wait_until("frame of 100 columns", |screen| help_at(screen) > Some(80));
    assert_quits(session);
}

#[test]
fn a_mouse_that_reports_nonsense_does_no_harm() {
    let mut session = start();
    session.send("\x1b[<0;0;0M\x1b[<0;9999;9999M\x1b[<64;0;1M\x1b[M   \x1b[M\x20\x21\x20");
    session.resize(100, 24);
    session.wait_until("frame of 100 columns", |screen| help_at(screen) > Some(80));
    assert_quits(session);
}
