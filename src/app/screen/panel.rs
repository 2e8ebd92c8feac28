//! Where the panel and its parts are: pure geometry, the same for drawing and for the mouse.
//!
//! The panel stands instead of the page: the list stays in sight and shows what is left. A view without a page gives
//! its right side, or its lower half; on a screen with room for one pane the panel has it alone.

use super::layout::{Area, Arrangement, Layout};
use crate::app::panel::{Panel, PanelLine};
use crate::app::{View, rows};

/// Columns at the right of a view that has no page, from this width of the screen on.
const BESIDE: u16 = 52;
const WIDE: u16 = 100;

/// Rows at the bottom of a view that has no page.
const BELOW: u16 = 12;

/// Columns of the facets' names with the count of what is chosen.
const FACETS: u16 = 14;

/// Columns of the values at most: a count is read with its label.
const VALUES: u16 = 52;

/// Where the parts of the panel of facets stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PanelLayout {
    /// What is emptied before the panel is drawn.
    pub frame: Area,
    /// The line between the panel and what it leaves of the view.
    pub rule: Option<Area>,
    /// The line over both lists.
    pub title: Area,
    /// The names of the facets.
    pub facets: Area,
    /// The values of the chosen one.
    pub values: Area,
}

/// The panel instead of the page, or over the whole body where that is narrow.
#[must_use]
pub fn layout_for(layout: &Layout, view: View) -> PanelLayout {
    let (frame, rule) = frame(layout, view);
    let margin = if frame.width > 44 { 2 } else { 1 };
    let inner = Area {
        x: frame.x + margin,
        width: frame.width - 2 * margin,
        ..frame
    };
    // The blank line under the title is the first thing to go.
    let head = if inner.height > 9 { 2 } else { 1 };
    let below = Area {
        y: inner.y + head,
        height: inner.height - head,
        ..inner
    };
    PanelLayout {
        frame,
        rule,
        title: Area { height: 1, ..inner },
        facets: Area {
            width: FACETS,
            ..below
        },
        values: Area {
            x: below.x + FACETS + 1,
            width: (below.width - FACETS - 1).min(VALUES),
            ..below
        },
    }
}

/// Leaves a view without a page what the panel does not take; a list stays where it is, as it lies beside a page.
pub fn make_room(layout: &mut Layout, view: View) {
    let (_, rule) = frame(layout, view);
    let (Some(body), Some(rule)) = (layout.body, rule) else {
        return;
    };
    layout.page = None;
    layout.body = Some(if rule.width == 1 {
        Area {
            width: rule.x,
            ..layout.panes
        }
    } else {
        Area {
            height: rule.y - body.y,
            ..layout.panes
        }
    });
}

fn frame(layout: &Layout, view: View) -> (Area, Option<Area>) {
    let panes = layout.panes;
    let paged = matches!(view, View::Timeline | View::Article);
    let beside = |x: u16| {
        let rule = Area {
            x,
            width: 1,
            ..panes
        };
        let frame = Area {
            x: x + 1,
            width: panes.width - x - 1,
            ..panes
        };
        (frame, Some(rule))
    };
    let below = |y: u16| {
        let rule = Area {
            y,
            height: 1,
            ..panes
        };
        let frame = Area {
            y: y + 1,
            height: panes.y + panes.height - y - 1,
            ..panes
        };
        (frame, Some(rule))
    };
    match (layout.arrangement, layout.rule) {
        (Arrangement::SideBySide, Some(rule)) if paged => beside(rule.x),
        (Arrangement::Stacked, Some(rule)) if paged => below(rule.y),
        (Arrangement::Alone, _) => (panes, None),
        _ if panes.width >= WIDE => beside(panes.width - BESIDE),
        _ => below(panes.y + panes.height.saturating_sub(BELOW)),
    }
}

impl PanelLayout {
    /// The first facet that is in sight.
    #[must_use]
    pub fn first_facet(&self, panel: &Panel) -> usize {
        let facets = panel.facets().count();
        rows::scroll(0, self.facets.height.into(), panel.facet_position(), facets)
    }

    /// The first line of the values that is in sight.
    #[must_use]
    pub fn first_line(&self, panel: &Panel) -> usize {
        let lines = panel.lines(self.values.width.into());
        let chosen = lines
            .iter()
            .position(|line| *line == PanelLine::Entry(panel.position()));
        let height = self.values.height.into();
        rows::scroll(0, height, chosen.unwrap_or(0), lines.len())
    }
}
