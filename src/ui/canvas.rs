//! A sheet of cells to write on: everything drawn goes through here, clipped to the screen.
//!
//! With `--ascii` glyphs and typography are replaced on their way, each by one that is as wide; letters of any script stay.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::hyperlink::Hyperlink;
use crate::app::screen::layout::Area;
use crate::page::glyphs::ascii::in_ascii;
use crate::text::{self, fold::find_all};

pub struct Canvas<'b> {
    buffer: &'b mut Buffer,
    ascii: bool,
    links: Vec<Hyperlink>,
}

impl<'b> Canvas<'b> {
    pub fn new(buffer: &'b mut Buffer, ascii: bool) -> Self {
        Canvas {
            buffer,
            ascii,
            links: Vec::new(),
        }
    }

    /// Makes cells that are written already a link to an address.
    pub fn link(&mut self, x: u16, y: u16, width: u16, address: &str) {
        self.links.push(Hyperlink {
            x,
            y,
            width,
            address: address.to_owned(),
        });
    }

    /// The links that nothing has covered.
    pub fn into_links(self) -> Vec<Hyperlink> {
        self.links
    }

    /// Writes text into at most `width` columns of a row; returns the columns it took.
    pub fn put(&mut self, x: u16, y: u16, width: u16, text: &str, style: Style) -> u16 {
        let area = self.buffer.area;
        if y >= area.height || x >= area.width || width == 0 {
            return 0;
        }
        let width = width.min(area.width - x);
        let mut cut = text::truncate(text, width.into());
        if self.ascii && !cut.is_ascii() {
            cut = to_ascii(&cut).into();
        }
        let plain = cut.split_at(plain_bytes(&cut));
        let after = x + self.put_plain(x, y, plain.0, style);
        let room = usize::from(width - (after - x));
        let (end, _) = self.buffer.set_stringn(after, y, plain.1, room, style);
        end - x
    }

    /// Writes letters of one byte, which take a cell each and need not be parted first.
    fn put_plain(&mut self, x: u16, y: u16, text: &str, style: Style) -> u16 {
        let at = self.buffer.index_of(x, y);
        let cells = self.buffer.content.iter_mut().skip(at);
        for (cell, from) in cells.zip(0..text.len()) {
            cell.set_symbol(&text[from..=from]).set_style(style);
        }
        text.len() as u16
    }

    /// Writes a glyph into one cell.
    pub fn glyph(&mut self, x: u16, y: u16, glyph: &str, style: Style) {
        let mut letters = glyph.chars();
        // A letter that takes a column is a cell as it is, and need not be parted from others.
        let is_letter = letters.next().is_some_and(|letter| !letter.is_control());
        let is_letter = is_letter && letters.next().is_none();
        let is_cell = is_letter && text::width(glyph) == 1;
        let Some(cell) = self.buffer.cell_mut((x, y)).filter(|_| is_cell) else {
            self.put(x, y, 1, glyph, style);
            return;
        };
        let glyph = if self.ascii { in_ascii(glyph) } else { glyph };
        cell.set_symbol(glyph).set_style(style);
    }

    /// Whether nothing stands in a cell and beside it.
    pub fn is_clear(&self, x: u16, y: u16) -> bool {
        let is_blank = |x: u16| {
            let cell = self.buffer.cell((x, y));
            cell.is_none_or(|cell| cell.symbol().trim().is_empty())
        };
        (x.saturating_sub(1)..=x.saturating_add(1)).all(is_blank)
    }

    /// Writes text so that it ends before column `right`.
    pub fn put_right(&mut self, right: u16, y: u16, text: &str, style: Style) -> u16 {
        let width = text::columns(text);
        let x = right.saturating_sub(width);
        self.put(x, y, right - x, text, style);
        x
    }

    /// Adds a style to cells that are written already.
    pub fn tint(&mut self, x: u16, y: u16, width: u16, style: Style) {
        let area = self.buffer.area.intersection(Rect::new(x, y, width, 1));
        self.buffer.set_style(area, style);
    }

    /// Marks words in a text that is written already, in at most `width` columns.
    pub fn mark_found(
        &mut self,
        x: u16,
        y: u16,
        width: u16,
        text: &str,
        (words, style): (&[String], Style),
    ) {
        for word in words {
            // Of a text that is much longer only what may be in sight is looked through.
            let most = text.len().min(8 * (usize::from(width) + word.len()));
            let end = (0..=most).rev().find(|end| text.is_char_boundary(*end));
            let text = &text[..end.unwrap_or(0)];
            for range in find_all(text, word) {
                let before = text::columns(&text[..range.start]);
                if before >= width {
                    break;
                }
                let wide = text::columns(&text[range]);
                self.tint(x + before, y, wide.min(width - before), style);
            }
        }
    }

    /// A line between panes, upright or level.
    pub fn rule(&mut self, area: Area, style: Style) {
        let glyph = if area.width == 1 { "│" } else { "─" };
        for y in area.y..area.y + area.height {
            for x in area.x..area.x + area.width {
                self.glyph(x, y, glyph, style);
            }
        }
    }

    /// Empties a rectangle, for what lies over the panes; of a link remains what is not covered.
    pub fn clear(&mut self, area: Area) {
        let (left, right) = (area.x, area.x + area.width);
        let covered = area.y..area.y + area.height;
        for link in std::mem::take(&mut self.links) {
            if !covered.contains(&link.y) {
                self.links.push(link);
                continue;
            }
            let end = link.x + link.width;
            for (from, to) in [(link.x, end.min(left)), (link.x.max(right), end)] {
                if from < to {
                    self.link(from, link.y, to - from, &link.address);
                }
            }
        }
        let area =
            self.buffer
                .area
                .intersection(Rect::new(area.x, area.y, area.width, area.height));
        for position in area.positions() {
            self.buffer[position].reset();
        }
    }

    /// Columns of the screen.
    pub fn width(&self) -> u16 {
        self.buffer.area.width
    }

    pub fn is_ascii(&self) -> bool {
        self.ascii
    }
}

/// How many bytes at the beginning of a text are letters of their own: printable ASCII, without the last before something
/// else, which may be an accent on it.
fn plain_bytes(text: &str) -> usize {
    let is_plain = |byte: u8| matches!(byte, b' '..=b'~');
    match text.bytes().position(|byte| !is_plain(byte)) {
        None => text.len(),
        Some(at) => at.saturating_sub(1),
    }
}

/// The text with every glyph that has a stand-in replaced by it; it takes as many columns as before.
fn to_ascii(text: &str) -> String {
    let mut cell = [0; 4];
    let mut ascii = String::with_capacity(text.len());
    for character in text.chars() {
        ascii.push_str(in_ascii(character.encode_utf8(&mut cell)));
    }
    ascii
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_link_remains_what_is_not_covered() {
        let check = |area: (u16, u16, u16, u16), expected: &[(u16, u16)]| {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 5));
            let mut canvas = Canvas::new(&mut buffer, false);
            canvas.link(10, 2, 10, "https://a.org");
            let (x, y, width, height) = area;
            canvas.clear(Area {
                x,
                y,
                width,
                height,
            });
            let links = canvas.into_links();
            let found: Vec<(u16, u16)> = links.iter().map(|link| (link.x, link.width)).collect();
            assert_eq!(found, expected, "{area:?}");
        };
        check((0, 3, 40, 2), &[(10, 10)]);
        check((0, 0, 40, 5), &[]);
        check((12, 1, 3, 3), &[(10, 2), (15, 5)]);
        check((0, 2, 15, 1), &[(15, 5)]);
        check((15, 2, 25, 1), &[(10, 5)]);
        check((30, 2, 5, 1), &[(10, 10)]);
    }

    #[test]
    fn letters_of_one_byte_stand_where_any_others_would() {
        let check = |text: &str, width: u16| {
            let blank = || Buffer::empty(Rect::new(0, 0, 12, 2));
            let style = Style::new().bold();
            let (mut written, mut expected) = (blank(), blank());
            let taken = Canvas::new(&mut written, false).put(2, 1, width, text, style);
            let cut = text::truncate(text, width.min(10).into());
            let (end, _) = expected.set_stringn(2, 1, cut, width.into(), style);
            assert_eq!(written, expected, "{text:?} in {width}");
            assert_eq!(taken, end - 2, "{text:?} in {width}");
        };
        for text in [
            "",
            "a",
            "plain",
            "plain and long",
            "Vienna’s",
            "é",
            "ae\u{301}b",
            "e\u{301}",
            "中立",
            "a中立",
            "abcdefghi中",
            "a\u{7}b",
            "a\r\nb",
            "¶6",
            "~ …",
            "abcdefghij\u{301}k",
        ] {
            for width in 0..=13 {
                check(text, width);
            }
        }
    }

    #[test]
    fn what_a_search_found_is_marked_where_it_is_in_sight() {
        let check = |text: &str, word: &str, expected: &str| {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
            let mut canvas = Canvas::new(&mut buffer, false);
            let words = (&[word.to_owned()][..], Style::new().bold());
            canvas.mark_found(1, 0, 10, text, words);
            let is_marked = |cell: &ratatui::buffer::Cell| !cell.modifier.is_empty();
            let marks = buffer
                .content
                .iter()
                .map(|cell| if is_marked(cell) { '^' } else { '.' });
            assert_eq!(
                marks.collect::<String>(),
                expected,
                "{word} in {} bytes",
                text.len()
            );
        };
        check("of London", "london", "....^^^^^^..");
        check("on and on", "on", ".^^.....^^..");
        check("to London, on foot", "on", ".....^^.^^..");
        check("Treaty of London", "london", "............");
        check("中立 London", "london", "......^^^^^.");
        // What lies beyond is not marked as if the columns began anew.
        check(&format!("{}on", "x".repeat(65_536)), "on", "............");
        check(&format!("on{}", "中".repeat(40_000)), "on", ".^^.........");
    }

    #[test]
    fn a_glyph_stands_where_a_text_of_it_would() {
        for glyph in [
            "", "a", "▌", "·", "é", "e\u{301}", "中", "\u{301}", "\u{7}", "10",
        ] {
            for (x, ascii) in [(0, false), (3, true), (4, false)] {
                let blank = || Buffer::empty(Rect::new(0, 0, 4, 1));
                let style = Style::new().bold();
                let (mut written, mut expected) = (blank(), blank());
                Canvas::new(&mut written, ascii).glyph(x, 0, glyph, style);
                Canvas::new(&mut expected, ascii).put(x, 0, 1, glyph, style);
                assert_eq!(written, expected, "{glyph:?} at {x}");
            }
        }
    }

    #[test]
    fn glyphs_are_replaced_in_as_many_columns_and_letters_stay() {
        let check = |text: &str, expected: &str| {
            assert_eq!(to_ascii(text), expected);
            assert_eq!(crate::text::width(text), crate::text::width(expected));
        };
        check(
            "Vienna’s “note” of 1815–1839 …",
            "Vienna's \"note\" of 1815-1839 ~",
        );
        check("20 March 1815 · Paris ¶6", "20 March 1815 . Paris #6");
        check("40 × 12 → ▼", "40 x 12 > v");
        check("Åland, Україна, 中立", "Åland, Україна, 中立");
    }
}
