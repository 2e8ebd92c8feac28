//! Files: a timeline's bytes in, from wherever it comes, and complete files out.
//!
//! Every file that the program opens is opened in this room: read behind `door`, written by `atomic`; `notebook` is the one that
//! is kept without being named.

mod atomic;
mod beside;
mod descriptor;
mod door;
mod fingerprint;
mod include;
mod notebook;
mod picture;
mod scratch;
mod stamp;

use std::path::{Path, PathBuf};
use std::{env, fs};

pub(crate) use atomic::{write, write_new};
pub(crate) use door::text;
pub(crate) use fingerprint::Fingerprint;
pub(crate) use include::Gathered;
pub(crate) use notebook::{NotebookFile, Patience, read_notebook};
pub(crate) use picture::{faults_of_pictures, picture, pictures};
pub(crate) use scratch::Scratch;
pub(crate) use stamp::Stamp;

use crate::error::{Error, ReadError};
use crate::timeline::Timeline;
use crate::timeline::load::{self, Kept, Limits, Loaded, Progress};
use crate::words;

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

/// Bytes of a file that is read at once; what it includes is seldom much longer.
const SHORT: u64 = 1 << 20;

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

    /// Whether it is read faster than a person sees.
    #[must_use]
    pub(crate) fn is_short(&self) -> bool {
        let is_short = |path: &Path| {
            let found = fs::metadata(path);
            found.map_or(true, |found| found.is_file() && found.len() <= SHORT)
        };
        match self {
            Origin::Shipped => true,
            Origin::StandardInput => false,
            Origin::File(path) => is_short(path),
            Origin::Files(paths) => paths.iter().all(|path| is_short(path)),
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
        self.fetch(&Progress::default())
    }

    /// The same, and tells how far it is.
    pub(crate) fn fetch(&self, progress: &Progress) -> Result<Vec<u8>, Error> {
        let limit = limits().bytes();
        let bytes = match self {
            Origin::Shipped => Ok(SHIPPED.as_bytes().to_vec()),
            Origin::StandardInput => door::standard_input(limit, progress),
            Origin::File(path) => door::file_reporting(path, limit, progress),
            Origin::Files(paths) => door::file_reporting(first(paths), limit, progress),
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
    pub(crate) fn gather(&self, progress: &Progress) -> Result<Gathered, Error> {
        let (name, bytes) = (self.name(), self.fetch(progress)?);
        Ok(match self {
            Origin::File(path) => include::gather(path, name, bytes, limits().bytes()),
            Origin::Files(paths) => {
                let mut gathered = include::gather(first(paths), name, bytes, limits().bytes());
                for path in paths.iter().skip(1) {
                    gathered.add(Origin::File(path).gather(progress)?);
                }
                gathered
            }
            Origin::Shipped | Origin::StandardInput => Gathered::without_folder(name, bytes),
        })
    }

    /// The timeline, if nothing forbids showing it; how far it is is told meanwhile.
    ///
    /// # Errors
    /// As [`Origin::bytes`], and [`Error::Faulty`] with all the faults of the file.
    pub(crate) fn timeline(&self, progress: &Progress) -> Result<Timeline, Error> {
        if let Origin::Shipped = self
            && let Ok(timeline) = load::unpack(SHIPPED_PACKED)
        {
            return Ok(timeline);
        }
        sound(self.gather(progress)?, progress, &mut None)
    }

    /// The timeline, to be followed when its file changes.
    ///
    /// # Errors
    /// As [`Origin::timeline`].
    pub(crate) fn open(&self, progress: &Progress) -> Result<Opened, Error> {
        let (Origin::File(_) | Origin::Files(_)) = self else {
            let timeline = self.timeline(progress)?;
            return Ok(Opened {
                timeline,
                read: None,
            });
        };
        let stamp = match self {
            Origin::File(path) => Stamp::of(path),
            _ => None,
        };
        let gathered = self.gather(progress)?;
        // Of a timeline of several files each would need one.
        let stamp = stamp.filter(|_| gathered.paths.len() == 1 && gathered.absent.is_empty());
        let (fingerprint, mut kept) = (gathered.fingerprint(), None);
        Ok(Opened {
            timeline: sound(gathered, progress, &mut kept)?,
            read: Some(ReadFiles {
                fingerprint,
                stamp,
                kept,
            }),
        })
    }
}

/// Why a file cannot be read that a timeline names; it could not be piped in instead.
fn unreadable(written: &str, error: &ReadError) -> String {
    match error {
        ReadError::NotRegular => format!("cannot read `{written}`: it is no regular file"),
        error => format!("cannot read `{written}`: {error}"),
    }
}

/// The file that is named first, whose words on the timeline itself count.
fn first(paths: &[PathBuf]) -> &Path {
    paths.first().map_or(Path::new(""), PathBuf::as_path)
}

fn sound(
    gathered: Gathered,
    progress: &Progress,
    kept: &mut Option<Kept>,
) -> Result<Timeline, Error> {
    let Loaded { timeline, report } = gathered.load(progress, kept);
    if let Some(timeline) = &timeline {
        words::speak(timeline.language, timeline.parties.as_deref());
    }
    timeline.ok_or_else(|| Error::Faulty {
        name: report.name.clone(),
        errors: report.render_errors(),
    })
}

/// A timeline, and what was in the files that it was read from, if they can change.
pub(crate) struct Opened {
    pub timeline: Timeline,
    pub read: Option<ReadFiles>,
}

/// What files held when they were read last.
pub(crate) struct ReadFiles {
    pub fingerprint: Fingerprint,
    /// Of the only file, as it was before it was read.
    pub stamp: Option<Stamp>,
    /// What need not be read again where it has not changed.
    pub kept: Option<Kept>,
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
