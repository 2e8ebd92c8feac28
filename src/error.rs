//! What can go wrong outside of a timeline's own faults, named by what was being done.

use std::fmt;
use std::io;

use rustix::io::Errno;

use crate::import::Unreadable;
use crate::notes::written::NotebookFault;
use crate::text;
use crate::timeline::date::DateFault;

/// A failure that ends the program; its exit status is [`Error::status`].
#[derive(Debug)]
pub(crate) enum Error {
    /// The file could not be read at all.
    Read {
        name: String,
        source: ReadError,
        /// The command that was probably meant, where the file is called almost like one.
        command: Option<String>,
    },
    /// The file was read and is at fault; what keeps it out, rendered.
    Faulty {
        name: String,
        errors: String,
    },
    /// The request names something that the timeline does not have.
    Unknown {
        what: &'static str,
        value: String,
        /// The nearest name that there is, or where all of them are listed.
        suggestion: String,
    },
    /// The request can mean several things, each with a line that says which.
    Several {
        value: String,
        /// What they are: "events", or "things" of several sorts.
        what: &'static str,
        candidates: Vec<String>,
        /// How all of them are found where not all are listed.
        more: Option<String>,
    },
    /// The request leaves no event.
    Nothing {
        filter: String,
    },
    /// A date on the command line that is none.
    Date {
        value: String,
        source: DateFault,
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
        source: Unreadable,
    },
    /// A file of marks that cannot be taken for one; it is left as it is.
    Notebook {
        name: String,
        source: NotebookFault,
    },
    /// A file of marks that another program holds, or whose place belongs to another user.
    NotYours {
        name: String,
        reason: &'static str,
    },
    /// A file that would be replaced.
    Exists {
        name: String,
    },
    /// A file that could not be written; nothing of it was.
    Save {
        name: String,
        source: io::Error,
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
            | Error::Several { .. }
            | Error::Nothing { .. }
            | Error::Date { .. }
            | Error::Import { .. }
            | Error::Notebook { .. }
            | Error::Request { .. } => 1,
            Error::Read { .. }
            | Error::NotYours { .. }
            | Error::Usage { .. }
            | Error::Exists { .. }
            | Error::Save { .. }
            | Error::Write(_)
            | Error::Terminal(_) => 2,
        }
    }

    /// The name of the file that is not there, where that is all that is wrong.
    #[must_use]
    pub(crate) fn missing_file(&self) -> Option<&str> {
        match self {
            Error::Read { name, source, .. } if source.is_missing() => Some(name),
            _ => None,
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
            Error::Read {
                name,
                source,
                command,
            } => {
                write!(f, "cannot read '{}': {source}", text::clean(name))?;
                command.as_ref().map_or(Ok(()), |command| {
                    write!(f, "; did you mean 'neutrality {command}'?")
                })
            }
            Error::Faulty { name, errors } => write!(f, "'{name}' cannot be used\n\n{errors}"),
            Error::Unknown {
                what,
                value,
                suggestion,
            } => {
                let value = text::clean(value);
                write!(f, "no {what} is called '{value}'; {suggestion}")
            }
            Error::Several {
                value,
                what,
                candidates,
                more,
            } => {
                write!(f, "'{}' can mean several {what}:", text::clean(value))?;
                candidates
                    .iter()
                    .chain(more)
                    .try_for_each(|line| write!(f, "\n  {line}"))
            }
            Error::Date { value, source } => {
                write!(f, "'{}' is no date: {source}", text::clean(value))?;
                source
                    .way_to_write("'")
                    .map_or(Ok(()), |way| write!(f, "; write it as {way}"))
            }
            Error::Request { message } | Error::Usage { message } => f.write_str(message),
            Error::Nothing { filter } => write!(f, "no event is left to export: {filter}"),
            Error::Import { name, source } => {
                write!(f, "cannot import '{}': {source}", text::clean(name))
            }
            Error::Notebook { name, source } => {
                let name = text::clean(name);
                write!(
                    f,
                    "cannot take '{name}' for marks: {source}; it is left as it is"
                )
            }
            Error::NotYours { name, reason } => {
                write!(f, "cannot write '{}': {reason}", text::clean(name))
            }
            Error::Exists { name } => {
                let name = text::clean(name);
                write!(f, "'{name}' exists already; --force replaces it")
            }
            Error::Save { name, source } => {
                let reason = unwritable(source);
                write!(f, "cannot write '{}': {reason}", text::clean(name))
            }
            Error::Write(error) => write!(f, "cannot write: {}", unwritable(error)),
            Error::Terminal(error) => write!(f, "the terminal failed: {error}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Read { source, .. } => Some(source),
            Error::Date { source, .. } => Some(source),
            Error::Import { source, .. } => Some(source),
            Error::Notebook { source, .. } => Some(source),
            Error::Save { source, .. } | Error::Write(source) | Error::Terminal(source) => {
                Some(source)
            }
            Error::Faulty { .. }
            | Error::Unknown { .. }
            | Error::Several { .. }
            | Error::Nothing { .. }
            | Error::Request { .. }
            | Error::Usage { .. }
            | Error::NotYours { .. }
            | Error::Exists { .. } => None,
        }
    }
}

/// Why a file cannot be read.
#[derive(Debug)]
pub(crate) enum ReadError {
    Directory,
    /// A pipe or a device, which could block for ever or never end.
    NotRegular,
    /// Larger than this, in MiB.
    LargerThan(u64),
    NotText,
    System(io::Error),
}

impl ReadError {
    /// Whether there is no such file.
    #[must_use]
    pub(crate) fn is_missing(&self) -> bool {
        matches!(self, ReadError::System(error) if error.kind() == io::ErrorKind::NotFound)
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadError::Directory => f.write_str("it is a directory"),
            ReadError::NotRegular => {
                f.write_str("it is no regular file; pipe it in and name it '-'")
            }
            ReadError::LargerThan(most) => write!(f, "it is larger than {most} MiB"),
            ReadError::NotText => f.write_str("it is not UTF-8"),
            ReadError::System(error) => match error.kind() {
                io::ErrorKind::NotFound => f.write_str("there is no such file"),
                io::ErrorKind::PermissionDenied => f.write_str("it may not be read by you"),
                io::ErrorKind::IsADirectory => f.write_str("it is a directory"),
                io::ErrorKind::OutOfMemory => f.write_str("there is not enough memory for it"),
                _ => match wrong_with_the_path(error) {
                    Some(reason) => f.write_str(reason),
                    None => error.fmt(f),
                },
            },
        }
    }
}

impl std::error::Error for ReadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            ReadError::System(error) => Some(error),
            ReadError::Directory
            | ReadError::NotRegular
            | ReadError::LargerThan(_)
            | ReadError::NotText => None,
        }
    }
}

impl From<io::Error> for ReadError {
    fn from(error: io::Error) -> Self {
        ReadError::System(error)
    }
}

/// What keeps a path from leading anywhere, to be read or to be written.
fn wrong_with_the_path(error: &io::Error) -> Option<&'static str> {
    // The kind has no name yet in the standard library; of an error that names its own path only the kind is left.
    let leads_round = io::Error::from(Errno::LOOP).kind();
    match error.kind() {
        io::ErrorKind::NotADirectory => Some("what should be a folder on the way to it is none"),
        kind if kind == leads_round => Some("a link on the way to it leads back to itself"),
        _ => None,
    }
}

/// Why something could not be written, in our words where we have some.
fn unwritable(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such folder".to_owned(),
        io::ErrorKind::PermissionDenied => "you may not write there".to_owned(),
        io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "the disk can only be read".to_owned(),
        _ => match wrong_with_the_path(error) {
            Some(reason) => reason.to_owned(),
            None => {
                // tempfile names its own path in the message; the reason is what is wanted.
                let inner = error.get_ref().and_then(|inner| inner.source());
                inner.map_or_else(|| error.to_string(), ToString::to_string)
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use std::error::Error as _;

    use crate::import::{ImportOptions, Unreadable, import};

    #[test]
    fn the_cause_of_an_unreadable_import_is_kept() {
        let cause = |bytes: &[u8]| import("a.json", bytes, &ImportOptions::default()).unwrap_err();
        assert!(matches!(cause(b"\xff"), Unreadable::NotUtf8(_)));
        let broken = cause(b"[1,");
        assert!(broken.source().unwrap().is::<serde_json::Error>());
        assert!(cause(b"").source().is_none());
    }
}
