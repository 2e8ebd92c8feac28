//! iCalendar (RFC 5545): the events of a calendar, a row each.

use super::table::{Row, TitledTable};
use crate::timeline::HistoricDate;

/// The columns; the days of a calendar are EDTF.
const NAMES: [&str; 9] = [
    "id", "edtf", "end", "title", "place", "text", "kind", "url", "time",
];

/// The events of a calendar.
pub(super) fn read(text: &str) -> TitledTable {
    let mut calendar = TitledTable::made(&NAMES);
    let (mut repeated, mut others) = (0, 0);
    let mut within: Vec<String> = Vec::new();
    let mut cells: Vec<String> = Vec::new();
    let mut exact = String::new();
    for line in unfolded(text) {
        let Some((name, parameters, value)) = property(&line) else {
            continue;
        };
        match (name.as_str(), within.last().map(String::as_str)) {
            ("BEGIN", _) => {
                let value = value.to_uppercase();
                if value == "VEVENT" {
                    cells = vec![String::new(); NAMES.len()];
                }
                others += usize::from(["VTODO", "VJOURNAL"].contains(&value.as_str()));
                within.push(value);
            }
            ("END", Some("VEVENT")) => {
                within.pop();
                let location = format!("event {}", calendar.table.rows.len() + 1);
                let mut cells = std::mem::take(&mut cells);
                as_exported(&mut cells, &std::mem::take(&mut exact));
                calendar.table.rows.push(Row { location, cells });
            }
            ("END", _) => {
                within.pop();
            }
            ("X-WR-CALNAME", Some("VCALENDAR")) => calendar.title = unescaped(&value),
            ("RRULE" | "RDATE", Some("VEVENT")) => repeated += 1,
            ("X-EDTF", Some("VEVENT")) => exact = unescaped(&value),
            (name, Some("VEVENT")) => set(&mut cells, name, &parameters, &value),
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

fn set(cells: &mut [String], name: &str, parameters: &str, value: &str) {
    let is_day = !value.contains('T');
    let (column, value) = match name {
        // The ids of other programs are long and say nothing.
        "UID" if !value.contains('@') && !value.contains(' ') => ("id", unescaped(value)),
        "DTSTART" => ("edtf", day(value, 0)),
        // A calendar names the first day after the last one.
        "DTEND" => ("end", day(value, i64::from(is_day))),
        "SUMMARY" => ("title", unescaped(value)),
        "LOCATION" => ("place", unescaped(value)),
        "DESCRIPTION" => ("text", unescaped(value)),
        "CATEGORIES" => ("kind", unescaped(value)),
        "URL" => ("url", value.to_owned()),
        _ => return,
    };
    let at = |column: &str| NAMES.iter().position(|name| *name == column);
    let has_time =
        !is_day && matches!(name, "DTSTART" | "DTEND") && !parameters.contains("VALUE=DATE;");
    if let Some(cell) = at("time").and_then(|at| cells.get_mut(at))
        && has_time
    {
        "yes".clone_into(cell);
    }
    if let Some(cell) = at(column).and_then(|at| cells.get_mut(at)) {
        *cell = value;
    }
}

/// "19140804" and "19140804T123000Z" as a day of EDTF, so many days earlier; what is none stays as it is.
fn day(value: &str, earlier: i64) -> String {
    let figures = value.split('T').next().unwrap_or_default();
    chrono::NaiveDate::parse_from_str(figures, "%Y%m%d")
        .ok()
        .and_then(|day| day.checked_sub_signed(chrono::TimeDelta::days(earlier)))
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
