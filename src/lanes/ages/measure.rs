//! How the age of one title is measured: its days from zero to what broke it, ended it or is the last of the timeline.

use std::collections::HashSet;

use super::{Age, Fate, Tenure};
use crate::lanes::plan::full_range;
use crate::lanes::scale;
use crate::timeline::date::elapsed::elapsed;
use crate::timeline::status_at::{bounds, breach};
use crate::timeline::{Breach, CountryId, EventId, HistoricDate, Span, SpanId, Timeline};

/// What all ages of a timeline are measured by.
pub(super) struct Measure<'t> {
    timeline: &'t Timeline,
    /// The last event whose last day is known: to it counts what is in force.
    last: Option<&'t HistoricDate>,
    /// Days from the first to the last of the timeline: no age is longer.
    most: i64,
    /// What begins where, to tell what was replaced.
    beginnings: HashSet<(CountryId, EventId)>,
}

impl<'t> Measure<'t> {
    pub(super) fn new(timeline: &'t Timeline) -> Self {
        let dates = timeline.events.iter().map(|event| &event.date);
        let full = full_range(timeline);
        Measure {
            timeline,
            last: dates
                .filter(|date| date.earliest().is_some())
                .filter_map(|date| Some((date.latest()?, date)))
                .max_by_key(|(latest, _)| *latest)
                .map(|(_, date)| date),
            most: full.end - full.start,
            beginnings: timeline
                .spans
                .iter()
                .map(|span| (span.country, span.begins))
                .collect(),
        }
    }

    pub(super) fn tenure(&self, id: SpanId) -> Tenure {
        let timeline = self.timeline;
        let span = &timeline[id];
        let begin = &span.begin_date;
        let mut violated_by = span.violated_by.clone();
        violated_by.sort_unstable();
        violated_by.dedup();
        let violations: Vec<(Age, Breach)> = violated_by
            .iter()
            .map(|event| {
                let age = self.age(begin, &timeline[*event].date);
                (age, breach(timeline, id, *event))
            })
            .collect();
        let end_date = span.end_date.as_ref();
        let end = end_date.or(self.last);
        let broken = violated_by.first().map(|event| &timeline[*event].date);
        let until = broken.or(end_date);
        let kept_to = broken.or(end);
        let end = end.map_or((0, 0), |end| self.age(begin, end));
        Tenure {
            span: id,
            since: begin.years_label(),
            soft_zero: !begin.is_exact_day(),
            kept: violations.first().map_or(end, |(age, _)| *age),
            kept_label: kept_to.and_then(|to| elapsed(begin, to)),
            fate: self.fate(span, &violations),
            until: until.map(HistoricDate::years_label),
            // A violation is never later than the title that it violates.
            end: violations
                .iter()
                .fold(end, |end, (age, _)| (end.0.max(age.0), end.1.max(age.1))),
            violations,
            in_force: span.ends.is_none(),
        }
    }

    /// How many days lie between two dates.
    fn age(&self, begin: &HistoricDate, end: &HistoricDate) -> Age {
        let number = |(first, last)| (scale::number(first), scale::number(last));
        let (begin, end) = (number(bounds(begin)), number(bounds(end)));
        let days = |days: i64| days.clamp(0, self.most);
        (days(end.0 - begin.1), days(end.1 - begin.0))
    }

    fn fate(&self, span: &Span, violations: &[(Age, Breach)]) -> Fate {
        match (violations.first(), span.ends) {
            (Some((_, first)), _) => Fate::Broken {
                first: *first,
                then_guarantor: *first == Breach::ByOthers
                    && violations.iter().any(|(_, by)| *by == Breach::ByGuarantor),
            },
            // An act that ended within itself, by one of its milestones, replaced nothing.
            (None, Some(end))
                if end != span.begins && self.beginnings.contains(&(span.country, end)) =>
            {
                Fate::Replaced
            }
            (None, Some(_)) => Fate::Ended,
            (None, None) => Fate::InForce,
        }
    }
}
