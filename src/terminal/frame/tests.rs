//! What a terminal shows after the bytes of a frame: the frame, whatever it showed before.

use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

use super::*;
const COLUMNS: u16 = 12;

fn buffer(draw: impl FnOnce(&mut Buffer)) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, COLUMNS, 2));
    draw(&mut buffer);
    buffer
}

fn written(shown: &Buffer, wanted: &Buffer) -> String {
    let mut bytes = Vec::new();
    write(Some(shown), wanted, &mut bytes);
    String::from_utf8(bytes).unwrap()
}

fn linked(letters: &str, address: &str) -> String {
    format!("{BEGIN_LINK}1;{address}{ST}{letters}{END_LINK}")
}

fn row(text: &str, style: Style) -> Buffer {
    buffer(|buffer| buffer.set_string(0, 0, text, style))
}

#[test]
fn what_is_shown_is_not_written() {
    let check = |before: &str, after: &str, expected: &str| {
        let (before, after) = (row(before, Style::new()), row(after, Style::new()));
        assert_eq!(written(&before, &after), expected);
    };
    check("", "", "");
    check("Vienna", "Vienna", "");
    check("Vienna", "Geneva", "\u{1b}[1;1HGenev");
    check("Bern", "Born", "\u{1b}[1;2Ho");
    // Few letters between two changes are shorter than a leap, many are not.
    check("a1234b", "x1234y", "\u{1b}[1;1Hx1234y");
    check("a123456b", "x123456y", "\u{1b}[1;1Hx\u{1b}[8Gy");
    check("a中b", "x中y", "\u{1b}[1;1Hx\u{1b}[4Gy");
    // What a wide letter covered is written, and nothing is taken to stand right behind one.
    check("中中", "ab中", "\u{1b}[1;1Hab");
    check("abcd", "中cx", "\u{1b}[1;1H中\u{1b}[1;4Hx");
    check("", "中立", "\u{1b}[1;1H中\u{1b}[1;3H立");
    check("", "☺\u{fe0f}", "\u{1b}[1;1H  \u{1b}[1;1H☺\u{fe0f}");
}

#[test]
fn on_an_empty_terminal_as_much_is_written_as_over_blanks() {
    let check = |text: &str| {
        let wanted = row(text, Style::new());
        let mut bytes = Vec::new();
        write(None, &wanted, &mut bytes);
        let over_blanks = written(&buffer(|_| ()), &wanted);
        assert_eq!(String::from_utf8(bytes).unwrap(), over_blanks);
    };
    check("");
    check("Vienna");
    check("  中立 x");
}

#[test]
fn a_look_is_named_where_it_begins() {
    let plain = Style::new();
    let check = |before: Style, after: Style, expected: &str| {
        assert_eq!(written(&row("ab", before), &row("ab", after)), expected);
    };
    check(plain, plain.bold(), "\u{1b}[1;1H\u{1b}[1mab\u{1b}[0m");
    check(plain.bold(), plain, "\u{1b}[1;1Hab");
    let red = plain.fg(Color::Red);
    check(plain, red, "\u{1b}[1;1H\u{1b}[38;5;1mab\u{1b}[39m");
    let ground = red.bg(Color::Indexed(235)).underlined();
    check(
        plain,
        ground,
        "\u{1b}[1;1H\u{1b}[4;38;5;1;48;5;235mab\u{1b}[0m",
    );
    let own = plain.fg(Color::Rgb(1, 20, 255));
    check(plain, own, "\u{1b}[1;1H\u{1b}[38;2;1;20;255mab\u{1b}[39m");
}

#[test]
fn of_a_blank_only_its_ground_is_seen() {
    let plain = Style::new();
    let check = |style: Style, expected: &str| {
        assert_eq!(written(&row("", plain), &row(" ", style)), expected);
    };
    check(plain.fg(Color::Red).bold(), "");
    check(plain.bg(Color::Red), "\u{1b}[1;1H\u{1b}[48;5;1m \u{1b}[49m");
    check(plain.reversed(), "\u{1b}[1;1H\u{1b}[7m \u{1b}[0m");
    let gone = written(&row("a", plain.fg(Color::Red)), &row(" ", plain.bold()));
    assert_eq!(gone, "\u{1b}[1;1H ");
}

#[test]
fn a_link_is_begun_and_ended_once() {
    let with_links = |cells: &[(&str, &str)]| {
        buffer(|buffer| {
            for (x, (letter, address)) in cells.iter().enumerate() {
                let symbol = match *address {
                    "" => (*letter).to_owned(),
                    address => linked(letter, address),
                };
                buffer[(x as u16, 0)].set_symbol(&symbol);
                let width = CellDiffOption::ForcedWidth(std::num::NonZeroU16::MIN);
                buffer[(x as u16, 0)].set_diff_option(width);
            }
        })
    };
    let check = |cells: &[(&str, &str)], expected: &str| {
        let found = written(&row("", Style::new()), &with_links(cells));
        assert_eq!(found, format!("\u{1b}[1;1H{expected}"));
    };
    let (one, two) = ("https://a.org", "https://b.org");
    check(&[("a", one), ("b", one), ("c", one)], &linked("abc", one));
    check(
        &[("a", one), ("b", two), ("c", "")],
        &format!("{}{}c", linked("a", one), linked("b", two)),
    );
}

/// A terminal that knows what the bytes above hold.
fn shown_after(shown: &Buffer, bytes: &str) -> Buffer {
    let mut screen = shown.clone();
    let mut parser = vt100::Parser::new(2, COLUMNS, 0);
    let mut first = Vec::new();
    write(None, shown, &mut first);
    parser.process(&first);
    parser.process(bytes.as_bytes());
    for y in 0..2 {
        for x in 0..COLUMNS {
            let cell = parser.screen().cell(y, x).unwrap();
            let to = &mut screen[(x, y)];
            to.reset();
            let contents = cell.contents();
            to.set_symbol(if contents.is_empty() { " " } else { contents });
            let colour = |colour: vt100::Color| match colour {
                vt100::Color::Default => Color::Reset,
                vt100::Color::Idx(at) => Color::Indexed(at),
                vt100::Color::Rgb(red, green, blue) => Color::Rgb(red, green, blue),
            };
            (to.fg, to.bg) = (colour(cell.fgcolor()), colour(cell.bgcolor()));
            to.modifier.set(Modifier::BOLD, cell.bold());
            to.modifier.set(Modifier::UNDERLINED, cell.underline());
            to.modifier.set(Modifier::REVERSED, cell.inverse());
        }
    }
    screen
}

#[test]
fn any_frame_after_any_other_is_shown() {
    let letters = ["a", "b", " ", " ", "中", "立", "é", "·"];
    let colours = [Color::Reset, Color::Indexed(4), Color::Rgb(9, 8, 7)];
    let modifiers = [
        Modifier::empty(),
        Modifier::BOLD,
        Modifier::REVERSED,
        Modifier::UNDERLINED,
    ];
    let mut seed = 1_u32;
    let mut pick = |number: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 16) as usize % number
    };
    let mut frame = |before: &Buffer| {
        let mut next = before.clone();
        for _ in 0..pick(6) {
            let style = Style::new().fg(colours[pick(3)]).bg(colours[pick(3)]);
            let style = style.add_modifier(modifiers[pick(4)]);
            let text: String = (0..=pick(3)).map(|_| letters[pick(8)]).collect();
            let (x, y) = (pick(usize::from(COLUMNS)) as u16, pick(2) as u16);
            next.set_string(x, y, text, style);
        }
        next
    };
    let mut before = buffer(|_| ());
    for round in 0..500 {
        let next = frame(&before);
        let bytes = written(&before, &next);
        let shown = shown_after(&before, &bytes);
        for (at, wanted) in next.content.iter().enumerate() {
            let covered = at % usize::from(COLUMNS) > 0
                && LetterCell::of(&next.content[at - 1]).columns() == 2;
            assert!(
                covered || LetterCell::of(wanted).looks_like(&LetterCell::of(&shown.content[at])),
                "cell {at} of round {round}: {wanted:?}, not {:?}",
                shown.content[at]
            );
        }
        before = next;
    }
}
