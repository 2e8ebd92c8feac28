//! The geometry of the table of cases: which rows and columns there are, which of them fit, and where they stand.
//!
//! It is the same for drawing, for scrolling and for the mouse. It looks at no key and changes nothing.
//!
//! ```text
//!                              Article  Switzerland   Belgium     │ Ukraine      names
//!                              says     1815          1839        │ 2022         years
//!   ─────────────────────────────────────────── 2 → ─────────── = ─────────      rule
//!   ¶7  Was the state small?   yes        ● yes         ● yes     │ ≠ ○ no       rows, scrolled
//!   mark label                 says     column        column        the pinned one
//! ```

mod rows;
mod widths;

pub use self::rows::CaseTableRow;
use self::rows::rows;
use self::widths::{column, left};
use super::layout::{Area, Layout, MEASURE};
use crate::app::view::cases::CasesState;
use crate::page::cases::Aspect;
use crate::text::wrap::wrap;
use crate::timeline::{CaseId, Timeline};
use crate::words::translated;

/// Lines that the page keeps below a table that would take them all.
const PAGE: u16 = 11;

/// Rows of the header: names, years, rule.
pub const HEADER: u16 = 3;

/// From this width on two texts stand side by side.
const TWO_TEXTS: u16 = 100;

/// How much of an answer a cell has. All cases in sight are worth more than their words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellForm {
    /// "● disputed".
    Words,
    /// "● disp".
    Short,
    /// "●".
    Sign,
}

impl CellForm {
    const ALL: [CellForm; 3] = [CellForm::Words, CellForm::Short, CellForm::Sign];

    /// Columns of a case, its gap and the sign of a departure included: at least, and when more is no easier to read.
    fn columns(self) -> (u16, u16) {
        match self {
            CellForm::Words => (13, 24),
            CellForm::Short => (8, 12),
            CellForm::Sign => (5, 12),
        }
    }

    /// Columns between the parts at the left of the cases.
    fn gap(self) -> u16 {
        match self {
            CellForm::Words => 2,
            CellForm::Short | CellForm::Sign => 1,
        }
    }

    /// What stands over what the article says, in two rows.
    #[must_use]
    pub fn heading_of_article(self) -> [&'static str; 2] {
        match self {
            CellForm::Words | CellForm::Short => ["Article", "says"],
            CellForm::Sign => ["Art.", "says"],
        }
        .map(translated)
    }
}

/// Columns between the left edge and the marks: the bar of the chosen row and a space.
const LEFT: u16 = 2;

/// Columns at the right edge: a space and the sign that there are more rows.
const RIGHT: u16 = 2;

/// Columns between two texts, the line between them included.
const GAP: u16 = 4;

/// Columns that part the pinned case from the others.
const PIN: u16 = 2;

/// Lines of the words of an outcome at the most.
const OUTCOME: usize = 2;

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
    /// How much of an answer a cell has.
    pub form: CellForm,
    /// Whether the promises are written out; else a sign tells that the page below has them.
    pub promises: bool,
    /// Whether the questions are shown in their short form.
    pub short: bool,
    /// Columns of the marks, and of the questions.
    pub mark: u16,
    /// Columns of the questions.
    pub label: u16,
    /// Where stands what the article says, and its columns; none where it says nothing.
    pub says: Option<Area>,
    /// Columns of a case with the gap behind it.
    pub column: u16,
    /// Where the columns begin, and how many of them fit.
    start: u16,
    fit: usize,
    /// The cases in sight, the pinned one last.
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
        let order = state.order(timeline);
        let pinned = state.pinned.is_some();
        let fits_all = |form: &CellForm| {
            let (_, left) = left(timeline, area, *form, pinned, order.len());
            usize::from(left.room / form.columns().0) >= order.len()
        };
        let form = CellForm::ALL.into_iter().find(fits_all);
        let form = form.unwrap_or(CellForm::Sign);
        let (short, mut left) = left(timeline, area, form, pinned, order.len());
        let column = column(timeline, form, left.room, order.len());
        let fit = (left.room / column).max(1);
        // What the columns leave goes to questions that are cut.
        let rest = left.room.saturating_sub(fit * column);
        left.label += rest.min(left.longest - left.label);
        let x = area.x + LEFT + left.mark + left.label + form.gap();
        let says = (left.says > 0).then(|| Area {
            x,
            width: left.says - form.gap(),
            ..area
        });
        let mut table = CasesLayout {
            area,
            form,
            promises: false,
            short,
            mark: left.mark,
            label: left.label,
            says,
            column,
            start: x + left.says,
            fit: fit.into(),
            columns: Vec::new(),
            before: 0,
            after: 0,
            pin: None,
            rows: Vec::new(),
        };
        table.lay_out_columns(&order, state);
        table.lay_out_rows(timeline, state);
        table
    }

    /// The rows that the height has room for.
    fn lay_out_rows(&mut self, timeline: &Timeline, state: &CasesState) {
        let rows = self.rows_for(timeline, &state.aspects(timeline), self.height());
        (self.rows, self.promises) = rows;
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
            table.lay_out_rows(timeline, state);
            // Where the promises found no room, the page has what they leave.
            let used = u16::try_from(table.rows.len()).unwrap_or(u16::MAX);
            table.area.height = table.area.height.min(used.saturating_add(HEADER));
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
        let (others, pinned) = order.split_at(order.len().saturating_sub(fixed));
        let fit = self.fit.saturating_sub(fixed).max(1);
        let left = state.left.min(others.len().saturating_sub(fit));
        let shown = &others[left..others.len().min(left + fit)];
        let mut x = self.start;
        self.columns.clear();
        self.pin = None;
        for case in shown {
            self.columns.push(CaseColumn { case: *case, x });
            x += self.column;
        }
        for case in pinned {
            self.pin = Some(x);
            let x = x + PIN;
            self.columns.push(CaseColumn { case: *case, x });
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
        let (rows, _) = self.rows_for(timeline, &state.aspects(timeline), usize::MAX);
        u16::try_from(rows.len()).map_or(u16::MAX, |rows| rows.saturating_add(HEADER))
    }

    /// The rows, as roomy as `height` allows, and whether the promises are written out: they are whole or not there,
    /// and where there is no room for them the blank rows go.
    fn rows_for(
        &self,
        timeline: &Timeline,
        aspects: &[Aspect],
        height: usize,
    ) -> (Vec<CaseTableRow>, bool) {
        let promises = timeline
            .cases
            .iter()
            .filter_map(|case| case.promise.as_deref());
        let promise = self.most_lines(promises, usize::MAX);
        let outcomes = timeline
            .cases
            .iter()
            .map(|case| translated(case.outcome.word()));
        let outcome = self.most_lines(outcomes, OUTCOME);
        let is_written = self.form == CellForm::Words;
        let rows = |blanks: bool, promise: usize| rows(timeline, aspects, blanks, promise, outcome);
        let fitting = [(true, promise, is_written), (true, 1, false)];
        fitting
            .into_iter()
            .map(|(blanks, promise, is_written)| (rows(blanks, promise), is_written))
            .find(|(rows, _)| rows.len() <= height)
            .unwrap_or_else(|| (rows(false, 1), false))
    }

    /// Lines of the longest of some texts in its column, up to `most`.
    fn most_lines<'t>(&self, texts: impl Iterator<Item = &'t str>, most: usize) -> usize {
        if self.form != CellForm::Words {
            return 1;
        }
        // Before the words stands the room for the sign of a departure.
        let room = self
            .room()
            .saturating_sub(if self.says.is_some() { 2 } else { 0 });
        let lines = texts.map(|text| wrap(text, room.max(1)).len());
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

/// Gives the pinned case a text of its own beside the other one's, where there is room for both.
pub(super) fn part_texts(state: &CasesState, layout: &mut Layout) {
    let width = layout.panes.width;
    let Some(page) = &mut layout.page else { return };
    if state.other().is_none() || width < TWO_TEXTS || layout.rule.is_some() {
        return;
    }
    let half = ((width - 9) / 2).min(MEASURE);
    // Where the text stands alone, the two are in the middle together.
    page.x = page.x.min((width - 2 * half - GAP) / 2);
    page.width = half;
    if let Some(head) = &mut layout.running_head {
        (head.x, head.width) = (page.x, half);
    }
    let at = |x: u16, width: u16| Area { x, width, ..*page };
    let rule = page.x + half + 1;
    layout.aside_rule = Some(at(rule, 1));
    layout.aside = Some(at(page.x + half + GAP, half));
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
