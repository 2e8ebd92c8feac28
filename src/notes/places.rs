//! What a mark is on in a timeline: found by its id, else, where that has gone, by what it was called.
//!
//! A timeline without ids that last loses no mark by that: an event that was renamed is known by its title and its date
//! as long as no other has both.

use std::collections::HashMap;

use super::{MarkId, Notebook, ReaderMark};
use crate::page::cases::{Aspect, question};
use crate::timeline::{CaseId, CriterionId, EventId, PassageId, Timeline};

/// The rows of the cases that come from no criterion.
const PROMISE: &str = "promise";
const OUTCOME: &str = "outcome";

/// Something in a timeline that can be marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkPlace {
    /// An event.
    Event(EventId),
    /// A claim.
    Passage(PassageId),
    /// A cell of the cases.
    Cell(CaseId, Aspect),
}

impl MarkPlace {
    /// A mark on it, without a note.
    #[must_use]
    pub fn mark(self, timeline: &Timeline) -> ReaderMark {
        ReaderMark {
            of: self.id(timeline),
            title: self.title(timeline),
            date: match self {
                MarkPlace::Event(event) => Some(timeline[event].date.written().to_owned()),
                MarkPlace::Passage(_) | MarkPlace::Cell(..) => None,
            },
            note: None,
        }
    }

    /// By which ids the file knows it.
    #[must_use]
    pub fn id(self, timeline: &Timeline) -> MarkId {
        match self {
            MarkPlace::Event(event) => MarkId::Event(timeline[event].id.to_string()),
            MarkPlace::Passage(passage) => MarkId::Passage(timeline[passage].id.clone()),
            MarkPlace::Cell(case, aspect) => {
                let row = match aspect {
                    Aspect::Question(criterion) => &timeline[criterion].id,
                    Aspect::Promise => PROMISE,
                    Aspect::Outcome => OUTCOME,
                };
                MarkId::Cell(timeline[case].id.clone(), row.to_owned())
            }
        }
    }

    /// What it is called.
    #[must_use]
    pub fn title(self, timeline: &Timeline) -> String {
        match self {
            MarkPlace::Event(event) => timeline[event].title.to_string(),
            MarkPlace::Passage(passage) => {
                let passage = &timeline[passage];
                format!("{} {}", passage.mark(), passage.heading)
            }
            MarkPlace::Cell(case, aspect) => {
                let question = match aspect {
                    Aspect::Question(criterion) => question(&timeline[criterion], true),
                    Aspect::Promise | Aspect::Outcome => aspect.label(timeline),
                };
                format!("{}: {question}", timeline[case].title)
            }
        }
    }
}

/// What a mark is on; `None` where that has gone.
#[must_use]
pub fn place(mark: &ReaderMark, timeline: &Timeline) -> Option<MarkPlace> {
    place_by(mark, timeline, &|id| timeline.event_called(id))
}

/// The same with a way to find an event by its id.
fn place_by(
    mark: &ReaderMark,
    timeline: &Timeline,
    event_called: &dyn Fn(&str) -> Option<EventId>,
) -> Option<MarkPlace> {
    match &mark.of {
        MarkId::Event(id) => {
            let event = event_called(id).or_else(|| renamed(mark, timeline));
            event.map(MarkPlace::Event)
        }
        MarkId::Passage(id) => {
            let is_called = |passage: &PassageId| timeline[*passage].id == *id;
            PassageId::all(timeline)
                .find(is_called)
                .map(MarkPlace::Passage)
        }
        MarkId::Cell(case, row) => {
            let case = CaseId::all(timeline).find(|id| timeline[*id].id == *case)?;
            let criterion = CriterionId::all(timeline).find(|id| timeline[*id].id == *row);
            let aspect = match (criterion, row.as_str()) {
                (Some(criterion), _) => Aspect::Question(criterion),
                (None, PROMISE) => Aspect::Promise,
                (None, OUTCOME) => Aspect::Outcome,
                (None, _) => return None,
            };
            Some(MarkPlace::Cell(case, aspect))
        }
    }
}

/// The one event that has the title and the date of a mark whose id has gone.
fn renamed(mark: &ReaderMark, timeline: &Timeline) -> Option<EventId> {
    let is_same = |event: &EventId| {
        let event = &timeline[*event];
        event.title == mark.title && Some(event.date.written()) == mark.date.as_deref()
    };
    let mut same = EventId::all(timeline).filter(is_same);
    same.next().filter(|_| same.next().is_none())
}

/// What every mark of a notebook is on, in its order.
#[must_use]
pub fn places(notebook: &Notebook, timeline: &Timeline) -> Vec<Option<MarkPlace>> {
    if notebook.marks.is_empty() {
        return Vec::new();
    }
    // Of many marks in a long timeline each would be looked for from the beginning.
    let ids: HashMap<&str, EventId> = EventId::all(timeline)
        .map(|event| (timeline[event].id.as_str(), event))
        .collect();
    let called = |id: &str| ids.get(id).copied();
    let marks = notebook.marks.iter();
    marks
        .map(|mark| place_by(mark, timeline, &called))
        .collect()
}

/// The marked events, in order of time.
#[must_use]
pub fn marked_events(notebook: &Notebook, timeline: &Timeline) -> Vec<EventId> {
    let mut events: Vec<EventId> = places(notebook, timeline)
        .into_iter()
        .filter_map(|place| match place {
            Some(MarkPlace::Event(event)) => Some(event),
            _ => None,
        })
        .collect();
    events.sort_unstable();
    events.dedup();
    events
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::samples;

    #[test]
    fn a_mark_finds_what_it_is_on_or_what_that_is_called_now() {
        let timeline = samples::small();
        let event = EventId::at(&timeline, 1).unwrap();
        let marked = MarkPlace::Event(event).mark(&timeline);
        let check = |change: &dyn Fn(&mut ReaderMark), expected: Option<MarkPlace>| {
            let mut mark = marked.clone();
            change(&mut mark);
            assert_eq!(place(&mark, &timeline), expected, "{mark:?}");
        };
        let is_there = Some(MarkPlace::Event(event));
        let gone = MarkId::Event("no-longer".to_owned());
        check(&|_| {}, is_there);
        check(&|mark| mark.title = "Something else".to_owned(), is_there);
        check(&|mark| mark.of = gone.clone(), is_there);
        check(
            &|mark| (mark.of, mark.title) = (gone.clone(), "Something else".to_owned()),
            None,
        );
        check(
            &|mark| (mark.of, mark.date) = (gone.clone(), Some("1066".to_owned())),
            None,
        );
        check(&|mark| mark.of = MarkId::Passage("none".to_owned()), None);
    }
}
