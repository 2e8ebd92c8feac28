//! The signs of the argument: the claims of the article, and the answers in the table of cases.

use super::Collected;
use super::meanings::{answer_in_full, outcome_in_full, stance_in_full};
use crate::page::Tone;
use crate::page::cases;
use crate::page::event::stance_tone;
use crate::page::evidence::Numbers;
use crate::page::glyphs;
use crate::timeline::{Answer, Outcome, Stance, Timeline};
use crate::words::translated;

/// What the number of a claim is called.
pub(super) const CLAIM: &str = "a claim";

/// The claims of the article.
pub(super) fn article(to: &mut Collected, timeline: &Timeline, ascii: bool) {
    if timeline.passages.is_empty() {
        return;
    }
    to.group = "The article";
    to.own(
        "¶6",
        Tone::Accent,
        CLAIM,
        "The paragraph of the article that makes the claim.",
    );
    to.own(
        "46",
        Tone::Dim,
        "events",
        "Beside a claim: all the events that are linked to it.",
    );
    to.own(
        glyphs::AGAINST,
        Tone::Complicates,
        "complicating",
        "Beside a claim: how many of them complicate it.",
    );
    stances(to);
    let number = Numbers::for_ascii(ascii).written(1);
    to.own(
        &number,
        Tone::Accent,
        "evidence",
        "What carries the sentence: the number leads to the event or the source, which is listed below the text.",
    );
}

/// What an event does to a claim.
pub(super) fn stances(to: &mut Collected) {
    for stance in Stance::ALL {
        to.own(
            "",
            stance_tone(stance),
            translated(stance.word()),
            stance_in_full(stance),
        );
    }
}

/// What the record answers, and what came of a promise.
pub(super) fn answers_and_outcomes(to: &mut Collected) {
    let given = Answer::ALL.into_iter().map(Some).chain([None]);
    for answer in given {
        let word = answer.map_or("does not apply", Answer::word);
        to.own(
            cases::sign(answer),
            cases::tone(answer),
            word,
            answer_in_full(answer),
        );
    }
    to.own(
        glyphs::AGAINST,
        Tone::Complicates,
        "departs",
        "Before an answer: it is not what the article says of the cases that it builds on.",
    );
    for outcome in Outcome::ALL {
        let (letter, tone) = (cases::letter(outcome), cases::outcome_tone(outcome));
        to.own(
            letter,
            tone,
            translated(outcome.word()),
            outcome_in_full(outcome),
        );
    }
}

/// The table of cases.
pub(super) fn answers(to: &mut Collected) {
    to.group = "The cases";
    answers_and_outcomes(to);
    to.own(
        glyphs::PROMISE,
        Tone::Plain,
        "promised",
        "There was a promise; below the table stands what it said.",
    );
    to.own(
        glyphs::NOTHING,
        Tone::Plain,
        "nothing",
        "The record names no promise.",
    );
    to.own(
        glyphs::FURTHER[0],
        Tone::Dim,
        "further left",
        "So many cases lie further left.",
    );
    to.own(
        glyphs::FURTHER[1],
        Tone::Dim,
        "further right",
        "So many cases lie further right.",
    );
}
