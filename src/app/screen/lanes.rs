//! Where the parts of the lanes are: names, axis, rows, ends of rows, panel and legend. Pure geometry.
//!
//! The same for drawing, for scrolling and for the mouse. What is worth least goes first when there is little room:
//! the legend, the panel, the ends of the rows, the names in full.

use super::layout::Area;
use crate::lanes::plan::{LaneWidths, Plan};
use crate::timeline::Timeline;

/// Columns before the names, for the bar of the chosen row.
const BAR: u16 = 2;

/// From this height on the groups stand apart.
pub(in crate::app) const SPACED: u16 = 20;

/// The longest name that is written in full.
const LONGEST_NAME: usize = 20;

/// From these widths on there are names in full, ends of rows, and long ends of rows.
const NAMES: u16 = 60;
const ENDS: u16 = 72;
const LONG_ENDS: u16 = 104;

/// Columns of the long ends at most.
const LONGEST_END: usize = 27;

/// How the ends of the rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ends {
    /// No room for a word.
    None,
    /// A word and a year.
    Short,
    /// The years kept as well.
    Full,
}

/// Where the parts of the lanes stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LanesLayout {
    /// Names are cut to codes.
    pub codes: bool,
    /// The names, in the height of the rows.
    pub names: Area,
    /// Rows over the lanes, in the breadth of the axis: the ticks and the cursor, then the eras where there is room.
    pub head: Area,
    /// The lanes themselves.
    pub lanes: Area,
    /// How much is written behind a lane.
    pub ends: Ends,
    /// Column at which the ends begin.
    pub ends_at: u16,
    /// The last column, in which stands that there is more.
    pub right: u16,
    /// The date and what held on it; its first row is a heading.
    pub panel: Option<Area>,
    /// The line of signs under the lanes.
    pub legend: Option<Area>,
}

impl LanesLayout {
    /// The text of the panel, under its heading.
    #[must_use]
    pub fn panel_text(&self) -> Option<Area> {
        self.panel.and_then(Area::under_heading)
    }

    /// Columns for the names of the events of a row: those of the lanes and of the ends of the rows behind them.
    #[must_use]
    pub fn name_columns(&self) -> u16 {
        let to_the_edge = self.right.saturating_sub(self.lanes.x);
        to_the_edge.max(self.lanes.width)
    }
}

/// Places the parts; `rows` is how many rows there are to show.
#[must_use]
pub fn parts(
    timeline: &Timeline,
    plan: &Plan,
    area: Area,
    panel: bool,
    rows: usize,
) -> LanesLayout {
    let codes = area.width < NAMES;
    let names = names_width(&plan.widths, codes, area.width);
    let (ends, ends_width) = ends(&plan.widths, area.width);
    let left = area.x + BAR + names + 1;
    let right = (area.x + area.width)
        .saturating_sub(ends_width + 1)
        .max(left + 1);
    // The names of the eras have rows of their own where there is room for them.
    let named = !timeline.eras.is_empty();
    let head = match area.height {
        30.. if named => 4,
        16.. if named => 3,
        12.. => 2,
        _ => 1,
    };
    let legend = u16::from(area.height >= 14 && !codes);
    let room = area.height - head - legend;
    let (lanes, panel_height) = share(room, rows, panel && area.height >= 16 && !codes);
    let y = area.y + head;
    let across = |y: u16, height: u16| Area { y, height, ..area };
    LanesLayout {
        codes,
        names: Area {
            x: area.x + BAR,
            y,
            width: names,
            height: lanes,
        },
        head: Area {
            x: left,
            y: area.y,
            width: right - left,
            height: head,
        },
        lanes: Area {
            x: left,
            y,
            width: right - left,
            height: lanes,
        },
        ends,
        ends_at: right + 1,
        right: area.x + area.width - 1,
        panel: (panel_height > 0).then(|| across(y + lanes + 1, panel_height)),
        legend: (legend > 0).then(|| across(area.y + area.height - 1, 1)),
    }
}

/// Lanes and panel, with an empty row after each; few lanes leave their room to the panel.
pub(super) fn share(room: u16, rows: usize, panel: bool) -> (u16, u16) {
    if !panel {
        return (room, 0);
    }
    let least = (room * 32 / 100).clamp(5, 12);
    let most = room.saturating_sub(least + 2).max(1);
    let lanes = u16::try_from(rows).unwrap_or(u16::MAX).clamp(1, most);
    (lanes, (room - lanes).saturating_sub(2).min(18))
}

fn names_width(widths: &LaneWidths, codes: bool, width: u16) -> u16 {
    let (longest, most) = match codes {
        true => (widths.code, 3),
        false => (widths.name, usize::from(width / 5).min(LONGEST_NAME)),
    };
    longest.clamp(2, most) as u16
}

fn ends(widths: &LaneWidths, width: u16) -> (Ends, u16) {
    let columns = |longest: usize| (longest + 1).min(LONGEST_END) as u16;
    match width {
        ..ENDS => (Ends::None, 0),
        ENDS..LONG_ENDS => (Ends::Short, columns(widths.short_ending)),
        _ => (Ends::Full, columns(widths.full_ending)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lanes_have_a_column_however_narrow_the_screen() {
        let timeline = crate::timeline::samples::lanes();
        let plan = Plan::new(&timeline);
        for width in 1..=60 {
            let area = Area {
                x: 0,
                y: 1,
                width,
                height: 12,
            };
            let parts = parts(&timeline, &plan, area, false, 8);
            assert!(parts.lanes.width > 0, "{parts:?} in {width} columns");
        }
    }

    #[test]
    fn every_part_lies_in_its_area_at_every_size() {
        let timeline = Timeline::default();
        let plan = Plan::new(&timeline);
        for width in 40..=300 {
            for height in 10..=96 {
                for (panel, rows) in [(true, 0), (true, 5), (true, 70), (false, 70)] {
                    let area = Area {
                        x: 0,
                        y: 3,
                        width,
                        height,
                    };
                    let parts = parts(&timeline, &plan, area, panel, rows);
                    let all = [
                        Some(parts.names),
                        Some(parts.head),
                        Some(parts.lanes),
                        parts.panel,
                        parts.legend,
                    ];
                    for part in all.into_iter().flatten() {
                        let fits = part.x + part.width <= width
                            && part.y >= 3
                            && part.y + part.height <= 3 + height;
                        assert!(
                            fits && part.width > 0 && part.height > 0,
                            "{part:?} in {area:?}"
                        );
                    }
                    if let Some(panel) = parts.panel {
                        assert!(parts.lanes.y + parts.lanes.height < panel.y, "{parts:?}");
                        assert!(
                            parts
                                .legend
                                .is_none_or(|legend| panel.y + panel.height < legend.y),
                            "{parts:?}"
                        );
                    }
                }
            }
        }
    }
}
