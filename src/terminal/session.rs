//! A program on the terminal: messages in, frames out, until one of the two ends it.

use std::io;
use std::process::Stdio;
use std::sync::mpsc::RecvTimeoutError;
use std::time::{Duration, Instant};

use rustix::process::{Signal, kill_current_process_group};
use signal_hook::consts::{SIGCONT, SIGTSTP, SIGWINCH};
use signal_hook::low_level;

use super::{Exit, Message, Program, Taken, clipboard, keyboard, modes, picture, signals};
use crate::app::input::{Effect, Input};

/// How long inputs are handled before a frame shows what they have done so far.
const STRETCH: Duration = Duration::from_millis(100);

/// A program on the screen.
pub(super) struct Session<'a> {
    pub program: &'a mut dyn Program,
    pub taken: &'a mut Taken,
    /// Something happened since the last frame.
    pub stale: bool,
}

impl Session<'_> {
    /// Applies messages until one of them ends the session.
    ///
    /// Keys that were typed meanwhile are handled together and drawn once; but messages are looked for between
    /// them, so that neither a signal nor a Ctrl-C waits for all of them.
    pub(super) fn serve(mut self) -> io::Result<Exit> {
        self.program.handle(Input::Resize(self.taken.size));
        self.draw()?;
        loop {
            if self.taken.waiting.is_empty() {
                let message = self.next_message()?;
                if let Some(exit) = self.take(message)? {
                    return Ok(exit);
                }
            }
            let started = Instant::now();
            loop {
                while let Ok(message) = self.taken.messages.try_recv() {
                    if let Some(exit) = self.take(message)? {
                        return Ok(exit);
                    }
                }
                let Some(input) = self.taken.waiting.pop_front() else {
                    break;
                };
                self.taken.keyboard.done(1);
                if keyboard::interrupts(&input) {
                    self.taken.keyboard.interrupt();
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

    /// Waits for what comes next.
    fn next_message(&self) -> io::Result<Message> {
        let messages = &self.taken.messages;
        match self.program.pulse() {
            None => messages.recv().map_err(io::Error::other),
            Some(pulse) => match messages.recv_timeout(pulse) {
                Err(RecvTimeoutError::Timeout) => Ok(Message::Woken),
                received => received.map_err(io::Error::other),
            },
        }
    }

    fn take(&mut self, message: Message) -> io::Result<Option<Exit>> {
        match message {
            Message::Inputs(inputs) => self.queue(inputs),
            Message::Woken => {
                self.stale = true;
                if self.program.wake() == Effect::Quit {
                    return Ok(Some(Exit::Quit));
                }
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
            self.taken.keyboard.done(self.taken.waiting.len() + before);
            self.taken.waiting.clear();
        }
        self.taken
            .waiting
            .extend(inputs.into_iter().skip(interrupt.unwrap_or(0)));
    }

    /// Whether an input can be meant for the screen as it is: a report of the mouse may name a cell outside of it,
    /// after a resize or when the terminal is wrong.
    fn is_possible(&self, input: &Input) -> bool {
        match input {
            Input::Mouse(mouse) => {
                mouse.column < self.taken.size.columns && mouse.row < self.taken.size.rows
            }
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
        if self.taken.aside {
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
                self.taken.options.mouse = taken;
                modes::take_mouse(taken).err().map(Err)
            }
            Effect::Repaint => {
                self.taken.screen.repaint(self.taken.size);
                None
            }
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
                self.taken.aside = true;
                modes::print(&text).err().map(Err)
            }
            Effect::Picture(request) => {
                let picture = self.program.picture(&request)?;
                self.taken.aside = true;
                picture::show(&picture, &request, self.taken.size)
                    .err()
                    .map(Err)
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
        if !self.taken.aside && std::mem::take(&mut self.stale) {
            self.taken.screen.draw(&*self.program)?;
        }
        Ok(())
    }

    /// Lends the terminal to an editor, and takes it over again when that is left.
    ///
    /// Keys are the editor's meanwhile. It may leave modes on that are its own, and answers that it asked for.
    fn lend(&mut self, edit: impl FnOnce(&mut dyn Program, Stdio)) -> io::Result<()> {
        let keyboard = modes::keyboard().try_clone_to_owned()?;
        self.taken.keyboard.pause();
        modes::leave();
        signals::lend();
        edit(self.program, keyboard.into());
        signals::take_back()?;
        modes::clean_up()?;
        self.resume()?;
        modes::take_keyboard()?;
        self.taken.keyboard.resume();
        Ok(())
    }

    /// Takes the terminal over again, whatever the shell or another program did to it meanwhile.
    fn resume(&mut self) -> io::Result<()> {
        self.taken.aside = false;
        modes::enter(self.taken.options)?;
        self.resize()
    }

    /// Takes the size as it is now and draws every cell anew.
    fn resize(&mut self) -> io::Result<()> {
        self.taken.size = modes::size()?;
        self.stale = true;
        self.program.handle(Input::Resize(self.taken.size));
        self.taken.screen.repaint(self.taken.size);
        Ok(())
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
