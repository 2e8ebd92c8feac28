//! The state of the table of cases: which cell is chosen, what is pinned or left out, and how the table scrolls.
//!
//! The chosen cell is a case and an aspect of it, never a row or a column number; its geometry is in
//! `screen/table.rs`.

use crate::app::motion::{Motion, Pace, step};
use crate::app::screen::table;
use crate::app::{App, rows};
use crate::page::cases::{self, Aspect};
use crate::timeline::{
    Answer, CaseId, CountryId, CriterionId, EventId, Outcome, PassageId, Timeline,
};

/// Where the table of cases is.
#[derive(Debug, Clone, PartialEq)]
pub struct CasesState {
    /// `None` only in a timeline without cases.
    pub case: Option<CaseId>,
    /// The chosen row.
    pub aspect: Aspect,
    /// The case that stands at the right of the others, whatever is scrolled.
    pub pinned: Option<CaseId>,
    /// Whether questions that all cases answer alike are left out.
    pub only_differences: bool,
    /// The first of the cases that are not pinned, and the first row, that are shown.
    pub left: usize,
    /// First row that is shown.
    pub top: usize,
}

impl CasesState {
    /// At the first case and the first question; what is proposed stands beside what was agreed from the start.
    #[must_use]
    pub fn new(timeline: &Timeline) -> Self {
        CasesState {
            case: CaseId::at(timeline, 0),
            aspect: CriterionId::at(timeline, 0).map_or(Aspect::Promise, Aspect::Question),
            pinned: proposed(timeline),
            only_differences: false,
            left: 0,
            top: 0,
        }
    }

    /// Whether a case is pinned by hand, or the proposed one no longer.
    #[must_use]
    pub fn is_pinned_anew(&self, timeline: &Timeline) -> bool {
        self.pinned != proposed(timeline)
    }

    /// The cases from left to right: in the order of the file, and the pinned one after them.
    #[must_use]
    pub fn order(&self, timeline: &Timeline) -> Vec<CaseId> {
        let others = CaseId::all(timeline).filter(|case| Some(*case) != self.pinned);
        others.chain(self.pinned).collect()
    }

    /// The pinned case, while another one is read beside it.
    #[must_use]
    pub fn other(&self) -> Option<CaseId> {
        self.pinned.filter(|_| self.compares_two())
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
        CriterionId::all(timeline)
            .filter(move |criterion| all || differs(timeline, &compared, *criterion))
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

    /// The events that the chosen cell rests on.
    #[must_use]
    pub fn evidence(&self, timeline: &Timeline) -> Vec<EventId> {
        self.case.map_or_else(Vec::new, |case| {
            cases::evidence(timeline, case, self.aspect)
        })
    }

    /// The case at a position of the order, or the last one.
    fn case_at(&self, timeline: &Timeline, at: usize) -> Option<CaseId> {
        let order = self.order(timeline);
        order.get(at).or(order.last()).copied()
    }

    /// Chooses the nearest question that is still shown when the chosen one is not.
    pub(in crate::app) fn choose_what_is_shown(&mut self, timeline: &Timeline) {
        let Aspect::Question(chosen) = self.aspect else {
            return;
        };
        let shown: Vec<CriterionId> = self.questions(timeline).collect();
        let after = shown.iter().find(|criterion| **criterion >= chosen);
        self.aspect = after
            .or(shown.last())
            .map_or(Aspect::Promise, |criterion| Aspect::Question(*criterion));
    }
}

/// The case that is pinned from the start.
fn proposed(timeline: &Timeline) -> Option<CaseId> {
    CaseId::all(timeline).rfind(|case| timeline[*case].outcome == Outcome::Proposed)
}

/// Whether these cases do not all answer a question alike; one to which it does not apply makes a difference.
#[must_use]
pub fn differs(timeline: &Timeline, compared: &[CaseId], criterion: CriterionId) -> bool {
    let answer_of =
        |case: &CaseId| cases::answer(&timeline[*case], criterion).map(|given| given.answer);
    let answers: Vec<Option<Answer>> = compared.iter().map(answer_of).collect();
    answers.windows(2).any(|pair| pair[0] != pair[1])
}

/// Along the questions, and what stands under them.
pub(in crate::app) fn go(app: &mut App, motion: Motion) {
    step_down(app, motion.steps(Pace::of_rows(table_height(app))));
}

fn table_height(app: &App) -> usize {
    app.table().map_or(1, |table| table.height().max(1))
}

fn step_down(app: &mut App, by: isize) {
    let aspects = app.location.cases.aspects(&app.document.timeline);
    let at = aspects
        .iter()
        .position(|row| *row == app.location.cases.aspect);
    let at = step(at.unwrap_or(0), by, aspects.len().saturating_sub(1));
    if let Some(aspect) = aspects.get(at) {
        app.location.cases.aspect = *aspect;
    }
}

/// To a case further to the right.
pub(in crate::app) fn step_right(app: &mut App, by: isize) {
    let order = app.location.cases.order(&app.document.timeline);
    let at = order
        .iter()
        .position(|case| Some(*case) == app.location.cases.case);
    let at = step(at.unwrap_or(0), by, order.len().saturating_sub(1));
    app.location.cases.case = app.location.cases.case_at(&app.document.timeline, at);
}

/// To the first question of the next passage, or of this one or the one before.
pub(in crate::app) fn step_to_passage(app: &mut App, forward: bool) {
    let aspects = app.location.cases.aspects(&app.document.timeline);
    let passage = |at: usize| match aspects.get(at) {
        Some(Aspect::Question(criterion)) => Some(app.document.timeline[*criterion].passage),
        _ => None,
    };
    let starts = |at: &usize| *at == 0 || passage(*at) != passage(at - 1);
    let at = aspects
        .iter()
        .position(|row| *row == app.location.cases.aspect);
    let at = at.unwrap_or(0);
    let found = if forward {
        (at + 1..aspects.len()).find(starts)
    } else {
        (0..at).rev().find(starts)
    };
    if let Some(aspect) = found.and_then(|at| aspects.get(at)) {
        app.location.cases.aspect = *aspect;
    }
}

/// Shows only the questions that are answered differently, or all again.
pub(in crate::app) fn toggle_differences(app: &mut App) {
    if app.location.cases.only_differences {
        app.location.cases.only_differences = false;
        return app.say("all questions again");
    }
    let compared = app.location.cases.compared(&app.document.timeline);
    let two = app.location.cases.compares_two();
    let all = app.document.timeline.criteria.len();
    let differing = CriterionId::all(&app.document.timeline)
        .filter(|criterion| differs(&app.document.timeline, &compared, *criterion))
        .count();
    let who = match (two, compared.as_slice()) {
        (true, [pinned, chosen]) => {
            let name = |case: CaseId| cases::heading(&app.document.timeline, case).0;
            format!("{} and {}", name(*chosen), name(*pinned))
        }
        _ => "the cases".to_owned(),
    };
    let pinned = app.location.cases.pinned;
    if let Some(pinned) = pinned.filter(|_| !two && differing == all) {
        let name = cases::heading(&app.document.timeline, pinned).0;
        return app.say(format!("{name} is pinned; go to what to compare it with"));
    }
    if differing == 0 {
        return app.say(format!("{who} differ in no question"));
    }
    if differing == all && !two {
        return app.say("they differ everywhere; = pins one to compare");
    }
    app.location.cases.only_differences = true;
    app.say(format!("{who} differ in {differing} of {all}; d ends it"));
}

/// Keeps the chosen case beside the questions, or lets it go.
pub(in crate::app) fn toggle_pin(app: &mut App) {
    let Some(case) = app.location.cases.case else {
        return;
    };
    let title = app.document.timeline[case].title.clone();
    if app.location.cases.pinned == Some(case) {
        app.location.cases.pinned = None;
        app.say(format!("unpinned: {title}"));
    } else {
        app.location.cases.pinned = Some(case);
        app.say(format!("pinned: {title}"));
    }
}

/// Scrolls so that the chosen cell is in sight.
pub(in crate::app) fn settle(app: &mut App) {
    let Some(table) = &mut app.screen.table else {
        return;
    };
    let state = &mut app.location.cases;
    let fixed = usize::from(state.pinned.is_some());
    let order = state.order(&app.document.timeline);
    let at = order.iter().position(|case| Some(*case) == state.case);
    // The pinned case is always in sight and moves nothing.
    let others = order.len() - fixed;
    if let Some(at) = at.filter(|at| *at < others) {
        let fit = table.columns.len().saturating_sub(fixed);
        state.left = table::scroll_columns(state.left, fit, at, others);
        table.lay_out_columns(&order, state);
    }
    let at = table.row_of(state.aspect).unwrap_or(0);
    state.top = rows::scroll(state.top, table.height(), at, table.rows.len());
}

/// The case of a country: the next one after the chosen case, round and round.
pub(in crate::app) fn case_of(app: &App, country: CountryId) -> Option<CaseId> {
    let timeline = &app.document.timeline;
    let order = app.location.cases.order(timeline);
    let here = order
        .iter()
        .position(|case| Some(*case) == app.location.cases.case);
    let (before, after) = order.split_at(here.map_or(0, |here| here + 1));
    let mut round = after.iter().chain(before);
    round
        .find(|case| timeline[**case].country == country)
        .copied()
}

/// On the way from an event to the table: chooses the case that the event establishes, or that it is evidence of.
///
/// A chosen case that has to do with the event already stays.
pub(in crate::app) fn choose_case_of_event(app: &mut App) {
    let (timeline, event) = (&app.document.timeline, app.location.selection.selected());
    let established = |case: &CaseId| timeline[*case].established_by == event;
    let named = |case: &CaseId| {
        let answers = timeline[*case].answers.iter().flatten();
        let mut events = answers.flat_map(|answer| &answer.events);
        events.any(|named| *named == event)
    };
    let stays = |case: &CaseId| established(case) || named(case);
    if app.location.cases.case.as_ref().is_some_and(stays) {
        return;
    }
    let found = CaseId::all(timeline)
        .find(established)
        .or_else(|| CaseId::all(timeline).find(named));
    app.location.cases.case = found.or(app.location.cases.case);
}

/// On the way from a claim to the table: chooses its first question, and of a filtered table a case of which the filter
/// leaves the answer. A question of the claim that is chosen already stays.
pub(in crate::app) fn choose_question_of_claim(app: &mut App, claim: Option<PassageId>) {
    let (timeline, state) = (&app.document.timeline, &app.location.cases);
    let Some(claim) = claim else { return };
    let comes_from_it = |aspect: &Aspect| matches!(aspect, Aspect::Question(id) if timeline[*id].passage == Some(claim));
    let questions = state.questions(timeline).map(Aspect::Question);
    let here = Some(state.aspect).into_iter();
    let Some(aspect) = here.chain(questions).find(comes_from_it) else {
        return;
    };
    let is_left = |case: &CaseId| app.keeps_cell(*case, aspect);
    let order = state.order(timeline).into_iter();
    let case = state.case.into_iter().chain(order).find(is_left);
    app.location.cases.aspect = aspect;
    app.location.cases.case = case.or(app.location.cases.case);
}

/// Chooses the cell at a position on the screen, a whole row or a whole column; says whether it was a cell.
pub(in crate::app) fn choose_cell(app: &mut App, column: u16, row: u16) -> bool {
    let Some(table) = app.table() else {
        return false;
    };
    let (aspect, case) = table.at(app.location.cases.top, column, row);
    app.location.cases.case = case.or(app.location.cases.case);
    app.location.cases.aspect = aspect.unwrap_or(app.location.cases.aspect);
    aspect.is_some() && case.is_some()
}
