//! Changing the filter: lifting a part or all of it, and what is offered when nothing is left.

use std::ops::Range;

use super::action::Action;
use super::input::Effect;
use super::{App, Pane, View, rows};
use crate::selection::filter::{Filter, Part};
use crate::selection::{facet::Facet, value::Value};
use crate::text;
use crate::timeline::{CountryId, EventId};

impl App {
    /// Begins with a filter.
    pub fn set_filter(&mut self, filter: Filter) {
        self.update(|app| {
            app.apply_filter(filter);
            Effect::Draw
        });
    }

    pub(super) fn apply_filter(&mut self, filter: Filter) {
        self.set_filter_near(self.location.selection.selected(), filter);
    }

    /// Applies another filter, and selects an event or the nearest to it that is shown.
    pub(super) fn set_filter_near(&mut self, event: EventId, filter: Filter) {
        let timeline = &self.document.timeline;
        self.location
            .selection
            .set_filter_near(event, filter, timeline);
        self.location.relaxation = 0;
    }

    #[must_use]
    pub fn is_filtered(&self) -> bool {
        !self.location.selection.filter().is_empty()
    }

    /// Lifts one part of the filter and says what that brought; Back brings the part again.
    pub(super) fn lift(&mut self, part: Part) {
        let before = self.location.selection.filter().clone();
        let filter = before.without(part);
        let said = before.describe(part, &self.document.timeline);
        if filter.is_empty() {
            self.memory.last_filter = Some(before);
        }
        self.leave();
        self.apply_filter(filter);
        let left = text::count(self.location.selection.visible().len(), "event");
        self.say(format!(
            "“{said}” lifted: {left} shown; Backspace brings it back"
        ));
    }

    /// Takes the keys when the list is empty and offers what may be lifted; says whether it did.
    pub(super) fn among_offers(&mut self, action: Action) -> bool {
        if !self.is_offering() {
            return false;
        }
        let last = self.screen.relaxations.len().saturating_sub(1);
        match action {
            Action::Down => self.location.relaxation = (self.location.relaxation + 1).min(last),
            Action::Up => self.location.relaxation = self.location.relaxation.saturating_sub(1),
            Action::First => self.location.relaxation = 0,
            Action::Last => self.location.relaxation = last,
            Action::Follow => {
                if let Some((part, _)) = self
                    .screen
                    .relaxations
                    .get(self.location.relaxation)
                    .copied()
                {
                    self.lift(part);
                }
            }
            _ => return false,
        }
        true
    }

    /// Whether the list is empty and has the keys.
    #[must_use]
    pub fn is_offering(&self) -> bool {
        !self.screen.relaxations.is_empty()
            && self.location.view == View::Timeline
            && self.location.pane == Pane::List
    }

    /// Where the offers stand in an empty list of this height: the first row, and which of them are in sight.
    #[must_use]
    pub fn offers_in_sight(&self, height: usize) -> (usize, Range<usize>) {
        let first = if height < 6 { 1 } else { 2 };
        let room = height.saturating_sub(first);
        let top = rows::scroll(
            0,
            room,
            self.location.relaxation,
            self.screen.relaxations.len(),
        );
        (first, top..(top + room).min(self.screen.relaxations.len()))
    }

    /// Lifts the part that is offered on a row of the empty list.
    pub(super) fn click_offer(&mut self, row: usize, height: usize) {
        let (first, in_sight) = self.offers_in_sight(height);
        let at = row.checked_sub(first).map(|row| in_sight.start + row);
        if let Some(at) = at.filter(|at| in_sight.contains(at))
            && let Some((part, _)) = self.screen.relaxations.get(at).copied()
        {
            self.lift(part);
        }
    }

    pub(super) fn ask_only_countries(&mut self, countries: &[CountryId]) {
        let values: Vec<Value> = countries.iter().copied().map(Value::Country).collect();
        self.ask_only(Facet::Country, &values);
    }

    pub(super) fn ask_only(&mut self, facet: Facet, values: &[Value]) {
        let mut filter = self.location.selection.filter().clone();
        filter.choices.include_only(facet, values);
        self.apply_filter(filter);
    }

    pub(super) fn toggle_filter(&mut self) {
        let filter = self.location.selection.filter().clone();
        if !filter.is_empty() {
            self.memory.last_filter = Some(filter);
            self.apply_filter(Filter::default());
            self.say("filter lifted; x puts it back");
        } else if let Some(filter) = self.memory.last_filter.take() {
            self.apply_filter(filter);
        } else {
            self.say("there is no filter; f makes one");
        }
    }
}
