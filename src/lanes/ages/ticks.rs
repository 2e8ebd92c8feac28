//! The numbers over the bars of the ages, in the unit that leaves room between two of them.

use crate::lanes::scale::Scale;
use crate::words::translated;

/// Days of a year and of a month, on the average.
const YEAR: f64 = 365.242_5;
const MONTH: f64 = YEAR / 12.0;

/// Columns between two numbers over the bars, at least.
const APART: f64 = 5.0;

/// A number over the bars.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AgeTick {
    /// Its column on the scale.
    pub column: u16,
    /// The days that it stands for.
    pub age: i64,
    /// The number itself, in the unit of all.
    pub number: i64,
}

/// The numbers over the bars, and their unit.
#[must_use]
pub fn ticks(scale: &Scale) -> (&'static str, Vec<AgeTick>) {
    const STEPS: [(&str, f64, i64); 17] = [
        ("days", 1.0, 5),
        ("days", 1.0, 10),
        ("months", MONTH, 1),
        ("months", MONTH, 3),
        ("years", YEAR, 1),
        ("years", YEAR, 2),
        ("years", YEAR, 5),
        ("years", YEAR, 10),
        ("years", YEAR, 20),
        ("years", YEAR, 50),
        ("years", YEAR, 100),
        ("years", YEAR, 200),
        ("years", YEAR, 500),
        ("years", YEAR, 1_000),
        ("years", YEAR, 2_000),
        ("years", YEAR, 5_000),
        ("years", YEAR, 10_000),
    ];
    let (column, end) = (scale.days_a_column(), scale.window().end);
    // The last number is the longest, and a space stands behind each.
    let fits = |(_, days, number): &&(&str, f64, i64)| {
        let figures = (end as f64 / days).max(1.0).log10().floor() + 1.0;
        days * *number as f64 >= APART.max(figures + 1.0) * column
    };
    let Some((unit, days, step)) = STEPS.iter().find(fits) else {
        let zero = AgeTick {
            column: 0,
            age: 0,
            number: 0,
        };
        return (translated("years"), vec![zero]);
    };
    let ticks = (0..)
        .map(|at| at * step)
        .map_while(|number| {
            let age = (number as f64 * days).round() as i64;
            let column = scale.column(age)?;
            Some(AgeTick {
                column,
                age,
                number,
            })
        })
        .collect();
    (translated(unit), ticks)
}
