//! The strip under the header: how many events there are where, and where the reader is.

use super::canvas::Canvas;
use super::theme::Styles;
use crate::app::screen::layout::Area;
use crate::app::{App, View};
use crate::lanes::scale;
use crate::page::glyphs::BARS;
use crate::timeline::EventId;

pub(super) fn draw(app: &App, styles: &Styles, area: Area, canvas: &mut Canvas) {
    let timeline = app.timeline();
    let Some(overview) = app.overview() else {
        return;
    };
    let y = area.y;
    canvas.put(1, y, area.width, &overview.left_end, styles.dim());
    let right = area.width.saturating_sub(2);
    let is_placed = timeline[app.selection().selected()].date.is_placed();
    let on_shelf = !is_placed && !app.selection().is_before_events();
    let style = match on_shelf {
        true => styles.accent(),
        false => styles.dim(),
    };
    canvas.put_right(right, y, &overview.right_end, style);
    let Some(bars) = &overview.bars else {
        return;
    };
    let (x, axis) = (bars.area.x, bars.axis);
    // What has no place in time stands beyond the last column.
    let column_of = |event: EventId| {
        let date = &timeline[event].date;
        match date.is_placed() {
            true => axis.column(date.representative_day()),
            false => axis.columns(),
        }
    };
    let most = bars.counts.iter().copied().max().unwrap_or(0).max(1);
    let lit = lit(app, &column_of);
    let here = column_of(app.selection().selected());
    for (column, count) in bars.counts.iter().enumerate() {
        let column = column as u16;
        let style = if column == here {
            styles.accent()
        } else if lit.contains(&column) {
            styles.plain()
        } else {
            styles.faint()
        };
        if *count > 0 {
            // The square root keeps a single event visible beside a crowded year.
            let height = (f64::from(*count) / f64::from(most)).sqrt();
            let bar = BARS[((height * 7.0).round() as usize).min(7)];
            canvas.glyph(x + column, y, bar, style);
        } else if column == here {
            canvas.glyph(x + column, y, BARS[0], style);
        }
    }
}

/// Columns of what is in the window of the list, or of the events that the claim or the cell rests on.
fn lit(app: &App, column_of: &impl Fn(EventId) -> u16) -> Vec<u16> {
    match (app.location().view, app.location().passage) {
        (View::Lanes, _) => {
            let (visible, window) = (
                app.selection().visible(),
                app.location().lanes.window(app.document().plan()),
            );
            let before = |day: i64| {
                visible.partition_point(|event| {
                    scale::number(app.timeline()[*event].date.representative_day()) < day
                })
            };
            match visible.get(before(window.start)..before(window.end)) {
                Some([first, .., last]) => (column_of(*first)..=column_of(*last)).collect(),
                Some([only]) => vec![column_of(*only)],
                _ => Vec::new(),
            }
        }
        (View::Article, Some(passage)) => app.timeline()[passage]
            .events
            .iter()
            .map(|(event, _)| column_of(*event))
            .collect(),
        (View::Cases, _) => app
            .location()
            .cases
            .evidence(app.timeline())
            .into_iter()
            .map(column_of)
            .collect(),
        _ => {
            let height = app
                .layout()
                .and_then(|layout| layout.list)
                .map_or(0, |list| usize::from(list.height));
            let window = app.rows().iter().skip(app.location().list_top).take(height);
            let events = window.filter_map(|row| row.event());
            events.map(column_of).collect()
        }
    }
}
