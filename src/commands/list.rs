//! `neutrality list`: the events, a line each.

use crate::words::dates::short_label_columns;
use std::fmt::Write as _;

use super::{columns, filter, print, print_by, progress, read_out};
use crate::cli::{AnswerFormat, FilterArgs, ListArgs};
use crate::error::Error;
use crate::export::{Extract, csv, json, markdown};
use crate::files::Origin;
use crate::page::bearing;
use crate::selection::filter::Filter;
use crate::text;
use crate::text::wrap::wrap;
use crate::timeline::{Event, EventId, Timeline};

pub(super) fn run(args: &ListArgs) -> Result<u8, Error> {
    let origin = Origin::new(args.file.path());
    list(
        &progress::timeline(origin)?,
        &args.filter,
        args.format,
        origin,
    )
}

/// Prints the events that the filter leaves; also what the reader does when nobody can see it.
pub(super) fn list(
    timeline: &Timeline,
    args: &FilterArgs,
    format: AnswerFormat,
    origin: Origin,
) -> Result<u8, Error> {
    let filter = filter::filter(args, timeline, origin)?;
    print_events(timeline, &filter, format)
}

/// Prints the events that a filter leaves.
pub(super) fn print_events(
    timeline: &Timeline,
    filter: &Filter,
    format: AnswerFormat,
) -> Result<u8, Error> {
    let events: Vec<EventId> = EventId::all(timeline)
        .filter(|event| filter.keeps(&timeline[*event]))
        .collect();
    match format {
        AnswerFormat::Text if events.is_empty() => {
            filter::warn_of_no_match("event", filter, timeline);
            Ok(0)
        }
        AnswerFormat::Text => read_out(&lines(timeline, &events, filter)),
        AnswerFormat::Json => {
            print_by(|output| json::write(&json::list(timeline, &events), output))
        }
        AnswerFormat::Csv => print(&csv::events(&Extract::new(timeline, filter))),
        AnswerFormat::Markdown => print(&markdown::table(&rows(timeline, &events, filter))),
    }
}

/// Date, title, the claim that marks the event, its id and the bearing that is asked for, under their names.
fn rows(timeline: &Timeline, events: &[EventId], filter: &Filter) -> Vec<Vec<String>> {
    let names = ["Date", "Event", "Claim", "Id", "Because"];
    let mut rows = vec![names.map(str::to_owned).to_vec()];
    for event in events {
        let event = &timeline[*event];
        let mark = filter.choices.marking_link(event);
        let mark = mark.map(|link| timeline[link.passage].mark());
        let (date, id) = (event.date.label(), event.id.to_string());
        rows.push(vec![
            date,
            event.title.to_string(),
            mark.unwrap_or_default(),
            id,
            bearing(timeline, event, filter).unwrap_or_default(),
        ]);
    }
    rows
}

/// Why an event bears on the claims that are asked for.
fn bearing(timeline: &Timeline, event: &Event, filter: &Filter) -> Option<String> {
    bearing::in_words(timeline, event, &|link| filter.choices.requests(link))
}

/// "19 Apr 1839  Treaties of London: Belgium neutralised  ¶6  treaty-of-london-1839", and under it the bearing that is
/// asked for.
fn lines(timeline: &Timeline, events: &[EventId], filter: &Filter) -> String {
    let title_width = events
        .iter()
        .map(|event| text::width(&timeline[*event].title))
        .max()
        .unwrap_or(0)
        .min(64);
    let mut lines = String::new();
    for event in events {
        let event = &timeline[*event];
        let date = event.date.short_label();
        let indent = " ".repeat(short_label_columns().saturating_sub(text::width(&date)));
        let mark = filter
            .choices
            .marking_link(event)
            .map(|link| timeline[link.passage].mark())
            .unwrap_or_default();
        let title = text::pad(&text::truncate(&event.title, title_width), title_width);
        let _ = writeln!(lines, "{indent}{date}  {title}  {mark:<4}  {}", event.id);
        let bearing = bearing(timeline, event, filter);
        for line in bearing.iter().flat_map(|bearing| under(bearing)) {
            let _ = writeln!(lines, "{}  {line}", " ".repeat(short_label_columns()));
        }
    }
    lines
}

/// A text in lines that stand under a title.
fn under(text: &str) -> Vec<String> {
    let room = columns().saturating_sub(short_label_columns() + 2);
    let lines = wrap(text, room).into_iter();
    lines.map(|line| text[line].to_owned()).collect()
}
