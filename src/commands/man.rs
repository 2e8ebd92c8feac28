//! `neutrality man`: the manual page, made from the command line's own description.

use std::io;

use clap::CommandFactory as _;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::{filter, print};
use crate::cli::{Cli, ManArgs};
use crate::error::Error;

/// A heading, and under it terms with what they mean.
type Section = (&'static str, &'static [(&'static str, &'static str)]);

/// What the command line cannot say of itself.
const MORE: &[Section] = &[
    (
        "EXIT STATUS",
        &[
            ("0", "It was done."),
            (
                "1",
                "The timeline or the request is at fault: an unknown event, a wrong date, a value that a flag does not take, words that can mean several things.",
            ),
            (
                "2",
                "It could not be done: wrong usage, a file that cannot be read or written.",
            ),
        ],
    ),
    (
        "ENVIRONMENT",
        &[
            (
                "NEUTRALITY_CONFIG",
                "Another settings file; none is read if it is empty.",
            ),
            (
                "NEUTRALITY_THEME, NEUTRALITY_VIEW",
                "What --theme and --view say; a flag goes before them, and they before the settings file.",
            ),
            (
                "NEUTRALITY_ASCII, NEUTRALITY_MOUSE",
                "1 or 0: whether to draw with ASCII only, and whether the reader takes the mouse.",
            ),
            (
                "NEUTRALITY_LIMIT",
                "How large a timeline may be, in MiB; 1024 without it. Its words and signs are bounded with it.",
            ),
            ("NO_COLOR", "If set and not empty, nothing is coloured."),
            (
                "VISUAL, EDITOR",
                "The editor that e opens in the reader; the first one that is set.",
            ),
            ("COLORTERM, TERM", "How many colours the terminal has."),
            (
                "NEUTRALITY_PAGER, PAGER",
                "Shows text that is longer than the terminal is high; less without them, none if empty or cat.",
            ),
            ("LESS", "Options for less; FRX if it is not set."),
            (
                "XDG_CONFIG_HOME",
                "Where settings files lie; ~/.config without it.",
            ),
            (
                "XDG_STATE_HOME",
                "Where marks and notes are kept; ~/.local/state without it.",
            ),
        ],
    ),
    (
        "FILES",
        &[
            (
                "$XDG_CONFIG_HOME/neutrality/config.toml",
                "Settings, all of them optional: theme, ascii, mouse, view, pager, a table filters of names and the flags that --filter NAME stands for, and a table keys of actions and their keys, as 'neutrality keys --names' calls them. A fault in it is a warning. It is never written.",
            ),
            (
                "$XDG_STATE_HOME/neutrality/marks/",
                "Marks, notes, filters with names and the last place, a file for each timeline: shipped.toml, and for another its name with a number that its path decides. 'neutrality info FILE' names the file. It can be changed by hand; a lock file lies beside it.",
            ),
        ],
    ),
];

pub(super) fn run(args: &ManArgs) -> Result<u8, Error> {
    let program = Cli::command();
    let page = match &args.command {
        None => page(program, MORE),
        Some(name) => {
            let mut program = program;
            program.build();
            let found = program.find_subcommand(name).cloned();
            let known = program.get_subcommands().map(clap::Command::get_name);
            page(
                found.ok_or_else(|| filter::unknown("command", name, known))?,
                &[],
            )
        }
    };
    print(&page.map_err(Error::Write)?)
}

/// The examples come after the options, where readers of manuals look for them.
fn page(mut command: clap::Command, more: &[Section]) -> io::Result<String> {
    let examples = command.get_before_long_help().map(ToString::to_string);
    command = command.before_long_help("");
    let has_commands = command.has_subcommands();
    let man = Man::new(command).source(concat!("neutrality ", env!("CARGO_PKG_VERSION")));
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    if has_commands {
        man.render_subcommands_section(&mut page)?;
    }
    sections(examples.as_deref(), more).to_writer(&mut page)?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}

fn sections(examples: Option<&str>, more: &[Section]) -> Roff {
    let mut roff = Roff::default();
    if let Some(examples) = examples {
        roff.control("SH", ["EXAMPLES"]);
        roff.control("nf", []);
        for line in examples.lines().skip(1) {
            roff.text([roman(line.trim_start())]);
        }
        roff.control("fi", []);
    }
    for (heading, entries) in more {
        roff.control("SH", [*heading]);
        for (term, meaning) in *entries {
            roff.control("TP", []);
            roff.text([bold(*term)]);
            roff.text([roman(*meaning)]);
        }
    }
    roff
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page as a reader of manuals sees it: without what makes letters bold or keeps them together.
    fn read(page: &str) -> String {
        let page = page.replace("\\-", "-");
        ["\\fB", "\\fI", "\\fR", "\\&"]
            .iter()
            .fold(page, |page, sign| page.replace(sign, ""))
    }

    #[test]
    fn every_command_flag_and_argument_is_in_the_manual() {
        let mut program = Cli::command();
        program.build();
        let whole = read(&page(Cli::command(), MORE).unwrap());
        let mut flags = 0;
        let mut check = |command: &clap::Command, page: &str| {
            for arg in command.get_arguments().filter(|arg| !arg.is_hide_set()) {
                let long = arg.get_long().map(|long| format!("--{long}"));
                let short = arg.get_short().map(|short| format!("-{short}"));
                let names = arg.get_value_names().filter(|_| arg.is_positional());
                let names = names.unwrap_or_default().iter().map(ToString::to_string);
                for spelling in long.into_iter().chain(short).chain(names) {
                    let at_its_end = |rest: &str| {
                        !rest.starts_with(|sign: char| sign.is_alphanumeric() || sign == '-')
                    };
                    let mut rests = page.split(spelling.as_str()).skip(1);
                    assert!(rests.any(at_its_end), "{}: {spelling}", command.get_name());
                    flags += 1;
                }
            }
        };
        check(&program, &whole);
        for command in program.get_subcommands().filter(|of| !of.is_hide_set()) {
            let name = command.get_name();
            assert!(whole.contains(&format!("neutrality-{name}(1)")), "{name}");
            let of_it = page(command.clone(), &[]).unwrap();
            check(command, &read(&of_it));
        }
        assert!(flags > 400, "{flags}");
    }
}
