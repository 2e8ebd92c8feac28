//! Drawing: the state in, cells out. Nothing here changes the state, and nothing off the screen is looked at.
//!
//! ```text
//!  Permanent neutrality 1815–2025    1 Timeline   3 Article            118 events   ? help   header.rs
//!  1815 ▂▁▁  ▂▁   ▁   ▁▁   ▁▂    ▁▁   ▁  ▂▃█▅▂  ▁▁▃▆▂▁ ▂▃▁▁▁  ▁  ▂▁▁▂▁▂▂▃▅█▃            2025   overview.rs
//!
//!   CH BE LU AL                                   │                                          list.rs
//!   ┃          1830s                              │ 19 April 1839 · London                   page.rs
//! ▌ ┃  ◆       19 Apr 1839  Treaties of London ¶6 │ Treaties of London: Belgium neutralised
//!   ┃  ┃       …                                  │ …                       picker.rs lies over it     
//!  ↑↓ move   Enter follow   / search                              118 of 118 shown        footer.rs
//! ```

pub(crate) mod canvas;
mod cases;
mod chips;
mod faults;
mod footer;
mod header;
pub mod hyperlink;
pub mod lanes;
mod list;
mod outline;
mod overview;
mod page;
mod panel;
mod picker;
pub mod picture;
mod prompt;
mod sequence;
pub mod waiting;

#[cfg(test)]
mod tests;
pub mod theme;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::overlay::Overlay;
use crate::app::screen::layout::{Layout, SMALLEST};
use crate::app::{App, View};
use canvas::Canvas;
use theme::{Depth, Styles};

/// Draws the whole screen; the answer is the position of the terminal's cursor.
///
/// The cursor stands in the prompt, or on the selected row, where screen readers look for it.
pub fn draw(app: &App, depth: Depth, buffer: &mut Buffer) -> Option<Position> {
    let mut canvas = Canvas::new(buffer, app.setup.ascii);
    draw_all(app, depth, &mut canvas)
}

/// The same for a terminal that makes links of addresses.
pub fn draw_with_links(app: &App, depth: Depth, buffer: &mut Buffer) -> Option<Position> {
    let mut canvas = Canvas::new(buffer, app.setup.ascii);
    let cursor = draw_all(app, depth, &mut canvas);
    let links = canvas.into_links();
    hyperlink::write(&links, buffer);
    cursor
}

fn draw_all(app: &App, depth: Depth, canvas: &mut Canvas) -> Option<Position> {
    let styles = Styles::with(app.setup.theme, depth, &app.setup.colours);
    let Some(layout) = app.layout() else {
        too_small(canvas, app, &styles);
        return None;
    };
    header::draw(app, &styles, layout.header, canvas);
    if let Some(area) = layout.overview {
        overview::draw(app, &styles, area, canvas);
    }
    if let Some(area) = layout.chips {
        chips::draw(app, &styles, area, canvas);
    }
    let row = draw_panes(app, &styles, layout, canvas);
    footer::draw_under_cursor(app, &styles, canvas);
    faults::draw_banner(app, &styles, layout, canvas);
    let cursor = match app.overlay() {
        Some(Overlay::Picker(picker)) => picker::draw_picker(app, picker, &styles, canvas),
        Some(Overlay::Text(viewer)) => picker::draw_text(app, viewer, &styles, canvas),
        Some(Overlay::Filter(panel)) => panel::draw(app, panel, &styles, canvas),
        Some(Overlay::Search { .. } | Overlay::Line(_)) | None => None,
    };
    sequence::draw(app, &styles, layout.footer, canvas);
    let prompt = footer::draw(app, &styles, layout.footer, canvas);
    cursor.or(prompt).or(row)
}

/// Draws what the layout has room for; the answer is the cell at which the selected row begins.
fn draw_panes(
    app: &App,
    styles: &Styles,
    layout: &Layout,
    canvas: &mut Canvas,
) -> Option<Position> {
    let mut selected = None;
    if let (Some(caption), Some(list)) = (layout.caption, layout.list) {
        selected = match app.location().view {
            View::Timeline => list::draw(app, styles, caption, list, canvas),
            _ => outline::draw(app, styles, caption, list, canvas),
        };
    }
    if let Some(body) = layout.body {
        selected = match app.location().view {
            View::Cases => cases::draw(app, styles, canvas),
            _ => lanes::draw(app, styles, body, canvas),
        };
    }
    if let Some(rule) = layout.rule {
        canvas.rule(rule, styles.faint());
    }
    if let Some(area) = layout.page {
        page::draw(app, styles, area, canvas);
    }
    if let (Some(area), Some(head)) = (layout.running_head, app.running_head()) {
        canvas.put(area.x, area.y, area.width, &head, styles.dim());
    }
    if let Some(rule) = layout.aside_rule {
        canvas.rule(rule, styles.faint());
    }
    if let Some(area) = layout.aside {
        page::draw_aside(app, styles, area, canvas);
    }
    selected
}

fn too_small(canvas: &mut Canvas, app: &App, styles: &Styles) {
    let need = format!("needs {} × {}", SMALLEST.columns, SMALLEST.rows);
    let have = format!("here {} × {}", app.size().columns, app.size().rows);
    for (row, line) in ["neutrality", need.as_str(), have.as_str()]
        .into_iter()
        .enumerate()
    {
        canvas.put(0, row as u16, app.size().columns, line, styles.plain());
    }
}

/// The whole screen as one rectangle.
#[must_use]
pub fn screen(app: &App) -> Rect {
    Rect::new(0, 0, app.size().columns, app.size().rows)
}
