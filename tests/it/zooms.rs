//! The lanes from all years down to a month, at three widths, compared with files of `tests/screens`.

use crate::common::reader::{open, press, screen};
use crate::common::snapshot::file;
use crate::common::texts::{LANES, TOURS};

/// Presses keys one after the other in the lanes, and compares the screen after each of them.
fn check(name: &str, source: &str, columns: u16, keys: &str) {
    let mut app = open(source, columns, 18);
    let mut shown = String::new();
    for key in keys.split_whitespace() {
        press(&mut app, key);
        shown += &format!("=== {key}\n{}\n", screen(&app).trim_end());
    }
    file(&format!("tests/screens/zooms-{name}-{columns}.txt"), &shown);
}

#[test]
fn the_lanes_from_all_years_to_a_month() {
    let keys = "2 j + + + + + + + + > > < - - - j z j z Tab 0";
    for columns in [47, 80, 131] {
        check("lanes", LANES, columns, keys);
        check("small", TOURS, columns, keys);
    }
}

#[test]
fn the_ages_from_the_longest_to_a_year() {
    for columns in [47, 80, 131] {
        check("ages", LANES, columns, "2 A j + + + + - z j z 0 t");
    }
}
