//! Our own JSON back into a file: what was derived for the reader of the JSON goes, and what is left is the file.
//!
//! An export of a part names events that it does not hold; what cannot stand without them is left out.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::{Read, Table};
use crate::export::json::FORMAT;

/// Tables and lists that the file has as the JSON has them, dates apart.
const AS_THEY_ARE: [&str; 8] = [
    "timeline",
    "countries",
    "kinds",
    "roles",
    "statuses",
    "relations",
    "sources",
    "eras",
];

/// What an event has as the JSON has it, dates apart.
const OF_EVENTS: [&str; 12] = [
    "id",
    "date",
    "basis",
    "place",
    "title",
    "short",
    "kind",
    "importance",
    "provision",
    "summary",
    "text",
    "milestones",
];

pub(super) fn read(whole: &Value) -> Result<Read, String> {
    if whole["format"] != FORMAT {
        let found = &whole["format"];
        return Err(format!(
            "format {found} is not known; this program reads format {FORMAT}"
        ));
    }
    let Some(events) = whole["events"].as_array() else {
        return Err("it has no list of events; 'export --format json' writes one".to_owned());
    };
    let ids: HashSet<&str> = events
        .iter()
        .filter_map(|event| event["id"].as_str())
        .collect();
    let mut reader = Reader {
        ids,
        read: Read::default(),
        references: 0,
    };
    reader.file(whole, events);
    if reader.references > 0 {
        let number = crate::text::count(reader.references, "reference");
        reader.read.remarks.push(format!(
            "{number} to events that are not in the file left out"
        ));
    }
    Ok(reader.read)
}

struct Reader<'v> {
    /// The events that there are.
    ids: HashSet<&'v str>,
    read: Read,
    /// References that lead to no event.
    references: usize,
}

impl Reader<'_> {
    fn file(&mut self, whole: &Value, events: &[Value]) {
        let mut file = Table::new();
        file.insert("format".into(), FORMAT.into());
        for key in AS_THEY_ARE {
            let value = match key {
                "timeline" if !whole[key].is_object() => json!({ "title": "Imported timeline" }),
                _ => plain(&whole[key]),
            };
            file.insert(key.into(), value);
            if key == "timeline" {
                file.insert("article".into(), article(whole));
            }
        }
        let events = events.iter().map(|event| self.event(event));
        file.insert("events".into(), events.collect());
        let spans = items(&whole["spans"]).filter_map(|span| self.span(span));
        file.insert("spans".into(), spans.collect());
        let criteria = items(&whole["criteria"]).map(plain);
        file.insert("criteria".into(), criteria.collect());
        let cases = items(&whole["cases"]).filter_map(|case| self.case(case));
        file.insert("cases".into(), cases.collect());
        self.read.file = file;
    }

    fn event(&mut self, event: &Value) -> Value {
        let mut read = only(event, &OF_EVENTS);
        if read["importance"].is_null() {
            read.remove("importance");
        }
        let parties = items(&event["parties"]).map(|of| only(of, &["country", "role", "as"]));
        read.insert("parties".into(), parties.collect());
        let sources = items(&event["sources"]).map(|of| {
            let mut source = only(of, &["source", "at", "primary"]);
            if source["primary"] != true {
                source.remove("primary");
            }
            source
        });
        read.insert("sources".into(), sources.collect());
        let claims = items(&event["article"]).map(|of| only(of, &["passage", "stance"]));
        read.insert("article".into(), claims.collect());
        let related = items(&event["related"]).filter(|of| self.has(&of["event"]));
        let related: Vec<Value> = related
            .map(|of| only(of, &["event", "relation"]).into())
            .collect();
        self.references += items(&event["related"]).count() - related.len();
        read.insert("related".into(), related.into());
        read.into()
    }

    /// A span needs all of its events: without its end it would seem to be in force.
    fn span(&mut self, span: &Value) -> Option<Value> {
        let mut read = only(span, &["country", "status", "contested"]);
        let violations = items(&span["violated_by"]);
        let named = [&span["begins"], &span["ends"]]
            .into_iter()
            .chain(violations);
        let named: Vec<&Value> = named.filter(|of| !of.is_null()).collect();
        if let Some(missing) = named.iter().find(|of| !self.has(&of["event"])) {
            let reason = format!(
                "the span of {} is left out: the event {} is not in the file",
                span["country"], missing["event"]
            );
            self.read.losses.push(reason);
            return None;
        }
        for key in ["begins", "ends"] {
            read.insert(key.into(), span[key]["event"].clone());
        }
        let violations = items(&span["violated_by"]).map(|of| of["event"].clone());
        read.insert("violated_by".into(), violations.collect());
        Some(read.into())
    }

    fn case(&mut self, case: &Value) -> Option<Value> {
        if !self.has(&case["established_by"]) {
            let reason = format!(
                "the case {} is left out: the event {} is not in the file",
                case["id"], case["established_by"]
            );
            self.read.losses.push(reason);
            return None;
        }
        let mut read = plain(case);
        if let Some(answers) = read.get_mut("answers").and_then(Value::as_object_mut) {
            for answer in answers.values_mut().filter_map(Value::as_object_mut) {
                let Some(named) = answer.get_mut("events").and_then(Value::as_array_mut) else {
                    continue;
                };
                let before = named.len();
                named.retain(|event| self.has(event));
                self.references += before - named.len();
            }
        }
        Some(read)
    }

    fn has(&self, event: &Value) -> bool {
        event.as_str().is_some_and(|id| self.ids.contains(id))
    }
}

/// The article with its passages, which the JSON has beside it.
fn article(whole: &Value) -> Value {
    let Value::Object(mut article) = plain(&whole["article"]) else {
        return Value::Null;
    };
    const OF_PASSAGES: [&str; 6] = ["id", "paragraph", "section", "heading", "claim", "record"];
    let passages = items(&whole["passages"]).map(|of| only(of, &OF_PASSAGES));
    article.insert("passages".into(), passages.collect());
    article.into()
}

fn items(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

/// Some keys of an object, in their order, dates as they are written.
fn only(object: &Value, keys: &[&str]) -> Table {
    keys.iter()
        .map(|key| ((*key).to_owned(), plain(&object[*key])))
        .collect()
}

/// The value with every date as it is written in a file.
fn plain(value: &Value) -> Value {
    match value {
        Value::Object(object) => match object.get("edtf") {
            Some(edtf) => edtf.clone(),
            None => {
                let entries = object
                    .iter()
                    .map(|(key, value)| (key.clone(), plain(value)));
                Value::Object(entries.collect())
            }
        },
        Value::Array(items) => items.iter().map(plain).collect(),
        other => other.clone(),
    }
}
