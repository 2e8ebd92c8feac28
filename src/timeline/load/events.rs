//! The events of a file, read one by one where they stand; those of a long file on all processors at once.
//!
//! Shares that are read at once cannot know what was found before them. Where that would decide anything, because one of
//! them cannot be read, because the words run out, or because there are too many faults for proposals, all is read again
//! from the first event to the last.

use std::ops::Range;

use super::limits::{Limits, WORDS_OF_AN_EVENT, too_many_for_its_size};
use super::{Progress, Unread, pieces};
use crate::timeline::diagnostic::Faults;
use crate::timeline::document::{EventTable, read_event};
use crate::timeline::shares;

/// What there is to read, and how much of it.
pub(super) struct EventReader<'s> {
    pub source: &'s str,
    /// Where the events stand.
    pub pieces: &'s [Range<usize>],
    pub limits: Limits,
    /// Words and signs of the rest of the file.
    pub words: u64,
    pub progress: &'s Progress,
}

/// Events that were read, and words and signs of the file up to the last of them.
#[derive(Debug, Default)]
pub(super) struct EventsAsRead {
    pub events: Vec<EventTable>,
    pub words: u64,
}

/// Events that were read, and how far.
#[derive(Default)]
struct Share {
    events: Vec<EventTable>,
    words: u64,
    stopped: Option<Unread>,
}

impl EventReader<'_> {
    /// Reads all events.
    pub(super) fn read(&self, faults: &Faults) -> Result<EventsAsRead, Unread> {
        self.read_in_shares(shares::number(self.source.len()), faults)
    }

    /// The same by so many threads, this one among them.
    pub(super) fn read_in_shares(
        &self,
        shares: usize,
        faults: &Faults,
    ) -> Result<EventsAsRead, Unread> {
        if shares > 1 {
            if let Some(events) = self.read_at_once(shares, faults) {
                return Ok(events);
            }
            self.progress.begin(self.source.len());
        }
        let all = self.share(self.pieces, self.words, faults);
        match all.stopped {
            None => Ok(EventsAsRead {
                events: all.events,
                words: all.words,
            }),
            Some(unread) => Err(unread),
        }
    }

    /// All events, and their faults in the order in which one thread would have found them; `None` where these might be
    /// others.
    fn read_at_once(&self, shares: usize, faults: &Faults) -> Option<EventsAsRead> {
        let read = |pieces: &[Range<usize>], found: &Faults| self.share(pieces, 0, found);
        let done = shares::at_once(self.pieces, shares, faults, read)?;
        let words = self.words + done.iter().map(|(share, _)| share.words).sum::<u64>();
        let is_stopped = done.iter().any(|(share, _)| share.stopped.is_some());
        if is_stopped || words > self.limits.of_file(self.source.len()).words() {
            return None;
        }
        let mut shares = done.into_iter();
        let (Share { mut events, .. }, found) = shares.next()?;
        faults.add(found);
        events.reserve_exact(self.pieces.len().saturating_sub(events.len()));
        for (share, found) in shares {
            events.extend(share.events);
            faults.add(found);
        }
        Some(EventsAsRead { events, words })
    }

    /// Reads some of the events, while the words last.
    fn share(&self, pieces: &[Range<usize>], words: u64, faults: &Faults) -> Share {
        let of_file = self.limits.of_file(self.source.len());
        let mut share = Share {
            events: Vec::with_capacity(pieces.len()),
            words,
            stopped: None,
        };
        for piece in pieces {
            let Some((event, values)) = pieces::event(self.source, piece.clone()) else {
                share.stopped = Some(Unread::NotInPieces(piece.start));
                break;
            };
            share.words += values as u64 + WORDS_OF_AN_EVENT;
            if share.words > of_file.words() {
                let refusal = too_many_for_its_size(self.limits, self.source, piece.start);
                share.stopped = Some(Unread::TooMuch(refusal));
                break;
            }
            self.progress.read_event(piece.len());
            share.events.extend(read_event(&event, faults));
        }
        share
    }
}
