//! The article that a timeline accompanies, its passages, and what an event does to a claim.

use serde::{Deserialize, Serialize};

use super::{EventId, Prose};
use crate::timeline::HistoricDate;

/// The text that the timeline accompanies.
#[derive(Debug, Serialize, Deserialize)]
pub struct Article {
    /// The title of the text.
    pub title: String,
    /// Who wrote it.
    pub author: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was published.
    pub date: Option<HistoricDate>,
    /// Where it can be read; http or https.
    pub url: Option<String>,
}

/// One claim of the article.
#[derive(Debug, Serialize, Deserialize)]
pub struct Passage {
    /// As written in the file.
    pub id: String,
    /// Body paragraph of the article, counted from 1.
    pub paragraph: Option<u32>,
    /// The part of the article's argument that it belongs to.
    pub section: Option<String>,
    /// What it is about, in a few words.
    pub heading: String,
    /// The author's claim, in the timeline's words.
    pub claim: Vec<String>,
    /// What the record shows beside it.
    pub record: Vec<Prose>,
    /// The events that it rests on, in order of time.
    pub events: Vec<(EventId, Stance)>,
}

impl Passage {
    /// "¶6", or a bare "¶" where the paragraph is not given.
    #[must_use]
    pub fn mark(&self) -> String {
        self.paragraph
            .map_or_else(|| "¶".to_owned(), |number| format!("¶{number}"))
    }

    /// The linked events of one stance, in order of time.
    pub fn with_stance(&self, stance: Stance) -> impl Iterator<Item = EventId> {
        self.events
            .iter()
            .filter(move |(_, is)| *is == stance)
            .map(|(event, _)| *event)
    }
}

/// What an event does to the claim that it is linked to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stance {
    /// The event speaks for the claim.
    Supports,
    /// The event speaks against the claim, or limits it.
    Complicates,
    /// The event belongs to the matter and speaks neither way.
    Context,
}

impl Stance {
    /// All, in the order in which a claim lists its events.
    pub const ALL: [Stance; 3] = [Stance::Supports, Stance::Complicates, Stance::Context];

    /// The order beside a claim: what complicates it comes first, since a reader of the claim does not expect it.
    pub const BESIDE_A_CLAIM: [Stance; 3] =
        [Stance::Complicates, Stance::Supports, Stance::Context];

    /// The word in the file and on the screen.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Stance::Supports => "supports",
            Stance::Complicates => "complicates",
            Stance::Context => "context",
        }
    }
}
