//! The reader on a real terminal: where `app` and `ui` meet `terminal`.

mod waiting;

use std::io;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::mpsc::{self, Receiver};

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use crate::app::input::{Effect, Input, NoteDraft, PictureRequest, Saving, Spot};
use crate::app::{App, Theme};
use crate::files::{self, ReadFiles};
use crate::picture::Picture;
use crate::terminal::{self, Exit, PictureProtocol, Program};
use crate::timeline::load::Loaded;
use crate::ui::{self, theme::Depth};
use crate::{editor, watch};

pub(crate) use crate::terminal::{Options, Stream, Taken, waker};
pub(crate) use waiting::{Waiting, wait};

/// Keeps or writes what a reader asks for, and says what came of it.
pub(crate) type Save<'s> = dyn FnMut(&mut App, Saving) + 's;

struct Reader<'f> {
    app: App,
    save: &'f mut Save<'f>,
    depth: Depth,
    /// Whether addresses become links of the terminal.
    makes_links: bool,
    /// How the terminal takes pictures, if it does.
    protocol: Option<PictureProtocol>,
    /// The files that are read, if they can be edited.
    files: Option<&'f [PathBuf]>,
    /// The file as it is after every change.
    changes: Receiver<Loaded>,
}

impl Program for Reader<'_> {
    fn handle(&mut self, input: Input) -> Effect {
        self.app.handle(input)
    }

    fn wake(&mut self) -> Effect {
        while let Ok(loaded) = self.changes.try_recv() {
            self.app.changed(loaded);
            self.app.document().fold_ahead();
        }
        Effect::Draw
    }

    fn edit(&mut self, spot: &Spot, keyboard: Stdio) {
        let edited = self.files.map(|files| editor::edit(files, spot, keyboard));
        if let Some(Err(error)) = edited {
            self.app.say(error.to_string());
        }
    }

    fn write_note(&mut self, draft: NoteDraft, keyboard: Stdio) {
        match editor::edit_text(&draft.text, keyboard) {
            Ok((text, file)) => {
                let of = draft.mark.of.clone();
                if let Some(saving) = self.app.note_written(draft, &text) {
                    self.save(saving);
                }
                if self.app.has_unkept_note(&of)
                    && let Some(file) = file.stay()
                {
                    self.app.note_lies_in(&of, &file.display().to_string());
                }
            }
            Err(error) => self.app.say(error.to_string()),
        }
    }

    fn save(&mut self, saving: Saving) {
        (self.save)(&mut self.app, saving);
    }

    fn picture(&mut self, request: &PictureRequest) -> Option<Picture> {
        let timeline = self.app.timeline();
        let file = timeline[request.event].image.as_ref()?.file.as_ref()?;
        let why = match files::picture(timeline, file) {
            Ok(picture)
                if self
                    .protocol
                    .is_some_and(|protocol| protocol.takes(picture.form)) =>
            {
                return Some(picture);
            }
            Ok(_) => "this terminal shows pictures only as PNG".to_owned(),
            Err(unshown) => unshown.why,
        };
        self.app.report_unshown(request.event, &why);
        None
    }

    fn report_unopened(&mut self, address: &str, why: &io::Error) {
        self.app.report_unopened(address, &why.to_string());
    }

    fn draw(&self, buffer: &mut Buffer) -> Option<Position> {
        let draw = if self.makes_links {
            ui::draw_with_links
        } else {
            ui::draw
        };
        draw(&self.app, self.depth, buffer)
    }
}

/// Runs the reader until it is left; the answer is the exit status, and the reader as it was left.
///
/// A file, given with what was read of it, is followed and can be edited. A terminal that is taken already is gone on with.
pub(crate) fn run<'f>(
    mut app: App,
    files: Option<(&'f [PathBuf], ReadFiles)>,
    save: &'f mut Save<'f>,
    taken: Option<Box<Taken>>,
) -> io::Result<(u8, App)> {
    let (to_reader, changes) = mpsc::channel();
    let (waker, stream) = terminal::waker();
    let waker = taken.as_ref().map_or(waker, |taken| taken.waker());
    let paths = files.as_ref().map(|(paths, _)| *paths);
    if let Some((paths, read)) = files {
        let report = move |loaded| {
            // A reader that is gone needs no news.
            if to_reader.send(loaded).is_ok() {
                waker.wake();
            }
        };
        if let Err(error) = watch::follow(paths, read, report) {
            app.say(format!("what is saved is not followed: {error}"));
        }
    }
    app.setup.can_copy = terminal::takes_copies();
    let protocol = PictureProtocol::of_terminal();
    app.setup.shows_pictures = protocol.is_some();
    app.document().fold_ahead();
    let options = Options {
        mouse: app.setup.mouse,
        background: app.setup.follows_terminal,
    };
    let mut reader = Reader {
        app,
        protocol,
        save,
        depth: depth(),
        makes_links: makes_links(),
        files: paths,
        changes,
    };
    let exit = match taken {
        Some(mut taken) => taken.run(&mut reader)?,
        None => terminal::run(&mut reader, options, stream)?,
    };
    Ok((status(exit), reader.app))
}

fn status(exit: Exit) -> u8 {
    match exit {
        Exit::Quit => 0,
        // As shells count: 128 and the number of the signal.
        Exit::Signal(signal) => 128_u8.saturating_add(u8::try_from(signal).unwrap_or(0)),
    }
}

/// Light on a light terminal, dark on a dark one, and on one that does not answer.
pub(crate) fn theme_of_the_terminal() -> Theme {
    terminal::background().map_or(Theme::Dark, Theme::from)
}

/// Whether the terminal makes links of addresses, or leaves out what it does not know; the plainest show it as text.
pub(crate) fn makes_links() -> bool {
    let term = std::env::var("TERM").unwrap_or_default();
    !["", "dumb", "linux"].contains(&term.as_str())
}

/// How many colours the terminal says that it has.
pub(crate) fn depth() -> Depth {
    let variable = |name: &str| std::env::var(name).unwrap_or_default();
    Depth::of_terminal(&variable("COLORTERM"), &variable("TERM"))
}
