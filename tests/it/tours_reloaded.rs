//! A tour in a file that is saved anew while it is walked.

use crate::common::reader::{open, press, screen};
use crate::common::texts::{SMALL_WITH_CASES, TOURS};
use crate::tours::{BEGIN, place};
use neutrality::app::App;
use neutrality::timeline::load;

/// The timeline as it is, and with something put in the place of something else.
fn reloaded(app: &mut App, before: &str, after: &str) {
    assert!(TOURS.contains(before), "{before}");
    let source = TOURS.replacen(before, after, 1).into_bytes();
    app.changed(load::read("mine.toml", source));
}

#[test]
fn what_has_gone_from_a_file_is_named() {
    let check = |keys: &str, after: &str, expected: &str| {
        let mut app = open(TOURS, 120, 40);
        press(&mut app, keys);
        let source = match after {
            "" => SMALL_WITH_CASES.to_owned(),
            _ => TOURS.replace("invasion-1914", after),
        };
        app.changed(load::read("mine.toml", source.into_bytes()));
        assert_eq!(app.message(), Some(expected), "{keys} {after}");
        screen(&app);
    };
    check("j", "", "the file was saved and is read anew");
    check(
        &format!("{BEGIN} Space"),
        "",
        "the file was saved: the tour is no longer in it",
    );
    // An event is the one that has its id.
    check(
        "w w",
        "renamed-1914",
        "the file was saved: the event that was read is no longer in it",
    );
}

#[test]
fn a_tour_is_found_again_in_a_file_that_has_changed() {
    let check = |keys: &str, before: &str, after: &str, expected: &str| {
        let mut app = open(TOURS, 120, 40);
        press(&mut app, &format!("{BEGIN} {keys}"));
        reloaded(&mut app, before, after);
        assert_eq!(place(&app), expected, "{keys}: {before} -> {after}");
        screen(&app);
        // What is told as the present stop can be left and come back to.
        press(
            &mut app,
            "Space Space Space Space Backspace Backspace Backspace Backspace Backspace",
        );
        assert!(app.tour().is_none(), "{}", place(&app));
    };
    let third = "Article invasion-1914 · promises 3";
    let first = "[[tours.stops]]\ntitle = \"A promise of two\"";
    let new = "[[tours.stops]]\ntitle = \"New\"\ntext = \"New.\"\nview = \"timeline\"\n\n";
    // A stop before it, an event fewer, no events, the title rewritten.
    check(
        "Space Space",
        first,
        &format!("{new}{first}"),
        "Article invasion-1914 · promises 4",
    );
    let two = "events = [\"vienna-1815\", \"london-1839\"]";
    check(
        "",
        two,
        "events = [\"london-1839\"]",
        "Timeline vienna-1815 · promises 1",
    );
    check("", two, "events = []", "Timeline vienna-1815 · promises 1");
    check("Space Space", "What the author makes of it", "Anew", third);
    check(
        "Tab j j",
        two,
        "events = []",
        "Timeline london-1839 · promises 1, away",
    );
    // The tour itself is another now.
    check(
        "Space",
        "id = \"promises\"",
        "id = \"others\"",
        "Lanes invasion-1914",
    );
    // A file that still names what it has no more is at fault, and the last good one stays.
    check(
        "Space",
        "id = \"invasion-1914\"",
        "id = \"gone\"",
        "Lanes invasion-1914 · promises 2",
    );
}
