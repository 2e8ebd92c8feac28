//! The tally: for every value of every facet, how many events it would bring, everything else as it is.
//!
//! The number beside a value is how many events would be left if of its facet this value alone were included and it
//! were not excluded; other exclusions stay. One pass over the events counts all facets at once.

use super::facet::Facet;
use super::filter::{Choices, Filter, FilterPart};
use super::range::Range;
use super::value::Value;
use crate::timeline::date::Certainty;
use crate::timeline::{Event, Timeline};

/// The counts of a filter.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    /// For each facet, in the order of [`Facet::all`], its values in their places.
    facets: Vec<Vec<Count>>,
    /// Events that may lie in each era, in the order of the timeline.
    eras: Vec<usize>,
    /// Events that are shown though their dates may lie outside the range.
    pub perhaps: usize,
}

#[derive(Debug, Clone)]
struct Count {
    /// The filter's choices if this value alone were included.
    alone: Choices,
    /// Whether these allow every event that has the value.
    allows_all: bool,
    events: usize,
    /// One more than the place of the last event that was looked at, so that none is counted twice.
    seen: usize,
}

impl Tally {
    /// Counts for a filter; costs one pass over the events.
    #[must_use]
    pub fn new(filter: &Filter, timeline: &Timeline) -> Self {
        let count = |value| {
            let alone = alone(&filter.choices, value);
            Count {
                allows_all: alone.includes_only(value),
                alone,
                events: 0,
                seen: 0,
            }
        };
        let of_facet = |facet: Facet| {
            facet
                .values(timeline)
                .into_iter()
                .map(count)
                .collect::<Vec<_>>()
        };
        let mut tally = Tally {
            facets: Facet::all().map(of_facet).collect(),
            eras: vec![0; timeline.eras.len()],
            perhaps: 0,
        };
        let eras: Vec<Range> = timeline
            .eras
            .iter()
            .map(|era| Range::within(&era.date))
            .collect();
        let requested = filter.requested();
        let has_values = |facet: &Facet| !tally.facets[*facet as usize].is_empty();
        let counted: Vec<Facet> = Facet::all().filter(has_values).collect();
        for (at, event) in timeline.events.iter().enumerate() {
            let failing = Failing::new(filter, &requested, event);
            if failing.spares(Facet::Time) {
                for (events, era) in tally.eras.iter_mut().zip(&eras) {
                    *events += usize::from(era.may_hold(&event.date));
                }
            }
            let perhaps = || filter.range.holds(&event.date) == Certainty::Possibly;
            tally.perhaps += usize::from(failing.nothing() && perhaps());
            tally.count(&counted, at, event, failing);
        }
        tally
    }

    fn count(&mut self, counted: &[Facet], at: usize, event: &Event, failing: Failing) {
        for facet in counted {
            let group = facet.group();
            if !failing.spares(group) {
                continue;
            }
            let counts = &mut self.facets[*facet as usize];
            facet.of(event, &mut |value| {
                let Some(count) = counts.get_mut(value.index()) else {
                    return;
                };
                if count.seen <= at {
                    count.seen = at + 1;
                    let is_allowed = count.allows_all || count.alone.allow(group, event);
                    count.events += usize::from(is_allowed);
                }
            });
        }
    }

    /// How many events the value would bring.
    #[must_use]
    pub fn of(&self, value: Value) -> usize {
        let counts = self.facets.get(value.facet() as usize);
        counts
            .and_then(|counts| counts.get(value.index()))
            .map_or(0, |count| count.events)
    }

    /// How many events may lie in an era, by its place in the timeline.
    #[must_use]
    pub fn of_era(&self, era: usize) -> usize {
        self.eras.get(era).copied().unwrap_or(0)
    }
}

/// The choices if of its facet a value alone were included.
#[must_use]
pub fn alone(choices: &Choices, value: Value) -> Choices {
    let mut alone = choices.clone();
    alone.include_only(value.facet(), &[value]);
    alone
}

/// The groups of facets that leave an event out.
#[derive(Debug, Clone, Copy)]
struct Failing(u16);

impl Failing {
    /// Those among the groups of which anything is asked.
    fn new(filter: &Filter, requested: &[Facet], event: &Event) -> Self {
        let fails = |group: &&Facet| !filter.allows(**group, event);
        let bits = requested
            .iter()
            .filter(fails)
            .map(|group| 1 << *group as u16);
        Failing(bits.sum())
    }

    fn nothing(self) -> bool {
        self.0 == 0
    }

    /// Whether no other group leaves the event out.
    fn spares(self, group: Facet) -> bool {
        self.0 & !(1 << group as u16) == 0
    }
}

/// The parts that are on, each with the events that would be left if it alone were lifted; the most first.
#[must_use]
pub fn lifts(filter: &Filter, timeline: &Timeline) -> Vec<(FilterPart, usize)> {
    let left = |part: FilterPart| {
        let filter = filter.without(part);
        (part, filter.kept(timeline).count())
    };
    let mut lifts: Vec<(FilterPart, usize)> = filter.parts_on().into_iter().map(left).collect();
    lifts.sort_by_key(|(_, events)| std::cmp::Reverse(*events));
    lifts
}
