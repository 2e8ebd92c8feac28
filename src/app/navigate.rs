//! From here to somewhere else with the way back, and between the views and their panes.

use super::location::{Seek, Snapshot, Subject};
use super::view::cases;
use super::{App, Pane, View, search};

/// Remembers where the reader is, before going elsewhere.
pub(super) fn leave(app: &mut App) {
    app.trail.leave(app.location.clone());
}

/// From another view to the list of events, with the way back.
pub(super) fn leave_for_timeline(app: &mut App) {
    leave(app);
    app.location.show_list(View::Timeline);
}

/// All that Esc brings back.
pub(super) fn snapshot(app: &App) -> Snapshot {
    Snapshot {
        location: app.location.clone(),
        matches: app.walk.matches.clone(),
    }
}

/// Brings back all as it was.
pub(super) fn bring_back(app: &mut App, before: Snapshot) {
    app.location = before.location;
    app.walk.matches = before.matches;
    // The file may be another by now.
    search::again(app);
}

/// To where the reader was before the last jump.
pub(super) fn back(app: &mut App) {
    let here = app.location.clone();
    match app.trail.back(here) {
        Some(location) => app.location = location,
        None => app.say("this is where you began"),
    }
}

/// Undoes going back.
pub(super) fn forward(app: &mut App) {
    let here = app.location.clone();
    match app.trail.forward(here) {
        Some(location) => app.location = location,
        None => app.say("there is nothing ahead"),
    }
}

/// To another view, or says why there is nothing in it.
pub(super) fn show(app: &mut App, view: View) {
    if let Some(missing) = app.document.missing(view) {
        return app.say(missing);
    }
    if view != app.location.view {
        let claim = match app.location.view {
            View::Article => app.location.passage,
            View::Timeline | View::Lanes | View::Cases => app.selection().filter().claim(),
        };
        leave(app);
        app.location.show_list(view);
        if view == View::Cases {
            cases::choose_case_of_event(app);
            cases::choose_question_of_claim(app, claim);
        }
    }
}

/// To the other half of the view.
pub(super) fn other_pane(app: &mut App) {
    match app.location.pane {
        Pane::List => enter_page(app, true),
        Pane::Page => leave_page(app),
    }
}

/// From the page to its list.
pub(super) fn leave_page(app: &mut App) {
    app.location.pane = Pane::List;
    app.location.page.link = None;
}

/// Gives the page the keys and the whole screen. Of a text no link is chosen yet, so that the same key leads back; of a
/// case the events are what one goes through.
pub(super) fn read(app: &mut App) {
    let subject = app.location.subject();
    let is_text = matches!(subject, Some(Subject::Event(_) | Subject::Passage(_)));
    app.location.give_screen();
    enter_page(app, true);
    if is_text {
        app.location.page.seek = None;
    }
}

/// Gives the page the keys, its first or last link chosen when it is in sight.
pub(super) fn enter_page(app: &mut App, forward: bool) {
    app.location.pane = Pane::Page;
    app.location.page.seek = Some(if forward {
        Seek::FirstLink
    } else {
        Seek::LastLink
    });
}
