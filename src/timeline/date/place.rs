//! Whether a date has a place in time: a year of which even the thousands are unknown has none, though the standard
//! bounds it by the years 0 and 9999. And whether a year is so far away that not even the standard's library counts it.

use edtf_core::{Date, Edtf, IntervalEndpoint, SetElement, YearKind};

use super::YEARS;

/// Whether the beginning and the end of a date have a place in time; an end that is open is not asked.
pub(super) fn have_place(edtf: &Edtf) -> (bool, bool) {
    hold(
        edtf,
        |date| !matches!(date.year.kind, YearKind::Standard { digits, .. } if digits[0].is_none()),
    )
}

/// Whether every year that is written can be counted: of "Y1E77" the standard's library knows no bound, as if the year
/// were unknown.
pub(super) fn is_counted(edtf: &Edtf) -> bool {
    let counted = hold(edtf, |date| {
        matches!(date.year.kind, YearKind::Standard { .. })
            || date.year.value().is_some_and(|year| YEARS.contains(&year))
    });
    counted == (true, true)
}

/// Whether something holds of the dates at the beginning and of those at the end; of an open end everything does.
fn hold(edtf: &Edtf, holds: impl Fn(&Date) -> bool) -> (bool, bool) {
    let of_end = |end: &IntervalEndpoint| match end {
        IntervalEndpoint::Date(date)
        | IntervalEndpoint::OnOrBefore(date)
        | IntervalEndpoint::OnOrAfter(date) => holds(date),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => true,
    };
    let of_both = |held: bool| (held, held);
    match edtf {
        Edtf::Date(date) => of_both(holds(date)),
        Edtf::DateTime(moment) => of_both(holds(&moment.date)),
        Edtf::Interval(interval) => (of_end(&interval.start), of_end(&interval.end)),
        Edtf::Set(set) => of_both(set.elements.iter().all(|element| match element {
            SetElement::Date(date) | SetElement::OnOrBefore(date) | SetElement::OnOrAfter(date) => {
                holds(date)
            }
            SetElement::Range(from, to) => holds(from) && holds(to),
        })),
    }
}
