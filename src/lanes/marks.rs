//! The marks on a lane: the events of a country, one sign a column, counted where several fall together.

use std::collections::HashSet;
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
    let in_window = lane.moments[first..]
        .iter()
        .take_while(|moment| moment.day < window.end)
        .filter(|moment| selection.shows(moment.event));
    let weight = |moment: &Moment| {
        (
            moment.part != MarkPart::Violated,
            moment.importance.figure(),
        )
    };
    let mut marks: Vec<Mark> = Vec::new();
    let mut weightiest = None;
    for moment in in_window {
        let Some(column) = scale.column(moment.day) else {
            continue;
        };
        match marks.last_mut() {
            Some(mark) if mark.column == column => {
                mark.events.push(moment.event);
                mark.part = weightier(mark.part, moment.part);
                mark.spread = None;
                if weightiest.is_some_and(|weightiest| weight(moment) < weightiest) {
                    (mark.weightiest, weightiest) = (moment.event, Some(weight(moment)));
                }
            }
            _ => {
                weightiest = Some(weight(moment));
                marks.push(Mark {
                    column,
                    events: vec![moment.event],
                    weightiest: moment.event,
                    part: moment.part,
                    spread: spread(moment, scale),
                    beside_count: false,
                });
            }
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

/// Events that stand in a count and nowhere by themselves.
#[must_use]
pub fn clustered<'m>(marks: impl Iterator<Item = &'m Mark>) -> usize {
    let (mut together, mut alone) = (HashSet::new(), HashSet::new());
    for mark in marks {
        match mark.events.as_slice() {
            [event] => drop(alone.insert(*event)),
            events => together.extend(events.iter().copied()),
        }
    }
    together.difference(&alone).count()
}
