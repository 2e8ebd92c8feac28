//! What was read of a file, kept until it is read again: the events before the first that has changed and behind the last
//! one are taken over, and only those between are read.
//!
//! An event says the same wherever it stands, so its text decides; what is asked of all events together, references
//! above all, is checked anew each time.

use std::ops::Range;

use super::pieces::Pieces;
use crate::timeline::document::EventTable;

/// The events of a file as they were read, none of them at fault.
#[derive(Debug)]
pub struct Kept {
    source: String,
    /// Where the events stand in it, and what was read there.
    pieces: Vec<Range<usize>>,
    events: Vec<EventTable>,
    /// Words and signs of all of them, and of those that have gone since the file was read as a whole.
    pub(super) words: u64,
}

/// How many events of a file stand in it as they did: the first ones, and the last ones.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Unchanged {
    pub first: usize,
    pub last: usize,
}

impl Unchanged {
    /// The others among the pieces of a file.
    pub(super) fn others(self, pieces: &[Range<usize>]) -> &[Range<usize>] {
        let end = pieces.len().saturating_sub(self.last);
        pieces.get(self.first..end).unwrap_or_default()
    }
}

impl Kept {
    /// Bytes of the largest file of which anything is kept: that takes two and a half times as many.
    pub const LARGEST: usize = 16 << 20;

    /// Whether of such a text anything is kept.
    pub(super) fn is_worth_it(source: &str) -> bool {
        source.len() <= Self::LARGEST
    }

    /// Keeps what was read, if every piece of the file is an event.
    pub(super) fn new(
        source: String,
        pieces: Vec<Range<usize>>,
        events: Vec<EventTable>,
        words: u64,
    ) -> Option<Self> {
        (pieces.len() == events.len()).then_some(Kept {
            source,
            pieces,
            events,
            words,
        })
    }

    /// What was read, and where.
    #[cfg(test)]
    pub(super) fn in_place(&self) -> String {
        format!("{:?} {:?}", self.pieces, self.events)
    }

    /// What of another text is the same.
    pub(super) fn unchanged(&self, source: &str, pieces: &Pieces) -> Unchanged {
        let is_same = |(before, now): &(&Range<usize>, &Range<usize>)| {
            self.source.get((*before).clone()) == source.get((*now).clone())
        };
        let (before, now) = (&self.pieces, &pieces.events);
        let first = before.iter().zip(now).take_while(is_same).count();
        let behind = before.iter().skip(first).rev();
        let behind = behind.zip(now.iter().skip(first).rev());
        let last = behind.take_while(is_same).count();
        Unchanged { first, last }
    }

    /// All events of another text: what was read of it, between what stands in it unchanged.
    pub(super) fn around(
        self,
        read: Vec<EventTable>,
        unchanged: Unchanged,
        pieces: &Pieces,
    ) -> Vec<EventTable> {
        let Unchanged { first, last } = unchanged;
        let now = &pieces.events;
        let (before, mut events) = (self.pieces, self.events);
        let end = events.len().saturating_sub(last);
        events.splice(first..end, read);
        let from_last = |pieces: &[Range<usize>]| pieces.len().saturating_sub(last);
        let behind = events.len().saturating_sub(last);
        let (events_before, events_behind) = events.split_at_mut(behind);
        let unchanged = events_before.iter_mut().take(first);
        move_all(unchanged, &before, now);
        let before = before.get(from_last(&before)..).unwrap_or_default();
        let now = now.get(from_last(now)..).unwrap_or_default();
        move_all(events_behind.iter_mut(), before, now);
        events
    }
}

/// Moves events from where they stood to where they stand now.
fn move_all<'e>(
    events: impl Iterator<Item = &'e mut EventTable>,
    before: &[Range<usize>],
    now: &[Range<usize>],
) {
    for ((event, before), now) in events.zip(before).zip(now) {
        if before.start != now.start {
            event.move_by(now.start.wrapping_sub(before.start).cast_signed());
        }
    }
}
