//! The file in which a notebook is kept: read whole, changed under a lock, written in one step.
//!
//! A lock file stands beside it, because the file itself is another one after every change. A file that cannot be read,
//! or that another version wrote, is left alone. What a notebook means is not known here.

use std::fs::{self, File};
use std::io;
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use rustix::fs::{FlockOperation, flock};
use rustix::io::Errno;
use rustix::process::geteuid;

use super::{atomic, door};
use crate::error::Error;
use crate::notes::written::{self, NotebookFault};
use crate::notes::{Notebook, NotebookChange};
use crate::timeline::load::Progress;

/// The largest file that is read, and that is written: thousands of long notes.
const LARGEST: u64 = 16 << 20;

/// How often one looks whether another program has written it.
const BETWEEN: Duration = Duration::from_millis(10);

const LOCKED: &str = "another program holds it; try again when that is done";
const FOREIGN: &str = "it belongs to another user";

/// How long another program may take to write it, which is done in a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Patience {
    /// No longer than a screen may stand still: what could not be kept is tried again later.
    AtTheScreen,
    /// As long as a command may take.
    Long,
}

impl Patience {
    fn time(self) -> Duration {
        match self {
            Patience::AtTheScreen => Duration::from_millis(200),
            Patience::Long => Duration::from_secs(2),
        }
    }
}

/// A notebook on the disk, whether it is there yet or not.
#[derive(Debug, Clone)]
pub(crate) struct NotebookFile {
    path: PathBuf,
}

impl NotebookFile {
    /// The notebook of a timeline in a folder, by where the timeline lies; `None` for the shipped one.
    pub(crate) fn new(folder: &Path, timeline: Option<&Path>) -> Self {
        let name = timeline.map_or_else(|| "shipped".to_owned(), name_of);
        NotebookFile {
            path: folder.join(format!("{name}.toml")),
        }
    }

    /// Where it lies.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    fn name(&self) -> String {
        self.path.display().to_string()
    }

    /// The notebook as it is kept; an empty one where there is no file.
    ///
    /// # Errors
    /// When there is a file and it cannot be read, or is no notebook.
    pub(crate) fn load(&self) -> Result<Notebook, Error> {
        match door::text(&self.path, LARGEST) {
            Ok(source) => written::read(&source).map_err(|source| Error::Notebook {
                name: self.name(),
                source,
            }),
            Err(error) if error.is_missing() && !self.is_there() => Ok(Notebook::default()),
            Err(source) => Err(Error::Read {
                name: self.name(),
                source,
                command: None,
            }),
        }
    }

    /// Where there is no notebook: another one of a timeline with this title, which may have been moved from there.
    pub(crate) fn elsewhere(&self, title: &str) -> Option<PathBuf> {
        if self.is_there() {
            return None;
        }
        let files = fs::read_dir(self.path.parent()?).ok()?;
        let files = files.filter_map(|file| Some(file.ok()?.path()));
        let mut files: Vec<PathBuf> = files
            .filter(|file| file.extension().is_some_and(|ending| ending == "toml"))
            .collect();
        files.sort();
        files.into_iter().find(|file| {
            let notebook = read_notebook(file);
            notebook.is_ok_and(|notebook| {
                let has_something = !notebook.marks.is_empty() || !notebook.filters.is_empty();
                has_something && notebook.timeline.as_deref() == Some(title)
            })
        })
    }

    /// Whether anything stands in its place; where no file is found, a link that leads nowhere.
    fn is_there(&self) -> bool {
        fs::symlink_metadata(&self.path).is_ok()
    }

    /// Makes a change to the notebook as it is kept now, and keeps it.
    ///
    /// # Errors
    /// When it cannot be read or written; what was kept is as it was.
    pub(crate) fn change(
        &self,
        title: &str,
        change: NotebookChange,
        patience: Patience,
    ) -> Result<Notebook, Error> {
        let _lock = self.lock(patience)?;
        let mut notebook = self.load()?;
        notebook.change(change);
        notebook.timeline = Some(title.to_owned());
        let file = written::write(&notebook);
        if file.len() as u64 > LARGEST {
            let source = io::Error::other("the notes would be larger than 16 MiB");
            return Err(self.unsaved(source));
        }
        atomic::write(&self.path, file.as_bytes(), true)?;
        Ok(notebook)
    }

    /// Keeps all others from changing it while the answer lives.
    fn lock(&self, patience: Patience) -> Result<File, Error> {
        let folder = self.path.parent().unwrap_or(Path::new("."));
        let made = fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(folder);
        made.map_err(|source| self.unsaved(source))?;
        self.refuse_foreign(folder)?;
        let file = door::lock_file(&self.path.with_extension("lock"))
            .map_err(|source| self.unsaved(source))?;
        let since = Instant::now();
        loop {
            match flock(&file, FlockOperation::NonBlockingLockExclusive) {
                Ok(()) => return Ok(file),
                Err(Errno::INTR) => {}
                Err(Errno::WOULDBLOCK) if since.elapsed() < patience.time() => {
                    thread::sleep(BETWEEN)
                }
                Err(Errno::WOULDBLOCK) => return Err(self.not_yours(LOCKED)),
                Err(error) => return Err(self.unsaved(error.into())),
            }
        }
    }

    /// With another's home in the environment, as under `sudo`, files of ours would lock that person out.
    fn refuse_foreign(&self, folder: &Path) -> Result<(), Error> {
        let ours = geteuid().as_raw();
        let is_foreign = |path: &Path| fs::metadata(path).is_ok_and(|found| found.uid() != ours);
        if is_foreign(folder) || is_foreign(&self.path) {
            return Err(self.not_yours(FOREIGN));
        }
        Ok(())
    }

    fn not_yours(&self, reason: &'static str) -> Error {
        Error::NotYours {
            name: self.name(),
            reason,
        }
    }

    fn unsaved(&self, source: io::Error) -> Error {
        Error::Save {
            name: self.name(),
            source,
        }
    }
}

/// "mine-0123456789abcdef": the file's name, and a number that its whole path decides.
fn name_of(timeline: &Path) -> String {
    let full = fs::canonicalize(timeline).unwrap_or_else(|_| timeline.to_owned());
    let stem = full.file_stem().unwrap_or_default().to_string_lossy();
    let is_plain = |sign: &char| sign.is_ascii_alphanumeric() || "-_".contains(*sign);
    let stem: String = stem.chars().filter(is_plain).take(40).collect();
    // FNV-1a: the same in every version, and spread widely enough for one person's files.
    let bytes = full.as_os_str().as_encoded_bytes().iter();
    let number = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |number, byte| {
        (number ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{stem}-{number:016x}")
}

/// Reads a notebook that somebody hands over.
///
/// # Errors
/// When it cannot be read, or is none.
pub(crate) fn read_notebook(path: &Path) -> Result<Notebook, Error> {
    let name = path.display().to_string();
    let bytes = match path == Path::new("-") {
        true => door::standard_input(LARGEST, &Progress::default()),
        false => door::file(path, LARGEST),
    };
    let read = |source| Error::Read {
        name: name.clone(),
        source,
        command: None,
    };
    let bytes = bytes.map_err(read)?;
    let text = String::from_utf8(bytes).map_err(|_| read(crate::error::ReadError::NotText))?;
    written::read(&text).map_err(|source: NotebookFault| Error::Notebook { name, source })
}

#[cfg(test)]
mod tests {
    use std::sync::Barrier;

    use super::*;
    use crate::notes::{MarkId, ReaderMark};

    fn mark(id: String) -> NotebookChange {
        NotebookChange::Mark(ReaderMark {
            title: id.clone(),
            of: MarkId::Event(id),
            date: None,
            note: None,
        })
    }

    #[test]
    fn readers_who_mark_at_once_lose_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let file = NotebookFile::new(&folder.path().join("not/there/yet"), None);
        assert_eq!(file.load().unwrap(), Notebook::default());
        let start = Barrier::new(4);
        thread::scope(|scope| {
            for reader in 0..4 {
                let (file, start) = (&file, &start);
                scope.spawn(move || {
                    start.wait();
                    for at in 0..5 {
                        let change = mark(format!("{reader}-{at}"));
                        file.change("A title", change, Patience::Long).unwrap();
                    }
                });
            }
        });
        assert_eq!(file.load().unwrap().marks.len(), 20);
    }

    #[test]
    fn a_file_that_is_no_notebook_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let file = NotebookFile::new(folder.path(), None);
        for source in ["format = 2\nnew = 1\n", "format = 1\nmarks = 3\n", "\u{0}"] {
            fs::write(file.path(), source).unwrap();
            assert!(file.load().is_err(), "{source}");
            let changed = file.change("A title", mark("a".to_owned()), Patience::Long);
            assert!(changed.is_err());
            assert_eq!(fs::read_to_string(file.path()).unwrap(), source);
        }
    }

    #[test]
    fn the_notebook_of_a_timeline_that_was_moved_is_found_by_its_title() {
        let folder = tempfile::tempdir().unwrap();
        let file = |path: &str| NotebookFile::new(folder.path(), Some(Path::new(path)));
        let old = file("/no/such/mine.toml");
        let marked = mark("a".to_owned());
        old.change("A title", marked, Patience::Long).unwrap();
        let left = file("/no/such/left.toml");
        let place = NotebookChange::Leave("--view=lanes".to_owned());
        left.change("Another title", place, Patience::Long).unwrap();
        fs::write(folder.path().join("z.toml"), "format = 2").unwrap();
        let check = |path: &str, title: &str, expected: Option<&NotebookFile>| {
            let found = file(path).elsewhere(title);
            assert_eq!(
                found.as_deref(),
                expected.map(NotebookFile::path),
                "{path} {title}"
            );
        };
        check("/no/other/mine.toml", "A title", Some(&old));
        check("/no/other/mine.toml", "A new title", None);
        // Where nothing is marked nothing is lost.
        check("/no/other/mine.toml", "Another title", None);
        check("/no/such/mine.toml", "A title", None);
    }

    #[test]
    fn every_timeline_has_a_notebook_of_its_own() {
        let name = |path: &str| name_of(Path::new(path));
        assert_eq!(name("/no/such/mine.toml"), "mine-20e2b0df730ebf01");
        assert_ne!(name("/no/such/mine.toml"), name("/no/other/mine.toml"));
        assert!(name("/no/such/ä\u{1b} b.toml").starts_with("b-"));
    }
}
