//! TimelineJS3's own rules, as its `TimelineConfig` and `TLDate` apply them, asked of what we export.
//!
//! They come from <https://github.com/NUKnightLab/TimelineJS3>: `src/js/core/TimelineConfig.js`, `src/js/date/TLDate.js`.

use std::collections::HashSet;

use crate::common::files::{DATES, SHIPPED, SMALL};
use crate::common::process::export;
use serde_json::Value;

/// The parts of a date that TimelineJS knows, from the coarsest, with the figures that each may have.
const PARTS: [(&str, std::ops::RangeInclusive<i64>); 3] = [
    ("year", -271_820..=275_759),
    ("month", 1..=12),
    ("day", 1..=31),
];

/// Elements that its DOMPurify leaves, as far as we write them.
const ELEMENTS: [&str; 5] = ["p", "ol", "li", "a", "/"];

/// Asks every rule; the answer is what TimelineJS would log as an error or show otherwise than it is meant.
fn faults(whole: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    let mut ids = HashSet::new();
    let events = whole["events"].as_array().cloned().unwrap_or_default();
    if events.is_empty() {
        faults.push("Timeline configuration has no events".to_owned());
    }
    if whole["scale"] != "human" {
        faults.push(format!(
            "Don't know how to process dates on scale {}",
            whole["scale"]
        ));
    }
    for slide in events.iter().chain([&whole["title"]]) {
        let id = slide["unique_id"].as_str().unwrap_or_default();
        if id.trim().is_empty() || !ids.insert(id.to_owned()) {
            faults.push(format!("the id '{id}' would be replaced"));
        }
        for key in ["headline", "text"] {
            match slide["text"][key].as_str() {
                None => faults.push(format!("{id}: text.{key} is no string")),
                Some(html) => faults.extend(markup(html).map(|fault| format!("{id}: {fault}"))),
            }
        }
        // Both are stripped of markup, so that "<" would take what follows it along.
        for key in ["display_date", "group"] {
            if slide[key].as_str().is_some_and(|text| text.contains('<')) {
                faults.push(format!("{id}: {key} would lose text"));
            }
        }
    }
    for slide in &events {
        let id = slide["unique_id"].as_str().unwrap_or_default();
        faults.extend(
            dates(slide)
                .into_iter()
                .map(|fault| format!("{id}: {fault}")),
        );
    }
    for (at, era) in whole["eras"].as_array().into_iter().flatten().enumerate() {
        faults.extend(
            dates(era)
                .into_iter()
                .map(|fault| format!("era {at}: {fault}")),
        );
        if era["end_date"].is_null() {
            faults.push(format!("All eras must have start and end dates. [{at}]"));
        }
        if !era["text"]["headline"].is_string() {
            faults.push(format!("era {at} has no headline"));
        }
    }
    faults
}

fn dates(slide: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    if slide["start_date"].is_null() {
        faults.push("Missing start date, skipping event".to_owned());
        return faults;
    }
    let mut ends = Vec::new();
    for key in ["start_date", "end_date"] {
        let date = &slide[key];
        if date.is_null() {
            continue;
        }
        let object = date.as_object().unwrap();
        let mut number = Vec::new();
        let mut ended = false;
        for (part, allowed) in PARTS {
            let Some(figures) = object.get(part) else {
                ended = true;
                number.push(1);
                continue;
            };
            // `trim` and `match` of TLDate want a string of figures.
            let figures = figures.as_str().unwrap_or("no string");
            let parsed: Option<i64> = figures.parse().ok();
            if ended || !parsed.is_some_and(|parsed| allowed.contains(&parsed)) {
                faults.push(format!("invalid_date_err {key} {part} = '{figures}'"));
            }
            number.push(parsed.unwrap_or(0));
        }
        if number.first() == Some(&0) {
            faults.push(format!("{key} is in the year 0"));
        }
        if object
            .keys()
            .any(|key| !PARTS.iter().any(|(part, _)| part == key))
        {
            faults.push(format!("{key} has more than a date"));
        }
        ends.push(number);
    }
    if let [start, end] = ends.as_slice() {
        if slide["start_date"] == slide["end_date"] {
            faults.push("End date same as start date is redundant".to_owned());
        }
        if end < start {
            faults.push("it ends before it begins".to_owned());
        }
    }
    faults
}

/// A piece of HTML that the sanitiser would change.
fn markup(html: &str) -> Option<String> {
    for piece in html.split('<').skip(1) {
        let name = piece.split([' ', '>']).next().unwrap_or_default();
        let name = if name.len() > 1 {
            name.trim_start_matches('/')
        } else {
            name
        };
        if !ELEMENTS.contains(&name) {
            return Some(format!("<{name}> would be taken out"));
        }
    }
    html.contains("javascript:").then(|| "a script".to_owned())
}

fn parsed(file: &str) -> Value {
    serde_json::from_str(&export(file, "timelinejs", &[])).unwrap()
}

#[test]
fn timelinejs_has_nothing_to_object() {
    for file in [SMALL, DATES, SHIPPED] {
        assert_eq!(faults(&parsed(file)), Vec::<String>::new(), "{file}");
    }
}

#[test]
fn the_rules_find_what_breaks_them() {
    let check = |pointer: &str, value: Value, expected: &str| {
        let mut whole = parsed(SMALL);
        *whole.pointer_mut(pointer).unwrap() = value;
        let found = faults(&whole);
        assert!(
            found.iter().any(|fault| fault.contains(expected)),
            "{expected}: {found:?}"
        );
    };
    check("/events", Value::Array(Vec::new()), "no events");
    check("/events/0/start_date", Value::Null, "Missing start date");
    check("/events/0/start_date/year", 1815.into(), "invalid_date_err");
    check("/events/0/start_date/year", "0".into(), "year 0");
    check(
        "/events/0/start_date/month",
        "November".into(),
        "invalid_date_err",
    );
    check(
        "/events/0/unique_id",
        "belgium-1831".into(),
        "would be replaced",
    );
    check(
        "/events/0/text/headline",
        "<img onerror=x>".into(),
        "would be taken out",
    );
    check("/scale", "geological".into(), "on scale");
}

#[test]
fn groups_eras_and_dates_are_there() {
    let whole = parsed(DATES);
    let slide = |id: &str| {
        let events = whole["events"].as_array().unwrap();
        events
            .iter()
            .find(|event| event["unique_id"] == id)
            .unwrap()
            .clone()
    };
    assert_eq!(slide("day")["group"], "Act");
    assert_eq!(slide("about")["display_date"], "c. 1907");
    assert_eq!(
        slide("about")["start_date"],
        serde_json::json!({ "year": "1907" })
    );
    assert_eq!(slide("about")["edtf"], "1907~");
    assert_eq!(
        slide("ides")["start_date"],
        serde_json::json!({ "year": "-44", "month": "3", "day": "15" })
    );
    assert_eq!(whole["eras"].as_array().unwrap().len(), 2);
    assert_eq!(
        whole["eras"][1]["end_date"],
        serde_json::json!({ "year": "1949" })
    );
    let text = slide("day")["text"]["text"].as_str().unwrap().to_owned();
    assert!(
        text.contains(
            "<ol class=\"sources\"><li>A letter, &quot;undated&quot;, fol. 2 (primary)</li></ol>"
        ),
        "{text}"
    );
}
