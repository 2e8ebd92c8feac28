//! `neutrality notes`: the reader's marks and notes of a timeline, printed, written to be kept elsewhere, or taken in.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{export, notebook, print, progress, read_out, write};
use crate::cli::{ExportFormat, NotesArgs, NotesFormat};
use crate::error::Error;
use crate::export::json::{FORMAT, in_text};
use crate::files::{Origin, Patience, read_notebook};
use crate::notes::places::{MarkPlace, place};
use crate::notes::{MarkId, Notebook, NotebookChange, ReaderMark, written};
use crate::text::{self, wrap::wrap};
use crate::timeline::Timeline;

/// Columns before a note.
const INDENT: usize = 4;

pub(super) fn run(args: &NotesArgs) -> Result<u8, Error> {
    let origin = Origin::new(args.file.path());
    let timeline = progress::timeline(origin)?;
    let file = notebook::file(origin)?;
    if let Some(path) = &args.import {
        let taken = read_notebook(path)?;
        let marks = text::count(taken.marks.len(), "mark");
        let change = NotebookChange::TakeIn(taken);
        file.change(&timeline.title, change, Patience::Long)?;
        let name = text::clean(&file.path().display().to_string()).into_owned();
        return print(&format!("{marks} taken into {name}\n"));
    }
    let notebook = file.load()?;
    if let Some(elsewhere) = notebook::elsewhere(&file, &timeline.title, origin) {
        super::warn(&elsewhere);
    }
    let answer = match args.format {
        NotesFormat::Text if args.output.output.is_none() => {
            return read_out(&in_words(&notebook, &timeline));
        }
        NotesFormat::Text => in_words(&notebook, &timeline),
        NotesFormat::Toml => written::write(&notebook),
        NotesFormat::Json => in_text(&as_json(&notebook, &timeline)),
        NotesFormat::Markdown => export::marked(&timeline, &notebook, ExportFormat::Markdown)?,
    };
    write(&answer, &args.output)?;
    Ok(0)
}

/// Every mark with its note under it, those whose subject has gone among them.
fn in_words(notebook: &Notebook, timeline: &Timeline) -> String {
    let mut words = String::new();
    for mark in &notebook.marks {
        let _ = writeln!(words, "{}", heading(mark, timeline));
        let columns = super::columns() - INDENT;
        for line in mark.note.iter().flat_map(|note| note.lines()) {
            for range in wrap(line, columns) {
                let row = format!("{:INDENT$}{}", "", &line[range]);
                let _ = writeln!(words, "{}", row.trim_end());
            }
        }
    }
    for (name, flags) in &notebook.filters {
        let _ = writeln!(words, "filter {name}  {flags}");
    }
    if words.is_empty() {
        words.push_str("nothing is marked yet; in the reader m marks what is looked at\n");
    }
    words
}

/// "event belgium-1839  19 April 1839  Treaty of London", and where it has gone, that.
fn heading(mark: &ReaderMark, timeline: &Timeline) -> String {
    let (kind, id) = kind_and_id(&mark.of);
    let found = place(mark, timeline);
    let title = found.map_or_else(|| mark.title.clone(), |place| place.title(timeline));
    let date = match found {
        Some(MarkPlace::Event(event)) => format!("{}  ", timeline[event].date.label()),
        _ => String::new(),
    };
    let gone = match found {
        None => "  (no longer in this timeline)",
        Some(place) if place.id(timeline) != mark.of => "  (found by its title: the id has gone)",
        Some(_) => "",
    };
    format!("{kind} {id}  {date}{title}{gone}")
}

fn kind_and_id(of: &MarkId) -> (&'static str, String) {
    match of {
        MarkId::Event(id) => ("event", id.clone()),
        MarkId::Passage(id) => ("claim", id.clone()),
        MarkId::Cell(case, row) => ("cell", format!("{case} {row}")),
    }
}

fn as_json(notebook: &Notebook, timeline: &Timeline) -> Value {
    let mark = |mark: &ReaderMark| {
        let (kind, id) = kind_and_id(&mark.of);
        let found = place(mark, timeline);
        json!({
            "kind": kind,
            "id": id,
            "title": found.map_or_else(|| mark.title.clone(), |place| place.title(timeline)),
            "note": mark.note,
            "gone": found.is_none(),
        })
    };
    let marks: Vec<Value> = notebook.marks.iter().map(mark).collect();
    json!({ "format": FORMAT, "marks": marks, "filters": notebook.filters })
}
