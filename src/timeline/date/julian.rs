//! Days of the Julian calendar, "Old Style", and the same days in the Gregorian one.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::label::day_label;
use crate::words::fill;

/// Which calendar a date of the file is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Calendar {
    /// The calendar in which every date is kept.
    Gregorian,
    /// The calendar of Old Style dates.
    Julian,
}

impl Calendar {
    /// Both, in the order in which a message names them.
    pub const ALL: [Calendar; 2] = [Calendar::Gregorian, Calendar::Julian];

    /// The word in the file.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Calendar::Gregorian => "gregorian",
            Calendar::Julian => "julian",
        }
    }
}

/// A day as the Julian calendar counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OldStyle {
    year: i16,
    month: u8,
    day: u8,
}

impl OldStyle {
    /// Reads `1912-11-05`; only a date with a day has a counterpart in the other calendar.
    pub(super) fn parse(written: &str) -> Option<Self> {
        let mut parts = written.split('-');
        let mut number = |width: usize| {
            let part = parts.next()?;
            let is_number = part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit());
            is_number.then(|| part.parse::<i16>().ok()).flatten()
        };
        let (year, month, day) = (number(4)?, number(2)?, number(2)?);
        let read = OldStyle {
            year,
            month: u8::try_from(month).ok()?,
            day: u8::try_from(day).ok()?,
        };
        (parts.next().is_none() && read.is_real()).then_some(read)
    }

    /// Every fourth year is a leap year, the years of centuries too.
    fn is_real(self) -> bool {
        let days = match self.month {
            2 if self.year % 4 == 0 => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => 0,
        };
        (1..=days).contains(&self.day)
    }

    /// The same day in the Gregorian calendar.
    pub(super) fn gregorian(self) -> Option<NaiveDate> {
        // Years are counted from March, so that a leap day is the last day of its year.
        let (year, month, day) = (self.year.into(), self.month.into(), i32::from(self.day));
        let (year, month): (i32, i32) = match month {
            1 | 2 => (year - 1, month + 9),
            month => (year, month - 3),
        };
        let day_of_year = (153 * month + 2) / 5 + day - 1;
        let days = 365 * year + year.div_euclid(4) + day_of_year;
        // Day 0 of this count, 1 March of the year 0 Old Style, is 28 February by the Gregorian reckoning.
        NaiveDate::from_ymd_opt(0, 2, 28)?.checked_add_signed(chrono::TimeDelta::days(days.into()))
    }

    /// The EDTF spelling of the day, in its own calendar.
    #[must_use]
    pub fn written(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// "5 November 1912 Old Style".
    #[must_use]
    pub fn label(self) -> String {
        let day = day_label(self.year.into(), self.month.into(), self.day.into());
        fill("{0} Old Style", &[&day])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_the_old_style_is_another_of_the_new() {
        let check = |old: &str, new: Option<&str>| {
            let day = OldStyle::parse(old).and_then(OldStyle::gregorian);
            assert_eq!(day.map(|day| day.to_string()).as_deref(), new, "{old}");
        };
        check("1912-11-05", Some("1912-11-18"));
        check("1917-10-25", Some("1917-11-07"));
        check("1900-02-28", Some("1900-03-12"));
        check("1900-02-29", Some("1900-03-13"));
        check("1900-03-01", Some("1900-03-14"));
        check("1815-06-09", Some("1815-06-21"));
        check("1582-10-05", Some("1582-10-15"));
        check("0200-03-01", Some("0200-03-01"));
        check("0001-01-01", Some("0000-12-30"));
        check("1913-02-29", None);
        check("1913-04-31", None);
        check("1913-13-01", None);
        check("1913-04", None);
        check("1913-04-01?", None);
        check("+913-04-01", None);
    }

    #[test]
    fn it_is_shown_with_its_style() {
        let day = OldStyle::parse("1912-11-05").unwrap();
        assert_eq!(day.label(), "5 November 1912 Old Style");
        assert_eq!(day.written(), "1912-11-05");
    }
}
