//! A date of history: as exact as the record, and never more exact.
//!
//! Written in EDTF (ISO 8601-2:2019 Annex A), levels 0 to 2 without times of day and years out of [`YEARS`], through
//! `edtf-core`; dates in words are read by `words`.
//! What was written is kept; earliest and latest day, order and label are derived from it.
//! Days are proleptic Gregorian. There is no clock and no time zone here.

pub mod days;
pub mod elapsed;
pub mod era;
mod fault;
pub mod figures;
pub mod julian;
pub mod label;
mod order;
mod packed;
mod place;
mod reach;
pub mod words;

use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate};
use compact_str::CompactString;
use edtf_core::{Bound, BoundDate, Edtf, Interval, IntervalEndpoint};
pub use fault::DateFault;
use fault::{HAS_TIME, reason};
use julian::{Calendar, OldStyle};
pub use order::Certainty;
use serde::{Deserialize, Serialize};

/// Years that the program computes with; the rest of EDTF's range is refused with a message.
pub const YEARS: std::ops::RangeInclusive<i64> = -9999..=9999;

/// A date, a span of time or a choice of dates, at its own precision.
///
/// Packed with its days, so that the shipped timeline opens without a date being parsed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct HistoricDate {
    /// Read from what is written when it is first asked for, unless it had to be read for the days.
    #[serde(skip)]
    edtf: OnceLock<Box<Edtf>>,
    written: CompactString,
    #[serde(with = "packed")]
    earliest: Option<NaiveDate>,
    #[serde(with = "packed")]
    latest: Option<NaiveDate>,
    /// The day as the Julian calendar counts it, where it was written so.
    old_style: Option<OldStyle>,
}

/// What is written says all else.
impl PartialEq for HistoricDate {
    fn eq(&self, other: &Self) -> bool {
        (&self.written, self.old_style) == (&other.written, other.old_style)
    }
}

impl HistoricDate {
    /// Reads a date of a calendar; a day of the Julian one is kept beside the Gregorian day that it is.
    ///
    /// # Errors
    /// As [`HistoricDate::parse`]; of the Julian calendar only dates with a day are understood.
    pub fn parse_in(calendar: Calendar, written: &str) -> Result<Self, DateFault> {
        if calendar == Calendar::Gregorian {
            return Self::parse(written);
        }
        let old_style = OldStyle::parse(written);
        let date = old_style.and_then(|day| Self::of_day(day.gregorian()?));
        date.map(|date| HistoricDate { old_style, ..date })
            .ok_or_else(|| DateFault {
                reason: "the Julian calendar has no such day".to_owned(),
                proposals: Vec::new(),
            })
    }

    /// Reads an EDTF string of level 0, 1 or 2, without time of day.
    ///
    /// # Errors
    /// Says in one sentence what is wrong with `written`, and proposes the EDTF spelling of what looks like words.
    pub fn parse(written: &str) -> Result<Self, DateFault> {
        Self::of_edtf(written).map_err(|reason| {
            let reading = words::meanings(written, None);
            let bound = reach::bound(written).filter(|_| reading.dates.is_empty());
            let mut proposals = reading.written();
            let reason = match proposals.as_slice() {
                _ if reading.has_time => HAS_TIME.to_owned(),
                [] if bound.is_some() => reach::OUT_OF_REACH.to_owned(),
                [] => reason,
                [_] => "it is not written in EDTF".to_owned(),
                _ => "it can be read in more than one way".to_owned(),
            };
            proposals.extend(bound.map(str::to_owned));
            DateFault { reason, proposals }
        })
    }

    /// Reads an EDTF string, and looks for nothing else in it.
    fn of_edtf(written: &str) -> Result<Self, String> {
        if let Some(day) = plain_day(written) {
            return Ok(HistoricDate {
                edtf: OnceLock::new(),
                written: written.into(),
                earliest: Some(day),
                latest: Some(day),
                old_style: None,
            });
        }
        let edtf = Edtf::parse(written).map_err(|error| reason(error.message, written))?;
        if let Edtf::DateTime(_) = edtf {
            return Err(HAS_TIME.to_owned());
        }
        let bounds = edtf.bounds();
        let (Ok(earliest), Ok(latest)) = (day(bounds.earliest), day(bounds.latest)) else {
            return Err(reach::OUT_OF_REACH.to_owned());
        };
        if (earliest.is_none() || latest.is_none()) && !place::is_counted(&edtf) {
            return Err(reach::OUT_OF_REACH.to_owned());
        }
        if let (Some(earliest), Some(latest)) = (earliest, latest)
            && latest < earliest
        {
            return Err("it ends before it begins".to_owned());
        }
        let (begins, ends) = place::have_place(&edtf);
        Ok(HistoricDate {
            edtf: OnceLock::from(Box::new(edtf)),
            written: written.into(),
            earliest: earliest.filter(|_| begins),
            latest: latest.filter(|_| ends),
            old_style: None,
        })
    }

    /// A date of which nothing is known: it stands where one could not be read, and nothing definite follows from it.
    pub(super) fn unknown() -> Option<Self> {
        Self::parse("XXXX").ok()
    }

    /// The date that is exactly one day; `None` outside of [`YEARS`].
    #[must_use]
    pub fn of_day(day: NaiveDate) -> Option<Self> {
        // Four figures and a sign, as EDTF writes a year.
        let sign = if day.year() < 0 { "-" } else { "" };
        let (year, month) = (day.year().abs(), day.month());
        Self::parse(&format!("{sign}{year:04}-{month:02}-{:02}", day.day())).ok()
    }

    /// The day in the Julian calendar, where the author wrote it so.
    #[must_use]
    pub fn old_style(&self) -> Option<OldStyle> {
        self.old_style
    }

    /// The EDTF string as the author wrote it; of a date in the Julian calendar, the Gregorian day.
    #[must_use]
    pub fn written(&self) -> &str {
        &self.written
    }

    /// The date as the standard has it (ISO 8601-2, levels 0 to 2).
    #[must_use]
    pub fn edtf(&self) -> &Edtf {
        // What is written was read once before, so that nothing is ever unknown here.
        let unknown = || {
            Edtf::Interval(Interval {
                start: IntervalEndpoint::Unknown,
                end: IntervalEndpoint::Unknown,
            })
        };
        self.edtf
            .get_or_init(|| Box::new(Edtf::parse(&self.written).unwrap_or_else(|_| unknown())))
    }

    /// Whether it has a place in time; "21 December of an unknown year" has none, and stands behind all that have one.
    #[must_use]
    pub fn is_placed(&self) -> bool {
        self.earliest.is_some() || self.latest.is_some()
    }

    /// The first day that the date can mean; `None` when its beginning is open or unknown.
    #[must_use]
    pub fn earliest(&self) -> Option<NaiveDate> {
        self.earliest
    }

    /// The last day that the date can mean; `None` when its end is open or unknown.
    #[must_use]
    pub fn latest(&self) -> Option<NaiveDate> {
        self.latest
    }

    /// The year under which a list shows the date: of its earliest day, else of its latest.
    #[must_use]
    pub fn year(&self) -> i32 {
        self.earliest.or(self.latest).map_or(0, |day| day.year())
    }

    /// The day that stands for the date where only one can be used, as on an overview; never shown as a date. What has no
    /// place in time has a day behind all others.
    #[must_use]
    pub fn representative_day(&self) -> NaiveDate {
        self.earliest.or(self.latest).unwrap_or(NaiveDate::MAX)
    }

    /// Whether the date is exactly one day.
    #[must_use]
    pub fn is_exact_day(&self) -> bool {
        self.earliest.is_some() && self.earliest == self.latest && !self.wants_basis()
    }

    /// Whether the author marked it uncertain or approximate (`?`, `~`, `%`), and so owes a reason.
    #[must_use]
    pub fn wants_basis(&self) -> bool {
        self.written.contains(['?', '~', '%'])
    }
}

/// The day of a date that is written as nearly all are, `1839-04-19`, for which the standard’s library need not be asked.
fn plain_day(written: &str) -> Option<NaiveDate> {
    let is_plain = |(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => u8::is_ascii_digit(&byte),
    };
    if written.len() != 10 || !written.bytes().enumerate().all(is_plain) {
        return None;
    }
    let year = written[..4].parse().ok()?;
    let month = written[5..7].parse().ok()?;
    NaiveDate::from_ymd_opt(year, month, written[8..].parse().ok()?)
}

/// The calendar day of a bound: `Ok(None)` where it is open or unknown, `Err` where it is out of range.
fn day(bound: Bound) -> Result<Option<NaiveDate>, ()> {
    let Bound::Date(BoundDate { year, month, day }) = bound else {
        return Ok(None);
    };
    if !YEARS.contains(&year) {
        return Err(());
    }
    let year = i32::try_from(year).map_err(|_| ())?;
    NaiveDate::from_ymd_opt(year, month.into(), day.into())
        .map(Some)
        .ok_or(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(written: &str) -> HistoricDate {
        HistoricDate::parse(written).unwrap_or_else(|fault| panic!("{written}: {fault:?}"))
    }

    #[test]
    fn bounds_are_the_days_that_the_date_can_mean() {
        let check = |written: &str, earliest: &str, latest: &str| {
            let date = date(written);
            let show = |day: Option<NaiveDate>| day.map_or("..".to_owned(), |day| day.to_string());
            assert_eq!(
                (show(date.earliest()), show(date.latest())),
                (earliest.into(), latest.into()),
                "{written}"
            );
        };
        check("1839-04-19", "1839-04-19", "1839-04-19");
        check("1815", "1815-01-01", "1815-12-31");
        check("1900-02", "1900-02-01", "1900-02-28");
        check("186X", "1860-01-01", "1869-12-31");
        check("1914-08-XX", "1914-08-01", "1914-08-31");
        check("1907~", "1907-01-01", "1907-12-31");
        check("1839-04-19/1914-08", "1839-04-19", "1914-08-31");
        check("1995-12-12/..", "1995-12-12", "..");
        check("/1846", "..", "1846-12-31");
        check("[1866,1867]", "1866-01-01", "1867-12-31");
        check("{1914,1916}", "1914-01-01", "1916-12-31");
        check("1947-21", "1947-03-01", "1947-05-31");
        check("1582-10-10", "1582-10-10", "1582-10-10");
        check("0000", "0000-01-01", "0000-12-31");
        check("1XXX", "1000-01-01", "1999-12-31");
        check("1950S2", "1900-01-01", "1999-12-31");
        check("XXXX", "..", "..");
        check("XXXX-12-21", "..", "..");
        check("X914", "..", "..");
        check("[1914,XXXX]", "..", "..");
        check("1914/XXXX", "1914-01-01", "..");
        check("-0044-03-15", "-0044-03-15", "-0044-03-15");
    }

    #[test]
    fn what_is_no_date_says_why_and_what_was_meant() {
        let check = |written: &str, reason: &str, proposal: Option<&str>| {
            let fault = HistoricDate::parse(written).expect_err(written);
            assert!(fault.reason.contains(reason), "{written}: {}", fault.reason);
            let proposals: Vec<&str> = fault.proposals.iter().map(String::as_str).collect();
            assert_eq!(proposals, proposal.as_slice(), "{written}");
        };
        check("1815-02-30", "February 1815 has 28 days", None);
        check("1816-02-30", "February 1816 has 29 days", None);
        check("1815-02-20/1815-06-31", "June 1815 has 30 days", None);
        check("1815-13", "there is no month 13", None);
        check("1914-13-45", "there is no month 13", None);
        check("", "a date is needed", None);
        check("1914-08-04T19:00:00", "time of day", Some("1914-08-04"));
        check("Y17E7", "-9999", Some("[9999..]"));
        check("Y-1E77", "-9999", Some("[..-9999]"));
        check("Y9E18S1", "-9999", Some("[9999..]"));
        check("1914/Y1E77", "-9999", None);
        check("[Y-1E19,1914]", "-9999", None);
        check("../..", "one end at least must be dated", None);
        check("1916/1914", "it ends before it begins", None);
        check("1914-18", "EDTF", Some("1914/1918"));
        check("c. 1907", "EDTF", Some("1907~"));
    }

    #[test]
    fn a_day_that_is_plainly_written_is_what_the_standard_reads() {
        let years = [
            "0000", "0001", "1582", "1900", "2000", "9999", "185", "185X",
        ];
        let days = [
            "00", "01", "10", "28", "29", "30", "31", "32", "3", "XX", "1~",
        ];
        for year in years {
            for month in ["00", "01", "02", "04", "12", "13", "21", "1"] {
                for day in days {
                    let written = format!("{year}-{month}-{day}");
                    let Some(plain) = plain_day(&written) else {
                        continue;
                    };
                    let bounds = Edtf::parse(&written).unwrap().bounds();
                    let standard = [bounds.earliest, bounds.latest].map(self::day);
                    assert_eq!(standard, [Ok(Some(plain)); 2], "{written}");
                }
            }
        }
        let plain = |written: &str| plain_day(written).is_some();
        assert!(plain("0000-02-29") && plain("1839-04-19") && !plain("1900-02-29"));
    }

    #[test]
    fn what_wants_a_basis_is_what_the_standard_finds_inexact() {
        let written = "1914 1914-08-04 1914? 1914~ 1914% ?1914-08 1914-~08-04 191X 1914?/1918 1914/1918~ \
                       [1914,1918%] {1914..1918} ../1914 1950S2 1947-21";
        for date in written.split_whitespace().map(date) {
            let inexact = date.edtf().is_uncertain() || date.edtf().is_approximate();
            assert_eq!(date.wants_basis(), inexact, "{}", date.written());
        }
    }
}
