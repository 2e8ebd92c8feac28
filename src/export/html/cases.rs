//! The cases: a table of the answers, and under it each case with its notes and its evidence.

use maud::{Markup, html};

use super::named::{named, to_passage};
use super::{anchor, footnotes, with_numbers};
use crate::export::Extract;
use crate::notes::places::MarkPlace;
use crate::page::cases::{Aspect, answer, departs, evidence, heading, sign};
use crate::page::evidence::Notes;
use crate::page::glyphs::AGAINST;
use crate::timeline::{Answer, CaseId, CriterionId, EventId, Timeline};
use crate::words::translated;

pub(super) fn cases(extract: &Extract) -> Markup {
    let timeline = extract.timeline;
    html! {
        @if !timeline.criteria.is_empty() { (table(extract)) }
        @for id in extract.cases.iter().copied() { (case(extract, id)) }
    }
}

/// Questions as rows and cases as columns; every answer leads to its note.
fn table(extract: &Extract) -> Markup {
    let timeline = extract.timeline;
    let is_told = timeline
        .criteria
        .iter()
        .any(|criterion| criterion.article.is_some());
    html! {
        div.wide tabindex="0" role="region" aria-label="The cases side by side, to be scrolled sideways" {
            table {
                thead {
                    tr {
                        td {}
                        @if is_told { th scope="col" { (translated("The article says")) } }
                        @for id in extract.cases.iter().copied() {
                            @let (name, when) = heading(timeline, id);
                            th scope="col" {
                                a href=(format!("#{}", anchor("case", &timeline[id].id))) { (name) }
                                br;
                                span.quiet { (when) }
                            }
                        }
                    }
                }
                tbody {
                    @for criterion in CriterionId::all(timeline) {
                        tr {
                            th scope="row" { (question(extract, criterion)) }
                            @if is_told { td { (timeline[criterion].article.map_or("", Answer::word)) } }
                            @for id in extract.cases.iter().copied() { td { (cell(timeline, id, criterion)) } }
                        }
                    }
                    tr {
                        th scope="row" { (Aspect::Outcome.label(timeline)) }
                        @if is_told { td {} }
                        @for id in extract.cases.iter().copied() { td { (translated(timeline[id].outcome.word())) } }
                    }
                }
            }
        }
    }
}

/// The question, after the paragraph of the article from which it comes.
fn question(extract: &Extract, id: CriterionId) -> Markup {
    let timeline = extract.timeline;
    let criterion = &timeline[id];
    html! {
        @if let Some(passage) = criterion.passage {
            (to_passage(extract, passage, &timeline[passage].mark()))
            " "
        }
        (criterion.question)
    }
}

fn cell(timeline: &Timeline, id: CaseId, criterion: CriterionId) -> Markup {
    let given = answer(&timeline[id], criterion).map(|given| given.answer);
    html! {
        @if departs(&timeline[criterion], given) {
            span.complicates title="departs from what the article says" { (AGAINST) } " "
        }
        @match given {
            Some(given) => a href=(format!("#{}", note(timeline, id, criterion))) {
                span aria-hidden="true" { (sign(Some(given))) } " " (translated(given.word()))
            },
            None => span.quiet title=(translated("does not apply")) { (sign(None)) },
        }
    }
}

fn case(extract: &Extract, id: CaseId) -> Markup {
    let timeline = extract.timeline;
    let case = &timeline[id];
    let answers = CriterionId::all(timeline).filter_map(|id| Some((id, answer(case, id)?)));
    let prefix = anchor("case", &case.id);
    let mut notes = Notes::default();
    html! {
        article.case id=(anchor("case", &case.id)) {
            h3 { (case.title) }
            dl.answers {
                dt { (translated("Established by")) }
                dd { (named(extract, case.established_by)) }
                @for (criterion, given) in answers {
                    dt id=(note(timeline, id, criterion)) { (timeline[criterion].question) }
                    dd {
                        strong { (translated(given.answer.word())) }
                        @if let Some(text) = &given.note { ". " (with_numbers(text, &prefix, &mut notes)) }
                        (rests_on(extract, &evidence(timeline, id, Aspect::Question(criterion))))
                    }
                }
                @if let Some(promise) = &case.promise {
                    dt { (translated("Promised")) }
                    dd { (with_numbers(promise, &prefix, &mut notes)) }
                }
                dt { (Aspect::Outcome.label(timeline)) }
                dd {
                    strong { (translated(case.outcome.word())) }
                    @if let Some(note) = &case.outcome_note { ". " (with_numbers(note, &prefix, &mut notes)) }
                    (rests_on(extract, &evidence(timeline, id, Aspect::Outcome)))
                }
            }
            (footnotes(extract, &prefix, &notes))
            @for aspect in Aspect::all(timeline) {
                (super::note(extract, MarkPlace::Cell(id, aspect), Some(aspect.label(timeline))))
            }
        }
    }
}

fn rests_on(extract: &Extract, events: &[EventId]) -> Markup {
    html! {
        @if !events.is_empty() { ul.events { @for event in events { li { (named(extract, *event)) } } } }
    }
}

/// The anchor of the note of an answer.
fn note(timeline: &Timeline, case: CaseId, criterion: CriterionId) -> String {
    let case = anchor("answer", &timeline[case].id);
    anchor(&case, &timeline[criterion].id)
}
