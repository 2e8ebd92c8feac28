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
        .map(|party| party.called.as_deref())
        .collect();
    assert_eq!(called, [Some("Prussia")]);
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
