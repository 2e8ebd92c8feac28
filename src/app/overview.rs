//! The strip under the header: a column for each stretch of time, the same for drawing and for the mouse.

use chrono::{NaiveDate, TimeDelta};

use super::layout::Area;
use super::{App, PageState, View};
use crate::text;
use crate::timeline::EventId;

/// Columns below which the strip says nothing.
const LEAST: u16 = 9;

/// Days to columns, and back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Axis {
    first_day: NaiveDate,
    days: i64,
    columns: u16,
}

impl Axis {
    /// From the first day of one year to the last day of another.
    #[must_use]
    pub fn new(first: i32, last: i32, columns: u16) -> Self {
        let new_year = |year: i32| NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
        let first_day = new_year(first);
        let days = new_year(last + 1)
            .signed_duration_since(first_day)
            .num_days();
        Axis {
            first_day,
            days: days.max(1),
            columns,
        }
    }

    /// The column of a day; what lies outside has the nearest.
    #[must_use]
    pub fn column(&self, day: NaiveDate) -> u16 {
        let along = day
            .signed_duration_since(self.first_day)
            .num_days()
            .clamp(0, self.days - 1);
        u16::try_from(along * i64::from(self.columns) / self.days).unwrap_or_default()
    }

    #[must_use]
    pub fn columns(&self) -> u16 {
        self.columns
    }

    /// The first day of a column.
    #[must_use]
    pub fn begins(&self, column: u16) -> NaiveDate {
        let columns = i64::from(self.columns);
        let along = (i64::from(column) * self.days + columns - 1) / columns;
        self.first_day
            .checked_add_signed(TimeDelta::days(along))
            .unwrap_or(NaiveDate::MAX)
    }
}

impl App {
    /// The cells between the first and the last year, and their axis; `None` where there is no room for them.
    #[must_use]
    pub fn overview(&self, line: Area) -> Option<(Area, Axis)> {
        let (first, last) = self.timeline.years?;
        let wide = |year: i32| text::width(&year.to_string()) as u16;
        let x = 2 + wide(first);
        let right = line.width.saturating_sub(2 + wide(last));
        let width = right.checked_sub(x + 1).filter(|width| *width >= LEAST)?;
        let bars = Area { x, width, ..line };
        Some((bars, Axis::new(first, last, width)))
    }

    /// Goes to the time of a column: the cursor in the lanes, else the nearest event that is shown.
    pub(super) fn go_to_column(&mut self, axis: &Axis, column: u16) {
        let (from, to) = (axis.begins(column), axis.begins(column.saturating_add(1)));
        if self.view == View::Lanes {
            return self.set_cursor_to_day(from);
        }
        let Some(event) = self.nearest_shown(from, to) else {
            return self.say("the filter leaves nothing; x lifts it");
        };
        if self.selection.selected() != event {
            self.selection.select(event);
            self.page_state = PageState::default();
        }
    }

    /// The first visible event of a stretch of days, else the one that is nearest to it.
    fn nearest_shown(&self, from: NaiveDate, to: NaiveDate) -> Option<EventId> {
        let visible = self.selection.visible();
        let day = |event: &EventId| self.timeline[*event].date.anchor();
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
