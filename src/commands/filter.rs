//! From the words of the command line to a filter.

use std::io::{self, Write as _};

use crate::cli::{ByArg, FilterArgs};
use crate::error::Error;
use crate::export::Extract;
use crate::lanes::plan::Plan;
use crate::selection::facet::{Facet, Value};
use crate::selection::filter::{Choices, Filter, Matching};
use crate::selection::range::Range;
use crate::selection::search::{Index, Query};
use crate::text;
use crate::timeline::{Breach, CountryId, HistoricDate, Importance, PassageId, Timeline};

/// So many names at most are told in a message.
const FEW: usize = 12;

/// The filter that the flags ask for.
pub fn filter(args: &FilterArgs, timeline: &Timeline) -> Result<Filter, Error> {
    let range = Range {
        from: args.from.as_deref().map(date).transpose()?,
        to: args.to.as_deref().map(date).transpose()?,
    };
    if range.is_backwards() {
        let [from, to] = [&args.from, &args.to].map(|date| date.as_deref().unwrap_or_default());
        return Err(Error::Request {
            message: format!(
                "nothing lies from '{}' to '{}'; the earlier date is for --from",
                text::clean(from),
                text::clean(to)
            ),
        });
    }
    Ok(Filter {
        choices: Choices {
            asked: asked(args, timeline)?,
            refused: refused(args, timeline)?,
        },
        range,
        matching: args
            .search
            .as_deref()
            .map(|words| matching(words, timeline)),
    })
}

/// The countries of the lanes that have to do with what the filter leaves, in the order of the lanes.
pub fn countries(filter: &Filter, timeline: &Timeline) -> Vec<CountryId> {
    let extract = Extract::new(timeline, filter);
    let plan = Plan::new(timeline);
    let shown = plan.lanes().filter(|lane| extract.shows(lane));
    shown.map(|lane| lane.country).collect()
}

/// Tells on standard error why an answer is empty, where it is the filter's doing; the answer stays what it is.
pub fn tell_nothing(what: &str, filter: &Filter, timeline: &Timeline) {
    if !filter.is_empty() {
        let asked = filter.parts(timeline).join(", ");
        let _ = writeln!(io::stderr(), "neutrality: no {what} is left: {asked}");
    }
}

fn asked(args: &FilterArgs, timeline: &Timeline) -> Result<Vec<Value>, Error> {
    let named = [
        (Facet::Country, &args.country),
        (Facet::Role, &args.role),
        (Facet::Kind, &args.kind),
        (Facet::Status, &args.status),
        (Facet::Stance, &args.stance),
    ];
    let mut asked = values(&named, args.linked.as_ref(), timeline)?;
    asked.extend(breaches(args.violation));
    let at_least = |importance: &Importance| {
        args.importance
            .is_some_and(|figure| importance.figure() <= figure)
    };
    let important = Importance::ALL.into_iter().filter(at_least);
    asked.extend(important.map(Value::Importance));
    Ok(asked)
}

fn refused(args: &FilterArgs, timeline: &Timeline) -> Result<Vec<Value>, Error> {
    let named = [
        (Facet::Country, &args.without_country),
        (Facet::Role, &args.without_role),
        (Facet::Kind, &args.without_kind),
        (Facet::Status, &args.without_status),
        (Facet::Stance, &args.without_stance),
    ];
    let mut refused = values(&named, args.without_linked.as_ref(), timeline)?;
    refused.extend(breaches(args.without_violation));
    Ok(refused)
}

/// What the names of the flags mean; a value that is named twice is taken once.
fn values(
    named: &[(Facet, &Vec<String>)],
    linked: Option<&Option<String>>,
    timeline: &Timeline,
) -> Result<Vec<Value>, Error> {
    let mut values = Vec::new();
    for (facet, names) in named {
        for name in *names {
            let value = called(*facet, name, timeline)?;
            if !values.contains(&value) {
                values.push(value);
            }
        }
    }
    match linked {
        None => {}
        Some(None) => values.push(Value::Linked),
        Some(Some(name)) => values.push(Value::Passage(passage(name, timeline)?)),
    }
    Ok(values)
}

/// Violations of one sort, or of every sort where the flag stands alone.
fn breaches(by: Option<Option<ByArg>>) -> Vec<Value> {
    let breach = |by| match by {
        ByArg::Guarantor => Breach::ByGuarantor,
        ByArg::Others => Breach::ByOthers,
    };
    match by {
        None => Vec::new(),
        Some(None) => Breach::ALL.map(Value::Violation).into(),
        Some(Some(by)) => vec![Value::Violation(breach(by))],
    }
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

/// The value of a facet that has the name as its id or its label, in any case.
fn called(facet: Facet, name: &str, timeline: &Timeline) -> Result<Value, Error> {
    let what = match facet {
        Facet::Country => return country(name, timeline).map(Value::Country),
        Facet::Role => "role",
        Facet::Kind => "kind",
        Facet::Status => "status",
        _ => "stance",
    };
    let wanted = name.trim().to_lowercase();
    let values = facet.values(timeline);
    let is = |known: String| known.to_lowercase() == wanted;
    let is_called = |value: &&Value| is(value.label(timeline)) || is(value.also(timeline));
    values.iter().find(is_called).copied().ok_or_else(|| {
        let ids: Vec<String> = values.iter().map(|value| value.also(timeline)).collect();
        unknown(what, name, ids.iter().map(String::as_str))
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

/// The error for a name that nothing has, with a way out: the nearest name, all of a few, or where to find them.
pub fn unknown<'a>(what: &'static str, value: &str, names: impl Iterator<Item = &'a str>) -> Error {
    let names: Vec<&str> = names.collect();
    let way_out = match text::nearest(value, names.iter().copied()) {
        Some(near) => format!("did you mean '{near}'?"),
        None if names.is_empty() => "the timeline has none".to_owned(),
        None if names.len() <= FEW => format!("it is one of: {}", names.join(", ")),
        None => where_to_look(what).to_owned(),
    };
    Error::Unknown {
        what,
        value: value.to_owned(),
        way_out,
    }
}

/// What tells all names of a sort.
fn where_to_look(what: &str) -> &'static str {
    match what {
        "event" | "event or date" => "'neutrality list' prints the ids of all",
        "passage" => "'neutrality article' prints them all",
        "command" => "'neutrality --help' lists them all",
        "style" => "'neutrality cite --styles' prints them all",
        _ => "'f' in the reader lists them all",
    }
}
