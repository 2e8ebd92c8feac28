//! Following a file: whenever it is saved, it is read anew, away from the terminal's thread.
//!
//! Nothing ticks: the thread sleeps until the kernel tells of a change in the file's folder, and waits for quiet only
//! then. The folder is watched and not the file, because many editors save by putting a new file in its place.

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

/// Follows the file from now on; `shown` is what it held when it was read last.
///
/// # Errors
/// When the system cannot watch it.
pub(crate) fn follow(
    path: &Path,
    shown: Vec<u8>,
    tell: impl Fn(Loaded) + Send + 'static,
) -> Result<(), String> {
    let (to_thread, changes) = mpsc::channel();
    let places = places(path).map_err(|error| error.to_string())?;
    let watched = places.clone();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        if event.map_or(true, |event| concerns(&event, &watched)) {
            // The thread that listens lasts as long as the program.
            let _ = to_thread.send(());
        }
    })
    .map_err(|error| error.to_string())?;
    for folder in places.iter().filter_map(|place| place.parent()) {
        watcher
            .watch(folder, RecursiveMode::NonRecursive)
            .map_err(|error| error.to_string())?;
    }
    let path = path.to_owned();
    let run = move || {
        // Moved in here, to watch for as long as the thread runs.
        let _watcher = watcher;
        let mut shown = Ok(shown);
        loop {
            look(&path, &mut shown, &tell);
            if changes.recv().is_err() {
                return;
            }
            wait_for_quiet(&changes);
        }
    };
    thread::Builder::new()
        .name("watch".into())
        .spawn(run)
        .map_err(|error| error.to_string())?;
    Ok(())
}

/// Where the file is, by its own name and behind symbolic links.
fn places(path: &Path) -> io::Result<Vec<PathBuf>> {
    let mut places = vec![std::path::absolute(path)?];
    places.extend(path.canonicalize());
    places.dedup();
    Ok(places)
}

/// Whether an event may mean that the file holds something else; that it is read, by us above all, does not.
fn concerns(event: &notify::Event, places: &[PathBuf]) -> bool {
    let reading = matches!(event.kind, EventKind::Access(access)
        if access != AccessKind::Close(AccessMode::Write));
    let here = |path: &PathBuf| {
        places
            .iter()
            .any(|place| place.file_name() == path.file_name())
    };
    // What names no path tells that events were lost.
    !reading && (event.paths.is_empty() || event.paths.iter().any(here))
}

fn wait_for_quiet(changes: &Receiver<()>) {
    let until = Instant::now() + PATIENCE;
    while changes.recv_timeout(QUIET).is_ok() && Instant::now() < until {}
}

/// Reads the file and tells of it, unless it holds what was told last.
fn look(path: &Path, shown: &mut Result<Vec<u8>, String>, tell: &impl Fn(Loaded)) {
    let origin = Origin::File(path);
    let found = origin.bytes().map_err(|error| error.to_string());
    if found == *shown {
        return;
    }
    shown.clone_from(&found);
    tell(match found {
        Ok(bytes) => load::read(&origin.name(), bytes),
        Err(reason) => {
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
    fn a_file_is_told_of_when_it_holds_something_else_and_not_when_it_is_touched() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mine.toml");
        let told = Cell::new(0);
        let mut shown = Ok(b"one".to_vec());
        let mut check = |expected: usize| {
            look(&path, &mut shown, &|_| told.set(told.get() + 1));
            assert_eq!(told.get(), expected);
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
        let places = [PathBuf::from("/home/mine.toml")];
        let check = |kind: EventKind, path: &str, expected: bool| {
            let event = notify::Event::new(kind).add_path(PathBuf::from(path));
            assert_eq!(concerns(&event, &places), expected, "{event:?}");
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
