//! A file written completely or not at all.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use tempfile::{Builder, NamedTempFile};

use super::descriptor;
use crate::error::Error;

/// Writes a file in one step: a reader sees the old file or the complete new one, and a failure leaves the old one.
///
/// # Errors
/// [`Error::Exists`] for a file that is there already and may not be replaced, [`Error::Save`] for all else.
pub(crate) fn write(path: &Path, bytes: &[u8], replace: bool) -> Result<(), Error> {
    let name = || path.display().to_string();
    let failed = |source: io::Error| Error::Save {
        name: name(),
        source,
    };
    // What is open already is written on: a shell may have put more into it, and will.
    match descriptor::number(path) {
        Some(1) => return write_on(io::stdout().lock(), bytes).map_err(Error::Write),
        Some(2) => return write_on(io::stderr().lock(), bytes).map_err(Error::Write),
        Some(_) => {
            let file = File::options().append(true).open(path).map_err(failed)?;
            return write_on(file, bytes).map_err(failed);
        }
        None => {}
    }
    // A link is followed, so that it goes on being one.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let found = fs::metadata(&target).ok();
    match &found {
        Some(found) if found.is_dir() => {
            return Err(Error::Save {
                name: name(),
                source: io::Error::new(io::ErrorKind::IsADirectory, "it is a directory"),
            });
        }
        Some(found) if found.is_file() && !replace => return Err(Error::Exists { name: name() }),
        // A device or a pipe holds nothing that could be lost, and must not become a file.
        Some(found) if !found.is_file() => return write_through(&target, bytes).map_err(failed),
        _ => {}
    }
    if found.is_some() {
        // The folder would allow it even where the file itself is closed to the person.
        OpenOptions::new()
            .write(true)
            .open(&target)
            .map_err(failed)?;
    }
    let folder = target.parent().filter(|folder| *folder != Path::new(""));
    let mut file = new_file(folder.unwrap_or(Path::new("."))).map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    if let Some(found) = found {
        file.as_file()
            .set_permissions(found.permissions())
            .map_err(failed)?;
    }
    file.as_file().sync_all().map_err(failed)?;
    let kept = if replace {
        file.persist(&target)
    } else {
        file.persist_noclobber(&target)
    };
    match kept {
        Ok(_) => Ok(()),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => {
            Err(Error::Exists { name: name() })
        }
        Err(error) => Err(failed(error.error)),
    }
}

/// Writes a file where nothing is yet: neither a file nor anything that writing would go into, and wait for.
///
/// # Errors
/// [`Error::Exists`] for a name that is taken, [`Error::Save`] for all else.
pub(crate) fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    match fs::symlink_metadata(path) {
        Ok(found) if !found.is_dir() => Err(Error::Exists {
            name: path.display().to_string(),
        }),
        _ => write(path, bytes, false),
    }
}

/// A file without a name that lasts, which anybody may read whom the user's mask lets.
fn new_file(folder: &Path) -> io::Result<NamedTempFile> {
    Builder::new()
        .prefix(".neutrality-")
        .permissions(Permissions::from_mode(0o666))
        .tempfile_in(folder)
}

fn write_through(path: &Path, bytes: &[u8]) -> io::Result<()> {
    write_on(File::options().write(true).open(path)?, bytes)
}

fn write_on(mut file: impl io::Write, bytes: &[u8]) -> io::Result<()> {
    file.write_all(bytes)?;
    file.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_file_goes_where_nothing_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::write(path("file"), "kept").unwrap();
        let made = std::process::Command::new("mkfifo")
            .arg(path("fifo"))
            .status();
        assert!(made.unwrap().success());
        std::os::unix::fs::symlink(path("nowhere"), path("link")).unwrap();
        let check = |path: &Path, expected: &str| {
            let written = write_new(path, b"new").map_err(|error| error.to_string());
            let words = written.err().unwrap_or_default();
            assert!(words.contains(expected), "{path:?}: {words}");
        };
        check(&path("new"), "");
        for name in ["new", "file", "fifo", "link"] {
            check(&path(name), "exists already");
        }
        check(Path::new("/dev/null"), "exists already");
        check(Path::new("/dev/stdout"), "exists already");
        check(folder.path(), "it is a directory");
        check(&path("none/new"), "cannot write");
        assert_eq!(fs::read(path("new")).unwrap(), b"new");
        assert_eq!(fs::read(path("file")).unwrap(), b"kept");
    }
}
