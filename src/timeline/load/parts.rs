//! A timeline in several files: their texts stand behind one another, so that a position is one in all of them.
//!
//! A file names others in `include`; which files those are is found where files are read. What two of them say of the
//! timeline itself is said by the first; a word that both define has to be defined alike.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{
    Limits, Loaded, Refusal, broken, count_words, finish, keeps_within, not_utf8, without_mark,
};
use crate::timeline::alike::are_alike;
use crate::timeline::diagnostic::{Faults, quoted};

/// One of the files of a timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// As the person called it, or as the way from there leads to it.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// What is wrong with an `include`, in one of the files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncludeFault {
    /// The position of the file among the parts.
    pub part: usize,
    /// Where the include stands in it.
    pub span: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What can be done.
    pub help: String,
}

/// The files that a file includes, as they are written, each with its position.
#[must_use]
pub fn includes(bytes: &[u8]) -> Vec<(String, Range<usize>)> {
    // It stands before the first table or nowhere, and the rest may be long.
    let end = memchr::memmem::find(bytes, b"\n[").unwrap_or(bytes.len());
    let bytes = &bytes[..end];
    if memchr::memmem::find(bytes, b"include").is_none() {
        return Vec::new();
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Vec::new();
    };
    let mark = text.len() - text.trim_start_matches('\u{FEFF}').len();
    let (file, _) = DeTable::parse_recoverable(&text[mark..]);
    let Some(included) = file.get_ref().get("include") else {
        return Vec::new();
    };
    let one = std::slice::from_ref(included);
    let items = included.get_ref().as_array().map_or(one, |items| items);
    let named = items
        .iter()
        .filter_map(|item| Some((item.get_ref().as_str()?.to_owned(), item.span())));
    named.collect()
}

/// The texts of several files behind one another, as a report on them has them.
#[must_use]
pub fn joined(parts: &[Part]) -> String {
    let mut joined = String::new();
    for part in parts {
        let text = String::from_utf8_lossy(&part.bytes);
        add(&mut joined, text.trim_start_matches('\u{FEFF}'));
    }
    joined
}

/// Adds a text, which begins on a line of its own; the answer is where.
fn add(joined: &mut String, text: &str) -> usize {
    if !joined.is_empty() && !joined.ends_with('\n') {
        joined.push('\n');
    }
    let start = joined.len();
    joined.push_str(text);
    start
}

/// Reads and checks a timeline of several files; the first one includes the others.
#[must_use]
pub fn read_parts(limits: Limits, parts: Vec<Part>, found: Vec<IncludeFault>) -> Loaded {
    let mut joined = String::new();
    let mut starts: Vec<(usize, String)> = Vec::new();
    for Part { name, bytes } in parts {
        let text = match String::from_utf8(without_mark(bytes)) {
            Ok(text) => text,
            Err(error) => return not_utf8(&name, error),
        };
        starts.push((add(&mut joined, &text), name));
    }
    let faults = Faults::default();
    for fault in found {
        let start = starts.get(fault.part).map_or(0, |(start, _)| *start);
        let span = start + fault.span.start..start + fault.span.end;
        faults.error(&span, fault.message, Some(fault.help));
    }
    let refused = keeps_within(limits.of_tree(), &joined);
    let refused = refused.and_then(|()| count_words(limits.of_tree(), &joined).map(|_| ()));
    if let Err(Refusal { at, reason, help }) = refused {
        faults.error(&(at..at), reason, Some(help));
        return finish(None, starts, joined, faults);
    }
    // Each text stands behind as much white space as the others before it take, and so has its own positions.
    let ends = starts.iter().skip(1).map(|(start, _)| *start);
    let ends = ends.chain([joined.len()]);
    let texts: Vec<String> = starts
        .iter()
        .zip(ends)
        .map(|((start, _), end)| format!("{}{}", " ".repeat(*start), &joined[*start..end]))
        .collect();
    let mut file = DeTable::default();
    let mut is_broken = false;
    for text in &texts {
        let (table, errors) = DeTable::parse_recoverable(text);
        broken::report(&errors, text, &faults);
        is_broken |= !errors.is_empty();
        merge(&mut file, table.into_inner(), &faults);
    }
    let timeline = (!is_broken).then(|| super::checked(file, &joined, &faults));
    finish(timeline, starts, joined, faults)
}

/// Joins what another file says to what is there already.
fn merge<'i>(file: &mut DeTable<'i>, other: DeTable<'i>, faults: &Faults) {
    for (key, value) in other {
        let name = key.get_ref().to_string();
        let Some(existing) = file.get_mut(name.as_str()) else {
            file.insert(key, value);
            continue;
        };
        let span = value.span();
        match (existing.get_mut(), value.into_inner()) {
            (DeValue::Array(list), DeValue::Array(more)) => {
                more.into_iter().for_each(|item| list.push(item));
            }
            (DeValue::Table(table), DeValue::Table(more)) => match name.as_str() {
                "timeline" => complete(table, more),
                "article" => one_article(table, more, faults),
                _ => define(table, more, faults),
            },
            // What each file includes is followed already.
            (DeValue::String(_) | DeValue::Array(_), DeValue::String(_)) if name == "include" => {}
            (existing @ DeValue::String(_), list @ DeValue::Array(_)) if name == "include" => {
                *existing = list;
            }
            (existing, value) if are_alike(existing, &value) => {}
            _ => {
                let message = format!("{} is another one in a file before", quoted(&name));
                let help = "write it alike in both, or in one only".to_owned();
                faults.error(&span, message, Some(help));
            }
        }
    }
}

/// The first file says what the timeline is called; lists are joined, and what it does not say is taken from the others.
fn complete<'i>(table: &mut DeTable<'i>, more: DeTable<'i>) {
    for (key, value) in more {
        let name = key.get_ref().to_string();
        match table.get_mut(name.as_str()).map(Spanned::get_mut) {
            None => drop(table.insert(key, value)),
            Some(DeValue::Array(list)) => {
                if let DeValue::Array(items) = value.into_inner() {
                    items.into_iter().for_each(|item| list.push(item));
                }
            }
            Some(_) => {}
        }
    }
}

/// A timeline accompanies one text: another file may add passages to it, and no second one.
fn one_article<'i>(table: &mut DeTable<'i>, more: DeTable<'i>, faults: &Faults) {
    let title = more.get("title");
    if let Some(title) = title.filter(|title| !says(table, title)) {
        let help = "leave it out, or write it as in the file before".to_owned();
        faults.error(
            &title.span(),
            "this is another article than in a file before",
            Some(help),
        );
    }
    complete(table, more);
}

/// Adds what another file defines; a word that both define has to be defined alike.
fn define<'i>(table: &mut DeTable<'i>, more: DeTable<'i>, faults: &Faults) {
    for (key, value) in more {
        let name = key.get_ref().to_string();
        match table.get(name.as_str()) {
            None => drop(table.insert(key, value)),
            Some(existing) if are_alike(existing.get_ref(), value.get_ref()) => {}
            Some(_) => {
                let message = format!("{} is defined otherwise in a file before", quoted(&name));
                let help = "define it alike in both, or in one only".to_owned();
                faults.error(&key.span(), message, Some(help));
            }
        }
    }
}

/// Whether an article has this title.
fn says(article: &DeTable, title: &Spanned<DeValue>) -> bool {
    let known = article.get("title");
    known.is_some_and(|known| are_alike(known.get_ref(), title.get_ref()))
}
