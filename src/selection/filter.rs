//! The filter: what an event must have to be shown, and what it must not have.
//!
//! - Several values of one facet widen it (Belgium or Luxembourg); different facets narrow each other; a refused value
//!   leaves an event out.
//! - A role counts for the chosen countries: "Prussia" with "guarantor" are the events in which Prussia is one.
//!   In the same way a refused role is one that no chosen country may have, and with no country chosen nobody.
//!   A refused country takes no part at all, in whatever role.
//! - A stance counts for the chosen passages as a role does for the chosen countries.
//! - An event has a status when a span of that status begins or ends with it, or is violated by it; whose status it
//!   is does not count, so that Germany with "guaranteed" includes the guaranteed neutrals that it invaded.
//! - A violation is by a guarantor when one of its violators had guaranteed the violated status by the act that began it.
//! - An inexact date that may lie in the range is kept.

use super::facet::{Facet, Group, Value};
use super::range::Range;
use crate::timeline::{ArticleLink, Case, Event, Party, PassageId, Stance, Timeline};

/// What is asked for and refused; with nothing in it, everything is shown.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    pub choices: Choices,
    pub range: Range,
    /// Words that the event must contain, as the search finds them.
    pub matching: Option<Matching>,
}

/// The values that are asked for and those that are refused, of all facets, in the order in which they were chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices {
    pub asked: Vec<Value>,
    pub refused: Vec<Value>,
}

/// The text that was asked for, and the events that have it.
#[derive(Debug, Clone, PartialEq)]
pub struct Matching {
    pub text: String,
    /// Ids of the events, as in [`Event::id`].
    pub events: std::collections::HashSet<String>,
}

/// One part of the filter, which can be lifted by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// What is asked for of a facet; of the time and of the text, all that there is.
    Asked(Facet),
    Refused(Facet),
}

impl Filter {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Filter::default()
    }

    /// Whether the filter shows the event.
    #[must_use]
    pub fn keeps(&self, event: &Event) -> bool {
        Group::ALL.iter().all(|group| self.allows(*group, event))
    }

    /// Whether a group of facets lets the event pass, whatever the others say.
    #[must_use]
    pub fn allows(&self, group: Group, event: &Event) -> bool {
        match group {
            Group::Time => self.range.may_hold(&event.date),
            Group::Text => self
                .matching
                .as_ref()
                .is_none_or(|matching| matching.events.contains(&event.id)),
            _ => self.choices.allow(group, event),
        }
    }

    /// Whether the filter shows a case: by its country, and in all else by the event that established it.
    #[must_use]
    pub fn keeps_case(&self, case: &Case, timeline: &Timeline) -> bool {
        let country = Value::Country(case.country);
        let of_countries =
            !self.choices.asks(Facet::Country) || self.choices.asked.contains(&country);
        of_countries
            && !self.choices.refused.contains(&country)
            && self
                .without_facet(Facet::Country)
                .keeps(&timeline[case.established_by])
    }

    /// The parts that are on, in the order of the facets.
    #[must_use]
    pub fn parts_on(&self) -> Vec<Part> {
        let parts = |facet| [Part::Asked(facet), Part::Refused(facet)];
        Facet::ALL
            .into_iter()
            .flat_map(parts)
            .filter(|part| self.has(*part))
            .collect()
    }

    fn has(&self, part: Part) -> bool {
        match part {
            Part::Asked(Facet::Time) => !self.range.is_open(),
            Part::Asked(Facet::Text) => self.matching.is_some(),
            Part::Asked(facet) => self.choices.asks(facet),
            Part::Refused(facet) => self.choices.refused_of(facet).next().is_some(),
        }
    }

    /// The filter with one part lifted.
    #[must_use]
    pub fn without(&self, part: Part) -> Filter {
        let mut filter = self.clone();
        match part {
            Part::Asked(Facet::Time) => filter.range = Range::default(),
            Part::Asked(Facet::Text) => filter.matching = None,
            Part::Asked(facet) => filter.choices.asked.retain(|value| value.facet() != facet),
            Part::Refused(facet) => filter
                .choices
                .refused
                .retain(|value| value.facet() != facet),
        }
        filter
    }

    /// The filter without anything of a facet.
    #[must_use]
    pub fn without_facet(&self, facet: Facet) -> Filter {
        self.without(Part::Asked(facet))
            .without(Part::Refused(facet))
    }
}

impl Choices {
    /// What is asked for of a facet.
    pub fn asked_of(&self, facet: Facet) -> impl Iterator<Item = Value> {
        let of_facet = move |value: &Value| value.facet() == facet;
        self.asked.iter().copied().filter(of_facet)
    }

    /// What is refused of a facet.
    pub fn refused_of(&self, facet: Facet) -> impl Iterator<Item = Value> {
        let of_facet = move |value: &Value| value.facet() == facet;
        self.refused.iter().copied().filter(of_facet)
    }

    fn asks(&self, facet: Facet) -> bool {
        self.asked_of(facet).next().is_some()
    }

    /// Asks for a value, or no longer; a refusal of it ends.
    pub fn ask(&mut self, value: Value) {
        toggle(value, &mut self.asked, &mut self.refused);
    }

    /// Refuses a value, or no longer; it is not asked for then.
    pub fn refuse(&mut self, value: Value) {
        toggle(value, &mut self.refused, &mut self.asked);
    }

    /// Asks of a facet for these values and for no others; refusals of other values stay.
    pub fn ask_only(&mut self, facet: Facet, values: &[Value]) {
        self.asked.retain(|asked| asked.facet() != facet);
        self.asked.extend(values);
        self.refused.retain(|refused| !values.contains(refused));
    }

    /// Whether these choices let the event pass, as far as a group of facets goes.
    #[must_use]
    pub fn allow(&self, group: Group, event: &Event) -> bool {
        match group {
            Group::Parties => self.allow_parties(event),
            Group::Links => self.allow_links(event),
            Group::Kind => self.allow_values(Facet::Kind, event),
            Group::Status => self.allow_values(Facet::Status, event),
            Group::Violation => self.allow_values(Facet::Violation, event),
            Group::Importance => self.allow_values(Facet::Importance, event),
            Group::Time | Group::Text => true,
        }
    }

    fn allow_values(&self, facet: Facet, event: &Event) -> bool {
        (!self.asks(facet) || self.asked_of(facet).any(|value| value.is_of(event)))
            && !self.refused_of(facet).any(|value| value.is_of(event))
    }

    fn allow_parties(&self, event: &Event) -> bool {
        let (countries, roles) = (self.asks(Facet::Country), self.asks(Facet::Role));
        let country = |party: &Party| Value::Country(party.country);
        let role = |party: &Party| Value::Role(party.role);
        let counting = || {
            let counts = |party: &&Party| !countries || self.asked.contains(&country(party));
            event.parties.iter().filter(counts)
        };
        let found = (!countries && !roles)
            || counting().any(|party| !roles || self.asked.contains(&role(party)));
        found
            && !counting().any(|party| self.refused.contains(&role(party)))
            && !self
                .refused_of(Facet::Country)
                .any(|value| value.is_of(event))
    }

    /// Whether a link of an event to the article is one of those that are asked for.
    #[must_use]
    pub fn allow_link(&self, passage: PassageId, stance: Stance) -> bool {
        let (passage, stance) = (Value::Passage(passage), Value::Stance(stance));
        let asked = |facet, value| !self.asks(facet) || self.asked.contains(&value);
        (self.asked.contains(&Value::Linked) || asked(Facet::Article, passage))
            && asked(Facet::Stance, stance)
            && ![passage, stance]
                .iter()
                .any(|value| self.refused.contains(value))
    }

    fn allow_links(&self, event: &Event) -> bool {
        let (passages, stances) = (self.asks(Facet::Article), self.asks(Facet::Stance));
        let stance = |link: &ArticleLink| Value::Stance(link.stance);
        let chosen = |link: &ArticleLink| {
            self.asked.contains(&Value::Linked)
                || self.asked.contains(&Value::Passage(link.passage))
        };
        let counting = || {
            let counts = |link: &&ArticleLink| !passages || chosen(link);
            event.links.iter().filter(counts)
        };
        let found = (!passages && !stances)
            || counting().any(|link| !stances || self.asked.contains(&stance(link)));
        found
            && !counting().any(|link| self.refused.contains(&stance(link)))
            && !self
                .refused_of(Facet::Article)
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
