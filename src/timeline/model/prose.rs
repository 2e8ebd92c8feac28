//! Running text whose sentences name what carries them.

use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Serialize};

use super::{EventId, SourceId, Timeline};

/// A paragraph with its marks of evidence. What reads it as text sees the text without the marks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prose {
    text: String,
    marks: Vec<EvidenceMark>,
}

/// A mark of evidence, behind the words that it carries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceMark {
    /// The byte of the text behind which it stands; always between two characters.
    pub after: usize,
    /// What carries the words before it.
    pub evidence: Evidence,
}

/// What carries a statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Evidence {
    /// An event of the timeline, with its sources: `[@event-id]`.
    Event(EventId),
    /// A source with its pinpoint: `[@@source-id, p. 12]`.
    Source(SourceId, Option<String>),
}

impl Evidence {
    /// The mark as it stands in a file.
    #[must_use]
    pub fn as_written(&self, timeline: &Timeline) -> String {
        match self {
            Evidence::Event(event) => format!("[@{}]", timeline[*event].id),
            Evidence::Source(source, None) => format!("[@@{}]", timeline[*source].id),
            Evidence::Source(source, Some(at)) => format!("[@@{}, {at}]", timeline[*source].id),
        }
    }
}

impl Prose {
    /// Marks stand in the order of the text.
    pub(in crate::timeline) fn new(text: String, marks: Vec<EvidenceMark>) -> Self {
        Prose { text, marks }
    }

    /// The text without its marks.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The marks in the order of the text.
    #[must_use]
    pub fn marks(&self) -> &[EvidenceMark] {
        &self.marks
    }

    /// The text in pieces, each with the mark that stands behind it; the last has none.
    pub fn pieces(&self) -> impl Iterator<Item = (&str, Option<&Evidence>)> {
        let ends = self
            .marks
            .iter()
            .map(|mark| (mark.after, Some(&mark.evidence)));
        let mut start = 0;
        ends.chain([(self.text.len(), None)])
            .map(move |(end, evidence)| {
                let piece = self.text.get(start..end).unwrap_or_default();
                start = end;
                (piece, evidence)
            })
    }

    /// The text with its marks as they stand in a file.
    #[must_use]
    pub fn as_written(&self, timeline: &Timeline) -> String {
        let mut written = String::with_capacity(self.text.len());
        for (text, evidence) in self.pieces() {
            written.push_str(text);
            if let Some(evidence) = evidence {
                written.push(' ');
                written.push_str(&evidence.as_written(timeline));
            }
        }
        written
    }
}

impl Deref for Prose {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Prose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
