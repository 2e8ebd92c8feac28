//! A date in three places: a year, a month and a day, as figures or in words.

use super::{BEFORE_ALL, Habits, ImportedDate, of_cell, parsed};
use crate::text;
use crate::timeline::HistoricDate;
use crate::timeline::date::words::{meanings, month_number};
use crate::timeline::date::{YEARS, figures};

/// A year with a month and a day where they are given, as they are written.
#[derive(Debug, Clone, Default)]
pub(in crate::import) struct DateParts {
    pub year: String,
    pub month: String,
    pub day: String,
}

impl DateParts {
    pub(in crate::import) fn is_empty(&self) -> bool {
        [&self.year, &self.month, &self.day]
            .into_iter()
            .all(|part| part.trim().is_empty())
    }
}

/// The date of a year, a month and a day in three places.
pub(in crate::import) fn of_parts(parts: &DateParts) -> Result<ImportedDate, String> {
    let (year, month, day) = (parts.year.trim(), parts.month.trim(), parts.day.trim());
    if year.is_empty() {
        return Err("it has no year".to_owned());
    }
    let month = month_of(month)?;
    let day = figure(day.trim_end_matches(|letter: char| letter.is_ascii_alphabetic()))
        .ok_or_else(|| format!("the day '{}' is no number", text::clean(day)))?;
    let day = day.filter(|day| *day != 0);
    let Some(Some(number)) = figure(year) else {
        return of_words(year, month, day);
    };
    if month.is_none() && day.is_none() && number < *YEARS.start() {
        return parsed(BEFORE_ALL).map(|date| ImportedDate {
            read_from: Some(format!("{} BC", number.unsigned_abs())),
            ..ImportedDate::from(date)
        });
    }
    let written = match (month, day) {
        (None, Some(_)) => return Err("it has a day and no month".to_owned()),
        (None, None) => counted(number)?,
        (Some(month), None) => format!("{}-{month:02}", counted(number)?),
        (Some(month), Some(day)) => format!("{}-{month:02}-{day:02}", counted(number)?),
    };
    parsed(&written).map(ImportedDate::from)
}

/// A year in words, "44 BC" or "1850s", with the month and the day beside it.
fn of_words(year: &str, month: Option<u8>, day: Option<i64>) -> Result<ImportedDate, String> {
    let Some(month) = month else {
        return match day {
            Some(_) => Err("it has a day and no month".to_owned()),
            None => of_cell(year, Habits::default()),
        };
    };
    let first = HistoricDate::parse(&format!("2000-{month:02}"));
    let name = first.map_or_else(|_| String::new(), |date| date.label().replace("2000", ""));
    let day = day.map_or_else(String::new, |day| day.to_string());
    let in_words = format!("{day} {name} {year}");
    match meanings(&in_words, None).only() {
        Some(date) => Ok(ImportedDate {
            read_from: Some(in_words.split_whitespace().collect::<Vec<_>>().join(" ")),
            ..ImportedDate::from(date.clone())
        }),
        None => Err(format!("the year '{}' is no number", text::clean(year))),
    }
}

/// The number of a month; none where there is none.
fn month_of(written: &str) -> Result<Option<u8>, String> {
    const ROMAN: [&str; 12] = [
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
    ];
    let roman = || {
        ROMAN
            .iter()
            .position(|roman| *roman == written.to_uppercase())
    };
    let number = match figure(written) {
        Some(number) => number,
        None => match month_number(written) {
            Some(month) => Some(month.into()),
            None => {
                let at = roman().and_then(|at| i64::try_from(at + 1).ok());
                Some(at.ok_or_else(|| format!("the month '{}' is no month", text::clean(written)))?)
            }
        },
    };
    match number {
        None | Some(0) => Ok(None),
        Some(number) => u8::try_from(number)
            .map(Some)
            .map_err(|_| format!("the month '{}' is no month", text::clean(written))),
    }
}

/// A year as people count, in EDTF: -44 is 44 BC, which astronomers call -43.
pub(super) fn counted(year: i64) -> Result<String, String> {
    let astronomical = match year {
        0 => return Err("there is no year 0; 1 BC is -1".to_owned()),
        year if year < 0 => year.saturating_add(1),
        year => year,
    };
    if !YEARS.contains(&astronomical) {
        // A column that is shown as dates can be kept as days since 1900.
        let days = if (10_000..100_000).contains(&year) {
            "; if a spreadsheet counts days so, let it show them as dates"
        } else {
            ""
        };
        return Err(format!(
            "the year {year} is out of reach; years from -9999 to 9999 are understood{days}"
        ));
    }
    let sign = if astronomical < 0 { "-" } else { "" };
    Ok(format!("{sign}{:04}", astronomical.abs()))
}

/// A whole number, without the spaces, commas and noughts that a spreadsheet may put to it; none where nothing is written.
///
/// What is parted has thousands: "1,914" is a number, "1914, 1916" and "19,14" are none.
#[allow(clippy::option_option)]
pub(super) fn figure(written: &str) -> Option<Option<i64>> {
    let is_around = |sign: char| sign == ',' || sign.is_whitespace();
    let plain = written.trim_matches(is_around).replace('−', "-");
    if plain.is_empty() {
        return Some(None);
    }
    let integer = match plain.split_once('.') {
        Some((integer, fraction))
            if !fraction.is_empty() && fraction.bytes().all(|digit| digit == b'0') =>
        {
            integer
        }
        _ => plain.as_str(),
    };
    let (sign, digits) = match integer.strip_prefix(['-', '+']) {
        Some(digits) if integer.starts_with('-') => ("-", digits.trim_start()),
        Some(digits) => ("", digits),
        None => ("", integer),
    };
    let number = format!("{sign}{}", figures::digits(digits)?);
    number.parse().ok().map(Some)
}
