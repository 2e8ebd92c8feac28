//! The JSON answers as the interface that they are: a file each, and every key in the documentation.
//!
//! `UPDATE_JSON=1 cargo test --test it json::` writes the files anew, for a change that is meant.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use serde_json::Value;

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// `small.toml` with the cases, in one file, which is written once for all tests.
static TIMELINE: LazyLock<PathBuf> = LazyLock::new(|| {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("json-timeline.toml");
    let part = |name| fs::read_to_string(path(name)).unwrap();
    let whole = part("tests/data/small.toml") + &part("tests/data/cases.toml");
    fs::write(&file, whole).unwrap();
    file
});

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
    ("cases", &["cases"]),
    #[cfg(feature = "citations")]
    ("cite", &["cite", "london-1839", "--style", "apa"]),
];

/// Runs the program; the answer is what it printed.
fn run(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_neutrality"))
        .args(arguments)
        .args(["--format", "json"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("NEUTRALITY_CONFIG", "")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        "",
        "{arguments:?}"
    );
    String::from_utf8(output.stdout).unwrap()
}

/// All answers, each with its name.
fn answers() -> Vec<(String, String)> {
    let of_file = ["-f", TIMELINE.to_str().unwrap()];
    let mut answers: Vec<(String, String)> = ANSWERS
        .iter()
        .map(|(name, arguments)| ((*name).to_owned(), run(&[*arguments, &of_file].concat())))
        .collect();
    let faulty = ["check", "tests/faults/address-file.toml"];
    answers.push(("check".to_owned(), run(&faulty)));
    answers
}

#[test]
fn the_answers_are_those_on_file() {
    for (name, answer) in answers() {
        let file = path(&format!("tests/json/{name}.json"));
        if std::env::var_os("UPDATE_JSON").is_some() {
            fs::write(&file, &answer).unwrap();
        }
        let expected = fs::read_to_string(&file).unwrap_or_default();
        assert!(
            answer == expected,
            "{name}.json is not what is answered now:\n{answer}"
        );
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
                        answers.values().for_each(|of| keys(of, found))
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
