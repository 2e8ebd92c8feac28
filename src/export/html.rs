//! One page of HTML that needs nothing else: no script, no font, no picture from elsewhere.
//!
//! The four views are its four parts; every event, claim, answer and source has an anchor, and what is said of them
//! anywhere links there. It follows the reader's colours, fits a telephone and prints.

mod aside;
mod cases;
mod event;
mod list;
pub mod tour;

use crate::words::{language, translated};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use aside::{folded, gone, note};

use super::layout::{DocumentPart, bibliography};
use super::markdown::anchor;
use super::reader::{GONE, GONE_ID};
use super::{Extract, MADE_BY, ages_svg, lanes_svg};
use crate::notes::places::MarkPlace;
use crate::page::article::published;
use crate::page::citation;
use crate::page::evidence::{Notes, in_words};
use crate::page::signs;
use crate::timeline::name::Name;
use crate::timeline::{
    ChangeSubject, CountryId, EventId, Evidence, HistoricDate, PassageId, Prose, Source, SourceId,
    Stance, Timeline,
};

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
    let of = |country: CountryId| {
        let events = extract.events.iter().copied();
        let involved = |id: &EventId| extract.has(*id) && timeline[*id].involves(country, None);
        events.filter(involved).collect::<Vec<_>>()
    };
    let countries: Vec<(CountryId, Vec<EventId>)> = CountryId::all(timeline)
        .map(|country| (country, of(country)))
        .filter(|(_, events)| !events.is_empty())
        .collect();
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

/// A citation that leads to the entry of its source, where the page has one.
fn to_source(extract: &Extract, source: SourceId, citation: &str) -> Markup {
    let id = &extract.timeline[source].id;
    html! {
        @if extract.has_sources() { a href=(format!("#{}", anchor("source", id))) { (citation) } }
        @else { (citation) }
    }
}

/// The name of a claim, as a link where the page has it.
fn to_passage(extract: &Extract, passage: PassageId, name: &str) -> Markup {
    html! {
        @if extract.has_passage(passage) {
            a href=(format!("#{}", anchor("passage", &extract.timeline[passage].id))) { (name) }
        } @else { (name) }
    }
}

fn sources(extract: &Extract, cited: &[SourceId]) -> Markup {
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
fn changes(extract: &Extract) -> Markup {
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
fn words(timeline: &Timeline) -> Markup {
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

/// The title of an event, as a link where the page has it.
fn named(extract: &Extract, id: EventId) -> Markup {
    let event = &extract.timeline[id];
    html! {
        @if extract.has(id) { a href=(format!("#{}", anchor("event", &event.id))) { (event.title) } }
        @else { (event.title) }
    }
}

/// A date in words; `<time>` knows days, months and years only, so what is less exact is none.
fn date(date: &HistoricDate) -> Markup {
    html! {
        @match machine_date(date) {
            Some(machine) => time datetime=(machine) { (date.label()) },
            None => span.date title=(format!("EDTF {}", date.written())) { (date.label()) },
        }
    }
}

/// The date as HTML writes it, where it can; HTML has no years before 1.
fn machine_date(date: &HistoricDate) -> Option<&str> {
    let written = date.written();
    let plain = matches!(written.len(), 4 | 7 | 10)
        && written
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'-');
    let month: u8 = written
        .get(5..7)
        .map_or(Some(1), |month| month.parse().ok())?;
    (plain && date.year() > 0 && (1..=12).contains(&month) && !written.starts_with('-'))
        .then_some(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_dates_are_dates_to_a_browser() {
        let check = |edtf: &str, expected: Option<&str>| {
            let date = HistoricDate::parse(edtf).unwrap();
            assert_eq!(machine_date(&date), expected, "{edtf}");
        };
        check("1839-04-19", Some("1839-04-19"));
        check("1839-04", Some("1839-04"));
        check("1839", Some("1839"));
        check("1907~", None);
        check("183X", None);
        check("1947-21", None);
        check("1914/1918", None);
        check("-0043", None);
        check("0000", None);
    }
}
