//! The days that a date can mean, as two figures: enough to say whether it lies in a range.

use chrono::NaiveDate;

use super::{Certainty, HistoricDate};

/// The first and the last day; where the date is open or unknown, the end of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    first: NaiveDate,
    last: NaiveDate,
}

impl Days {
    /// From the beginning of one date to the end of another; a missing side is open.
    #[must_use]
    pub fn between(from: Option<&HistoricDate>, to: Option<&HistoricDate>) -> Self {
        let first = from.and_then(HistoricDate::earliest);
        let last = to.and_then(HistoricDate::latest);
        Days {
            first: first.unwrap_or(NaiveDate::MIN),
            last: last.unwrap_or(NaiveDate::MAX),
        }
    }

    /// Whether a date of these days lies among others: yes, no, or possibly where only some of them do.
    #[must_use]
    pub fn are_within(self, range: Days) -> Certainty {
        if self.last < range.first || range.last < self.first {
            Certainty::No
        } else if range.first <= self.first && self.last <= range.last {
            Certainty::Yes
        } else {
            Certainty::Possibly
        }
    }
}

impl HistoricDate {
    /// The days that it can mean.
    #[must_use]
    pub fn days(&self) -> Days {
        Days::between(Some(self), Some(self))
    }

    /// Whether `self` lies between the beginning of `from` and the end of `to`; a missing side is open.
    #[must_use]
    pub fn is_within(&self, from: Option<&HistoricDate>, to: Option<&HistoricDate>) -> Certainty {
        self.days().are_within(Days::between(from, to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(written: &str) -> HistoricDate {
        HistoricDate::parse(written).unwrap_or_else(|fault| panic!("{written}: {fault:?}"))
    }

    #[test]
    fn within_has_three_answers() {
        let check = |a: &str, from: Option<&str>, to: Option<&str>, expected: Certainty| {
            let (from, to) = (from.map(date), to.map(date));
            assert_eq!(
                date(a).is_within(from.as_ref(), to.as_ref()),
                expected,
                "{a} {from:?} {to:?}"
            );
        };
        check("1914-08-04", Some("1914"), Some("1918"), Certainty::Yes);
        check("1914", Some("1914-08"), None, Certainty::Possibly);
        check("1907", Some("1914-08"), None, Certainty::No);
        check("1815/1914", None, Some("1839"), Certainty::Possibly);
        check("1815", None, None, Certainty::Yes);
    }
}
