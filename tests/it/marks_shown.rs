//! Where marks stand in the views, and how the list of them takes one away.

use crate::common::texts::SMALL_WITH_CASES;
use crate::marks::{Desk, quit};

#[test]
fn what_is_marked_has_its_sign_in_the_cases_and_over_the_lanes() {
    let desk = Desk::new(SMALL_WITH_CASES);
    let mut session = desk.start(&["--at", "london-1867"], &[]);
    session.wait_for("9 of 9 shown");
    session.send("m");
    session.wait_for("marked “");
    session.send("*");
    session.wait_for("1 of 9 shown");
    session.send("*");
    session.wait_for("9 of 9 shown");
    session.send("4lm");
    session.wait_for("✎no");
    session.send("G");
    session.send("m");
    session.wait_for("✎lapsed");
    // Over the lanes, beside the cursor's day and at it in the panel.
    session.send("2g");
    session.wait_for("11 May 1867 ✎ Treaty of London");
    session.send("lll");
    session.wait_until("the sign over the lanes", |screen| {
        screen.rows(0, 120).take(5).any(|row| row.contains('✎'))
    });
    session.send("'");
    session.wait_for("Marks and notes");
    session.wait_for("unmark");
    session.send("\x18");
    session.wait_for("no longer marked: “Treaty of London: Luxembourg neutralised”");
    session.wait_until("two marks", |screen| {
        !screen.contents().contains("11 May 1867")
    });
    session.send("\x18");
    session.send("\x18");
    session.wait_until("no list", |screen| {
        !screen.contents().contains("Marks and notes")
    });
    quit(session);
    assert!(desk.output(&["notes"]).starts_with("nothing is marked yet"));
    // What somebody wrote does not go with a key.
    desk.say("london-1867", "i\nMine.\nq\n");
    let mut session = desk.start(&["--at", "london-1867"], &[]);
    session.wait_for("9 of 9 shown");
    session.send("'\x18");
    session.wait_for("its note would be lost");
    session.send("\x1b");
    session.wait_until("no list", |screen| {
        !screen.contents().contains("Marks and notes")
    });
    quit(session);
    assert!(desk.output(&["notes"]).contains("Mine."));
}
