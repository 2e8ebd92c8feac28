//! A reader without a terminal: keys in, rows of the screen out.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use expect_test::Expect;
use neutrality::app::App;
use neutrality::app::input::{Code, Input, Key, Size};
use neutrality::timeline::{Timeline, load};
use neutrality::ui::picture;
use neutrality::ui::{self, theme::Depth};
use ratatui::buffer::Buffer;

use super::snapshot::transcript;

/// A timeline without errors, read from its text.
pub fn loaded(source: &str) -> Timeline {
    let loaded = load::read("test", source.as_bytes().to_vec());
    loaded
        .timeline
        .unwrap_or_else(|| panic!("{}", loaded.report.render(false, false)))
}

/// A timeline without errors. A source that many tests share is read once.
pub fn timeline(source: &str) -> Timeline {
    static READ: Mutex<BTreeMap<String, &'static [u8]>> = Mutex::new(BTreeMap::new());
    let mut known = READ.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(packed) = known.get(source) {
        return load::unpack(packed).expect("what was packed");
    }
    let timeline = loaded(source);
    let packed = load::pack(&timeline).expect("a timeline can be packed");
    known.insert(source.to_owned(), packed.leak());
    timeline
}

/// The reader on a timeline, at a size.
pub fn open(source: &str, columns: u16, rows: u16) -> App {
    let mut app = App::new(timeline(source)).expect("a timeline with events");
    app.handle(Input::Resize(Size { columns, rows }));
    app
}

/// Presses keys, parted by spaces; a word that is no key's name is typed letter by letter.
pub fn press(app: &mut App, keys: &str) {
    for word in keys.split_whitespace() {
        match Key::named(word) {
            Some(key) => {
                app.handle(Input::Key(key));
            }
            None => {
                for letter in word.chars() {
                    app.handle(Input::Key(Key::plain(Code::Char(letter))));
                }
            }
        }
    }
}

pub fn buffer(app: &App) -> Buffer {
    let mut buffer = Buffer::empty(ui::screen(app));
    ui::draw(app, Depth::True, &mut buffer);
    buffer
}

/// The screen as text, each row without spaces at its end.
pub fn screen(app: &App) -> String {
    picture::text(&buffer(app))
}

/// The id of the selected event.
pub fn selected(app: &App) -> &str {
    &app.timeline()[app.selection().selected()].id
}

/// Compares the screen after some keys with the one that a test holds under its size and the keys.
pub fn shows(source: &str, columns: u16, rows: u16, keys: &str, expected: Expect) {
    let mut app = open(source, columns, rows);
    press(&mut app, keys);
    transcript(&format!("{columns}x{rows} {keys}"), &screen(&app), expected);
}
