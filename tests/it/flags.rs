//! The flags that narrow an answer: the same ones for every command that answers with a part of the timeline.

use crate::common::files::SMALL_WITH_CASES;
use crate::common::process::{self, Answer};
use serde_json::Value;

/// What a command answers on the small timeline.
fn answer(command: &str) -> Answer {
    let words: Vec<&str> = command.split_whitespace().collect();
    process::answer(&[&words[..], &["-f", &SMALL_WITH_CASES]].concat())
}

/// The values of one key in one list of a JSON answer.
fn named(command: &str, list: &str, key: &str) -> Vec<String> {
    let (status, printed, error) = answer(&format!("{command} --format json"));
    assert_eq!((status, error.as_str()), (0, ""), "{command}");
    let printed: Value = serde_json::from_str(&printed).unwrap();
    let items = printed[list].as_array().unwrap().iter();
    items
        .map(|item| item[key].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn lanes_and_statuses_are_those_of_the_countries_that_have_to_do_with_what_is_left() {
    let check = |flags: &str, expected: &[&str]| {
        let lanes = named(&format!("lanes {flags}"), "lanes", "country");
        assert_eq!(lanes, expected, "lanes {flags}");
        let statuses = named(&format!("at 1914-01-01 {flags}"), "statuses", "country");
        assert_eq!(statuses, expected, "at {flags}");
    };
    check("", &["switzerland", "belgium", "luxembourg", "ukraine"]);
    check("--country Belgium", &["belgium"]);
    check(
        "--without-country BE",
        &["switzerland", "luxembourg", "ukraine"],
    );
    check("--role violator", &["belgium", "luxembourg"]);
    check("--from 2000", &["ukraine"]);
    check("--search unheard", &[]);
}

#[test]
fn the_lanes_of_a_part_are_drawn_to_the_scale_of_the_whole() {
    let years = |flags: &str| {
        let (_, printed, _) = answer(&format!("lanes {flags}"));
        printed
            .split_whitespace()
            .take_while(|word| word.parse::<u32>().is_ok())
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(years("--country Ukraine"), years(""));
}

#[test]
fn the_article_keeps_the_events_that_pass_and_the_passages_that_have_any() {
    let check = |flags: &str, expected: &[&str]| {
        let passages = named(&format!("article {flags}"), "passages", "id");
        assert_eq!(passages, expected, "{flags}");
    };
    check("", &["origins", "war", "today"]);
    check("--country Luxembourg", &["origins", "war"]);
    check("--stance complicates", &["war"]);
    check("--linked 8", &["war"]);
    check("--without-linked 6", &["war", "today"]);
    check("6 --country UA", &[]);
    let (_, printed, _) = answer("article --stance complicates");
    assert!(printed.contains("Complicates  1"), "{printed}");
    assert!(!printed.contains("Supports"), "{printed}");
}

#[test]
fn cases_are_kept_by_their_country_and_by_what_established_them() {
    let check = |flags: &str, expected: &[&str]| {
        let cases = named(&format!("cases {flags}"), "cases", "country");
        assert_eq!(cases, expected, "{flags}");
    };
    check("", &["switzerland", "belgium", "luxembourg", "ukraine"]);
    check("--country BE --country LU", &["belgium", "luxembourg"]);
    check(
        "--without-country BE --to 1900",
        &["switzerland", "luxembourg"],
    );
    check("--from 1850", &["luxembourg", "ukraine"]);
    check("--stance complicates", &["belgium"]);
    check("--stance complicates --country LU", &[]);
    let (_, printed, _) = answer("cases --country BE --format csv");
    assert!(
        printed
            .lines()
            .skip(1)
            .all(|line| line.starts_with("belgium-1839,")),
        "{printed}"
    );
}

#[test]
fn an_answer_that_a_filter_leaves_empty_says_so_beside_it() {
    let check = |command: &str, expected: &str| {
        let (status, printed, error) = answer(command);
        assert_eq!((status, printed.as_str()), (0, ""), "{command}");
        assert_eq!(error, format!("neutrality: {expected}\n"), "{command}");
    };
    check("list --search unheard", "no event is left: with “unheard”");
    check("lanes --search unheard", "no lane is left: with “unheard”");
    check("article 6 --country UA", "no passage is left: Ukraine");
    check("cases --from 2011", "no case is left: from 2011");
    check(
        "at 1850 --from 2020",
        "no country is left: from 2020\nneutrality: the record ends with 23 December 2014; what came later is not in it",
    );
}

#[test]
fn a_range_that_ends_before_it_begins_is_a_fault() {
    for command in [
        "list",
        "lanes",
        "article",
        "cases",
        "at 1850",
        "export --format csv",
    ] {
        let (status, printed, error) = answer(&format!("{command} --from 1914 --to 1900"));
        assert_eq!((status, printed.as_str()), (1, ""), "{command}");
        let expected =
            "neutrality: nothing lies from '1914' to '1900'; the earlier date is for --from\n";
        assert_eq!(error, expected, "{command}");
    }
}

#[test]
fn the_flags_stand_under_a_heading_of_their_own() {
    for command in ["list", "lanes", "article", "cases", "at", "export"] {
        let (_, help, _) = answer(&format!("{command} --help"));
        let (own, filter) = help.split_once("\nFilter:\n").unwrap();
        assert!(own.contains("--format"), "{command}");
        assert!(!filter.contains("--format"), "{command}");
        assert!(filter.contains("--without-stance"), "{command}");
    }
}
