//! A page in lines: its words, with a number behind every link.

use std::fmt::Write as _;

use crate::page::evidence::is_number;
use crate::page::{Line, Page, Piece, Tone};
use crate::text;
use crate::text::wrap::wrap_around_addresses;

/// The columns for a page that leaves the numbers behind its links some room.
pub(super) fn columns(columns: usize) -> usize {
    columns - (columns / 6).min(12)
}

/// The lines of the page; what its numbers make too long is wrapped again, under what it stands for.
pub(super) fn numbered(page: &Page, columns: usize) -> Vec<String> {
    // The number of a note stands with its note again, and that has the number to type.
    let texts = link_texts(page);
    let notes: Vec<usize> = (0..texts.len())
        .filter(|link| is_number(texts[*link].trim()))
        .collect();
    let has_number = |flow: &Flow| {
        let links = flow.full.pieces.iter().filter_map(|piece| piece.link);
        links.into_iter().any(|link| !notes.contains(&link))
    };
    let mut lines = Vec::new();
    for flow in flows(page) {
        if has_number(&flow) {
            let text = with_numbers(page, &flow, &notes);
            lines.extend(wrapped(text.trim_end(), flow.indent(), columns));
        } else {
            let rows = flow.rows.iter().map(Line::plain);
            lines.extend(rows.flat_map(|row| wrapped(row.trim_end(), flow.indent(), columns)));
        }
    }
    lines
}

/// What was wrapped over rows of a page.
#[derive(Default)]
struct Flow {
    /// Its rows, with every address whole.
    rows: Vec<Line>,
    /// All of it in one line.
    full: Line,
    /// The row of the page after its last.
    end: usize,
}

impl Flow {
    /// The column under which it goes on.
    fn indent(&self) -> usize {
        let width = |row: Option<&Line>, is: fn(&Piece) -> bool| {
            let lead = row.and_then(|row| row.pieces.first());
            lead.filter(|piece| is(piece))
                .map(|piece| text::width(&piece.text))
        };
        let second = width(self.rows.get(1), is_blank);
        // A label, a date or a figure stands before what it belongs to.
        second
            .or(width(self.rows.first(), |piece| piece.text.ends_with(' ')))
            .unwrap_or(0)
    }
}

fn is_blank(piece: &Piece) -> bool {
    piece.text.trim().is_empty()
}

fn flows(page: &Page) -> Vec<Flow> {
    let mut flows: Vec<Flow> = Vec::new();
    for (row, line) in page.lines.iter().enumerate() {
        if !line.wrapped {
            flows.push(Flow::default());
        }
        let Some(flow) = flows.last_mut() else {
            continue;
        };
        flow.end = row + 1;
        let rest = || {
            line.pieces
                .iter()
                .skip_while(|piece| is_blank(piece))
                .cloned()
        };
        match flow.rows.last_mut() {
            None => flow.full.pieces.extend(line.pieces.iter().cloned()),
            Some(before) if line.continues => {
                before.pieces.extend(rest());
                flow.full.pieces.extend(rest());
                continue;
            }
            Some(_) => {
                flow.full.pieces.push(Piece::new(" ", Tone::Plain));
                flow.full.pieces.extend(rest());
            }
        }
        flow.rows.push(line.clone());
    }
    flows
}

/// All of a flow, with the numbers of the links that end in it.
fn with_numbers(page: &Page, flow: &Flow, notes: &[usize]) -> String {
    let mut text = String::new();
    for (at, piece) in flow.full.pieces.iter().enumerate() {
        // What parts two names stays with the first of them.
        text.push_str(&piece.text.replace(" ·", "\u{a0}·"));
        let behind = flow.full.pieces.get(at + 1..).unwrap_or_default();
        let goes_on = behind.iter().any(|next| next.link == piece.link);
        if let Some(link) = piece.link.filter(|link| !goes_on && !notes.contains(link))
            && page
                .links
                .get(link)
                .is_some_and(|located| located.lines.end <= flow.end)
        {
            // The number stays with the last word of its link.
            let _ = write!(text, "\u{a0}[{}]", link + 1);
        }
    }
    text
}

fn wrapped(line: &str, indent: usize, columns: usize) -> Vec<String> {
    let plain = |text: &str| text.replace('\u{a0}', " ");
    if text::width(line) <= columns {
        return vec![plain(line)];
    }
    let head = line
        .char_indices()
        .find(|(at, _)| text::width(&line[..*at]) >= indent);
    let (head, rest) = line.split_at(head.map_or(0, |(at, _)| at));
    let room = columns.saturating_sub(indent).max(20);
    wrap_around_addresses(rest, room)
        .into_iter()
        .enumerate()
        .map(|(row, range)| {
            let before = if row == 0 {
                head.to_owned()
            } else {
                " ".repeat(indent)
            };
            plain(&format!("{before}{}", &rest[range]))
        })
        .collect()
}

/// What stands in every link, in their order.
pub(super) fn link_texts(page: &Page) -> Vec<String> {
    let mut texts = vec![String::new(); page.links.len()];
    for flow in flows(page) {
        let mut last = None;
        for piece in &flow.full.pieces {
            if let Some(text) = piece.link.and_then(|link| texts.get_mut(link)) {
                // A link that was wrapped goes on in the next line.
                if last != piece.link && !text.is_empty() {
                    text.push(' ');
                }
                text.push_str(&piece.text);
            }
            last = piece.link;
        }
    }
    texts
}
