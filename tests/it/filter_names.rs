//! Names of filters in settings and in files: none takes over a word that means something already.

use std::fs;

use crate::common::process::{feed, program, run};
use crate::common::reader;
use crate::common::texts::{SHIPPED, SMALL};
use crate::marks::Desk;

#[test]
fn a_name_that_means_something_is_not_taken_over() {
    let desk = Desk::new(SMALL);
    let config = desk.path("config.toml");
    let check = |name: &str, meaning: &str| {
        fs::write(
            &config,
            format!("[filters]\n{name} = \"--country belgium\"\n"),
        )
        .unwrap();
        let file = desk.path("mine.toml");
        let mut command = program(&["--linear", "--file", &file]);
        let (_, answer, _) = feed(command.env("NEUTRALITY_CONFIG", &config), "Q\n");
        let answer = answer.replace('\n', " ");
        let expected = format!(
            "the filter “{name}” in line 2 of the settings needs another name: :{name} leads to {meaning}"
        );
        assert_eq!(answer.contains(&expected), !meaning.is_empty(), "{answer}");
        assert_eq!(
            answer.contains("needs another name"),
            !meaning.is_empty(),
            "{answer}"
        );
    };
    check("quit", "what a key does");
    check("lanes", "a view");
    check("belgium", "a country");
    check("of-belgium", "");
}

/// The program takes that for granted of the timeline that it brings along.
#[test]
fn no_filter_of_the_shipped_timeline_needs_another_name() {
    let app = reader::open(SHIPPED, 80, 24);
    assert!(!app.timeline().filters.is_empty());
    for filter in &app.timeline().filters {
        assert_eq!(app.meaning_of(&filter.id), None, "{}", filter.id);
    }
}

#[test]
fn a_person_who_looks_after_settings_or_a_file_is_told() {
    let desk = Desk::new(SMALL);
    let config = desk.path("config.toml");
    let file = desk.path("mine.toml");
    let check = |name: &str, meaning: &str| {
        let filters = format!("\n[filters]\n\n{name} = \"--country belgium\"\n");
        fs::write(&config, filters).unwrap();
        let mut command = program(&["info", &file]);
        let (status, _, errors) = run(command.env("NEUTRALITY_CONFIG", &config));
        let expected = match meaning {
            "" => String::new(),
            _ => format!(
                "neutrality: the filter “{name}” in line 4 of the settings needs another name: :{name} leads to \
                 {meaning}; --filter {name} still asks for it\n"
            ),
        };
        assert_eq!((status, errors), (0, expected), "{name}");

        let mine = desk.path("filtered.toml");
        let timeline = fs::read_to_string(&file).unwrap();
        let filter = format!("[[filters]]\nid = \"{name}\"\nflags = \"--country belgium\"\n");
        fs::write(&mine, format!("{timeline}\n{filter}")).unwrap();
        let (status, ..) = run(&mut program(&["check", "--strict", &mine]));
        assert_eq!(status, i32::from(!meaning.is_empty()), "{name}");
        let (status, told, _) = run(&mut program(&["check", &mine]));
        assert_eq!(status, 0, "{told}");
        let is_told = told.contains(&format!("the filter `{name}` needs another name"))
            && told.contains(&format!(
                ":{name} leads to {meaning}; --filter {name} still asks for it"
            ));
        assert_eq!(is_told, !meaning.is_empty(), "{told}");
    };
    check("quit", "what a key does");
    check("lanes", "a view");
    check("belgium", "a country");
    check("dark", "a theme");
    check("of-belgium", "");
}
