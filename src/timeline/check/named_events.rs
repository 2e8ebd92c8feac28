//! The events that spans and cases name: what is asked of each of them again and again is found once.
//!
//! An event may have very many parties and begin as many spans, and no span looks through all of them for its country.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use crate::timeline::model::{CountryId, Event, EventId, Timeline};

/// An event that is named.
pub(super) struct NamedEvent {
    /// The countries that take part in it.
    pub(super) countries: HashSet<CountryId>,
    /// Its milestones by their stages, of two of one stage the first.
    pub(super) stages: HashMap<String, usize>,
    /// The first milestone with which it took effect on another day than its own.
    pub(super) day_of_effect: Option<usize>,
}

/// Those that have been asked for.
pub(super) struct NamedEvents<'t> {
    timeline: &'t Timeline,
    /// The stages with which an act takes effect.
    effective: HashSet<&'t str>,
    known: RefCell<HashMap<EventId, Rc<NamedEvent>>>,
}

impl<'t> NamedEvents<'t> {
    pub(super) fn new(timeline: &'t Timeline) -> Self {
        let effective = timeline.stages.iter().filter(|stage| stage.effective);
        NamedEvents {
            timeline,
            effective: effective.map(|stage| stage.id.as_str()).collect(),
            known: RefCell::default(),
        }
    }

    /// The event itself.
    pub(super) fn event(&self, id: EventId) -> Option<&'t Event> {
        self.timeline.events.get(id.index())
    }

    /// What is asked of an event; `None` where the id means nothing, since what it named could not be read.
    pub(super) fn of(&self, id: EventId) -> Option<Rc<NamedEvent>> {
        let event = self.event(id)?;
        let mut known = self.known.borrow_mut();
        let named = known
            .entry(id)
            .or_insert_with(|| Rc::new(self.named(event)));
        Some(Rc::clone(named))
    }

    fn named(&self, event: &Event) -> NamedEvent {
        let mut stages = HashMap::new();
        for (at, milestone) in event.milestones.iter().enumerate() {
            stages.entry(milestone.stage.clone()).or_insert(at);
        }
        let mut milestones = event.milestones.iter();
        NamedEvent {
            countries: event.parties.iter().map(|party| party.country).collect(),
            stages,
            day_of_effect: milestones.position(|milestone| {
                self.effective.contains(milestone.stage.as_str())
                    && milestone.date.written() != event.date.written()
            }),
        }
    }
}
