//! Why a string is not a date that the program can use, and how it is written rightly.

use std::fmt;

use chrono::{Datelike, NaiveDate};

use super::{HistoricDate, label, words};

/// Why a string is not a date that the program can use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateFault {
    /// What is wrong, as a clause in lower case.
    pub reason: String,
    /// The EDTF spellings that may have been meant; of several, each means something else.
    pub proposals: Vec<String>,
}

impl fmt::Display for DateFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason)
    }
}

impl std::error::Error for DateFault {}

impl DateFault {
    /// Of a bare number below zero: 44 BC, or the year -44 of astronomers, which is 45 BC?
    pub(in crate::timeline) fn of_bare_year(written: &str) -> Self {
        DateFault {
            reason: "a year below zero can be counted in two ways".to_owned(),
            proposals: words::before_christ(written).unwrap_or_default(),
        }
    }

    /// How it is written rightly, between such marks: `"-0043" (44 BC) or "-0044" (45 BC)`; nothing if that cannot be told.
    #[must_use]
    pub fn way_to_write(&self, mark: &str) -> Option<String> {
        match self.proposals.as_slice() {
            [] => None,
            [only] => Some(format!("{mark}{only}{mark}")),
            several => {
                let each = several.iter().map(|written| {
                    let label = HistoricDate::of_edtf(written).map(|date| date.label());
                    format!("{mark}{written}{mark} ({})", label.unwrap_or_default())
                });
                Some(each.collect::<Vec<_>>().join(" or "))
            }
        }
    }
}

pub(super) const HAS_TIME: &str = "a date has no time of day; what matters of it belongs in `text`";

/// What is said of what is not even made of the signs of EDTF.
const NO_EDTF: &str = "dates are written in EDTF, as 1914-08-04, 1914-08 or 1914";

/// "February 1915 has 28 days", or "there is no month 13": the first day or month of a date that no calendar has.
fn why_impossible(written: &str) -> Option<String> {
    let parts = written.split(['/', ',', '{', '[', ']', '}']);
    let mut parts = parts.flat_map(|part| part.split(".."));
    parts.find_map(|part| {
        let part = part.trim_matches(['?', '~', '%', ' ']);
        let mut numbers = part.rsplitn(3, '-').collect::<Vec<_>>().into_iter().rev();
        let year: i32 = numbers.next()?.parse().ok()?;
        let month: u32 = numbers.next()?.parse().ok()?;
        if !(1..=12).contains(&month) && !(21..=41).contains(&month) {
            return Some(format!("there is no month {month}"));
        }
        let day: u32 = numbers.next()?.parse().ok()?;
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        let days = u32::from(first.num_days_in_month());
        let named = label::day_label(year, month, 1);
        let named = named.split_once(' ')?.1;
        (!(1..=days).contains(&day)).then(|| format!("{named} has {days} days"))
    })
}

/// What is wrong, in plain words; what only looks like words is not measured by the rules of EDTF.
pub(super) fn reason(message: &str, written: &str) -> String {
    let looks_like_edtf = written
        .bytes()
        .all(|byte| byte.is_ascii_digit() || b"-/.X?~%[]{},Y ".contains(&byte));
    match message {
        _ if written.is_empty() => "a date is needed here",
        _ if !looks_like_edtf => NO_EDTF,
        "day is out of range for the month"
        | "month must be 01-12"
        | "month must be 01-12 or a sub-year code 21-41" => {
            return why_impossible(written).unwrap_or_else(|| "no calendar has it".to_owned());
        }
        "interval end precedes interval start" | "set range end precedes range start" => {
            "it ends before it begins"
        }
        "interval needs at least one dated endpoint" => "one end at least must be dated",
        "negative years cannot contain unspecified digits" => {
            "years before Christ have no X; the fifth century BC is [-0499..-0400]"
        }
        other => other,
    }
    .to_owned()
}
