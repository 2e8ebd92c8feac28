//! Moving in the lanes: the cursor, the window, the rows, and the steps along the events of a row.

use std::ops::Range;

use crate::app::App;
use crate::app::view::lanes::{self, ages};
use chrono::{Datelike, NaiveDate};

use crate::app::motion::{Motion, Pace};
use crate::app::screen;
use crate::lanes::scale::{self, Step};
use crate::timeline::date::era::year_label;
use crate::timeline::status_at::extent;
use crate::timeline::{CountryId, EventId, HistoricDate};

/// The part of the window by which it is panned.
const PAN: i64 = 4;

/// Along the rows.
pub(in crate::app) fn go(app: &mut App, motion: Motion) {
    if app.location.lanes.ages.shown {
        return ages::go(app, motion);
    }
    let rows = app
        .screen
        .lanes
        .map_or(1, |parts| usize::from(parts.lanes.height));
    choose_row(app, motion.steps(Pace::of_rows(rows)));
}

/// Along the time, by a step that suits the zoom.
pub(in crate::app) fn step_in_time(app: &mut App, forward: bool) {
    if app.location.lanes.ages.shown {
        return ages::say_from_zero(app);
    }
    let by = scale::step(&lanes::scale(app));
    step(app, by, forward);
}

/// A day along, at any zoom.
pub(in crate::app) fn step_day(app: &mut App, forward: bool) {
    if app.location.lanes.ages.shown {
        return ages::say_from_zero(app);
    }
    step(app, Step::Days(1), forward);
}

/// Scrolls the panel under the lanes.
pub(in crate::app) fn scroll_panel(app: &mut App, forward: bool) {
    let top = &mut app.location.lanes.panel_top;
    *top = top.saturating_add_signed(if forward { 1 } else { -1 });
}

pub(in crate::app) fn choose_row(app: &mut App, by: isize) {
    app.location.lanes.step_rows(app.document.plan(), by);
    app.location.lanes.panel_top = 0;
}

/// Moves the cursor by a step; it stops at the ends of the timeline.
pub(in crate::app) fn step(app: &mut App, step: Step, forward: bool) {
    let full_range = app.document.plan().full_range.clone();
    let day = scale::number(step.from(app.location.lanes.as_of, forward));
    app.location.lanes.as_of = scale::day(day.clamp(full_range.start, full_range.end - 1));
    app.location.lanes.requested = None;
}

/// Sets the cursor to a day that the timeline has, or to the nearest.
pub(in crate::app) fn set_to_day(app: &mut App, day: NaiveDate) {
    app.location.lanes.ages.shown = false;
    let full_range = app.document.plan().full_range.clone();
    let day = scale::number(day).clamp(full_range.start, full_range.end - 1);
    app.location.lanes.as_of = scale::day(day);
    app.location.lanes.requested = None;
    // What was selected before shall not bring the cursor back.
    app.location.lanes.followed = Some(app.location.selection.selected());
}

/// Sets the cursor to the first day that a date can mean; the statuses are those of all its days.
pub(in crate::app) fn set(app: &mut App, date: &HistoricDate) {
    let day = scale::number(date.representative_day());
    let full_range = app.document.plan().full_range.clone();
    set_to_day(app, date.representative_day());
    app.location.lanes.requested = Some(date.clone());
    if !full_range.contains(&day) {
        let year = |day: i64| year_label(scale::day(day).year());
        let (first, last) = (year(full_range.start), year(full_range.end - 1));
        app.say(format!("this timeline goes from {first} to {last}"));
    }
}

/// Shows a stretch of time, the whole of it without one, and chooses a row: that of a country, else of the selected event.
pub(in crate::app) fn bring_out(
    app: &mut App,
    window: Option<&HistoricDate>,
    country: Option<CountryId>,
) {
    let selected = app.location.selection.selected();
    app.location.lanes.ages.shown = false;
    lanes::set_cursor_to(app, selected);
    let country = country.or_else(|| lanes::row_of(app, selected));
    let (plan, state) = (app.document.plan(), &mut app.location.lanes);
    if let Some(country) = country.filter(|country| plan.lane(*country).is_some()) {
        state.open(plan, country);
    }
    state.window = None;
    let Some((from, to)) = window.and_then(|window| window.earliest().zip(window.latest())) else {
        return;
    };
    let (from, to) = (scale::number(from), scale::number(to) + 1);
    let margin = (scale::CLOSEST - (to - from)).max(0) / 2;
    let window = scale::within(from - margin..to + margin, &plan.full_range);
    let day = scale::number(state.as_of).clamp(window.start, window.end - 1);
    state.as_of = scale::day(day);
    state.window = (window != plan.full_range).then_some(window);
}

/// Moves the window; the cursor stays on its day while that is in sight, and is carried along at the edge.
pub(in crate::app) fn pan(app: &mut App, by: i64) {
    if app.location.lanes.ages.shown {
        return ages::say_from_zero(app);
    }
    let window = app.location.lanes.window(app.document.plan());
    if app.location.lanes.window.is_none() {
        return app.say("all of the timeline is in sight; + zooms in");
    }
    pan_by_days(app, ((window.end - window.start) / PAN).max(1) * by);
}

/// Moves the window by days; the whole timeline stays where it is.
pub(in crate::app) fn pan_by_days(app: &mut App, days: i64) {
    let Some(window) = app.location.lanes.window.clone() else {
        return;
    };
    let moved = scale::within(
        window.start + days..window.end + days,
        &app.document.plan().full_range,
    );
    carry_cursor_into(app, &moved);
    app.location.lanes.window = Some(moved);
}

/// A shorter stretch of time around the cursor.
pub(in crate::app) fn zoom_in(app: &mut App) {
    zoom_in_around(app, scale::number(app.location.lanes.as_of));
}

/// A longer stretch of time around the cursor, up to all of it.
pub(in crate::app) fn zoom_out(app: &mut App) {
    zoom_out_around(app, scale::number(app.location.lanes.as_of));
}

/// A shorter stretch of time around a day; the cursor is carried along at the edge.
pub(in crate::app) fn zoom_in_around(app: &mut App, day: i64) {
    if app.location.lanes.ages.shown {
        return ages::zoom(app, true);
    }
    let window = app.location.lanes.window(app.document.plan());
    let closer = scale::closer(&window, day);
    if closer == window {
        return app.say("this is the closest zoom");
    }
    let closer = scale::within(closer, &app.document.plan().full_range);
    carry_cursor_into(app, &closer);
    app.location.lanes.window = Some(closer);
}

/// A longer stretch of time around a day, up to all of it.
pub(in crate::app) fn zoom_out_around(app: &mut App, day: i64) {
    if app.location.lanes.ages.shown {
        return ages::zoom(app, false);
    }
    if app.location.lanes.window.is_none() {
        return app.say("all of the timeline is in sight");
    }
    app.location.lanes.window = scale::further(
        &app.location.lanes.window(app.document.plan()),
        day,
        &app.document.plan().full_range,
    );
}

/// Keeps the cursor in a window, at its edge where it was outside.
fn carry_cursor_into(app: &mut App, window: &Range<i64>) {
    let day = scale::number(app.location.lanes.as_of);
    app.location.lanes.as_of = scale::day(day.clamp(window.start, window.end - 1));
}

/// All years, or all ages.
pub(in crate::app) fn zoom_all(app: &mut App) {
    let state = &mut app.location.lanes;
    if state.ages.shown {
        state.ages.reach = None;
    } else {
        state.window = None;
    }
}

/// Folds the group of the chosen row or unfolds it, or does so with all; the ages have no folds.
pub(in crate::app) fn fold(app: &mut App, all: bool) {
    let (plan, state) = (app.document.plan(), &mut app.location.lanes);
    match (state.ages.shown, all) {
        (true, _) => ages::say_from_zero(app),
        (false, true) => state.fold_all(plan),
        (false, false) => state.fold(plan),
    }
}

/// To the first row of the next group, or of this one or the one before.
pub(in crate::app) fn step_groups(app: &mut App, forward: bool) {
    if app.location.lanes.ages.shown {
        return ages::step_groups(app, forward);
    }
    app.location.lanes.step_groups(app.document.plan(), forward);
}

/// Shows all spans of the chosen row, with a little room on both sides.
pub(in crate::app) fn zoom_to_row(app: &mut App) {
    if app.location.lanes.ages.shown {
        return ages::zoom_to_title(app);
    }
    let Some(lane) = app.location.lanes.chosen_lane(app.document.plan()) else {
        return app.say("Tab opens the group first");
    };
    let full_range = app.document.plan().full_range.clone();
    let extents = lane
        .spans
        .iter()
        .map(|span| extent(&app.document.timeline, *span).maybe);
    let (mut first, mut last) = (full_range.end - 1, full_range.start);
    for (from, to) in extents {
        first = first.min(scale::number(from).max(full_range.start));
        last = last.max(scale::number(to).min(full_range.end - 1));
    }
    let margin = ((last - first) / 16).max(scale::CLOSEST / 2);
    let window = scale::within(first - margin..last + margin + 1, &full_range);
    let day = scale::number(app.location.lanes.as_of);
    if !(first..=last).contains(&day) {
        app.location.lanes.as_of = scale::day(first);
    }
    app.location.lanes.window = (window != full_range).then_some(window);
}

/// Goes to the next or the previous event of the chosen row, and selects it.
pub(in crate::app) fn step_along_row(app: &mut App, forward: bool) {
    let Some(lane) = app.location.lanes.chosen_lane(app.document.plan()) else {
        return app.say("Tab opens the group first");
    };
    let name = app.document.timeline[lane.country].name.clone();
    let day = |event: EventId| app.document.timeline[event].date.representative_day();
    let (selected, as_of) = (app.location.selection.selected(), app.location.lanes.as_of);
    // Of several events on the cursor's day the selected one says how far the reader is.
    let at_selected = day(selected) == as_of;
    let ahead = |event: &EventId| match (forward, at_selected) {
        (true, true) => *event > selected,
        (false, true) => *event < selected,
        (true, false) => day(*event) > as_of,
        (false, false) => day(*event) < as_of,
    };
    let events = lane.moments.iter().map(|moment| moment.event);
    let events = events
        .filter(|event| app.location.selection.shows(*event))
        .filter(ahead);
    let found = if forward { events.min() } else { events.max() };
    let Some(event) = found else {
        let direction = if forward { "later" } else { "earlier" };
        return app.say(format!("no {direction} event of {name} is shown"));
    };
    app.location.selection.select(event);
    lanes::set_cursor_to(app, event);
}

/// Shows or hides the panel with the statuses.
pub(in crate::app) fn toggle_panel(app: &mut App) {
    app.location.lanes.panel = !app.location.lanes.panel;
    screen::lay_out(app);
    let has_room = match (app.screen.lanes, app.screen.ages) {
        (Some(parts), _) => parts.panel.is_some(),
        (None, Some(parts)) => parts.panel.is_some(),
        (None, None) => true,
    };
    if app.location.lanes.panel && !has_room {
        app.say("there is no room for the panel on a screen of this size");
    } else if app.location.lanes.panel {
        app.say("the status of every row on the cursor’s day; t hides it");
    } else {
        app.say("the panel is hidden; t shows it again");
    }
}
