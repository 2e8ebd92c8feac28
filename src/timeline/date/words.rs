//! Dates as people write them, read into EDTF: "4 August 1914", "c. 44 BC", "before 1914", "1914–18".
//!
//! One reader serves whatever is typed or imported, and the ways out that `check` shows. It never reads more than is
//! written: what is vague stays as wide as it is, and what can be read in two ways gives both readings.

mod parts;
mod point;
mod span;
mod unknown;
mod vocabulary;

use super::{DateFault, HistoricDate};
use vocabulary::normal;

/// Which of two small figures beside a year is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FigureOrder {
    /// 4/8/1914 is in August.
    DayFirst,
    /// 4/8/1914 is in April.
    MonthFirst,
}

/// How figures are read that could be two things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Habit {
    order: FigureOrder,
    /// Whether 1905-07 ends in a year and not in a month.
    ends_in_a_year: bool,
}

/// What a text can mean as a date.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Meanings {
    /// Every date that it can mean, the likeliest first; none where it is no date.
    pub dates: Vec<HistoricDate>,
    /// Whether it has a time of day, for which a date has no room.
    pub has_time: bool,
}

impl Meanings {
    /// The date that it means, where there is only one.
    #[must_use]
    pub fn only(&self) -> Option<&HistoricDate> {
        match self.dates.as_slice() {
            [date] => Some(date),
            _ => None,
        }
    }

    /// The dates in EDTF.
    #[must_use]
    pub fn written(&self) -> Vec<String> {
        let dates = self.dates.iter();
        dates.map(|date| date.written().to_owned()).collect()
    }
}

/// Reads a date in EDTF or in words.
///
/// # Errors
/// As [`HistoricDate::parse`]; where there are several readings, all of them are proposed.
pub fn read(text: &str) -> Result<HistoricDate, DateFault> {
    let text = text.trim();
    let fault = match HistoricDate::parse(text) {
        Ok(date) => return Ok(date),
        Err(fault) => fault,
    };
    let reading = meanings(text, None);
    match reading.only() {
        Some(date) if !reading.has_time => Ok(date.clone()),
        None if reading.dates.is_empty() => Err(impossible(text).unwrap_or(fault)),
        _ => Err(fault),
    }
}

/// Why a text that is written as a date is none all the same: 30 Feb 1914.
#[must_use]
pub fn impossible(text: &str) -> Option<DateFault> {
    let normal = normal(text);
    let (day, _) = vocabulary::without_times(&normal);
    let habit = Habit {
        order: FigureOrder::DayFirst,
        ends_in_a_year: false,
    };
    let written = span::read(&day, habit);
    written
        .iter()
        .find_map(|written| HistoricDate::parse(written).err())
}

/// A number below zero both as people count, without a year 0, and as the standard does; in EDTF.
#[must_use]
pub fn before_christ(written: &str) -> Option<Vec<String>> {
    span::before_christ(written)
}

/// The number of a month by its name, or by the first letters of it.
#[must_use]
pub fn month_number(word: &str) -> Option<u8> {
    vocabulary::month_number(word)
}

/// Everything that a text can mean; with an order, 4/8/1914 has one reading only.
#[must_use]
pub fn meanings(text: &str, order: Option<FigureOrder>) -> Meanings {
    let normal = normal(text);
    let (day, has_time) = vocabulary::without_times(&normal);
    let day = day.as_str();
    let mut reading = Meanings {
        dates: Vec::new(),
        has_time,
    };
    let mut take = |date: HistoricDate| {
        if !reading.dates.contains(&date) {
            reading.dates.push(date);
        }
    };
    let in_edtf = HistoricDate::of_edtf(if has_time { day } else { text.trim() });
    let is_short = point::is_year_and_short(day);
    match in_edtf {
        Ok(date) if !is_short => {
            take(date);
            return reading;
        }
        Ok(date) => take(date),
        Err(_) => {}
    }
    let orders = match &order {
        Some(order) => std::slice::from_ref(order),
        None => &[FigureOrder::DayFirst, FigureOrder::MonthFirst],
    };
    for ends_in_a_year in [false, true] {
        for order in orders {
            let habit = Habit {
                order: *order,
                ends_in_a_year,
            };
            for written in span::read(day, habit) {
                if let Ok(date) = HistoricDate::of_edtf(&written) {
                    take(date);
                }
            }
        }
    }
    reading
}

#[cfg(test)]
mod tests;
