//! A date from two: what lies between a beginning and an end, or begins and goes on.

use edtf_core::{Edtf, Interval, IntervalEndpoint, Set, SetElement};

use super::ImportedDate;
use crate::timeline::HistoricDate;

/// From one date to another; an end that cannot be is left out and told.
pub(in crate::import) fn between(start: ImportedDate, end: ImportedDate) -> ImportedDate {
    if start.date == end.date {
        // Two years out of reach are one bound, and not one year.
        let both = start.read_from.as_ref().zip(end.read_from.as_ref());
        let read_from = match both.filter(|(first, last)| first != last) {
            Some((first, last)) => Some(format!("{first} – {last}")),
            None => start.read_from.clone(),
        };
        return ImportedDate {
            read_from,
            has_time: start.has_time || end.has_time,
            ..start
        };
    }
    let written = format!("{}/{}", first_end(&start.date), last_end(&end.date));
    let mut left_out = start.left_out.clone();
    left_out.extend(end.left_out);
    let has_time = start.has_time || end.has_time;
    match HistoricDate::parse(&written) {
        Ok(date) => {
            let is_other = start.read_from.is_some() || end.read_from.is_some();
            let original = |of: &Option<String>, date: &HistoricDate| match of {
                Some(written) => written.clone(),
                // Astronomers count otherwise than who wrote the other year.
                None if date.written().starts_with('-') => date.label(),
                None => date.written().to_owned(),
            };
            let read_from = is_other.then(|| {
                format!(
                    "{} – {}",
                    original(&start.read_from, &start.date),
                    original(&end.read_from, &end.date)
                )
            });
            ImportedDate {
                date,
                read_from,
                other: start.other.or(end.other),
                left_out,
                has_time,
            }
        }
        Err(fault) => {
            left_out.push(format!(
                "the end {} is left out: {}",
                end.date.label(),
                fault.reason
            ));
            ImportedDate {
                left_out,
                has_time,
                ..start
            }
        }
    }
}

/// A date that has begun and not ended.
pub(in crate::import) fn since(start: ImportedDate) -> ImportedDate {
    let written = format!("{}/..", first_end(&start.date));
    match HistoricDate::parse(&written) {
        Ok(date) => ImportedDate { date, ..start },
        Err(_) => start,
    }
}

/// How the beginning of an interval says a date: what is before a bound stays so.
fn first_end(date: &HistoricDate) -> String {
    match date.edtf() {
        Edtf::Interval(Interval { start, .. }) => match start {
            IntervalEndpoint::Date(date) => date.to_string(),
            IntervalEndpoint::OnOrBefore(date) | IntervalEndpoint::OnOrAfter(date) => {
                format!("..{date}")
            }
            IntervalEndpoint::Open => "..".to_owned(),
            IntervalEndpoint::Unknown => String::new(),
        },
        Edtf::Set(Set { elements, .. }) => match elements.first() {
            Some(SetElement::OnOrBefore(date)) => format!("..{date}"),
            Some(
                SetElement::Date(date) | SetElement::OnOrAfter(date) | SetElement::Range(date, _),
            ) => date.to_string(),
            None => String::new(),
        },
        _ => date.written().to_owned(),
    }
}

/// How the end of an interval says a date.
fn last_end(date: &HistoricDate) -> String {
    match date.edtf() {
        Edtf::Interval(Interval { end, .. }) => match end {
            IntervalEndpoint::Date(date) => date.to_string(),
            IntervalEndpoint::OnOrBefore(date) | IntervalEndpoint::OnOrAfter(date) => {
                format!("{date}..")
            }
            IntervalEndpoint::Open => "..".to_owned(),
            IntervalEndpoint::Unknown => String::new(),
        },
        Edtf::Set(Set { elements, .. }) => match elements.last() {
            Some(SetElement::OnOrAfter(date)) => format!("{date}.."),
            Some(
                SetElement::Date(date) | SetElement::OnOrBefore(date) | SetElement::Range(_, date),
            ) => date.to_string(),
            None => String::new(),
        },
        _ => date.written().to_owned(),
    }
}
