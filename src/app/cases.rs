//! The state of the table of cases: which cell is chosen, what is pinned or left out, and how the table scrolls.
//!
//! The chosen cell is a case and what is asked of it, never a row or a column number; its geometry is in `screen/table.rs`.

use super::action::Action;
use super::screen::table;
use super::{App, rows};
use crate::page::cases::{self, Aspect};
use crate::page::{self, Page};
use crate::timeline::{Answer, CaseId, CriterionId, EventId, Timeline};

#[derive(Debug, Clone, PartialEq)]
pub struct CasesState {
    /// `None` only in a timeline without cases.
    pub case: Option<CaseId>,
    pub aspect: Aspect,
    /// The case that stands beside the questions, whatever is scrolled.
    pub pinned: Option<CaseId>,
    /// Whether questions that all cases answer alike are left out.
    pub only_differences: bool,
    /// The first of the cases that are not pinned, and the first row, that are shown.
    pub left: usize,
    pub top: usize,
}

impl CasesState {
    #[must_use]
    pub fn new(timeline: &Timeline) -> Self {
        CasesState {
            case: CaseId::at(timeline, 0),
            aspect: CriterionId::at(timeline, 0).map_or(Aspect::Promise, Aspect::Question),
            pinned: None,
            only_differences: false,
            left: 0,
            top: 0,
        }
    }

    /// The cases from left to right: the pinned one, then the others in the order of the file.
    #[must_use]
    pub fn order(&self, timeline: &Timeline) -> Vec<CaseId> {
        let others = CaseId::all(timeline).filter(|case| Some(*case) != self.pinned);
        self.pinned.into_iter().chain(others).collect()
    }

    /// The rows that can be chosen, from top to bottom.
    #[must_use]
    pub fn aspects(&self, timeline: &Timeline) -> Vec<Aspect> {
        self.questions(timeline)
            .map(Aspect::Question)
            .chain([Aspect::Promise, Aspect::Outcome])
            .collect()
    }

    /// The questions that are shown.
    pub fn questions(&self, timeline: &Timeline) -> impl Iterator<Item = CriterionId> {
        let compared = self.compared(timeline);
        let all = !self.only_differences;
        CriterionId::all(timeline).filter(move |asked| all || differs(timeline, &compared, *asked))
    }

    /// The cases whose differences count: the pinned one and the chosen one, or all where these are not two.
    fn compared(&self, timeline: &Timeline) -> Vec<CaseId> {
        match (self.pinned, self.case) {
            (Some(pinned), Some(case)) if pinned != case => vec![pinned, case],
            _ => CaseId::all(timeline).collect(),
        }
    }

    /// Whether one case is compared with one other.
    #[must_use]
    pub fn compares_two(&self) -> bool {
        self.pinned.is_some() && self.pinned != self.case
    }

    /// The case at a place of the order, or the last one.
    fn case_at(&self, timeline: &Timeline, at: usize) -> Option<CaseId> {
        let order = self.order(timeline);
        order.get(at).or(order.last()).copied()
    }

    /// Chooses the nearest question that is still shown when the chosen one is not.
    pub(super) fn choose_what_is_shown(&mut self, timeline: &Timeline) {
        let Aspect::Question(chosen) = self.aspect else {
            return;
        };
        let shown: Vec<CriterionId> = self.questions(timeline).collect();
        let after = shown.iter().find(|asked| **asked >= chosen);
        self.aspect = after
            .or(shown.last())
            .map_or(Aspect::Promise, |asked| Aspect::Question(*asked));
    }
}

/// Whether these cases do not all answer a question alike; one to which it does not apply makes a difference.
#[must_use]
pub fn differs(timeline: &Timeline, compared: &[CaseId], asked: CriterionId) -> bool {
    let said = |case: &CaseId| cases::answer(&timeline[*case], asked).map(|given| given.answer);
    let answers: Vec<Option<Answer>> = compared.iter().map(said).collect();
    answers.windows(2).any(|pair| pair[0] != pair[1])
}

/// The place `by` steps away, from 0 to `last`.
fn step(at: usize, by: isize, last: usize) -> usize {
    at.saturating_add_signed(by).min(last)
}

impl App {
    /// The page of the chosen cell: the answer, its note and its evidence.
    pub(super) fn cases_page(&self, columns: usize) -> Page {
        self.location.cases.case.map_or_else(Page::default, |case| {
            let words = self.words();
            page::cases::page(
                &self.document.timeline,
                case,
                self.location.cases.aspect,
                columns,
                words,
            )
        })
    }

    /// The events that the chosen cell rests on.
    #[must_use]
    pub fn evidence(&self) -> Vec<EventId> {
        self.location.cases.case.map_or_else(Vec::new, |case| {
            cases::evidence(&self.document.timeline, case, self.location.cases.aspect)
        })
    }

    pub(super) fn move_in_cases(&mut self, action: Action) {
        let page = self.table_height().saturating_sub(1).max(1) as isize;
        match action {
            Action::Down => self.step_down(1),
            Action::Up => self.step_down(-1),
            Action::PageDown => self.step_down(page),
            Action::PageUp => self.step_down(-page),
            Action::HalfPageDown => self.step_down((page / 2).max(1)),
            Action::HalfPageUp => self.step_down(-(page / 2).max(1)),
            Action::First => self.step_down(isize::MIN),
            Action::Last => self.step_down(isize::MAX),
            Action::Left => self.step_right(-1),
            Action::Right => self.step_right(1),
            Action::FirstColumn => self.step_right(isize::MIN),
            Action::LastColumn => self.step_right(isize::MAX),
            Action::NextPeriod => self.step_to_passage(true),
            Action::PreviousPeriod => self.step_to_passage(false),
            Action::OnlyDifferences => self.toggle_differences(),
            Action::Pin => self.toggle_pin(),
            Action::ReadOn => self.scroll_by(1),
            Action::ReadBack => self.scroll_by(-1),
            _ => {}
        }
    }

    fn table_height(&self) -> usize {
        self.table().map_or(1, |table| table.height().max(1))
    }

    fn step_down(&mut self, by: isize) {
        let aspects = self.location.cases.aspects(&self.document.timeline);
        let at = aspects
            .iter()
            .position(|row| *row == self.location.cases.aspect);
        let at = step(at.unwrap_or(0), by, aspects.len().saturating_sub(1));
        if let Some(aspect) = aspects.get(at) {
            self.location.cases.aspect = *aspect;
        }
    }

    fn step_right(&mut self, by: isize) {
        let order = self.location.cases.order(&self.document.timeline);
        let at = order
            .iter()
            .position(|case| Some(*case) == self.location.cases.case);
        let at = step(at.unwrap_or(0), by, order.len().saturating_sub(1));
        self.location.cases.case = self.location.cases.case_at(&self.document.timeline, at);
    }

    /// To the first question of the next passage, or of this one or the one before.
    fn step_to_passage(&mut self, forward: bool) {
        let aspects = self.location.cases.aspects(&self.document.timeline);
        let passage = |at: usize| match aspects.get(at) {
            Some(Aspect::Question(asked)) => Some(self.document.timeline[*asked].passage),
            _ => None,
        };
        let starts = |at: &usize| *at == 0 || passage(*at) != passage(at - 1);
        let at = aspects
            .iter()
            .position(|row| *row == self.location.cases.aspect);
        let at = at.unwrap_or(0);
        let found = if forward {
            (at + 1..aspects.len()).find(starts)
        } else {
            (0..at).rev().find(starts)
        };
        if let Some(aspect) = found.and_then(|at| aspects.get(at)) {
            self.location.cases.aspect = *aspect;
        }
    }

    fn toggle_differences(&mut self) {
        if self.location.cases.only_differences {
            self.location.cases.only_differences = false;
            return self.say("all questions again");
        }
        let compared = self.location.cases.compared(&self.document.timeline);
        let two = self.location.cases.compares_two();
        let all = self.document.timeline.criteria.len();
        let differing = CriterionId::all(&self.document.timeline)
            .filter(|asked| differs(&self.document.timeline, &compared, *asked))
            .count();
        let who = if two { "these two" } else { "the cases" };
        if differing == 0 {
            return self.say(format!("{who} differ in no question"));
        }
        if differing == all && !two {
            return self.say("they differ in every question; = pins one, to compare two");
        }
        self.location.cases.only_differences = true;
        self.say(format!("{who} differ in {differing} of {all}; d shows all"));
    }

    fn toggle_pin(&mut self) {
        let Some(case) = self.location.cases.case else {
            return;
        };
        let title = self.document.timeline[case].title.clone();
        if self.location.cases.pinned == Some(case) {
            self.location.cases.pinned = None;
            self.say(format!("unpinned: {title}"));
        } else {
            self.location.cases.pinned = Some(case);
            self.say(format!("pinned: {title}"));
        }
    }

    /// Scrolls so that the chosen cell is in sight.
    pub(super) fn scroll_cases(&mut self) {
        let Some(table) = &mut self.screen.table else {
            return;
        };
        let state = &mut self.location.cases;
        let fixed = usize::from(state.pinned.is_some());
        let order = state.order(&self.document.timeline);
        let at = order.iter().position(|case| Some(*case) == state.case);
        // The pinned case is always in sight and moves nothing.
        if let Some(at) = at.and_then(|at| at.checked_sub(fixed)) {
            let fit = table.columns.len().saturating_sub(fixed);
            let others = order.len() - fixed;
            state.left = table::scroll_columns(state.left, fit, at, others);
            table.place_columns(&order, state);
        }
        let at = table.row_of(state.aspect).unwrap_or(0);
        state.top = rows::scroll(state.top, table.height(), at, table.rows.len());
    }

    /// On the way from an event to the table: chooses the case that the event establishes, or that it is evidence of.
    ///
    /// A chosen case that has to do with the event already stays.
    pub(super) fn choose_case_of_event(&mut self) {
        let (timeline, event) = (&self.document.timeline, self.location.selection.selected());
        let established = |case: &CaseId| timeline[*case].established_by == event;
        let named = |case: &CaseId| {
            let answers = timeline[*case].answers.iter().flatten();
            let mut events = answers.flat_map(|answer| &answer.events);
            events.any(|named| *named == event)
        };
        let stays = |case: &CaseId| established(case) || named(case);
        if self.location.cases.case.as_ref().is_some_and(stays) {
            return;
        }
        let found = CaseId::all(timeline)
            .find(established)
            .or_else(|| CaseId::all(timeline).find(named));
        self.location.cases.case = found.or(self.location.cases.case);
    }

    /// Chooses the cell at a place of the screen, a whole row or a whole column; says whether it was a cell.
    pub(super) fn choose_cell(&mut self, column: u16, row: u16) -> bool {
        let Some(table) = self.table() else {
            return false;
        };
        let (aspect, case) = table.at(self.location.cases.top, column, row);
        self.location.cases.case = case.or(self.location.cases.case);
        self.location.cases.aspect = aspect.unwrap_or(self.location.cases.aspect);
        aspect.is_some() && case.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_stop_at_both_ends() {
        let check = |at, by, last, expected| assert_eq!(step(at, by, last), expected);
        check(0, 1, 3, 1);
        check(0, -1, 3, 0);
        check(3, 1, 3, 3);
        check(2, isize::MAX, 3, 3);
        check(2, isize::MIN, 3, 0);
        check(0, 1, 0, 0);
    }
}
