//! Arguments that are understood without a table of all commands and flags, which takes longer to be made than the first
//! frame to be drawn: none at all, or files that can be nothing else. Whatever may be more is for clap.

use std::ffi::{OsStr, OsString};

use super::{Cli, ReadArgs};

impl Cli {
    /// What is meant by arguments that are plain; `None` where they may have a command or a flag among them.
    pub(super) fn of_plain_words(words: &[OsString]) -> Option<Self> {
        let first_is_file = words.first().is_none_or(|word| is_no_command(word));
        let is_plain = |word: &OsString| {
            let bytes = word.as_encoded_bytes();
            !bytes.is_empty() && !bytes.starts_with(b"-")
        };
        (first_is_file && words.iter().all(is_plain)).then(|| Cli {
            command: None,
            read: ReadArgs {
                words: words.iter().map(Into::into).collect(),
                ..ReadArgs::default()
            },
        })
    }
}

/// No command has a dot or a slash in its name.
fn is_no_command(word: &OsStr) -> bool {
    let bytes = word.as_encoded_bytes();
    bytes.iter().any(|byte| matches!(byte, b'.' | b'/'))
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory as _, Parser as _};

    use super::*;

    #[test]
    fn plain_words_mean_what_they_mean_to_clap() {
        let check = |line: &[&str], plain: bool| {
            let words: Vec<OsString> = line.iter().map(OsString::from).collect();
            let read = Cli::of_plain_words(&words);
            assert_eq!(read.is_some(), plain, "{line:?}");
            if let Some(read) = read {
                let known = Cli::try_parse_from(["neutrality"].iter().chain(line)).unwrap();
                assert_eq!(format!("{read:?}"), format!("{known:?}"), "{line:?}");
            }
        };
        check(&[], true);
        check(&["a.toml"], true);
        check(&["./list"], true);
        check(&["a.toml", "b.toml"], true);
        check(&["a.toml", "list"], true);
        check(&["a.toml", "belgium", "1914"], true);
        check(&["/tmp/a b/ü.toml", "help"], true);
        check(&["list"], false);
        check(&["lst"], false);
        check(&["help", "list"], false);
        check(&["belgium", "1914"], false);
        check(&["-"], false);
        check(&["--", "a.toml"], false);
        check(&["a.toml", "--linear"], false);
        check(&["a.toml", "-"], false);
        check(&["a.toml", ""], false);
        check(&["--file=a.toml"], false);
    }

    #[test]
    fn no_command_is_written_like_a_file() {
        let mut commands = Cli::command();
        commands.build();
        for command in commands.get_subcommands() {
            let names = command.get_all_aliases().chain([command.get_name()]);
            for name in names {
                assert!(!is_no_command(OsStr::new(name)), "{name}");
            }
        }
    }
}
