//! Tours and corrections: what they name is found.

use super::Names;
use super::evidence::Marks;
use crate::timeline::diagnostic::{Faults, quoted};
use crate::timeline::document::{ChangeTable, Reference, StopTable, TourTable};
use crate::timeline::model::{
    CaseId, Change, ChangeSubject, CountryId, CriterionId, EventId, PassageId, SourceId, Stop,
    StopView, Tour,
};

use super::lookup::Lookup;

pub(super) fn resolve(tables: Vec<TourTable>, marks: &Marks) -> Vec<Tour> {
    // Nothing refers to a tour; its id must be its own all the same.
    Lookup::new(
        "a tour",
        tables.iter().filter_map(|table| table.id.as_ref()),
        marks.faults,
    );
    let tour = |table: TourTable| {
        let id = table.id?;
        if table.stops.is_empty() {
            let message = format!("the tour {} has no stops", quoted(&id.value));
            let help = "add `[[tours.stops]]` below it".to_owned();
            marks.faults.warning(&id.span, message, Some(help));
        }
        Some(Tour {
            id: id.value,
            title: table.title.unwrap_or_default(),
            summary: table.summary,
            stops: table
                .stops
                .into_iter()
                .map(|table| stop(table, marks))
                .collect(),
        })
    };
    tables.into_iter().filter_map(tour).collect()
}

fn stop(table: StopTable, marks: &Marks) -> Stop {
    let Marks { names, faults, .. } = marks;
    points_somewhere(&table, faults);
    let all = |lookup: &Lookup, references: &[Reference]| -> Vec<usize> {
        references
            .iter()
            .filter_map(|reference| lookup.find(reference, faults))
            .collect()
    };
    let one =
        |lookup: &Lookup, reference: &Option<Reference>| lookup.find(reference.as_ref()?, faults);
    Stop {
        title: table.title.unwrap_or_default(),
        text: marks.paragraphs(&table.text).into(),
        view: table.view.unwrap_or(StopView::Timeline),
        events: all(&names.events, &table.events)
            .into_iter()
            .map(EventId::new)
            .collect(),
        countries: all(&names.countries, &table.countries)
            .into_iter()
            .map(CountryId::new)
            .collect(),
        window: table.window,
        passage: one(&names.passages, &table.passage).map(PassageId::new),
        case: one(&names.cases, &table.case).map(CaseId::new),
        criterion: one(&names.criteria, &table.criterion).map(CriterionId::new),
        question: table.question,
    }
}

/// A stop shows something: an event, a country, a time, a claim or a case.
fn points_somewhere(table: &StopTable, faults: &Faults) {
    let shows_list = !table.events.is_empty() || !table.countries.is_empty();
    let shows_one = table.passage.is_some() || table.case.is_some() || table.window.is_some();
    if !shows_list && !shows_one {
        let help = "name `events`, `countries`, a `window`, a `passage` or a `case`".to_owned();
        faults.warning(&table.span, "the stop points nowhere", Some(help));
    } else if let (Some(criterion), None) = (&table.criterion, &table.case) {
        let help = "name the `case` that answers it".to_owned();
        faults.warning(
            &criterion.span,
            "a question is shown of no case",
            Some(help),
        );
    }
}

pub(super) fn changes(tables: Vec<ChangeTable>, names: &Names, faults: &Faults) -> Vec<Change> {
    tables
        .into_iter()
        .filter_map(|table| change(table, names, faults))
        .collect()
}

fn change(table: ChangeTable, names: &Names, faults: &Faults) -> Option<Change> {
    let find =
        |lookup: &Lookup, reference: &Option<Reference>| lookup.find(reference.as_ref()?, faults);
    let event = find(&names.events, &table.event).map(|at| ChangeSubject::Event(EventId::new(at)));
    let span =
        find(&names.events, &table.span).map(|at| ChangeSubject::SpansFrom(EventId::new(at)));
    let passage =
        find(&names.passages, &table.passage).map(|at| ChangeSubject::Passage(PassageId::new(at)));
    let case = find(&names.cases, &table.case).map(|at| ChangeSubject::Case(CaseId::new(at)));
    let source = find(&names.sources, &table.source).map(SourceId::new);
    Some(Change {
        date: table.date?,
        subjects: [event, span, passage, case].into_iter().flatten().collect(),
        was: table.was?,
        now: table.now?,
        source,
    })
}
