//! Whether a date has a place in time: a year of which even the thousands are unknown has none, though the standard
//! bounds it by the years 0 and 9999.

use edtf_core::{Date, Edtf, IntervalEndpoint, SetElement, YearKind};

/// Whether the beginning and the end of a date have a place in time; an end that is open is not asked.
pub(super) fn have_place(edtf: &Edtf) -> (bool, bool) {
    match edtf {
        Edtf::Date(date) => both(has_place(date)),
        Edtf::DateTime(moment) => both(has_place(&moment.date)),
        Edtf::Interval(interval) => (of_end(&interval.start), of_end(&interval.end)),
        Edtf::Set(set) => both(set.elements.iter().all(|element| match element {
            SetElement::Date(date) | SetElement::OnOrBefore(date) | SetElement::OnOrAfter(date) => {
                has_place(date)
            }
            SetElement::Range(from, to) => has_place(from) && has_place(to),
        })),
    }
}

fn both(placed: bool) -> (bool, bool) {
    (placed, placed)
}

fn of_end(end: &IntervalEndpoint) -> bool {
    match end {
        IntervalEndpoint::Date(date)
        | IntervalEndpoint::OnOrBefore(date)
        | IntervalEndpoint::OnOrAfter(date) => has_place(date),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => true,
    }
}

fn has_place(date: &Date) -> bool {
    !matches!(date.year.kind, YearKind::Standard { digits, .. } if digits[0].is_none())
}
