//! Spans: the times during which a country held a status.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::lookup::MOST_LISTED;
use super::named_events::NamedEvents;
use super::{Names, rules};
use crate::timeline::date::Certainty;
use crate::timeline::diagnostic::{Faults, quoted};
use crate::timeline::document::{Reference, SpanTable};
use crate::timeline::model::{Breach, CountryId, EventId, Span, SpanId, StatusId, Timeline};
use crate::timeline::status_at;

/// The spans in the order of the file.
pub(super) fn resolve(
    tables: Vec<SpanTable>,
    timeline: &Timeline,
    names: &Names,
    faults: &Faults,
) -> Vec<Span> {
    let events = NamedEvents::new(timeline);
    let resolved: Vec<(SpanTable, Span)> = tables
        .into_iter()
        .filter_map(|mut table| {
            let span = resolve_one(&mut table, &events, names, faults)?;
            Some((table, span))
        })
        .collect();
    for (table, span) in &resolved {
        check_order(table, span, timeline, faults);
        rules::span(table, span, timeline, &events, faults);
    }
    check_overlaps(&resolved, timeline, faults);
    resolved.into_iter().map(|(_, span)| span).collect()
}

/// The span, and its table with those violations only that are known.
fn resolve_one(
    table: &mut SpanTable,
    events: &NamedEvents,
    names: &Names,
    faults: &Faults,
) -> Option<Span> {
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
        .and_then(|event| names.events.find(event, faults))
        .map(EventId::new);
    let ends = match &table.ends {
        Some(event) => Some(EventId::new(names.events.find(event, faults)?)),
        None => None,
    };
    let mut violated_by = Vec::new();
    table.violated_by.retain(|event| {
        let found = names.events.find(event, faults);
        violated_by.extend(found.map(EventId::new));
        found.is_some()
    });
    let begins_at = milestone(begins, table.begins_at.as_ref(), events, faults);
    let ends_at = milestone(ends, table.ends_at.as_ref(), events, faults);
    let date = |event, at| events.event(event).map(|event| event.date_at(at).clone());
    Some(Span {
        begin_date: date(begins?, begins_at)?,
        end_date: ends.and_then(|ends| date(ends, ends_at)),
        begins_at,
        ends_at,
        note: table.note.clone(),
        violated_by,
        country: CountryId::new(country?),
        status: StatusId::new(status?),
        begins: begins?,
        ends,
        contested: table.contested.clone(),
    })
}

/// The milestone of an event that a span names by its stage.
fn milestone(
    event: Option<EventId>,
    stage: Option<&Reference>,
    events: &NamedEvents,
    faults: &Faults,
) -> Option<usize> {
    let stage = stage?;
    let Some(event) = event else {
        // An event that is written and not found has been reported.
        if faults.kept(&["an event"]) {
            let help = Some("name the event in `ends`, or leave this out".to_owned());
            faults.error(
                &stage.span,
                "this is the stage of an event, and none is named",
                help,
            );
        }
        return None;
    };
    let found = events.of(event)?.stages.get(stage.value.as_str()).copied();
    if found.is_none() && faults.kept(&["a milestone"]) {
        let event = events.event(event)?;
        let message = format!(
            "{} has no milestone {}",
            quoted(&event.id),
            quoted(&stage.value)
        );
        let stages = event.milestones.iter();
        let stages = stages.map(|milestone| milestone.stage.as_str());
        let help = faults
            .did_you_mean(&stage.value, stages.clone())
            .or_else(|| one_of(stages));
        faults.error(&stage.span, message, help);
    }
    found
}

/// The stages of an event that has few.
fn one_of<'t>(stages: impl ExactSizeIterator<Item = &'t str>) -> Option<String> {
    match stages.len() {
        0 => Some("the event has no `milestones`".to_owned()),
        1..=MOST_LISTED => {
            let stages: Vec<String> = stages.map(quoted).collect();
            Some(format!("one of: {}", stages.join(", ")))
        }
        _ => None,
    }
}

/// Lists with every country its spans.
pub(super) fn gather(timeline: &mut Timeline) {
    for span in SpanId::all(timeline) {
        let country = timeline[span].country.index();
        if let Some(country) = timeline.countries.get_mut(country) {
            country.spans.push(span);
        }
    }
}

/// Lists with every event the statuses that it begins, ends or violates.
pub(super) fn touch_events(timeline: &mut Timeline) {
    let mut touched = HashSet::new();
    let mut statuses: HashMap<EventId, Vec<StatusId>> = HashMap::new();
    for span in &timeline.spans {
        let events = [Some(span.begins), span.ends].into_iter().flatten();
        for id in events.chain(span.violated_by.iter().copied()) {
            if touched.insert((id, span.status)) {
                statuses.entry(id).or_default().push(span.status);
            }
        }
    }
    for (id, statuses) in statuses {
        if let Some(event) = timeline.events.get_mut(id.index()) {
            event.statuses = statuses.into();
        }
    }
}

/// Says of every event that violates a status who did so; that a guarantor was among them weighs more.
pub(super) fn find_breaches(timeline: &mut Timeline) {
    let known: &Timeline = timeline;
    // Of two spans that one act began it is the same.
    let mut breaches: HashMap<(EventId, EventId), Breach> = HashMap::new();
    for span in SpanId::all(known) {
        for event in &known[span].violated_by {
            let breach = || status_at::breach(known, span, *event);
            let acts = (known[span].begins, *event);
            breaches.entry(acts).or_insert_with(breach);
        }
    }
    for ((_, event), breach) in breaches {
        if let Some(event) = timeline.events.get_mut(event.index()) {
            event.breach = Some(event.breach.map_or(breach, |other| breach.min(other)));
        }
    }
}

fn check_order(table: &SpanTable, span: &Span, timeline: &Timeline, faults: &Faults) {
    if !is_complete(span, timeline) {
        return;
    }
    let (begin, end) = (&span.begin_date, span.end_date.as_ref());
    if let (Some(end), Some(written)) = (end, &table.ends)
        && end.is_before(begin) == Certainty::Yes
    {
        let message = format!(
            "the span ends ({}) before it begins ({})",
            end.label(),
            begin.label()
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
        let outside = event.date.is_before(begin) == Certainty::Yes
            || end.is_some_and(|end| end.is_before(&event.date) == Certainty::Yes);
        if outside {
            let message = format!(
                "the violation ({}) lies outside its span",
                event.date.label()
            );
            let until = end.map_or(String::new(), |end| format!(" and ends {}", end.label()));
            let help = format!("the span begins {}{until}", begin.label());
            faults.error(&written.span, message, Some(help));
        }
    }
}

/// Whether the events of a span could be read.
fn is_complete(span: &Span, timeline: &Timeline) -> bool {
    [Some(span.begins), span.ends]
        .into_iter()
        .flatten()
        .all(|event| event.index() < timeline.events.len())
}

/// Spans of one country and one status with which one more is compared: a file may have very many of them.
const MOST_COMPARED: usize = 1_000;

/// Two spans of one country and one status may touch, and may not overlap; what only may overlap is let pass.
fn check_overlaps(spans: &[(SpanTable, Span)], timeline: &Timeline, faults: &Faults) {
    let begins_before_end = |one: &Span, other: &Span| {
        other
            .end_date
            .as_ref()
            .is_none_or(|end| one.begin_date.is_before(end) == Certainty::Yes)
    };
    let spans: Vec<&(SpanTable, Span)> = spans
        .iter()
        .filter(|(_, span)| is_complete(span, timeline))
        .collect();
    let may_overlap = may_overlap(&spans);
    let mut earlier: HashMap<(CountryId, StatusId), Vec<&Span>> = HashMap::new();
    for (at, (table, span)) in spans.iter().enumerate() {
        if !may_overlap.contains(&at) {
            continue;
        }
        let earlier = earlier.entry((span.country, span.status)).or_default();
        let from = earlier.len().saturating_sub(MOST_COMPARED);
        let before = earlier[from..]
            .iter()
            .find(|other| begins_before_end(span, other) && begins_before_end(other, span));
        let before = before.copied();
        earlier.push(span);
        if let Some(other) = before {
            let since = other.begin_date.label();
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

/// The places of those spans that share a day with another of the same country and status, as far as their dates are
/// known; found in one walk along their beginnings, so that few are compared with each other.
fn may_overlap(spans: &[&(SpanTable, Span)]) -> HashSet<usize> {
    let mut places: Vec<usize> = (0..spans.len()).collect();
    let of = |at: &usize| {
        let (_, span) = spans[*at];
        let begins = status_at::bounds(&span.begin_date).0;
        let ends = span.end_date.as_ref().map(|end| status_at::bounds(end).1);
        (
            span.country,
            span.status,
            begins,
            ends.unwrap_or(NaiveDate::MAX),
            *at,
        )
    };
    places.sort_by_key(of);
    let mut overlapping = HashSet::new();
    // The last one of the same country and status, and how far they have reached so far.
    let mut before: Option<(usize, NaiveDate)> = None;
    for at in places {
        let (country, status, begins, ends, _) = of(&at);
        let same = before.filter(|(last, _)| {
            let last = of(last);
            (last.0, last.1) == (country, status)
        });
        if let Some((last, reached)) = same {
            overlapping.extend((begins < reached).then_some(at));
            overlapping.extend((begins < of(&last).3).then_some(last));
        }
        let reached = same.map_or(ends, |(_, reached)| reached.max(ends));
        before = Some((at, reached));
    }
    overlapping
}
