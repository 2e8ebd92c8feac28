//! The filter: what an event must have to be shown, and what it must not have.
//!
//! - Several values of one facet widen it (Belgium or Luxembourg); different facets narrow each other; an excluded
//!   value leaves an event out. What is required an event must have, and of several requirements all.
//! - A party that is required is a country in one role, whoever else takes part in whatever other.
//! - A role counts for the chosen countries: "Prussia" with "guarantor" are the events in which Prussia is one.
//!   In the same way an excluded role is one that no chosen country may have, and with no country chosen nobody.
//!   An excluded country takes no part at all, in whatever role.
//! - A stance counts for the chosen passages as a role does for the chosen countries.
//! - An event has a status when a span of that status begins or ends with it, or is violated by it; whose status it
//!   is does not count, so that Germany with "guaranteed" includes the guaranteed neutrals that it invaded.
//! - A violation is by a guarantor when one of its violators had guaranteed the violated status by the act that began it.
//! - A marked event is one that the reader has marked; which ones those are is handed over, as the events of a search are.
//! - An inexact date that may lie in the range is kept.

use std::collections::HashSet;
use std::ops::Range as Places;
use std::rc::Rc;

pub use super::choices::Choices;
use super::facet::Facet;
use super::facet_index::FacetIndex;
use super::range::Range;
use super::shares;
use super::sieve::Sieve;
use super::value::Value;
use crate::timeline::{Case, Event, EventId, PassageId, Timeline};

/// What is included and excluded; with nothing in it, everything is shown.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    /// What is included and excluded of the facets that have values.
    pub choices: Choices,
    /// The time in which events may lie.
    pub range: Range,
    /// Words that the event must contain, as the search finds them.
    pub text: Option<TextFilter>,
    /// Ids of the events that the reader has marked, where only those are shown.
    pub marked: Option<HashSet<String>>,
}

/// The words that were asked for, and the events that have it.
#[derive(Debug, Clone, PartialEq)]
pub struct TextFilter {
    /// As they were typed, cleaned.
    pub words: String,
    /// Ids of the events, as in [`Event::id`].
    pub events: HashSet<String>,
}

/// One part of the filter, which can be lifted by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FilterPart {
    /// What is included of a facet; of the time and of the text, all that there is.
    Include(Facet),
    /// What is required of a facet.
    Require(Facet),
    /// What is excluded of a facet.
    Exclude(Facet),
}

impl Filter {
    /// Whether it leaves every event.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Filter::default()
    }

    /// The claim that is asked about, where it is one.
    #[must_use]
    pub fn claim(&self) -> Option<PassageId> {
        let mut claims = self.choices.included_of(Facet::Article);
        match (claims.next(), claims.next()) {
            (Some(Value::Passage(claim)), None) => Some(claim),
            _ => None,
        }
    }

    /// The events that the filter shows, in order of time.
    #[must_use]
    pub fn kept(&self, timeline: &Timeline, index: &FacetIndex) -> Rc<[EventId]> {
        if self.is_empty() {
            return EventId::all(timeline).collect();
        }
        let sieve = Sieve::new(self, timeline, index);
        let is_kept = |at: &usize| sieve.failing(*at).nothing();
        let kept = |events: Places<usize>| {
            let kept = events.filter(is_kept);
            kept.filter_map(|at| EventId::at(timeline, at))
                .collect::<Vec<_>>()
        };
        shares::at_once(timeline.events.len(), kept).concat().into()
    }

    /// The facets beside the choices of which anything is asked.
    pub(super) fn requested_beside_choices(&self) -> impl Iterator<Item = Facet> {
        let requested = [
            (Facet::Time, !self.range.is_open()),
            (Facet::Text, self.text.is_some()),
            (Facet::Marked, self.marked.is_some()),
        ];
        let requested = requested
            .into_iter()
            .filter(|(_, is_requested)| *is_requested);
        requested.map(|(facet, _)| facet)
    }

    /// Whether the filter shows the event.
    #[must_use]
    pub fn keeps(&self, event: &Event) -> bool {
        Facet::groups().all(|group| self.allows(group, event))
    }

    /// Whether a group of facets lets the event pass, whatever the others say.
    #[must_use]
    pub fn allows(&self, group: Facet, event: &Event) -> bool {
        match group {
            Facet::Time => self.range.may_hold(&event.date),
            Facet::Text => self
                .text
                .as_ref()
                .is_none_or(|text| text.events.contains(event.id.as_str())),
            Facet::Marked => self
                .marked
                .as_ref()
                .is_none_or(|marked| marked.contains(event.id.as_str())),
            _ => self.choices.allow(group, event),
        }
    }

    /// Whether the filter shows a case: by its country, and in all else by the event that established it.
    #[must_use]
    pub fn keeps_case(&self, case: &Case, timeline: &Timeline) -> bool {
        let country = Value::Country(case.country);
        let of_countries =
            !self.choices.includes_any(Facet::Country) || self.choices.include.contains(&country);
        of_countries
            && !self.choices.exclude.contains(&country)
            && self
                .without_facet(Facet::Country)
                .keeps(&timeline[case.established_by])
    }

    /// The parts that are on, in the order of the facets.
    #[must_use]
    pub fn parts_on(&self) -> Vec<FilterPart> {
        let parts = |facet| {
            [
                FilterPart::Include(facet),
                FilterPart::Require(facet),
                FilterPart::Exclude(facet),
            ]
        };
        Facet::all()
            .flat_map(parts)
            .filter(|part| self.has(*part))
            .collect()
    }

    fn has(&self, part: FilterPart) -> bool {
        match part {
            FilterPart::Include(Facet::Time) => !self.range.is_open(),
            FilterPart::Include(Facet::Text) => self.text.is_some(),
            FilterPart::Include(Facet::Marked) => self.marked.is_some(),
            FilterPart::Include(facet) => self.choices.includes_any(facet),
            FilterPart::Require(facet) => self.choices.required_of(facet).next().is_some(),
            FilterPart::Exclude(facet) => self.choices.excluded_of(facet).next().is_some(),
        }
    }

    /// The filter with one part lifted.
    #[must_use]
    pub fn without(&self, part: FilterPart) -> Filter {
        let mut filter = self.clone();
        match part {
            FilterPart::Include(Facet::Time) => filter.range = Range::default(),
            FilterPart::Include(Facet::Text) => filter.text = None,
            FilterPart::Include(Facet::Marked) => filter.marked = None,
            FilterPart::Include(facet) => filter
                .choices
                .include
                .retain(|value| value.facet() != facet),
            FilterPart::Require(facet) => filter
                .choices
                .require
                .retain(|required| required.facet() != facet),
            FilterPart::Exclude(facet) => filter
                .choices
                .exclude
                .retain(|value| value.facet() != facet),
        }
        filter
    }

    /// The filter without anything of a facet.
    #[must_use]
    pub fn without_facet(&self, facet: Facet) -> Filter {
        self.without(FilterPart::Include(facet))
            .without(FilterPart::Require(facet))
            .without(FilterPart::Exclude(facet))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::selection::requirement::Requirement;
    use crate::timeline::Importance;

    #[test]
    fn one_part_is_lifted_and_no_other() {
        let values = [Value::Linked, Value::Importance(Importance::High)];
        let mut filter = Filter::default();
        filter.choices.include = values.to_vec();
        filter.choices.require = values.map(Requirement::Value).to_vec();
        filter.choices.exclude = values.to_vec();
        let check = |part: FilterPart, expected: [&[Value]; 3]| {
            let left = filter.without(part).choices;
            let required = expected[1].iter().copied().map(Requirement::Value);
            assert_eq!(left.include, expected[0], "{part:?}");
            assert_eq!(left.require, required.collect::<Vec<_>>(), "{part:?}");
            assert_eq!(left.exclude, expected[2], "{part:?}");
        };
        let (all, linked, major) = (&values[..], &values[..1], &values[1..]);
        check(FilterPart::Include(Facet::Article), [major, all, all]);
        check(FilterPart::Include(Facet::Importance), [linked, all, all]);
        check(FilterPart::Require(Facet::Article), [all, major, all]);
        check(FilterPart::Require(Facet::Importance), [all, linked, all]);
        check(FilterPart::Exclude(Facet::Article), [all, all, major]);
        check(FilterPart::Exclude(Facet::Importance), [all, all, linked]);
        check(FilterPart::Exclude(Facet::Country), [all, all, all]);
    }
}
