//! One event as an `<article>`: everything that the timeline knows of it.

use maud::{Markup, html};

use super::named::{date, named, to_passage, to_source};
use super::{anchor, note};
use crate::export::{Extract, called};
use crate::notes::places::MarkPlace;
use crate::page::citation;
use crate::text::capitalised;
use crate::timeline::format::labelled_texts;
use crate::timeline::{Event, EventId, Image, SourceId};
use crate::words::translated;

pub(super) fn event(extract: &Extract, id: EventId) -> Markup {
    let timeline = extract.timeline;
    let event = &timeline[id];
    let summary = event.texts.summary.iter().filter(|_| event.text.is_empty());
    html! {
        article.event id=(anchor("event", &event.id)) {
            p.when {
                (date(&event.date))
                @if let Some(place) = &event.texts.place { " · " (place) }
                @if let Some(kind) = event.kind { span.kind { (timeline[kind].symbol) " " (timeline[kind].label) } }
            }
            h4 { (event.title) }
            (facts(extract, id))
            @for paragraph in summary.chain(&event.text) { p { (paragraph) } }
            (note(extract, MarkPlace::Event(id), None))
            (claims(extract, event))
            (related(extract, event))
            (sources(extract, event))
        }
    }
}

fn facts(extract: &Extract, id: EventId) -> Markup {
    let timeline = extract.timeline;
    let event = &timeline[id];
    let roles = event.parties_by_role();
    let has_texts = labelled_texts(&event.texts).next().is_some() || event.texts.basis.is_some();
    let has_own = !event.tags.is_empty() || event.image.is_some();
    let has_facts =
        has_texts || has_own || !event.readings.is_empty() || event.date.old_style().is_some();
    let tags: Vec<&str> = event
        .tags
        .iter()
        .map(|tag| timeline[*tag].as_str())
        .collect();
    html! {
        @if has_facts || !roles.is_empty() || !event.milestones.is_empty() {
            dl {
                @for (role, parties) in &roles {
                    dt { (timeline[*role].label_for(parties.len())) }
                    dd {
                        @for (at, party) in parties.iter().enumerate() {
                            @if at > 0 { " · " }
                            (called(timeline, party))
                        }
                    }
                }
                @for (label, text) in labelled_texts(&event.texts) { dt { (translated(label)) } dd { (text) } }
                @if !tags.is_empty() { dt { (translated("Tags")) } dd { (tags.join(" · ")) } }
                @if let Some(image) = &event.image {
                    dt { (translated("Image")) }
                    dd { (picture(image, extract.pictures.get(&id))) }
                }
                @for stage in &event.milestones { dt { (capitalised(&stage.stage)) } dd { (date(&stage.date)) } }
                @if let Some(day) = event.date.old_style() { dt { (translated("Calendar")) } dd { (day.label()) } }
                @if let Some(basis) = &event.texts.basis { dt { (translated("Dated")) } dd { (basis) } }
                @for reading in &event.readings {
                    dt { (translated("Also dated")) }
                    dd {
                        (reading.date.full_label()) ": "
                        (citation::in_words(&timeline[reading.source], reading.at.as_deref()))
                    }
                }
            }
        }
    }
}

/// A picture: itself where the page holds it, over what can be seen and whose it is; else the name of its file beside that.
fn picture(image: &Image, held: Option<&String>) -> Markup {
    let words = image.in_words();
    html! {
        @if let Some(held) = held { img src=(held) alt=(image.alt.as_deref().unwrap_or_default()); }
        @match &image.url {
            Some(url) => a href=(url) { (words) },
            None => (words),
        }
        @if held.is_none() && let Some(file) = image.file_beside_words() { " (" (file) ")" }
    }
}

/// The claims that it bears on; in a part the reason stands once, beside the claim.
fn claims(extract: &Extract, event: &Event) -> Markup {
    let timeline = extract.timeline;
    let is_beside = |passage| extract.is_a_part() && extract.has_passage(passage);
    html! {
        @if !event.links.is_empty() {
            h5 { (translated("In the article")) }
            ul {
                @for link in &event.links {
                    @let passage = &timeline[link.passage];
                    li {
                        (to_passage(extract, link.passage, &format!("{} {}", passage.mark(), passage.heading)))
                        " " span.(link.stance.word()) { (translated(link.stance.word())) }
                        @if let Some(because) = link.because.as_ref().filter(|_| !is_beside(link.passage)) { br; (because) }
                    }
                }
            }
        }
    }
}

/// What it leads to and comes from; of a part only what the part has, because the rest is nowhere to be read.
fn related(extract: &Extract, event: &Event) -> Markup {
    let is_there = |id: EventId| !extract.is_a_part() || extract.has(id);
    let relations = event.related.iter();
    let relations: Vec<_> = relations
        .filter(|relation| is_there(relation.event))
        .collect();
    html! {
        @if !relations.is_empty() {
            h5 { (translated("Related")) }
            ul {
                @for relation in relations {
                    li { span.quiet { (relation.label) } " " (named(extract, relation.event)) }
                }
            }
        }
    }
}

/// The sources in full; in a part as the numbers of its notes, with the places in them.
fn sources(extract: &Extract, event: &Event) -> Markup {
    if extract.is_a_part() && extract.has_sources() {
        return numbered(extract, event);
    }
    let timeline = extract.timeline;
    html! {
        @if !event.citations.is_empty() {
            h5 { (translated("Sources")) }
            ol {
                @for citation in &event.citations {
                    @let source = &timeline[citation.source];
                    li {
                        (to_source(extract, citation.source, &citation::in_words(source, citation.at.as_deref())))
                        @if citation.primary { " " span.quiet { (translated("primary")) } }
                    }
                }
            }
        }
    }
}

fn numbered(extract: &Extract, event: &Event) -> Markup {
    let sources = extract.sources();
    let number = |id: SourceId| {
        sources
            .iter()
            .position(|source| *source == id)
            .map(|at| at + 1)
    };
    html! {
        @if !event.citations.is_empty() {
            p.notes {
                "Sources: "
                @for (at, citation) in event.citations.iter().enumerate() {
                    @if at > 0 { "; " }
                    @if let Some(number) = number(citation.source) {
                        (to_source(extract, citation.source, &format!("[{number}]")))
                    }
                    @if let Some(place) = &citation.at { " " (place) }
                    @if citation.primary { " (primary)" }
                }
            }
        }
    }
}
