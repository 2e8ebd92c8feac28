//! The life-lines beside the list: a column a country, its code upright over the row in which its line begins.

use ratatui::style::Style;

use crate::app::App;
use crate::app::screen::layout::Area;
use crate::lanes::lifelines::{HEAD, LifelineCell, MOST, ShownLines};
use crate::page::glyphs;
use crate::text;
use crate::timeline::{CountryId, EventId};
use crate::ui::canvas::Canvas;
use crate::ui::theme::Styles;

/// Columns of a life-line: the glyph and the space to the next.
const LINE: u16 = 2;

/// As many lines as every list of events has that is not narrow.
const COMMON: u16 = 8;

/// Columns of a screen on which there may be more lines, and columns more for each of them.
const WIDE: u16 = 160;
const FOR_ONE_MORE: u16 = 10;

/// The lines that there is room for.
pub(super) struct LifeLineDrawing<'a> {
    app: &'a App,
    styles: &'a Styles,
    shown: ShownLines<'a>,
    /// The events of the rows in sight, with those just below them; a row of another sort has none.
    events: Vec<Option<EventId>>,
}

impl<'a> LifeLineDrawing<'a> {
    /// Chooses the lines of a list in which `room` columns are left for them.
    ///
    /// How many there may be depends on the screen, so that a wider one never has fewer.
    pub(super) fn new(app: &'a App, styles: &'a Styles, area: Area, room: u16) -> Self {
        let more = app.size().columns.saturating_sub(WIDE) / FOR_ONE_MORE;
        let columns = (room / LINE).min(COMMON + more).min(MOST as u16);
        let (timeline, selected) = (app.timeline(), app.selection().selected());
        let choices = &app.selection().filter().choices;
        let claim = choices.marking_link(&timeline[selected]);
        let claim = claim.map(|link| link.passage);
        let lines = app.life_lines();
        let rows = app.rows().iter().skip(app.location().list_top);
        LifeLineDrawing {
            shown: lines.shown(timeline, columns.into(), selected, claim),
            events: rows
                .take(usize::from(area.height) + HEAD)
                .map(|row| row.event())
                .collect(),
            app,
            styles,
        }
    }

    /// Columns that they take.
    pub(super) fn width(&self) -> u16 {
        self.shown.columns() as u16 * LINE
    }

    /// Draws the lines from `x` on beside the rows of `area`, and their codes, which may reach into `caption`.
    pub(super) fn draw(&self, caption: Area, area: Area, x: u16, canvas: &mut Canvas) {
        for column in 0..self.shown.columns() {
            let x = x + column as u16 * LINE;
            let cells: Vec<(LifelineCell, Option<CountryId>)> = self
                .events
                .iter()
                .map(|event| {
                    event.map_or((LifelineCell::Empty, None), |event| {
                        self.cell(column, event)
                    })
                })
                .collect();
            for (row, (cell, country)) in cells.iter().enumerate() {
                let Some(country) = *country else { continue };
                if row < usize::from(area.height) {
                    let (glyph, style) = look(*cell, self.styles);
                    let style = self.emphasised(country, style);
                    canvas.glyph(x, area.y + row as u16, glyph, style);
                }
                let is_free = |before: &usize| {
                    let above = row.checked_sub(*before).and_then(|row| cells.get(row));
                    above.is_none_or(|(cell, _)| *cell == LifelineCell::Empty)
                };
                if (1..=HEAD).all(|before| is_free(&before)) {
                    self.draw_code(country, x, row, caption, area, canvas);
                }
            }
        }
    }

    /// The code of a country, a letter a row, above the row in which its line begins.
    fn draw_code(
        &self,
        country: CountryId,
        x: u16,
        row: usize,
        caption: Area,
        area: Area,
        canvas: &mut Canvas,
    ) {
        let style = self.emphasised(country, self.styles.dim());
        let code = &self.app.timeline()[country].code;
        let mut cell = [0; 4];
        for (letter, above) in code.chars().zip((1..=HEAD).rev()) {
            let y = usize::from(area.y) + row - above;
            if y >= usize::from(caption.y) && y < usize::from(area.y + area.height) {
                canvas.glyph(x, y as u16, letter.encode_utf8(&mut cell), style);
            }
        }
    }

    /// Names the countries whose line lives at the selected event and found no room.
    pub(super) fn draw_folded(&self, caption: Area, x: u16, canvas: &mut Canvas) {
        let (timeline, selected) = (self.app.timeline(), self.app.selection().selected());
        let folded: Vec<&str> = self
            .shown
            .folded_at(timeline, selected)
            .map(|country| &*timeline[country].name)
            .collect();
        let y = caption.y + caption.height - 1;
        let room = (caption.x + caption.width).saturating_sub(x + 1);
        let names = text::as_many_as_fit(&folded, usize::from(room).saturating_sub(2));
        if !names.is_empty() {
            canvas.put(x, y, room, &format!("+ {names}"), self.styles.dim());
        }
    }

    fn cell(&self, column: usize, event: EventId) -> (LifelineCell, Option<CountryId>) {
        self.shown.cell(self.app.timeline(), column, event)
    }

    /// The countries of the selected event stand out.
    fn emphasised(&self, country: CountryId, style: Style) -> Style {
        let selection = self.app.selection();
        let event = &self.app.timeline()[selection.selected()];
        if !selection.is_before_events() && event.involves(country, None) {
            style.patch(self.styles.strong())
        } else {
            style
        }
    }
}

/// Sign and colour of a cell of a life-line.
fn look(cell: LifelineCell, styles: &Styles) -> (&'static str, Style) {
    match cell {
        LifelineCell::Empty => (" ", styles.plain()),
        LifelineCell::Begins(ground) => (glyphs::beginning(ground), styles.ground(ground)),
        LifelineCell::Holds(ground) => (glyphs::line(ground), styles.ground(ground)),
        LifelineCell::Violated => (glyphs::VIOLATED, styles.violation()),
        LifelineCell::Broken => (glyphs::LINE_AFTER_VIOLATION, styles.violation()),
        LifelineCell::Ends => (glyphs::ENDS, styles.dim()),
    }
}
