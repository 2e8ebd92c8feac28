//! Markwhen: dates, a colon and what happened, a line each, with groups and tags around them.

use super::table::{Row, TitledTable};
use crate::timeline::date::words::FigureOrder;

const NAMES: [&str; 5] = ["date", "title", "text", "kind", "url"];

/// Whether a text looks like Markwhen: most lines that are not indented or marked begin with a date and a colon.
pub(super) fn is_markwhen(text: &str) -> bool {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines
        .clone()
        .take(200)
        .filter(|line| dated(line).is_some())
        .count()
        >= 2
}

/// The events of a file, a row each.
pub(super) fn read(text: &str) -> TitledTable {
    // Months come first unless it says otherwise.
    let mut file = TitledTable {
        order: Some(FigureOrder::MonthFirst),
        ..TitledTable::made(&NAMES)
    };
    let mut groups: Vec<String> = Vec::new();
    let mut in_front = false;
    let mut passed_over: Vec<String> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let trimmed = line.trim();
        let key = trimmed
            .split_once(':')
            .map(|(key, value)| (key.trim(), value.trim()));
        let first_word = trimmed.split_whitespace().next().unwrap_or_default();
        match first_word {
            "---" if file.table.rows.is_empty() => in_front = !in_front,
            _ if file.table.rows.is_empty() && dated(line).is_none() && key.is_some() => {
                match key {
                    Some(("title", title)) => title.clone_into(&mut file.title),
                    Some(("dateFormat", format))
                        if format.trim_matches(['"', '\'']).starts_with('d') =>
                    {
                        file.order = Some(FigureOrder::DayFirst);
                    }
                    _ => {}
                }
            }
            _ if in_front => {}
            "" => add_line(&mut file, ""),
            _ if trimmed.starts_with("//") => {}
            "group" | "section" => groups.push(untagged(
                trimmed.get(first_word.len()..).unwrap_or_default(),
            )),
            "endGroup" | "endSection" | "end" => {
                groups.pop();
            }
            _ if trimmed.starts_with('#') && trimmed.trim_start_matches('#').starts_with(' ') => {
                let depth = trimmed.len() - trimmed.trim_start_matches('#').len();
                groups.truncate(depth.saturating_sub(1));
                groups.push(untagged(trimmed.trim_start_matches('#')));
            }
            _ => match dated(line) {
                Some((date, title)) => {
                    let tags = tags(title);
                    let kind = groups
                        .last()
                        .filter(|group| !group.is_empty())
                        .or(tags.first());
                    let cells = [
                        date.to_owned(),
                        untagged(title),
                        String::new(),
                        kind.cloned().unwrap_or_default(),
                        String::new(),
                    ];
                    let location = format!("line {}", at + 1);
                    file.table.rows.push(Row {
                        location,
                        cells: cells.to_vec(),
                    });
                }
                None if file.table.rows.is_empty() => passed_over.push(format!("line {}", at + 1)),
                None => add_line(&mut file, line),
            },
        }
    }
    if !passed_over.is_empty() {
        let lines = crate::text::count(passed_over.len(), "line");
        file.remarks.push(format!(
            "{lines} before the first event left out, from {}",
            passed_over
                .concat()
                .split("line")
                .nth(1)
                .map_or_else(String::new, |at| format!("line{at}"))
        ));
    }
    file
}

/// Adds a line to what the last event says.
fn add_line(file: &mut TitledTable, line: &str) {
    if let Some(text) = file
        .table
        .rows
        .last_mut()
        .and_then(|row| row.cells.get_mut(2))
    {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(line.trim());
    }
}

/// The date before the colon and what stands behind it; a colon within a time of day or an address parts nothing.
fn dated(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start().trim_start_matches("- ");
    let starts = line.chars().next()?.is_alphanumeric();
    let (at, _) = line.match_indices(':').find(|(at, _)| {
        let after = line.get(at + 1..).and_then(|rest| rest.chars().next());
        after.is_none_or(|sign| !sign.is_ascii_digit() && sign != '/')
    })?;
    let (date, title) = (line.get(..at)?.trim(), line.get(at + 1..)?.trim());
    let has_figures = date.chars().any(|sign| sign.is_ascii_digit());
    (starts && has_figures && date.len() <= 60 && !title.is_empty()).then_some((date, title))
}

/// The tags of a text, without their signs.
fn tags(text: &str) -> Vec<String> {
    let tags = text
        .split_whitespace()
        .filter_map(|word| word.strip_prefix('#'));
    tags.filter(|tag| tag.starts_with(char::is_alphabetic))
        .map(str::to_owned)
        .collect()
}

/// A text without its tags.
fn untagged(text: &str) -> String {
    let is_tag = |word: &&str| {
        word.strip_prefix('#')
            .is_some_and(|tag| tag.starts_with(char::is_alphabetic))
    };
    text.split_whitespace()
        .filter(|word| !is_tag(word))
        .collect::<Vec<_>>()
        .join(" ")
}
