//! What always holds in the lanes: at every size, after any keys, the chosen row and the cursor are on the screen.

use crate::common::reader::{buffer, open, press};
use crate::common::texts::LANES;
use neutrality::app::input::{Input, Size};
use neutrality::app::overlay::Overlay;
use neutrality::app::{App, View};
use proptest::prelude::*;

/// Sixty countries, ten thousand events on one day, open ends, the first and the last year, wide and long titles.
fn hard() -> String {
    let mut source = String::from("format = 1\n[timeline]\ntitle = \"Важка\"\n");
    source.push_str("[[eras]]\ntitle = \"時代\"\ndate = \"../1500\"\n");
    source.push_str("[roles.neutral]\nlabel = \"中立\"\n[statuses.s]\nlabel = \"중립\"\nletter = \"Ж\"\nground = \"treaty\"\n");
    for at in 0..60 {
        let name = [
            "Україна",
            "困难的国家",
            "e\u{301}e\u{301}",
            "A country with a name that nobody could ever fit",
        ][at % 4];
        source.push_str(&format!("[countries.c{at}]\nname = \"{name} {at}\"\n"));
    }
    let mut event = |id: &str, date: &str, country: usize| {
        let title = "Дуже довгий заголовок 困难 ".repeat(20);
        source.push_str(&format!(
            "[[events]]\nid = \"{id}\"\ndate = \"{date}\"\ntitle = \"{title}\"\nparties = [{{ country = \"c{country}\", role = \"neutral\" }}]\n"
        ));
    };
    let dates = [
        "-9999",
        "../1846",
        "1914-08-04",
        "1995-12-12/..",
        "9999-12-31",
        "186X",
        "1907~",
    ];
    for at in 0..60 {
        event(&format!("b{at}"), dates[at % dates.len()], at);
    }
    for at in 0..10_000 {
        event(&format!("e{at}"), "1914-08-04", at % 3);
    }
    for at in 0..60 {
        source.push_str(&format!(
            "[[spans]]\ncountry = \"c{at}\"\nstatus = \"s\"\nbegins = \"b{at}\"\n"
        ));
    }
    source
}

/// The chosen row and the cursor are on the screen, and nothing is cut inside a character.
fn holds(app: &App) {
    let shown = buffer(app);
    let (Some(body), View::Lanes) = (
        app.layout().and_then(|layout| layout.body),
        app.location().view,
    ) else {
        return;
    };
    let parts = app.lanes_layout().unwrap();
    let height = usize::from(parts.lanes.height);
    let row = app.location().lanes.chosen_row(app.document().plan());
    let window = app.location().lanes.top..app.location().lanes.top + height;
    assert!(
        window.contains(&row),
        "row {row} is not in {window:?} at {:?}",
        app.size()
    );
    let day = neutrality::lanes::scale::number(app.location().lanes.as_of);
    assert!(
        app.location()
            .lanes
            .window(app.document().plan())
            .contains(&day),
        "{day} is not in {:?}",
        app.location().lanes.window(app.document().plan())
    );
    let y = parts.lanes.y + (row - app.location().lanes.top) as u16;
    let bar = shown.cell((body.x, y)).unwrap();
    // A long message lies over the lowest rows until the next key.
    let footer = app.layout().unwrap().footer;
    let covered = footer.y - app.footer().unwrap().rows_above()..footer.y;
    assert!(
        matches!(app.overlay(), Some(Overlay::Picker(_)))
            || covered.contains(&y)
            || bar.symbol() == "▌",
        "no bar at {:?}",
        app.size()
    );
}

#[test]
fn every_size_holds_what_is_hard() {
    let mut app = open(&hard(), 80, 24);
    for keys in ["2", "G", "w", "+ + +", "j ]", "Enter", "Esc z", "Shift-Tab"] {
        press(&mut app, keys);
        for (columns, rows) in [
            (1, 1),
            (39, 12),
            (40, 12),
            (41, 13),
            (60, 16),
            (72, 20),
            (80, 24),
            (104, 30),
            (300, 100),
        ] {
            app.handle(Input::Resize(Size { columns, rows }));
            holds(&app);
        }
    }
}

#[test]
fn what_opens_and_folds_follows_the_selected_event_at_once() {
    let mut app = open(LANES, 100, 40);
    for event in 0..11 {
        press(&mut app, "1 j 2 + +");
        press(&mut app, "1 j 2");
        let at_once = buffer(&app);
        press(&mut app, "Ctrl-L");
        assert_eq!(at_once, buffer(&app), "event {event}");
        press(&mut app, "0 1 k");
    }
}

fn any_key() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "Left",
        "Right",
        "Up",
        "Down",
        "+",
        "-",
        "0",
        "z",
        "<",
        ">",
        ",",
        ".",
        "[",
        "]",
        "w",
        "W",
        "t",
        "J",
        "K",
        "Tab",
        "Shift-Tab",
        "Enter",
        "Esc",
        "Backspace",
        "L",
        "g",
        "G",
        "PgDn",
        "PgUp",
        "{",
        "}",
        "2",
        "1",
        "c",
        "x",
        "n",
        "/",
        "a",
        "s",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_keys_keep_row_and_cursor_on_the_screen(keys in prop::collection::vec(any_key(), 1..50), columns in 40u16..130, rows in 12u16..50) {
        let mut app = open(LANES, columns, rows);
        press(&mut app, "2");
        for key in keys {
            press(&mut app, key);
            holds(&app);
        }
    }
}
