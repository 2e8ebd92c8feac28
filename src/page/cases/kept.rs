//! What a filter leaves of the cases: the one rule of the reader, the command line and the exports.
//!
//! Where a stance is asked for it is the answers that count: whoever asks what complicates a claim means the answers
//! that depart from it. All other filters are about the events that a cell rests on.

use super::{Aspect, answer, departs, evidence};
use crate::selection::facet::Facet;
use crate::selection::filter::Filter;
use crate::timeline::{Answer, CaseId, CriterionId, PassageId, Stance, Timeline};

/// Whether a filter leaves a case in a table without the reader's dimming: its country is chosen, and the event that
/// established it; where a stance is asked for, one of its cells besides.
#[must_use]
pub fn keeps(filter: &Filter, timeline: &Timeline, case: CaseId) -> bool {
    if !filter.choices.requests_stance() {
        return filter.keeps_case(&timeline[case], timeline);
    }
    let others = filter
        .without_facet(Facet::Article)
        .without_facet(Facet::Stance);
    let questions = CriterionId::all(timeline).map(Aspect::Question);
    let mut aspects = questions.chain([Aspect::Promise, Aspect::Outcome]);
    others.keeps_case(&timeline[case], timeline)
        && aspects.any(|aspect| keeps_cell(filter, timeline, case, aspect))
}

/// Whether the filter leaves of a cell an event that it rests on, or its answer.
#[must_use]
pub fn keeps_cell(filter: &Filter, timeline: &Timeline, case: CaseId, aspect: Aspect) -> bool {
    let events = evidence(timeline, case, aspect);
    let Some((passage, stance)) = requested_bearing(filter, timeline, case, aspect) else {
        return events.iter().any(|event| filter.keeps(&timeline[*event]));
    };
    let others = filter
        .without_facet(Facet::Article)
        .without_facet(Facet::Stance);
    filter.choices.allow_link(passage, stance)
        && (others.is_empty() || events.iter().any(|event| others.keeps(&timeline[*event])))
}

/// What the answer of a cell does to the claim that the question comes from, where a stance is asked for.
#[must_use]
pub fn requested_bearing(
    filter: &Filter,
    timeline: &Timeline,
    case: CaseId,
    aspect: Aspect,
) -> Option<(PassageId, Stance)> {
    let is_requested = filter.choices.requests_stance();
    bearing(timeline, case, aspect).filter(|_| is_requested)
}

/// The claim that a question comes from, and what the answer does to it, where the article says what it expects.
fn bearing(timeline: &Timeline, case: CaseId, aspect: Aspect) -> Option<(PassageId, Stance)> {
    let Aspect::Question(id) = aspect else {
        return None;
    };
    let criterion = &timeline[id];
    let (passage, _) = criterion.passage.zip(criterion.article)?;
    let given = answer(&timeline[case], id).map(|given| given.answer);
    let stance = match given {
        _ if departs(criterion, given) => Stance::Complicates,
        None | Some(Answer::Unknown) => Stance::Context,
        Some(_) => Stance::Supports,
    };
    Some((passage, stance))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::selection::value::Value;
    use crate::timeline::samples;

    /// The cases of the samples, of which the article says that they were small and outlasted the war.
    fn timeline() -> Timeline {
        let cases = include_str!("../../../tests/data/cases.toml");
        let question = |id: &str| format!("[[criteria]]\nid = \"{id}\"\n");
        let expected = |id: &str| format!("{}article = \"yes\"\n", question(id));
        let cases = cases.replace(&question("small"), &expected("small"));
        let cases = cases.replace(&question("survived"), &expected("survived"));
        let small = include_str!("../../../tests/data/small.toml");
        samples::read(&format!("{small}{cases}"))
    }

    #[test]
    fn a_stance_keeps_the_cases_whose_answers_have_it_and_any_other_filter_those_of_its_events() {
        let timeline = timeline();
        let check = |include: &[Value], expected: &[&str]| {
            let mut filter = Filter::default();
            filter.choices.include = include.to_vec();
            let kept = CaseId::all(&timeline).filter(|case| keeps(&filter, &timeline, *case));
            let kept: Vec<&str> = kept.map(|case| timeline[case].id.as_str()).collect();
            assert_eq!(kept, expected, "{include:?}");
        };
        let country = |name: &str| Value::Country(timeline.country_called(name).unwrap());
        let stance = Value::Stance;
        let (switzerland, belgium) = ("switzerland-1815", "belgium-1839");
        let (luxembourg, ukraine) = ("luxembourg-1867", "ukraine-2010");
        check(&[], &[switzerland, belgium, luxembourg, ukraine]);
        check(&[country("Belgium")], &[belgium]);
        let complicates = stance(Stance::Complicates);
        check(&[complicates], &[belgium, luxembourg, ukraine]);
        check(&[complicates, country("Belgium")], &[belgium]);
        check(&[complicates, country("Switzerland")], &[]);
    }
}
