//! What a search has found: events, claims with their record, cells of the cases, and signs and words.
//!
//! Of each what is shown of it counts; an event is looked at whole, by the index of the document.

use std::borrow::Cow;

use crate::app::location::{Location, Subject};
use crate::app::view::cases::CasesState;
use crate::app::{App, View};
use crate::page::cases::{Aspect, answer};
use crate::page::signs;
use crate::selection::Selection;
use crate::selection::search::Query;
use crate::text;
use crate::timeline::{Case, CaseId, EventId, Passage, PassageId, Prose, Timeline};
use crate::words::translated;

/// What a search has found.
#[derive(Debug, Clone)]
pub struct Matches {
    /// What was looked for.
    pub query: Query,
    /// All events that match, in order of time, whether the filter shows them or not.
    events: Vec<EventId>,
    /// The claims that match, or the record beside them, in the order of the article.
    passages: Vec<PassageId>,
    /// The cells that match, case by case.
    cells: Vec<(CaseId, Aspect)>,
    /// How many signs and words match.
    signs: usize,
}

/// Looks for a query everywhere; `None` for an empty one.
pub(super) fn find(app: &App, query: Query) -> Option<Matches> {
    if query.is_empty() {
        return None;
    }
    let (timeline, index) = (&app.document.timeline, app.document.index());
    let before = app.walk.matches.as_ref();
    let before = before.filter(|before| query.narrows(&before.query));
    let signs = signs::all(timeline, app.setup.ascii).into_iter();
    let matches_sign = |sign: &signs::Sign| {
        let texts = [&sign.sign, &sign.name, &sign.meaning];
        query.is_in(texts.into_iter().map(String::as_str))
    };
    Some(Matches {
        events: match before {
            Some(before) => index.find_among(&before.events, &query, timeline),
            None => index.find(&query, timeline),
        },
        passages: PassageId::all(timeline)
            .filter(|id| matches_passage(timeline, *id, &query))
            .collect(),
        cells: cells(timeline, &app.location.cases, &query),
        signs: signs.filter(matches_sign).count(),
        query,
    })
}

/// The heading, the claim and the record, and why events bear on it.
fn matches_passage(timeline: &Timeline, id: PassageId, query: &Query) -> bool {
    let passage: &Passage = &timeline[id];
    let events = passage.events.iter();
    let reasons = events.filter_map(|(event, _)| timeline.because(*event, id));
    let claim = passage.claim.iter().map(String::as_str);
    let record = passage.record.iter().map(Prose::text);
    let head = [Some(passage.heading.as_str()), passage.section.as_deref()];
    let texts = head.into_iter().flatten().chain(claim).chain(record);
    query.is_in(texts.chain(reasons))
}

/// The cells in which something of their own matches; what is in a title or a question alone is found in one cell.
fn cells(timeline: &Timeline, state: &CasesState, query: &Query) -> Vec<(CaseId, Aspect)> {
    let aspects = state.aspects(timeline);
    let mut found = Vec::new();
    for id in CaseId::all(timeline) {
        let case = &timeline[id];
        let title = case.title.as_str();
        let is_case = query.is_in([title].into_iter());
        for (row, aspect) in aspects.iter().enumerate() {
            let question = questions(timeline, *aspect);
            let own = own_texts(case, *aspect);
            let is_question = query.is_in(question.iter().copied());
            let is_cell = query.touches(own.iter().copied())
                && query.is_in(own.into_iter().chain([title]).chain(question));
            let stands_for_case = is_case && row == 0;
            let stands_for_row = is_question && Some(id) == state.case;
            if is_cell || stands_for_case || stands_for_row {
                found.push((id, *aspect));
            }
        }
    }
    found
}

/// What a row asks, whole and short.
fn questions(timeline: &Timeline, aspect: Aspect) -> Vec<&str> {
    let short = match aspect {
        Aspect::Question(criterion) => timeline[criterion].short.as_deref(),
        Aspect::Promise | Aspect::Outcome => None,
    };
    [Some(aspect.label(timeline)), short]
        .into_iter()
        .flatten()
        .collect()
}

/// What a cell says by itself.
fn own_texts(case: &Case, aspect: Aspect) -> Vec<&str> {
    let (word, note) = match aspect {
        Aspect::Question(criterion) => {
            let given = answer(case, criterion);
            let note = given.and_then(|given| given.note.as_ref());
            (given.map(|given| translated(given.answer.word())), note)
        }
        Aspect::Promise => (None, case.promise.as_ref()),
        Aspect::Outcome => (
            Some(translated(case.outcome.word())),
            case.outcome_note.as_ref(),
        ),
    };
    word.into_iter().chain(note.map(Prose::text)).collect()
}

impl Matches {
    /// The matching events that are shown, in order of time.
    #[must_use]
    pub fn shown(&self, selection: &Selection) -> Cow<'_, [EventId]> {
        if selection.filter().is_empty() {
            return Cow::Borrowed(&self.events);
        }
        let events = self.events.iter().copied();
        events.filter(|event| selection.shows(*event)).collect()
    }

    /// How many matching events the filter hides.
    fn hidden(&self, selection: &Selection) -> usize {
        self.events.len() - self.shown(selection).len()
    }

    /// What matches in a view and is shown there, in the order in which one walks through it.
    pub(super) fn in_view(
        &self,
        view: View,
        location: &Location,
        timeline: &Timeline,
    ) -> Vec<Subject> {
        match view {
            View::Timeline | View::Lanes => {
                let events = self.shown(&location.selection);
                events.iter().copied().map(Subject::Event).collect()
            }
            View::Article => self
                .passages
                .iter()
                .copied()
                .map(Subject::Passage)
                .collect(),
            View::Cases => {
                let aspects = location.cases.aspects(timeline);
                let cells = self.cells.iter();
                let shown = cells.filter(|(_, aspect)| aspects.contains(aspect));
                let shown = shown.map(|(case, aspect)| Subject::Cell(*case, *aspect));
                let mut shown: Vec<Subject> = shown.collect();
                shown.sort_by_key(|subject| position(*subject, location, timeline));
                shown
            }
        }
    }

    /// Whether nothing but signs and words has it.
    pub(super) fn is_in_signs_alone(&self, selection: &Selection) -> bool {
        let shown = self.shown(selection);
        self.signs > 0 && shown.is_empty() && self.passages.is_empty() && self.cells.is_empty()
    }

    /// What was found where, in words.
    pub(super) fn tally(&self, location: &Location, timeline: &Timeline) -> MatchTally {
        let here = self.in_view(location.view, location, timeline);
        let kind = match location.view {
            View::Timeline | View::Lanes => "event",
            View::Article => "claim",
            View::Cases => "cell",
        };
        let current = current(location.view, location);
        let at = here.iter().position(|found| Some(*found) == current);
        let at = at.map_or_else(String::new, |at| format!("{} of ", at + 1));
        let mut cases: Vec<CaseId> = self.cells.iter().map(|(case, _)| *case).collect();
        cases.dedup();
        let events = self.shown(&location.selection).len();
        let sees_events = !location.view.rests_on_events();
        let elsewhere = [
            (sees_events, events, "event"),
            (location.view == View::Article, self.passages.len(), "claim"),
            (location.view == View::Cases, cases.len(), "case"),
            (false, self.signs, "sign"),
        ];
        MatchTally {
            here: match here.len() {
                0 => String::new(),
                number => format!("{at}{}", text::count(number, kind)),
            },
            hidden: match self.hidden(&location.selection) {
                0 => String::new(),
                number => format!(", {number} hidden by the filter"),
            },
            elsewhere: elsewhere
                .into_iter()
                .filter(|(is_here, number, _)| !is_here && *number > 0)
                .map(|(_, number, kind)| format!(" · {}", text::count(number, kind)))
                .collect(),
        }
    }
}

/// How much a search has found, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MatchTally {
    /// "2 of 12 events": what the present view shows of it; empty where that is nothing.
    pub here: String,
    /// ", 3 hidden by the filter", or empty.
    pub hidden: String,
    /// " · 2 claims · 1 case", or empty.
    pub elsewhere: String,
}

/// What is selected in a view.
pub(super) fn current(view: View, location: &Location) -> Option<Subject> {
    match view {
        View::Timeline if location.is_before_events() => None,
        View::Timeline | View::Lanes => Some(Subject::Event(location.selection.selected())),
        View::Article => location.passage.map(Subject::Passage),
        View::Cases => {
            let case = location.cases.case?;
            Some(Subject::Cell(case, location.cases.aspect))
        }
    }
}

/// Where something stands in its view: events and claims by their order, cells row by row.
pub(super) fn position(
    subject: Subject,
    location: &Location,
    timeline: &Timeline,
) -> (usize, usize) {
    match subject {
        Subject::Event(event) => (event.index(), 0),
        Subject::Passage(passage) => (passage.index(), 0),
        Subject::Cell(case, aspect) => {
            let (aspects, order) = (
                location.cases.aspects(timeline),
                location.cases.order(timeline),
            );
            let row = aspects.iter().position(|row| *row == aspect);
            let column = order.iter().position(|column| *column == case);
            (row.unwrap_or(0), column.unwrap_or(0))
        }
        Subject::Stop(_, at) => (at, 0),
    }
}
