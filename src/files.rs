//! Bytes of a timeline, from a file, from standard input, or from the program itself; and a file written whole or not.

use std::fs::{self, File};
use std::io::{self, Read, Write as _};
use std::path::Path;

use tempfile::Builder;

use crate::error::Error;
use crate::timeline::Timeline;
use crate::timeline::load::{self, Loaded};

/// The largest file that is read: 64 MiB, more than a hundred thousand events.
///
/// A tree of TOML takes up to a hundred times the memory of its text, so there has to be an end.
const LARGEST: u64 = 64 << 20;

/// The timeline that the program brings along, as text: for its faults and its lines.
const SHIPPED: &str = include_str!("../timeline.toml");

/// The same, read and checked when the program was built, so that it opens without waiting for a parser.
const SHIPPED_PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/timeline.packed"));

/// What the shipped timeline is called in messages.
const SHIPPED_NAME: &str = "the shipped timeline";

/// Where a timeline comes from.
#[derive(Debug, Clone, Copy)]
pub enum Origin<'a> {
    Shipped,
    StandardInput,
    File(&'a Path),
}

impl<'a> Origin<'a> {
    /// `-` is standard input; no path is the shipped timeline.
    #[must_use]
    pub fn new(path: Option<&'a Path>) -> Self {
        match path {
            None => Origin::Shipped,
            Some(path) if path == Path::new("-") => Origin::StandardInput,
            Some(path) => Origin::File(path),
        }
    }

    /// As the person called it.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Origin::Shipped => SHIPPED_NAME.to_owned(),
            Origin::StandardInput => "standard input".to_owned(),
            Origin::File(path) => path.display().to_string(),
        }
    }

    /// Reads and checks the timeline, with every fault that it has.
    ///
    /// # Errors
    /// [`Error::Read`] when there are no bytes to check: no file, a directory, no permission, too large.
    pub fn load(&self) -> Result<Loaded, Error> {
        Ok(load::read(&self.name(), self.bytes()?))
    }

    /// What there is to read, whatever it is.
    ///
    /// # Errors
    /// As [`Origin::load`].
    pub fn bytes(&self) -> Result<Vec<u8>, Error> {
        let bytes = match self {
            Origin::Shipped => Ok(SHIPPED.as_bytes().to_vec()),
            Origin::StandardInput => read_all(io::stdin().lock()),
            Origin::File(path) => read_file(path),
        };
        bytes.map_err(|reason| Error::Read {
            name: self.name(),
            reason,
        })
    }

    /// The timeline, if nothing forbids showing it.
    ///
    /// # Errors
    /// As [`Origin::load`], and [`Error::Faulty`] with all the faults of the file.
    pub fn timeline(&self) -> Result<Timeline, Error> {
        if let Origin::Shipped = self
            && let Ok(timeline) = load::unpack(SHIPPED_PACKED)
        {
            return Ok(timeline);
        }
        let Loaded { timeline, report } = self.load()?;
        timeline.ok_or_else(|| Error::Faulty {
            faults: report.render(false, false),
            tally: report.tally(),
        })
    }
}

/// Writes a file in one step: whoever looks sees the old file or the new one whole, and a failure leaves the old one.
///
/// # Errors
/// [`Error::Exists`] for a file that is there already and may not be replaced, [`Error::Save`] for all else.
pub fn write(path: &Path, bytes: &[u8], replace: bool) -> Result<(), Error> {
    let name = || path.display().to_string();
    let failed = |error: io::Error| Error::Save {
        name: name(),
        reason: unwritable(&error),
    };
    // A link is followed, so that it goes on being one.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let found = fs::metadata(&target).ok();
    match &found {
        Some(found) if found.is_dir() => {
            return Err(Error::Save {
                name: name(),
                reason: "it is a directory".to_owned(),
            });
        }
        Some(found) if found.is_file() && !replace => return Err(Error::Exists { name: name() }),
        // A device or a pipe holds nothing that could be lost, and must not become a file.
        Some(found) if !found.is_file() => return write_through(&target, bytes).map_err(failed),
        _ => {}
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

/// A file without a name that lasts, which anybody may read whom the user's mask lets.
fn new_file(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".neutrality-");
    #[cfg(unix)]
    let builder = {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666))
    };
    builder.tempfile_in(folder)
}

fn write_through(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::options().write(true).open(path)?;
    file.write_all(bytes)?;
    file.flush()
}

fn unwritable(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such folder".to_owned(),
        io::ErrorKind::PermissionDenied => "you may not write there".to_owned(),
        io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "the disk can only be read".to_owned(),
        _ => {
            // tempfile names its own path in the message; the reason is what is wanted.
            let inner = error.get_ref().and_then(|inner| inner.source());
            inner.map_or_else(|| error.to_string(), ToString::to_string)
        }
    }
}

/// Reads a regular file; what is none could block for ever or never end.
fn read_file(path: &Path) -> Result<Vec<u8>, String> {
    let kind = fs::metadata(path)
        .map_err(|error| reason(&error))?
        .file_type();
    if kind.is_dir() {
        return Err("it is a directory".to_owned());
    }
    if !kind.is_file() {
        return Err("it is no regular file; pipe it in and name it '-'".to_owned());
    }
    read_all(File::open(path).map_err(|error| reason(&error))?)
}

fn read_all(input: impl Read) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    input
        .take(LARGEST + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| reason(&error))?;
    if bytes.len() as u64 > LARGEST {
        return Err(format!("it is larger than {} MiB", LARGEST >> 20));
    }
    Ok(bytes)
}

fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "it may not be read by you".to_owned(),
        _ => error.to_string(),
    }
}
