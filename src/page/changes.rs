//! Corrections as they are told: when, of what, what stood there, what is right, and what shows it.

use super::{Page, Piece, Tone, Writer, citation};
use crate::timeline::{Change, ChangeSubject, EventId, Timeline};
use crate::words::{fill, translated};

/// Columns of the labels.
const LABELS: usize = 8;

/// All of them, the latest first.
#[must_use]
pub fn full(timeline: &Timeline, changes: &[&Change], columns: usize) -> Page {
    let mut writer = Writer::new(columns, &[]);
    for change in changes.iter().rev() {
        writer.blank();
        let head = format!("{} · {}", change.date.label(), subjects(timeline, change));
        writer.paragraph(&head, Tone::Strong);
        describe(&mut writer, timeline, change);
    }
    writer.finish()
}

/// Those of an event, under a heading of their own.
pub(super) fn of_event(writer: &mut Writer, timeline: &Timeline, id: EventId) {
    let is_of = |change: &&Change| {
        change.subjects.iter().any(|subject| {
            matches!(subject, ChangeSubject::Event(event) | ChangeSubject::SpansFrom(event) if *event == id)
        })
    };
    let changes: Vec<&Change> = timeline.changes.iter().filter(is_of).collect();
    if changes.is_empty() {
        return;
    }
    writer.heading(translated("Corrected"));
    for change in changes {
        writer.paragraph(&change.date.label(), Tone::Dim);
        describe(writer, timeline, change);
    }
}

fn describe(writer: &mut Writer, timeline: &Timeline, change: &Change) {
    let source = change
        .source
        .map(|source| citation::in_words(&timeline[source], None));
    let fields = [
        ("was", Some(&change.was)),
        ("is", Some(&change.now)),
        ("source", source.as_ref()),
    ];
    for (label, text) in fields {
        if let Some(text) = text {
            writer.field(
                translated(label),
                Tone::Dim,
                LABELS,
                vec![Piece::new(text, Tone::Plain)],
            );
        }
    }
}

/// What a correction is about, by title.
fn subjects(timeline: &Timeline, change: &Change) -> String {
    let names: Vec<String> = change
        .subjects
        .iter()
        .map(|subject| match *subject {
            ChangeSubject::Event(event) => timeline[event].title.to_string(),
            ChangeSubject::SpansFrom(event) => fill("status from {0}", &[&timeline[event].title]),
            ChangeSubject::Passage(passage) => {
                format!("{} {}", timeline[passage].mark(), timeline[passage].heading)
            }
            ChangeSubject::Case(case) => timeline[case].title.clone(),
        })
        .collect();
    if names.is_empty() {
        return timeline.title.clone();
    }
    names.join("; ")
}

/// A row a correction, under the names of the columns.
#[must_use]
pub fn rows(timeline: &Timeline, changes: &[&Change]) -> Vec<Vec<String>> {
    let columns = ["date", "about", "was", "now", "source"];
    let mut rows = vec![columns.map(str::to_owned).to_vec()];
    rows.extend(changes.iter().map(|change| {
        let source = change.source.map(|source| timeline[source].id.clone());
        vec![
            change.date.written().to_owned(),
            subjects(timeline, change),
            change.was.clone(),
            change.now.clone(),
            source.unwrap_or_default(),
        ]
    }));
    rows
}
