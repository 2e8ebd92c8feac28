//! Names of filters in settings and in files: none takes over a word that means something already.

use std::fs;

use crate::common::process::{feed, program};
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
        let expected =
            format!("the filter “{name}” needs another name: :{name} leads to {meaning}");
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
