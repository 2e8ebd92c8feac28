//! The scale of the lanes: days on one side, columns on the other. Pure arithmetic; nothing here knows of a timeline.
//!
//! A day is counted as chrono counts it, from the first day of the year 1. A column is never less than a day wide in
//! what it answers for, so that at the closest zoom one day may fill several columns.

use std::ops::Range;

use chrono::{Datelike, Days, Months, NaiveDate};

/// How many days the window of a zoom level has, from a month to ten thousand years.
const LEVELS: [i64; 16] = [
    31, 92, 183, 366, 731, 1_827, 3_653, 7_305, 18_263, 36_525, 73_050, 182_625, 365_250, 730_500,
    1_826_250, 3_652_500,
];

/// The closest window.
pub const CLOSEST: i64 = LEVELS[0];

/// Days of a year, on the average.
pub const YEAR: i64 = 365;

/// The number of a day.
#[must_use]
pub fn number(day: NaiveDate) -> i64 {
    day.num_days_from_ce().into()
}

/// The day of a number; the nearest that the calendar has.
#[must_use]
pub fn day(number: i64) -> NaiveDate {
    let nearest = if number < 0 {
        NaiveDate::MIN
    } else {
        NaiveDate::MAX
    };
    i32::try_from(number)
        .ok()
        .and_then(NaiveDate::from_num_days_from_ce_opt)
        .unwrap_or(nearest)
}

/// A window of days over a number of columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scale {
    window: Range<i64>,
    columns: i64,
}

impl Scale {
    /// A window that has at least one day, over at least one column.
    #[must_use]
    pub fn new(window: Range<i64>, columns: u16) -> Self {
        let end = window.end.max(window.start + 1);
        Scale {
            window: window.start..end,
            columns: i64::from(columns).max(1),
        }
    }

    /// The days that the columns stand for, from the first to the one after the last.
    #[must_use]
    pub fn window(&self) -> Range<i64> {
        self.window.clone()
    }

    /// How many columns there are; at least one.
    #[must_use]
    pub fn columns(&self) -> u16 {
        self.columns as u16
    }

    fn span(&self) -> i64 {
        self.window.end - self.window.start
    }

    /// Days of a column, on the average.
    #[must_use]
    pub fn days_a_column(&self) -> f64 {
        self.span() as f64 / self.columns as f64
    }

    /// The days that a column stands for.
    #[must_use]
    pub fn days(&self, column: u16) -> Range<i64> {
        let edge = |column: i64| self.window.start + column * self.span() / self.columns;
        let start = edge(column.into());
        start..edge(i64::from(column) + 1).max(start + 1)
    }

    /// The column of a day; `None` outside of the window. A day that fills several columns has its first.
    #[must_use]
    pub fn column(&self, day: i64) -> Option<u16> {
        if !self.window.contains(&day) {
            return None;
        }
        if self.span() >= self.columns {
            return Some(self.last_column(day));
        }
        let along = day - self.window.start;
        Some(((along * self.columns + self.span() - 1) / self.span()) as u16)
    }

    /// The last column of a day of the window.
    fn last_column(&self, day: i64) -> u16 {
        let along = day - self.window.start;
        (((along + 1) * self.columns - 1) / self.span()) as u16
    }

    /// The columns of a stretch of days, both ends included, as far as it lies in the window.
    #[must_use]
    pub fn stretch(&self, from: i64, to: i64) -> Option<Range<u16>> {
        if to < self.window.start || self.window.end <= from || to < from {
            return None;
        }
        let first = self.column(from.max(self.window.start))?;
        let last = self.last_column(to.min(self.window.end - 1));
        Some(first..last + 1)
    }
}

/// The window around a day that is one level closer; the day keeps its place in it.
#[must_use]
pub fn closer(window: &Range<i64>, around: i64) -> Range<i64> {
    let span = window.end - window.start;
    let next = LEVELS.iter().rev().find(|level| is_closer(**level, span));
    resized(window, around, next.copied().unwrap_or(span))
}

/// Whether a level is so much shorter than a window that one sees the difference.
fn is_closer(level: i64, span: i64) -> bool {
    level * 4 <= span * 3
}

/// The window one level further away; `None` when it would have the whole.
#[must_use]
pub fn further(window: &Range<i64>, around: i64, full_range: &Range<i64>) -> Option<Range<i64>> {
    let span = window.end - window.start;
    let next = LEVELS.iter().find(|level| **level > span).copied()?;
    is_closer(next, full_range.end - full_range.start)
        .then(|| within(resized(window, around, next), full_range))
}

/// A window of another size, in which the day stands at the same part of it.
fn resized(window: &Range<i64>, around: i64, span: i64) -> Range<i64> {
    let old = (window.end - window.start).max(1);
    let before = (around - window.start).clamp(0, old) * span / old;
    around - before..around - before + span
}

/// The window moved, as little as needed, to lie in the whole.
#[must_use]
pub fn within(window: Range<i64>, full_range: &Range<i64>) -> Range<i64> {
    let span = window.end - window.start;
    if span >= full_range.end - full_range.start {
        return full_range.clone();
    }
    let start = window.start.clamp(full_range.start, full_range.end - span);
    start..start + span
}

/// How far one press of an arrow goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// So many days.
    Days(u64),
    /// So many months of the calendar.
    Months(u32),
}

/// Steps with their days, from a day to a thousand years.
const STEPS: [(f64, Step); 13] = [
    (1.0, Step::Days(1)),
    (7.0, Step::Days(7)),
    (30.4, Step::Months(1)),
    (91.3, Step::Months(3)),
    (365.25, Step::Months(12)),
    (730.5, Step::Months(24)),
    (1_826.0, Step::Months(60)),
    (3_652.5, Step::Months(120)),
    (9_131.0, Step::Months(300)),
    (18_262.5, Step::Months(600)),
    (36_525.0, Step::Months(1_200)),
    (91_312.0, Step::Months(3_000)),
    (365_250.0, Step::Months(12_000)),
];

/// The step that suits a scale: about a column, in a unit that people count in.
#[must_use]
pub fn step(scale: &Scale) -> Step {
    let wanted = scale.days_a_column() / 2.0;
    STEPS
        .iter()
        .find(|(days, _)| *days >= wanted)
        .map_or(Step::Months(12_000), |(_, step)| *step)
}

impl Step {
    /// The day one step later or earlier; the end of a shorter month where the day does not exist.
    #[must_use]
    pub fn from(self, day: NaiveDate, forward: bool) -> NaiveDate {
        let stepped = match (self, forward) {
            (Step::Days(days), true) => day.checked_add_days(Days::new(days)),
            (Step::Days(days), false) => day.checked_sub_days(Days::new(days)),
            (Step::Months(months), true) => day.checked_add_months(Months::new(months)),
            (Step::Months(months), false) => day.checked_sub_months(Months::new(months)),
        };
        stepped.unwrap_or(day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(written: &str) -> i64 {
        number(written.parse().unwrap())
    }

    fn years(first: &str, last: &str, columns: u16) -> Scale {
        Scale::new(days(first)..days(last), columns)
    }

    #[test]
    fn a_day_lies_in_the_column_that_stands_for_it() {
        for (span, columns) in [
            (10, 3),
            (3, 10),
            (31, 75),
            (75, 75),
            (77_000, 85),
            (7, 1),
            (1, 40),
        ] {
            let scale = Scale::new(1000..1000 + span, columns);
            for day in scale.window() {
                let column = scale.column(day).unwrap();
                assert!(
                    scale.days(column).contains(&day),
                    "{day} of {span} days is not in column {column} of {columns}: {:?}",
                    scale.days(column)
                );
                // What has another column begins where its days end.
                let behind = scale.column(scale.days(column).end);
                assert!(behind.is_none_or(|behind| behind > column), "after {day}");
            }
            assert_eq!((scale.column(999), scale.column(1000 + span)), (None, None));
        }
    }

    #[test]
    fn a_stretch_has_all_columns_of_its_days() {
        let check = |span: i64, columns: u16, from: i64, to: i64, expected: Option<Range<u16>>| {
            let found = Scale::new(0..span, columns).stretch(from, to);
            assert_eq!(
                found, expected,
                "{from} to {to} of {span} days on {columns} columns"
            );
        };
        check(100, 10, 0, 99, Some(0..10));
        check(100, 10, -50, 4, Some(0..1));
        check(100, 10, 95, 500, Some(9..10));
        check(100, 10, 10, 10, Some(1..2));
        check(100, 10, 100, 200, None);
        check(100, 10, -9, -1, None);
        check(100, 10, 20, 10, None);
        check(5, 10, 0, 0, Some(0..2));
        check(5, 10, 1, 2, Some(2..6));
        check(5, 10, 4, 4, Some(8..10));
    }

    #[test]
    fn zoom_goes_through_the_levels_and_keeps_the_day_in_its_place() {
        let full_range = days("1815-01-01")..days("2026-01-01");
        let day = days("1914-08-01");
        let mut window = full_range.clone();
        let mut spans = Vec::new();
        loop {
            let next = closer(&window, day);
            if next == window {
                break;
            }
            let share = |window: &Range<i64>| {
                (day - window.start) as f64 / (window.end - window.start) as f64
            };
            assert!((share(&next) - share(&window)).abs() < 0.05);
            spans.push(next.end - next.start);
            window = next;
        }
        assert_eq!(
            spans,
            [36_525, 18_263, 7_305, 3_653, 1_827, 731, 366, 183, 92, 31]
        );
        let mut back = 0;
        while let Some(next) = further(&window, day, &full_range) {
            assert!(full_range.start <= next.start && next.end <= full_range.end);
            window = next;
            back += 1;
        }
        assert_eq!(back, 9);
    }

    #[test]
    fn a_step_is_about_a_column_in_a_round_unit() {
        let check = |scale: Scale, expected: Step| assert_eq!(step(&scale), expected);
        check(years("1815-01-01", "2026-01-01", 85), Step::Months(24));
        check(years("1900-01-01", "1950-01-01", 85), Step::Months(12));
        check(years("1910-01-01", "1920-01-01", 85), Step::Months(1));
        check(years("1914-01-01", "1915-01-01", 85), Step::Days(7));
        check(years("1914-07-01", "1914-08-01", 85), Step::Days(1));
        check(Scale::new(-3_652_000..3_652_000, 20), Step::Months(12_000));
    }

    #[test]
    fn steps_are_of_the_calendar() {
        let check = |step: Step, from: &str, expected: &str| {
            assert_eq!(
                step.from(from.parse().unwrap(), true),
                expected.parse().unwrap()
            );
        };
        check(Step::Months(1), "1914-01-31", "1914-02-28");
        check(Step::Months(24), "1912-02-29", "1914-02-28");
        check(Step::Days(7), "1914-07-28", "1914-08-04");
        assert_eq!(Step::Days(1).from(NaiveDate::MAX, true), NaiveDate::MAX);
    }

    #[test]
    fn a_day_beyond_the_calendar_is_the_nearest() {
        assert_eq!(day(i64::MAX), NaiveDate::MAX);
        assert_eq!(day(i64::MIN), NaiveDate::MIN);
        assert_eq!(day(days("1914-08-04")), "1914-08-04".parse().unwrap());
    }
}
