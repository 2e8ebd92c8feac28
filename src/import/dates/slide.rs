//! The date of a slide: its figures beside what it displays.

use edtf_core::Edtf;

use super::{DateParts, ImportedDate, between, of_parts};
use crate::text;
use crate::timeline::HistoricDate;
use crate::timeline::date::words::meanings;

/// The date of a slide: its figures, unless what it displays is less exact and holds them: "c. 1907", "June 1910".
pub(in crate::import) fn of_slide(
    start: &DateParts,
    end: Option<&DateParts>,
    display: &str,
) -> Result<ImportedDate, String> {
    let mut found = of_parts(start)?;
    if let Some(end) = end.filter(|end| !end.is_empty()) {
        found = ended(found, of_parts(end));
    }
    Ok(displayed(found, display))
}

/// A date with its end; one that cannot be read is told.
pub(in crate::import) fn ended(
    mut found: ImportedDate,
    end: Result<ImportedDate, String>,
) -> ImportedDate {
    match end {
        Ok(end) => between(found, end),
        Err(reason) => {
            let note = format!("the end is left out: {reason}");
            found.left_out.push(note);
            found
        }
    }
}

/// What a slide displays counts where it holds the figures; what does not, or is no date, is told.
pub(in crate::import) fn displayed(mut found: ImportedDate, display: &str) -> ImportedDate {
    let display = display.trim();
    if display.is_empty() || display == found.date.written() || display == found.date.label() {
        return found;
    }
    let shown = meanings(display, None).dates;
    let (date, clean) = (&found.date, text::clean(display));
    let Some(first) = shown.first() else {
        let note = format!("the displayed '{clean}' is no date and is left out");
        found.left_out.push(note);
        return found;
    };
    let Some(shown) = shown.iter().find(|shown| holds(shown, date)) else {
        // What is more exact than the figures may be right, but only one of the two can be.
        let why = if holds(date, first) {
            "is more exact than"
        } else {
            "does not hold"
        };
        let note = format!(
            "the displayed '{clean}' {why} {} and is left out",
            date.label()
        );
        found.left_out.push(note);
        return found;
    };
    let same = shown.earliest() == date.earliest() && date.latest() == shown.latest();
    if !same || shown.wants_basis() || matches!(date.edtf(), Edtf::Interval(_)) {
        found.read_from = Some(display.to_owned()).filter(|_| shown != date);
        found.date = shown.clone();
    }
    found
}

/// Whether the inner date lies in the outer one, whatever it means.
pub(super) fn holds(outer: &HistoricDate, inner: &HistoricDate) -> bool {
    let begins = match (outer.earliest(), inner.earliest()) {
        (None, _) => true,
        (Some(outer), Some(inner)) => outer <= inner,
        (Some(_), None) => false,
    };
    let ends = match (outer.latest(), inner.latest()) {
        (None, _) => true,
        (Some(outer), Some(inner)) => inner <= outer,
        (Some(_), None) => false,
    };
    begins && ends
}
