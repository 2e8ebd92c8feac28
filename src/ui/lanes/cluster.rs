//! The list of events that share a mark, to choose one.

use ratatui::layout::Position;

use crate::app::App;
use crate::app::layout::Area;
use crate::app::menu::Menu;
use crate::text;
use crate::timeline::EventId;
use crate::ui::canvas::Canvas;
use crate::ui::foot::draw_hints;
use crate::ui::menu::{frame, prompt_line};
use crate::ui::theme::Looks;

/// Columns of the dates.
const DATE: u16 = 13;

pub fn draw(
    app: &App,
    menu: &Menu<EventId>,
    looks: &Looks,
    canvas: &mut Canvas,
) -> Option<Position> {
    let overlay = app.overlay()?;
    frame(&overlay, looks, canvas);
    let (left, inner, items) = (menu.left(), overlay.inner, overlay.items);
    let title = format!("{} at this mark", text::count(menu.len(), "event"));
    canvas.put(inner.x, inner.y, inner.width, &title, looks.strong());
    let line = Area {
        y: inner.y + 1,
        height: 1,
        ..inner
    };
    let cursor = prompt_line(menu, looks, line, canvas);
    let top = overlay.top;
    for (offset, item) in left.iter().skip(top).take(items.height.into()).enumerate() {
        let y = items.y + offset as u16;
        let chosen = top + offset == menu.position();
        let style = if chosen {
            looks.strong()
        } else {
            looks.plain()
        };
        let indent = DATE.saturating_sub(text::width(&item.note) as u16);
        canvas.put(items.x + indent, y, DATE - indent, &item.note, looks.dim());
        let room = items.width.saturating_sub(DATE + 2);
        canvas.put(items.x + DATE + 2, y, room, &item.label, style);
        if chosen {
            canvas.tint(items.x, y, items.width, looks.selected());
        }
    }
    if left.is_empty() {
        canvas.put(
            items.x,
            items.y,
            items.width,
            "no event here is called so",
            looks.dim(),
        );
    }
    draw_hints(&overlay.hints, looks.dim(), looks, canvas);
    Some(cursor)
}
