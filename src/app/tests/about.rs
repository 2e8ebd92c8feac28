//! The row of the timeline as a whole: how one comes to it and from it, and that nothing about an event is done there.

use super::*;
use crate::app::here::BEFORE_EVENTS;

/// The reader on that row, of the small timeline or of the one with tours.
fn before_events() -> App {
    let mut app = app();
    app.start_before_events();
    app
}

fn with_tours() -> App {
    let mut app = App::new(samples::tours()).unwrap();
    let (columns, rows) = (120, 40);
    app.handle(Input::Resize(Size { columns, rows }));
    app.start_before_events();
    app
}

/// "before" on the row, else the selected event; with the view where that is another.
fn place(app: &App) -> String {
    let place = match app.location.is_before_events() {
        true => "before",
        false => selected(app),
    };
    match app.location.view {
        View::Timeline => place.to_owned(),
        view => format!("{view:?} {place}"),
    }
}

#[test]
fn the_row_is_the_first_of_the_list_and_no_event() {
    let check = |keys: &str, expected: &str| {
        let mut app = before_events();
        press(&mut app, keys);
        assert_eq!(place(&app), expected, "after {keys}");
        assert_eq!(app.selection().visible().len(), 9, "after {keys}");
    };
    check("", "before");
    check("Up", "before");
    check("Down", "vienna-1815");
    check("Down Up", "before");
    check("Down Down", "belgium-1831");
    check("End Home", "before");
    check("G g", "before");
    check("}", "vienna-1815");
    check("w", "occupation-1914");
    check("]", "vienna-1815");
    check("[", "before");
    check("3 1", "before");
    check("2 w 1", "occupation-1914");
    check("/ l u x e m Enter", "london-1867");
    check("/ x y z z y Enter", "before");
    check("/ l u x e m Esc", "before");
    check("Enter q", "before");
    check("Down : a b o u t Enter", "before");
    check("Down : a b o u t Enter Backspace", "vienna-1815");
}

#[test]
fn a_filter_asks_for_events_and_the_row_comes_back_without_one() {
    let mut app = before_events();
    press(&mut app, "c b e l g Esc");
    assert_eq!(place(&app), "before");
    press(&mut app, "c b e l g Enter g");
    assert_eq!(place(&app), "belgium-1831");
    press(&mut app, "x g");
    assert_eq!(place(&app), "before");
    press(&mut app, "c b e l g Enter : h o m e Enter");
    assert_eq!(
        (place(&app).as_str(), app.selection().visible().len()),
        ("before", 9)
    );
    press(&mut app, "Backspace");
    assert_eq!(app.selection().visible().len(), 4);
}

#[test]
fn what_is_about_an_event_says_that_this_is_none() {
    for keys in ["y y", "y t", "y i", "a", "s", "o"] {
        let mut app = before_events();
        press(&mut app, keys);
        let found = (place(&app), app.message());
        assert_eq!(found, ("before".to_owned(), Some(BEFORE_EVENTS)), "{keys}");
    }
}

#[test]
fn space_walks_the_first_tour_and_links_lead_into_the_timeline() {
    let mut app = with_tours();
    press(&mut app, "Space");
    assert_eq!(app.tour().map(|(_, at)| at), Some(0));
    press(&mut app, "Backspace");
    assert_eq!(
        (place(&app).as_str(), app.tour().is_none()),
        ("before", true)
    );
    let follow = |link: usize| {
        let mut app = with_tours();
        app.location.pane = Pane::Page;
        app.choose(link);
        app
    };
    // The article, two tours, the signs, and three lines that `:` understands.
    assert_eq!(follow(0).location.view, View::Article);
    assert_eq!(
        follow(2).tour().map(|(tour, _)| tour.id.clone()).as_deref(),
        Some("one-stop")
    );
    assert!(follow(3).picker().is_some());
    assert_eq!(follow(4).location.view, View::Lanes);
    assert_eq!(follow(5).location.view, View::Article);
    assert_eq!(follow(6).selection().visible().len(), 2);
}

#[test]
fn without_tours_space_turns_the_page() {
    let mut app = before_events();
    press(&mut app, "Space");
    assert_ne!(place(&app), "before");
}

#[test]
fn a_press_on_the_row_selects_it_and_one_on_the_first_event_that() {
    let mut app = before_events();
    let list = app.layout().and_then(|layout| layout.list).unwrap();
    let mut click = |row: u16| {
        let mouse = crate::app::input::Mouse {
            kind: crate::app::input::MouseKind::Press,
            column: list.x + 20,
            row: list.y + row,
        };
        assert_eq!(app.handle(Input::Mouse(mouse)), Effect::Draw);
        (place(&app), app.location.pane)
    };
    // The rows are the timeline and the first event.
    assert_eq!(click(1), ("vienna-1815".to_owned(), Pane::List));
    assert_eq!(click(0), ("before".to_owned(), Pane::List));
    assert_eq!(click(0), ("before".to_owned(), Pane::Page));
}

#[test]
fn a_key_that_means_nothing_here_says_where_it_does() {
    let check = |view: View, key: &str, expected: &str| {
        let mut app = App::new(samples::cases()).unwrap();
        app.perform(Action::Show(view));
        press(&mut app, key);
        assert_eq!(app.message(), Some(expected), "{key}");
    };
    check(
        View::Timeline,
        "+",
        "+ works in the lanes: closer, down to a month; 2 leads there",
    );
    check(
        View::Timeline,
        "Left",
        "← works in the lanes: earlier; 2 leads there",
    );
    check(
        View::Lanes,
        "d",
        "d works in the table of cases: only the questions in which the cases differ, or all; 4 leads there",
    );
    check(
        View::Article,
        "w",
        "w works in the timeline: next violation of a neutrality; 1 leads there",
    );
    check(View::Timeline, "u", "u means nothing; ? lists every key");
}
