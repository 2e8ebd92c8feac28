//! The timeline in other forms, one file a form. Nothing here knows of the terminal.

pub mod ages_svg;
pub mod csv;
mod full_json;
pub mod html;
pub mod icalendar;
pub mod json;
pub mod lanes_svg;
pub mod markdown;
pub mod reference;
pub mod schema;
mod statuses;
pub mod timelinejs;

use std::collections::HashSet;

use crate::lanes::plan::{Lane, Plan};
use crate::page::cases::answer;
use crate::page::citation;
use crate::page::evidence::in_words;
use crate::selection::filter::Filter;
use crate::selection::{facet::Facet, value::Value};
use crate::text;
use crate::timeline::date::era::{Decade, year_label};
use crate::timeline::{CountryId, Event, EventId, Evidence, Party, Stop, Timeline};

/// The program and its version, for the line that says where an export comes from.
pub const MADE_BY: &str = concat!("neutrality ", env!("CARGO_PKG_VERSION"));

/// What is exported: a timeline, and those of its events that a filter leaves.
///
/// Facts are exported whole: what an event, a claim or a span says of an event that the filter hides is still said,
/// only without a link to it.
pub struct Extract<'t> {
    /// The whole timeline, from which the rest is taken.
    pub timeline: &'t Timeline,
    /// In order of time.
    pub events: Vec<EventId>,
    filter: &'t Filter,
    chosen: HashSet<EventId>,
}

impl<'t> Extract<'t> {
    /// What a filter leaves of a timeline.
    #[must_use]
    pub fn new(timeline: &'t Timeline, filter: &'t Filter) -> Self {
        let events: Vec<EventId> = EventId::all(timeline)
            .filter(|event| filter.keeps(&timeline[*event]))
            .collect();
        Extract {
            timeline,
            chosen: events.iter().copied().collect(),
            events,
            filter,
        }
    }

    /// Whether an event is exported.
    #[must_use]
    pub fn has(&self, event: EventId) -> bool {
        self.chosen.contains(&event)
    }

    /// The events under their decades: "1830s".
    #[must_use]
    pub fn decades(&self) -> Vec<(String, &[EventId])> {
        let decade = |event: &EventId| Decade::of(self.timeline[*event].date.year());
        self.events
            .chunk_by(|a, b| decade(a) == decade(b))
            .filter_map(|events| Some((decade(events.first()?).label(), events)))
            .collect()
    }

    /// Whether a lane has anything to do with the events: of the countries asked for, else of all that take part.
    #[must_use]
    pub fn shows(&self, lane: &Lane) -> bool {
        let choices = &self.filter.choices;
        let country = Value::Country(lane.country);
        if choices.exclude.contains(&country) {
            return false;
        }
        if choices.included_of(Facet::Country).next().is_some() {
            return choices.include.contains(&country);
        }
        self.filter.is_empty() || lane.moments.iter().any(|moment| self.has(moment.event))
    }

    /// The countries of the lanes that are shown.
    #[must_use]
    pub fn countries(&self) -> HashSet<CountryId> {
        let plan = Plan::new(self.timeline);
        let shown = plan.lanes().filter(|lane| self.shows(lane));
        shown.map(|lane| lane.country).collect()
    }

    /// "190 events from 1815 to 2025.", or what was asked for and how much of the whole it is.
    #[must_use]
    pub fn in_words(&self) -> String {
        let all = self.timeline.events.len();
        if self.filter.is_empty() {
            let years = self.timeline.years.map_or_else(String::new, |(from, to)| {
                format!(" from {} to {}", year_label(from), year_label(to))
            });
            return format!("{}{years}.", text::count(all, "event"));
        }
        format!(
            "{} of {}: {}.",
            self.events.len(),
            text::count(all, "event"),
            self.filter.parts(self.timeline).join(", ")
        )
    }
}

/// "Prussia (Germany)": the name of the time, and today's where it is another.
fn called(timeline: &Timeline, party: &Party) -> String {
    let name = &timeline[party.country].name;
    match &party.called {
        Some(called) if called != name => format!("{called} ({name})"),
        _ => name.clone(),
    }
}

/// "Germany as Prussia", or the one name that there is.
fn named_as(timeline: &Timeline, party: &Party) -> String {
    let name = &timeline[party.country].name;
    match &party.called {
        Some(called) if called != name => format!("{name} as {called}"),
        _ => name.clone(),
    }
}

/// "Belgium: Neutral; Germany as Prussia: Guarantor": the form that `import` reads back.
fn parties_in_a_line(timeline: &Timeline, event: &Event) -> String {
    let party = |party: &Party| {
        let role = &timeline[party.role].label;
        format!("{}: {role}", named_as(timeline, party))
    };
    let parties: Vec<String> = event.parties.iter().map(party).collect();
    parties.join("; ")
}

/// The sources of an event with their pinpoints, "primary" where one is, and without their addresses.
fn sources_in_lines(
    timeline: &Timeline,
    event: &Event,
) -> impl Iterator<Item = (String, Option<String>)> {
    event.citations.iter().map(|citation| {
        let source = &timeline[citation.source];
        let mut text = citation::in_words(source, citation.at.as_deref());
        if citation.primary {
            text.push_str(" (primary)");
        }
        (text, source.url.clone())
    })
}

/// "supports ¶8: the guarantor broke it first": how an event bears on the claim of a stop.
fn bearing(timeline: &Timeline, stop: &Stop, event: EventId) -> Option<String> {
    let passage = stop.passage?;
    let mut links = timeline[event].links.iter();
    let link = links.find(|link| link.passage == passage)?;
    let bears = format!("{} {}", link.stance.word(), timeline[passage].mark());
    let because = link.because.as_ref();
    Some(because.map_or_else(|| bears.clone(), |because| format!("{bears}: {because}")))
}

/// "Belgium 1839: Was the state small? yes": the cell that a stop shows.
fn cell_in_words(timeline: &Timeline, stop: &Stop) -> Option<String> {
    let case = &timeline[stop.case?];
    let Some(criterion) = stop.criterion else {
        return Some(case.title.clone());
    };
    let word = answer(case, criterion).map_or("does not apply", |given| given.answer.word());
    let question = &timeline[criterion].question;
    Some(format!("{}: {question} {word}", case.title))
}

/// What a note of a hand-out says, an event with its sources, and the addresses of these.
fn note_in_words(timeline: &Timeline, evidence: &Evidence) -> (String, Vec<String>) {
    let mut words = in_words(timeline, evidence);
    let sources: Vec<(String, Option<String>)> = match evidence {
        Evidence::Event(event) => sources_in_lines(timeline, &timeline[*event]).collect(),
        Evidence::Source(source, _) => {
            return (words, timeline[*source].url.iter().cloned().collect());
        }
    };
    let named: Vec<&str> = sources.iter().map(|(source, _)| source.as_str()).collect();
    if !named.is_empty() {
        words = format!("{words}. {}", named.join("; "));
    }
    let mut addresses: Vec<String> = sources.into_iter().filter_map(|(_, url)| url).collect();
    addresses.dedup();
    (words, addresses)
}
