//! Statuses on a day: which one a country had, by what title, and what had become of it.
//!
//! Every answer has three values, because the ends of a span are events and an event's date may be inexact:
//! a status certainly held, possibly held, or is left out. Nothing here says whether a status was lawful.
//! A status holds from the day on which it began to the day on which it ended, both included: what began or ended
//! within a day is finer than the record.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::HistoricDate;
use super::date::Certainty;
use super::model::{Breach, CountryId, EventId, Party, RolePart, SpanId, Timeline};

/// A status that a country had, or may have had, at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusAt {
    /// The span that holds, or may.
    pub span: SpanId,
    /// For how much of the time it held.
    pub holds: Holding,
    /// The violations that had happened by then, or may have, in order of time.
    pub violated: Vec<(EventId, Certainty)>,
}

/// How much of a time a status held; no less certain for a part of it than for all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holding {
    /// On all of its days.
    Throughout,
    /// Certainly on some of its days: it began or ended, or both, within the time.
    InPart {
        /// Whether it began within the time.
        begins: bool,
        /// Whether it ended within the time.
        ends: bool,
    },
    /// The time lies where the record leaves open whether it had begun or ended.
    Possibly,
}

/// The days that a span certainly covers and those that it may cover, each with both ends included.
///
/// An open or unknown end is the end of the calendar. Where `surely` is empty its first day lies after its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// The days on which it may hold, first and last.
    pub maybe: (NaiveDate, NaiveDate),
    /// The days on which it certainly holds, first and last; empty where the first is the later.
    pub surely: (NaiveDate, NaiveDate),
}

/// Why a country has no status at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Absence {
    /// Its first status begins later, with this span.
    NotYet(SpanId),
    /// The last one before had ended.
    Ended(SpanId),
    /// The timeline knows of none.
    Never,
}

/// Every status of a country on a day, the one that began last first.
#[must_use]
pub fn status_on(timeline: &Timeline, country: CountryId, day: NaiveDate) -> Vec<StatusAt> {
    status_during(timeline, country, day, day)
}

/// Every status of a country at a time of which only the bounds are known, both included.
#[must_use]
pub fn status_during(
    timeline: &Timeline,
    country: CountryId,
    from: NaiveDate,
    to: NaiveDate,
) -> Vec<StatusAt> {
    let spans = timeline[country].spans.iter().copied();
    let mut statuses: Vec<StatusAt> = spans
        .filter_map(|span| {
            let holds = extent(timeline, span).holding(from, to)?;
            Some(StatusAt {
                span,
                holds,
                violated: violated(timeline, span, from, to),
            })
        })
        .collect();
    statuses.sort_by(|one, other| {
        let (one, other) = (&timeline[one.span], &timeline[other.span]);
        let dates = (&other.begin_date, &one.begin_date);
        let by_date = dates.0.order(dates.1);
        by_date.then(other.begins.cmp(&one.begins))
    });
    statuses
}

/// Why a country has no status at a time: the next one ahead, else the last one behind.
#[must_use]
pub fn absence(timeline: &Timeline, country: CountryId, from: NaiveDate) -> Absence {
    let of_country = || timeline[country].spans.iter().copied();
    let behind = of_country()
        .filter(|span| extent(timeline, *span).maybe.1 < from)
        .max_by_key(|span| extent(timeline, *span).maybe.1);
    let ahead = || of_country().min_by_key(|span| timeline[*span].begins);
    behind.map_or_else(
        || ahead().map_or(Absence::Never, Absence::NotYet),
        Absence::Ended,
    )
}

/// The days of a span.
#[must_use]
pub fn extent(timeline: &Timeline, span: SpanId) -> Extent {
    let span = &timeline[span];
    let (first, last) = bounds(&span.begin_date);
    let (end_first, end_last) = span
        .end_date
        .as_ref()
        .map_or((NaiveDate::MAX, NaiveDate::MAX), bounds);
    Extent {
        maybe: (first, end_last),
        surely: (last, end_first),
    }
}

impl Extent {
    /// Whether the span covers all of a time, a part of it at best, or nothing.
    #[must_use]
    pub fn holds(&self, from: NaiveDate, to: NaiveDate) -> Certainty {
        if to < self.maybe.0 || self.maybe.1 < from {
            Certainty::No
        } else if self.surely.0 <= from && to <= self.surely.1 {
            Certainty::Yes
        } else {
            Certainty::Possibly
        }
    }

    /// How much of a time the span covers, if it may cover any of it.
    fn holding(&self, from: NaiveDate, to: NaiveDate) -> Option<Holding> {
        let (first, last) = self.surely;
        match self.holds(from, to) {
            Certainty::No => None,
            Certainty::Yes => Some(Holding::Throughout),
            Certainty::Possibly if first.max(from) <= last.min(to) => Some(Holding::InPart {
                begins: from < first,
                ends: last < to,
            }),
            Certainty::Possibly => Some(Holding::Possibly),
        }
    }
}

/// First and last day that a date can mean.
#[must_use]
pub fn bounds(date: &HistoricDate) -> (NaiveDate, NaiveDate) {
    (
        date.earliest().unwrap_or(NaiveDate::MIN),
        date.latest().unwrap_or(NaiveDate::MAX),
    )
}

fn violated(
    timeline: &Timeline,
    span: SpanId,
    from: NaiveDate,
    to: NaiveDate,
) -> Vec<(EventId, Certainty)> {
    let mut violations: Vec<(EventId, Certainty)> = timeline[span]
        .violated_by
        .iter()
        .filter_map(|event| {
            let (first, last) = bounds(&timeline[*event].date);
            match (first <= to, last <= from) {
                (false, _) => None,
                (true, true) => Some((*event, Certainty::Yes)),
                (true, false) => Some((*event, Certainty::Possibly)),
            }
        })
        .collect();
    violations.sort_by_key(|(event, _)| *event);
    violations
}

/// The states that guaranteed a status by the act that began it, as that act names them.
pub fn guarantors(timeline: &Timeline, span: SpanId) -> impl Iterator<Item = &Party> {
    in_part(timeline, timeline[span].begins, RolePart::Guarantor)
}

/// The states that an event records as violators.
pub fn violators(timeline: &Timeline, event: EventId) -> impl Iterator<Item = &Party> {
    in_part(timeline, event, RolePart::Violator)
}

/// The statuses of others that a country had guaranteed and that held at a time, or may have.
pub fn guaranteed_by(
    timeline: &Timeline,
    country: CountryId,
    (from, to): (NaiveDate, NaiveDate),
) -> impl Iterator<Item = SpanId> {
    SpanId::all(timeline).filter(move |span| {
        let mut parties = guarantors(timeline, *span);
        let had_guaranteed = parties.any(|party| party.country == country);
        had_guaranteed && extent(timeline, *span).holds(from, to).is_possible()
    })
}

/// The events of a time by which a country violated a status of another, each once.
pub fn violations_by(
    timeline: &Timeline,
    country: CountryId,
    (from, to): (NaiveDate, NaiveDate),
) -> impl Iterator<Item = EventId> {
    EventId::all(timeline).filter(move |event| {
        let (first, last) = bounds(&timeline[*event].date);
        let in_time = first <= to && from <= last;
        let by_country = violators(timeline, *event).any(|party| party.country == country);
        timeline[*event].breach.is_some() && in_time && by_country
    })
}

/// Who violated a status by an event: somebody who had guaranteed that very status, or others.
#[must_use]
pub fn breach(timeline: &Timeline, span: SpanId, event: EventId) -> Breach {
    let guarantors = guarantors(timeline, span).map(|guarantor| guarantor.country);
    let guarantors: HashSet<CountryId> = guarantors.collect();
    let had_guaranteed = |violator: &Party| guarantors.contains(&violator.country);
    if violators(timeline, event).any(had_guaranteed) {
        Breach::ByGuarantor
    } else {
        Breach::ByOthers
    }
}

/// The parties of an event whose role plays a part.
fn in_part(timeline: &Timeline, event: EventId, part: RolePart) -> impl Iterator<Item = &Party> {
    timeline[event]
        .parties
        .iter()
        .filter(move |party| timeline[party.role].part == Some(part))
}

#[cfg(test)]
mod tests;
