//! How dates stand to each other in time: their order in a list, and whether one is before another.
//!
//! Where dates are inexact the answer is yes, no or possibly. Whether one lies within others says [`super::days`].

use std::cmp::Ordering;

use chrono::NaiveDate;
use edtf_core::Relation;

use super::{HistoricDate, place};

/// The answer to a question about inexact dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// Whatever the inexact dates mean.
    Yes,
    /// Whatever the inexact dates mean, it is not so.
    No,
    /// Some readings of the dates say yes and others no.
    Possibly,
}

impl Certainty {
    /// A filter keeps what may be so.
    #[must_use]
    pub fn is_possible(self) -> bool {
        self != Certainty::No
    }
}

impl HistoricDate {
    /// Order in a list: earliest day, then latest day; an open beginning stands where it ends, and an open end comes last.
    /// What has no place in time stands behind all that has one.
    #[must_use]
    pub fn order(&self, other: &HistoricDate) -> Ordering {
        let earliest = HistoricDate::representative_day;
        let latest = |date: &HistoricDate| date.latest.unwrap_or(NaiveDate::MAX);
        earliest(self)
            .cmp(&earliest(other))
            .then_with(|| latest(self).cmp(&latest(other)))
    }

    /// Whether `self` ended before `other` began.
    #[must_use]
    pub fn is_before(&self, other: &HistoricDate) -> Certainty {
        match (self.known_days(), other.known_days()) {
            // What the standard's library answers below, from the bounds that are known already.
            (Some((_, latest)), Some((earliest, _))) if latest < earliest => Certainty::Yes,
            (Some((earliest, _)), Some((_, latest))) if latest <= earliest => Certainty::No,
            (Some(_), Some(_)) => Certainty::Possibly,
            _ => self.is_before_by_place(other),
        }
    }

    /// As the standard has it, which also distinguishes an open bound from an unknown one; but from an end without a
    /// place in time nothing follows, though the standard bounds it by the years 0 and 9999.
    fn is_before_by_place(&self, other: &HistoricDate) -> Certainty {
        let (own, others) = (
            place::have_place(self.edtf()),
            place::have_place(other.edtf()),
        );
        match self.is_before_by_standard(other) {
            Certainty::Yes if own.1 && others.0 => Certainty::Yes,
            Certainty::No if own.0 && others.1 => Certainty::No,
            _ => Certainty::Possibly,
        }
    }

    /// The first and the last day that the date can mean, where both are known.
    fn known_days(&self) -> Option<(NaiveDate, NaiveDate)> {
        self.earliest.zip(self.latest)
    }

    /// As [`HistoricDate::is_before`], by the library of the standard.
    fn is_before_by_standard(&self, other: &HistoricDate) -> Certainty {
        let relations = self.edtf().relation(other.edtf());
        if relations.is_definite(Relation::Before) {
            Certainty::Yes
        } else if relations.is_impossible(Relation::Before) {
            Certainty::No
        } else {
            Certainty::Possibly
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(written: &str) -> HistoricDate {
        HistoricDate::parse(written).unwrap_or_else(|fault| panic!("{written}: {fault:?}"))
    }

    #[test]
    fn order_is_by_earliest_then_latest_day() {
        let mut dates = [
            "1839-04-20",
            "1839",
            "1839-04-19",
            "1839-04",
            "../1839",
            "XXXX-12-21",
            "1839-04-19/1914",
        ]
        .map(date);
        dates.sort_by(HistoricDate::order);
        let order: Vec<&str> = dates.iter().map(HistoricDate::written).collect();
        assert_eq!(
            order,
            [
                "1839",
                "1839-04",
                "1839-04-19",
                "1839-04-19/1914",
                "1839-04-20",
                "../1839",
                "XXXX-12-21"
            ]
        );
    }

    #[test]
    fn before_has_three_answers() {
        let check = |a: &str, b: &str, expected: Certainty| {
            assert_eq!(date(a).is_before(&date(b)), expected, "{a} {b}")
        };
        check("1839-04-19", "1914-08-04", Certainty::Yes);
        check("1914-08-04", "1839", Certainty::No);
        check("198X", "1985", Certainty::Possibly);
        // A year of which nothing is known is no year after Christ either.
        check("-0350-04-12", "XXXX", Certainty::Possibly);
        check("XXXX", "-0350-04-12", Certainty::Possibly);
        check("-0350", "XXXX/1914", Certainty::Possibly);
        check("1914/XXXX", "1913", Certainty::No);
        check("1914", "[1915,XXXX]", Certainty::Possibly);
    }

    #[test]
    fn before_by_days_is_before_by_the_standard() {
        let written = "1914 1914-08 1914-08-04 1914-08-05 1914? 1914-24 191X 19XX 1914/1918 1914-08-04/1915 \
                       ../1914 1914/.. /1914 1914/ [1914,1918] {1914..1918} [..1914] -0043 1914-XX-04";
        for a in written.split_whitespace().map(date) {
            for b in written.split_whitespace().map(date) {
                let (by_days, by_standard) = (a.is_before(&b), a.is_before_by_standard(&b));
                assert_eq!(by_days, by_standard, "{} {}", a.written(), b.written());
            }
        }
    }
}
