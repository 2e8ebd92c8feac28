//! JSON of records: lists of objects, what a query of Wikidata answers, SIMILE's events. Each becomes a table, its keys
//! the names of the columns.

use serde_json::{Map, Value};

use super::table::{Row, Table};

/// Keys under which a list of records usually stands, the likeliest first.
const LISTS: [&str; 9] = [
    "events", "items", "records", "data", "results", "entries", "timeline", "features", "rows",
];

/// How deep an object within a record is looked into.
const DEEPEST: usize = 3;

/// The table of the records in a value; `None` where it has no list of objects.
pub(super) fn table(document: &Value) -> Option<Table> {
    if let Some(table) = of_wikidata(document) {
        return Some(table);
    }
    let records = list(document)?;
    let is_simile = document.get("dateTimeFormat").is_some()
        || records.iter().any(|of| of.get("isDuration").is_some());
    let mut table = Table::default();
    for (at, record) in records.iter().enumerate() {
        let mut cells = Vec::new();
        flatten(record, "", DEEPEST, &mut cells);
        if is_simile {
            with_doubts_of_simile(record, &mut cells);
        }
        add(&mut table, format!("record {}", at + 1), cells);
    }
    Some(table)
}

/// The list of objects: the value itself, or what stands under a key of it.
fn list(document: &Value) -> Option<&Vec<Value>> {
    let is_list = |value: &&Value| {
        let items = value.as_array();
        items.is_some_and(|items| items.iter().any(Value::is_object))
    };
    if is_list(&document) {
        return document.as_array();
    }
    let object = document.as_object()?;
    let named = LISTS
        .iter()
        .find_map(|key| object.get(*key).filter(is_list));
    named.or_else(|| object.values().find(is_list))?.as_array()
}

/// Adds a row; a name that no row had before becomes a new column.
fn add(table: &mut Table, location: String, cells: Vec<(String, String)>) {
    let mut row = vec![String::new(); table.names.len()];
    for (name, cell) in cells {
        let at = match table.names.iter().position(|known| *known == name) {
            Some(at) => at,
            None => {
                table.names.push(name);
                row.push(String::new());
                table.names.len() - 1
            }
        };
        if let Some(of) = row.get_mut(at) {
            *of = cell;
        }
    }
    table.rows.push(Row {
        location,
        cells: row,
    });
}

/// The values of a record under their keys; of an object within it under its own keys, behind that of the object.
fn flatten(value: &Value, path: &str, depth: usize, cells: &mut Vec<(String, String)>) {
    let Value::Object(object) = value else {
        return;
    };
    for (key, value) in object {
        let name = match path {
            "" | "properties" | "fields" | "attributes" => key.clone(),
            path => format!("{path} {key}"),
        };
        match value {
            Value::Object(_) if depth > 0 => flatten(value, &name, depth - 1, cells),
            value => {
                let cell = cell(value);
                if !cell.is_empty() {
                    cells.push((name, cell));
                }
            }
        }
    }
}

/// A value as a cell of text.
fn cell(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Bool(answer) => answer.to_string(),
        Value::Array(items) => {
            let cells: Vec<String> = items
                .iter()
                .map(cell)
                .filter(|cell| !cell.is_empty())
                .collect();
            let lines = cells.iter().any(|cell| cell.contains("://"));
            cells.join(if lines { "\n" } else { "; " })
        }
        Value::Null | Value::Object(_) => String::new(),
    }
}

/// The answer to a query: variables, and for each row what they are bound to.
fn of_wikidata(document: &Value) -> Option<Table> {
    let variables = document["head"]["vars"].as_array()?;
    let rows = document["results"]["bindings"].as_array()?;
    let names = variables
        .iter()
        .filter_map(Value::as_str)
        .map(str::to_owned);
    let mut table = Table {
        names: names.collect(),
        ..Table::default()
    };
    for (at, row) in rows.iter().enumerate() {
        let cells = table
            .names
            .iter()
            .map(|name| cell(&row[name.as_str()]["value"]));
        let cells = cells.collect();
        table.rows.push(Row {
            location: format!("result {}", at + 1),
            cells,
        });
    }
    Some(table)
}

/// SIMILE says of a moment between which two it was, and of a duration until when it began at the latest.
fn with_doubts_of_simile(record: &Value, cells: &mut Vec<(String, String)>) {
    cells.retain(|(name, _)| !["isDuration", "durationEvent"].contains(&name.as_str()));
    let text = |key: &str| record[key].as_str().unwrap_or_default();
    let is_moment = match &record["isDuration"] {
        Value::Bool(duration) => !duration,
        Value::String(duration) => duration == "false",
        _ => record["durationEvent"] == Value::Bool(false),
    };
    let latest = match (text("latestStart"), text("end")) {
        ("", end) if is_moment => end,
        (latest, "") => latest,
        (latest, _) if is_moment => latest,
        _ => "",
    };
    if latest.is_empty() {
        return;
    }
    let between = format!("between {} and {latest}", text("start"));
    cells.retain(|(name, _)| !["end", "latestStart"].contains(&name.as_str()));
    for (name, cell) in cells {
        if name == "start" {
            cell.clone_from(&between);
        }
    }
}

/// TimelineJS's JSON of versions 1 and 2 in the shape of version 3.
pub(super) fn as_third_version(old: &Value) -> Value {
    let items = |list: &Value| list.as_array().cloned().unwrap_or_default();
    let slide = |of: &Value| {
        let mut slide = Map::new();
        slide.insert("start_date".into(), date(&of["startDate"]));
        slide.insert("end_date".into(), date(&of["endDate"]));
        let texts = [("headline", &of["headline"]), ("text", &of["text"])];
        let texts: Map<String, Value> = texts
            .map(|(key, value)| (key.to_owned(), value.clone()))
            .into_iter()
            .collect();
        slide.insert("text".into(), texts.into());
        let media = [
            ("url", &of["asset"]["media"]),
            ("caption", &of["asset"]["caption"]),
            ("credit", &of["asset"]["credit"]),
            ("thumbnail", &of["asset"]["thumbnail"]),
        ];
        let media: Map<String, Value> = media
            .map(|(key, value)| (key.to_owned(), value.clone()))
            .into_iter()
            .collect();
        slide.insert("media".into(), media.into());
        slide.insert("group".into(), of["tag"].clone());
        Value::Object(slide)
    };
    let mut new = Map::new();
    new.insert("title".into(), slide(old));
    new.insert(
        "events".into(),
        items(&old["date"]).iter().map(slide).collect(),
    );
    new.insert(
        "eras".into(),
        items(&old["era"]).iter().map(slide).collect(),
    );
    new.into()
}

/// "2011,12,10,07,02" is a year, a month, a day and a time; anything else stays a text.
fn date(written: &Value) -> Value {
    let Some(text) = written
        .as_str()
        .filter(|text| text.contains(',') && !text.contains(char::is_alphabetic))
    else {
        return match written {
            Value::Number(year) => Value::String(year.to_string()),
            other => other.clone(),
        };
    };
    let keys = ["year", "month", "day", "hour", "minute", "second"];
    let parts = keys.into_iter().zip(text.split(',').map(str::trim));
    parts
        .map(|(key, part)| (key.to_owned(), Value::from(part)))
        .collect::<Map<_, _>>()
        .into()
}
