//! Following a file: whenever it is saved, it is read anew, away from the terminal's thread.
//!
//! Nothing ticks where the system tells of changes: the thread sleeps until then, and waits for quiet. Folders are
//! watched and not the file, because many editors save by putting a new file in its place; and the path is resolved
//! again at every change, because folders are moved and links are pointed elsewhere. Where the system cannot tell, as
//! of a file on another machine, the file is looked at every second.

mod saving;

use std::collections::BTreeMap;
use std::io;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Component, Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use notify::{RecommendedWatcher, RecursiveMode, Watcher};

use crate::files::{Fingerprint, Origin, ReadFiles, Stamp};
use crate::timeline::diagnostic::{Faults, Report};
use crate::timeline::load::{Kept, Loaded, Progress};
use saving::{SaveStep, concerns, wait_for_quiet, wait_until_saved};

/// How often is looked where the system does not tell.
const POLL: Duration = Duration::from_secs(1);
/// How often the path is resolved anew when it changes while it is resolved.
const MOST_TURNS: usize = 4;

/// What the file held when it was read last, or why it could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Contents {
    Read(Fingerprint),
    Unreadable(String),
}

/// Follows the file from now on; `read` is what it held when it was read last.
///
/// # Errors
/// When no thread can be made for it.
pub(crate) fn follow(
    paths: &[PathBuf],
    read: ReadFiles,
    report: impl Fn(Loaded) + Send + 'static,
) -> io::Result<()> {
    let paths: Vec<PathBuf> = paths
        .iter()
        .map(std::path::absolute)
        .collect::<io::Result<_>>()?;
    let run = move || {
        let mut follower = Follower::new(paths.clone());
        let ReadFiles {
            fingerprint,
            mut stamp,
            mut kept,
        } = read;
        let mut shown = Contents::Read(fingerprint);
        loop {
            follower.watch();
            // From here on changes are told, so that a file with its stamp of old need not be read once more.
            let is_unchanged = stamp.take().is_some_and(|stamp| {
                !follower.polls && paths.first().and_then(|path| Stamp::of(path)) == Some(stamp)
            });
            let mut is_settled = true;
            let settles = || {
                is_settled = follower.settles();
                is_settled
            };
            let included = match is_unchanged {
                true => Vec::new(),
                false => look(&paths, &mut shown, &mut kept, settles, &report),
            };
            // What is included now is watched before it is looked at again.
            let is_watched = included == follower.included;
            follower.included = included;
            if !is_settled || !is_watched {
                continue;
            }
            if !follower.wait() {
                return;
            }
        }
    };
    thread::Builder::new()
        .name("watch".into())
        .spawn(run)
        .map_err(|error| {
            let message = format!("no thread can be made that follows it: {error}");
            io::Error::new(error.kind(), message)
        })?;
    Ok(())
}

/// What is watched for the sake of one file: every folder in which its path is looked up, links resolved. So a folder
/// that is moved away and made anew is noticed, and a link that points elsewhere.
struct Follower {
    paths: Vec<PathBuf>,
    /// The other files of the timeline.
    included: Vec<PathBuf>,
    /// None where the system cannot watch at all.
    watcher: Option<RecommendedWatcher>,
    changes: Receiver<SaveStep>,
    /// The names that are looked up, for the watcher's thread.
    names: Arc<Mutex<Vec<PathBuf>>>,
    /// The folders that are watched; a path may come to be another folder.
    folders: BTreeMap<PathBuf, (u64, u64)>,
    /// Whether something of it cannot be watched, so that it is looked at from time to time.
    polls: bool,
    /// Until when nothing else may happen to a file that is read already.
    quiet_until: Option<Instant>,
}

impl Follower {
    fn new(paths: Vec<PathBuf>) -> Self {
        let (to_thread, changes) = mpsc::channel();
        let names = Arc::new(Mutex::new(Vec::new()));
        let watched = Arc::clone(&names);
        let on_event = move |event: notify::Result<notify::Event>| {
            let names = watched.lock().unwrap_or_else(PoisonError::into_inner);
            let step = match event {
                Ok(event) if !concerns(&event, &names) => return,
                Ok(event) => SaveStep::of(&event),
                Err(_) => SaveStep::Changed,
            };
            // The thread that listens lasts as long as the program.
            let _ = to_thread.send(step);
        };
        // The watcher needs a thread of its own, and takes for granted that there is one.
        let has_thread = thread::Builder::new().spawn(|| ()).is_ok();
        let watcher = has_thread.then(|| notify::recommended_watcher(on_event).ok());
        Follower {
            paths,
            included: Vec::new(),
            watcher: watcher.flatten(),
            changes,
            names,
            folders: BTreeMap::new(),
            polls: false,
            quiet_until: None,
        }
    }

    /// Watches what the path depends on as it is now.
    fn watch(&mut self) {
        let Some(watcher) = &mut self.watcher else {
            self.polls = true;
            return;
        };
        for _ in 0..MOST_TURNS {
            let paths = self.paths.iter().chain(&self.included);
            let names: Vec<PathBuf> = paths.flat_map(|path| looked_up(path)).collect();
            let folders: BTreeMap<_, _> = names
                .iter()
                .filter_map(|name| name.parent())
                .filter_map(|folder| Some((folder.to_owned(), identity(folder)?)))
                .collect();
            *self.names.lock().unwrap_or_else(PoisonError::into_inner) = names;
            if folders == self.folders {
                return;
            }
            for (folder, identity) in &self.folders {
                if folders.get(folder) != Some(identity) {
                    // One that is gone is watched no longer already.
                    let _ = watcher.unwatch(folder);
                }
            }
            let before = std::mem::take(&mut self.folders);
            self.polls = false;
            for (folder, identity) in folders {
                let is_watched = before.get(&folder) == Some(&identity)
                    || watcher.watch(&folder, RecursiveMode::NonRecursive).is_ok();
                self.polls |= !is_watched || !tells_of_changes(&folder);
                self.folders.insert(folder, identity);
            }
        }
    }

    /// Blocks until the file may hold something else; false when nothing can tell any more.
    fn wait(&mut self) -> bool {
        self.quiet_until = None;
        let first = if self.polls {
            match self.changes.recv_timeout(POLL) {
                Ok(step) => step,
                Err(RecvTimeoutError::Timeout) => return true,
                // Without a watcher there is only the clock.
                Err(RecvTimeoutError::Disconnected) => {
                    thread::sleep(POLL);
                    return true;
                }
            }
        } else {
            match self.changes.recv() {
                Ok(step) => step,
                Err(_) => return false,
            }
        };
        match wait_until_saved(first, &self.changes) {
            Some(step) if self.is_quickly_read() => {
                self.quiet_until = Some(Instant::now() + step.quiet());
            }
            Some(step) => wait_for_quiet(step, &self.changes),
            None => {}
        }
        true
    }

    /// Whether it is read while other steps of its save are waited for. A file of which nothing is kept is waited for
    /// first, lest all of it be read twice.
    fn is_quickly_read(&self) -> bool {
        let paths = self.paths.iter().chain(&self.included);
        let length = |path: &PathBuf| std::fs::metadata(path).map_or(0, |found| found.len());
        paths.map(length).sum::<u64>() <= Kept::LARGEST as u64
    }

    /// Waits for quiet after what was read may be shown only then; false when something else happened meanwhile, and it
    /// is quiet after that, so that all is to be read again.
    fn settles(&mut self) -> bool {
        let Some(until) = self.quiet_until.take() else {
            return true;
        };
        let rest = until.saturating_duration_since(Instant::now());
        match self.changes.recv_timeout(rest) {
            Ok(step) => {
                wait_for_quiet(step, &self.changes);
                false
            }
            Err(_) => true,
        }
    }
}

/// Every name that the system looks up to find the file, each in the folder where it is looked up.
fn looked_up(path: &Path) -> Vec<PathBuf> {
    /// As many links as Linux follows.
    const MOST_LINKS: usize = 40;
    let (mut links, mut names) = (0, Vec::new());
    let mut here = PathBuf::new();
    let mut rest: Vec<PathBuf> = parts(path);
    while let Some(part) = rest.pop() {
        match part.components().next() {
            Some(Component::ParentDir) => drop(here.pop()),
            Some(Component::Normal(name)) => {
                let entry = here.join(name);
                names.push(entry.clone());
                match std::fs::read_link(&entry) {
                    Ok(target) if links < MOST_LINKS => {
                        links += 1;
                        rest.extend(parts(&target));
                    }
                    _ => here = entry,
                }
            }
            Some(root) => here = PathBuf::from(root.as_os_str()),
            None => {}
        }
    }
    names
}

/// The parts of a path, the last one first.
fn parts(path: &Path) -> Vec<PathBuf> {
    let parts = path.components().rev();
    parts.map(|part| PathBuf::from(part.as_os_str())).collect()
}

/// What makes a folder this one and no other of the same name.
fn identity(folder: &Path) -> Option<(u64, u64)> {
    let found = std::fs::metadata(folder).ok()?;
    Some((found.dev(), found.ino()))
}

/// Whether the system hears of all changes in a folder. Of what other machines write, and of what a process of its
/// own makes up, it does not.
#[cfg(target_os = "linux")]
fn tells_of_changes(folder: &Path) -> bool {
    const NFS: u32 = 0x6969;
    const SMB: u32 = 0x517b;
    const SMB2: u32 = 0xfe53_4d42;
    const CIFS: u32 = 0xff53_4d42;
    const FUSE: u32 = 0x6573_5546;
    const NINE_P: u32 = 0x0102_1997;
    const CEPH: u32 = 0x00c3_6400;
    rustix::fs::statfs(folder).is_ok_and(|found| {
        // Of the field's width, which machines differ in, 32 bits count.
        let kind = found.f_type as u32;
        ![NFS, SMB, SMB2, CIFS, FUSE, NINE_P, CEPH].contains(&kind)
    })
}

#[cfg(not(target_os = "linux"))]
fn tells_of_changes(_: &Path) -> bool {
    true
}

/// Reads the file and reports it, unless it holds what was reported last, or does not settle; the answer is which others
/// it includes, those among them that are not there yet.
fn look(
    named: &[PathBuf],
    shown: &mut Contents,
    kept: &mut Option<Kept>,
    settles: impl FnOnce() -> bool,
    report: &impl Fn(Loaded),
) -> Vec<PathBuf> {
    let origin = Origin::of_files(named);
    let progress = Progress::default();
    let gathered = origin.gather(&progress);
    let found = match &gathered {
        Ok(gathered) => Contents::Read(gathered.fingerprint()),
        Err(error) => Contents::Unreadable(error.to_string()),
    };
    let included = gathered.as_ref().map_or_else(
        |_| Vec::new(),
        |gathered| {
            let paths = gathered.paths.iter().skip(1);
            paths.chain(&gathered.absent).cloned().collect()
        },
    );
    if found == *shown {
        return included;
    }
    let loaded = match gathered {
        Ok(gathered) => gathered.load(&progress, kept),
        Err(error) => {
            let reason = error.to_string();
            let faults = Faults::default();
            faults.error(&(0..0), reason, None);
            let mut report = Report::new(&origin.name(), "", faults);
            if let Some(name) = error.missing_file() {
                report.name_gone(name);
            }
            Loaded {
                timeline: None,
                report,
            }
        }
    };
    if settles() {
        *shown = found;
        report(loaded);
    }
    included
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::fs;

    use super::*;

    #[test]
    fn a_file_is_reported_when_it_holds_something_else_and_not_when_it_is_touched() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mine.toml");
        let reports = Cell::new(0);
        let mut shown = Contents::Read(Fingerprint::of([b"one".as_slice()].into_iter()));
        let mut check = |expected: usize| {
            let paths = std::slice::from_ref(&path);
            let report = |_| reports.set(reports.get() + 1);
            let before = reports.get();
            let _ = look(paths, &mut shown, &mut None, || false, &report);
            assert_eq!(
                reports.get(),
                before,
                "what changes while it is read is not shown"
            );
            let _ = look(paths, &mut shown, &mut None, || true, &report);
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
    fn a_path_is_looked_up_name_by_name_through_every_link() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        let link = |target: &str, name: &str| {
            std::os::unix::fs::symlink(target, root.join(name)).unwrap();
        };
        // As Kubernetes mounts files: a link to a name behind a link that is swapped.
        fs::create_dir(root.join("..2026")).unwrap();
        link("..2026", "..data");
        link("..data/mine.toml", "mine.toml");
        link("loop", "loop");
        let check = |path: &str, expected: &[&str]| {
            let found = looked_up(&root.join(path));
            let found: Vec<_> = found
                .iter()
                .filter_map(|name| name.strip_prefix(&root).ok()?.to_str())
                .filter(|name| !name.is_empty())
                .collect();
            assert_eq!(found, expected, "{path}");
        };
        check(
            "mine.toml",
            &["mine.toml", "..data", "..2026", "..2026/mine.toml"],
        );
        check("none/../other.toml", &["none", "other.toml"]);
        assert!(looked_up(&root.join("loop")).len() < 100);
    }
}
