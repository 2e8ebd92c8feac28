//! Which events are shown: the filter, the search, the visible list and the one event that is selected.
//!
//! The selection is an event and never a row: what the filter leaves may change, the reader's place does not.
//! No drawing and no keys in this room.

pub mod attribute;
pub mod choices;
mod description;
pub mod facet;
pub mod facet_index;
pub mod filter;
pub mod range;
pub mod requirement;
pub mod search;
mod shares;
mod sieve;
pub mod tally;
pub mod value;

use std::rc::Rc;

use crate::timeline::{EventId, Timeline};
use facet_index::FacetIndex;
use filter::Filter;

/// The visible events, in order of time, and the selected one among them.
///
/// A clone shares the events, so that many can be remembered.
#[derive(Debug, Clone, PartialEq)]
pub struct Selection {
    filter: Filter,
    visible: Rc<[EventId]>,
    selected: EventId,
    before_events: bool,
}

impl Selection {
    /// Everything shown, the first event selected; `None` for a timeline without events.
    #[must_use]
    pub fn new(timeline: &Timeline) -> Option<Self> {
        let visible: Rc<[EventId]> = EventId::all(timeline).collect();
        let selected = *visible.first()?;
        Some(Selection {
            filter: Filter::default(),
            visible,
            selected,
            before_events: false,
        })
    }

    /// What a filter leaves, an event selected, or the nearest to it in time that is shown.
    #[must_use]
    pub fn near(event: EventId, filter: Filter, timeline: &Timeline, index: &FacetIndex) -> Self {
        let mut selection = Selection {
            filter: Filter::default(),
            visible: Rc::default(),
            selected: event,
            before_events: false,
        };
        selection.set_filter_near(event, filter, timeline, index);
        selection
    }

    /// What events must have to be visible.
    #[must_use]
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// The events that the filter leaves, in order of time.
    #[must_use]
    pub fn visible(&self) -> &[EventId] {
        &self.visible
    }

    /// Whether these are the very events that were visible before.
    #[must_use]
    pub fn is_still(&self, before: &Rc<[EventId]>) -> bool {
        Rc::ptr_eq(&self.visible, before)
    }

    /// The visible events, to be held on to.
    #[must_use]
    pub fn share_visible(&self) -> Rc<[EventId]> {
        Rc::clone(&self.visible)
    }

    /// The selected event; it is visible unless nothing is.
    #[must_use]
    pub fn selected(&self) -> EventId {
        self.selected
    }

    /// Whether the filter leaves the event.
    #[must_use]
    pub fn shows(&self, event: EventId) -> bool {
        self.place_of(event).is_some()
    }

    /// Place of the selected event among the visible; `None` when nothing is visible.
    #[must_use]
    pub fn position(&self) -> Option<usize> {
        self.place_of(self.selected)
    }

    /// Place of an event among the visible; where no filter hides one before it, that is its place among all.
    fn place_of(&self, event: EventId) -> Option<usize> {
        match self.visible.get(event.index()) {
            Some(there) if *there == event => Some(event.index()),
            _ => self.visible.binary_search(&event).ok(),
        }
    }

    /// Selects an event, if the filter shows it; says whether it does.
    pub fn select(&mut self, event: EventId) -> bool {
        let shown = self.shows(event);
        if shown {
            (self.selected, self.before_events) = (event, false);
        }
        shown
    }

    /// Whether one is before the events, on the row of the timeline as a whole; the first event is the selected one
    /// where one is needed.
    #[must_use]
    pub fn is_before_events(&self) -> bool {
        self.before_events
    }

    /// Whether there is such a row: a filter asks for events, and leaves no others.
    #[must_use]
    pub fn begins_before_events(&self) -> bool {
        self.filter.is_empty() && !self.visible.is_empty()
    }

    /// To the row of the timeline as a whole, where there is one.
    pub fn go_before_events(&mut self) {
        self.select_position(0);
        self.before_events = self.begins_before_events();
    }

    /// Selects the visible event at a place, or the last one.
    pub fn select_position(&mut self, position: usize) {
        if let Some(event) = self.visible.get(position).or_else(|| self.visible.last()) {
            (self.selected, self.before_events) = (*event, false);
        }
    }

    /// Applies another filter; the selected event stays, or the nearest in time takes over.
    pub fn set_filter(&mut self, filter: Filter, timeline: &Timeline, index: &FacetIndex) {
        self.set_filter_near(self.selected, filter, timeline, index);
    }

    /// The same events with another selected, or the nearest to it in time that is shown.
    #[must_use]
    pub fn with_selected(&self, event: EventId, timeline: &Timeline) -> Self {
        Selection {
            selected: nearest_in_time(&self.visible, event, timeline).unwrap_or(event),
            before_events: false,
            ..self.clone()
        }
    }

    /// Applies another filter; an event is selected, or the nearest to it in time that is shown.
    pub fn set_filter_near(
        &mut self,
        event: EventId,
        filter: Filter,
        timeline: &Timeline,
        index: &FacetIndex,
    ) {
        self.visible = filter.kept(timeline, index);
        self.filter = filter;
        self.before_events = false;
        if let Some(nearest) = nearest_in_time(&self.visible, event, timeline) {
            self.selected = nearest;
        }
    }
}

/// The event itself where it is among `events`, else the one whose first day is nearest; the earlier of two.
fn nearest_in_time(events: &[EventId], event: EventId, timeline: &Timeline) -> Option<EventId> {
    let Err(at) = events.binary_search(&event) else {
        return Some(event);
    };
    let before = at.checked_sub(1).and_then(|at| events.get(at)).copied();
    let after = events.get(at).copied();
    let days = |other: EventId| {
        let (one, other) = (
            timeline[event].date.representative_day(),
            timeline[other].date.representative_day(),
        );
        one.signed_duration_since(other).num_days().abs()
    };
    match (before, after) {
        (Some(before), Some(after)) => Some(if days(after) < days(before) {
            after
        } else {
            before
        }),
        (only, None) | (None, only) => only,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::samples;

    #[test]
    fn what_is_filtered_out_gives_way_to_its_nearest_in_time_and_of_two_to_the_earlier() {
        let timeline = samples::read(&samples::dated(&["1800", "1810", "1814", "1830", "1834"]));
        let check = |kept: &[usize], event: usize, expected: Option<usize>| {
            let all: Vec<EventId> = EventId::all(&timeline).collect();
            let kept: Vec<EventId> = kept.iter().map(|at| all[*at]).collect();
            let nearest = nearest_in_time(&kept, all[event], &timeline);
            assert_eq!(nearest, expected.map(|at| all[at]), "{event} of {kept:?}");
        };
        check(&[0, 2, 3], 2, Some(2));
        check(&[0, 2, 3], 1, Some(2));
        check(&[0, 3], 1, Some(0));
        check(&[1, 4], 2, Some(1));
        check(&[3], 0, Some(3));
        check(&[0], 4, Some(0));
        check(&[], 4, None);
    }

    #[test]
    fn of_two_that_are_as_near_the_earlier_is_taken() {
        let timeline = samples::read(&samples::dated(&["1914-08-01", "1914-08-03", "1914-08-05"]));
        let all: Vec<EventId> = EventId::all(&timeline).collect();
        let found = nearest_in_time(&[all[0], all[2]], all[1], &timeline);
        assert_eq!(found, Some(all[0]));
    }
}
