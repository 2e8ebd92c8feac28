//! What is no error and yet should be looked at: evidence that is missing, things that nothing uses.
//!
//! A rule that something is missing is only checked when nothing of its sort was lost to another fault.

use std::collections::HashSet;
use std::ops::Range;

use super::named_events::{NamedEvent, NamedEvents};
use crate::timeline::coverage;
use crate::timeline::diagnostic::{Faults, quoted};
use crate::timeline::document::{CaseTable, Document, EventTable, Reference, SpanTable};
use crate::timeline::model::{Case, Country, CountryId, LegalBasis, Span, Stance, Timeline};

/// Words that may stand between quotation marks without being a quotation.
const MOST_WORDS: usize = 3;

/// Asks the rules of a single event, which ends in the file before this byte.
pub(super) fn event(event: &EventTable, end: usize, source: &str, faults: &Faults) {
    basis(event, faults);
    has_source(event, faults);
    reasons(event, faults);
    quotations(event, event.span.start..end, source, faults);
}

fn basis(event: &EventTable, faults: &Faults) {
    if let Some(date) = &event.date
        && date.value.wants_basis()
        && event.own.texts.basis.is_none()
    {
        let help = "give the reason in one line, as `basis = \"…\"`".to_owned();
        faults.warning(
            &date.span,
            format!(
                "{} is inexact without a basis",
                quoted(date.value.written())
            ),
            Some(help),
        );
    }
}

fn has_source(event: &EventTable, faults: &Faults) {
    if let Some(id) = &event.id
        && event.unsourced
    {
        let help = "name one, as `sources = [{ source = \"…\", at = \"p. 1\" }]`".to_owned();
        faults.warning(
            &id.span,
            format!("the event {} has no source", quoted(&id.value)),
            Some(help),
        );
    }
}

/// What an event does to a claim is stated with its reason; what is only context speaks for itself.
fn reasons(event: &EventTable, faults: &Faults) {
    let links = event.links.iter();
    for link in links.filter(|link| link.stance != Stance::Context && link.because.is_none()) {
        let message = format!(
            "the event {} {}, and no reason is given",
            match link.stance {
                Stance::Supports => "supports",
                _ => "complicates",
            },
            quoted(&link.passage.value)
        );
        let help = "say why in a sentence, as `because = \"…\"`; what cannot be said so is context";
        faults.warning(&link.passage.span, message, Some(help.to_owned()));
    }
}

/// Whose words they are, and where they stand, must be shown by a primary source or by the provision.
fn quotations(event: &EventTable, range: Range<usize>, source: &str, faults: &Faults) {
    let is_sourced = event.own.texts.provision.is_some()
        || event.sources.iter().any(|citation| citation.primary);
    if is_sourced || !faults.kept(&["a citation"]) {
        return;
    }
    for paragraph in event.own.texts.summary.iter().chain(&event.own.text) {
        for quotation in
            quoted_in(paragraph).filter(|words| words.split_whitespace().count() > MOST_WORDS)
        {
            let written = source.get(range.clone()).filter(|_| faults.are_few());
            let written = written.and_then(|written| written.find(quotation));
            // A quotation that is written with a line break or an escape is not found; then the event is shown.
            let span = written.map_or(event.span.clone(), |at| {
                range.start + at..range.start + at + quotation.len()
            });
            let message = format!(
                "{} is quoted without a primary source or a provision",
                quoted(quotation)
            );
            let help = "mark the source of the words with `primary = true`, or name their place in `provision`";
            faults.warning(&span, message, Some(help.to_owned()));
        }
    }
}

/// What stands between “ and ”.
fn quoted_in(text: &str) -> impl Iterator<Item = &str> {
    text.split('“')
        .skip(1)
        .filter_map(|rest| rest.split_once('”').map(|(quotation, _)| quotation))
}

/// The events of a span name its country: those at its ends if they name anybody, those that violate it always.
pub(super) fn span(
    table: &SpanTable,
    span: &Span,
    timeline: &Timeline,
    named: &NamedEvents,
    faults: &Faults,
) {
    let of_one_war = timeline
        .statuses
        .get(span.status.index())
        .is_some_and(|status| status.ground == LegalBasis::War);
    names_day_of_effect(table, span, named, faults);
    let begins = table.begins.as_ref().map(|written| (span.begins, written));
    // Neutrality in a war ends with the peace that others make.
    let ends = span.ends.zip(table.ends.as_ref()).filter(|_| !of_one_war);
    let violations = span.violated_by.iter().copied().zip(&table.violated_by);
    let does = |does: &'static str| move |(event, written)| (event, written, does);
    let events = begins.into_iter().map(does("begins"));
    let events = events.chain(ends.into_iter().map(does("ends")));
    for (event, written, does) in events.chain(violations.map(does("violates"))) {
        if let Some(event) = named.of(event)
            && (does == "violates" || !event.countries.is_empty())
        {
            let what = format!("the event that {does} the span");
            names_country(&event, written, span.country, &what, timeline, faults);
        }
    }
}

/// Where an event took effect on another day than its own, the span says which of the days counts.
fn names_day_of_effect(table: &SpanTable, span: &Span, named: &NamedEvents, faults: &Faults) {
    let begins = (Some(span.begins), span.begins_at, &table.begins, "begins");
    let ends = (span.ends, span.ends_at, &table.ends, "ends");
    for (event, stage, written, key) in [begins, ends] {
        let (Some(id), None, Some(written), None) = (event, stage, written, &span.note) else {
            continue;
        };
        let other = named.of(id).and_then(|event| event.day_of_effect);
        let event = named.event(id).filter(|_| faults.kept(&["a milestone"]));
        if let Some((event, other)) = event.zip(other) {
            let other = &event.milestones[other];
            let message = format!(
                "{} has a milestone {}, {}, and the span does not say on which of its days it {key}",
                quoted(&event.id),
                quoted(&other.stage),
                other.date.label()
            );
            let help = format!(
                "add `{key}_at = \"{}\"`, or a `note` that says why another day counts",
                other.stage
            );
            faults.warning(&written.span, message, Some(help));
        }
    }
}

/// The event that establishes a case names its country, and every answer says what it rests on.
pub(super) fn case(
    table: &CaseTable,
    case: &Case,
    timeline: &Timeline,
    named: &NamedEvents,
    faults: &Faults,
) {
    if let Some(written) = &table.established_by
        && let Some(event) = named.of(case.established_by)
    {
        names_country(
            &event,
            written,
            case.country,
            "the event that establishes the case",
            timeline,
            faults,
        );
    }
    for answer in table
        .answers
        .iter()
        .filter(|answer| answer.note.is_none() && answer.answer.is_some())
    {
        let message = format!(
            "the answer of {} to {} has no note",
            quoted(&case.id),
            quoted(&answer.criterion.value)
        );
        let help = "say in a sentence what it rests on, as `note = \"…\"`".to_owned();
        faults.warning(&answer.criterion.span, message, Some(help));
    }
}

fn names_country(
    event: &NamedEvent,
    written: &Reference,
    country: CountryId,
    what: &str,
    timeline: &Timeline,
    faults: &Faults,
) {
    let Some(Country { id, .. }) = timeline.countries.get(country.index()) else {
        return;
    };
    if event.countries.contains(&country) || !faults.kept(&["a party", "a country"]) {
        return;
    }
    let help = format!(
        "add `{{ country = \"{id}\", role = \"…\" }}` to its `parties`, or name another event"
    );
    faults.warning(
        &written.span,
        format!("{what} does not name {} among its parties", quoted(id)),
        Some(help),
    );
}

/// Tells the sources that nothing names, and the passages that no event does.
pub(super) fn unused(document: &Document, timeline: &Timeline, faults: &Faults) {
    if faults.kept(&["an event", "a citation"]) {
        let cited = coverage::cited(timeline).into_iter();
        let cited = cited.filter_map(|source| document.sources.get(source.index()));
        let cited: HashSet<&str> = cited.map(|source| source.id.value.as_str()).collect();
        for id in document
            .sources
            .iter()
            .map(|source| &source.id)
            .filter(|id| !cited.contains(id.value.as_str()))
        {
            let help = "cite it, or take it out".to_owned();
            faults.warning(
                &id.span,
                format!("nothing uses the source {}", quoted(&id.value)),
                Some(help),
            );
        }
    }
    if faults.kept(&["an event", "a link to the article"]) {
        let links = timeline.events.iter().flat_map(|event| &event.links);
        let linked = links.filter_map(|link| document.passages.get(link.passage.index()));
        let linked: HashSet<&str> = linked.map(|passage| passage.id.value.as_str()).collect();
        for id in document
            .passages
            .iter()
            .map(|passage| &passage.id)
            .filter(|id| !linked.contains(id.value.as_str()))
        {
            let help = "name it in an event, as `article = [{ passage = \"…\", stance = \"…\" }]`"
                .to_owned();
            faults.warning(
                &id.span,
                format!("no event is linked to the passage {}", quoted(&id.value)),
                Some(help),
            );
        }
    }
}
