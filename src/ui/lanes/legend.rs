//! The legend: one line that explains what is drawn, and nothing else.

use ratatui::style::Style;

use crate::app::screen::layout::Area;
use crate::lanes::band::{BandCell, Shade};
use crate::page::glyphs::{self, texture};
use crate::page::signs;
use crate::text;
use crate::timeline::{LegalBasis, SpanId, Timeline};
use crate::ui::canvas::Canvas;
use crate::ui::theme::Styles;
use crate::words::translated;

/// What a legend can explain, in the order in which it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LegendEntry {
    /// A band, by what the status rests on.
    LegalBasis(LegalBasis),
    /// The cross of a violation.
    Violation,
    /// In the ages: a violation by a state that had guaranteed the title.
    ByGuarantor,
    /// In the ages: a violation by others.
    ByOthers,
    /// An event in which the row’s country violates another’s neutrality.
    Violator,
    /// A title after its violation.
    Broken,
    /// A status that may have held.
    Perhaps,
    /// A contested beginning or end.
    Contested,
    /// A status that holds to this day.
    InForce,
    /// In the ages: a bar that is longer than there is room for.
    GoesOn,
    /// An event about the neutrality of the row’s country.
    Neutral,
    /// An event in which the row’s country guarantees.
    Guarantor,
    /// Any other event.
    Other,
    /// A date that fills several columns.
    Inexact,
    /// The number of events that share a column.
    Cluster,
    /// On a sheet of its own: a row of which the filter leaves nothing.
    LeftOut,
}

/// The entries in the order in which they are read.
const ORDER: [LegendEntry; 22] = [
    LegendEntry::LegalBasis(LegalBasis::Guarantee),
    LegendEntry::LegalBasis(LegalBasis::Treaty),
    LegendEntry::LegalBasis(LegalBasis::OwnAct),
    LegendEntry::LegalBasis(LegalBasis::Policy),
    LegendEntry::LegalBasis(LegalBasis::War),
    LegendEntry::LegalBasis(LegalBasis::Proposal),
    LegendEntry::LegalBasis(LegalBasis::Territory),
    LegendEntry::Violation,
    LegendEntry::ByGuarantor,
    LegendEntry::ByOthers,
    LegendEntry::Broken,
    LegendEntry::Violator,
    LegendEntry::Neutral,
    LegendEntry::Guarantor,
    LegendEntry::Other,
    LegendEntry::Cluster,
    LegendEntry::Perhaps,
    LegendEntry::Inexact,
    LegendEntry::Contested,
    LegendEntry::InForce,
    LegendEntry::GoesOn,
    LegendEntry::LeftOut,
];

impl LegendEntry {
    /// Whether it goes before others where there is not room for all: no colour and no stroke tells it by itself, and
    /// it is not rare.
    fn is_needed_first(self) -> bool {
        matches!(
            self,
            LegendEntry::LegalBasis(LegalBasis::Guarantee | LegalBasis::Treaty)
                | LegendEntry::Violation
                | LegendEntry::ByGuarantor
                | LegendEntry::ByOthers
                | LegendEntry::Broken
                | LegendEntry::InForce
        )
    }
}

/// An entry in its place.
struct PlacedSign {
    x: u16,
    y: u16,
    glyph: String,
    style: Style,
    words: String,
}

/// Collects what is drawn while it is drawn.
#[derive(Debug, Default)]
pub struct Legend {
    noted: Vec<LegendEntry>,
    /// What words beside the chart say as well, and is needed least.
    beside: Vec<LegendEntry>,
    /// Letters that stand in bands, with what their statuses rest on.
    letters: Vec<(LegalBasis, String)>,
}

impl Legend {
    /// Keeps an entry, to be explained once.
    pub fn note(&mut self, entry: LegendEntry) {
        if !self.noted.contains(&entry) {
            self.noted.push(entry);
        }
    }

    /// Takes an entry for one that words beside the chart say as well.
    pub fn explain_beside(&mut self, entry: LegendEntry) {
        self.beside.push(entry);
    }

    /// Keeps what a cell of a band shows.
    pub fn note_band(&mut self, timeline: &Timeline, cell: BandCell) {
        match cell.shade {
            Shade::Empty => {}
            Shade::Held(ground) => self.note(LegendEntry::LegalBasis(ground)),
            Shade::Perhaps(_) => self.note(LegendEntry::Perhaps),
            Shade::InForce(_) => self.note(LegendEntry::InForce),
            Shade::Violated => self.note(LegendEntry::Violation),
            Shade::Broken => self.note(LegendEntry::Broken),
            Shade::Contested => self.note(LegendEntry::Contested),
        }
        // A band of one soft or last column is still of its ground.
        if let (Some(span), Shade::Perhaps(_) | Shade::InForce(_)) = (cell.span, cell.shade) {
            self.note(LegendEntry::LegalBasis(
                timeline[timeline[span].status].ground,
            ));
        }
    }

    /// Keeps the letter of a span.
    pub fn note_letter(&mut self, timeline: &Timeline, span: SpanId) {
        let status = &timeline[timeline[span].status];
        let letter = (
            status.ground,
            text::truncate(&status.letter, 1).into_owned(),
        );
        if !self.letters.contains(&letter) {
            self.letters.push(letter);
        }
    }

    /// Writes the entries that there is room for, on as many rows as there are.
    pub fn draw(&self, styles: &Styles, area: Area, canvas: &mut Canvas) {
        for placed in self.placed(styles, area) {
            let (x, y, right) = (placed.x, placed.y, area.x + area.width - 1);
            let used = canvas.put(x, y, right - x, &placed.glyph, placed.style) + 1;
            canvas.put(x + used, y, right - x - used, &placed.words, styles.dim());
        }
    }

    /// As many entries as there is room for: those that are needed most, in the order in which they are read.
    fn placed(&self, styles: &Styles, area: Area) -> Vec<PlacedSign> {
        let mut chosen = Vec::new();
        let mut placed = Vec::new();
        let noted = |entry: &LegendEntry| self.noted.contains(entry);
        let mut by_need: Vec<_> = ORDER.into_iter().filter(noted).collect();
        by_need.sort_by_key(|entry| (self.beside.contains(entry), !entry.is_needed_first()));
        for entry in by_need {
            chosen.push(entry);
            match self.lay_out(&chosen, styles, area) {
                Some(fits) => placed = fits,
                None => {
                    chosen.pop();
                }
            }
        }
        placed
    }

    /// Where the entries stand; `None` where there is no room for all of them.
    fn lay_out(
        &self,
        chosen: &[LegendEntry],
        styles: &Styles,
        area: Area,
    ) -> Option<Vec<PlacedSign>> {
        let right = area.x + area.width - 1;
        let (mut x, mut y) = (area.x + 1, area.y);
        let mut placed = Vec::new();
        for entry in ORDER.into_iter().filter(|entry| chosen.contains(entry)) {
            let (glyph, style, words) = self.sign(entry, styles);
            let wide = text::columns(&glyph) + 1 + text::columns(&words);
            if x + wide > right {
                (x, y) = (area.x + 1, y + 1);
            }
            if y >= area.y + area.height {
                return None;
            }
            placed.push(PlacedSign {
                x,
                y,
                glyph,
                style,
                words,
            });
            x += wide + 3;
        }
        Some(placed)
    }

    /// An entry as it is drawn, and in words.
    fn sign(&self, entry: LegendEntry, styles: &Styles) -> (String, Style, String) {
        match entry {
            LegendEntry::LegalBasis(ground) => (
                texture(ground).repeat(2),
                styles.ground(ground),
                self.ground(ground),
            ),
            LegendEntry::Violation => (
                glyphs::VIOLATED.to_owned(),
                styles.violation(),
                translated("violation").to_owned(),
            ),
            LegendEntry::ByGuarantor => (
                glyphs::BROKEN_BY_GUARANTOR.to_owned(),
                styles.violation(),
                translated("broken by a guarantor").to_owned(),
            ),
            LegendEntry::ByOthers => (
                glyphs::VIOLATED.to_owned(),
                styles.violation(),
                translated("by others").to_owned(),
            ),
            LegendEntry::GoesOn => (
                glyphs::FURTHER[1].to_owned(),
                styles.plain(),
                translated("goes on").to_owned(),
            ),
            LegendEntry::Violator => (
                glyphs::AS_VIOLATOR.to_owned(),
                styles.violation(),
                translated("breaks another’s").to_owned(),
            ),
            LegendEntry::Broken => (
                glyphs::BAND_AFTER_VIOLATION.repeat(2),
                styles.violation(),
                translated("after it").to_owned(),
            ),
            LegendEntry::Perhaps => (
                glyphs::PERHAPS.to_owned(),
                styles.plain(),
                translated("inexact").to_owned(),
            ),
            LegendEntry::Contested => (
                glyphs::CONTESTED.to_owned(),
                styles.dim(),
                translated("contested").to_owned(),
            ),
            LegendEntry::InForce => (
                glyphs::IN_FORCE.to_owned(),
                styles.plain(),
                translated("in force").to_owned(),
            ),
            LegendEntry::Neutral => (
                glyphs::AS_NEUTRAL.to_owned(),
                styles.plain(),
                translated("as neutral").to_owned(),
            ),
            LegendEntry::Guarantor => (
                glyphs::AS_GUARANTOR.to_owned(),
                styles.plain(),
                translated("as guarantor").to_owned(),
            ),
            LegendEntry::Other => (
                glyphs::OTHERWISE.to_owned(),
                styles.plain(),
                translated("otherwise").to_owned(),
            ),
            LegendEntry::Inexact => (
                glyphs::INEXACT.to_owned(),
                styles.plain(),
                translated("no exact day").to_owned(),
            ),
            LegendEntry::Cluster => (
                "2 +".to_owned(),
                styles.plain(),
                translated("several").to_owned(),
            ),
            LegendEntry::LeftOut => (
                "( )".to_owned(),
                styles.plain(),
                translated("the filter leaves nothing of it").to_owned(),
            ),
        }
    }

    /// "T U by treaty": the letters that are drawn, then what they rest on.
    fn ground(&self, ground: LegalBasis) -> String {
        let mut letters: Vec<&str> = self
            .letters
            .iter()
            .filter(|(of, _)| *of == ground)
            .map(|(_, letter)| letter.as_str())
            .collect();
        letters.sort_unstable();
        letters.push(signs::short_basis(ground));
        letters.join(" ")
    }
}
