//! What stands beside the record: the reader's notes, and what a part has only to be opened.

use maud::{Markup, html};

use crate::export::Extract;
use crate::export::reader::{NOTE, called, paragraphs};
use crate::notes::places::MarkPlace;

/// What the reader noted on something, set apart from the record.
pub(super) fn note(extract: &Extract, place: MarkPlace, question: Option<&str>) -> Markup {
    let paragraphs = extract.note_on(place);
    html! { @if !paragraphs.is_empty() { (set_apart(&paragraphs, question)) } }
}

fn set_apart(paragraphs: &[&str], question: Option<&str>) -> Markup {
    html! {
        aside.note {
            p.quiet { (NOTE) @if let Some(question) = question { ": " (question) } }
            @for paragraph in paragraphs { p { (paragraph) } }
        }
    }
}

/// What a reader marked and the timeline no longer has, with the notes on it.
pub(super) fn gone(extract: &Extract) -> Markup {
    html! {
        @for mark in extract.gone() {
            h3 { (called(mark)) }
            @if let Some(note) = &mark.note { (set_apart(&paragraphs(note), None)) }
        }
    }
}

/// What a part has beside its own subject: there to be opened, and not on paper unless it is.
pub(super) fn folded(title: &str, body: &Markup) -> Markup {
    html! { details.folded { summary { (title) } (body) } }
}
