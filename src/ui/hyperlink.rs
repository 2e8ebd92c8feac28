//! The addresses on a screen as links of the terminal.
//!
//! Every cell carries its link by itself, so that it does not matter which of them a frame draws anew; what that
//! repeats is left out on the way to the terminal.

use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, CellDiffOption};

use crate::text;
use crate::text::hyperlink::{END, begin};

/// A stretch of a row that is an address or leads to one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hyperlink {
    /// The first column.
    pub x: u16,
    /// The row.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// What the terminal opens.
    pub address: String,
}

/// Makes links of cells that are drawn already.
pub fn write(links: &[Hyperlink], buffer: &mut Buffer) {
    for link in links {
        let Some(begin) = begin(&link.address) else {
            continue;
        };
        for x in link.x..link.x + link.width {
            let Some(cell) = buffer.cell_mut((x, link.y)) else {
                continue;
            };
            // The second half of a wide character has no cell of its own.
            let Some(width) = NonZeroU16::new(text::columns(cell.symbol())) else {
                continue;
            };
            let symbol = format!("{begin}{}{END}", cell.symbol());
            cell.set_symbol(&symbol);
            cell.set_diff_option(CellDiffOption::ForcedWidth(width));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    #[test]
    fn every_cell_is_a_link_and_as_wide_as_before() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 1));
        buffer.set_string(1, 0, "a中b", Style::new());
        let link = Hyperlink {
            x: 1,
            y: 0,
            width: 4,
            address: "https://a.org".to_owned(),
        };
        write(&[link], &mut buffer);
        let begin = begin("https://a.org").unwrap();
        for (x, letter, width) in [(1, "a", 1), (2, "中", 2), (4, "b", 1)] {
            let cell = &buffer[(x, 0)];
            assert_eq!(cell.symbol(), format!("{begin}{letter}{END}"));
            let width = CellDiffOption::ForcedWidth(NonZeroU16::new(width).unwrap());
            assert_eq!(cell.diff_option, width);
        }
        assert_eq!(buffer[(0, 0)].symbol(), " ");
        assert_eq!(buffer[(5, 0)].symbol(), " ");
    }
}
