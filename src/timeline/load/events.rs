//! The events of a file, read one by one where they stand; those of a long file on all processors at once.
//!
//! Shares that are read at once cannot know what was found before them. Where that would decide anything, because one of
//! them cannot be read, because the words run out, or because there are too many faults for proposals, all is read again
//! from the first event to the last.
//!
//! The tables of a long file take more memory than its text. So its events are made of them one by one, as if nothing was
//! wrong with any; where something is, nothing of that is kept, and all tables are read before the first is judged.

use std::ops::Range;

use super::kept::{Kept, Unchanged};
use super::limits::{Limits, WORDS_OF_AN_EVENT, too_many_for_its_size};
use super::pieces::{self, Pieces};
use super::{Progress, Unread};
use crate::timeline::check::{EventChecks, Names, ResolvedEvents};
use crate::timeline::diagnostic::Faults;
use crate::timeline::document::{Document, EventTable, read_event};
use crate::timeline::shares;

/// Events that are made in one piece of memory. When all pieces are put behind one another, each is given back to the
/// system before the next one is moved; smaller ones would not be given back.
const BLOCK: usize = 1 << 18;

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

impl EventReader<'_> {
    /// Reads the events that have changed since others were kept, and takes these over.
    pub(super) fn read_others(
        &self,
        pieces: &Pieces,
        kept: &mut Option<Kept>,
        faults: &Faults,
    ) -> Result<EventsAsRead, Unread> {
        let before = kept.as_ref();
        let unchanged = before.map(|kept| kept.unchanged(self.source, pieces));
        let unchanged = unchanged.unwrap_or_default();
        if unchanged == Unchanged::default() {
            return self.read(faults);
        }
        let others = EventReader {
            pieces: unchanged.others(self.pieces),
            words: self.words + before.map_or(0, |kept| kept.words),
            ..*self
        };
        let read = match others.read(faults) {
            // The words of those that have gone were counted too.
            Err(Unread::TooMuch(_)) => return self.read(faults),
            read => read?,
        };
        let Some(kept) = kept.take() else {
            return Ok(read);
        };
        Ok(EventsAsRead {
            events: kept.around(read.events, unchanged, pieces),
            words: read.words,
        })
    }

    /// Reads all events.
    fn read(&self, faults: &Faults) -> Result<EventsAsRead, Unread> {
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
        let (events, words) = self.tables(self.pieces, self.words, faults);
        words.map(|words| EventsAsRead { events, words })
    }

    /// All events, and their faults in the order in which one thread would have found them; `None` where these might be
    /// others.
    fn read_at_once(&self, shares: usize, faults: &Faults) -> Option<EventsAsRead> {
        let read = |pieces: &[Range<usize>], found: &Faults| self.tables(pieces, 0, found);
        let mut done = shares::at_once(self.pieces, shares, faults, read)?;
        let words = done.iter().map(|((_, words), _)| words.as_ref().ok());
        let words = self.all_words(words.map(Option::<&u64>::copied))?;
        let mut events = Vec::new();
        for ((tables, _), found) in &mut done {
            faults.add(std::mem::take(found));
            match events.is_empty() {
                true => events = std::mem::take(tables),
                false => events.append(tables),
            }
        }
        Some(EventsAsRead { events, words })
    }

    /// All events as they are in the timeline but for what they have to do with each other, and words and signs of the
    /// file up to the last of them; `None` where anything is wrong with one. The document has all that they name but
    /// other events.
    pub(super) fn resolve(
        &self,
        document: &Document,
        faults: &Faults,
    ) -> Option<(ResolvedEvents, u64)> {
        // What names a thing that could not be read is passed over in silence, and then nothing is said to be missing.
        if faults.has_errors() {
            return None;
        }
        let resolved = self.resolve_in_shares(shares::number(self.source.len()), document, faults);
        if resolved.is_none() {
            self.progress.begin(self.source.len());
        }
        resolved
    }

    /// The same by so many threads.
    pub(super) fn resolve_in_shares(
        &self,
        shares: usize,
        document: &Document,
        faults: &Faults,
    ) -> Option<(ResolvedEvents, u64)> {
        // What is wrong with the names is told when the document is checked.
        let names = Names::new(document, &Faults::default());
        let checks = EventChecks::new(document, &names);
        let read_block = |pieces: &[Range<usize>], found: &Faults| {
            let start = pieces.first().map_or(0, |piece| piece.start);
            let mut events = ResolvedEvents::from(start, pieces.len());
            let words = self.share(pieces, 0, found, |table, end| {
                events.add(table, end, &checks, self.source, found)
            });
            let words = words.ok().filter(|_| found.is_empty())?;
            Some((events, words))
        };
        let read = |pieces: &[Range<usize>], found: &Faults| {
            let blocks = pieces.chunks(BLOCK);
            blocks.map(|block| read_block(block, found)).collect()
        };
        let done = shares::work(self.pieces, shares, &faults.apart(), read);
        let blocks: Option<Vec<Vec<(ResolvedEvents, u64)>>> = done.into_iter().collect();
        let blocks = blocks?.into_iter().flatten();
        let (events, words): (Vec<ResolvedEvents>, Vec<u64>) = blocks.unzip();
        let words = self.all_words(words.into_iter().map(Some))?;
        Some((ResolvedEvents::joined(events, self.source), words))
    }

    /// Words and signs of the file, with those of all shares; `None` where one was not read to its end, or where there
    /// are too many.
    fn all_words(&self, of_shares: impl Iterator<Item = Option<u64>>) -> Option<u64> {
        let most = self.limits.of_file(self.source.len()).words();
        let of_shares = of_shares.sum::<Option<u64>>()?;
        Some(self.words + of_shares).filter(|words| *words <= most)
    }

    /// The tables of some of the events, and the words up to their end.
    fn tables(
        &self,
        pieces: &[Range<usize>],
        words: u64,
        faults: &Faults,
    ) -> (Vec<EventTable>, Result<u64, Unread>) {
        let mut tables = Vec::with_capacity(pieces.len());
        let words = self.share(pieces, words, faults, |table, _| {
            tables.push(table);
            true
        });
        (tables, words)
    }

    /// Reads some of the events, while the words last and as many as are taken; with the table comes the byte at which
    /// the event ends. The answer is the words up to the last one.
    fn share(
        &self,
        pieces: &[Range<usize>],
        mut words: u64,
        faults: &Faults,
        mut take: impl FnMut(EventTable, usize) -> bool,
    ) -> Result<u64, Unread> {
        let most = self.limits.of_file(self.source.len()).words();
        for piece in pieces {
            let Some((event, values)) = pieces::event(self.source, piece.clone()) else {
                return Err(Unread::NotInPieces(piece.start));
            };
            words += values as u64 + WORDS_OF_AN_EVENT;
            if words > most {
                let refusal = too_many_for_its_size(self.limits, self.source, piece.start);
                return Err(Unread::TooMuch(refusal));
            }
            self.progress.read_event(piece.len());
            if let Some(table) = read_event(&event, faults)
                && !take(table, piece.end)
            {
                break;
            }
        }
        Ok(words)
    }
}
