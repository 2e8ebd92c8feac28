//! What a label says of the figures that are unknown: "August 1914, day unknown", "20th century, estimated 1950".
//!
//! Whatever the program calls a date can be typed back.

use super::Habit;
use super::point::{CalendarUnit, Side, complete, read as point};
use crate::timeline::date::HistoricDate;

/// What stands behind a date, and the figures that are open then.
const BEHIND: [(&str, &str); 3] = [
    (", month and day unknown", "-XX-XX"),
    (", month unknown", "-XX"),
    (", day unknown", "-XX"),
];

const ALL_BEFORE: [&str; 2] = [" and all before", " and before"];
const ALL_AFTER: [&str; 2] = [" and all after", " and after"];

/// The EDTF spelling; `None` where nothing is said to be unknown.
pub(super) fn read(text: &str, habit: Habit) -> Option<String> {
    let one = |text: &str| Some(complete(&point(text.trim(), habit)?)?.edtf(Side::Alone));
    let before = |ends: [&str; 2]| ends.into_iter().find_map(|end| text.strip_suffix(end));
    if text == "year unknown" {
        return Some("XXXX".to_owned());
    }
    if let Some(figures) = text.strip_suffix(", x unknown") {
        return Some(figures.to_uppercase());
    }
    if let Some((known, open)) = BEHIND
        .iter()
        .find_map(|(end, open)| Some((text.strip_suffix(end)?, open)))
    {
        return Some(format!("{}{open}", one(known)?));
    }
    if let Some(known) = before(ALL_BEFORE) {
        return Some(format!("{{..{}}}", one(known)?));
    }
    if let Some(known) = before(ALL_AFTER) {
        return Some(format!("{{{}..}}", one(known)?));
    }
    if let Some((wide, year)) = text.split_once(", estimated ") {
        return estimated(&one(wide)?, &one(year)?);
    }
    if let Some(rest) = text.strip_prefix("day ") {
        let (day, year) = rest.split_once(" of an unknown month of ")?;
        let (day, year) = (day.parse::<u8>().ok()?, year.trim());
        let year = match year {
            "an unknown year" => "XXXX".to_owned(),
            year => one(year)?,
        };
        return Some(format!("{year}-XX-{day:02}"));
    }
    let known = text.strip_suffix(" of an unknown year")?;
    // A leap year has every day that any year has.
    let point = complete(&point(&format!("{known} 2000"), habit)?)?;
    match point.unit {
        CalendarUnit::Day(..) | CalendarUnit::Month(..) | CalendarUnit::Part(..) => {
            Some(point.edtf(Side::Alone).replacen("2000", "XXXX", 1))
        }
        CalendarUnit::Years(..) => None,
    }
}

/// A year with as many figures sure as the name of the years around it says: "20XX" and "2020" make "2020S2".
fn estimated(wide: &str, year: &str) -> Option<String> {
    let dates = [1, 2, 3].map(|sure| format!("{year}S{sure}"));
    let wide = HistoricDate::of_edtf(wide).ok()?;
    dates.into_iter().find(|written| {
        HistoricDate::of_edtf(written)
            .is_ok_and(|date| (date.earliest(), date.latest()) == (wide.earliest(), wide.latest()))
    })
}
