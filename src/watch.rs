//! Following a file: whenever it is saved, it is read anew, away from the terminal's thread.
//!
//! Nothing ticks: the thread sleeps until the kernel reports a change in the file's folder, and waits for quiet only
//! then. The folder is watched and not the file, because many editors save by replacing it with a new file.

use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{EventKind, RecursiveMode, Watcher};

use crate::files::Origin;
use crate::timeline::diagnostic::{Faults, Report};
use crate::timeline::load::{self, Loaded};

/// How long nothing may happen to a file before it counts as saved: editors write in several steps.
const QUIET: Duration = Duration::from_millis(60);
/// The longest wait for quiet.
const PATIENCE: Duration = Duration::from_millis(600);

/// Why a file cannot be followed.
#[derive(Debug)]
pub(crate) enum WatchError {
    /// Its path cannot be made absolute, or the thread cannot be started.
    System(io::Error),
    /// The folder cannot be watched.
    Watch(notify::Error),
}

impl fmt::Display for WatchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WatchError::System(error) => error.fmt(f),
            WatchError::Watch(error) => error.fmt(f),
        }
    }
}

impl Error for WatchError {
    // The message is that of the cause itself, so what comes next is the cause of that.
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            WatchError::System(error) => error.source(),
            WatchError::Watch(error) => error.source(),
        }
    }
}

impl From<io::Error> for WatchError {
    fn from(error: io::Error) -> Self {
        WatchError::System(error)
    }
}

impl From<notify::Error> for WatchError {
    fn from(error: notify::Error) -> Self {
        WatchError::Watch(error)
    }
}

/// What the file held when it was read last, or why it could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Contents {
    Bytes(Vec<u8>),
    Unreadable(String),
}

/// Follows the file from now on; `shown` is what it held when it was read last.
///
/// # Errors
/// When the system cannot watch it.
pub(crate) fn follow(
    path: &Path,
    shown: Vec<u8>,
    report: impl Fn(Loaded) + Send + 'static,
) -> Result<(), WatchError> {
    let (to_thread, changes) = mpsc::channel();
    let paths = paths_of(path)?;
    let watched = paths.clone();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        if event.map_or(true, |event| concerns(&event, &watched)) {
            // The thread that listens lasts as long as the program.
            let _ = to_thread.send(());
        }
    })?;
    for folder in paths.iter().filter_map(|path| path.parent()) {
        watcher.watch(folder, RecursiveMode::NonRecursive)?;
    }
    let path = path.to_owned();
    let run = move || {
        // Moved in here, to watch for as long as the thread runs.
        let _watcher = watcher;
        let mut shown = Contents::Bytes(shown);
        loop {
            look(&path, &mut shown, &report);
            if changes.recv().is_err() {
                return;
            }
            wait_for_quiet(&changes);
        }
    };
    thread::Builder::new().name("watch".into()).spawn(run)?;
    Ok(())
}

/// Where the file is, by its own name and behind symbolic links.
fn paths_of(path: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = vec![std::path::absolute(path)?];
    paths.extend(path.canonicalize());
    paths.dedup();
    Ok(paths)
}

/// Whether an event may mean that the file holds something else; that it is read, by us above all, does not.
fn concerns(event: &notify::Event, watched: &[PathBuf]) -> bool {
    let reading = matches!(event.kind, EventKind::Access(access)
        if access != AccessKind::Close(AccessMode::Write));
    let here = |path: &PathBuf| {
        watched
            .iter()
            .any(|watched| watched.file_name() == path.file_name())
    };
    // An event without a path means that events were lost.
    !reading && (event.paths.is_empty() || event.paths.iter().any(here))
}

fn wait_for_quiet(changes: &Receiver<()>) {
    let until = Instant::now() + PATIENCE;
    while changes.recv_timeout(QUIET).is_ok() && Instant::now() < until {}
}

/// Reads the file and reports it, unless it holds what was reported last.
fn look(path: &Path, shown: &mut Contents, report: &impl Fn(Loaded)) {
    let origin = Origin::File(path);
    let found = match origin.bytes() {
        Ok(bytes) => Contents::Bytes(bytes),
        Err(error) => Contents::Unreadable(error.to_string()),
    };
    if found == *shown {
        return;
    }
    shown.clone_from(&found);
    report(match found {
        Contents::Bytes(bytes) => load::read(&origin.name(), bytes),
        Contents::Unreadable(reason) => {
            let faults = Faults::default();
            faults.error(&(0..0), reason, None);
            Loaded {
                timeline: None,
                report: Report::new(&origin.name(), "", faults),
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::fs;

    use notify::event::{CreateKind, ModifyKind};

    use super::*;

    #[test]
    fn a_file_is_reported_when_it_holds_something_else_and_not_when_it_is_touched() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mine.toml");
        let reports = Cell::new(0);
        let mut shown = Contents::Bytes(b"one".to_vec());
        let mut check = |expected: usize| {
            look(&path, &mut shown, &|_| reports.set(reports.get() + 1));
            assert_eq!(reports.get(), expected);
        };
        fs::write(&path, "one").unwrap();
        check(0);
        fs::write(&path, "two").unwrap();
        check(1);
        fs::write(&path, "two").unwrap();
        check(1);
        fs::remove_file(&path).unwrap();
        check(2);
        check(2);
        fs::write(&path, "two").unwrap();
        check(3);
    }

    #[test]
    fn only_what_may_change_the_file_wakes_the_thread() {
        let watched = [PathBuf::from("/home/mine.toml")];
        let check = |kind: EventKind, path: &str, expected: bool| {
            let event = notify::Event::new(kind).add_path(PathBuf::from(path));
            assert_eq!(concerns(&event, &watched), expected, "{event:?}");
        };
        let open = AccessKind::Open(AccessMode::Any);
        let written = AccessKind::Close(AccessMode::Write);
        check(EventKind::Access(open), "/home/mine.toml", false);
        check(EventKind::Access(written), "/home/mine.toml", true);
        check(EventKind::Modify(ModifyKind::Any), "/home/mine.toml", true);
        check(EventKind::Create(CreateKind::File), "/home/mine.toml", true);
        check(
            EventKind::Modify(ModifyKind::Any),
            "/home/other.toml",
            false,
        );
    }
}
