//! What an event of the system says of a file, and when the file counts as saved: sooner after its writer has closed it
//! than while it is being written.

use std::path::PathBuf;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use notify::EventKind;
use notify::event::{AccessKind, AccessMode, ModifyKind, RenameMode};

/// How long nothing may happen to a file that is being written before it counts as saved: editors write in several steps.
const QUIET: Duration = Duration::from_millis(60);
/// The same once it was closed, or another was put in its place: only other steps of the same save are waited for.
const QUIET_WHEN_SAVED: Duration = Duration::from_millis(10);
/// The longest wait for quiet.
const PATIENCE: Duration = Duration::from_millis(600);

/// What happened to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SaveStep {
    /// Whoever writes it may go on.
    Changed,
    /// It was closed by who wrote it, or was put in its place complete.
    Saved,
}

impl SaveStep {
    /// What is moved away is written anew by who keeps it so.
    pub(super) fn of(event: &notify::Event) -> Self {
        match event.kind {
            EventKind::Access(_) | EventKind::Modify(ModifyKind::Name(RenameMode::To)) => {
                SaveStep::Saved
            }
            _ => SaveStep::Changed,
        }
    }

    /// How long after it nothing else may happen.
    pub(super) fn quiet(self) -> Duration {
        match self {
            SaveStep::Changed => QUIET,
            SaveStep::Saved => QUIET_WHEN_SAVED,
        }
    }
}

/// Whether an event may mean that the file holds something else; that something is read, by us above all, does not.
pub(super) fn concerns(event: &notify::Event, names: &[PathBuf]) -> bool {
    let reading = matches!(event.kind, EventKind::Access(access)
        if access != AccessKind::Close(AccessMode::Write));
    // Both halves of a move have been told before, each by itself.
    let repeated = matches!(
        event.kind,
        EventKind::Modify(ModifyKind::Name(RenameMode::Both))
    );
    // What names no path tells that events were lost.
    !reading
        && !repeated
        && (event.paths.is_empty() || event.paths.iter().any(|path| names.contains(path)))
}

/// Blocks until somebody has closed the file or put it in its place; `None` where it counts as saved without that.
pub(super) fn wait_until_saved(first: SaveStep, changes: &Receiver<SaveStep>) -> Option<SaveStep> {
    let until = Instant::now() + PATIENCE;
    let mut last = first;
    while last != SaveStep::Saved && Instant::now() < until {
        last = changes.recv_timeout(last.quiet()).ok()?;
    }
    (last == SaveStep::Saved).then_some(last)
}

/// Blocks until nothing has happened for so long that the file counts as saved.
pub(super) fn wait_for_quiet(first: SaveStep, changes: &Receiver<SaveStep>) {
    let until = Instant::now() + PATIENCE;
    let mut last = first;
    while let Ok(next) = changes.recv_timeout(last.quiet()) {
        last = next;
        if Instant::now() >= until {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use notify::event::{CreateKind, DataChange};

    use super::*;

    #[test]
    fn what_is_complete_is_read_sooner_than_what_is_being_written() {
        let check = |kind: EventKind, expected: SaveStep| {
            let event = notify::Event::new(kind);
            assert_eq!(SaveStep::of(&event), expected, "{event:?}");
        };
        let name = |mode| EventKind::Modify(ModifyKind::Name(mode));
        let closed = EventKind::Access(AccessKind::Close(AccessMode::Write));
        let data = EventKind::Modify(ModifyKind::Data(DataChange::Any));
        check(data, SaveStep::Changed);
        check(EventKind::Create(CreateKind::File), SaveStep::Changed);
        check(closed, SaveStep::Saved);
        check(name(RenameMode::To), SaveStep::Saved);
        check(name(RenameMode::From), SaveStep::Changed);
        assert!(SaveStep::Saved.quiet() < SaveStep::Changed.quiet());
    }

    #[test]
    fn what_is_written_is_waited_for_until_it_is_closed() {
        let check =
            |first: SaveStep, others: &[SaveStep], expected: Option<SaveStep>, left: usize| {
                let (to, changes) = mpsc::channel();
                others.iter().for_each(|step| to.send(*step).unwrap());
                assert_eq!(wait_until_saved(first, &changes), expected, "{others:?}");
                assert_eq!(changes.try_iter().count(), left, "{others:?}");
            };
        let (changed, saved) = (SaveStep::Changed, SaveStep::Saved);
        check(saved, &[changed], Some(saved), 1);
        check(changed, &[changed, saved, changed, saved], Some(saved), 2);
        check(changed, &[changed], None, 0);
    }

    #[test]
    fn only_what_may_change_the_file_wakes_the_thread() {
        let names = [PathBuf::from("/home"), PathBuf::from("/home/mine.toml")];
        let check = |kind: EventKind, path: &str, expected: bool| {
            let event = notify::Event::new(kind).add_path(PathBuf::from(path));
            assert_eq!(concerns(&event, &names), expected, "{event:?}");
        };
        let open = AccessKind::Open(AccessMode::Any);
        let written = AccessKind::Close(AccessMode::Write);
        let modified = EventKind::Modify(ModifyKind::Any);
        check(EventKind::Access(open), "/home/mine.toml", false);
        check(EventKind::Access(written), "/home/mine.toml", true);
        check(modified, "/home/mine.toml", true);
        check(modified, "/home", true);
        let moved = |mode| EventKind::Modify(ModifyKind::Name(mode));
        check(moved(RenameMode::From), "/home/mine.toml", true);
        check(moved(RenameMode::To), "/home/mine.toml", true);
        check(moved(RenameMode::Both), "/home/mine.toml", false);
        check(EventKind::Create(CreateKind::File), "/home/mine.toml", true);
        check(modified, "/home/other.toml", false);
    }
}
