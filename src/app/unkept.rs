//! Notes that were written and are not known to be kept: the next note on the same thing begins with what was written, and
//! what is left at the end is told.

use crate::notes::{MarkId, Notebook, NotebookChange, ReaderMark};

/// A note that could not be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnkeptNote {
    /// The mark with the note as it was written.
    pub mark: ReaderMark,
    /// The note that the reader saw before.
    pub before: Option<String>,
    /// The file in which an editor left it.
    pub file: Option<String>,
}

impl UnkeptNote {
    /// What would keep it.
    #[must_use]
    pub fn change(&self) -> NotebookChange {
        NotebookChange::Note {
            mark: self.mark.clone(),
            before: self.before.clone(),
        }
    }

    /// What was written.
    #[must_use]
    pub fn text(&self) -> &str {
        self.mark.note.as_deref().unwrap_or_default()
    }

    fn is_kept_in(&self, notebook: &Notebook) -> bool {
        let kept = notebook.mark(&self.mark.of);
        let kept = kept.and_then(|kept| kept.note.as_deref());
        kept.is_some_and(|kept| kept.contains(self.text()))
    }
}

/// All of them, one at most on each thing.
#[derive(Debug, Default)]
pub(super) struct UnkeptNotes(Vec<UnkeptNote>);

impl UnkeptNotes {
    /// What was written on something, if it is not kept.
    pub(super) fn on(&self, of: &MarkId) -> Option<&UnkeptNote> {
        self.0.iter().find(|note| note.mark.of == *of)
    }

    /// All, in the order in which they were written.
    pub(super) fn notes(&self) -> &[UnkeptNote] {
        &self.0
    }

    /// Takes the file in which the note lies that an editor wrote last, where it could not be kept.
    pub(super) fn lies_in(&mut self, of: &MarkId, file: &str) {
        for note in self.0.iter_mut().filter(|note| note.mark.of == *of) {
            note.file = Some(file.to_owned());
        }
    }

    /// Takes a note in the place of an earlier one on the same thing; one without words is none.
    pub(super) fn put(&mut self, mark: ReaderMark, before: Option<String>) {
        self.forget(&mark.of);
        if mark.note.is_some() {
            self.0.push(UnkeptNote {
                mark,
                before,
                file: None,
            });
        }
    }

    /// Lets go what was written on something.
    pub(super) fn forget(&mut self, of: &MarkId) {
        self.0.retain(|note| note.mark.of != *of);
    }

    /// Lets go what a notebook has.
    pub(super) fn forget_kept(&mut self, notebook: &Notebook) {
        self.0.retain(|note| !note.is_kept_in(notebook));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(id: &str, note: Option<&str>) -> ReaderMark {
        ReaderMark {
            of: MarkId::Event(id.to_owned()),
            title: id.to_uppercase(),
            date: None,
            note: note.map(str::to_owned),
        }
    }

    #[test]
    fn what_was_written_is_held_until_it_is_kept() {
        let check = |written: &[(&str, Option<&str>)], kept: &[(&str, &str)], expected: &[&str]| {
            let mut notes = UnkeptNotes::default();
            for (id, note) in written {
                notes.put(mark(id, *note), None);
            }
            let marks = kept.iter().map(|(id, note)| mark(id, Some(note)));
            notes.forget_kept(&Notebook {
                marks: marks.collect(),
                ..Notebook::default()
            });
            let held: Vec<&str> = notes.0.iter().map(UnkeptNote::text).collect();
            assert_eq!(held, expected, "{written:?} {kept:?}");
        };
        check(&[], &[], &[]);
        check(&[("a", Some("one"))], &[], &["one"]);
        check(&[("a", Some("one")), ("a", Some("two"))], &[], &["two"]);
        check(
            &[("a", Some("one")), ("b", Some("two"))],
            &[],
            &["one", "two"],
        );
        check(&[("a", Some("one")), ("a", None)], &[], &[]);
        // Of another change to the notebook nothing here is kept.
        check(
            &[("a", Some("one")), ("b", Some("two"))],
            &[("b", "two")],
            &["one"],
        );
        check(&[("a", Some("one"))], &[("b", "one")], &["one"]);
        check(&[("a", Some("one"))], &[("a", "another")], &["one"]);
        check(&[("a", Some("one"))], &[("a", "another\n\none")], &[]);
    }
}
