//! The signs that the program draws, each under the name of what it means; [`super::signs`] explains every one.
//!
//! What rests on another basis has another shape, so that nothing is told by its colour alone.

pub mod ascii;

use super::cases;
use crate::timeline::{Answer, Breach, LegalBasis};

/// A guaranteed neutrality begins.
pub const BEGINS_GUARANTEED: &str = "◆";
/// A status on another basis begins.
pub const BEGINS: &str = "◇";
/// A neutrality is violated.
pub const VIOLATED: &str = "✕";
/// A title is broken by a state that had guaranteed it, in the ages.
pub const BROKEN_BY_GUARANTOR: &str = "⊗";
/// An event in which the country violates another’s neutrality.
pub const AS_VIOLATOR: &str = "!";
/// A life-line after a violation.
pub const LINE_AFTER_VIOLATION: &str = "╎";
/// A life-line ends.
pub const ENDS: &str = "╵";
/// A band after a violation.
pub const BAND_AFTER_VIOLATION: &str = "╌";
/// A band where the days are uncertain.
pub const PERHAPS: &str = "░";
/// A band that reaches the present.
pub const IN_FORCE: &str = "▶";
/// Beginning or end of a band is contested.
pub const CONTESTED: &str = "?";
/// An event whose own neutrality is at issue.
pub const AS_NEUTRAL: &str = "●";
/// An event in which the country guarantees.
pub const AS_GUARANTOR: &str = "○";
/// An event in which the country takes another part, or one of no kind.
pub const OTHERWISE: &str = "·";
/// An event without an exact day.
pub const INEXACT: &str = "◌";
/// The days over which an inexact event may lie.
pub const SPREAD: &str = "┈";
/// Ten events or more in one column.
pub const MANY: &str = "+";
/// The cursor's day, in the lanes.
pub const CURSOR: &str = "┊";
/// The cursor's day, over the lanes.
pub const CURSOR_HEAD: &str = "▼";
/// A year that is named over the lanes.
pub const TICK: &str = "╷";
/// Through the lanes, where an era begins or ends and has no tint.
pub const ERA_EDGE: &str = "┆";
/// A group of lanes that is folded.
pub const FOLDED: &str = "▸";
/// What is selected.
pub const SELECTED: &str = "▌";
/// More above, and more below.
pub const MORE: [&str; 2] = ["▲", "▼"];
/// Events that complicate a claim; an answer that departs from it.
pub const AGAINST: &str = "≠";
/// A value that is refused.
pub const REFUSED: &str = "−";
/// A value that is asked for.
pub const ASKED_FOR: &str = "●";
/// A value that is required beside others.
pub const REQUIRED: &str = "&";
/// Part of a filter that a click lifts.
pub const LIFTS: &str = "✕";
/// Counts of events, from few to many.
pub const BARS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
/// The share of a value in the filter.
pub const SHARE: &str = "▂";
/// Cases that are further left, and further right; a bar that goes on to the right.
pub const FURTHER: [&str; 2] = ["←", "→"];
/// A promise that is told below.
pub const PROMISE: &str = "→";
/// What the reader has marked.
pub const MARKED: &str = "✎";
/// Nothing to be told.
pub const NOTHING: &str = "–";

/// The sign of a violation of a title, by who committed it.
#[must_use]
pub fn broken(by: Breach) -> &'static str {
    match by {
        Breach::ByGuarantor => BROKEN_BY_GUARANTOR,
        Breach::ByOthers => VIOLATED,
    }
}

/// The texture of a band: solid where it is guaranteed, an outline where it is only agreed, else a line.
///
/// None fills the height of its cell, so that the bands of neighbouring rows stay apart.
#[must_use]
pub fn texture(ground: LegalBasis) -> &'static str {
    match ground {
        LegalBasis::Guarantee => "▇",
        LegalBasis::Treaty => "═",
        LegalBasis::OwnAct => "━",
        LegalBasis::War => "╾",
        LegalBasis::Policy => "╍",
        LegalBasis::Proposal => "░",
        LegalBasis::Territory => "┄",
    }
}

/// The stroke of a life-line, after the texture of its band.
#[must_use]
pub fn line(ground: LegalBasis) -> &'static str {
    match ground {
        LegalBasis::Guarantee => "┃",
        LegalBasis::Treaty => "║",
        LegalBasis::OwnAct => "│",
        LegalBasis::War => "╽",
        LegalBasis::Policy => "┇",
        LegalBasis::Proposal => "┊",
        LegalBasis::Territory => "▏",
    }
}

/// The sign with which a life-line begins.
#[must_use]
pub fn beginning(ground: LegalBasis) -> &'static str {
    match ground {
        LegalBasis::Guarantee => BEGINS_GUARANTEED,
        _ => BEGINS,
    }
}

/// The cursor's day where only ASCII may be, so that it is not taken for a soft edge.
pub const CURSOR_IN_ASCII: &str = "│";

/// Every sign that has a name here, each once.
#[must_use]
pub(super) fn all() -> Vec<&'static str> {
    let named = [
        BEGINS_GUARANTEED,
        BEGINS,
        VIOLATED,
        BROKEN_BY_GUARANTOR,
        AS_VIOLATOR,
        LINE_AFTER_VIOLATION,
        ENDS,
        BAND_AFTER_VIOLATION,
        PERHAPS,
        IN_FORCE,
        CONTESTED,
        AS_NEUTRAL,
        AS_GUARANTOR,
        OTHERWISE,
        INEXACT,
        SPREAD,
        MANY,
        CURSOR,
        CURSOR_IN_ASCII,
        CURSOR_HEAD,
        TICK,
        ERA_EDGE,
        FOLDED,
        SELECTED,
        AGAINST,
        REFUSED,
        ASKED_FOR,
        LIFTS,
        SHARE,
        PROMISE,
        MARKED,
        REQUIRED,
        NOTHING,
    ];
    let answers = Answer::ALL.map(|answer| cases::sign(Some(answer)));
    let mut all: Vec<&str> = named
        .into_iter()
        .chain(MORE)
        .chain(BARS)
        .chain(FURTHER)
        .collect();
    all.extend(answers);
    all.extend(LegalBasis::ALL.map(texture));
    all.extend(LegalBasis::ALL.map(line));
    all.extend(["…", "¶"]);
    all.sort_unstable();
    all.dedup();
    all
}
