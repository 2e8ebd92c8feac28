//! Changing the filter: the menu of countries, lifting a part or all of it, and what is offered when nothing is left.

use std::ops::Range;

use super::action::Action;
use super::input::{Effect, Key};
use super::location::Snapshot;
use super::menu::{Item, Menu};
use super::{App, Mode, Pane, View, rows};
use crate::selection::facet::{Facet, Value};
use crate::selection::filter::{Filter, Part};
use crate::selection::tally::Tally;
use crate::text;
use crate::timeline::{CountryId, EventId, RoleId};

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
        let said = before.said(part, &self.document.timeline);
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

    pub(super) fn pick_countries(&mut self) {
        if self.document.timeline.countries.is_empty() {
            return self.say("this timeline names no countries");
        }
        let before = self.location.selection.filter().clone();
        let tally = Tally::new(&before, &self.document.timeline);
        let count = |id: CountryId| tally.of(Value::Country(id));
        let is_asked = |id: CountryId| before.choices.asked.contains(&Value::Country(id));
        let mut countries: Vec<CountryId> = CountryId::all(&self.document.timeline)
            .filter(|id| count(*id) > 0 || is_asked(*id))
            .collect();
        countries.sort_by_key(|id| std::cmp::Reverse(count(*id)));
        let item = |id: CountryId| Item {
            value: id,
            label: self.document.timeline[id].name.clone(),
            note: count(id).to_string(),
            also: Value::Country(id).also(&self.document.timeline),
            group: "",
            marked: is_asked(id),
        };
        let menu = Menu::new(countries.into_iter().map(item).collect());
        self.mode = Mode::Countries {
            opened_with: menu.marked(),
            menu,
            before: Box::new(self.before()),
        };
    }

    /// What is marked counts at once, so that the list behind the menu shows what would be left.
    pub(super) fn mark(&mut self) {
        let Mode::Countries { menu, .. } = &mut self.mode else {
            return self.edit(Key::char(' '));
        };
        menu.mark();
        let countries = menu.marked();
        self.ask_only_countries(&countries);
    }

    pub(super) fn ask_only_countries(&mut self, countries: &[CountryId]) {
        let values: Vec<Value> = countries.iter().copied().map(Value::Country).collect();
        self.ask_only(Facet::Country, &values);
    }

    fn ask_only(&mut self, facet: Facet, values: &[Value]) {
        let mut filter = self.location.selection.filter().clone();
        filter.choices.ask_only(facet, values);
        self.apply_filter(filter);
    }

    /// Any role, then each role that the timeline defines, then any again.
    pub(super) fn next_role(&mut self) {
        if !matches!(self.mode, Mode::Countries { .. }) {
            return;
        }
        let next = match self
            .location
            .selection
            .filter()
            .choices
            .asked_of(Facet::Role)
            .next()
        {
            Some(Value::Role(role)) => RoleId::at(&self.document.timeline, role.index() + 1),
            _ => RoleId::at(&self.document.timeline, 0),
        };
        let next: Vec<Value> = next.into_iter().map(Value::Role).collect();
        self.ask_only(Facet::Role, &next);
        let tally = Tally::new(self.location.selection.filter(), &self.document.timeline);
        if let Mode::Countries { menu, .. } = &mut self.mode {
            menu.set_notes(|country| tally.of(Value::Country(country)).to_string());
        }
    }

    /// Enter takes the marked countries, or the chosen one when none is marked.
    pub(super) fn take_countries(
        &mut self,
        menu: &Menu<CountryId>,
        before: Snapshot,
        opened_with: &[CountryId],
    ) {
        let mut countries = menu.marked();
        let typed = !menu.prompt.text().trim().is_empty();
        let chosen = menu.chosen().map(|item| item.value);
        let unchanged = countries == opened_with;
        if typed || countries.is_empty() || unchanged {
            match chosen {
                Some(country) if !countries.contains(&country) => {
                    if unchanged {
                        countries.clear();
                    }
                    countries.push(country);
                }
                Some(_) => {}
                None => {
                    self.bring_back(before);
                    return self.say(format!(
                        "no country is called “{}”",
                        menu.prompt.text().trim()
                    ));
                }
            }
        }
        // What was filtered is looked at next, and in the list.
        if self.location.view == View::Timeline {
            self.location.pane = Pane::List;
        }
        self.ask_only_countries(&countries);
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
