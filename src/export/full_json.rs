//! The whole file as one JSON object, which `import` reads back: the shapes are those of the single answers.
//!
//! Tables of the file are objects under their ids; events, passages, spans, criteria and cases are lists.

use crate::words::Language;
use serde_json::{Map, Value, json};

use super::json::{EventByEvent, FORMAT, about, criterion, date, in_text, one_case, passage, put};
use super::statuses::span;
use super::{Extract, MADE_BY};
use crate::timeline::{
    Change, ChangeSubject, CriterionId, EventId, Order, RolePart, Source, SourceId, SpanId, Stop,
    Timeline, Tour,
};

/// The answer of `export`.
#[must_use]
pub fn full(extract: &Extract) -> String {
    in_text(&answer(extract))
}

/// The same in memory as a whole.
pub(super) fn value(extract: &Extract) -> Value {
    serde_json::to_value(answer(extract)).unwrap_or_default()
}

/// The same before it is written out.
fn answer<'t>(extract: &'t Extract<'t>) -> EventByEvent<'t> {
    let timeline = extract.timeline;
    let mut file = Map::new();
    file.insert("format".into(), FORMAT.into());
    file.insert("made_by".into(), MADE_BY.into());
    file.insert("holds".into(), extract.in_words().into());
    file.insert("timeline".into(), head(timeline));
    if let Some(article) = &timeline.article {
        file.insert("article".into(), about(article));
    }
    // Of a part only what bears on it: what is named and not here, a reader leaves out.
    let passages = extract.passages.iter().map(|id| passage(timeline, *id));
    file.insert("passages".into(), passages.collect());
    words(timeline, &mut file);
    let sources = match extract.is_a_part() {
        true => extract.sources(),
        false => SourceId::all(timeline).collect(),
    };
    let sources = sources.into_iter().map(|id| &timeline[id]);
    let sources: Map<String, Value> = sources
        .map(|of| (of.id.clone(), Value::Object(source(of))))
        .collect();
    file.insert("sources".into(), sources.into());
    let eras = timeline.eras.iter();
    let eras = eras.map(|era| json!({ "title": era.title, "date": date(&era.date) }));
    file.insert("eras".into(), eras.collect());
    let before = std::mem::take(&mut file);
    let has = |event: &EventId| extract.has(*event);
    let is_here = |id: &SpanId| {
        let span = &timeline[*id];
        let mut events = span.violated_by.iter().chain(&span.ends);
        !extract.is_a_part() || (has(&span.begins) && events.all(has))
    };
    let spans = SpanId::all(timeline).filter(is_here).map(|id| {
        let mut object = Map::new();
        let country = &timeline[timeline[id].country];
        object.insert("country".into(), country.id.clone().into());
        object.insert("name".into(), country.name.clone().into());
        object.extend(span(timeline, id));
        Value::Object(object)
    });
    file.insert("spans".into(), spans.collect());
    let is_told = |tour: &&Tour| {
        let mut events = tour.stops.iter().flat_map(|stop| &stop.events);
        !extract.is_a_part() || events.all(has)
    };
    let criteria = CriterionId::all(timeline).map(|id| criterion(timeline, &timeline[id]));
    file.insert("criteria".into(), criteria.collect());
    let cases = extract.cases.iter();
    let cases = cases.filter(|id| !extract.is_a_part() || has(&timeline[**id].established_by));
    let cases = cases.map(|id| one_case(timeline, &timeline[*id]));
    file.insert("cases".into(), cases.collect());
    let tours = timeline.tours.iter().filter(is_told);
    let tours = tours.map(|of| tour(timeline, of));
    file.insert("tours".into(), tours.collect());
    // A question of the timeline’s own may mean nothing in a part of it.
    if !timeline.filters.is_empty() && !extract.is_a_part() {
        let filters = timeline.filters.iter().map(|filter| {
            let mut object = Map::new();
            object.insert("id".into(), filter.id.clone().into());
            put(&mut object, "title", filter.title.as_deref());
            object.insert("flags".into(), filter.flags.clone().into());
            Value::Object(object)
        });
        file.insert("filters".into(), filters.collect());
    }
    let changes = extract.changes().map(|of| change(timeline, of));
    file.insert("changes".into(), changes.collect());
    EventByEvent {
        before,
        timeline,
        events: &extract.events,
        after: file,
    }
}

fn head(timeline: &Timeline) -> Value {
    let mut head = Map::new();
    head.insert("title".into(), timeline.title.clone().into());
    put(&mut head, "summary", timeline.summary.as_deref());
    if !timeline.lanes.is_empty() {
        let lanes = timeline.lanes.iter();
        let lanes: Vec<&str> = lanes
            .map(|country| timeline[*country].id.as_str())
            .collect();
        head.insert("lanes".into(), lanes.into());
    }
    put(&mut head, "parties", timeline.parties.as_deref());
    put(&mut head, "language", timeline.language.map(Language::code));
    if !timeline.untrusted_hosts.is_empty() {
        let hosts = timeline.untrusted_hosts.clone();
        head.insert("untrusted_hosts".into(), hosts.into());
    }
    head.into()
}

pub(super) fn tour(timeline: &Timeline, tour: &Tour) -> Value {
    let mut object = Map::new();
    object.insert("id".into(), tour.id.clone().into());
    object.insert("title".into(), tour.title.clone().into());
    put(&mut object, "summary", tour.summary.as_deref());
    let stops = tour.stops.iter().map(|of| stop(timeline, of));
    object.insert("stops".into(), stops.collect());
    Value::Object(object)
}

fn stop(timeline: &Timeline, stop: &Stop) -> Value {
    let mut object = Map::new();
    object.insert("title".into(), stop.title.clone().into());
    let text = stop.text.iter().map(|text| text.as_written(timeline));
    let text = text.collect::<Vec<_>>().join("\n\n");
    put(
        &mut object,
        "text",
        Some(text.as_str()).filter(|text| !text.is_empty()),
    );
    object.insert("view".into(), stop.view.word().into());
    let events = stop.events.iter().map(|of| timeline[*of].id.as_str());
    object.insert("events".into(), events.collect());
    let countries = stop.countries.iter().map(|of| timeline[*of].id.as_str());
    object.insert("countries".into(), countries.collect());
    if let Some(window) = &stop.window {
        object.insert("window".into(), date(window));
    }
    let passage = stop.passage.map(|of| timeline[of].id.as_str());
    put(&mut object, "passage", passage);
    put(
        &mut object,
        "case",
        stop.case.map(|of| timeline[of].id.as_str()),
    );
    let criterion = stop.criterion.map(|of| timeline[of].id.as_str());
    put(&mut object, "criterion", criterion);
    put(&mut object, "question", stop.question.as_deref());
    Value::Object(object)
}

pub(super) fn change(timeline: &Timeline, change: &Change) -> Value {
    let mut object = Map::new();
    object.insert("date".into(), date(&change.date));
    for subject in &change.subjects {
        let id = match *subject {
            ChangeSubject::Event(event) | ChangeSubject::SpansFrom(event) => {
                timeline[event].id.as_str()
            }
            ChangeSubject::Passage(passage) => &timeline[passage].id,
            ChangeSubject::Case(case) => &timeline[case].id,
        };
        put(&mut object, subject.key(), Some(id));
    }
    put(&mut object, "was", Some(&change.was));
    put(&mut object, "now", Some(&change.now));
    let source = change.source.map(|source| timeline[source].id.as_str());
    put(&mut object, "source", source);
    Value::Object(object)
}

/// Countries and the vocabularies of the file.
fn words(timeline: &Timeline, file: &mut Map<String, Value>) {
    let mut table = |key: &str, entries: Vec<(&String, Map<String, Value>)>| {
        let entries = entries.into_iter();
        let entries: Map<String, Value> = entries
            .map(|(id, object)| (id.clone(), Value::Object(object)))
            .collect();
        file.insert(key.into(), entries.into());
    };
    let countries = timeline.countries.iter().map(|country| {
        let mut object = named("name", &country.name, None);
        object.insert("code".into(), country.code.clone().into());
        object.insert("aliases".into(), country.aliases.clone().into());
        (&country.id, object)
    });
    table("countries", countries.collect());
    let kinds = timeline.kinds.iter().map(|kind| {
        let mut object = named("label", &kind.label, kind.definition.as_deref());
        object.insert("symbol".into(), kind.symbol.clone().into());
        object.insert("ascii".into(), kind.ascii.clone().into());
        (&kind.id, object)
    });
    table("kinds", kinds.collect());
    let roles = timeline.roles.iter().map(|role| {
        let mut object = named("label", &role.label, role.definition.as_deref());
        put(&mut object, "plural", role.plural.as_deref());
        put(&mut object, "part", role.part.map(RolePart::word));
        (&role.id, object)
    });
    table("roles", roles.collect());
    let statuses = timeline.statuses.iter().map(|status| {
        let mut object = named("label", &status.label, status.definition.as_deref());
        object.insert("letter".into(), status.letter.clone().into());
        object.insert("ground".into(), status.ground.word().into());
        (&status.id, object)
    });
    table("statuses", statuses.collect());
    let relations = timeline.relations.iter().map(|relation| {
        let mut object = Map::new();
        object.insert("inverse".into(), relation.inverse.clone().into());
        put(&mut object, "order", relation.order.map(Order::word));
        (&relation.word, object)
    });
    table("relations", relations.collect());
    let stages = timeline.stages.iter().map(|stage| {
        let mut object = Map::new();
        put(&mut object, "definition", stage.definition.as_deref());
        object.insert("effective".into(), stage.effective.into());
        (&stage.id, object)
    });
    table("stages", stages.collect());
}

fn named(key: &str, name: &str, definition: Option<&str>) -> Map<String, Value> {
    let mut object = Map::new();
    object.insert(key.into(), name.into());
    put(&mut object, "definition", definition);
    object
}

/// A source in Hayagriva's fields, as in the file.
fn source(source: &Source) -> Map<String, Value> {
    let mut object = Map::new();
    object.insert("type".into(), source.kind.clone().into());
    object.insert("title".into(), source.title.clone().into());
    for (key, names) in [("author", &source.authors), ("editor", &source.editors)] {
        if !names.is_empty() {
            object.insert(key.into(), names.clone().into());
        }
    }
    if let Some(of) = &source.date {
        object.insert("date".into(), date(of));
    }
    put(&mut object, "url", source.url.as_deref());
    for (key, field) in &source.fields {
        put(&mut object, key, Some(field));
    }
    object
}
