//! Every page of the small timelines as text, in two widths: of events, claims, cases, stops, and of the days in the lanes.

use std::fmt::Write;
use std::path::Path;

use expect_test::expect_file;

use super::*;
use crate::app::view::lanes::cursor;
use crate::page::Page;
use crate::timeline::{Timeline, samples};

/// Rows enough for any page.
const HEIGHT: u16 = 400;

fn write(pages: &mut String, what: &str, page: &Page) {
    writeln!(pages, "=== {what}").unwrap();
    for line in &page.lines {
        let text: String = line
            .pieces
            .iter()
            .map(|piece| piece.text.as_str())
            .collect();
        writeln!(pages, "{}", text.trim_end()).unwrap();
    }
}

/// Compares pages with files of `tests/screens/pages`: on a narrow screen and on a wide one.
fn check(name: &str, timeline: fn() -> Timeline, pages: impl Fn(&mut App, &mut String)) {
    check_at([44, 90], name, timeline, pages);
}

fn check_at(
    columns: [u16; 2],
    name: &str,
    timeline: fn() -> Timeline,
    pages: impl Fn(&mut App, &mut String),
) {
    for columns in columns {
        let mut shown = String::new();
        pages(&mut reader(timeline(), columns, HEIGHT), &mut shown);
        let file = format!("tests/screens/pages/{name}-{columns}.txt");
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        expect_file![path].assert_eq(&shown);
    }
}

fn events(app: &mut App, pages: &mut String) {
    let ids: Vec<String> = app
        .timeline()
        .events
        .iter()
        .map(|event| event.id.to_string())
        .collect();
    for id in ids {
        app.start_at(&id);
        press(app, "Enter");
        write(pages, &id, app.page());
        press(app, "Esc");
    }
}

#[test]
fn of_events() {
    check("small", samples::small, events);
    check("lanes", samples::lanes, events);
}

#[test]
fn of_claims_and_of_cases() {
    check("claims", samples::cases, |app, pages| {
        press(app, "3 Enter");
        for _ in 0..app.timeline().passages.len() {
            write(pages, "claim", app.page());
            press(app, "Esc Down Enter");
        }
    });
    check("cells", samples::cases, |app, pages| {
        press(app, "4 g Home");
        for row in 0..7 {
            for column in 0..4 {
                write(pages, &format!("row {row}, case {column}"), app.page());
                press(app, "Right");
            }
            press(app, "Home Down");
        }
    });
}

#[test]
fn of_stops_of_a_tour() {
    check("stops", samples::tours, |app, pages| {
        press(app, "p Enter");
        for stop in 0..5 {
            write(pages, &format!("stop {stop}"), app.page());
            press(app, "Space Space");
        }
    });
}

#[test]
fn of_days_in_the_lanes() {
    check_at([80, 130], "days", samples::lanes, |app, pages| {
        press(app, "2 g");
        let days = app.timeline().events.iter();
        let mut days: Vec<_> = days.map(|event| event.date.representative_day()).collect();
        days.dedup();
        for row in 0..6 {
            for day in &days {
                change(app, |app| cursor::set_to_day(app, *day));
                let (page, _) = app.lanes_panel().unwrap();
                write(pages, &format!("row {row}, {day}"), page);
            }
            press(app, "Down");
        }
    });
}

#[test]
fn of_titles_by_their_age() {
    check_at([80, 130], "ages", samples::lanes, |app, pages| {
        press(app, "2 A g");
        for _ in 0..6 {
            let (page, _) = app.lanes_panel().unwrap();
            write(pages, "title", page);
            press(app, "Down");
        }
    });
}
