//! Following: into what is selected, along a link, and through the events of a thread.

use super::picker::source::PickerSource;
use super::picker::{everything, run};
use super::{App, Pane, Thread, View, goto, navigate, open, thread, tour};
use crate::page::Link;
use crate::timeline::{EventId, Timeline};

/// Into the page of what is selected, which then has the screen; along its chosen link, or without one back again.
pub(super) fn selected(app: &mut App) {
    if app.location.pane == Pane::List {
        return navigate::read(app);
    }
    match app.chosen_link().cloned() {
        Some(link) => along(app, link),
        None if app.location.whole_page => navigate::leave_page(app),
        None => app.say("no link is chosen here; ↓ goes to the next"),
    }
}

/// Along a link, wherever it leads.
pub(super) fn along(app: &mut App, link: Link) {
    match link {
        Link::Country(country) if app.location.view == View::Lanes => {
            goto::to_country(app, country);
        }
        Link::Event(event) => {
            let claim = app.location.passage;
            let claim = claim.filter(|_| app.location.view == View::Article);
            goto::to_event(app, event);
            app.location.pane = Pane::List;
            if let Some(claim) = claim {
                app.walk.thread = Thread::Claim(claim);
            }
        }
        Link::Passage(passage) => goto::to_passage(app, passage),
        Link::Country(country) => thread::choose(app, Thread::Country(country)),
        Link::Tour(tour) => tour::start(app, tour),
        // What the page proposes leads to places, and asks nothing of the terminal.
        Link::Line(line) => {
            everything::go_to_line(app, &line);
        }
        Link::Signs => run::pick(app, PickerSource::Signs),
        Link::Address(address) => open::show_address(app, address),
    }
}

/// To the next or the previous violation; from then on the violations are what is walked.
pub(super) fn violation(app: &mut App, forward: bool) {
    let before = std::mem::replace(&mut app.walk.thread, Thread::Violations);
    thread::step(app, forward);
    if !app.document.has_violations {
        app.walk.thread = before;
    }
}

/// Selects the next visible event that belongs, or says that there is none; whether there was one.
pub(super) fn step(
    app: &mut App,
    forward: bool,
    belongs: &dyn Fn(&Timeline, EventId) -> bool,
    what: &str,
) -> bool {
    let selected = app.location.selection.selected();
    let is_before = app.location.selection.is_before_events();
    let belongs = |event: &&EventId| belongs(&app.document.timeline, **event);
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
            true
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
            false
        }
    }
}
