//! One lane: the name, the band with its letters, the marks of its events, and how it stands.

use ratatui::style::{Color, Style};

use super::legend::{Legend, LegendEntry};
use super::{LaneSheet, MarkedLane, name};
use crate::app::screen::lanes::Ends;
use crate::lanes::band::{self, BandCell, Shade};
use crate::lanes::marks::{Mark, MarkPart};
use crate::lanes::plan::Lane;
use crate::page::glyphs::{self, texture};
use crate::text;
use crate::ui::canvas::Canvas;

impl LaneSheet<'_> {
    /// Draws the lane of one country: its band, its marks and its letter.
    pub fn draw_lane(
        &self,
        lane: &Lane,
        marked: MarkedLane,
        chosen: bool,
        y: u16,
        legend: &mut Legend,
        canvas: &mut Canvas,
    ) {
        let names = self.parts.names;
        let lit = self.lit_rows.contains(&lane.country);
        let style = if chosen || lit {
            self.styles.strong()
        } else {
            self.styles.plain()
        };
        if lit {
            canvas.glyph(names.x - 2, y, glyphs::SELECTED, self.styles.accent());
        }
        canvas.put(
            names.x,
            y,
            names.width,
            &name(self.timeline, &self.parts, lane.country),
            style,
        );
        let cells = band::cells(self.timeline, &lane.spans, &self.scale);
        self.draw_band(&cells, y, legend, canvas);
        let mut taken = vec![false; cells.len()];
        let marks = marked.marks;
        for mark in marks {
            taken[usize::from(mark.column)] = true;
        }
        self.draw_letters(&cells, &taken, y, legend, canvas);
        for mark in marks {
            self.draw_spread(mark, &cells, &taken, y, canvas);
        }
        for mark in marks {
            let shade = cells[usize::from(mark.column)].shade;
            self.draw_mark(
                mark,
                self.lit.any(marked.moments(mark)),
                shade,
                y,
                legend,
                canvas,
            );
        }
        self.draw_end(lane, chosen, y, canvas);
    }

    fn draw_band(&self, cells: &[BandCell], y: u16, legend: &mut Legend, canvas: &mut Canvas) {
        for (column, cell) in (self.parts.lanes.x..).zip(cells) {
            let Some((glyph, style)) = self.look(cell.shade) else {
                continue;
            };
            canvas.glyph(column, y, glyph, style);
            legend.note_band(self.timeline, *cell);
        }
        // The cursor goes through the bands, so that it can be followed from top to bottom.
        let Some(cursor) = self.cursor else { return };
        let shade = cells.get(usize::from(cursor)).map(|cell| cell.shade);
        if matches!(
            shade,
            Some(Shade::Held(_) | Shade::Perhaps(_) | Shade::Empty)
        ) {
            self.draw_cursor(y, canvas);
        }
    }

    /// Sign and colour of a column of a band; `None` where nothing is drawn.
    fn look(&self, shade: Shade) -> Option<(&'static str, Style)> {
        let styles = self.styles;
        Some(match shade {
            Shade::Empty => return None,
            Shade::Held(ground) => (texture(ground), styles.ground(ground)),
            Shade::Perhaps(ground) => (glyphs::PERHAPS, styles.ground(ground)),
            Shade::InForce(ground) => (glyphs::IN_FORCE, styles.ground(ground)),
            Shade::Violated => (glyphs::VIOLATED, styles.violation()),
            Shade::Broken => (glyphs::BAND_AFTER_VIOLATION, styles.violation()),
            Shade::Contested => (glyphs::CONTESTED, styles.dim()),
        })
    }

    fn draw_letters(
        &self,
        cells: &[BandCell],
        taken: &[bool],
        y: u16,
        legend: &mut Legend,
        canvas: &mut Canvas,
    ) {
        for letter in band::letters(cells, taken) {
            let status = &self.timeline[self.timeline[letter.span].status];
            let style = self.styles.letter(status.ground);
            let wide = letter.columns.len();
            let label = text::truncate(&status.letter, 1);
            let label = if wide == 3 {
                format!(" {label} ")
            } else {
                label.into_owned()
            };
            let x = self.parts.lanes.x + letter.columns.start;
            canvas.put(x, y, wide as u16, &label, style);
            legend.note_letter(self.timeline, letter.span);
        }
    }

    /// A thin line over the days that an inexact date can mean, where nothing else stands.
    pub(super) fn draw_spread(
        &self,
        mark: &Mark,
        cells: &[BandCell],
        taken: &[bool],
        y: u16,
        canvas: &mut Canvas,
    ) {
        let Some(spread) = &mark.spread else { return };
        for column in spread.clone() {
            let at = usize::from(column);
            if !taken[at] && cells[at].shade == Shade::Empty {
                canvas.glyph(
                    self.parts.lanes.x + column,
                    y,
                    glyphs::SPREAD,
                    self.styles.dim(),
                );
            }
        }
    }

    /// The sign of what happened in a column, over what the band shows there; lit where one of its events is brought out.
    pub(super) fn draw_mark(
        &self,
        mark: &Mark,
        lit: bool,
        shade: Shade,
        y: u16,
        legend: &mut Legend,
        canvas: &mut Canvas,
    ) {
        // What the filter leaves of a column does not hide that its band broke there.
        let part = match shade {
            Shade::Violated => MarkPart::Violated,
            _ => mark.part,
        };
        let count = mark.count();
        let number = count.to_string();
        let glyph = match (count, part) {
            // A violation is never hidden in a number; Enter lists what else falls into its column.
            (_, MarkPart::Violated) => glyphs::VIOLATED,
            (10.., _) => glyphs::MANY,
            (2.., _) if mark.beside_count => glyphs::MANY,
            (2.., _) => &number,
            (_, MarkPart::Violator) => glyphs::AS_VIOLATOR,
            _ if mark.spread.is_some() => glyphs::INEXACT,
            (_, MarkPart::Neutral) => glyphs::AS_NEUTRAL,
            (_, MarkPart::Guarantor) => glyphs::AS_GUARANTOR,
            (_, MarkPart::Other) => glyphs::OTHERWISE,
        };
        let styles = self.styles;
        let style = match (lit, part) {
            (true, _) => styles.cut_out(styles.accent()),
            (false, MarkPart::Violated | MarkPart::Violator) => styles.violation(),
            (false, MarkPart::Other) => styles.dim(),
            // What stands under the mark shall not lend it its colour.
            (false, _) => styles.strong().fg(Color::Reset),
        };
        canvas.glyph(self.parts.lanes.x + mark.column, y, glyph, style);
        legend.note(match (count, part) {
            (_, MarkPart::Violated) => LegendEntry::Violation,
            (2.., _) => LegendEntry::Cluster,
            (_, MarkPart::Violator) => LegendEntry::Violator,
            _ if mark.spread.is_some() => LegendEntry::Inexact,
            (_, MarkPart::Neutral) => LegendEntry::Neutral,
            (_, MarkPart::Guarantor) => LegendEntry::Guarantor,
            (_, MarkPart::Other) => LegendEntry::Other,
        });
    }

    /// "75 y · violated 1914".
    fn draw_end(&self, lane: &Lane, chosen: bool, y: u16, canvas: &mut Canvas) {
        let text = match self.parts.ends {
            Ends::None => return,
            Ends::Short => &lane.ending.short,
            Ends::Full => &lane.ending.full,
        };
        let style = if chosen {
            self.styles.plain()
        } else {
            self.styles.dim()
        };
        canvas.put(self.parts.ends_at, y, u16::MAX, text, style);
    }
}
