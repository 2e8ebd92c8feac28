//! What is told of a status in words, wherever it is told: how much of a time it held, who guaranteed it, who violated
//! it and when, and why there is none.

use std::collections::HashSet;
use std::fmt::Display;

use chrono::{Datelike, Days, Months};

use super::{StatusAt, Time};
use crate::timeline::status_at::{
    Absence, Holding, bounds, guaranteed_by as spans_guaranteed_by, guarantors, violations_by,
    violators,
};
use crate::timeline::{CountryId, EventId, HistoricDate, Party, SpanId, Timeline};
use crate::words::dates::after_preposition;
use crate::words::{fill, translated};

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
    let mut met = HashSet::new();
    let names = spans_guaranteed_by(timeline, country, time)
        .map(|span| timeline[timeline[span].country].name.as_str())
        .filter(|name| met.insert(*name));
    let names: Vec<&str> = names.collect();
    if !names.is_empty() {
        parts.push(fill("guarantor of {0}", &[&listed(&names)]));
    }
    parts
}

/// The name of a status, with how much of the time it held: ", until 10 May 1940", ", possibly".
#[must_use]
pub fn in_time(timeline: &Timeline, status_at: &StatusAt, status: String) -> String {
    let span = &timeline[status_at.span];
    let begin = || after_preposition(span.begin_date.label());
    let end = || {
        let date = span.end_date.as_ref();
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

/// "guaranteed in 1839 by Prussia": with the year of the act, unless that is open.
pub(in crate::page) fn guaranteed_by_whom(
    timeline: &Timeline,
    span: SpanId,
    by: &dyn Display,
) -> String {
    match year_of_the_act(timeline, span) {
        Some(year) => fill("guaranteed in {0} by {1}", &[&year, by]),
        None => fill("guaranteed by {0}", &[by]),
    }
}

/// The year of the act by which a status was guaranteed; `None` where the year is open.
pub(in crate::page) fn year_of_the_act(timeline: &Timeline, span: SpanId) -> Option<String> {
    let date = &timeline[timeline[span].begins].date;
    let is_known = date.earliest().zip(date.latest()).is_some();
    is_known.then(|| date.years_label())
}

/// The name of a state at the time of the act.
pub(in crate::page) fn name<'t>(timeline: &'t Timeline, party: &'t Party) -> &'t str {
    party
        .called
        .as_deref()
        .unwrap_or(&timeline[party.country].name)
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
pub(in crate::page) fn violation(
    timeline: &Timeline,
    span: SpanId,
    event: EventId,
    time: Option<Time>,
) -> String {
    let sentences = ["violated {0}: {1}", "violated {0} by {1}"];
    violation_told(timeline, span, event, time, sentences)
}

/// The same behind a label that says already that it was a violation: "4 August 1914 by German Empire".
pub(in crate::page) fn violation_under_label(
    timeline: &Timeline,
    span: SpanId,
    event: EventId,
) -> String {
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
pub(in crate::page) fn listed(names: &[&str]) -> String {
    match names {
        [rest @ .., last] if !rest.is_empty() => {
            format!("{} {} {last}", rest.join(", "), translated("and"))
        }
        _ => names.concat(),
    }
}

/// Why a country has no status at a time.
#[must_use]
pub fn in_words(timeline: &Timeline, absence: Absence) -> String {
    match absence {
        Absence::Never => translated("none in this timeline").to_owned(),
        Absence::NotYet(span) => {
            let span = &timeline[span];
            let (title, date) = (timeline[span.begins].short_title(), &span.begin_date);
            fill("not yet: {0}, {1}", &[&title, &date.label()])
        }
        Absence::Ended(span) => {
            let span = &timeline[span];
            match span.ends.zip(span.end_date.as_ref()) {
                None => translated("ended").to_owned(),
                Some((end, date)) => fill(
                    "ended {0}: {1}",
                    &[&date.label(), &timeline[end].short_title()],
                ),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_country_guarantees_to_others_is_named_once_each() {
        let timeline = crate::timeline::samples::small();
        let check = |country: &str, year: &str, expected: &[&str]| {
            let country = timeline.country_called(country).unwrap();
            let day = |day: &str| format!("{year}-{day}").parse().unwrap();
            let found = part_in_others(&timeline, country, (day("01-01"), day("12-31")));
            assert_eq!(found, expected, "{year}");
        };
        check("United Kingdom", "1820", &["guarantor of Switzerland"]);
        check("Ukraine", "1820", &[]);
        check(
            "Germany",
            "1914",
            &[
                "violator: Germany occupies Luxembourg, 2 August 1914",
                "violator: Germany invades Belgium, 4 August 1914",
                "guarantor of Switzerland, Belgium and Luxembourg",
            ],
        );
    }

    #[test]
    fn a_violation_has_its_place_in_the_time_that_is_asked_about() {
        let check = |violation: &str, from: &str, to: &str, expected: &str| {
            let date = HistoricDate::parse(violation).unwrap();
            let time = (from.parse().unwrap(), to.parse().unwrap());
            let found = place_in_time(&date, time);
            assert_eq!(found, expected, "{violation} of {from} to {to}");
        };
        check("1914-08-04", "1914-08-05", "1914-09-05", "");
        check("1914-08-04", "1914-08-04", "1914-08-04", "");
        check("1914-08-04", "1914-08-01", "1914-08-31", "in this month: ");
        check("1914-08-04", "1914-01-01", "1914-12-31", "in this year: ");
        check("1914-08-04", "1914-08-01", "1914-08-30", "in this time: ");
        check("1914-08-04", "1914-08-01", "1914-09-30", "in this time: ");
        check("1914-08-04", "1914-01-01", "1915-12-31", "in this time: ");
        check("1914-08", "1914-08-15", "1914-09-30", "about this time: ");
        check("1914-08", "1914-07-15", "1914-08-20", "about this time: ");
        check("1914-08", "1914-08-10", "1914-08-20", "about this time: ");
    }
}
