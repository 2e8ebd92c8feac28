//! The counter-reading: one key shows only what complicates a claim, as the filter that it is.

use neutrality::timeline::Stance;

use crate::common::reader::{open, press, screen};
use crate::common::texts::{LANES, SMALL_WITH_CASES};

#[test]
fn one_key_shows_what_complicates_a_claim_and_the_same_key_ends_it() {
    let mut app = open(SMALL_WITH_CASES, 120, 40);
    press(&mut app, "3");
    let passages = app.timeline().passages.len();
    let all = app.timeline().events.len();
    for _ in 0..passages {
        let passage = app.location().passage.unwrap();
        let complicating = app.timeline()[passage]
            .with_stance(Stance::Complicates)
            .count();
        press(&mut app, "X");
        let shown = screen(&app);
        if complicating == 0 {
            assert!(
                shown.contains("nothing that is shown complicates"),
                "{shown}"
            );
            assert_eq!(app.selection().visible().len(), all);
        } else {
            assert!(shown.contains("only what complicates"), "{shown}");
            assert_eq!(app.selection().visible().len(), complicating);
            press(&mut app, "X");
            assert_eq!(app.selection().visible().len(), all);
        }
        press(&mut app, "j");
    }
}

#[test]
fn among_the_events_it_is_about_the_claim_that_is_followed() {
    let mut app = open(SMALL_WITH_CASES, 120, 40);
    press(&mut app, "3");
    while app.timeline()[app.location().passage.unwrap()]
        .with_stance(Stance::Complicates)
        .count()
        == 0
    {
        press(&mut app, "j");
    }
    let claim = app.timeline()[app.location().passage.unwrap()].mark();
    press(&mut app, "Enter Enter X");
    let shown = screen(&app);
    assert!(
        shown.contains(&format!("only what complicates {claim}:")),
        "{shown}"
    );
}

#[test]
fn without_an_article_it_says_so() {
    let mut app = open(LANES, 80, 24);
    press(&mut app, "X");
    assert!(screen(&app).contains("no article beside this timeline"));
}
