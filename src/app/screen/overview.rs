//! The strip under the header: a column for each stretch of time.

use super::layout::Area;
use crate::lanes::axis::Axis;
use crate::text;
use crate::timeline::Timeline;
use crate::timeline::date::era::year_label;

/// Columns below which the strip says nothing.
const LEAST: u16 = 9;

/// The cells between the first and the last year, and their axis; `None` where there is no room for them.
pub(super) fn overview(timeline: &Timeline, line: Area) -> Option<(Area, Axis)> {
    let (first, last) = timeline.years?;
    let wide = |year: i32| text::width(&year_label(year)) as u16;
    let x = 2 + wide(first);
    let right = line.width.saturating_sub(2 + wide(last));
    let width = right.checked_sub(x + 1).filter(|width| *width >= LEAST)?;
    let bars = Area { x, width, ..line };
    Some((bars, Axis::new(first, last, width)))
}
