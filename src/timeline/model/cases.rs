//! The cases that are set side by side, and the questions that are put to each.

use serde::{Deserialize, Serialize};

use super::{CountryId, Deferred, EventId, PassageId, Prose};

/// A question that every case answers.
#[derive(Debug, Serialize, Deserialize)]
pub struct Criterion {
    /// As written in the file.
    pub id: String,
    /// The question in a sentence.
    pub question: String,
    /// The question in a few words, for a narrow table.
    pub short: Option<String>,
    /// The claim of the article from which it comes.
    pub passage: Option<PassageId>,
    /// What the article says of the cases that it builds on.
    pub article: Option<Answer>,
}

/// A state whose neutrality is compared with that of others.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Case {
    /// As written in the file.
    pub id: String,
    /// "Belgium 1839".
    pub title: String,
    /// Whose case it is.
    pub country: CountryId,
    /// The event that made it neutral, or was to do so.
    pub established_by: EventId,
    /// What it was promised, and by whom.
    pub promise: Option<Prose>,
    /// What came of the promise, in a word.
    pub outcome: Outcome,
    /// What came of the promise, in sentences.
    pub outcome_note: Option<Prose>,
    /// One answer a criterion, in the order of the criteria; `None` where the file is silent.
    pub answers: Deferred<Vec<Option<CaseAnswer>>>,
}

/// What the record answers to a criterion.
#[derive(Debug, Serialize, Deserialize)]
pub struct CaseAnswer {
    /// The answer in a word.
    pub answer: Answer,
    /// Why it is so answered.
    pub note: Option<Prose>,
    /// The events that carry the answer.
    pub events: Vec<EventId>,
}

/// An answer in a word; that nothing is known is not a no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Answer {
    /// It was so.
    Yes,
    /// It was not so.
    No,
    /// It was so in part, or in a way.
    Partly,
    /// The sources or the scholars disagree.
    Disputed,
    /// The record does not say.
    Unknown,
}

impl Answer {
    /// All, in the order of the legend.
    pub const ALL: [Answer; 5] = [
        Answer::Yes,
        Answer::No,
        Answer::Partly,
        Answer::Disputed,
        Answer::Unknown,
    ];

    /// The word in the file and on the screen.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Answer::Yes => "yes",
            Answer::No => "no",
            Answer::Partly => "partly",
            Answer::Disputed => "disputed",
            Answer::Unknown => "unknown",
        }
    }
}

/// What came of a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Outcome {
    /// It was kept.
    Kept,
    /// It was put to the test and kept.
    TestedAndKept,
    /// It was broken.
    Breached,
    /// It ended without having been broken.
    Lapsed,
    /// Nothing put it to the test.
    NeverTested,
    /// It was never made.
    Proposed,
}

impl Outcome {
    /// All, in the order of the reference.
    pub const ALL: [Outcome; 6] = [
        Outcome::Kept,
        Outcome::TestedAndKept,
        Outcome::Breached,
        Outcome::Lapsed,
        Outcome::NeverTested,
        Outcome::Proposed,
    ];

    /// The words in the file and on the screen.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Outcome::Kept => "kept",
            Outcome::TestedAndKept => "tested and kept",
            Outcome::Breached => "breached",
            Outcome::Lapsed => "lapsed",
            Outcome::NeverTested => "never tested",
            Outcome::Proposed => "proposed",
        }
    }
}
