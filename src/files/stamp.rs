//! What the system says of a file, by which one knows that it still holds what was read, without reading it again.

use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// A file that has changed within this time may change again without showing it: clocks of file systems are coarse.
const SETTLED: Duration = Duration::from_secs(2);

/// Which file it is, how long, and when anything of it was changed last. Nobody can set that time back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stamp {
    device: u64,
    inode: u64,
    size: u64,
    /// Seconds and nanoseconds since 1970.
    changed: (i64, i64),
}

impl Stamp {
    /// Of a file that has lain unchanged for a while; of any other nothing can be said.
    #[must_use]
    pub(crate) fn of(path: &Path) -> Option<Self> {
        Self::at(path, SystemTime::now())
    }

    fn at(path: &Path, now: SystemTime) -> Option<Self> {
        let found = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
        let changed = (found.ctime(), found.ctime_nsec());
        let seconds = Duration::from_secs(u64::try_from(changed.0).ok()?);
        let since = now.duration_since(UNIX_EPOCH + seconds).ok()?;
        (since > SETTLED).then(|| Stamp {
            device: found.dev(),
            inode: found.ino(),
            size: found.len(),
            changed,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_was_written_or_exchanged_has_another_stamp_or_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.toml");
        let later = || SystemTime::now() + 2 * SETTLED;
        assert_eq!(Stamp::at(&path, later()), None);
        fs::write(&path, "one").unwrap();
        assert_eq!(Stamp::of(&path), None);
        let before = Stamp::at(&path, later());
        assert!(before.is_some());
        assert_eq!(Stamp::at(&path, later()), before);
        fs::write(&path, "longer").unwrap();
        let written = Stamp::at(&path, later());
        assert_ne!(written, before);
        let other = folder.path().join("b.toml");
        fs::write(&other, "shorter").unwrap();
        fs::rename(&other, &path).unwrap();
        assert_ne!(Stamp::at(&path, later()), written);
        assert_eq!(Stamp::at(folder.path(), later()), None);
    }
}
