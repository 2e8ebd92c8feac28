//! The reading pane: the lines of a page that are in sight, and a sign that there is more.

use super::canvas::Canvas;
use super::theme::Looks;
use crate::app::layout::Area;
use crate::app::{App, Pane};

pub fn draw(app: &App, looks: &Looks, area: Area, canvas: &mut Canvas) {
    let page = app.page();
    let chosen = if app.pane == Pane::Page {
        app.page_state.link
    } else {
        None
    };
    let top = app.page_state.top;
    for (row, line) in page
        .lines
        .iter()
        .skip(top)
        .take(area.height.into())
        .enumerate()
    {
        let y = area.y + row as u16;
        let mut x = area.x;
        for piece in &line.pieces {
            let mut style = looks.tone(piece.tone);
            if piece.link.is_some() && piece.link == chosen {
                style = style.patch(looks.chosen());
            }
            if piece.matched {
                style = looks.matched();
            }
            let room = (area.x + area.width).saturating_sub(x);
            x += canvas.put(x, y, room, &piece.text, style);
        }
    }
    more(app, looks, area, canvas);
}

/// Arrows at the edge where the text goes on above or below.
fn more(app: &App, looks: &Looks, area: Area, canvas: &mut Canvas) {
    let (top, height, lines) = (
        app.page_state.top,
        usize::from(area.height),
        app.page().lines.len(),
    );
    let x = area.x + area.width;
    let style = if app.pane == Pane::Page {
        looks.accent()
    } else {
        looks.dim()
    };
    if top > 0 {
        canvas.sign(x, area.y, "▲", style);
    }
    if top + height < lines {
        canvas.sign(x, area.y + area.height - 1, "▼", style);
    }
}
