//! The thread: what `]` and `[` walk is what one went to last.

use crate::common::files::SMALL as SMALL_FILE;
use crate::common::process::output;
use crate::common::reader::{open, press, selected};
use crate::common::texts::{SMALL_WITH_CASES, TOURS};
use neutrality::timeline::TourId;

#[test]
fn what_was_gone_to_last_is_what_the_brackets_walk() {
    let check = |keys: &str, event: &str, message: &str| {
        let mut app = open(SMALL_WITH_CASES, 120, 40);
        press(&mut app, keys);
        assert_eq!(selected(&app), event, "{keys}");
        let printed = app.message().unwrap_or_default();
        assert!(printed.starts_with(message), "{keys}: {printed}");
    };
    check("w", "occupation-1914", "violations · 1 of 2");
    check("w ]", "invasion-1914", "violations · 2 of 2");
    check("w ] [", "occupation-1914", "violations · 1 of 2");
    check("/ neutralised Enter ]", "london-1867", "2 of 2 events");
    // The search has ended, and with it the walk through what it found.
    check("/ neutralised Enter Esc ]", "london-1867", "the article · ");
    check(
        "/ neutralised Enter w ]",
        "invasion-1914",
        "violations · 2 of 2",
    );
}

#[test]
fn marks_are_walked_once_one_was_gone_to() {
    let check = |keys: &str, expected: &str| {
        let size = [
            "frame", "-f", SMALL_FILE, "--size", "120x40", "--keys", keys,
        ];
        let shown = output(&size);
        let foot = shown.trim_end().lines().last().unwrap().trim_start();
        assert!(foot.starts_with(expected), "{keys}: {foot}");
    };
    check("j m j j m ' Enter ]", "marks · 2 of 2");
    check("j m j j m ' Enter ] ]", "no later event that you marked");
    check("j m j j m ' Enter ] [", "marks · 1 of 2");
}

#[test]
fn on_a_tour_the_events_that_it_shows_are_walked_until_something_else_is_followed() {
    let check = |keys: &str, event: &str, message: &str| {
        let mut app = open(TOURS, 120, 40);
        app.start_tour(TourId::all(app.timeline()).next().unwrap());
        press(&mut app, keys);
        assert_eq!(selected(&app), event, "{keys}");
        let printed = app.message().unwrap_or_default();
        assert!(printed.starts_with(message), "{keys}: {printed}");
    };
    check("]", "london-1839", "the tour · 2 of 4");
    check("] ]", "occupation-1914", "the tour · 3 of 4");
    check("] ] ] ]", "invasion-1914", "no later event of the tour");
    check("] w", "occupation-1914", "violations · 1 of 2");
    check("Esc ]", "london-1839", "the article · ");
}
