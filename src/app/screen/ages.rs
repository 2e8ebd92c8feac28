//! Where the parts of the ages are: names, numbers, bars, what became of each title, panel and legend. Pure geometry.
//!
//! The same for drawing, for scrolling and for the mouse. What is worth least goes first when there is little room: the
//! legend, the panel, the year in which a title ended, the word for how, the names in full.

use super::lanes::share;
use super::layout::Area;
use crate::lanes::ages::{Ages, Widths};

/// Columns before the names, for the bar of the chosen row.
const BAR: u16 = 2;

/// Columns between the names and the bars: a space, and one for a zero that is not exact.
const ZERO: u16 = 2;

/// The longest name that is written in full.
const LONGEST_NAME: usize = 24;

/// The most columns of "75 y".
const LONGEST_KEPT: usize = 14;

/// From these widths on there are names in full, words for what became of a title, and the year of it.
const NAMES: u16 = 60;
const FATES: u16 = 72;
const YEARS: u16 = 104;

/// From this height on the chosen title is told of under the bars, which are what one came for.
const PANEL: u16 = 24;

/// Where the parts of the ages stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AgesLayout {
    /// Names are cut to codes.
    pub codes: bool,
    /// The names, in the height of the rows.
    pub names: Area,
    /// The row of numbers over the bars, in their breadth.
    pub head: Area,
    /// The bars.
    pub bars: Area,
    /// How long a title was kept, written so that it ends before the right edge.
    pub kept: Area,
    /// What became of it.
    pub fate: Option<Area>,
    /// Whether that has its year.
    pub years: bool,
    /// What is told of the chosen title; its first row is a heading.
    pub panel: Option<Area>,
    /// The line of signs under the bars.
    pub legend: Option<Area>,
}

impl AgesLayout {
    /// The text of the panel, under its heading.
    #[must_use]
    pub fn panel_text(&self) -> Option<Area> {
        self.panel.and_then(Area::under_heading)
    }
}

/// Places the parts.
#[must_use]
pub fn parts(ages: &Ages, area: Area, panel: bool) -> AgesLayout {
    let codes = area.width < NAMES;
    let legend = u16::from(area.height >= 14 && !codes);
    let room = area.height - 1 - legend;
    let rows = ages.row_count();
    let (height, panel_height) = share(room, rows, panel && area.height >= PANEL && !codes);
    let y = area.y + 1;
    let at = |x: u16, width: u16| Area {
        x,
        y,
        width,
        height,
    };
    let (names, kept, fate) = widths(&ages.widths, area.width);
    let left = area.x + BAR + names + ZERO;
    let right = area.x + area.width - 1;
    let fate_at = right - fate;
    let kept_at = (fate_at - kept).max(left + 1);
    let bars = at(left, kept_at.saturating_sub(left + 1).max(1));
    let across = |y: u16, height: u16| Area { y, height, ..area };
    AgesLayout {
        codes,
        names: at(area.x + BAR, names),
        head: Area {
            y: area.y,
            height: 1,
            ..bars
        },
        bars,
        kept: at(kept_at, kept.min(right - kept_at)),
        fate: (fate > 2).then(|| at(fate_at + 2, fate - 2)),
        years: area.width >= YEARS,
        panel: (panel_height > 0).then(|| across(y + height + 1, panel_height)),
        legend: (legend > 0).then(|| across(area.y + area.height - 1, 1)),
    }
}

/// The columns of the names, of the years kept, and of what became of a title with two columns before it.
fn widths(widths: &Widths, width: u16) -> (u16, u16, u16) {
    let names = if width < NAMES {
        widths.code.min(usize::from(width) / 4)
    } else {
        widths.name.min(usize::from(width / 5)).min(LONGEST_NAME)
    };
    let fate = match width {
        ..FATES => 0,
        FATES..YEARS => widths.fate.min(15) + 4,
        _ => widths.fate_and_year + 4,
    };
    (
        names.max(2) as u16,
        widths.kept.min(LONGEST_KEPT) as u16,
        fate.min(usize::from(width) / 3) as u16,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::{Timeline, samples};

    #[test]
    fn a_part_comes_where_there_is_room_for_it() {
        let ages = Ages::new(&samples::lanes());
        let check = |width: u16, height: u16, codes: bool, legend: bool, panel: bool| {
            let (x, y) = (0, 0);
            let area = Area {
                x,
                y,
                width,
                height,
            };
            let parts = parts(&ages, area, true);
            let found = (parts.codes, parts.legend.is_some(), parts.panel.is_some());
            assert_eq!(found, (codes, legend, panel), "{width}x{height}");
            let most = if codes { width / 4 } else { width / 5 };
            assert!(parts.names.width <= most, "{width}x{height}: {parts:?}");
        };
        check(40, 10, true, false, false);
        check(40, 40, true, false, false);
        check(NAMES - 1, 40, true, false, false);
        check(NAMES, 13, false, false, false);
        check(NAMES, 14, false, true, false);
        check(NAMES, PANEL - 1, false, true, false);
        check(NAMES, PANEL, false, true, true);
        check(200, 60, false, true, true);
    }

    #[test]
    fn every_part_lies_in_its_area_at_every_size_and_a_wider_one_says_no_less() {
        for timeline in [Timeline::default(), samples::lanes()] {
            let ages = Ages::new(&timeline);
            for height in 10..=96 {
                let mut before = (0, 0);
                for width in 40..=300 {
                    let area = Area {
                        x: 0,
                        y: 3,
                        width,
                        height,
                    };
                    let parts = parts(&ages, area, height % 2 == 0);
                    let all = [
                        Some(parts.names),
                        Some(parts.head),
                        Some(parts.bars),
                        parts.fate,
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
                    assert!(parts.kept.x + parts.kept.width <= width, "{parts:?}");
                    let says = (parts.names.width, parts.fate.map_or(0, |fate| fate.width));
                    assert!(before.0 <= says.0 && before.1 <= says.1, "{parts:?}");
                    before = says;
                }
            }
        }
    }
}
