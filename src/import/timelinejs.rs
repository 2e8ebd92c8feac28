//! TimelineJS3's JSON: a slide becomes an event; what TimelineJS itself passes over is told.
//!
//! A picture in `media` becomes the event's, any other address a source; backgrounds, thumbnails and times of day have no room in a timeline.

use serde_json::Value;

use super::dates::{DateParts, Habits, ImportedDate, between, displayed, of_cell, of_slide};
use super::draft::{Draft, EventDraft, ImageDraft};
use super::plain::{Block, attribute_in, blocks, line};
use super::report::About;
use super::{Read, Unreadable};
use crate::timeline::HistoricDate;
use crate::timeline::check::sources::is_web_address;
use crate::timeline::date::words::FigureOrder;
use crate::timeline::format::event_texts;

/// Keys of a date that are finer than a day.
const TIMES: [&str; 4] = ["hour", "minute", "second", "millisecond"];

pub(super) fn read(document: &Value) -> Result<Read, Unreadable> {
    let Some(slides) = document["events"].as_array() else {
        return Err("it is no JSON of TimelineJS: it has no list 'events'".into());
    };
    let mut draft = Draft::default();
    let title = &document["title"]["text"];
    // What an export of ours says of itself is not caption again.
    let about = blocks(text(&title["text"]));
    let about = about.iter().filter(|block| block.class != "made-by");
    let about: Vec<&str> = about.map(|block| block.text.as_str()).collect();
    draft.head(&line(text(&title["headline"])), &about.join(" "));
    for (at, slide) in slides.iter().enumerate() {
        let headline = line(text(&slide["text"]["headline"]));
        let location = match headline.as_str() {
            "" => format!("slide {}", at + 1),
            headline => format!("slide {} ('{headline}')", at + 1),
        };
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
    for (at, era) in items(&document["eras"]).enumerate() {
        let title = line(text(&era["text"]["headline"]));
        let location = format!("era {}", at + 1);
        match date(era) {
            Ok(found) if !title.is_empty() => draft.era(&location, &title, &found),
            Ok(_) => draft.lose(&location, "it has no headline"),
            Err(reason) => draft.lose(&location, &reason),
        }
    }
    let adorned = |slide: &&Value| {
        let parts = [&slide["background"], &slide["media"]["thumbnail"]];
        parts.into_iter().any(is_told)
    };
    let adorned = slides.iter().filter(adorned).count();
    if adorned > 0 {
        let slides = crate::text::count(adorned, "slide");
        let remark = format!("backgrounds and thumbnails left out, of {slides}");
        draft.remark(About::Whole, remark);
    }
    Ok(draft.finish())
}

/// The date of a slide or an era: as our own export wrote it, if the slide still stands there, else from its figures.
fn date(slide: &Value) -> Result<ImportedDate, String> {
    let (start, end) = (&slide["start_date"], &slide["end_date"]);
    if !is_told(start) {
        return Err("it has no start_date".to_owned());
    }
    let display = [&slide["display_date"], &start["display_date"]].map(|of| line(text(of)));
    let display = display
        .into_iter()
        .find(|display| !display.is_empty())
        .unwrap_or_default();
    let mut found = match start {
        // Some write a date as one text.
        Value::String(text) => displayed(of_text(text, end)?, &display),
        _ => of_slide(&parts(start), Some(&parts(end)), &display)?,
    };
    if let Some(date) = written_by_us(slide, &found) {
        found = date.into();
    }
    found.has_time |= has_time(start) || has_time(end);
    Ok(found)
}

/// The date of the key that our own export adds, unless the slide has been moved since.
fn written_by_us(slide: &Value, found: &ImportedDate) -> Option<HistoricDate> {
    let date = HistoricDate::parse(slide["edtf"].as_str()?).ok()?;
    (date.year() == found.date.year()
        || date
            .latest()
            .zip(found.date.latest())
            .is_some_and(|(a, b)| a == b))
    .then_some(date)
}

fn of_text(start: &str, end: &Value) -> Result<ImportedDate, String> {
    let habits = Habits {
        order: Some(FigureOrder::MonthFirst),
        edtf: false,
    };
    let start = of_cell(start, habits)?;
    match text(end).trim() {
        "" => Ok(start),
        end => Ok(between(start, of_cell(end, habits)?)),
    }
}

/// Whether there is anything in a value: what is there and empty is not there.
fn is_told(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(items) => items.iter().any(is_told),
        Value::Object(keys) => keys.values().any(is_told),
        Value::Bool(_) | Value::Number(_) => true,
    }
}

fn items(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

/// TimelineJS takes figures as numbers and as strings.
fn parts(date: &Value) -> DateParts {
    let part = |key: &str| match &date[key] {
        Value::String(figures) => figures.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    };
    DateParts {
        year: part("year"),
        month: part("month"),
        day: part("day"),
    }
}

fn has_time(date: &Value) -> bool {
    TIMES.into_iter().any(|key| is_told(&date[key]))
}

fn entry(slide: &Value, headline: String) -> EventDraft {
    let mut entry = EventDraft {
        id: match &slide["unique_id"] {
            Value::Number(number) => number.to_string(),
            id => text(id).to_owned(),
        },
        title: headline,
        kind: line(text(&slide["group"])),
        ..EventDraft::default()
    };
    body(text(&slide["text"]["text"]), &mut entry);
    let place = [&slide["location"]["name"], &slide["location"]].map(|of| line(text(of)));
    if entry.place.is_empty() {
        entry.place = place
            .into_iter()
            .find(|place| !place.is_empty())
            .unwrap_or_default();
    }
    let of = &slide["media"];
    let words = [&of["caption"], &of["credit"], &of["alt"]].map(|of| line(text(of)));
    media(&words, &[text(&of["url"]), text(&of["link"])], &mut entry);
    entry
}

/// The first picture becomes the event's, and what else has an address a source under the words of its caption; what is
/// embedded is text, not an address. The words are those of a caption, of whose it is, and of what can be seen.
pub(super) fn media(words: &[String; 3], addresses: &[&str], entry: &mut EventDraft) {
    let mut addresses: Vec<&str> = addresses.iter().map(|address| address.trim()).collect();
    let titles = addresses.clone();
    if let Some(at) = addresses.iter().position(|address| is_picture(address)) {
        let [caption, credit, alt] = words.each_ref().map(|words| words.trim());
        let seen = [caption, alt].into_iter().filter(|words| !words.is_empty());
        let mut seen: Vec<&str> = seen.collect();
        seen.dedup();
        entry.image = Some(ImageDraft {
            place: addresses.remove(at).to_owned(),
            alt: seen.join(", "),
            credit: credit.to_owned(),
        });
    }
    let mut caption: Vec<&str> = Vec::new();
    for words in words
        .iter()
        .map(|words| words.trim())
        .filter(|words| !words.is_empty())
    {
        if !caption.contains(&words) {
            caption.push(words);
        }
    }
    let caption = caption.join(", ");
    let mut is_captioned = caption.is_empty() || entry.image.is_some();
    for address in addresses.into_iter().filter(|address| !address.is_empty()) {
        let embedded = attribute_in(address, "src");
        match embedded.as_deref().unwrap_or(address) {
            address if is_web_address(address) => {
                entry.sources.push(format!("{caption} {address}"));
                is_captioned = true;
            }
            address if address.contains('<') => {
                let words: Vec<String> = blocks(address)
                    .into_iter()
                    .map(|block| block.text)
                    .collect();
                // What is embedded and says something is a quotation.
                match words.join(" ") {
                    words if words.is_empty() => entry.left.push(format!("media: {address}")),
                    words if entry.text.is_empty() => entry.text = words,
                    words => entry.text.push_str(&format!("\n\n{words}")),
                }
            }
            address => entry.left.push(format!("media: {address}")),
        }
    }
    if !is_captioned {
        entry.sources.push(caption.clone());
    }
    // A slide without words of its own is called by those of its media.
    if entry.title.is_empty() {
        let mut titles = titles.into_iter();
        let address = titles.find(|address| is_web_address(address));
        let title = if caption.is_empty() {
            address.unwrap_or_default()
        } else {
            &caption
        };
        entry.title = crate::text::truncate(title, 70).into_owned();
    }
}

/// Whether an address, or a file beside the page, is called as pictures are.
fn is_picture(address: &str) -> bool {
    const ENDINGS: [&str; 7] = ["png", "jpg", "jpeg", "gif", "webp", "avif", "svg"];
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_beside = !address.starts_with(['/', '\\'])
        && !address.contains([':', '<', '\n'])
        && !address.split(['/', '\\']).any(|part| part == "..");
    ENDINGS.contains(&ending.to_lowercase().as_str()) && (is_web_address(address) || is_beside)
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
