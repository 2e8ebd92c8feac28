//! Answers that several commands give: statuses at a date, and one event. Each ends with what one needs next: the id
//! of the event, its source, and the command that cites it.

use std::fmt::Write as _;

use super::{ascii_if, cite, columns, print, read_out, read_out_with, warn};
use crate::cli::{AnswerArgs, AnswerForm, AnswerFormat};
use crate::error::Error;
use crate::export::{Extract, csv, json, markdown, status_table};
use crate::page::footnote::{self, Footnote};
use crate::page::{self, status_at};
use crate::selection::filter::Filter;
use crate::timeline::status_at::{bounds, status_during};
use crate::timeline::{CountryId, EventId, HistoricDate, Timeline};

/// The style of a footnote where none is named, as in `cite`.
const STYLE: &str = "chicago-notes";

/// The most events whose command of citation is written out.
const FEW: usize = 3;

/// Prints the statuses of countries at a date.
pub(super) fn statuses(
    timeline: &Timeline,
    date: &HistoricDate,
    countries: &[CountryId],
    answer: &AnswerArgs,
    ascii: bool,
) -> Result<u8, Error> {
    refuse_style_alone(answer)?;
    let time = bounds(date);
    let beyond = beyond_the_record(timeline, date);
    if let Some(AnswerForm::Footnote) = answer.form {
        let notes = countries
            .iter()
            .flat_map(|country| footnote::of_status(timeline, *country, date, time));
        let text = footnotes(timeline, notes, answer)?;
        beyond.iter().for_each(|note| warn(note));
        return print(&ascii_if(text, ascii));
    }
    if answer.format() != AnswerFormat::Text {
        beyond.iter().for_each(|note| warn(note));
    }
    let rows = || status_table::rows(timeline, date, time, countries);
    match answer.format() {
        AnswerFormat::Json => print(&json::statuses(timeline, date, time, countries)),
        AnswerFormat::Csv => print(&csv::table(&rows())),
        AnswerFormat::Markdown => print(&markdown::table(&rows())),
        AnswerFormat::Text => {
            let mut text = format!("{}\n", date.label());
            if let Some(note) = &beyond {
                let _ = writeln!(text, "{note}");
            }
            let page = status_at::full(timeline, time, countries, columns()).plain();
            let _ = write!(text, "\n{page}");
            if countries.is_empty() {
                text.push_str("this timeline has no spans\n");
            }
            let events = behind(timeline, countries, time);
            text.push_str(&next(timeline, &events));
            read_out(&ascii_if(text, ascii))
        }
    }
}

/// Prints one event.
pub(super) fn event(timeline: &Timeline, id: EventId, answer: &AnswerArgs) -> Result<u8, Error> {
    refuse_style_alone(answer)?;
    if let Some(AnswerForm::Footnote) = answer.form {
        let note = footnote::of_event(timeline, id);
        return print(&footnotes(timeline, [note].into_iter(), answer)?);
    }
    let filter = Filter::default();
    let extract = || Extract::of_event(timeline, &filter, id);
    match answer.format() {
        AnswerFormat::Json => print(&json::show(timeline, id)),
        AnswerFormat::Csv => print(&csv::events(&extract())),
        AnswerFormat::Markdown => print(&markdown::one_event(&extract(), id)),
        AnswerFormat::Text => {
            let page = page::event::page(timeline, id, columns(), &[]);
            read_out_with(&page, &next(timeline, &[id]), false)
        }
    }
}

/// A style is of a footnote, and means nothing without one.
pub(super) fn refuse_style_alone(answer: &AnswerArgs) -> Result<(), Error> {
    if answer.style.is_some() && answer.form.is_none() {
        return Err(Error::Usage {
            message:
                "--style is for '--as footnote'; 'neutrality cite' prints all sources in a style"
                    .to_owned(),
        });
    }
    Ok(())
}

/// The footnotes in a style, an empty line between two.
fn footnotes(
    timeline: &Timeline,
    notes: impl Iterator<Item = Footnote>,
    answer: &AnswerArgs,
) -> Result<String, Error> {
    let style = cite::named(answer.style.as_deref().unwrap_or(STYLE))?;
    let blocks: Result<Vec<String>, _> = notes.map(|note| note.in_lines(timeline, style)).collect();
    Ok(blocks.map_err(cite::no_engine)?.join("\n"))
}

/// The events by which the statuses of countries began, each once.
fn behind(timeline: &Timeline, countries: &[CountryId], time: status_at::Time) -> Vec<EventId> {
    let statuses = countries
        .iter()
        .flat_map(|country| status_during(timeline, *country, time.0, time.1));
    let mut events = Vec::new();
    for status_at in statuses {
        let event = timeline[status_at.span].begins;
        if !events.contains(&event) {
            events.push(event);
        }
    }
    events
}

/// What one needs next: the events by their ids with their first source, and the command that cites them.
fn next(timeline: &Timeline, events: &[EventId]) -> String {
    let mut text = String::new();
    if events.is_empty() {
        return text;
    }
    text.push('\n');
    for event in events {
        let event = &timeline[*event];
        let source = event
            .citations
            .first()
            .map(|first| page::citation::in_words(&timeline[first.source], first.at.as_deref()));
        let _ = writeln!(
            text,
            "{}: {}",
            event.id,
            source.as_deref().unwrap_or("no source is named")
        );
    }
    // What names no source cannot be cited by it.
    let cited = events.iter().map(|id| &timeline[*id]);
    let cited = cited.filter(|event| !event.citations.is_empty());
    let ids: Vec<&str> = cited.map(|event| event.id.as_str()).collect();
    if ids.is_empty() {
        return text;
    }
    let named = if ids.len() > FEW {
        "EVENT".to_owned()
    } else {
        ids.join(" ")
    };
    let _ = writeln!(text, "Cite: neutrality cite {named}");
    text
}

/// Says that a date lies before or after all that is recorded, because what held then is not known from here.
pub(super) fn beyond_the_record(timeline: &Timeline, date: &HistoricDate) -> Option<String> {
    let (from, to) = bounds(date);
    let days = || timeline.events.iter().map(|event| bounds(&event.date));
    let (first, last) = (
        days().map(|days| days.0).min()?,
        days().map(|days| days.1).max()?,
    );
    let named = |is_it: &dyn Fn(&HistoricDate) -> bool| {
        let mut dates = timeline.events.iter().map(|event| &event.date);
        dates.find(|date| is_it(date)).map(HistoricDate::label)
    };
    if from > last {
        let end = named(&|date| bounds(date).1 == last)?;
        return Some(format!(
            "the record ends with {end}; what came later is not in it"
        ));
    }
    if to < first {
        let begin = named(&|date| bounds(date).0 == first)?;
        return Some(format!(
            "the record begins with {begin}; what came before is not in it"
        ));
    }
    None
}
