//! How far a timeline is read: numbers that the threads at work write and another may look at whenever it likes.
//!
//! They are told and never asked for, so that reading does the same whether somebody looks or not.

use std::sync::atomic::{AtomicU8, AtomicUsize, Ordering};

use crate::text;
use crate::words::{count, fill};

/// How far the work on a timeline has come.
#[derive(Debug, Default)]
pub struct Progress {
    stage: AtomicU8,
    /// Bytes of the file, or those that came so far while its end is not known.
    size: AtomicUsize,
    /// Bytes of the events that were read.
    read: AtomicUsize,
    events: AtomicUsize,
}

/// What is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProgressStep {
    /// The bytes come in.
    Fetching,
    /// The text becomes events.
    Reading,
    /// The events are checked against one another.
    Checking,
    /// What is asked for is made of them.
    Making,
}

impl ProgressStep {
    const ALL: [ProgressStep; 4] = [
        ProgressStep::Fetching,
        ProgressStep::Reading,
        ProgressStep::Checking,
        ProgressStep::Making,
    ];
}

impl Progress {
    /// So many bytes more have come in.
    pub fn fetched(&self, bytes: usize) {
        self.size.fetch_add(bytes, Ordering::Relaxed);
    }

    /// A text of so many bytes is going to be read.
    pub fn begin(&self, bytes: usize) {
        self.size.store(bytes, Ordering::Relaxed);
        self.read.store(0, Ordering::Relaxed);
        self.events.store(0, Ordering::Relaxed);
        self.enter(ProgressStep::Reading);
    }

    /// One more event was read, which has so many bytes.
    pub fn read_event(&self, bytes: usize) {
        self.read.fetch_add(bytes, Ordering::Relaxed);
        self.events.fetch_add(1, Ordering::Relaxed);
    }

    /// Something else is being done from now on.
    pub fn enter(&self, stage: ProgressStep) {
        self.stage.store(stage as u8, Ordering::Relaxed);
    }

    fn stage(&self) -> ProgressStep {
        let stage = self.stage.load(Ordering::Relaxed);
        ProgressStep::ALL
            .get(usize::from(stage))
            .copied()
            .unwrap_or(ProgressStep::Fetching)
    }

    /// "43 %, 431,221 events": what can be said now.
    #[must_use]
    pub fn in_words(&self) -> String {
        let number = |number: &AtomicUsize| number.load(Ordering::Relaxed);
        let (size, read) = (number(&self.size), number(&self.read));
        let events = || {
            let events = number(&self.events);
            count(events, "event").replacen(&events.to_string(), &text::in_thousands(events), 1)
        };
        match self.stage() {
            ProgressStep::Fetching => fill("reading, {0} MiB so far", &[&(size >> 20)]),
            ProgressStep::Reading => {
                let percent = (read as u128 * 100).checked_div(size as u128);
                fill("reading, {0} %, {1}", &[&percent.unwrap_or(0), &events()])
            }
            ProgressStep::Checking => fill("read, {0}, now checking them", &[&events()]),
            ProgressStep::Making => fill("read, {0}, now putting them together", &[&events()]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::load::{Limits, read_reporting};

    #[test]
    fn what_is_done_is_said_with_its_numbers() {
        let progress = Progress::default();
        let check = |expected: &str| assert_eq!(progress.in_words(), expected);
        check("reading, 0 MiB so far");
        progress.fetched(5 << 20);
        check("reading, 5 MiB so far");
        progress.begin(4000);
        check("reading, 0 %, 0 events");
        progress.read_event(1999);
        check("reading, 49 %, 1 event");
        (0..1233).for_each(|_| progress.read_event(1));
        progress.read_event(768);
        check("reading, 100 %, 1,235 events");
        progress.enter(ProgressStep::Checking);
        check("read, 1,235 events, now checking them");
        progress.enter(ProgressStep::Making);
        check("read, 1,235 events, now putting them together");
    }

    #[test]
    fn it_is_said_in_the_language_of_who_waits() {
        use crate::words::{Language, while_speaking};
        let progress = Progress::default();
        progress.begin(4000);
        (0..1233).for_each(|_| progress.read_event(1));
        progress.read_event(767);
        let check = |language, expected: &str| {
            assert_eq!(while_speaking(language, || progress.in_words()), expected);
        };
        check(Language::German, "gelesen: 50 %, 1,234 Ereignisse");
        check(Language::Ukrainian, "прочитано: 50 %, 1,234 події");
    }

    #[test]
    fn a_text_of_no_bytes_has_no_share_that_is_read() {
        let progress = Progress::default();
        progress.begin(0);
        assert_eq!(progress.in_words(), "reading, 0 %, 0 events");
    }

    #[test]
    fn every_event_of_a_file_is_counted() {
        let check = |events: usize, expected: &str| {
            let progress = Progress::default();
            let event =
                |number| format!("[[events]]\nid = \"e-{number}\"\ndate = 1815\ntitle = \"T\"\n");
            let head = "format = 1\n[timeline]\ntitle = \"T\"\n".to_owned();
            let file = (0..events)
                .map(event)
                .fold(head, |file, event| file + &event);
            let _ = read_reporting(Limits::USUAL, "a.toml", file.into_bytes(), &progress);
            assert_eq!(progress.in_words(), expected);
        };
        check(1, "read, 1 event, now checking them");
        check(1500, "read, 1,500 events, now checking them");
    }
}
