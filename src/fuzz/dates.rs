//! Dates in EDTF and in words, ranges of them, and days of the Julian calendar.

use std::cmp::Ordering;

use super::{assert_one_clean_line, text};
use crate::selection::range::Range;
use crate::timeline::HistoricDate;
use crate::timeline::date::julian::Calendar;
use crate::timeline::date::words::{self, FigureOrder};
use crate::timeline::date::{Certainty, DateFault};

/// Reads a text as everything that a date can be.
///
/// # Panics
/// When a date does not read back as itself, is shown as more exact than it is, or what is proposed is none.
pub fn dates(bytes: &[u8]) {
    let Some(written) = text(bytes) else {
        return;
    };
    let mut found = Vec::new();
    match HistoricDate::parse(written) {
        Ok(date) => found.push(date),
        Err(fault) => check_fault(&fault),
    }
    match words::read(written) {
        Ok(date) => found.push(date),
        Err(fault) => check_fault(&fault),
    }
    match HistoricDate::parse_in(Calendar::Julian, written) {
        Ok(date) => assert!(date.old_style().is_some() && date.is_exact_day()),
        Err(fault) => check_fault(&fault),
    }
    if let Some(fault) = words::impossible(written) {
        check_fault(&fault);
    }
    for order in [
        None,
        Some(FigureOrder::DayFirst),
        Some(FigureOrder::MonthFirst),
    ] {
        found.extend(words::meanings(written, order).dates);
    }
    found.iter().for_each(check_date);
    for date in &found {
        found.iter().for_each(|other| check_pair(date, other));
    }
    match Range::parse(written) {
        Ok(range) => check_range(&range),
        Err(fault) => check_fault(&fault),
    }
}

fn check_date(date: &HistoricDate) {
    let again = HistoricDate::parse(date.written());
    assert_eq!(
        again.as_ref(),
        Ok(date),
        "{} does not read back",
        date.written()
    );
    for label in [
        date.label(),
        date.full_label(),
        date.short_label(),
        date.short_label_without_year(),
        date.years_label(),
    ] {
        assert_one_clean_line(&label);
        assert!(!label.trim().is_empty(), "{} has no label", date.written());
    }
    if let (Some(earliest), Some(latest)) = (date.earliest(), date.latest()) {
        assert!(
            earliest <= latest,
            "{} ends before it begins",
            date.written()
        );
    }
    let packed = postcard::to_allocvec(date).ok();
    let unpacked = packed.and_then(|packed| postcard::from_bytes(&packed).ok());
    assert_eq!(
        unpacked.as_ref(),
        Some(date),
        "{} is not packed",
        date.written()
    );
    check_label(date);
}

/// Where a label is read as one date, that is the date, or one that is less exact.
fn check_label(date: &HistoricDate) {
    let Ok(read) = words::read(&date.label()) else {
        return;
    };
    let begins = read
        .earliest()
        .is_none_or(|read| date.earliest().is_some_and(|earliest| read <= earliest));
    let ends = read
        .latest()
        .is_none_or(|read| date.latest().is_some_and(|latest| latest <= read));
    assert!(
        begins && ends,
        "{} is shown as {}, which is {}",
        date.written(),
        date.label(),
        read.written()
    );
}

fn check_pair(one: &HistoricDate, other: &HistoricDate) {
    let order = one.order(other);
    assert_eq!(
        order,
        other.order(one).reverse(),
        "{} and {} have no order",
        one.written(),
        other.written()
    );
    if one == other {
        assert_eq!(order, Ordering::Equal);
        assert_ne!(one.is_within(Some(one), Some(one)), Certainty::No);
    }
    let both = (one.is_before(other), other.is_before(one));
    assert_ne!(
        both,
        (Certainty::Yes, Certainty::Yes),
        "{} and {}",
        one.written(),
        other.written()
    );
    if one.is_before(other) == Certainty::Yes {
        assert_eq!(one.is_within(Some(other), None), Certainty::No);
    }
}

fn check_range(range: &Range) {
    assert!(!range.is_backwards());
    assert_one_clean_line(&range.label());
    let written = range.written();
    let bounds = |range: &Range| {
        let first = range.from.as_ref().and_then(HistoricDate::earliest);
        (first, range.to.as_ref().and_then(HistoricDate::latest))
    };
    let again = Range::parse(&written).as_ref().map(bounds).ok();
    assert_eq!(again, Some(bounds(range)), "{written} does not read back");
}

fn check_fault(fault: &DateFault) {
    assert_one_clean_line(&fault.reason);
    assert!(!fault.reason.is_empty());
    for proposal in &fault.proposals {
        assert!(
            HistoricDate::parse(proposal).is_ok() || Range::parse(proposal).is_ok(),
            "{proposal} is proposed and is no date"
        );
    }
    assert_eq!(
        fault.way_to_write("`").is_none(),
        fault.proposals.is_empty()
    );
}
