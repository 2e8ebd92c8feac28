//! Long answers on a terminal: what a pager does with them, and what is done when it fails.

use crate::common::terminal::Session;

/// The list of events with this pager, which is longer than the terminal is high.
fn list(pager: &str) -> Session {
    Session::start_with(&["list"], 100, 24, &[("NEUTRALITY_PAGER", pager)])
}

#[test]
fn a_pager_that_fails_is_named_and_the_answer_is_not_lost() {
    for (pager, printed) in [
        ("cat > /dev/null; exit 3", "ended with status 3"),
        ("kill -KILL $$", "was ended by signal 9"),
        ("no-such-pager", "not found"),
    ] {
        let mut session = list(pager);
        assert_eq!(session.exit_status(), 0);
        assert!(
            session.has_written(printed),
            "{pager}: {}",
            session.contents()
        );
        assert!(session.has_written("Congress of Vienna"), "{pager}");
    }
}

#[test]
fn a_pager_that_is_left_early_or_by_control_c_has_not_failed() {
    for pager in ["head -1", "kill -INT $$", "exit 130"] {
        let mut session = list(pager);
        assert_eq!(session.exit_status(), 0);
        assert!(
            !session.has_written("the pager"),
            "{pager}: {}",
            session.contents()
        );
    }
}
