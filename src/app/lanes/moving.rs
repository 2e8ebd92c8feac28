//! Moving in the lanes: the cursor, the window, the rows, and the steps along the events of a row.

use chrono::{Datelike, NaiveDate};

use crate::app::App;
use crate::app::action::Action;
use crate::lanes::scale::{self, Step};
use crate::timeline::date::label::year_label;
use crate::timeline::status_at::extent;
use crate::timeline::{EventId, HistoricDate};

/// The part of the window by which it is panned.
const PAN: i64 = 4;

impl App {
    pub(in crate::app) fn move_in_lanes(&mut self, action: Action) {
        let page = self
            .screen
            .lanes
            .map_or(1, |parts| isize::from(parts.lanes.height as i16 - 1).max(1));
        match action {
            Action::Down => self.choose_row(1),
            Action::Up => self.choose_row(-1),
            Action::PageDown => self.choose_row(page),
            Action::PageUp => self.choose_row(-page),
            Action::HalfPageDown => self.choose_row((page / 2).max(1)),
            Action::HalfPageUp => self.choose_row(-(page / 2).max(1)),
            Action::First => self.choose_row(isize::MIN),
            Action::Last => self.choose_row(isize::MAX),
            Action::NextPeriod => self.location.lanes.step_groups(&self.document.plan, true),
            Action::PreviousPeriod => self.location.lanes.step_groups(&self.document.plan, false),
            Action::Right => self.move_cursor(scale::step(&self.lane_scale()), true),
            Action::Left => self.move_cursor(scale::step(&self.lane_scale()), false),
            Action::NextDay => self.move_cursor(Step::Days(1), true),
            Action::PreviousDay => self.move_cursor(Step::Days(1), false),
            Action::PanRight => self.pan(1),
            Action::PanLeft => self.pan(-1),
            Action::ZoomIn => self.zoom_in(),
            Action::ZoomOut => self.zoom_out(),
            Action::ZoomAll => self.location.lanes.window = None,
            Action::ZoomToRow => self.zoom_to_row(),
            Action::NextInThread => self.step_along_row(true),
            Action::PreviousInThread => self.step_along_row(false),
            Action::Standings => self.toggle_panel(),
            Action::ReadOn => self.location.lanes.panel_top += 1,
            Action::ReadBack => {
                self.location.lanes.panel_top = self.location.lanes.panel_top.saturating_sub(1)
            }
            Action::Fold => self.location.lanes.fold(&self.document.plan),
            Action::FoldAll => self.location.lanes.fold_all(&self.document.plan),
            _ => {}
        }
    }

    fn choose_row(&mut self, by: isize) {
        self.location.lanes.step_rows(&self.document.plan, by);
        self.location.lanes.panel_top = 0;
    }

    /// Moves the cursor by a step; it stops at the ends of the timeline.
    fn move_cursor(&mut self, step: Step, forward: bool) {
        let whole = self.document.plan.whole.clone();
        let day = scale::number(step.from(self.location.lanes.as_of, forward));
        self.location.lanes.as_of = scale::day(day.clamp(whole.start, whole.end - 1));
    }

    /// Sets the cursor to a day that the timeline has, or to the nearest.
    pub(in crate::app) fn set_cursor_to_day(&mut self, day: NaiveDate) {
        let whole = self.document.plan.whole.clone();
        let day = scale::number(day).clamp(whole.start, whole.end - 1);
        self.location.lanes.as_of = scale::day(day);
        // What was selected before shall not bring the cursor back.
        self.location.lanes.followed = Some(self.location.selection.selected());
    }

    /// Sets the cursor to the first day that a date can mean.
    pub(in crate::app) fn set_cursor(&mut self, date: &HistoricDate) {
        let day = scale::number(date.representative_day());
        let whole = self.document.plan.whole.clone();
        self.set_cursor_to_day(date.representative_day());
        if !whole.contains(&day) {
            let year = |day: i64| year_label(scale::day(day).year());
            let (first, last) = (year(whole.start), year(whole.end - 1));
            self.say(format!("this timeline goes from {first} to {last}"));
        }
    }

    /// Moves the window; the cursor stays on its day while that is in sight, and is carried along at the edge.
    fn pan(&mut self, by: i64) {
        let window = self.location.lanes.window(&self.document.plan);
        if self.location.lanes.window.is_none() {
            return self.say("all of the timeline is in sight; + zooms in");
        }
        self.pan_by_days(((window.end - window.start) / PAN).max(1) * by);
    }

    /// Moves the window by days; the whole timeline stays where it is.
    pub(super) fn pan_by_days(&mut self, days: i64) {
        let Some(window) = self.location.lanes.window.clone() else {
            return;
        };
        let moved = scale::within(
            window.start + days..window.end + days,
            &self.document.plan.whole,
        );
        let day = scale::number(self.location.lanes.as_of).clamp(moved.start, moved.end - 1);
        self.location.lanes.as_of = scale::day(day);
        self.location.lanes.window = Some(moved);
    }

    fn zoom_in(&mut self) {
        let window = self.location.lanes.window(&self.document.plan);
        let closer = scale::closer(&window, scale::number(self.location.lanes.as_of));
        if closer == window {
            return self.say("this is the closest zoom");
        }
        self.location.lanes.window = Some(scale::within(closer, &self.document.plan.whole));
    }

    fn zoom_out(&mut self) {
        if self.location.lanes.window.is_none() {
            return self.say("all of the timeline is in sight");
        }
        let around = scale::number(self.location.lanes.as_of);
        self.location.lanes.window = scale::further(
            &self.location.lanes.window(&self.document.plan),
            around,
            &self.document.plan.whole,
        );
    }

    /// Shows all spans of the chosen row, with a little room on both sides.
    fn zoom_to_row(&mut self) {
        let Some(lane) = self.location.lanes.chosen_lane(&self.document.plan) else {
            return self.say("Tab opens the group first");
        };
        let whole = self.document.plan.whole.clone();
        let extents = lane
            .spans
            .iter()
            .map(|span| extent(&self.document.timeline, *span).maybe);
        let (mut first, mut last) = (whole.end - 1, whole.start);
        for (from, to) in extents {
            first = first.min(scale::number(from).max(whole.start));
            last = last.max(scale::number(to).min(whole.end - 1));
        }
        let margin = ((last - first) / 16).max(scale::CLOSEST / 2);
        let window = scale::within(first - margin..last + margin + 1, &whole);
        let day = scale::number(self.location.lanes.as_of);
        if !(first..=last).contains(&day) {
            self.location.lanes.as_of = scale::day(first);
        }
        self.location.lanes.window = (window != whole).then_some(window);
    }

    /// Goes to the next or the previous event of the chosen row, and selects it.
    fn step_along_row(&mut self, forward: bool) {
        let Some(lane) = self.location.lanes.chosen_lane(&self.document.plan) else {
            return self.say("Tab opens the group first");
        };
        let name = self.document.timeline[lane.country].name.clone();
        let day = |event: EventId| self.document.timeline[event].date.representative_day();
        let (selected, as_of) = (
            self.location.selection.selected(),
            self.location.lanes.as_of,
        );
        // Of several events on the cursor's day the selected one says how far one is.
        let at_selected = day(selected) == as_of;
        let ahead = |event: &EventId| match (forward, at_selected) {
            (true, true) => *event > selected,
            (false, true) => *event < selected,
            (true, false) => day(*event) > as_of,
            (false, false) => day(*event) < as_of,
        };
        let events = lane.moments.iter().map(|moment| moment.event);
        let events = events
            .filter(|event| self.location.selection.shows(*event))
            .filter(ahead);
        let found = if forward { events.min() } else { events.max() };
        let Some(event) = found else {
            let direction = if forward { "later" } else { "earlier" };
            return self.say(format!("no {direction} event of {name} is shown"));
        };
        self.location.selection.select(event);
        self.set_cursor_to(event);
    }

    fn toggle_panel(&mut self) {
        self.location.lanes.panel = !self.location.lanes.panel;
        if self.location.lanes.panel && self.screen.lanes.is_some_and(|parts| parts.panel.is_none())
        {
            self.say("there is no room for the panel on a screen of this size");
        }
    }
}
