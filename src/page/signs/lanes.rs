//! The signs of the lanes and of the ages: bands, their letters and what stands on them.

use super::meanings::basis_in_full;
use super::{Collected, basis};
use crate::page::Tone;
use crate::page::glyphs::{self, texture};
use crate::timeline::{LegalBasis, Timeline};

/// Bands, their letters and the marks on them.
pub(super) fn lanes(to: &mut Collected, timeline: &Timeline, ascii: bool) {
    to.group = "The lanes: a band is the time in which a country had a status";
    bands(to);
    statuses(to, timeline);
    let band = [
        (
            glyphs::VIOLATED,
            Tone::Violation,
            "violation",
            "In this column the neutrality was violated.",
        ),
        (
            glyphs::BAND_AFTER_VIOLATION,
            Tone::Violation,
            "after it",
            "The title goes on after it was violated.",
        ),
        (
            glyphs::PERHAPS,
            Tone::Plain,
            "inexact",
            "The record does not know the day: it may have held here.",
        ),
        (
            glyphs::IN_FORCE,
            Tone::Plain,
            "in force",
            "The status holds to this day.",
        ),
        (
            glyphs::CONTESTED,
            Tone::Dim,
            "contested",
            "Its beginning or its end is contested; the day’s page says how.",
        ),
    ];
    let marks = [
        (
            glyphs::AS_VIOLATOR,
            Tone::Violation,
            "violator",
            "An event in which the country violates another’s neutrality.",
        ),
        (
            glyphs::AS_NEUTRAL,
            Tone::Plain,
            "as neutral",
            "An event in which the country’s own neutrality is at issue.",
        ),
        (
            glyphs::AS_GUARANTOR,
            Tone::Plain,
            "as guarantor",
            "An event in which the country guarantees another’s.",
        ),
        (
            glyphs::OTHERWISE,
            Tone::Plain,
            "otherwise",
            "An event in which it takes another part.",
        ),
        (
            glyphs::INEXACT,
            Tone::Plain,
            "no exact day",
            "An event whose date fills more than one column.",
        ),
        (
            glyphs::SPREAD,
            Tone::Dim,
            "spread",
            "The columns over which such a date may lie.",
        ),
        (
            "2",
            Tone::Plain,
            "several",
            "So many events fall into the column; Enter lists them.",
        ),
        (
            glyphs::MANY,
            Tone::Plain,
            "many",
            "Ten events or more fall into the column, or several beside one that is counted.",
        ),
    ];
    let cursor = if ascii {
        glyphs::CURSOR_IN_ASCII
    } else {
        glyphs::CURSOR
    };
    let head = [
        (
            cursor,
            Tone::Accent,
            "cursor",
            "The day of which the panel below tells.",
        ),
        (
            glyphs::CURSOR_HEAD,
            Tone::Accent,
            "cursor",
            "The same day, over the lanes.",
        ),
        (
            glyphs::TICK,
            Tone::Dim,
            "year",
            "The year that is named above it begins here.",
        ),
        (
            glyphs::FOLDED,
            Tone::Accent,
            "folded",
            "A group of countries that Tab unfolds.",
        ),
        (
            glyphs::ERA_EDGE,
            Tone::Dim,
            "era",
            "Through the lanes, where an era begins or ends.",
        ),
    ];
    for (sign, tone, name, meaning) in band.into_iter().chain(marks).chain(head) {
        to.own(sign, tone, name, meaning);
    }
}

/// What a status rests on, by the texture of its band.
pub(super) fn bands(to: &mut Collected) {
    for ground in LegalBasis::ALL {
        let band = texture(ground).repeat(2);
        to.own(
            &band,
            Tone::Status(ground),
            basis(ground),
            basis_in_full(ground),
        );
    }
}

/// The statuses of the file, by the letters on their bands.
pub(super) fn statuses(to: &mut Collected, timeline: &Timeline) {
    for status in &timeline.statuses {
        let meaning = status.definition.as_deref().unwrap_or_default();
        let tone = Tone::Status(status.ground);
        to.add(&status.letter, tone, &status.label, meaning);
    }
}

/// What is drawn of the ages and is not of the lanes.
pub(super) fn ages(to: &mut Collected) {
    to.group = "The ages, A in the lanes: every title with its beginning at zero";
    let signs = [
        (
            glyphs::BROKEN_BY_GUARANTOR,
            Tone::Violation,
            "by a guarantor",
            "At this age a state that had guaranteed the title broke it, alone or with others.",
        ),
        (
            glyphs::VIOLATED,
            Tone::Violation,
            "by others",
            "At this age states that had not guaranteed it broke it.",
        ),
        (
            glyphs::PERHAPS,
            Tone::Plain,
            "inexact",
            "Before zero: the first day is not known. On a bar: it may have been held so long.",
        ),
        (
            glyphs::IN_FORCE,
            Tone::Plain,
            "in force",
            "The title holds to this day, and is counted to the last event of the timeline.",
        ),
        (
            glyphs::FURTHER[1],
            Tone::Plain,
            "goes on",
            "The bar is longer than there is room for; - zooms out.",
        ),
        (
            "",
            Tone::Plain,
            "replaced",
            "The title ended with the act that gave the country its next one.",
        ),
        (
            "",
            Tone::Plain,
            "ended",
            "The title ended without having been violated; below the bars stands how.",
        ),
    ];
    for (sign, tone, name, meaning) in signs {
        to.own(sign, tone, name, meaning);
    }
}
