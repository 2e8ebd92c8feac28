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
    shown: Buffer,
    /// What is drawn next; kept, so that its cells are made once.
    next: Buffer,
    bytes: Vec<u8>,
}

impl TerminalScreen {
    /// An empty screen.
    pub(super) fn new(size: Size) -> Self {
        let mut bytes = Vec::with_capacity(CAPACITY);
        bytes.extend_from_slice(BEGIN);
        TerminalScreen {
            shown: Buffer::empty(area(size)),
            next: Buffer::empty(area(size)),
            bytes,
        }
    }

    /// Draws the program and sends what changed.
    pub(super) fn draw(&mut self, program: &dyn Program) -> io::Result<()> {
        self.next.reset();
        let cursor = program.draw(&mut self.next);
        frame::write(&self.shown, &self.next, &mut self.bytes);
        if let Some(cursor) = cursor {
            frame::show_cursor(cursor, &mut self.bytes);
        }
        self.bytes.extend_from_slice(END);
        std::mem::swap(&mut self.shown, &mut self.next);
        let sent = modes::write(&self.bytes);
        self.bytes.clear();
        self.bytes.extend_from_slice(BEGIN);
        sent
    }

    /// Takes this size and makes the next frame draw every cell, also those believed to be right.
    pub(super) fn repaint(&mut self, size: Size) {
        self.bytes.extend_from_slice(CLEAR);
        self.shown = Buffer::empty(area(size));
        self.next = Buffer::empty(area(size));
    }
}

fn area(size: Size) -> Rect {
    Rect::new(0, 0, size.columns, size.rows)
}
