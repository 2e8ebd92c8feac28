//! The strip under the header: a column for each stretch of time, and how many events are visible in each.
//!
//! Made when it is first looked at, and kept until other events are visible or the strip has another place: what one moves
//! along changes no column of it.

use chrono::NaiveDate;

use super::layout::Area;
use crate::lanes::axis::Axis;
use crate::text;
use crate::timeline::date::era::year_label;
use crate::timeline::{Event, EventId, Timeline};
use crate::words::fill;

/// Columns below which the strip says nothing.
const LEAST: u16 = 9;

/// Columns of a screen from which on it is said in words what has no year.
const IN_WORDS: u16 = 80;

/// What stands on the strip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    /// The first year.
    pub left_end: String,
    /// The last year, and how many events have no place on the axis.
    pub right_end: String,
    /// The cells between them; `None` where there is no room.
    pub bars: Option<OverviewCells>,
}

/// The cells between the first and the last year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverviewCells {
    /// Where they stand.
    pub area: Area,
    /// Which of them is which day.
    pub axis: Axis,
    /// How many visible events fall into each.
    pub counts: Vec<u32>,
}

/// The strip on a line of the screen; `None` where no event has a year.
pub(super) fn overview(timeline: &Timeline, visible: &[EventId], line: Area) -> Option<Overview> {
    let (first, last) = timeline.years?;
    let left_end = year_label(first);
    let right_end = right_end(timeline, last, line.width);
    let x = 2 + text::columns(&left_end);
    let right = line.width.saturating_sub(2 + text::columns(&right_end));
    let width = right.checked_sub(x + 1).filter(|width| *width >= LEAST);
    let bars = width.map(|width| {
        let axis = Axis::new(first, last, width);
        OverviewCells {
            area: Area { x, width, ..line },
            counts: counts(timeline, visible, &axis),
            axis,
        }
    });
    Some(Overview {
        left_end,
        right_end,
        bars,
    })
}

fn right_end(timeline: &Timeline, last: i32, columns: u16) -> String {
    let placed = |event: &Event| event.date.is_placed();
    // They come last in the order of time.
    let without = timeline.events.len() - timeline.events.partition_point(placed);
    match without {
        0 => year_label(last),
        _ if columns < IN_WORDS => format!("{} +{without}", year_label(last)),
        _ => fill("{0} + {1} without a year", &[&year_label(last), &without]),
    }
}

/// Visible events a column, found by halving: they come in order of time, and there may be very many.
fn counts(timeline: &Timeline, visible: &[EventId], axis: &Axis) -> Vec<u32> {
    let before = |day: NaiveDate| {
        visible.partition_point(|event| timeline[*event].date.representative_day() < day)
    };
    let ends: Vec<usize> = (1..axis.columns())
        .map(|column| before(axis.begins(column)))
        .chain([visible.partition_point(|event| timeline[*event].date.is_placed())])
        .collect();
    let mut begin = 0;
    ends.into_iter()
        .map(|end| {
            let count = end - begin;
            begin = end;
            u32::try_from(count).unwrap_or(u32::MAX)
        })
        .collect()
}
