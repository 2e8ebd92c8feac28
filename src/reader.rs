//! The reader on a real terminal: where `app` and `ui` meet `terminal`.

use std::io;

use crate::app::input::{Effect, Input};
use crate::app::{App, Theme};
use crate::terminal::{self, Background, Exit, Options, Program};
use crate::text;
use crate::ui::{self, theme::Depth};

struct Reader {
    app: App,
    depth: Depth,
}

impl Program for Reader {
    fn handle(&mut self, input: Input) -> Effect {
        self.app.handle(input)
    }

    fn hear(&mut self, fault: String) {
        self.app.say(text::clean(&fault));
    }

    fn draw(&self, frame: &mut ratatui::Frame) {
        if let Some(cursor) = ui::draw(&self.app, self.depth, frame.buffer_mut()) {
            frame.set_cursor_position(cursor);
        }
    }
}

/// Runs the reader until it is left; the answer is the exit status.
pub fn run(mut app: App) -> io::Result<u8> {
    app.can_copy = terminal::takes_copies();
    let mouse = app.mouse;
    let mut reader = Reader {
        app,
        depth: depth(),
    };
    match terminal::run(&mut reader, &Options { mouse })? {
        Exit::Quit => Ok(0),
        // As shells count: 128 and the number of the signal.
        Exit::Signal(signal) => Ok(128_u8.saturating_add(u8::try_from(signal).unwrap_or(0))),
    }
}

/// Light on a light terminal, dark on a dark one, and on one that does not answer.
pub fn theme_of_the_terminal() -> Theme {
    match terminal::background() {
        Some(Background::Light) => Theme::Light,
        Some(Background::Dark) | None => Theme::Dark,
    }
}

/// How many colours the terminal says that it has.
pub fn depth() -> Depth {
    let variable = |name: &str| std::env::var(name).unwrap_or_default().to_lowercase();
    let (colorterm, term) = (variable("COLORTERM"), variable("TERM"));
    if colorterm.contains("truecolor") || colorterm.contains("24bit") || term.contains("direct") {
        Depth::True
    } else if term.contains("256") {
        Depth::Indexed
    } else {
        Depth::Sixteen
    }
}
