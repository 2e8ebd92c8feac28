//! What the actions of the reader lead to, function by function; whole screens are looked at by `tests/it`.

mod about;
mod every_page;
mod filtering;
mod navigation;
mod overlays;
mod places;
mod reading;
mod screen;
mod views;
mod walks;

use super::action::Action;
use super::input::{Code, Effect, Input, Key, Size};
use super::{App, Pane, View};
use crate::timeline::{EventId, HistoricDate, Timeline, samples};

/// The reader of a timeline, on a screen of some size.
fn reader(timeline: Timeline, columns: u16, rows: u16) -> App {
    let mut app = App::new(timeline).unwrap();
    app.handle(Input::Resize(Size { columns, rows }));
    app
}

/// The reader of the small timeline, on a common screen.
fn app() -> App {
    reader(samples::small(), 80, 24)
}

/// Changes the state as an input does.
fn change(app: &mut App, change: impl FnOnce(&mut App)) {
    app.update(|app| {
        change(app);
        Effect::Draw
    });
}

/// Presses keys by their names, parted by spaces.
fn press(app: &mut App, keys: &str) {
    for key in keys.split_whitespace() {
        app.handle(Input::Key(Key::named(key).unwrap()));
    }
}

fn selected(app: &App) -> &str {
    &app.timeline()[app.selection().selected()].id
}

fn event(app: &App, id: &str) -> EventId {
    app.timeline().event_called(id).unwrap()
}

fn date(written: &str) -> HistoricDate {
    HistoricDate::parse(written).unwrap()
}
