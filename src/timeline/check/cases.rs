//! Cases and criteria: the neutralities that are set side by side, and the questions that each answers.

use super::evidence::Marks;
use super::named_events::NamedEvents;
use super::{Names, rules};
use crate::timeline::date::era::year_label;
use crate::timeline::diagnostic::Faults;
use crate::timeline::document::{AnswerTable, CaseTable, CriterionTable};
use crate::timeline::model::{
    Answer, Case, CaseAnswer, CountryId, Criterion, EventId, Outcome, PassageId, Timeline,
};

pub(super) fn criteria(
    tables: &[CriterionTable],
    names: &Names,
    faults: &Faults,
) -> Vec<Criterion> {
    let resolve = |table: &CriterionTable| Criterion {
        id: table.id.value.clone(),
        question: table.question.clone().unwrap_or_default(),
        short: table.short.clone(),
        passage: table
            .passage
            .as_ref()
            .and_then(|passage| names.passages.find(passage, faults))
            .map(PassageId::new),
        article: table.article,
    };
    tables.iter().map(resolve).collect()
}

pub(super) fn resolve(tables: &[CaseTable], timeline: &Timeline, marks: &Marks) -> Vec<Case> {
    let named = NamedEvents::new(timeline);
    let cases = tables.iter().filter_map(|table| {
        let case = resolve_one(table, timeline, marks)?;
        rules::case(table, &case, timeline, &named, marks.faults);
        Some(case)
    });
    cases.collect()
}

fn resolve_one(table: &CaseTable, timeline: &Timeline, marks: &Marks) -> Option<Case> {
    let Marks { names, faults, .. } = marks;
    let mut answers: Vec<Option<CaseAnswer>> = timeline.criteria.iter().map(|_| None).collect();
    for answer in &table.answers {
        if let Some(at) = names.criteria.find(&answer.criterion, faults) {
            answers[at] = Some(resolve_answer(answer, marks));
        }
    }
    let country = table
        .country
        .as_ref()
        .and_then(|country| names.countries.find(country, faults));
    let established_by = table
        .established_by
        .as_ref()
        .and_then(|event| names.events.find(event, faults));
    let (country, established_by) = (country?, established_by?);
    let title = table.title.clone().unwrap_or_else(|| {
        let name = timeline
            .countries
            .get(country)
            .map(|country| country.name.clone())
            .unwrap_or_default();
        timeline
            .events
            .get(established_by)
            .map_or(name.clone(), |event| {
                format!("{name} {}", year_label(event.date.year()))
            })
    });
    Some(Case {
        id: table.id.clone()?.value,
        title,
        country: CountryId::new(country),
        established_by: EventId::new(established_by),
        promise: marks.line(table.promise.as_ref()),
        outcome: table.outcome.unwrap_or(Outcome::NeverTested),
        outcome_note: marks.line(table.outcome_note.as_ref()),
        answers: answers.into(),
    })
}

fn resolve_answer(table: &AnswerTable, marks: &Marks) -> CaseAnswer {
    let Marks { names, faults, .. } = marks;
    let events = table
        .events
        .iter()
        .filter_map(|event| names.events.find(event, faults))
        .map(EventId::new);
    CaseAnswer {
        answer: table.answer.unwrap_or(Answer::Unknown),
        note: marks.line(table.note.as_ref()),
        events: events.collect(),
    }
}
