//! The marks on a lane: the events of a country, one sign a column, counted where several fall together.

use std::ops::Range;

use super::band;
use super::moments::Moments;
use super::plan::Moment;
use super::scale::Scale;
use crate::timeline::{Role, RolePart};

/// What an event is to the country of the lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkPart {
    /// Its neutrality is violated.
    Violated,
    /// It violates another's.
    Violator,
    /// Its own neutrality is at issue.
    Neutral,
    /// It guarantees another’s neutrality.
    Guarantor,
    /// It takes part in another role, or in none that is known.
    Other,
}

/// What stands in a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Counted from the left edge of the lanes.
    pub column: u16,
    /// Which of the moments that the filter leaves of the lane; never empty.
    pub moments: Range<usize>,
    /// By which of them it is named: a violation before others, then by importance and time.
    pub weightiest: Moment,
    /// Of the event, or of the weightiest of several.
    pub part: MarkPart,
    /// The columns of a single event whose date fills more than one.
    pub spread: Option<Range<u16>>,
    /// Whether another count stands in the next column: two figures side by side would be read as one.
    pub beside_count: bool,
}

/// The marks of the moments that the filter leaves of a lane, in a window; none while the zoom is too far.
#[must_use]
pub fn marks(moments: &Moments, scale: &Scale) -> Vec<Mark> {
    if !band::shows_marks(scale) {
        return Vec::new();
    }
    at_any_zoom(moments, scale)
}

/// The same at any zoom, for a lane whose marks have a row of their own.
#[must_use]
pub fn at_any_zoom(moments: &Moments, scale: &Scale) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    let mut at = first_in_window(moments, scale);
    while let Some(first) = moments.get(at)
        && let Some(column) = scale.column(first.day)
    {
        let mark = mark(column, moments, at, scale);
        at = mark.moments.end;
        marks.push(mark);
    }
    for at in 1..marks.len() {
        let [one, other] = [at - 1, at].map(|at| marks[at].is_count());
        if one && other && marks[at - 1].column + 1 == marks[at].column {
            (marks[at - 1].beside_count, marks[at].beside_count) = (true, true);
        }
    }
    marks
}

/// The moments that share a column with a day; none where that is out of sight.
#[must_use]
pub fn beside<'m>(moments: &'m [Moment], scale: &Scale, day: i64) -> &'m [Moment] {
    let Some(column) = scale.column(day) else {
        return &[];
    };
    let days = scale.days(column);
    let before = |day: i64| moments.partition_point(|moment| moment.day < day);
    &moments[before(days.start)..before(days.end)]
}

/// Whether a lane has a mark at all, at a zoom at which there are any.
#[must_use]
pub fn any(moments: &[Moment], scale: &Scale) -> bool {
    let first = moments.get(first_in_window(moments, scale));
    band::shows_marks(scale) && first.is_some_and(|first| scale.window().contains(&first.day))
}

fn first_in_window(moments: &[Moment], scale: &Scale) -> usize {
    let start = scale.window().start;
    moments.partition_point(|moment| moment.day < start)
}

/// The mark of a column, of which the first moment is known: those of a column stand together, in order of time.
fn mark(column: u16, moments: &Moments, first: usize, scale: &Scale) -> Mark {
    let behind = scale.days(column).end;
    let end = end(moments, first, behind);
    let found = moments.weightiest(first..end);
    let (weightiest, part) = found.unwrap_or((moments[first], moments[first].part));
    Mark {
        column,
        moments: first..end,
        weightiest,
        part,
        spread: match end - first {
            1 => spread(&weightiest, scale),
            _ => None,
        },
        beside_count: false,
    }
}

/// The first moment from a day on, behind one before that day. It is looked for in steps that double, since most columns
/// have few of thousands.
fn end(moments: &[Moment], first: usize, day: i64) -> usize {
    let is_before = |moment: &Moment| moment.day < day;
    let (mut start, mut step) = (first + 1, 1);
    while moments.get(start + step).is_some_and(is_before) {
        start += step;
        step *= 2;
    }
    let end = (start + step).min(moments.len());
    start + moments[start..end].partition_point(is_before)
}

impl Mark {
    /// How many events stand there.
    #[must_use]
    pub fn count(&self) -> usize {
        self.moments.len()
    }

    /// Whether it is drawn as a number.
    fn is_count(&self) -> bool {
        self.count() > 1 && self.part != MarkPart::Violated
    }
}

fn spread(moment: &Moment, scale: &Scale) -> Option<Range<u16>> {
    if moment.from == moment.to {
        return None;
    }
    scale
        .stretch(moment.from, moment.to)
        .filter(|columns| columns.len() > 1)
}

/// What an event is to a country that plays a role in it.
pub(super) fn part_of(role: &Role) -> MarkPart {
    match role.part {
        Some(RolePart::Violator) => MarkPart::Violator,
        Some(RolePart::Neutral) => MarkPart::Neutral,
        Some(RolePart::Guarantor) => MarkPart::Guarantor,
        None => MarkPart::Other,
    }
}

/// What counts where a country has two parts in one event.
pub(super) fn weightier(one: MarkPart, other: MarkPart) -> MarkPart {
    let weight = |part: MarkPart| match part {
        MarkPart::Violated => 0,
        MarkPart::Violator => 1,
        MarkPart::Neutral => 2,
        MarkPart::Guarantor => 3,
        MarkPart::Other => 4,
    };
    if weight(other) < weight(one) {
        other
    } else {
        one
    }
}

/// How many of so many events stand in a count and nowhere by themselves; `lanes` are the moments of each mark of each
/// lane.
#[must_use]
pub fn clustered(lanes: &[Vec<&[Moment]>], events: usize) -> usize {
    let marks = lanes.iter().flatten().copied();
    if lanes.len() < 2 {
        // On one lane an event stands once.
        return marks.map(<[_]>::len).filter(|number| *number > 1).sum();
    }
    // A bit for each event: there may be a million, of which a frame passes a part.
    let mut known = vec![0_u64; events.div_ceil(64)];
    let mut note = |moment: &Moment| {
        let (at, bit) = (moment.event.index() / 64, moment.event.index() % 64);
        let Some(known) = known.get_mut(at) else {
            return 0;
        };
        let is_new = *known & (1 << bit) == 0;
        *known |= 1 << bit;
        usize::from(is_new)
    };
    for moment in marks.clone().filter(|moments| moments.len() == 1).flatten() {
        note(moment);
    }
    let together = marks.filter(|moments| moments.len() > 1);
    together.flatten().map(note).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lanes::plan;
    use crate::timeline::{EventId, samples};

    #[test]
    fn the_moments_of_a_column_end_where_the_first_behind_it_stands() {
        let timeline = samples::lanes();
        let event = EventId::all(&timeline).next().unwrap();
        let sample = plan::moment(&timeline, event);
        let check = |days: &[i64]| {
            let moments: Vec<Moment> = days
                .iter()
                .map(|day| Moment {
                    day: *day,
                    ..sample
                })
                .collect();
            for first in 0..days.len() {
                for day in days[first] + 1..days[days.len() - 1] + 3 {
                    let expected = days.iter().filter(|other| **other < day).count();
                    assert_eq!(
                        end(&moments, first, day),
                        expected,
                        "{days:?} {first} {day}"
                    );
                }
            }
        };
        check(&[1]);
        check(&[1, 1, 1]);
        check(&[1, 2, 2, 2, 2, 2, 2, 7, 9, 9, 9, 12]);
        let steps: Vec<i64> = (0..70).map(|at| at * at / 9).collect();
        check(&steps);
    }
}
