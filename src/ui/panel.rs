//! The panel of facets: their names at the left, the values of one of them with counts at the right.

use crate::words::translated;
use ratatui::layout::Position;
use ratatui::style::Style;

use super::canvas::Canvas;
use super::prompt;
use super::theme::Styles;
use crate::app::App;
use crate::app::panel::{Choice, FacetEntry, INDENT, Panel, PanelLine, Typing, chosen_of};
use crate::app::screen::layout::Area;
use crate::app::screen::panel::PanelLayout;
use crate::page::glyphs;
use crate::selection::requirement::Requirement;
use crate::text;
use crate::timeline::HistoricDate;

/// Columns before the words of a value.
const MARK: u16 = INDENT as u16;

/// Columns of a bar: none rather than fewer than the first, and at most the second.
const BAR: (u16, u16) = (4, 12);

pub(super) fn draw(
    app: &App,
    panel: &Panel,
    styles: &Styles,
    canvas: &mut Canvas,
) -> Option<Position> {
    let layout = *app.panel_layout()?;
    let drawing = PanelDrawing {
        app,
        panel,
        styles,
        layout,
    };
    canvas.clear(layout.frame);
    if let Some(rule) = layout.rule {
        canvas.rule(rule, styles.faint());
    }
    let prompt = drawing.draw_title(canvas);
    drawing.draw_facets(canvas);
    let chosen = drawing.draw_values(canvas);
    prompt.or(chosen)
}

struct PanelDrawing<'a> {
    app: &'a App,
    panel: &'a Panel,
    styles: &'a Styles,
    layout: PanelLayout,
}

impl PanelDrawing<'_> {
    /// The title, and over the values what narrows them; the answer is the cursor, where there is one.
    fn draw_title(&self, canvas: &mut Canvas) -> Option<Position> {
        let (title, styles) = (self.layout.title, self.styles);
        canvas.put(
            title.x + 1,
            title.y,
            title.width,
            translated("Filter"),
            styles.strong(),
        );
        let line = Area {
            x: self.layout.values.x,
            width: self.layout.values.width,
            ..title
        };
        let narrow = &self.panel.narrow;
        let typing = self.panel.typing == Typing::Narrow;
        if !typing && narrow.text().is_empty() {
            return None;
        }
        let cursor = prompt::draw(
            "/ ",
            narrow,
            translated("type to narrow"),
            line,
            self.styles,
            canvas,
        );
        typing.then_some(cursor)
    }

    /// The names of the facets, with how much is chosen of each.
    fn draw_facets(&self, canvas: &mut Canvas) {
        let (area, styles) = (self.layout.facets, self.styles);
        let filter = self.app.selection().filter();
        let first = self.layout.first_facet(self.panel);
        let facets = self.panel.facets().enumerate().skip(first);
        for (row, (at, facet)) in facets.take(area.height.into()).enumerate() {
            let y = area.y + row as u16;
            let here = at == self.panel.facet_position();
            let chosen = chosen_of(filter, facet);
            let style = match (here, chosen) {
                (true, _) => styles.strong(),
                (false, 0) => styles.dim(),
                (false, _) => styles.plain(),
            };
            let title = facet.title_in(self.app.timeline());
            canvas.put(area.x + 1, y, area.width - 1, title, style);
            if chosen > 0 {
                let right = area.x + area.width - 1;
                canvas.put_right(right, y, &chosen.to_string(), styles.accent());
            }
            if here {
                canvas.tint(area.x, y, area.width, styles.selected());
            }
        }
        // A column before the selected row, so that it stands apart from a name.
        let x = area.x.saturating_sub(1);
        self.draw_more(area, x, first, self.panel.facets().count(), canvas);
    }

    /// Arrows where a list goes on above or below what is in sight.
    fn draw_more(&self, area: Area, x: u16, first: usize, all: usize, canvas: &mut Canvas) {
        let style = self.styles.accent();
        if first > 0 {
            canvas.glyph(x, area.y, glyphs::MORE[0], style);
        }
        if first + usize::from(area.height) < all {
            canvas.glyph(x, area.y + area.height - 1, glyphs::MORE[1], style);
        }
    }

    /// The values of the chosen facet; the answer is the cell of the chosen one, or of the cursor.
    fn draw_values(&self, canvas: &mut Canvas) -> Option<Position> {
        let area = self.layout.values;
        let matches = self.panel.matches();
        if matches.is_empty() {
            let message = translated("nothing is called so");
            canvas.put(area.x, area.y, area.width, message, self.styles.dim());
            return None;
        }
        let bars = Bars::new(self.app, self.panel, &matches, area.width);
        let lines = self.panel.lines(area.width.into());
        let first = self.layout.first_line(self.panel);
        let mut cursor = None;
        self.draw_more(area, area.x + area.width, first, lines.len(), canvas);
        for (row, line) in lines
            .iter()
            .skip(first)
            .take(area.height.into())
            .enumerate()
        {
            let line_area = Area {
                y: area.y + row as u16,
                height: 1,
                ..area
            };
            match line {
                PanelLine::Fault(text) => {
                    self.put_under(text, line_area, self.styles.violation(), canvas);
                }
                PanelLine::Note(text) => self.put_under(text, line_area, self.styles.dim(), canvas),
                PanelLine::Entry(at) => {
                    let Some(entry) = matches.get(*at) else {
                        continue;
                    };
                    let chosen = *at == self.panel.position();
                    let cell = self.draw_entry(entry, chosen, &bars, line_area, canvas);
                    cursor = cursor.or(cell.filter(|_| chosen));
                }
            }
        }
        cursor
    }

    /// What belongs to the entry above.
    fn put_under(&self, text: &str, area: Area, style: Style, canvas: &mut Canvas) {
        canvas.put(area.x + MARK, area.y, area.width - MARK, text, style);
    }

    fn draw_entry(
        &self,
        entry: &FacetEntry,
        chosen: bool,
        bars: &Bars,
        area: Area,
        canvas: &mut Canvas,
    ) -> Option<Position> {
        let styles = self.styles;
        let mark = self.mark(entry.choice);
        canvas.glyph(area.x + 1, area.y, mark, styles.accent());
        let events = self.panel.events(entry.choice);
        let label = Area {
            x: area.x + MARK,
            width: area.width.saturating_sub(MARK + bars.room()),
            ..area
        };
        if entry.choice == Choice::Range {
            if let Some(cursor) = self.draw_range(label, canvas) {
                return Some(cursor);
            }
        } else {
            let style = match events {
                Some(0) => styles.dim(),
                _ if chosen => styles.strong(),
                _ => styles.plain(),
            };
            canvas.put(label.x, label.y, label.width, &entry.label, style);
        }
        if let Some(events) = events {
            let right = area.x + area.width - 1;
            canvas.put_right(right, area.y, &events.to_string(), styles.dim());
            bars.draw(events, right, area.y, styles, canvas);
        }
        if chosen {
            canvas.tint(area.x, area.y, area.width, styles.selected());
        }
        Some(Position::new(area.x, area.y))
    }

    /// The range: as it is typed, as it is, or how it is written; the answer is the cursor, where there is one.
    fn draw_range(&self, area: Area, canvas: &mut Canvas) -> Option<Position> {
        let range = &self.app.selection().filter().range;
        // The range has no count, so its line may be as long as the values are wide.
        let area = Area {
            width: (self.layout.values.x + self.layout.values.width).saturating_sub(area.x + 1),
            ..area
        };
        if self.panel.typing == Typing::Range {
            let hint = "1914-08..1918, or 1914..";
            return Some(prompt::draw(
                "",
                &self.panel.range,
                hint,
                area,
                self.styles,
                canvas,
            ));
        }
        let (text, style) = if range.is_open() || self.is_an_era() {
            ("from..to, as 1914-08..1918".to_owned(), self.styles.dim())
        } else {
            (range.label(), self.styles.plain())
        };
        canvas.put(area.x, area.y, area.width, &text, style);
        None
    }

    fn is_an_era(&self) -> bool {
        let eras = &self.app.timeline().eras;
        eras.iter().any(|era| self.is_range_of(&era.date))
    }

    fn is_range_of(&self, date: &HistoricDate) -> bool {
        let range = &self.app.selection().filter().range;
        range.from.as_ref() == Some(date) && range.to.as_ref() == Some(date)
    }

    /// Filled for what is included, a minus for what is refused, "and" for what is required.
    fn mark(&self, choice: Choice) -> &'static str {
        let filter = self.app.selection().filter();
        let eras = &self.app.timeline().eras;
        let included = match choice {
            Choice::Value(value) if filter.choices.exclude.contains(&value) => {
                return glyphs::REFUSED;
            }
            Choice::Value(value) if filter.choices.require.contains(&Requirement::Value(value)) => {
                return glyphs::REQUIRED;
            }
            Choice::Value(value) => filter.choices.include.contains(&value),
            Choice::Era(at) => eras.get(at).is_some_and(|era| self.is_range_of(&era.date)),
            Choice::Range => !filter.range.is_open() && !self.is_an_era(),
        };
        if included { glyphs::ASKED_FOR } else { " " }
    }
}

/// What stands at the right of the values: the counts, and bars where the labels leave room for them.
struct Bars {
    most: usize,
    /// Columns of the longest count.
    count: u16,
    columns: u16,
}

impl Bars {
    fn new(app: &App, panel: &Panel, entries: &[&FacetEntry], width: u16) -> Self {
        let counts = entries
            .iter()
            .filter_map(|entry| panel.events(entry.choice));
        let label = |entry: &&FacetEntry| text::columns(&entry.label);
        let widest = entries.iter().map(label).max().unwrap_or(0);
        let count = app.timeline().events.len().to_string().len() as u16;
        let free = width.saturating_sub(MARK + widest + count + 4);
        Bars {
            most: counts.max().unwrap_or(0).max(1),
            count,
            columns: if free < BAR.0 { 0 } else { free.min(BAR.1) },
        }
    }

    /// Columns that the labels must leave.
    fn room(&self) -> u16 {
        self.count
            + 2
            + if self.columns > 0 {
                self.columns + 1
            } else {
                0
            }
    }

    /// A bar whose count ends before column `right`.
    fn draw(&self, events: usize, right: u16, y: u16, styles: &Styles, canvas: &mut Canvas) {
        if events == 0 || self.columns == 0 {
            return;
        }
        let part = events as f64 / self.most as f64;
        let long = ((part * f64::from(self.columns)).round() as u16).max(1);
        let x = right.saturating_sub(self.count + 1 + self.columns);
        for column in x..x + long {
            canvas.glyph(column, y, glyphs::SHARE, styles.faint());
        }
    }
}
