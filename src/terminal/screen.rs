//! Frames: the program draws, and the cells that changed go out in one write.
//!
//! The size comes from resize events and is never asked of the terminal while drawing; a repaint
//! does not ask for the cursor's position, so a terminal that answers nothing cannot hold us up.

use std::io;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Program, frame, modes};
use crate::app::input::Size;

/// Makes a terminal that knows these marks show the frame at once and not in parts. On others the
/// cursor at least is not seen to run about; a program that wants it shown gets it back at the end.
const BEGIN: &[u8] = b"\x1b[?2026h\x1b[?25l";
const END: &[u8] = b"\x1b[?2026l";
/// Empties the screen, in plain colours.
const CLEAR: &[u8] = b"\x1b[0m\x1b[2J";

/// Room for a full frame of a large screen.
const CAPACITY: usize = 64 * 1024;

/// The screen as the terminal shows it.
pub(super) struct TerminalScreen {
    size: Size,
    /// What it shows; nothing before the first frame, and after it was emptied.
    shown: Option<Buffer>,
    /// What it showed before, kept so that its cells are made once.
    spare: Option<Buffer>,
    bytes: Vec<u8>,
}

impl TerminalScreen {
    /// An empty screen.
    pub(super) fn new(size: Size) -> Self {
        let mut bytes = Vec::with_capacity(CAPACITY);
        bytes.extend_from_slice(BEGIN);
        TerminalScreen {
            size,
            shown: None,
            spare: None,
            bytes,
        }
    }

    /// Draws the program and sends what changed.
    pub(super) fn draw(&mut self, program: &dyn Program) -> io::Result<()> {
        let spare = self.spare.take().map(|mut spare| {
            spare.reset();
            spare
        });
        let mut next = spare.unwrap_or_else(|| Buffer::empty(area(self.size)));
        let cursor = program.draw(&mut next);
        frame::write(self.shown.as_ref(), &next, &mut self.bytes);
        if let Some(cursor) = cursor {
            frame::show_cursor(cursor, &mut self.bytes);
        }
        self.bytes.extend_from_slice(END);
        self.spare = self.shown.replace(next);
        let sent = modes::write(&self.bytes);
        self.bytes.clear();
        self.bytes.extend_from_slice(BEGIN);
        sent
    }

    /// Takes this size and makes the next frame draw every cell, also those believed to be right.
    pub(super) fn repaint(&mut self, size: Size) {
        self.bytes.extend_from_slice(CLEAR);
        (self.size, self.shown, self.spare) = (size, None, None);
    }
}

fn area(size: Size) -> Rect {
    Rect::new(0, 0, size.columns, size.rows)
}
