//! The years named along the axis: as many as stand apart, in steps that people count in.

use chrono::{Datelike, Months, NaiveDate};

use crate::lanes::scale::{day, number};
use crate::timeline::date::era::{next_round_year, round_year, year_label};

/// Units of the drawing between two names.
const APART: f64 = 46.0;

/// So few days are named by day and month.
const DAYS: i64 = 150;

/// Days of a month, on the average.
const MONTH: f64 = 30.44;

/// Steps in months, from one to ten thousand years.
const STEPS: [u32; 14] = [
    1, 3, 12, 24, 60, 120, 240, 600, 1_200, 3_000, 6_000, 12_000, 60_000, 120_000,
];

/// Days with their names, from the first to before the last, over a width.
pub(super) fn ticks(from: i64, to: i64, width: f64) -> Vec<(i64, String)> {
    let day_width = width / (to - from).max(1) as f64;
    let fits = |step: &&u32| f64::from(**step) * MONTH * day_width >= APART;
    if to - from <= DAYS {
        return days(from, to, width);
    }
    let Some(step) = STEPS.iter().find(fits) else {
        return Vec::new();
    };
    let mut at = first(day(from), *step);
    let mut ticks = Vec::new();
    while let Some(date) = at
        && number(date) < to
    {
        if number(date) >= from {
            ticks.push((number(date), name(date, *step)));
        }
        at = next(date, *step);
    }
    ticks
}

/// The first day of every month and others of it, as many as stand apart.
fn days(from: i64, to: i64, width: f64) -> Vec<(i64, String)> {
    let day_width = width / (to - from).max(1) as f64;
    let step = [1, 5, 10, 15]
        .into_iter()
        .find(|step| f64::from(*step) * day_width >= APART);
    let step = step.unwrap_or(31);
    let is_named = |date: &NaiveDate| {
        // The 31st would stand too near to the first.
        date.day0().is_multiple_of(step) && (date.day0() == 0 || date.day() + step <= 32)
    };
    let mut ticks = Vec::new();
    for number in from..to {
        let date = day(number);
        if is_named(&date) {
            let form = if ticks.is_empty() {
                "%-d %b %Y"
            } else {
                "%-d %b"
            };
            ticks.push((number, date.format(form).to_string()));
        }
    }
    ticks
}

/// The last round month or year at or before a day.
fn first(day: NaiveDate, step: u32) -> Option<NaiveDate> {
    if step < 12 {
        return NaiveDate::from_ymd_opt(day.year(), day.month0() / step * step + 1, 1);
    }
    let year = round_year(day.year().into(), (step / 12).into());
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, 1, 1)
}

/// The round month or year after one.
fn next(day: NaiveDate, step: u32) -> Option<NaiveDate> {
    if step < 12 {
        return day.checked_add_months(Months::new(step));
    }
    let year = next_round_year(day.year().into(), (step / 12).into());
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, 1, 1)
}

fn name(date: NaiveDate, step: u32) -> String {
    let year = year_label(date.year());
    if step < 12 {
        format!("{:02}/{year}", date.month())
    } else {
        year
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_are_round_and_stand_apart() {
        let check = |from: &str, to: &str, expected: &[&str]| {
            let day = |written: &str| number(written.parse().unwrap());
            let found: Vec<String> = ticks(day(from), day(to), 460.0)
                .into_iter()
                .map(|(_, name)| name)
                .collect();
            assert_eq!(found, expected, "{from} {to}");
        };
        check(
            "1815-01-01",
            "1900-01-01",
            &[
                "1820", "1830", "1840", "1850", "1860", "1870", "1880", "1890",
            ],
        );
        check(
            "1914-01-01",
            "1915-01-01",
            &["01/1914", "04/1914", "07/1914", "10/1914"],
        );
        check(
            "1914-07-28",
            "1914-09-05",
            &[
                "1 Aug 1914",
                "6 Aug",
                "11 Aug",
                "16 Aug",
                "21 Aug",
                "26 Aug",
                "1 Sep",
            ],
        );
        check(
            "2010-01-01",
            "2022-01-01",
            &["2010", "2012", "2014", "2016", "2018", "2020"],
        );
    }
}
