//! A single date with all that it needs: a day, a month, a part of a year, a year or more of them.

use chrono::{Datelike, Days, NaiveDate};

use super::parts::{Parts, Reckoning, Years, parts};
use super::vocabulary::roman_month;
use super::{FigureOrder, Habit, HistoricDate};
use crate::timeline::date::YEARS;

/// Something that the calendar counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CalendarUnit {
    /// From one year to another, of astronomers: the year 0 is 1 BC.
    Years(i64, i64),
    /// A part of a year by its code in EDTF.
    Part(i64, u8),
    Month(i64, u8),
    Day(i64, u8, u8),
}

/// A unit, and the doubts about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Point {
    pub unit: CalendarUnit,
    pub about: bool,
    pub doubtful: bool,
}

/// Where in an expression a date is written: years before Christ have no digits left open, and need two ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Alone,
    First,
    Last,
}

impl Point {
    /// The date in EDTF.
    pub(super) fn edtf(self, side: Side) -> String {
        let qualifier = match (self.about, self.doubtful) {
            (true, true) => "%",
            (true, false) => "~",
            (false, true) => "?",
            (false, false) => "",
        };
        let one = |year: i64| format!("{}{qualifier}", year_in_figures(year));
        match self.unit {
            CalendarUnit::Years(first, last) if first == last => one(first),
            CalendarUnit::Years(first, last) => match (open_digits(first, last), side) {
                (Some(digits), _) => format!("{digits}{qualifier}"),
                (None, Side::First) => one(first),
                (None, Side::Last) => one(last),
                // The ends of a choice bear no doubts.
                (None, Side::Alone) if qualifier.is_empty() => {
                    format!("[{}..{}]", one(first), one(last))
                }
                (None, Side::Alone) => format!("{}/{}", one(first), one(last)),
            },
            CalendarUnit::Part(year, code) => {
                format!("{}-{code:02}{qualifier}", year_in_figures(year))
            }
            CalendarUnit::Month(year, month) => {
                format!("{}-{month:02}{qualifier}", year_in_figures(year))
            }
            CalendarUnit::Day(year, month, day) => {
                format!("{}-{month:02}-{day:02}{qualifier}", year_in_figures(year))
            }
        }
    }

    /// The last date before it that is as exact, with the same doubts.
    pub(super) fn before(self) -> Option<Self> {
        let unit = match self.unit {
            CalendarUnit::Years(first, _) => CalendarUnit::Years(first - 1, first - 1),
            unit => unit.beside(self.date()?.earliest()?.checked_sub_days(Days::new(1))?),
        };
        Some(Point { unit, ..self })
    }

    /// The first date after it that is as exact, with the same doubts.
    pub(super) fn after(self) -> Option<Self> {
        let unit = match self.unit {
            CalendarUnit::Years(_, last) => CalendarUnit::Years(last + 1, last + 1),
            unit => unit.beside(self.date()?.latest()?.checked_add_days(Days::new(1))?),
        };
        Some(Point { unit, ..self })
    }

    fn date(self) -> Option<HistoricDate> {
        HistoricDate::of_edtf(&self.edtf(Side::Alone)).ok()
    }
}

impl CalendarUnit {
    /// The unit of this kind that holds a day; next to a season stands a month.
    fn beside(self, day: NaiveDate) -> Self {
        let (year, month) = (i64::from(day.year()), day.month() as u8);
        match self {
            CalendarUnit::Years(..) => CalendarUnit::Years(year, year),
            CalendarUnit::Part(..) | CalendarUnit::Month(..) => CalendarUnit::Month(year, month),
            CalendarUnit::Day(..) => CalendarUnit::Day(year, month, day.day() as u8),
        }
    }
}

/// Four figures and a sign.
fn year_in_figures(year: i64) -> String {
    let sign = if year < 0 { "-" } else { "" };
    format!("{sign}{:04}", year.abs())
}

/// "183X", "18XX", "1XXX": ten, a hundred or a thousand years that begin with the same figures.
fn open_digits(first: i64, last: i64) -> Option<String> {
    let open = match last - first {
        9 => 1,
        99 => 2,
        999 => 3,
        _ => return None,
    };
    let figures = year_in_figures(first);
    let (kept, zeros) = figures.split_at_checked(4_usize.checked_sub(open)?)?;
    (first >= 0 && zeros.bytes().all(|digit| digit == b'0'))
        .then(|| format!("{kept}{}", "X".repeat(open)))
}

/// A single date; `None` where a part of it is missing, or where it is none.
pub(super) fn read(text: &str, habit: Habit) -> Option<Parts> {
    in_figures(text, habit)
        .or_else(|| parts(text))
        .or_else(|| parts(&hyphenated(text)?))
}

/// "4-Aug-1914" with spaces: hyphens that part a month in letters from its figures.
fn hyphenated(text: &str) -> Option<String> {
    let has_letters = text.chars().any(char::is_alphabetic);
    (has_letters && !text.contains(' ') && (1..=2).contains(&text.matches('-').count()))
        .then(|| text.replace('-', " "))
}

/// The date of parts that have all they need.
pub(super) fn complete(parts: &Parts) -> Option<Point> {
    let years = parts.years?;
    if parts.bare.is_some() || parts.ordinal.is_some() {
        return None;
    }
    let is_before = parts.era == Some(Reckoning::BeforeChrist);
    let counted = |year: i64| if is_before { 1 - year } else { year };
    let unit = match years {
        Years::One(0) => return None,
        Years::One(year) => {
            let year = counted(year);
            match (parts.part, parts.month, parts.day) {
                (None, None, None) => CalendarUnit::Years(year, year),
                (Some(code), None, None) => CalendarUnit::Part(year, code),
                (None, Some(month), None) => CalendarUnit::Month(year, month),
                (None, Some(month), Some(day)) => CalendarUnit::Day(year, month, day),
                _ => return None,
            }
        }
        _ if parts.month.is_some() || parts.day.is_some() => return None,
        // "30s" are the thirties of which century? An era says that it is the first.
        Years::Decade(first) if first == 0 || (first < 100 && parts.era.is_none()) => return None,
        // A part of a century is no part of a year, and the century is wide enough.
        Years::Decade(first) if !is_before => CalendarUnit::Years(first, first + 9),
        Years::Decade(first) => CalendarUnit::Years(counted(first + 9), counted(first)),
        Years::Hundreds(first) if !is_before => CalendarUnit::Years(first, first + 99),
        Years::Hundreds(first) => CalendarUnit::Years(counted(first + 99), counted(first)),
        Years::Century(number) => many(number, 100, is_before)?,
        Years::Millennium(number) => many(number, 1000, is_before)?,
    };
    let CalendarUnit::Years(first, last) = unit else {
        return Some(Point {
            unit,
            about: parts.about,
            doubtful: parts.doubtful,
        });
    };
    (YEARS.contains(&first) && YEARS.contains(&last)).then_some(Point {
        unit,
        about: parts.about,
        doubtful: parts.doubtful,
    })
}

/// Hundreds or thousands of years by their number: the nineteenth century is 18XX, the fifth before Christ 500 to 401.
fn many(number: i64, length: i64, is_before: bool) -> Option<CalendarUnit> {
    let number = number
        .checked_sub(1)
        .filter(|number| (0..100).contains(number))?;
    let first = number * length;
    Some(if is_before {
        CalendarUnit::Years(1 - (first + length), -first)
    } else {
        CalendarUnit::Years(first, first + length - 1)
    })
}

/// Whether a text is a year and one or two figures behind a hyphen or a stroke: 1905-07, 1905/7.
pub(super) fn is_year_and_short(text: &str) -> bool {
    let Some((year, short)) = text.split_once(['-', '/']) else {
        return false;
    };
    is_year(year) && is_small(short)
}

fn is_year(figures: &str) -> bool {
    figures.len() == 4 && figures.bytes().all(|digit| digit.is_ascii_digit())
}

fn is_small(figures: &str) -> bool {
    (1..=2).contains(&figures.len()) && figures.bytes().all(|digit| digit.is_ascii_digit())
}

/// "4.8.1914", "8/4/1914", "1914/08/04", "1914-8-4", "8/1914", "4.VIII.1914", "19140804", "1914.0", "1914-08-00".
fn in_figures(text: &str, habit: Habit) -> Option<Parts> {
    let text = text.strip_prefix('+').unwrap_or(text);
    let sign = text.chars().find(|sign| "./-".contains(*sign));
    let parts: Vec<&str> = match sign {
        Some(sign) => text.split(sign).map(str::trim).collect(),
        None => vec![text],
    };
    let small = |figures: &str| {
        is_small(figures)
            .then(|| figures.parse::<u8>().ok())
            .flatten()
            .filter(|number| *number > 0)
    };
    let month = |figures: &str| small(figures).or_else(|| roman_month(figures));
    let year = |figures: &str| {
        is_year(figures)
            .then(|| figures.parse::<i64>().ok())
            .flatten()
    };
    let made = |years: &str, month: Option<u8>, day: Option<u8>| {
        Some(Parts {
            years: Some(Years::One(year(years)?)),
            month,
            day,
            ..Parts::default()
        })
    };
    match parts[..] {
        [figures] if figures.len() == 8 && figures.bytes().all(|digit| digit.is_ascii_digit()) => {
            let (years, rest) = figures.split_at(4);
            let (of_month, of_day) = rest.split_at(2);
            made(years, Some(small(of_month)?), Some(small(of_day)?))
        }
        [years, zeros]
            if sign == Some('.') && is_year(years) && zeros.bytes().all(|digit| digit == b'0') =>
        {
            made(years, None, None)
        }
        // Half of 1914, or its fifth month?
        [_, digit] if sign == Some('.') && digit.len() == 1 && is_small(digit) => None,
        [years, of_month] if is_year(years) && !habit.ends_in_a_year => {
            made(years, Some(month(of_month)?), None)
        }
        [of_month, years] if is_year(years) => made(years, Some(month(of_month)?), None),
        // Databases write noughts for what they do not know.
        [years, "00", "00"] => made(years, None, None),
        [years, of_month, "00"] => made(years, Some(month(of_month)?), None),
        [years, of_month, of_day] if is_year(years) => {
            made(years, Some(month(of_month)?), Some(small(of_day)?))
        }
        [first, second, years] if is_year(years) => {
            // A full stop stands behind a day, and letters are the month.
            let is_roman = roman_month(second).is_some();
            let day_first = sign == Some('.') || is_roman || habit.order == FigureOrder::DayFirst;
            let (of_day, of_month) = if day_first {
                (first, second)
            } else {
                (second, first)
            };
            made(years, Some(month(of_month)?), Some(small(of_day)?))
        }
        _ => None,
    }
}
