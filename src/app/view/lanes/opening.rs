//! Enter in the lanes: what stands at the cursor on the chosen row, opened.

use super::rows::Chosen;
use crate::app::picker::run;
use crate::app::picker::source::PickerSource;
use crate::app::picker::target::Target;
use crate::app::view::lanes::{self, ages};
use crate::app::{App, Pane, goto};
use crate::lanes::plan::Moment;
use crate::lanes::scale;
use crate::lanes::{band, marks};
use crate::timeline::EventId;
use crate::timeline::status_at::status_during;

/// Opens the mark under the cursor, several as a list; without one the selected event, if the cursor stands on it;
/// else the event behind the status of that day, and without a status the event of the row that is nearest.
pub(in crate::app) fn open(app: &mut App) {
    if let (false, Some(Chosen::Group(_))) =
        (app.location.lanes.ages.shown, app.location.lanes.chosen)
    {
        return app.location.lanes.fold(app.document.plan());
    }
    match events_at_cursor(app).as_slice() {
        [] => match selected_at_cursor(app).or_else(|| event_behind(app)) {
            Some(event) => open_event(app, event),
            None => app.say("no event of this row is shown"),
        },
        [event] => open_event(app, *event),
        _ => {
            run::pick(app, PickerSource::Cluster);
            let selected = Target::Event(app.location.selection.selected());
            if let Some(picker) = app.picker_mut() {
                picker.choose_target(selected);
            }
        }
    }
}

/// The event that is named at the cursor: the selected one on its day, else the one behind the status that the panel
/// shows; never one of another day, and never one that is a mark and no more.
pub(in crate::app) fn event_at_cursor(app: &App) -> Option<EventId> {
    if app.location.lanes.ages.shown {
        return ages::event(app);
    }
    let selection = &app.location.selection;
    let (selected, as_of) = (selection.selected(), app.location.lanes.as_of);
    // Over the panel the selected event is named on its day, whatever row is chosen.
    let named = app.document.timeline[selected].date.representative_day() == as_of;
    let named = (named && selection.shows(selected)).then_some(selected);
    let on_row = selected_at_cursor(app).and(named);
    on_row.or_else(|| event_of_status(app)).or(named)
}

/// The events whose mark stands in the cursor's column of the chosen row, or those behind the chosen title.
pub(in crate::app) fn events_at_cursor(app: &App) -> Vec<EventId> {
    if app.location.lanes.ages.shown {
        return ages::events(app);
    }
    let moments = moments_at_cursor(app).iter();
    moments.map(|moment| moment.event).collect()
}

/// What stands on the chosen row in the cursor's column, where the row shows its events.
pub(in crate::app) fn moments_at_cursor(app: &App) -> &[Moment] {
    let (scale, state) = (lanes::scale(app), &app.location.lanes);
    let Some(lane) = state.chosen_lane(app.document.plan()) else {
        return &[];
    };
    if !state.is_open(lane) && !band::shows_marks(&scale) {
        return &[];
    }
    marks::beside(app.moments_of(lane), &scale, scale::number(state.as_of))
}

/// The selected event, if it belongs on the chosen row and on the cursor's day.
fn selected_at_cursor(app: &App) -> Option<EventId> {
    let selected = app.location.selection.selected();
    let on_row = |moment: &Moment| moment.event == selected;
    let is_here = app.document.timeline[selected].date.representative_day()
        == app.location.lanes.as_of
        && app
            .location
            .lanes
            .chosen_lane(app.document.plan())?
            .moments
            .iter()
            .any(on_row);
    is_here.then_some(selected)
}

/// The event by which the chosen country has its status on the cursor's day.
fn event_of_status(app: &App) -> Option<EventId> {
    let lane = app.location.lanes.chosen_lane(app.document.plan())?;
    let (timeline, (first, last)) = (&app.document.timeline, app.location.lanes.time());
    let status_at = status_during(timeline, lane.country, first, last);
    let status_at = status_at.first()?;
    Some(timeline[status_at.span].begins)
}

/// The same, else the nearest event of the row.
fn event_behind(app: &App) -> Option<EventId> {
    let lane = app.location.lanes.chosen_lane(app.document.plan())?;
    let number = scale::number(app.location.lanes.as_of);
    let nearest = || {
        let shown = lane
            .moments
            .iter()
            .filter(|moment| app.location.selection.shows(moment.event));
        shown
            .min_by_key(|moment| (moment.day - number).abs())
            .map(|moment| moment.event)
    };
    event_of_status(app).or_else(nearest)
}

/// To an event in the list.
pub(in crate::app) fn open_event(app: &mut App, event: EventId) {
    goto::to_event(app, event);
    app.location.pane = Pane::List;
}
