//! One page of HTML that needs nothing else: no script, no font, no picture from elsewhere.
//!
//! The four views are its four parts; every event, claim, answer and source has an anchor, and what is said of them
//! anywhere links there. It follows the reader's colours, fits a telephone and prints.

mod aside;
mod back;
mod cases;
mod event;
mod list;
mod named;
pub mod tour;

use std::collections::BTreeMap;

use crate::words::{language, translated};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use aside::{folded, gone, note};
use back::{changes, sources, words};
use named::{date, named, to_source};

use super::layout::DocumentPart;
use super::markdown::anchor;
use super::reader::{GONE, GONE_ID};
use super::{Extract, MADE_BY, ages_svg, lanes_svg};
use crate::notes::places::MarkPlace;
use crate::page::article::published;
use crate::page::evidence::{Notes, in_words};
use crate::timeline::{CountryId, EventId, Evidence, PassageId, Prose, Stance};

const STYLE: &str = include_str!("html/style.css");

/// The whole page.
#[must_use]
pub fn page(extract: &Extract) -> String {
    let timeline = extract.timeline;
    let parts = parts(extract);
    let body = html! {
        header {
            h1 { (extract.title()) }
            @if let Some(summary) = &timeline.summary { p.summary { (summary) } }
            p.quiet { (extract.in_words()) " Made by " (MADE_BY) "." }
        }
        nav aria-label="Parts" {
            ul { @for (id, title, _) in &parts { li { a href=(format!("#{id}")) { (title) } } } }
            (by_country(extract))
        }
        main {
            @for (id, title, body) in &parts {
                section id=(id) aria-labelledby=(format!("part-{id}")) {
                    h2 id=(format!("part-{id}")) { (title) }
                    (body)
                }
            }
        }
    };
    document(extract.title(), &body)
}

/// A page with its head: all that it is drawn with stands in it, so that one file is all of it.
fn document(title: &str, body: &Markup) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(language().code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="generator" content=(MADE_BY);
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body { (body) }
        }
    };
    page.into_string() + "\n"
}

/// The parts that are wanted and have something to say: id, title, what they say.
fn parts(extract: &Extract) -> Vec<(&'static str, &'static str, Markup)> {
    let wanted = DocumentPart::ALL.into_iter();
    let wanted = wanted.filter(|(part, _)| extract.layout.has(*part));
    let of_the_record = wanted.filter_map(|(part, title)| {
        let (id, body) = part_of(extract, part)?;
        Some((id, title, body))
    });
    let has_gone = !extract.gone().is_empty();
    let gone = has_gone.then(|| (GONE_ID, GONE, gone(extract)));
    of_the_record.chain(gone).collect()
}

/// A part with the id by which it is linked to; none where there is nothing to say in it.
fn part_of(extract: &Extract, part: DocumentPart) -> Option<(&'static str, Markup)> {
    let there = |is_there: bool| is_there.then_some(());
    Some(match part {
        DocumentPart::Lanes => {
            let figure = lanes_svg::figure(extract)?;
            let label = "The lanes, to be scrolled sideways";
            (
                "lanes",
                html! { figure tabindex="0" aria-label=(label) { (figure) } },
            )
        }
        DocumentPart::Ages => {
            // Ages are compared over the whole; a part has them where they are asked for.
            there(!extract.is_a_part() || extract.layout.only.contains(&part))?;
            let figure = ages_svg::figure(extract)?;
            let label = "The ages, to be scrolled sideways";
            (
                "ages",
                html! { figure tabindex="0" aria-label=(label) { (figure) } },
            )
        }
        DocumentPart::Article => {
            there(!extract.passages.is_empty())?;
            ("article", article(extract))
        }
        DocumentPart::Timeline => ("timeline", events(extract)),
        DocumentPart::Cases => {
            there(!extract.cases.is_empty())?;
            ("cases", cases::cases(extract))
        }
        DocumentPart::Sources => {
            let cited = extract.sources();
            there(!cited.is_empty())?;
            ("sources", sources(extract, &cited))
        }
        DocumentPart::Changes => {
            let number = extract.changes().count();
            there(number > 0)?;
            let changes = changes(extract);
            let is_asked_for = extract.layout.only.contains(&part);
            let body = match extract.is_a_part() && !is_asked_for {
                true => folded(&crate::text::count(number, "correction"), &changes),
                false => changes,
            };
            ("corrections", body)
        }
        DocumentPart::Words => {
            there(extract.explains_words())?;
            let words = words(extract.timeline);
            there(!words.0.is_empty())?;
            ("words", words)
        }
    })
}

/// Every country with the events in which it takes part, folded away until it is wanted.
fn by_country(extract: &Extract) -> Markup {
    let timeline = extract.timeline;
    let mut countries: BTreeMap<CountryId, Vec<EventId>> = BTreeMap::new();
    for id in extract.events.iter().filter(|id| extract.has(**id)) {
        for party in &timeline[*id].parties {
            let events = countries.entry(party.country).or_default();
            // A country may have several roles in one event.
            if events.last() != Some(id) {
                events.push(*id);
            }
        }
    }
    html! {
        @if countries.len() > 1 {
            details.countries {
                summary { (translated("By country")) }
                div {
                    @for (country, events) in &countries {
                        details name="country" {
                            summary { (timeline[*country].name) " " span.quiet { (events.len()) } }
                            ul { @for id in events { li { (date(&timeline[*id].date)) " " (named(extract, *id)) } } }
                        }
                    }
                }
            }
        }
    }
}

fn events(extract: &Extract) -> Markup {
    html! {
        (list::list(extract))
        @for (decade, events) in extract.decades() {
            h3 { (decade) }
            @for id in events { (event::event(extract, *id)) }
        }
    }
}

fn article(extract: &Extract) -> Markup {
    let timeline = extract.timeline;
    let mut section: Option<&String> = None;
    html! {
        @if let Some(article) = &timeline.article {
            p { cite { (article.title) } " · " (published(article)) }
            @if let Some(url) = &article.url { p { a href=(url) { (url) } } }
        }
        @for id in extract.passages.iter().copied() {
            @let passage = &timeline[id];
            @if passage.section.as_ref() != section {
                @if let Some(title) = { section = passage.section.as_ref(); section } { h3 { (title) } }
            }
            article.passage id=(anchor("passage", &passage.id)) {
                h4 { span.mark { (passage.mark()) } " " (passage.heading) }
                @if !passage.claim.is_empty() { h5 { (translated("The author’s claim")) } }
                @for paragraph in &passage.claim { p { (paragraph) } }
                (record(extract, id))
                @for stance in Stance::BESIDE_A_CLAIM { (linked_events(extract, id, stance)) }
                (note(extract, MarkPlace::Passage(id), None))
            }
        }
    }
}

fn record(extract: &Extract, id: PassageId) -> Markup {
    let passage = &extract.timeline[id];
    let prefix = anchor("passage", &passage.id);
    let mut notes = Notes::default();
    let record = html! {
        @for paragraph in &passage.record { p { (with_numbers(paragraph, &prefix, &mut notes)) } }
        (footnotes(extract, &prefix, &notes))
    };
    html! {
        @if !passage.record.is_empty() {
            @if extract.is_a_part() {
                (folded(translated("What the record shows"), &record))
            } @else {
                h5 { (translated("What the record shows")) }
                (record)
            }
        }
    }
}

/// A text with the numbers of its footnotes, each a link to the note; `prefix` keeps their ids apart from those elsewhere.
fn with_numbers<'t>(text: &'t Prose, prefix: &str, notes: &mut Notes<'t>) -> Markup {
    html! {
        @for (words, evidence) in text.pieces() {
            (words)
            @if let Some(number) = evidence.map(|evidence| notes.number(evidence)) {
                sup { a href=(format!("#{prefix}-note-{number}")) { (number) } }
            }
        }
    }
}

/// The footnotes of a text: events as links, sources as citations that lead to their entries.
fn footnotes(extract: &Extract, prefix: &str, notes: &Notes) -> Markup {
    let timeline = extract.timeline;
    html! {
        @if notes.numbered().next().is_some() {
            ol.notes {
                @for (number, evidence) in notes.numbered() {
                    li id=(format!("{prefix}-note-{number}")) {
                        @match evidence {
                            Evidence::Event(event) => { (date(&timeline[*event].date)) " " (named(extract, *event)) }
                            Evidence::Source(source, _) => {
                                (to_source(extract, *source, &in_words(timeline, evidence)))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The events of a stance with their reasons; of a part those that it has, and how many there are beside them.
fn linked_events(extract: &Extract, id: PassageId, stance: Stance) -> Markup {
    let passage = &extract.timeline[id];
    let (events, others): (Vec<EventId>, Vec<EventId>) = passage
        .with_stance(stance)
        .partition(|event| extract.events.binary_search(event).is_ok());
    html! {
        @if !events.is_empty() {
            h5.(stance.word()) { (crate::text::capitalised(translated(stance.word()))) }
            ul.events {
                @for event in events {
                    li {
                        (date(&extract.timeline[event].date)) " " (named(extract, event))
                        @if let Some(because) = extract.timeline.because(event, id) { br; (because) }
                    }
                }
                @if !others.is_empty() {
                    li.quiet { "and " (crate::text::count(others.len(), "event")) " that " (if others.len() == 1 { "is" } else { "are" }) " not in this part" }
                }
            }
        }
    }
}
