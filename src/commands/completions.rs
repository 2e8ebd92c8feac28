//! `neutrality completions SHELL`: what a shell needs to complete our commands, flags and names.
//!
//! Names of events, countries and the like are those of the shipped timeline: a script is made once.

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
    let mut script = Vec::new();
    generate(
        shell,
        &mut with_names(Cli::command(), &timeline),
        "neutrality",
        &mut script,
    );
    print(&String::from_utf8_lossy(&script))
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
            .map(|event| event.id.clone())
            .collect(),
        (_, Some(facet)) if facet.flags().is_some_and(|flags| flags.takes.is_name()) => {
            let keys = facet.values(timeline).into_iter();
            let keys = keys.map(|value| value.key(timeline));
            keys.filter(|key| !key.is_empty()).collect()
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
    Some(names.into_iter().map(PossibleValue::new).collect())
}
