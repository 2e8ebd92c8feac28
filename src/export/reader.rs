//! What a reader adds to an extract: what was marked or read, and the notes, which stand apart from the record.

use super::Extract;
use crate::notes::places::{MarkPlace, places};
use crate::notes::{Notebook, ReaderMark};
use crate::text;
use crate::timeline::{CaseId, PassageId};

/// What a document calls them.
pub(super) const NOTE: &str = "Reader’s note";

/// The heading over the marks whose subject has gone, and its anchor.
pub(super) const GONE: &str = "No longer in this timeline";
pub(super) const GONE_ID: &str = "gone";

impl<'t> Extract<'t> {
    /// The same with the notes of a reader beside what it has.
    #[must_use]
    pub fn with_notes(mut self, notebook: &Notebook) -> Self {
        let marks = notebook.marks.iter();
        let placed = marks.zip(places(notebook, self.timeline));
        self.notes = placed
            .filter_map(|(mark, place)| Some((place?, mark.note.clone()?)))
            .collect();
        self
    }

    /// The same with everything that a reader has marked, and with the notes on it.
    #[must_use]
    pub fn with_marks(self, notebook: &Notebook) -> Self {
        let marked: Vec<MarkPlace> = places(notebook, self.timeline)
            .into_iter()
            .flatten()
            .collect();
        self.with_places(&marked)
            .with_notes(notebook)
            .with_gone(notebook)
    }

    /// The same with the marks of a reader whose subject has gone, so that no note is lost unsaid.
    #[must_use]
    pub fn with_gone(mut self, notebook: &Notebook) -> Self {
        let marks = notebook.marks.iter();
        let placed = marks.zip(places(notebook, self.timeline));
        let gone = placed.filter(|(_, place)| place.is_none());
        self.gone = gone.map(|(mark, _)| mark.clone()).collect();
        self
    }

    /// The marks whose subject has gone, unless only some parts are wanted.
    pub(super) fn gone(&self) -> &[ReaderMark] {
        match self.layout.only.is_empty() {
            true => &self.gone,
            false => &[],
        }
    }

    /// The same without cases but those among some places.
    #[must_use]
    pub fn only_places(mut self, places: &[MarkPlace]) -> Self {
        self.cases.clear();
        self.with_places(places)
    }

    /// The same with the claims and the cases among some places, beside its events.
    #[must_use]
    pub fn with_places(mut self, places: &[MarkPlace]) -> Self {
        for place in places {
            match place {
                MarkPlace::Passage(passage) => self.passages.push(*passage),
                MarkPlace::Cell(case, _) => self.cases.push(*case),
                MarkPlace::Event(_) => {}
            }
        }
        let timeline = self.timeline;
        self.passages = PassageId::all(timeline)
            .filter(|passage| self.passages.contains(passage))
            .collect();
        self.cases = CaseId::all(timeline)
            .filter(|case| self.cases.contains(case))
            .collect();
        self
    }

    /// The same under a description of its own: "The trail of a reading".
    #[must_use]
    pub fn described(self, about: &str) -> Self {
        let counts = [
            (self.events.len(), "event"),
            (self.passages.len(), "claim"),
            (self.cases.len(), "case"),
        ];
        let counts = counts.into_iter().filter(|(number, _)| *number > 0);
        let gone = match self.gone.len() {
            0 => None,
            number => Some(format!("{number} no longer in this timeline")),
        };
        let counts: Vec<String> = counts
            .map(|(number, noun)| text::count(number, noun))
            .chain(gone)
            .collect();
        Extract {
            about: Some(format!("{about}: {}.", counts.join(", "))),
            ..self
        }
    }

    /// The paragraphs of the note on something.
    pub(super) fn note_on(&self, place: MarkPlace) -> Vec<&str> {
        let note = self.notes.iter().find(|(of, _)| *of == place);
        note.map_or_else(Vec::new, |(_, note)| paragraphs(note))
    }

    /// What was asked for, in words.
    #[must_use]
    pub fn filter_in_words(&self) -> String {
        self.filter.parts(self.timeline).join(", ")
    }

    /// Whether there is nothing in it to write.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.events.is_empty() && self.passages.is_empty() && self.cases.is_empty()
    }

    /// Whether there are marks and the timeline has nothing of what they are on.
    #[must_use]
    pub fn has_only_gone(&self) -> bool {
        self.is_empty() && !self.gone.is_empty()
    }
}

/// "Belgium neutralised, 1839": what a mark was on when it was made.
pub(super) fn called(mark: &ReaderMark) -> String {
    let date = mark.date.as_ref();
    let date = date.map_or_else(String::new, |date| format!(", {date}"));
    format!("{}{date}", mark.title)
}

/// The paragraphs of a note.
pub(super) fn paragraphs(note: &str) -> Vec<&str> {
    note.split("\n\n").map(str::trim).collect()
}
