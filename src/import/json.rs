//! Our own JSON back into a file: what was derived for the reader of the JSON goes, and what is left is the file.
//!
//! The format says which keys those are. An export of a part names events that it does not hold; what cannot
//! stand without them is left out.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::{Object, Read, Unreadable};
use crate::export::json::FORMAT;
use crate::timeline::date::julian::Calendar;
use crate::timeline::format::tables::{
    ARTICLE, CASE, CHANGE, EVENT, FILE, PASSAGE, RELATION, SPAN, TOUR,
};
use crate::timeline::format::{FormatTable, ValueKind};

pub(super) fn read(document: &Value) -> Result<Read, Unreadable> {
    if document["format"] != FORMAT {
        let found = &document["format"];
        return Err(Unreadable::Content(format!(
            "format {found} is not known; this program reads format {FORMAT}"
        )));
    }
    let Some(events) = document["events"].as_array() else {
        return Err("it has no list of events; 'export --format json' writes one".into());
    };
    let ids: HashSet<&str> = events
        .iter()
        .filter_map(|event| event["id"].as_str())
        .collect();
    let mut reader = JsonReader {
        ids,
        read: Read::default(),
        references: 0,
    };
    reader.file(document, events);
    if reader.references > 0 {
        let number = crate::text::count(reader.references, "reference");
        reader.read.remarks.push(format!(
            "{number} to events that are not in the file left out"
        ));
    }
    Ok(reader.read)
}

struct JsonReader<'v> {
    /// The events that there are.
    ids: HashSet<&'v str>,
    read: Read,
    /// References that lead to no event.
    references: usize,
}

impl JsonReader<'_> {
    /// The tables of the format, in its order; those that name events are looked at more closely.
    fn file(&mut self, document: &Value, events: &[Value]) {
        let mut file = Object::new();
        file.insert("format".into(), FORMAT.into());
        for key in FILE.keys {
            let value = &document[key.name];
            let value = match (key.name, key.value) {
                ("format", _) => continue,
                ("timeline", _) if !value.is_object() => json!({ "title": "Imported timeline" }),
                ("article", _) => article(document),
                ("events", _) => events.iter().map(|event| self.event(event)).collect(),
                ("spans", _) => {
                    let spans = items(value).filter_map(|span| self.span(span));
                    spans.collect()
                }
                ("cases", _) => items(value).filter_map(|case| self.case(case)).collect(),
                ("tours", _) => items(value).map(|tour| self.tour(tour)).collect(),
                ("changes", _) => items(value).map(|change| self.change(change)).collect(),
                (_, kind) => taken(value, kind),
            };
            file.insert(key.name.into(), value);
        }
        self.read.file = file;
    }

    fn event(&mut self, event: &Value) -> Value {
        let mut read = only(event, &EVENT);
        let related = items(&event["related"]).filter(|of| self.has(&of["event"]));
        let related: Vec<Value> = related.map(|of| only(of, &RELATION).into()).collect();
        self.references += items(&event["related"]).count() - related.len();
        read.insert("related".into(), related.into());
        read.into()
    }

    /// A stop shows those of its events that there are.
    fn tour(&mut self, tour: &Value) -> Value {
        let mut read = only(tour, &TOUR);
        let stops = read.get_mut("stops").and_then(Value::as_array_mut);
        for stop in stops.into_iter().flatten() {
            if let Some(events) = stop.get_mut("events").and_then(Value::as_array_mut) {
                let before = events.len();
                events.retain(|event| self.has(event));
                self.references += before - events.len();
            }
        }
        read.into()
    }

    fn change(&mut self, change: &Value) -> Value {
        let mut read = only(change, &CHANGE);
        for key in ["event", "span"] {
            if read.get(key).is_some_and(|event| !self.has(event)) {
                read.remove(key);
                self.references += 1;
            }
        }
        read.into()
    }

    /// A span needs all of its events: without its end it would seem to be in force.
    fn span(&mut self, span: &Value) -> Option<Value> {
        let mut read = only(span, &SPAN);
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
        for (key, day) in [("begins", "begins_at"), ("ends", "ends_at")] {
            read.insert(key.into(), span[key]["event"].clone());
            read.insert(day.into(), span[day]["stage"].clone());
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
        let mut read = only(case, &CASE);
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
        Some(read.into())
    }

    fn has(&self, event: &Value) -> bool {
        event.as_str().is_some_and(|id| self.ids.contains(id))
    }
}

/// The article with its passages, which the JSON has beside it.
fn article(document: &Value) -> Value {
    if !document["article"].is_object() {
        return Value::Null;
    }
    let mut article = only(&document["article"], &ARTICLE);
    let passages = items(&document["passages"]).map(|of| Value::from(only(of, &PASSAGE)));
    article.insert("passages".into(), passages.collect());
    article.into()
}

fn items(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

/// What an object has under the keys of a table, in their order; a day of the Julian calendar brings its calendar.
fn only(object: &Value, table: &FormatTable) -> Object {
    let mut read = Object::new();
    for key in table.keys {
        let value = &object[key.name];
        if value["old_style"].is_string() {
            read.insert(key.name.into(), value["old_style"].clone());
            read.insert("calendar".into(), Calendar::Julian.word().into());
        } else if key.name != "calendar" && !value.is_null() && *value != Value::Bool(false) {
            read.insert(key.name.into(), taken(value, key.value));
        }
    }
    read
}

/// A value as the file has it: dates as they are written, and of tables their own keys only.
fn taken(value: &Value, kind: ValueKind) -> Value {
    let entries = |table: &FormatTable| {
        let entries = value.as_object().into_iter().flatten();
        let entry = |(id, value): (&String, &Value)| match value {
            Value::Object(_) => (id.clone(), only(value, table).into()),
            other => (id.clone(), other.clone()),
        };
        Value::Object(entries.map(entry).collect())
    };
    match kind {
        ValueKind::Date => value.get("edtf").unwrap_or(value).clone(),
        ValueKind::Table(table) if value.is_object() => only(value, table).into(),
        ValueKind::List(table, _) => {
            let items = items(value).map(|item| Value::from(only(item, table)));
            items.collect()
        }
        ValueKind::ListOrLines(table) => {
            let items = items(value).map(|item| match item {
                Value::Object(_) => only(item, table).into(),
                other => other.clone(),
            });
            items.collect()
        }
        ValueKind::Named(table) | ValueKind::NamedOrLine(table) if value.is_object() => {
            entries(table)
        }
        _ => value.clone(),
    }
}
