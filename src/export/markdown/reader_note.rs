//! The notes of a reader, set apart from the record as quotations.

use std::fmt::Write as _;

use super::escape::escaped;
use crate::export::Extract;
use crate::export::reader::{NOTE, called, paragraphs};
use crate::notes::places::MarkPlace;

/// What a reader noted on something.
pub(super) fn reader_note(
    markdown: &mut String,
    extract: &Extract,
    place: MarkPlace,
    question: Option<&str>,
) {
    let question = question.map_or_else(String::new, |question| format!(": {}", escaped(question)));
    set_apart(markdown, &extract.note_on(place), &question);
}

fn set_apart(markdown: &mut String, paragraphs: &[&str], question: &str) {
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let label = match at {
            0 => format!("**{NOTE}{question}.** "),
            _ => String::new(),
        };
        let lines: Vec<String> = paragraph.lines().map(escaped).collect();
        let _ = writeln!(markdown, "> {label}{}\n", lines.join("\n> "));
    }
}

/// What a reader marked and the timeline no longer has, with the notes on it.
pub(super) fn gone(extract: &Extract) -> String {
    let mut markdown = String::new();
    for mark in extract.gone() {
        let _ = writeln!(markdown, "### {}\n", escaped(&called(mark)));
        let note = mark.note.as_deref().map_or_else(Vec::new, paragraphs);
        set_apart(&mut markdown, &note, "");
    }
    markdown
}
