//! The terminal: it runs a [`Program`] full-screen and gives the terminal back as it was found.
//!
//! Keys, the mouse, signals and a lost connection arrive as one stream of messages; the main
//! thread blocks on it, applies everything that is queued, and draws once. Idle means no wake-ups.
//! There is no meaning here: what a key does and what the screen shows is the program's.
//!
//! - `modes`: raw mode, the alternate screen, and the one way back from them.
//! - `screen`: frames, each in one write.
//! - `keyboard`: the thread that reads what a person does.
//! - `decoder`: what the bytes mean that it reads; `answers` are those that no person typed.
//! - `signals`: the thread that waits for signals and for the terminal to vanish.
//! - `clipboard`: what is copied, on its way to the terminal.
//! - `background`: whether the terminal is dark or light.

mod answers;
mod background;
mod clipboard;
mod decoder;
mod keyboard;
mod modes;
mod screen;
mod signals;

use std::collections::VecDeque;
use std::process::Stdio;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::{Duration, Instant};
use std::{io, panic, thread};

use ratatui::Frame;
use rustix::process::{Signal, kill_current_process_group};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGTSTP, SIGWINCH};
use signal_hook::low_level;

use crate::app::input::{Effect, Input, NoteDraft, Saving, Size, Spot};
pub(crate) use background::background;
pub(crate) use clipboard::takes_copies;
use keyboard::Keyboard;
use screen::TerminalScreen;

/// What the terminal runs: the seam between this room and the program.
pub(crate) trait Program {
    /// Takes one thing that happened; the answer says what the terminal must do.
    fn handle(&mut self, input: Input) -> Effect;

    /// Looks for what came by another way than the terminal, after [`Waker::wake`].
    fn wake(&mut self);

    /// Runs an editor at a spot in the file, while the terminal is given back; `keyboard` is what it reads from.
    fn edit(&mut self, spot: &Spot, keyboard: Stdio);

    /// Runs an editor on a note, while the terminal is given back; `keyboard` is what it reads from.
    fn write_note(&mut self, draft: NoteDraft, keyboard: Stdio);

    /// Keeps or writes something.
    fn save(&mut self, saving: Saving);

    /// Takes a report that an address could not be opened, and why.
    fn report_unopened(&mut self, address: &str, why: &io::Error);

    /// Draws the whole screen.
    fn draw(&self, frame: &mut Frame);
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
pub(crate) fn run(
    program: &mut dyn Program,
    options: &Options,
    stream: Stream,
) -> io::Result<Exit> {
    restore_on_panic();
    let Stream { sender, messages } = stream;
    signals::watch(sender.clone())?;
    let result = modes::enter(*options).and_then(|()| {
        let _guard = LeaveOnDrop;
        Session::start(program, *options, sender)?.serve(&messages)
    });
    match result {
        // The write or read failed because nobody is there any more, which is no fault of ours.
        Err(_) if modes::gone() => Ok(Exit::Signal(SIGHUP)),
        other => other,
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

/// How long inputs are handled before a frame shows what they have done so far.
const STRETCH: Duration = Duration::from_millis(100);

/// A program on the screen.
struct Session<'a> {
    program: &'a mut dyn Program,
    screen: TerminalScreen,
    size: Size,
    options: Options,
    keyboard: Keyboard,
    /// What has been read and not handled.
    waiting: VecDeque<Input>,
    /// Something happened since the last frame.
    stale: bool,
    /// The terminal's own screen is shown, with a text to be selected, until a key is pressed.
    printed: bool,
}

impl<'a> Session<'a> {
    /// Tells the program its size and draws the first frame.
    fn start(
        program: &'a mut dyn Program,
        options: Options,
        sender: Sender<Message>,
    ) -> io::Result<Self> {
        let size = modes::size()?;
        program.handle(Input::Resize(size));
        let mut session = Session {
            program,
            screen: TerminalScreen::new(size)?,
            size,
            options,
            keyboard: Keyboard::start(sender)?,
            waiting: VecDeque::new(),
            stale: true,
            printed: false,
        };
        session.draw()?;
        Ok(session)
    }

    /// Applies messages until one of them ends the session.
    ///
    /// Keys that were typed meanwhile are handled together and drawn once; but messages are looked for between
    /// them, so that neither a signal nor a Ctrl-C waits for all of them.
    fn serve(mut self, messages: &Receiver<Message>) -> io::Result<Exit> {
        loop {
            if self.waiting.is_empty() {
                let message = messages.recv().map_err(io::Error::other)?;
                if let Some(exit) = self.take(message)? {
                    return Ok(exit);
                }
            }
            let started = Instant::now();
            loop {
                while let Ok(message) = messages.try_recv() {
                    if let Some(exit) = self.take(message)? {
                        return Ok(exit);
                    }
                }
                let Some(input) = self.waiting.pop_front() else {
                    break;
                };
                self.keyboard.done(1);
                if keyboard::interrupts(&input) {
                    self.keyboard.interrupt();
                }
                if let Some(exit) = self.handle(input).transpose()? {
                    return Ok(exit);
                }
                if started.elapsed() > STRETCH {
                    break;
                }
            }
            self.draw()?;
        }
    }

    fn take(&mut self, message: Message) -> io::Result<Option<Exit>> {
        match message {
            Message::Inputs(inputs) => self.queue(inputs),
            Message::Woken => {
                self.program.wake();
                self.stale = true;
            }
            Message::Signal(SIGTSTP) => suspend()?,
            Message::Signal(SIGCONT) => self.resume()?,
            Message::Signal(SIGWINCH) => self.resize()?,
            Message::Signal(signal) => return Ok(Some(Exit::Signal(signal))),
            Message::Failed(error) => return Err(error),
        }
        Ok(None)
    }

    /// Puts inputs behind those that wait; as on a terminal's own line, a Ctrl-C forgets all that was typed before it.
    fn queue(&mut self, inputs: Vec<Input>) {
        let interrupt = inputs.iter().rposition(keyboard::interrupts);
        if let Some(before) = interrupt {
            self.keyboard.done(self.waiting.len() + before);
            self.waiting.clear();
        }
        self.waiting
            .extend(inputs.into_iter().skip(interrupt.unwrap_or(0)));
    }

    /// Whether an input can be meant for the screen as it is: a report of the mouse may name a cell outside of it,
    /// after a resize or when the terminal is wrong.
    fn is_possible(&self, input: &Input) -> bool {
        match input {
            Input::Mouse(mouse) => mouse.column < self.size.columns && mouse.row < self.size.rows,
            _ => true,
        }
    }

    /// Hands an input to the program and does what it asks for; an exit ends the session.
    fn handle(&mut self, input: Input) -> Option<io::Result<Exit>> {
        #[cfg(debug_assertions)]
        keyboard::rehearse("draw");
        if !self.is_possible(&input) {
            return None;
        }
        if self.printed {
            let brings_back = matches!(input, Input::Key(_) | Input::Paste(_));
            let passes_on = keyboard::interrupts(&input);
            if let Some(error) = brings_back.then(|| self.resume()).and_then(Result::err) {
                return Some(Err(error));
            }
            if !passes_on {
                return None;
            }
        }
        self.stale = true;
        match self.program.handle(input) {
            Effect::Draw => None,
            Effect::Mouse(taken) => {
                self.options.mouse = taken;
                modes::take_mouse(taken).err().map(Err)
            }
            Effect::Repaint => self.screen.repaint(self.size).err().map(Err),
            Effect::Edit(spot) => self
                .lend(|program, keyboard| program.edit(&spot, keyboard))
                .err()
                .map(Err),
            Effect::WriteNote(draft) => self
                .lend(|program, keyboard| program.write_note(*draft, keyboard))
                .err()
                .map(Err),
            Effect::Save(saving) => {
                self.program.save(*saving);
                None
            }
            Effect::Print(text) => {
                self.printed = true;
                modes::print(&text).err().map(Err)
            }
            Effect::Copy(text) => clipboard::copy(&text).err().map(Err),
            Effect::Open(address) => {
                if let Err(error) = open::that_detached(&address) {
                    self.program.report_unopened(&address, &error);
                }
                None
            }
            Effect::Suspend => ask_to_suspend().err().map(Err),
            Effect::Quit => Some(Ok(Exit::Quit)),
        }
    }

    fn draw(&mut self) -> io::Result<()> {
        if !self.printed && std::mem::take(&mut self.stale) {
            self.screen.draw(&*self.program)?;
        }
        Ok(())
    }

    /// Lends the terminal to an editor, and takes it over again when that is left.
    ///
    /// Keys are the editor's meanwhile. It may leave modes on that are its own, and answers that it asked for.
    fn lend(&mut self, edit: impl FnOnce(&mut dyn Program, Stdio)) -> io::Result<()> {
        let keyboard = modes::keyboard().try_clone_to_owned()?;
        self.keyboard.pause();
        modes::leave();
        signals::lend();
        edit(self.program, keyboard.into());
        signals::take_back()?;
        modes::clean_up()?;
        self.resume()?;
        modes::take_keyboard()?;
        self.keyboard.resume();
        Ok(())
    }

    /// Takes the terminal over again, whatever the shell or another program did to it meanwhile.
    fn resume(&mut self) -> io::Result<()> {
        self.printed = false;
        modes::enter(self.options)?;
        self.resize()
    }

    /// Takes the size as it is now and draws every cell anew.
    fn resize(&mut self) -> io::Result<()> {
        self.size = modes::size()?;
        self.stale = true;
        self.program.handle(Input::Resize(self.size));
        self.screen.repaint(self.size)
    }
}

/// Does what Ctrl-Z does outside raw mode: asks every process of the job to stop.
///
/// A wrapper that stayed awake would leave the shell waiting for it. The shell goes on as soon as
/// the wrapper stops, so the terminal is given back before. We receive the signal too, and stop in
/// [`suspend`].
fn ask_to_suspend() -> io::Result<()> {
    modes::leave();
    Ok(kill_current_process_group(Signal::TSTP)?)
}

/// Gives the terminal back and stops; SIGCONT is the way back, and comes as a message.
///
/// It stops by SIGSTOP, because the kernel drops SIGTSTP where no shell does job control.
fn suspend() -> io::Result<()> {
    modes::leave();
    low_level::emulate_default_handler(SIGTSTP)
}
