//! What always holds: at every size, after any keys, on any timeline.

use crate::common::reader::{buffer, open, press};
use crate::common::texts::{SHIPPED, SMALL, SMALL_WITH_CASES};
use neutrality::app::App;
use neutrality::app::input::{Code, Input, Key, Mouse, MouseKind, Size};
use neutrality::app::keys::Keymap;
use neutrality::timeline::EventId;
use neutrality::ui::picture;
use proptest::prelude::*;

/// A timeline in which nothing is easy: long titles, wide and right-to-left letters, a crowd on one day.
fn hard() -> String {
    let mut source = String::from(
        "format = 1\n[timeline]\ntitle = \"Важка · 困难 · صعب\"\n[countries.a]\nname = \"Україна\"\n",
    );
    source.push_str(
        "[roles.neutral]\nlabel = \"中立\"\n[sources.s]\ntype = \"book\"\ntitle = \"本\"\n",
    );
    let titles = [
        "Нейтралітет",
        "中立国家的永久中立",
        "حياد دائم",
        "e\u{301}e\u{301}e\u{301}",
        &"Long ".repeat(100),
    ];
    for number in 0..60 {
        let title = titles[number % titles.len()];
        let date = if number % 3 == 0 {
            "1914-08-04".to_owned()
        } else {
            format!("{}", 1800 + number)
        };
        source.push_str(&format!(
            "[[events]]\nid = \"e{number}\"\ndate = \"{date}\"\ntitle = \"{title}\"\ntext = \"{title} {title}\"\n\
             parties = [{{ country = \"a\", role = \"neutral\" }}]\nsources = [{{ source = \"s\" }}]\n"
        ));
    }
    source
}

/// What every state of the reader owes its reader.
fn check(app: &App) {
    let shown = picture::text(&buffer(app));
    assert!(
        !shown.chars().any(|c| c.is_control() && c != '\n'),
        "{shown}"
    );
    let all: Vec<EventId> = EventId::all(app.timeline()).collect();
    let hidden = all
        .iter()
        .filter(|event| !app.selection().shows(**event))
        .count();
    assert_eq!(app.selection().visible().len() + hidden, all.len());
    if let (Some(layout), Some(row)) = (app.layout(), app.selected_row())
        && let (Some(list), true) = (
            layout.list,
            app.location().view == neutrality::app::View::Timeline,
        )
    {
        let window = app.location().list_top..app.location().list_top + usize::from(list.height);
        assert!(
            window.contains(&row),
            "row {row} is not in {window:?} at {:?}",
            app.size()
        );
    }
    if let Some(position) = app.selection().position() {
        assert_eq!(
            app.selection().visible()[position],
            app.selection().selected()
        );
    } else {
        assert!(app.selection().visible().is_empty());
    }
}

/// Sizes from nothing to a wall. Those near the smallest are the ones that break, and each of these widths meets each of
/// these heights; the others differ by their arrangement, and meet a few.
fn sizes() -> impl Iterator<Item = (u16, u16)> {
    let pairs = |columns: &'static [u16], rows: &'static [u16]| {
        let all = columns
            .iter()
            .flat_map(|columns| rows.iter().map(move |rows| (*columns, *rows)));
        all.collect::<Vec<_>>()
    };
    let narrow = &[1, 2, 3, 10, 39, 40, 41, 42, 45];
    let low = &[1, 2, 11, 12, 13, 14, 17, 18, 19, 20, 21, 24];
    let wide = &[60, 79, 80, 109, 110, 111, 160, 200, 300];
    let mut all = pairs(narrow, low);
    all.extend(pairs(narrow, &[40, 100]));
    all.extend(pairs(wide, &[1, 12, 19, 24, 60]));
    all.into_iter()
}

#[test]
fn every_size_from_nothing_to_a_wall_is_drawn() {
    for source in [SMALL.to_owned(), hard()] {
        for keys in [
            "",
            "3",
            "2",
            "4",
            "?",
            "c",
            "/ a",
            ":",
            ": a",
            "j Enter",
            "f",
            "f Space Tab - Tab Space",
            "2 f",
            "4 f -",
            "f Tab Tab Tab Tab Tab 9..1 Enter",
            "f - Enter 2",
            "f Space Tab Space Tab Space Tab Space Enter",
        ] {
            let mut app = open(&source, 80, 24);
            press(&mut app, keys);
            for (columns, rows) in sizes() {
                app.handle(Input::Resize(Size { columns, rows }));
                check(&app);
            }
        }
    }
}

/// The life-lines beside the selected row: every sign that stands where one may be.
fn life_lines(app: &App) -> usize {
    let shown = picture::text(&buffer(app));
    let selected = shown.lines().find(|line| line.starts_with('▌'));
    let signs = selected.unwrap_or_default().chars().skip(2).step_by(2);
    signs
        .take_while(|sign| !sign.is_whitespace())
        .count()
        .saturating_sub(1)
}

#[test]
fn a_wider_screen_never_has_fewer_life_lines_and_eight_where_there_is_room() {
    let mut before = 0;
    let mut app = open(SHIPPED, 80, 24);
    press(&mut app, ": 1914-08-04 Enter");
    for columns in 40..=240 {
        app.handle(Input::Resize(Size { columns, rows: 24 }));
        let lines = life_lines(&app);
        let least = if columns >= 80 { 8 } else { 0 };
        assert!(
            lines >= least.max(before),
            "{lines} at {columns}, {before} before\n{}",
            picture::text(&buffer(&app))
        );
        before = lines;
    }
}

/// Rows of text that are read at a size, after some keys.
fn rows_of_text(keys: &str, columns: u16, rows: u16) -> u16 {
    let mut app = open(SMALL_WITH_CASES, columns, rows);
    press(&mut app, keys);
    let layout = app.layout().expect("a screen of such a size has a layout");
    layout.page.map_or(0, |page| page.height)
}

#[test]
fn a_wider_or_higher_screen_never_has_fewer_rows_of_text() {
    // Each with the keys that bring one to read.
    for keys in ["Enter", "3 Enter", "4 Enter"] {
        for (columns, rows) in [
            (40, 12),
            (60, 18),
            (80, 24),
            (100, 30),
            (120, 40),
            (160, 45),
        ] {
            let here = rows_of_text(keys, columns, rows);
            for (wider, higher) in [(1, 0), (10, 0), (30, 0), (100, 0), (0, 1), (0, 5), (0, 9)] {
                let there = rows_of_text(keys, columns + wider, rows + higher);
                assert!(
                    there >= here,
                    "{keys}: {here} at {columns}×{rows}, {there} at {}×{}",
                    columns + wider,
                    rows + higher
                );
            }
        }
    }
}

#[test]
fn a_wider_screen_never_has_fewer_cases_and_a_higher_one_never_fewer_rows_of_them() {
    let mut app = open(SHIPPED, 40, 24);
    press(&mut app, "4");
    let mut count = |columns: u16, rows: u16| {
        app.handle(Input::Resize(Size { columns, rows }));
        let table = app.table().expect("a table");
        let text = app.layout().and_then(|layout| layout.page);
        let text = text.map_or(0, |text| usize::from(text.height) + 1);
        let questions = table.height().min(table.rows.len());
        let last = table.columns.last().expect("a case");
        // The code of a country, the last digit of a year.
        assert!(last.x + 4 < columns, "a case is cut at {columns}×{rows}");
        (table.columns.len(), questions + text)
    };
    for rows in [24, 40] {
        let mut before = 0;
        for columns in (40..=240).step_by(5) {
            let (cases, _) = count(columns, rows);
            assert!(
                cases >= before,
                "{cases} cases at {columns}, {before} before"
            );
            before = cases;
        }
    }
    for columns in [80, 120] {
        let mut before = 0;
        for rows in 12..=60 {
            let (_, lines) = count(columns, rows);
            assert!(
                lines >= before,
                "{lines} rows at {columns}×{rows}, {before} before"
            );
            before = lines;
        }
    }
}

#[test]
fn a_violation_is_in_the_lanes_at_every_zoom_in_which_its_year_is() {
    let mut app = open(SHIPPED, 100, 30);
    press(&mut app, "2");
    let mut seen = std::collections::HashSet::new();
    loop {
        press(&mut app, "w");
        let event = app.selection().selected();
        if !seen.insert(event) {
            break;
        }
        // Every fifth, near and far, and seen from another row too, where its own is not opened.
        if seen.len() % 5 != 1 {
            continue;
        }
        for keys in ["0", "+ +", "+ + +", "+ + +", "k"] {
            press(&mut app, keys);
            let parts = app.lanes_layout().expect("lanes");
            let (plan, state) = (app.document().plan(), &app.location().lanes);
            let scale = state.scale(plan, parts.lanes.width);
            let day = app.timeline()[event].date.representative_day();
            let Some(column) = scale.column(neutrality::lanes::scale::number(day)) else {
                continue;
            };
            let shown = buffer(&app);
            let rows = parts.lanes.y..parts.lanes.y + parts.lanes.height;
            let is_cross = |y: u16| shown[(parts.lanes.x + column, y)].symbol() == "✕";
            assert!(
                rows.into_iter().any(is_cross),
                "{} after {keys}\n{}",
                app.timeline()[event].id,
                picture::text(&shown)
            );
        }
    }
    assert!(seen.len() > 30, "{} violations", seen.len());
}

/// A column or a row: mostly on the screen, sometimes where no screen is.
fn coordinate(largest: u16) -> impl Strategy<Value = u16> {
    prop_oneof![8 => 0..largest, 1 => Just(u16::MAX), 1 => Just(u16::MAX - 1), 1 => any::<u16>()]
}

fn any_input() -> impl Strategy<Value = Input> {
    let keys: Vec<Key> = Keymap::default()
        .bindings()
        .iter()
        .flat_map(|binding| {
            binding
                .keys
                .iter()
                .flat_map(|keys| keys.keys().iter().copied())
        })
        .collect();
    let letters = prop_oneof![
        Just('a'),
        Just('é'),
        Just('中'),
        Just('1'),
        Just('-'),
        Just(' '),
        Just('ї')
    ];
    let mouse = prop_oneof![
        Just(MouseKind::Press),
        Just(MouseKind::ScrollUp),
        Just(MouseKind::ScrollDown),
        Just(MouseKind::ScrollRight),
        Just(MouseKind::ZoomIn),
        Just(MouseKind::ZoomOut),
        Just(MouseKind::Drag)
    ];
    prop_oneof![
        6 => prop::sample::select(keys).prop_map(Input::Key),
        2 => letters.prop_map(|letter| Input::Key(Key::plain(Code::Char(letter)))),
        2 => (mouse, coordinate(140), coordinate(50)).prop_map(|(kind, column, row)| Input::Mouse(Mouse { kind, column, row })),
        1 => (1u16..140, 1u16..50).prop_map(|(columns, rows)| Input::Resize(Size { columns, rows })),
        1 => "\\PC{0,12}".prop_map(Input::Paste),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_keys_in_any_order_leave_a_reader_that_holds(inputs in prop::collection::vec(any_input(), 1..60), hardly in any::<bool>()) {
        let mut app = open(&if hardly { hard() } else { SMALL.to_owned() }, 100, 30);
        for input in inputs {
            app.handle(input);
            check(&app);
        }
    }
}

#[test]
fn in_ascii_only_letters_are_from_elsewhere() {
    for (columns, rows) in [(40, 12), (80, 24), (120, 40), (200, 60), (30, 5)] {
        for keys in [
            "", "Enter", "2", "2 Enter", "3", "3 Enter", "4", "4 Enter", "?", "c", "/", "g",
        ] {
            let mut app = open(SMALL, columns, rows);
            app.setup.ascii = true;
            press(&mut app, keys);
            let shown = picture::text(&buffer(&app));
            let foreign: String = shown
                .chars()
                .filter(|sign| !sign.is_ascii() && !sign.is_alphabetic())
                .collect();
            assert_eq!(foreign, "", "after '{keys}' at {columns}x{rows}\n{shown}");
        }
    }
}
