//! The four views at four sizes, whole, as files that a person can read: `tests/screens/*.txt`.
//!
//! `UPDATE_EXPECT=1 cargo test` writes them anew, to be read before they are kept.

use crate::common::reader::{open, press, screen};
use crate::common::snapshot;
use crate::common::texts::{LANES, SMALL_WITH_CASES, TOURS};
use neutrality::app::Theme;
use neutrality::ui::picture;
use neutrality::ui::{self, theme::Depth};
use ratatui::buffer::Buffer;

const SIZES: [(u16, u16); 4] = [(40, 12), (80, 24), (120, 40), (200, 60)];

/// A view after some keys, at all sizes.
fn check(view: &str, source: &str, keys: &str) {
    for (columns, rows) in SIZES {
        let mut app = open(source, columns, rows);
        press(&mut app, keys);
        let name = format!("tests/screens/{view}-{columns}x{rows}.txt");
        snapshot::file(&name, &screen(&app));
    }
}

#[test]
fn the_page_of_the_timeline_itself() {
    for (columns, rows) in SIZES {
        let mut app = open(TOURS, columns, rows);
        app.start_before_events();
        let name = format!("tests/screens/about-{columns}x{rows}.txt");
        snapshot::file(&name, &screen(&app));
        app.setup.ascii = true;
        let in_ascii = screen(&app);
        for sign in ["┃", "◆", "✕", "╎", "║"] {
            assert!(!in_ascii.contains(sign), "{sign} in\n{in_ascii}");
        }
    }
}

#[test]
fn the_timeline() {
    check("timeline", SMALL_WITH_CASES, "j j");
}

#[test]
fn the_page_of_an_event() {
    check("page", SMALL_WITH_CASES, "j j Enter");
}

#[test]
fn the_lanes() {
    check("lanes", LANES, "2 w");
}

#[test]
fn the_ages() {
    check("ages", LANES, "2 A j");
}

#[test]
fn the_signs_and_words() {
    check("signs", SMALL_WITH_CASES, ": signs Enter");
}

#[test]
fn a_stop_of_a_tour() {
    check("stop", TOURS, ": tour Enter Enter Space");
}

#[test]
fn a_claim_with_its_reasons() {
    check("claim", SMALL_WITH_CASES, "3 j Enter");
}

#[test]
fn what_complicates_a_claim() {
    check("counter-reading", SMALL_WITH_CASES, "3 j X 1");
}

#[test]
fn the_article() {
    check("article", SMALL_WITH_CASES, "3");
}

#[test]
fn the_cases() {
    check("cases", SMALL_WITH_CASES, "4");
}

#[test]
fn the_filter_panel() {
    check("filter", SMALL_WITH_CASES, "f");
}

#[test]
fn the_help() {
    check("help", SMALL_WITH_CASES, "?");
}

/// With its colours, for a terminal that has but sixteen and for one that has none.
#[test]
fn few_colours_and_none() {
    for (name, theme) in [("dark-16", Theme::Dark), ("mono", Theme::Mono)] {
        let mut app = open(SMALL_WITH_CASES, 80, 24);
        press(&mut app, "j j Enter");
        app.setup.theme = theme;
        let mut buffer = Buffer::empty(ui::screen(&app));
        ui::draw(&app, Depth::Sixteen, &mut buffer);
        let shown = picture::ansi(&buffer).replace('\u{1b}', "␛");
        snapshot::file(&format!("tests/screens/page-80x24-{name}.txt"), &shown);
    }
}
