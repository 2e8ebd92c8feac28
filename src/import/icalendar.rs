//! iCalendar (RFC 5545): the events of a calendar, a row each.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::columns::listed;
use super::table::{Row, TitledTable};
use crate::timeline::HistoricDate;
use crate::timeline::check::sources::is_web_address;

/// The columns; the days of a calendar are EDTF.
const NAMES: [&str; 9] = [
    "id", "edtf", "end", "title", "place", "text", "kind", "url", "time",
];

/// What a calendar keeps of an entry for itself.
const BOOKKEEPING: [&str; 12] = [
    "UID",
    "DTSTAMP",
    "CREATED",
    "LAST-MODIFIED",
    "SEQUENCE",
    "STATUS",
    "TRANSP",
    "CLASS",
    "PRIORITY",
    "RECURRENCE-ID",
    "EXDATE",
    "REQUEST-STATUS",
];

/// An event as far as it is read.
#[derive(Debug, Default)]
struct CalendarEntry {
    cells: Vec<String>,
    /// The date in EDTF, where our own export wrote it.
    exact: String,
    /// The beginning as it is written, with its time of day.
    start: String,
    /// How long it lasts, where no end is written.
    duration: String,
}

/// The events of a calendar.
pub(super) fn read(text: &str) -> TitledTable {
    let mut calendar = TitledTable::made(&NAMES);
    let (mut repeated, mut others) = (0, 0);
    let mut within: Vec<String> = Vec::new();
    let mut entry = CalendarEntry::default();
    let mut left_out: BTreeSet<String> = BTreeSet::new();
    for line in unfolded(text) {
        let Some((name, parameters, value)) = property(&line) else {
            continue;
        };
        match (name.as_str(), within.last().map(String::as_str)) {
            ("BEGIN", _) => {
                let value = value.to_uppercase();
                if value == "VEVENT" {
                    let cells = vec![String::new(); NAMES.len()];
                    entry = CalendarEntry {
                        cells,
                        ..CalendarEntry::default()
                    };
                }
                others += usize::from(["VTODO", "VJOURNAL"].contains(&value.as_str()));
                within.push(value);
            }
            ("END", Some("VEVENT")) => {
                within.pop();
                let location = format!("event {}", calendar.table.rows.len() + 1);
                let cells = std::mem::take(&mut entry).finished();
                calendar.table.rows.push(Row { location, cells });
            }
            ("END", _) => {
                within.pop();
            }
            ("X-WR-CALNAME", Some("VCALENDAR")) => calendar.title = unescaped(&value),
            ("RRULE" | "RDATE", Some("VEVENT")) => repeated += 1,
            (name, Some("VEVENT")) => {
                let is_read = entry.set(name, &parameters, &value);
                if !is_read && !BOOKKEEPING.contains(&name) && !name.starts_with("X-") {
                    left_out.insert(name.to_owned());
                }
            }
            _ => {}
        }
    }
    if repeated > 0 {
        let remark = match repeated {
            1 => "1 event comes again and is read once".to_owned(),
            many => format!("{many} events come again and are read once"),
        };
        calendar.remarks.push(remark);
    }
    if others > 0 {
        let count = crate::text::count(others, "task or note");
        calendar
            .remarks
            .push(format!("{count} left out: only events are read"));
    }
    if !left_out.is_empty() {
        let names: Vec<String> = left_out.into_iter().collect();
        let what = match names.len() {
            1 => "1 property is left out".to_owned(),
            many => format!("{many} properties are left out"),
        };
        calendar.remarks.push(format!("{what}: {}", listed(&names)));
    }
    calendar
}

/// The date as our own export wrote it, unless the entry has been moved since; the title then ends with its label.
fn as_exported(cells: &mut [String], exact: &str) {
    let Ok(date) = HistoricDate::parse(exact) else {
        return;
    };
    let [_, start, end, title, ..] = cells else {
        return;
    };
    let first = date.earliest().or(date.latest());
    if first.is_some_and(|day| day.to_string() == *start) {
        exact.clone_into(start);
        end.clear();
        if let Some(bare) = title.strip_suffix(&format!(" ({})", date.label())) {
            *title = bare.to_owned();
        }
    }
}

impl CalendarEntry {
    /// Takes what a property says; whether it has a place for it.
    fn set(&mut self, name: &str, parameters: &str, value: &str) -> bool {
        let is_day = !value.contains('T');
        let (column, value) = match name {
            "X-EDTF" => {
                self.exact = unescaped(value);
                return true;
            }
            "DURATION" => {
                value.clone_into(&mut self.duration);
                return true;
            }
            // The ids of other programs are long and say nothing.
            "UID" if !value.contains('@') && !value.contains(' ') => ("id", unescaped(value)),
            "DTSTART" => {
                value.clone_into(&mut self.start);
                ("edtf", day(value, 0))
            }
            // A calendar names the first day after the last one.
            "DTEND" => ("end", day(value, i64::from(is_day))),
            "SUMMARY" => ("title", unescaped(value)),
            "LOCATION" => ("place", unescaped(value)),
            "DESCRIPTION" | "COMMENT" => ("text", unescaped(value)),
            "CATEGORIES" => ("kind", unescaped(value)),
            "URL" => ("url", value.to_owned()),
            "ATTACH" if is_web_address(value) => ("url", value.to_owned()),
            _ => return false,
        };
        let at = |column: &str| NAMES.iter().position(|name| *name == column);
        let has_time =
            !is_day && matches!(name, "DTSTART" | "DTEND") && !parameters.contains("VALUE=DATE;");
        if let Some(cell) = at("time").and_then(|at| self.cells.get_mut(at))
            && has_time
        {
            "yes".clone_into(cell);
        }
        if let Some(cell) = at(column).and_then(|at| self.cells.get_mut(at)) {
            // Categories, comments and addresses may stand several times.
            let between = match column {
                "kind" => ", ",
                "text" => "\n\n",
                "url" => "\n",
                _ => "",
            };
            if between.is_empty() || cell.is_empty() {
                *cell = value;
            } else {
                *cell = format!("{cell}{between}{value}");
            }
        }
        true
    }

    /// The cells of the row, with the end where only the duration is written.
    fn finished(mut self) -> Vec<String> {
        if let [_, _, end, ..] = self.cells.as_mut_slice()
            && end.is_empty()
            && !self.duration.is_empty()
        {
            // What is no duration stands as it is, and is told as an end that is no date.
            let last = last_day(&self.start, &self.duration);
            *end = last.map_or(self.duration, |day| day.to_string());
        }
        as_exported(&mut self.cells, &self.exact);
        self.cells
    }
}

/// The last day of what begins so and lasts so long.
fn last_day(start: &str, duration: &str) -> Option<NaiveDate> {
    let length = TimeDelta::try_seconds(seconds(duration)?)?;
    if start.contains('T') {
        let start = NaiveDateTime::parse_from_str(start.trim_end_matches('Z'), "%Y%m%dT%H%M%S");
        return Some(start.ok()?.checked_add_signed(length)?.date());
    }
    let first = NaiveDate::parse_from_str(start, "%Y%m%d").ok()?;
    let beyond = first.checked_add_signed(length)?;
    Some(beyond.pred_opt()?.max(first))
}

/// "P1W", "P2D", "PT3H30M" in seconds.
fn seconds(duration: &str) -> Option<i64> {
    let mut seconds: i64 = 0;
    let mut number = String::new();
    for sign in duration.trim_start_matches('+').strip_prefix('P')?.chars() {
        let unit = match sign {
            'T' if number.is_empty() => continue,
            'W' => 7 * 86_400,
            'D' => 86_400,
            'H' => 3_600,
            'M' => 60,
            'S' => 1,
            digit if digit.is_ascii_digit() => {
                number.push(digit);
                continue;
            }
            _ => return None,
        };
        let count: i64 = std::mem::take(&mut number).parse().ok()?;
        seconds = seconds.checked_add(count.checked_mul(unit)?)?;
    }
    number.is_empty().then_some(seconds)
}

/// "19140804" and "19140804T123000Z" as a day of EDTF, so many days earlier; what is none stays as it is.
fn day(value: &str, earlier: i64) -> String {
    let figures = value.split('T').next().unwrap_or_default();
    NaiveDate::parse_from_str(figures, "%Y%m%d")
        .ok()
        .and_then(|day| day.checked_sub_signed(TimeDelta::days(earlier)))
        .map_or_else(|| value.to_owned(), |day| day.to_string())
}

/// The lines, each with those that continue it.
fn unfolded(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(rest), Some(last)) => last.push_str(rest),
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

/// "DTSTART;VALUE=DATE:19140804": the name, the parameters, the value.
fn property(line: &str) -> Option<(String, String, String)> {
    let mut quoted = false;
    let colon = line.find(|sign: char| {
        quoted ^= sign == '"';
        sign == ':' && !quoted
    })?;
    let (head, value) = line.split_at(colon);
    let (name, parameters) = head.split_once(';').unwrap_or((head, ""));
    let value = value.get(1..)?.to_owned();
    Some((
        name.to_uppercase(),
        format!("{};", parameters.to_uppercase()),
        value,
    ))
}

/// A text without the marks that protect commas and line breaks in it.
fn unescaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut signs = value.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' => match signs.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(other) => text.push(other),
                None => {}
            },
            sign => text.push(sign),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lasts_so_long_ends_on_its_last_day() {
        let check = |start: &str, duration: &str, expected: Option<&str>| {
            let found = last_day(start, duration).map(|day| day.to_string());
            assert_eq!(found.as_deref(), expected, "{start} {duration}");
        };
        check("19140804", "P1D", Some("1914-08-04"));
        check("19140804", "P3D", Some("1914-08-06"));
        check("19140804", "P1W", Some("1914-08-10"));
        check("19140804", "PT0S", Some("1914-08-04"));
        check("19140804T190000Z", "PT3H30M", Some("1914-08-04"));
        check("19140804T235900", "PT3H", Some("1914-08-05"));
        check("19140804T000000", "P1DT1H", Some("1914-08-05"));
        check("19140804", "-P1D", None);
        check("19140804", "P", Some("1914-08-04"));
        check("19140804", "P1", None);
        check("19140804", "P1X", None);
        check("19140804", "P99999999999999999999D", None);
        check("19140804", "P999999999999D", None);
        check("soon", "P1D", None);
    }
}
