//! Dates as other programs write them, read as exactly as they are written and no more exactly.

use crate::text;
use crate::timeline::HistoricDate;
use crate::timeline::date::{YEARS, prose};

/// A year with a month and a day where they are given, as figures.
#[derive(Debug, Clone, Default)]
pub(super) struct Parts {
    pub year: String,
    pub month: String,
    pub day: String,
}

/// A date, and how it was written where that is not how it is read.
#[derive(Debug)]
pub(super) struct ImportedDate {
    pub date: HistoricDate,
    pub read_from: Option<String>,
}

/// The date of a slide: its figures, unless what it displays is less exact and holds them ("c. 1907").
pub(super) fn of_slide(
    start: &Parts,
    end: Option<&Parts>,
    display: &str,
) -> Result<ImportedDate, String> {
    let mut written = in_edtf(start)?;
    if let Some(end) = end {
        let end = in_edtf(end)?;
        if end != written {
            written = format!("{written}/{end}");
        }
    }
    let date = parsed(&written)?;
    let displayed = HistoricDate::parse(display)
        .ok()
        .or_else(|| HistoricDate::parse(&prose::proposal(display)?).ok());
    let displayed = displayed.filter(|shown| {
        let inexact = shown.wants_basis() || shown.written().contains('X');
        inexact && shown.earliest() <= date.earliest() && date.latest() <= shown.latest()
    });
    Ok(match displayed {
        Some(date) => ImportedDate {
            date,
            read_from: Some(display.to_owned()),
        },
        None => ImportedDate {
            date,
            read_from: None,
        },
    })
}

/// A date of a spreadsheet's cell: EDTF, a year, or a common way of writing days, months and years.
///
/// `months_first` settles 8/4/1914, which is else refused.
pub(super) fn of_cell(cell: &str, months_first: bool) -> Result<ImportedDate, String> {
    let cell = cell.trim();
    let as_is = HistoricDate::parse(cell);
    if let Ok(date) = as_is {
        return Ok(ImportedDate {
            date,
            read_from: None,
        });
    }
    let year: Option<i64> = cell.parse().ok();
    let written = match year {
        // A spreadsheet drops leading zeros and counts years before Christ from -1.
        Some(_) => Some(in_edtf(&Parts {
            year: cell.to_owned(),
            ..Parts::default()
        })?),
        None => slashed(cell, months_first)?.or_else(|| prose::proposal(cell)),
    };
    let Some(written) = written else {
        return Err(format!("'{}' is no date", text::clean(cell)));
    };
    Ok(ImportedDate {
        date: parsed(&written)?,
        read_from: (year.is_none()).then(|| cell.to_owned()),
    })
}

/// From one date to another.
pub(super) fn between(start: ImportedDate, end: ImportedDate) -> Result<ImportedDate, String> {
    let written = format!("{}/{}", start.date.written(), end.date.written());
    Ok(ImportedDate {
        date: parsed(&written)?,
        read_from: start.read_from.or(end.read_from),
    })
}

fn parsed(written: &str) -> Result<HistoricDate, String> {
    HistoricDate::parse(written).map_err(|fault| {
        let written = text::clean(written);
        format!("'{written}' is no date: {}", fault.reason)
    })
}

/// 44 BC is -44 to TimelineJS and -0043 in EDTF.
fn in_edtf(parts: &Parts) -> Result<String, String> {
    let year = figures("year", &parts.year)?.ok_or("it has no year")?;
    let year = match year {
        0 => return Err("there is no year 0; 1 BC is -1".to_owned()),
        year if year < 0 => year.saturating_add(1),
        year => year,
    };
    if !YEARS.contains(&year) {
        return Err(format!(
            "the year {} is out of reach; years from -9999 to 9999 are understood",
            text::clean(&parts.year)
        ));
    }
    let sign = if year < 0 { "-" } else { "" };
    let mut written = format!("{sign}{:04}", year.abs());
    let month = figures("month", &parts.month)?.filter(|month| *month != 0);
    let day = figures("day", &parts.day)?.filter(|day| *day != 0);
    match (month, day) {
        (None, Some(_)) => return Err("it has a day and no month".to_owned()),
        (Some(month), None) => written.push_str(&format!("-{month:02}")),
        (Some(month), Some(day)) => written.push_str(&format!("-{month:02}-{day:02}")),
        (None, None) => {}
    }
    Ok(written)
}

/// A number without the spaces and commas that a spreadsheet may put into it.
fn figures(what: &str, written: &str) -> Result<Option<i64>, String> {
    let plain = written.replace([' ', ',', '\u{a0}'], "");
    if plain.is_empty() {
        return Ok(None);
    }
    let number: Result<i64, _> = plain.parse();
    number
        .map(Some)
        .map_err(|_| format!("the {what} '{}' is no number", text::clean(written)))
}

/// 8/4/1914 and 8/1914.
fn slashed(cell: &str, months_first: bool) -> Result<Option<String>, String> {
    let parts: Vec<&str> = cell.split('/').map(str::trim).collect();
    let small = |part: &str| part.parse::<u8>().ok().filter(|_| part.len() <= 2);
    let (a, b, year) = match parts[..] {
        [month, year] => match small(month) {
            Some(month) if is_year(year) => return Ok(Some(format!("{year}-{month:02}"))),
            _ => return Ok(None),
        },
        [a, b, year] if is_year(year) => match (small(a), small(b)) {
            (Some(a), Some(b)) => (a, b, year),
            _ => return Ok(None),
        },
        _ => return Ok(None),
    };
    let (month, day) = match (a, b) {
        _ if months_first || a == b || b > 12 => (a, b),
        _ if a > 12 => (b, a),
        _ => {
            return Err(format!(
                "'{cell}' can be read in two ways; write {year}-{a:02}-{b:02} or {year}-{b:02}-{a:02}"
            ));
        }
    };
    Ok(Some(format!("{year}-{month:02}-{day:02}")))
}

fn is_year(part: &str) -> bool {
    part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_read_as_exactly_as_it_is_written() {
        let check = |cell: &str, expected: &str| {
            let found = of_cell(cell, false).map(|found| found.date.written().to_owned());
            assert_eq!(found.unwrap_or_else(|reason| reason), expected, "{cell}");
        };
        check("1839-04-19", "1839-04-19");
        check("1839-04", "1839-04");
        check(" 1839 ", "1839");
        check("800", "0800");
        check("-44", "-0043");
        check("0", "there is no year 0; 1 BC is -1");
        check("1907~", "1907~");
        check("c. 1907", "1907~");
        check("1830s", "183X");
        check("4 August 1914", "1914-08-04");
        check("Aug 1914", "1914-08");
        check("1914-18", "1914/1918");
        check("8/1914", "1914-08");
        check("13/8/1914", "1914-08-13");
        check("8/13/1914", "1914-08-13");
        check(
            "8/4/1914",
            "'8/4/1914' can be read in two ways; write 1914-08-04 or 1914-04-08",
        );
        check("soon", "'soon' is no date");
        check("1914-02-30", "'1914-02-30' is no date");
    }

    #[test]
    fn a_slide_keeps_its_figures_and_what_it_says_of_their_doubts() {
        let check = |start: [&str; 3], end: Option<[&str; 3]>, display: &str, expected: &str| {
            let parts = |[year, month, day]: [&str; 3]| Parts {
                year: year.into(),
                month: month.into(),
                day: day.into(),
            };
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
        check(
            ["1914", "", ""],
            Some(["1918", "11", ""]),
            "",
            "1914/1918-11",
        );
        check(["1914", "", ""], Some(["1914", "", ""]), "", "1914");
        check(["1,914", "0", "0"], None, "", "1914");
        check(["1907", "", ""], None, "c. 1907", "1907~");
        check(["1830", "", ""], Some(["1839", "", ""]), "1830s", "183X");
        check(["1907", "", ""], None, "c. 1950", "1907");
        check(["-44", "3", "15"], None, "", "-0043-03-15");
        check(["", "3", ""], None, "", "it has no year");
        check(["1914", "", "4"], None, "", "it has a day and no month");
        check(
            ["1914", "13", ""],
            None,
            "",
            "'1914-13' is no date: the year has no such month",
        );
        check(["MCM", "", ""], None, "", "the year 'MCM' is no number");
        check(
            ["-4000000000", "", ""],
            None,
            "",
            "the year -4000000000 is out of reach; years from -9999 to 9999 are understood",
        );
        check(
            ["-65000", "", ""],
            None,
            "",
            "the year -65000 is out of reach; years from -9999 to 9999 are understood",
        );
    }
}
