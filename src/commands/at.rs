//! `neutrality at DATE`: every country's status at a date, its title and guarantors, and the event behind it.

use super::{answer, filter, progress};
use crate::cli::{AnswerFormat, AtArgs};
use crate::error::Error;
use crate::files::Origin;
use crate::selection::facet::Facet;
use crate::selection::filter::{Filter, FilterPart};
use crate::selection::value::Value;
use crate::timeline::{CountryId, Timeline};

pub(super) fn run(args: &AtArgs) -> Result<u8, Error> {
    let date = filter::date(&args.date)?;
    let origin = Origin::new(args.file.file.as_deref());
    let timeline = progress::timeline(origin)?;
    let filter = filter::filter(&args.filter, &timeline, origin)?;
    let named: Vec<CountryId> = args
        .filter
        .names(Facet::Country)
        .map(|name| filter::country(name, &timeline))
        .collect::<Result<_, _>>()?;
    let is_asked_for_all = named.is_empty();
    let countries = if is_asked_for_all {
        filter::countries(&filter, &timeline)
    } else {
        narrowed(named, &filter, &timeline)
    };
    if countries.is_empty() && !timeline.spans.is_empty() {
        match (args.answer.format(), args.answer.form) {
            (AnswerFormat::Text, _) | (_, Some(_)) => {
                filter::warn_of_no_match("country", &filter, &timeline);
                return Ok(0);
            }
            // Programs see the empty list.
            _ => {}
        }
    }
    answer::statuses(&timeline, &date, &countries, &args.answer, args.ascii)
}

/// A named country is told of even without a lane, in the order of the arguments; what else is asked for narrows them.
fn narrowed(mut named: Vec<CountryId>, filter: &Filter, timeline: &Timeline) -> Vec<CountryId> {
    let rest = filter.without(FilterPart::Include(Facet::Country));
    if rest.is_empty() {
        return named;
    }
    named.retain(|country| {
        let mut own = rest.clone();
        own.choices.include.push(Value::Country(*country));
        timeline.events.iter().any(|event| own.keeps(event))
    });
    named
}
