//! What a reader adds to an extract: what was marked or read, and the notes, which stand apart from the record.

use super::Extract;
use crate::notes::Notebook;
use crate::notes::places::{MarkPlace, places};
use crate::text;
use crate::timeline::{CaseId, PassageId};

/// What a document calls them.
pub(super) const NOTE: &str = "Reader’s note";

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
        self.with_places(&marked).with_notes(notebook)
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
        let counts: Vec<String> = counts
            .map(|(number, noun)| text::count(number, noun))
            .collect();
        Extract {
            about: Some(format!("{about}: {}.", counts.join(", "))),
            ..self
        }
    }

    /// The paragraphs of the note on something.
    pub(super) fn note_on(&self, place: MarkPlace) -> Vec<&str> {
        let note = self.notes.iter().find(|(of, _)| *of == place);
        note.map_or_else(Vec::new, |(_, note)| {
            note.split("\n\n").map(str::trim).collect()
        })
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
}
