//! From here to somewhere else with the way back, and between the views and their panes.

use super::location::{Seek, Snapshot};
use super::{App, Pane, View};
use crate::app::view::cases;

pub(in crate::app) fn leave(app: &mut App) {
    app.trail.leave(app.location.clone());
}

/// From another view to the list of events, with the way back.
pub(in crate::app) fn leave_for_timeline(app: &mut App) {
    leave(app);
    app.location.show_list(View::Timeline);
}

/// All that Esc brings back.
pub(in crate::app) fn snapshot(app: &App) -> Snapshot {
    Snapshot {
        location: app.location.clone(),
        matches: app.walk.matches.clone(),
    }
}

pub(in crate::app) fn bring_back(app: &mut App, before: Snapshot) {
    app.location = before.location;
    app.walk.matches = before.matches;
}

pub(in crate::app) fn back(app: &mut App) {
    let here = app.location.clone();
    match app.trail.back(here) {
        Some(place) => app.location = place,
        None => app.say("this is where you began"),
    }
}

pub(in crate::app) fn forward(app: &mut App) {
    let here = app.location.clone();
    match app.trail.forward(here) {
        Some(place) => app.location = place,
        None => app.say("there is nothing ahead"),
    }
}

pub(in crate::app) fn show(app: &mut App, view: View) {
    if let Some(missing) = app.document.missing(view) {
        return app.say(missing);
    }
    if view != app.location.view {
        leave(app);
        app.location.show_list(view);
        if view == View::Cases {
            cases::choose_case_of_event(app);
        }
    }
}

pub(in crate::app) fn other_pane(app: &mut App) {
    match app.location.pane {
        Pane::List => enter_page(app, true),
        Pane::Page => {
            app.location.pane = Pane::List;
            app.location.page.link = None;
        }
    }
}

/// Gives the page the keys, its first or last link chosen when it is in sight.
pub(in crate::app) fn enter_page(app: &mut App, forward: bool) {
    app.location.pane = Pane::Page;
    app.location.page.seek = Some(if forward {
        Seek::FirstLink
    } else {
        Seek::LastLink
    });
}
