//! The facts of an event, as a list: who took part, what else is dated, what the date rests on.

use super::escape::escaped;
use super::items;
use crate::export::called;
use crate::page::citation;
use crate::text;
use crate::timeline::format::labelled_texts;
use crate::timeline::{Event, Image, Timeline};
use crate::words::translated;

/// Parties by their roles, the provision, the other dates of the act, and what the date rests on.
pub(super) fn facts(markdown: &mut String, timeline: &Timeline, event: &Event) {
    let mut facts: Vec<String> = Vec::new();
    for (role, parties) in event.parties_by_role() {
        let label = timeline[role].label_for(parties.len());
        let names = parties.iter().map(|party| called(timeline, party));
        let names: Vec<String> = names.map(|name| escaped(&name)).collect();
        facts.push(format!("{}: {}", escaped(label), names.join(", ")));
    }
    for (label, text) in labelled_texts(&event.texts) {
        facts.push(format!("{}: {}", translated(label), escaped(text)));
    }
    if !event.tags.is_empty() {
        let tags = event.tags.iter().map(|tag| escaped(&timeline[*tag]));
        let tags = tags.collect::<Vec<_>>().join(" · ");
        facts.push(format!("{}: {tags}", translated("Tags")));
    }
    if let Some(image) = &event.image {
        facts.push(format!("{}: {}", translated("Image"), linked(image)));
    }
    for stage in &event.milestones {
        let label = escaped(&text::capitalised(&stage.stage));
        facts.push(format!("{label}: {}", escaped(&stage.date.label())));
    }
    if event.date.label() != event.date.written() && !event.date.is_exact_day() {
        facts.push(format!("Date in EDTF: `{}`", event.date.written()));
    }
    if let Some(day) = event.date.old_style() {
        facts.push(format!(
            "{}: {}",
            translated("Calendar"),
            escaped(&day.label())
        ));
    }
    if let Some(basis) = &event.texts.basis {
        facts.push(format!("{}: {}", translated("Dated"), escaped(basis)));
    }
    for reading in &event.readings {
        let source = citation::in_words(&timeline[reading.source], reading.at.as_deref());
        let date = escaped(&reading.date.full_label());
        facts.push(format!(
            "{}: {date}: {}",
            translated("Also dated"),
            escaped(&source)
        ));
    }
    items(markdown, facts.into_iter());
}

/// A picture in words, which link to its address, and its file.
fn linked(image: &Image) -> String {
    let words = escaped(&image.in_words());
    let words = match &image.url {
        Some(url) => format!("[{words}](<{url}>)"),
        None => words,
    };
    match image.file_beside_words() {
        Some(file) => format!("{words} ({})", escaped(file)),
        None => words,
    }
}
