//! The flags to filter by, made from the rows of the facets; the time and the words have flags of their own.

use std::fmt;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches};

use super::words::number;
use crate::selection::facet::{Facet, Flags, Takes};
use crate::text::clean;

/// Which events.
#[derive(Debug, Default, Clone)]
pub(crate) struct FilterArgs {
    /// What is to be shown, a facet each, in the order of the facets.
    pub include: Vec<(Facet, Named)>,
    /// What an event must have, of each facet all.
    pub require: Vec<(Facet, Named)>,
    /// Countries in a role, as written: `germany:violator`.
    pub parties: Vec<String>,
    /// Filters by the names that the settings give them.
    pub named: Vec<String>,
    /// What is to be left out.
    pub exclude: Vec<(Facet, Named)>,
    /// The date, as written, before which nothing is shown.
    pub from: Option<String>,
    /// The date, as written, after which nothing is shown.
    pub to: Option<String>,
    /// Words that an event must have.
    pub search: Option<String>,
    /// Whether only what the reader has marked is to be shown.
    pub marked: bool,
}

/// What stood behind a flag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Named {
    /// Nothing: every value of the facet.
    All,
    Names(Vec<String>),
    /// This figure, and all below it.
    UpTo(u8),
}

impl FilterArgs {
    /// Whether no flag to filter by was given.
    pub(crate) fn is_empty(&self) -> bool {
        let words = [&self.from, &self.to, &self.search];
        self.include.is_empty()
            && self.exclude.is_empty()
            && self.require.is_empty()
            && self.parties.is_empty()
            && self.named.is_empty()
            && !self.marked
            && words.iter().all(|word| word.is_none())
    }

    /// Reads flags to filter by from one line, as a settings file has them.
    ///
    /// # Errors
    /// What is wrong with the line.
    pub(crate) fn of_line(line: &str) -> Result<Self, WrongFlags> {
        of_line(line)
    }

    /// Adds what other flags ask for; a time and words that are there already stay.
    pub(crate) fn add(&mut self, other: FilterArgs) {
        self.include.extend(other.include);
        self.require.extend(other.require);
        self.parties.extend(other.parties);
        self.exclude.extend(other.exclude);
        self.from = self.from.take().or(other.from);
        self.to = self.to.take().or(other.to);
        self.search = self.search.take().or(other.search);
        self.marked |= other.marked;
    }

    /// The names that are to be shown of a facet.
    pub(crate) fn names(&self, facet: Facet) -> impl Iterator<Item = &str> {
        let of_facet = self
            .include
            .iter()
            .filter(move |(other, _)| *other == facet);
        let names = of_facet.flat_map(|(_, named)| match named {
            Named::Names(names) => names.as_slice(),
            Named::All | Named::UpTo(_) => &[],
        });
        names.map(String::as_str)
    }
}

/// What is wrong with flags that a line holds, in a clean sentence.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct WrongFlags(String);

impl fmt::Display for WrongFlags {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for WrongFlags {}

/// Reads flags from one line.
///
/// # Errors
/// What is wrong with the line.
pub(crate) fn of_line<A: Args>(line: &str) -> Result<A, WrongFlags> {
    let words = split(line).ok_or_else(|| WrongFlags("a quotation mark is missing".to_owned()))?;
    let command = A::augment_args(Command::new("filter").no_binary_name(true));
    let matches = command.disable_help_flag(true).try_get_matches_from(words);
    let args = matches.and_then(|matches| A::from_arg_matches(&matches));
    args.map_err(|error| {
        let message = error.to_string();
        let first = message.lines().next().unwrap_or_default();
        // What is wrong is told with its words, which may hold anything.
        WrongFlags(clean(first.trim_start_matches("error: ")).into_owned())
    })
}

/// The words of a line; quotation marks keep spaces together, and there is no other sign.
fn split(line: &str) -> Option<Vec<String>> {
    let mut words: Vec<String> = Vec::new();
    let (mut open, mut in_word) = (None, false);
    for sign in line.chars() {
        match (open, sign) {
            (Some(quote), _) if sign == quote => open = None,
            (None, '"' | '\'') => {
                open = Some(sign);
                if !in_word {
                    words.push(String::new());
                }
                in_word = true;
            }
            (None, _) if sign.is_whitespace() => in_word = false,
            _ => {
                if !in_word {
                    words.push(String::new());
                }
                in_word = true;
                if let Some(word) = words.last_mut() {
                    word.push(sign);
                }
            }
        }
    }
    open.is_none().then_some(words)
}

/// The facet whose flag has this id, `country` or `without_country`.
#[must_use]
pub(crate) fn facet_of(argument: &str) -> Option<Facet> {
    let name = ["without_", "with_"]
        .into_iter()
        .find_map(|prefix| argument.strip_prefix(prefix))
        .unwrap_or(argument);
    let is_named = |facet: &Facet| facet.flags().is_some_and(|flags| flags.name == name);
    Facet::all().find(is_named)
}

fn with_flags() -> impl Iterator<Item = (Facet, Flags)> {
    Facet::all().filter_map(|facet| Some((facet, facet.flags()?)))
}

/// The id of `--without-NAME`.
fn exclude_id(flags: Flags) -> String {
    format!("without_{}", flags.name)
}

/// The id of `--with-NAME`.
fn require_id(flags: Flags) -> String {
    format!("with_{}", flags.name)
}

fn arg(flags: Flags, id: String, help: &'static str) -> Arg {
    let long = id.replace('_', "-");
    let arg = Arg::new(id)
        .long(long)
        .value_name(flags.value_name)
        .help(help);
    match flags.takes {
        Takes::Names => arg.action(ArgAction::Append),
        Takes::NameOrAll => arg.num_args(0..=1),
        Takes::WordOrAll(words) => arg
            .num_args(0..=1)
            .value_parser(PossibleValuesParser::new(words)),
        // A number below zero is no flag: the range says what is wrong with it.
        Takes::UpTo(most) => arg
            .allow_negative_numbers(true)
            .value_parser(number(1..=most)),
    }
}

impl Args for FilterArgs {
    fn augment_args(command: Command) -> Command {
        let date = |id: &'static str, help: &'static str| {
            // A year before Christ begins with a hyphen.
            let date = Arg::new(id).long(id).value_name("DATE").help(help);
            date.allow_hyphen_values(true)
        };
        let include =
            with_flags().map(|(_, flags)| arg(flags, flags.name.to_owned(), flags.include));
        let exclude = with_flags()
            .filter(|(_, flags)| !flags.exclude.is_empty())
            .map(|(_, flags)| arg(flags, exclude_id(flags), flags.exclude));
        let require = with_flags().filter_map(|(facet, flags)| {
            let id = require_id(flags);
            let long = id.replace('_', "-");
            let arg = Arg::new(id).long(long).value_name(flags.value_name);
            Some(arg.help(facet.require_help()?).action(ArgAction::Append))
        });
        command
            .next_help_heading("Filter")
            .arg(
                Arg::new("filter")
                    .long("filter")
                    .value_name("NAME")
                    .action(ArgAction::Append)
                    .help("The filter of this name: of the timeline, of the settings file, or named in the reader"),
            )
            .args(include)
            .arg(
                Arg::new("party")
                    .long("party")
                    .value_name("COUNTRY:ROLE")
                    .action(ArgAction::Append)
                    .help("Only events in which this country has this very role; every one that is named counts"),
            )
            .args(require)
            .arg(date(
                "from",
                "Only events that may lie at or after this date: 1914-08, August 1914, 44 BC",
            ))
            .arg(date(
                "to",
                "Only events that may lie at or before this date",
            ))
            .arg(
                Arg::new("search")
                    .long("search")
                    .value_name("TEXT")
                    .help("Only events that have all these words"),
            )
            .arg(
                Arg::new("marked")
                    .long("marked")
                    .action(ArgAction::SetTrue)
                    .help("Only events that you have marked in the reader"),
            )
            .args(exclude)
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for FilterArgs {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut args = FilterArgs::default();
        args.update_from_arg_matches(matches)?;
        Ok(args)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        let text = |id: &str| matches.get_one::<String>(id).cloned();
        self.from = text("from");
        self.to = text("to");
        self.search = text("search");
        self.marked = matches.get_flag("marked");
        let texts = |id: &str| -> Vec<String> {
            matches
                .get_many::<String>(id)
                .into_iter()
                .flatten()
                .cloned()
                .collect()
        };
        self.parties = texts("party");
        self.named = texts("filter");
        for (facet, flags) in with_flags() {
            if facet.require_help().is_some() {
                let names = texts(&require_id(flags));
                if !names.is_empty() {
                    self.require.push((facet, Named::Names(names)));
                }
            }
            let include = named(matches, flags, flags.name);
            self.include.extend(include.map(|named| (facet, named)));
            if !flags.exclude.is_empty() {
                let exclude = named(matches, flags, &exclude_id(flags));
                self.exclude.extend(exclude.map(|named| (facet, named)));
            }
        }
        Ok(())
    }
}

fn named(matches: &ArgMatches, flags: Flags, id: &str) -> Option<Named> {
    if !matches.contains_id(id) {
        return None;
    }
    if let Takes::UpTo(_) = flags.takes {
        return matches.get_one::<u8>(id).copied().map(Named::UpTo);
    }
    let names: Vec<String> = matches
        .get_many(id)
        .into_iter()
        .flatten()
        .cloned()
        .collect();
    Some(if names.is_empty() {
        Named::All
    } else {
        Named::Names(names)
    })
}
