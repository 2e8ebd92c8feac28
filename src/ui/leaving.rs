//! What lies over the panes when something leaves the reader: the sources to open, and a text to select by hand.

use ratatui::layout::Position;

use super::canvas::Canvas;
use super::foot::draw_hints;
use super::menu::{frame, prompt_line};
use super::theme::Looks;
use crate::app::App;
use crate::app::copying::TextViewer;
use crate::app::layout::Area;
use crate::app::menu::Menu;
use crate::timeline::SourceId;

pub fn draw_addresses(
    app: &App,
    menu: &Menu<SourceId>,
    looks: &Looks,
    canvas: &mut Canvas,
) -> Option<Position> {
    let overlay = app.overlay()?;
    frame(&overlay, looks, canvas);
    let (left, inner, items) = (menu.left(), overlay.inner, overlay.items);
    canvas.put(
        inner.x,
        inner.y,
        inner.width,
        "Open a source",
        looks.strong(),
    );
    let line = Area {
        y: inner.y + 1,
        height: 1,
        ..inner
    };
    let cursor = prompt_line(menu, looks, line, canvas);
    let shown = left.iter().skip(overlay.top).take(items.height.into());
    for (offset, item) in shown.enumerate() {
        let y = items.y + offset as u16;
        canvas.put(items.x, y, items.width, &item.label, looks.plain());
        if overlay.top + offset == menu.position() {
            canvas.tint(items.x, y, items.width, looks.selected());
        }
    }
    // Nothing is opened whose address was not on the screen.
    let address = menu
        .chosen()
        .map_or("no source is called so", |item| &item.also);
    let y = inner.y + inner.height.saturating_sub(2);
    canvas.put(inner.x, y, inner.width, address, looks.accent());
    draw_hints(&overlay.hints, looks.dim(), looks, canvas);
    Some(cursor)
}

pub fn draw_shown(
    app: &App,
    shown: &TextViewer,
    looks: &Looks,
    canvas: &mut Canvas,
) -> Option<Position> {
    let overlay = app.overlay()?;
    frame(&overlay, looks, canvas);
    let (inner, items) = (overlay.inner, overlay.items);
    canvas.put(inner.x, inner.y, inner.width, &shown.title, looks.dim());
    let lines = shown.lines(TextViewer::columns(app.size()));
    let lines = lines.iter().skip(overlay.top).take(items.height.into());
    for (offset, line) in lines.enumerate() {
        canvas.put(
            items.x,
            items.y + offset as u16,
            items.width,
            line,
            looks.plain(),
        );
    }
    draw_hints(&overlay.hints, looks.dim(), looks, canvas);
    Some(Position::new(items.x, items.y))
}
