//! A frame as bytes: the cells that the terminal does not show yet, in few bytes.
//!
//! A key changes words here and there on many rows. What lies unchanged between two changes is written again where that
//! takes no more bytes than a leap over it; a colour or a link is named where it begins and not with every cell; and of
//! a blank only that is said which can be seen.

use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};

/// What begins a link to an address (OSC 8), what ends the address, and what ends the link.
const BEGIN_LINK: &str = "\x1b]8;id=";
const ST: &str = "\x1b\\";
const END_LINK: &str = "\x1b]8;;\x1b\\";

/// The bytes of a leap within a row.
const LEAP: usize = 5;

/// Makes a wide picture of a letter; a terminal that shows it in one column leaves in the other what stood there.
const PICTURE: char = '\u{fe0f}';

/// What can be added to a letter, with its code.
const MODIFIERS: [(Modifier, usize); 8] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::SLOW_BLINK, 5),
    (Modifier::REVERSED, 7),
    (Modifier::HIDDEN, 8),
    (Modifier::CROSSED_OUT, 9),
];

/// What is seen of them where there is no letter, with its colour.
const ON_BLANK: Modifier = Modifier::UNDERLINED
    .union(Modifier::REVERSED)
    .union(Modifier::CROSSED_OUT);

/// Writes what makes a terminal that shows one buffer, or without one is empty, show another of the same size.
pub(super) fn write(shown: Option<&Buffer>, wanted: &Buffer, bytes: &mut Vec<u8>) {
    let width = usize::from(wanted.area.width).max(1);
    let empty = vec![Cell::EMPTY; if shown.is_none() { width } else { 0 }];
    let mut pen = Pen::new(bytes);
    for (y, wanted) in wanted.content.chunks(width).enumerate() {
        let shown = shown.and_then(|shown| shown.content.chunks(width).nth(y));
        write_row(y, shown.unwrap_or(&empty), wanted, &mut pen);
    }
    pen.rest();
}

/// Shows the terminal's own cursor on a cell.
pub(super) fn show_cursor(at: Position, bytes: &mut Vec<u8>) {
    let mut pen = Pen::new(bytes);
    pen.text("\x1b[?25h");
    pen.place(at.x.into(), at.y.into());
}

/// Writes the cells of a row that are not shown as they are wanted, or are covered by what begins before them.
fn write_row<'b>(y: usize, shown: &[Cell], wanted: &'b [Cell], pen: &mut Pen<'b>) {
    let (mut x, mut shown_x) = (0, 0);
    while let Some(cell) = wanted.get(x) {
        let cell = LetterCell::of(cell);
        let before = shown.get(x).filter(|_| shown_x == x);
        let at = x;
        x += cell.columns();
        if before.is_some_and(|before| LetterCell::of(before).looks_like(&cell)) {
            shown_x = x;
            continue;
        }
        pen.go_to(at, y, wanted);
        pen.put(&cell, x - at);
        while let Some(before) = shown.get(shown_x).filter(|_| shown_x < x) {
            shown_x += LetterCell::of(before).columns();
        }
    }
}

/// A cell with what stands in it, which takes a call to ask for.
struct LetterCell<'b> {
    cell: &'b Cell,
    symbol: &'b str,
}

impl<'b> LetterCell<'b> {
    fn of(cell: &'b Cell) -> Self {
        LetterCell {
            cell,
            symbol: cell.symbol(),
        }
    }

    fn looks_like(&self, other: &LetterCell) -> bool {
        let are_blank = || self.is_blank() && other.is_blank() && self.cell.bg == other.cell.bg;
        self.is_same(other) || are_blank()
    }

    /// Whether they are equal; most letters are one byte long and are compared here, without a call for each.
    fn is_same(&self, other: &LetterCell) -> bool {
        let (one, two) = (self.cell, other.cell);
        (one.fg, one.bg, one.modifier) == (two.fg, two.bg, two.modifier)
            && one.diff_option == two.diff_option
            && match (self.symbol.as_bytes(), other.symbol.as_bytes()) {
                ([one], [two]) => one == two,
                (one, two) => one == two,
            }
    }

    /// Whether nothing is seen of it but its ground.
    fn is_blank(&self) -> bool {
        matches!(self.symbol.as_bytes(), [b' ']) && !self.cell.modifier.intersects(ON_BLANK)
    }

    /// How many columns it takes; a link says it, since its address is no part of what is seen.
    fn columns(&self) -> usize {
        match self.cell.diff_option {
            CellDiffOption::ForcedWidth(width) => width.get().into(),
            _ if self.symbol.len() == 1 => 1,
            _ => usize::from(self.cell.cell_width()).max(1),
        }
    }
}

/// What begins the link of a cell, and what stands in it.
fn parted(symbol: &str) -> (&str, &str) {
    if symbol.len() == 1 {
        return ("", symbol);
    }
    let linked = symbol.strip_suffix(END_LINK);
    let linked = linked.filter(|linked| linked.starts_with(BEGIN_LINK));
    let parted = linked.and_then(|linked| linked.split_at_checked(linked.find(ST)? + ST.len()));
    parted.unwrap_or(("", symbol))
}

/// How letters look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Look {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl Look {
    const PLAIN: Look = Look {
        fg: Color::Reset,
        bg: Color::Reset,
        modifier: Modifier::empty(),
    };

    /// The look in which a cell is written after something of another look.
    fn of(letter: &LetterCell, before: Look) -> Self {
        let (cell, blank) = (letter.cell, letter.is_blank());
        Look {
            bg: cell.bg,
            fg: if blank { before.fg } else { cell.fg },
            modifier: match blank {
                true => before.modifier - ON_BLANK,
                false => cell.modifier,
            },
        }
    }
}

/// What writes on the terminal.
struct Pen<'b> {
    bytes: &'b mut Vec<u8>,
    /// The column and the row on which it stands; `None` where terminals differ on how wide the last letter was.
    at: Option<(usize, usize)>,
    look: Look,
    /// What began the link that is open; empty without one.
    link: &'b str,
}

impl<'b> Pen<'b> {
    fn new(bytes: &'b mut Vec<u8>) -> Self {
        Pen {
            bytes,
            at: None,
            look: Look::PLAIN,
            link: "",
        }
    }

    fn text(&mut self, text: &str) {
        self.bytes.extend_from_slice(text.as_bytes());
    }

    fn number(&mut self, number: usize) {
        if number >= 10 {
            self.number(number / 10);
        }
        self.bytes.push(b'0' + (number % 10) as u8);
    }

    /// To a cell of a row, of which all before it are as they are wanted by then.
    fn go_to(&mut self, x: usize, y: usize, row: &'b [Cell]) {
        match self.at {
            Some(at) if at == (x, y) => {}
            Some((from, on)) if on == y && self.bridges(&row[from..x]) => {
                for cell in &row[from..x] {
                    self.text(cell.symbol());
                }
            }
            Some((_, on)) if on == y => {
                self.text("\x1b[");
                self.number(x + 1);
                self.text("G");
            }
            _ => self.place(x, y),
        }
        self.at = Some((x, y));
    }

    fn place(&mut self, x: usize, y: usize) {
        self.text("\x1b[");
        self.number(y + 1);
        self.text(";");
        self.number(x + 1);
        self.text("H");
    }

    /// Whether cells are as short as a leap over them and can be written as they are.
    fn bridges(&self, cells: &[Cell]) -> bool {
        let length = |cell: &Cell| cell.symbol().len();
        let is_plain = |cell: &Cell| {
            let letter = LetterCell::of(cell);
            letter.columns() == 1
                && Look::of(&letter, self.look) == self.look
                && parted(letter.symbol).0.is_empty()
        };
        cells.len() <= LEAP
            && cells.iter().map(length).sum::<usize>() <= LEAP
            && self.link.is_empty()
            && cells.iter().all(is_plain)
    }

    /// Writes a cell where the pen stands.
    fn put(&mut self, letter: &LetterCell<'b>, columns: usize) {
        self.change_look(Look::of(letter, self.look));
        let (link, letter) = parted(letter.symbol);
        self.change_link(link);
        let Some((x, y)) = self.at else { return };
        if columns > 1 && letter.contains(PICTURE) {
            self.text(&" ".repeat(columns));
            self.place(x, y);
        }
        self.text(letter);
        self.at = (columns == 1).then_some((x + 1, y));
    }

    fn change_link(&mut self, link: &'b str) {
        // Asked first, since the comparison of nothing with nothing is a call, and on some processors a slow one.
        if link.is_empty() && self.link.is_empty() || link == self.link {
            return;
        }
        if !self.link.is_empty() {
            self.text(END_LINK);
        }
        self.text(link);
        self.link = link;
    }

    /// Changes the look in one sequence; what is to be taken away takes all away first.
    fn change_look(&mut self, look: Look) {
        if look == self.look {
            return;
        }
        self.text("\x1b[");
        if !(self.look.modifier - look.modifier).is_empty() {
            self.text("0;");
            self.look = Look::PLAIN;
        }
        for (modifier, code) in MODIFIERS {
            if (look.modifier - self.look.modifier).contains(modifier) {
                self.number(code);
                self.text(";");
            }
        }
        if look.fg != self.look.fg {
            self.colour("3", look.fg);
        }
        if look.bg != self.look.bg {
            self.colour("4", look.bg);
        }
        // What parted the codes ends them.
        self.bytes.pop();
        self.text("m");
        self.look = look;
    }

    /// The code of a colour, for letters or for the ground.
    fn colour(&mut self, of: &str, colour: Color) {
        self.text(of);
        match colour {
            Color::Reset => self.text("9"),
            Color::Rgb(red, green, blue) => {
                self.text("8;2");
                for part in [red, green, blue] {
                    self.text(";");
                    self.number(part.into());
                }
            }
            of_table => {
                self.text("8;5;");
                self.number(place_in_table(of_table).into());
            }
        }
        self.text(";");
    }

    /// Ends the link and the look that are still on.
    fn rest(&mut self) {
        self.change_link("");
        self.change_look(Look::PLAIN);
    }
}

/// Where a colour stands in the table of the 256.
fn place_in_table(colour: Color) -> u8 {
    match colour {
        Color::Indexed(at) => at,
        Color::Reset | Color::Rgb(..) | Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
    }
}

#[cfg(test)]
mod tests;
