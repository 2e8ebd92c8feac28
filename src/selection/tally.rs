//! The tally: for every value of every facet, how many events it would bring, everything else as it is.
//!
//! The number beside a value is how many events would be left if of its facet this value alone were included and it
//! were not excluded; other exclusions stay. One pass over the events counts all facets at once.

use super::attribute::Attribute;
use super::choices::{Choices, Condition};
use super::facet::Facet;
use super::facet_index::FacetIndex;
use super::filter::{Filter, FilterPart};
use super::shares;
use super::sieve::Sieve;
use super::value::Value;
use crate::timeline::Timeline;
use crate::timeline::date::Certainty;
use crate::timeline::date::days::Days;

/// The counts of a filter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// For each facet, in the order of [`Facet::all`], where its values begin among all; one more at the end.
    starts: Vec<usize>,
    /// How many events each value would bring.
    values: Vec<usize>,
    /// Events that may lie in each era, in the order of the timeline.
    eras: Vec<usize>,
    /// Events that are shown though their dates may lie outside the range.
    pub perhaps: usize,
}

impl Tally {
    /// Counts for a filter; costs one pass over what the events have.
    #[must_use]
    pub fn new(filter: &Filter, timeline: &Timeline, index: &FacetIndex) -> Self {
        let (mut tally, counting) = Tally::prepared(filter, timeline, index);
        for share in shares::at_once(timeline.events.len(), |events| counting.count(events)) {
            tally.add(&share);
        }
        tally
    }

    /// The counts before anything is counted, and what it takes to count.
    fn prepared<'a>(
        filter: &'a Filter,
        timeline: &'a Timeline,
        index: &'a FacetIndex,
    ) -> (Self, Counting<'a>) {
        let sieve = Sieve::new(filter, timeline, index);
        let (mut starts, mut alone) = (vec![0], Vec::new());
        for facet in Facet::all() {
            let values = facet.values(timeline).into_iter();
            alone.extend(values.map(|value| self::alone(&filter.choices, value)));
            starts.push(alone.len());
        }
        let tally = Tally {
            starts,
            values: vec![0; alone.len()],
            eras: vec![0; timeline.eras.len()],
            perhaps: 0,
        };
        let ways = |attribute: &Attribute| tally.ways(*attribute, filter, &alone);
        let ways = sieve.gathered.known.iter().map(ways).collect();
        let eras = timeline.eras.iter().map(|era| era.date.days());
        let counting = Counting {
            ways,
            eras: eras.collect(),
            sieve,
            alone,
        };
        (tally, counting)
    }

    /// By which values an attribute would bring its event in.
    fn ways(&self, attribute: Attribute, filter: &Filter, alone: &[Choices]) -> Ways {
        let include = Condition::Include(attribute.group());
        let (mut alike, mut others) = (Vec::new(), Vec::new());
        for value in attribute.values() {
            let Some(place) = self.place(value) else {
                continue;
            };
            if alone[place].names(include, attribute) {
                let is_alike = filter.choices.are_the_same_beside(value);
                let ways = if is_alike { &mut alike } else { &mut others };
                ways.push(place);
            }
        }
        let group = attribute.group();
        Ways {
            group,
            alike,
            others,
        }
    }

    /// Adds what was counted of some events.
    fn add(&mut self, counts: &Counts) {
        for (sum, count) in self.values.iter_mut().zip(&counts.values) {
            *sum += count.events;
        }
        for (sum, events) in self.eras.iter_mut().zip(&counts.eras) {
            *sum += events;
        }
        self.perhaps += counts.perhaps;
    }

    /// Where a value stands among all.
    fn place(&self, value: Value) -> Option<usize> {
        let facet = value.facet() as usize;
        let (start, end) = (self.starts.get(facet)?, self.starts.get(facet + 1)?);
        let place = start + value.index();
        (place < *end).then_some(place)
    }

    /// How many events the value would bring.
    #[must_use]
    pub fn of(&self, value: Value) -> usize {
        let count = self.place(value).and_then(|place| self.values.get(place));
        count.copied().unwrap_or(0)
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

/// The values of which each, included alone, would bring the events in that have an attribute; where they stand among all.
struct Ways {
    group: Facet,
    /// Those with which the filter asks, but for what it includes, what it asks now.
    alike: Vec<usize>,
    others: Vec<usize>,
}

/// All that counting needs, made once for a filter.
struct Counting<'a> {
    sieve: Sieve<'a>,
    /// Of every value, the filter's choices if it alone were included.
    alone: Vec<Choices>,
    /// Of every known attribute.
    ways: Vec<Ways>,
    eras: Vec<Days>,
}

/// What was counted of some events.
struct Counts {
    values: Vec<Count>,
    eras: Vec<usize>,
    perhaps: usize,
}

#[derive(Clone, Copy, Default)]
struct Count {
    events: usize,
    /// One more than the place of the last event that was looked at, so that none is counted twice.
    seen: usize,
}

impl Counting<'_> {
    fn count(&self, events: std::ops::Range<usize>) -> Counts {
        let mut counts = Counts {
            values: vec![Count::default(); self.alone.len()],
            eras: vec![0; self.eras.len()],
            perhaps: 0,
        };
        for at in events {
            let failing = self.sieve.failing(at);
            if failing.spares(Facet::Time) {
                let days = self.sieve.gathered.days(at);
                for (events, era) in counts.eras.iter_mut().zip(&self.eras) {
                    *events += usize::from(days.are_within(*era).is_possible());
                }
            }
            let perhaps = failing.nothing() && self.sieve.certainty(at) == Certainty::Possibly;
            counts.perhaps += usize::from(perhaps);
            let own = self.sieve.gathered.of_event(at);
            for attribute in own {
                let ways = &self.ways[*attribute as usize];
                if !failing.spares(ways.group) {
                    continue;
                }
                let is_allowed = failing.spares_but_for_included(ways.group);
                for place in &ways.alike {
                    let count = &mut counts.values[*place];
                    count.events += usize::from(count.is_first(at) && is_allowed);
                }
                for place in &ways.others {
                    let count = &mut counts.values[*place];
                    let is_brought = count.is_first(at) && self.allow(*place, ways.group, own);
                    count.events += usize::from(is_brought);
                }
            }
        }
        counts
    }

    /// Whether an event passes where a value alone is included of its facet.
    fn allow(&self, value: usize, group: Facet, own: &[u32]) -> bool {
        let attribute = |place: &u32| self.sieve.gathered.attribute(*place);
        self.alone[value].allow_with(group, own.iter().map(attribute))
    }
}

impl Count {
    /// Whether the event at a place is looked at for the first time.
    fn is_first(&mut self, at: usize) -> bool {
        let is_first = self.seen <= at;
        self.seen = at + 1;
        is_first
    }
}

/// The parts that are on, each with the events that would be left if it alone were lifted; the most first.
#[must_use]
pub fn lifts(filter: &Filter, timeline: &Timeline, index: &FacetIndex) -> Vec<(FilterPart, usize)> {
    let left = |part: FilterPart| {
        let filter = filter.without(part);
        (part, filter.kept(timeline, index).len())
    };
    let mut lifts: Vec<(FilterPart, usize)> = filter.parts_on().into_iter().map(left).collect();
    lifts.sort_by_key(|(_, events)| std::cmp::Reverse(*events));
    lifts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::selection::range::Range;
    use crate::timeline::{CountryId, samples};

    #[test]
    fn what_two_shares_count_is_what_one_counts() {
        let (timeline, index) = (samples::small(), FacetIndex::new());
        let events = timeline.events.len();
        let check = |filter: &Filter| {
            let counts = Tally::new(filter, &timeline, &index);
            for cut in 0..=events {
                let (mut tally, counting) = Tally::prepared(filter, &timeline, &index);
                tally.add(&counting.count(0..cut));
                tally.add(&counting.count(cut..events));
                assert_eq!(tally, counts, "cut at {cut}: {filter:?}");
            }
        };
        let mut filter = Filter::default();
        check(&filter);
        filter.range = Range::parse("1831-06..1914").unwrap();
        check(&filter);
        let country = CountryId::at(&timeline, 1).unwrap();
        filter.choices.toggle_excluded(Value::Country(country));
        check(&filter);
    }
}
