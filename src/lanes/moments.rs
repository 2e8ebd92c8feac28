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

/// What several moments come to; small, since those of a whole row are passed for a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Sum {
    /// The place of the weightiest moment: a violation before others, then by importance and time.
    weightiest: u32,
    /// Less is weightier.
    weight: u8,
    /// The weightiest part of all.
    part: MarkPart,
}

impl Sum {
    fn of_one(at: usize, moment: &Moment) -> Self {
        /// More than any figure of importance.
        const NO_VIOLATION: u8 = 10;
        let figure = moment.importance.figure();
        Sum {
            weightiest: u32::try_from(at).unwrap_or(u32::MAX),
            weight: match moment.part {
                MarkPart::Violated => figure,
                _ => NO_VIOLATION + figure,
            },
            part: moment.part,
        }
    }

    /// The sum with that of later moments.
    fn with(self, later: Sum) -> Self {
        let first = match later.weight < self.weight {
            true => later,
            false => self,
        };
        let part = weightier(self.part, later.part);
        Sum { part, ..first }
    }
}

impl From<Vec<Moment>> for Moments {
    fn from(all: Vec<Moment>) -> Self {
        let mut moments = Moments {
            sums: Vec::with_capacity(all.len() / BLOCK),
            all,
        };
        for block in 0..moments.all.len() / BLOCK {
            let sum = moments.sum_of_each(block * BLOCK..(block + 1) * BLOCK);
            moments.sums.extend(sum);
        }
        moments
    }
}

impl Moments {
    /// The weightiest of some moments, the first of equals, and the weightiest part of all; `None` where there are none.
    #[must_use]
    pub fn weightiest(&self, range: Range<usize>) -> Option<(Moment, MarkPart)> {
        self.all.get(range.clone())?;
        let first = range.start.div_ceil(BLOCK);
        let last = range.end / BLOCK;
        let sum = if first < last {
            let blocks = self.sums.get(first..last)?.iter().copied();
            let parts = [
                self.sum_of_each(range.start..first * BLOCK),
                blocks.reduce(Sum::with),
                self.sum_of_each(last * BLOCK..range.end),
            ];
            parts.into_iter().flatten().reduce(Sum::with)
        } else {
            self.sum_of_each(range)
        };
        let sum = sum?;
        let moment = self.all.get(sum.weightiest as usize)?;
        Some((*moment, sum.part))
    }

    fn sum_of_each(&self, range: Range<usize>) -> Option<Sum> {
        let places = range.clone();
        let moments = self.all.get(range)?.iter();
        let sums = places
            .zip(moments)
            .map(|(at, moment)| Sum::of_one(at, moment));
        sums.reduce(Sum::with)
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
    fn of_any_stretch_the_first_of_the_weightiest_is_found() {
        let moments = many(6 * BLOCK + 5);
        let check = |range: Range<usize>| {
            let here = moments.get(range.clone()).unwrap_or_default();
            let weight = |moment: &&Moment| {
                let is_other = moment.part != MarkPart::Violated;
                (is_other, moment.importance.figure())
            };
            let weightiest = here.iter().min_by_key(weight).copied();
            let part = here.iter().map(|moment| moment.part).reduce(weightier);
            assert_eq!(
                moments.weightiest(range.clone()),
                weightiest.zip(part),
                "{range:?}"
            );
        };
        for start in 0..moments.len() {
            (start..=moments.len()).for_each(|end| check(start..end));
        }
        check(0..moments.len() + 1);
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
