//! The list of events with the life-lines at its left.
//!
//! Only the rows in sight are made. Columns of a row: bar, life-lines, kind's symbol, date, title, mark of the article.
//! The year stands where it begins, and again in the first row, so that the dates under it need not repeat it.

mod lines;

use crate::words::dates::short_label_columns;
use crate::words::{count, translated};
use ratatui::layout::Position;

use super::canvas::Canvas;
use super::theme::Styles;
use crate::app::filtering;
use crate::app::rows::ListRow;
use crate::app::screen::layout::Area;
use crate::app::{App, Pane};
use crate::page::{about, glyphs};
use crate::timeline::{Event, EventId};
use lines::LifeLineDrawing;

/// Columns of a date.
fn date_columns() -> u16 {
    short_label_columns() as u16
}

/// Columns of "¶19" with a space before it.
const MARK: u16 = 5;

/// Columns that the title should have before life-lines may take any.
const TITLE: u16 = 20;

/// Columns of an offer to lift a part of the filter, at most.
const WIDEST_OFFER: u16 = 60;

pub(super) fn draw(
    app: &App,
    styles: &Styles,
    caption: Area,
    area: Area,
    canvas: &mut Canvas,
) -> Option<Position> {
    let fixed = 2 + 2 + date_columns() + 2 + TITLE + MARK;
    let lines = LifeLineDrawing::new(app, styles, area, area.width.saturating_sub(fixed));
    let list = List {
        app,
        styles,
        area,
        lines_width: lines.width(),
    };
    lines.draw_folded(caption, list.symbol_column(), canvas);
    if app.rows().is_empty() {
        list.draw_nothing_left(canvas);
        return None;
    }
    lines.draw(caption, area, area.x + 2, canvas);
    let mut selected = None;
    let mut year = None;
    for offset in 0..area.height {
        let at = app.location().list_top + usize::from(offset);
        let Some(row) = app.rows().get(at) else { break };
        let y = area.y + offset;
        match row {
            ListRow::Timeline => {
                if list.draw_timeline(y, canvas) {
                    selected = Some(Position::new(0, y));
                }
            }
            ListRow::Event(event) => {
                let of_event = app.timeline()[*event].date.year();
                list.draw_event(*event, year != Some(of_event), y, canvas);
                year = Some(of_event);
                if list.is_selected(*event) {
                    selected = Some(Position::new(0, y));
                }
            }
        }
    }
    selected
}

struct List<'a> {
    app: &'a App,
    styles: &'a Styles,
    area: Area,
    /// Columns that the life-lines take.
    lines_width: u16,
}

impl List<'_> {
    fn symbol_column(&self) -> u16 {
        self.area.x + 2 + self.lines_width
    }

    fn date_column(&self) -> u16 {
        self.symbol_column() + 2
    }

    fn is_selected(&self, event: EventId) -> bool {
        let selection = self.app.selection();
        event == selection.selected() && !selection.is_before_events()
    }

    /// The row of the timeline as a whole; says whether one is on it.
    fn draw_timeline(&self, y: u16, canvas: &mut Canvas) -> bool {
        let selected = self.app.selection().is_before_events();
        let style = if selected {
            self.styles.strong()
        } else {
            self.styles.dim()
        };
        let x = self.symbol_column();
        let room = (self.area.x + self.area.width).saturating_sub(x + 1);
        canvas.put(x, y, room, translated(about::TITLE), style);
        if selected {
            self.draw_bar(y, canvas);
        }
        selected
    }

    /// The light and the bar of the row on which one is.
    fn draw_bar(&self, y: u16, canvas: &mut Canvas) {
        let (app, styles, area) = (self.app, self.styles, self.area);
        canvas.tint(area.x, y, area.width - 1, styles.selected());
        let bar = if app.location().pane == Pane::List {
            styles.accent()
        } else {
            styles.dim()
        };
        canvas.glyph(area.x, y, glyphs::SELECTED, bar);
    }

    fn draw_event(&self, id: EventId, is_first_of_year: bool, y: u16, canvas: &mut Canvas) {
        let (app, styles, area) = (self.app, self.styles, self.area);
        let event = &app.timeline()[id];
        let selected = self.is_selected(id);
        let kind = event.kind.map(|kind| &app.timeline()[kind]);
        let symbol = kind.map_or(glyphs::OTHERWISE, |kind| {
            if canvas.is_ascii() {
                &kind.ascii
            } else {
                &kind.symbol
            }
        });
        let symbol_style = if event.breach.is_some() {
            styles.violation()
        } else {
            styles.dim()
        };
        canvas.put(self.symbol_column(), y, 1, symbol, symbol_style);
        if app.is_marked(id) {
            canvas.glyph(area.x + 1, y, glyphs::MARKED, styles.accent());
        }
        let columns = usize::from(date_columns());
        let date = match is_first_of_year {
            true => event.date.short_label(),
            false => event.date.short_label_without_year(),
        };
        let date = match crate::text::width(&date) <= columns {
            true => date,
            false => event.date.short_label_within(columns),
        };
        let date_right = self.date_column() + date_columns();
        let missing = columns.saturating_sub(crate::text::width(&date)) as u16;
        let x = self.date_column() + missing;
        canvas.put(
            x,
            y,
            date_columns() - missing.min(date_columns()),
            &date,
            styles.dim(),
        );
        let title = date_right + 2;
        let right = area.x + area.width;
        let mark = self.draw_mark(event, right, y, canvas);
        let style = if selected || app.is_lit(id) {
            styles.strong()
        } else {
            styles.plain()
        };
        let room = mark.saturating_sub(title + 1);
        // The short title is better reading than a long one that is cut.
        let fits = crate::text::width(&event.title) <= room.into();
        let text = if fits {
            &event.title
        } else {
            event.short_title()
        };
        canvas.put(title, y, room, text, style);
        let found = (app.words(), styles.matched());
        canvas.mark_found(title, y, room, text, found);
        if selected {
            self.draw_bar(y, canvas);
        } else if app.is_lit(id) {
            canvas.glyph(area.x, y, glyphs::SELECTED, styles.accent());
        }
    }

    /// "¶6" at the right edge for an event that the article rests on; returns where it begins.
    fn draw_mark(&self, event: &Event, right: u16, y: u16, canvas: &mut Canvas) -> u16 {
        let choices = &self.app.selection().filter().choices;
        let Some(link) = choices.marking_link(event) else {
            return right - 1;
        };
        let mark = self.app.timeline()[link.passage].mark();
        canvas.put_right(right - 2, y, &mark, self.styles.accent())
    }

    /// What would be left if one part of the filter were lifted, for each of them.
    fn draw_nothing_left(&self, canvas: &mut Canvas) {
        let (area, styles) = (self.area, self.styles);
        let (x, width) = (area.x + 2, (area.width - 4).min(WIDEST_OFFER));
        let helps = self.app.relaxations().iter().any(|(_, events)| *events > 0);
        let headline = if helps {
            "Nothing is left; lift one part:"
        } else {
            "No part alone brings events back."
        };
        canvas.put(
            x,
            area.y,
            area.width - 3,
            translated(headline),
            styles.dim(),
        );
        let filter = self.app.selection().filter();
        let (first, in_sight) = filtering::relaxations_in_sight(self.app, area.height.into());
        for (row, at) in in_sight.enumerate() {
            let (part, events) = self.app.relaxations()[at];
            let y = area.y + (first + row) as u16;
            let left_of = count(events, "event");
            let left = canvas.put_right(x + width, y, &left_of, styles.dim());
            let chosen = at == self.app.location().relaxation;
            let style = match events {
                0 => styles.dim(),
                _ if chosen => styles.strong(),
                _ => styles.plain(),
            };
            let label = filter.describe(part, self.app.timeline());
            canvas.put(x, y, left.saturating_sub(x + 2), &label, style);
            if chosen {
                canvas.tint(area.x, y, width + 3, styles.selected());
                canvas.glyph(area.x, y, glyphs::SELECTED, styles.accent());
            }
        }
    }
}
