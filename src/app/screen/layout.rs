//! Where things are on the screen: pure geometry, the same for drawing, for scrolling and for the mouse.

use crate::app::input::Size;
use crate::app::{Pane, View};
use crate::lanes::lifelines::HEAD;

/// The smallest screen that the reader works on.
pub const SMALLEST: Size = Size {
    columns: 40,
    rows: 12,
};

/// From this width on the panes stand side by side.
const WIDE: u16 = 120;

/// From this height on a narrow screen has room for two panes, one above the other.
const TALL: u16 = 18;

/// From this width on there is room for a third column.
const SPACIOUS: u16 = 160;

/// Columns of the third one at most, and between it and a page that has the screen.
const ASIDE: u16 = 60;
const GAP: u16 = 6;

/// Columns that a list of events needs for eight life-lines and short titles.
const LIST: u16 = 64;

/// The shortest line of a page that stands between two others.
const NARROWEST: u16 = 50;

/// The longest line that is comfortable to read.
pub(super) const MEASURE: u16 = 76;

/// Rows that the lanes need to be of use, and rows under them that are worth a text.
const LOWEST: u16 = 10;
const MARGIN: u16 = 8;

/// A rectangle of cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Area {
    /// The first column, counted from 0.
    pub x: u16,
    /// The first row, counted from 0.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Area {
    /// What is left for text under a heading of one row, indented by two columns; `None` where no row is left.
    #[must_use]
    pub fn under_heading(self) -> Option<Area> {
        (self.height > 1).then(|| Area {
            x: self.x + 2,
            y: self.y + 1,
            width: self.width - 4,
            height: self.height - 1,
        })
    }

    /// Whether a cell lies in it.
    #[must_use]
    pub fn contains(self, column: u16, row: u16) -> bool {
        (self.x..self.x.saturating_add(self.width)).contains(&column)
            && (self.y..self.y.saturating_add(self.height)).contains(&row)
    }

    fn row(self, at: u16) -> Area {
        Area {
            y: self.y + at,
            height: 1,
            ..self
        }
    }
}

/// What is to be placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    /// Which view is shown.
    pub view: View,
    /// Which half of the view has the keys.
    pub pane: Pane,
    /// Whether the page was given the whole screen.
    pub whole_page: bool,
    /// Whether parts of a filter are to be shown.
    pub filtered: bool,
    /// Whether the page is a stop of a tour, for whose text the lanes and the table give room.
    pub at_stop: bool,
}

/// How the panes stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrangement {
    /// The list at the left, the page at the right.
    SideBySide,
    /// The list above its page.
    Stacked,
    /// Only the pane that has the keys.
    Alone,
}

/// Where the parts of the screen stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// How the panes stand to each other.
    pub arrangement: Arrangement,
    /// The title and the tabs.
    pub header: Area,
    /// The strip of all years, where there is room.
    pub overview: Option<Area>,
    /// The parts of the filter; the blank line over the panes, or on a low screen a line of their own.
    pub chips: Option<Area>,
    /// What is read, over a page that has the screen and is scrolled past its title.
    pub running_head: Option<Area>,
    /// All between the header and the footer.
    pub panes: Area,
    /// Codes over the life-lines, or the title of the article: the line above the list.
    pub caption: Option<Area>,
    /// The list of events, or the outline of the article.
    pub list: Option<Area>,
    /// The faint line between the panes: a column, or a row.
    pub rule: Option<Area>,
    /// The reading pane.
    pub page: Option<Area>,
    /// What stands beside the page on a wide screen, and the line before it.
    pub aside: Option<Area>,
    /// The line between the reading pane and the third column.
    pub aside_rule: Option<Area>,
    /// The lanes, or the table of cases.
    pub body: Option<Area>,
    /// Where the faults of the file are reported: the empty row over the footer, or on a low screen the header’s.
    pub banner: Area,
    /// The empty row over the footer, on a high screen.
    pub over_footer: Option<Area>,
    /// The hints, the prompt or the message.
    pub footer: Area,
}

/// Places everything on a screen; `None` when it is smaller than [`SMALLEST`].
#[must_use]
pub fn layout(size: Size, placed: Placed) -> Option<Layout> {
    if size.columns < SMALLEST.columns || size.rows < SMALLEST.rows {
        return None;
    }
    let Placed { view, pane, .. } = placed;
    let screen = Area {
        x: 0,
        y: 0,
        width: size.columns,
        height: size.rows,
    };
    let arrangement = match (size.columns >= WIDE, size.rows >= TALL) {
        _ if pane == Pane::Page && placed.whole_page => Arrangement::Alone,
        (true, _) => Arrangement::SideBySide,
        (false, true) if pane == Pane::List || placed.at_stop => Arrangement::Stacked,
        (false, _) => Arrangement::Alone,
    };
    // The table is no list: who reads its page has no use for it beside that.
    let is_alone = arrangement == Arrangement::Alone || (view == View::Cases && !placed.at_stop);
    let is_page_alone = pane == Pane::Page && is_alone;
    // What stands around the panes comes a row at a time, so that a higher screen never has fewer rows of text.
    let [has_overview, is_signed, is_spaced] = [20, 21, 22].map(|least| size.rows >= least);
    let overview = (has_overview && !is_page_alone).then(|| screen.row(1));
    let chips = u16::from(placed.filtered);
    let top = match (is_page_alone, has_overview) {
        (true, true) => 2 + chips,
        (false, true) if is_spaced => 3,
        (false, true) => 2 + chips,
        (_, false) => 1 + chips,
    };
    let chips_at = match (is_page_alone, has_overview) {
        (true, true) => 1,
        _ => top - 1,
    };
    let body = Area {
        y: top,
        height: size.rows - top - if is_signed { 2 } else { 1 },
        ..screen
    };
    let mut layout = Layout {
        arrangement,
        header: screen.row(0),
        overview,
        chips: placed.filtered.then(|| screen.row(chips_at)),
        running_head: None,
        panes: body,
        caption: None,
        list: None,
        rule: None,
        page: None,
        aside: None,
        aside_rule: None,
        body: None,
        banner: screen.row(if is_signed { size.rows - 2 } else { 0 }),
        over_footer: is_signed.then(|| screen.row(size.rows - 2)),
        footer: screen.row(size.rows - 1),
    };
    match (view, arrangement) {
        _ if is_page_alone => {
            page_alone(&mut layout, body);
            let over = |page: Area| Area {
                y: top - 1,
                height: 1,
                ..page
            };
            layout.running_head = layout.page.filter(|_| has_overview).map(over);
        }
        (View::Lanes | View::Cases, _) if placed.at_stop => with_stop(&mut layout, body, pane),
        (View::Lanes, _) => layout.body = Some(body),
        (View::Cases, _) => table(&mut layout, body),
        (_, Arrangement::SideBySide) => {
            let rest = beside(&mut layout, body);
            side_by_side(&mut layout, rest, view);
        }
        (_, Arrangement::Stacked) => stacked(&mut layout, body, view),
        (_, Arrangement::Alone) => with_caption(&mut layout, body, view),
    }
    Some(layout)
}

/// The page in the middle of the screen and as wide as is good to read; on a wide screen with what belongs beside it.
fn page_alone(layout: &mut Layout, body: Area) {
    let width = (body.width - 4).min(MEASURE);
    let aside = (body.width >= SPACIOUS).then_some(ASIDE);
    let used = width + aside.map_or(0, |aside| GAP + aside);
    let x = (body.width - used) / 2;
    layout.page = Some(Area { x, width, ..body });
    layout.aside = aside.map(|aside| Area {
        x: x + width + GAP,
        width: aside,
        ..body
    });
}

/// A table over the page of its chosen cell; on a low screen alone.
fn table(layout: &mut Layout, body: Area) {
    let page = |y: u16, height: u16| Area {
        x: 2,
        y,
        width: (body.width - 4).min(MEASURE + 24),
        height,
    };
    let below = (body.height / 3).clamp(6, 14);
    if body.height < 15 {
        layout.body = Some(body);
        return;
    }
    layout.body = Some(Area {
        height: body.height - below - 1,
        ..body
    });
    layout.page = Some(page(body.y + body.height - below, below));
}

/// The lanes or the table with the text of a stop: beside it or over it, on a low screen one of them alone.
fn with_stop(layout: &mut Layout, body: Area, pane: Pane) {
    if body.width >= SPACIOUS {
        let x = body.width - MEASURE - 2;
        let at = |x: u16, width: u16| Some(Area { x, width, ..body });
        (layout.body, layout.rule) = (at(0, x - 3), at(x - 3, 1));
        layout.page = at(x, MEASURE);
    } else if body.height > LOWEST + MARGIN {
        let above = LOWEST.max(body.height * 2 / 5);
        layout.body = Some(Area {
            height: above,
            ..body
        });
        layout.rule = Some(body.row(above));
        layout.page = Some(Area {
            x: 2,
            y: body.y + above + 1,
            width: (body.width - 4).min(MEASURE),
            height: body.height - above - 1,
        });
    } else if pane == Pane::Page {
        page_alone(layout, body);
    } else {
        layout.body = Some(body);
    }
}

/// Takes the third column off a wide body; what is left is for the list and its page.
fn beside(layout: &mut Layout, body: Area) -> Area {
    if body.width < SPACIOUS {
        return body;
    }
    let room = body.width.saturating_sub(LIST + NARROWEST + 10);
    let width = (body.width * 27 / 100).min(ASIDE).min(room);
    let rule = body.width - width - 5;
    let at = |x: u16, width: u16| Area { x, width, ..body };
    layout.aside_rule = Some(at(rule, 1));
    layout.aside = Some(at(rule + 3, width));
    at(0, rule)
}

fn side_by_side(layout: &mut Layout, body: Area, view: View) {
    let share = match (view, layout.aside) {
        (View::Article, None) => 44,
        // The headings of the passages have room, and the claim is still the widest.
        (View::Article, Some(_)) => 47,
        _ => 54,
    };
    let left = (u32::from(body.width) * share / 100) as u16;
    let needed = match view {
        View::Timeline => LIST,
        _ => 0,
    };
    // The text is never wider than is good to read; what it leaves goes to the list.
    let left = left.max(needed).max(body.width.saturating_sub(MEASURE + 5));
    with_caption(
        layout,
        Area {
            width: left,
            ..body
        },
        view,
    );
    layout.rule = Some(Area {
        x: left,
        width: 1,
        ..body
    });
    let x = left + 3;
    layout.page = Some(Area {
        x,
        width: body.width - x - 2,
        ..body
    });
}

fn stacked(layout: &mut Layout, body: Area, view: View) {
    let above = body.height * 45 / 100;
    with_caption(
        layout,
        Area {
            height: above,
            ..body
        },
        view,
    );
    layout.rule = Some(body.row(above));
    let page = Area {
        x: 2,
        y: body.y + above + 1,
        width: (body.width - 4).min(MEASURE),
        height: body.height - above - 1,
    };
    layout.page = Some(page);
}

/// Takes the first rows of the left pane for its caption: the codes of the life-lines stand upright.
fn with_caption(layout: &mut Layout, area: Area, view: View) {
    let height = match view {
        View::Timeline => HEAD as u16,
        _ => 1,
    };
    layout.caption = Some(Area { height, ..area });
    layout.list = Some(Area {
        y: area.y + height,
        height: area.height - height,
        ..area
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_lies_on_the_screen_at_every_size() {
        for columns in 1..=300 {
            for rows in 1..=100 {
                for (view, pane) in [
                    (View::Timeline, Pane::List),
                    (View::Article, Pane::Page),
                    (View::Lanes, Pane::List),
                    (View::Cases, Pane::List),
                    (View::Cases, Pane::Page),
                ] {
                    let size = Size { columns, rows };
                    let placed = Placed {
                        view,
                        pane,
                        whole_page: columns % 3 == 0,
                        filtered: columns % 2 == 0,
                        at_stop: rows % 2 == 0,
                    };
                    let Some(layout) = layout(size, placed) else {
                        assert!(columns < SMALLEST.columns || rows < SMALLEST.rows);
                        continue;
                    };
                    let parts = [
                        layout.overview,
                        layout.chips,
                        layout.running_head,
                        Some(layout.panes),
                        layout.caption,
                        layout.list,
                        layout.rule,
                        layout.page,
                        layout.aside,
                        layout.aside_rule,
                        layout.body,
                    ];
                    for area in parts
                        .into_iter()
                        .flatten()
                        .chain([layout.header, layout.footer])
                    {
                        let fits = area.x + area.width <= columns && area.y + area.height <= rows;
                        assert!(
                            fits && area.width > 0 && area.height > 0,
                            "{area:?} on {columns}x{rows}"
                        );
                    }
                }
            }
        }
    }
}
