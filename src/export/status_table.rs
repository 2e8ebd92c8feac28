//! The statuses at a date as a table, a row a status; CSV and Markdown write the same rows.

use crate::page::citation;
use crate::page::status_at::{Time, in_words};
use crate::timeline::status_at::{StatusAt, absence, guarantors, status_during};
use crate::timeline::{CountryId, HistoricDate, Timeline};

/// The names over the columns.
const COLUMNS: [&str; 11] = [
    "date",
    "country",
    "status",
    "holds",
    "since",
    "event",
    "provision",
    "guarantors",
    "violated",
    "note",
    "source",
];

/// Every status that held or may have held, and why there was none, under the names of the columns.
#[must_use]
pub fn rows(
    timeline: &Timeline,
    at: &HistoricDate,
    time: Time,
    countries: &[CountryId],
) -> Vec<Vec<String>> {
    let mut rows = vec![COLUMNS.map(str::to_owned).to_vec()];
    for country in countries {
        let name = &timeline[*country].name;
        let statuses = status_during(timeline, *country, time.0, time.1);
        if statuses.is_empty() {
            let mut row = vec![String::new(); COLUMNS.len()];
            row[0] = at.written().to_owned();
            row[1].clone_from(name);
            row[9] = in_words(timeline, absence(timeline, *country, time.0));
            rows.push(row);
        }
        let row = |status_at| row(timeline, at, name, status_at);
        rows.extend(statuses.iter().map(row));
    }
    rows
}

fn row(timeline: &Timeline, at: &HistoricDate, country: &str, status_at: &StatusAt) -> Vec<String> {
    let span = &timeline[status_at.span];
    let begins = &timeline[span.begins];
    let holds = super::statuses::holding(status_at.holds);
    let parties: Vec<String> = guarantors(timeline, status_at.span)
        .map(|party| super::named_as(timeline, party))
        .collect();
    let violated: Vec<&str> = status_at
        .violated
        .iter()
        .map(|(event, _)| timeline[*event].id.as_str())
        .collect();
    let source = begins
        .citations
        .first()
        .map(|first| citation::in_words(&timeline[first.source], first.at.as_deref()));
    vec![
        at.written().to_owned(),
        country.to_owned(),
        timeline[span.status].label.clone(),
        holds.to_owned(),
        span.begin_date.written().to_owned(),
        begins.id.to_string(),
        begins
            .texts
            .provision
            .as_deref()
            .unwrap_or_default()
            .to_owned(),
        parties.join("; "),
        violated.join("; "),
        span.contested.clone().unwrap_or_default(),
        source.unwrap_or_default(),
    ]
}
