//! A range of time, of which either side may be open; an inexact date that may lie in it is kept.

use chrono::NaiveDate;

use crate::timeline::HistoricDate;
use crate::timeline::date::days::Days;
use crate::timeline::date::{Certainty, DateFault, words};

/// From the beginning of one date to the end of another; a missing side is open.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Range {
    /// Nothing that is certainly before this date.
    pub from: Option<HistoricDate>,
    /// Nothing that is certainly after this date.
    pub to: Option<HistoricDate>,
}

impl Range {
    /// Days cut to what the range asks for, where it asks for less: an inexact date may reach far beyond it.
    #[must_use]
    pub fn within_days(&self, from: NaiveDate, to: NaiveDate) -> (NaiveDate, NaiveDate) {
        let first = self.from.as_ref().and_then(HistoricDate::earliest);
        let last = self.to.as_ref().and_then(HistoricDate::latest);
        (
            first.map_or(from, |first| first.max(from)),
            last.map_or(to, |last| last.min(to)),
        )
    }

    /// From the beginning of a date to its end.
    #[must_use]
    pub fn within(date: &HistoricDate) -> Self {
        Range {
            from: Some(date.clone()),
            to: Some(date.clone()),
        }
    }

    /// Reads a range as it is typed: `1914..1918`, `1914-08..`, `..1918`, `1914`, or a date in EDTF or in words.
    ///
    /// # Errors
    /// What is wrong with one of the dates, with the spelling that was probably meant.
    pub fn parse(text: &str) -> Result<Self, DateFault> {
        let text = text.trim();
        // In an EDTF interval and in a choice two dots belong to the date.
        let sides = text
            .split_once("..")
            .filter(|_| !text.contains(['/', '[', '{']));
        let range = match sides {
            _ if text.is_empty() => Range::default(),
            Some((from, to)) => Range {
                from: side(from)?,
                to: side(to)?,
            },
            None => Range::within(&words::read(text)?),
        };
        if range.is_backwards() {
            // As the dates were understood: what was typed may read otherwise the other way round.
            let Range { from, to } = range;
            return Err(DateFault {
                reason: "it ends before it begins".to_owned(),
                proposals: vec![Range { from: to, to: from }.written()],
            });
        }
        Ok(range)
    }

    /// Whether it leaves out nothing.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    /// Whether a date lies in it, or may.
    #[must_use]
    pub fn may_hold(&self, date: &HistoricDate) -> bool {
        self.holds(date).is_possible()
    }

    /// Whether a date lies in it: yes, no, or possibly where the date is inexact.
    #[must_use]
    pub fn holds(&self, date: &HistoricDate) -> Certainty {
        date.days().are_within(self.days())
    }

    /// The days from its beginning to its end.
    #[must_use]
    pub fn days(&self) -> Days {
        Days::between(self.from.as_ref(), self.to.as_ref())
    }

    /// Whether no date can lie in it.
    #[must_use]
    pub fn is_backwards(&self) -> bool {
        let first = self.from.as_ref().and_then(HistoricDate::earliest);
        let last = self.to.as_ref().and_then(HistoricDate::latest);
        first.zip(last).is_some_and(|(first, last)| last < first)
    }

    /// As it is typed.
    #[must_use]
    pub fn written(&self) -> String {
        if self.from == self.to {
            let date = self.from.as_ref();
            return date.map_or(String::new(), |date| date.written().to_owned());
        }
        let from = written_side(self.from.as_ref(), HistoricDate::earliest);
        let to = written_side(self.to.as_ref(), HistoricDate::latest);
        format!("{from}..{to}")
    }

    /// "1914–1918", "August 1914", "from 1839", "to 4 August 1914"; nothing for an open range.
    #[must_use]
    pub fn label(&self) -> String {
        match (&self.from, &self.to) {
            (None, None) => String::new(),
            (Some(from), None) => format!("from {}", from.label()),
            (None, Some(to)) => format!("to {}", to.label()),
            (Some(from), Some(to)) if from == to => from.label(),
            (Some(from), Some(to)) => {
                let (from, to) = (from.label(), to.label());
                let short = !from.contains(' ') && !to.contains(' ');
                let dash = if short { "–" } else { " – " };
                format!("{from}{dash}{to}")
            }
        }
    }
}

/// A side as it is typed; of an interval or a choice, in which two dots mean something else, the day that counts.
fn written_side(
    date: Option<&HistoricDate>,
    bound: fn(&HistoricDate) -> Option<NaiveDate>,
) -> String {
    let Some(date) = date else {
        return String::new();
    };
    if !date.written().contains(['/', '[', '{']) {
        return date.written().to_owned();
    }
    let day = bound(date).and_then(HistoricDate::of_day);
    day.map_or(String::new(), |day| day.written().to_owned())
}

fn side(written: &str) -> Result<Option<HistoricDate>, DateFault> {
    let written = written.trim();
    (!written.is_empty())
        .then(|| words::read(written))
        .transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_read_as_it_is_typed() {
        let check = |text: &str, label: &str, written: &str| {
            let range = Range::parse(text).unwrap();
            assert_eq!(range.label(), label, "{text}");
            assert_eq!(range.written(), written, "{text}");
        };
        check("", "", "");
        check("1914..1918", "1914–1918", "1914..1918");
        check(" 1914 .. 1918 ", "1914–1918", "1914..1918");
        check("1914/1918", "1914–1918", "1914/1918");
        check("1914", "1914", "1914");
        check("1914-08", "August 1914", "1914-08");
        check("1914-08-04..", "from 4 August 1914", "1914-08-04..");
        check("..1839", "to 1839", "..1839");
        check("44 BC..AD 14", "44 BC – AD 14", "-0043..0014");
        check("August 1914", "August 1914", "1914-08");
        // A single day is a range, and so is a day within its own month or year, from either side.
        check("1914-08-04..1914-08-04", "4 August 1914", "1914-08-04");
        check(
            "1914-08-31..1914-08",
            "31 August 1914 – August 1914",
            "1914-08-31..1914-08",
        );
        check(
            "1914..1914-01-01",
            "1914 – 1 January 1914",
            "1914..1914-01-01",
        );
        check("1914-08..1918", "August 1914 – 1918", "1914-08..1918");
    }

    #[test]
    fn a_range_between_dates_of_several_days_is_written_by_the_days_that_count() {
        let check = |from: &str, to: &str, written: &str| {
            let date = |written: &str| HistoricDate::parse(written).ok();
            let range = Range {
                from: date(from),
                to: date(to),
            };
            assert_eq!(range.written(), written);
            let again = Range::parse(written).unwrap();
            let bounds = |range: &Range| {
                let first = range.from.as_ref().and_then(HistoricDate::earliest);
                (first, range.to.as_ref().and_then(HistoricDate::latest))
            };
            assert_eq!(bounds(&again), bounds(&range), "{written}");
        };
        check("1914-08/..", "", "1914-08-01..");
        check("1914/1918", "1920", "1914-01-01..1920");
        check("1914", "[1918,1919]", "1914..1919-12-31");
        check("../1914", "1918", "..1918");
        check("1914/1918", "1914/1918", "1914/1918");
    }

    #[test]
    fn a_range_that_is_none_says_why_and_what_to_write() {
        let check = |text: &str, proposal: Option<&str>| {
            let fault = Range::parse(text).unwrap_err();
            assert!(!fault.reason.is_empty(), "{text}");
            let proposals: Vec<&str> = fault.proposals.iter().map(String::as_str).collect();
            assert_eq!(proposals, proposal.as_slice(), "{text}");
        };
        check("1918..1914", Some("1914..1918"));
        check("1914-08-05..1914-08-04", Some("1914-08-04..1914-08-05"));
        check("1914-09-01..1914-08", Some("1914-08..1914-09-01"));
        check("August 1918..1914-07", Some("1914-07..1918-08"));
        check("1914-02..1910 v. Chr.", Some("-1909..1914-02"));
        check("1914-02..1910-52]v. chr.", Some("-1909-01-01..1914-02"));
        check("soon", None);
        check("1914..later", None);
    }

    #[test]
    fn a_date_that_may_lie_in_it_is_kept() {
        let check = |range: &str, date: &str, expected: Certainty| {
            let (range, date) = (
                Range::parse(range).unwrap(),
                HistoricDate::parse(date).unwrap(),
            );
            assert_eq!(range.holds(&date), expected, "{date:?} in {range:?}");
        };
        check("1914..1918", "1916", Certainty::Yes);
        check("1914-08..1918", "1914", Certainty::Possibly);
        check("1914-08..1918", "1914-07", Certainty::No);
        check("..1914", "1913/..", Certainty::Possibly);
        check("1914..", "1913/..", Certainty::Possibly);
        check("", "1913/..", Certainty::Yes);
    }
}
