//! What is wrong with the file while it cannot be shown: a line that says so, and the list of its faults.

use ratatui::layout::Position;

use super::canvas::Canvas;
use super::foot::draw_hints;
use super::menu::frame;
use super::theme::Looks;
use crate::app::App;
use crate::app::action::Action;
use crate::app::keys::Context;
use crate::app::layout::{Area, Layout};
use crate::app::menu::Menu;
use crate::app::overlay::Overlay;
use crate::page::Tone;
use crate::text::{self, wrap::wrap};

/// Columns of the places in the list.
const PLACE: usize = 9;

/// Says over the panes that the file is at fault; what is shown is the file as it was.
pub fn draw_banner(app: &App, looks: &Looks, layout: &Layout, canvas: &mut Canvas) {
    let Some(report) = app.broken() else { return };
    let key = app
        .setup
        .keymap
        .binding(Context::List, Action::Faults)
        .and_then(|binding| binding.signs().into_iter().next())
        .unwrap_or_default();
    let said = format!(
        "{}: {}; shown as it was before; {key} lists the faults",
        file_name(&report.name),
        report.tally()
    );
    let Area { y, width, .. } = layout.banner;
    canvas.clear(layout.banner);
    canvas.put(
        1,
        y,
        width.saturating_sub(2),
        &said,
        looks.tone(Tone::Violation),
    );
}

/// The last part of a path; what leads to it is known to the one who opened it.
fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

pub fn draw_list(
    app: &App,
    menu: &Menu<usize>,
    looks: &Looks,
    canvas: &mut Canvas,
) -> Option<Position> {
    let report = app.broken()?;
    let overlay = app.overlay()?;
    frame(&overlay, looks, canvas);
    let (left, inner, items) = (menu.left(), overlay.inner, overlay.items);
    let title = format!("{}: {}", file_name(&report.name), report.tally());
    canvas.put(inner.x, inner.y, inner.width, &title, looks.strong());
    let mut cursor = None;
    let top = overlay.top;
    for (offset, item) in left.iter().skip(top).take(items.height.into()).enumerate() {
        let y = items.y + offset as u16;
        let place = format!("{:>width$}", item.note, width = PLACE - 2);
        canvas.put(items.x, y, PLACE as u16 - 2, &place, looks.dim());
        let x = items.x + PLACE as u16;
        let room = items.width.saturating_sub(PLACE as u16);
        canvas.put(x, y, room, &item.label, looks.plain());
        if top + offset == menu.position() {
            canvas.tint(items.x, y, items.width, looks.selected());
            cursor = Some(Position::new(items.x, y));
        }
    }
    draw_way_out(app, menu, &overlay, looks, canvas);
    draw_hints(&overlay.hints, looks.dim(), looks, canvas);
    cursor
}

/// The message of the chosen fault where it was cut, and what the author can do; the hints stand below.
fn draw_way_out(
    app: &App,
    menu: &Menu<usize>,
    overlay: &Overlay,
    looks: &Looks,
    canvas: &mut Canvas,
) {
    let Some(fault) = menu.chosen().and_then(|item| app.fault(item.value)) else {
        return;
    };
    let (inner, items) = (overlay.inner, overlay.items);
    let was_cut = text::width(&fault.message) + PLACE > usize::from(items.width);
    let message = was_cut.then_some(fault.message.as_str());
    let parts: Vec<&str> = message.into_iter().chain(fault.help.as_deref()).collect();
    let said = parts.join("; ");
    let end = (inner.y + inner.height).saturating_sub(1);
    let below = items.y + items.height;
    // A line apart where there is room for one.
    let first = below + u16::from(end > below + 1);
    for (y, line) in (first..end).zip(wrap(&said, inner.width.into())) {
        canvas.put(inner.x, y, inner.width, &said[line], looks.dim());
    }
}
