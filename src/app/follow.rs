//! Following: into what is selected, along a link, and through the events of a thread.

use super::picker::source::PickerSource;
use super::picker::{everything, run};
use super::{App, Pane, View, goto, navigate, open, tour};
use crate::page::Link;
use crate::text;
use crate::timeline::{CountryId, Event, EventId};

/// Into the page of what is selected, or along the chosen link of the page.
pub(super) fn selected(app: &mut App) {
    if app.location.pane == Pane::List {
        return navigate::enter_page(app, true);
    }
    let Some(link) = app.chosen_link().cloned() else {
        return app.say("no link is chosen here; ↓ goes to the next");
    };
    along(app, link);
}

/// Along a link, wherever it leads.
pub(super) fn along(app: &mut App, link: Link) {
    match link {
        Link::Country(country) if app.location.view == View::Lanes => {
            goto::to_country(app, country);
        }
        Link::Event(event) => {
            goto::to_event(app, event);
            app.location.pane = Pane::List;
        }
        Link::Passage(passage) => goto::to_passage(app, passage),
        Link::Country(country) => thread_of(app, country),
        Link::Tour(tour) => tour::start(app, tour),
        // What the page proposes leads to places, and asks nothing of the terminal.
        Link::Line(line) => {
            everything::go_to_line(app, &line);
        }
        Link::Signs => run::pick(app, PickerSource::Signs),
        Link::Address(address) => open::show_address(app, address),
    }
}

/// From now on `]` and `[` walk the events of this country.
pub(super) fn thread_of(app: &mut App, country: CountryId) {
    app.walk.country = Some(country);
    let name = &app.document.timeline[country].name;
    let number = app
        .location
        .selection
        .visible()
        .iter()
        .filter(|event| app.document.timeline[**event].involves(country, None))
        .count();
    app.say(format!(
        "] and [ now walk {} of {name}; Esc ends it",
        text::count(number, "event")
    ));
}

/// To the next or the previous event of the country that is followed, else of the article.
pub(super) fn thread(app: &mut App, forward: bool) {
    match app.walk.country {
        Some(country) => {
            let what = format!("event of {}", app.document.timeline[country].name);
            step(app, forward, &|event| event.involves(country, None), &what);
        }
        None => step(
            app,
            forward,
            &|event| !event.links.is_empty(),
            "event linked to the article",
        ),
    }
}

/// To the next or the previous violation.
pub(super) fn violation(app: &mut App, forward: bool) {
    step(app, forward, &|event| event.breach.is_some(), "violation");
}

/// Selects the next visible event that belongs, or says that there is none.
pub(super) fn step(app: &mut App, forward: bool, belongs: &dyn Fn(&Event) -> bool, what: &str) {
    let selected = app.location.selection.selected();
    let is_before = app.location.selection.is_before_events();
    let belongs = |event: &&EventId| belongs(&app.document.timeline[**event]);
    let visible = app.location.selection.visible();
    let found = if forward {
        visible
            .iter()
            .filter(|event| **event > selected || is_before)
            .find(belongs)
    } else {
        visible
            .iter()
            .rev()
            .filter(|event| **event < selected)
            .find(belongs)
    };
    match found.copied() {
        Some(event) => {
            app.location.selection.select(event);
        }
        None => {
            let hidden = app.document.timeline.events.len() - visible.len();
            let more = if hidden > 0 {
                format!(" among those shown ({hidden} are filtered out)")
            } else {
                String::new()
            };
            let direction = if forward { "later" } else { "earlier" };
            app.say(format!("no {direction} {what}{more}"));
        }
    }
}
