//! What lies over the panes: where a list to pick from or a text stands, and what is on which of its rows.

use super::hints::{self, Hint};
use crate::app::App;
use crate::app::action::Action;
use crate::app::input::Size;
use crate::app::keys::Context;
use crate::app::overlay::{Overlay, TextViewer};
use crate::app::picker::Picker;
use crate::app::picker::spec::Placement;
use crate::app::screen::layout::Area;

/// Rows of the list over the footer at most.
const ABOVE_FOOTER: u16 = 14;

/// Columns of its rows at most, so that what stands at their end is seen with what stands at their beginning.
const FITTED: u16 = 110;

/// Rows from which on a screen is high.
const HIGH: u16 = 20;

/// Where a list over the panes stands, and what of it is in sight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Popup {
    /// All that it covers.
    pub outer: Area,
    /// The room within its edges.
    pub inner: Area,
    /// The rows of the list, or the lines of the text, of which `top` is the first one shown.
    pub items: Area,
    /// The first line in sight.
    pub top: usize,
    /// What can be done in it, on its last row.
    pub hints: Vec<Hint>,
}

impl Popup {
    /// The row of the list that stands in a row of the screen.
    #[must_use]
    pub fn row_at(&self, column: u16, row: u16) -> Option<usize> {
        let inside = self.items.contains(column, row);
        inside.then(|| self.top + usize::from(row - self.items.y))
    }

    /// Its last row.
    fn last_row(&self) -> Area {
        Area {
            y: self.inner.y + self.inner.height - 1,
            height: 1,
            ..self.inner
        }
    }
}

/// What lies over the panes; `None` when nothing does.
pub(super) fn popup(app: &App, footer: Area) -> Option<Popup> {
    let (size, keymap) = (app.screen.size, &app.setup.keymap);
    match app.overlay.as_ref()? {
        // The panel of the filter stands beside the list, and has a layout of its own.
        Overlay::Search { .. } | Overlay::Filter(_) | Overlay::Line(_) => None,
        Overlay::Picker(picker) => {
            let mut popup = of_picker(picker, size, footer);
            let (context, hints) = (picker.spec().context, picker.spec().hints);
            popup.hints = hints::lay_out(keymap, context, hints, popup.last_row());
            Some(popup)
        }
        Overlay::Text(viewer) => {
            let mut popup = of_text(viewer, size);
            let copies = viewer.is_address && app.setup.can_copy;
            let copy = (Action::Accept, if copies { "copy" } else { "print" });
            let more = [(Action::Down, ""), (Action::Cancel, "close")];
            let hints: Vec<(Action, &str)> = [copy].into_iter().chain(more).collect();
            popup.hints = hints::lay_out(keymap, Context::Menu, &hints, popup.last_row());
            Some(popup)
        }
    }
}

fn of_picker(picker: &Picker, size: Size, footer: Area) -> Popup {
    let rows = picker.rows();
    let mut popup = match picker.spec().placement {
        Placement::AboveFooter => above(footer, rows.len()),
        Placement::Centred { width, below } => {
            let below = below[usize::from(size.rows >= HIGH)];
            let has_prompt = picker.spec().has_prompt();
            centred(size, width, rows.len(), below, has_prompt)
        }
    };
    popup.top = picker.top;
    popup
}

fn of_text(viewer: &TextViewer, size: Size) -> Popup {
    let columns = TextViewer::columns(size);
    let lines = viewer.lines(columns).len();
    let mut popup = centred(size, columns, lines, 1, true);
    popup.items.y -= 1;
    let last = lines.saturating_sub(popup.items.height.into());
    popup.top = viewer.top.min(last);
    popup
}

/// A rectangle in the middle of the screen: a title, a prompt where one can type, the list, and rows below it.
fn centred(size: Size, width: u16, rows: usize, below: u16, has_prompt: bool) -> Popup {
    // Edges, title, a blank row, and the prompt or what stands below the list.
    let around = if has_prompt {
        5 + below.max(2)
    } else {
        4 + below
    };
    let rows = u16::try_from(rows).unwrap_or(u16::MAX).min(size.rows);
    let width = (width + 6).min(size.columns);
    let height = (rows + around).min(size.rows.saturating_sub(2)).max(8);
    let outer = Area {
        x: (size.columns - width) / 2,
        y: 1 + (size.rows.saturating_sub(height + 2)) / 2,
        width,
        height,
    };
    let margin = if width > 50 { 3 } else { 1 };
    let inner = Area {
        x: outer.x + margin,
        y: outer.y + 1,
        width: width - 2 * margin,
        height: height - 2,
    };
    let head = if has_prompt { 3 } else { 2 };
    Popup {
        outer,
        inner,
        items: Area {
            y: inner.y + head,
            height: inner.height.saturating_sub(head + below),
            ..inner
        },
        top: 0,
        hints: Vec::new(),
    }
}

/// A list right above the footer, with edges over the whole width; one row also where nothing is listed, to say so.
fn above(footer: Area, rows: usize) -> Popup {
    let most = ABOVE_FOOTER.min((footer.y / 2).max(4));
    let height = u16::try_from(rows).unwrap_or(u16::MAX).clamp(1, most);
    let outer = Area {
        y: footer.y.saturating_sub(height + 1),
        height: height + 1,
        ..footer
    };
    let inner = Area {
        x: 1,
        y: outer.y + 1,
        width: (outer.width - 2).min(FITTED),
        height,
    };
    Popup {
        outer,
        inner,
        items: inner,
        top: 0,
        hints: Vec::new(),
    }
}
