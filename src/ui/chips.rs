//! The line of chips: what the filter asks for and refuses, each part with the glyph that lifts it.

use super::canvas::Canvas;
use super::theme::Styles;
use crate::app::App;
use crate::app::screen::layout::Area;
use crate::page::glyphs;
use crate::text;
use crate::words::translated;

pub(super) fn draw(app: &App, styles: &Styles, area: Area, canvas: &mut Canvas) {
    let mut end = area.x;
    for chip in app.chips() {
        let inner = chip.width.saturating_sub(2);
        canvas.put(chip.x + 1, area.y, inner, &chip.words, styles.accent());
        if chip.part.is_some() {
            canvas.glyph(chip.x + chip.width - 2, area.y, glyphs::LIFTS, styles.dim());
        }
        canvas.tint(chip.x, area.y, chip.width, styles.chip());
        end = chip.x + chip.width;
    }
    // In the panel the key has a facet to lift.
    let hint = translated("x lifts all");
    let fits = end + 3 + text::columns(hint) <= area.width;
    if fits && app.overlay().is_none() {
        let (key, words) = hint.split_at(1);
        canvas.put(end + 2, area.y, 1, key, styles.accent());
        canvas.put(end + 3, area.y, area.width, words, styles.dim());
    }
}
