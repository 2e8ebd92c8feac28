//! One event as an `<article>`: everything that the timeline knows of it.

use maud::{Markup, html};

use super::{anchor, date, named};
use crate::export::{Extract, called};
use crate::page::citation;
use crate::text::capitalised;
use crate::timeline::format::labelled_texts;
use crate::timeline::{Event, EventId, Timeline};

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
            (facts(timeline, event))
            @for paragraph in summary.chain(&event.text) { p { (paragraph) } }
            (claims(timeline, event))
            (related(extract, event))
            (sources(timeline, event))
        }
    }
}

fn facts(timeline: &Timeline, event: &Event) -> Markup {
    let roles = event.parties_by_role();
    let has_texts = labelled_texts(&event.texts).next().is_some() || event.texts.basis.is_some();
    let has_facts = has_texts || !event.readings.is_empty() || event.date.old_style().is_some();
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
                @for (label, text) in labelled_texts(&event.texts) { dt { (label) } dd { (text) } }
                @for stage in &event.milestones { dt { (capitalised(&stage.stage)) } dd { (date(&stage.date)) } }
                @if let Some(day) = event.date.old_style() { dt { "Calendar" } dd { (day.label()) } }
                @if let Some(basis) = &event.texts.basis { dt { "Dated" } dd { (basis) } }
                @for reading in &event.readings {
                    dt { "Also dated" }
                    dd {
                        (reading.date.full_label()) ": "
                        (citation::in_words(&timeline[reading.source], reading.at.as_deref()))
                    }
                }
            }
        }
    }
}

fn claims(timeline: &Timeline, event: &Event) -> Markup {
    html! {
        @if !event.links.is_empty() {
            h5 { "In the article" }
            ul {
                @for link in &event.links {
                    @let passage = &timeline[link.passage];
                    li {
                        a href=(format!("#{}", anchor("passage", &passage.id))) {
                            (passage.mark()) " " (passage.heading)
                        }
                        " " span.(link.stance.word()) { (link.stance.word()) }
                        @if let Some(because) = &link.because { br; (because) }
                    }
                }
            }
        }
    }
}

fn related(extract: &Extract, event: &Event) -> Markup {
    html! {
        @if !event.related.is_empty() {
            h5 { "Related" }
            ul {
                @for relation in &event.related {
                    li { span.quiet { (relation.label) } " " (named(extract, relation.event)) }
                }
            }
        }
    }
}

fn sources(timeline: &Timeline, event: &Event) -> Markup {
    html! {
        @if !event.citations.is_empty() {
            h5 { "Sources" }
            ol {
                @for citation in &event.citations {
                    @let source = &timeline[citation.source];
                    li {
                        a href=(format!("#{}", anchor("source", &source.id))) {
                            (citation::in_words(source, citation.at.as_deref()))
                        }
                        @if citation.primary { " " span.quiet { "primary" } }
                    }
                }
            }
        }
    }
}
