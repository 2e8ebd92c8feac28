//! The cases that are set side by side, and the questions that are put to each.

use serde::{Deserialize, Serialize};

use super::{CountryId, EventId, PassageId, Prose};

#[derive(Debug, Serialize, Deserialize)]
pub struct Criterion {
    pub id: String,
    pub question: String,
    /// The question in a few words, for a narrow table.
    pub short: Option<String>,
    pub passage: Option<PassageId>,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct Case {
    pub id: String,
    pub title: String,
    pub country: CountryId,
    pub established_by: EventId,
    pub promise: Option<Prose>,
    pub outcome: Outcome,
    pub outcome_note: Option<Prose>,
    /// One answer a criterion, in the order of the criteria; `None` where the file is silent.
    pub answers: Vec<Option<CaseAnswer>>,
}

#[derive(Debug, Serialize, Deserialize)]
pub struct CaseAnswer {
    pub answer: Answer,
    pub note: Option<Prose>,
    pub events: Vec<EventId>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Answer {
    Yes,
    No,
    Partly,
    Disputed,
    Unknown,
}

impl Answer {
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

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Outcome {
    Kept,
    TestedAndKept,
    Breached,
    Lapsed,
    NeverTested,
    Proposed,
}

impl Outcome {
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
