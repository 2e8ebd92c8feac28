//! Enter in the lanes: what stands at the cursor on the chosen row, opened.

use super::rows::Chosen;
use crate::app::picker::source::Source;
use crate::app::picker::target::Target;
use crate::app::{App, Pane};
use crate::lanes::marks::Mark;
use crate::lanes::plan::Moment;
use crate::lanes::scale;
use crate::timeline::EventId;
use crate::timeline::status_at::status_on;

impl App {
    /// Opens the mark under the cursor, several as a list; without one the selected event, if the cursor stands on it;
    /// else the event behind the status of that day, and without a status the event of the row that is nearest.
    pub(in crate::app) fn open_in_lanes(&mut self) {
        if let Some(Chosen::Group(_)) = self.location.lanes.chosen {
            return self.location.lanes.fold(&self.document.plan);
        }
        match self.events_at_cursor().as_slice() {
            [] => match self.selected_at_cursor().or_else(|| self.event_behind()) {
                Some(event) => self.open_from_lanes(event),
                None => self.say("no event of this row is shown"),
            },
            [event] => self.open_from_lanes(*event),
            _ => {
                self.pick(Source::Cluster);
                let selected = Target::Event(self.location.selection.selected());
                if let Some(picker) = self.picker_mut() {
                    picker.choose_target(selected);
                }
            }
        }
    }

    /// The events whose mark stands in the cursor's column of the chosen row.
    pub(in crate::app) fn events_at_cursor(&self) -> Vec<EventId> {
        let scale = self.lane_scale();
        let Some(lane) = self.location.lanes.chosen_lane(&self.document.plan) else {
            return Vec::new();
        };
        let column = scale.column(scale::number(self.location.lanes.as_of));
        let marks = self.lane_marks(lane, &scale);
        let mark = marks
            .into_iter()
            .find(|mark: &Mark| Some(mark.column) == column);
        mark.map_or_else(Vec::new, |mark| mark.events)
    }

    /// The selected event, if it belongs on the chosen row and on the cursor's day.
    fn selected_at_cursor(&self) -> Option<EventId> {
        let selected = self.location.selection.selected();
        let on_row = |moment: &Moment| moment.event == selected;
        let is_here = self.document.timeline[selected].date.representative_day()
            == self.location.lanes.as_of
            && self
                .location
                .lanes
                .chosen_lane(&self.document.plan)?
                .moments
                .iter()
                .any(on_row);
        is_here.then_some(selected)
    }

    /// The event by which the chosen country has its status on the cursor's day, else the nearest of the row.
    fn event_behind(&self) -> Option<EventId> {
        let lane = self.location.lanes.chosen_lane(&self.document.plan)?;
        let day = self.location.lanes.as_of;
        let status_at = status_on(&self.document.timeline, lane.country, day);
        let behind = status_at
            .first()
            .map(|status_at| self.document.timeline[status_at.span].begins);
        let number = scale::number(day);
        let nearest = || {
            let shown = lane
                .moments
                .iter()
                .filter(|moment| self.location.selection.shows(moment.event));
            shown
                .min_by_key(|moment| (moment.day - number).abs())
                .map(|moment| moment.event)
        };
        behind.or_else(nearest)
    }

    pub(in crate::app) fn open_from_lanes(&mut self, event: EventId) {
        self.go_to_event(event);
        self.location.pane = Pane::List;
    }
}
