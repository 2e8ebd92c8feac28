//! The terminal's modes: what is switched on when the program takes the screen, and the way back.
//!
//! [`leave`] undoes everything that [`enter`] did. It is the only way back, and all ends use it:
//! quitting, errors, panics, signals and suspension. Frames go through [`write`], behind the same
//! lock, so that no frame can follow the restored screen. What a frame holds is not known here.

use std::io::{self, IsTerminal, Write};
use std::os::fd::BorrowedFd;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::getpgrp;
use rustix::stdio::{stdin, stdout};
use rustix::termios::{
    Action, OptionalActions, QueueSelector, Termios, tcflow, tcflush, tcgetattr, tcgetpgrp,
    tcgetwinsize, tcsetattr,
};

use super::Options;
use crate::app::input::Size;

/// The alternate screen in plain colours, no cursor, pasted text marked as such.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[0m\x1b[?25l\x1b[?2004h";
/// Presses, drags and the wheel with coordinates of any size; not every movement of the mouse.
const ENTER_MOUSE: &[u8] = b"\x1b[?1002h\x1b[?1006h";
/// Word of another background, from terminals that have it; the others leave out a mode that they do not know.
const ENTER_BACKGROUND: &[u8] = b"\x1b[?2031h";
const LEAVE_MOUSE: &[u8] = b"\x1b[?1006l\x1b[?1002l";
/// The way back, in the reverse order; first the end of a frame that a fault may have cut off.
const LEAVE: &[u8] =
    b"\x1b[?2026l\x1b[?2031l\x1b[?1006l\x1b[?1002l\x1b[?2004l\x1b[?25h\x1b[0m\x1b[?1049l";

/// The usual state of all that a program may have changed and that we do not set ourselves.
const CLEAN_UP: &[u8] = b"\x1b[?9l\x1b[?1000l\x1b[?1001l\x1b[?1002l\x1b[?1003l\x1b[?1004l\x1b[?1005l\x1b[?1006l\
    \x1b[?1015l\x1b[?1016l\x1b[?2004l\x1b[?2031l\x1b[?1l\x1b>\x1b[?5l\x1b[?6l\x1b[?69l\x1b[4l\x1b[r\x1b(B\x0f\x1b[0m";
/// No flags of kitty's keyboard, no keys modified in xterm's way.
const OWN_KEYBOARD: &[u8] = b"\x1b[=0u\x1b[>4;0m";

/// What takes kitty's pictures away, which lie over the cells; before it the end of one that a fault may have cut off.
const TAKE_PICTURE: &[u8] = b"\x1b\\\x1b_Ga=d,d=A,q=2\x1b\\";

/// Whether a picture is shown, or part of one.
static PICTURED: AtomicBool = AtomicBool::new(false);
/// Whether the screen is ours. Held while bytes go out, and never while anything can panic.
static ENTERED: Mutex<bool> = Mutex::new(false);
/// The line settings as they were found at first; a shell's later ones may be our own raw ones.
static FOUND: OnceLock<Termios> = OnceLock::new();

fn entered() -> MutexGuard<'static, bool> {
    ENTERED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Takes the screen, or asserts every mode again if it is taken already.
///
/// A program in the background waits before that, so that not a byte of ours reaches a screen that is not ours, and
/// the shell's own line settings are not taken for those of the terminal.
pub(super) fn enter(options: Options) -> io::Result<()> {
    wait_for_foreground()?;
    let mut entered = entered();
    let found = if let Some(found) = FOUND.get() {
        found
    } else {
        let found = tcgetattr(keyboard())?;
        FOUND.get_or_init(|| found)
    };
    let mut raw = found.clone();
    raw.make_raw();
    tcsetattr(keyboard(), OptionalActions::Now, &raw)?;
    *entered = true;
    take_picture()?;
    StandardOutput.write_all(ENTER)?;
    if options.background {
        StandardOutput.write_all(ENTER_BACKGROUND)?;
    }
    if options.mouse {
        StandardOutput.write_all(ENTER_MOUSE)?;
    }
    Ok(())
}

/// Stops in the background until the shell puts the program into the foreground.
///
/// Asking for output to go on, as it does already, is the least that the kernel stops a background job for; where
/// nobody could continue it the kernel refuses, and so do we.
pub(super) fn wait_for_foreground() -> io::Result<()> {
    Ok(tcflow(keyboard(), Action::OOn)?)
}

/// Switches off what a program that had the terminal may have left on: reports of the mouse and the focus, the
/// keyboards of kitty and xterm, the keys' application modes, margins, inserting, other character sets.
pub(super) fn clean_up() -> io::Result<()> {
    StandardOutput.write_all(CLEAN_UP)?;
    StandardOutput.write_all(OWN_KEYBOARD)
}

/// Makes keys be sent as they usually are on the screen that is shown now; each screen keeps that for itself.
pub(super) fn take_keyboard() -> io::Result<()> {
    write(OWN_KEYBOARD)
}

/// Takes the reports of the mouse, or leaves the mouse to the terminal, while the screen is ours.
pub(super) fn take_mouse(taken: bool) -> io::Result<()> {
    write(if taken { ENTER_MOUSE } else { LEAVE_MOUSE })
}

/// Gives the screen back as it was found; the second call does nothing.
///
/// Faults are passed over, because there is no one left to report them to and the rest must still be done.
/// A job in the background does not own the terminal and leaves it alone.
pub(super) fn leave() {
    let mut entered = entered();
    if std::mem::take(&mut *entered) && !in_background() {
        let _ = take_picture();
        let _ = StandardOutput.write_all(LEAVE);
        restore_lines();
    }
}

/// Writes a frame if the screen is ours.
pub(super) fn write(frame: &[u8]) -> io::Result<()> {
    let entered = entered();
    if *entered {
        StandardOutput.write_all(frame)
    } else {
        Ok(())
    }
}

/// Bytes of a picture that go out at once; between them the screen can be given back.
const PICTURE_BLOCK: usize = 1 << 16;

/// Shows a picture on the screen, which is cleared for it, if the screen is ours.
pub(super) fn show_picture(sequence: &[u8]) -> io::Result<()> {
    PICTURED.store(true, Ordering::SeqCst);
    write(b"\x1b[0m\x1b[2J\x1b[H")?;
    sequence.chunks(PICTURE_BLOCK).try_for_each(write)
}

/// Takes the picture off the screen, if one is shown.
fn take_picture() -> io::Result<()> {
    match PICTURED.swap(false, Ordering::SeqCst) {
        true => StandardOutput.write_all(TAKE_PICTURE),
        false => Ok(()),
    }
}

/// A cell in pixels, where the terminal says how large its screen is.
pub(super) fn cell() -> Option<(u32, u32)> {
    let size = tcgetwinsize(stdout()).ok()?;
    let along = |pixels: u16, cells: u16| pixels.checked_div(cells).filter(|pixels| *pixels > 0);
    let (width, height) = (
        along(size.ws_xpixel, size.ws_col)?,
        along(size.ws_ypixel, size.ws_row)?,
    );
    Some((width.into(), height.into()))
}

/// Shows a text on the terminal's own screen, where it stays, and where the mouse is the terminal's; keys still come to
/// the program.
pub(super) fn print(text: &str) -> io::Result<()> {
    let entered = entered();
    if !*entered {
        return Ok(());
    }
    StandardOutput.write_all(LEAVE)?;
    let lines = text.trim_end().replace('\n', "\r\n");
    StandardOutput.write_all(lines.as_bytes())?;
    let begins_above =
        size().is_ok_and(|size| rows(text.trim_end(), size.columns) + 3 > size.rows.into());
    let above = if begins_above {
        "it begins above, where the terminal scrolls back to; "
    } else {
        ""
    };
    let foot = format!("\r\n\r\n({above}any key goes back to the reader)\r\n");
    StandardOutput.write_all(foot.as_bytes())
}

/// How many rows a text takes, or few more, where the terminal breaks what is longer than a line.
fn rows(text: &str, columns: u16) -> usize {
    let columns = usize::from(columns).max(1);
    let lines = text.lines();
    lines
        .map(|line| line.chars().count().div_ceil(columns).max(1))
        .sum()
}

/// Gives the screen back while the main thread is at something else: it computes, or it is stuck because nobody reads
/// what it writes.
///
/// The lines are restored at once. What a stuck terminal has not read is thrown away, so that the stuck write returns;
/// then the way back is written as soon as there is room for it.
pub(super) fn leave_by_force() {
    if in_background() {
        return;
    }
    for _ in 0..5 {
        if let Ok(mut entered) = ENTERED.try_lock() {
            if *entered {
                restore_lines();
                if !takes_bytes() {
                    let _ = tcflush(stdout(), QueueSelector::OFlush);
                }
                leave_if_heard();
                *entered = false;
            }
            return;
        }
        restore_lines();
        let _ = tcflush(stdout(), QueueSelector::OFlush);
        thread::sleep(Duration::from_millis(40));
    }
    // Who holds the lock does not go on: a signal that aborts the process has caught it behind its last byte.
    leave_if_heard();
}

/// Writes the way back where that does not have to wait.
fn leave_if_heard() {
    if takes_bytes() {
        let _ = take_picture();
        let _ = StandardOutput.write_all(LEAVE);
    }
}

/// Whether the terminal has room for a few bytes.
fn takes_bytes() -> bool {
    let mut terminal = [PollFd::from_borrowed_fd(stdout(), PollFlags::OUT)];
    poll(&mut terminal, Some(&Timespec::default())).is_ok_and(|ready| ready > 0)
}

/// The widest and highest screen that is drawn; what lies beyond stays empty.
const LARGEST: u16 = 1000;

/// The size of the screen; 80 × 24 where the terminal does not know it, as on a serial line.
pub(super) fn size() -> io::Result<Size> {
    let size = tcgetwinsize(stdout())?;
    let known = |cells: u16, usual: u16| {
        if cells == 0 {
            usual
        } else {
            cells.min(LARGEST)
        }
    };
    Ok(Size {
        columns: known(size.ws_col, 80),
        rows: known(size.ws_row, 24),
    })
}

/// The terminal that keys come from: standard input, unless that is a file or a pipe.
pub(super) fn keyboard() -> BorrowedFd<'static> {
    if io::stdin().is_terminal() {
        stdin()
    } else {
        stdout()
    }
}

/// Whether the terminal has been closed or its connection lost.
pub(super) fn gone() -> bool {
    let mut terminal = [PollFd::from_borrowed_fd(keyboard(), PollFlags::empty())];
    poll(&mut terminal, Some(&Timespec::default())).is_ok_and(|changed| changed > 0)
}

fn restore_lines() {
    if let Some(found) = FOUND.get() {
        let _ = tcsetattr(keyboard(), OptionalActions::Now, found);
    }
}

fn in_background() -> bool {
    tcgetpgrp(keyboard()).is_ok_and(|foreground| foreground != getpgrp())
}

/// Standard output without the standard library's buffer and lock: what is written is sent.
struct StandardOutput;

impl Write for StandardOutput {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Ok(rustix::io::write(stdout(), bytes)?)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
