//! While a file is being read: what it is called, how far that is, and how one leaves.

use ratatui::buffer::Buffer;

use super::canvas::Canvas;
use super::theme::{Depth, Styles};
use crate::app::Theme;
use crate::app::colours::Colours;
use crate::text;
use crate::words::fill;

/// What is shown of a file that is not read yet.
#[derive(Debug)]
pub struct WaitingScreen<'w> {
    /// The file, as the person called it.
    pub name: &'w str,
    /// The key that leaves.
    pub quit: &'w str,
    /// Which colours are used.
    pub theme: Theme,
    /// What was chosen in place of the theme's own colours.
    pub colours: &'w Colours,
    /// Whether only ASCII may be drawn.
    pub ascii: bool,
}

impl WaitingScreen<'_> {
    /// Draws it with what is to be said now: the file where the timeline's title will stand, the way out where the
    /// help will.
    pub fn draw(&self, words: &str, depth: Depth, buffer: &mut Buffer) {
        let styles = Styles::with(self.theme, depth, self.colours);
        let mut canvas = Canvas::new(buffer, self.ascii);
        let width = canvas.width();
        let leave = fill("{0} quits", &[&self.quit]);
        let right = width.saturating_sub(2);
        let x = canvas.put_right(right, 0, &leave, styles.dim());
        canvas.put(x, 0, text::columns(self.quit), self.quit, styles.accent());
        let room = x.saturating_sub(3);
        canvas.put(1, 0, room, &text::clean(self.name), styles.strong());
        canvas.put(1, 2, width.saturating_sub(2), words, styles.plain());
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;

    use super::*;

    #[test]
    fn the_file_and_the_way_out_stand_over_how_far_it_is() {
        let check = |name: &str, columns: u16, ascii: bool, expected: [&str; 3]| {
            let mut buffer = Buffer::empty(Rect::new(0, 0, columns, 4));
            let screen = WaitingScreen {
                name,
                quit: "q",
                theme: Theme::Dark,
                colours: &Colours::default(),
                ascii,
            };
            screen.draw("reading, 43 %, 431,221 events", Depth::True, &mut buffer);
            let row = |y: u16| -> String {
                let cells = (0..columns).map(|x| buffer[(x, y)].symbol());
                cells.collect::<String>().trim_end().to_owned()
            };
            assert_eq!([row(0), row(1), row(2)], expected);
        };
        check(
            "wars.toml",
            36,
            false,
            [
                " wars.toml                 q quits",
                "",
                " reading, 43 %, 431,221 events",
            ],
        );
        check(
            "a/long/way/to/wars\u{1b}.toml",
            24,
            false,
            [" a/long/way/…  q quits", "", " reading, 43 %, 431,22…"],
        );
        check(
            "a/long/way/to/wars.toml",
            24,
            true,
            [" a/long/way/~  q quits", "", " reading, 43 %, 431,22~"],
        );
    }
}
