//! A page in lines: its words, with a number behind every link.

use std::fmt::Write as _;

use crate::page::evidence::is_number;
use crate::page::{Line, Page, Piece};
use crate::text;
use crate::text::wrap::wrap_around_addresses;

/// The columns for a page that leaves the numbers behind its links some room.
pub(super) fn columns(columns: usize) -> usize {
    columns - (columns / 6).min(12)
}

/// The lines of the page; one that its numbers make too long is wrapped again, under what it stands for.
pub(super) fn numbered(page: &Page, columns: usize) -> Vec<String> {
    // The number of a note stands with its note again, and that has the number to type.
    let texts = link_texts(page);
    let notes: Vec<usize> = (0..texts.len())
        .filter(|link| is_number(texts[*link].trim()))
        .collect();
    lines(page)
        .into_iter()
        .flat_map(|(row, line)| {
            let (text, indent) = with_numbers(page, row, &line, &notes);
            wrapped(text.trim_end(), indent, columns)
        })
        .collect()
}

/// The lines of the page with every address whole, each with the row on which it ends.
fn lines(page: &Page) -> Vec<(usize, Line)> {
    let mut lines: Vec<(usize, Line)> = Vec::new();
    for (row, line) in page.lines.iter().enumerate() {
        match lines.last_mut() {
            Some((end, before)) if line.continues => {
                let indent = |piece: &&Piece| piece.text.trim().is_empty();
                let rest = line.pieces.iter().skip_while(indent);
                before.pieces.extend(rest.cloned());
                *end = row;
            }
            _ => lines.push((row, line.clone())),
        }
    }
    lines
}

/// A line with the numbers of the links that end on it, and the column under which it goes on.
fn with_numbers(page: &Page, row: usize, line: &Line, notes: &[usize]) -> (String, usize) {
    let mut text = String::new();
    for (at, piece) in line.pieces.iter().enumerate() {
        text.push_str(&piece.text);
        let goes_on = line
            .pieces
            .get(at + 1)
            .is_some_and(|next| next.link == piece.link);
        if let Some(link) = piece.link.filter(|link| !goes_on && !notes.contains(link))
            && page
                .links
                .get(link)
                .is_some_and(|located| located.lines.end == row + 1)
        {
            // The number stays with the last word of its link.
            let _ = write!(text, "\u{a0}[{}]", link + 1);
        }
    }
    // A label, a date or a figure stands before what it belongs to.
    let lead = line
        .pieces
        .first()
        .filter(|piece| piece.text.ends_with(' '));
    (text, lead.map_or(0, |lead| text::width(&lead.text)))
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
    for (_, line) in lines(page) {
        let mut last = None;
        for piece in &line.pieces {
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
