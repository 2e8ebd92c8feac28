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

use super::facet::Facet;
use super::range::Range;
use super::requirement::Requirement;
use super::value::Value;
use std::collections::HashSet;

use crate::timeline::{ArticleLink, Case, Event, EventId, Party, PassageId, Stance, Timeline};

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

/// The values that are included and those that are excluded, of all facets, in the order in which they were chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices {
    /// An event must have one of these of every facet that is named here.
    pub include: Vec<Value>,
    /// An event must have all of these.
    pub require: Vec<Requirement>,
    /// An event must have none of these.
    pub exclude: Vec<Value>,
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
    pub fn kept<'t>(&'t self, timeline: &'t Timeline) -> impl Iterator<Item = EventId> + 't {
        let requested = self.requested();
        let allow = move |event: &Event| requested.iter().all(|group| self.allows(*group, event));
        EventId::all(timeline).filter(move |event| allow(&timeline[*event]))
    }

    /// The groups of facets of which anything is asked; of the others every event is allowed.
    pub(super) fn requested(&self) -> Vec<Facet> {
        let is_asked = |group: &Facet| match group {
            Facet::Time => !self.range.is_open(),
            Facet::Text => self.text.is_some(),
            Facet::Marked => self.marked.is_some(),
            group => self.choices.chooses_of(*group) || self.choices.requires_of(*group),
        };
        Facet::groups().filter(is_asked).collect()
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
                .is_none_or(|text| text.events.contains(&event.id)),
            Facet::Marked => self
                .marked
                .as_ref()
                .is_none_or(|marked| marked.contains(&event.id)),
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

impl Choices {
    /// What is included of a facet.
    pub fn included_of(&self, facet: Facet) -> impl Iterator<Item = Value> {
        let of_facet = move |value: &Value| value.facet() == facet;
        self.include.iter().copied().filter(of_facet)
    }

    /// What is required of a facet.
    pub fn required_of(&self, facet: Facet) -> impl Iterator<Item = Requirement> {
        let of_facet = move |required: &Requirement| required.facet() == facet;
        self.require.iter().copied().filter(of_facet)
    }

    /// What is excluded of a facet.
    pub fn excluded_of(&self, facet: Facet) -> impl Iterator<Item = Value> {
        let of_facet = move |value: &Value| value.facet() == facet;
        self.exclude.iter().copied().filter(of_facet)
    }

    fn includes_any(&self, facet: Facet) -> bool {
        self.included_of(facet).next().is_some()
    }

    /// Includes a value, or no longer; it is not excluded then.
    pub fn toggle_included(&mut self, value: Value) {
        self.require
            .retain(|kept| *kept != Requirement::Value(value));
        toggle(value, &mut self.include, &mut self.exclude);
    }

    /// Excludes a value, or no longer; it is not included then.
    pub fn toggle_excluded(&mut self, value: Value) {
        self.require
            .retain(|kept| *kept != Requirement::Value(value));
        toggle(value, &mut self.exclude, &mut self.include);
    }

    /// Requires a value, or no longer; it is neither included nor excluded then.
    pub fn toggle_required(&mut self, value: Value) {
        let required = Requirement::Value(value);
        self.include.retain(|kept| *kept != value);
        self.exclude.retain(|kept| *kept != value);
        if self.require.contains(&required) {
            self.require.retain(|kept| *kept != required);
        } else {
            self.require.push(required);
        }
    }

    /// Includes of a facet these values and no others; what else is excluded stays so.
    pub fn include_only(&mut self, facet: Facet, values: &[Value]) {
        self.include.retain(|value| value.facet() != facet);
        self.include.extend(values);
        self.exclude.retain(|value| !values.contains(value));
    }

    /// Whether these choices let the event pass, as far as a group of facets goes.
    #[must_use]
    pub fn allow(&self, group: Facet, event: &Event) -> bool {
        let mut of_group = self
            .require
            .iter()
            .filter(|required| required.facet().group() == group);
        of_group.all(|required| required.is_met_by(event)) && self.allow_chosen(group, event)
    }

    fn allow_chosen(&self, group: Facet, event: &Event) -> bool {
        // Every event is asked this of every group, and of most groups nothing is chosen.
        if !self.chooses_of(group) {
            return true;
        }
        match group {
            Facet::Country => self.allow_parties(event),
            Facet::Article => self.allow_links(event),
            Facet::Time | Facet::Text | Facet::Marked => true,
            facet => self.allow_values(facet, event),
        }
    }

    /// Whether of a group this value is included and nothing else, so that every event that has it is allowed.
    pub(super) fn includes_only(&self, value: Value) -> bool {
        let group = value.facet().group();
        let is_of_group = |other: &&Value| other.facet().group() == group;
        self.include.iter().filter(is_of_group).eq([&value])
            && !self.exclude.iter().any(|other| is_of_group(&other))
            && !self.requires_of(group)
    }

    fn requires_of(&self, group: Facet) -> bool {
        let is_of_group = |required: &Requirement| required.facet().group() == group;
        self.require.iter().any(is_of_group)
    }

    fn chooses_of(&self, group: Facet) -> bool {
        let is_of_group = |value: &Value| value.facet().group() == group;
        self.include.iter().any(is_of_group) || self.exclude.iter().any(is_of_group)
    }

    fn allow_values(&self, facet: Facet, event: &Event) -> bool {
        (!self.includes_any(facet) || self.included_of(facet).any(|value| value.is_of(event)))
            && !self.excluded_of(facet).any(|value| value.is_of(event))
    }

    fn allow_parties(&self, event: &Event) -> bool {
        let (countries, roles) = (
            self.includes_any(Facet::Country),
            self.includes_any(Facet::Role),
        );
        let country = |party: &Party| Value::Country(party.country);
        let role = |party: &Party| Value::Role(party.role);
        let counting = || {
            let counts = |party: &&Party| !countries || self.include.contains(&country(party));
            event.parties.iter().filter(counts)
        };
        let found = (!countries && !roles)
            || counting().any(|party| !roles || self.include.contains(&role(party)));
        found
            && !counting().any(|party| self.exclude.contains(&role(party)))
            && !self
                .excluded_of(Facet::Country)
                .any(|value| value.is_of(event))
    }

    /// Whether a link of an event to the article is one of those that are included.
    #[must_use]
    pub fn allow_link(&self, passage: PassageId, stance: Stance) -> bool {
        let (passage, stance) = (Value::Passage(passage), Value::Stance(stance));
        let included = |facet, value| !self.includes_any(facet) || self.include.contains(&value);
        (self.include.contains(&Value::Linked) || included(Facet::Article, passage))
            && included(Facet::Stance, stance)
            && ![passage, stance]
                .iter()
                .any(|value| self.exclude.contains(value))
    }

    /// Whether it is asked what events do to claims.
    #[must_use]
    pub fn requests_stance(&self) -> bool {
        self.includes_any(Facet::Stance)
    }

    /// Whether a stance is asked for, and this link is one of those that are meant: then its reason is told.
    #[must_use]
    pub fn requests(&self, link: &ArticleLink) -> bool {
        self.requests_stance() && self.allow_link(link.passage, link.stance)
    }

    /// The link to the article by which an event is marked (¶6) wherever one mark stands for all: of those that are
    /// included the first that supports a claim, else that complicates one, else that gives context.
    #[must_use]
    pub fn marking_link<'e>(&self, event: &'e Event) -> Option<&'e ArticleLink> {
        let is_included = |link: &&ArticleLink| self.allow_link(link.passage, link.stance);
        let by_stance = |link: &&ArticleLink| link.stance;
        let included = event.links.iter().filter(is_included).min_by_key(by_stance);
        included.or_else(|| event.links.iter().min_by_key(by_stance))
    }

    fn allow_links(&self, event: &Event) -> bool {
        let (passages, stances) = (
            self.includes_any(Facet::Article),
            self.includes_any(Facet::Stance),
        );
        let stance = |link: &ArticleLink| Value::Stance(link.stance);
        let chosen = |link: &ArticleLink| {
            self.include.contains(&Value::Linked)
                || self.include.contains(&Value::Passage(link.passage))
        };
        let counting = || {
            let counts = |link: &&ArticleLink| !passages || chosen(link);
            event.links.iter().filter(counts)
        };
        let found = (!passages && !stances)
            || counting().any(|link| !stances || self.include.contains(&stance(link)));
        found
            && !counting().any(|link| self.exclude.contains(&stance(link)))
            && !self
                .excluded_of(Facet::Article)
                .any(|value| value.is_of(event))
    }
}

/// Puts a value into one list, or takes it out when it is there; the other list does not keep it.
fn toggle(value: Value, list: &mut Vec<Value>, other: &mut Vec<Value>) {
    other.retain(|kept| *kept != value);
    if list.contains(&value) {
        list.retain(|kept| *kept != value);
    } else {
        list.push(value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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
