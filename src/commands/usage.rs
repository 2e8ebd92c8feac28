//! What was meant by words that are no usage of the program: every fault in one line, in the voice of all others.

use std::ffi::{OsStr, OsString};
use std::path::Path;

use clap::CommandFactory as _;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::filter;
use crate::cli::Cli;
use crate::text;

/// What is wrong with the value of a flag, if that is the fault: "no theme is called 'blue'; it is one of: auto, light".
pub(crate) fn value_at_fault(error: &clap::Error) -> Option<String> {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.as_str()),
        _ => None,
    };
    let flag = text(ContextKind::InvalidArg)?;
    let value = text(ContextKind::InvalidValue)?;
    if value.is_empty() {
        let is_word = flag.starts_with(['<', '[']);
        // What is in quotes, or a variable of a shell that is not set.
        return (is_word && error.kind() == ErrorKind::InvalidValue)
            .then(|| "an empty word names no file, event or date".to_owned());
    }
    match error.kind() {
        ErrorKind::InvalidValue => {
            let words = match error.get(ContextKind::ValidValue) {
                Some(ContextValue::Strings(words)) => words.as_slice(),
                _ => &[],
            };
            let name = flag.split([' ', '=', '[']).next().unwrap_or(flag);
            let name = name.trim_start_matches('-').trim_matches(['<', '>']);
            let words = words.iter().map(String::as_str);
            let name = name.to_lowercase();
            // What is named is what the flag takes, where that is not called as the flag is.
            let noun = match name.as_str() {
                "only" => "part",
                "dates" => "order of dates",
                "as" => "form",
                "ascii" => "value of --ascii",
                name => name,
            };
            Some(filter::unknown_value(noun, value, words).to_string())
        }
        ErrorKind::ValueValidation => {
            let reason = std::error::Error::source(error)?.to_string();
            let flag = flag.split(' ').next().unwrap_or(flag);
            Some(format!("{flag} does not take '{value}': {reason}"))
        }
        _ => None,
    }
}

/// A flag that the command does not have, and where it is to be had: "'--as' is no flag of 'neutrality list'; 'neutrality
/// at' and 'neutrality show' have it".
pub(crate) fn unknown_flag(
    error: &clap::Error,
    mut words: impl Iterator<Item = OsString>,
) -> Option<String> {
    let Some(ContextValue::String(flag)) = error.get(ContextKind::InvalidArg) else {
        return None;
    };
    if error.kind() != ErrorKind::UnknownArgument || !flag.starts_with("--") {
        return None;
    }
    let program = Cli::command();
    let command = words.find_map(|word| Some(program.find_subcommand(&word)?.get_name()));
    let here = command.map_or_else(
        || "neutrality".to_owned(),
        |name| format!("neutrality {name}"),
    );
    let having: Vec<String> = program
        .get_subcommands()
        .filter(|command| has(command, flag))
        .map(|command| format!("'neutrality {}'", command.get_name()))
        .collect();
    let suggestion = match (having.as_slice(), error.get(ContextKind::SuggestedArg)) {
        ([one], _) => format!("{one} has it"),
        ([first, second], _) => format!("{first} and {second} have it"),
        ([first, ..], _) => format!("{first} and other commands have it"),
        ([], _) if has(&program, flag) => "the reader has it".to_owned(),
        ([], Some(ContextValue::String(near))) => format!("the nearest is '{near}'"),
        ([], _) => format!("'{here} --help' tells of those that there are"),
    };
    let flag = text::clean(flag);
    Some(format!("'{flag}' is no flag of '{here}'; {suggestion}"))
}

/// Whether a command has a flag of its own that is called so.
fn has(command: &clap::Command, flag: &str) -> bool {
    let name = flag.trim_start_matches('-');
    let mut flags = command.get_arguments();
    flags.any(|known| known.get_long() == Some(name))
}

/// What was probably meant by words that are no usage, if their fault lies in the command.
///
/// A command that is misspelt, or that stands behind a flag, is taken for a file, and clap sees the fault elsewhere.
pub(crate) fn tip(words: impl Iterator<Item = OsString>) -> Option<String> {
    let mut words = words.skip_while(|word| word == "help");
    let first = words.next()?;
    if let Some(command) = meant(&first) {
        return Some(format!("did you mean 'neutrality {command}'?"));
    }
    let program = Cli::command();
    let is_command = |word: &OsStr| program.find_subcommand(word);
    if is_command(&first).is_some() {
        return None;
    }
    let command = words.find_map(|word| is_command(&word))?.get_name();
    Some(format!(
        "the command stands first: 'neutrality {command} …'"
    ))
}

/// Whether a word is the name of a command.
pub(super) fn is_command(word: &str) -> bool {
    Cli::command().find_subcommand(word).is_some()
}

/// The command that a word probably means; none where it is one, or names a file.
pub(super) fn meant(word: &OsStr) -> Option<String> {
    if Path::new(word).exists() {
        return None;
    }
    let word = word.to_str()?;
    let program = Cli::command();
    let commands = program.get_subcommands().map(clap::Command::get_name);
    let near = text::nearest(word, commands)?;
    (near != word).then(|| near.to_owned())
}
