//! A notebook as a file: TOML that a person can read and change by hand.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use toml_writer::{ToTomlKey as _, ToTomlValue as _, TomlKeyBuilder, TomlStringBuilder};

use super::{MarkId, Notebook, ReaderMark};
use crate::text;

/// The format that is written, and the newest that is read.
const FORMAT: i64 = 1;

/// Why a text is no notebook.
#[derive(Debug)]
pub enum NotebookFault {
    /// A later version wrote it, with a format of this number.
    Newer(i64),
    /// It is not written as a notebook is; where, and what is wrong there.
    Syntax {
        /// The line, counted from 1.
        line: usize,
        /// What the reader of TOML says.
        source: Box<toml::de::Error>,
    },
    /// A mark is on nothing, or on several things at once; its number, from 1.
    Unclear(usize),
}

impl fmt::Display for NotebookFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NotebookFault::Newer(format) => write!(
                f,
                "a newer version of neutrality wrote it (format {format}; this one knows {FORMAT})"
            ),
            NotebookFault::Syntax { line, source } => {
                let message = source.message();
                let first = message.lines().next().unwrap_or_default();
                write!(f, "line {line}: {}", text::clean(first))
            }
            NotebookFault::Unclear(number) => write!(
                f,
                "mark {number} has not exactly one of `event`, `passage`, or `case` with `row`"
            ),
        }
    }
}

impl std::error::Error for NotebookFault {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            NotebookFault::Syntax { source, .. } => Some(source),
            NotebookFault::Newer(_) | NotebookFault::Unclear(_) => None,
        }
    }
}

/// The one key that every version reads.
#[derive(Deserialize)]
struct Head {
    format: Option<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
    #[serde(rename = "format")]
    _format: i64,
    timeline: Option<String>,
    place: Option<String>,
    #[serde(default)]
    filters: BTreeMap<String, String>,
    #[serde(default)]
    marks: Vec<WrittenMark>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenMark {
    event: Option<String>,
    passage: Option<String>,
    case: Option<String>,
    row: Option<String>,
    #[serde(default)]
    title: String,
    date: Option<String>,
    note: Option<String>,
}

/// Reads a notebook; text that a terminal would take for commands is cleaned.
///
/// # Errors
/// Why it is none; nothing of it is taken then.
pub fn read(source: &str) -> Result<Notebook, NotebookFault> {
    let fault = |source_of: toml::de::Error| {
        let before = source_of.span().map_or(0, |span| span.start);
        let before = source.get(..before).unwrap_or_default();
        NotebookFault::Syntax {
            line: before.matches('\n').count() + 1,
            source: Box::new(source_of),
        }
    };
    let head: Head = toml::from_str(source).map_err(fault)?;
    if let Some(format) = head.format.filter(|format| *format > FORMAT) {
        return Err(NotebookFault::Newer(format));
    }
    let body: Body = toml::from_str(source).map_err(fault)?;
    let clean = |text: String| text::clean(&text).into_owned();
    let marks = body.marks.into_iter().enumerate();
    let marks = marks.map(|(at, mark)| mark.read().ok_or(NotebookFault::Unclear(at + 1)));
    let mut notebook = Notebook {
        timeline: body.timeline.map(clean),
        place: body.place.map(clean),
        filters: body
            .filters
            .into_iter()
            .map(|(name, flags)| (clean(name), clean(flags)))
            .collect(),
        marks: Vec::new(),
    };
    // What a hand wrote of one thing twice is one mark, with both notes.
    for mark in marks {
        notebook.take_in(mark?);
    }
    Ok(notebook)
}

impl WrittenMark {
    fn read(self) -> Option<ReaderMark> {
        let clean = |id: Option<String>| id.map(|id| text::clean(&id).into_owned());
        let (event, passage) = (clean(self.event), clean(self.passage));
        let of = match (event, passage, clean(self.case), clean(self.row)) {
            (Some(event), None, None, None) => MarkId::Event(event),
            (None, Some(passage), None, None) => MarkId::Passage(passage),
            (None, None, Some(case), Some(row)) => MarkId::Cell(case, row),
            _ => return None,
        };
        Some(ReaderMark {
            of,
            title: text::clean(&self.title).into_owned(),
            date: self.date.map(|date| text::clean(&date).into_owned()),
            note: self.note.as_deref().and_then(note),
        })
    }
}

/// A note as it is kept: cleaned, without empty lines around it; `None` where nothing is left.
#[must_use]
pub fn note(text: &str) -> Option<String> {
    let cleaned = text::clean_lines(text);
    let lines = cleaned.lines().map(str::trim_end);
    let lines: Vec<&str> = lines.collect();
    let note = lines.join("\n");
    let note = note.trim_matches('\n');
    (!note.trim().is_empty()).then(|| note.to_owned())
}

/// The notebook as a file.
#[must_use]
pub fn write(notebook: &Notebook) -> String {
    let mut file = String::from(
        "# Marks and notes made with neutrality; they can be changed here by hand. Comments are not kept.\n",
    );
    file.push_str(&format!("format = {FORMAT}\n"));
    let mut row = |key: &str, value: Option<&String>| {
        if let Some(value) = value {
            file.push_str(&format!("{key} = {}\n", string(value)));
        }
    };
    row("timeline", notebook.timeline.as_ref());
    row("place", notebook.place.as_ref());
    if !notebook.filters.is_empty() {
        file.push_str("\n[filters]\n");
    }
    for (name, flags) in &notebook.filters {
        let name = TomlKeyBuilder::new(name).as_default().to_toml_key();
        file.push_str(&format!("{name} = {}\n", string(flags)));
    }
    for mark in &notebook.marks {
        file.push_str("\n[[marks]]\n");
        let ids: [(&str, Option<&String>); 2] = match &mark.of {
            MarkId::Event(id) => [("event", Some(id)), ("", None)],
            MarkId::Passage(id) => [("passage", Some(id)), ("", None)],
            MarkId::Cell(case, row) => [("case", Some(case)), ("row", Some(row))],
        };
        let texts = [
            ("title", Some(&mark.title)),
            ("date", mark.date.as_ref()),
            ("note", mark.note.as_ref()),
        ];
        for (key, value) in ids.into_iter().chain(texts) {
            if let Some(value) = value {
                file.push_str(&format!("{key} = {}\n", string(value)));
            }
        }
    }
    file
}

fn string(text: &str) -> String {
    TomlStringBuilder::new(text).as_default().to_toml_value()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(of: MarkId, note: Option<&str>) -> ReaderMark {
        ReaderMark {
            of,
            title: "It’s \"called\" this".to_owned(),
            date: Some("1839-04-19".to_owned()),
            note: note.map(str::to_owned),
        }
    }

    #[test]
    fn a_notebook_is_read_as_it_was_written() {
        let id = str::to_owned;
        let notebook = Notebook {
            timeline: Some("A title".to_owned()),
            place: Some("--view=lanes --at=1914".to_owned()),
            filters: BTreeMap::from([("mine, too".to_owned(), "--country 'a b'".to_owned())]),
            marks: vec![
                mark(MarkId::Event(id("a")), None),
                mark(MarkId::Passage(id("b")), Some("one line")),
                mark(
                    MarkId::Cell(id("c"), id("promise")),
                    Some("\"\"\" and '''\n\n\\ ¶ \u{1F3F4}\nlast"),
                ),
            ],
        };
        let file = write(&notebook);
        assert_eq!(read(&file).unwrap(), notebook, "{file}");
        let nothing = Notebook::default();
        assert_eq!(read(&write(&nothing)).unwrap(), nothing);
    }

    #[test]
    fn what_is_no_notebook_is_refused_with_its_place() {
        let check = |source: &str, expected: &str| {
            let fault = read(source).unwrap_err().to_string();
            assert!(fault.starts_with(expected), "{source}: {fault}");
        };
        check("", "line 1: missing field `format`");
        check("format = ", "line 1: ");
        check("format = 2\nmarks = 3", "a newer version of neutrality");
        check("format = 1\nmarks = 3", "line 2: invalid type: integer `3`");
        check("format = 1\ncolour = 3", "line 2: unknown field `colour`");
        check("format = 1\n[[marks]]", "mark 1 has not exactly one of");
        check(
            "format = 1\n[[marks]]\nevent = 'a'\n[[marks]]\nevent = 'a'\npassage = 'b'",
            "mark 2 has not exactly one of",
        );
        check("format = 1\n[[marks]]\ncase = 'a'", "mark 1 has not");
    }

    #[test]
    fn what_is_marked_twice_is_one_mark_with_both_notes() {
        let check = |marks: &str, expected: &[(&str, Option<&str>)]| {
            let notebook = read(&format!("format = 1\n{marks}")).unwrap();
            let id = |mark: &ReaderMark| match &mark.of {
                MarkId::Event(id) | MarkId::Passage(id) => id.clone(),
                MarkId::Cell(case, row) => format!("{case} {row}"),
            };
            let kept: Vec<_> = notebook
                .marks
                .iter()
                .map(|mark| (id(mark), mark.note.as_deref()))
                .collect();
            let kept: Vec<_> = kept.iter().map(|(id, note)| (id.as_str(), *note)).collect();
            assert_eq!(kept, expected, "{marks}");
        };
        let a = |note: &str| format!("[[marks]]\nevent = 'a'\n{note}\n");
        check(&a(""), &[("a", None)]);
        check(
            &[a("note = 'one'"), a("note = 'two'")].concat(),
            &[("a", Some("one\n\ntwo"))],
        );
        check(&[a(""), a("note = 'two'")].concat(), &[("a", Some("two"))]);
        check(&[a("note = 'one'"), a("")].concat(), &[("a", Some("one"))]);
        check(
            &[a("note = 'one'"), a("note = 'one'")].concat(),
            &[("a", Some("one"))],
        );
        check(
            &[&a(""), "[[marks]]\npassage = 'a'"].concat(),
            &[("a", None), ("a", None)],
        );
        // No id of a file goes to a terminal as it is.
        check(
            "[[marks]]\nevent = \"a\\u001b[31m\"",
            &[("a\u{FFFD}[31m", None)],
        );
        check("[[marks]]\npassage = \"a\\u001b\"", &[("a\u{FFFD}", None)]);
        check(
            "[[marks]]\ncase = \"a\\u001b\"\nrow = \"b\\u001b\"",
            &[("a\u{FFFD} b\u{FFFD}", None)],
        );
    }

    #[test]
    fn a_note_is_kept_clean() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(note(text).as_deref(), expected, "{text:?}");
        };
        check("", None);
        check(" \n\t\n", None);
        check("one\r\ntwo  \n\n", Some("one\ntwo"));
        check("\n\none\n\ntwo", Some("one\n\ntwo"));
        check("a\u{1b}[31mb\u{202e}", Some("a\u{FFFD}[31mb\u{FFFD}"));
        let long = "x".repeat(1 << 20);
        check(&long, Some(&long));
    }
}
