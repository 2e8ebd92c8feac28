//! The moments of a lane in order of time, with the sum of every few of them, so that what stands in a column is known
//! without passing over thousands.

use std::ops::{Deref, Range};
use std::slice;

use super::marks::{MarkPart, weightier};
use super::plan::Moment;

/// Moments with one sum.
const BLOCK: usize = 16;

/// Moments in order of time, at most one of each event.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Moments {
    all: Vec<Moment>,
    /// Of each whole block.
    sums: Vec<Sum>,
}

/// What several moments come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sum {
    /// A violation before others, then by importance and time.
    pub weightiest: Moment,
    /// The weightiest part of all.
    pub part: MarkPart,
}

impl Sum {
    fn of_one(moment: Moment) -> Self {
        let part = moment.part;
        Sum {
            weightiest: moment,
            part,
        }
    }

    /// The sum with that of later moments.
    fn with(self, later: Sum) -> Self {
        let weight = |moment: &Moment| {
            let is_other = moment.part != MarkPart::Violated;
            (is_other, moment.importance.figure())
        };
        let is_outweighed = weight(&later.weightiest) < weight(&self.weightiest);
        Sum {
            weightiest: if is_outweighed {
                later.weightiest
            } else {
                self.weightiest
            },
            part: weightier(self.part, later.part),
        }
    }

    fn of(moments: &[Moment]) -> Option<Self> {
        moments.iter().copied().map(Sum::of_one).reduce(Sum::with)
    }
}

impl From<Vec<Moment>> for Moments {
    fn from(all: Vec<Moment>) -> Self {
        let sums = all.chunks_exact(BLOCK).filter_map(Sum::of).collect();
        Moments { all, sums }
    }
}

impl Moments {
    /// What some of the moments come to; `None` where there are none.
    #[must_use]
    pub fn sum(&self, range: Range<usize>) -> Option<Sum> {
        let first = range.start.div_ceil(BLOCK);
        let last = range.end / BLOCK;
        if first >= last {
            return Sum::of(self.all.get(range)?);
        }
        let parts = [
            Sum::of(self.all.get(range.start..first * BLOCK)?),
            self.sums
                .get(first..last)?
                .iter()
                .copied()
                .reduce(Sum::with),
            Sum::of(self.all.get(last * BLOCK..range.end)?),
        ];
        parts.into_iter().flatten().reduce(Sum::with)
    }

    /// Where the moment of the same event stands; a violation stands on another day than on the lane of no country.
    #[must_use]
    pub fn place_of(&self, moment: &Moment) -> Option<usize> {
        [moment.day, moment.from].into_iter().find_map(|day| {
            let sought = (day, moment.event);
            let found = self
                .all
                .binary_search_by_key(&sought, |moment| (moment.day, moment.event));
            found.ok()
        })
    }
}

impl Deref for Moments {
    type Target = [Moment];

    fn deref(&self) -> &[Moment] {
        &self.all
    }
}

impl<'m> IntoIterator for &'m Moments {
    type Item = &'m Moment;
    type IntoIter = slice::Iter<'m, Moment>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::{EventId, Importance, samples};

    /// Moments whose weights and parts repeat in no simple way.
    fn many(number: usize) -> Moments {
        let timeline = samples::tours();
        let event = EventId::all(&timeline).next().unwrap();
        let parts = [
            MarkPart::Other,
            MarkPart::Guarantor,
            MarkPart::Neutral,
            MarkPart::Violator,
            MarkPart::Violated,
        ];
        let moment = |at: usize| Moment {
            event,
            day: at as i64,
            from: at as i64,
            to: at as i64,
            part: parts[(at * at / 7 + at / 11) % if at.is_multiple_of(5) { 5 } else { 3 }],
            importance: Importance::ALL[(at / 3 + at * at) % 3],
        };
        (0..number).map(moment).collect::<Vec<_>>().into()
    }

    #[test]
    fn the_sum_of_any_stretch_is_that_of_its_moments() {
        let moments = many(6 * BLOCK + 5);
        for start in 0..moments.len() {
            for end in start..=moments.len() {
                let expected = Sum::of(&moments[start..end]);
                assert_eq!(moments.sum(start..end), expected, "{start}..{end}");
            }
        }
        assert_eq!(moments.sum(0..moments.len() + 1), None);
    }

    #[test]
    fn the_first_of_equal_weight_is_named() {
        let moments = many(4 * BLOCK);
        let sum = moments.sum(0..moments.len()).unwrap();
        let violated = moments
            .iter()
            .filter(|moment| moment.part == MarkPart::Violated);
        let first = violated.min_by_key(|moment| (moment.importance.figure(), moment.day));
        assert_eq!(Some(&sum.weightiest), first);
    }

    #[test]
    fn a_moment_is_found_by_its_event_on_either_of_its_days() {
        let moments = many(3 * BLOCK);
        let check = |day: i64, from: i64, expected: Option<usize>| {
            let moment = Moment {
                day,
                from,
                ..moments[0]
            };
            assert_eq!(moments.place_of(&moment), expected, "{day} {from}");
        };
        check(7, 7, Some(7));
        check(-9, 8, Some(8));
        check(-9, -9, None);
    }
}
