//! Where everything stands, on screens of many sizes and with everything open that can be.

use super::{app, press};
use crate::app::App;
use crate::app::input::{Input, Size};
use crate::app::picker::PickerRow;
use crate::app::screen::layout::Area;
use crate::app::screen::table::HEADER;
use crate::timeline::samples;

/// Screens from the smallest to a wide one, at the widths and heights where parts come and go.
fn sizes() -> impl Iterator<Item = Size> {
    let columns = [40, 52, 60, 72, 80, 104, 110, 160, 240];
    let rows = [12, 14, 18, 20, 24, 40, 60];
    let size = move |columns| rows.map(|rows| Size { columns, rows });
    columns.into_iter().flat_map(size)
}

/// Looks at a reader, at which keys were pressed, on a screen of every size.
fn on_every_screen(keys: &[&str], look: impl Fn(&App, Size, &str)) {
    for keys in keys {
        let mut app = App::new(samples::cases()).unwrap();
        press(&mut app, keys);
        for size in sizes() {
            app.handle(Input::Resize(size));
            let what = format!("{keys} on {}x{}", size.columns, size.rows);
            look(&app, size, &what);
        }
    }
}

#[track_caller]
fn lies_in(inner: Area, outer: Area, what: &str) {
    let fits = inner.x >= outer.x
        && inner.y >= outer.y
        && inner.x + inner.width <= outer.x + outer.width
        && inner.y + inner.height <= outer.y + outer.height;
    assert!(
        fits && inner.width > 0 && inner.height > 0,
        "{what}: {inner:?} in {outer:?}"
    );
}

/// The full screen.
fn full_area(size: Size) -> Area {
    let (x, y) = (0, 0);
    let (width, height) = (size.columns, size.rows);
    Area {
        x,
        y,
        width,
        height,
    }
}

#[test]
fn a_popup_lies_on_the_screen_with_its_rows_and_hints_in_it_and_the_chosen_row_in_sight() {
    on_every_screen(
        &[
            "?",
            "? End",
            "? PgDn PgDn PgDn",
            "c",
            "c Down Down",
            "c x y z",
            ":",
            ": e Down Down",
            ": PgDn",
        ],
        |app, size, what| {
            let (popup, picker) = (app.popup().unwrap(), app.picker().unwrap());
            lies_in(popup.outer, full_area(size), what);
            lies_in(popup.inner, popup.outer, what);
            lies_in(popup.items, popup.inner, what);
            for hint in &popup.hints {
                lies_in(hint.area, popup.inner, what);
                assert!(hint.area.y >= popup.items.y + popup.items.height, "{what}");
            }
            let rows = picker.rows();
            let chosen = picker
                .position()
                .and_then(|at| rows.iter().position(|row| *row == PickerRow::Item(at)));
            if let Some(chosen) = chosen {
                let in_sight = popup.top..popup.top + usize::from(popup.items.height);
                assert!(
                    in_sight.contains(&chosen),
                    "{what}: row {chosen} of {in_sight:?}"
                );
                let y = popup.items.y + (chosen - popup.top) as u16;
                assert_eq!(popup.row_at(popup.items.x, y), Some(chosen), "{what}");
            }
            assert_eq!(popup.row_at(popup.items.x, popup.outer.y), None, "{what}");
        },
    );
}

#[test]
fn the_parts_of_the_header_and_of_the_footer_stand_one_after_another() {
    on_every_screen(&["", "Enter", "2", "3", "4", "4 d", "f"], |app, _, what| {
        let (header, footer) = (app.header().unwrap(), app.footer().unwrap());
        let mut end = header.title.x + header.title.width;
        for tab in &header.tabs {
            assert!(tab.area.x >= end, "{what}: {header:?}");
            end = tab.area.x + tab.area.width;
        }
        assert!(end <= header.help.x, "{what}: {header:?}");
        lies_in(header.help, app.layout().unwrap().header, what);
        let mut end = 0;
        for hint in &footer.hints {
            assert!(hint.area.x > end, "{what}: {footer:?}");
            end = hint.area.x + hint.area.width;
        }
        assert!(
            end <= footer.room && footer.room < footer.shown.0,
            "{what}: {footer:?}"
        );
    });
}

#[test]
fn the_panel_of_facets_lies_beside_what_it_leaves_of_the_view() {
    on_every_screen(&["f", "2 f", "3 f", "4 f"], |app, _, what| {
        let (layout, panel) = (app.layout().unwrap(), app.panel_layout().unwrap());
        lies_in(panel.frame, layout.panes, what);
        lies_in(panel.title, panel.frame, what);
        lies_in(panel.facets, panel.frame, what);
        lies_in(panel.values, panel.frame, what);
        assert!(
            panel.facets.x + panel.facets.width < panel.values.x,
            "{what}"
        );
        if let (Some(body), Some(rule)) = (layout.body, panel.rule) {
            let beside = body.x + body.width <= rule.x;
            let above = body.y + body.height <= rule.y;
            assert!(beside || above, "{what}: {body:?} {rule:?}");
        }
    });
}

#[test]
fn the_table_of_cases_has_its_columns_and_the_chosen_cell_in_sight() {
    on_every_screen(
        &["4", "4 End", "4 G", "4 = End", "4 End ="],
        |app, _, what| {
            let (table, cases) = (app.table().unwrap(), &app.location().cases);
            lies_in(table.area, app.layout().unwrap().panes, what);
            assert!(
                table.x_of(cases.case.unwrap()).is_some(),
                "{what}: {table:?}"
            );
            let row = table.row_of(cases.aspect).unwrap();
            let in_sight = cases.top..cases.top + table.height();
            assert!(in_sight.contains(&row), "{what}: row {row} of {in_sight:?}");
            for pair in table.columns.windows(2) {
                assert!(pair[0].x + table.column <= pair[1].x, "{what}: {table:?}");
            }
            let y = table.area.y + HEADER + (row - cases.top) as u16;
            let x = table.x_of(cases.case.unwrap()).unwrap();
            assert_eq!(
                table.at(cases.top, x, y),
                (Some(cases.aspect), cases.case),
                "{what}"
            );
        },
    );
}

#[test]
fn the_strip_of_years_lies_between_the_first_and_the_last() {
    on_every_screen(&["", "3"], |app, size, what| {
        let line = app.layout().unwrap().overview;
        let (Some(line), Some((bars, axis))) = (line, app.overview_cells()) else {
            return assert!(size.rows < 20, "{what}");
        };
        lies_in(bars, line, what);
        assert_eq!(axis.columns(), bars.width, "{what}");
    });
}

#[test]
fn what_stands_where_is_worked_out_once_an_input() {
    let mut app = app();
    let header: *const _ = app.header().unwrap();
    let footer: *const _ = app.footer().unwrap();
    let page: *const _ = app.page();
    assert!(std::ptr::eq(header, app.header().unwrap()));
    assert!(std::ptr::eq(footer, app.footer().unwrap()));
    assert!(std::ptr::eq(page, app.page()));
    assert!(app.popup().is_none() && app.panel_layout().is_none() && app.table().is_none());
    press(&mut app, "2");
    assert!(app.lanes_layout().is_some() && app.layout().unwrap().list.is_none());
    press(&mut app, "?");
    assert!(app.popup().is_some());
    press(&mut app, "Esc 1");
    assert!(app.popup().is_none() && app.lanes_layout().is_none());
}

#[test]
fn a_message_takes_the_room_of_the_hints_until_it_is_taken_away() {
    let mut app = app();
    assert!(!app.footer().unwrap().hints.is_empty());
    app.say("something");
    assert!(app.footer().unwrap().hints.is_empty());
    app.take_message();
    assert!(!app.footer().unwrap().hints.is_empty());
}

#[test]
fn nothing_stands_anywhere_on_a_screen_that_is_too_small() {
    for (columns, rows) in [(39, 12), (40, 11), (0, 0), (1, 1)] {
        let mut app = app();
        press(&mut app, "2 ?");
        app.handle(Input::Resize(Size { columns, rows }));
        assert!(app.layout().is_none() && app.popup().is_none() && app.header().is_none());
        assert!(app.chips().is_empty() && app.footer().is_none());
    }
}

#[test]
fn a_message_that_would_take_half_a_screen_keeps_its_reason() {
    let path = "folder/".repeat(600);
    let message = format!("nothing was kept: cannot write '/{path}': the disk is full");
    for size in sizes() {
        let mut app = app();
        app.handle(Input::Resize(size));
        app.say(message.as_str());
        let rows = app.footer().unwrap().message.clone();
        let what = format!("{}x{}: {rows:?}", size.columns, size.rows);
        assert!(rows.len() <= usize::from(size.rows / 2) + 1, "{what}");
        let text = rows.join(" ");
        assert!(text.starts_with("nothing was kept: cannot"), "{what}");
        assert!(text.ends_with("the disk is full"), "{what}");
    }
}
