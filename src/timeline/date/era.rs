//! Years as people count them: "1914", "AD 79", "44 BC", and what is made of several.
//!
//! A date counts as astronomers do, with a year 0, which people call 1 BC. This is the only place that says a year.

use std::ops::RangeInclusive;

use super::HistoricDate;
use crate::words::{dates, fill};

/// From this year on nobody asks which era is meant.
const PLAIN: i64 = 100;

/// "1914", "AD 79", "44 BC".
#[must_use]
pub fn year_label(year: impl Into<i64>) -> String {
    match year.into() {
        year @ ..=0 => fill("{0} BC", &[&(1 - year)]),
        year @ 1..PLAIN => fill("AD {0}", &[&year]),
        year => year.to_string(),
    }
}

/// "1914–1918", "AD 50–79", "500–400 BC", "44 BC – AD 14": what both share stands once.
#[must_use]
pub fn years_label(years: RangeInclusive<i64>) -> String {
    match (*years.start(), *years.end()) {
        (first, last) if first == last => year_label(first),
        (first @ ..=0, last @ ..=0) => fill("{0}–{1} BC", &[&(1 - first), &(1 - last)]),
        // Behind a year before Christ a later one says that it is after.
        (first @ ..=0, last) => fill("{0} BC – AD {1}", &[&(1 - first), &last]),
        (first @ 1..PLAIN, last) => fill("AD {0}–{1}", &[&first, &last]),
        (first, last) => format!("{first}–{last}"),
    }
}

/// Ten years that people call by one name: the 1830s, the 40s BC; around the first year there are only nine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decade(i64);

impl Decade {
    /// The decade of a year.
    #[must_use]
    pub fn of(year: impl Into<i64>) -> Self {
        let year = year.into();
        Decade(if year > 0 {
            year / 10
        } else {
            -1 - (1 - year) / 10
        })
    }

    /// The decade under which a date stands; `None` for what has no place in time.
    #[must_use]
    pub fn of_date(date: &HistoricDate) -> Option<Self> {
        date.is_placed().then(|| Decade::of(date.year()))
    }

    /// "1830s", "AD 70s", "AD 1–9", "9–1 BC", "40s BC".
    #[must_use]
    pub fn label(self) -> String {
        match self.0 {
            decade @ 10.. => dates::decade(decade * 10),
            0 => years_label(1..=9),
            decade @ 1..10 => fill("AD {0}", &[&dates::decade(decade * 10)]),
            -1 => years_label(-8..=0),
            decade => fill("{0} BC", &[&dates::decade((-1 - decade) * 10)]),
        }
    }

    /// Its first year.
    #[must_use]
    pub fn first_year(self) -> i64 {
        match self.0 {
            0 => 1,
            decade @ 1.. => decade * 10,
            decade => 1 - ((-1 - decade) * 10 + 9),
        }
    }
}

/// The last year at or before one that people call round, counted in such steps: 1830, 40 BC; between the eras stands AD 1.
#[must_use]
pub fn round_year(year: i64, step: i64) -> i64 {
    match year {
        1.. => (year.div_euclid(step) * step).max(1),
        // 1 - year is the year before Christ, and earlier ones are greater.
        _ => 1 - (1 - year + step - 1) / step * step,
    }
}

/// The round year after a round one.
#[must_use]
pub fn next_round_year(year: i64, step: i64) -> i64 {
    match year {
        1 => step.max(2),
        2.. => year + step,
        _ if 1 - year <= step => 1,
        _ => year + step,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_says_its_era_where_it_could_be_asked() {
        let check = |year: i64, expected: &str| assert_eq!(year_label(year), expected);
        check(1914, "1914");
        check(100, "100");
        check(99, "AD 99");
        check(1, "AD 1");
        check(0, "1 BC");
        check(-43, "44 BC");
    }

    #[test]
    fn years_say_once_what_they_share() {
        let check = |years, expected: &str| assert_eq!(years_label(years), expected);
        check(1914..=1918, "1914–1918");
        check(1914..=1914, "1914");
        check(50..=79, "AD 50–79");
        check(79..=120, "AD 79–120");
        check(-499..=-399, "500–400 BC");
        check(-43..=14, "44 BC – AD 14");
        check(-43..=800, "44 BC – AD 800");
    }

    #[test]
    fn a_decade_has_the_years_that_people_give_it() {
        let check = |year: i64, first: i64, expected: &str| {
            let decade = Decade::of(year);
            assert_eq!(
                (decade.label().as_str(), decade.first_year()),
                (expected, first),
                "{year}"
            );
        };
        check(1834, 1830, "1830s");
        check(79, 70, "AD 70s");
        check(9, 1, "AD 1–9");
        check(1, 1, "AD 1–9");
        check(0, -8, "9–1 BC");
        check(-8, -8, "9–1 BC");
        check(-9, -18, "10s BC");
        check(-43, -48, "40s BC");
    }

    #[test]
    fn round_years_are_round_to_people() {
        let check = |from: i64, step: i64, expected: &[i64]| {
            let mut year = round_year(from, step);
            let mut found = Vec::new();
            for _ in expected {
                found.push(year);
                year = next_round_year(year, step);
            }
            assert_eq!(found, expected, "from {from} by {step}");
        };
        check(1834, 10, &[1830, 1840]);
        check(-250, 100, &[-299, -199, -99, 1, 100, 200]);
        check(-299, 100, &[-299, -199]);
        check(0, 100, &[-99, 1, 100]);
        check(-1, 1, &[-1, 0, 1, 2, 3]);
        check(5, 10, &[1, 10, 20]);
    }
}
