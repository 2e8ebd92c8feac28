//! What a view keeps in sight, offers and takes a press for, beyond moving in it.

use super::*;
use crate::app::export::{self, ExportSource};
use crate::app::input::{Mouse, MouseKind};
use crate::app::picker::{PickerRow, source};
use crate::app::view::lanes::ages;
use crate::app::view::lanes::cursor;
use crate::lanes::ages::AgeRow;
use crate::lanes::scale;
use crate::timeline::samples;

#[test]
fn scrolling_back_undoes_scrolling_on() {
    use Action::{ScrollDown, ScrollUp};
    for (from, keys, on, back) in [
        ("invasion-1914", "", ScrollDown, ScrollUp),
        ("vienna-1815", "Enter", ScrollDown, ScrollUp),
    ] {
        let mut app = reader(samples::small(), 40, 12);
        app.start_at(from);
        press(&mut app, keys);
        let place = |app: &App| (app.location().list_top, app.location().page.top);
        let before = place(&app);
        app.perform(on);
        assert_ne!(place(&app), before, "{from}");
        app.perform(back);
        assert_eq!(place(&app), before, "{from}");
    }
}

#[test]
fn the_outline_scrolls_with_the_claim() {
    let passage = |number: u16| {
        format!("[[article.passages]]\nid = \"p{number}\"\nheading = \"P\"\nclaim = \"C.\"\n")
    };
    let passages: String = (0..40).map(passage).collect();
    let article = "[article]\ntitle = \"T\"\nauthor = \"A\"\n";
    let source = format!("{}{article}{passages}", samples::dated(&["1914"]));
    let mut app = reader(samples::read(&source), 80, 24);
    press(&mut app, "3 End");
    let height = usize::from(app.layout().unwrap().list.unwrap().height);
    assert_eq!(app.location().list_top, 40 - height);
    press(&mut app, "Home");
    assert_eq!(app.location().list_top, 0);
}

#[test]
fn the_cursor_stops_at_the_first_and_at_the_last_day() {
    let mut app = reader(samples::lanes(), 80, 24);
    press(&mut app, "2");
    let range = app.document.plan().full_range.clone();
    let check = |app: &mut App, key: &str, day: i64| {
        for _ in 0..300 {
            press(app, key);
        }
        assert_eq!(scale::number(app.location().lanes.as_of), day, "{key}");
    };
    check(&mut app, "Right", range.end - 1);
    check(&mut app, "Left", range.start);
}

#[test]
fn a_press_on_a_part_of_the_filter_lifts_it_also_while_the_filter_is_open() {
    for is_open in [false, true] {
        let mut app = reader(samples::small(), 120, 40);
        press(&mut app, "c b e l g Enter");
        if is_open {
            press(&mut app, "f");
        }
        let mut chips = app.chips().iter();
        let column = chips.find(|chip| chip.part.is_some()).unwrap().x;
        let row = app.layout().unwrap().chips.unwrap().y;
        let kind = MouseKind::Press;
        app.handle(Input::Mouse(Mouse { kind, column, row }));
        assert!(app.selection().filter().is_empty(), "open: {is_open}");
        assert_eq!(app.panel().is_some(), is_open);
    }
}

#[test]
fn the_first_rows_of_the_lanes_are_shown_with_their_heading() {
    let shipped = samples::read(include_str!("../../../timeline.toml"));
    let mut app = reader(shipped, 80, 24);
    press(&mut app, "2 End");
    let rows = app.location().lanes.rows(app.document.plan()).len();
    assert!(app.location().lanes.top > 2, "{rows} rows");
    for _ in 0..rows {
        press(&mut app, "Up");
        let lanes = &app.location().lanes;
        if lanes.chosen_row(app.document.plan()) <= 2 {
            assert_eq!(lanes.top, 0);
        }
    }
    assert!(app.location().lanes.chosen_row(app.document.plan()) <= 1);
}

#[test]
fn a_day_is_brought_out_as_near_as_the_lanes_go() {
    let check = |window: &str, days: i64| {
        let mut app = reader(samples::lanes(), 80, 24);
        change(&mut app, |app| {
            cursor::bring_out(app, Some(&date(window)), None);
        });
        let shown = app.location().lanes.window(app.document.plan());
        assert!((shown.end - shown.start - days).abs() <= 1, "{shown:?}");
        let first = scale::number(date(window).earliest().unwrap());
        let last = scale::number(date(window).latest().unwrap());
        assert!(shown.contains(&first) && shown.contains(&last), "{shown:?}");
        let (before, behind) = (first - shown.start, shown.end - last);
        assert!(before.abs_diff(behind) <= 2, "{shown:?} around {window}");
    };
    check("1914-08-04", scale::CLOSEST);
    check("1914-08-04/1914-08-06", scale::CLOSEST);
    check("1914/1918", 5 * 365 + 1);
}

#[test]
fn a_press_on_a_title_chooses_it_wherever_the_ages_are_scrolled_to() {
    let mut app = reader(samples::lanes(), 80, 14);
    press(&mut app, "2 A");
    assert!(app.location().lanes.ages.shown);
    for keys in ["Home", "End"] {
        press(&mut app, keys);
        let bars = app.screen.ages.unwrap().bars;
        let top = app.location().lanes.ages.top;
        for row in 0..bars.height {
            let expected = match app.document.ages().rows().nth(top + usize::from(row)) {
                Some(AgeRow::Tenure(tenure)) => tenure.span,
                _ => continue,
            };
            let mut pressed = reader(samples::lanes(), 80, 14);
            press(&mut pressed, "2 A");
            press(&mut pressed, keys);
            pressed.handle(Input::Mouse(Mouse {
                kind: MouseKind::Press,
                column: bars.x,
                row: bars.y + row,
            }));
            let chosen = pressed.location().lanes.ages.chosen;
            assert_eq!(chosen, Some(expected), "row {row} from {top}");
        }
    }
}

#[test]
fn only_the_pinned_case_is_offered_to_be_let_go() {
    let mut app = reader(samples::cases(), 160, 24);
    let check = |app: &mut App, keys: &str, expected: &str| {
        press(app, keys);
        let hints = &app.footer().unwrap().hints;
        let word = hints.iter().find(|hint| hint.action == Action::Pin);
        assert_eq!(word.map(|hint| hint.word), Some(expected), "{keys}");
    };
    // The key after it takes the message away that says what was done.
    check(&mut app, "4 Right", "pin");
    check(&mut app, "= Down", "unpin");
    check(&mut app, "Left", "pin");
    check(&mut app, "= Down", "unpin");
    check(&mut app, "= Down", "pin");
}

#[test]
fn the_texts_of_two_cases_are_in_the_middle_together() {
    for columns in [100, 120, 161, 200, 240] {
        let mut app = reader(samples::cases(), columns, 40);
        press(&mut app, "4 Right = Left Enter");
        let layout = app.layout().unwrap();
        let (page, aside) = (layout.page.unwrap(), layout.aside.unwrap());
        assert_eq!(page.width, aside.width, "{columns} columns");
        let right = columns - aside.x - aside.width;
        assert!(
            page.x <= right + 1 && aside.x > page.x + page.width,
            "{columns}"
        );
        if page.width == 76 {
            assert!(page.x.abs_diff(right) <= 1, "{columns}: {page:?} {aside:?}");
        }
    }
}

#[test]
fn nothing_is_offered_to_be_written_that_is_not_there() {
    let offered = |app: &App| -> Vec<ExportSource> {
        let sources = export::sources(app).into_iter();
        sources.map(|(source, ..)| source).collect()
    };
    let mut app = app();
    assert_eq!(offered(&app), [ExportSource::Shown]);
    let mut filter = app.selection().filter().clone();
    filter.range.to = Some(date("1000"));
    app.set_filter(filter);
    assert!(app.selection().visible().is_empty());
    assert_eq!(offered(&app), []);
}

#[test]
fn a_tour_is_told_of_where_tours_are_chosen() {
    let mut app = reader(samples::tours(), 80, 24);
    press(&mut app, "p");
    let described = |app: &App| source::detail(app, app.picker().unwrap(), 60);
    let chosen = |app: &App| format!("{:?}", app.picker().unwrap().target());
    assert!(chosen(&app).contains("Tour"), "{}", chosen(&app));
    assert!(described(&app).is_some());
    // At the prompt the list is of everything, and each row says in a word what it is.
    press(&mut app, "Esc : p r o m i s e s");
    assert!(chosen(&app).contains("Tour"), "{}", chosen(&app));
    assert_eq!(described(&app), None);
}

#[test]
fn a_quarter_of_the_years_in_sight_comes_or_goes() {
    let mut app = reader(samples::lanes(), 80, 24);
    let window = |app: &App| app.location().lanes.window(app.document.plan());
    press(&mut app, "2 + +");
    let before = window(&app);
    let quarter = (before.end - before.start) / 4;
    for (action, moved) in [
        (Action::PanRight, quarter),
        (Action::PanRight, 2 * quarter),
        (Action::PanLeft, quarter),
    ] {
        app.perform(action);
        let expected = before.start + moved..before.end + moved;
        assert_eq!(window(&app), expected, "{action:?}");
    }
}

#[test]
fn the_help_has_what_is_for_here_first_and_the_other_views_in_their_order() {
    let headings = |keys: &str| {
        let mut app = reader(samples::tours(), 80, 24);
        press(&mut app, keys);
        press(&mut app, "?");
        let picker = app.picker().unwrap();
        let rows = picker.rows().into_iter();
        let headings = rows.filter_map(|row| match row {
            PickerRow::Heading(heading) => Some(heading),
            _ => None,
        });
        headings.collect::<Vec<_>>().join(", ")
    };
    expect_test::expect!["What is drawn, In the timeline, Moving, Following, Finding, Copying and opening, Views, Program, In the text, In the lanes, In the table of cases, In a prompt or a menu, In the filter, In the list of faults"].assert_eq(&headings(""));
    expect_test::expect!["What is drawn, In the lanes, Moving, Following, Finding, Copying and opening, Views, Program, In the timeline, In the text, In the table of cases, In a prompt or a menu, In the filter, In the list of faults"].assert_eq(&headings("2"));
    expect_test::expect!["What is drawn, In the table of cases, Moving, Following, Finding, Copying and opening, Views, Program, In the timeline, In the text, In the lanes, In a prompt or a menu, In the filter, In the list of faults"].assert_eq(&headings("4"));
}

#[test]
fn in_the_ages_the_act_that_gave_the_title_is_looked_at_until_another_of_its_events_is_selected() {
    let check = |event: &str, expected: &str| {
        let mut app = App::new(samples::lanes()).unwrap();
        app.start_at(event);
        press(&mut app, "2 A g j");
        let looked_at = ages::event(&app).unwrap();
        assert_eq!(app.timeline()[looked_at].id, expected, "{event}");
    };
    check("paris-1815", "london-1839");
    check("invasion-1914", "invasion-1914");
}

#[test]
fn an_event_is_looked_at_on_the_row_on_which_it_belongs() {
    let check = |event: &str, expected: &str| {
        let mut app = App::new(samples::lanes()).unwrap();
        app.start_at(event);
        press(&mut app, "2");
        let chosen = app.location().lanes.chosen_lane(app.document.plan());
        let name = chosen.map(|lane| app.timeline()[lane.country].name.as_str());
        assert_eq!(name, Some(expected), "{event}");
    };
    check("paris-1815", "Switzerland");
    check("london-1839", "Belgium");
    check("invasion-1914", "Belgium");
    check("denmark-1914", "Denmark");
    check("versailles-1919", "Belgium");
    check("ireland-1949", "Ireland");
    check("cambodia-1970", "Cambodia");
    check("istanbul-2022", "Ukraine");
}
