//! The format as it is described, against the format as it is read: the schema, the reference, and the reader agree.
//!
//! `UPDATE_EXPECT=1 cargo test` writes `docs/format.md` anew.

use std::fs;
use std::path::{Path, PathBuf};

use crate::common::files::{SHIPPED, path, with_ending};
use crate::common::process::{command, feed};
use crate::common::snapshot;
use jsonschema::Validator;
use neutrality::export::{reference, schema};
use neutrality::timeline::format::FormatTable;
use neutrality::timeline::format::tables::{ALL, FILE};
use neutrality::timeline::{HistoricDate, load};
use serde_json::Value as Json;

/// The timelines of a folder, in the order of their names.
fn timelines(folder: &str) -> Vec<PathBuf> {
    with_ending(&path(folder), "toml")
}

fn the_schema() -> Json {
    serde_json::from_str(&schema::schema()).unwrap()
}

fn validator() -> Validator {
    jsonschema::draft202012::new(&the_schema()).unwrap()
}

/// A file as an editor's language server hands it to a schema; `None` if it is no TOML.
fn as_json(file: &Path) -> Option<Json> {
    let text = fs::read_to_string(file).ok()?;
    let table: toml::Table = toml::from_str(&text).ok()?;
    Some(value_as_json(toml::Value::Table(table)))
}

fn value_as_json(value: toml::Value) -> Json {
    match value {
        toml::Value::Datetime(date) => Json::String(date.to_string()),
        toml::Value::Array(items) => items.into_iter().map(value_as_json).collect(),
        toml::Value::Table(table) => Json::Object(
            table
                .into_iter()
                .map(|(key, value)| (key, value_as_json(value)))
                .collect(),
        ),
        plain => serde_json::to_value(plain).unwrap(),
    }
}

#[test]
fn the_schema_is_one_of_draft_2020_12() {
    let schema = the_schema();
    assert_eq!(
        schema["$schema"],
        "https://json-schema.org/draft/2020-12/schema"
    );
    if let Err(error) = jsonschema::draft202012::meta::validate(&schema) {
        panic!("{error}");
    }
}

/// Reads the schema and a timeline in JSON, two lines, with the validator of Python.
const IN_PYTHON: &str = "
import json, sys
try:
    import jsonschema
except ImportError:
    sys.exit(0)
schema, timeline = map(json.loads, sys.stdin.read().strip().split('\\n'))
jsonschema.Draft202012Validator(schema).validate(timeline)
";

/// Reads every pattern of the schema as validators in JavaScript do, with and without Unicode.
const IN_JAVASCRIPT: &str = "
const schema = JSON.parse(require('fs').readFileSync(0, 'utf8').split('\\n')[0]);
(function walk(value) {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'pattern' && typeof inner === 'string') { new RegExp(inner); new RegExp(inner, 'u'); }
    walk(inner);
  }
})(schema);
";

/// Reads every pattern of the schema as validators in Perl do; those of Go, Ruby and PHP read patterns as it does.
const IN_PERL: &str = "
use strict; use warnings FATAL => 'all'; use JSON::PP;
my $schema = JSON::PP->new->utf8->decode(scalar <STDIN>);
sub walk {
  my $value = shift;
  if (ref $value eq 'ARRAY') { walk($_) for @$value; }
  return unless ref $value eq 'HASH';
  for my $key (keys %$value) {
    my $inner = $value->{$key};
    if ($key eq 'pattern' && !ref $inner) { my $read = qr/$inner/; }
    walk($inner);
  }
}
walk($schema);
";

#[test]
fn validators_of_other_languages_take_the_schema() {
    let timeline = as_json(Path::new(SHIPPED)).unwrap();
    let input = format!("{}\n{timeline}\n", the_schema());
    for (language, flag, script) in [
        ("python3", "-c", IN_PYTHON),
        ("node", "-e", IN_JAVASCRIPT),
        ("perl", "-e", IN_PERL),
    ] {
        // Where a language is not installed there is nothing to ask.
        if command(language).arg("--version").output().is_err() {
            continue;
        }
        let (status, _, error) = feed(command(language).args([flag, script]), &input);
        assert_eq!(status, 0, "{language}: {error}");
    }
}

#[test]
fn the_schema_accepts_what_the_reader_accepts() {
    let validator = validator();
    let mut files = vec![path("timeline.toml"), path("src/commands/init.toml")];
    files.extend(timelines("tests/data"));
    // A part of a timeline is none.
    files.retain(|file| fs::read_to_string(file).unwrap().contains("format = 1"));
    files.extend(timelines("tests/faults/valid"));
    for file in files {
        let timeline = as_json(&file).unwrap();
        let faults: Vec<String> = validator
            .iter_errors(&timeline)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(faults.is_empty(), "{}: {faults:#?}", file.display());
    }
}

/// How the names of the files with faults begin that no schema can see; `.ci/schema` reads the same list.
const BEYOND_A_SCHEMA: &str = include_str!("../data/beyond-a-schema.txt");

#[test]
fn the_schema_rejects_every_fault_that_a_schema_can_see() {
    let validator = validator();
    let is_name = |line: &&str| !line.is_empty() && !line.starts_with('#');
    let beyond_a_schema: Vec<&str> = BEYOND_A_SCHEMA.lines().filter(is_name).collect();
    for file in timelines("tests/faults") {
        let name = file.file_name().unwrap().to_string_lossy();
        let beyond = beyond_a_schema.iter().any(|start| name.starts_with(start));
        // What is no TOML never comes before a schema.
        let accepted = as_json(&file).is_some_and(|timeline| validator.is_valid(&timeline));
        assert_eq!(
            accepted, beyond,
            "{name}: accepted, and beyond a schema, should be one"
        );
    }
}

#[test]
fn every_key_of_the_schema_says_what_it_is_for_and_gives_an_example() {
    let schema = the_schema();
    let definitions = schema["$defs"].as_object().unwrap();
    for table in [&schema].into_iter().chain(definitions.values()) {
        for (key, property) in table["properties"].as_object().into_iter().flatten() {
            assert!(property["description"].is_string(), "{key}");
        }
    }
    for table in ALL {
        for key in table.keys {
            assert!(
                !key.about.is_empty() && key.about.ends_with('.'),
                "{}",
                key.name
            );
            assert!(
                !key.example.is_empty() || key.value.table().is_some(),
                "{} of {} has no example",
                key.name,
                table.name
            );
        }
    }
}

/// Two more events, which the examples name.
const THE_OTHERS: &str = r#"
[[events]]
id = "german-invasion-1914"
date = "1914-08-04"
title = "Germany invades Belgium"
parties = [{ country = "belgium", role = "neutral" }]
sources = [{ source = "hertslet-map" }]

[[events]]
id = "treaty-of-versailles-1919"
date = "1919-06-28"
title = "Treaty of Versailles"
milestones = [{ stage = "in force", date = "1920-01-10" }]
parties = [{ country = "belgium", role = "neutral" }]
sources = [{ source = "hertslet-map" }]
"#;

/// Whether a table within an event stands there once, and not in a list.
fn is_single(table: &FormatTable) -> bool {
    reference::example(table).contains(" = {") && !reference::example(table).contains(" = [{")
}

/// All examples of the reference as one file, with a line added to one of its tables.
fn put_together(with: Option<(&FormatTable, &str)>) -> String {
    let mut file = String::new();
    for table in ALL {
        let added = match with {
            Some((to, line)) if std::ptr::eq(*table, to) => line,
            _ => "",
        };
        let example = reference::example(table);
        if let Some(key) = table.header.strip_prefix("events.") {
            // The event has an example of the key already, and a shorter one.
            let sign = if is_single(table) { '{' } else { '[' };
            let key = format!("\n{key} = {sign}");
            let (before, rest) = file.split_once(&key).unwrap();
            let (_, after) = rest.split_once('\n').unwrap();
            file = format!("{before}\n{example}{after}");
        } else {
            file.push_str(&format!("{example}{added}\n"));
        }
    }
    file + THE_OTHERS
}

#[test]
fn the_examples_are_a_timeline_without_a_fault() {
    let loaded = load::read("examples.toml", put_together(None).into_bytes());
    assert!(
        loaded.report.faults.is_empty(),
        "{}",
        loaded.report.render(false, false)
    );
}

/// The keys that the reader says a table has, when it meets one that the table has not.
fn keys_of_the_reader(table: &FormatTable) -> Vec<String> {
    const UNKNOWN: &str = "qqqqqqqqqqqq";
    let file = if table.header.starts_with("events.") {
        let key = table.header.trim_start_matches("events.");
        let (begin, end) = if is_single(table) {
            ("", "")
        } else {
            ("[", "]")
        };
        format!(
            "format = 1\n[timeline]\ntitle = \"A\"\n[[events]]\nid = \"a\"\ndate = 1900\ntitle = \"A\"\n{key} = {begin}{{ {UNKNOWN} = 1 }}{end}\n"
        )
    } else {
        put_together(Some((table, &format!("{UNKNOWN} = 1\n"))))
    };
    let report = load::read("unknown.toml", file.into_bytes()).report;
    let fault = report
        .faults
        .iter()
        .find(|fault| fault.message.contains(UNKNOWN))
        .unwrap_or_else(|| panic!("{}: {}", table.name, report.render(false, false)));
    let (_, keys) = fault.help.as_ref().unwrap().split_once(" has: ").unwrap();
    keys.split(", ").map(str::to_owned).collect()
}

#[test]
fn the_reader_accepts_the_keys_that_are_described_and_no_others() {
    for table in ALL {
        let mut described: Vec<&str> = table.keys.iter().map(|key| key.name).collect();
        let mut read = keys_of_the_reader(table);
        described.sort_unstable();
        read.sort_unstable();
        read.dedup();
        assert_eq!(described, read, "{}", table.name);
    }
}

#[test]
fn the_reader_needs_the_keys_that_are_described_as_needed_and_no_others() {
    for table in ALL.iter().filter(|table| !std::ptr::eq(**table, &FILE)) {
        for key in table.keys.iter().filter(|key| !key.example.is_empty()) {
            if !table.header.starts_with('[') {
                continue;
            }
            let line = format!("{} = {}\n", key.name, key.example);
            let whole = put_together(None);
            let header = format!("{}\n", table.header);
            let (before, after) = whole.split_once(&header).unwrap();
            let without = format!("{before}{header}{}", after.replacen(&line, "", 1));
            let report = load::read("without.toml", without.into_bytes()).report;
            let missed = report.faults.iter().any(|fault| {
                fault.message.contains(" needs ")
                    && fault.message.contains(&format!("`{}`", key.name))
            });
            assert_eq!(missed, key.required, "{} of {}", key.name, table.name);
        }
    }
}

#[test]
fn every_date_of_the_reference_is_one() {
    let reference = reference::reference();
    let rows = reference.lines().filter(|line| line.starts_with("| `\""));
    let dates: Vec<&str> = rows.filter_map(|row| row.split('"').nth(1)).collect();
    assert!(dates.len() > 10);
    for date in dates {
        assert!(HistoricDate::parse(date).is_ok(), "{date}");
        let file = put_together(None).replace("1839-04-19~", date);
        let timeline: toml::Table = toml::from_str(&file).unwrap();
        let timeline = value_as_json(toml::Value::Table(timeline));
        assert!(validator().is_valid(&timeline), "{date}");
    }
}

#[test]
fn the_reference_beside_the_readme_is_the_present_one() {
    snapshot::made_file("docs/format.md", &reference::reference());
}
