//! What lies over the panes: which keys it takes, what is typed into it, and how it goes away.

use super::*;
use crate::app::keys::Context;
use crate::app::overlay::{Overlay, TextViewer};
use crate::app::picker::help;

#[test]
fn an_overlay_takes_the_keys_and_esc_gives_them_back() {
    let check = |keys: &str, expected: Context| {
        let mut app = app();
        press(&mut app, keys);
        assert_eq!(app.context(), expected, "after {keys}");
        press(&mut app, "Esc");
        if app.overlay.is_some() {
            press(&mut app, "Esc");
        }
        assert_eq!(app.context(), Context::List, "after {keys} and Esc");
        assert_eq!(selected(&app), "vienna-1815", "after {keys} and Esc");
    };
    check("", Context::List);
    check("/", Context::Prompt);
    check("/ t r e a t y", Context::Prompt);
    check(":", Context::Prompt);
    check("f", Context::Filter);
    check("f /", Context::Prompt);
    check("?", Context::Menu);
    check("c", Context::Menu);
}

#[test]
fn what_is_pasted_goes_into_the_prompt_and_nowhere_else() {
    let check = |keys: &str, pasted: &str, expected: &str, message: Option<&str>| {
        let mut app = app();
        press(&mut app, keys);
        app.handle(Input::Paste(pasted.to_owned()));
        assert_eq!(
            (selected(&app), app.message()),
            (expected, message),
            "{keys} {pasted}"
        );
    };
    let nowhere = "pasted text goes into a prompt: press / or : first";
    check("/", "luxembourg", "london-1867", None);
    check("", "q", "vienna-1815", Some(nowhere));
    check("f", "q", "vienna-1815", None);
}

#[test]
fn a_search_goes_to_the_first_match_from_where_it_began() {
    let check = |from: &str, text: &str, expected: &str| {
        let mut app = app();
        app.start_at(from);
        press(&mut app, "/");
        for letter in text.chars() {
            app.handle(Input::Key(Key::plain(Code::Char(letter))));
        }
        assert_eq!(selected(&app), expected, "{text} from {from}");
    };
    check("vienna-1815", "luxembourg", "london-1867");
    check("invasion-1914", "luxembourg", "versailles-1919");
    check("repeal-2014", "luxembourg", "london-1867");
    check("occupation-1914", "belgium", "invasion-1914");
    check("occupation-1914", "xyzzy", "occupation-1914");
}

#[test]
fn a_text_is_wrapped_and_scrolls_no_further_than_its_last_line() {
    let size = |columns, rows| Size { columns, rows };
    assert_eq!(TextViewer::columns(size(40, 12)), 34);
    assert_eq!(TextViewer::columns(size(200, 60)), 96);
    assert_eq!(TextViewer::columns(size(3, 3)), 0);
    let mut viewer = TextViewer {
        title: "Title".to_owned(),
        text: "one two three\nfour".to_owned(),
        is_address: false,
        top: 0,
    };
    assert_eq!(viewer.lines(8), ["one two", "three", "four"]);
    let check = |viewer: &mut TextViewer, by: isize, expected: usize| {
        viewer.step(by, size(14, 12));
        assert_eq!(viewer.top, expected, "by {by}");
    };
    check(&mut viewer, -1, 0);
    check(&mut viewer, 1, 1);
    check(&mut viewer, isize::MAX, 2);
    check(&mut viewer, isize::MIN, 0);
}

#[test]
fn the_help_lists_every_key_and_those_of_this_context_first() {
    let mut app = app();
    let rows = app.setup.keymap.bindings().len();
    press(&mut app, "?");
    let Some(Overlay::Picker(picker)) = &app.overlay else {
        panic!("the help is not open");
    };
    // Before the keys stands the row that leads to the signs and words.
    assert_eq!(picker.matches().len(), rows + 1);
}

#[test]
fn a_row_of_the_help_is_run_here_or_in_the_view_that_has_it() {
    let mut app = app();
    let check = |app: &App, action: Action, expected: Option<Context>| {
        let bindings = app.setup.keymap.bindings();
        let binding = bindings.iter().find(|binding| binding.action == action);
        assert_eq!(
            help::context_of(app, binding.unwrap()),
            expected,
            "{action:?}"
        );
    };
    check(&app, Action::Down, Some(Context::List));
    check(&app, Action::ZoomIn, Some(Context::Lanes));
    // This timeline has no cases, and marks are made in a menu.
    check(&app, Action::Pin, None);
    check(&app, Action::Mark, None);
    app.perform(Action::Show(View::Lanes));
    check(&app, Action::Down, Some(Context::Lanes));
}

#[test]
fn the_help_turns_its_pages_finds_signs_and_says_where_it_finds_nothing() {
    let open = |keys: &str| {
        let mut app = app();
        press(&mut app, &format!("? {keys}"));
        app
    };
    let first_row_in_sight = |app: &App| app.popup().unwrap().top;
    let app = open("");
    let height = usize::from(app.popup().unwrap().items.height);
    assert_eq!(first_row_in_sight(&app), 0);
    let turned = first_row_in_sight(&open("PgDn"));
    assert!(
        turned + 3 >= height && turned <= height,
        "{turned} of {height}"
    );
    let app = open("End");
    let picker = app.picker().unwrap();
    assert_eq!(picker.position(), Some(picker.matches().len() - 1));
    assert_eq!(first_row_in_sight(&open("End Home")), 0);
    let app = open("╎");
    let chosen = app.picker().unwrap().chosen().unwrap();
    let label = chosen.label.as_ref().unwrap();
    assert_eq!(label.title, "after a violation");
    let app = open("x y z z y");
    let picker = app.picker().unwrap();
    assert_eq!(picker.matches().len(), 0);
    assert!(picker.nothing_found().starts_with("no key does that"));
}
