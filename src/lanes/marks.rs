//! The marks on a lane: the events of a country, one sign a column, counted where several fall together.

use std::ops::Range;

use super::band;
use super::plan::{Lane, Moment};
use super::scale::Scale;
use crate::selection::Selection;
use crate::timeline::{CountryId, EventId, RolePart, Timeline};

/// What an event is to the country of the lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkPart {
    /// Its neutrality is violated.
    Violated,
    /// It violates another's.
    Violator,
    /// Its own neutrality is at issue.
    Neutral,
    /// It guarantees another’s neutrality.
    Guarantor,
    /// It takes part in another role, or in none that is known.
    Other,
}

/// What stands in a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Counted from the left edge of the lanes.
    pub column: u16,
    /// In order of time; never empty.
    pub events: Vec<EventId>,
    /// By which of them it is named: a violation before others, then by importance and time.
    pub weightiest: EventId,
    /// Of the event, or of the weightiest of several.
    pub part: MarkPart,
    /// The columns of a single event whose date fills more than one.
    pub spread: Option<Range<u16>>,
    /// Whether another count stands in the next column: two figures side by side would be read as one.
    pub beside_count: bool,
}

/// The marks of a lane in a window, of the events that the filter leaves; none while the zoom is too far.
#[must_use]
pub fn marks(lane: &Lane, selection: &Selection, scale: &Scale) -> Vec<Mark> {
    if !band::shows_marks(scale) {
        return Vec::new();
    }
    at_any_zoom(lane, selection, scale)
}

/// The same at any zoom, for a lane whose marks have a row of their own.
#[must_use]
pub fn at_any_zoom(lane: &Lane, selection: &Selection, scale: &Scale) -> Vec<Mark> {
    let window = scale.window();
    let first = lane
        .moments
        .partition_point(|moment| moment.day < window.start);
    let in_window = &lane.moments[first..];
    let behind = in_window.partition_point(|moment| moment.day < window.end);
    let mut rest = &in_window[..behind];
    let mut marks: Vec<Mark> = Vec::new();
    while let Some(first) = rest.first() {
        // The moments of a column stand together, so that its end is found by halving.
        let column = scale.column(first.day);
        let here = rest.partition_point(|moment| scale.column(moment.day) == column);
        let (here, after) = rest.split_at(here.max(1));
        rest = after;
        if let Some(column) = column {
            marks.extend(mark(column, here, selection, scale));
        }
    }
    for at in 1..marks.len() {
        let [one, other] = [at - 1, at].map(|at| marks[at].is_count());
        if one && other && marks[at - 1].column + 1 == marks[at].column {
            (marks[at - 1].beside_count, marks[at].beside_count) = (true, true);
        }
    }
    marks
}

/// Whether a lane has a mark at all, at a zoom at which there are any.
#[must_use]
pub fn any(lane: &Lane, selection: &Selection, scale: &Scale) -> bool {
    let window = scale.window();
    let first = lane
        .moments
        .partition_point(|moment| moment.day < window.start);
    let mut in_window = lane.moments[first..]
        .iter()
        .take_while(|moment| moment.day < window.end);
    let is_marked =
        |moment: &Moment| selection.shows(moment.event) && scale.column(moment.day).is_some();
    band::shows_marks(scale) && in_window.any(is_marked)
}

/// The mark of what stands in one column, in order of time, of which the filter leaves something.
fn mark(column: u16, moments: &[Moment], selection: &Selection, scale: &Scale) -> Option<Mark> {
    let weight = |moment: &Moment| {
        (
            moment.part != MarkPart::Violated,
            moment.importance.figure(),
        )
    };
    let mut shown = moments
        .iter()
        .filter(|moment| selection.shows(moment.event));
    let first = shown.next()?;
    let (mut weightiest, mut part, mut events) = (first, first.part, vec![first.event]);
    for moment in shown {
        events.push(moment.event);
        part = weightier(part, moment.part);
        if weight(moment) < weight(weightiest) {
            weightiest = moment;
        }
    }
    Some(Mark {
        column,
        weightiest: weightiest.event,
        part,
        spread: match events.as_slice() {
            [_] => spread(weightiest, scale),
            _ => None,
        },
        beside_count: false,
        events,
    })
}

impl Mark {
    /// Whether it is drawn as a number.
    fn is_count(&self) -> bool {
        self.events.len() > 1 && self.part != MarkPart::Violated
    }
}

fn spread(moment: &Moment, scale: &Scale) -> Option<Range<u16>> {
    if moment.from == moment.to {
        return None;
    }
    scale
        .stretch(moment.from, moment.to)
        .filter(|columns| columns.len() > 1)
}

/// What an event is to the country of a lane.
#[must_use]
pub fn part(timeline: &Timeline, lane: &Lane, event: EventId) -> MarkPart {
    let violates = lane
        .spans
        .iter()
        .any(|span| timeline[*span].violated_by.contains(&event));
    if violates {
        return MarkPart::Violated;
    }
    by_role(timeline, lane.country, event)
}

pub(super) fn by_role(timeline: &Timeline, country: CountryId, event: EventId) -> MarkPart {
    timeline[event]
        .parties
        .iter()
        .filter(|party| party.country == country)
        .map(|party| match timeline[party.role].part {
            Some(RolePart::Violator) => MarkPart::Violator,
            Some(RolePart::Neutral) => MarkPart::Neutral,
            Some(RolePart::Guarantor) => MarkPart::Guarantor,
            None => MarkPart::Other,
        })
        .reduce(weightier)
        .unwrap_or(MarkPart::Other)
}

fn weightier(one: MarkPart, other: MarkPart) -> MarkPart {
    let weight = |part: MarkPart| match part {
        MarkPart::Violated => 0,
        MarkPart::Violator => 1,
        MarkPart::Neutral => 2,
        MarkPart::Guarantor => 3,
        MarkPart::Other => 4,
    };
    if weight(other) < weight(one) {
        other
    } else {
        one
    }
}

/// How many of so many events stand in a count and nowhere by themselves.
#[must_use]
pub fn clustered(marks: &[&Mark], events: usize) -> usize {
    let mut counted = vec![false; events];
    let (alone, together): (Vec<&Mark>, Vec<&Mark>) =
        marks.iter().partition(|mark| mark.events.len() == 1);
    let mut count = |marks: &[&Mark]| {
        let events = marks.iter().flat_map(|mark| &mark.events);
        let is_new = |event: &&EventId| {
            let known = counted.get_mut(event.index());
            known.is_some_and(|known| !std::mem::replace(known, true))
        };
        events.filter(is_new).count()
    };
    count(&alone);
    count(&together)
}
