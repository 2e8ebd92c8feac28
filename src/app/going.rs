//! Going to what was named: a date, a passage, an event, a country, a case.

use super::picker;
use super::{App, Pane, View};
use crate::timeline::{CaseId, CountryId, EventId, HistoricDate, PassageId};

impl App {
    /// Goes to what is named exactly: a date, a passage (`¶6`), the id of an event.
    pub(super) fn go_to(&mut self, typed: &str) {
        let typed = typed.trim();
        if typed.is_empty() {
            return;
        }
        if let Some(passage) = self.passage_named(typed) {
            return self.go_to_passage(passage);
        }
        if let Some(event) = self.document.timeline.event_called(typed) {
            return self.go_to_event(event);
        }
        if let Some(date) = picker::date(typed) {
            self.go_to_date(&date);
        }
    }

    fn passage_named(&self, typed: &str) -> Option<PassageId> {
        let number: Option<u32> = typed
            .strip_prefix('¶')
            .and_then(|number| number.trim().parse().ok());
        PassageId::all(&self.document.timeline).find(|id| {
            let passage = &self.document.timeline[*id];
            passage.id == typed || (number.is_some() && passage.paragraph == number)
        })
    }

    /// To the first visible event at or after the date, else the last one before it; in the lanes to the day.
    pub(super) fn go_to_date(&mut self, date: &HistoricDate) {
        if self.location.view == View::Lanes {
            self.leave();
            return self.set_cursor(date);
        }
        let Some(event) = self.event_at(date) else {
            return self.say("the filter leaves nothing; x lifts it");
        };
        self.leave();
        self.location.view = View::Timeline;
        self.location.selection.select(event);
        if !self.document.timeline.spans.is_empty() {
            // The lanes show the day that was asked for, until the selection moves on.
            self.set_cursor_to_day(date.representative_day());
        }
        if !self.lies_in(event, date) {
            let label = self.document.timeline[event].date.label();
            self.say(format!(
                "nothing of {}; the nearest is of {label}",
                date.label()
            ));
        }
    }

    /// Whether an event may lie in a date.
    pub(super) fn lies_in(&self, event: EventId, date: &HistoricDate) -> bool {
        let lies = self.document.timeline[event]
            .date
            .is_within(Some(date), Some(date));
        lies.is_possible()
    }

    /// The visible event that a date leads to; `None` when the filter leaves nothing.
    pub(super) fn event_at(&self, date: &HistoricDate) -> Option<EventId> {
        let visible = self.location.selection.visible();
        let earliest = |event: &EventId| self.document.timeline[*event].date.earliest();
        let at = visible.partition_point(|event| {
            earliest(event).is_none_or(|day| day < date.representative_day())
        });
        let within = |event: &EventId| self.lies_in(*event, date);
        // What begins in it comes first, then what began before and may still have gone on.
        let after = visible.get(at).filter(|event| within(event));
        let spanning = || visible[..at].iter().rev().find(|event| within(event));
        let found = after
            .or_else(spanning)
            .or(visible.get(at))
            .or(visible.last());
        found.copied()
    }

    /// Follows a country from its nearest event on; in the lanes its row is chosen.
    pub(super) fn go_to_country(&mut self, country: CountryId) {
        if self.location.view == View::Lanes && self.document.plan.lane(country).is_some() {
            return self.location.lanes.open(&self.document.plan, country);
        }
        let name = &self.document.timeline[country].name;
        let involved = |event: EventId| self.document.timeline[event].involves(country, None);
        let (visible, selected) = (
            self.location.selection.visible(),
            self.location.selection.selected(),
        );
        let mut events = visible.iter().copied().filter(|event| involved(*event));
        let last = events.clone().next_back();
        let Some(event) = events.find(|event| *event >= selected).or(last) else {
            return self.say(format!("no event of {name} is shown"));
        };
        self.leave();
        self.location.view = View::Timeline;
        self.location.pane = Pane::List;
        self.location.selection.select(event);
        self.follow_country(country);
    }

    /// To the row of a country in the lanes, on a day.
    pub(super) fn go_to_standing(&mut self, country: CountryId, date: &HistoricDate) {
        if self.location.view == View::Lanes {
            self.leave();
        } else {
            self.show(View::Lanes);
        }
        self.location.lanes.open(&self.document.plan, country);
        self.set_cursor(date);
    }

    /// To the column of a case.
    pub(super) fn go_to_case(&mut self, case: CaseId) {
        match self.location.view {
            View::Cases => self.leave(),
            _ => self.show(View::Cases),
        }
        self.location.pane = Pane::List;
        self.location.cases.case = Some(case);
    }
}
