//! `neutrality completions SHELL`: what a shell needs to complete our commands, flags and names.
//!
//! Names of events, countries and the like are those of the shipped timeline: a script is made once.

mod left_out;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Command, CommandFactory as _};
use clap_complete::aot::{Shell, generate};

use super::{print, progress};
use crate::citation::style;
use crate::cli::filter::facet_of;
use crate::cli::{Cli, CompletionsArgs, ShellArg};
use crate::error::Error;
use crate::files::Origin;
use crate::timeline::Timeline;

pub(super) fn run(args: &CompletionsArgs) -> Result<u8, Error> {
    let shell = match args.shell {
        ShellArg::Bash => Shell::Bash,
        ShellArg::Zsh => Shell::Zsh,
        ShellArg::Fish => Shell::Fish,
        ShellArg::PowerShell => Shell::PowerShell,
    };
    let timeline = progress::timeline(Origin::Shipped)?;
    let mut program = with_names(Cli::command(), &timeline);
    let mut script = Vec::new();
    generate(shell, &mut program, "neutrality", &mut script);
    let script = String::from_utf8_lossy(&script);
    print(&match args.shell {
        ShellArg::Bash | ShellArg::Zsh => script.into_owned(),
        ShellArg::Fish => format!("{script}{}", left_out::fish(&program)),
        ShellArg::PowerShell => left_out::with_words_for_powershell(&script, &program),
    })
}

/// The command line with the names of the timeline as the values of its arguments.
fn with_names(command: Command, timeline: &Timeline) -> Command {
    let subcommands: Vec<String> = command
        .get_subcommands()
        .map(|command| command.get_name().to_owned())
        .collect();
    let named = fill(command, timeline);
    subcommands.into_iter().fold(named, |command, name| {
        command.mut_subcommand(name, |command| fill(command, timeline))
    })
}

fn fill(command: Command, timeline: &Timeline) -> Command {
    let arguments: Vec<String> = command
        .get_arguments()
        .map(|argument| argument.get_id().to_string())
        .collect();
    arguments.into_iter().fold(command, |command, argument| {
        match names(&argument, timeline) {
            Some(names) => command.mut_arg(argument, |arg| {
                arg.value_parser(PossibleValuesParser::new(names))
            }),
            None => command,
        }
    })
}

/// What can stand for an argument, by the argument's name.
fn names(argument: &str, timeline: &Timeline) -> Option<Vec<PossibleValue>> {
    if argument == "style" {
        return Some(style::names().into_iter().map(PossibleValue::new).collect());
    }
    let names: Vec<String> = match (argument, facet_of(argument)) {
        ("event" | "events", _) => timeline
            .events
            .iter()
            .map(|event| event.id.to_string())
            .collect(),
        (_, Some(facet)) if facet.flags().is_some_and(|flags| flags.takes.is_name()) => {
            let values = facet.values(timeline).into_iter();
            values.map(|value| value.key(timeline)).collect()
        }
        ("command", _) => {
            let program = Cli::command();
            let commands = program.get_subcommands().map(Command::get_name);
            commands.map(str::to_owned).collect()
        }
        ("tour", _) => {
            let tours = timeline.tours.iter();
            tours.map(|tour| tour.id.clone()).collect()
        }
        ("passage", _) => {
            let passages = timeline.passages.iter();
            passages.map(|passage| passage.id.clone()).collect()
        }
        _ => return None,
    };
    let names = names.into_iter().filter(|name| is_one_word(name));
    Some(names.map(PossibleValue::new).collect())
}

/// Whether every shell takes a name as it stands: bash would offer the words of another one by one, and fish would run what
/// stands in its brackets.
fn is_one_word(name: &str) -> bool {
    let is_plain = |sign: char| sign.is_alphanumeric() || "-_.".contains(sign);
    !name.is_empty() && name.chars().all(is_plain)
}
