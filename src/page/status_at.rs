//! What held on a day: every country's status with its title, its guarantors and the event behind it.
//!
//! The panel under the lanes has the chosen country in full and the others in a line; `neutrality at` has all in full.

use crate::words::dates::after_preposition;
use crate::words::{fill, translated};
use chrono::{Datelike, Days, Months, NaiveDate};
use std::fmt::Display;

use super::bearing::{self, Requested};
use super::{Link, Page, Piece, Tone, Writer};
use crate::text;
use crate::timeline::status_at::{
    Absence, Holding, StatusAt, absence, bounds, guaranteed_by as spans_guaranteed_by, guarantors,
    status_during, violations_by, violators,
};
use crate::timeline::{CountryId, EventId, HistoricDate, Party, SpanId, Timeline};

/// Columns of the names at most, and of the titles of statuses.
const NAMES: usize = 18;
const TITLES: usize = 36;

/// From this width on guarantors stand beside the title.
const WIDE: usize = 96;

/// A time about which one asks: its first and its last day.
pub type Time = (NaiveDate, NaiveDate);

/// The panel of a day, or of the longer time that was asked for: the bearing of the event on which the cursor stands, where a filter asks for it, then the chosen
/// country in full, what else held, and who is left out and why.
#[must_use]
pub fn panel(
    timeline: &Timeline,
    time: Time,
    countries: &[CountryId],
    chosen: Option<CountryId>,
    columns: usize,
    event: Option<(EventId, Requested)>,
) -> Page {
    let mut writer = Writer::new(columns, &[]);
    let names = names_column(timeline, countries);
    if let Some((event, requested)) = event
        && bearing::write(&mut writer, timeline, &timeline[event], 0, requested)
    {
        writer.blank();
    }
    if let Some(country) = chosen {
        // What is contested stands under what else held, and the band shows the end.
        let nothing = |_: &mut Writer, _: &Timeline, _: &StatusAt, _: usize| {};
        in_full(&mut writer, timeline, country, time, names, nothing);
    }
    let mut absent = Vec::new();
    for country in countries
        .iter()
        .copied()
        .filter(|country| Some(*country) != chosen)
    {
        let statuses = status_during(timeline, country, time.0, time.1);
        if statuses.is_empty() {
            absent.push((country, absence(timeline, country, time.0)));
        }
        for status_at in &statuses {
            in_a_line(&mut writer, timeline, status_at, names, columns);
        }
    }
    if let Some(country) = chosen {
        contested(&mut writer, timeline, country, time, names);
    }
    left_out(&mut writer, timeline, &absent, time.0, names);
    writer.finish()
}

/// Every country in full, for reading from top to bottom.
#[must_use]
pub fn full(timeline: &Timeline, time: Time, countries: &[CountryId], columns: usize) -> Page {
    let mut writer = Writer::new(columns, &[]);
    let names = names_column(timeline, countries);
    let (held, not): (Vec<CountryId>, Vec<CountryId>) = countries
        .iter()
        .copied()
        .partition(|country| !status_during(timeline, *country, time.0, time.1).is_empty());
    for country in held {
        in_full(&mut writer, timeline, country, time, names, beyond);
        writer.blank();
    }
    for country in not {
        in_full(&mut writer, timeline, country, time, names, beyond);
        for part in part_in_others(timeline, country, time) {
            writer.field("", Tone::Dim, names, vec![Piece::new(part, Tone::Plain)]);
        }
    }
    writer.finish()
}

fn names_column(timeline: &Timeline, countries: &[CountryId]) -> usize {
    let longest = countries
        .iter()
        .map(|country| text::width(&timeline[*country].name))
        .max();
    longest.unwrap_or(0).min(NAMES) + 2
}

/// What a country without a status had to do with those of others: "violator: Germany invades Belgium, 4 August 1914", and "guarantor of Belgium and Switzerland".
#[must_use]
pub fn part_in_others(timeline: &Timeline, country: CountryId, time: Time) -> Vec<String> {
    let violations = violations_by(timeline, country, time).map(|event| {
        let event = &timeline[event];
        fill(
            "violator: {0}, {1}",
            &[&event.short_title(), &event.date.label()],
        )
    });
    let mut parts: Vec<String> = violations.collect();
    let mut names: Vec<&str> = Vec::new();
    for span in spans_guaranteed_by(timeline, country, time) {
        let name = timeline[timeline[span].country].name.as_str();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if !names.is_empty() {
        parts.push(fill("guarantor of {0}", &[&listed(&names)]));
    }
    parts
}

/// A country with all that is known of its status: a title a line, with what stands behind it under it, and what `more`
/// writes of each.
fn in_full(
    writer: &mut Writer,
    timeline: &Timeline,
    country: CountryId,
    time: Time,
    names: usize,
    more: impl Fn(&mut Writer, &Timeline, &StatusAt, usize),
) {
    let columns = writer.columns();
    let statuses = status_during(timeline, country, time.0, time.1);
    let mut name = timeline[country].name.as_str();
    if statuses.is_empty() {
        let why = in_words(timeline, absence(timeline, country, time.0));
        writer.field(name, Tone::Strong, names, vec![Piece::new(why, Tone::Dim)]);
    }
    for status_at in &statuses {
        let title = title(timeline, status_at);
        let guaranteed = guarantors(timeline, status_at.span).next().is_some();
        if guaranteed && columns >= WIDE && text::width(&title.text) + 2 <= TITLES {
            let title = Piece {
                text: text::pad(&title.text, TITLES),
                ..title
            };
            let name = text::pad(&text::truncate(name, names - 2), names);
            let lead = vec![Piece::new(name, Tone::Strong), title];
            let pieces = guaranteed_by(writer, timeline, status_at.span);
            writer.flow(names + TITLES, lead, pieces);
            violations(writer, timeline, status_at, time, names);
        } else {
            writer.field(name, Tone::Strong, names, vec![title]);
            violations(writer, timeline, status_at, time, names);
            if guaranteed {
                let pieces = guaranteed_by(writer, timeline, status_at.span);
                writer.field("", Tone::Dim, names, pieces);
            }
        }
        behind(writer, timeline, status_at, names);
        more(writer, timeline, status_at, names);
        name = "";
    }
}

/// "Permanent neutrality, guaranteed".
fn title(timeline: &Timeline, status_at: &StatusAt) -> Piece {
    let status = &timeline[timeline[status_at.span].status];
    let text = in_time(timeline, status_at, status.label.clone());
    Piece::new(text, Tone::Status(status.ground))
}

/// The name of a status, with how much of the time it held: ", until 10 May 1940", ", possibly".
#[must_use]
pub fn in_time(timeline: &Timeline, status_at: &StatusAt, status: String) -> String {
    let span = &timeline[status_at.span];
    let begin = || after_preposition(span.begin_date(timeline).label());
    let end = || {
        let date = span.end_date(timeline);
        after_preposition(date.map_or_else(String::new, HistoricDate::label))
    };
    match status_at.holds {
        Holding::Throughout => status,
        Holding::Possibly => fill("{0}, possibly", &[&status]),
        Holding::InPart { begins, ends } => match (begins, ends) {
            (true, false) => fill("{0}, from {1}", &[&status, &begin()]),
            (false, true) => fill("{0}, until {1}", &[&status, &end()]),
            _ => fill("{0}, from {1} until {2}", &[&status, &begin(), &end()]),
        },
    }
}

/// "guaranteed in 1839 by Austrian Empire · France": the names are those of the act, and so is the year.
fn guaranteed_by(writer: &mut Writer, timeline: &Timeline, span: SpanId) -> Vec<Piece> {
    let words = guaranteed_by_whom(timeline, span, &"");
    let mut pieces = vec![Piece::new(words, Tone::Dim)];
    pieces.extend(guarantors_in_words(writer, timeline, span));
    pieces
}

/// "guaranteed in 1839 by Prussia": with the year of the act, unless that is open.
pub(super) fn guaranteed_by_whom(timeline: &Timeline, span: SpanId, by: &dyn Display) -> String {
    match year_of_the_act(timeline, span) {
        Some(year) => fill("guaranteed in {0} by {1}", &[&year, by]),
        None => fill("guaranteed by {0}", &[by]),
    }
}

/// The year of the act by which a status was guaranteed; `None` where the year is open.
pub(super) fn year_of_the_act(timeline: &Timeline, span: SpanId) -> Option<String> {
    let date = &timeline[timeline[span].begins].date;
    let is_known = date.earliest().zip(date.latest()).is_some();
    is_known.then(|| date.years_label())
}

pub(super) fn guarantors_in_words(
    writer: &mut Writer,
    timeline: &Timeline,
    span: SpanId,
) -> Vec<Piece> {
    let parties: Vec<&Party> = guarantors(timeline, span).collect();
    let mut pieces = Vec::new();
    for party in parties {
        if !pieces.is_empty() {
            // What parts two names stays with the first of them.
            pieces.push(Piece::new("\u{a0}· ", Tone::Dim));
        }
        // A name of several words stays on one line where it can.
        let name = name(timeline, party).replace(' ', "\u{a0}");
        pieces.push(writer.link(name, Tone::Plain, Link::Country(party.country)));
    }
    pieces
}

/// The name of a state at the time of the act.
pub(super) fn name<'t>(timeline: &'t Timeline, party: &'t Party) -> &'t str {
    party
        .called
        .as_deref()
        .unwrap_or(&timeline[party.country].name)
}

/// The event behind a status with its provision.
fn behind(writer: &mut Writer, timeline: &Timeline, status_at: &StatusAt, names: usize) {
    let span = &timeline[status_at.span];
    let begins = &timeline[span.begins];
    let link = writer.link(begins.short_title(), Tone::Plain, Link::Event(span.begins));
    let mut pieces = vec![
        link,
        Piece::new(
            format!(", {}", begins.dates_in_words(span.begins_at)),
            Tone::Dim,
        ),
    ];
    if let Some(provision) = &begins.texts.provision {
        pieces.push(Piece::new(format!(" · {provision}"), Tone::Dim));
    }
    writer.field("", Tone::Dim, names, pieces);
}

/// Who violated a status and when: what matters most of it, so that it stands right under the title.
fn violations(
    writer: &mut Writer,
    timeline: &Timeline,
    status_at: &StatusAt,
    time: Time,
    names: usize,
) {
    for (event, _) in &status_at.violated {
        let text = violation(timeline, status_at.span, *event, Some(time));
        writer.field(
            "",
            Tone::Dim,
            names,
            vec![Piece::new(text, Tone::Violation)],
        );
    }
}

/// What came later, and what is contested about the beginning or the end.
fn beyond(writer: &mut Writer, timeline: &Timeline, status_at: &StatusAt, names: usize) {
    let span = &timeline[status_at.span];
    if let (Some(end), Some(date)) = (span.ends, span.end_date(timeline)) {
        let text = fill(
            "until {0}: {1}",
            &[
                &after_preposition(date.label()),
                &timeline[end].short_title(),
            ],
        );
        writer.field("", Tone::Dim, names, vec![Piece::new(text, Tone::Dim)]);
    }
    if let Some(contested) = &span.contested {
        let text = fill("contested: {0}", &[contested]);
        writer.field("", Tone::Dim, names, vec![Piece::new(text, Tone::Dim)]);
    }
}

/// Where a violation lies in the time that is asked about, if it had not happened by its first day: the violation is
/// no less certain for that, and only the time is wider than its day.
fn place_in_time(date: &HistoricDate, time: Time) -> &'static str {
    let (first, last) = bounds(date);
    let (from, to) = time;
    let is_month = from.day() == 1
        && to.checked_add_days(Days::new(1)).is_some_and(|next| {
            next.day() == 1 && from.checked_add_months(Months::new(1)) == Some(next)
        });
    let is_year =
        (from.ordinal(), from.year()) == (1, to.year()) && (to.month(), to.day()) == (12, 31);
    if last <= from {
        ""
    } else if first < from || to < last {
        translated("about this time: ")
    } else if is_month {
        translated("in this month: ")
    } else if is_year {
        translated("in this year: ")
    } else {
        translated("in this time: ")
    }
}

/// "violated 4 August 1914 by German Empire, a guarantor"; of several it says "… and Russian Empire, guarantors".
/// About a month it says "in this month: violated 4 August 1914", of what was before it no more than that.
pub(super) fn violation(
    timeline: &Timeline,
    span: SpanId,
    event: EventId,
    time: Option<Time>,
) -> String {
    let sentences = ["violated {0}: {1}", "violated {0} by {1}"];
    violation_told(timeline, span, event, time, sentences)
}

/// The same behind a label that says already that it was a violation: "4 August 1914 by German Empire".
pub(super) fn violation_under_label(timeline: &Timeline, span: SpanId, event: EventId) -> String {
    violation_told(timeline, span, event, None, ["{0}: {1}", "{0} by {1}"])
}

/// The first sentence is for a violation of which nobody is named.
fn violation_told(
    timeline: &Timeline,
    span: SpanId,
    event: EventId,
    time: Option<Time>,
    [alone, by_whom]: [&'static str; 2],
) -> String {
    let date = timeline[event].date.label();
    let then = time.map_or("", |time| place_in_time(&timeline[event].date, time));
    let (own, others): (Vec<&Party>, Vec<&Party>) = violators(timeline, event)
        .partition(|party| guarantors(timeline, span).any(|known| known.country == party.country));
    let named = |parties: &[&Party]| {
        let names: Vec<&str> = parties.iter().map(|party| name(timeline, party)).collect();
        listed(&names)
    };
    let own = match own.as_slice() {
        [] => None,
        [one] => Some(fill("{0}, a guarantor", &[&name(timeline, one)])),
        several => Some(fill("{0}, guarantors", &[&named(several)])),
    };
    let others = (!others.is_empty()).then(|| named(&others));
    let by: Vec<String> = own.into_iter().chain(others).collect();
    let words = if by.is_empty() {
        fill(alone, &[&date, &timeline[event].short_title()])
    } else {
        fill(by_whom, &[&date, &by.join(translated(", and "))])
    };
    format!("{then}{words}")
}

/// "Austrian Empire, Prussia and Russian Empire".
pub(super) fn listed(names: &[&str]) -> String {
    match names {
        [rest @ .., last] if !rest.is_empty() => {
            format!("{} {} {last}", rest.join(", "), translated("and"))
        }
        _ => names.concat(),
    }
}

/// A country in a line: name, title, and guarantors or the event behind it.
fn in_a_line(
    writer: &mut Writer,
    timeline: &Timeline,
    status_at: &StatusAt,
    names: usize,
    columns: usize,
) {
    let span = &timeline[status_at.span];
    let country = &timeline[span.country];
    let room = columns.saturating_sub(names);
    let title = title(timeline, status_at);
    let wide = columns >= WIDE;
    let violated = if status_at.violated.is_empty() || wide {
        ""
    } else {
        translated(", violated")
    };
    let shown = text::truncate(&title.text, room.saturating_sub(3)).into_owned();
    let mut used = text::width(&shown) + text::width(violated);
    let mut pieces = vec![
        Piece {
            text: shown,
            ..title
        },
        Piece::new(violated, Tone::Violation),
    ];
    if wide {
        let gap = TITLES.saturating_sub(used).max(2);
        used += gap;
        let parties: Vec<&str> = guarantors(timeline, status_at.span)
            .map(|party| name(timeline, party))
            .collect();
        let (text, tone) = if parties.is_empty() {
            (timeline[span.begins].short_title().to_owned(), Tone::Dim)
        } else {
            let parties = parties.join(" · ");
            let words = guaranteed_by_whom(timeline, status_at.span, &parties);
            (words, Tone::Plain)
        };
        pieces.push(Piece::new(" ".repeat(gap), Tone::Plain));
        if let Some((event, _)) = status_at.violated.first() {
            let broken = fill("violated {0}  ", &[&timeline[*event].date.years_label()]);
            used += text::width(&broken);
            pieces.push(Piece::new(broken, Tone::Violation));
        }
        let text = text::truncate(&text, room.saturating_sub(used)).into_owned();
        pieces.push(Piece::new(text, tone));
    }
    writer.field(&country.name, Tone::Plain, names, pieces);
}

/// What is contested about the status of a country; after what held, because it takes its room.
fn contested(
    writer: &mut Writer,
    timeline: &Timeline,
    country: CountryId,
    time: Time,
    names: usize,
) {
    for status_at in status_during(timeline, country, time.0, time.1) {
        if let Some(contested) = &timeline[status_at.span].contested {
            writer.blank();
            let text = format!("{}: {contested}", timeline[country].name);
            writer.field(
                translated("Contested"),
                Tone::Dim,
                names,
                vec![Piece::new(text, Tone::Dim)],
            );
        }
    }
}

/// Who has no status on the day, and why: the nearest in time first.
fn left_out(
    writer: &mut Writer,
    timeline: &Timeline,
    absent: &[(CountryId, Absence)],
    day: NaiveDate,
    names: usize,
) {
    let mut ahead: Vec<(i64, String)> = Vec::new();
    let mut behind: Vec<(i64, String)> = Vec::new();
    for (country, absence) in absent {
        let (list, date) = match absence {
            Absence::NotYet(span) => (&mut ahead, Some(timeline[*span].begin_date(timeline))),
            Absence::Ended(span) => (&mut behind, timeline[*span].end_date(timeline)),
            Absence::Never => continue,
        };
        let Some(date) = date else {
            continue;
        };
        let distance = date
            .representative_day()
            .signed_duration_since(day)
            .num_days()
            .abs();
        // What is near on the calendar is dated by its day, the rest by its year.
        let when = if date.representative_day().year() == day.year() {
            date.short_label()
        } else {
            date.years_label()
        };
        let name = timeline[*country].name.replace(' ', "\u{a0}");
        list.push((
            distance,
            format!("{name}\u{a0}{}", when.replace(' ', "\u{a0}")),
        ));
    }
    for (label, mut list) in [
        (translated("Not yet"), ahead),
        (translated("Ended"), behind),
    ] {
        if list.is_empty() {
            continue;
        }
        list.sort();
        let text: Vec<String> = list.into_iter().map(|(_, text)| text).collect();
        writer.blank();
        writer.field(
            label,
            Tone::Dim,
            names,
            vec![Piece::new(text.join("\u{a0}· "), Tone::Dim)],
        );
    }
}

/// Why a country has no status at a time.
#[must_use]
pub fn in_words(timeline: &Timeline, absence: Absence) -> String {
    match absence {
        Absence::Never => translated("none in this timeline").to_owned(),
        Absence::NotYet(span) => {
            let span = &timeline[span];
            let (title, date) = (
                timeline[span.begins].short_title(),
                span.begin_date(timeline),
            );
            fill("not yet: {0}, {1}", &[&title, &date.label()])
        }
        Absence::Ended(span) => {
            let span = &timeline[span];
            match span.ends.zip(span.end_date(timeline)) {
                None => translated("ended").to_owned(),
                Some((end, date)) => fill(
                    "ended {0}: {1}",
                    &[&date.label(), &timeline[end].short_title()],
                ),
            }
        }
    }
}
