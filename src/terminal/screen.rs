//! Frames: the program draws, and the cells that changed go out in one write.
//!
//! The size comes from resize events and is never asked of the terminal while drawing; a repaint
//! does not ask for the cursor's position, so a terminal that answers nothing cannot hold us up.

use std::borrow::Cow;
use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use memchr::memmem;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

use super::{Program, modes};
use crate::app::input::Size;

/// Makes a terminal that knows these marks show the frame at once and not in parts. On others the
/// cursor at least is not seen to run about; a program that wants it shown gets it back at the end.
const BEGIN: &[u8] = b"\x1b[?2026h\x1b[?25l";
const END: &[u8] = b"\x1b[?2026l";
/// What begins a link to an address (OSC 8), what ends the address, and what ends the link.
const BEGIN_LINK: &[u8] = b"\x1b]8;id=";
const ST: &[u8] = b"\x1b\\";
const END_LINK: &[u8] = b"\x1b]8;;\x1b\\";

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
        let sent = modes::write(&without_repeats(&self.0.borrow()));
        self.begin();
        sent
    }
}

/// The bytes without the ends of links that go on with the same link at once.
fn without_repeats(bytes: &[u8]) -> Cow<'_, [u8]> {
    let mut ends = memmem::find_iter(bytes, END_LINK).peekable();
    if ends.peek().is_none() {
        return Cow::Borrowed(bytes);
    }
    let mut kept = Vec::with_capacity(bytes.len());
    // The link that is open, as it was begun.
    let mut begun: &[u8] = &[];
    let mut from = 0;
    for at in ends {
        let here = &bytes[from..at];
        if let Some(begin) = memmem::find(here, BEGIN_LINK) {
            let length = memmem::find(&here[begin..], ST).map_or(0, |end| end + ST.len());
            begun = &here[begin..begin + length];
        }
        kept.extend_from_slice(here);
        from = at + END_LINK.len();
        let rest = &bytes[from..];
        if !begun.is_empty() && rest.starts_with(begun) {
            from += begun.len();
        } else {
            kept.extend_from_slice(END_LINK);
            begun = &[];
        }
    }
    kept.extend_from_slice(&bytes[from..]);
    Cow::Owned(kept)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_over_many_cells_is_begun_and_ended_once() {
        let check = |pieces: &[(&str, &str)], expected: &[(&str, &str)]| {
            let written = |pieces: &[(&str, &str)]| -> String {
                let link = |(text, address): &(&str, &str)| match *address {
                    "" => (*text).to_owned(),
                    address => {
                        format!("\x1b]8;id=1;{address}\x1b\\{text}\x1b]8;;\x1b\\")
                    }
                };
                pieces.iter().map(link).collect()
            };
            let found = without_repeats(written(pieces).as_bytes()).into_owned();
            assert_eq!(String::from_utf8(found).unwrap(), written(expected));
        };
        let (one, two) = ("https://a.org", "https://b.org");
        check(&[("text", "")], &[("text", "")]);
        check(&[("a", one), ("b", one), ("c", one)], &[("abc", one)]);
        check(&[("a", one), ("b", two)], &[("a", one), ("b", two)]);
        check(
            &[("a", one), (" ", ""), ("b", one), ("c", one), ("end", "")],
            &[("a", one), (" ", ""), ("bc", one), ("end", "")],
        );
    }
}
