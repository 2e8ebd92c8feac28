//! A filter made ready for all events of a timeline.
//!
//! What it demands is asked once of every attribute that there is, and of an event only whether it has one of those that
//! are meant.

use super::choices::Condition;
use super::facet::Facet;
use super::facet_index::{EventAttributes, FacetIndex};
use super::filter::Filter;
use crate::timeline::Timeline;
use crate::timeline::date::Certainty;
use crate::timeline::date::days::Days;

/// A filter and the events that it is asked of.
pub(super) struct Sieve<'a> {
    filter: &'a Filter,
    timeline: &'a Timeline,
    /// What all events have.
    pub(super) gathered: &'a EventAttributes,
    demands: Vec<Demand>,
    range: Days,
    /// Of what is known by no attribute, the facets of which anything is demanded.
    others: Vec<Facet>,
}

/// A condition of the filter.
struct Demand {
    group: Facet,
    /// Whether it is about what is included.
    is_include: bool,
    /// Whether an event must have one of those that are meant, and not rather none.
    wants_one: bool,
    /// Of each known attribute, whether it is meant.
    meant: Vec<bool>,
}

impl<'a> Sieve<'a> {
    pub(super) fn new(filter: &'a Filter, timeline: &'a Timeline, index: &'a FacetIndex) -> Self {
        let (gathered, choices) = (index.of(timeline), &filter.choices);
        let conditions = Facet::groups().flat_map(|group| choices.conditions(group));
        let demands = conditions.map(|condition| Demand {
            group: condition.group(),
            is_include: matches!(condition, Condition::Include(_)),
            wants_one: condition.wants_one(),
            meant: {
                let known = gathered.known.iter();
                let is_meant = |known| choices.names(condition, known);
                known.copied().map(is_meant).collect()
            },
        });
        Sieve {
            filter,
            timeline,
            gathered,
            demands: demands.collect(),
            range: filter.range.days(),
            others: filter.requested_beside_choices().collect(),
        }
    }

    /// The groups of facets that leave an event out.
    pub(super) fn failing(&self, at: usize) -> Failing {
        let own = self.gathered.of_event(at);
        let mut failing = Failing::default();
        for demand in &self.demands {
            let has_one = own.iter().any(|place| demand.meant[*place as usize]);
            if has_one != demand.wants_one {
                failing.add(demand.group, demand.is_include);
            }
        }
        for facet in &self.others {
            let is_allowed = match facet {
                Facet::Time => self.certainty(at).is_possible(),
                facet => self.filter.allows(*facet, &self.timeline.events[at]),
            };
            if !is_allowed {
                failing.add(*facet, true);
            }
        }
        failing
    }

    /// Whether an event lies in the range that the filter asks for.
    pub(super) fn certainty(&self, at: usize) -> Certainty {
        self.gathered.days(at).are_within(self.range)
    }
}

/// Groups of facets that leave an event out.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Failing {
    groups: u16,
    /// Those of them that do so whatever is included.
    whatever_included: u16,
}

impl Failing {
    fn add(&mut self, group: Facet, is_include: bool) {
        self.groups |= bit(group);
        if !is_include {
            self.whatever_included |= bit(group);
        }
    }

    /// Whether none does.
    pub(super) fn nothing(self) -> bool {
        self.groups == 0
    }

    /// Whether no other group leaves the event out.
    pub(super) fn spares(self, group: Facet) -> bool {
        self.groups & !bit(group) == 0
    }

    /// Whether a group lets the event pass but for what it includes.
    pub(super) fn spares_but_for_included(self, group: Facet) -> bool {
        self.whatever_included & bit(group) == 0
    }
}

fn bit(group: Facet) -> u16 {
    1 << group as u16
}
