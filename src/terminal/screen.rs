//! Frames: the program draws, and the cells that changed go out in one write.
//!
//! The size comes from resize events and is never asked of the terminal while drawing; a repaint
//! does not ask for the cursor's position, so a terminal that answers nothing cannot hold us up.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

use super::{Program, modes};
use crate::app::input::Size;

/// Makes a terminal that knows these marks show the frame at once and not in parts. On others the
/// cursor at least is not seen to run about; a program that wants it shown gets it back at the end.
const BEGIN: &[u8] = b"\x1b[?2026h\x1b[?25l";
const END: &[u8] = b"\x1b[?2026l";
/// Room for a full frame of a large screen.
const CAPACITY: usize = 64 * 1024;

/// The screen as the terminal shows it.
pub(super) struct TerminalScreen {
    terminal: Terminal<CrosstermBackend<FrameBuffer>>,
    buffer: FrameBuffer,
}

impl TerminalScreen {
    /// An empty screen.
    pub(super) fn new(size: Size) -> io::Result<Self> {
        let buffer = FrameBuffer(Rc::new(RefCell::new(Vec::with_capacity(CAPACITY))));
        let viewport = Viewport::Fixed(area(size));
        let terminal = Terminal::with_options(
            CrosstermBackend::new(buffer.clone()),
            TerminalOptions { viewport },
        )?;
        buffer.begin();
        Ok(TerminalScreen { terminal, buffer })
    }

    /// Draws the program and sends what changed.
    pub(super) fn draw(&mut self, program: &dyn Program) -> io::Result<()> {
        self.terminal.draw(|frame| program.draw(frame))?;
        self.buffer.send()
    }

    /// Takes this size and makes the next frame draw every cell, also those believed to be right.
    pub(super) fn repaint(&mut self, size: Size) -> io::Result<()> {
        self.terminal.resize(area(size))
    }
}

fn area(size: Size) -> Rect {
    Rect::new(0, 0, size.columns, size.rows)
}

/// The bytes of the frame in the making.
///
/// ratatui flushes several times a frame, and a terminal may show each part; so flushing does
/// nothing here, and [`FrameBuffer::send`] sends.
#[derive(Clone)]
struct FrameBuffer(Rc<RefCell<Vec<u8>>>);

impl FrameBuffer {
    fn begin(&self) {
        let mut bytes = self.0.borrow_mut();
        bytes.clear();
        bytes.extend_from_slice(BEGIN);
    }

    fn send(&self) -> io::Result<()> {
        self.0.borrow_mut().extend_from_slice(END);
        let sent = modes::write(&self.0.borrow());
        self.begin();
        sent
    }
}

impl Write for FrameBuffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
