//! From the words of the command line to a filter.

use std::io::{self, Write as _};

use std::collections::HashSet;

use super::{answer, named_filters, notebook, warn};
use crate::cli::FilterArgs;
use crate::cli::filter::Named;
use crate::error::Error;
use crate::export::Extract;
use crate::files::Origin;
use crate::lanes::plan::Plan;
use crate::notes::places::{marked_events, places};
use crate::selection::facet::Facet;
use crate::selection::filter::{Choices, Filter, TextFilter};
use crate::selection::range::Range;
use crate::selection::requirement::Requirement;
use crate::selection::search::{Index, Query};
use crate::selection::value::Value;
use crate::text;
use crate::timeline::date::words;
use crate::timeline::{CountryId, HistoricDate, PassageId, Timeline, TourId};

/// The most names that a message lists.
const FEW: usize = 12;

/// The filter that the flags describe; the reader's own marks and names are those of the timeline's file.
pub(crate) fn filter(
    args: &FilterArgs,
    timeline: &Timeline,
    origin: Origin,
) -> Result<Filter, Error> {
    if !args.named.is_empty() {
        return filter(
            &named_filters::put_in(args, timeline, origin)?,
            timeline,
            origin,
        );
    }
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
            include: values(&args.include, timeline)?,
            require: requirements(args, timeline)?,
            exclude: values(&args.exclude, timeline)?,
        },
        range,
        text: args
            .search
            .as_deref()
            .map(|words| with_words(words, timeline)),
        marked: match args.marked {
            true => Some(marked(timeline, origin)?),
            false => None,
        },
    })
}

/// Ids of the events that the reader has marked.
fn marked(timeline: &Timeline, origin: Origin) -> Result<HashSet<String>, Error> {
    // Where marks cannot be kept, the reason is the answer.
    let notebook = notebook::file(origin)?.load()?;
    let places = places(&notebook, timeline);
    match places.iter().filter(|place| place.is_none()).count() {
        // Of nothing but such marks the answer itself tells.
        0 => {}
        gone if gone == places.len() => {}
        gone => warn(&format!(
            "{gone} of {} {} on what is no longer in this timeline; 'neutrality notes' lists it",
            text::count(places.len(), "mark"),
            if gone == 1 { "is" } else { "are" }
        )),
    }
    let events = marked_events(&notebook, timeline).into_iter();
    Ok(events.map(|event| timeline[event].id.to_string()).collect())
}

/// The countries of the lanes that have to do with what the filter leaves, in the order of the lanes.
pub(super) fn countries(filter: &Filter, timeline: &Timeline) -> Vec<CountryId> {
    let extract = Extract::new(timeline, filter);
    let plan = Plan::new(timeline);
    let shown = plan.lanes().filter(|lane| extract.shows(lane));
    shown.map(|lane| lane.country).collect()
}

/// Says on standard error why an answer is empty, where it is the filter's doing; the answer stays what it is.
pub(super) fn warn_of_no_match(what: &str, filter: &Filter, timeline: &Timeline) {
    if !filter.is_empty() {
        let parts = filter.parts(timeline).join(", ");
        let _ = writeln!(io::stderr(), "neutrality: no {what} is left: {parts}");
        if let Some(note) = time_beyond(filter, timeline) {
            warn(&note);
        }
    }
}

/// Says that the time that is asked for lies before or after all that is recorded: it alone leaves nothing then.
fn time_beyond(filter: &Filter, timeline: &Timeline) -> Option<String> {
    let time = Filter {
        range: filter.range.clone(),
        ..Filter::default()
    };
    if timeline.events.iter().any(|event| time.keeps(event)) {
        return None;
    }
    let mut bounds = [&time.range.from, &time.range.to].into_iter().flatten();
    bounds.find_map(|date| answer::beyond_the_record(timeline, date))
}

/// What every event must have: the values behind `--with-NAME`, and the parties.
fn requirements(args: &FilterArgs, timeline: &Timeline) -> Result<Vec<Requirement>, Error> {
    let values = values(&args.require, timeline)?.into_iter();
    let mut required: Vec<Requirement> = values.map(Requirement::Value).collect();
    for written in &args.parties {
        let Some((name, role)) = written.rsplit_once(':') else {
            return Err(Error::Request {
                message: format!(
                    "'{}' is no party; it is a country and its role: --party germany:violator",
                    text::clean(written)
                ),
            });
        };
        let country = country(name, timeline)?;
        if let Value::Role(role) = called(Facet::Role, role, timeline)? {
            required.push(Requirement::Party(country, role));
        }
    }
    Ok(required)
}

/// The values that the flags name; a value that is named twice is taken once.
fn values(args: &[(Facet, Named)], timeline: &Timeline) -> Result<Vec<Value>, Error> {
    let mut values = Vec::new();
    for (facet, named) in args {
        let of_facet = match named {
            Named::Names(names) => {
                let called = names.iter().map(|name| called(*facet, name, timeline));
                called.collect::<Result<Vec<Value>, Error>>()?
            }
            Named::All => all(*facet, timeline),
            Named::UpTo(figure) => facet
                .values(timeline)
                .into_iter()
                .take(usize::from(*figure))
                .collect(),
        };
        for value in of_facet {
            if !values.contains(&value) {
                values.push(value);
            }
        }
    }
    Ok(values)
}

/// Every value of a facet, as briefly as possible.
fn all(facet: Facet, timeline: &Timeline) -> Vec<Value> {
    match facet {
        Facet::Article => vec![Value::Linked],
        _ => facet.values(timeline),
    }
}

/// A date on the command line, in EDTF or in words; what can be read in two ways is an error with both.
pub(super) fn date(written: &str) -> Result<HistoricDate, Error> {
    words::read(written).map_err(|source| Error::Date {
        value: written.to_owned(),
        source,
    })
}

/// The country that a name on the command line means.
pub(super) fn country(name: &str, timeline: &Timeline) -> Result<CountryId, Error> {
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

/// The value of a facet that a name on the command line means.
fn called(facet: Facet, name: &str, timeline: &Timeline) -> Result<Value, Error> {
    match facet {
        Facet::Country => country(name, timeline).map(Value::Country),
        Facet::Article => passage(name, timeline).map(Value::Passage),
        _ => facet.value_called(name, timeline).ok_or_else(|| {
            let noun = facet.flags().map_or("value", |flags| flags.noun);
            let values = facet.values(timeline);
            let keys: Vec<String> = values.iter().map(|value| value.key(timeline)).collect();
            unknown(noun, name, keys.iter().map(String::as_str))
        }),
    }
}

/// A passage by its id, or by its paragraph with or without the sign: `6`, `¶6`.
pub(super) fn passage(name: &str, timeline: &Timeline) -> Result<PassageId, Error> {
    timeline.passage_called(name).ok_or_else(|| {
        unknown(
            "passage",
            name,
            timeline.passages.iter().map(|passage| passage.id.as_str()),
        )
    })
}

/// The tour that an id on the command line means; one without stops leads nowhere.
pub(super) fn tour(id: &str, timeline: &Timeline) -> Result<TourId, Error> {
    let ids = || timeline.tours.iter().map(|tour| tour.id.as_str());
    let found = timeline.tour_called(id);
    let tour = found.ok_or_else(|| unknown("tour", id, ids()))?;
    match timeline[tour].stops.is_empty() {
        true => Err(Error::Request {
            message: format!("the tour '{}' has no stops", text::clean(id)),
        }),
        false => Ok(tour),
    }
}

fn with_words(words: &str, timeline: &Timeline) -> TextFilter {
    let found = Index::new(timeline).find(&Query::new(words), timeline);
    TextFilter {
        words: text::clean(words).into_owned(),
        events: found
            .iter()
            .map(|id| timeline[*id].id.to_string())
            .collect(),
    }
}

/// The error for a word that a flag does not take: the few that it takes are all named.
pub(super) fn unknown_value<'a>(
    what: &str,
    value: &str,
    words: impl Iterator<Item = &'a str>,
) -> Error {
    let words: Vec<&str> = words.collect();
    let (value, words) = (text::clean(value), words.join(", "));
    Error::Request {
        message: format!("no {what} is called '{value}'; it is one of: {words}"),
    }
}

/// The error for a name that nothing has, with a suggestion: the nearest name, all of a few, or where to find them.
pub(super) fn unknown<'a>(
    what: &'static str,
    value: &str,
    names: impl Iterator<Item = &'a str>,
) -> Error {
    let names: Vec<&str> = names.collect();
    let suggestion = match text::nearest(value, names.iter().copied()) {
        Some(near) => format!("did you mean '{near}'?"),
        None if names.is_empty() => "the timeline has none".to_owned(),
        None if names.len() <= FEW => format!("it is one of: {}", names.join(", ")),
        None => where_to_look(what).to_owned(),
    };
    Error::Unknown {
        what,
        value: value.to_owned(),
        suggestion,
    }
}

/// The command or key that lists all names of a sort.
fn where_to_look(what: &str) -> &'static str {
    match what {
        "event" | "event or date" => "'neutrality list' prints the ids of all",
        "tour" => "'neutrality tour' prints them all",
        "passage" => "'neutrality passages' prints them all",
        "command" => "'neutrality --help' lists them all",
        "style" => "'neutrality cite --styles' prints them all",
        "country" => "'neutrality countries' prints them all",
        "role" => "'neutrality roles' prints them all",
        "kind" => "'neutrality kinds' prints them all",
        "status" => "'neutrality statuses' prints them all",
        "place" => "'neutrality places' prints them all",
        _ => "'neutrality --help' says more",
    }
}
