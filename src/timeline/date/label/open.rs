//! Labels of dates of which a figure is left open: "1900s (decade)", "20th century", "21 December of an unknown year".
//!
//! A decade and a century that begin with the same year are called differently, so that neither looks like the other.

use edtf_core::{Bound, Date, DateField, Edtf, YearKind};

use super::super::era::{Decade, year_label, years_label};
use super::{Length, period, year};
use crate::words::dates::{self, after_preposition, ordinal};
use crate::words::{fill, translated};

/// The years that a date can be, by the name of the decade, the century or the millennium, or with an X where a
/// figure is unknown.
pub(super) fn years(date: &Date, length: Length) -> String {
    let YearKind::Standard { digits, .. } = date.year.kind else {
        return String::new();
    };
    if digits == [None; 4] {
        return translated("year unknown").to_owned();
    }
    let figures: String = digits.map(figure).into_iter().collect();
    let open = digits.iter().rev().take_while(|digit| digit.is_none());
    let is_named = digits.iter().filter(|digit| digit.is_none()).count() == open.count();
    let (first, last) = ends(date);
    match (is_named, length) {
        (true, _) => named(first, last),
        (false, Length::Long) => fill("{0}, X unknown", &[&figures]),
        (false, Length::Short) => figures,
    }
}

/// A year of which only the first figures are sure: "20th century, estimated 1950".
pub(super) fn estimated(date: &Date, value: i64, length: Length) -> String {
    let (first, last) = ends(date);
    if first == last {
        return year_label(value);
    }
    let wide = named(first, last);
    match length {
        Length::Long => fill("{0}, estimated {1}", &[&wide, &year_label(value)]),
        Length::Short => {
            let wide = wide.replace(translated("century"), translated("c."));
            format!("{}, {wide}", year_label(value))
        }
    }
}

/// What stands behind a month: " 1914", " in the 1560s", " of an unknown year"; in a column as much as has room.
pub(super) fn of_year(date: &Date, length: Length) -> String {
    let years = year(date, length);
    let is_one = date.year.value().is_some();
    let unknown = translated("year unknown");
    match (years.as_str(), length) {
        (years, Length::Long) if years == unknown => translated(" of an unknown year").to_owned(),
        (years, Length::Short) if years == unknown => " ?".to_owned(),
        _ if is_one || length == Length::Short => format!(" {years}"),
        _ if years.contains('X') => fill(" of {0}", &[&years]),
        _ => fill(" in the {0}", &[&years]),
    }
}

/// "August 1914, day unknown", "between 20 and 29 December 1560".
pub(super) fn of_open_day(day: DateField, month: &str, length: Length) -> String {
    match (possibly(day, 31, length, dates::day), length) {
        (Some(days), _) => format!("{days} {month}"),
        (None, Length::Long) => fill("{0}, day unknown", &[&month]),
        (None, Length::Short) => month.to_owned(),
    }
}

/// "1914, month unknown", "day 25 of an unknown month of 1560", "between October and December 1984".
pub(super) fn of_open_month(date: &Date, month: DateField, length: Length) -> String {
    let of_year = of_year(date, length);
    let has_day = date.day.is_some();
    let day = date.day.and_then(|day| match day.value() {
        Some(day) => Some(dates::day(day)),
        None => possibly(day, 31, length, dates::day),
    });
    if let Some(months) = possibly(month, 12, length, |month| {
        period(month, length, has_day).to_owned()
    }) {
        return match (day, length) {
            (Some(day), _) => format!("{day} {months}{of_year}"),
            (None, Length::Long) if has_day => {
                fill("{0}, day unknown", &[&format!("{months}{of_year}")])
            }
            (None, _) => format!("{months}{of_year}"),
        };
    }
    match (day, length) {
        (Some(day), Length::Short) => format!("{day} ?{of_year}"),
        (Some(day), Length::Long) if date.year.value().is_some() => {
            fill("day {0} of an unknown month of{1}", &[&day, &of_year])
        }
        (Some(day), Length::Long) => fill("day {0} of an unknown month{1}", &[&day, &of_year]),
        (None, Length::Short) => year(date, length),
        (None, Length::Long) if has_day => {
            fill("{0}, month and day unknown", &[&year(date, length)])
        }
        (None, Length::Long) => fill("{0}, month unknown", &[&year(date, length)]),
    }
}

/// What a field can be of which one figure is known: "between 20 and 29", "5, 15 or 25"; `None` where it can be anything.
fn possibly(
    field: DateField,
    most: u8,
    length: Length,
    name: impl Fn(u8) -> String,
) -> Option<String> {
    let fits = |number: &u8| {
        let [tens, ones] = field.digits;
        tens.is_none_or(|tens| tens == number / 10) && ones.is_none_or(|ones| ones == number % 10)
    };
    let numbers: Vec<u8> = (1..=most).filter(fits).collect();
    let (first, last) = (*numbers.first()?, *numbers.last()?);
    let is_row = numbers.len() > 2 && usize::from(last - first) + 1 == numbers.len();
    match (field.digits, length) {
        ([None, None], _) => None,
        (_, Length::Long) if is_row => Some(fill(
            "between {0} and {1}",
            &[
                &after_preposition(name(first)),
                &after_preposition(name(last)),
            ],
        )),
        (_, Length::Short) if is_row => Some(format!("{}–{}", name(first), name(last))),
        _ => {
            let before = numbers.iter().rev().skip(1).rev();
            let before: Vec<String> = before.map(|number| name(*number)).collect();
            Some(match before.is_empty() {
                true => name(last),
                false => format!("{} {} {}", before.join(", "), translated("or"), name(last)),
            })
        }
    }
}

/// Ten, a hundred or a thousand years by their name, others by their ends.
fn named(first: i64, last: i64) -> String {
    let era = |number: i64| if number == 1 { translated(" AD") } else { "" };
    match last - first + 1 {
        // "The 1900s" are a hundred years to most.
        10 if first > 0 && first % 100 == 0 => fill("{0} (decade)", &[&dates::decade(first)]),
        // Ten years that are counted from 1 BC on are parts of two decades as people count them.
        10 if Decade::of(first) == Decade::of(last) => Decade::of(last).label(),
        100 if first >= 0 => {
            let number = first / 100 + 1;
            format!(
                "{} {}{}",
                ordinal(number),
                translated("century"),
                era(number)
            )
        }
        1000 if first >= 0 => {
            let number = first / 1000 + 1;
            format!(
                "{} {}{}",
                ordinal(number),
                translated("millennium"),
                era(number)
            )
        }
        _ => years_label(first..=last),
    }
}

/// The first and the last year that a date can be.
fn ends(date: &Date) -> (i64, i64) {
    let bounds = Edtf::Date(*date).bounds();
    let year = |bound: Bound| match bound {
        Bound::Date(day) => day.year,
        _ => 0,
    };
    (year(bounds.earliest), year(bounds.latest))
}

fn figure(digit: Option<u8>) -> char {
    digit.map_or('X', |digit| char::from(b'0' + digit))
}
