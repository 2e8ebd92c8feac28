//! What can go wrong outside of a timeline's own faults, named by what was being done.

use std::fmt;
use std::io;

use crate::text;

/// A failure that ends the program; its exit status is [`Error::status`].
#[derive(Debug)]
pub(crate) enum Error {
    /// The file could not be read at all.
    Read {
        name: String,
        reason: String,
    },
    /// The file was read and is at fault; the faults, rendered, and their number in words.
    Faulty {
        faults: String,
        tally: String,
    },
    /// The request names something that the timeline does not have.
    Unknown {
        what: &'static str,
        value: String,
        /// The nearest name that there is, or where all of them are listed.
        suggestion: String,
    },
    /// The request leaves no event.
    Nothing {
        filter: String,
    },
    /// A date on the command line that is none.
    Date {
        value: String,
        reason: String,
        proposal: Option<String>,
    },
    /// The request cannot be met, as the data is.
    Request {
        message: String,
    },
    /// A value on the command line that cannot be used.
    Usage {
        message: String,
    },
    /// What was to be imported is none of what can be.
    Import {
        name: String,
        reason: String,
    },
    /// A file that would be replaced.
    Exists {
        name: String,
    },
    /// A file that could not be written; nothing of it was.
    Save {
        name: String,
        reason: String,
    },
    Write(io::Error),
    Terminal(io::Error),
}

impl Error {
    /// 1 where the data or the request is at fault, 2 where the program could not run.
    #[must_use]
    pub(crate) fn status(&self) -> u8 {
        match self {
            Error::Faulty { .. }
            | Error::Unknown { .. }
            | Error::Nothing { .. }
            | Error::Date { .. }
            | Error::Import { .. }
            | Error::Request { .. } => 1,
            Error::Read { .. }
            | Error::Usage { .. }
            | Error::Exists { .. }
            | Error::Save { .. }
            | Error::Write(_)
            | Error::Terminal(_) => 2,
        }
    }

    /// Whether the reader of our output went away, which is no failure.
    #[must_use]
    pub(crate) fn is_broken_pipe(&self) -> bool {
        matches!(self, Error::Write(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Read { name, reason } => {
                write!(f, "cannot read '{}': {reason}", text::clean(name))
            }
            Error::Faulty { faults, tally } => write!(f, "{faults}{tally}"),
            Error::Unknown {
                what,
                value,
                suggestion,
            } => {
                let value = text::clean(value);
                write!(f, "no {what} is called '{value}'; {suggestion}")
            }
            Error::Date {
                value,
                reason,
                proposal,
            } => {
                write!(f, "'{}' is no date: {reason}", text::clean(value))?;
                proposal
                    .as_ref()
                    .map_or(Ok(()), |proposal| write!(f, "; write it as '{proposal}'"))
            }
            Error::Request { message } | Error::Usage { message } => f.write_str(message),
            Error::Nothing { filter } => write!(f, "no event is left to export: {filter}"),
            Error::Import { name, reason } => {
                write!(f, "cannot import '{}': {reason}", text::clean(name))
            }
            Error::Exists { name } => {
                let name = text::clean(name);
                write!(f, "'{name}' exists already; --force replaces it")
            }
            Error::Save { name, reason } => {
                write!(f, "cannot write '{}': {reason}", text::clean(name))
            }
            Error::Write(error) => write!(f, "cannot write: {}", unwritable(error)),
            Error::Terminal(error) => write!(f, "the terminal failed: {error}"),
        }
    }
}

/// Why something could not be written, in our words where we have some.
pub(crate) fn unwritable(error: &io::Error) -> String {
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
