//! What held on a day: every country's status with its title, its guarantors and the event behind it.
//!
//! The panel under the lanes has the chosen country in full and the others in a line; `neutrality at` has all in full.
//! What is told of each in words is in `in_words`.

mod in_words;

pub(super) use self::in_words::{
    guaranteed_by_whom, listed, name, violation, violation_under_label,
};
pub use self::in_words::{in_time, in_words, part_in_others};
use crate::words::dates::after_preposition;
use crate::words::{fill, translated};
use chrono::{Datelike, NaiveDate};

use super::bearing::{self, Requested};
use super::{Link, Page, Piece, Tone, Writer};
use crate::text;
use crate::timeline::status_at::{Absence, StatusAt, absence, guarantors, status_during};
use crate::timeline::{CountryId, EventId, Party, SpanId, Timeline};

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

/// "guaranteed in 1839 by Austrian Empire · France": the names are those of the act, and so is the year.
fn guaranteed_by(writer: &mut Writer, timeline: &Timeline, span: SpanId) -> Vec<Piece> {
    let words = guaranteed_by_whom(timeline, span, &"");
    let mut pieces = vec![Piece::new(words, Tone::Dim)];
    pieces.extend(guarantors_in_words(writer, timeline, span));
    pieces
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
    if let (Some(end), Some(date)) = (span.ends, span.end_date.as_ref()) {
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
            Absence::NotYet(span) => (&mut ahead, Some(&timeline[*span].begin_date)),
            Absence::Ended(span) => (&mut behind, timeline[*span].end_date.as_ref()),
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
