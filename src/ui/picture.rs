//! A frame of the reader as text, as text with colours, or as a picture (SVG).

use std::fmt::Write as _;
use std::iter;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use crate::app::Theme;
use crate::text;

/// Pixels of a cell.
const CELL: (u16, u16) = (9, 20);

/// Pixels around the screen.
const MARGIN: u16 = 12;

/// The frame without colours, each row without spaces at its end.
#[must_use]
pub fn text(buffer: &Buffer) -> String {
    let mut rows = String::new();
    for y in 0..buffer.area.height {
        let begin = rows.len();
        for (_, cell, _) in cells(buffer, y) {
            rows.push_str(cell.symbol());
        }
        rows.truncate(begin + rows.get(begin..).map_or(0, |row| row.trim_end().len()));
        rows.push('\n');
    }
    rows
}

/// The frame with the escape sequences of its colours (ECMA-48, SGR).
#[must_use]
pub fn ansi(buffer: &Buffer) -> String {
    let mut rows = String::new();
    for y in 0..buffer.area.height {
        for run in runs(buffer, y) {
            let codes = sgr(run.cell);
            if codes.is_empty() {
                rows.push_str(&run.text);
            } else {
                let _ = write!(rows, "\u{1b}[{codes}m{}\u{1b}[0m", run.text);
            }
        }
        rows.push('\n');
    }
    rows
}

/// The frame as a picture, on the background that its theme is made for.
#[must_use]
pub fn svg(buffer: &Buffer, theme: Theme, title: &str) -> String {
    let (ink, paper) = match theme {
        Theme::Dark => ("#e4e2dc", "#15171b"),
        Theme::Light | Theme::Mono => ("#1d1b16", "#fbfaf7"),
    };
    let (columns, rows) = (buffer.area.width, buffer.area.height);
    let (width, height) = (columns * CELL.0 + 2 * MARGIN, rows * CELL.1 + 2 * MARGIN);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"15\" role=\"img\">\n\
         <title>{}</title>\n<rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"{paper}\"/>\n",
        escaped(title)
    );
    for y in 0..rows {
        for run in runs(buffer, y) {
            svg_run(&mut svg, &run, y, ink, paper);
        }
    }
    svg.push_str("</svg>\n");
    svg
}

fn svg_run(svg: &mut String, run: &Run, row: u16, ink: &str, paper: &str) {
    let (mut fill, mut behind) = (hex(run.cell.fg), hex(run.cell.bg));
    if run.cell.modifier.contains(Modifier::REVERSED) {
        (fill, behind) = (
            Some(behind.unwrap_or_else(|| paper.to_owned())),
            Some(fill.unwrap_or_else(|| ink.to_owned())),
        );
    }
    let (x, y) = (MARGIN + run.x * CELL.0, MARGIN + row * CELL.1);
    let width = run.columns * CELL.0;
    if let Some(behind) = behind {
        let _ = writeln!(
            svg,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{}\" fill=\"{behind}\"/>",
            CELL.1
        );
    }
    if run.text.trim().is_empty() {
        return;
    }
    let fill = fill.unwrap_or_else(|| ink.to_owned());
    let mut more = String::new();
    if run.cell.modifier.contains(Modifier::BOLD) {
        more.push_str(" font-weight=\"bold\"");
    }
    if run.cell.modifier.contains(Modifier::DIM) {
        more.push_str(" opacity=\"0.6\"");
    }
    if run.cell.modifier.contains(Modifier::UNDERLINED) {
        more.push_str(" text-decoration=\"underline\"");
    }
    let _ = writeln!(
        svg,
        "<text x=\"{x}\" y=\"{}\" fill=\"{fill}\" textLength=\"{width}\" xml:space=\"preserve\"{more}>{}</text>",
        y + CELL.1 - 5,
        escaped(&run.text)
    );
}

/// Neighbouring cells of one look.
struct Run<'b> {
    x: u16,
    columns: u16,
    text: String,
    cell: &'b Cell,
}

/// The cells of a row that something is written in, with their column and how many columns they cover.
fn cells(buffer: &Buffer, y: u16) -> impl Iterator<Item = (u16, &Cell, u16)> {
    let mut x = 0;
    iter::from_fn(move || {
        let cell = buffer.cell((x, y)).filter(|_| x < buffer.area.width)?;
        let columns = (text::columns(cell.symbol())).max(1);
        let at = x;
        x += columns;
        Some((at, cell, columns))
    })
}

fn runs(buffer: &Buffer, y: u16) -> Vec<Run<'_>> {
    let mut runs: Vec<Run> = Vec::new();
    for (x, cell, columns) in cells(buffer, y) {
        let same = |other: &Cell| {
            (other.fg, other.bg, other.modifier) == (cell.fg, cell.bg, cell.modifier)
        };
        match runs.last_mut() {
            Some(run) if same(run.cell) => {
                run.text.push_str(cell.symbol());
                run.columns += columns;
            }
            _ => runs.push(Run {
                x,
                columns,
                text: cell.symbol().to_owned(),
                cell,
            }),
        }
    }
    runs
}

fn sgr(cell: &Cell) -> String {
    let mut codes: Vec<String> = Vec::new();
    let modifiers = [
        (Modifier::BOLD, "1"),
        (Modifier::DIM, "2"),
        (Modifier::UNDERLINED, "4"),
        (Modifier::REVERSED, "7"),
    ];
    codes.extend(
        modifiers
            .into_iter()
            .filter(|(bit, _)| cell.modifier.contains(*bit))
            .map(|(_, code)| code.to_owned()),
    );
    for (colour, ground) in [(cell.fg, 38), (cell.bg, 48)] {
        match colour {
            Color::Rgb(r, g, b) => codes.push(format!("{ground};2;{r};{g};{b}")),
            Color::Indexed(index) => codes.push(format!("{ground};5;{index}")),
            named => codes.extend(of_sixteen(named).map(|index| {
                // The first eight follow the ground's own code, the bright ones stand 60 further on.
                let first = if index < 8 {
                    ground - 8
                } else {
                    ground + 52 - 8
                };
                (first + index).to_string()
            })),
        }
    }
    codes.join(";")
}

/// The index of a named colour among a terminal's sixteen; `None` for its own default.
fn of_sixteen(colour: Color) -> Option<i32> {
    let index = match colour {
        Color::Black => 0,
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
        _ => return None,
    };
    Some(index)
}

fn hex(colour: Color) -> Option<String> {
    match colour {
        Color::Rgb(r, g, b) => Some(format!("#{r:02x}{g:02x}{b:02x}")),
        _ => None,
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
