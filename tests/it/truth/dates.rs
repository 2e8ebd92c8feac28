//! Dates that a test makes itself: what is written, and beside it what that means, worked out without the program.

use super::chance::Chance;

/// A day as its year, month and day; their order is that of time.
pub type Day = (i32, u32, u32);

pub const FIRST: Day = (i32::MIN, 1, 1);
pub const LAST: Day = (i32::MAX, 12, 31);

/// A date and what is known of it by how it was made.
#[derive(Debug, Clone, Default)]
pub struct MadeDate {
    /// In EDTF.
    pub written: String,
    pub earliest: Option<Day>,
    pub latest: Option<Day>,
    /// The days that it names.
    pub days: Vec<Day>,
    /// The months that it names, of these days too.
    pub months: Vec<(i32, u32)>,
    /// The years that it names.
    pub years: Vec<i32>,
    /// Whether it owes a reason: it is approximate or uncertain.
    pub is_doubtful: bool,
}

/// A single date: how it is written, its bounds, and what it names.
struct Single {
    written: String,
    first: Day,
    last: Day,
    names: (Option<Day>, Option<(i32, u32)>),
    year: Option<i32>,
}

pub fn last_of_month(year: i32, month: u32) -> u32 {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

pub fn day_before((year, month, day): Day) -> Day {
    match (month, day) {
        (1, 1) => (year.saturating_sub(1), 12, 31),
        (month, 1) => (year, month - 1, last_of_month(year, month - 1)),
        (month, day) => (year, month, day - 1),
    }
}

pub fn day_after((year, month, day): Day) -> Day {
    if day < last_of_month(year, month) {
        (year, month, day + 1)
    } else if month < 12 {
        (year, month + 1, 1)
    } else {
        (year.saturating_add(1), 1, 1)
    }
}

/// A year as EDTF writes it.
fn year_written(year: i32) -> String {
    let sign = if year < 0 { "-" } else { "" };
    format!("{sign}{:04}", year.abs())
}

/// A day as EDTF writes it.
pub fn day_written((year, month, day): Day) -> String {
    format!("{}-{month:02}-{day:02}", year_written(year))
}

fn any_year(chance: &mut Chance) -> i32 {
    match chance.below(12) {
        0 => chance.within(-500, 0),
        1 => chance.within(1, 120),
        2 => chance.within(1000, 2026),
        _ => chance.within(1805, 1845),
    }
}

pub fn any_day(chance: &mut Chance) -> Day {
    let (year, month) = (any_year(chance), chance.within(1, 12) as u32);
    let day = 1 + chance.below(last_of_month(year, month) as usize) as u32;
    (year, month, day)
}

fn single(chance: &mut Chance) -> Single {
    let day @ (year, month, _) = any_day(chance);
    match chance.below(4) {
        0 | 1 => Single {
            written: day_written(day),
            first: day,
            last: day,
            names: (Some(day), Some((year, month))),
            year: Some(year),
        },
        2 => Single {
            written: format!("{}-{month:02}", year_written(year)),
            first: (year, month, 1),
            last: (year, month, last_of_month(year, month)),
            names: (None, Some((year, month))),
            year: Some(year),
        },
        _ => Single {
            written: year_written(year),
            first: (year, 1, 1),
            last: (year, 12, 31),
            names: (None, None),
            year: Some(year),
        },
    }
}

/// Two single dates as exact as each other, the earlier one first.
fn two(chance: &mut Chance) -> (Single, Single) {
    let (mut one, mut other) = (single(chance), single(chance));
    let exactness = |single: &Single| (single.names.0.is_some(), single.names.1.is_some());
    while exactness(&one) != exactness(&other) || one.first == other.first {
        other = single(chance);
    }
    if other.last < one.first {
        std::mem::swap(&mut one, &mut other);
    }
    (one, other)
}

fn made(written: String, bounds: (Option<Day>, Option<Day>), named: &[&Single]) -> MadeDate {
    MadeDate {
        written,
        earliest: bounds.0,
        latest: bounds.1,
        days: named.iter().filter_map(|single| single.names.0).collect(),
        months: named.iter().filter_map(|single| single.names.1).collect(),
        years: named.iter().filter_map(|single| single.year).collect(),
        is_doubtful: false,
    }
}

/// A date of any form that the format takes.
pub fn any_date(chance: &mut Chance) -> MadeDate {
    match chance.below(16) {
        0..=5 => {
            let one = single(chance);
            made(
                one.written.clone(),
                (Some(one.first), Some(one.last)),
                &[&one],
            )
        }
        6 => {
            let one = single(chance);
            let mark = *chance.of(&["?", "~", "%"]);
            let written = format!("{}{mark}", one.written);
            let date = made(written, (Some(one.first), Some(one.last)), &[&one]);
            MadeDate {
                is_doubtful: true,
                ..date
            }
        }
        7 => {
            let (one, other) = two(chance);
            let written = format!("{}/{}", one.written, other.written);
            made(
                written,
                (Some(one.first), Some(other.last)),
                &[&one, &other],
            )
        }
        8 => {
            let one = single(chance);
            let (written, bounds) = match chance.below(4) {
                0 => (format!("{}/..", one.written), (Some(one.first), None)),
                1 => (format!("{}/", one.written), (Some(one.first), None)),
                2 => (format!("../{}", one.written), (None, Some(one.last))),
                _ => (format!("/{}", one.written), (None, Some(one.last))),
            };
            made(written, bounds, &[&one])
        }
        9 => {
            let one = single(chance);
            let (written, bounds) = match chance.below(2) {
                0 => (format!("[..{}]", one.written), (None, Some(one.last))),
                _ => (format!("[{}..]", one.written), (Some(one.first), None)),
            };
            made(written, bounds, &[&one])
        }
        10 | 11 => {
            let (one, other) = two(chance);
            let (open, close) = *chance.of(&[('[', ']'), ('{', '}')]);
            let between = *chance.of(&[",", ".."]);
            let written = format!("{open}{}{between}{}{close}", one.written, other.written);
            made(
                written,
                (Some(one.first), Some(other.last)),
                &[&one, &other],
            )
        }
        12 => open_figures(chance),
        13 => season(chance),
        14 => month_of_open_day(chance),
        _ => {
            let written = *chance.of(&["XXXX", "XXXX-12-21", "XXXX-06"]);
            made(written.to_owned(), (None, None), &[])
        }
    }
}

/// A decade, a century, a millennium.
fn open_figures(chance: &mut Chance) -> MadeDate {
    let (figures, open) = *chance.of(&[("181", 1), ("182", 1), ("18", 2), ("15", 2), ("1", 3)]);
    let number: i32 = figures.parse().unwrap();
    let years = 10_i32.pow(open);
    let first = (number * years, 1, 1);
    let last = ((number + 1) * years - 1, 12, 31);
    let written = format!("{figures}{}", "X".repeat(open as usize));
    made(written, (Some(first), Some(last)), &[])
}

/// A season that lies within its year.
fn season(chance: &mut Chance) -> MadeDate {
    let (year, which) = (chance.within(1805, 1845), chance.below(3) as u32);
    let (first, last) = (3 + which * 3, 5 + which * 3);
    let bounds = (
        Some((year, first, 1)),
        Some((year, last, last_of_month(year, last))),
    );
    let date = made(format!("{year}-{}", 21 + which), bounds, &[]);
    MadeDate {
        years: vec![year],
        ..date
    }
}

/// A day of a month, which one is not known.
fn month_of_open_day(chance: &mut Chance) -> MadeDate {
    let (year, month) = (chance.within(1805, 1845), chance.within(1, 12) as u32);
    let bounds = (
        Some((year, month, 1)),
        Some((year, month, last_of_month(year, month))),
    );
    let date = made(format!("{year}-{month:02}-XX"), bounds, &[]);
    MadeDate {
        months: vec![(year, month)],
        years: vec![year],
        ..date
    }
}

impl MadeDate {
    /// The first day that it can mean, however early.
    pub fn first(&self) -> Day {
        self.earliest.unwrap_or(FIRST)
    }

    /// The last day that it can mean, however late.
    pub fn last(&self) -> Day {
        self.latest.unwrap_or(LAST)
    }

    /// Where it stands in a list.
    pub fn place(&self) -> (Day, Day) {
        let first = self.earliest.or(self.latest).unwrap_or(LAST);
        (first, self.last())
    }
}
