//! The strip under the header: how many events there are where, and where one is.

use chrono::Datelike;

use super::canvas::Canvas;
use super::theme::Looks;
use crate::app::layout::Area;
use crate::app::rows::Row;
use crate::app::{App, View};
use crate::timeline::EventId;

const BARS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

pub fn draw(app: &App, looks: &Looks, area: Area, canvas: &mut Canvas) {
    let Some((first, last)) = app.timeline.years() else {
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
    let place = |event: EventId| {
        let date = app.timeline[event].date.anchor();
        let along = f64::from(date.year() - first) + f64::from(date.ordinal0()) / 366.0;
        let share = along / f64::from((last - first + 1).max(1));
        ((share * f64::from(width)) as u16).min(width - 1)
    };
    let counts = counts(app, width, place);
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

/// Visible events a column.
fn counts(app: &App, width: u16, place: impl Fn(EventId) -> u16) -> Vec<u32> {
    let mut counts = vec![0; width.into()];
    for event in app.selection.visible() {
        counts[usize::from(place(*event))] += 1;
    }
    counts
}

/// Columns of what is in the window of the list, or of the events that the claim or the cell rests on.
fn lit(app: &App, place: &impl Fn(EventId) -> u16) -> Vec<u16> {
    match (app.view, app.passage) {
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
