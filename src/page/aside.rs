//! What lies beside an event's page on a wide screen: what one would otherwise have to follow links for.
//!
//! The claims of the article that rest on the event, in the words of the timeline, and the events related to it with
//! what they were. Beside a claim stands the page of one of its events; that is the event's own page.

use super::event::claim_with_reason;
use super::{Link, Page, Piece, Tone, Writer};
use crate::timeline::{ArticleLink, EventId, Relation, Timeline};
use crate::words::{fill, translated};

/// The claims and the related events of an event.
#[must_use]
pub fn page(timeline: &Timeline, id: EventId, columns: usize, words: &[String]) -> Page {
    let event = &timeline[id];
    let mut writer = Writer::new(columns, words);
    if let Some(article) = &timeline.article {
        let author = article.author.as_deref();
        match (event.links.is_empty(), author) {
            (true, _) => {
                writer.paragraph(
                    translated("No claim of the article rests on this event."),
                    Tone::Dim,
                );
            }
            (false, Some(author)) => writer.heading(&fill("What {0} claims of it", &[&author])),
            (false, None) => writer.heading(translated("What the article claims of it")),
        }
    }
    for link in &event.links {
        claim(&mut writer, timeline, link);
    }
    if !event.related.is_empty() {
        writer.space(2);
        writer.heading(translated("Before and after it"));
        for relation in &event.related {
            related(&mut writer, timeline, relation);
        }
    }
    writer.finish()
}

/// "¶6  Heading  supports", why it does, and the claim.
fn claim(writer: &mut Writer, timeline: &Timeline, link: &ArticleLink) {
    writer.blank();
    claim_with_reason(writer, timeline, link, Tone::Strong);
    for paragraph in &timeline[link.passage].claim {
        let indent = vec![Piece::new("     ", Tone::Plain)];
        writer.flow(5, indent, vec![Piece::new(paragraph.clone(), Tone::Plain)]);
    }
}

/// "broken by · 4 August 1914", the title, and what it was.
fn related(writer: &mut Writer, timeline: &Timeline, relation: &Relation) {
    let other = &timeline[relation.event];
    writer.blank();
    let label = format!("{} · {}", relation.label, other.date.label());
    writer.paragraph(&label, Tone::Dim);
    let title = writer.link(other.title.clone(), Tone::Link, Link::Event(relation.event));
    writer.flow(0, Vec::new(), vec![title]);
    if let Some(summary) = &other.texts.summary {
        writer.paragraph(summary, Tone::Plain);
    }
}
