//! iCalendar (RFC 5545): an entry an event, from the first day that it can mean to the last.
//!
//! A calendar knows whole days only; how exact a date is stands in its title and, for `import`, in `X-EDTF`.

use chrono::{Datelike, Days, NaiveDate};

use super::{Extract, MADE_BY, sources_in_lines};
use crate::timeline::{Event, Timeline};

/// Octets of a line, its end not counted.
const LINE: usize = 75;

/// A calendar must say when an entry was made, and the same timeline shall give the same bytes.
const STAMP: &str = "19700101T000000Z";

/// The whole calendar; events before the first year, for which a calendar has no days, are counted in its description.
#[must_use]
pub fn calendar(extract: &Extract) -> String {
    let entries: Vec<String> = extract
        .events
        .iter()
        .filter_map(|id| entry(extract.timeline, &extract.timeline[*id]))
        .collect();
    let mut description = extract.in_words();
    let missing = extract.events.len() - entries.len();
    if missing > 0 {
        description.push_str(&format!(
            " {} before the year 1 left out.",
            crate::text::count(missing, "event")
        ));
    }
    let mut calendar = String::new();
    for (name, value) in [
        ("BEGIN", "VCALENDAR".to_owned()),
        ("VERSION", "2.0".to_owned()),
        ("PRODID", format!("-//{}//EN", escaped(MADE_BY))),
        ("X-WR-CALNAME", escaped(&extract.timeline.title)),
        ("X-WR-CALDESC", escaped(&description)),
    ] {
        line(&mut calendar, name, &value);
    }
    calendar.extend(entries);
    line(&mut calendar, "END", "VCALENDAR");
    calendar
}

/// An entry; `None` for a date without any day that a calendar has.
fn entry(timeline: &Timeline, event: &Event) -> Option<String> {
    let (first, last) = (event.date.earliest(), event.date.latest());
    let (first, last) = (first.or(last)?, last.or(first)?);
    // A calendar names the first day after the last one.
    let after = last.checked_add_days(Days::new(1))?;
    if first.year() < 1 || after.year() > 9999 {
        return None;
    }
    // Only an exact day needs no word about itself.
    let title = if event.date.is_exact_day() {
        event.title.to_string()
    } else {
        format!("{} ({})", event.title, event.date.label())
    };
    let mut text: Vec<String> = event.text.iter().cloned().map(String::from).collect();
    if text.is_empty() {
        text.extend(event.texts.summary.as_deref().map(str::to_owned));
    }
    let sources = sources_in_lines(timeline, event)
        .map(|(source, url)| url.map_or(source.clone(), |url| format!("{source} {url}")));
    text.extend(sources);
    let kind = event.kind.map(|kind| timeline[kind].label.clone());
    let mut entry = String::new();
    for (name, value) in [
        ("BEGIN", Some("VEVENT".to_owned())),
        ("UID", Some(escaped(&event.id))),
        ("DTSTAMP", Some(STAMP.to_owned())),
        ("DTSTART;VALUE=DATE", Some(day(first))),
        ("DTEND;VALUE=DATE", Some(day(after))),
        ("X-EDTF", Some(escaped(event.date.written()))),
        ("SUMMARY", Some(escaped(&title))),
        ("LOCATION", event.texts.place.as_deref().map(escaped)),
        ("CATEGORIES", kind.as_deref().map(escaped)),
        (
            "DESCRIPTION",
            Some(escaped(&text.join("\n\n"))).filter(|text| !text.is_empty()),
        ),
        ("TRANSP", Some("TRANSPARENT".to_owned())),
        ("END", Some("VEVENT".to_owned())),
    ] {
        if let Some(value) = value {
            line(&mut entry, name, &value);
        }
    }
    Some(entry)
}

fn day(day: NaiveDate) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// Text in which a calendar would read commas, semicolons and line breaks as its own.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace(';', "\\;")
        .replace(',', "\\,")
        .replace('\n', "\\n")
}

/// Adds a line, folded after 75 octets as the standard wants.
fn line(calendar: &mut String, name: &str, value: &str) {
    let mut width = 0;
    for sign in format!("{name}:{value}").chars() {
        if width + sign.len_utf8() > LINE {
            calendar.push_str("\r\n ");
            width = 1;
        }
        calendar.push(sign);
        width += sign.len_utf8();
    }
    calendar.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_characters() {
        let mut calendar = String::new();
        line(&mut calendar, "SUMMARY", &"é".repeat(60));
        let lines: Vec<&str> = calendar.split("\r\n").collect();
        assert!(lines.iter().all(|line| line.len() <= LINE), "{calendar}");
        assert_eq!(lines.concat().matches('é').count(), 60);
        assert!(lines[1].starts_with(' '));
    }

    #[test]
    fn text_keeps_its_signs() {
        assert_eq!(escaped("a, b; c\\d\ne"), "a\\, b\\; c\\\\d\\ne");
    }
}
