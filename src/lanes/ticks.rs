//! The ticks of the axis: which days are named at a zoom, and how. Pure; drawing is `ui`'s.
//!
//! The finest unit is taken whose names stand apart, from thousands of years to tens of days.

use chrono::{Datelike, NaiveDate};

use super::scale::{self, Scale};
use crate::text;
use crate::timeline::date::era::{next_round_year, round_year, year_label as year};
use crate::words::dates::{self, Form};

/// Columns between the name of a tick and the next one.
const GAP: usize = 3;

/// A label at the axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    /// The column of the day that the label names.
    pub column: u16,
    /// A year, a month or a day, as the zoom has room for.
    pub label: String,
}

/// What is counted along the axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Years(i32),
    Months(u32),
    /// The 1st, 11th and 21st of a month.
    TenDays,
}

/// The units, the finest first, each with its shortest distance in days and the columns of its longest name.
const UNITS: [(Unit, f64, usize); 18] = [
    (Unit::TenDays, 8.0, 6),
    (Unit::Months(1), 28.0, 4),
    (Unit::Months(3), 90.0, 4),
    (Unit::Years(1), 365.0, 4),
    (Unit::Years(2), 730.0, 4),
    (Unit::Years(5), 1_826.0, 4),
    (Unit::Years(10), 3_652.0, 4),
    (Unit::Years(25), 9_131.0, 4),
    (Unit::Years(50), 18_262.0, 4),
    (Unit::Years(100), 36_524.0, 4),
    (Unit::Years(250), 91_310.0, 4),
    (Unit::Years(500), 182_621.0, 7),
    (Unit::Years(1_000), 365_242.0, 7),
    (Unit::Years(2_000), 730_484.0, 7),
    (Unit::Years(5_000), 1_826_211.0, 7),
    (Unit::Years(10_000), 3_652_422.0, 7),
    (Unit::Years(25_000), 9_131_055.0, 7),
    (Unit::Years(100_000), 36_524_220.0, 7),
];

/// The ticks of a window, from left to right.
#[must_use]
pub fn ticks(scale: &Scale) -> Vec<Tick> {
    let fits =
        |(_, days, name): &&(Unit, f64, usize)| days / scale.days_a_column() >= (name + GAP) as f64;
    let Some((unit, ..)) = UNITS.iter().find(fits) else {
        return Vec::new();
    };
    let window = scale.window();
    let mut ticks: Vec<Tick> = Vec::new();
    let mut at = first(*unit, scale::day(window.start));
    while let Some(day) = at {
        let number = scale::number(day);
        if number >= window.end {
            break;
        }
        if let Some(column) = scale.column(number) {
            // Where no year has been named yet, the first name says it.
            let label = name(*unit, day, ticks.is_empty());
            ticks.push(Tick { column, label });
        }
        at = next(*unit, day);
    }
    ticks
}

/// The last tick of a unit at or before a day.
fn first(unit: Unit, day: NaiveDate) -> Option<NaiveDate> {
    match unit {
        Unit::Years(years) => {
            first_of(round_year(day.year().into(), years.into())).or(Some(NaiveDate::MIN))
        }
        Unit::Months(months) => {
            NaiveDate::from_ymd_opt(day.year(), day.month0() / months * months + 1, 1)
        }
        Unit::TenDays => day.with_day((day.day0() / 10).min(2) * 10 + 1),
    }
}

/// The tick after one.
fn next(unit: Unit, day: NaiveDate) -> Option<NaiveDate> {
    let month = |months: u32| {
        let month = day.month0() + months;
        NaiveDate::from_ymd_opt(day.year() + (month / 12) as i32, month % 12 + 1, 1)
    };
    match unit {
        Unit::Years(years) => first_of(next_round_year(day.year().into(), years.into())),
        Unit::Months(months) => month(months),
        Unit::TenDays if day.day() > 20 => month(1),
        Unit::TenDays => day.with_day(day.day() + 10),
    }
}

/// The first day of a year.
fn first_of(year: i64) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, 1, 1)
}

fn name(unit: Unit, day: NaiveDate, is_first: bool) -> String {
    let month = dates::period(day.month() as u8, Form::Short);
    let number = dates::day(day.day() as u8);
    match unit {
        Unit::Years(_) => year(day.year()),
        Unit::Months(_) | Unit::TenDays if is_first && day.day() == 1 => {
            format!("{month} {}", year(day.year()))
        }
        Unit::TenDays if is_first => format!("{number} {month} {}", year(day.year())),
        Unit::Months(_) if day.month() == 1 => year(day.year()),
        Unit::TenDays if day.ordinal() == 1 => year(day.year()),
        Unit::TenDays if day.day() > 1 => format!("{number} {month}"),
        Unit::Months(_) | Unit::TenDays => month.to_owned(),
    }
}

/// Where the names go on an axis: centred on their ticks, none over another or over what is taken already.
#[must_use]
pub fn placed(ticks: &[Tick], columns: u16, taken: u16) -> Vec<(u16, String)> {
    let mut placed = Vec::new();
    let mut free = usize::from(taken);
    for tick in ticks {
        let width = text::width(&tick.label);
        let centred = usize::from(tick.column).saturating_sub(width.saturating_sub(1) / 2);
        let x = centred.min(usize::from(columns).saturating_sub(width));
        if x >= free && x + width <= usize::from(columns) {
            placed.push((x as u16, tick.label.clone()));
            free = x + width + 1;
        }
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(from: &str, to: &str, columns: u16, expected: &str) {
        let day = |written: &str| scale::number(written.parse().unwrap());
        let scale = Scale::new(day(from)..day(to), columns);
        let found: Vec<String> = ticks(&scale)
            .into_iter()
            .map(|tick| format!("{}:{}", tick.column, tick.label))
            .collect();
        assert_eq!(
            found.join(" "),
            expected,
            "{from} to {to} on {columns} columns"
        );
    }

    #[test]
    fn the_first_tick_is_the_last_at_or_before_a_day() {
        let check = |unit: Unit, day: &str, expected: &str| {
            let found = first(unit, day.parse().unwrap()).unwrap().to_string();
            assert_eq!(found, expected, "{unit:?} at {day}");
        };
        check(Unit::Years(25), "1839-04-19", "1825-01-01");
        check(Unit::Years(1), "1839-01-01", "1839-01-01");
        check(Unit::Months(1), "1914-08-04", "1914-08-01");
        check(Unit::Months(3), "1914-03-15", "1914-01-01");
        check(Unit::Months(3), "1914-12-31", "1914-10-01");
        check(Unit::Months(6), "1914-05-20", "1914-01-01");
        check(Unit::Months(6), "1914-07-01", "1914-07-01");
        check(Unit::TenDays, "1914-08-10", "1914-08-01");
        check(Unit::TenDays, "1914-08-11", "1914-08-11");
        check(Unit::TenDays, "1914-08-31", "1914-08-21");
    }

    #[test]
    fn the_unit_suits_the_zoom() {
        check(
            "1815-01-01",
            "2026-01-01",
            85,
            "4:1825 14:1850 24:1875 34:1900 44:1925 54:1950 64:1975 74:2000 84:2025",
        );
        check(
            "1900-01-01",
            "1950-01-01",
            60,
            "0:1900 12:1910 24:1920 36:1930 48:1940",
        );
        check(
            "1910-01-01",
            "1920-01-01",
            85,
            "0:1910 8:1911 17:1912 25:1913 34:1914 42:1915 51:1916 59:1917 68:1918 76:1919",
        );
        check(
            "1914-01-01",
            "1916-01-01",
            60,
            "0:Jan 1914 7:Apr 14:Jul 22:Oct 30:1915 37:Apr 44:Jul 52:Oct",
        );
        check(
            "1914-06-15",
            "1914-12-15",
            60,
            "5:Jul 1914 15:Aug 25:Sep 35:Oct 45:Nov 55:Dec",
        );
        check(
            "1914-07-15",
            "1914-08-15",
            60,
            "12:21 Jul 1914 33:Aug 53:11 Aug",
        );
        check("1815-01-01", "2026-01-01", 20, "8:1900 17:2000");
    }

    #[test]
    fn the_years_before_the_first_are_named_as_people_do() {
        check(
            "-9999-01-01",
            "9999-12-31",
            60,
            "0:10000 BC 15:5000 BC 30:AD 1 44:5000",
        );
    }

    #[test]
    fn a_window_of_one_column_has_no_tick() {
        check("1815-01-01", "2026-01-01", 1, "");
    }

    #[test]
    fn names_never_touch() {
        let ticks: Vec<Tick> = (0..10)
            .map(|at| Tick {
                column: at * 4,
                label: "1914".to_owned(),
            })
            .collect();
        let found = placed(&ticks, 40, 6);
        assert_eq!(
            found.iter().map(|(x, _)| *x).collect::<Vec<_>>(),
            [7, 15, 23, 31]
        );
    }

    #[test]
    fn a_name_stands_over_its_tick_and_within_the_axis() {
        let check = |column: u16, label: &str, expected: &[u16]| {
            let tick = Tick {
                column,
                label: label.to_owned(),
            };
            let found = placed(&[tick], 40, 6);
            let found: Vec<u16> = found.iter().map(|(x, _)| *x).collect();
            assert_eq!(found, expected, "{label} at {column}");
        };
        check(20, "5", &[20]);
        check(20, "10000 BC", &[17]);
        check(20, "1 January", &[16]);
        check(39, "10000 BC", &[32]);
        check(6, "10000 BC", &[]);
    }
}
