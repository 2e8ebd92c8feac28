//! The parts behind the views: the sources, what was corrected, and the signs and words.

use maud::{Markup, html};

use super::super::Extract;
use super::super::layout::bibliography;
use super::super::markdown::anchor;
use super::named::{date, named, to_passage, to_source};
use crate::page::citation;
use crate::page::signs;
use crate::timeline::name::Name;
use crate::timeline::{ChangeSubject, Source, SourceId, Timeline};
use crate::words::translated;

pub(super) fn sources(extract: &Extract, cited: &[SourceId]) -> Markup {
    let sources: Vec<&Source> = cited.iter().map(|id| &extract.timeline[*id]).collect();
    let styled = extract
        .layout
        .style
        .and_then(|style| bibliography(&sources, style));
    html! {
        ol.bibliography {
            @for (at, source) in sources.iter().enumerate() {
                li id=(anchor("source", &source.id)) {
                    @match styled.as_ref().and_then(|entries| entries.get(at)) {
                        Some(entry) => (entry),
                        None => (work(source)),
                    }
                }
            }
        }
    }
}

/// What the timeline had wrong, and what is right.
pub(super) fn changes(extract: &Extract) -> Markup {
    let timeline = extract.timeline;
    html! {
        @for change in extract.changes() {
            article.change {
                p.when {
                    (date(&change.date))
                    @for subject in &change.subjects {
                        " · "
                        @match subject {
                            ChangeSubject::Event(event) | ChangeSubject::SpansFrom(event) => (named(extract, *event)),
                            ChangeSubject::Passage(passage) => {
                                (to_passage(extract, *passage, &timeline[*passage].mark()))
                            }
                            ChangeSubject::Case(case) => (timeline[*case].title),
                        }
                    }
                }
                dl {
                    dt { (crate::text::capitalised(translated("was"))) }
                    dd { (change.was) }
                    dt { (crate::text::capitalised(translated("is"))) }
                    dd { (change.now) }
                    @if let Some(source) = change.source {
                        dt { (crate::text::capitalised(translated("source"))) }
                        dd { (to_source(extract, source, &citation::in_words(&timeline[source], None))) }
                    }
                }
            }
        }
    }
}

/// A source with all that is known of it.
fn work(source: &Source) -> Markup {
    let names = |names: &[String]| {
        let names: Vec<&str> = names
            .iter()
            .map(|name| Name::in_order_of_family(name))
            .collect();
        names.join("; ")
    };
    let fields = source.fields.iter().map(|(key, field)| match key.as_str() {
        "publisher" | "location" | "parent-title" | "organization" | "note" => field.clone(),
        key => format!("{} {field}", key.replace('-', " ")),
    });
    let fields: Vec<String> = fields.collect();
    html! {
        @if !source.authors.is_empty() { (names(&source.authors)) ", " }
        cite { (source.title) }
        @if !source.editors.is_empty() { ", edited by " (names(&source.editors)) }
        @if !fields.is_empty() { ", " (fields.join(", ")) }
        @if let Some(of) = &source.date { ", " (date(of)) }
        @if let Some(url) = &source.url { ". " a href=(url) { (url) } }
    }
}

/// The signs and words of this timeline with what they mean.
pub(super) fn words(timeline: &Timeline) -> Markup {
    let signs = signs::in_documents(timeline);
    html! {
        @for group in signs.chunk_by(|a, b| a.group == b.group) {
            h3 { (group[0].group) }
            dl { @for sign in group {
                dt { @if !sign.sign.is_empty() { (sign.sign) " " } (sign.name) }
                dd { (sign.meaning) }
            } }
        }
    }
}
