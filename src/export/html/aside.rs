//! What stands beside the record: the reader's notes, and what a part has only to be opened.

use maud::{Markup, html};

use crate::export::Extract;
use crate::export::reader::NOTE;
use crate::notes::places::MarkPlace;

/// What the reader noted on something, set apart from the record.
pub(super) fn note(extract: &Extract, place: MarkPlace, question: Option<&str>) -> Markup {
    let paragraphs = extract.note_on(place);
    html! {
        @if !paragraphs.is_empty() {
            aside.note {
                p.quiet { (NOTE) @if let Some(question) = question { ": " (question) } }
                @for paragraph in paragraphs { p { (paragraph) } }
            }
        }
    }
}

/// What a part has beside its own subject: there to be opened, and not on paper unless it is.
pub(super) fn folded(title: &str, body: &Markup) -> Markup {
    html! { details.folded { summary { (title) } (body) } }
}
