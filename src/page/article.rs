//! The page of one passage of the article: the claim, what the record shows, and the events linked to it.

use super::event::stance_tone;
use super::{Link, Page, Piece, Tone, Writer};
use crate::text;
use crate::timeline::date::label::SHORT_LABEL;
use crate::timeline::{EventId, PassageId, Stance, Timeline};

/// Columns of the date before a linked event.
pub(super) const DATES: usize = SHORT_LABEL + 2;

/// One passage: the author's claim, the record beside it, and the events linked to it by their stance.
#[must_use]
pub fn page(timeline: &Timeline, id: PassageId, columns: usize, words: &[String]) -> Page {
    let passage = &timeline[id];
    let mut writer = Writer::new(columns, words);
    let mark = vec![Piece::new(format!("{:<5}", passage.mark()), Tone::Accent)];
    writer.flow(
        5,
        mark,
        vec![Piece::new(passage.heading.clone(), Tone::Strong)],
    );
    if !passage.claim.is_empty() {
        writer.heading("The author’s claim");
        for (at, paragraph) in passage.claim.iter().enumerate() {
            if at > 0 {
                writer.blank();
            }
            writer.paragraph(paragraph, Tone::Plain);
        }
    }
    if !passage.record.is_empty() {
        writer.heading("What the record shows");
        for (at, paragraph) in passage.record.iter().enumerate() {
            if at > 0 {
                writer.blank();
            }
            writer.paragraph(paragraph, Tone::Plain);
        }
    }
    for stance in Stance::ALL {
        events(&mut writer, timeline, id, stance);
    }
    if let Some(url) = timeline
        .article
        .as_ref()
        .and_then(|article| article.url.clone())
    {
        writer.heading("Read it where it was published");
        let address = writer.link(url.clone(), Tone::Dim, Link::Address(url));
        writer.flow(0, Vec::new(), vec![address]);
    }
    writer.finish()
}

fn events(writer: &mut Writer, timeline: &Timeline, id: PassageId, stance: Stance) {
    let linked: Vec<_> = timeline[id].with_stance(stance).collect();
    if linked.is_empty() {
        return;
    }
    writer.blank();
    let heading = match stance {
        Stance::Supports => "Supports",
        Stance::Complicates => "Complicates",
        Stance::Context => "Context",
    };
    let count = Piece::new(format!("  {}", linked.len()), Tone::Dim);
    writer.flow(
        0,
        Vec::new(),
        vec![Piece::new(heading, stance_tone(stance)), count],
    );
    for event in linked {
        linked_event(writer, timeline, event, Tone::Plain);
    }
}

/// An event as a link after its date, the dates in one column.
pub(super) fn linked_event(writer: &mut Writer, timeline: &Timeline, event: EventId, tone: Tone) {
    let date = timeline[event].date.short_label();
    let title = writer.link(timeline[event].title.clone(), tone, Link::Event(event));
    let date = Piece {
        link: title.link,
        ..Piece::new(right(&date), Tone::Dim)
    };
    writer.flow(DATES, vec![date], vec![title]);
}

/// A date at the right edge of its column, two spaces before the title.
fn right(date: &str) -> String {
    let missing = (DATES - 2).saturating_sub(text::width(date));
    text::pad(&format!("{}{date}", " ".repeat(missing)), DATES)
}
