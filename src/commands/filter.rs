//! From the words of the command line to a filter.

use crate::cli::FilterArgs;
use crate::error::Error;
use crate::selection::filter::{Filter, Linked, Matching};
use crate::selection::search::{Index, Query};
use crate::text;
use crate::timeline::{CountryId, HistoricDate, KindId, PassageId, RoleId, Timeline};

/// The filter that the flags ask for.
pub fn filter(args: &FilterArgs, timeline: &Timeline) -> Result<Filter, Error> {
    Ok(Filter {
        countries: args
            .country
            .iter()
            .map(|name| country(name, timeline))
            .collect::<Result<_, _>>()?,
        roles: args
            .role
            .iter()
            .map(|name| role(name, timeline))
            .collect::<Result<_, _>>()?,
        kinds: args
            .kind
            .iter()
            .map(|name| kind(name, timeline))
            .collect::<Result<_, _>>()?,
        from: args.from.as_deref().map(date).transpose()?,
        to: args.to.as_deref().map(date).transpose()?,
        linked: match &args.linked {
            None => None,
            Some(None) => Some(Linked::Anywhere),
            Some(Some(name)) => Some(Linked::To(passage(name, timeline)?)),
        },
        matching: args
            .search
            .as_deref()
            .map(|words| matching(words, timeline)),
    })
}

/// A date on the command line, with the same help as in a file.
pub fn date(written: &str) -> Result<HistoricDate, Error> {
    HistoricDate::parse(written).map_err(|fault| Error::Date {
        value: written.to_owned(),
        reason: fault.reason,
        proposal: fault.proposal,
    })
}

/// The country that a name on the command line means.
pub fn country(name: &str, timeline: &Timeline) -> Result<CountryId, Error> {
    timeline.country_called(name).ok_or_else(|| {
        let names = timeline.countries.iter().flat_map(|country| {
            [&country.name, &country.id]
                .into_iter()
                .chain(&country.aliases)
                .map(String::as_str)
        });
        unknown("country", name, names)
    })
}

fn role(name: &str, timeline: &Timeline) -> Result<RoleId, Error> {
    let found =
        RoleId::all(timeline).find(|id| is(name, &[&timeline[*id].id, &timeline[*id].label]));
    found.ok_or_else(|| {
        unknown(
            "role",
            name,
            timeline.roles.iter().map(|role| role.id.as_str()),
        )
    })
}

fn kind(name: &str, timeline: &Timeline) -> Result<KindId, Error> {
    let found =
        KindId::all(timeline).find(|id| is(name, &[&timeline[*id].id, &timeline[*id].label]));
    found.ok_or_else(|| {
        unknown(
            "kind",
            name,
            timeline.kinds.iter().map(|kind| kind.id.as_str()),
        )
    })
}

/// A passage by its id, or by its paragraph with or without the sign: `6`, `¶6`.
pub fn passage(name: &str, timeline: &Timeline) -> Result<PassageId, Error> {
    let paragraph: Option<u32> = name.trim_start_matches('¶').parse().ok();
    let found = PassageId::all(timeline).find(|id| {
        let passage = &timeline[*id];
        passage.id == name || (paragraph.is_some() && passage.paragraph == paragraph)
    });
    found.ok_or_else(|| {
        unknown(
            "passage",
            name,
            timeline.passages.iter().map(|passage| passage.id.as_str()),
        )
    })
}

fn matching(words: &str, timeline: &Timeline) -> Matching {
    let found = Index::new(timeline).find(&Query::new(words), timeline);
    Matching {
        text: text::clean(words).into_owned(),
        events: found.iter().map(|id| timeline[*id].id.clone()).collect(),
    }
}

fn is(name: &str, known: &[&str]) -> bool {
    known
        .iter()
        .any(|known| known.to_lowercase() == name.trim().to_lowercase())
}

/// The error for a name that nothing has, with the nearest that something has.
pub fn unknown<'a>(what: &'static str, value: &str, names: impl Iterator<Item = &'a str>) -> Error {
    Error::Unknown {
        what,
        value: value.to_owned(),
        near: text::nearest(value, names).map(str::to_owned),
    }
}
