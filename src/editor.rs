//! The person's editor: which it is, how it is given a line, and what to say when it does not run.

use std::error::Error;
use std::ffi::OsString;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use crate::app::input::Spot;
use crate::error::Error as FileError;
use crate::files::{Origin, Scratch};
use crate::text;
use crate::timeline::load::Progress;
use crate::timeline::source_position;

/// The variables that name it, the first one before the second.
const VARIABLES: [&str; 2] = ["VISUAL", "EDITOR"];

/// Why the editor did not run, or how it ended.
#[derive(Debug)]
pub(crate) enum EditorError {
    /// No variable names one.
    Unknown,
    /// The command in a variable cannot be split into words.
    Quotation {
        variable: &'static str,
        source: shell_words::ParseError,
    },
    /// The command could not be started.
    Start {
        variable: &'static str,
        name: String,
        source: io::Error,
    },
    /// It ended with a failure.
    Failed { name: String, status: ExitStatus },
    /// The file that a note is written in could not be made or read.
    Scratch(Box<FileError>),
    /// What was written could not be taken, and lies in a file.
    Left {
        file: PathBuf,
        source: Box<EditorError>,
    },
}

impl fmt::Display for EditorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EditorError::Unknown => {
                f.write_str("no editor is known: set VISUAL or EDITOR to the command of yours")
            }
            EditorError::Quotation { variable, .. } => {
                write!(f, "{variable} has a quotation mark that is not closed")
            }
            EditorError::Start {
                variable,
                name,
                source,
            } if source.kind() == io::ErrorKind::NotFound => {
                write!(f, "{variable} names “{name}”, and there is no such command")
            }
            EditorError::Start {
                variable,
                name,
                source,
            } => write!(
                f,
                "{variable} names “{name}”, which cannot be started: {source}"
            ),
            EditorError::Failed { name, status } => match status.code() {
                Some(code) => write!(f, "the editor “{name}” ended with status {code}"),
                None => write!(f, "the editor “{name}” was ended by a signal"),
            },
            EditorError::Scratch(source) => source.fmt(f),
            EditorError::Left { file, source } => {
                let file = file.display().to_string();
                write!(f, "your note is in '{}'; {source}", text::clean(&file))
            }
        }
    }
}

impl Error for EditorError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            EditorError::Quotation { source, .. } => Some(source),
            EditorError::Start { source, .. } => Some(source),
            EditorError::Scratch(source) => Some(source),
            EditorError::Left { source, .. } => Some(source),
            EditorError::Unknown | EditorError::Failed { .. } => None,
        }
    }
}

/// Runs the editor on the file and waits until it is left; `keyboard` is the terminal for it to read from.
///
/// # Errors
/// When it did not run, or ended with a failure.
pub(crate) fn edit(paths: &[PathBuf], spot: &Spot, keyboard: Stdio) -> Result<(), EditorError> {
    let (words, variable) = command()?;
    let [program, options @ ..] = words.as_slice() else {
        return Err(EditorError::Unknown);
    };
    let name = Path::new(program).file_name().unwrap_or_default();
    let name = text::clean(&name.to_string_lossy()).into_owned();
    let (file, line) = place(paths, spot);
    let status = Command::new(program)
        .args(options)
        .args(arguments(program, &file, line))
        .stdin(keyboard)
        .status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(EditorError::Failed { name, status }),
        Err(source) => Err(EditorError::Start {
            variable,
            name,
            source,
        }),
    }
}

/// Lets a text be changed in the editor, and returns it as it is then, with its file.
///
/// # Errors
/// When the editor did not run, or ended with a failure; and when the file that it was given could not be made or read.
/// What was written there is left.
pub(crate) fn edit_text(text: &str, keyboard: Stdio) -> Result<(String, Scratch), EditorError> {
    let scratch = |error| EditorError::Scratch(Box::new(error));
    let file = Scratch::new(text).map_err(scratch)?;
    let paths = [file.path().to_owned()];
    let edited = edit(&paths, &Spot::Line(1, None), keyboard);
    let written = file.text();
    let is_untouched = written.as_ref().is_ok_and(|written| written == text);
    let error = match (edited, written) {
        (Ok(()), Ok(written)) => return Ok((written, file)),
        (Ok(()), Err(error)) => scratch(error),
        (Err(error), _) => error,
    };
    let source = Box::new(error);
    match file.path().exists() && !is_untouched {
        true => match file.stay() {
            Some(file) => Err(EditorError::Left { file, source }),
            None => Err(*source),
        },
        false => Err(*source),
    }
}

/// The words of the command, as a shell would part them, and the variable that names it.
fn command() -> Result<(Vec<String>, &'static str), EditorError> {
    let named = VARIABLES.into_iter().find_map(|variable| {
        let command = std::env::var(variable).ok()?;
        (!command.trim().is_empty()).then_some((command, variable))
    });
    let (command, variable) = named.ok_or(EditorError::Unknown)?;
    let words = shell_words::split(&command)
        .map_err(|source| EditorError::Quotation { variable, source })?;
    Ok((words, variable))
}

/// The file in which a spot is, as the files are now: the one that is named or one that it includes; and its line there.
fn place(paths: &[PathBuf], spot: &Spot) -> (PathBuf, Option<usize>) {
    let path = paths.first().cloned().unwrap_or_default();
    let written = match spot {
        Spot::Line(line, None) => return (path, Some(*line)),
        Spot::Line(line, Some(included)) => return (PathBuf::from(included), Some(*line)),
        Spot::Table(written) => written,
    };
    let gathered = Origin::of_files(paths).gather(&Progress::default()).ok();
    let found = gathered.and_then(|gathered| {
        let mut files = gathered.paths.into_iter().zip(gathered.parts);
        files.find_map(|(path, part)| {
            let source = String::from_utf8_lossy(&part.bytes);
            Some((path, Some(source_position::line_of(&source, written)?)))
        })
    });
    found.unwrap_or((path, None))
}

/// The file and the line, as the editor wants them; one that is not known gets the file alone.
fn arguments(program: &str, path: &Path, line: Option<usize>) -> Vec<OsString> {
    let file = if path.as_os_str().as_encoded_bytes().starts_with(b"-")
        || path.as_os_str().as_encoded_bytes().starts_with(b"+")
    {
        Path::new(".").join(path).into_os_string()
    } else {
        path.as_os_str().to_owned()
    };
    let Some(line) = line else {
        return vec![file];
    };
    let at_line = || {
        let mut at_line = file.clone();
        at_line.push(format!(":{line}"));
        at_line
    };
    let program = Path::new(program).file_name().unwrap_or_default();
    match program.to_str().unwrap_or_default() {
        "vi" | "vim" | "nvim" | "gvim" | "mvim" | "nano" | "pico" | "emacs" | "emacsclient"
        | "kak" | "micro" | "joe" | "mg" | "ne" | "gedit" => {
            vec![format!("+{line}").into(), file]
        }
        "code" | "code-insiders" | "codium" | "cursor" => vec!["--goto".into(), at_line()],
        "hx" | "helix" | "subl" | "zed" => vec![at_line()],
        "kate" => vec!["--line".into(), line.to_string().into(), file],
        _ => vec![file],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_editor_gets_the_line_in_its_own_way() {
        let check = |program: &str, path: &str, expected: &[&str]| {
            let found = arguments(program, Path::new(path), Some(12));
            assert_eq!(found, expected, "{program} {path}");
        };
        check("vi", "mine.toml", &["+12", "mine.toml"]);
        check("/usr/bin/nvim", "mine.toml", &["+12", "mine.toml"]);
        check("nano", "-mine.toml", &["+12", "./-mine.toml"]);
        check("code", "mine.toml", &["--goto", "mine.toml:12"]);
        check("hx", "a b.toml", &["a b.toml:12"]);
        check("kate", "mine.toml", &["--line", "12", "mine.toml"]);
        check("an-editor-of-my-own", "mine.toml", &["mine.toml"]);
    }

    #[test]
    fn a_line_that_is_not_known_is_left_out() {
        assert_eq!(
            arguments("vim", Path::new("mine.toml"), None),
            ["mine.toml"]
        );
    }
}
