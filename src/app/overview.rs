//! The strip under the header at work: the time under the mouse is gone to.

use chrono::NaiveDate;

use super::{App, View};
use crate::lanes::axis::Axis;
use crate::timeline::EventId;

impl App {
    /// Goes to the time of a column: the cursor in the lanes, else the nearest event that is shown.
    pub(super) fn go_to_column(&mut self, axis: &Axis, column: u16) {
        let (from, to) = (axis.begins(column), axis.begins(column.saturating_add(1)));
        if self.location.view == View::Lanes {
            return self.set_cursor_to_day(from);
        }
        let Some(event) = self.nearest_shown(from, to) else {
            return self.say("the filter leaves nothing; x lifts it");
        };
        self.location.selection.select(event);
    }

    /// The first visible event of a stretch of days, else the one that is nearest to it.
    fn nearest_shown(&self, from: NaiveDate, to: NaiveDate) -> Option<EventId> {
        let visible = self.location.selection.visible();
        let day = |event: &EventId| self.document.timeline[*event].date.representative_day();
        let at = visible.partition_point(|event| day(event) < from);
        let before = at.checked_sub(1).and_then(|at| visible.get(at));
        let after = visible.get(at);
        let far = |event: &EventId| (from - day(event)).num_days().abs();
        match (before, after) {
            (_, Some(after)) if day(after) < to => Some(*after),
            (Some(before), Some(after)) if far(before) <= far(after) => Some(*before),
            (before, after) => after.or(before).copied(),
        }
    }
}
