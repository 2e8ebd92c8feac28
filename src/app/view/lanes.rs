//! The state of the lanes: where in time they are, how far they are zoomed, which row is chosen.
//!
//! The cursor is a day and not an event. It follows the selected event when that changes, and moving it or the row
//! leaves the selected event alone. Cursor and chosen row never leave the screen.

pub mod ages;
pub(in crate::app) mod cursor;
mod folding;
pub(in crate::app) mod opening;
pub(in crate::app) mod pointer;
pub mod rows;

use std::collections::HashSet;
use std::ops::Range;

use chrono::NaiveDate;

use crate::app::App;
use crate::app::rows as list_rows;
use crate::lanes::plan::{Lane, Plan};
use crate::lanes::scale::{self, Scale};
use crate::page::bearing::Requested;
use crate::page::status_at::{self as pages, Time};
use crate::page::{Page, span};
use crate::timeline::status_at::bounds;
use crate::timeline::{ArticleLink, CountryId, EventId, HistoricDate, SpanId};
use ages::AgesState;
use rows::Chosen;

/// Where the lanes are in time, how far they are zoomed, and which row is chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct LanesState {
    /// The row that has the keys; `None` where there are no lanes, or none was shown yet.
    pub chosen: Option<Chosen>,
    /// The day whose statuses are shown.
    pub as_of: NaiveDate,
    /// The date that was asked for, where it is longer than the day of the cursor, until that moves.
    requested: Option<HistoricDate>,
    /// The days in sight; `None` is the whole timeline.
    pub window: Option<Range<i64>>,
    /// Whether there is room for an empty row between the groups.
    spaced: bool,
    /// Rows under the chosen one for the signs and the names of its events.
    opened: u16,
    /// Countries of which nothing falls into the years in sight.
    elsewhen: HashSet<CountryId>,
    /// Places of the groups that are folded.
    folded: Vec<usize>,
    /// Whether the panel with the statuses is wanted.
    pub panel: bool,
    /// First line of the panel that is shown.
    pub panel_top: usize,
    /// First row that is shown.
    pub top: usize,
    /// The titles with their beginnings at zero, in place of the lanes, and where one is among them.
    pub ages: AgesState,
    /// The selected event when the cursor was last set by it.
    followed: Option<EventId>,
}

impl Default for LanesState {
    /// The whole timeline at its first day: where one is among the rows is found when they are first shown.
    fn default() -> Self {
        LanesState {
            chosen: None,
            as_of: NaiveDate::MIN,
            requested: None,
            window: None,
            spaced: true,
            opened: 0,
            elsewhen: HashSet::new(),
            folded: Vec::new(),
            panel: true,
            panel_top: 0,
            top: 0,
            ages: AgesState::default(),
            followed: None,
        }
    }
}

impl LanesState {
    /// The same state over the lanes of another timeline, in which countries and events have other ids.
    pub(in crate::app) fn moved_to(
        &self,
        old: &Plan,
        plan: &Plan,
        country: impl Fn(CountryId) -> Option<CountryId>,
        event: impl Fn(EventId) -> Option<EventId>,
        span: impl Fn(SpanId) -> Option<SpanId>,
    ) -> Self {
        let group = |at: usize| {
            let title = old.groups.get(at)?.title;
            plan.groups.iter().position(|group| group.title == title)
        };
        let first = || plan.lanes().next().map(|lane| lane.country);
        let moved = |chosen: Chosen| match chosen {
            Chosen::Country(chosen) => country(chosen)
                .filter(|chosen| plan.lane(*chosen).is_some())
                .map(Chosen::Country),
            Chosen::Group(at) => group(at).map(Chosen::Group),
        };
        let or_first = |chosen| moved(chosen).or_else(|| first().map(Chosen::Country));
        LanesState {
            chosen: self.chosen.and_then(or_first),
            folded: self.folded.iter().filter_map(|at| group(*at)).collect(),
            elsewhen: HashSet::new(),
            followed: self.followed.and_then(event),
            window: self.window.clone(),
            requested: self.requested.clone(),
            ages: AgesState {
                chosen: self.ages.chosen.and_then(span),
                ..self.ages
            },
            ..*self
        }
    }

    /// The date whose statuses are shown: the day of the cursor, or the month or year that was asked for.
    #[must_use]
    pub fn date(&self) -> Option<HistoricDate> {
        let requested = self.requested.as_ref();
        let requested = requested.filter(|date| date.representative_day() == self.as_of);
        requested
            .cloned()
            .or_else(|| HistoricDate::of_day(self.as_of))
    }

    /// Whether that is one day and no longer time.
    #[must_use]
    pub fn asks_of_a_day(&self) -> bool {
        let (first, last) = self.time();
        first == last
    }

    /// Its first and its last day.
    #[must_use]
    pub fn time(&self) -> Time {
        self.date()
            .map_or((self.as_of, self.as_of), |date| bounds(&date))
    }

    /// The days in sight.
    #[must_use]
    pub fn window(&self, plan: &Plan) -> Range<i64> {
        self.window
            .clone()
            .unwrap_or_else(|| plan.full_range.clone())
    }

    /// The days in sight over so many columns.
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
        let full_range = plan.full_range.clone();
        let day = scale::number(self.as_of).clamp(full_range.start, full_range.end - 1);
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
        let moved = scale::within(start..start + span, &full_range);
        self.window = (moved != full_range).then_some(moved);
    }
}

/// What the panel tells: the statuses of the cursor's day, or of the ages the chosen title.
#[must_use]
pub fn panel_page(app: &App, columns: usize) -> Page {
    let lanes = &app.location.lanes;
    if lanes.ages.shown {
        let chosen = lanes.ages.chosen;
        return chosen.map_or_else(Page::default, |chosen| {
            span::page(&app.document.timeline, chosen, columns)
        });
    }
    statuses(app, lanes.countries(app.document.plan()), columns)
}

/// The statuses of these countries on the cursor's day, and why the event there bears on a claim where that is asked for.
#[must_use]
pub fn statuses(app: &App, countries: Vec<CountryId>, columns: usize) -> Page {
    let (timeline, lanes) = (&app.document.timeline, &app.location.lanes);
    let chosen = lanes.chosen_lane(app.document.plan());
    let chosen = chosen.map(|lane| lane.country);
    let requested = |link: &ArticleLink| app.selection().filter().choices.requests(link);
    let event = event_at_cursor(app).map(|event| (event, &requested as Requested));
    pages::panel(timeline, lanes.time(), &countries, chosen, columns, event)
}

/// The selected event, while the cursor stands on it.
#[must_use]
pub fn event_at_cursor(app: &App) -> Option<EventId> {
    let selected = app.location.selection.selected();
    let day = app.document.timeline[selected].date.representative_day();
    let is_shown = app.location.selection.shows(selected);
    (is_shown && day == app.location.lanes.as_of).then_some(selected)
}

/// The scale at the present size.
pub(in crate::app) fn scale(app: &App) -> Scale {
    let columns = app.screen.lanes.map_or(80, |lanes| lanes.lanes.width);
    app.location.lanes.scale(app.document.plan(), columns)
}

/// Keeps what the chosen row opens to and the panel in sight.
pub(in crate::app) fn settle(app: &mut App) {
    if let Some(parts) = app.screen.ages {
        ages::settle(app, &parts);
        return keep_panel_in_its_text(app);
    }
    let Some(parts) = app.screen.lanes else {
        return;
    };
    let (chosen, rows) = (
        app.location.lanes.chosen_row(app.document.plan()),
        app.location.lanes.rows(app.document.plan()).len(),
    );
    let height = usize::from(parts.lanes.height);
    // What the chosen row opens to is seen with it, and the heading of the first rows with them.
    let last = chosen + usize::from(app.location.lanes.opened);
    let first = if chosen <= 2 && last < height {
        0
    } else {
        chosen
    };
    let top = list_rows::scroll(app.location.lanes.top, height, last, rows);
    app.location.lanes.top = list_rows::scroll(top, height, first, rows);
    keep_panel_in_its_text(app);
}

fn keep_panel_in_its_text(app: &mut App) {
    let Some((page, text)) = app.lanes_panel() else {
        return;
    };
    let last = page.lines.len().saturating_sub(text.height.into());
    app.location.lanes.panel_top = app.location.lanes.panel_top.min(last);
}

/// Brings the cursor, the years in sight and the chosen row to the selected event; what opens and folds follows them.
pub(in crate::app) fn follow(app: &mut App) {
    let first = || app.document.plan().lanes().next();
    if app.location.lanes.chosen.is_none() {
        app.location.lanes.chosen = first().map(|lane| Chosen::Country(lane.country));
    }
    follow_selected(app);
    app.location.lanes.keep_cursor_in_sight(app.document.plan());
}

/// Sets the cursor to the selected event when another was selected, and chooses a row that it belongs on.
fn follow_selected(app: &mut App) {
    let selected = app.location.selection.selected();
    if app.location.lanes.followed == Some(selected) {
        return;
    }
    set_cursor_to(app, selected);
    if let Some(country) = row_of(app, selected) {
        app.location.lanes.choose(app.document.plan(), country);
    }
    ages::follow(app, selected);
}

pub(in crate::app) fn set_cursor_to(app: &mut App, event: EventId) {
    app.location.lanes.followed = Some(event);
    let date = &app.document.timeline[event].date;
    // What has no place in time leaves the cursor where it is.
    if date.is_placed() {
        app.location.lanes.as_of = date.representative_day();
    }
    app.location.lanes.panel_top = 0;
}

/// The country on whose row an event belongs most: whose status it violates, changes, or whose neutrality it is
/// about; the chosen row where it belongs there as much.
pub(in crate::app) fn row_of(app: &App, event: EventId) -> Option<CountryId> {
    let chosen = app
        .location
        .lanes
        .chosen_lane(app.document.plan())
        .map(|lane| lane.country);
    let rank = |lane: &&Lane| {
        let spans = || lane.spans.iter().map(|span| &app.document.timeline[*span]);
        let belongs = if spans().any(|span| span.violated_by.contains(&event)) {
            0
        } else if spans().any(|span| span.begins == event || span.ends == Some(event)) {
            1
        } else if app.document.timeline[event].involves(lane.country, None) {
            2
        } else {
            3
        };
        (belongs, Some(lane.country) != chosen)
    };
    let best = app.document.plan().lanes().min_by_key(rank)?;
    (rank(&best).0 < 3).then_some(best.country)
}
