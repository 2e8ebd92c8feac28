//! The flags to filter by, made from the rows of the facets; the time and the words have flags of their own.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches};

use crate::selection::facet::{Facet, Flags, Takes};

/// Which events.
#[derive(Debug, Default, Clone)]
pub(crate) struct FilterArgs {
    /// What is to be shown, a facet each, in the order of the facets.
    pub include: Vec<(Facet, Named)>,
    /// What is to be left out.
    pub exclude: Vec<(Facet, Named)>,
    /// The date, as written, before which nothing is shown.
    pub from: Option<String>,
    /// The date, as written, after which nothing is shown.
    pub to: Option<String>,
    /// Words that an event must have.
    pub search: Option<String>,
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

/// The facet whose flag has this id, `country` or `without_country`.
#[must_use]
pub(crate) fn facet_of(argument: &str) -> Option<Facet> {
    let name = argument.strip_prefix("without_").unwrap_or(argument);
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
        Takes::UpTo(most) => arg.value_parser(clap::value_parser!(u8).range(1..=i64::from(most))),
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
        command
            .next_help_heading("Filter")
            .args(include)
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
        for (facet, flags) in with_flags() {
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
