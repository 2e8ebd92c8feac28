//! Drawing of the ages: every title with its beginning at zero, how long it was kept and what became of it.
//!
//! ```text
//!  years              0       20      40      60      80     100
//!  By treaty
//!    Switzerland 1815 █ T ████████████████████████████████████████▶   210 y  ▶ in force
//! ▌  Belgium 1839     █ T █████████████████████✕╌╌                     75 y  ⊗ 1914 by a guarantor
//!    Åland 1856      ░┄┄┄┄┄┄┄┄┄┄✕╌╌╌╌╌╌╌╌╌╌╌╌╌▶                        59 y  ✕ 1915 by others
//! ```
//!
//! Nothing but the rows in sight is computed.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::legend::{Legend, LegendEntry};
use super::panel;
use super::sheet::{LEGEND, MOST, put_left_out};
use crate::app::screen::ages::{self as layout, AgesLayout};
use crate::app::screen::layout::Area;
use crate::app::{App, Theme};
use crate::lanes::ages::{AgeCell, AgeRow, Ages, Fate, Tenure, ticks};
use crate::lanes::scale::Scale;
use crate::page::glyphs::{self, texture};
use crate::text;
use crate::timeline::{Breach, LegalBasis, Timeline};
use crate::ui::canvas::Canvas;
use crate::ui::theme::{Depth, Styles};
use crate::words::{fill, translated};

/// What all parts of the drawing look at.
struct AgesChart<'a> {
    timeline: &'a Timeline,
    styles: &'a Styles,
    parts: AgesLayout,
    scale: Scale,
}

/// Draws the ages; the answer is the cell of the chosen title.
pub fn draw(app: &App, styles: &Styles, area: Area, canvas: &mut Canvas) -> Option<Position> {
    let parts = *app.ages_layout()?;
    let state = app.location().lanes.ages;
    let ages = app.document().ages();
    let chart = AgesChart {
        timeline: app.timeline(),
        styles,
        parts,
        scale: state.scale(ages, parts.bars.width),
    };
    let mut legend = Legend::default();
    let mut place = None;
    let rows = ages.rows().skip(state.top);
    for (y, row) in (parts.bars.y..parts.bars.y + parts.bars.height).zip(rows) {
        let is_chosen = matches!(row, AgeRow::Tenure(tenure) if Some(tenure.span) == state.chosen);
        chart.draw_row(row, is_chosen, y, &mut legend, canvas);
        if is_chosen {
            canvas.glyph(area.x, y, glyphs::SELECTED, styles.accent());
            place = Some(Position::new(area.x, y));
        }
    }
    chart.draw_head(area, canvas);
    draw_more(ages, state.top, styles, area, &parts, canvas);
    if parts.fate.is_some() {
        legend.explain_beside(LegendEntry::InForce);
    }
    if let Some(area) = parts.legend {
        legend.draw(styles, area, canvas);
    }
    if let (Some(area), Some(tenure)) = (parts.panel, state.chosen_tenure(app.document())) {
        let name = tenure.name(app.timeline());
        canvas.put(area.x + 1, area.y, area.width, &name, styles.accent());
        panel::draw_text(app, styles, canvas);
    }
    place
}

/// Says at the right edge that there are more rows above or below.
fn draw_more(
    ages: &Ages,
    top: usize,
    styles: &Styles,
    area: Area,
    parts: &AgesLayout,
    canvas: &mut Canvas,
) {
    let (bars, x) = (parts.bars, area.x + area.width - 1);
    if top > 0 {
        canvas.glyph(x, bars.y, glyphs::MORE[0], styles.accent());
    }
    if top + usize::from(bars.height) < ages.row_count() {
        let last = bars.y + bars.height - 1;
        canvas.glyph(x, last, glyphs::MORE[1], styles.accent());
    }
}

/// All ages on a sheet of its own, as high as they need: for text without a reader.
#[must_use]
pub fn sheet(timeline: &Timeline, width: u16, ascii: bool) -> Buffer {
    let ages = Ages::new(timeline);
    sheet_of(timeline, &ages, ages.full_range(), width, ascii)
}

/// The same up to the age that is shown.
pub(super) fn sheet_of(
    timeline: &Timeline,
    ages: &Ages,
    days: Range<i64>,
    width: u16,
    ascii: bool,
) -> Buffer {
    let left_out = ages.row_count().saturating_sub(MOST.into());
    let rows = (ages.row_count() - left_out) as u16 + u16::from(left_out > 0);
    let area = Area {
        x: 0,
        y: 0,
        width,
        height: rows + 3 + LEGEND,
    };
    let styles = Styles::new(Theme::Mono, Depth::True);
    let parts = layout::parts(ages, area, false);
    let chart = AgesChart {
        timeline,
        styles: &styles,
        scale: Scale::new(days, parts.bars.width),
        parts,
    };
    let mut buffer = Buffer::empty(Rect::new(0, 0, area.width, area.height));
    let mut canvas = Canvas::new(&mut buffer, ascii);
    let mut legend = Legend::default();
    let mut y = parts.bars.y;
    for row in ages.rows().take(MOST.into()) {
        chart.draw_row(row, false, y, &mut legend, &mut canvas);
        y += 1;
    }
    if left_out > 0 {
        put_left_out(left_out, parts.names.x, y, &styles, &mut canvas);
        y += 1;
    }
    chart.draw_head(area, &mut canvas);
    let below = Area {
        y: y + 1,
        height: LEGEND,
        ..area
    };
    legend.draw(&styles, below, &mut canvas);
    buffer
}

/// "3 proposals or intentions were never held and have no age".
fn never_held(number: usize) -> String {
    match number {
        1 => translated("1 proposal or intention was never held and has no age").to_owned(),
        many => fill(
            "{0} proposals or intentions were never held and have no age",
            &[&many],
        ),
    }
}

impl AgesChart<'_> {
    /// The numbers over the bars, and their unit over the names.
    fn draw_head(&self, area: Area, canvas: &mut Canvas) {
        let (head, dim) = (self.parts.head, self.styles.dim());
        let (unit, ticks) = ticks(&self.scale);
        let end = head.x + head.width;
        canvas.put(
            area.x + 1,
            head.y,
            head.x - area.x - 1,
            unit,
            self.styles.accent(),
        );
        let mut free = head.x;
        for tick in ticks {
            let (x, number) = (head.x + tick.column, tick.number.to_string());
            let width = text::columns(&number);
            if x + width <= end {
                canvas.put(x, head.y, width, &number, dim);
                free = x + width;
            }
        }
        let label = translated("since each title began");
        let right = area.x + area.width - 1;
        if free + 2 + text::columns(label) <= right {
            canvas.put_right(right, head.y, label, dim);
        }
    }

    fn draw_row(
        &self,
        row: AgeRow,
        is_chosen: bool,
        y: u16,
        legend: &mut Legend,
        canvas: &mut Canvas,
    ) {
        match row {
            AgeRow::Blank => {}
            AgeRow::NeverHeld(number) => {
                let x = self.parts.names.x - 1;
                canvas.put(x, y, u16::MAX, &never_held(number), self.styles.dim());
            }
            AgeRow::Heading(title) => {
                let x = self.parts.names.x - 1;
                canvas.put(x, y, u16::MAX, translated(title), self.styles.dim());
            }
            AgeRow::Tenure(tenure) => self.draw_tenure(tenure, is_chosen, y, legend, canvas),
        }
    }

    fn draw_tenure(
        &self,
        tenure: &Tenure,
        is_chosen: bool,
        y: u16,
        legend: &mut Legend,
        canvas: &mut Canvas,
    ) {
        let (parts, styles) = (&self.parts, self.styles);
        let status = &self.timeline[self.timeline[tenure.span].status];
        let (strong, quiet) = if is_chosen {
            (styles.strong(), styles.plain())
        } else {
            (styles.plain(), styles.dim())
        };
        let name = if parts.codes {
            tenure.code(self.timeline)
        } else {
            tenure.name(self.timeline)
        };
        let name = cut_before_the_year(&name, &tenure.since, parts.names.width.into());
        canvas.put(parts.names.x, y, parts.names.width, &name, strong);
        if tenure.soft_zero {
            let style = styles.ground(status.ground);
            canvas.glyph(parts.bars.x - 1, y, glyphs::PERHAPS, style);
            legend.note(LegendEntry::Perhaps);
        }
        let cells = tenure.cells(&self.scale);
        for (x, cell) in (parts.bars.x..).zip(&cells) {
            if let Some((glyph, style)) = self.look(*cell, status.ground, legend) {
                canvas.glyph(x, y, glyph, style);
            }
        }
        let held = cells
            .iter()
            .take_while(|cell| **cell == AgeCell::Held)
            .count();
        if held > 4 {
            let letter = text::truncate(&status.letter, 1);
            let style = styles.cut_out(styles.ground(status.ground));
            canvas.put(parts.bars.x + 1, y, 3, &format!(" {letter} "), style);
            legend.note_letter(self.timeline, tenure.span);
        }
        let kept = text::truncate(tenure.kept_label(), parts.kept.width.into());
        canvas.put_right(parts.kept.x + parts.kept.width, y, &kept, quiet);
        self.draw_fate(tenure, quiet, y, canvas);
    }

    /// Sign and style of a column of a bar; `None` where nothing is drawn.
    fn look(
        &self,
        cell: AgeCell,
        ground: LegalBasis,
        legend: &mut Legend,
    ) -> Option<(&'static str, Style)> {
        let styles = self.styles;
        let (glyph, style, entry) = match cell {
            AgeCell::Empty => return None,
            AgeCell::Held => (
                texture(ground),
                styles.ground(ground),
                LegendEntry::LegalBasis(ground),
            ),
            AgeCell::Perhaps => (glyphs::PERHAPS, styles.ground(ground), LegendEntry::Perhaps),
            AgeCell::InForce => (
                glyphs::IN_FORCE,
                styles.ground(ground),
                LegendEntry::InForce,
            ),
            AgeCell::GoesOn => (
                glyphs::FURTHER[1],
                styles.ground(ground),
                LegendEntry::GoesOn,
            ),
            AgeCell::After => (
                glyphs::BAND_AFTER_VIOLATION,
                styles.violation(),
                LegendEntry::Broken,
            ),
            AgeCell::Broken(by) => (glyphs::broken(by), styles.violation(), broken_entry(by)),
        };
        legend.note(entry);
        Some((glyph, style))
    }

    /// "⊗ 1914 by a guarantor".
    fn draw_fate(&self, tenure: &Tenure, quiet: Style, y: u16, canvas: &mut Canvas) {
        let Some(area) = self.parts.fate else { return };
        let (glyph, style) = match tenure.fate {
            Fate::Broken { first, .. } => (glyphs::broken(first), self.styles.violation()),
            Fate::InForce => (glyphs::IN_FORCE, quiet),
            Fate::Replaced | Fate::Ended => (" ", quiet),
        };
        canvas.glyph(area.x, y, glyph, style);
        let label = if self.parts.years {
            tenure.fate_label()
        } else {
            tenure.fate.word().to_owned()
        };
        let room = area.width.saturating_sub(2);
        let label = text::truncate(&label, room.into());
        canvas.put(area.x + 2, y, room, &label, quiet);
    }
}

fn broken_entry(by: Breach) -> LegendEntry {
    match by {
        Breach::ByGuarantor => LegendEntry::ByGuarantor,
        Breach::ByOthers => LegendEntry::ByOthers,
    }
}

/// A name that is too long loses its end, and keeps the year that tells the titles of a country apart.
fn cut_before_the_year(name: &str, since: &str, width: usize) -> String {
    if text::width(name) <= width {
        return name.to_owned();
    }
    let country = name.strip_suffix(since).unwrap_or(name).trim_end();
    let room = width.saturating_sub(text::width(since) + 1);
    if room == 0 {
        return text::truncate(name, width).into_owned();
    }
    format!("{} {since}", text::truncate(country, room))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_keeps_its_year() {
        let check = |name: &str, width: usize, expected: &str| {
            let found = cut_before_the_year(name, "1839", width);
            assert_eq!(found, expected, "{name} in {width}");
            assert!(text::width(&found) <= width);
        };
        check("Belgium 1839", 12, "Belgium 1839");
        check("Belgium 1839", 11, "Belgi… 1839");
        check("Belgium 1839", 7, "B… 1839");
        check("Belgium 1839", 4, "Bel…");
        check("永久中立国 1839", 10, "永久… 1839");
    }
}
