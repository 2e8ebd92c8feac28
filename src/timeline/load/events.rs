//! The events of a file, read one by one where they stand; those of a long file on all processors at once.
//!
//! Shares that are read at once cannot know what was found before them. Where that would decide anything, because one of
//! them cannot be read, because the words run out, or because there are too many faults for proposals, all is read again
//! from the first event to the last.

use std::ops::Range;
use std::panic::resume_unwind;
use std::thread;

use super::limits::{Limits, WORDS_OF_AN_EVENT, too_many_for_its_size};
use super::{Progress, Unread, pieces};
use crate::timeline::diagnostic::Faults;
use crate::timeline::document::{EventTable, read_event};

/// Bytes of the events that a thread is made for; fewer are read sooner than it is made.
const SHARE: usize = 1 << 19;

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

/// Events that were read, and how far.
#[derive(Default)]
struct Share {
    events: Vec<EventTable>,
    words: u64,
    stopped: Option<Unread>,
}

impl EventReader<'_> {
    /// Reads all events.
    pub(super) fn read(&self, faults: &Faults) -> Result<Vec<EventTable>, Unread> {
        let shares = thread::available_parallelism().map_or(1, usize::from);
        self.read_in_shares(shares.min(self.source.len() / SHARE), faults)
    }

    /// The same by so many threads, this one among them.
    pub(super) fn read_in_shares(
        &self,
        shares: usize,
        faults: &Faults,
    ) -> Result<Vec<EventTable>, Unread> {
        if shares > 1 {
            if let Some(events) = self.read_at_once(shares, faults) {
                return Ok(events);
            }
            self.progress.begin(self.source.len());
        }
        let all = self.share(self.pieces, self.words, self.pieces.len(), faults);
        match all.stopped {
            None => Ok(all.events),
            Some(unread) => Err(unread),
        }
    }

    /// All events, and their faults in the order in which one thread would have found them; `None` where these might be
    /// others.
    fn read_at_once(&self, shares: usize, faults: &Faults) -> Option<Vec<EventTable>> {
        let (first, others) = self
            .pieces
            .split_at(self.pieces.len().div_ceil(shares.max(1)));
        let read = |pieces: &[Range<usize>], room: usize| {
            let found = Faults::default();
            let share = self.share(pieces, 0, room, &found);
            (share, found)
        };
        let (mut all, mut found) = thread::scope(|scope| {
            let others = others.chunks(first.len().max(1));
            let threads: Vec<_> = others
                .map(|pieces| {
                    let thread = thread::Builder::new().name("reading".into());
                    thread.spawn_scoped(scope, move || read(pieces, pieces.len()))
                })
                .collect();
            let (mut all, first) = read(first, self.pieces.len());
            let mut found = vec![first];
            for thread in threads {
                let read = thread.ok()?.join();
                let (share, faults) = read.unwrap_or_else(|panic| resume_unwind(panic));
                all.events.extend(share.events);
                all.words += share.words;
                all.stopped = all.stopped.or(share.stopped);
                found.push(faults);
            }
            Some((all, found))
        })?;
        let is_within = self.words + all.words <= self.limits.of_file(self.source.len()).words();
        let proposes = Faults::all_propose(found.iter().chain([faults]));
        if all.stopped.take().is_some() || !is_within || !proposes {
            return None;
        }
        found.drain(..).for_each(|found| faults.add(found));
        Some(all.events)
    }

    /// Reads some of the events, while the words last.
    fn share(&self, pieces: &[Range<usize>], words: u64, room: usize, faults: &Faults) -> Share {
        let of_file = self.limits.of_file(self.source.len());
        let mut share = Share {
            events: Vec::with_capacity(room),
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
