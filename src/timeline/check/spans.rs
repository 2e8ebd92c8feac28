//! Spans: the times during which a country held a status.

use std::ops::Range;

use super::Names;
use crate::timeline::date::Certainty;
use crate::timeline::diagnostic::Faults;
use crate::timeline::document::SpanTable;
use crate::timeline::model::{CountryId, EventId, Span, StatusId, Timeline};

/// The spans in the order of the file.
pub fn resolve(
    tables: &[SpanTable],
    timeline: &Timeline,
    names: &Names,
    faults: &Faults,
) -> Vec<Span> {
    let resolved: Vec<(&SpanTable, Span)> = tables
        .iter()
        .filter_map(|table| Some((table, resolve_one(table, names, faults)?)))
        .collect();
    for (table, span) in &resolved {
        check_order(table, span, timeline, faults);
    }
    check_overlaps(&resolved, timeline, faults);
    resolved.into_iter().map(|(_, span)| span).collect()
}

fn resolve_one(table: &SpanTable, names: &Names, faults: &Faults) -> Option<Span> {
    let country = table
        .country
        .as_ref()
        .and_then(|country| names.countries.find(country, faults));
    let status = table
        .status
        .as_ref()
        .and_then(|status| names.statuses.find(status, faults));
    let begins = table
        .begins
        .as_ref()
        .and_then(|event| names.events.find(event, faults));
    let ends = match &table.ends {
        Some(event) => Some(EventId::new(names.events.find(event, faults)?)),
        None => None,
    };
    let violations = table
        .violated_by
        .iter()
        .filter_map(|event| names.events.find(event, faults));
    Some(Span {
        violated_by: violations.map(EventId::new).collect(),
        country: CountryId::new(country?),
        status: StatusId::new(status?),
        begins: EventId::new(begins?),
        ends,
        contested: table.contested.clone(),
    })
}

fn check_order(table: &SpanTable, span: &Span, timeline: &Timeline, faults: &Faults) {
    let Some(begin) = timeline.events.get(span.begins.index()) else {
        return;
    };
    if let (Some(ends), Some(written)) = (span.ends, &table.ends)
        && let Some(end) = timeline.events.get(ends.index())
        && end.date.is_before(&begin.date) == Certainty::Yes
    {
        let message = format!(
            "the span ends ({}) before it begins ({})",
            end.date.label(),
            begin.date.label()
        );
        faults.error(
            &written.span,
            message,
            Some("exchange `begins` and `ends`, or name another event".to_owned()),
        );
    }
    for (violation, written) in span.violated_by.iter().zip(&table.violated_by) {
        let Some(event) = timeline.events.get(violation.index()) else {
            continue;
        };
        let end = span.ends.and_then(|ends| timeline.events.get(ends.index()));
        let outside = event.date.is_before(&begin.date) == Certainty::Yes
            || end.is_some_and(|end| end.date.is_before(&event.date) == Certainty::Yes);
        if outside {
            let message = format!(
                "the violation ({}) lies outside its span",
                event.date.label()
            );
            faults.error(&written.span, message, None);
        }
    }
}

/// Two spans of one country and one status may touch, and may not overlap.
fn check_overlaps(spans: &[(&SpanTable, Span)], timeline: &Timeline, faults: &Faults) {
    for (at, (table, span)) in spans.iter().enumerate() {
        let overlaps = |other: &Span| {
            let (a, b) = (places(span), places(other));
            a.start < b.end && b.start < a.end
        };
        let before = spans[..at].iter().find(|(_, other)| {
            other.country == span.country && other.status == span.status && overlaps(other)
        });
        if let Some((_, other)) = before {
            let since = timeline
                .events
                .get(other.begins.index())
                .map(|event| event.date.label())
                .unwrap_or_default();
            let message = format!(
                "the span overlaps another of the same country and status, which begins {since}"
            );
            faults.error(
                &table.span,
                message,
                Some("end the earlier one, or make one span of the two".to_owned()),
            );
        }
    }
}

fn places(span: &Span) -> Range<usize> {
    span.begins.index()..span.ends.map_or(usize::MAX, EventId::index)
}
