//! What lies over the panes when something leaves the reader: the sources to open, and a text to select by hand.

use ratatui::layout::Position;

use super::canvas::Canvas;
use super::menu::{frame, prompt_line};
use super::theme::Looks;
use crate::app::App;
use crate::app::copying::Shown;
use crate::app::layout::Area;
use crate::app::menu::Menu;
use crate::timeline::SourceId;

/// Columns of the list of sources.
const SOURCES: u16 = 84;

pub fn draw_addresses(
    app: &App,
    menu: &Menu<SourceId>,
    looks: &Looks,
    canvas: &mut Canvas,
) -> Option<Position> {
    let left = menu.left();
    let inner = frame(app, SOURCES, left.len() as u16 + 6, looks, canvas);
    canvas.put(
        inner.x,
        inner.y,
        inner.width,
        "Open a source",
        looks.strong(),
    );
    let hint = "Enter opens · Esc leaves";
    canvas.put_right(inner.x + inner.width, inner.y, hint, looks.dim());
    let row = |y: u16, height: u16| Area { y, height, ..inner };
    let cursor = prompt_line(menu, looks, row(inner.y + 1, 1), canvas);
    let items = row(inner.y + 3, inner.height.saturating_sub(5));
    let top = menu.top(items.height.into());
    for (offset, item) in left.iter().skip(top).take(items.height.into()).enumerate() {
        let y = items.y + offset as u16;
        canvas.put(items.x, y, items.width, &item.label, looks.plain());
        if top + offset == menu.position() {
            canvas.tint(items.x, y, items.width, looks.selected());
        }
    }
    // Nothing is opened whose address was not on the screen.
    let address = menu
        .chosen()
        .map_or("no source is called so", |item| &item.also);
    let y = inner.y + inner.height - 1;
    canvas.put(inner.x, y, inner.width, address, looks.dim());
    Some(cursor)
}

pub fn draw_shown(
    app: &App,
    shown: &Shown,
    looks: &Looks,
    canvas: &mut Canvas,
) -> Option<Position> {
    let columns = Shown::columns(app.size);
    let lines = shown.lines(columns);
    let inner = frame(app, columns, lines.len() as u16 + 3, looks, canvas);
    canvas.put(inner.x, inner.y, inner.width, &shown.title, looks.dim());
    let height = inner.height.saturating_sub(2);
    let top = shown.top.min(lines.len().saturating_sub(height.into()));
    for (offset, line) in lines.iter().skip(top).take(height.into()).enumerate() {
        canvas.put(
            inner.x,
            inner.y + 2 + offset as u16,
            inner.width,
            line,
            looks.plain(),
        );
    }
    Some(Position::new(inner.x, inner.y + 2))
}
