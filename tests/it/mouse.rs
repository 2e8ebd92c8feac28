//! The mouse: what a press, a drag and the wheel do where something stands on the screen.

use crate::common::reader::{open, press, screen, selected};
use crate::common::texts::{LANES, SMALL, SMALL_WITH_CASES};
use neutrality::app::input::{Effect, Input, Mouse, MouseKind};
use neutrality::app::overlay::Overlay;
use neutrality::app::picker::source::PickerSource;
use neutrality::app::{App, Pane, View};

/// The cell at which a text begins.
#[track_caller]
fn find(app: &App, text: &str) -> (u16, u16) {
    let shown = screen(app);
    let found = shown.lines().enumerate().find_map(|(row, line)| {
        let column = line[..line.find(text)?].chars().count();
        Some((column as u16, row as u16))
    });
    found.unwrap_or_else(|| panic!("{text:?} is not on the screen\n{shown}"))
}

fn at(app: &mut App, kind: MouseKind, (column, row): (u16, u16)) -> Effect {
    app.handle(Input::Mouse(Mouse { kind, column, row }))
}

#[track_caller]
fn click(app: &mut App, text: &str) -> Effect {
    let place = find(app, text);
    at(app, MouseKind::Press, place)
}

/// "Timeline london-1839", with a star while the page has the keys, and what is open over it.
fn place(app: &App) -> String {
    let (view, open) = open_at(app);
    format!("{view} {}{open}", selected(app))
}

/// The view, with a star while the page has the keys, and what is open over it.
fn open_at(app: &App) -> (String, String) {
    let star = if app.location().pane == Pane::Page {
        "*"
    } else {
        ""
    };
    let open = match app.overlay() {
        None => String::new(),
        Some(Overlay::Search { .. } | Overlay::Line(_)) => " /".to_owned(),
        Some(Overlay::Text(_)) => " shown".to_owned(),
        Some(Overlay::Filter(_)) => " filter".to_owned(),
        Some(Overlay::Picker(picker)) => match picker.source {
            PickerSource::GoTo => " :".to_owned(),
            source => format!(" {source:?}").to_lowercase(),
        },
    };
    (format!("{:?}{star}", app.location().view), open)
}

/// Presses keys, then clicks where each of these texts begins.
#[track_caller]
fn check(keys: &str, clicks: &[&str], expected: &str) {
    let mut app = open(SMALL, 100, 30);
    press(&mut app, keys);
    for text in clicks {
        click(&mut app, text);
    }
    assert_eq!(place(&app), expected, "{keys} {clicks:?}\n{}", screen(&app));
}

#[test]
fn a_click_on_a_tab_shows_the_view() {
    check("", &["2 Lanes"], "Lanes vienna-1815");
    check("", &["Lanes"], "Lanes vienna-1815");
    check("", &["3 Article"], "Article vienna-1815");
    check("3", &["1 Timeline"], "Timeline vienna-1815");
    check("", &["Small neutralities"], "Timeline vienna-1815");
}

#[test]
fn a_click_on_a_hint_does_what_it_says() {
    check("", &["? help"], "Timeline vienna-1815 help");
    check("", &["help"], "Timeline vienna-1815 help");
    check("", &["Enter read"], "Timeline* vienna-1815");
    check("", &["read"], "Timeline* vienna-1815");
    check("", &["w violation"], "Timeline occupation-1914");
    check("", &["f filter"], "Timeline vienna-1815 filter");
    check("Enter", &["list"], "Timeline vienna-1815");
    check("2", &["w violation"], "Lanes occupation-1914");
}

#[test]
fn a_hint_that_quits_quits() {
    let mut app = open(SMALL, 160, 30);
    assert_eq!(click(&mut app, "q quit"), Effect::Quit);
}

#[test]
fn a_click_selects_a_row_and_a_second_one_follows_it() {
    check("", &["Articles for"], "Timeline belgium-1831");
    check(
        "",
        &["Articles for", "Articles for"],
        "Timeline* belgium-1831",
    );
    for (text, expected) in [
        ("Articles for", "Timeline belgium-1831"),
        ("20 Nov 1815", "Timeline vienna-1815"),
    ] {
        // On a narrow screen who reads has no list to click on.
        let mut app = open(SMALL, 120, 30);
        press(&mut app, "Tab");
        click(&mut app, text);
        assert_eq!(place(&app), expected);
    }
    check("3", &["The First World War"], "Article vienna-1815");
    check("3", &["Where the idea"], "Article* vienna-1815");
}

#[test]
fn a_click_on_a_link_follows_it_and_back_returns() {
    check("", &["Where the idea"], "Article vienna-1815");
    check("3", &["The powers guarantee"], "Timeline vienna-1815");
    check("3", &["Treaties of London"], "Timeline london-1839");
    let mut app = open(SMALL, 100, 44);
    press(&mut app, "j j");
    click(&mut app, "Where the idea");
    assert_eq!(place(&app), "Article london-1839");
    press(&mut app, "Backspace");
    assert_eq!(place(&app), "Timeline* london-1839");
}

#[test]
fn a_click_on_an_item_of_a_menu_takes_it_and_one_outside_closes() {
    check("?", &["next violation of"], "Timeline occupation-1914");
    check("? lanes", &["the lanes: every"], "Lanes vienna-1815");
    check("?", &["Small neutralities"], "Timeline vienna-1815");
    check("?", &["Moving"], "Timeline vienna-1815 help");
    check(": belg", &["only Belgium"], "Timeline belgium-1831");
    check(": belg", &["Small neutralities"], "Timeline vienna-1815");
    check(": belg", &[":belg"], "Timeline vienna-1815 :");
    check("/ luxem", &["/luxem"], "Timeline london-1867 /");
    check("/ luxem", &["Small neutralities"], "Timeline london-1867");
    check("c", &["Luxembourg "], "Timeline london-1867");
    check("c", &["Esc leave"], "Timeline vienna-1815");
}

#[test]
fn a_click_before_a_country_marks_it_and_others_may_join() {
    let mut app = open(SMALL, 100, 30);
    press(&mut app, "c");
    let (column, row) = find(&app, "Luxembourg ");
    at(&mut app, MouseKind::Press, (column - 2, row));
    assert_eq!(app.selection().visible().len(), 3);
    assert_eq!(place(&app), "Timeline london-1867 countries");
    let (column, row) = find(&app, "Belgium   ");
    at(&mut app, MouseKind::Press, (column, row));
    assert_eq!(app.selection().visible().len(), 6);
    assert!(app.overlay().is_none());
}

#[test]
fn the_wheel_scrolls_the_text_under_it_while_the_list_keeps_the_keys() {
    let mut app = open(SMALL, 80, 18);
    press(&mut app, "j j");
    let text = find(&app, "Provision");
    at(&mut app, MouseKind::ScrollDown, text);
    assert_eq!(
        (app.location().pane, app.location().page.top),
        (Pane::List, 3)
    );
    at(&mut app, MouseKind::ScrollUp, text);
    assert_eq!(app.location().page.top, 0);
    for text in ["Articles for", "Small neutralities", "Enter read"] {
        let mut app = open(SMALL, 80, 18);
        let over = find(&app, text);
        at(&mut app, MouseKind::ScrollDown, over);
        assert_eq!(selected(&app), "belgium-1831", "over {text}");
    }
}

#[test]
fn the_wheel_goes_through_what_lies_over_the_panes() {
    let mut app = open(SMALL, 100, 30);
    press(&mut app, "?");
    at(&mut app, MouseKind::ScrollDown, (50, 15));
    press(&mut app, "Enter");
    assert_eq!(place(&app), "Timeline belgium-1831");
    press(&mut app, ": belg");
    at(&mut app, MouseKind::ScrollDown, (50, 15));
    press(&mut app, "Enter");
    assert_eq!(app.selection().visible().len(), 4);
}

#[test]
fn the_overview_is_pressed_and_dragged_along() {
    let mut app = open(SMALL, 100, 30);
    let end = find(&app, "▆▆ 2014");
    at(&mut app, MouseKind::Press, end);
    assert_eq!(selected(&app), "non-bloc-2010");
    let mut seen = Vec::new();
    for column in (0..=end.0).rev() {
        // A hand that drags does not keep to the line.
        at(&mut app, MouseKind::Drag, (column, 4));
        if seen.last() != Some(&selected(&app).to_owned()) {
            seen.push(selected(&app).to_owned());
        }
    }
    let all = [
        "non-bloc-2010",
        "versailles-1919",
        "invasion-1914",
        "occupation-1914",
        "london-1867",
        "london-1839",
        "belgium-1831",
        "vienna-1815",
    ];
    assert_eq!(seen, all);
    press(&mut app, "Backspace");
    assert_eq!(
        selected(&app),
        "vienna-1815",
        "one step back is where the press was"
    );
}

#[test]
fn from_a_claim_the_overview_leads_to_the_events() {
    let mut app = open(SMALL, 100, 30);
    press(&mut app, "3");
    let end = find(&app, " 2014");
    at(&mut app, MouseKind::Press, (end.0 - 1, end.1));
    assert_eq!(place(&app), "Timeline repeal-2014");
    press(&mut app, "Backspace");
    assert_eq!(place(&app), "Article vienna-1815");
}

#[test]
fn in_the_lanes_the_cursor_is_dragged_and_the_years_at_the_axis() {
    let mut app = open(LANES, 100, 30);
    press(&mut app, "2");
    let (_, row) = find(&app, "Belgium");
    at(&mut app, MouseKind::Press, (40, row));
    let first = app.location().lanes.as_of;
    at(&mut app, MouseKind::Drag, (60, row));
    assert!(app.location().lanes.as_of > first);
    at(&mut app, MouseKind::Drag, (0, 0));
    assert!(app.location().lanes.as_of < first, "it stops at the edge");

    press(&mut app, "1 G 2 + + +");
    let window = app.location().lanes.window(app.document().plan());
    at(&mut app, MouseKind::Press, (40, 3));
    at(&mut app, MouseKind::Drag, (60, 3));
    let moved = app.location().lanes.window(app.document().plan());
    assert!(moved.start < window.start, "the past comes from the left");
    assert_eq!(moved.end - moved.start, window.end - window.start);
    at(&mut app, MouseKind::ScrollUp, (40, 3));
    let closer = app.location().lanes.window(app.document().plan());
    assert!(closer.end - closer.start < window.end - window.start);
}

#[test]
fn in_the_lanes_the_wheel_zooms_with_ctrl_and_pans_with_shift() {
    let mut app = open(LANES, 100, 30);
    press(&mut app, "2");
    let parts = *app.lanes_layout().unwrap();
    let over = (parts.lanes.x + 40, parts.lanes.y + 3);
    let scale = |app: &App| {
        let columns = parts.lanes.width;
        app.location().lanes.scale(app.document().plan(), columns)
    };
    let whole = scale(&app);
    at(&mut app, MouseKind::ScrollRight, over);
    assert_eq!(scale(&app), whole, "all years are in sight already");

    let days = whole.days(40);
    let day = (days.start + days.end) / 2;
    for _ in 0..4 {
        at(&mut app, MouseKind::ZoomIn, over);
    }
    let close = scale(&app);
    assert!(close.window().end - close.window().start < 40 * 366);
    let column = close.column(day).unwrap();
    assert!(
        column.abs_diff(40) <= 1,
        "{column}: it is not under the mouse"
    );

    at(&mut app, MouseKind::ScrollRight, over);
    let later = scale(&app).window().start - close.window().start;
    at(&mut app, MouseKind::ScrollLeft, over);
    assert!(later > 0);
    assert_eq!(scale(&app), close);

    for _ in 0..4 {
        at(&mut app, MouseKind::ZoomOut, over);
    }
    assert_eq!(scale(&app), whole);
}

#[test]
fn the_wheel_to_the_side_goes_through_the_cases() {
    let mut app = open(SMALL_WITH_CASES, 120, 40);
    press(&mut app, "4");
    let first = app.location().cases.case;
    at(&mut app, MouseKind::ScrollRight, (40, 6));
    assert_ne!(app.location().cases.case, first);
    at(&mut app, MouseKind::ScrollLeft, (40, 6));
    assert_eq!(app.location().cases.case, first);
}

#[test]
fn in_the_lanes_a_second_press_opens_what_is_there() {
    let mut app = open(LANES, 100, 30);
    press(&mut app, "2");
    let (_, row) = find(&app, "Belgium");
    at(&mut app, MouseKind::Press, (40, row));
    assert_eq!(app.location().view, View::Lanes);
    at(&mut app, MouseKind::Press, (40, row));
    assert_eq!(app.location().view, View::Timeline);
}

#[test]
fn a_link_of_the_standings_is_followed() {
    let mut app = open(SMALL, 100, 30);
    press(&mut app, "j j 2");
    click(&mut app, "Treaties of London: Belgium neutralised, ");
    assert_eq!(place(&app), "Timeline london-1839");
}

#[test]
fn a_second_press_on_a_cell_reads_its_evidence() {
    let mut app = open(SMALL_WITH_CASES, 120, 40);
    press(&mut app, "4");
    let (column, row) = find(&app, "● yes");
    at(&mut app, MouseKind::Press, (column, row + 1));
    assert_eq!(app.location().pane, Pane::List);
    at(&mut app, MouseKind::Press, (column, row + 1));
    assert_eq!(app.location().pane, Pane::Page);
}

#[test]
fn one_key_leaves_the_mouse_to_the_terminal_and_takes_it_back() {
    let mut app = open(SMALL, 100, 30);
    let key = |app: &mut App| app.handle(Input::Key(neutrality::app::input::Key::char('M')));
    assert_eq!(key(&mut app), Effect::Mouse(false));
    assert!(
        screen(&app).contains("the mouse is the terminal’s"),
        "{}",
        screen(&app)
    );
    assert_eq!(key(&mut app), Effect::Mouse(true));
    assert!(screen(&app).contains("the mouse is the reader’s"));
}

#[test]
fn no_press_on_any_cell_does_harm() {
    for (source, columns, rows) in [
        (SMALL, 80, 24),
        (SMALL_WITH_CASES, 80, 24),
        (LANES, 100, 30),
        (SMALL, 40, 12),
    ] {
        for keys in ["", "2", "3", "4", "Enter", "?", "c", ":", ": a", "/ a"] {
            let mut app = open(source, columns, rows);
            press(&mut app, keys);
            let opened = open_at(&app);
            // On each row some columns, on the next ones others, so that every column is pressed somewhere.
            let first = |row: u16| usize::from(row * 5 % 28);
            let on_row = |row| {
                (0..columns)
                    .skip(first(row))
                    .step_by(28)
                    .map(move |x| (x, row))
            };
            for cell in (0..rows).flat_map(on_row) {
                // Most cells do nothing, and leave open what is pressed.
                if open_at(&app) != opened {
                    press(&mut app, "Esc Esc Esc 1");
                    press(&mut app, keys);
                }
                for kind in [MouseKind::ScrollDown, MouseKind::Press, MouseKind::ScrollUp] {
                    at(&mut app, kind, cell);
                }
                at(&mut app, MouseKind::Drag, (u16::MAX, u16::MAX));
                at(&mut app, MouseKind::Drag, (0, 0));
            }
            screen(&app);
        }
    }
}

#[test]
fn a_cell_outside_of_the_screen_is_nothing() {
    for kind in [
        MouseKind::Press,
        MouseKind::Drag,
        MouseKind::ScrollUp,
        MouseKind::ScrollDown,
        MouseKind::ScrollRight,
        MouseKind::ZoomIn,
    ] {
        for keys in ["", "2", "?", ":", "c"] {
            let mut app = open(SMALL, 80, 24);
            press(&mut app, keys);
            for place in [(u16::MAX, u16::MAX), (0, u16::MAX), (u16::MAX, 0), (80, 24)] {
                at(&mut app, kind, place);
            }
            screen(&app);
        }
    }
}

/// The same on a screen of another size.
#[track_caller]
fn check_at(columns: u16, rows: u16, keys: &str, text: &str, expected: &str) {
    let mut app = open(SMALL_WITH_CASES, columns, rows);
    press(&mut app, keys);
    click(&mut app, text);
    assert_eq!(place(&app), expected, "{keys} {text}\n{}", screen(&app));
}

#[test]
fn a_tab_that_is_only_a_digit_is_still_a_tab() {
    check_at(40, 12, "", "3", "Article vienna-1815");
    check_at(40, 12, "3", "1  2", "Timeline vienna-1815");
    check_at(40, 12, "3", "2  3 Article", "Lanes vienna-1815");
    check_at(40, 12, "", "4  ", "Cases vienna-1815");
}

#[test]
fn a_link_in_the_third_column_is_followed() {
    // Beside an event stand the claims that rest on it, and the events around it.
    check_at(
        200,
        60,
        "j j",
        "¶6   Where the idea comes from  supports",
        "Article london-1839",
    );
    check_at(
        200,
        60,
        "j j",
        "broken by · 4 August 1914",
        "Timeline london-1839",
    );
}
