//! The axis of the overview: a column for each stretch of time, over whole years.
//!
//! It is coarser than [`super::scale`], which zooms: this one always holds the whole timeline.

use chrono::{NaiveDate, TimeDelta};

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

    /// How many columns the axis fills.
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
