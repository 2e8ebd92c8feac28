//! What takes long says on a terminal how far it is: a line on standard error, which is gone when the work is done.

use std::io::{self, IsTerminal, Write as _};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use super::is_dumb;
use crate::error::Error;
use crate::files::Origin;
use crate::text;
use crate::timeline::Timeline;
use crate::timeline::load::Progress;
use crate::words;

/// What is done by then needs no line.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often the line is written anew.
const PACE: Duration = Duration::from_millis(200);
/// The beginning of the line, and nothing behind what is written there.
const ERASED: &str = "\r\x1b[K";

/// The timeline, if nothing forbids showing it.
///
/// # Errors
/// As [`Origin::timeline`].
pub(super) fn timeline(origin: Origin) -> Result<Timeline, Error> {
    reporting(&origin.name(), |progress| origin.timeline(progress))
}

/// Does some work on what is called so, and says meanwhile how far it is.
pub(super) fn reporting<T>(name: &str, work: impl FnOnce(&Progress) -> T) -> T {
    let progress = &Progress::default();
    if !io::stderr().is_terminal() || is_dumb() {
        return work(progress);
    }
    thread::scope(|scope| {
        let (at_work, done) = mpsc::channel();
        // Another thread says it, in the language of this one.
        let language = words::language();
        let line = move || {
            let progress = words::while_speaking(language, || progress.in_words());
            format!("{}: {progress}", text::clean(name))
        };
        // Where no thread can be made the work is done in silence.
        let _ = thread::Builder::new().spawn_scoped(scope, move || report(line, &done));
        let result = work(progress);
        drop::<mpsc::Sender<()>>(at_work);
        result
    })
}

/// Writes the line until the work is done, and takes it away.
fn report(line: impl Fn() -> String, done: &Receiver<()>) {
    let mut patience = PATIENCE;
    while done.recv_timeout(patience) == Err(RecvTimeoutError::Timeout) {
        patience = PACE;
        let columns = crossterm::terminal::size().map_or(80, |(columns, _)| usize::from(columns));
        let line = line();
        let line = text::truncate(&line, columns.saturating_sub(1));
        let _ = write!(io::stderr(), "{ERASED}{line}");
    }
    if patience == PACE {
        let _ = write!(io::stderr(), "{ERASED}");
    }
}
