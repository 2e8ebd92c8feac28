//! The four views at four sizes, whole, as files that a person can read: `tests/screens/*.txt`.
//!
//! `UPDATE_SCREENS=1 cargo test --test it pictures::` writes them anew, to be read before they are kept.

use std::path::Path;

use crate::reading::{open, press, screen};
use neutrality::app::Theme;
use neutrality::ui::picture;
use neutrality::ui::{self, theme::Depth};
use ratatui::buffer::Buffer;

const CASES: &str = concat!(
    include_str!("../data/small.toml"),
    include_str!("../data/cases.toml")
);
const LANES: &str = include_str!("../data/lanes.toml");

const SIZES: [(u16, u16); 4] = [(40, 12), (80, 24), (120, 40), (200, 60)];

/// Whether a file holds what is shown now; `UPDATE_SCREENS` writes it instead.
fn kept(name: &str, shown: &str) -> Result<(), String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/screens")
        .join(name);
    if std::env::var_os("UPDATE_SCREENS").is_some() {
        return std::fs::write(&path, shown).map_err(|error| format!("{name}: {error}"));
    }
    let kept = std::fs::read_to_string(&path).map_err(|error| format!("{name}: {error}"))?;
    if kept == shown {
        return Ok(());
    }
    Err(format!(
        "{name} was\n{kept}\nand now is\n{shown}\nUPDATE_SCREENS=1 cargo test --test it pictures:: keeps it"
    ))
}

/// A view after some keys, at all sizes.
#[track_caller]
fn check(view: &str, source: &str, keys: &str) {
    let mut faults = Vec::new();
    for (columns, rows) in SIZES {
        let mut app = open(source, columns, rows);
        press(&mut app, keys);
        let name = format!("{view}-{columns}x{rows}.txt");
        faults.extend(kept(&name, &screen(&app)).err());
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_timeline() {
    check("timeline", CASES, "j j");
}

#[test]
fn the_page_of_an_event() {
    check("page", CASES, "j j Enter");
}

#[test]
fn the_lanes() {
    check("lanes", LANES, "2 w");
}

#[test]
fn the_article() {
    check("article", CASES, "3");
}

#[test]
fn the_cases() {
    check("cases", CASES, "4");
}

#[test]
fn the_filter_panel() {
    check("filter", CASES, "f");
}

#[test]
fn the_help() {
    check("help", CASES, "?");
}

/// With its colours, for a terminal that has but sixteen and for one that has none.
#[test]
fn few_colours_and_none() {
    for (name, theme) in [("dark-16", Theme::Dark), ("mono", Theme::Mono)] {
        let mut app = open(CASES, 80, 24);
        press(&mut app, "j j Enter");
        app.setup.theme = theme;
        let mut buffer = Buffer::empty(ui::screen(&app));
        ui::draw(&app, Depth::Sixteen, &mut buffer);
        let shown = picture::ansi(&buffer).replace('\u{1b}', "␛");
        if let Err(fault) = kept(&format!("page-80x24-{name}.txt"), &shown) {
            panic!("{fault}");
        }
    }
}
