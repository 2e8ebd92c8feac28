//! How long it was from one date to another, never finer than the coarser of the two.
//!
//! Completed years, months or days are counted, as ages are. Dates that leave room for several answers get a range.

use chrono::{Datelike, NaiveDate};

use super::HistoricDate;
use crate::words::{fill, translated};

/// Days within which a date must be known for months to be counted.
const MONTH: i64 = 31;

/// Below this many months, two exact days are so near that the days are counted.
const COUNTED_IN_DAYS: i32 = 2;

/// "75 y", "30–31 y", "9 months", "3 days", "c. 13 y"; `None` where a date is open or the order is unknown.
#[must_use]
pub fn elapsed(begin: &HistoricDate, end: &HistoricDate) -> Option<String> {
    let (first, last) = (begin.earliest()?, begin.latest()?);
    let (end_first, end_last) = (end.earliest()?, end.latest()?);
    if end_last < first {
        return None;
    }
    let circa = if begin.wants_basis() || end.wants_basis() {
        translated("c. ")
    } else {
        ""
    };
    let fewest = months(last, end_first).max(0);
    let most = months(first, end_last);
    let width = |from: NaiveDate, to: NaiveDate| to.signed_duration_since(from).num_days();
    let by_month = width(first, last) < MONTH && width(end_first, end_last) < MONTH;
    let exact = begin.is_exact_day() && end.is_exact_day();
    let text = if fewest >= 12 {
        range(fewest / 12, most / 12, "y", "y")
    } else if exact && most < COUNTED_IN_DAYS {
        let days = i32::try_from(width(first, end_first)).unwrap_or(0);
        range(days, days, "day", "days")
    } else if by_month && fewest > 0 {
        range(fewest, most, "month", "months")
    } else if by_month && most < 12 {
        under(most + 1, "month", "months")
    } else {
        under(most / 12 + 1, "y", "y")
    };
    Some(format!("{circa}{text}"))
}

fn range(fewest: i32, most: i32, one: &'static str, many: &'static str) -> String {
    let [one, many] = [one, many].map(translated);
    match (fewest, most) {
        (1, 1) => format!("1 {one}"),
        (fewest, most) if fewest == most => format!("{fewest} {many}"),
        (fewest, most) => format!("{fewest}–{most} {many}"),
    }
}

fn under(number: i32, one: &'static str, many: &'static str) -> String {
    let noun = translated(if number == 1 { one } else { many });
    fill("under {0} {1}", &[&number, &noun])
}

/// Completed months between two days.
fn months(from: NaiveDate, to: NaiveDate) -> i32 {
    let in_months = |day: NaiveDate| day.year() * 12 + day.month0() as i32;
    in_months(to) - in_months(from) - i32::from(to.day() < from.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_answer_is_finer_than_its_dates() {
        let check = |begin: &str, end: &str, expected: Option<&str>| {
            let date = |written| HistoricDate::parse(written).unwrap();
            let found = elapsed(&date(begin), &date(end));
            assert_eq!(found.as_deref(), expected, "{begin} to {end}");
        };
        check("1839-04-19", "1914-08-04", Some("75 y"));
        check("1815", "1846", Some("30–31 y"));
        check("1815-11", "1846-11-06", Some("30–31 y"));
        check("1815-10", "1846-11-06", Some("31 y"));
        check("1914-08-03", "1915-05-23", Some("9 months"));
        check("1914-07-30/1914-08-06", "1915-05-23", Some("9 months"));
        check("1914-07-15/1914-08-06", "1915-05-20", Some("9–10 months"));
        check("1956-11-01", "1956-11-04", Some("3 days"));
        check("1956-11-03", "1956-11-04", Some("1 day"));
        check("1914", "1915", Some("under 2 y"));
        check("1914", "1914", Some("under 1 y"));
        check("1914-08", "1914-08", Some("under 1 month"));
        check("1957?", "1970-04-30", Some("c. 12–13 y"));
        check("1995-12-12", "1996/..", None);
        check("../1900", "1914", None);
        check("1915", "1914", None);
        check("-0043-03-15", "0014-08-19", Some("57 y"));
    }
}
