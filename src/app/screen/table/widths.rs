//! How wide the columns of the table of cases are: those at its left, and one for each case.

use super::{CellForm, LEFT, PIN, RIGHT};
use crate::app::screen::layout::Area;
use crate::page::cases::{self, Aspect};
use crate::text;
use crate::timeline::{CaseId, Timeline};
use crate::words::translated;

/// The columns at the left of the cases, and what they leave.
pub(super) struct LeftColumns {
    pub(super) mark: u16,
    pub(super) label: u16,
    /// Columns of the longest question.
    pub(super) longest: u16,
    /// Columns of what the article says, with the gap behind them.
    pub(super) says: u16,
    /// Columns that are left for the cases.
    pub(super) room: u16,
}

/// Whether the questions are short, and the columns at their place.
pub(super) fn left(
    timeline: &Timeline,
    area: Area,
    form: CellForm,
    pinned: bool,
    cases: usize,
) -> (bool, LeftColumns) {
    let marks = timeline
        .criteria
        .iter()
        .filter_map(|criterion| criterion.passage);
    let mark = marks
        .map(|passage| text::width(&timeline[passage].mark()) + 1)
        .max()
        .unwrap_or(0)
        .min(6) as u16;
    let says = timeline
        .criteria
        .iter()
        .any(|criterion| criterion.article.is_some());
    let heading = form.heading_of_article().map(text::width);
    let says = match says {
        true => heading[0].max(heading[1]) as u16 + form.gap(),
        false => 0,
    };
    let pin = if pinned { PIN } else { 0 };
    let taken = LEFT + mark + form.gap() + says + RIGHT + pin;
    // The gap behind the last column may lie on the right edge.
    let all = (area.width + 1).saturating_sub(taken);
    let longest = |short: bool| {
        let widths = timeline.criteria.iter();
        let widths = widths.map(|criterion| text::width(cases::question(criterion, short)));
        let fixed = [Aspect::Promise, Aspect::Outcome].map(|row| text::width(row.label(timeline)));
        widths.chain(fixed).max().unwrap_or(0)
    };
    let most = match form {
        CellForm::Words => (area.width / 3).clamp(24, 64),
        CellForm::Short => 30,
        // All cases in sight are worth more than the last letters of a question.
        CellForm::Sign => {
            let wanted = u16::try_from(cases).unwrap_or(u16::MAX);
            let wanted = wanted.saturating_mul(form.columns().0);
            // One case is whole at any width, and the pinned one beside it.
            let least = form.columns().0 * if pinned { 2 } else { 1 };
            let label = all.saturating_sub(wanted).clamp(16, 30);
            label.min(all.saturating_sub(least))
        }
    };
    let short = form != CellForm::Words || longest(false) > most.into();
    let longest = u16::try_from(longest(short)).unwrap_or(u16::MAX);
    let label = longest.min(most);
    let room = all.saturating_sub(label);
    let left = LeftColumns {
        mark,
        label,
        longest,
        says,
        room,
    };
    (short, left)
}

/// Columns of a case: as wide as its words wish where all cases fit so, else the room shared evenly.
pub(super) fn column(timeline: &Timeline, form: CellForm, room: u16, cases: usize) -> u16 {
    let (least, most) = form.columns();
    let wish = |case: CaseId| {
        let (name, when) = cases::heading(timeline, case);
        let outcome = match form {
            CellForm::Words => text::width(translated(timeline[case].outcome.word())),
            CellForm::Short | CellForm::Sign => 0,
        };
        text::width(&name).max(text::width(&when)).max(outcome)
    };
    // Before a name stands the room for the sign of a departure.
    let wish = CaseId::all(timeline).map(wish).max().unwrap_or(0) + 4;
    let wish = u16::try_from(wish).unwrap_or(most).clamp(least, most);
    let fit = (room / least).max(1);
    let shared = room / fit.min(u16::try_from(cases.max(1)).unwrap_or(u16::MAX));
    shared.clamp(least, wish)
}
