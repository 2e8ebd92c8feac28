//! A sheet of cells to write on: everything drawn goes through here, clipped to the screen.
//!
//! With `--ascii` the signs that the program itself draws are replaced on their way; the timeline's text is not.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::layout::Area;
use crate::text;

pub struct Canvas<'b> {
    buffer: &'b mut Buffer,
    ascii: bool,
}

impl<'b> Canvas<'b> {
    pub fn new(buffer: &'b mut Buffer, ascii: bool) -> Self {
        Canvas { buffer, ascii }
    }

    /// Writes text into at most `width` columns of a row; returns the columns it took.
    pub fn put(&mut self, x: u16, y: u16, width: u16, text: &str, style: Style) -> u16 {
        let area = self.buffer.area;
        if y >= area.height || x >= area.width || width == 0 {
            return 0;
        }
        let width = width.min(area.width - x);
        let mut cut = text::truncate(text, width.into());
        if self.ascii && cut.len() != text.len() {
            cut = cut.replace('…', "~").into();
        }
        let (end, _) = self.buffer.set_stringn(x, y, cut, width.into(), style);
        end - x
    }

    /// Writes a sign of the program's own, or its ASCII stand-in.
    pub fn sign(&mut self, x: u16, y: u16, sign: &str, style: Style) {
        let sign = if self.ascii { in_ascii(sign) } else { sign };
        self.put(x, y, 1, sign, style);
    }

    /// Writes text that is made of the program's own signs.
    pub fn signs(&mut self, x: u16, y: u16, width: u16, signs: &str, style: Style) -> u16 {
        if !self.ascii {
            return self.put(x, y, width, signs, style);
        }
        let signs: String = signs
            .chars()
            .map(|sign| in_ascii(sign.encode_utf8(&mut [0; 4])).to_owned())
            .collect();
        self.put(x, y, width, &signs, style)
    }

    /// Writes text so that it ends before column `right`.
    pub fn put_right(&mut self, right: u16, y: u16, text: &str, style: Style) -> u16 {
        let width = text::width(text) as u16;
        let x = right.saturating_sub(width);
        self.put(x, y, right - x, text, style);
        x
    }

    /// Adds a style to cells that are written already.
    pub fn tint(&mut self, x: u16, y: u16, width: u16, style: Style) {
        let area = self.buffer.area.intersection(Rect::new(x, y, width, 1));
        self.buffer.set_style(area, style);
    }

    /// A line between panes, upright or level.
    pub fn rule(&mut self, area: Area, style: Style) {
        let sign = if area.width == 1 { "│" } else { "─" };
        for y in area.y..area.y + area.height {
            for x in area.x..area.x + area.width {
                self.sign(x, y, sign, style);
            }
        }
    }

    /// Empties a rectangle, for what lies over the panes.
    pub fn clear(&mut self, area: Area) {
        let area =
            self.buffer
                .area
                .intersection(Rect::new(area.x, area.y, area.width, area.height));
        for position in area.positions() {
            self.buffer[position].reset();
        }
    }

    pub fn is_ascii(&self) -> bool {
        self.ascii
    }
}

/// The stand-in of a sign on terminals that draw boxes, blocks and circles badly or two columns wide.
pub(crate) fn in_ascii(sign: &str) -> &str {
    match sign {
        "│" | "┃" | "║" | "▏" => "|",
        "╎" | "┊" | "┆" | "┇" | "╵" => ":",
        "─" => "-",
        "▌" => ">",
        "✕" => "x",
        "◆" => "*",
        "◇" => "o",
        "●" => "@",
        "○" => "o",
        "◐" => "%",
        "◌" => "~",
        "·" => ".",
        "…" => "~",
        "▁" => ".",
        "▂" | "▃" => "-",
        "▄" | "▅" => "=",
        "▆" | "▇" | "█" => "#",
        "▓" => "=",
        "▒" => "%",
        "▚" => "/",
        "░" => ":",
        "┄" => "_",
        "╌" | "┈" => "-",
        "▶" => ">",
        "▸" => "+",
        "├" => "[",
        "┤" => "]",
        "╷" => "'",
        "▼" => "v",
        "▲" => "^",
        "↑" => "^",
        "↓" => "v",
        "←" => "<",
        "→" => ">",
        "–" => "-",
        "≠" => "!",
        other => other,
    }
}
