//! JSON of the lanes and of the statuses at a date; the shapes of dates and parties are `json`'s.

use serde_json::{Map, Value, json};

use super::json::{FORMAT, date, in_text, party, put};
use crate::lanes::ages::{Ages, Fate, Tenure};
use crate::lanes::plan::{Lane, Plan};
use crate::page::status_at::{Time, in_words};
use crate::timeline::date::Certainty;
use crate::timeline::status_at::{Holding, StatusAt, absence, guarantors, status_during};
use crate::timeline::{CountryId, EventId, HistoricDate, SpanId, Timeline};

/// The answer of `lanes`: a row a country, with its spans in order of time.
#[must_use]
pub fn lanes(timeline: &Timeline, plan: &Plan) -> String {
    let mut lanes: Vec<Value> = Vec::new();
    for group in &plan.groups {
        lanes.extend(group.lanes.iter().map(|of| lane(timeline, group.title, of)));
    }
    in_text(&json!({ "format": FORMAT, "lanes": lanes }))
}

/// The answer of `lanes --align begin`: a row a title, by what they rest on and the longest kept first.
#[must_use]
pub fn ages(timeline: &Timeline, ages: &Ages) -> String {
    let mut rows: Vec<Value> = Vec::new();
    for group in &ages.groups {
        rows.extend(
            group
                .tenures
                .iter()
                .map(|of| age(timeline, group.title, of)),
        );
    }
    in_text(&json!({ "format": FORMAT, "ages": rows, "never_held": ages.never_held }))
}

fn age(timeline: &Timeline, group: &str, tenure: &Tenure) -> Value {
    let mut object = named(timeline, timeline[tenure.span].country);
    object.insert("group".into(), group.into());
    put(&mut object, "kept", tenure.kept_label.as_deref());
    let fate = match tenure.fate {
        Fate::Broken { .. } => "broken",
        Fate::Replaced | Fate::Ended | Fate::InForce => tenure.fate.word(),
    };
    object.insert("fate".into(), fate.into());
    let mut violators = tenure.violations.iter().map(|(_, by)| by.word());
    put(&mut object, "broken_by", violators.next());
    object.insert("by_a_guarantor".into(), tenure.broken_by_guarantor().into());
    object.extend(span(timeline, tenure.span));
    Value::Object(object)
}

/// The answer of `at`: every status that held or may have held, and why there was none.
#[must_use]
pub fn statuses(
    timeline: &Timeline,
    at: &HistoricDate,
    time: Time,
    countries: &[CountryId],
) -> String {
    let mut statuses: Vec<Value> = Vec::new();
    for country in countries {
        let found = status_during(timeline, *country, time.0, time.1);
        if found.is_empty() {
            let mut object = named(timeline, *country);
            object.insert("status".into(), Value::Null);
            let why = in_words(timeline, absence(timeline, *country, time.0));
            object.insert("note".into(), why.into());
            statuses.push(Value::Object(object));
        }
        statuses.extend(found.iter().map(|of| status_at(timeline, *country, of)));
    }
    in_text(&json!({ "format": FORMAT, "date": date(at), "statuses": statuses }))
}

fn named(timeline: &Timeline, country: CountryId) -> Map<String, Value> {
    let mut object = Map::new();
    object.insert("country".into(), timeline[country].id.clone().into());
    object.insert("name".into(), timeline[country].name.clone().into());
    object
}

fn lane(timeline: &Timeline, group: &str, lane: &Lane) -> Value {
    let mut object = named(timeline, lane.country);
    object.insert("group".into(), group.into());
    object.insert("standing".into(), lane.ending.full.clone().into());
    let spans = lane
        .spans
        .iter()
        .map(|of| Value::Object(span(timeline, *of)));
    object.insert("spans".into(), spans.collect());
    Value::Object(object)
}

pub(super) fn span(timeline: &Timeline, id: SpanId) -> Map<String, Value> {
    let span = &timeline[id];
    let status = &timeline[span.status];
    let mut object = Map::new();
    object.insert("status".into(), status.id.clone().into());
    object.insert("label".into(), status.label.clone().into());
    object.insert("ground".into(), status.ground.word().into());
    object.insert("begins".into(), event(timeline, span.begins));
    put_day_of_effect(
        &mut object,
        "begins_at",
        timeline,
        Some(span.begins),
        span.begins_at,
    );
    if let Some(end) = span.ends {
        object.insert("ends".into(), event(timeline, end));
        put_day_of_effect(&mut object, "ends_at", timeline, span.ends, span.ends_at);
    }
    let violations = span.violated_by.iter().map(|of| event(timeline, *of));
    object.insert("violated_by".into(), violations.collect());
    put(&mut object, "contested", span.contested.as_deref());
    put(&mut object, "note", span.note.as_deref());
    object
}

/// The milestone on whose day a span begins or ends: its stage and its date.
fn put_day_of_effect(
    object: &mut Map<String, Value>,
    key: &str,
    timeline: &Timeline,
    event: Option<EventId>,
    milestone: Option<usize>,
) {
    let milestones = event.map(|event| &timeline[event].milestones);
    let named = milestones.and_then(|milestones| milestones.get(milestone?));
    if let Some(named) = named {
        let day = json!({ "stage": named.stage, "date": date(&named.date) });
        object.insert(key.into(), day);
    }
}

fn status_at(timeline: &Timeline, country: CountryId, status_at: &StatusAt) -> Value {
    let mut object = named(timeline, country);
    object.extend(span(timeline, status_at.span));
    object.insert("holds".into(), holding(status_at.holds).into());
    let violations = status_at.violated.iter().map(|(of, certainty)| {
        let mut violation = event(timeline, *of);
        violation["certainty"] = word(*certainty).into();
        violation
    });
    object.insert("violated_by".into(), violations.collect());
    let parties = guarantors(timeline, status_at.span).map(|of| party(timeline, of));
    object.insert("guarantors".into(), parties.collect());
    Value::Object(object)
}

/// For how much of a time a status held.
pub(super) fn holding(holds: Holding) -> &'static str {
    match holds {
        Holding::Throughout => "certain",
        Holding::InPart { .. } => "in part",
        Holding::Possibly => "possible",
    }
}

fn word(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Yes => "certain",
        Certainty::Possibly => "possible",
        Certainty::No => "no",
    }
}

fn event(timeline: &Timeline, id: EventId) -> Value {
    let event = &timeline[id];
    let mut object = Map::new();
    object.insert("event".into(), event.id.as_str().into());
    object.insert("title".into(), event.title.as_str().into());
    object.insert("date".into(), date(&event.date));
    put(&mut object, "provision", event.texts.provision.as_deref());
    Value::Object(object)
}
