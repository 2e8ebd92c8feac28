//! The geometry of the table of cases: which rows and columns there are, which of them fit, and where they stand.
//!
//! It is the same for drawing, for scrolling and for the mouse. It looks at no key and changes nothing.
//!
//! ```text
//!                              Switzerland Belgium     Luxembourg      names
//!                              1815        1839        1867            years
//!   ───────────────────────────────────────────────────── 2 → ──      rule
//!   ¶7  Was the state small?   ● yes       ● yes       ● yes           rows, scrolled
//!   mark label                 column      column      column
//! ```

use super::layout::{Area, Layout};
use crate::app::view::cases::CasesState;
use crate::page::cases::{self, Aspect};
use crate::text::{self, wrap::wrap};
use crate::timeline::{CaseId, CriterionId, Timeline};

/// Lines that the page keeps below a table that would take them all.
const PAGE: u16 = 11;

/// Rows of the header: names, years, rule.
pub const HEADER: u16 = 3;

/// From this width on the answers have their words; below it their signs alone.
const WORDS: u16 = 80;

/// Columns of a case: "● disputed" and a gap; or a sign under a year.
const NARROWEST: u16 = 12;
const NARROWEST_SIGN: u16 = 5;

/// More than this makes a column no easier to read.
const WIDEST: u16 = 24;
const WIDEST_SIGN: u16 = 12;

/// Columns between the left edge and the marks: the bar of the chosen row and a space.
const LEFT: u16 = 2;

/// Columns at the right edge: a space and the sign that there are more rows.
const RIGHT: u16 = 2;

/// Columns that part the pinned case from the others.
const PIN: u16 = 2;

/// Lines of a promise at the most, and of the words of an outcome.
const PROMISE: usize = 3;
const OUTCOME: usize = 2;

/// A row of the table of cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaseTableRow {
    /// A question, with a cell a case.
    Question(CriterionId),
    /// Between the questions of two passages.
    Blank,
    /// Between the questions and what came of it all.
    Rule,
    /// A line of the promises, counted from 0.
    Promise(usize),
    /// A line of the outcomes, counted from 0.
    Outcome(usize),
}

impl CaseTableRow {
    /// The aspect that this row shows.
    #[must_use]
    pub fn aspect(self) -> Option<Aspect> {
        match self {
            CaseTableRow::Question(criterion) => Some(Aspect::Question(criterion)),
            CaseTableRow::Promise(_) => Some(Aspect::Promise),
            CaseTableRow::Outcome(_) => Some(Aspect::Outcome),
            CaseTableRow::Blank | CaseTableRow::Rule => None,
        }
    }
}

/// A case that is in sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CaseColumn {
    /// The case of the column.
    pub case: CaseId,
    /// Its first column on the screen.
    pub x: u16,
}

/// The table of cases as far as it is in sight.
#[derive(Debug, Clone)]
pub struct CasesLayout {
    /// Where it stands.
    pub area: Area,
    /// Whether the answers have their words.
    pub words: bool,
    /// Whether the questions are shown in their short form.
    pub short: bool,
    /// Columns of the marks, and of the questions.
    pub mark: u16,
    /// Columns of the questions.
    pub label: u16,
    /// Columns of a case with the gap behind it.
    pub column: u16,
    /// Where the columns begin, and how many of them fit.
    start: u16,
    fit: usize,
    /// The cases in sight, the pinned one first.
    pub columns: Vec<CaseColumn>,
    /// Cases that are scrolled out at the left and at the right.
    pub before: usize,
    /// Columns of cases that are out of sight at the right.
    pub after: usize,
    /// Where the pinned case is parted from the others.
    pub pin: Option<u16>,
    /// All rows; the area shows [`Table::height`] of them, from [`CasesState::top`] on.
    pub rows: Vec<CaseTableRow>,
}

impl CasesLayout {
    /// The table in an area, from the first row and the first column of its state on.
    #[must_use]
    pub fn new(timeline: &Timeline, state: &CasesState, area: Area) -> Self {
        let words = area.width >= WORDS;
        let (short, mark, mut label, longest) = labels(timeline, area.width, words);
        let pinned = state.pinned.is_some();
        let gap = if words { 2 } else { 1 };
        let taken = area.x + LEFT + mark + label + gap + RIGHT + if pinned { PIN } else { 0 };
        // The gap behind the last column may lie on the right edge.
        let room = (area.x + area.width + 1).saturating_sub(taken);
        let order = state.order(timeline);
        let column = column(timeline, words, room, order.len());
        let fit = (room / column).max(1);
        // What the columns leave goes to questions that are cut.
        label += room.saturating_sub(fit * column).min(longest - label);
        let mut table = CasesLayout {
            area,
            words,
            short,
            mark,
            label,
            column,
            start: area.x + LEFT + mark + label + gap,
            fit: fit.into(),
            columns: Vec::new(),
            before: 0,
            after: 0,
            pin: None,
            rows: Vec::new(),
        };
        table.lay_out_columns(&order, state);
        table.rows = table.rows_for(timeline, &state.aspects(timeline), table.height());
        table
    }

    /// The table with the lines that it needs, and its page with the rest; where both are short the page keeps its
    /// share. `None` where the page stands alone.
    pub(super) fn fit(
        timeline: &Timeline,
        state: &CasesState,
        layout: &mut Layout,
    ) -> Option<Self> {
        let mut table = CasesLayout::new(timeline, state, layout.body?);
        // The text of a stop keeps its room behind its rule.
        if let (Some(page), None) = (&mut layout.page, layout.rule) {
            let end = page.y + page.height;
            let all = end - table.area.y;
            let need = table.full_height(timeline, state);
            let most = all.saturating_sub(PAGE + 1).max(table.area.height);
            table.area.height = need.min(most);
            table.rows = table.rows_for(timeline, &state.aspects(timeline), table.height());
            let below = all - table.area.height;
            // Two empty lines where there is plenty of room, else one.
            let gap = if below > PAGE + 4 { 2 } else { 1 };
            page.y = table.area.y + table.area.height + gap;
            page.height = below - gap;
            layout.body = Some(table.area);
        }
        Some(table)
    }

    /// Puts the pinned case first, and as many of the others as fit after it.
    pub(in crate::app) fn lay_out_columns(&mut self, order: &[CaseId], state: &CasesState) {
        let fixed = usize::from(state.pinned.is_some());
        let others = &order[fixed.min(order.len())..];
        let fit = self.fit.saturating_sub(fixed).max(1);
        let left = state.left.min(others.len().saturating_sub(fit));
        let shown = &others[left..others.len().min(left + fit)];
        let mut x = self.start;
        self.columns.clear();
        self.pin = None;
        if fixed == 1 {
            let first = order.first().map(|case| CaseColumn { case: *case, x });
            self.columns.extend(first);
            x += self.column + PIN;
            self.pin = Some(x - PIN);
        }
        for case in shown {
            self.columns.push(CaseColumn { case: *case, x });
            x += self.column;
        }
        self.before = left;
        self.after = others.len() - left - shown.len();
    }

    /// Rows that the area has room for under the header.
    #[must_use]
    pub fn height(&self) -> usize {
        usize::from(self.area.height.saturating_sub(HEADER))
    }

    /// The most lines that the table can make use of, header included.
    fn full_height(&self, timeline: &Timeline, state: &CasesState) -> u16 {
        let rows = self.rows_for(timeline, &state.aspects(timeline), usize::MAX);
        u16::try_from(rows.len()).map_or(u16::MAX, |rows| rows.saturating_add(HEADER))
    }

    /// The rows, as roomy as `height` allows: promises lose their lines first, then the blank rows go.
    fn rows_for(
        &self,
        timeline: &Timeline,
        aspects: &[Aspect],
        height: usize,
    ) -> Vec<CaseTableRow> {
        let promises = timeline
            .cases
            .iter()
            .filter_map(|case| case.promise.as_deref());
        let promise = self.most_lines(promises, PROMISE);
        let outcomes = timeline.cases.iter().map(|case| case.outcome.word());
        let outcome = self.most_lines(outcomes, OUTCOME);
        let roomy = (1..=promise)
            .rev()
            .map(|promise| rows(timeline, aspects, true, promise, outcome))
            .find(|rows| rows.len() <= height);
        roomy.unwrap_or_else(|| rows(timeline, aspects, false, 1, outcome))
    }

    /// Lines of the longest of some texts in its column, up to `most`.
    fn most_lines<'t>(&self, texts: impl Iterator<Item = &'t str>, most: usize) -> usize {
        if !self.words {
            return 1;
        }
        let lines = texts.map(|text| wrap(text, self.room()).len());
        lines.max().unwrap_or(1).clamp(1, most)
    }

    /// Columns of the text in a cell.
    #[must_use]
    pub fn room(&self) -> usize {
        usize::from(self.column.saturating_sub(1)).max(1)
    }

    /// Where the cells of a case begin, if it is in sight.
    #[must_use]
    pub fn x_of(&self, case: CaseId) -> Option<u16> {
        let column = self.columns.iter().find(|column| column.case == case);
        column.map(|column| column.x)
    }

    /// The row of the chosen aspect, counted over all rows.
    #[must_use]
    pub fn row_of(&self, aspect: Aspect) -> Option<usize> {
        self.rows
            .iter()
            .position(|row| row.aspect() == Some(aspect))
    }

    /// What lies under a cell of the screen: the aspect and the case.
    #[must_use]
    pub fn at(&self, top: usize, column: u16, row: u16) -> (Option<Aspect>, Option<CaseId>) {
        let down = row.checked_sub(self.area.y + HEADER).map(usize::from);
        let aspect = down
            .and_then(|down| self.rows.get(top + down))
            .and_then(|row| row.aspect());
        let over = |case_column: &&CaseColumn| {
            (case_column.x..case_column.x + self.column).contains(&column)
        };
        let case = self
            .columns
            .iter()
            .find(over)
            .map(|case_column| case_column.case);
        (aspect, case)
    }
}

/// The rows of the aspects, with a blank one between the questions of two passages.
fn rows(
    timeline: &Timeline,
    aspects: &[Aspect],
    blanks: bool,
    promise: usize,
    outcome: usize,
) -> Vec<CaseTableRow> {
    let mut rows = Vec::new();
    for aspect in aspects {
        match aspect {
            Aspect::Question(criterion) => {
                let last = rows.last().and_then(|row: &CaseTableRow| row.aspect());
                if let (true, Some(Aspect::Question(last))) = (blanks, last)
                    && parted(timeline, last, *criterion)
                {
                    rows.push(CaseTableRow::Blank);
                }
                rows.push(CaseTableRow::Question(*criterion));
            }
            Aspect::Promise => {
                if !rows.is_empty() {
                    rows.push(CaseTableRow::Rule);
                }
                rows.extend((0..promise).map(CaseTableRow::Promise));
            }
            Aspect::Outcome => rows.extend((0..outcome).map(CaseTableRow::Outcome)),
        }
    }
    rows
}

/// Whether a blank row parts two questions: they come from two passages.
///
/// Passages of a single question each stand together within a section of the article: a table of blank rows is no
/// easier to read.
fn parted(timeline: &Timeline, one: CriterionId, other: CriterionId) -> bool {
    let passage = |criterion: CriterionId| timeline[criterion].passage;
    let single = |criterion: CriterionId| {
        let same = timeline.criteria.iter();
        same.filter(|other| other.passage == passage(criterion))
            .count()
            == 1
    };
    let section =
        |criterion| passage(criterion).and_then(|passage| timeline[passage].section.as_deref());
    let together =
        single(one) && single(other) && section(one).is_some() && section(one) == section(other);
    passage(one) != passage(other) && !together
}

/// Whether the questions are short; the columns of the marks and of the questions; those of the longest question.
fn labels(timeline: &Timeline, width: u16, words: bool) -> (bool, u16, u16, u16) {
    let marks = timeline
        .criteria
        .iter()
        .filter_map(|criterion| criterion.passage);
    let mark = marks
        .map(|passage| text::width(&timeline[passage].mark()) + 1)
        .max()
        .unwrap_or(0)
        .min(6);
    let most = if words {
        usize::from(width / 3).clamp(24, 64)
    } else {
        usize::from(width * 2 / 5).clamp(16, 30)
    };
    let longest = |short: bool| {
        let widths = timeline.criteria.iter();
        let widths = widths.map(|criterion| text::width(cases::question(criterion, short)));
        let fixed = [Aspect::Promise, Aspect::Outcome].map(|row| text::width(row.label(timeline)));
        widths.chain(fixed).max().unwrap_or(0)
    };
    let short = !words || longest(false) > most;
    let longest = u16::try_from(longest(short)).unwrap_or(u16::MAX);
    (short, mark as u16, longest.min(most as u16), longest)
}

/// Columns of a case: as wide as its words wish where all cases fit so, else the room shared evenly.
fn column(timeline: &Timeline, words: bool, room: u16, cases: usize) -> u16 {
    let (least, most) = if words {
        (NARROWEST, WIDEST)
    } else {
        (NARROWEST_SIGN, WIDEST_SIGN)
    };
    let wish = |case: CaseId| {
        let (name, when) = cases::heading(timeline, case);
        let outcome = if words {
            text::width(timeline[case].outcome.word())
        } else {
            0
        };
        text::width(&name).max(text::width(&when)).max(outcome)
    };
    let wish = CaseId::all(timeline).map(wish).max().unwrap_or(0) + 2;
    let wish = u16::try_from(wish).unwrap_or(most).clamp(least, most);
    let fit = (room / least).max(1);
    let shared = room / fit.min(u16::try_from(cases.max(1)).unwrap_or(u16::MAX));
    shared.clamp(least, wish)
}

/// The first column to show so that column `at` is among the `fit` that are shown, moving as little as possible.
#[must_use]
pub fn scroll_columns(left: usize, fit: usize, at: usize, count: usize) -> usize {
    let fit = fit.max(1);
    let lowest = (at + 1).saturating_sub(fit);
    left.max(lowest).min(at).min(count.saturating_sub(fit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_scroll_one_by_one_and_keep_the_chosen_in_sight() {
        let check = |left, fit, at, count, expected| {
            let found = scroll_columns(left, fit, at, count);
            assert_eq!(
                found, expected,
                "left {left}, fit {fit}, at {at}, count {count}"
            );
            assert!(
                found <= at && at < found + fit.max(1),
                "column {at} is out of sight"
            );
        };
        check(0, 4, 0, 9, 0);
        check(0, 4, 3, 9, 0);
        check(0, 4, 4, 9, 1);
        check(0, 4, 8, 9, 5);
        check(5, 4, 5, 9, 5);
        check(5, 4, 4, 9, 4);
        check(5, 4, 0, 9, 0);
        check(7, 9, 2, 9, 0);
        check(0, 0, 3, 9, 3);
        check(3, 4, 0, 1, 0);
        check(0, 1, 29, 30, 29);
    }
}
