//! What lies over the panes: where a menu, the help or the list of the prompt stands, and what is on which of its rows.
//!
//! Pure geometry, the same for drawing and for the mouse.

use super::action::Action;
use super::copying::TextViewer;
use super::foot::Hint;
use super::help::{self, HelpRow};
use super::layout::Area;
use super::{App, Mode, rows};

/// Columns inside the menu of countries, the list of events at a mark, that of sources to open, that of faults,
/// and the help.
const COUNTRIES: u16 = 44;
const CLUSTER: u16 = 64;
const SOURCES: u16 = 84;
const FAULTS: u16 = 100;
pub const HELP: u16 = 84;

/// Rows of the prompt's list at most.
const PALETTE: u16 = 14;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overlay {
    /// All that it covers.
    pub outer: Area,
    /// The room within its edges.
    pub inner: Area,
    /// The rows of the items, of which `top` is the first one shown.
    pub items: Area,
    pub top: usize,
    /// What can be done in it, on its last row.
    pub hints: Vec<Hint>,
}

impl Overlay {
    /// The row of the list that stands in a row of the screen.
    #[must_use]
    pub fn row_at(&self, column: u16, row: u16) -> Option<usize> {
        let inside = self.items.contains(column, row);
        inside.then(|| self.top + usize::from(row - self.items.y))
    }
}

impl App {
    /// The overlay of the present mode; `None` when nothing lies over the panes.
    #[must_use]
    pub fn overlay(&self) -> Option<Overlay> {
        let foot = self.layout()?.foot;
        match &self.mode {
            // The panel of the filter stands beside the list, and knows its own place.
            Mode::Browse | Mode::Search { .. } | Mode::Filter(_) => None,
            Mode::GoTo(palette) => Some(self.above(foot, palette.len(), palette.position())),
            Mode::Countries { menu, .. } => {
                let mut overlay = self.centred(COUNTRIES, menu.left().len(), 1);
                overlay.top = menu.top(overlay.items.height.into());
                let hints = [
                    (Action::Accept, ""),
                    (Action::Mark, ""),
                    (Action::NextRole, ""),
                    (Action::Cancel, ""),
                ];
                self.with_hints(overlay, &hints)
            }
            Mode::Cluster(menu) => {
                let mut overlay = self.centred(CLUSTER, menu.left().len(), 1);
                overlay.top = menu.top(overlay.items.height.into());
                let hints = [(Action::Accept, "open"), (Action::Cancel, "")];
                self.with_hints(overlay, &hints)
            }
            Mode::Faults(menu) => {
                let below = self.rows_below_faults();
                let rows = menu.left().len() + usize::from(below);
                let mut overlay = self.centred(FAULTS, rows.saturating_sub(3), below);
                // Nothing is typed here, so the items begin a row higher.
                overlay.items.y -= 1;
                overlay.items.height += 1;
                overlay.top = menu.top(overlay.items.height.into());
                let hints = [(Action::Edit, ""), (Action::Cancel, "")];
                self.with_hints(overlay, &hints)
            }
            Mode::Addresses(menu) => {
                let mut overlay = self.centred(SOURCES, menu.left().len(), 2);
                overlay.top = menu.top(overlay.items.height.into());
                let hints = [(Action::Accept, "open"), (Action::Cancel, "")];
                self.with_hints(overlay, &hints)
            }
            Mode::Shown(shown) => {
                let columns = TextViewer::columns(self.screen.size);
                let lines = shown.lines(columns).len();
                let mut overlay = self.centred(columns, lines, 1);
                overlay.items.y -= 1;
                let last = lines.saturating_sub(overlay.items.height.into());
                overlay.top = shown.top.min(last);
                let hints = [(Action::Down, ""), (Action::Cancel, "close")];
                self.with_hints(overlay, &hints)
            }
            Mode::Help(menu) => {
                let rows = help::rows(menu);
                let chosen = |row: &HelpRow| row.item() == Some(menu.position());
                let chosen = rows.iter().position(chosen).unwrap_or(0);
                let mut overlay = self.centred(HELP, rows.len(), 0);
                overlay.top = rows::scroll(0, overlay.items.height.into(), chosen, rows.len());
                Some(overlay)
            }
        }
    }

    /// Rows under the list of faults: the way out of the chosen one, and the hints.
    fn rows_below_faults(&self) -> u16 {
        if self.screen.size.rows < 20 { 2 } else { 5 }
    }

    /// A rectangle in the middle of the screen: a title, a prompt, the items, and rows below them.
    fn centred(&self, width: u16, items: usize, below: u16) -> Overlay {
        let (columns, rows) = (self.screen.size.columns, self.screen.size.rows);
        let items = u16::try_from(items).unwrap_or(u16::MAX).min(rows);
        let width = (width + 6).min(columns);
        let height = (items + 7).min(rows.saturating_sub(2)).max(8);
        let outer = Area {
            x: (columns - width) / 2,
            y: 1 + (rows.saturating_sub(height + 2)) / 2,
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
        Overlay {
            outer,
            inner,
            items: Area {
                y: inner.y + 3,
                height: inner.height.saturating_sub(3 + below),
                ..inner
            },
            top: 0,
            hints: Vec::new(),
        }
    }

    /// A list right above the foot, over the whole width.
    fn above(&self, foot: Area, rows: usize, chosen: usize) -> Overlay {
        let most = PALETTE.min((foot.y / 2).max(4));
        let height = u16::try_from(rows).unwrap_or(u16::MAX).clamp(1, most);
        let outer = Area {
            y: foot.y.saturating_sub(height + 1),
            height: height + 1,
            ..foot
        };
        let inner = Area {
            x: 1,
            y: outer.y + 1,
            width: outer.width - 2,
            height,
        };
        Overlay {
            outer,
            inner,
            items: inner,
            top: rows::scroll(0, height.into(), chosen, rows),
            hints: Vec::new(),
        }
    }

    fn with_hints(
        &self,
        mut overlay: Overlay,
        hints: &[(Action, &'static str)],
    ) -> Option<Overlay> {
        let inner = overlay.inner;
        let line = Area {
            y: inner.y + inner.height - 1,
            height: 1,
            ..inner
        };
        overlay.hints = self.place_hints(self.context(), hints, line);
        Some(overlay)
    }
}
