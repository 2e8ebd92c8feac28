//! Events: put in order of time, related to each other, and what all of them have in common.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};
use std::mem;
use std::ops::Range;

use compact_str::CompactString;
use foldhash::quality::RandomState;
use indexmap::IndexSet;

use super::event::{EventChecks, IdSpan, NamedRelations};
use super::lookup::Lookup;
use super::relations::Sides;
use super::{Names, order};
use crate::text::fold::fold;
use crate::timeline::diagnostic::Faults;
use crate::timeline::document::{EventTable, Reference};
use crate::timeline::model::{Event, EventId, PlaceId, Relation, TagId, Timeline};
use crate::timeline::shares;
use crate::timeline::table_reader::{Located, all};

/// The events of a file with all their references but those to each other; in the order of the file, and from
/// [`ResolvedEvents::put_in_order`] on in that of time.
#[derive(Debug)]
pub(in crate::timeline) struct ResolvedEvents {
    events: Vec<Event>,
    /// Where each event has its id.
    id_spans: Vec<IdSpan>,
    /// The events that are related to others, by their places.
    related: Vec<(usize, NamedRelations)>,
    /// The tags of the events, each once; their ids are the places in here until all are gathered.
    tags: Tags,
    /// From here on the lines of the file are counted.
    start: usize,
    /// Where the last event begins, and its line.
    last: usize,
    line: u32,
}

impl ResolvedEvents {
    /// No events yet, with room for some, of which the first begins at this byte.
    pub(in crate::timeline) fn from(start: usize, capacity: usize) -> Self {
        ResolvedEvents {
            events: Vec::with_capacity(capacity),
            id_spans: Vec::with_capacity(capacity),
            related: Vec::new(),
            tags: Tags::default(),
            start,
            last: start,
            line: 1,
        }
    }

    /// The events of these tables, by all processors at once.
    pub(super) fn of(
        tables: &[EventTable],
        checks: &EventChecks,
        source: &str,
        faults: &Faults,
    ) -> Self {
        let resolve = |tables: &[EventTable], faults: &Faults| {
            let start = tables.first().map_or(0, |table| table.span.start);
            let mut events = ResolvedEvents::from(start, tables.len());
            for table in tables {
                events.push(Cow::Borrowed(table), checks, source, faults);
            }
            events
        };
        let done = shares::work(tables, shares::number(source.len()), faults, resolve);
        Self::joined(done, source)
    }

    /// The same of tables of which nobody has need after that: each gives its memory back before the next one takes some.
    pub(super) fn of_owned(
        tables: Vec<EventTable>,
        checks: &EventChecks,
        source: &str,
        faults: &Faults,
    ) -> Self {
        let mut events = ResolvedEvents::from(0, tables.len());
        for table in tables {
            events.push(Cow::Owned(table), checks, source, faults);
        }
        events
    }

    /// Adds an event behind all others, which ends at this byte; whether nothing is wrong with any.
    pub(in crate::timeline) fn add(
        &mut self,
        table: EventTable,
        end: usize,
        checks: &EventChecks,
        source: &str,
        faults: &Faults,
    ) -> bool {
        checks.check(&table, end, source, faults);
        self.push(Cow::Owned(table), checks, source, faults);
        faults.is_empty()
    }

    fn push(
        &mut self,
        table: Cow<EventTable>,
        checks: &EventChecks,
        source: &str,
        faults: &Faults,
    ) {
        let start = table.span.start;
        let tags = table.tags.iter().map(|tag| self.tags.id(tag)).collect();
        let Some((mut event, id_span, related)) = checks.resolve(table, faults) else {
            return;
        };
        event.tags = tags;
        self.line += line_breaks(source, self.last..start);
        self.last = self.last.max(start);
        event.line = self.line;
        if !related.is_empty() {
            self.related.push((self.events.len(), related));
        }
        self.events.push(event);
        self.id_spans.push(id_span);
    }

    /// All shares of the events of a file, behind one another.
    pub(in crate::timeline) fn joined(shares: Vec<Self>, source: &str) -> Self {
        let number: usize = shares.iter().map(|share| share.events.len()).sum();
        let mut shares = shares.into_iter();
        let mut all = shares.next().unwrap_or_else(|| Self::from(0, 0));
        all.events.reserve_exact(number - all.events.len());
        all.id_spans.reserve_exact(number - all.id_spans.len());
        let before = line_breaks(source, 0..all.start);
        all.events.iter_mut().for_each(|event| event.line += before);
        all.line += before;
        for share in shares {
            let before = all.line - 1 + line_breaks(source, all.last..share.start);
            let tags: Vec<TagId> = share.tags.0.iter().map(|tag| all.tags.id(tag)).collect();
            let moved = |mut event: Event| {
                event.line += before;
                event
                    .tags
                    .iter_mut()
                    .for_each(|tag| *tag = tags[tag.index()]);
                event
            };
            let first = all.events.len();
            let related = share.related.into_iter();
            all.related
                .extend(related.map(|(at, named)| (first + at, named)));
            all.events.extend(share.events.into_iter().map(moved));
            all.id_spans.extend(share.id_spans);
            (all.last, all.line) = (share.last, share.line + before);
        }
        all
    }

    /// Puts the events in order of time; the answer is their ids, of which one that stands twice is reported in the order
    /// of the file.
    pub(super) fn put_in_order(&mut self, faults: &Faults) -> Lookup {
        let mut order: Vec<usize> = (0..self.events.len()).collect();
        order.sort_by(|a, b| self.events[*a].date.order(&self.events[*b].date));
        let mut places = vec![0; order.len()];
        for (time, at) in order.into_iter().enumerate() {
            places[at] = time;
        }
        for (at, _) in &mut self.related {
            *at = places[*at];
        }
        self.related.sort_by_key(|(at, _)| *at);
        let in_file = self.events.iter().zip(&self.id_spans).zip(&places);
        let ids = in_file
            .filter(|((event, _), _)| !event.id.is_empty())
            .map(|((event, span), place)| (*place, event.id.as_str(), span.range()));
        let ids = Lookup::indexed("an event", ids, faults);
        for at in 0..places.len() {
            // Each exchange brings one event to its place.
            while places[at] != at {
                let place = places[at];
                self.events.swap(at, place);
                self.id_spans.swap(at, place);
                places.swap(at, place);
            }
        }
        ids
    }

    /// Relates the events, now in order of time, to those that they name.
    pub(super) fn relate(&mut self, names: &Names, sides: &Sides, faults: &Faults) {
        for (at, related) in mem::take(&mut self.related) {
            order::check(at, &related, &self.events, &names.events, sides, faults);
            let relation = |(event, label): &(Reference, Located<String>)| {
                relation(event, label, names, faults)
            };
            let related = all(&related, relation);
            self.events[at]
                .details
                .change(|details| details.related = related.into());
        }
    }

    /// The events, where in the file they have their ids, and their tags, which are still to be gathered.
    pub(super) fn into_parts(self) -> (Vec<Event>, Vec<IdSpan>, Tags) {
        (self.events, self.id_spans, self.tags)
    }
}

/// The tags of events, each once, in the order in which they were met.
#[derive(Debug, Default)]
pub(super) struct Tags(IndexSet<CompactString, RandomState>);

impl Tags {
    /// The place of a tag, which gets one if it has none.
    fn id(&mut self, tag: &str) -> TagId {
        let known = self.0.get_index_of(tag);
        TagId::new(known.unwrap_or_else(|| self.0.insert_full(tag.into()).0))
    }
}

/// How many lines end in a part of a text; no file is so large that there were more of them.
fn line_breaks(text: &str, part: Range<usize>) -> u32 {
    let part = text.as_bytes().get(part).unwrap_or_default();
    u32::try_from(memchr::memchr_iter(b'\n', part).count()).unwrap_or(u32::MAX)
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

/// Keeps every place of the events once, and gives each event the id of its own.
pub(super) fn gather_places(timeline: &mut Timeline) {
    let places = timeline.events.iter();
    let places: HashSet<&str> = places
        .filter_map(|event| event.texts.place.as_deref())
        .collect();
    let mut places: Vec<String> = places.into_iter().map(str::to_owned).collect();
    places.sort();
    for event in &mut timeline.events {
        let place = event.texts.place.as_deref();
        let find = |place| places.binary_search_by(|one| one.as_str().cmp(place));
        let index = place.and_then(|place| find(place).ok());
        event.place_id = index.map(PlaceId::new);
    }
    timeline.places = places;
}

/// Keeps the tags in the order of the alphabet, and gives each event the ids of its own, in their order and each once.
pub(super) fn gather_tags(timeline: &mut Timeline, Tags(tags): &Tags) {
    let mut order: Vec<usize> = (0..tags.len()).collect();
    order.sort_by_cached_key(|at| (fold(&tags[*at]), &tags[*at]));
    let mut ids = vec![0; tags.len()];
    for (place, at) in order.iter().enumerate() {
        ids[*at] = place;
    }
    for event in &mut timeline.events {
        let own = event.tags.iter();
        let own: BTreeSet<TagId> = own.map(|tag| TagId::new(ids[tag.index()])).collect();
        event.tags = own.into_iter().collect();
    }
    timeline.tags = order.iter().map(|at| tags[*at].to_string()).collect();
}
