//! The names under an opened lane: which of its events are named, and where, so that none runs into another.
//!
//! A name stands under the sign of its event, whole or not at all; what weighs more is placed first. Only one that would
//! fill more than half of a row is cut, with a sign.

use std::ops::Range;

use super::marks::{Mark, MarkPart};
use super::moments::Moments;
use super::plan::{self, Moment};
use crate::text;
use crate::timeline::{EventId, Timeline};

/// Columns that stay free between two names.
const GAP: u16 = 2;

/// Columns that a long name keeps however few there are.
const SHORTEST: usize = 12;

/// The name of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkName {
    /// Its row under the signs, from 0.
    pub row: u16,
    /// The columns that it fills.
    pub columns: Range<u16>,
    /// The column of its sign.
    pub sign: u16,
    /// Whose name it is: of several events under one sign that of the weightiest.
    pub event: EventId,
    /// Its short title; where its sign hides that it stands for several, how many more there are.
    pub label: String,
    /// What the event is to the country of the lane.
    pub part: MarkPart,
}

/// The names that have a place under their signs, on so many rows; `first` is named before all others. The signs are those
/// of the moments.
///
/// A name may run on behind the lanes: there is nothing else there.
#[must_use]
pub fn names(
    timeline: &Timeline,
    moments: &Moments,
    marks: &[Mark],
    (columns, rows): (u16, u16),
    first: EventId,
) -> Vec<MarkName> {
    let mut free = Free {
        rows: vec![vec![true; columns.into()]; rows.into()],
        signs: marks.iter().map(|mark| mark.column).collect(),
    };
    let mut names = Vec::new();
    let wanted = moments.place_of(&plan::moment(timeline, first));
    for (mark, moment) in by_weight(moments, marks, wanted) {
        if !free.has_room_under(mark.column) {
            continue;
        }
        let label = label(timeline, mark, moment.event, usize::from(columns) / 2);
        if let Some((row, columns)) = free.take(&label, mark.column) {
            names.push(MarkName {
                row,
                columns,
                sign: mark.column,
                event: moment.event,
                label,
                part: moment.part,
            });
        }
    }
    names
}

/// The signs with the moment that each is named by: the one at the wanted place, else a violation before others, then by
/// importance and time.
fn by_weight<'m>(
    moments: &'m Moments,
    marks: &'m [Mark],
    wanted: Option<usize>,
) -> Vec<(&'m Mark, &'m Moment)> {
    let wanted = wanted.map(|at| (at, &moments[at]));
    let namesake = |mark: &'m Mark| {
        let here = wanted.filter(|(at, _)| mark.moments.contains(at));
        (mark, here.map_or(&mark.weightiest, |(_, moment)| moment))
    };
    let mut named: Vec<_> = marks.iter().map(namesake).collect();
    named.sort_by_key(|(mark, moment)| {
        let weight = (
            wanted.is_none_or(|(_, wanted)| wanted.event != moment.event),
            moment.part != MarkPart::Violated,
            moment.importance.figure(),
        );
        (weight, mark.column)
    });
    named
}

/// "Crimea +2": a cross is drawn where a number would be, and its name says the number.
fn label(timeline: &Timeline, mark: &Mark, event: EventId, columns: usize) -> String {
    let title = text::truncate(timeline[event].short_title(), columns.max(SHORTEST));
    match (mark.part, mark.count()) {
        (MarkPart::Violated, 2..) => format!("{title} +{}", mark.count() - 1),
        _ => title.into_owned(),
    }
}

/// The columns of the rows in which no name stands yet.
struct Free {
    rows: Vec<Vec<bool>>,
    /// The columns of all signs.
    signs: Vec<u16>,
}

impl Free {
    /// Whether a name may stand under a sign: whatever row it has, nothing else stands under the sign in the first.
    fn has_room_under(&self, sign: u16) -> bool {
        let first = self.rows.first().and_then(|row| row.get(usize::from(sign)));
        first.is_some_and(|free| *free)
    }

    /// Takes a place for a name, and for what leads to it from its sign.
    fn take(&mut self, label: &str, sign: u16) -> Option<(u16, Range<u16>)> {
        let (row, columns) = self.place(label, sign)?;
        for over in &mut self.rows[..row.into()] {
            over[usize::from(sign)] = false;
        }
        let with_gaps = usize::from(columns.start.saturating_sub(GAP))..;
        let cells = self.rows[usize::from(row)][with_gaps].iter_mut();
        for cell in cells.take(columns.len() + 2 * usize::from(GAP)) {
            *cell = false;
        }
        Some((row, columns))
    }

    /// The first row in which a name has room to begin, or at the right edge to end, under its sign, and can be led to.
    fn place(&self, label: &str, sign: u16) -> Option<(u16, Range<u16>)> {
        let width = u16::try_from(text::width(label)).ok()?.max(1);
        // Where another sign stands over its first letter it would be read as the name of that one.
        let ends_there = (sign + 1)
            .checked_sub(width)
            .filter(|from| *from == sign || !self.signs.contains(from));
        (0..self.rows.len()).find_map(|row| {
            let is_led_to = self.rows[..row].iter().all(|over| over[usize::from(sign)]);
            let fits = |from: &u16| {
                let cells = self.rows[row].get(usize::from(*from)..usize::from(from + width));
                cells.is_some_and(|cells| cells.iter().all(|free| *free))
            };
            let from = [Some(sign), ends_there].into_iter().flatten().find(fits)?;
            is_led_to.then_some((row as u16, from..from + width))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lanes::scale::Scale;
    use crate::lanes::{marks, plan::Plan};
    use crate::timeline::samples;

    #[test]
    fn the_weightiest_events_are_named_and_a_long_name_is_cut() {
        let timeline = samples::lanes();
        let plan = Plan::new(&timeline);
        let check = |columns: u16, rows: u16, expected: &[&str]| {
            let lane = plan
                .lanes()
                .find(|lane| timeline[lane.country].id == "belgium")
                .unwrap();
            let scale = Scale::new(plan.full_range.clone(), columns);
            let marks = marks::at_any_zoom(&lane.moments, &scale);
            let room = (columns, rows);
            let first = EventId::all(&timeline).next().unwrap();
            let names = names(&timeline, &lane.moments, &marks, room, first);
            let told = |name: &MarkName| format!("{} {:?} {}", name.row, name.columns, name.label);
            let found: Vec<String> = names.iter().map(told).collect();
            assert_eq!(found, expected, "{rows} rows of {columns}");
        };
        check(
            70,
            1,
            &[
                "0 33..59 Germany invades Belgium +1",
                "0 8..27 Belgium neutralised",
            ],
        );
        check(20, 1, &["0 2..14 Belgium neu…"]);
        check(70, 0, &[]);
    }

    #[test]
    fn a_name_begins_under_its_sign_or_ends_there_and_touches_no_other() {
        let check = |label: &str, sign: u16, rows: &[&str], expected: Option<(u16, Range<u16>)>| {
            let row = |row: &&str| row.chars().map(|cell| cell == '.').collect();
            let free = Free {
                rows: rows.iter().map(row).collect(),
                signs: vec![0, 4, 7, 11],
            };
            assert_eq!(free.place(label, sign), expected, "{label} at {sign}");
        };
        check("Crimea", 2, &[".........."], Some((0, 2..8)));
        check("Crimea", 7, &[".........."], Some((0, 2..8)));
        check("Crimea", 4, &["........"], None);
        check("Crimea", 11, &["............"], Some((0, 6..12)));
        // It would begin under the sign at 4.
        check("Sevastop", 11, &["............"], None);
        check("Crimea", 0, &["xxxx......"], None);
        check("Crimea", 2, &[".....xxxxx", ".........."], Some((1, 2..8)));
        // Nothing leads through another name to the second row.
        check("Crimea", 2, &["xxxxxxxxxx", ".........."], None);
        check("Crimea", 2, &[], None);
    }
}
