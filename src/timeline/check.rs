//! From the document to the timeline: every reference is resolved, every rule applied, every fault noted.
//!
//! Errors are what the program cannot show; warnings are what an author should look at.
//! The model that comes back may only be used when no error was found.

mod cases;
mod event;
mod events;
mod evidence;
mod figures;
mod lookup;
mod named_events;
mod order;
mod parts;
mod primary;
mod relations;
mod rules;
pub mod sources;
mod spans;
mod tours;
mod vocabulary;

use std::iter;

use super::diagnostic::{Faults, quoted};
use super::document::{Document, EventTable, FilterTable, PassageTable};
use super::model::{CountryId, Deferred, EventId, NamedFilter, Passage, Timeline};
pub(super) use event::EventChecks;
pub(super) use events::ResolvedEvents;
use evidence::Marks;
use lookup::Lookup;
pub(super) use sources::TYPES as SOURCE_TYPES;

/// Everything that can be referred to, by its id.
pub(super) struct Names {
    countries: Lookup,
    kinds: Lookup,
    roles: Lookup,
    statuses: Lookup,
    sources: Lookup,
    passages: Lookup,
    events: Lookup,
    criteria: Lookup,
    cases: Lookup,
    relations: Lookup,
}

impl Names {
    /// All but the events.
    pub(super) fn new(document: &Document, faults: &Faults) -> Self {
        Names {
            countries: vocabulary::countries_lookup(&document.countries, faults),
            kinds: Lookup::new("a kind", document.kinds.iter().map(|kind| &kind.id), faults),
            roles: Lookup::new("a role", document.roles.iter().map(|role| &role.id), faults),
            statuses: Lookup::new(
                "a status",
                document.statuses.iter().map(|status| &status.id),
                faults,
            ),
            sources: Lookup::new(
                "a source",
                document.sources.iter().map(|source| &source.id),
                faults,
            ),
            passages: Lookup::new(
                "a passage",
                document.passages.iter().map(|passage| &passage.id),
                faults,
            ),
            criteria: Lookup::new(
                "a criterion",
                document.criteria.iter().map(|criterion| &criterion.id),
                faults,
            ),
            cases: Lookup::new(
                "a case",
                document.cases.iter().filter_map(|case| case.id.as_ref()),
                faults,
            ),
            relations: relations::lookup(&document.relations, faults),
            events: Lookup::new("an event", iter::empty(), faults),
        }
    }
}

/// Builds the timeline out of the document, and of its events where they are resolved already; `source` is the text of
/// the file, for line numbers. The tables of the events come back with it where they are to be kept.
pub(super) fn check(
    mut document: Document,
    resolved: Option<ResolvedEvents>,
    source: &str,
    keeps_events: bool,
    faults: &Faults,
) -> (Timeline, Vec<EventTable>) {
    let tables = std::mem::take(&mut document.events);
    let mut names = Names::new(&document, faults);
    vocabulary::check(&document, faults);
    parts::have_parts(&document, faults);
    let (mut events, kept) = match resolved {
        Some(events) => (events, Vec::new()),
        None => resolve(tables, &document, &names, source, keeps_events, faults),
    };
    names.events = events.put_in_order(faults);
    let sides = relations::Sides::new(&document.relations);
    events.relate(&names, &sides, faults);
    let marks = Marks {
        names: &names,
        source,
        faults,
    };
    let mut timeline = Timeline {
        eras: std::mem::take(&mut document.eras),
        countries: std::mem::take(&mut document.countries)
            .into_iter()
            .map(vocabulary::country)
            .collect(),
        kinds: std::mem::take(&mut document.kinds)
            .into_iter()
            .map(vocabulary::kind)
            .collect(),
        roles: std::mem::take(&mut document.roles)
            .into_iter()
            .map(vocabulary::role)
            .collect(),
        statuses: std::mem::take(&mut document.statuses)
            .into_iter()
            .map(vocabulary::status)
            .collect(),
        stages: std::mem::take(&mut document.stages)
            .into_iter()
            .map(|stage| stage.value)
            .collect(),
        ..Timeline::default()
    };
    let (events, id_spans, tags) = events.into_parts();
    timeline.events = events;
    relations::add_inverses(&mut timeline.events, &sides);
    events::gather_places(&mut timeline);
    events::gather_tags(&mut timeline, &tags);
    timeline.spans = spans::resolve(
        std::mem::take(&mut document.spans),
        &timeline,
        &names,
        faults,
    );
    spans::gather(&mut timeline);
    spans::touch_events(&mut timeline);
    spans::find_breaches(&mut timeline);
    let lanes = document.lanes.iter();
    let lanes = lanes.filter_map(|country| names.countries.find(country, faults));
    timeline.lanes = lanes.map(CountryId::new).collect();
    timeline.criteria = cases::criteria(&document.criteria, &names, faults);
    timeline.cases = cases::resolve(&document.cases, &timeline, &marks).into();
    timeline.tours = tours::resolve(std::mem::take(&mut document.tours), &marks).into();
    timeline.filters = filters(std::mem::take(&mut document.filters), faults);
    timeline.changes = tours::changes(std::mem::take(&mut document.changes), &names, faults).into();
    timeline.passages = passages(&document.passages, &marks).into();
    figures::check(&document, &timeline, source, faults);
    parts::violations_have_spans(&timeline, &id_spans, faults);
    sources::check(&document, faults);
    rules::unused(&document, &timeline, faults);

    timeline.relations = relations::words(document.relations);
    timeline.title = document.title;
    timeline.summary = document.summary;
    timeline.parties = document.parties;
    timeline.language = document.language;
    timeline.article = document.article;
    let sources = document.sources.into_iter().map(sources::source);
    timeline.sources = sources.map(Box::new).map(Deferred::from).collect();
    timeline.untrusted_hosts = document
        .untrusted_hosts
        .into_iter()
        .map(|host| host.value)
        .collect();
    link_passages(&mut timeline);
    timeline.years = timeline.find_years();
    timeline.fullest_year = timeline.find_fullest_year();
    (timeline, kept)
}

/// The events of these tables, checked; and the tables, where they are to be kept.
fn resolve(
    tables: Vec<EventTable>,
    document: &Document,
    names: &Names,
    source: &str,
    keeps_events: bool,
    faults: &Faults,
) -> (ResolvedEvents, Vec<EventTable>) {
    let checks = EventChecks::new(document, names);
    checks.check_all(&tables, source, faults);
    if keeps_events {
        let events = ResolvedEvents::of(&tables, &checks, source, faults);
        return (events, tables);
    }
    (
        ResolvedEvents::of_owned(tables, &checks, source, faults),
        Vec::new(),
    )
}

/// Lists under every passage the events that name it.
fn link_passages(timeline: &mut Timeline) {
    let Timeline {
        events, passages, ..
    } = timeline;
    passages.change(|passages| {
        for (at, event) in events.iter().enumerate() {
            for link in &event.links {
                if let Some(passage) = passages.get_mut(link.passage.index()) {
                    passage.events.push((EventId::new(at), link.stance));
                }
            }
        }
    });
}

/// Each name is compared with all that has one in the timeline.
const MOST_FILTERS: usize = 200;

/// The filters with names; what their flags mean is known where flags are.
fn filters(tables: Vec<FilterTable>, faults: &Faults) -> Vec<NamedFilter> {
    let mut filters: Vec<NamedFilter> = Vec::new();
    if let Some(one_more) = tables.get(MOST_FILTERS) {
        let message = format!(
            "a file has at most {MOST_FILTERS} filters, and here are {}",
            tables.len()
        );
        let help = "keep some of them in the settings, or in another timeline".to_owned();
        faults.error(&one_more.id.span, message, Some(help));
    }
    for FilterTable { id, title, flags } in tables.into_iter().take(MOST_FILTERS) {
        if filters.iter().any(|known| known.id == id.value) {
            let id_in_words = quoted(&id.value);
            let message = format!("the id {id_in_words} already belongs to another filter");
            let help = "an id is used once; choose another".to_owned();
            faults.error(&id.span, message, Some(help));
        }
        filters.push(NamedFilter {
            id: id.value,
            id_at: id.span,
            title,
            flags: flags.value,
            flags_at: flags.span,
        });
    }
    filters
}

fn passages(tables: &[PassageTable], marks: &Marks) -> Vec<Passage> {
    let passage = |table: &PassageTable| Passage {
        id: table.id.value.clone(),
        paragraph: table.paragraph,
        section: table.section.clone(),
        heading: table.heading.clone().unwrap_or_default(),
        claim: table.claim.clone(),
        record: marks.paragraphs(&table.record),
        events: Vec::new(),
    };
    tables.iter().map(passage).collect()
}
