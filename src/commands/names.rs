//! `neutrality countries`, `kinds`, `roles` …: what the flags that filter take, with how many events each has.

use std::fmt::Write as _;

use super::{filter, print, progress, read_out};
use crate::cli::{AnswerFormat, NamesArgs};
use crate::error::Error;
use crate::export::{csv, json, markdown};
use crate::files::Origin;
use crate::selection::facet::Facet;
use crate::selection::facet_index::FacetIndex;
use crate::selection::filter::Filter;
use crate::selection::tally::Tally;
use crate::selection::value::Value;
use crate::text;
use crate::timeline::Timeline;

/// A value with what it is called and its events.
struct ValueRow {
    id: String,
    label: String,
    events: usize,
}

pub(super) fn run(facet: Facet, plural: &'static str, args: &NamesArgs) -> Result<u8, Error> {
    let origin = Origin::new(args.file.file.as_deref());
    let timeline = progress::timeline(origin)?;
    let filter = filter::filter(&args.filter, &timeline, origin)?;
    let named = values(facet, &filter, &timeline);
    match args.format {
        AnswerFormat::Text if named.is_empty() && !filter.is_empty() => {
            filter::warn_of_no_match("name", &filter, &timeline);
            Ok(0)
        }
        AnswerFormat::Text if named.is_empty() => {
            print(&format!("this timeline has no {plural}\n"))
        }
        AnswerFormat::Text => read_out(&lines(&named)),
        AnswerFormat::Json => {
            let rows = named.iter().map(|of| (&*of.id, &*of.label, of.events));
            print(&json::names(plural, rows))
        }
        AnswerFormat::Csv => print(&csv::table(&rows(&named))),
        AnswerFormat::Markdown => print(&markdown::table(&rows(&named))),
    }
}

/// The values of a facet in the order of the file; under a filter those that have events left.
fn values(facet: Facet, filter: &Filter, timeline: &Timeline) -> Vec<ValueRow> {
    let tally = Tally::new(filter, timeline, &FacetIndex::new());
    let values = facet.values(timeline).into_iter();
    let named = values
        .filter(|value| *value != Value::Linked)
        .map(|value| ValueRow {
            id: value.key(timeline),
            label: value.label(timeline),
            events: tally.of(value),
        });
    named
        .filter(|named| filter.is_empty() || named.events > 0)
        .collect()
}

/// "belgium  Belgium  34 events".
fn lines(named: &[ValueRow]) -> String {
    let width = |of: fn(&ValueRow) -> &str| {
        let widths = named.iter().map(|named| text::width(of(named)));
        widths.max().unwrap_or(0)
    };
    let (ids, labels) = (width(|named| &named.id), width(|named| &named.label));
    let mut lines = String::new();
    for named in named {
        let (id, label) = (text::pad(&named.id, ids), text::pad(&named.label, labels));
        let _ = writeln!(
            lines,
            "{id}  {label}  {}",
            text::count(named.events, "event")
        );
    }
    lines
}

fn rows(named: &[ValueRow]) -> Vec<Vec<String>> {
    let mut rows = vec![["id", "label", "events"].map(str::to_owned).to_vec()];
    let row = |of: &ValueRow| vec![of.id.clone(), of.label.clone(), of.events.to_string()];
    rows.extend(named.iter().map(row));
    rows
}
