//! Events: put in order of time, their references resolved.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::HashMap;
use std::mem;
use std::ops::Range;
use std::sync::Arc;

use super::Names;
use super::lookup::Lookup;
use crate::text::fold::fold;
use crate::timeline::HistoricDate;
use crate::timeline::diagnostic::Faults;
use crate::timeline::document::{
    CitationTable, EventTable, ImageTable, LinkTable, MilestoneTable, PartyTable, ReadingTable,
    Reference,
};
use crate::timeline::model::{
    ArticleLink, Citation, CountryId, Event, EventDetails, EventId, Image, ImageFile, KindId,
    Milestone, Party, PassageId, PlaceId, Reading, Relation, RoleId, SourceId, TagId, Timeline,
};
use crate::timeline::shares;
use crate::timeline::table_reader::{Located, all};

/// Places of the events in the file, in order of time; an event without a date is at fault and comes last.
pub(super) fn in_order_of_time(events: &[EventTable]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..events.len()).collect();
    order.sort_by(|a, b| match (&events[*a].date, &events[*b].date) {
        (Some(a), Some(b)) => a.value.order(&b.value),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    });
    order
}

/// Ids of the events with their indices in order of time; duplicates are reported in the order of the file.
pub(super) fn lookup(events: &[EventTable], order: &[usize], faults: &Faults) -> Lookup {
    let mut index = vec![0; events.len()];
    for (time, at) in order.iter().enumerate() {
        index[*at] = time;
    }
    let ids = events
        .iter()
        .enumerate()
        .filter_map(|(at, event)| Some((index[at], event.id.as_ref()?)));
    Lookup::indexed("an event", ids, faults)
}

/// Where in the file the events have their ids, in order of time.
pub(super) fn id_spans(events: &[EventTable], order: &[usize]) -> Vec<Range<usize>> {
    let id_span = |event: &EventTable| {
        let id = event.id.as_ref();
        id.map_or(event.span.clone(), |id| id.span.clone())
    };
    order.iter().map(|at| id_span(&events[*at])).collect()
}

/// The events in order of time, by all processors at once.
pub(super) fn resolve(
    events: &[EventTable],
    order: &[usize],
    names: &Names,
    source: &str,
    faults: &Faults,
) -> Vec<Event> {
    let lines = lines(events, source);
    let resolve = |order: &[usize], faults: &Faults| -> Vec<Event> {
        let one = |at: &usize| resolve_one(Cow::Borrowed(&events[*at]), lines[*at], names, faults);
        order.iter().filter_map(one).collect()
    };
    let done = shares::work(order, shares::number(source.len()), faults, resolve);
    let mut all = Vec::with_capacity(events.len());
    all.extend(done.into_iter().flatten());
    all
}

/// The same of events of which nobody has need after that: each gives its memory back before the next one takes some.
pub(super) fn resolve_and_drop(
    mut events: Vec<EventTable>,
    order: &[usize],
    names: &Names,
    source: &str,
    faults: &Faults,
) -> Vec<Event> {
    let lines = lines(&events, source);
    let mut all = Vec::with_capacity(events.len());
    all.extend(order.iter().filter_map(|at| {
        let event = mem::take(&mut events[*at]);
        resolve_one(Cow::Owned(event), lines[*at], names, faults)
    }));
    all
}

/// The line of the file on which each event begins, counted from 1.
fn lines(events: &[EventTable], source: &str) -> Vec<usize> {
    let mut line = 1;
    let mut seen = 0;
    let mut lines = Vec::with_capacity(events.len());
    for event in events {
        let start = event.span.start.min(source.len());
        if start >= seen {
            line += memchr::memchr_iter(b'\n', &source.as_bytes()[seen..start]).count();
            seen = start;
        }
        lines.push(line);
    }
    lines
}

/// An event whose references are resolved; what it has of its own is moved into it where the table is not kept.
fn resolve_one(
    table: Cow<EventTable>,
    line: usize,
    names: &Names,
    faults: &Faults,
) -> Option<Event> {
    let kind = table.kind.as_ref();
    let kind = kind.and_then(|kind| names.kinds.find(kind, faults));
    let details = details(&table, names, faults);
    let link = |link: &LinkTable| {
        let passage = names.passages.find(&link.passage, faults);
        Some(ArticleLink {
            passage: PassageId::new(found(passage, "a link to the article", faults)?),
            stance: link.stance,
            because: link.because.clone(),
        })
    };
    let milestone = |milestone: &MilestoneTable| {
        Some(Milestone {
            stage: milestone.stage.value.clone(),
            date: milestone.date.clone(),
        })
    };
    let links = all(&table.links, link);
    let milestones = all(&table.milestones, milestone);
    let parties = all(&table.parties, |party| resolve_party(party, names, faults));
    let importance = table.importance;
    let (id, date, title) = match table {
        Cow::Owned(table) => (table.id, table.date, table.title),
        Cow::Borrowed(table) => (table.id.clone(), table.date.clone(), table.title.clone()),
    };
    Some(Event {
        details: Box::new(details).into(),
        links: links.into(),
        milestones: milestones.into(),
        statuses: Vec::new(),
        breach: None,
        parties,
        id: id.map(|id| id.value).unwrap_or_default(),
        // The fault has been noted and forbids the timeline; the other checks go on.
        date: date.map(|date| date.value).or_else(HistoricDate::unknown)?,
        place_id: None,
        tags: Vec::new(),
        title: title.unwrap_or_default(),
        kind: kind.map(KindId::new),
        importance,
        line,
    })
}

fn details(table: &EventTable, names: &Names, faults: &Faults) -> EventDetails {
    let source = |reference: &Reference| {
        let source = names.sources.find(reference, faults);
        found(source, "a citation", faults).map(SourceId::new)
    };
    let citation = |citation: &CitationTable| {
        Some(Citation {
            source: source(&citation.source)?,
            at: citation.at.clone(),
            primary: citation.primary,
        })
    };
    let reading = |reading: &ReadingTable| {
        Some(Reading {
            source: source(&reading.source)?,
            date: reading.date.clone(),
            at: reading.at.clone(),
        })
    };
    let related =
        |(event, label): &(Reference, Located<String>)| relation(event, label, names, faults);
    EventDetails {
        citations: all(&table.sources, citation),
        readings: all(&table.readings, reading),
        related: all(&table.related, related),
        image: table.image.as_deref().map(image).map(Box::new),
        own: Arc::clone(&table.own),
    }
}

/// What a reference leads to; the rules that ask whether something is missing must know of one that leads nowhere.
fn found(index: Option<usize>, what: &'static str, faults: &Faults) -> Option<usize> {
    if index.is_none() {
        faults.lose(what);
    }
    index
}

/// Keeps every place of the events once, and gives each event the id of its own.
pub(super) fn gather_places(timeline: &mut Timeline) {
    let events = timeline.events.iter();
    let mut places: Vec<String> = events
        .filter_map(|event| event.texts.place.clone())
        .collect();
    places.sort();
    places.dedup();
    for event in &mut timeline.events {
        let place = event.texts.place.as_ref();
        let index = place.and_then(|place| places.binary_search(place).ok());
        event.place_id = index.map(PlaceId::new);
    }
    timeline.places = places;
}

/// Keeps every tag of the events once, and gives each event the ids of its own; `tagged` is in the order of the events.
pub(super) fn gather_tags(timeline: &mut Timeline, tagged: &[Arc<[String]>]) {
    let mut tags: Vec<String> = tagged.iter().flat_map(|tags| &**tags).cloned().collect();
    tags.sort_by_cached_key(|tag| (fold(tag), tag.clone()));
    tags.dedup();
    let places: HashMap<&str, usize> = tags.iter().map(String::as_str).zip(0..).collect();
    for (event, words) in timeline.events.iter_mut().zip(tagged) {
        let ids = words
            .iter()
            .filter_map(|word| places.get(word.as_str()).copied());
        let mut ids: Vec<TagId> = ids.map(TagId::new).collect();
        ids.sort();
        ids.dedup();
        event.tags = ids;
    }
    timeline.tags = tags;
}

fn image(table: &ImageTable) -> Image {
    Image {
        url: table.url.as_ref().map(|url| url.value.clone()),
        file: table.file.as_ref().map(|file| ImageFile {
            written: file.value.clone(),
            at: file.span.clone(),
        }),
        alt: table.alt.clone(),
        credit: table.credit.clone(),
    }
}

fn resolve_party(table: &PartyTable, names: &Names, faults: &Faults) -> Option<Party> {
    let country = names
        .countries
        .find(&table.country, faults)
        .map(CountryId::new);
    let role = names.roles.find(&table.role, faults).map(RoleId::new);
    if country.is_none() || role.is_none() {
        faults.lose("a party");
    }
    Some(Party {
        country: country?,
        role: role?,
        called: table.called.clone(),
    })
}

fn relation(
    event: &Reference,
    label: &Located<String>,
    names: &Names,
    faults: &Faults,
) -> Option<Relation> {
    if !names.relations.is_empty() {
        names.relations.find(label, faults)?;
    }
    Some(Relation {
        event: EventId::new(names.events.find(event, faults)?),
        label: label.value.clone(),
    })
}
