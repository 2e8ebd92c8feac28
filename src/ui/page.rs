//! Pages drawn: the lines that are in sight, and an arrow where there is more.

use ratatui::style::Style;

use super::canvas::Canvas;
use super::theme::Styles;
use crate::app::screen::layout::Area;
use crate::app::{App, Pane};
use crate::page::{Page, glyphs};

/// The reading pane.
pub(super) fn draw(app: &App, styles: &Styles, area: Area, canvas: &mut Canvas) {
    let reading = app.location().pane == Pane::Page;
    let chosen = app.location().page.link.filter(|_| reading);
    let top = app.location().page.top;
    draw_lines(app.page(), top, chosen, styles, area, canvas);
    let style = if reading {
        styles.accent()
    } else {
        styles.dim()
    };
    more(app.page(), top, style, area, canvas);
}

/// What stands beside the reading pane.
pub(super) fn draw_aside(app: &App, styles: &Styles, area: Area, canvas: &mut Canvas) {
    if let Some(page) = app.aside() {
        draw_lines(page, 0, None, styles, area, canvas);
        more(page, 0, styles.dim(), area, canvas);
    }
}

/// The lines of a page from `top` on, one of its links chosen.
pub(super) fn draw_lines(
    page: &Page,
    top: usize,
    chosen: Option<usize>,
    styles: &Styles,
    area: Area,
    canvas: &mut Canvas,
) {
    let in_sight = page.lines.iter().skip(top).take(area.height.into());
    for (row, line) in in_sight.enumerate() {
        let y = area.y + row as u16;
        let mut x = area.x;
        for piece in &line.pieces {
            let mut style = styles.tone(piece.tone);
            if piece.link.is_some() && piece.link == chosen {
                style = style.patch(styles.chosen());
            }
            if piece.matched {
                style = styles.matched();
            }
            let room = (area.x + area.width).saturating_sub(x);
            let used = canvas.put(x, y, room, &piece.text, style);
            if let Some(address) = piece.address.and_then(|at| page.addresses.get(at)) {
                canvas.link(x, y, used, address);
            }
            x += used;
        }
    }
}

/// Arrows at the edge where the text goes on above or below.
pub(super) fn more(page: &Page, top: usize, style: Style, area: Area, canvas: &mut Canvas) {
    let x = area.x + area.width;
    if top > 0 {
        canvas.glyph(x, area.y, glyphs::MORE[0], style);
    }
    if top + usize::from(area.height) < page.lines.len() {
        canvas.glyph(x, area.y + area.height - 1, glyphs::MORE[1], style);
    }
}
