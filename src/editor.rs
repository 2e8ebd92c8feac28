//! The person's editor: which it is, how it is told a line, and what to say when it does not run.

use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::app::input::Spot;
use crate::files::Origin;
use crate::text;
use crate::timeline::source_position;

/// The variables that name it, the first one before the second.
const VARIABLES: [&str; 2] = ["VISUAL", "EDITOR"];

/// Runs the editor on the file and waits until it is left; `keyboard` is the terminal for it to read from.
///
/// # Errors
/// Says in a sentence why it did not run, or how it ended.
pub(crate) fn edit(path: &Path, spot: &Spot, keyboard: Stdio) -> Result<(), String> {
    let (words, variable) = command()?;
    let [program, options @ ..] = words.as_slice() else {
        return Err(NONE.to_owned());
    };
    let name = Path::new(program).file_name().unwrap_or_default();
    let name = text::clean(&name.to_string_lossy()).into_owned();
    let status = Command::new(program)
        .args(options)
        .args(arguments(program, path, line(path, spot)))
        .stdin(keyboard)
        .status()
        .map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => {
                format!("{variable} names “{name}”, and there is no such command")
            }
            _ => format!("{variable} names “{name}”, which cannot be started: {error}"),
        })?;
    if status.success() {
        return Ok(());
    }
    let how = status.code().map_or_else(
        || "was ended by a signal".to_owned(),
        |code| format!("ended with status {code}"),
    );
    Err(format!("the editor “{name}” {how}"))
}

const NONE: &str = "no editor is known: set VISUAL or EDITOR to the command of yours";

/// The words of the command, as a shell would part them, and the variable that names it.
fn command() -> Result<(Vec<String>, &'static str), String> {
    let named = VARIABLES.into_iter().find_map(|variable| {
        let command = std::env::var(variable).ok()?;
        (!command.trim().is_empty()).then_some((command, variable))
    });
    let (command, variable) = named.ok_or_else(|| NONE.to_owned())?;
    match shell_words::split(&command) {
        Ok(words) => Ok((words, variable)),
        Err(_) => Err(format!(
            "{variable} has a quotation mark that is not closed"
        )),
    }
}

/// The line of a place in the file as it is now.
fn line(path: &Path, spot: &Spot) -> Option<usize> {
    match spot {
        Spot::Line(line) => Some(*line),
        Spot::Table(written) => {
            let source = Origin::File(path).text().ok()?;
            source_position::line_of(&source, written)
        }
    }
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
    fn every_editor_is_told_the_line_in_its_own_way() {
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
