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
    ARTICLE, CASE, CHANGE, CRITERION, EVENT, FILE, PASSAGE, RELATION, SPAN, TOUR,
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
    let names = |key: &str| KnownIds::of(&document[key]);
    let mut reader = JsonReader {
        ids,
        passages: names("passages"),
        cases: names("cases"),
        criteria: names("criteria"),
        sources: names("sources"),
        read: Read::default(),
        references: 0,
    };
    reader.file(document, events);
    if reader.references > 0 {
        let number = crate::text::count(reader.references, "reference");
        reader
            .read
            .remarks
            .push(format!("{number} to what is not in the file left out"));
    }
    Ok(reader.read)
}

struct JsonReader<'v> {
    /// The events that there are.
    ids: HashSet<&'v str>,
    passages: KnownIds<'v>,
    cases: KnownIds<'v>,
    criteria: KnownIds<'v>,
    sources: KnownIds<'v>,
    read: Read,
    /// References that lead nowhere.
    references: usize,
}

/// The ids of one sort; where the JSON has no table of the sort at all, what is named is made from its names.
struct KnownIds<'v>(Option<HashSet<&'v str>>);

impl<'v> KnownIds<'v> {
    fn of(table: &'v Value) -> Self {
        KnownIds(match table {
            Value::Object(entries) => Some(entries.keys().map(String::as_str).collect()),
            Value::Array(items) => Some(items.iter().filter_map(|of| of["id"].as_str()).collect()),
            _ => None,
        })
    }

    fn has(&self, id: &Value) -> bool {
        let has = |id: &str| self.0.as_ref().is_some_and(|names| names.contains(id));
        id.as_str().is_some_and(has)
    }
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
                ("article", _) => self.article(document),
                ("events", _) => events.iter().map(|event| self.event(event)).collect(),
                ("spans", _) => {
                    let spans = items(value).filter_map(|span| self.span(span));
                    spans.collect()
                }
                ("cases", _) => items(value).filter_map(|case| self.case(case)).collect(),
                ("tours", _) => items(value).map(|tour| self.tour(tour)).collect(),
                ("criteria", _) => items(value).map(|of| self.criterion(of)).collect(),
                ("countries" | "roles" | "kinds" | "sources", _) if !value.is_object() => {
                    named_in_events(key.name, events)
                }
                ("changes", _) => items(value).filter_map(|of| self.change(of)).collect(),
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
        let before = items(&event["article"]).count();
        if let Some(links) = read.get_mut("article").and_then(Value::as_array_mut) {
            links.retain(|link| self.passages.has(&link["passage"]));
            self.references += before - links.len();
        }
        read.into()
    }

    fn criterion(&mut self, criterion: &Value) -> Value {
        let mut read = only(criterion, &CRITERION);
        self.forget_missing(&mut read, "passage", |reader| &reader.passages);
        read.into()
    }

    /// Takes a reference away that leads nowhere.
    fn forget_missing(&mut self, object: &mut Object, key: &str, names: fn(&Self) -> &KnownIds) {
        if object.get(key).is_some_and(|id| !names(self).has(id)) {
            object.remove(key);
            self.references += 1;
        }
    }

    /// Takes the marks of evidence out of the texts of a value whose events or sources are not there.
    fn strip(&mut self, value: &mut Value) {
        match value {
            Value::String(text) if text.contains("[@") => *text = self.stripped(text),
            Value::Array(items) => items.iter_mut().for_each(|item| self.strip(item)),
            Value::Object(entries) => entries.values_mut().for_each(|entry| self.strip(entry)),
            _ => {}
        }
    }

    fn stripped(&mut self, text: &str) -> String {
        let mut kept = String::with_capacity(text.len());
        let mut left = text;
        while let Some((before, mark)) = left.split_once("[@") {
            let Some((named, after)) = mark.split_once(']') else {
                break;
            };
            let is_there = match named.strip_prefix('@') {
                Some(source) => {
                    let id = source.split(',').next().unwrap_or(source).trim();
                    self.sources.has(&id.into())
                }
                None => self.ids.contains(named),
            };
            if is_there {
                kept.push_str(&format!("{before}[@{named}]"));
            } else {
                kept.push_str(before.trim_end_matches(' '));
                self.references += 1;
            }
            left = after;
        }
        kept.push_str(left);
        kept
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
            if let Some(stop) = stop.as_object_mut() {
                self.forget_missing(stop, "passage", |reader| &reader.passages);
                self.forget_missing(stop, "case", |reader| &reader.cases);
                self.forget_missing(stop, "criterion", |reader| &reader.criteria);
            }
        }
        let mut read = Value::from(read);
        self.strip(&mut read);
        read
    }

    fn change(&mut self, change: &Value) -> Option<Value> {
        let mut read = only(change, &CHANGE);
        for key in ["event", "span"] {
            if read.get(key).is_some_and(|event| !self.has(event)) {
                read.remove(key);
                self.references += 1;
            }
        }
        self.forget_missing(&mut read, "passage", |reader| &reader.passages);
        self.forget_missing(&mut read, "case", |reader| &reader.cases);
        self.forget_missing(&mut read, "source", |reader| &reader.sources);
        // A correction of what is not here corrects nothing.
        let is_about = ["event", "span", "passage", "case"]
            .iter()
            .any(|key| read.contains_key(*key));
        let was_about = ["event", "span", "passage", "case"]
            .iter()
            .any(|key| change[*key].is_string());
        (is_about || !was_about).then(|| read.into())
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
        let mut read = Value::from(read);
        self.strip(&mut read);
        Some(read)
    }

    /// The article with its passages, which the JSON has beside it.
    fn article(&mut self, document: &Value) -> Value {
        if !document["article"].is_object() {
            return Value::Null;
        }
        let mut article = only(&document["article"], &ARTICLE);
        let passages = items(&document["passages"]).map(|of| Value::from(only(of, &PASSAGE)));
        let mut passages: Value = passages.collect();
        self.strip(&mut passages);
        article.insert("passages".into(), passages);
        article.into()
    }

    fn has(&self, event: &Value) -> bool {
        event.as_str().is_some_and(|id| self.ids.contains(id))
    }
}

/// The countries, roles, kinds or sources that events name, where the JSON has no table of them: the answer of `list`.
fn named_in_events(table: &str, events: &[Value]) -> Value {
    let mut named = Object::new();
    let mut add = |id: &Value, entry: Value| {
        if let Some(id) = id.as_str() {
            named.entry(id).or_insert(entry);
        }
    };
    for event in events {
        match table {
            "kinds" => add(&event["kind"], json!({ "label": event["kind"] })),
            "sources" => items(&event["sources"]).for_each(|of| {
                let mut source = json!({ "type": "misc", "title": of["title"] });
                if of["url"].is_string() {
                    source["url"] = of["url"].clone();
                }
                add(&of["source"], source);
            }),
            "roles" => items(&event["parties"])
                .for_each(|of| add(&of["role"], json!({ "label": of["role"] }))),
            _ => items(&event["parties"])
                .for_each(|of| add(&of["country"], json!({ "name": of["name"] }))),
        }
    }
    named.into()
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
