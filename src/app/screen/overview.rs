//! The strip under the header: a column for each stretch of time.

use super::layout::Area;
use crate::lanes::axis::Axis;
use crate::text;
use crate::timeline::date::era::year_label;
use crate::timeline::{Event, Timeline};
use crate::words::fill;

/// Columns below which the strip says nothing.
const LEAST: u16 = 9;

/// Columns of a screen from which on it is said in words what has no year.
const IN_WORDS: u16 = 80;

/// What stands right of the cells: the last year, and how many events have no place on the axis; `None` where no
/// event has a year.
#[must_use]
pub fn right_end(timeline: &Timeline, columns: u16) -> Option<String> {
    let (_, last) = timeline.years?;
    let placed = |event: &Event| event.date.is_placed();
    // They come last in the order of time.
    let without = timeline.events.len() - timeline.events.partition_point(placed);
    Some(match without {
        0 => year_label(last),
        _ if columns < IN_WORDS => format!("{} +{without}", year_label(last)),
        _ => fill("{0} + {1} without a year", &[&year_label(last), &without]),
    })
}

/// The cells between the first and the last year, and their axis; `None` where there is no room for them.
pub(super) fn overview(timeline: &Timeline, line: Area) -> Option<(Area, Axis)> {
    let (first, last) = timeline.years?;
    let right_end = right_end(timeline, line.width)?;
    let x = 2 + text::width(&year_label(first)) as u16;
    let right = line
        .width
        .saturating_sub(2 + text::width(&right_end) as u16);
    let width = right.checked_sub(x + 1).filter(|width| *width >= LEAST)?;
    let bars = Area { x, width, ..line };
    Some((bars, Axis::new(first, last, width)))
}
