//! The signs and words that a document explains: those of the record, and none that only a screen draws.

use super::argument::{answers_and_outcomes, stances};
use super::lanes::{bands, statuses};
use super::{Collected, Sign, kinds_of_events, words};
use crate::timeline::Timeline;

/// What the signs and words of a timeline mean, for a document that cannot be asked; what has no meaning is left out.
#[must_use]
pub fn in_documents(timeline: &Timeline) -> Vec<Sign> {
    let mut to = Collected {
        signs: Vec::new(),
        group: "",
    };
    if !timeline.statuses.is_empty() {
        to.group = "Statuses";
        statuses(&mut to, timeline);
        to.group = "What a status rests on";
        bands(&mut to);
    }
    to.group = "Kinds of events";
    kinds_of_events(&mut to, timeline, false);
    if !timeline.passages.is_empty() {
        to.group = "What an event does to a claim";
        stances(&mut to);
    }
    if !timeline.cases.is_empty() {
        to.group = "Answers in the cases, and what came of them";
        answers_and_outcomes(&mut to);
    }
    words(&mut to, timeline);
    to.signs.retain(|sign| !sign.meaning.is_empty());
    to.signs
}
