//! Moving in a view, jumping to another location, and coming back.

use super::*;
use crate::app::export::{self, ExportSource};
use crate::app::view::{cases, reading};
use crate::app::{Thread, filtering, goto, thread};

/// Performs actions in the list of the small timeline from an event on; where they lead.
fn check(from: &str, actions: &[Action], expected: &str) {
    let mut app = app();
    app.start_at(from);
    for action in actions {
        app.perform(*action);
    }
    assert_eq!(selected(&app), expected, "from {from} by {actions:?}");
}

#[test]
fn a_step_in_the_list_stops_at_both_ends() {
    use Action::{Down, First, HalfPageDown, Last, PageDown, PageUp, Up};
    check("vienna-1815", &[Down], "belgium-1831");
    check("vienna-1815", &[Up], "vienna-1815");
    check("london-1839", &[Up, Up, Up], "vienna-1815");
    check("london-1839", &[Last], "repeal-2014");
    check("repeal-2014", &[Down], "repeal-2014");
    check("repeal-2014", &[First], "vienna-1815");
    // The list has six rows, of which a turned page keeps one.
    check("vienna-1815", &[PageDown], "invasion-1914");
    check("repeal-2014", &[PageUp], "london-1867");
    check("vienna-1815", &[HalfPageDown], "london-1839");
}

#[test]
fn a_period_begins_with_its_first_event() {
    use Action::{NextPeriod, PreviousPeriod};
    check("vienna-1815", &[NextPeriod], "belgium-1831");
    check("belgium-1831", &[NextPeriod], "london-1867");
    check("london-1839", &[PreviousPeriod], "belgium-1831");
    check("belgium-1831", &[PreviousPeriod], "vienna-1815");
    check("vienna-1815", &[PreviousPeriod], "vienna-1815");
    check("repeal-2014", &[NextPeriod], "repeal-2014");
}

#[test]
fn a_violation_is_the_next_one_in_either_direction() {
    use Action::{NextViolation, PreviousViolation};
    check("vienna-1815", &[NextViolation], "occupation-1914");
    check("occupation-1914", &[NextViolation], "invasion-1914");
    check("repeal-2014", &[PreviousViolation], "invasion-1914");
    check("occupation-1914", &[PreviousViolation], "occupation-1914");
}

#[test]
fn the_thread_goes_through_the_events_of_a_country_that_is_followed() {
    let check = |country: &str, from: &str, action: Action, expected: &str| {
        let mut app = app();
        app.start_at(from);
        let country = app.timeline().country_called(country).unwrap();
        thread::choose(&mut app, Thread::Country(country));
        app.perform(action);
        assert_eq!(selected(&app), expected, "{action:?} from {from}");
    };
    check(
        "Belgium",
        "belgium-1831",
        Action::NextInThread,
        "london-1839",
    );
    check(
        "Belgium",
        "london-1839",
        Action::NextInThread,
        "invasion-1914",
    );
    check(
        "Belgium",
        "invasion-1914",
        Action::PreviousInThread,
        "london-1839",
    );
    check(
        "Luxembourg",
        "london-1867",
        Action::NextInThread,
        "occupation-1914",
    );
}

#[test]
fn the_thread_is_what_was_followed_last_and_says_how_far_along_one_is() {
    let mut app = app();
    let check = |app: &mut App, action: Action, expected: &str| {
        app.perform(action);
        assert_eq!(app.message(), Some(expected), "{action:?}");
    };
    app.perform(Action::First);
    check(&mut app, Action::NextInThread, "the article · 1 of 6");
    // From the page of a claim an event is followed: its other events are the thread from then on.
    app.perform(Action::Show(View::Article));
    app.perform(Action::Last);
    app.perform(Action::NextPane);
    app.perform(Action::Follow);
    let claim = app.location().passage.unwrap();
    assert_eq!(app.thread(), Thread::Claim(claim));
    check(&mut app, Action::NextInThread, "no later event of ¶14");
    let belgium = app.timeline().country_called("Belgium").unwrap();
    thread::choose(&mut app, Thread::Country(belgium));
    assert_eq!(
        app.message(),
        Some("] and [ now walk 4 events of Belgium; Esc ends it")
    );
    check(
        &mut app,
        Action::Cancel,
        "] and [ walk the article’s events again",
    );
    assert_eq!(app.thread(), Thread::Article);
}

#[test]
fn the_outline_goes_from_claim_to_claim() {
    let check = |actions: &[Action], expected: &str| {
        let mut app = app();
        app.perform(Action::Show(View::Article));
        for action in actions {
            app.perform(*action);
        }
        let passage = app.location().passage.unwrap();
        assert_eq!(app.timeline()[passage].id, expected, "{actions:?}");
    };
    check(&[], "origins");
    check(&[Action::Down], "war");
    check(&[Action::Up], "origins");
    check(&[Action::Last], "today");
    check(&[Action::Last, Action::Down], "today");
    check(&[Action::PageDown], "today");
    check(&[Action::Last, Action::First], "origins");
}

#[test]
fn a_date_leads_to_what_begins_in_it_then_to_what_may_still_go_on_then_to_the_next() {
    let app = app();
    let check = |written: &str, expected: &str| {
        let found = goto::event_at(&app, &date(written)).unwrap();
        assert_eq!(app.timeline()[found].id, expected, "{written}");
    };
    check("1914-08-04", "invasion-1914");
    check("1914-08", "occupation-1914");
    check("1831-06", "belgium-1831");
    check("1850", "london-1867");
    check("1700", "vienna-1815");
    check("2020", "repeal-2014");
}

#[test]
fn a_name_leads_to_an_event_a_claim_or_a_date() {
    let check = |query: &str, view: View, expected: &str| {
        let mut app = app();
        change(&mut app, |app| goto::named(app, query));
        assert_eq!(app.location().view, view, "{query}");
        let found = match (view, app.location().passage) {
            (View::Article, Some(passage)) => &app.timeline()[passage].id,
            _ => selected(&app),
        };
        assert_eq!(found, expected, "{query}");
    };
    check("london-1839", View::Timeline, "london-1839");
    check(" london-1839 ", View::Timeline, "london-1839");
    check("¶8", View::Article, "war");
    check("¶ 14", View::Article, "today");
    check("#8", View::Article, "war");
    check("origins", View::Article, "origins");
    check("1914-08-04", View::Timeline, "invasion-1914");
    check("", View::Timeline, "vienna-1815");
    check("¶99", View::Timeline, "vienna-1815");
}

#[test]
fn back_and_forward_go_through_the_locations_that_were_left() {
    let mut app = app();
    let london = event(&app, "london-1839");
    change(&mut app, |app| goto::to_event(app, london));
    app.perform(Action::Show(View::Article));
    app.perform(Action::Back);
    assert_eq!(
        (app.location().view, selected(&app)),
        (View::Timeline, "london-1839")
    );
    app.perform(Action::Back);
    assert_eq!(selected(&app), "vienna-1815");
    app.perform(Action::Back);
    assert_eq!(app.message(), Some("this is where you began"));
    app.perform(Action::Forward);
    assert_eq!(selected(&app), "london-1839");
    app.perform(Action::Forward);
    assert_eq!(app.location().view, View::Article);
    app.perform(Action::Forward);
    assert_eq!(app.message(), Some("there is nothing ahead"));
}

#[test]
fn an_event_that_the_filter_hides_takes_it_off_until_one_goes_back() {
    let mut app = app();
    let ukraine = app.timeline().country_called("Ukraine").unwrap();
    change(&mut app, |app| {
        filtering::ask_only_countries(app, &[ukraine]);
    });
    assert_eq!(app.selection().visible().len(), 2);
    let london = event(&app, "london-1839");
    change(&mut app, |app| goto::to_event(app, london));
    assert_eq!(
        (selected(&app), app.selection().visible().len()),
        ("london-1839", 9)
    );
    app.perform(Action::Back);
    assert_eq!(app.selection().visible().len(), 2);
}

#[test]
fn a_view_without_anything_says_so_and_stays_away() {
    let mut app = app();
    app.perform(Action::Show(View::Cases));
    assert_eq!(app.location().view, View::Timeline);
    assert_eq!(app.message(), Some("no cases to compare"));
}

#[test]
fn the_page_gets_the_keys_and_gives_them_back() {
    let mut app = app();
    app.perform(Action::NextPane);
    assert_eq!(app.location().pane, Pane::Page);
    app.perform(Action::NextPane);
    assert_eq!(
        (app.location().pane, app.location().page.link),
        (Pane::List, None)
    );
    app.perform(Action::Follow);
    assert_eq!(app.location().pane, Pane::Page);
}

#[test]
fn the_page_scrolls_no_further_than_its_text() {
    let mut app = app();
    app.handle(Input::Resize(Size {
        columns: 40,
        rows: 12,
    }));
    app.start_at("london-1839");
    change(&mut app, |app| reading::scroll_by(app, isize::MAX));
    let last = app.location().page.top;
    assert!(last > 0);
    assert!(app.page().lines.len() <= last + reading::height(&app));
    change(&mut app, |app| reading::scroll_by(app, 1));
    assert_eq!(app.location().page.top, last);
    change(&mut app, |app| reading::scroll_by(app, isize::MIN));
    assert_eq!(app.location().page.top, 0);
}

#[test]
fn an_action_means_nothing_where_the_key_table_has_no_row_of_it() {
    let check = |view: View, action: Action| {
        let mut app = app();
        app.perform(Action::Show(view));
        let (location, message) = (app.location().clone(), app.message().map(str::to_owned));
        assert_eq!(app.perform(action), Effect::Draw, "{action:?}");
        assert_eq!(*app.location(), location, "{action:?} in {view:?}");
        assert_eq!(app.message(), message.as_deref(), "{action:?} in {view:?}");
    };
    check(View::Timeline, Action::NextDay);
    check(View::Timeline, Action::Pin);
    check(View::Timeline, Action::Refuse);
    check(View::Lanes, Action::NextPane);
    check(View::Article, Action::ZoomIn);
    check(View::Article, Action::NextPeriod);
}

#[test]
fn the_cases_of_a_country_follow_each_other_round_and_round() {
    let further = r#"
[[cases]]
id = "belgium-1831"
title = "Belgium 1831"
country = "belgium"
established_by = "belgium-1831"
outcome = "lapsed"
[cases.answers]
small = { answer = "yes" }
"#;
    let source = [
        include_str!("../../../tests/data/small.toml"),
        include_str!("../../../tests/data/cases.toml"),
        further,
    ];
    let mut app = App::new(samples::read(&source.concat())).unwrap();
    let belgium = app.timeline().country_called("belgium").unwrap();
    let mut found = Vec::new();
    for _ in 0..3 {
        let case = cases::case_of(&app, belgium);
        found.push(app.timeline()[case.unwrap()].id.clone());
        app.location.cases.case = case;
    }
    let [first, second, third] = found.as_slice() else {
        panic!("{found:?}");
    };
    assert_ne!(first, second);
    assert_eq!(first, third);
}

#[test]
fn a_trail_is_offered_from_the_second_place_on() {
    let mut app = app();
    let is_offered = |app: &App| {
        let sources = export::sources(app);
        sources
            .iter()
            .any(|(source, ..)| *source == ExportSource::Trail)
    };
    assert!(!is_offered(&app));
    let invasion = event(&app, "invasion-1914");
    change(&mut app, |app| goto::to_event(app, invasion));
    assert!(is_offered(&app));
}

#[test]
fn what_a_date_was_read_as_is_told_where_it_was_typed_otherwise() {
    let check = |at: &str, expected: Option<&str>| {
        let mut app = app();
        app.start_at(at);
        assert_eq!(app.message(), expected, "{at}");
    };
    check("1914-08-04", None);
    check("4 august 1914", None);
    check("1914-99", Some("1914-99 is read as 1914–1999"));
    check("1914-18", Some("1914-18 is read as 1914–1918"));
    check(
        "44BC",
        Some("nothing of 44 BC; the nearest is of 20 November 1815"),
    );
    check("london-1839", None);
}
