//! JSON of a part of a timeline: it names only what it holds, or is read back without what it only names.

use std::fs;

use serde_json::Value;

use crate::common::files::folder;
use crate::common::process::{answer, output};
use crate::common::texts::TOURS;
use crate::marks::Desk;

/// Reads JSON back and checks the timeline that it makes; the answer is what was said of it.
fn read_back(json: &str) -> String {
    let folder = folder();
    let (written, made) = (folder.join("part.json"), folder.join("part.toml"));
    fs::write(&written, json).unwrap();
    let [written, made] = [&written, &made].map(|path| path.to_str().unwrap());
    let (status, _, remarks) = answer(&["import", written, "--output", made]);
    assert_eq!(status, 0, "{remarks}");
    let (status, _, faults) = answer(&["check", made]);
    assert_eq!(status, 0, "{faults}");
    remarks
}

#[test]
fn a_part_is_read_back_as_a_timeline() {
    let check = |command: &str, filter: &[&str], events: usize| {
        let json = output(&[&[command, "--format", "json"], filter].concat());
        let remarks = read_back(&json);
        let imported = format!("neutrality: {events} events imported");
        assert!(remarks.contains(&imported), "{filter:?}: {remarks}");
        assert!(
            remarks.contains("to what is not in the file left out"),
            "{remarks}"
        );
    };
    let month: &[&str] = &["--from", "1914-08", "--to", "1914-08"];
    let number = |filter: &[&str]| {
        let listed = output(&[&["list", "--format", "json"], filter].concat());
        let listed: Value = serde_json::from_str(&listed).unwrap();
        listed["events"].as_array().unwrap().len()
    };
    let filters: [&[&str]; 5] = [
        month,
        &["--party", "germany:violator"],
        &["--country", "belgium"],
        &["--linked", "8", "--stance", "complicates"],
        &["--search", "Austria"],
    ];
    for filter in filters {
        check("export", filter, number(filter));
    }
    // The answer of `list` has no words of its own: they are made from what the events name.
    check("list", month, number(month));
}

#[test]
fn a_part_holds_what_bears_on_it_and_no_more() {
    let part = |filter: &[&str]| -> Value {
        serde_json::from_str(&output(&[&["export", "--format", "json"], filter].concat())).unwrap()
    };
    let count = |json: &Value, key: &str| match &json[key] {
        Value::Object(entries) => entries.len(),
        list => list.as_array().map_or(0, Vec::len),
    };
    let (all, part) = (part(&[]), part(&["--from", "1914-08", "--to", "1914-08"]));
    for key in [
        "passages", "sources", "events", "spans", "cases", "tours", "changes",
    ] {
        assert!(count(&part, key) < count(&all, key), "{key}");
    }
    let cited = |event: &Value| event["sources"].as_array().unwrap().clone();
    for source in part["events"].as_array().unwrap().iter().flat_map(cited) {
        let id = source["source"].as_str().unwrap();
        assert!(part["sources"].get(id).is_some(), "{id}");
    }
}

#[test]
fn marks_are_a_part_too_and_other_forms_say_that_they_have_no_json() {
    let desk = Desk::new(TOURS);
    desk.say("london-1839", "m\nq\n");
    read_back(&desk.output(&["export", "--format", "json", "--marked"]));
    for (arguments, expected) in [
        (
            ["--tour", "one-stop"],
            "a tour is handed out as markdown or html",
        ),
        (
            ["--only", "cases"],
            "--title, --only and --style are for markdown and html",
        ),
    ] {
        let (status, output, errors) =
            desk.answer(&[&["export", "--format", "json"], &arguments[..]].concat());
        assert_eq!((status, output.as_str()), (2, ""), "{arguments:?}");
        assert!(errors.contains(expected), "{errors}");
    }
}
