//! Statuses on a day: which one a country had, by what title, and what had become of it.
//!
//! Every answer has three values, because the ends of a span are events and an event's date may be inexact:
//! a status certainly held, possibly held, or is left out. Nothing here says whether a status was lawful.
//! A status holds from the day on which it began to the day on which it ended, both included: what began or ended
//! within a day is finer than the record.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::HistoricDate;
use super::date::Certainty;
use super::model::{Breach, CountryId, EventId, Party, RolePart, SpanId, Timeline};

/// A status that a country had, or may have had, at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusAt {
    /// The span that holds, or may.
    pub span: SpanId,
    /// For how much of the time it held.
    pub holds: Holding,
    /// The violations that had happened by then, or may have, in order of time.
    pub violated: Vec<(EventId, Certainty)>,
}

/// How much of a time a status held; no less certain for a part of it than for all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holding {
    /// On all of its days.
    Throughout,
    /// Certainly on some of its days: it began or ended, or both, within the time.
    InPart {
        /// Whether it began within the time.
        begins: bool,
        /// Whether it ended within the time.
        ends: bool,
    },
    /// The time lies where the record leaves open whether it had begun or ended.
    Possibly,
}

/// The days that a span certainly covers and those that it may cover, each with both ends included.
///
/// An open or unknown end is the end of the calendar. Where `surely` is empty its first day lies after its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// The days on which it may hold, first and last.
    pub maybe: (NaiveDate, NaiveDate),
    /// The days on which it certainly holds, first and last; empty where the first is the later.
    pub surely: (NaiveDate, NaiveDate),
}

/// Why a country has no status at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Absence {
    /// Its first status begins later, with this span.
    NotYet(SpanId),
    /// The last one before had ended.
    Ended(SpanId),
    /// The timeline knows of none.
    Never,
}

/// Every status of a country on a day, the one that began last first.
#[must_use]
pub fn status_on(timeline: &Timeline, country: CountryId, day: NaiveDate) -> Vec<StatusAt> {
    status_during(timeline, country, day, day)
}

/// Every status of a country at a time of which only the bounds are known, both included.
#[must_use]
pub fn status_during(
    timeline: &Timeline,
    country: CountryId,
    from: NaiveDate,
    to: NaiveDate,
) -> Vec<StatusAt> {
    let spans = timeline[country].spans.iter().copied();
    let mut statuses: Vec<StatusAt> = spans
        .filter_map(|span| {
            let holds = extent(timeline, span).holding(from, to)?;
            Some(StatusAt {
                span,
                holds,
                violated: violated(timeline, span, from, to),
            })
        })
        .collect();
    statuses.sort_by(|one, other| {
        let (one, other) = (&timeline[one.span], &timeline[other.span]);
        let dates = (other.begin_date(timeline), one.begin_date(timeline));
        let by_date = dates.0.order(dates.1);
        by_date.then(other.begins.cmp(&one.begins))
    });
    statuses
}

/// Why a country has no status at a time: the next one ahead, else the last one behind.
#[must_use]
pub fn absence(timeline: &Timeline, country: CountryId, from: NaiveDate) -> Absence {
    let of_country = || timeline[country].spans.iter().copied();
    let behind = of_country()
        .filter(|span| extent(timeline, *span).maybe.1 < from)
        .max_by_key(|span| extent(timeline, *span).maybe.1);
    let ahead = || of_country().min_by_key(|span| timeline[*span].begins);
    behind.map_or_else(
        || ahead().map_or(Absence::Never, Absence::NotYet),
        Absence::Ended,
    )
}

/// The days of a span.
#[must_use]
pub fn extent(timeline: &Timeline, span: SpanId) -> Extent {
    let span = &timeline[span];
    let (first, last) = bounds(span.begin_date(timeline));
    let (end_first, end_last) = span
        .end_date(timeline)
        .map_or((NaiveDate::MAX, NaiveDate::MAX), bounds);
    Extent {
        maybe: (first, end_last),
        surely: (last, end_first),
    }
}

impl Extent {
    /// Whether the span covers all of a time, a part of it at best, or nothing.
    #[must_use]
    pub fn holds(&self, from: NaiveDate, to: NaiveDate) -> Certainty {
        if to < self.maybe.0 || self.maybe.1 < from {
            Certainty::No
        } else if self.surely.0 <= from && to <= self.surely.1 {
            Certainty::Yes
        } else {
            Certainty::Possibly
        }
    }

    /// How much of a time the span covers, if it may cover any of it.
    fn holding(&self, from: NaiveDate, to: NaiveDate) -> Option<Holding> {
        let (first, last) = self.surely;
        match self.holds(from, to) {
            Certainty::No => None,
            Certainty::Yes => Some(Holding::Throughout),
            Certainty::Possibly if first.max(from) <= last.min(to) => Some(Holding::InPart {
                begins: from < first,
                ends: last < to,
            }),
            Certainty::Possibly => Some(Holding::Possibly),
        }
    }
}

/// First and last day that a date can mean.
#[must_use]
pub fn bounds(date: &HistoricDate) -> (NaiveDate, NaiveDate) {
    (
        date.earliest().unwrap_or(NaiveDate::MIN),
        date.latest().unwrap_or(NaiveDate::MAX),
    )
}

fn violated(
    timeline: &Timeline,
    span: SpanId,
    from: NaiveDate,
    to: NaiveDate,
) -> Vec<(EventId, Certainty)> {
    let mut violations: Vec<(EventId, Certainty)> = timeline[span]
        .violated_by
        .iter()
        .filter_map(|event| {
            let (first, last) = bounds(&timeline[*event].date);
            match (first <= to, last <= from) {
                (false, _) => None,
                (true, true) => Some((*event, Certainty::Yes)),
                (true, false) => Some((*event, Certainty::Possibly)),
            }
        })
        .collect();
    violations.sort_by_key(|(event, _)| *event);
    violations
}

/// The states that guaranteed a status by the act that began it, as that act names them.
pub fn guarantors(timeline: &Timeline, span: SpanId) -> impl Iterator<Item = &Party> {
    in_part(timeline, timeline[span].begins, RolePart::Guarantor)
}

/// The states that an event records as violators.
pub fn violators(timeline: &Timeline, event: EventId) -> impl Iterator<Item = &Party> {
    in_part(timeline, event, RolePart::Violator)
}

/// The statuses of others that a country had guaranteed and that held at a time, or may have.
pub fn guaranteed_by(
    timeline: &Timeline,
    country: CountryId,
    (from, to): (NaiveDate, NaiveDate),
) -> impl Iterator<Item = SpanId> {
    SpanId::all(timeline).filter(move |span| {
        let mut parties = guarantors(timeline, *span);
        let had_guaranteed = parties.any(|party| party.country == country);
        had_guaranteed && extent(timeline, *span).holds(from, to).is_possible()
    })
}

/// The events of a time by which a country violated a status of another, each once.
pub fn violations_by(
    timeline: &Timeline,
    country: CountryId,
    (from, to): (NaiveDate, NaiveDate),
) -> impl Iterator<Item = EventId> {
    EventId::all(timeline).filter(move |event| {
        let (first, last) = bounds(&timeline[*event].date);
        let in_time = first <= to && from <= last;
        let by_country = violators(timeline, *event).any(|party| party.country == country);
        timeline[*event].breach.is_some() && in_time && by_country
    })
}

/// Who violated a status by an event: somebody who had guaranteed that very status, or others.
#[must_use]
pub fn breach(timeline: &Timeline, span: SpanId, event: EventId) -> Breach {
    let guarantors = guarantors(timeline, span).map(|guarantor| guarantor.country);
    let guarantors: HashSet<CountryId> = guarantors.collect();
    let had_guaranteed = |violator: &Party| guarantors.contains(&violator.country);
    if violators(timeline, event).any(had_guaranteed) {
        Breach::ByGuarantor
    } else {
        Breach::ByOthers
    }
}

/// The parties of an event whose role plays a part.
fn in_part(timeline: &Timeline, event: EventId, part: RolePart) -> impl Iterator<Item = &Party> {
    timeline[event]
        .parties
        .iter()
        .filter(move |party| timeline[party.role].part == Some(part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::samples;

    const FILE: &str = r#"
format = 1
[timeline]
title = "Statuses"
[countries.belgium]
name = "Belgium"
code = "BE"
[countries.cambodia]
name = "Cambodia"
code = "KH"
[countries.germany]
name = "Germany"
code = "DE"
[roles.host]
label = "Host"
part = "neutral"
[roles.protector]
label = "Protector"
part = "guarantor"
[roles.invader]
label = "Invader"
part = "violator"
[statuses.guaranteed]
label = "Guaranteed"
letter = "T"
ground = "treaty"
[[events]]
id = "treaty"
date = "1839-04-19"
title = "Treaty"
parties = [{ country = "belgium", role = "host" }, { country = "germany", role = "protector", as = "Prussia" }]
[[events]]
id = "invasion"
date = "1914-08-04"
title = "Invasion"
parties = [{ country = "belgium", role = "host" }, { country = "germany", role = "invader" }]
[[events]]
id = "end"
date = "1919-06-28"
title = "End"
[[events]]
id = "law"
date = "1957"
title = "Law"
[[events]]
id = "coup"
date = "1970-03/1970-04"
title = "Coup"
[[spans]]
country = "belgium"
status = "guaranteed"
begins = "treaty"
ends = "end"
violated_by = ["invasion"]
[[spans]]
country = "cambodia"
status = "guaranteed"
begins = "law"
ends = "coup"
"#;

    fn timeline() -> Timeline {
        samples::read(FILE)
    }

    fn day(written: &str) -> NaiveDate {
        written
            .parse()
            .unwrap_or_else(|error| panic!("{written}: {error}"))
    }

    /// "yes", "from" or "until" a day within the time, "possibly", with "!" for each violation that is certain and "?" for each that is possible.
    fn described(timeline: &Timeline, country: &str, from: &str, to: &str) -> String {
        let country = timeline.country_called(country).unwrap();
        let word = |certainty| match certainty {
            Certainty::Yes => "!",
            _ => "?",
        };
        status_during(timeline, country, day(from), day(to))
            .iter()
            .map(|status_at| {
                let holds = match status_at.holds {
                    Holding::Throughout => "yes",
                    Holding::InPart { begins, ends } => match (begins, ends) {
                        (true, false) => "from",
                        (false, true) => "until",
                        _ => "within",
                    },
                    Holding::Possibly => "possibly",
                };
                let violated: String = status_at
                    .violated
                    .iter()
                    .map(|(_, certainty)| word(*certainty))
                    .collect();
                format!("{holds}{violated}")
            })
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn a_status_holds_from_its_first_to_its_last_day() {
        let timeline = timeline();
        let check = |on: &str, expected: &str| {
            assert_eq!(described(&timeline, "belgium", on, on), expected, "{on}");
        };
        check("1815-06-09", "");
        check("1839-04-18", "");
        check("1839-04-19", "yes");
        check("1914-08-01", "yes");
        check("1914-08-04", "yes!");
        check("1914-08-05", "yes!");
        check("1919-06-28", "yes!");
        check("1919-06-29", "");
    }

    #[test]
    fn inexact_ends_hold_possibly() {
        let timeline = timeline();
        let check = |on: &str, expected: &str| {
            assert_eq!(described(&timeline, "cambodia", on, on), expected, "{on}");
        };
        check("1956-12-31", "");
        check("1957-06-01", "possibly");
        check("1957-12-31", "yes");
        check("1970-03-01", "yes");
        check("1970-03-02", "possibly");
        check("1970-04-30", "possibly");
        check("1970-05-01", "");
        let during = |from: &str, to: &str| described(&timeline, "cambodia", from, to);
        assert_eq!(during("1956-01-01", "1957-12-30"), "possibly");
        assert_eq!(during("1957-01-01", "1957-12-31"), "from");
        assert_eq!(during("1970-03-02", "1970-12-31"), "possibly");
    }

    #[test]
    fn an_inexact_question_is_answered_for_all_of_its_days() {
        let timeline = timeline();
        let check = |from: &str, to: &str, expected: &str| {
            assert_eq!(
                described(&timeline, "belgium", from, to),
                expected,
                "{from}/{to}"
            );
        };
        check("1913-01-01", "1913-12-31", "yes");
        check("1914-01-01", "1914-12-31", "yes?");
        check("1919-01-01", "1919-12-31", "until!");
        check("1839-01-01", "1839-12-31", "from");
        check("1801-01-01", "1900-12-31", "from");
        check("1801-01-01", "2000-12-31", "within?");
        check("1919-06-28", "1919-06-29", "until!");
    }

    #[test]
    fn guarantors_and_violators_are_named_as_the_act_names_them() {
        let timeline = timeline();
        let span = SpanId::at(&timeline, 0).unwrap();
        let called: Vec<_> = guarantors(&timeline, span)
            .map(|party| party.called.clone())
            .collect();
        assert_eq!(called, [Some("Prussia".to_owned())]);
        let invasion = timeline.event_called("invasion").unwrap();
        assert_eq!(violators(&timeline, invasion).count(), 1);
        assert_eq!(timeline[invasion].breach, Some(Breach::ByGuarantor));
        assert_eq!(timeline[timeline[span].begins].breach, None);
    }

    /// A timeline of one country with these events, each `ID DATE`, and spans, each `STATUS BEGINS [ENDS]`.
    fn one_country(events: &[&str], spans: &[&str]) -> Timeline {
        let mut file =
            "format = 1\n[timeline]\ntitle = \"T\"\n[countries.a]\nname = \"A\"\n".to_owned();
        for status in ["s", "t"] {
            file += &format!("[statuses.{status}]\nlabel = \"{status}\"\n");
        }
        for event in events {
            let (id, date) = event.split_once(' ').unwrap();
            file += &format!("[[events]]\nid = \"{id}\"\ndate = \"{date}\"\ntitle = \"E\"\n");
        }
        for span in spans {
            let mut words = span.split(' ');
            let mut key = |name: &str| {
                let word = words
                    .next()
                    .map_or_else(String::new, |word| format!("{name} = \"{word}\"\n"));
                file.push_str(&word);
            };
            key("[[spans]]\ncountry = \"a\"\nstatus");
            key("begins");
            key("ends");
        }
        samples::read(&file)
    }

    #[test]
    fn of_two_statuses_on_a_day_the_one_that_began_last_comes_first() {
        let check = |events: &[&str], spans: &[&str], expected: &[&str]| {
            let timeline = one_country(events, spans);
            let country = timeline.country_called("a").unwrap();
            let found = status_on(&timeline, country, day("1900-01-01"));
            let found = found
                .iter()
                .map(|status| timeline[timeline[status.span].begins].id.as_str());
            assert_eq!(found.collect::<Vec<_>>(), expected, "{events:?} {spans:?}");
        };
        check(
            &["old 1815", "new 1850"],
            &["s old", "t new"],
            &["new", "old"],
        );
        // Whichever the file names first.
        check(
            &["old 1815", "new 1850"],
            &["t new", "s old"],
            &["new", "old"],
        );
        // What began in the same time is in the order of its events.
        check(
            &["one 1815", "two 1815"],
            &["s one", "t two"],
            &["two", "one"],
        );
        check(
            &["one 1815", "two 1815"],
            &["t two", "s one"],
            &["two", "one"],
        );
        // What began on a later day of the same year is the later.
        check(
            &["year 1815", "day 1815-06-09"],
            &["s year", "t day"],
            &["day", "year"],
        );
    }

    #[test]
    fn an_event_lists_a_status_once_however_many_spans_of_it_it_touches() {
        let check = |spans: &[&str], expected: &[&str]| {
            let timeline = one_country(&["e 1815", "f 1850", "g 1900"], spans);
            let event = timeline.event_called("f").unwrap();
            let found = timeline[event]
                .statuses
                .iter()
                .map(|status| timeline[*status].id.as_str());
            assert_eq!(found.collect::<Vec<_>>(), expected, "{spans:?}");
        };
        check(&["s e f"], &["s"]);
        check(&["s e f", "s f g"], &["s"]);
        check(&["s e f", "t f g"], &["s", "t"]);
        check(&["s e f", "t e f", "s f"], &["s", "t"]);
        check(&["s e g"], &[]);
    }

    #[test]
    fn a_breach_by_a_guarantor_of_one_status_counts_before_one_by_others_of_another() {
        // A guaranteed A, and not B; whichever span is written first, the graver breach is told.
        let head = "format = 1\n[timeline]\ntitle = \"T\"\n[countries.a]\nname = \"A\"\n[countries.b]\nname = \"B\"\n\
            [countries.g]\nname = \"G\"\n[roles.guarantor]\nlabel = \"G\"\npart = \"guarantor\"\n\
            [roles.violator]\nlabel = \"V\"\npart = \"violator\"\n[statuses.s]\nlabel = \"S\"\n\
            [[events]]\nid = \"treaty\"\ndate = 1815\ntitle = \"E\"\nparties = [{ country = \"g\", role = \"guarantor\" }]\n\
            [[events]]\nid = \"law\"\ndate = 1820\ntitle = \"E\"\n\
            [[events]]\nid = \"invasion\"\ndate = 1914\ntitle = \"E\"\nparties = [{ country = \"g\", role = \"violator\" }]\n";
        let guaranteed = "[[spans]]\ncountry = \"a\"\nstatus = \"s\"\nbegins = \"treaty\"\nviolated_by = [\"invasion\"]\n";
        let declared = "[[spans]]\ncountry = \"b\"\nstatus = \"s\"\nbegins = \"law\"\nviolated_by = [\"invasion\"]\n";
        let check = |spans: &[&str], expected: Breach| {
            let timeline = samples::read(&format!("{head}{}", spans.concat()));
            let event = timeline.event_called("invasion").unwrap();
            assert_eq!(timeline[event].breach, Some(expected), "{spans:?}");
        };
        check(&[guaranteed], Breach::ByGuarantor);
        check(&[declared], Breach::ByOthers);
        check(&[guaranteed, declared], Breach::ByGuarantor);
        check(&[declared, guaranteed], Breach::ByGuarantor);
    }

    #[test]
    fn a_country_without_a_status_had_a_part_in_those_of_others() {
        let timeline = timeline();
        let check = |country: &str, on: &str, guaranteed: usize, violated: &[&str]| {
            let country = timeline.country_called(country).unwrap();
            let time = (day(on), day(on));
            assert_eq!(
                guaranteed_by(&timeline, country, time).count(),
                guaranteed,
                "{on}"
            );
            let found = violations_by(&timeline, country, time);
            let found: Vec<_> = found.map(|event| timeline[event].id.as_str()).collect();
            assert_eq!(found, violated, "{on}");
        };
        check("germany", "1839-04-18", 0, &[]);
        check("germany", "1900-01-01", 1, &[]);
        check("germany", "1914-08-04", 1, &["invasion"]);
        check("germany", "1914-08-05", 1, &[]);
        check("germany", "1920-01-01", 0, &[]);
        check("belgium", "1914-08-04", 0, &[]);
    }

    #[test]
    fn what_has_no_status_says_why() {
        let timeline = timeline();
        let check = |country: &str, on: &str, expected: Absence| {
            let country = timeline.country_called(country).unwrap();
            assert_eq!(absence(&timeline, country, day(on)), expected, "{on}");
        };
        let (first, second) = (SpanId::at(&timeline, 0), SpanId::at(&timeline, 1));
        check("belgium", "1815-01-01", Absence::NotYet(first.unwrap()));
        check("belgium", "1950-01-01", Absence::Ended(first.unwrap()));
        check("cambodia", "1900-01-01", Absence::NotYet(second.unwrap()));
        check("germany", "1900-01-01", Absence::Never);
    }
}
