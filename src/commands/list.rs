//! `neutrality list`: the events, a line each.

use std::fmt::Write as _;

use super::{filter, print, read_out};
use crate::cli::{FilterArgs, ListArgs, TableFormat};
use crate::error::Error;
use crate::export::{Extract, csv, json};
use crate::files::Origin;
use crate::selection::filter::Filter;
use crate::text;
use crate::timeline::date::label::SHORT_LABEL;
use crate::timeline::{EventId, Timeline};

pub(super) fn run(args: &ListArgs) -> Result<u8, Error> {
    let timeline = Origin::new(args.file.path()).timeline()?;
    list(&timeline, &args.filter, args.format)
}

/// Prints the events that the filter leaves; also what the reader does when nobody can see it.
pub(super) fn list(
    timeline: &Timeline,
    args: &FilterArgs,
    format: TableFormat,
) -> Result<u8, Error> {
    let filter = filter::filter(args, timeline)?;
    let events: Vec<EventId> = EventId::all(timeline)
        .filter(|event| filter.keeps(&timeline[*event]))
        .collect();
    match format {
        TableFormat::Text if events.is_empty() => {
            filter::warn_of_no_match("event", &filter, timeline);
            Ok(0)
        }
        TableFormat::Text => read_out(&lines(timeline, &events, &filter)),
        TableFormat::Json => print(&json::list(timeline, &events)),
        TableFormat::Csv => print(&csv::events(&Extract::new(timeline, &filter))),
    }
}

/// "19 Apr 1839  Treaties of London: Belgium neutralised  ¶6  treaty-of-london-1839".
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
        let indent = " ".repeat(SHORT_LABEL.saturating_sub(text::width(&date)));
        let mark = filter
            .choices
            .marking_link(event)
            .map(|link| timeline[link.passage].mark())
            .unwrap_or_default();
        let title = text::pad(&text::truncate(&event.title, title_width), title_width);
        let _ = writeln!(lines, "{indent}{date}  {title}  {mark:<4}  {}", event.id);
    }
    lines
}
