//! The reader's own: marks with notes, filters with names, and the last place, all by the ids of the file.
//!
//! A notebook is a value, and a change to it another: two readers who change one at once lose nothing, because each
//! change is made to the notebook as it is kept then. Where that is, and who may write there, is not known here; nor is
//! what is drawn of it.
//!
//! - `places`: what a mark is on in a timeline, as long as that has it.
//! - `written`: a notebook as a file that a person can read, and back.

pub mod places;
pub mod written;

use std::collections::BTreeMap;

/// What a mark is on, by the ids of the file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkId {
    /// An event.
    Event(String),
    /// A claim of the article.
    Passage(String),
    /// A cell of the cases: the case, and the criterion; "promise" and "outcome" are the rows without one.
    Cell(String, String),
}

/// A mark, with what is needed to know it again where its id has gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReaderMark {
    /// What it is on.
    pub of: MarkId,
    /// What that was called when it was marked.
    pub title: String,
    /// The date of an event, as the file writes it.
    pub date: Option<String>,
    /// What the reader wrote beside it, in lines.
    pub note: Option<String>,
}

/// What one reader keeps of one timeline.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Notebook {
    /// The title of the timeline, for those who open the file.
    pub timeline: Option<String>,
    /// Where the reader was when the program was left last: the flags that open the view.
    pub place: Option<String>,
    /// Flags to filter by, under the names that the reader gave them.
    pub filters: BTreeMap<String, String>,
    /// In the order in which they were made.
    pub marks: Vec<ReaderMark>,
}

/// One thing that changes in a notebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotebookChange {
    /// A mark is made, unless it is there.
    Mark(ReaderMark),
    /// A mark without a note is taken away.
    Unmark(MarkId),
    /// A note is written beside what is marked, or marked with it, in the place of the one that the reader saw.
    Note {
        /// The mark with the note as it is to be.
        mark: ReaderMark,
        /// The note that the reader saw.
        before: Option<String>,
    },
    /// A filter gets a name.
    NameFilter(String, String),
    /// The program is left at a place.
    Leave(String),
    /// Another notebook is taken in.
    TakeIn(Notebook),
}

impl Notebook {
    /// The mark on something.
    #[must_use]
    pub fn mark(&self, of: &MarkId) -> Option<&ReaderMark> {
        self.marks.iter().find(|mark| mark.of == *of)
    }

    /// Makes a change, whatever else has changed since the reader looked.
    pub fn change(&mut self, change: NotebookChange) {
        match change {
            NotebookChange::Mark(mark) => {
                self.put(mark);
            }
            NotebookChange::Unmark(of) => {
                self.marks
                    .retain(|mark| mark.of != of || mark.note.is_some());
            }
            NotebookChange::Note { mark, before } => {
                let note = mark.note.clone();
                let kept = self.put(mark);
                kept.note = if kept.note == before {
                    note
                } else {
                    both(kept.note.take(), note)
                };
            }
            NotebookChange::NameFilter(name, flags) => {
                self.filters.insert(name, flags);
            }
            NotebookChange::Leave(place) => self.place = Some(place),
            NotebookChange::TakeIn(other) => {
                for mark in other.marks {
                    self.take_in(mark);
                }
                for (name, flags) in other.filters {
                    self.filters.entry(name).or_insert(flags);
                }
            }
        }
    }

    /// Takes a mark in, with its note beside the one that is there already.
    fn take_in(&mut self, mark: ReaderMark) {
        let note = mark.note.clone();
        let kept = self.put(mark);
        kept.note = both(kept.note.take(), note);
    }

    /// The mark that is there already, or the new one, without its note where there is one already.
    fn put(&mut self, mark: ReaderMark) -> &mut ReaderMark {
        let at = self.marks.iter().position(|kept| kept.of == mark.of);
        let at = at.unwrap_or_else(|| {
            self.marks.push(ReaderMark { note: None, ..mark });
            self.marks.len() - 1
        });
        &mut self.marks[at]
    }
}

/// Two notes on one thing, neither of which may be lost; what one says already is not repeated.
fn both(kept: Option<String>, other: Option<String>) -> Option<String> {
    match (kept, other) {
        (Some(kept), Some(other)) if kept.contains(&other) => Some(kept),
        (Some(kept), Some(other)) if other.contains(&kept) => Some(other),
        (Some(kept), Some(other)) => Some(format!("{kept}\n\n{other}")),
        (kept, other) => kept.or(other),
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

    fn note(id: &str, before: Option<&str>, now: Option<&str>) -> NotebookChange {
        NotebookChange::Note {
            mark: mark(id, now),
            before: before.map(str::to_owned),
        }
    }

    #[test]
    fn changes_of_two_readers_lose_nothing() {
        let check = |changes: &[NotebookChange], expected: &[(&str, Option<&str>)]| {
            let mut notebook = Notebook::default();
            for change in changes {
                notebook.change(change.clone());
            }
            let kept: Vec<ReaderMark> = expected.iter().map(|(id, note)| mark(id, *note)).collect();
            assert_eq!(notebook.marks, kept, "{changes:?}");
        };
        let marked = |id: &str| NotebookChange::Mark(mark(id, None));
        let unmarked = |id: &str| NotebookChange::Unmark(MarkId::Event(id.to_owned()));
        check(&[marked("a"), marked("b")], &[("a", None), ("b", None)]);
        check(&[marked("a"), marked("a")], &[("a", None)]);
        check(&[marked("a"), unmarked("a"), unmarked("b")], &[]);
        check(&[note("a", None, Some("one"))], &[("a", Some("one"))]);
        check(
            &[
                note("a", None, Some("one")),
                note("a", Some("one"), Some("two")),
            ],
            &[("a", Some("two"))],
        );
        // Each wrote without having seen the other's.
        check(
            &[note("a", None, Some("one")), note("a", None, Some("two"))],
            &[("a", Some("one\n\ntwo"))],
        );
        check(
            &[note("a", None, Some("one")), note("a", Some("one"), None)],
            &[("a", None)],
        );
        check(
            &[note("a", None, Some("one")), note("a", None, None)],
            &[("a", Some("one"))],
        );
        // What has a note is not taken away with its mark.
        check(
            &[note("a", None, Some("one")), unmarked("a")],
            &[("a", Some("one"))],
        );
        let other = Notebook {
            marks: vec![mark("a", Some("one")), mark("b", Some("two"))],
            ..Notebook::default()
        };
        check(
            &[
                note("a", None, Some("mine")),
                NotebookChange::TakeIn(other.clone()),
                NotebookChange::TakeIn(other),
            ],
            &[("a", Some("mine\n\none")), ("b", Some("two"))],
        );
    }
}
