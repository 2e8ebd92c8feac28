//! What all events have of all facets, side by side in memory.
//!
//! The events themselves lie all over the memory: to ask a million of them for their countries takes as long as to search
//! their texts. Here an event is a few figures in a row, behind those of the event before it: four bytes for each
//! of its attributes, and twelve for itself.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::attribute::Attribute;
use super::facet::Facet;
use crate::timeline::Timeline;
use crate::timeline::date::days::Days;

/// The attributes of the events of one timeline, gathered when a filter first asks for them.
#[derive(Debug, Default)]
pub struct FacetIndex(OnceLock<EventAttributes>);

impl FacetIndex {
    /// One in which nothing has been gathered.
    #[must_use]
    pub const fn new() -> Self {
        FacetIndex(OnceLock::new())
    }

    /// Gathers them, if that has not been done.
    pub fn gather(&self, timeline: &Timeline) {
        self.of(timeline);
    }

    /// The attributes of all events.
    pub(super) fn of(&self, timeline: &Timeline) -> &EventAttributes {
        self.0.get_or_init(|| EventAttributes::new(timeline))
    }
}

/// The attributes of all events.
#[derive(Debug)]
pub(super) struct EventAttributes {
    /// Every attribute that an event has, once.
    pub(super) known: Vec<Attribute>,
    /// Those of each event, by their places among the known, one event after the other.
    own: Vec<u32>,
    /// Where those of each event begin; one more at the end.
    starts: Vec<u32>,
    days: Vec<Days>,
}

impl EventAttributes {
    fn new(timeline: &Timeline) -> Self {
        let events = timeline.events.len();
        let mut gathered = EventAttributes {
            known: Vec::new(),
            own: Vec::with_capacity(events * 4),
            starts: Vec::with_capacity(events + 1),
            days: Vec::with_capacity(events),
        };
        let mut places: HashMap<Attribute, u32> = HashMap::new();
        let groups: Vec<Facet> = Facet::groups().collect();
        gathered.starts.push(0);
        for event in &timeline.events {
            for group in &groups {
                group.attributes_of(event, &mut |attribute| {
                    let place = *places.entry(attribute).or_insert_with(|| {
                        gathered.known.push(attribute);
                        figure(gathered.known.len() - 1)
                    });
                    gathered.own.push(place);
                });
            }
            gathered.starts.push(figure(gathered.own.len()));
            gathered.days.push(event.date.days());
        }
        gathered.own.shrink_to_fit();
        gathered
    }

    /// The attributes of an event, by their places among the known.
    pub(super) fn of_event(&self, at: usize) -> &[u32] {
        let (from, to) = (self.starts[at] as usize, self.starts[at + 1] as usize);
        &self.own[from..to]
    }

    /// The attribute at a place among the known.
    pub(super) fn attribute(&self, place: u32) -> Attribute {
        self.known[place as usize]
    }

    /// The days that the date of an event can mean.
    pub(super) fn days(&self, at: usize) -> Days {
        self.days[at]
    }
}

/// No file that is read has four thousand million attributes.
fn figure(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
