//! The one door by which files come in: a regular file or standard input, of a size that is known to be bounded.
//!
//! What is no regular file could block for ever or never end, so it is refused without waiting; but a descriptor that
//! was opened for the program, by `<(…)` in a shell, is asked for by name and is read. The same holds of the file that
//! one waits for others with. What the bytes mean is not known here.

use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::os::unix::fs::{FileTypeExt as _, OpenOptionsExt as _};
use std::path::Path;

use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
use rustix::io::Errno;

use super::descriptor;
use crate::error::ReadError;
use crate::timeline::load::Progress;

/// Bytes that are read before it is said how far one is.
const BLOCK: u64 = 1 << 20;

/// The bytes of a file of at most this size.
pub(super) fn file(path: &Path, limit: u64) -> Result<Vec<u8>, ReadError> {
    file_reporting(path, limit, &Progress::default())
}

/// The same, and tells how far it is.
pub(super) fn file_reporting(
    path: &Path,
    limit: u64,
    progress: &Progress,
) -> Result<Vec<u8>, ReadError> {
    let (file, size) = open(path)?;
    if size > limit {
        return Err(ReadError::LargerThan(limit >> 20));
    }
    all(file, size, limit, progress)
}

/// The bytes of standard input, if they end before this size.
pub(super) fn standard_input(limit: u64, progress: &Progress) -> Result<Vec<u8>, ReadError> {
    all(io::stdin().lock(), 0, limit, progress)
}

/// The text of a file of at most this size.
///
/// # Errors
/// [`ReadError`] says why there is none.
pub(crate) fn text(path: &Path, limit: u64) -> Result<String, ReadError> {
    String::from_utf8(file(path, limit)?).map_err(|_| ReadError::NotText)
}

/// Opens without waiting for who writes into a FIFO, and looks then at what was opened, which nobody can exchange.
fn open(path: &Path) -> Result<(File, u64), ReadError> {
    let file = OpenOptions::new()
        .read(true)
        .custom_flags(without_waiting())
        .open(path)?;
    let found = file.metadata()?;
    let kind = found.file_type();
    if kind.is_dir() {
        return Err(ReadError::Directory);
    }
    if kind.is_file() {
        return Ok((file, found.len()));
    }
    let asked_for = kind.is_fifo() && descriptor::number(path).is_some();
    // The null device ends at once, and is how one says "none".
    if !asked_for && path != Path::new("/dev/null") {
        return Err(ReadError::NotRegular);
    }
    let flags = fcntl_getfl(&file).map_err(io::Error::from)?;
    fcntl_setfl(&file, flags - OFlags::NONBLOCK).map_err(io::Error::from)?;
    Ok((file, 0))
}

/// Opens the file that a lock is held on, and makes it where there is none; what is no regular file is refused.
pub(super) fn lock_file(path: &Path) -> io::Result<File> {
    let file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .mode(0o600)
        .custom_flags(without_waiting())
        .open(path);
    let irregular = || {
        let name = crate::text::clean(&path.display().to_string()).into_owned();
        io::Error::other(format!("'{name}' is no regular file; take it away"))
    };
    match file {
        Ok(file) if file.metadata()?.is_file() => Ok(file),
        Ok(_) => Err(irregular()),
        // What has nobody at its other end.
        Err(error) if Errno::from_io_error(&error) == Some(Errno::NXIO) => Err(irregular()),
        Err(error) => Err(error),
    }
}

fn without_waiting() -> i32 {
    let flags = OFlags::NONBLOCK | OFlags::NOCTTY;
    i32::try_from(flags.bits()).unwrap_or(0)
}

/// Reads to the end, but no further than the limit; the memory is asked for before.
fn all(
    mut input: impl Read,
    size: u64,
    limit: u64,
    progress: &Progress,
) -> Result<Vec<u8>, ReadError> {
    let mut bytes = Vec::new();
    bytes
        .try_reserve_exact(usize::try_from(size + 1).unwrap_or(usize::MAX))
        .map_err(|_| io::Error::from(io::ErrorKind::OutOfMemory))?;
    let mut left = limit + 1;
    loop {
        // A file fills the memory as it is; whoever counted what comes through a reader in between would have to clear it.
        let wanted = left.min(BLOCK);
        let read = input.by_ref().take(wanted).read_to_end(&mut bytes)?;
        progress.fetched(read);
        left -= read as u64;
        // The end is not asked for twice: on a terminal somebody would have to type it twice.
        if left == 0 || (read as u64) < wanted {
            break;
        }
    }
    if bytes.len() as u64 > limit {
        return Err(ReadError::LargerThan(limit >> 20));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// An input that has so many bytes and ends once.
    struct Typed(usize, bool);

    impl Read for Typed {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let read = self.0.min(buffer.len()).min(1000);
            assert!(read > 0 || !self.1, "the end is asked for twice");
            self.1 = read == 0;
            self.0 -= read;
            buffer[..read].fill(b'a');
            Ok(read)
        }
    }

    #[test]
    fn an_input_is_read_to_its_first_end_or_to_the_limit() {
        let block = usize::try_from(BLOCK).unwrap();
        for length in [0, 1, 999, block - 1, block, block + 1, 3 * block] {
            let read = all(Typed(length, false), 0, 4 * BLOCK, &Progress::default());
            assert_eq!(read.unwrap().len(), length);
        }
        let read = all(Typed(5 * block, false), 0, 4 * BLOCK, &Progress::default());
        assert!(matches!(read, Err(ReadError::LargerThan(4))));
    }

    #[test]
    fn only_what_is_a_file_and_ends_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let check = |path: &Path, expected: Result<&str, &str>| {
            let found = text(path, 4).map_err(|error| error.to_string());
            assert_eq!(
                found.as_deref().map_err(String::as_str),
                expected,
                "{path:?}"
            );
        };
        let file = folder.path().join("file");
        for (bytes, expected) in [
            (b"four".as_slice(), Ok("four")),
            (b"", Ok("")),
            (b"fifth", Err("it is larger than 0 MiB")),
            (b"\xff", Err("it is not UTF-8")),
        ] {
            fs::write(&file, bytes).unwrap();
            check(&file, expected);
        }
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(&file, &link).unwrap();
        fs::write(&file, "link").unwrap();
        check(&link, Ok("link"));
        let fifo = folder.path().join("fifo");
        let made = std::process::Command::new("mkfifo").arg(&fifo).status();
        assert!(made.unwrap().success());
        let irregular = Err("it is no regular file; pipe it in and name it '-'");
        check(&fifo, irregular);
        check(Path::new("/dev/zero"), irregular);
        check(Path::new("/dev/null"), Ok(""));
        check(folder.path(), Err("it is a directory"));
        check(&folder.path().join("none"), Err("there is no such file"));
    }

    #[test]
    fn a_lock_is_held_on_a_file_and_on_nothing_that_waits() {
        let folder = tempfile::tempdir().unwrap();
        let fifo = folder.path().join("fifo");
        let made = std::process::Command::new("mkfifo").arg(&fifo).status();
        assert!(made.unwrap().success());
        let made = folder.path().join("made");
        let check = |path: &Path, expected: Result<(), &str>| {
            let opened = lock_file(path)
                .map(|_| ())
                .map_err(|error| error.to_string());
            match expected {
                Ok(()) => assert_eq!(opened, Ok(()), "{path:?}"),
                Err(reason) => assert!(opened.unwrap_err().contains(reason), "{path:?}"),
            }
        };
        check(&made, Ok(()));
        check(&made, Ok(()));
        check(&fifo, Err("fifo' is no regular file"));
        // The other end being open changes nothing.
        let _other_end = OpenOptions::new().read(true).write(true).open(&fifo);
        check(&fifo, Err("fifo' is no regular file"));
        check(Path::new("/dev/null"), Err("is no regular file"));
        check(folder.path(), Err("directory"));
    }
}
