//! The ages in the place of the lanes: every title from its beginning on, and which of them is chosen.
//!
//! Going back to the lanes leads to the row of the title's country. Where a title begins is zero for all, so there is no
//! cursor and nothing to pan: only the length of what is in sight changes.

use std::ops::Range;

use crate::app::App;
use crate::app::document::OpenDocument;
use crate::app::input::Mouse;
use crate::app::motion::{self, Motion, Pace};
use crate::app::rows;
use crate::app::screen::ages::AgesLayout;
use crate::app::view::lanes::{opening, pointer};
use crate::lanes::ages::{AgeRow, Ages, Tenure};
use crate::lanes::scale::{self, Scale};
use crate::timeline::{EventId, SpanId};

/// Said where a key of the lanes means nothing.
const FROM_ZERO: &str = "all titles begin at zero here; + and - zoom, A goes back to the years";

/// Where one is among the ages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AgesState {
    /// Whether they are shown in the place of the lanes.
    pub shown: bool,
    /// The title that has the keys.
    pub chosen: Option<SpanId>,
    /// The days from zero that are in sight; `None` is all of them.
    pub reach: Option<i64>,
    /// First row that is shown.
    pub top: usize,
}

impl AgesState {
    /// The ages in sight.
    #[must_use]
    pub fn window(&self, ages: &Ages) -> Range<i64> {
        self.reach
            .map_or_else(|| ages.full_range(), |reach| 0..reach)
    }

    /// The ages in sight over so many columns.
    #[must_use]
    pub fn scale(&self, ages: &Ages, columns: u16) -> Scale {
        Scale::new(self.window(ages), columns)
    }

    /// The chosen title.
    #[must_use]
    pub fn chosen_tenure<'d>(&self, document: &'d OpenDocument) -> Option<&'d Tenure> {
        document.ages().tenure(self.chosen?)
    }
}

/// Shows the ages, or the lanes again.
pub(in crate::app) fn toggle(app: &mut App) {
    let state = &mut app.location.lanes;
    state.panel_top = 0;
    if state.ages.shown {
        state.ages.shown = false;
        return;
    }
    if app.document.ages().groups.is_empty() {
        return app.say("no title of this timeline was ever held, so none has an age");
    }
    state.ages.shown = true;
    let kept = state.ages.chosen;
    let (document, lane) = (&app.document, state.chosen_lane(app.document.plan()));
    let chosen = lane.and_then(|lane| {
        let of_lane = |span: &SpanId| lane.spans.contains(span);
        let main = Some(lane.main).filter(|main| document.ages().tenure(*main).is_some());
        let first = || {
            let first = document.ages().of_country(&document.timeline, lane.country);
            first.map(|tenure| tenure.span)
        };
        kept.filter(of_lane).or(main).or_else(first)
    });
    state.ages.chosen = chosen.or(first(document.ages()));
}

fn first(ages: &Ages) -> Option<SpanId> {
    ages.tenures().next().map(|tenure| tenure.span)
}

/// Chooses a title, and with it the row of its country in the lanes.
fn choose(app: &mut App, span: SpanId) {
    let state = &mut app.location.lanes;
    if state.ages.chosen != Some(span) {
        state.panel_top = 0;
    }
    state.ages.chosen = Some(span);
    state.choose(app.document.plan(), app.document.timeline[span].country);
}

/// Chooses a title by its place, counted from 0.
pub(in crate::app) fn choose_at(app: &mut App, at: usize) {
    let span = app.document.ages().tenures().nth(at);
    if let Some(span) = span.map(|tenure| tenure.span) {
        choose(app, span);
    }
}

/// Along the titles.
pub(in crate::app) fn go(app: &mut App, motion: Motion) {
    let height = app.screen.ages.map_or(1, |parts| parts.bars.height.into());
    let ages = app.document.ages();
    let at = position(&app.location.lanes.ages, ages).unwrap_or(0);
    let last = ages.tenures().count().saturating_sub(1);
    let at = motion::step(at, motion.steps(Pace::of_rows(height)), last);
    choose_at(app, at);
}

/// The place of the chosen title among all.
#[must_use]
pub fn position(state: &AgesState, ages: &Ages) -> Option<usize> {
    ages.tenures()
        .position(|tenure| Some(tenure.span) == state.chosen)
}

/// To the first title of the next group, or of this one or the one before.
pub(in crate::app) fn step_groups(app: &mut App, forward: bool) {
    let ages = app.document.ages();
    let at = position(&app.location.lanes.ages, ages).unwrap_or(0);
    let mut starts = ages.groups.iter().scan(0, |start, group| {
        let of_this = *start;
        *start += group.tenures.len();
        Some(of_this)
    });
    let found = if forward {
        starts.find(|start| *start > at)
    } else {
        starts.take_while(|start| *start < at).last()
    };
    if let Some(found) = found {
        choose_at(app, found);
    }
}

/// A shorter or a longer stretch of years from zero on.
pub(in crate::app) fn zoom(app: &mut App, closer: bool) {
    let (state, ages) = (app.location.lanes.ages, app.document.ages());
    let window = state.window(ages);
    let reach = if closer {
        let next = scale::closer(&window, 0);
        if next == window {
            return app.say("this is the closest zoom");
        }
        Some(next.end)
    } else if state.reach.is_none() {
        return app.say("all ages are in sight");
    } else {
        scale::further(&window, 0, &ages.full_range()).map(|window| window.end)
    };
    app.location.lanes.ages.reach = reach;
}

/// Shows the whole of the chosen title, and little more.
pub(in crate::app) fn zoom_to_title(app: &mut App) {
    let Some(tenure) = app.location.lanes.ages.chosen_tenure(&app.document) else {
        return;
    };
    let full_range = app.document.ages().full_range().end;
    let length = tenure.end.1;
    let reach = (length + length / 16).max(scale::CLOSEST);
    app.location.lanes.ages.reach = (reach < full_range).then_some(reach);
}

/// Says why a key of the lanes does nothing.
pub(in crate::app) fn say_from_zero(app: &mut App) {
    app.say(FROM_ZERO);
}

/// The events that began, violated and ended the chosen title, in order of time.
pub(in crate::app) fn events(app: &App) -> Vec<EventId> {
    let Some(chosen) = app.location.lanes.ages.chosen else {
        return Vec::new();
    };
    let span = &app.document.timeline[chosen];
    let mut events = vec![span.begins];
    events.extend(&span.violated_by);
    events.extend(span.ends);
    events.sort_unstable();
    events.dedup();
    events
}

/// The event that is looked at: the selected one where it is behind the chosen title, else the act that gave the title.
pub(in crate::app) fn event(app: &App) -> Option<EventId> {
    let selected = app.location.selection.selected();
    let begins = app.document.timeline[app.location.lanes.ages.chosen?].begins;
    Some(if events(app).contains(&selected) {
        selected
    } else {
        begins
    })
}

/// The event that tells the chosen title from all others, and that the filter shows: what a command begins at.
#[must_use]
pub(in crate::app) fn telling_event(app: &App) -> Option<EventId> {
    let (ages, selection) = (app.document.ages(), &app.location.selection);
    let tells = |event: &EventId| {
        let tenures = ages.tenures();
        let bearing = tenures.filter(|tenure| bears(app, tenure.span, *event));
        selection.shows(*event) && bearing.count() == 1
    };
    let looked_at = event(app).into_iter();
    looked_at.chain(events(app)).find(tells)
}

/// Whether an event begins, violates or ends a title.
fn bears(app: &App, span: SpanId, event: EventId) -> bool {
    let span = &app.document.timeline[span];
    span.begins == event || span.ends == Some(event) || span.violated_by.contains(&event)
}

/// Chooses a title that an event begins, violates or ends, unless the chosen one is of that sort.
pub(in crate::app) fn follow(app: &mut App, event: EventId) {
    if !app.location.lanes.ages.shown || events(app).contains(&event) {
        return;
    }
    let mut spans = app.document.ages().tenures().map(|tenure| tenure.span);
    let found = spans.find(|span| bears(app, *span, event));
    drop(spans);
    if let Some(span) = found {
        choose(app, span);
    }
}

/// Chooses a title where none is, and keeps the chosen one in sight.
pub(in crate::app) fn settle(app: &mut App, parts: &AgesLayout) {
    let ages = app.document.ages();
    let state = &mut app.location.lanes.ages;
    if state
        .chosen
        .is_none_or(|chosen| ages.tenure(chosen).is_none())
    {
        state.chosen = first(ages);
    }
    let is_chosen =
        |row: AgeRow| matches!(row, AgeRow::Tenure(tenure) if Some(tenure.span) == state.chosen);
    let row = ages.rows().position(is_chosen).unwrap_or(0);
    let height = usize::from(parts.bars.height);
    // The heading of the first titles is seen with them.
    let row = if row <= 2 && height > 2 { 0 } else { row };
    state.top = rows::scroll(state.top, height, row, ages.row_count());
}

/// A press chooses a title; one on the chosen title opens what is behind it.
pub(in crate::app) fn press(app: &mut App, mouse: Mouse, parts: &AgesLayout) {
    if let Some(text) = parts.panel_text()
        && text.contains(mouse.column, mouse.row)
    {
        return pointer::press_panel(app, mouse, text);
    }
    let bars = parts.bars;
    if !(bars.y..bars.y + bars.height).contains(&mouse.row) {
        return;
    }
    let row = app.location.lanes.ages.top + usize::from(mouse.row - bars.y);
    let Some(AgeRow::Tenure(tenure)) = app.document.ages().rows().nth(row) else {
        return;
    };
    let span = tenure.span;
    if app.location.lanes.ages.chosen == Some(span) {
        opening::open(app);
    } else {
        choose(app, span);
    }
}
