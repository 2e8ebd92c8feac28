//! A tour as a hand-out: its stops one after the other, and what they show and rest on as notes at the end.

use maud::{Markup, html};

use super::named::date;
use super::{document, with_numbers};
use crate::export::layout::DocumentLayout;
use crate::export::{MADE_BY, bearing, cell_in_words, note_in_words};
use crate::page::evidence::{Notes, Numbers};
use crate::text;
use crate::timeline::{Evidence, Stop, Timeline, TourId};

/// What the anchors of its notes begin with.
const PREFIX: &str = "tour";

/// The complete hand-out, a page that needs nothing else.
#[must_use]
pub fn hand_out(timeline: &Timeline, id: TourId, layout: &DocumentLayout) -> String {
    let tour = &timeline[id];
    let title = layout.title.as_ref().unwrap_or(&tour.title);
    let shown: Vec<Vec<Evidence>> = tour.stops.iter().map(shown).collect();
    let mut notes = Notes::new(Numbers::Raised);
    let stops = tour.stops.iter().enumerate().zip(&shown);
    let stops: Vec<Markup> = stops
        .map(|((at, of), shown)| stop(timeline, at, of, shown, &mut notes))
        .collect();
    let body = html! {
        header {
            h1 { (title) }
            @if let Some(summary) = &tour.summary { p.summary { (summary) } }
            p.quiet {
                cite { (timeline.title) } ", a tour of " (text::count(tour.stops.len(), "stop"))
                ". Made by " (MADE_BY) "."
            }
        }
        main {
            @for stop in stops { (stop) }
            @if notes.numbered().next().is_some() { (all_notes(timeline, &notes, layout)) }
        }
    };
    document(title, &body)
}

/// The events of a stop, as notes name them.
fn shown(stop: &Stop) -> Vec<Evidence> {
    stop.events.iter().copied().map(Evidence::Event).collect()
}

fn stop<'t>(
    timeline: &Timeline,
    at: usize,
    stop: &'t Stop,
    shown: &'t [Evidence],
    notes: &mut Notes<'t>,
) -> Markup {
    html! {
        article.stop id=(format!("stop-{}", at + 1)) {
            h3 { (at + 1) ". " (stop.title) }
            @for paragraph in &stop.text { p { (with_numbers(paragraph, PREFIX, notes)) } }
            @if let Some(passage) = stop.passage.map(|passage| &timeline[passage]) {
                p { span.quiet { "The claim: " } span.mark { (passage.mark()) } " " (passage.heading) }
            }
            @if let Some(cell) = cell_in_words(timeline, stop) {
                p { span.quiet { "In the table of cases: " } (cell) }
            }
            ul.events {
                @for (event, evidence) in stop.events.iter().zip(shown) {
                    @let number = notes.number(evidence);
                    li {
                        (date(&timeline[*event].date)) " " (timeline[*event].title)
                        sup { a href=(format!("#{PREFIX}-note-{number}")) { (number) } }
                        @if let Some(bears) = bearing(timeline, stop, *event) { br; (bears) }
                    }
                }
            }
            @if let Some(question) = &stop.question { p { em { (question) } } }
        }
    }
}

fn all_notes(timeline: &Timeline, notes: &Notes, layout: &DocumentLayout) -> Markup {
    html! {
        article {
            h3 { "Notes" }
            ol.notes {
                @for (number, evidence) in notes.numbered() {
                    @let (words, addresses) = note_in_words(timeline, evidence, layout.style);
                    li id=(format!("{PREFIX}-note-{number}")) {
                        (words)
                        @for url in addresses { " " a href=(url) { (url) } }
                    }
                }
            }
        }
    }
}
