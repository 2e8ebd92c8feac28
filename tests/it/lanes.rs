//! The lanes: what the keys and the mouse do to them.

use crate::common::reader::{open, press, screen, selected};
use crate::common::texts::{LANES, SHIPPED};
use neutrality::app::input::{Input, Mouse, MouseKind};
use neutrality::app::picker::source::PickerSource;
use neutrality::app::view::lanes::rows::Chosen;
use neutrality::app::{App, View};

/// "belgium 1914-08-01 invasion-1914": the chosen row, the cursor and the selected event.
#[track_caller]
fn leads_to(keys: &str, expected: &str) {
    let mut app = open(LANES, 80, 24);
    press(&mut app, &format!("2 {keys}"));
    assert_eq!(place(&app), expected, "after {keys}\n{}", screen(&app));
}

fn place(app: &App) -> String {
    let row = match app.location().lanes.chosen {
        Some(Chosen::Country(country)) => app.timeline()[country].id.clone(),
        Some(Chosen::Group(at)) => format!("[{}]", app.document().plan().groups[at].title),
        None => "nothing".to_owned(),
    };
    let view = if app.location().view == View::Lanes {
        ""
    } else {
        "timeline "
    };
    format!(
        "{view}{row} {} {}",
        app.location().lanes.as_of,
        selected(app)
    )
}

/// The day that was gone to in another view is the one that the lanes tell of, until the selection moves on.
#[test]
fn the_day_that_was_asked_for_holds_in_the_lanes() {
    for (keys, expected) in [
        (": 1914-07-01 Enter 2", "1914-07-01"),
        (": 1914-07-01 Enter j 2", "1914-08-02"),
    ] {
        let mut app = open(LANES, 80, 24);
        press(&mut app, keys);
        let found = app.location().lanes.as_of.to_string();
        assert_eq!(found, expected, "after {keys}\n{}", screen(&app));
    }
}

/// The years in sight.
#[track_caller]
fn shows_years(keys: &str, expected: &str) {
    let mut app = open(LANES, 80, 24);
    press(&mut app, &format!("2 {keys}"));
    let window = app.location().lanes.window(app.document().plan());
    let day = neutrality::lanes::scale::day;
    let found = format!("{}/{}", day(window.start), day(window.end - 1));
    assert_eq!(found, expected, "after {keys}");
}

#[test]
fn arrows_move_the_cursor_by_a_step_that_suits_the_zoom() {
    leads_to("", "switzerland 1815-11-20 paris-1815");
    leads_to("Right", "switzerland 1820-11-20 paris-1815");
    leads_to("l l h", "switzerland 1820-11-20 paris-1815");
    leads_to("Left", "switzerland 1815-01-01 paris-1815");
    leads_to(". . ,", "switzerland 1815-11-21 paris-1815");
    leads_to("w + + + + Right", "belgium 1914-11-04 invasion-1914");
}

#[test]
fn rows_are_chosen_without_moving_the_cursor_or_the_selection() {
    leads_to("Down", "belgium 1815-11-20 paris-1815");
    leads_to("j j k", "belgium 1815-11-20 paris-1815");
    leads_to("G", "denmark 1815-11-20 paris-1815");
    leads_to("G j j g", "switzerland 1815-11-20 paris-1815");
    leads_to("}", "ukraine 1815-11-20 paris-1815");
    leads_to("} } j {", "ireland 1815-11-20 paris-1815");
}

#[test]
fn brackets_step_along_the_events_of_the_row() {
    leads_to("j ]", "belgium 1839-04-19 london-1839");
    leads_to("j ] ] ]", "belgium 1914-08-04 invasion-1914");
    leads_to("j ] ] ] [", "belgium 1914-08-02 ultimatum-1914");
    leads_to("j ] ] ] ] ] ]", "belgium 1919-06-28 versailles-1919");
    leads_to("j ] ] Left ]", "belgium 1914-08-02 ultimatum-1914");
    leads_to("j ] ] . ]", "belgium 1914-08-04 invasion-1914");
}

#[test]
fn the_cursor_follows_what_is_selected_by_other_keys() {
    leads_to("w", "belgium 1914-08-04 invasion-1914");
    leads_to("/ talks Enter", "ukraine 2022-05-17 suspended-2022");
    // A name leads to its row, whatever names it before.
    leads_to("/ belgium Enter", "belgium 1839-04-19 london-1839");
    leads_to(": 1914-08-01 Enter", "switzerland 1914-08-01 paris-1815");
    leads_to(": 1700 Enter", "switzerland 1815-01-01 paris-1815");
}

/// From launch, on the shipped timeline: Belgium’s status on 1 August 1914 and its guarantors, in eight keys.
#[test]
fn the_question_of_belgium_takes_eight_keys() {
    let mut app = open(SHIPPED, 80, 24);
    let keys = "c b Enter 2 w , , ,";
    press(&mut app, keys);
    assert!(keys.split(' ').count() <= 8);
    let shown = screen(&app).replace('\u{a0}', " ");
    for printed in [
        "1 August 1914",
        "Belgium         Permanent neutrality, guaranteed",
        "guaranteed in 1839 by Austrian Empire · France",
        "Great Britain · Prussia · Russian Empire",
    ] {
        assert!(shown.contains(printed), "{printed} is not in\n{shown}");
    }
}

/// The reader and the shell take a month for a month, and neither doubts what happened within it.
#[test]
fn a_month_that_is_asked_for_is_answered_as_a_month() {
    let check = |line: &str, expected: &[&str]| {
        let mut app = open(SHIPPED, 120, 40);
        press(&mut app, ":");
        app.handle(Input::Paste(line.to_owned()));
        press(&mut app, "Enter");
        let shown = screen(&app).replace('\u{a0}', " ");
        for printed in expected {
            assert!(
                shown.contains(printed),
                "{line}: {printed} is not in\n{shown}"
            );
        }
    };
    let violated = "violated 4 August 1914 by German Empire, a guarantor";
    check(
        "belgium august 1914",
        &["August 1914   ", &format!("in this month: {violated}")],
    );
    check("belgium 1914-08", &[&format!("in this month: {violated}")]);
    check("belgium 1914", &[&format!("in this year: {violated}")]);
    check("belgium 1914-08-05", &["5 August 1914   ", violated]);
    check(
        "germany 1914-08-04",
        &[
            "Germany has no status of its own; violator: ",
            "Germany invades Belgium",
        ],
    );
}

#[test]
fn zoom_keeps_the_cursor_in_sight_and_comes_back_to_all() {
    shows_years("", "1815-01-01/2022-12-31");
    shows_years("+", "1815-06-18/1915-06-18");
    shows_years("= = -", "1815-06-20/1915-06-20");
    shows_years("w + + + +", "1909-10-21/1919-10-21");
    shows_years("w + + + + + + + + + + + +", "1914-07-21/1914-08-20");
    shows_years("+ + + 0", "1815-01-01/2022-12-31");
    shows_years("j z", "1834-04-15/1924-07-01");
    shows_years("+ -", "1815-01-01/2022-12-31");
    shows_years("+ + : 2000 Enter", "1972-12-31/2022-12-31");
}

#[test]
fn folded_groups_keep_their_row() {
    leads_to("Tab", "[By treaty] 1815-11-20 paris-1815");
    leads_to("j Tab Down", "ukraine 1815-11-20 paris-1815");
    leads_to("j Tab Tab", "switzerland 1815-11-20 paris-1815");
    leads_to("j Tab Enter", "switzerland 1815-11-20 paris-1815");
    leads_to(
        "Shift-Tab j j",
        "[By own act or policy] 1815-11-20 paris-1815",
    );
    leads_to("Shift-Tab Shift-Tab", "switzerland 1815-11-20 paris-1815");
    leads_to("Tab ]", "[By treaty] 1815-11-20 paris-1815");
    leads_to("Tab w", "[By treaty] 1914-08-04 invasion-1914");
}

#[test]
fn enter_opens_what_stands_at_the_cursor() {
    // The selected event on its own day, and the event behind the status on any other.
    leads_to("w Enter", "timeline belgium 1914-08-04 invasion-1914");
    leads_to("w , Enter", "timeline belgium 1914-08-03 london-1839");
    // Where nothing holds, the nearest event of the row.
    leads_to(
        "G j Right Enter",
        "timeline denmark 1820-11-20 denmark-1914",
    );
    // The very place comes back, zoom and all.
    leads_to(
        "w + + , Enter Backspace",
        "belgium 1914-08-03 invasion-1914",
    );
    shows_years("w + + + + , Enter Backspace", "1909-10-21/1919-10-21");
}

#[test]
fn a_count_opens_its_events_and_one_of_them_is_taken() {
    let mut app = open(LANES, 80, 24);
    press(&mut app, "2 w + + + + Enter");
    assert!(
        app.picker()
            .is_some_and(|picker| picker.source == PickerSource::Cluster),
        "{}",
        screen(&app)
    );
    assert!(
        screen(&app).contains("2 events at this mark"),
        "{}",
        screen(&app)
    );
    press(&mut app, "Esc");
    assert_eq!(place(&app), "belgium 1914-08-04 invasion-1914");
    press(&mut app, "Enter ultim Enter");
    assert_eq!(place(&app), "timeline belgium 1914-08-04 ultimatum-1914");
    press(&mut app, "Backspace");
    assert_eq!(place(&app), "belgium 1914-08-04 invasion-1914");
}

#[test]
fn the_filter_narrows_marks_and_not_bands() {
    let mut app = open(LANES, 80, 24);
    press(&mut app, "c ireland Enter 2 g j + + + +");
    let shown = screen(&app);
    assert!(
        shown.contains("1 of 11 shown") && !shown.contains("clustered"),
        "{shown}"
    );
    assert!(shown.contains("▌ Belgium"), "{shown}");
    assert!(app.clustered() == 0);
}

#[test]
fn what_is_not_exact_is_told_so() {
    let mut app = open(LANES, 80, 24);
    press(&mut app, "2 G + + : 1914-08-04 Enter");
    assert!(
        screen(&app).contains("In a war, possibly"),
        "{}",
        screen(&app)
    );
    press(&mut app, ": 1914-08-08 Enter");
    assert!(!screen(&app).contains("possibly"), "{}", screen(&app));
}

#[test]
fn the_panel_comes_goes_and_scrolls() {
    let mut app = open(LANES, 80, 24);
    press(&mut app, "2 w");
    assert!(screen(&app).contains("4 August 1914"));
    press(&mut app, "J J");
    assert_eq!(app.location().lanes.panel_top, 2);
    press(&mut app, "K K K");
    assert_eq!(app.location().lanes.panel_top, 0);
    press(&mut app, "t");
    assert!(!screen(&app).contains("4 August 1914"));
    let mut low = open(LANES, 60, 12);
    press(&mut low, "2 t t");
    assert!(
        screen(&low).contains("there is no room"),
        "{}",
        screen(&low)
    );
}

#[test]
fn the_mouse_chooses_a_row_and_a_day() {
    let mut app = open(LANES, 80, 24);
    press(&mut app, "2");
    let belgium = screen(&app)
        .lines()
        .position(|row| row.contains("Belgium"))
        .unwrap() as u16;
    let press_at = |app: &mut App, column, row| {
        app.handle(Input::Mouse(Mouse {
            kind: MouseKind::Press,
            column,
            row,
        }));
    };
    press_at(&mut app, 38, belgium);
    assert!(place(&app).starts_with("belgium 191"), "{}", place(&app));
    press_at(&mut app, 3, belgium - 2);
    assert!(place(&app).starts_with("[By treaty]"), "{}", place(&app));
    press_at(&mut app, 3, belgium - 2);
    assert!(place(&app).starts_with("switzerland"), "{}", place(&app));
    app.handle(Input::Mouse(Mouse {
        kind: MouseKind::ScrollDown,
        column: 30,
        row: belgium,
    }));
    assert!(place(&app).starts_with("belgium"), "{}", place(&app));
}

#[test]
fn the_end_of_a_row_says_how_it_stands() {
    let app = open(LANES, 80, 24);
    let check = |country: &str, full: &str, short: &str| {
        let country = app.timeline().country_called(country).unwrap();
        let ending = &app.document().plan().lane(country).unwrap().ending;
        assert_eq!((&*ending.full, &*ending.short), (full, short));
    };
    check("switzerland", "since 1815", "since 1815");
    check("belgium", "75 y · violated 1914", "violated 1914");
    check("denmark", "4 y · ended 1919", "ended 1919");
    check("ireland", "since 1949", "since 1949");
    check("cambodia", "c. 12–13 y · ended 1970", "ended 1970");
    check("ukraine", "proposed 2022", "proposed 2022");
}

#[test]
fn without_spans_the_view_says_so() {
    let source = "format = 1\n[timeline]\ntitle = \"One\"\n[[events]]\nid = \"a\"\ndate = \"1914\"\ntitle = \"A\"\n";
    let mut app = open(source, 80, 24);
    press(&mut app, "2");
    assert_eq!(app.location().view, View::Timeline);
    assert!(screen(&app).contains("no spans"), "{}", screen(&app));
}

#[test]
fn the_chosen_row_opens_to_band_signs_and_names() {
    let mut app = open(SHIPPED, 120, 40);
    press(&mut app, ": ukraine Enter 2 z");
    let shown = screen(&app);
    let rows: Vec<&str> = shown.lines().collect();
    let at = rows.iter().position(|row| row.starts_with("▌ Ukraine"));
    let at = at.unwrap();
    let column = |row: &str, sign: &str| row.find(sign).map(|at| row[..at].chars().count());
    // In the band stand no figures, and the cross of Crimea stands in all three rows at one place.
    let band = rows[at].split("proposed").next().unwrap();
    assert!(!band.contains(|sign: char| sign.is_ascii_digit()), "{band}");
    let cross = column(rows[at], "✕");
    assert!(cross.is_some());
    assert_eq!(column(rows[at + 1], "✕"), cross, "{shown}");
    assert_eq!(column(rows[at + 2], "Crimea annexed"), cross, "{shown}");
    // The row that is chosen next opens in its place.
    press(&mut app, "j");
    let shown = screen(&app);
    let below = |name: &str| {
        let mut rows = shown.lines().skip_while(|row| !row.contains(name));
        rows.nth(1).unwrap_or_default().to_owned()
    };
    assert!(below("  Ukraine ").contains("▌ Belarus"), "{shown}");
    assert!(!below("▌ Belarus ").contains("since"), "{shown}");
}

#[test]
fn a_press_under_the_chosen_row_selects_what_is_named_there_and_opens_it() {
    let mut app = open(SHIPPED, 120, 40);
    press(&mut app, ": ukraine Enter 2 z");
    let find = |app: &App, words: &str| {
        let shown = screen(app);
        let (row, line) = shown
            .lines()
            .enumerate()
            .find(|(_, line)| line.contains(words))?;
        let column = line[..line.find(words)?].chars().count();
        Some((column as u16, row as u16))
    };
    let press_at = |app: &mut App, (column, row): (u16, u16)| {
        let kind = MouseKind::Press;
        app.handle(Input::Mouse(Mouse { kind, column, row }));
    };
    // In the middle of the name, which stands beside the sign of its event.
    let name = find(&app, "mea annexed").unwrap();
    press_at(&mut app, name);
    assert_eq!(selected(&app), "crimea-2014");
    assert_eq!(app.location().view, View::Lanes);
    let name = find(&app, "mea annexed").unwrap();
    press_at(&mut app, name);
    assert_eq!(app.location().view, View::Timeline);
    // Over the names the signs can be pressed: several events are listed.
    press(&mut app, "Backspace");
    let (column, row) = find(&app, "Crimea annexed").unwrap();
    press_at(&mut app, (column, row - 1));
    assert!(app.overlay().is_some(), "{}", screen(&app));
}

#[test]
fn rows_without_anything_in_sight_are_folded_to_a_line_that_names_them() {
    let mut app = open(LANES, 120, 40);
    let folded = |app: &App| {
        let shown = screen(app);
        let lines = shown.lines().filter(|row| row.contains("other years"));
        let names = lines.filter_map(|row| Some(row.split_once("other years")?.1.to_owned()));
        let names: Vec<String> = names
            .map(|row| row.replace('┊', "").trim().to_owned())
            .collect();
        names.join(" / ")
    };
    let mut check = |keys: &str, expected: &str| {
        press(&mut app, keys);
        assert_eq!(folded(&app), expected, "{keys}\n{}", screen(&app));
    };
    // All years have something of every lane.
    check("2", "");
    check(": 1914-08-04 Enter 2 + + +", "Ukraine / Ireland · Cambodia");
    // A row that one goes to is shown; one that is left folds again.
    check(": cambodia 1914 Enter", "Ukraine / Ireland · Cambodia");
    check("0", "");
}
