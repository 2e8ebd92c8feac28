//! TimelineJS3's JSON: a slide becomes an event; what TimelineJS itself ignores is reported.
//!
//! An address of `media` becomes a source; backgrounds, thumbnails and times of day have no room in a timeline.

use serde_json::Value;

use super::dates::{ImportedDate, Parts, of_slide};
use super::draft::{Draft, EventDraft};
use super::plain::{Block, blocks, line};
use super::{Read, Unreadable};
use crate::timeline::HistoricDate;
use crate::timeline::format::event_texts;

/// Keys of a date that are finer than a day.
const TIMES: [&str; 4] = ["hour", "minute", "second", "millisecond"];

pub(super) fn read(document: &Value) -> Result<Read, Unreadable> {
    let Some(slides) = document["events"].as_array() else {
        return Err(Unreadable::content(
            "it is no JSON of TimelineJS: it has no list 'events'",
        ));
    };
    let mut draft = Draft::default();
    let title = &document["title"]["text"];
    // What an export of ours says about itself is not repeated.
    let about = blocks(text(&title["text"]));
    let about = about.iter().filter(|block| block.class != "made-by");
    let about: Vec<&str> = about.map(|block| block.text.as_str()).collect();
    draft.head(&line(text(&title["headline"])), &about.join(" "));
    let mut timed = 0;
    for (at, slide) in slides.iter().enumerate() {
        let headline = line(text(&slide["text"]["headline"]));
        let location = match headline.as_str() {
            "" => format!("slide {}", at + 1),
            headline => format!("slide {} ('{headline}')", at + 1),
        };
        timed += usize::from(has_time(&slide["start_date"]) || has_time(&slide["end_date"]));
        match date(slide) {
            Err(reason) => draft.lose(&location, &reason),
            Ok(found) => {
                let entry = entry(slide, headline);
                if entry.title.is_empty() {
                    draft.lose(&location, "it has neither headline nor text");
                } else {
                    draft.event(&location, entry, &found);
                }
            }
        }
    }
    for (at, era) in document["eras"]
        .as_array()
        .into_iter()
        .flatten()
        .enumerate()
    {
        let title = line(text(&era["text"]["headline"]));
        match date(era) {
            Ok(found) if !title.is_empty() => draft.era(&title, &found),
            Ok(_) => draft.lose(&format!("era {}", at + 1), "it has no headline"),
            Err(reason) => draft.lose(&format!("era {}", at + 1), &reason),
        }
    }
    if timed > 0 {
        draft.remark(format!(
            "{} of day left out: dates are days",
            crate::text::count(timed, "time")
        ));
    }
    let adorned = |slide: &&Value| {
        let parts = [&slide["background"], &slide["media"]["thumbnail"]];
        parts
            .into_iter()
            .any(|part| part.is_object() || !text(part).is_empty())
    };
    let adorned = slides.iter().filter(adorned).count();
    if adorned > 0 {
        draft.remark(format!(
            "backgrounds and thumbnails left out, of {}",
            crate::text::count(adorned, "slide")
        ));
    }
    Ok(draft.finish())
}

/// The date of a slide or an era: as our own export wrote it, if the slide still stands there, else from its figures.
fn date(slide: &Value) -> Result<ImportedDate, String> {
    if !slide["start_date"].is_object() {
        return Err("it has no start_date".to_owned());
    }
    let end = slide["end_date"]
        .is_object()
        .then(|| parts(&slide["end_date"]));
    let display = text(&slide["display_date"]);
    let display = match display {
        "" => text(&slide["start_date"]["display_date"]),
        display => display,
    };
    let found = of_slide(&parts(&slide["start_date"]), end.as_ref(), &line(display))?;
    let written = slide["edtf"]
        .as_str()
        .and_then(|edtf| HistoricDate::parse(edtf).ok());
    let agrees = |written: &HistoricDate| written.year() == found.date.year();
    Ok(match written.filter(agrees) {
        Some(date) => ImportedDate {
            date,
            read_from: None,
        },
        None => found,
    })
}

/// TimelineJS takes figures as numbers and as strings.
fn parts(date: &Value) -> Parts {
    let part = |key: &str| match &date[key] {
        Value::String(figures) => figures.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    };
    Parts {
        year: part("year"),
        month: part("month"),
        day: part("day"),
    }
}

fn has_time(date: &Value) -> bool {
    TIMES.into_iter().any(|key| match &date[key] {
        Value::String(figures) => !figures.trim().is_empty(),
        Value::Number(_) => true,
        _ => false,
    })
}

fn entry(slide: &Value, headline: String) -> EventDraft {
    let mut entry = EventDraft {
        id: text(&slide["unique_id"]).to_owned(),
        title: headline,
        kind: line(text(&slide["group"])),
        ..EventDraft::default()
    };
    body(text(&slide["text"]["text"]), &mut entry);
    let media = &slide["media"];
    let words = [&media["caption"], &media["credit"]].map(|of| line(text(of)));
    let words: Vec<&str> = words
        .iter()
        .map(String::as_str)
        .filter(|of| !of.is_empty())
        .collect();
    let address = text(&media["url"]).trim();
    if !words.is_empty() || !address.is_empty() {
        entry
            .sources
            .push(format!("{} {}", words.join(", "), line(address)));
    }
    entry
}

/// The paragraphs of a slide's HTML, each where its class says; without a headline the first words are the title.
pub(super) fn body(html: &str, entry: &mut EventDraft) {
    let mut paragraphs: Vec<String> = Vec::new();
    for Block { class, text } in blocks(html) {
        match class.as_str() {
            "summary" => entry.summary = text,
            "place" => entry.place = text,
            "parties" => entry.parties = text,
            "provision" => entry.provision = text,
            "basis" => entry.basis = text,
            "sources" => entry.sources.push(text),
            class => match event_texts().find(|(key, _)| key.name == class) {
                Some((key, _)) => entry.others.push((key.name, text)),
                None => paragraphs.push(text),
            },
        }
    }
    if entry.title.is_empty()
        && let Some(first) = paragraphs.first()
    {
        entry.title = crate::text::truncate(first, 70).into_owned();
    }
    entry.text = paragraphs.join("\n\n");
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
