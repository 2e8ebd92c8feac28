//! Lifting the filter, putting it back, and what is offered when it leaves nothing.

use super::*;
use crate::app::filtering;
use crate::selection::facet::Facet;
use crate::selection::filter::Filter;

/// The reader filtered to these countries.
fn of(countries: &[&str]) -> App {
    let mut app = app();
    let named = |name: &&str| app.timeline().country_called(name).unwrap();
    let countries: Vec<_> = countries.iter().map(named).collect();
    change(&mut app, |app| {
        filtering::ask_only_countries(app, &countries)
    });
    app
}

fn is_filtered(app: &App) -> bool {
    !app.selection().filter().is_empty()
}

/// The reader of a filter that no event passes: of Ukraine, before it was a state.
fn of_nothing() -> App {
    let mut app = of(&["Ukraine"]);
    let mut filter = app.selection().filter().clone();
    filter.range.to = Some(date("1900"));
    app.set_filter(filter);
    app
}

#[test]
fn only_what_the_filter_keeps_is_shown_and_the_selection_is_the_nearest() {
    let check = |countries: &[&str], shown: usize, expected: &str| {
        let app = of(countries);
        assert_eq!(app.selection().visible().len(), shown, "{countries:?}");
        assert_eq!(selected(&app), expected, "{countries:?}");
    };
    check(&["Belgium"], 4, "belgium-1831");
    check(&["Ukraine"], 2, "non-bloc-2010");
    check(&["Belgium", "Ukraine"], 6, "belgium-1831");
    check(&["Switzerland"], 1, "vienna-1815");
}

#[test]
fn the_filter_is_lifted_and_put_back() {
    let mut app = of(&["Ukraine"]);
    change(&mut app, filtering::toggle);
    assert_eq!(
        (is_filtered(&app), app.message()),
        (false, Some("filter lifted; x puts it back"))
    );
    change(&mut app, filtering::toggle);
    assert_eq!(
        (is_filtered(&app), app.selection().visible().len()),
        (true, 2)
    );
    let mut unfiltered = super::app();
    change(&mut unfiltered, filtering::toggle);
    assert_eq!(
        unfiltered.message(),
        Some("there is no filter; f makes one")
    );
}

#[test]
fn a_filter_that_leaves_nothing_offers_its_parts_with_what_each_brings() {
    let app = of_nothing();
    assert!(filtering::is_offering(&app));
    let offers: Vec<(String, usize)> = app
        .relaxations()
        .iter()
        .map(|(part, events)| {
            (
                app.selection().filter().describe(*part, app.timeline()),
                *events,
            )
        })
        .collect();
    let expected = [("Ukraine".to_owned(), 4), ("to 1900".to_owned(), 2)];
    assert_eq!(offers, expected);
    assert!(!filtering::is_offering(&of(&["Ukraine"])));
}

#[test]
fn a_choice_among_the_offers_stops_at_both_ends_and_lifts_one() {
    let check = |actions: &[Action], expected: usize| {
        let mut app = of_nothing();
        for action in actions {
            app.perform(*action);
        }
        assert_eq!(app.location().relaxation, expected, "{actions:?}");
    };
    check(&[Action::Up], 0);
    check(&[Action::Down], 1);
    check(&[Action::Down, Action::Down], 1);
    check(&[Action::Last], 1);
    check(&[Action::Last, Action::First], 0);

    let mut app = of_nothing();
    app.perform(Action::Last);
    app.perform(Action::Follow);
    assert_eq!(app.selection().visible().len(), 2);
    app.perform(Action::Back);
    assert!(filtering::is_offering(&app));
}

#[test]
fn the_offers_in_sight_hold_the_chosen_one() {
    let mut app = of_nothing();
    assert_eq!(filtering::relaxations_in_sight(&app, 10), (2, 0..2));
    assert_eq!(filtering::relaxations_in_sight(&app, 2), (1, 0..1));
    app.perform(Action::Down);
    assert_eq!(filtering::relaxations_in_sight(&app, 2), (1, 1..2));
    assert_eq!(filtering::relaxations_in_sight(&app, 0).1.len(), 0);
}

#[test]
fn lifting_a_part_leaves_the_others() {
    let mut app = of_nothing();
    let part = app.relaxations()[0].0;
    change(&mut app, |app| filtering::lift(app, part));
    let left: Vec<String> = app.selection().filter().parts(app.timeline());
    assert_eq!(left, ["to 1900"]);
    let message = app.message().unwrap();
    assert!(
        message.starts_with("“Ukraine” lifted: 4 events shown"),
        "{message}"
    );
}

#[test]
fn a_choice_of_one_facet_replaces_the_choice_before() {
    let mut app = of(&["Ukraine"]);
    let kinds = Facet::Kind.values(app.timeline());
    change(&mut app, |app| {
        filtering::ask_only(app, Facet::Kind, &kinds[..1])
    });
    let both = app.selection().filter().clone();
    change(&mut app, |app| {
        filtering::ask_only(app, Facet::Kind, &kinds[1..2])
    });
    assert_ne!(*app.selection().filter(), both);
    change(&mut app, |app| {
        filtering::ask_only(app, Facet::Kind, &kinds[..1])
    });
    assert_eq!(*app.selection().filter(), both);
    app.set_filter(Filter::default());
    assert!(!is_filtered(&app));
}

#[test]
fn the_panel_requires_several_values_at_once() {
    let check = |keys: &str, expected: &[&str], message: Option<&str>| {
        let mut app = app();
        press(&mut app, keys);
        let parts = app.selection().filter().parts(app.timeline());
        assert_eq!(parts, expected, "{keys}");
        assert_eq!(app.message(), message, "{keys}");
    };
    check("f +", &["always Germany"], None);
    check("f + j +", &["always Germany and Belgium"], None);
    check("f + j + +", &["always Germany"], None);
    check("f + -", &["not Germany"], None);
    check("f + Space", &["Germany"], None);
    check("f Space +", &["always Germany"], None);
    let one = "an event has one kind; Space asks for any of several";
    check("f Tab Tab +", &[], Some(one));
}
