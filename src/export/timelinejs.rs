//! TimelineJS3 JSON (<https://timeline.knightlab.com/docs/json-format.html>): a slide an event.
//!
//! A slide's date is a year with a month and a day where they are known, all of them strings of figures; what that
//! cannot say, stands in `display_date` for people and in `edtf`, a key that TimelineJS passes over, for `import`.
//! What else is known of an event stands in paragraphs of named classes, which `import` reads back.

use edtf_core::{Bound, BoundDate, Date, Edtf, IntervalEndpoint, SetElement};
use maud::{Markup, html};
use serde_json::{Map, Value, json};

use super::json::in_text;
use super::{Extract, MADE_BY, parties_in_a_line, sources_in_lines};
use crate::timeline::format::event_texts;
use crate::timeline::{Era, Event, EventId, HistoricDate, Timeline};

/// The whole file.
#[must_use]
pub fn file(extract: &Extract) -> String {
    let timeline = extract.timeline;
    let slides = extract.events.iter();
    let slides: Vec<Value> = slides.filter_map(|id| slide(timeline, *id)).collect();
    let eras: Vec<Value> = timeline.eras.iter().filter_map(era).collect();
    in_text(&json!({
        "title": {
            "unique_id": "the-timeline",
            "text": { "headline": escaped(&timeline.title), "text": head(extract).into_string() },
        },
        "scale": "human",
        "events": slides,
        "eras": eras,
    }))
}

fn head(extract: &Extract) -> Markup {
    html! {
        @if let Some(summary) = &extract.timeline.summary { p.summary { (summary) } }
        p.made-by { (extract.in_words()) " Made by " (MADE_BY) "." }
    }
}

/// A slide; `None` for a date without any known end, which no slide can stand at.
fn slide(timeline: &Timeline, id: EventId) -> Option<Value> {
    let event = &timeline[id];
    let mut slide = Map::new();
    slide.insert("unique_id".into(), event.id.as_str().into());
    dates(&mut slide, &event.date)?;
    slide.insert("display_date".into(), event.date.label().into());
    slide.insert("edtf".into(), event.date.written().into());
    if let Some(kind) = event.kind {
        slide.insert("group".into(), timeline[kind].label.clone().into());
    }
    if let Some(image) = &event.image
        && let Some(url) = &image.url
    {
        let mut media = Map::new();
        media.insert("url".into(), url.clone().into());
        let texts = [("alt", &image.alt), ("credit", &image.credit)];
        for (key, text) in texts
            .into_iter()
            .filter_map(|(key, text)| Some((key, text.as_ref()?)))
        {
            media.insert(key.into(), escaped(text).into());
        }
        slide.insert("media".into(), media.into());
    }
    let text = text(timeline, event).into_string();
    slide.insert(
        "text".into(),
        json!({ "headline": escaped(&event.title), "text": text }),
    );
    Some(slide.into())
}

/// An era, which needs both of its ends.
fn era(era: &Era) -> Option<Value> {
    let mut slide = Map::new();
    dates(&mut slide, &era.date)?;
    if !slide.contains_key("end_date") {
        let (first, last) = era.date.earliest().zip(era.date.latest())?;
        slide.insert("start_date".into(), SlideDate::of_day(first).in_json());
        slide.insert("end_date".into(), SlideDate::of_day(last).in_json());
    }
    slide.insert("edtf".into(), era.date.written().into());
    slide.insert(
        "text".into(),
        json!({ "headline": escaped(&era.title), "text": "" }),
    );
    Some(slide.into())
}

/// What stands under the headline.
fn text(timeline: &Timeline, event: &Event) -> Markup {
    let claims = event.links.iter().map(|link| {
        let passage = &timeline[link.passage];
        let claim = format!(
            "{} {}: {}",
            passage.mark(),
            passage.heading,
            link.stance.word()
        );
        let because = link.because.as_ref();
        because.map_or(claim.clone(), |because| format!("{claim}. {because}"))
    });
    let claims: Vec<String> = claims.collect();
    let stages = event.milestones.iter();
    let stages: Vec<String> = stages
        .map(|of| format!("{}: {}", of.stage, of.date.label()))
        .collect();
    html! {
        @if let Some(summary) = &event.texts.summary { p.summary { (summary) } }
        @for paragraph in &event.text { p { (paragraph) } }
        @if let Some(place) = &event.texts.place { p.place { (place) } }
        @if !event.parties.is_empty() { p.parties { (parties_in_a_line(timeline, event)) } }
        @for (key, text) in labelled(event) { p.(key) { (text) } }
        @if !stages.is_empty() { p.milestones { (stages.join("; ")) } }
        @if let Some(basis) = &event.texts.basis { p.basis { (basis) } }
        @for claim in &claims { p.article { "In the article: " (claim) } }
        @if !event.citations.is_empty() {
            ol.sources {
                @for (text, url) in sources_in_lines(timeline, event) {
                    li { @match url { Some(url) => a href=(url) { (text) }, None => (text) } }
                }
            }
        }
    }
}

/// The texts that stand among the facts of an event, by their keys.
fn labelled(event: &Event) -> impl Iterator<Item = (&'static str, &str)> {
    event_texts().filter_map(|(key, text)| {
        text.label?;
        Some((key.name, (text.of)(&event.texts)?))
    })
}

/// Headlines are HTML too.
fn escaped(text: &str) -> String {
    html! { (text) }.into_string()
}

/// A day as exact as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct SlideDate {
    year: i64,
    month: Option<u8>,
    day: Option<u8>,
}

impl SlideDate {
    fn of_day(day: chrono::NaiveDate) -> Self {
        use chrono::Datelike as _;
        SlideDate {
            year: day.year().into(),
            month: u8::try_from(day.month()).ok(),
            day: u8::try_from(day.day()).ok(),
        }
    }

    /// The first or the last moment of a date; `None` where that is open or unknown.
    fn of(date: &Date, first: bool) -> Option<Self> {
        let bounds = Edtf::Date(*date).bounds();
        let bound = if first {
            bounds.earliest
        } else {
            bounds.latest
        };
        let Bound::Date(BoundDate { year, month, day }) = bound else {
            return None;
        };
        let knows_month = date.month.is_some_and(|month| month.value().is_some());
        let knows_day = date.day.is_some_and(|day| day.value().is_some());
        Some(SlideDate {
            year,
            month: knows_month.then_some(month),
            day: knows_day.then_some(day),
        })
    }

    /// TimelineJS has no year 0 and calls 44 BC -44; EDTF counts as astronomers do.
    fn in_json(self) -> Value {
        let year = if self.year > 0 {
            self.year
        } else {
            self.year - 1
        };
        let mut object = Map::new();
        object.insert("year".into(), year.to_string().into());
        let parts = [("month", self.month), ("day", self.day)];
        for (key, part) in parts {
            if let Some(part) = part {
                object.insert(key.into(), part.to_string().into());
            }
        }
        object.into()
    }
}

/// Puts `start_date`, and `end_date` where it is another; of an open date the end that is known.
fn dates(slide: &mut Map<String, Value>, date: &HistoricDate) -> Option<()> {
    let (first, last) = ends(date.edtf());
    // An end without a year has no place on an axis.
    let first = first.filter(|_| date.earliest().is_some());
    let last = last.filter(|_| date.latest().is_some());
    let start = first.or(last)?;
    slide.insert("start_date".into(), start.in_json());
    if let Some(end) = last.filter(|end| *end != start) {
        slide.insert("end_date".into(), end.in_json());
    }
    Some(())
}

fn ends(edtf: &Edtf) -> (Option<SlideDate>, Option<SlideDate>) {
    match edtf {
        Edtf::Date(date) => (SlideDate::of(date, true), SlideDate::of(date, false)),
        Edtf::DateTime(moment) => (
            SlideDate::of(&moment.date, true),
            SlideDate::of(&moment.date, false),
        ),
        Edtf::Interval(interval) => (end(&interval.start, true), end(&interval.end, false)),
        Edtf::Set(set) => {
            let date = |element: &SetElement, first: bool| match element {
                SetElement::Range(from, to) => SlideDate::of(if first { from } else { to }, first),
                SetElement::Date(date)
                | SetElement::OnOrBefore(date)
                | SetElement::OnOrAfter(date) => SlideDate::of(date, first),
            };
            (
                set.elements.first().and_then(|element| date(element, true)),
                set.elements.last().and_then(|element| date(element, false)),
            )
        }
    }
}

fn end(endpoint: &IntervalEndpoint, first: bool) -> Option<SlideDate> {
    match endpoint {
        IntervalEndpoint::Date(date)
        | IntervalEndpoint::OnOrBefore(date)
        | IntervalEndpoint::OnOrAfter(date) => SlideDate::of(date, first),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slide_is_dated_as_exactly_as_its_event() {
        let check = |edtf: &str, expected: &str| {
            let date = HistoricDate::parse(edtf).unwrap();
            let mut slide = Map::new();
            let found = dates(&mut slide, &date).map_or("nothing".to_owned(), |()| {
                let text = |key: &str| {
                    let part = |part: &str| slide[key][part].as_str().map(str::to_owned);
                    let parts = ["year", "month", "day"].into_iter().filter_map(part);
                    parts.collect::<Vec<_>>().join(" ")
                };
                let end = slide.contains_key("end_date");
                [Some(text("start_date")), end.then(|| text("end_date"))]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(" – ")
            });
            assert_eq!(found, expected, "{edtf}");
        };
        check("1839-04-19", "1839 4 19");
        check("1839-04", "1839 4");
        check("1839", "1839");
        check("1907~", "1907");
        check("183X", "1830 – 1839");
        check("1914-08-XX", "1914 8");
        check("1914-XX", "1914");
        check("1947-21", "1947 3 – 1947 5");
        check("1914/1918-11", "1914 – 1918 11");
        check("1914/1914-08", "1914 – 1914 8");
        check("1995-12-12/..", "1995 12 12");
        check("XXXX-12-21", "nothing");
        check("1914/XXXX", "1914");
        check("../1846", "1846");
        check("[1866,1867]", "1866 – 1867");
        check("-0043", "-44");
        check("0000", "-1");
        check("XXXX", "nothing");
    }
}
