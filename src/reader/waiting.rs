//! While a file is being read in another thread: a screen that says how far that is, and that one can leave at once.
//!
//! What is typed meanwhile is kept for the reader that follows.

use std::sync::mpsc::{Receiver, TryRecvError};
use std::time::Duration;
use std::{io, process::Stdio};

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use crate::app::action::Action;
use crate::app::input::{Effect, Input, NoteDraft, PictureRequest, Saving, Spot};
use crate::app::keys::{Context, Keymap, Meaning};
use crate::app::picker::source::PickerSource;
use crate::picture::Picture;
use crate::terminal::{Exit, Options, Program, Stream, Taken};
use crate::timeline::load::Progress;
use crate::ui::waiting::WaitingScreen;

/// Keys that are kept at the most: more than somebody types, and less than a key that is held down for an hour.
const MOST_INPUTS: usize = 1000;

/// How often the numbers are shown anew.
const PACE: Duration = Duration::from_millis(100);

/// What is waited for.
pub(crate) struct Waiting<'w, T> {
    pub screen: WaitingScreen<'w>,
    pub keymap: &'w Keymap,
    pub progress: &'w Progress,
    /// What the other thread is going to send, before it wakes the stream.
    pub result: &'w Receiver<T>,
}

/// Takes the terminal and waits for the result, which comes with the terminal; or for the exit status of somebody who left.
pub(crate) fn wait<T>(
    waiting: Waiting<T>,
    options: Options,
    stream: Stream,
) -> io::Result<Result<(T, Box<Taken>), u8>> {
    let mut taken = Taken::new(options, stream)?;
    let mut program = WaitingProgram {
        waiting,
        depth: super::depth(),
        found: None,
        inputs: Vec::new(),
        is_in_prompt: false,
    };
    let exit = taken.run(&mut program)?;
    taken.put_back(program.inputs);
    Ok(match (exit, program.found) {
        (Exit::Quit, Some(result)) => Ok((result, Box::new(taken))),
        (exit, _) => Err(super::status(exit)),
    })
}

struct WaitingProgram<'w, T> {
    waiting: Waiting<'w, T>,
    depth: crate::ui::theme::Depth,
    found: Option<T>,
    /// What has been typed for the reader that follows.
    inputs: Vec<Input>,
    /// Whether that goes into a prompt now, where `q` is a letter.
    is_in_prompt: bool,
}

impl<T> WaitingProgram<'_, T> {
    fn keep(&mut self, input: Input) -> Effect {
        if self.inputs.len() < MOST_INPUTS {
            self.inputs.push(input);
        }
        Effect::Draw
    }
}

impl<T> Program for WaitingProgram<'_, T> {
    fn handle(&mut self, input: Input) -> Effect {
        let key = match input {
            Input::Key(key) => key,
            Input::Paste(_) if self.is_in_prompt => return self.keep(input),
            _ => return Effect::Draw,
        };
        let context = if self.is_in_prompt {
            Context::Prompt
        } else {
            Context::List
        };
        match self.waiting.keymap.meaning(context, &[key]) {
            Meaning::Action(Action::QuitNow) => return Effect::Quit,
            Meaning::Action(Action::Quit | Action::Cancel) if !self.is_in_prompt => {
                return Effect::Quit;
            }
            Meaning::Action(Action::Suspend) => return Effect::Suspend,
            Meaning::Action(Action::Repaint) => return Effect::Repaint,
            Meaning::Action(Action::Search | Action::Pick(PickerSource::GoTo)) => {
                self.is_in_prompt = true;
            }
            Meaning::Action(Action::Cancel | Action::Accept) => self.is_in_prompt = false,
            _ => {}
        }
        self.keep(input)
    }

    fn wake(&mut self) -> Effect {
        match self.waiting.result.try_recv() {
            Ok(result) => {
                self.found = Some(result);
                Effect::Quit
            }
            // A thread that ended without a result has panicked, and so ended the program.
            Err(TryRecvError::Empty | TryRecvError::Disconnected) => Effect::Draw,
        }
    }

    fn pulse(&self) -> Option<Duration> {
        Some(PACE)
    }

    fn draw(&self, buffer: &mut Buffer) -> Option<Position> {
        let words = self.waiting.progress.in_words();
        let screen = &self.waiting.screen;
        screen.draw(&words, self.depth, buffer);
        None
    }

    // Nothing of what follows can be asked for while there is no timeline.
    fn edit(&mut self, _: &Spot, _: Stdio) {}
    fn write_note(&mut self, _: NoteDraft, _: Stdio) {}
    fn save(&mut self, _: Saving) {}
    fn picture(&mut self, _: &PictureRequest) -> Option<Picture> {
        None
    }
    fn report_unopened(&mut self, _: &str, _: &io::Error) {}
}
