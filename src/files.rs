//! Files: a timeline's bytes in, from wherever it comes, and complete files out.

mod atomic;

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

pub(crate) use atomic::write;

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
pub(crate) enum Origin<'a> {
    Shipped,
    StandardInput,
    File(&'a Path),
}

impl<'a> Origin<'a> {
    /// `-` is standard input; no path is the shipped timeline.
    #[must_use]
    pub(crate) fn new(path: Option<&'a Path>) -> Self {
        match path {
            None => Origin::Shipped,
            Some(path) if path == Path::new("-") => Origin::StandardInput,
            Some(path) => Origin::File(path),
        }
    }

    /// As the person called it.
    #[must_use]
    pub(crate) fn name(&self) -> String {
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
    pub(crate) fn load(&self) -> Result<Loaded, Error> {
        Ok(load::read(&self.name(), self.bytes()?))
    }

    /// The timeline as it is written, unread; what is not UTF-8 in it is replaced.
    ///
    /// # Errors
    /// As [`Origin::load`].
    pub(crate) fn text(&self) -> Result<String, Error> {
        Ok(String::from_utf8_lossy(&self.bytes()?).into_owned())
    }

    /// The bytes of the timeline.
    ///
    /// # Errors
    /// As [`Origin::load`].
    pub(crate) fn bytes(&self) -> Result<Vec<u8>, Error> {
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
    pub(crate) fn timeline(&self) -> Result<Timeline, Error> {
        if let Origin::Shipped = self
            && let Ok(timeline) = load::unpack(SHIPPED_PACKED)
        {
            return Ok(timeline);
        }
        self.sound(self.bytes()?)
    }

    /// The timeline, to be followed when its file changes.
    ///
    /// # Errors
    /// As [`Origin::timeline`].
    pub(crate) fn open(&self) -> Result<Opened, Error> {
        let Origin::File(_) = self else {
            let timeline = self.timeline()?;
            return Ok(Opened {
                timeline,
                bytes: None,
            });
        };
        let bytes = self.bytes()?;
        let timeline = self.sound(bytes.clone())?;
        Ok(Opened {
            timeline,
            bytes: Some(bytes),
        })
    }

    fn sound(&self, bytes: Vec<u8>) -> Result<Timeline, Error> {
        let Loaded { timeline, report } = load::read(&self.name(), bytes);
        timeline.ok_or_else(|| Error::Faulty {
            faults: report.render(false, false),
            tally: report.tally(),
        })
    }
}

/// A timeline, and the bytes of the file that it was read from, if it is one that can change.
pub(crate) struct Opened {
    pub timeline: Timeline,
    pub bytes: Option<Vec<u8>>,
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

pub(crate) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "it may not be read by you".to_owned(),
        io::ErrorKind::IsADirectory => "it is a directory".to_owned(),
        _ => error.to_string(),
    }
}
