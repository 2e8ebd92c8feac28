//! The state of the lanes: where in time they are, how far they are zoomed, which row is chosen.
//!
//! The cursor is a day and not an event. It follows the selected event when that changes, and moving it or the row
//! leaves the selected event alone. Cursor and chosen row never leave the screen.

mod mouse;
pub mod moving;
pub mod opening;
pub mod rows;

use std::ops::Range;

use chrono::NaiveDate;

use super::App;
use super::rows as list_rows;
use super::screen::lanes::LanesLayout;
use crate::lanes::marks::{self, Mark};
use crate::lanes::plan::{Lane, Plan};
use crate::lanes::scale::{self, Scale};
use crate::page::{Page, status_at as pages};
use crate::timeline::{CountryId, EventId};
use rows::{Chosen, Row};

#[derive(Debug, Clone, PartialEq)]
pub struct LanesState {
    pub chosen: Option<Chosen>,
    /// The day whose standings are told.
    pub as_of: NaiveDate,
    /// The days in sight; `None` is the whole timeline.
    pub window: Option<Range<i64>>,
    /// Whether there is room for an empty row between the groups.
    pub(super) spaced: bool,
    /// Places of the groups that are folded.
    folded: Vec<usize>,
    /// Whether the panel with the standings is asked for.
    pub panel: bool,
    pub panel_top: usize,
    /// First row that is shown.
    pub top: usize,
    /// The selected event when the cursor was last set by it.
    followed: Option<EventId>,
}

impl LanesState {
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        let first = plan
            .lanes()
            .next()
            .map(|lane| Chosen::Country(lane.country));
        LanesState {
            chosen: first,
            as_of: scale::day(plan.whole.start),
            window: None,
            spaced: true,
            folded: Vec::new(),
            panel: true,
            panel_top: 0,
            top: 0,
            followed: None,
        }
    }

    /// The same state over the lanes of another timeline, in which countries and events have other ids.
    pub(super) fn moved_to(
        &self,
        old: &Plan,
        plan: &Plan,
        country: impl Fn(CountryId) -> Option<CountryId>,
        event: impl Fn(EventId) -> Option<EventId>,
    ) -> Self {
        let group = |at: usize| {
            let title = old.groups.get(at)?.title;
            plan.groups.iter().position(|group| group.title == title)
        };
        let first = || plan.lanes().next().map(|lane| lane.country);
        let chosen = match self.chosen {
            Some(Chosen::Country(chosen)) => country(chosen)
                .filter(|chosen| plan.lane(*chosen).is_some())
                .map(Chosen::Country),
            Some(Chosen::Group(at)) => group(at).map(Chosen::Group),
            None => None,
        };
        LanesState {
            chosen: chosen.or_else(|| first().map(Chosen::Country)),
            folded: self.folded.iter().filter_map(|at| group(*at)).collect(),
            followed: self.followed.and_then(event),
            window: self.window.clone(),
            ..*self
        }
    }

    /// The days in sight.
    #[must_use]
    pub fn window(&self, plan: &Plan) -> Range<i64> {
        self.window.clone().unwrap_or_else(|| plan.whole.clone())
    }

    #[must_use]
    pub fn scale(&self, plan: &Plan, columns: u16) -> Scale {
        Scale::new(self.window(plan), columns)
    }

    /// The countries of the rows, from top to bottom, whether folded or not.
    #[must_use]
    pub fn countries(&self, plan: &Plan) -> Vec<CountryId> {
        plan.lanes().map(|lane| lane.country).collect()
    }

    /// Moves the window as little as needed for the cursor to be in it.
    fn keep_cursor_in_sight(&mut self, plan: &Plan) {
        let whole = plan.whole.clone();
        let day = scale::number(self.as_of).clamp(whole.start, whole.end - 1);
        self.as_of = scale::day(day);
        let Some(window) = self.window.take() else {
            return;
        };
        let span = window.end - window.start;
        let start = if window.contains(&day) {
            window.start
        } else {
            // A leap leaves some of what came before in sight, and more of what comes after.
            day - span * 2 / 5
        };
        let moved = scale::within(start..start + span, &whole);
        self.window = (moved != whole).then_some(moved);
    }
}

impl App {
    /// The scale at the present size.
    fn lane_scale(&self) -> Scale {
        let columns = self.screen.lanes.map_or(80, |lanes| lanes.lanes.width);
        self.location.lanes.scale(&self.document.plan, columns)
    }

    /// The marks of a lane that the filter and the zoom leave.
    #[must_use]
    pub fn lane_marks(&self, lane: &Lane, scale: &Scale) -> Vec<Mark> {
        marks::marks(
            &self.document.timeline,
            lane,
            &self.location.selection,
            scale,
        )
    }

    /// Events that stand in counts on the lanes in sight, and nowhere by themselves.
    #[must_use]
    pub fn clustered(&self) -> usize {
        let Some(parts) = self.screen.lanes else {
            return 0;
        };
        let scale = self
            .location
            .lanes
            .scale(&self.document.plan, parts.lanes.width);
        let height = usize::from(parts.lanes.height);
        let rows = self.location.lanes.rows(&self.document.plan);
        let marks: Vec<Mark> = rows
            .iter()
            .skip(self.location.lanes.top)
            .take(height)
            .filter_map(|row| match row {
                Row::Lane(lane) => Some(self.lane_marks(lane, &scale)),
                _ => None,
            })
            .flatten()
            .collect();
        marks::clustered(marks.iter())
    }

    /// The standings of the cursor's day, as a page for the panel.
    #[must_use]
    pub fn statuses(&self, columns: usize) -> Page {
        let chosen = self
            .location
            .lanes
            .chosen_lane(&self.document.plan)
            .map(|lane| lane.country);
        let countries = self.location.lanes.countries(&self.document.plan);
        pages::panel(
            &self.document.timeline,
            self.location.lanes.as_of,
            &countries,
            chosen,
            columns,
        )
    }

    /// Follows the selected event, and keeps the cursor, the chosen row and the panel in their places.
    pub(super) fn scroll_lanes(&mut self) {
        self.follow_selected();
        self.location
            .lanes
            .keep_cursor_in_sight(&self.document.plan);
        let Some(parts) = self.screen.lanes else {
            return;
        };
        let (chosen, rows) = (
            self.location.lanes.chosen_row(&self.document.plan),
            self.location.lanes.rows(&self.document.plan).len(),
        );
        let height = usize::from(parts.lanes.height);
        // The heading of the first rows is seen with them.
        let chosen = if chosen <= 2 && height > 2 { 0 } else { chosen };
        self.location.lanes.top = list_rows::scroll(self.location.lanes.top, height, chosen, rows);
        self.keep_panel_in_its_text(&parts);
    }

    fn keep_panel_in_its_text(&mut self, parts: &LanesLayout) {
        let Some(panel) = parts.panel else { return };
        let lines = self.statuses(usize::from(panel.width) - 4).lines.len();
        let last = (lines + 1).saturating_sub(panel.height.into());
        self.location.lanes.panel_top = self.location.lanes.panel_top.min(last);
    }

    /// Sets the cursor to the selected event when another was selected, and chooses a row that it belongs on.
    fn follow_selected(&mut self) {
        let selected = self.location.selection.selected();
        if self.location.lanes.followed == Some(selected) {
            return;
        }
        self.set_cursor_to(selected);
        if let Some(country) = self.row_of(selected) {
            self.location.lanes.choose(&self.document.plan, country);
        }
    }

    fn set_cursor_to(&mut self, event: EventId) {
        self.location.lanes.followed = Some(event);
        self.location.lanes.as_of = self.document.timeline[event].date.representative_day();
        self.location.lanes.panel_top = 0;
    }

    /// The country on whose row an event belongs most: whose status it violates, changes, or whose neutrality it is
    /// about; the chosen row where it belongs there as much.
    fn row_of(&self, event: EventId) -> Option<CountryId> {
        let chosen = self
            .location
            .lanes
            .chosen_lane(&self.document.plan)
            .map(|lane| lane.country);
        let rank = |lane: &&Lane| {
            let spans = || lane.spans.iter().map(|span| &self.document.timeline[*span]);
            let belongs = if spans().any(|span| span.violated_by.contains(&event)) {
                0
            } else if spans().any(|span| span.begins == event || span.ends == Some(event)) {
                1
            } else if self.document.timeline[event].involves(lane.country, None) {
                2
            } else {
                3
            };
            (belongs, Some(lane.country) != chosen)
        };
        let best = self.document.plan.lanes().min_by_key(rank)?;
        (rank(&best).0 < 3).then_some(best.country)
    }
}
