//! The mouse in the lanes: the rows, the cursor, the years of the axis, and the links of the panel.

use super::rows::{Chosen, Row};
use crate::app::action::Action;
use crate::app::input::Mouse;
use crate::app::mouse::Drag;
use crate::app::screen::layout::Area;
use crate::app::{App, Pane};
use crate::lanes::scale;

impl App {
    /// A press chooses the row and sets the cursor; one where both stand already opens what is there.
    pub(in crate::app) fn press_lanes(&mut self, mouse: Mouse) {
        let Some(parts) = self.screen.lanes else {
            return;
        };
        let under = |area: Area| area.contains(mouse.column, mouse.row);
        if let Some(text) = parts.panel_text().filter(|text| under(*text)) {
            return self.press_panel(mouse, text);
        }
        self.location.pane = Pane::List;
        if under(parts.head) {
            self.gesture.drag = Some(Drag::Axis(mouse.column));
            return self.set_cursor_to_column(mouse.column - parts.head.x);
        }
        if !(parts.lanes.y..parts.lanes.y + parts.lanes.height).contains(&mouse.row) {
            return;
        }
        self.gesture.drag = Some(Drag::Lanes);
        let before = (self.location.lanes.chosen, self.location.lanes.as_of);
        let row = self.location.lanes.top + usize::from(mouse.row - parts.lanes.y);
        let is_lane = self.press_lane(row);
        if !under(parts.lanes) {
            return;
        }
        let column = mouse.column - parts.lanes.x;
        let here = self.lane_scale().column(scale::number(before.1)) == Some(column);
        if is_lane && here && before.0 == self.location.lanes.chosen {
            self.jump(Action::Follow);
        } else {
            self.set_cursor_to_column(column);
        }
    }

    /// Chooses the country of a row, or folds the group of a heading; says whether it was a country's.
    fn press_lane(&mut self, row: usize) -> bool {
        let rows = self.location.lanes.rows(&self.document.plan);
        match rows.get(row) {
            Some(Row::Heading { at, folded, .. }) => {
                let first = self.document.plan.groups[*at]
                    .lanes
                    .first()
                    .map(|lane| lane.country);
                self.location.lanes.chosen = match (folded, first) {
                    (false, Some(country)) => Some(Chosen::Country(country)),
                    _ => Some(Chosen::Group(*at)),
                };
                self.location.lanes.fold(&self.document.plan);
                false
            }
            Some(Row::Lane(lane)) => {
                self.location.lanes.chosen = Some(Chosen::Country(lane.country));
                true
            }
            Some(Row::Blank) | None => false,
        }
    }

    /// Follows a link of the panel.
    fn press_panel(&mut self, mouse: Mouse, text: Area) {
        let statuses = self.statuses(text.width.into());
        let line = self.location.lanes.panel_top + usize::from(mouse.row - text.y);
        let at = statuses.link_at(line, (mouse.column - text.x).into());
        let place = at.and_then(|at| statuses.links.get(at));
        if let Some(place) = place {
            self.follow_link(place.link.clone());
        }
    }

    fn set_cursor_to_column(&mut self, column: u16) {
        let day = scale::day(self.lane_scale().days(column).start);
        self.set_cursor_to_day(day);
    }

    /// The cursor and the chosen row go where the mouse is, and stop at the edges.
    pub(in crate::app) fn drag_cursor(&mut self, mouse: Mouse) {
        let Some(parts) = self.screen.lanes else {
            return;
        };
        let lanes = parts.lanes;
        let last = lanes.width.saturating_sub(1);
        self.set_cursor_to_column(mouse.column.saturating_sub(lanes.x).min(last));
        let row = mouse.row.clamp(lanes.y, lanes.y + lanes.height - 1) - lanes.y;
        let rows = self.location.lanes.rows(&self.document.plan);
        let choice = rows.get(self.location.lanes.top + usize::from(row));
        self.location.lanes.chosen = choice.and_then(Row::choice).or(self.location.lanes.chosen);
    }

    /// The years come along with the mouse; the answer is the column that it holds now.
    pub(in crate::app) fn drag_years(&mut self, from: u16, to: u16) -> u16 {
        let days = self.lane_scale().days_a_column();
        let moved = (f64::from(from) - f64::from(to)) * days;
        self.pan_by_days(moved.round() as i64);
        to
    }

    /// Over the axis the wheel zooms, over the panel it scrolls, and else it goes through the rows.
    pub(in crate::app) fn wheel_on_lanes(&mut self, mouse: Mouse, notches: isize) {
        let parts = self.screen.lanes;
        let under =
            |area: Option<Area>| area.is_some_and(|area| area.contains(mouse.column, mouse.row));
        let action = if under(parts.and_then(|parts| parts.panel)) {
            [Action::ReadBack, Action::ReadOn]
        } else if under(parts.map(|parts| parts.head)) {
            [Action::ZoomIn, Action::ZoomOut]
        } else {
            [Action::Up, Action::Down]
        };
        self.move_in_lanes(action[usize::from(notches > 0)]);
    }
}
