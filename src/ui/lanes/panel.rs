//! The panel under the lanes: the cursor's date, and every row's status on it.

use crate::app::App;
use crate::app::screen::lanes::LanesLayout;
use crate::app::screen::layout::Area;
use crate::app::view::lanes;
use crate::page::glyphs;
use crate::text;
use crate::ui::canvas::Canvas;
use crate::ui::page;
use crate::ui::theme::Styles;
use crate::words::translated;

/// Draws the statuses of the cursor’s day under the lanes.
pub fn draw(app: &App, styles: &Styles, parts: &LanesLayout, canvas: &mut Canvas) {
    let Some(area) = parts.panel else { return };
    let date = app.location().lanes.date().map(|date| date.label());
    let x = area.x + 1;
    let used = canvas.put(
        x,
        area.y,
        area.width,
        &date.unwrap_or_default(),
        styles.accent(),
    );
    let (label, style) = match lanes::event_at_cursor(app) {
        Some(event) => (app.timeline()[event].short_title(), styles.plain()),
        None if app.location().lanes.asks_of_a_day() => {
            (translated("status on this day"), styles.dim())
        }
        None => (translated("status in this time"), styles.dim()),
    };
    let marked = lanes::event_at_cursor(app).filter(|event| app.is_marked(*event));
    if marked.is_some() {
        canvas.glyph(x + used + 1, area.y, glyphs::MARKED, styles.accent());
    }
    let room = area.width.saturating_sub(used + 6);
    canvas.put(
        x + used + 3,
        area.y,
        room,
        &text::truncate(label, room.into()),
        style,
    );
    draw_text(app, styles, canvas);
}

/// Draws what is told under the heading of the panel.
pub fn draw_text(app: &App, styles: &Styles, canvas: &mut Canvas) {
    let Some((statuses, text)) = app.lanes_panel() else {
        return;
    };
    let top = app.location().lanes.panel_top;
    page::draw_lines(statuses, top, None, styles, text, canvas);
    // The sign that there is more stands where that of the lanes does.
    let width = text.width + 1;
    page::more(statuses, top, styles.dim(), Area { width, ..text }, canvas);
}
