//! A file that a timeline names: it lies in a folder of the timeline or below it.
//!
//! Whoever opens a timeline of somebody else opens nothing but that folder, whatever the file says.

use std::fs;
use std::path::{Component, Path, PathBuf};

/// Why a named file is not there to be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Astray {
    /// The way to it leads out of the folder, as it is written or by a link.
    Outside,
    /// There is none.
    Absent,
}

impl Astray {
    /// In words, as a fault of the name that is written.
    #[must_use]
    pub(super) fn in_words(self, written: &str) -> String {
        match self {
            Astray::Outside => format!("`{written}` leaves the folder of the timeline"),
            Astray::Absent => format!("there is no file `{written}`"),
        }
    }
}

/// The file that is meant by a name in the file `from`, which may not leave the folder `root`: where it really lies.
pub(super) fn find(root: Option<&Path>, from: &Path, written: &str) -> Result<PathBuf, Astray> {
    let leads_down = Path::new(written)
        .components()
        .all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    if !leads_down {
        return Err(Astray::Outside);
    }
    let real = fs::canonicalize(way(from, written)).map_err(|_| Astray::Absent)?;
    match root.is_some_and(|root| real.starts_with(root)) {
        true => Ok(real),
        false => Err(Astray::Outside),
    }
}

/// The way to a file that another names.
#[must_use]
pub(super) fn way(from: &Path, written: &str) -> PathBuf {
    from.with_file_name("").join(written)
}

/// Where the folder of a file really is.
#[must_use]
pub(super) fn folder(file: &Path) -> Option<PathBuf> {
    let folder = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    fs::canonicalize(folder.unwrap_or(Path::new("."))).ok()
}
