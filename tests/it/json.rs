//! The JSON answers as the interface that they are: a file each, and every key in the documentation.
//!
//! `UPDATE_EXPECT=1 cargo test` writes the files anew, for a change that is meant.

use std::collections::BTreeSet;
use std::fs;

use crate::common::files::{SMALL_WITH_CASES, path};
use crate::common::process::{answer, output};
use crate::common::snapshot;
use serde_json::Value;

/// The answers, by the name of the file that holds them.
const ANSWERS: &[(&str, &[&str])] = &[
    ("list", &["list", "--country", "Belgium", "--to", "1839"]),
    ("show", &["show", "london-1839"]),
    ("article", &["article", "8"]),
    (
        "at",
        &["at", "1914-08-05", "--country", "BE", "--country", "UA"],
    ),
    ("lanes", &["lanes"]),
    ("ages", &["lanes", "--align", "begin"]),
    ("cases", &["cases"]),
    #[cfg(feature = "citations")]
    ("cite", &["cite", "london-1839", "--style", "apa"]),
];

/// All answers, each with its name.
fn answers() -> Vec<(String, String)> {
    let of_file = ["-f", &SMALL_WITH_CASES, "--format", "json"];
    let mut answers: Vec<(String, String)> = ANSWERS
        .iter()
        .map(|(name, arguments)| ((*name).to_owned(), output(&[*arguments, &of_file].concat())))
        .collect();
    let (_, faulty, error) = answer(&[
        "check",
        "tests/faults/address-file.toml",
        "--format",
        "json",
    ]);
    assert_eq!(error, "");
    answers.push(("check".to_owned(), faulty));
    answers
}

#[test]
fn the_answers_are_those_on_file() {
    for (name, answer) in answers() {
        snapshot::file(&format!("tests/json/{name}.json"), &answer);
    }
}

#[test]
fn every_answer_is_one_object_that_begins_with_its_format() {
    for (name, answer) in answers() {
        let answer: Value = serde_json::from_str(&answer).unwrap();
        let first = answer.as_object().and_then(|object| object.iter().next());
        assert_eq!(first, Some((&"format".to_owned(), &1.into())), "{name}");
    }
}

/// All keys of objects within a value; the answers to criteria have ids for keys, which are the file's own.
fn keys(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| keys(item, found)),
        Value::Object(object) => {
            for (key, value) in object {
                found.insert(key.clone());
                match (key.as_str(), value) {
                    ("answers", Value::Object(answers)) => {
                        answers.values().for_each(|of| keys(of, found));
                    }
                    _ => keys(value, found),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn every_key_is_documented() {
    let documented = fs::read_to_string(path("docs/json.md")).unwrap();
    let mut found = BTreeSet::new();
    for (_, answer) in answers() {
        keys(&serde_json::from_str(&answer).unwrap(), &mut found);
    }
    let missing: Vec<&String> = found
        .iter()
        .filter(|key| !documented.contains(&format!("`{key}`")))
        .collect();
    assert!(
        missing.is_empty(),
        "docs/json.md does not speak of {missing:?}"
    );
}
