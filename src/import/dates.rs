//! Dates as other programs and people write them, read as exactly as they are written and no more exactly.
//!
//! Words are read by `timeline::date::words`; what is here is how a date is spread over cells and keys.

mod beside;
mod interval;
mod parts;
mod slide;

pub(super) use self::beside::with_parts;
pub(super) use self::interval::{between, since};
pub(super) use self::parts::{DateParts, of_parts};
use self::parts::{counted, figure};
pub(super) use self::slide::{displayed, ended, of_slide};

use crate::text;
use crate::timeline::HistoricDate;
use crate::timeline::date::words::{FigureOrder, meanings};

/// How a column writes its dates, as far as it is known.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Habits {
    /// What settles 8/4/1914.
    pub order: Option<FigureOrder>,
    /// Whether they are EDTF, so that 1905-07 has no second reading and -1000 is 1001 BC.
    pub edtf: bool,
}

/// A date, and what is to be told of how it was read.
#[derive(Debug, Clone)]
pub(super) struct ImportedDate {
    pub date: HistoricDate,
    /// How it was written, where that is not how it is read.
    pub read_from: Option<String>,
    /// Another date that it may have meant.
    pub other: Option<HistoricDate>,
    /// What of it is left out, and why.
    pub left_out: Vec<String>,
    /// Whether a time of day is left out.
    pub has_time: bool,
}

/// What is further back than the calendar is counted here.
const BEFORE_ALL: &str = "[..-9999]";

impl ImportedDate {
    /// Whether the year that was written is in no date, so that it has to stand beside it.
    pub(super) fn is_out_of_reach(&self) -> bool {
        self.read_from.is_some()
            && self
                .date
                .written()
                .contains(BEFORE_ALL.trim_matches(['[', ']']))
    }

    /// The other date that it may have meant, in words.
    pub(super) fn other_label(&self) -> String {
        self.other
            .as_ref()
            .map_or_else(String::new, HistoricDate::label)
    }
}

impl From<HistoricDate> for ImportedDate {
    fn from(date: HistoricDate) -> Self {
        ImportedDate {
            date,
            read_from: None,
            other: None,
            left_out: Vec::new(),
            has_time: false,
        }
    }
}

/// A date of a single cell: EDTF, a year, or a date in words.
pub(super) fn of_cell(cell: &str, habits: Habits) -> Result<ImportedDate, String> {
    let cell = cell.trim();
    if habits.edtf
        && let Ok(date) = HistoricDate::parse(cell)
    {
        return Ok(date.into());
    }
    // Four figures with a nought are EDTF; else a sheet counts years before Christ from -1.
    let is_padded = cell
        .strip_prefix('-')
        .is_some_and(|year| year.starts_with('0') && year.len() == 4);
    if let Some(Some(year)) = figure(cell).filter(|_| !is_padded)
        && cell.len() != "19140804".len()
    {
        let date = parsed(&counted(year)?)?;
        let is_plain = (100..).contains(&year);
        return Ok(ImportedDate {
            read_from: (!is_plain).then(|| cell.to_owned()),
            ..ImportedDate::from(date)
        });
    }
    let read = meanings(cell, habits.order);
    let imported = |date: HistoricDate, other: Option<HistoricDate>| ImportedDate {
        read_from: (date.written() != cell).then(|| cell.to_owned()),
        other,
        has_time: read.has_time,
        ..ImportedDate::from(date)
    };
    match read.dates.as_slice() {
        [] => Err(no_date(cell)),
        [date] => Ok(imported(date.clone(), None)),
        // 1905-07 is a month as it stands, and 1826-31 no part of a year that people count.
        [month, years, ..] if month.written() == cell => {
            Ok(match figure(cell.get(5..).unwrap_or_default()) {
                Some(Some(1..=12)) => imported(month.clone(), Some(years.clone())),
                _ => imported(years.clone(), Some(month.clone())),
            })
        }
        several => {
            let ways: Vec<&str> = several.iter().map(HistoricDate::written).collect();
            let (cell, ways) = (text::clean(cell), ways.join(" or "));
            Err(format!(
                "'{cell}' can be read in more than one way; write {ways}"
            ))
        }
    }
}

/// Why a cell is no date, where more can be said than that.
fn no_date(cell: &str) -> String {
    let clean = text::clean(cell);
    match HistoricDate::parse(cell) {
        Err(fault)
            if !fault.proposals.is_empty()
                || cell
                    .bytes()
                    .all(|byte| byte.is_ascii_digit() || byte == b'-') =>
        {
            format!("'{clean}' is no date: {}", fault.reason)
        }
        _ => format!("'{clean}' is no date"),
    }
}

/// A date no more exact than Wikidata says: 11 is a day, 10 a month, 9 a year, 8 ten years, 7 a hundred.
pub(super) fn as_exact_as(found: ImportedDate, precision: &str) -> ImportedDate {
    let (date, Some(day)) = (&found.date, found.date.earliest()) else {
        return found;
    };
    if date.earliest() != date.latest() {
        return found;
    }
    let year = found
        .date
        .written()
        .split('-')
        .next()
        .filter(|year| year.len() == 4);
    let written = match (precision.trim(), year) {
        ("10", _) => date
            .written()
            .rsplit_once('-')
            .map(|(month, _)| month.to_owned()),
        ("9", _) => date.written().rsplitn(3, '-').nth(2).map(str::to_owned),
        ("8", Some(year)) => year.get(..3).map(|figures| format!("{figures}X")),
        ("7", Some(year)) => year.get(..2).map(|figures| format!("{figures}XX")),
        ("6", Some(year)) => year.get(..1).map(|figures| format!("{figures}XXX")),
        _ => None,
    };
    match written.and_then(|written| HistoricDate::parse(&written).ok()) {
        Some(date) => ImportedDate {
            read_from: Some(format!("{day}, precision {}", precision.trim())),
            date,
            ..found
        },
        None => found,
    }
}

/// A date of a query that does not ask how exact it is: the first of a month may stand for the month, or for the year.
pub(super) fn first_of_wikidata(found: ImportedDate, cell: &str) -> ImportedDate {
    let precision = if cell.ends_with("-01-01T00:00:00Z") {
        "9"
    } else if cell.ends_with("-01T00:00:00Z") {
        "10"
    } else {
        return found;
    };
    let day = found.date.clone();
    let found = as_exact_as(found, precision);
    ImportedDate {
        read_from: Some(cell.to_owned()),
        other: Some(day),
        has_time: false,
        ..found
    }
}

fn parsed(written: &str) -> Result<HistoricDate, String> {
    HistoricDate::parse(written).map_err(|fault| {
        let written = text::clean(written);
        format!("'{written}' is no date: {}", fault.reason)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_read_as_exactly_as_it_is_written() {
        let check = |cell: &str, expected: &str| {
            let found =
                of_cell(cell, Habits::default()).map(|found| found.date.written().to_owned());
            assert_eq!(found.unwrap_or_else(|reason| reason), expected, "{cell}");
        };
        check("1839-04-19", "1839-04-19");
        check("1839-04", "1839-04");
        check(" 1839 ", "1839");
        check("1,839", "1839");
        check("1 839", "1839");
        check("- 44", "-0043");
        check("18,39", "'18,39' is no date");
        check("1839, 1840", "'1839, 1840' is no date");
        check("1839 04", "'1839 04' is no date");
        check("1839.5", "'1839.5' is no date");
        check("1839.0", "1839");
        check("800", "0800");
        check("-44", "-0043");
        check("-0043", "-0043");
        check("-1000", "-0999");
        check("44 BC", "-0043");
        check("0", "there is no year 0; 1 BC is -1");
        check("1907~", "1907~");
        check("c. 1907", "1907~");
        check("1830s", "183X");
        check("4 August 1914", "1914-08-04");
        check("1914-08-04 12:30:00", "1914-08-04");
        check("Aug 1914", "1914-08");
        check("1914-18", "1914/1918");
        check("1826-31", "1826/1831");
        check("1905-07", "1905-07");
        check("8/1914", "1914-08");
        check("13/8/1914", "1914-08-13");
        check("8/13/1914", "1914-08-13");
        check(
            "8/4/1914",
            "'8/4/1914' can be read in more than one way; write 1914-04-08 or 1914-08-04",
        );
        check("soon", "'soon' is no date");
        check(
            "1914-02-30",
            "'1914-02-30' is no date: February 1914 has 28 days",
        );
        check(
            "41855",
            "the year 41855 is out of reach; years from -9999 to 9999 are understood; if a spreadsheet counts days so, let it show them as dates",
        );
    }

    #[test]
    fn a_column_of_edtf_has_one_reading_only() {
        let check = |cell: &str, expected: &str| {
            let habits = Habits {
                edtf: true,
                order: None,
            };
            let found = of_cell(cell, habits).unwrap();
            assert_eq!(
                (found.date.written(), found.other),
                (expected, None),
                "{cell}"
            );
        };
        check("1905-07", "1905-07");
        check("1826-31", "1826-31");
        check("-1000", "-1000");
        check("c. 1907", "1907~");
    }

    fn parts([year, month, day]: [&str; 3]) -> DateParts {
        DateParts {
            year: year.into(),
            month: month.into(),
            day: day.into(),
        }
    }

    #[test]
    fn a_slide_keeps_its_figures_and_what_it_says_of_their_doubts() {
        let check = |start: [&str; 3], end: Option<[&str; 3]>, display: &str, expected: &str| {
            let found = of_slide(&parts(start), end.map(parts).as_ref(), display);
            let found = found.map(|found| found.date.written().to_owned());
            assert_eq!(
                found.unwrap_or_else(|reason| reason),
                expected,
                "{start:?} {display}"
            );
        };
        check(["1914", "8", "4"], None, "", "1914-08-04");
        check(["1914", "8", ""], None, "August 1914", "1914-08");
        check(["1914", "August", ""], None, "", "1914-08");
        check(["1914", "aug.", "4th"], None, "", "1914-08-04");
        check(["1914", "VIII", "4"], None, "", "1914-08-04");
        check(["1914.0", "8.0", "4.0"], None, "", "1914-08-04");
        check(["1914", "", ""], Some(["", "", ""]), "", "1914");
        check(
            ["1914", "", ""],
            Some(["1918", "11", ""]),
            "",
            "1914/1918-11",
        );
        check(["1914", "", ""], Some(["1914", "", ""]), "", "1914");
        check(["1914", "", ""], Some(["1913", "", ""]), "", "1914");
        check(["1,914", "0", "0"], None, "", "1914");
        check(["1907", "", ""], None, "c. 1907", "1907~");
        check(["1830", "", ""], Some(["1839", "", ""]), "1830s", "183X");
        check(["1910", "6", "1"], None, "June 1910", "1910-06");
        check(["1910", "1", "1"], None, "1910", "1910");
        check(["-44", "", ""], None, "c. 44 BC", "-0043~");
        check(["1907", "", ""], None, "c. 1950", "1907");
        check(["1907", "", ""], None, "4 May 1907", "1907");
        check(["1907", "5", "4"], None, "Whit Saturday", "1907-05-04");
        check(["1850s", "", ""], None, "", "185X");
        check(["c. 1907", "", ""], None, "", "1907~");
        check(["1826-31", "", ""], None, "", "1826/1831");
        check(["44 BC", "3", "15"], None, "", "-0043-03-15");
        check(["-44", "3", "15"], None, "", "-0043-03-15");
        check(["", "3", ""], None, "", "it has no year");
        check(["1914", "", "4"], None, "", "it has a day and no month");
        check(
            ["1914", "Brumaire", ""],
            None,
            "",
            "the month 'Brumaire' is no month",
        );
        check(
            ["1914", "13", ""],
            None,
            "",
            "'1914-13' is no date: there is no month 13",
        );
        check(["MCM", "", ""], None, "", "'MCM' is no date");
        check(
            ["-65000", "1", ""],
            None,
            "",
            "the year -65000 is out of reach; years from -9999 to 9999 are understood",
        );
    }

    #[test]
    fn both_ends_keep_what_they_say() {
        let check = |start: &str, end: &str, expected: &str| {
            let cell = |cell: &str| of_cell(cell, Habits::default()).unwrap();
            assert_eq!(
                between(cell(start), cell(end)).date.written(),
                expected,
                "{start} {end}"
            );
        };
        check("1914", "1918", "1914/1918");
        check("c. 1914", "1918", "1914~/1918");
        check("before 1914", "1918", "..1913/1918");
        check("1914", "after 1918", "1914/1919..");
        check("1914", "before 1918", "1914/1917");
        check("5th century BC", "300 BC", "-0499/-0299");
        check("1914", "1914", "1914");
    }
}
