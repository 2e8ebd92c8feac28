//! Reading with the whole screen, going into the page and out of it, and the keys that hands try.

use super::*;
use crate::app::here;
use crate::app::screen::layout::Layout;

/// The reader of the small timeline at its third event, on a screen of some size.
fn reader(columns: u16, rows: u16) -> App {
    let mut app = app();
    app.handle(Input::Resize(Size { columns, rows }));
    press(&mut app, "j j");
    app
}

fn layout(app: &App) -> &Layout {
    app.layout().unwrap()
}

const SIZES: [(u16, u16); 8] = [
    (40, 12),
    (60, 18),
    (80, 24),
    (100, 30),
    (110, 40),
    (120, 40),
    (160, 45),
    (200, 60),
];

#[test]
fn enter_gives_the_text_the_screen_at_every_size_and_leads_back_to_the_very_place() {
    let (mut width, mut height) = (0, 0);
    for (columns, rows) in SIZES {
        for (keys, back) in [
            ("Enter", "Enter"),
            ("Enter", "Esc"),
            ("Enter J J Down", "Esc"),
            ("Enter", "q"),
        ] {
            let mut app = reader(columns, rows);
            let before = app.location().clone();
            press(&mut app, keys);
            let what = format!("{keys} on {columns}x{rows}");
            let shown = layout(&app);
            assert_eq!(
                (shown.list, shown.rule, shown.aside_rule),
                (None, None, None),
                "{what}"
            );
            let page = shown.page.expect(&what);
            assert!(
                page.width <= 76 && page.width >= width && page.height >= height,
                "{what}"
            );
            if shown.aside.is_none() {
                let right = columns - page.x - page.width;
                assert!(right.abs_diff(page.x) <= 1, "{what}: {page:?}");
            }
            (width, height) = (page.width, page.height);
            press(&mut app, back);
            let after = app.location();
            assert_eq!(
                (after.pane, after.whole_page),
                (Pane::List, false),
                "{what} {back}"
            );
            assert_eq!(after.page, before.page, "{what} {back}");
            assert_eq!(
                (after.list_top, &after.selection),
                (before.list_top, &before.selection)
            );
        }
    }
}

#[test]
fn a_page_beside_or_under_its_list_is_wide_enough_to_read() {
    for columns in 80..=220 {
        for view in ["1", "3"] {
            let mut app = reader(columns, 40);
            press(&mut app, view);
            let page = layout(&app).page.unwrap();
            assert!(
                (46..=76).contains(&page.width),
                "{view} at {columns}: {page:?}"
            );
        }
    }
}

#[test]
fn a_text_goes_on_where_it_was_left() {
    let mut app = reader(60, 14);
    press(&mut app, "Enter J");
    let read = app.location().page;
    press(&mut app, "Esc Enter");
    assert_eq!(app.location().page, read);
}

#[test]
fn a_claim_is_read_from_its_beginning_and_its_events_are_gone_to_with_tab() {
    let mut app = reader(80, 24);
    press(&mut app, "3 Enter");
    assert_eq!((app.location().page.top, app.chosen_link()), (0, None));
    press(&mut app, "Enter");
    assert_eq!(
        (app.location().view, app.location().pane),
        (View::Article, Pane::List)
    );
    press(&mut app, "Tab");
    assert!(matches!(
        app.chosen_link(),
        Some(crate::page::Link::Event(_))
    ));
}

#[test]
fn a_text_that_is_scrolled_past_its_title_is_named_over_it() {
    let mut app = reader(80, 20);
    press(&mut app, "Enter");
    assert_eq!(app.running_head(), None);
    press(&mut app, "G");
    let head = app.running_head();
    assert!(layout(&app).running_head.is_some() && app.location().page.top > 0);
    assert_eq!(
        head.as_deref(),
        Some("Treaties of London: Belgium neutralised, 1839")
    );
}

#[test]
fn tab_leaves_the_list_beside_the_page() {
    let mut app = reader(120, 40);
    press(&mut app, "Tab");
    assert!(layout(&app).list.is_some() && app.location().pane == Pane::Page);
    press(&mut app, "Tab");
    assert_eq!(app.location().pane, Pane::List);
}

#[test]
fn what_is_gone_to_from_a_page_leads_back_to_it() {
    let mut app = reader(120, 40);
    press(&mut app, "Enter");
    let mut found = false;
    for _ in 0..40 {
        press(&mut app, "Down");
        found |= matches!(app.chosen_link(), Some(crate::page::Link::Passage(_)));
        if found {
            break;
        }
    }
    let there = app.location().clone();
    assert!(found && there.whole_page);
    press(&mut app, "Enter");
    assert_eq!(app.location().view, View::Article);
    press(&mut app, "Backspace");
    assert_eq!(*app.location(), there);
}

#[test]
fn where_no_page_is_in_sight_reading_on_opens_it() {
    let mut app = reader(60, 14);
    assert!(layout(&app).page.is_none());
    press(&mut app, "J");
    assert!(app.location().whole_page && layout(&app).page.is_some());
    press(&mut app, "J J K Esc");
    assert_eq!(app.location().pane, Pane::List);
}

#[test]
fn h_and_l_lead_into_the_text_and_out_of_it() {
    let check = |keys: &str, expected: Pane| {
        let mut app = reader(120, 40);
        press(&mut app, keys);
        assert_eq!(app.location().pane, expected, "{keys}");
    };
    check("l", Pane::Page);
    check("Right", Pane::Page);
    check("l h", Pane::List);
    check("Enter h", Pane::List);
    check("3 l", Pane::Page);
    check("3 l Left", Pane::List);
    check("Ctrl-W l", Pane::Page);
    check("Ctrl-W w", Pane::Page);
    check("Ctrl-W w Ctrl-W h", Pane::List);
}

#[test]
fn the_list_scrolls_under_what_is_selected_and_takes_it_along_at_the_edge() {
    let mut app = reader(60, 14);
    let top = app.location().list_top;
    press(&mut app, "Ctrl-Y");
    assert_eq!(
        (app.location().list_top, selected(&app)),
        (top, "london-1839")
    );
    let mut tops = Vec::new();
    for _ in 0..20 {
        press(&mut app, "Ctrl-E");
        tops.push(app.location().list_top);
    }
    assert!(tops.is_sorted(), "{tops:?}");
    let last = app.rows().len() - usize::from(layout(&app).list.unwrap().height);
    assert_eq!(app.location().list_top, last);
    press(&mut app, "g j j j j z z");
    let (row, height) = (
        app.selected_row().unwrap(),
        layout(&app).list.unwrap().height,
    );
    assert_eq!(
        app.location().list_top,
        row.saturating_sub(usize::from(height) / 2).min(last)
    );
}

#[test]
fn a_key_searches_for_what_the_event_is_about() {
    let mut app = reader(120, 40);
    press(&mut app, "#");
    assert_eq!(app.words(), ["belgium"], "{:?}", app.message());
    assert_eq!(selected(&app), "invasion-1914");
}

#[test]
fn lines_that_hands_type_elsewhere_are_understood() {
    for line in ["q", "q!", "wq", "qa", "x"] {
        let mut app = reader(80, 24);
        press(&mut app, ":");
        app.handle(Input::Paste(line.to_owned()));
        let effect = app.handle(Input::Key(Key::plain(Code::Enter)));
        assert_eq!(effect, Effect::Quit, "{line}");
    }
    for line in ["w", "w!", "wa", "write"] {
        let mut app = reader(80, 24);
        press(&mut app, ":");
        app.handle(Input::Paste(line.to_owned()));
        press(&mut app, "Enter");
        let message = app.message().unwrap_or_default();
        assert!(
            message.starts_with("nothing is to be saved"),
            "{line}: {message}"
        );
        assert!(message.len() <= 58, "{message}");
    }
    let mut app = reader(80, 24);
    press(&mut app, "# :");
    app.handle(Input::Paste("noh".to_owned()));
    press(&mut app, "Enter");
    assert!(app.matches().is_none());
    press(&mut app, ":");
    app.handle(Input::Paste("noh".to_owned()));
    assert_eq!(
        app.handle(Input::Key(Key::plain(Code::Enter))),
        Effect::Draw
    );
}

#[test]
fn the_theme_follows_the_terminal_until_one_is_chosen() {
    use crate::app::Theme;
    use crate::app::input::Background;
    let mut app = app();
    let check = |app: &mut App, background, expected: Theme| {
        app.handle(Input::Background(background));
        assert_eq!(app.setup.theme, expected);
    };
    check(&mut app, Background::Light, Theme::Dark);
    app.setup.follows_terminal = true;
    check(&mut app, Background::Light, Theme::Light);
    check(&mut app, Background::Dark, Theme::Dark);
    press(&mut app, "T T");
    check(&mut app, Background::Dark, Theme::Mono);
}

#[test]
fn at_a_stop_an_event_is_meant_where_the_stop_shows_events() {
    let mut app = super::reader(samples::tours(), 80, 60);
    press(&mut app, "p Enter");
    let mut meant = Vec::new();
    for _ in 0..4 {
        let event = here::event(&app).map(|event| app.timeline()[event].id.as_str());
        meant.push(format!("{:?} {event:?}", app.location().view));
        press(&mut app, "Space");
    }
    // The link that is chosen at the last one leads to an event.
    let expected = [
        "Timeline Some(\"vienna-1815\")",
        "Lanes Some(\"invasion-1914\")",
        "Article None",
        "Cases Some(\"vienna-1815\")",
    ];
    assert_eq!(meant, expected);
}
