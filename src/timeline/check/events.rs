//! Events: put in order of time, related to each other, and what all of them have in common.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::mem;

use super::event::{EventChecks, EventRest};
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
#[derive(Debug, Default)]
pub(in crate::timeline) struct ResolvedEvents {
    events: Vec<Event>,
    /// One of each event.
    rests: Vec<EventRest>,
}

impl ResolvedEvents {
    pub(in crate::timeline) fn with_capacity(events: usize) -> Self {
        ResolvedEvents {
            events: Vec::with_capacity(events),
            rests: Vec::with_capacity(events),
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
            let mut events = ResolvedEvents::with_capacity(tables.len());
            for table in tables {
                events.push(checks.resolve(Cow::Borrowed(table), faults));
            }
            events
        };
        let done = shares::work(tables, shares::number(source.len()), faults, resolve);
        let mut all = ResolvedEvents::default();
        done.into_iter().for_each(|events| all.append(events));
        all
    }

    /// The same of tables of which nobody has need after that: each gives its memory back before the next one takes some.
    pub(super) fn of_owned(tables: Vec<EventTable>, checks: &EventChecks, faults: &Faults) -> Self {
        let mut events = ResolvedEvents::with_capacity(tables.len());
        for table in tables {
            events.push(checks.resolve(Cow::Owned(table), faults));
        }
        events
    }

    /// Adds an event behind all others; whether nothing is wrong with it.
    pub(in crate::timeline) fn add(
        &mut self,
        table: EventTable,
        checks: &EventChecks,
        (end, source): (usize, &str),
        faults: &Faults,
    ) -> bool {
        checks.check(&table, end, source, faults);
        self.push(checks.resolve(Cow::Owned(table), faults));
        faults.is_empty()
    }

    fn push(&mut self, event: Option<(Event, EventRest)>) {
        let (event, rest) = event.unzip();
        self.events.extend(event);
        self.rests.extend(rest);
    }

    /// Adds others behind all events.
    pub(in crate::timeline) fn append(&mut self, mut others: Self) {
        if self.events.is_empty() {
            *self = others;
            return;
        }
        self.events.append(&mut others.events);
        self.rests.append(&mut others.rests);
    }

    /// Counts the lines on which the events begin, and puts the events in order of time; the answer is their ids, of
    /// which one that stands twice is reported in the order of the file.
    pub(super) fn put_in_order(&mut self, source: &str, faults: &Faults) -> Lookup {
        self.count_lines(source);
        let mut order: Vec<usize> = (0..self.events.len()).collect();
        order.sort_by(|a, b| self.events[*a].date.order(&self.events[*b].date));
        let mut places = vec![0; order.len()];
        for (time, at) in order.iter().enumerate() {
            places[*at] = time;
        }
        let in_file = self.events.iter().zip(&self.rests).zip(&places);
        let ids = in_file
            .filter(|((event, _), _)| !event.id.is_empty())
            .map(|((event, rest), place)| (*place, event.id.as_str(), &rest.id_span));
        let ids = Lookup::indexed("an event", ids, faults);
        for at in 0..places.len() {
            // Each exchange brings one event to its place.
            while places[at] != at {
                let place = places[at];
                self.events.swap(at, place);
                self.rests.swap(at, place);
                places.swap(at, place);
            }
        }
        ids
    }

    /// The line of the file on which each event begins, counted from 1.
    fn count_lines(&mut self, source: &str) {
        let (mut line, mut seen) = (1, 0);
        for (event, rest) in self.events.iter_mut().zip(&self.rests) {
            let start = rest.start.min(source.len());
            if start >= seen {
                line += memchr::memchr_iter(b'\n', &source.as_bytes()[seen..start]).count();
                seen = start;
            }
            event.line = line;
        }
    }

    /// Relates the events, now in order of time, to those that they name.
    pub(super) fn relate(&mut self, names: &Names, sides: &Sides, faults: &Faults) {
        for at in 0..self.rests.len() {
            let related = mem::take(&mut self.rests[at].related);
            if related.is_empty() {
                continue;
            }
            order::check(at, &related, &self.events, &names.events, sides, faults);
            let relation = |(event, label): &(Reference, Located<String>)| {
                relation(event, label, names, faults)
            };
            let related = all(&related, relation);
            self.events[at]
                .details
                .change(|details| details.related = related);
        }
    }

    /// The events, and where in the file they have their ids.
    pub(super) fn into_parts(self) -> (Vec<Event>, Vec<EventRest>) {
        (self.events, self.rests)
    }
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
    let places: HashSet<&String> = places
        .filter_map(|event| event.texts.place.as_ref())
        .collect();
    let mut places: Vec<String> = places.into_iter().cloned().collect();
    places.sort();
    for event in &mut timeline.events {
        let place = event.texts.place.as_ref();
        let index = place.and_then(|place| places.binary_search(place).ok());
        event.place_id = index.map(PlaceId::new);
    }
    timeline.places = places;
}

/// Keeps every tag of the events once, and gives each event the ids of its own; what is left of them is in their order.
pub(super) fn gather_tags(timeline: &mut Timeline, rests: &[EventRest]) {
    let tags: HashSet<&String> = rests.iter().flat_map(|rest| &*rest.tags).collect();
    let mut tags: Vec<String> = tags.into_iter().cloned().collect();
    tags.sort_by_cached_key(|tag| (fold(tag), tag.clone()));
    let places: HashMap<&str, usize> = tags.iter().map(String::as_str).zip(0..).collect();
    for (event, rest) in timeline.events.iter_mut().zip(rests) {
        let words = rest.tags.iter();
        let ids = words.filter_map(|word| places.get(word.as_str()).copied());
        let mut ids: Vec<TagId> = ids.map(TagId::new).collect();
        ids.sort();
        ids.dedup();
        event.tags = ids;
    }
    timeline.tags = tags;
}
