//! Corrections: what the timeline once had wrong, and what is right.

use serde::{Deserialize, Serialize};

use super::{CaseId, EventId, PassageId, SourceId};
use crate::timeline::HistoricDate;

/// A correction of fact.
#[derive(Debug, Serialize, Deserialize)]
pub struct Change {
    /// When it was corrected.
    pub date: HistoricDate,
    /// What was corrected; `None` is the timeline itself.
    pub subjects: Vec<ChangeSubject>,
    /// What stood there.
    pub was: String,
    /// What is right.
    pub now: String,
    /// What shows that the new words are right.
    pub source: Option<SourceId>,
}

/// What a correction is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChangeSubject {
    /// A fact about an event.
    Event(EventId),
    /// The span or the spans that begin with this event.
    SpansFrom(EventId),
    /// The record beside a claim.
    Passage(PassageId),
    /// A fact about a case.
    Case(CaseId),
}

impl ChangeSubject {
    /// The key in the file.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            ChangeSubject::Event(_) => "event",
            ChangeSubject::SpansFrom(_) => "span",
            ChangeSubject::Passage(_) => "passage",
            ChangeSubject::Case(_) => "case",
        }
    }
}
