//! A folder of other people's files, each with what is made of it: `tests/import/NAME.EXT` beside `NAME.EXT.txt`.
//!
//! `UPDATE_EXPECT=1 cargo test` writes the answers anew, to be read before they are kept.

use std::fs;
use std::path::PathBuf;

use neutrality::import::{ImportForm, ImportOptions, import};
use neutrality::timeline::HistoricDate;
use neutrality::timeline::date::words::FigureOrder;
use neutrality::timeline::load;
use proptest::prelude::*;

use crate::common::files::path;
use crate::common::process::{answer_to, program, run};
use crate::common::snapshot;

fn files() -> Vec<PathBuf> {
    let entries = fs::read_dir(path("tests/import")).unwrap();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending != "txt"));
    files.sort();
    files
}

#[test]
fn every_file_is_read_as_it_was_agreed() {
    for file in files() {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let mut command = program(&["import", &name]);
        let (status, made, reported) = run(command.current_dir(path("tests/import")));
        if !made.is_empty() {
            let (status, printed, _) = answer_to(&["check", "-"], &made);
            assert_eq!(status, 0, "{name}: {printed}");
        }
        let answer = format!("exit status {status}\n\n{reported}\n{made}");
        snapshot::file(&format!("tests/import/{name}.txt"), &answer);
    }
}

#[test]
fn what_columns_hold_can_be_said() {
    let sheet = "Wann,Was,Wort\n4.8.1914,Krieg,Ein Text\n";
    let events = |arguments: &[&str], expected: &[&str]| {
        let arguments = [&["import", "-", "--format", "csv"], arguments].concat();
        let (status, made, reported) = answer_to(&arguments, sheet);
        assert_eq!(status, 0, "{reported}");
        for part in expected {
            assert!(made.contains(part), "{part} is missing in\n{made}");
        }
    };
    let expected = [
        "date = \"1914-08-04\"",
        "title = \"Krieg\"",
        "text = \"Ein Text\"",
    ];
    events(
        &[
            "--column",
            "date=Wann",
            "--column",
            "title=was",
            "--column",
            "text=Wort",
        ],
        &expected,
    );
    let folder = crate::common::files::folder();
    let map = folder.join("map.toml");
    fs::write(
        &map,
        "date = \"Wann\"\ntitle = \"Was\"\ntext = [\"Wort\"]\n",
    )
    .unwrap();
    events(&["--map", map.to_str().unwrap()], &expected);
    let refused = |arguments: &[&str], status: i32, expected: &str| {
        let (found, _, reported) = answer_to(&[&["import", "-"], arguments].concat(), sheet);
        assert_eq!(found, status, "{reported}");
        assert!(
            reported.contains(expected),
            "{expected} is missing in\n{reported}"
        );
    };
    refused(&[], 1, "--column date=NAME says which it is");
    refused(&["--column", "date"], 2, "--column title=Topic does");
    refused(&["--column", "date=When"], 1, "no column is called 'When'");
    refused(
        &["--column", "colour=Was"],
        1,
        "'colour' is nothing that a column can hold",
    );
}

#[test]
fn the_order_of_days_and_months_can_be_said() {
    let check = |order: &str, expected: &str| {
        let sheet = "date,title\n8/4/1914,A\n";
        let (status, made, reported) = answer_to(&["import", "-", "--dates", order], sheet);
        assert_eq!(status, 0, "{reported}");
        assert!(made.contains(expected), "{made}");
    };
    check("day-first", "date = \"1914-04-08\"");
    check("month-first", "date = \"1914-08-04\"");
}

/// Dates of every kind that a timeline takes.
const DATES: [&str; 44] = [
    "1985-04-12",
    "1985-04",
    "1985",
    "1964/2008",
    "2004-06/2006-08",
    "2004-02-01/2005",
    "2005/2006-02",
    "2001-21",
    "1984?",
    "2004-06~",
    "2004-06-11%",
    "201X",
    "20XX",
    "2004-XX",
    "1985-04-XX",
    "1985-XX-XX",
    "1985-04-12/..",
    "1985/..",
    "../1985-04-12",
    "../1985",
    "1985-04-12/",
    "/1985",
    "-1985",
    "2001-34",
    "1950S2",
    "[1667,1668,1670..1672]",
    "[..1760-12-03]",
    "[1760-12..]",
    "[1760-01,1760-02,1760-12..]",
    "[1667,1760-12]",
    "{1667,1668,1670..1672}",
    "{1960,1961-12}",
    "{..1984}",
    "2004-06~-11",
    "2004?-06-11",
    "156X-12-25",
    "15XX-12-25",
    "XXXX-12-XX",
    "1XXX-12",
    "1984-1X",
    "-0043",
    "0079",
    "..1913/1918",
    "1914/1919..",
];

/// A timeline with an event of each date.
fn timeline() -> String {
    let mut file = "format = 1\n[timeline]\ntitle = \"Dates\"\n".to_owned();
    for (at, date) in DATES.iter().enumerate() {
        file.push_str(&format!(
            "[[events]]\nid = \"e{at}\"\ndate = \"{date}\"\ntitle = \"Event {at}\"\nbasis = \"A test.\"\n"
        ));
    }
    file
}

/// The dates of a timeline file by the ids of its events.
fn dates(file: &str) -> Vec<(String, String)> {
    let loaded = load::read("a", file.as_bytes().to_vec());
    let timeline = loaded
        .timeline
        .unwrap_or_else(|| panic!("{}", loaded.report.render(false, false)));
    let mut dates: Vec<(String, String)> = timeline
        .events
        .iter()
        .map(|event| (event.id.to_string(), event.date.written().to_owned()))
        .collect();
    dates.sort();
    dates
}

#[test]
fn every_date_comes_back_from_every_form() {
    let file = timeline();
    for (format, form) in [
        ("json", ImportForm::Json),
        ("csv", ImportForm::Csv),
        ("timelinejs", ImportForm::TimelineJs),
        ("icalendar", ImportForm::ICalendar),
    ] {
        let (status, exported, reported) =
            answer_to(&["export", "-f", "-", "--format", format], &file);
        assert_eq!(status, 0, "{reported}");
        let made = import("", exported.as_bytes(), &form.into()).unwrap();
        // A calendar has no days before the first year, and what has no year has no place on an axis.
        let left_out: &[char] = match format {
            "icalendar" => &['-', 'X'],
            "timelinejs" => &['X'],
            _ => &[],
        };
        let expected = dates(&file).into_iter();
        let expected = expected.filter(|(_, date)| !date.starts_with(left_out));
        assert_eq!(dates(&made.file), expected.collect::<Vec<_>>(), "{format}");
    }
}

/// A small figure that may be missing or written otherwise.
fn figure(most: u8) -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        (0..=most).prop_map(|figure| figure.to_string())
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    /// What a slide displays may make its date wider and never narrower.
    #[test]
    fn an_import_is_never_more_exact_than_the_figures(
        year in -200..2100_i32,
        month in figure(12),
        day in figure(31),
        display in prop_oneof![
            Just(String::new()),
            (1..2100_u32).prop_map(|year| format!("c. {year}")),
            (1..2100_u32).prop_map(|year| year.to_string()),
            (1..210_u32).prop_map(|decade| format!("{decade}0s")),
            (1..2100_u32, 1..13_u32).prop_map(|(year, month)| format!("{year:04}-{month:02}")),
            "[0-9A-Za-z./ –-]{0,12}",
        ],
    ) {
        let slide = |display: &str| {
            let slide = serde_json::json!({ "events": [{
                "start_date": { "year": year, "month": month, "day": day },
                "display_date": display,
                "text": { "headline": "A" },
            }] });
            let made = import("", slide.to_string().as_bytes(), &ImportForm::TimelineJs.into()).ok()?;
            let date = dates(&made.file).pop()?.1;
            HistoricDate::parse(&date).ok()
        };
        if let (Some(figures), Some(shown)) = (slide(""), slide(&display)) {
            let is_wider = |outer: Option<chrono::NaiveDate>, inner: Option<chrono::NaiveDate>, begins: bool| match (outer, inner) {
                (None, _) => true,
                (Some(_), None) => false,
                (Some(outer), Some(inner)) => if begins { outer <= inner } else { inner <= outer },
            };
            prop_assert!(is_wider(shown.earliest(), figures.earliest(), true), "{display:?} {shown:?}");
            prop_assert!(is_wider(shown.latest(), figures.latest(), false), "{display:?} {shown:?}");
        }
    }

    /// Whatever stands in a table, it is imported as a timeline that has no fault, or refused.
    #[test]
    fn what_is_made_of_any_table_is_a_timeline(
        cells in prop::collection::vec(
            prop_oneof![
                "[0-9/.–-]{0,10}",
                "(c\\. |before |after |early )?[0-9]{1,4}s?( BC)?",
                "[ -~]{0,12}",
            ],
            1..12,
        ),
        day_first in any::<bool>(),
    ) {
        let mut sheet = "date,end,title,parties\n".to_owned();
        for pair in cells.chunks(2) {
            let cell = |cell: &str| format!("\"{}\"", cell.replace('"', "\"\""));
            let end = pair.get(1).map_or("", String::as_str);
            sheet.push_str(&format!("{},{},A,{}\n", cell(&pair[0]), cell(end), cell(end)));
        }
        let options = ImportOptions {
            form: Some(ImportForm::Csv),
            order: Some(if day_first { FigureOrder::DayFirst } else { FigureOrder::MonthFirst }),
            ..ImportOptions::default()
        };
        match import("", sheet.as_bytes(), &options) {
            Ok(made) => prop_assert!(!dates(&made.file).is_empty()),
            Err(reason) => prop_assert!(!reason.to_string().contains("makes no timeline"), "{reason}"),
        }
    }
}
