//! The parts that roles play: the file states them, and a violation in the events is in a span as well.

use std::collections::HashSet;

use super::event::IdSpan;
use crate::timeline::diagnostic::{Faults, quoted};
use crate::timeline::document::Document;
use crate::timeline::model::{CountryId, Event, EventId, Party, RolePart, Span, Timeline};

/// Without parts the program knows nobody who guarantees or violates a status.
pub(super) fn have_parts(document: &Document, faults: &Faults) {
    let Some(first) = document.roles.first() else {
        return;
    };
    if document.spans.is_empty() || document.roles.iter().any(|role| role.part.is_some()) {
        return;
    }
    let help = "without `part = \"neutral\"`, `\"guarantor\"` or `\"violator\"` no status has guarantors, and no \
                violation is told by whom";
    faults.warning(
        &first.id.span,
        "no role says what part it plays",
        Some(help.to_owned()),
    );
}

/// A violation that the roles of an event state stands in a span of the country; `id_spans` are those of the events.
pub(super) fn violations_have_spans(timeline: &Timeline, id_spans: &[IdSpan], faults: &Faults) {
    if !faults.kept(&["a party", "a span", "an event"]) {
        return;
    }
    let violations = |span: &Span| {
        let country = span.country;
        let events = span.violated_by.clone().into_iter();
        events.map(move |event| (country, event))
    };
    let held: HashSet<(CountryId, EventId)> = timeline.spans.iter().flat_map(violations).collect();
    for (id, id_span) in EventId::all(timeline).zip(id_spans) {
        let event = &timeline[id];
        if in_part(timeline, event, RolePart::Violator)
            .next()
            .is_none()
        {
            continue;
        }
        for party in in_part(timeline, event, RolePart::Neutral) {
            if held.contains(&(party.country, id)) {
                continue;
            }
            let Some(country) = timeline.countries.get(party.country.index()) else {
                continue;
            };
            let message = format!(
                "the event {} tells of a violation, and no span of {} holds it",
                quoted(&event.id),
                quoted(&country.id)
            );
            let help =
                "name it in the span’s `violated_by`, or give the parties other roles".to_owned();
            faults.warning(&id_span.range(), message, Some(help));
        }
    }
}

fn in_part<'t>(
    timeline: &'t Timeline,
    event: &'t Event,
    part: RolePart,
) -> impl Iterator<Item = &'t Party> {
    let plays = move |party: &&Party| {
        let role = timeline.roles.get(party.role.index());
        role.is_some_and(|role| role.part == Some(part))
    };
    event.parties.iter().filter(plays)
}
