//! JSON: one object a answer, with `"format": 1`, in the key names of the timeline file.
//!
//! A date is `{ edtf, earliest, latest, label }`; a party carries `country` (its id), `name`, `role` and `as`.
//! Characters that a terminal would obey, and that JSON may hold raw, are escaped.

use serde::ser::{Serialize, SerializeMap as _, Serializer};
use serde_json::{Map, Value, json};

pub use super::full_json::full;
use super::full_json::{change, tour};
pub(crate) use super::json_text::in_text;
pub use super::json_text::write;
pub use super::statuses::{ages, lanes, statuses};
use crate::citation::style::{Cited, Style};
use crate::citation::{self, Work};
use crate::timeline::diagnostic::Severity;
use crate::timeline::format::tables::EVENT;
use crate::timeline::load::Loaded;
use crate::timeline::{
    Article, ArticleLink, Case, CaseAnswer, Change, Criterion, Event, EventId, HistoricDate, Party,
    PassageId, Prose, Reading, Timeline, TourId,
};

/// The version of these answers.
pub(crate) const FORMAT: u32 = 1;

/// The answer of `list`, to be written event by event.
#[must_use]
pub fn list<'t>(timeline: &'t Timeline, events: &'t [EventId]) -> impl Serialize + 't {
    let mut before = Map::new();
    before.insert("format".into(), FORMAT.into());
    EventByEvent {
        before,
        timeline,
        events,
        after: Map::new(),
    }
}

/// An object with the key `events`, of which one event at a time is an object: there may be a hundred thousand.
pub(super) struct EventByEvent<'t> {
    pub before: Map<String, Value>,
    pub timeline: &'t Timeline,
    pub events: &'t [EventId],
    pub after: Map<String, Value>,
}

impl Serialize for EventByEvent<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut answer =
            serializer.serialize_map(Some(self.before.len() + 1 + self.after.len()))?;
        for (key, value) in &self.before {
            answer.serialize_entry(key, value)?;
        }
        answer.serialize_entry("events", &Objects(self))?;
        for (key, value) in &self.after {
            answer.serialize_entry(key, value)?;
        }
        answer.end()
    }
}

struct Objects<'l, 't>(&'l EventByEvent<'t>);

impl Serialize for Objects<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let EventByEvent {
            timeline, events, ..
        } = self.0;
        serializer.collect_seq(events.iter().map(|id| event(timeline, *id)))
    }
}

/// The answer of `countries` and its like: every value with its id, its label and the number of its events.
#[must_use]
pub fn names<'n>(plural: &str, named: impl Iterator<Item = (&'n str, &'n str, usize)>) -> String {
    let value = |(id, label, events)| json!({ "id": id, "label": label, "events": events });
    let named: Vec<Value> = named.map(value).collect();
    let mut answer = Map::new();
    answer.insert("format".into(), FORMAT.into());
    answer.insert(plural.to_owned(), named.into());
    in_text(&Value::Object(answer))
}

/// The answer of `show`.
#[must_use]
pub fn show(timeline: &Timeline, id: EventId) -> String {
    in_text(&json!({ "format": FORMAT, "event": event(timeline, id) }))
}

/// The answer of `cite`: the events, and the works that they cite.
#[must_use]
pub fn cite(
    timeline: &Timeline,
    events: &[EventId],
    style: Style,
    works: &[Work],
    cited: &[Cited],
) -> String {
    let own = |id: &EventId| {
        json!({
            "id": timeline[*id].id,
            "title": timeline[*id].title,
            "date": date(&timeline[*id].date),
            "citation": citation::event::citation(timeline, *id),
        })
    };
    let work = |(work, cited): (&Work, &Cited)| {
        let mut object = Map::new();
        object.insert("source".into(), work.source.id.clone().into());
        object.insert("title".into(), work.source.title.clone().into());
        put(&mut object, "at", work.at().as_deref());
        put(&mut object, "url", work.source.url.as_deref());
        object.insert("citation".into(), cited.citation.clone().into());
        put(&mut object, "reference", cited.reference.as_deref());
        Value::Object(object)
    };
    let events: Vec<Value> = events.iter().map(own).collect();
    let sources: Vec<Value> = works.iter().zip(cited).map(work).collect();
    in_text(
        &json!({ "format": FORMAT, "style": style.name(), "events": events, "sources": sources }),
    )
}

/// The answer of `cases`: the questions, and every case with its answers under the ids of the questions.
#[must_use]
pub fn cases(timeline: &Timeline) -> String {
    let criteria = timeline.criteria.iter();
    let criteria: Vec<Value> = criteria.map(|of| criterion(timeline, of)).collect();
    let cases = timeline.cases.iter().map(|case| one_case(timeline, case));
    let cases: Vec<Value> = cases.collect();
    in_text(&json!({ "format": FORMAT, "criteria": criteria, "cases": cases }))
}

/// The answer of `article`: each passage with its events by their stance.
#[must_use]
pub fn article(timeline: &Timeline, passages: &[PassageId]) -> String {
    let mut answer = Map::new();
    answer.insert("format".into(), FORMAT.into());
    if let Some(article) = &timeline.article {
        answer.insert("article".into(), about(article));
    }
    let passages = passages.iter().map(|id| passage(timeline, *id));
    answer.insert("passages".into(), passages.collect());
    in_text(&Value::Object(answer))
}

/// The answer of `tour`: tours with their stops, as the file has them.
#[must_use]
pub fn tours(timeline: &Timeline, tours: &[TourId]) -> String {
    let tours = tours.iter().map(|id| tour(timeline, &timeline[*id]));
    let tours: Vec<Value> = tours.collect();
    in_text(&json!({ "format": FORMAT, "tours": tours }))
}

/// The answer of `changes`: the corrections as the file has them.
#[must_use]
pub fn changes(timeline: &Timeline, changes: &[&Change]) -> String {
    let changes: Vec<Value> = changes.iter().map(|of| change(timeline, of)).collect();
    in_text(&json!({ "format": FORMAT, "changes": changes }))
}

/// The text that the timeline accompanies.
pub(super) fn about(article: &Article) -> Value {
    let mut about = Map::new();
    about.insert("title".into(), article.title.clone().into());
    put(&mut about, "author", article.author.as_deref());
    put(&mut about, "publisher", article.publisher.as_deref());
    if let Some(when) = &article.date {
        about.insert("date".into(), date(when));
    }
    put(&mut about, "url", article.url.as_deref());
    Value::Object(about)
}

pub(super) fn criterion(timeline: &Timeline, criterion: &Criterion) -> Value {
    let mut object = Map::new();
    object.insert("id".into(), criterion.id.clone().into());
    object.insert("question".into(), criterion.question.clone().into());
    put(&mut object, "short", criterion.short.as_deref());
    let passage = criterion
        .passage
        .map(|passage| timeline[passage].id.as_str());
    put(&mut object, "passage", passage);
    put(
        &mut object,
        "article",
        criterion.article.map(crate::timeline::Answer::word),
    );
    Value::Object(object)
}

pub(super) fn passage(timeline: &Timeline, passage_id: PassageId) -> Value {
    let passage = &timeline[passage_id];
    let mut object = Map::new();
    object.insert("id".into(), passage.id.clone().into());
    if let Some(paragraph) = passage.paragraph {
        object.insert("paragraph".into(), paragraph.into());
    }
    put(&mut object, "section", passage.section.as_deref());
    object.insert("heading".into(), passage.heading.clone().into());
    object.insert("claim".into(), passage.claim.join("\n\n").into());
    let record = passage.record.iter();
    let record: Vec<String> = record.map(|text| text.as_written(timeline)).collect();
    object.insert("record".into(), record.join("\n\n").into());
    let events = passage.events.iter().map(|(id, stance)| {
        let event = &timeline[*id];
        let mut linked = Map::new();
        linked.insert("event".into(), event.id.as_str().into());
        linked.insert("date".into(), date(&event.date));
        linked.insert("title".into(), event.title.as_str().into());
        linked.insert("stance".into(), stance.word().into());
        put(&mut linked, "because", timeline.because(*id, passage_id));
        Value::Object(linked)
    });
    object.insert("events".into(), events.collect());
    Value::Object(object)
}

/// A case; a question that does not apply to it is missing from its answers, as it is in the file.
pub(super) fn one_case(timeline: &Timeline, case: &Case) -> Value {
    let mut object = Map::new();
    object.insert("id".into(), case.id.clone().into());
    object.insert("title".into(), case.title.clone().into());
    object.insert("country".into(), timeline[case.country].id.clone().into());
    let established = &timeline[case.established_by].id;
    object.insert("established_by".into(), established.as_str().into());
    put_prose(&mut object, "promise", case.promise.as_ref(), timeline);
    object.insert("outcome".into(), case.outcome.word().into());
    let note = case.outcome_note.as_ref();
    put_prose(&mut object, "outcome_note", note, timeline);
    let given = timeline.criteria.iter().zip(&case.answers);
    let answers: Map<String, Value> = given
        .filter_map(|(criterion, given)| {
            Some((criterion.id.clone(), answer(timeline, given.as_ref()?)))
        })
        .collect();
    object.insert("answers".into(), answers.into());
    Value::Object(object)
}

fn answer(timeline: &Timeline, given: &CaseAnswer) -> Value {
    let mut object = Map::new();
    object.insert("answer".into(), given.answer.word().into());
    put_prose(&mut object, "note", given.note.as_ref(), timeline);
    let events = given
        .events
        .iter()
        .map(|event| timeline[*event].id.as_str());
    object.insert("events".into(), events.collect());
    Value::Object(object)
}

/// The answer of `check`.
#[must_use]
pub fn faults(checked: &[Loaded]) -> String {
    let files: Vec<Value> = checked
        .iter()
        .map(|Loaded { report, .. }| {
            let faults: Vec<Value> = report
                .faults
                .iter()
                .map(|fault| {
                    let (line, column) = report.position(fault);
                    let severity = match fault.severity {
                        Severity::Error => "error",
                        Severity::Warning => "warning",
                    };
                    let mut object = Map::new();
                    object.insert("severity".into(), severity.into());
                    object.insert("line".into(), line.into());
                    object.insert("column".into(), column.into());
                    object.insert("message".into(), fault.message.clone().into());
                    put(&mut object, "help", fault.help.as_deref());
                    if report.file_of(fault) != report.name {
                        put(&mut object, "file", Some(report.file_of(fault)));
                    }
                    Value::Object(object)
                })
                .collect();
            json!({
                "file": report.name,
                "errors": report.count(Severity::Error),
                "warnings": report.count(Severity::Warning),
                "faults": faults,
            })
        })
        .collect();
    in_text(&json!({ "format": FORMAT, "files": files }))
}

/// A date with its bounds; a missing bound is open or unknown.
pub(super) fn date(date: &HistoricDate) -> Value {
    let mut object = Map::new();
    object.insert("edtf".into(), date.written().into());
    put(
        &mut object,
        "earliest",
        date.earliest().map(|day| day.to_string()).as_deref(),
    );
    put(
        &mut object,
        "latest",
        date.latest().map(|day| day.to_string()).as_deref(),
    );
    object.insert("label".into(), date.label().into());
    if let Some(day) = date.old_style() {
        object.insert("old_style".into(), day.written().into());
    }
    Value::Object(object)
}

pub(super) fn put(object: &mut Map<String, Value>, key: &str, value: Option<&str>) {
    if let Some(value) = value {
        object.insert(key.into(), value.into());
    }
}

/// Running text with its marks of evidence, as it stands in a file.
pub(super) fn put_prose(
    object: &mut Map<String, Value>,
    key: &str,
    text: Option<&Prose>,
    timeline: &Timeline,
) {
    let written = text.map(|text| text.as_written(timeline));
    put(object, key, written.as_deref());
}

/// An event, in the order of the keys of the format.
pub(super) fn event(timeline: &Timeline, id: EventId) -> Value {
    let event = &timeline[id];
    let mut object = Map::new();
    for key in EVENT.keys {
        let value = match &key.text {
            Some(text) => (text.of)(&event.texts).map(Value::from),
            None => value(timeline, event, key.name),
        };
        if let Some(value) = value {
            object.insert(key.name.into(), value);
        }
    }
    Value::Object(object)
}

/// What an event has under a key that is no text; `None` where it has nothing.
fn value(timeline: &Timeline, event: &Event, key: &str) -> Option<Value> {
    let value = match key {
        "id" => event.id.as_str().into(),
        "date" => date(&event.date),
        "readings" if event.readings.is_empty() => return None,
        "readings" => {
            let readings = event.readings.iter();
            readings.map(|of| reading(timeline, of)).collect()
        }
        "title" => event.title.as_str().into(),
        "kind" => timeline[event.kind?].id.clone().into(),
        "importance" => event.importance.figure().into(),
        "parties" => parties(timeline, event),
        "tags" if event.tags.is_empty() => return None,
        "tags" => event
            .tags
            .iter()
            .map(|tag| timeline[*tag].as_str())
            .collect(),
        "image" => {
            let image = event.image.as_ref()?;
            let mut object = Map::new();
            let file = image.file.as_ref().map(|file| file.written.as_str());
            put(&mut object, "url", image.url.as_deref());
            put(&mut object, "file", file);
            put(&mut object, "alt", image.alt.as_deref());
            put(&mut object, "credit", image.credit.as_deref());
            object.into()
        }
        "text" if event.text.is_empty() => return None,
        "text" => event.text.join("\n\n").into(),
        "milestones" => {
            let milestones = event.milestones.iter();
            let milestone =
                milestones.map(|stage| json!({ "stage": stage.stage, "date": date(&stage.date) }));
            milestone.collect()
        }
        "sources" => sources(timeline, event),
        "article" => event.links.iter().map(|of| link(timeline, of)).collect(),
        "related" => {
            let related = event.related.iter();
            let related =
                related.map(|to| json!({ "event": timeline[to.event].id, "relation": to.label }));
            related.collect()
        }
        _ => return None,
    };
    Some(value)
}

fn reading(timeline: &Timeline, reading: &Reading) -> Value {
    let mut object = Map::new();
    object.insert("date".into(), date(&reading.date));
    object.insert("source".into(), timeline[reading.source].id.clone().into());
    put(&mut object, "at", reading.at.as_deref());
    Value::Object(object)
}

fn link(timeline: &Timeline, link: &ArticleLink) -> Value {
    let passage = &timeline[link.passage];
    let mut object = Map::new();
    object.insert("passage".into(), passage.id.clone().into());
    object.insert("paragraph".into(), passage.paragraph.into());
    object.insert("stance".into(), link.stance.word().into());
    put(&mut object, "because", link.because.as_deref());
    Value::Object(object)
}

fn parties(timeline: &Timeline, event: &Event) -> Value {
    event.parties.iter().map(|of| party(timeline, of)).collect()
}

pub(super) fn party(timeline: &Timeline, party: &Party) -> Value {
    let mut object = Map::new();
    object.insert("country".into(), timeline[party.country].id.clone().into());
    object.insert("name".into(), timeline[party.country].name.clone().into());
    object.insert("role".into(), timeline[party.role].id.clone().into());
    put(&mut object, "as", party.called.as_deref());
    Value::Object(object)
}

fn sources(timeline: &Timeline, event: &Event) -> Value {
    let source = |citation: &crate::timeline::Citation| {
        let source = &timeline[citation.source];
        let mut object = Map::new();
        object.insert("source".into(), source.id.clone().into());
        object.insert("title".into(), source.title.clone().into());
        put(&mut object, "at", citation.at.as_deref());
        put(&mut object, "url", source.url.as_deref());
        object.insert("primary".into(), citation.primary.into());
        Value::Object(object)
    };
    event.citations.iter().map(source).collect()
}
