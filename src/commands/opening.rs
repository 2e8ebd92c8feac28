//! The timeline of the reader, read in a thread of its own: what is long says how far it is, and can be left meanwhile.

use std::io;
use std::panic::resume_unwind;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::app::Theme;
use crate::app::action::Action;
use crate::app::keys::Context;
use crate::cli::ThemeArg;
use crate::error::Error;
use crate::files::{Opened, Origin};
use crate::reader::{self, Options, Stream, Taken, Waiting};
use crate::settings::Settings;
use crate::timeline::load::Progress;
use crate::ui::waiting::WaitingScreen;
use crate::words;

/// What is read by then is shown without a word before it.
const PATIENCE: Duration = Duration::from_millis(100);

/// A timeline that can be shown, and on what.
pub(super) struct Ready {
    pub opened: Opened,
    pub theme: Theme,
    /// The terminal, where one waited on it.
    pub taken: Option<Box<Taken>>,
}

/// Reads the timeline, and meanwhile asks the terminal for its colours, if they are to be found out; where somebody left
/// before the end, the answer is the exit status.
///
/// # Errors
/// As [`Origin::open`], and when the terminal cannot be taken.
pub(super) fn open(files: &[PathBuf], settings: &Settings) -> Result<Result<Ready, u8>, Error> {
    let origin = Origin::of_files(files);
    if origin.is_short() {
        let (opened, theme) = open_and_ask(origin, settings.theme.value);
        let taken = None;
        return Ok(Ok(Ready {
            opened: opened?,
            theme,
            taken,
        }));
    }
    let opening = Opening::begin(files)?;
    let theme = theme(settings.theme.value);
    let ready = opening.end(settings, theme)?;
    if let Ok(Ready { opened, .. }) = &ready {
        // The thread that read the timeline spoke its language, and is not the one that goes on.
        words::speak(opened.timeline.language, opened.timeline.parties.as_deref());
    }
    Ok(ready)
}

/// What is short is read here: a thread of its own would take longer to be made.
fn open_and_ask(origin: Origin, theme_arg: ThemeArg) -> (Result<Opened, Error>, Theme) {
    let open = || origin.open(&Progress::default());
    if !follows_terminal(theme_arg) {
        return (open(), theme(theme_arg));
    }
    thread::scope(|scope| {
        let thread = thread::Builder::new().name("colours".into());
        let asking = thread.spawn_scoped(scope, || theme(theme_arg));
        let opened = open();
        let theme = match asking {
            Ok(asking) => asking.join().unwrap_or_else(|panic| resume_unwind(panic)),
            // Where no thread can be made, one waits a little longer.
            Err(_) => theme(theme_arg),
        };
        (opened, theme)
    })
}

/// Whether the terminal decides between dark and light.
pub(super) fn follows_terminal(theme_arg: ThemeArg) -> bool {
    theme_arg == ThemeArg::Auto && super::wants_colour(true)
}

fn theme(theme_arg: ThemeArg) -> Theme {
    match theme_arg {
        ThemeArg::Light => Theme::Light,
        ThemeArg::Dark => Theme::Dark,
        ThemeArg::Mono => Theme::Mono,
        ThemeArg::Auto if !super::wants_colour(true) => Theme::Mono,
        ThemeArg::Auto => reader::theme_of_the_terminal(),
    }
}

/// A timeline that is being read in a thread of its own.
struct Opening {
    name: String,
    progress: Arc<Progress>,
    result: Receiver<Result<Opened, Error>>,
    /// What the thread wakes when the result is there.
    stream: Stream,
    thread: JoinHandle<()>,
    since: Instant,
}

impl Opening {
    fn begin(files: &[PathBuf]) -> Result<Self, Error> {
        let progress = Arc::new(Progress::default());
        let (to_main, result) = mpsc::channel();
        let (waker, stream) = reader::waker();
        let work = {
            let (progress, files) = (Arc::clone(&progress), files.to_vec());
            move || {
                // Whoever left in the meantime does not want it.
                drop(to_main.send(Origin::of_files(&files).open(&progress)));
                waker.wake();
            }
        };
        let thread = thread::Builder::new().name("opening".into()).spawn(work);
        Ok(Opening {
            name: Origin::of_files(files).name(),
            progress,
            result,
            stream,
            thread: thread.map_err(no_thread)?,
            since: Instant::now(),
        })
    }

    /// Waits for the timeline; on the terminal, where it lets itself be waited for.
    fn end(self, settings: &Settings, theme: Theme) -> Result<Result<Ready, u8>, Error> {
        let patience = PATIENCE.saturating_sub(self.since.elapsed());
        match self.result.recv_timeout(patience) {
            Ok(opened) => {
                let (opened, taken) = (opened?, None);
                return Ok(Ok(Ready {
                    opened,
                    theme,
                    taken,
                }));
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => {
                if let Err(panic) = self.thread.join() {
                    resume_unwind(panic);
                }
            }
        }
        let quit = settings.keymap.binding(Context::List, Action::Quit);
        let quit = quit.and_then(|binding| binding.labels().into_iter().next());
        let waiting = Waiting {
            screen: WaitingScreen {
                name: &self.name,
                quit: quit.as_deref().unwrap_or("Ctrl-C"),
                theme,
                colours: &settings.colours,
                ascii: settings.ascii.value,
            },
            keymap: &settings.keymap,
            progress: &self.progress,
            result: &self.result,
        };
        let options = Options {
            mouse: settings.mouse.value,
            background: follows_terminal(settings.theme.value),
        };
        let waited = reader::wait(waiting, options, self.stream).map_err(Error::Terminal)?;
        let ready = |(opened, taken)| {
            let taken = Some(taken);
            Result::map(opened, |opened| Ready {
                opened,
                theme,
                taken,
            })
        };
        match waited {
            Ok(done) => ready(done).map(Ok),
            Err(status) => Ok(Err(status)),
        }
    }
}

fn no_thread(error: io::Error) -> Error {
    let message = format!("no thread can be made that reads the file: {error}");
    Error::Terminal(io::Error::new(error.kind(), message))
}
