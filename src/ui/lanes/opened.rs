//! What the chosen row opens to: the signs of its events in a row of their own, and under them the names of as many as
//! there is room for.

use super::legend::Legend;
use super::{LaneSheet, MarkedLane};
use crate::lanes::band::{BandCell, Shade};
use crate::lanes::marks::MarkPart;
use crate::lanes::names::MarkName;
use crate::ui::canvas::Canvas;

/// Leads from a sign to its name, past the names of a row between.
const LEADS: &str = "│";

impl LaneSheet<'_> {
    /// Draws the signs of the events of an opened lane.
    pub fn draw_signs(&self, marked: MarkedLane, y: u16, legend: &mut Legend, canvas: &mut Canvas) {
        let marks = marked.marks;
        let cells = vec![BandCell::default(); self.scale.columns().into()];
        let mut taken = vec![false; cells.len()];
        for mark in marks {
            taken[usize::from(mark.column)] = true;
        }
        for mark in marks {
            self.draw_spread(mark, &cells, &taken, y, canvas);
        }
        for mark in marks {
            self.draw_mark(
                mark,
                self.lit.any(marked.moments(mark)),
                Shade::Empty,
                y,
                legend,
                canvas,
            );
        }
        self.draw_cursor_beside_words(y, canvas);
    }

    /// Draws one row of the names under them.
    pub fn draw_names(&self, names: &[MarkName], row: u16, y: u16, canvas: &mut Canvas) {
        let x = self.parts.lanes.x;
        for name in names.iter().filter(|name| name.row > row) {
            canvas.glyph(x + name.sign, y, LEADS, self.styles.faint());
        }
        for name in names.iter().filter(|name| name.row == row) {
            let style = match name.part {
                _ if self.lit.events.contains(&name.event) => self.styles.accent(),
                MarkPart::Violated => self.styles.violation(),
                _ => self.styles.plain(),
            };
            let width = name.columns.len() as u16;
            canvas.put(x + name.columns.start, y, width, &name.label, style);
        }
        self.draw_cursor_beside_words(y, canvas);
    }
}
