//! What stands where: the order of events, and what a status says on a day.

use chrono::{Datelike, NaiveDate};
use neutrality::page::status_at::full;
use neutrality::timeline::status_at::{Absence, Holding, absence, status_during};
use neutrality::timeline::{CountryId, EventId, HistoricDate, Timeline};

use super::chance::Chance;
use super::dates::{Day, any_date, day_after, day_before};
use super::for_each_seed;
use super::made::{COUNTRIES, Made, MadeSpan, name};
use crate::common::reader::loaded;

pub fn calendar_day((year, month, day): Day) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn plain_day(day: NaiveDate) -> Day {
    (day.year(), day.month(), day.day())
}

#[test]
fn dates_mean_what_they_were_made_of_and_their_order_is_total() {
    for_each_seed(40, |chance| {
        let dates: Vec<_> = (0..60).map(|_| any_date(chance)).collect();
        let read: Vec<HistoricDate> = dates
            .iter()
            .map(|made| HistoricDate::parse(&made.written).unwrap())
            .collect();
        for (made, read) in dates.iter().zip(&read) {
            let bounds = (read.earliest().map(plain_day), read.latest().map(plain_day));
            assert_eq!(bounds, (made.earliest, made.latest), "{}", made.written);
        }
        for (one, made) in read.iter().zip(&dates) {
            for (other, other_made) in read.iter().zip(&dates) {
                let order = one.order(other);
                assert_eq!(
                    order,
                    made.place().cmp(&other_made.place()),
                    "{} {}",
                    made.written,
                    other_made.written
                );
                assert_eq!(order, other.order(one).reverse());
            }
        }
    });
}

#[test]
fn events_stand_in_order_of_time_and_of_the_file() {
    for_each_seed(40, |chance| {
        let made = Made::new(chance, 30);
        let timeline = loaded(&made.toml());
        let shown: Vec<&str> = timeline
            .events
            .iter()
            .map(|event| event.id.as_str())
            .collect();
        let expected: Vec<&str> = made
            .in_order()
            .iter()
            .map(|at| made.events[*at].id.as_str())
            .collect();
        assert_eq!(shown, expected);
    });
}

/// On which days a span surely holds, and on which it may.
fn holds(made: &Made, span: &MadeSpan, day: Day) -> (bool, bool) {
    let begins = made.date_at(span.begins);
    let ends = span.ends.map(|ends| made.date_at(ends));
    let surely = begins.last() <= day && ends.is_none_or(|ends| day <= ends.first());
    let maybe = begins.first() <= day && ends.is_none_or(|ends| day <= ends.last());
    (surely, maybe)
}

/// The days of a time at which an answer can change, and those beside them.
fn telling_days(made: &Made, (from, to): (Day, Day)) -> Vec<Day> {
    let ends = made
        .spans
        .iter()
        .flat_map(|span| [Some(span.begins), span.ends])
        .flatten();
    let dates = ends.map(|end| made.date_at(end));
    let days = dates
        .flat_map(|date| [date.earliest, date.latest])
        .flatten();
    let near = days.flat_map(|day| [day_before(day), day, day_after(day)]);
    near.chain([from, to])
        .filter(|day| (from..=to).contains(day))
        .collect()
}

/// How much of a time a span holds, asked day by day.
fn expected(made: &Made, span: &MadeSpan, time: (Day, Day), days: &[Day]) -> Option<Holding> {
    let surely = |day: &Day| holds(made, span, *day).0;
    if days.iter().all(surely) {
        Some(Holding::Throughout)
    } else if days.iter().any(surely) {
        Some(Holding::InPart {
            begins: !surely(&time.0),
            ends: !surely(&time.1),
        })
    } else {
        days.iter()
            .any(|day| holds(made, span, *day).1)
            .then_some(Holding::Possibly)
    }
}

/// The statuses of a country at a time, each as the place of its span, how much of the time it held, and the ids of what
/// had surely or perhaps violated it.
type Statuses = Vec<(usize, Holding, Vec<(String, bool)>)>;

fn naive_statuses(made: &Made, country: usize, time: (Day, Day)) -> Statuses {
    let days = telling_days(made, time);
    let order = made.in_order();
    let place = |event: usize| order.iter().position(|at| *at == event).unwrap();
    let mut found: Vec<(usize, Holding)> = made
        .spans
        .iter()
        .enumerate()
        .filter(|(_, span)| span.country == country)
        .filter_map(|(at, span)| Some((at, expected(made, span, time, &days)?)))
        .collect();
    found.sort_by_key(|(at, _)| {
        let begins = made.spans[*at].begins;
        std::cmp::Reverse((made.date_at(begins).place(), place(begins.0)))
    });
    let violations = |at: usize| {
        let mut events = made.spans[at].violated_by.clone();
        events.sort_by_key(|event| place(*event));
        let dates = events.iter().map(|event| &made.events[*event]);
        let happened = dates.filter(|event| event.date.first() <= time.1);
        happened
            .map(|event| (event.id.clone(), event.date.last() <= time.0))
            .collect()
    };
    found
        .into_iter()
        .map(|(at, holding)| (at, holding, violations(at)))
        .collect()
}

fn statuses(timeline: &Timeline, country: CountryId, (from, to): (Day, Day)) -> Statuses {
    let found = status_during(timeline, country, calendar_day(from), calendar_day(to));
    let violated = |events: &[(EventId, neutrality::timeline::date::Certainty)]| {
        let certain = neutrality::timeline::date::Certainty::Yes;
        events
            .iter()
            .map(|(event, how)| (timeline[*event].id.to_string(), *how == certain))
            .collect()
    };
    found
        .iter()
        .map(|status| {
            (
                status.span.index(),
                status.holds,
                violated(&status.violated),
            )
        })
        .collect()
}

fn any_time(made: &Made, chance: &mut Chance) -> (Day, Day) {
    let (one, other) = (made.any_day(chance), made.any_day(chance));
    match chance.below(3) {
        0 => (one, one),
        1 => (
            (one.0, one.1, 1),
            (one.0, one.1, super::dates::last_of_month(one.0, one.1)),
        ),
        _ => (one.min(other), one.max(other)),
    }
}

#[test]
fn a_status_on_a_day_is_what_the_dates_say_day_by_day() {
    for_each_seed(40, |chance| {
        let made = Made::new(chance, 20);
        let timeline = loaded(&made.toml());
        for _ in 0..20 {
            let time = any_time(&made, chance);
            for (at, country) in CountryId::all(&timeline).enumerate() {
                let expected = naive_statuses(&made, at, time);
                assert_eq!(
                    statuses(&timeline, country, time),
                    expected,
                    "{} {time:?}\n{}",
                    name('c', at),
                    made.toml()
                );
                if expected.is_empty() {
                    is_absent(&made, &timeline, at, country, time.0);
                }
            }
        }
    });
}

/// Why a country has no status: it had one that ended before, or its first is to come, or it never had one.
fn is_absent(made: &Made, timeline: &Timeline, at: usize, country: CountryId, from: Day) {
    let mut spans = made
        .spans
        .iter()
        .filter(|span| span.country == at)
        .peekable();
    let has_any = spans.peek().is_some();
    let ended = spans.any(|span| {
        span.ends
            .is_some_and(|ends| made.date_at(ends).last() < from)
    });
    let is_so = match absence(timeline, country, calendar_day(from)) {
        Absence::Never => !has_any,
        Absence::Ended(_) => ended,
        Absence::NotYet(_) => has_any && !ended,
    };
    assert!(is_so, "{at} {from:?}\n{}", made.toml());
}

#[test]
fn the_page_of_a_day_names_every_status_that_held_and_no_other() {
    for_each_seed(20, |chance| {
        let made = Made::new(chance, 15);
        let timeline = loaded(&made.toml());
        for _ in 0..4 {
            let day = made.any_day(chance);
            for (at, country) in CountryId::all(&timeline).enumerate() {
                let page = full(
                    &timeline,
                    (calendar_day(day), calendar_day(day)),
                    &[country],
                    100,
                )
                .plain();
                let own = page
                    .lines()
                    .filter(|line| !line.starts_with(' '))
                    .chain(page.lines().skip(1));
                let said: Vec<&str> = own.collect();
                for (status, letter) in ["T", "D", "P"].iter().enumerate() {
                    let held = naive_statuses(&made, at, (day, day));
                    let held = held
                        .iter()
                        .any(|(span, ..)| made.spans[*span].status == status);
                    let is_named = said
                        .iter()
                        .any(|line| line.contains(&format!("Sqz{letter}")));
                    // What had ended before or comes later is told too, where nothing held.
                    let held_nothing = naive_statuses(&made, at, (day, day)).is_empty();
                    assert!(
                        is_named || !held,
                        "{letter} at {day:?}\n{page}\n{}",
                        made.toml()
                    );
                    assert!(
                        held || held_nothing || !is_named,
                        "{letter} at {day:?}\n{page}\n{}",
                        made.toml()
                    );
                }
            }
        }
    });
    assert_eq!(COUNTRIES, 5);
}
