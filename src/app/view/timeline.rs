//! The list of events: its keys, and what the mouse does in it.

use super::article;
use crate::app::motion::{self, Motion, Pace};
use crate::app::rows::{self, ListRow};
use crate::app::{App, View, filtering, update};

/// Rows of the list that are in sight.
fn height(app: &App) -> usize {
    let list = app.layout().and_then(|layout| layout.list);
    list.map_or(1, |list| usize::from(list.height))
}

/// Along the events, or where none is left along the parts of the filter that may be lifted.
pub(in crate::app) fn go(app: &mut App, motion: Motion) {
    if filtering::is_offering(app) && filtering::go(app, motion) {
        return;
    }
    let Some(position) = app.location.selection.position() else {
        return app.say("the filter leaves nothing; x lifts it");
    };
    let steps = motion.steps(Pace::of_rows(height(app)));
    if matches!(motion, Motion::PageDown | Motion::PageUp) {
        // The list turns its page, so that the selected row stays where the eye is.
        app.location.list_top = app.location.list_top.saturating_add_signed(steps);
    }
    let selection = &mut app.location.selection;
    // The row of the timeline as a whole, where there is one, is the place before the first event.
    let before = usize::from(selection.begins_before_events());
    let from = match selection.is_before_events() {
        true => 0,
        false => before + position,
    };
    match from.saturating_add_signed(steps).checked_sub(before) {
        Some(position) => selection.select_position(position),
        None => selection.go_before_events(),
    }
}

/// To the first event of the next period, or of this one or the one before.
pub(in crate::app) fn step_period(app: &mut App, forward: bool) {
    let selection = &mut app.location.selection;
    let (visible, Some(at)) = (selection.visible(), selection.position()) else {
        return;
    };
    let period = |at| rows::period(&app.document.timeline, visible, at);
    let to = match (forward, selection.is_before_events()) {
        // Before the events there is no period but the one that begins with them.
        (true, true) => Some(0),
        (true, false) => Some(period(at).end),
        (false, true) => None,
        (false, false) => match period(at).start {
            begin if begin < at => Some(begin),
            begin => begin.checked_sub(1).map(|before| period(before).start),
        },
    };
    if let Some(to) = to.filter(|to| *to < visible.len()) {
        selection.select_position(to);
    }
}

/// The selected row of what is listed, events or passages, and how many rows there are.
fn selected_row(app: &App) -> (usize, usize) {
    match app.location.view {
        View::Article => article::selected_row(app),
        _ => (app.selected_row().unwrap_or(0), app.screen.rows.len()),
    }
}

/// Scrolls the list; what is selected goes along only where it would leave the screen.
pub(in crate::app) fn scroll_by(app: &mut App, by: isize) {
    let ((mut at, rows), height) = (selected_row(app), height(app));
    let top = motion::step(app.location.list_top, by, rows.saturating_sub(height));
    app.location.list_top = top;
    let along = match by > 0 {
        true => Motion::Down,
        false => Motion::Up,
    };
    // One row may not be enough: some around the selected one are kept in sight too.
    while rows::scroll(top, height, at, rows) != top {
        update::go(app, along);
        let before = std::mem::replace(&mut at, selected_row(app).0);
        if at == before {
            break;
        }
    }
}

/// Scrolls the list until what is selected stands in its middle.
pub(in crate::app) fn centre(app: &mut App) {
    let (at, _) = selected_row(app);
    app.location.list_top = at.saturating_sub(height(app) / 2);
}

/// Scrolls so that the selected event is in sight.
pub(in crate::app) fn settle(app: &mut App) {
    // While the page has the screen the list stays as it was.
    let Some(list) = app.layout().and_then(|layout| layout.list) else {
        return;
    };
    let height = usize::from(list.height);
    let at = app.selected_row().unwrap_or(0);
    let top = app.location.list_top;
    app.location.list_top = rows::scroll(top, height, at, app.screen.rows.len());
}

/// Selects the event of a row; says whether it is one.
pub(in crate::app) fn choose_row(app: &mut App, row: usize) -> bool {
    let selection = &mut app.location.selection;
    match app.screen.rows.get(row).copied() {
        Some(ListRow::Event(event)) => selection.select(event),
        Some(ListRow::Timeline) => {
            selection.go_before_events();
            true
        }
        None => false,
    }
}
