//! What stands where: every part of the screen by its first column and row and its size, on screens of some sizes.

use std::fmt::Write;
use std::path::Path;

use expect_test::expect_file;

use super::*;
use crate::app::screen::layout::Area;
use crate::timeline::{Timeline, samples};

/// Places everything on screens of these sizes, after some keys, and compares it with a file of `tests/screens/places`.
fn check(timeline: fn() -> Timeline, name: &str, keys: &str, sizes: &[(u16, u16)]) {
    let mut app = App::new(timeline()).unwrap();
    press(&mut app, keys);
    let mut places = String::new();
    for (columns, rows) in sizes.iter().copied() {
        app.handle(Input::Resize(Size { columns, rows }));
        writeln!(places, "{columns}x{rows}").unwrap();
        for line in [around(&app), panes(&app), within(&app), over(&app)] {
            if !line.is_empty() {
                writeln!(places, "  {line}").unwrap();
            }
        }
    }
    let file = format!("tests/screens/places/{name}.txt");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    expect_file![path].assert_eq(&places);
}

/// "list 0,5 80x6 · page 2,12 76x9", without what has no place.
fn placed(parts: &[(&str, Option<Area>)]) -> String {
    let placed = parts.iter().filter_map(|(name, area)| {
        let Area {
            x,
            y,
            width,
            height,
        } = (*area)?;
        Some(format!("{name} {x},{y} {width}x{height}"))
    });
    placed.collect::<Vec<_>>().join(" · ")
}

/// The lines over the panes and under them.
fn around(app: &App) -> String {
    let (Some(layout), Some(header), Some(footer)) = (app.layout(), app.header(), app.footer())
    else {
        return "too small".to_owned();
    };
    let mut line = placed(&[
        ("title", Some(header.title)),
        ("help", Some(header.help)),
        ("strip", layout.overview),
        ("bars", app.overview_cells().map(|(area, _)| area)),
        ("chips", layout.chips),
        ("head", layout.running_head),
        ("banner", Some(layout.banner)),
        ("over footer", layout.over_footer),
    ]);
    for tab in &header.tabs {
        write!(line, " · {}{} at {}", tab.key, tab.name, tab.area.x).unwrap();
    }
    for (x, words) in [&header.years, &header.count].into_iter().flatten() {
        write!(line, " · {words} at {x}").unwrap();
    }
    for chip in app.chips() {
        write!(line, " · [{}] at {}", chip.words, chip.x).unwrap();
    }
    for hint in &footer.hints {
        write!(line, " · {} {} at {}", hint.key, hint.word, hint.area.x).unwrap();
    }
    let (x, shown) = &footer.shown;
    write!(line, " · {shown} at {x}").unwrap();
    line
}

fn panes(app: &App) -> String {
    let Some(layout) = app.layout() else {
        return String::new();
    };
    let parts = placed(&[
        ("caption", layout.caption),
        ("list", layout.list),
        ("rule", layout.rule),
        ("page", layout.page),
        ("second rule", layout.aside_rule),
        ("aside", layout.aside),
        ("body", layout.body),
    ]);
    format!("{:?}: {parts}", layout.arrangement)
}

/// What stands in the lanes, in the ages, and in the panel of facets.
fn within(app: &App) -> String {
    if let Some(lanes) = app.lanes_layout() {
        let parts = placed(&[
            ("names", Some(lanes.names)),
            ("axis", Some(lanes.head)),
            ("lanes", Some(lanes.lanes)),
            ("panel", lanes.panel),
            ("legend", lanes.legend),
        ]);
        return format!(
            "{parts} · ends {:?} at {} to {}",
            lanes.ends, lanes.ends_at, lanes.right
        );
    }
    if let Some(ages) = app.ages_layout() {
        return placed(&[
            ("names", Some(ages.names)),
            ("axis", Some(ages.head)),
            ("bars", Some(ages.bars)),
            ("kept", Some(ages.kept)),
            ("fate", ages.fate),
            ("panel", ages.panel),
            ("legend", ages.legend),
        ]);
    }
    if let Some(table) = app.table() {
        let parts = placed(&[("table", Some(table.area)), ("says", table.says)]);
        let columns: Vec<u16> = table.columns.iter().map(|column| column.x).collect();
        let widths = (table.mark, table.label, table.column);
        return format!(
            "{parts} · {:?}, widths {widths:?}, cases at {columns:?}",
            table.form
        );
    }
    app.panel_layout().map_or_else(String::new, |panel| {
        placed(&[
            ("frame", Some(panel.frame)),
            ("rule", panel.rule),
            ("title", Some(panel.title)),
            ("facets", Some(panel.facets)),
            ("values", Some(panel.values)),
        ])
    })
}

fn over(app: &App) -> String {
    let Some(popup) = app.popup() else {
        return String::new();
    };
    let parts = placed(&[
        ("popup", Some(popup.outer)),
        ("inner", Some(popup.inner)),
        ("items", Some(popup.items)),
    ]);
    let hints = popup.hints.iter();
    let hints = hints.map(|hint| format!(" · {} {} at {}", hint.key, hint.word, hint.area.x));
    format!("{parts} from {}{}", popup.top, hints.collect::<String>())
}

const SIZES: [(u16, u16); 10] = [
    (39, 12),
    (40, 12),
    (57, 19),
    (66, 20),
    (72, 21),
    (80, 24),
    (103, 31),
    (120, 40),
    (163, 37),
    (240, 70),
];

#[test]
fn every_part_of_the_screen_has_its_place() {
    let few = [(40, 12), (80, 24), (163, 37)];
    check(samples::small, "list", "j", &SIZES);
    check(samples::small, "page", "j j Enter J J J", &SIZES);
    check(samples::small, "filter", "f Space Down Space Enter", &SIZES);
    check(samples::cases, "panel", "f", &SIZES);
    check(samples::lanes, "panel-over-lanes", "2 f", &few);
    check(samples::lanes, "lanes", "2 j", &SIZES);
    check(samples::lanes, "lanes-without-panel", "2 t", &few);
    check(samples::lanes, "ages", "2 A", &SIZES);
    check(samples::lanes, "ages-filtered", "f Space Enter 2 A", &few);
    check(samples::lanes, "lanes-filtered", "f Space Enter 2", &few);
    check(samples::cases, "article-filtered", "f Space Enter 3", &few);
    check(samples::cases, "cases-filtered", "f Space Enter 4", &few);
    check(samples::cases, "article", "3 j", &SIZES);
    check(samples::cases, "cases", "4 j", &SIZES);
    check(samples::tours, "stop", "p Enter Space Space Space", &SIZES);
    check(samples::small, "countries", "c", &few);
    check(samples::small, "help", "?", &few);
    check(samples::small, "goto", ": l", &few);
}
