//! Files: a timeline's bytes in, from wherever it comes, and complete files out.
//!
//! Every file that the program opens is opened in this room: read behind `door`, written by `atomic`; `notebook` is the one that
//! is kept without being named.

mod atomic;
mod descriptor;
mod door;
mod include;
mod notebook;
mod scratch;

use crate::words;
use std::env;
use std::path::{Path, PathBuf};

pub(crate) use atomic::{write, write_new};
pub(crate) use door::text;
pub(crate) use include::Gathered;
pub(crate) use notebook::{NotebookFile, Patience, read_notebook};
pub(crate) use scratch::Scratch;

use crate::error::Error;
use crate::timeline::Timeline;
use crate::timeline::load::{self, Limits, Loaded};

/// Says how large a timeline may be, in MiB.
const LIMIT: &str = "NEUTRALITY_LIMIT";

/// The limits within which timelines are read: the usual ones, unless the environment says otherwise.
pub(crate) fn limits() -> Limits {
    let mebibytes = env::var(LIMIT).ok();
    let mebibytes = mebibytes.and_then(|written| written.trim().parse::<u32>().ok());
    let mebibytes = mebibytes.filter(|mebibytes| *mebibytes > 0);
    mebibytes.map_or(Limits::USUAL, |mebibytes| {
        Limits::of_mebibytes(mebibytes.into())
    })
}

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
    /// Several files of one timeline.
    Files(&'a [PathBuf]),
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

    /// One file, or several of one timeline.
    #[must_use]
    pub(crate) fn of_files(paths: &'a [PathBuf]) -> Self {
        match paths {
            [] => Origin::Shipped,
            [path] => Origin::new(Some(path)),
            paths => Origin::Files(paths),
        }
    }

    /// As the person called it.
    #[must_use]
    pub(crate) fn name(&self) -> String {
        match self {
            Origin::Shipped => SHIPPED_NAME.to_owned(),
            Origin::StandardInput => "standard input".to_owned(),
            Origin::File(path) => path.display().to_string(),
            Origin::Files(paths) => first(paths).display().to_string(),
        }
    }

    /// The timeline as it is written, unread; what is not UTF-8 in it is replaced.
    ///
    /// # Errors
    /// As [`Origin::bytes`].
    pub(crate) fn text(&self) -> Result<String, Error> {
        Ok(String::from_utf8_lossy(&self.bytes()?).into_owned())
    }

    /// The bytes of the timeline.
    ///
    /// # Errors
    /// [`Error::Read`] when there are no bytes to check: no file, a directory, no permission, too large.
    pub(crate) fn bytes(&self) -> Result<Vec<u8>, Error> {
        let bytes = match self {
            Origin::Shipped => Ok(SHIPPED.as_bytes().to_vec()),
            Origin::StandardInput => door::standard_input(limits().bytes()),
            Origin::File(path) => door::file(path, limits().bytes()),
            Origin::Files(paths) => door::file(first(paths), limits().bytes()),
        };
        bytes.map_err(|source| Error::Read {
            name: self.name(),
            source,
            command: None,
        })
    }

    /// The file with all that it includes, unread; what is no file includes nothing.
    ///
    /// # Errors
    /// As [`Origin::bytes`].
    pub(crate) fn gather(&self) -> Result<Gathered, Error> {
        let (name, bytes) = (self.name(), self.bytes()?);
        Ok(match self {
            Origin::File(path) => include::gather(path, name, bytes, limits().bytes()),
            Origin::Files(paths) => {
                let mut gathered = include::gather(first(paths), name, bytes, limits().bytes());
                for path in paths.iter().skip(1) {
                    gathered.add(Origin::File(path).gather()?);
                }
                gathered
            }
            Origin::Shipped | Origin::StandardInput => Gathered::of_one(name, bytes),
        })
    }

    /// The timeline, if nothing forbids showing it.
    ///
    /// # Errors
    /// As [`Origin::bytes`], and [`Error::Faulty`] with all the faults of the file.
    pub(crate) fn timeline(&self) -> Result<Timeline, Error> {
        if let Origin::Shipped = self
            && let Ok(timeline) = load::unpack(SHIPPED_PACKED)
        {
            return Ok(timeline);
        }
        sound(self.gather()?)
    }

    /// The timeline, to be followed when its file changes.
    ///
    /// # Errors
    /// As [`Origin::timeline`].
    pub(crate) fn open(&self) -> Result<Opened, Error> {
        let (Origin::File(_) | Origin::Files(_)) = self else {
            let timeline = self.timeline()?;
            return Ok(Opened {
                timeline,
                bytes: None,
            });
        };
        let gathered = self.gather()?;
        let state = gathered.state();
        Ok(Opened {
            timeline: sound(gathered)?,
            bytes: Some(state),
        })
    }
}

/// The file that is named first, whose words on the timeline itself count.
fn first(paths: &[PathBuf]) -> &Path {
    paths.first().map_or(Path::new(""), PathBuf::as_path)
}

fn sound(gathered: Gathered) -> Result<Timeline, Error> {
    let Loaded { timeline, report } = gathered.load();
    if let Some(timeline) = &timeline {
        words::speak(timeline.language, timeline.parties.as_deref());
    }
    timeline.ok_or_else(|| Error::Faulty {
        name: report.name.clone(),
        errors: report.render_errors(),
    })
}

/// A timeline, and the bytes of the files that it was read from, if they can change.
pub(crate) struct Opened {
    pub timeline: Timeline,
    pub bytes: Option<Vec<u8>>,
}
#[cfg(test)]
mod tests {
    use std::error::Error as _;

    use std::io;

    use super::*;
    use crate::error::ReadError;

    #[test]
    fn the_cause_of_an_unreadable_file_is_kept() {
        let error = Origin::File(Path::new("no/such/file.toml")).bytes().err();
        let error = error.unwrap();
        let read = error.source().unwrap().downcast_ref::<ReadError>().unwrap();
        let cause = read.source().unwrap().downcast_ref::<io::Error>();
        assert_eq!(cause.unwrap().kind(), io::ErrorKind::NotFound);
        assert_eq!(
            error.to_string(),
            "cannot read 'no/such/file.toml': there is no such file"
        );
    }
}
