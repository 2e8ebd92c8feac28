//! No more exact than the record: every day and month that a list, a page or an export tells was written so in the file.

use std::collections::BTreeSet;

use neutrality::app::App;
use neutrality::export::{self, Extract};
use neutrality::page;
use neutrality::selection::filter::Filter;
use neutrality::timeline::{EventId, Timeline};
use serde_json::Value;

use super::for_each_seed;
use super::made::Made;
use crate::common::reader::{loaded, press, screen};
use crate::common::texts::SMALL;
use neutrality::app::input::{Input, Size};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// What stands between two texts that have nothing to do with each other: a word, so that none is read across it.
const END: &str = "\nend\n";

/// Days and months that somebody may tell, each with its year where it has one.
#[derive(Default)]
struct Told {
    days: BTreeSet<(i32, u32, u32)>,
    months: BTreeSet<(i32, u32)>,
    years: BTreeSet<i32>,
}

/// What the file tells.
fn told(made: &Made) -> Told {
    let mut told = Told::default();
    for date in made.dates() {
        told.days.extend(&date.days);
        told.months.extend(&date.months);
        told.years.extend(&date.years);
    }
    told
}

fn month(word: &str) -> Option<u32> {
    let is = |name: &&str| {
        word == *name || word == &name[..3] || (*name == "September" && word == "Sept")
    };
    let at = MONTHS.iter().position(is)?;
    Some(at as u32 + 1)
}

/// The year that begins at a word: "1914", "AD 79", "44 BC".
fn year(words: &[&str]) -> Option<i32> {
    let number = |word: Option<&&str>| word?.parse::<i32>().ok();
    match words {
        ["AD", rest @ ..] => number(rest.first()),
        [_, "BC", ..] => Some(1 - number(words.first())?),
        _ => number(words.first()),
    }
}

/// Every day and every month with its year, as a text tells them in words or in figures.
fn found(text: &str) -> Told {
    let mut told = Told::default();
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    for (at, word) in words.iter().enumerate() {
        let Some(month) = month(word) else {
            continue;
        };
        // In "February AD 1 – May 1820" the figure before May is a year.
        let is_year = at >= 2 && words[at - 2] == "AD";
        let day = at.checked_sub(1).filter(|_| !is_year);
        let day = day.and_then(|before| words[before].parse::<u32>().ok());
        let day = day.filter(|day| *day <= 31);
        // "30 July – 4 August 1914", "July–August 1914": the year stands behind the last.
        let rest = &words[at + 1..];
        let is_month = |at: usize| rest.get(at).is_some_and(|word| self::month(word).is_some());
        let is_day = rest
            .first()
            .is_some_and(|word| word.parse::<u32>().is_ok_and(|day| day <= 31));
        let year = match (is_month(0), is_day && is_month(1)) {
            (true, _) => year(&rest[1..]),
            (_, true) => year(&rest[2..]),
            _ => year(rest),
        };
        match (year, day) {
            (Some(year), Some(day)) => told.days.extend([(year, month, day)]),
            (Some(year), None) => told.months.extend([(year, month)]),
            (None, _) => {}
        }
    }
    told.days.extend(in_figures(text));
    told
}

/// Every day in figures, "1914-08-04".
fn in_figures(text: &str) -> Vec<(i32, u32, u32)> {
    let signs: Vec<char> = text.chars().collect();
    let mut days = Vec::new();
    for at in 0..signs.len().saturating_sub(9) {
        let written: String = signs[at..at + 10].iter().collect();
        let parts: Vec<&str> = written.split('-').collect();
        if let [year, month, day] = parts[..]
            && (year.len(), month.len(), day.len()) == (4, 2, 2)
            && let (Ok(year), Ok(month), Ok(day)) =
                (year.parse::<i32>(), month.parse(), day.parse())
        {
            let before_year_one = at > 0 && signs[at - 1] == '-';
            days.push((if before_year_one { -year } else { year }, month, day));
        }
    }
    days
}

/// A text tells no day and no month that the file does not.
#[track_caller]
fn check(made: &Made, what: &str, text: &str) {
    let (told, found) = (told(made), found(text));
    let days: Vec<_> = found.days.difference(&told.days).collect();
    let months: Vec<_> = found.months.difference(&told.months).collect();
    assert!(
        days.is_empty() && months.is_empty(),
        "{what} tells {days:?} {months:?}\n{text}\n{}",
        made.toml()
    );
}

/// Every text of a JSON document, without the first and the last day that it tells beside each date.
fn texts_of(value: &Value, texts: &mut String) {
    match value {
        Value::String(text) => {
            texts.push_str(text);
            texts.push_str(END);
        }
        Value::Array(items) => items.iter().for_each(|item| texts_of(item, texts)),
        Value::Object(fields) => {
            let fields = fields
                .iter()
                .filter(|(key, _)| !["earliest", "latest"].contains(&key.as_str()));
            fields.for_each(|(_, field)| texts_of(field, texts));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The texts and the attributes of a page of the web.
fn in_html(document: &str) -> String {
    document.replace(['<', '>', '"'], END)
}

fn in_json(document: &str) -> String {
    let mut texts = String::new();
    texts_of(&serde_json::from_str(document).unwrap(), &mut texts);
    texts
}

/// The cells of a table without the columns of first and last days.
fn in_csv(document: &str) -> String {
    let mut reader = csv::Reader::from_reader(document.as_bytes());
    let names = reader.headers().unwrap().clone();
    let is_bound = |name: &str| name.ends_with("earliest") || name.ends_with("latest");
    let rows = reader.records().map(Result::unwrap);
    let cells = rows.flat_map(|row| {
        let cells = names
            .iter()
            .zip(row.iter())
            .filter(|(name, _)| !is_bound(name));
        cells.map(|(_, cell)| cell.to_owned()).collect::<Vec<_>>()
    });
    cells.collect::<Vec<_>>().join(END)
}

/// The properties of a calendar that speak: a calendar has whole days only, and how exact they are stands in the title.
fn in_calendar(document: &str) -> String {
    let whole = document.replace("\r\n ", "");
    let speaks = |line: &&str| {
        line.starts_with("SUMMARY") || line.starts_with("DESCRIPTION") || line.starts_with("X-EDTF")
    };
    whole.lines().filter(speaks).collect::<Vec<_>>().join("\n")
}

/// The days and months by which TimelineJS places a slide.
fn in_slides(document: &str) -> Told {
    let document: Value = serde_json::from_str(document).unwrap();
    let mut told = Told::default();
    for slide in document["events"].as_array().unwrap() {
        for end in ["start_date", "end_date"] {
            let part = |name: &str| slide[end][name].as_str()?.parse::<i32>().ok();
            let Some(year) = part("year") else { continue };
            // What is before the year 1 is counted without a year 0 there.
            let year = if year < 0 { year + 1 } else { year };
            match (part("month"), part("day")) {
                (Some(month), Some(day)) => {
                    told.days.extend([(year, month as u32, day as u32)]);
                }
                (Some(month), None) => told.months.extend([(year, month as u32)]),
                _ => {}
            }
        }
    }
    told
}

/// The bounds of seasons are months, which TimelineJS needs to place one; its label says the season.
fn months_of_seasons(made: &Made) -> BTreeSet<(i32, u32)> {
    let seasons = made
        .dates()
        .filter(|date| date.months.is_empty() && !date.years.is_empty());
    let bounds = seasons
        .flat_map(|date| [date.earliest, date.latest])
        .flatten();
    bounds.map(|(year, month, _)| (year, month)).collect()
}

#[test]
fn the_exports_tell_no_day_and_no_month_that_the_file_does_not() {
    for_each_seed(6, |chance| {
        let made = Made::new(chance, 15);
        let timeline = loaded(&made.toml());
        let filter = Filter::default();
        let extract = Extract::new(&timeline, &filter);
        let events: Vec<EventId> = EventId::all(&timeline).collect();
        check(&made, "CSV", &in_csv(&export::csv::events(&extract)));
        check(
            &made,
            "JSON",
            &in_json(&written(&export::json::list(&timeline, &events))),
        );
        check(&made, "Markdown", &export::markdown::document(&extract));
        check(&made, "HTML", &in_html(&export::html::page(&extract)));
        check(
            &made,
            "iCalendar",
            &in_calendar(&export::icalendar::calendar(&extract)),
        );
        let slides = export::timelinejs::file(&extract);
        check(&made, "TimelineJS", &in_json(&slides));
        let (told, placed) = (told(&made), in_slides(&slides));
        let mut months = told.months.clone();
        months.extend(months_of_seasons(&made));
        assert!(
            placed.days.is_subset(&told.days) && placed.months.is_subset(&months),
            "{slides}\n{}",
            made.toml()
        );
    });
}

/// The rows of a screen, whose columns have nothing to do with each other.
fn in_rows(screen: &str) -> String {
    screen.replace('\n', END).replace("  ", END)
}

/// The page of an event without the list beside it.
fn page_of(timeline: &Timeline, event: EventId) -> String {
    page::event::page(timeline, event, 80, &[]).plain()
}

#[test]
fn the_list_and_the_pages_tell_no_day_and_no_month_that_the_file_does_not() {
    for_each_seed(6, |chance| {
        let made = Made::new(chance, 12);
        let timeline = loaded(&made.toml());
        for event in EventId::all(&timeline) {
            check(&made, "the page", &page_of(&timeline, event));
            let date = &timeline[event].date;
            for label in [
                date.label(),
                date.short_label(),
                date.full_label(),
                date.years_label(),
            ] {
                check(&made, "a label", &label);
            }
        }
        let mut app = App::new(timeline).unwrap();
        app.handle(Input::Resize(Size {
            columns: 110,
            rows: 40,
        }));
        check(&made, "the list", &in_rows(&screen(&app)));
        press(&mut app, "G");
        check(&made, "the list", &in_rows(&screen(&app)));
        press(&mut app, "3");
        check(&made, "the article", &in_rows(&screen(&app)));
        press(&mut app, "4");
        check(&made, "the cases", &in_rows(&screen(&app)));
    });
}

/// The test's own reading of texts, which would otherwise find nothing and be content.
#[test]
fn days_and_months_are_found_where_they_stand() {
    let check = |text: &str, days: &[(i32, u32, u32)], months: &[(i32, u32)]| {
        let found = found(text);
        assert_eq!(found.days, days.iter().copied().collect(), "{text}");
        assert_eq!(found.months, months.iter().copied().collect(), "{text}");
    };
    check("on 4 August 1914.", &[(1914, 8, 4)], &[]);
    check(
        "30 Jul – 4 August 1914",
        &[(1914, 7, 30), (1914, 8, 4)],
        &[],
    );
    check("July–August 1914", &[], &[(1914, 7), (1914, 8)]);
    check(
        "15 Mar 44 BC, 3 May AD 79",
        &[(-43, 3, 15), (79, 5, 3)],
        &[],
    );
    check("1914-08-04/-0043-03-15", &[(1914, 8, 4), (-43, 3, 15)], &[]);
    check("1914, the 1820s", &[], &[]);
}

/// What is written piece by piece, as one.
fn written(answer: &impl serde::Serialize) -> String {
    let mut written = Vec::new();
    export::json::write(answer, &mut written).unwrap();
    String::from_utf8(written).unwrap()
}

#[test]
fn a_date_that_is_too_long_for_its_column_leaves_the_title_alone() {
    let source = SMALL.replacen("\"1815-11-20\"", "\"[-0220..1826]\"", 1);
    let mut app = App::new(loaded(&source)).unwrap();
    app.handle(Input::Resize(Size {
        columns: 110,
        rows: 40,
    }));
    press(&mut app, "3");
    let shown = screen(&app);
    let row = shown.lines().rfind(|row| row.contains("The powers"));
    assert!(
        row.unwrap().contains("221 BC × AD …  The powers"),
        "{shown}"
    );
}
