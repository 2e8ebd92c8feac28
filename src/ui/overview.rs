//! The strip under the header: how many events there are where, and where one is.

use chrono::{NaiveDate, TimeDelta};

use super::canvas::Canvas;
use super::theme::Looks;
use crate::app::lanes::scale;
use crate::app::layout::Area;
use crate::app::rows::Row;
use crate::app::{App, View};
use crate::timeline::EventId;

const BARS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

pub fn draw(app: &App, looks: &Looks, area: Area, canvas: &mut Canvas) {
    let Some((first, last)) = app.timeline.years else {
        return;
    };
    let y = area.y;
    let x = 2 + canvas.put(1, y, area.width, &first.to_string(), looks.dim());
    let right = canvas.put_right(
        area.width.saturating_sub(2),
        y,
        &last.to_string(),
        looks.dim(),
    );
    let Some(width) = right.checked_sub(x + 1).filter(|width| *width > 8) else {
        return;
    };
    let axis = Axis::new(first, last, width);
    let place = |event: EventId| axis.column(app.timeline[event].date.anchor());
    let counts = counts(app, &axis);
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    let lit = lit(app, &place);
    let here = place(app.selection.selected());
    for (column, count) in counts.iter().enumerate() {
        let column = column as u16;
        let style = if column == here {
            looks.accent()
        } else if lit.contains(&column) {
            looks.plain()
        } else {
            looks.faint()
        };
        if *count > 0 {
            // The square root keeps a single event visible beside a crowded year.
            let height = (f64::from(*count) / f64::from(most)).sqrt();
            let bar = BARS[((height * 7.0).round() as usize).min(7)];
            canvas.sign(x + column, y, bar, style);
        } else if column == here {
            canvas.sign(x + column, y, "▁", style);
        }
    }
}

/// Days to columns, and back.
struct Axis {
    first_day: NaiveDate,
    days: i64,
    columns: u16,
}

impl Axis {
    /// From the first day of one year to the last day of another.
    fn new(first: i32, last: i32, columns: u16) -> Self {
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

    fn column(&self, day: NaiveDate) -> u16 {
        let along = day
            .signed_duration_since(self.first_day)
            .num_days()
            .clamp(0, self.days - 1);
        u16::try_from(along * i64::from(self.columns) / self.days).unwrap_or_default()
    }

    /// The first day of a column.
    fn begins(&self, column: u16) -> NaiveDate {
        let columns = i64::from(self.columns);
        let along = (i64::from(column) * self.days + columns - 1) / columns;
        self.first_day
            .checked_add_signed(TimeDelta::days(along))
            .unwrap_or(NaiveDate::MAX)
    }
}

/// Visible events a column, found by halving: they come in order of time, and there may be very many.
fn counts(app: &App, axis: &Axis) -> Vec<u32> {
    let visible = app.selection.visible();
    let before = |day: NaiveDate| {
        visible.partition_point(|event| {
            app.timeline[*event]
                .date
                .earliest()
                .is_none_or(|earliest| earliest < day)
        })
    };
    let ends: Vec<usize> = (1..axis.columns)
        .map(|column| before(axis.begins(column)))
        .chain([visible.len()])
        .collect();
    let mut begin = 0;
    ends.into_iter()
        .map(|end| {
            let count = end - begin;
            begin = end;
            u32::try_from(count).unwrap_or(u32::MAX)
        })
        .collect()
}

/// Columns of what is in the window of the list, or of the events that the claim or the cell rests on.
fn lit(app: &App, place: &impl Fn(EventId) -> u16) -> Vec<u16> {
    match (app.view, app.passage) {
        (View::Lanes, _) => {
            let (visible, window) = (app.selection.visible(), app.lanes.window());
            let before = |day: i64| {
                visible.partition_point(|event| {
                    let earliest = app.timeline[*event].date.earliest();
                    earliest.is_none_or(|earliest| scale::number(earliest) < day)
                })
            };
            match visible.get(before(window.start)..before(window.end)) {
                Some([first, .., last]) => (place(*first)..=place(*last)).collect(),
                Some([only]) => vec![place(*only)],
                _ => Vec::new(),
            }
        }
        (View::Article, Some(passage)) => app.timeline[passage]
            .events
            .iter()
            .map(|(event, _)| place(*event))
            .collect(),
        (View::Cases, _) => app.evidence().into_iter().map(place).collect(),
        _ => {
            let height = app
                .layout()
                .and_then(|layout| layout.list)
                .map_or(0, |list| usize::from(list.height));
            let window = app.rows.iter().skip(app.list_top).take(height);
            window
                .filter_map(|row| {
                    if let Row::Event(event) = row {
                        Some(place(*event))
                    } else {
                        None
                    }
                })
                .collect()
        }
    }
}
