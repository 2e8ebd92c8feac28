//! The terminal: it runs one [`Program`] after another full-screen and gives the terminal back as it was found.
//!
//! Keys, the mouse, signals and a lost connection arrive as one stream of messages; the main
//! thread blocks on it, applies everything that is queued, and draws once. Idle means no wake-ups.
//! There is no meaning here: what a key does and what the screen shows is the program's.
//!
//! - `modes`: raw mode, the alternate screen, and the one way back from them.
//! - `session`: a program and its messages.
//! - `screen`: frames, each in one write; `frame`: their bytes.
//! - `keyboard`: the thread that reads what a person does.
//! - `decoder`: what the bytes mean that it reads; `answers` are those that no person typed.
//! - `signals`: the thread that waits for signals and for the terminal to vanish.
//! - `clipboard`: what is copied, on its way to the terminal.
//! - `picture`: pictures, where the terminal has a protocol for them.
//! - `background`: whether the terminal is dark or light.

mod answers;
mod background;
mod clipboard;
pub(crate) mod decoder;
mod frame;
mod keyboard;
mod modes;
mod picture;
mod screen;
mod session;
mod signals;

use std::collections::VecDeque;
use std::process::Stdio;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;
use std::{io, panic, thread};

use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use signal_hook::consts::SIGHUP;
use signal_hook::low_level;

use crate::app::input::{Effect, Input, NoteDraft, PictureRequest, Saving, Size, Spot};
use crate::picture::Picture;
pub(crate) use background::background;
pub(crate) use clipboard::takes_copies;
use keyboard::Keyboard;
pub(crate) use picture::PictureProtocol;
use screen::TerminalScreen;
use session::Session;

/// What the terminal runs: the seam between this room and the program.
pub(crate) trait Program {
    /// Takes one thing that happened; the answer says what the terminal must do.
    fn handle(&mut self, input: Input) -> Effect;

    /// Looks for what came by another way than the terminal, after [`Waker::wake`] or when the [`pulse`](Self::pulse)
    /// has beaten.
    fn wake(&mut self) -> Effect;

    /// How often it wants to be woken; one that waits for nothing is left asleep.
    fn pulse(&self) -> Option<Duration> {
        None
    }

    /// Runs an editor at a spot in the file, while the terminal is given back; `keyboard` is what it reads from.
    fn edit(&mut self, spot: &Spot, keyboard: Stdio);

    /// Runs an editor on a note, while the terminal is given back; `keyboard` is what it reads from.
    fn write_note(&mut self, draft: NoteDraft, keyboard: Stdio);

    /// Keeps or writes something.
    fn save(&mut self, saving: Saving);

    /// The picture that is asked for; without one the program says why.
    fn picture(&mut self, request: &PictureRequest) -> Option<Picture>;

    /// Takes a report that an address could not be opened, and why.
    fn report_unopened(&mut self, address: &str, why: &io::Error);

    /// Draws the whole screen on empty cells; the answer is where the terminal's cursor stands, if it is shown.
    fn draw(&self, buffer: &mut Buffer) -> Option<Position>;
}

/// How the terminal is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Options {
    /// Take presses, drags and the wheel; text is then selected with Shift held down.
    pub mouse: bool,
    /// Hear of another background, from a terminal that tells of it.
    pub background: bool,
}

/// Why the program ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// The person asked for it.
    Quit,
    /// A signal asked for it; a terminal that vanished counts as SIGHUP.
    Signal(i32),
}

/// What the threads report to the main thread.
enum Message {
    /// What was read at once.
    Inputs(Vec<Input>),
    Signal(i32),
    /// Something came by another way, which the program knows.
    Woken,
    /// The keyboard cannot be read any more.
    Failed(io::Error),
}

/// Wakes a program from another thread, as one more source of the terminal's one stream.
#[derive(Clone)]
pub(crate) struct Waker(Sender<Message>);

impl Waker {
    /// Makes the program look for what is new, and draws.
    pub(crate) fn wake(&self) {
        // A terminal that is done has nobody to wake.
        let _ = self.0.send(Message::Woken);
    }
}

/// The stream of a terminal that is still to be run.
pub(crate) struct Stream {
    sender: Sender<Message>,
    messages: Receiver<Message>,
}

/// A stream to run a terminal on, and the way into it from other threads.
#[must_use]
pub(crate) fn waker() -> (Waker, Stream) {
    let (sender, messages) = mpsc::channel();
    (Waker(sender.clone()), Stream { sender, messages })
}

/// Runs the program until it quits, a signal ends it or the terminal is gone.
///
/// # Errors
///
/// When the terminal can be neither prepared, read nor written. It is restored also then.
pub(crate) fn run(program: &mut dyn Program, options: Options, stream: Stream) -> io::Result<Exit> {
    match Taken::new(options, stream) {
        Ok(mut taken) => taken.run(program),
        Err(error) => unless_gone(Err(error)),
    }
}

/// A write or a read that failed because nobody is there any more is no fault of ours.
fn unless_gone(result: io::Result<Exit>) -> io::Result<Exit> {
    match result {
        Err(_) if modes::gone() => Ok(Exit::Signal(SIGHUP)),
        other => other,
    }
}

/// The terminal while it is the program's, for one [`Program`] after another.
pub(crate) struct Taken {
    screen: TerminalScreen,
    size: Size,
    options: Options,
    keyboard: Keyboard,
    messages: Receiver<Message>,
    waker: Waker,
    /// What has been read and not handled.
    waiting: VecDeque<Input>,
    /// Something else than the program is shown, until a key is pressed: a text to be selected on the terminal's own
    /// screen, or a picture.
    aside: bool,
    /// Last, so that the threads that use the terminal are told before.
    _guard: LeaveOnDrop,
}

impl Taken {
    /// Takes the terminal.
    ///
    /// # Errors
    ///
    /// As [`run`].
    pub(crate) fn new(options: Options, stream: Stream) -> io::Result<Self> {
        restore_on_panic();
        let Stream { sender, messages } = stream;
        signals::watch(sender.clone())?;
        modes::enter(options)?;
        let guard = LeaveOnDrop;
        let size = modes::size()?;
        Ok(Taken {
            screen: TerminalScreen::new(size),
            size,
            options,
            keyboard: Keyboard::start(sender.clone())?,
            messages,
            waker: Waker(sender),
            waiting: VecDeque::new(),
            aside: false,
            _guard: guard,
        })
    }

    /// Runs a program until it quits, a signal ends it or the terminal is gone.
    ///
    /// # Errors
    ///
    /// As [`run`].
    pub(crate) fn run(&mut self, program: &mut dyn Program) -> io::Result<Exit> {
        let session = Session {
            program,
            taken: self,
            stale: true,
        };
        unless_gone(session.serve())
    }

    /// Keeps inputs, in their order, for the program that runs next.
    pub(crate) fn put_back(&mut self, inputs: Vec<Input>) {
        for input in inputs.into_iter().rev() {
            self.waiting.push_front(input);
        }
    }

    /// What wakes the program that runs.
    pub(crate) fn waker(&self) -> Waker {
        self.waker.clone()
    }
}

/// Gives the terminal back however the scope ends: by a return, an error or a panic.
struct LeaveOnDrop;

impl Drop for LeaveOnDrop {
    fn drop(&mut self) {
        modes::leave();
    }
}

/// Makes every panic restore the terminal before it is reported.
///
/// A panic in another thread ends the program too: its terminal is already gone from under it.
fn restore_on_panic() {
    let main = thread::current().id();
    let report = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        modes::leave();
        report(info);
        if thread::current().id() != main {
            low_level::exit(PANIC_STATUS);
        }
    }));
}

/// The exit status that Rust gives to a panic of the main thread.
const PANIC_STATUS: i32 = 101;

/// Why a thread that the terminal cannot do without could not be made.
fn no_thread(task: &str, error: &io::Error) -> io::Error {
    let message = format!("no thread can be made that {task}: {error}");
    io::Error::new(error.kind(), message)
}
