//! How a document is laid out: its title, the parts that it has, and the style of its bibliography.

use crate::citation::Work;
use crate::citation::style::{self, Style};
use crate::timeline::Source;

/// A part of a document, in the order in which they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DocumentPart {
    /// Every country's status to scale.
    Lanes,
    /// Every title from its beginning on, side by side.
    Ages,
    /// The claims with the record beside them.
    Article,
    /// The events.
    Timeline,
    /// The cases side by side.
    Cases,
    /// What the other parts cite.
    Sources,
    /// What the timeline once had wrong.
    Changes,
    /// What the signs and words mean.
    Words,
}

impl DocumentPart {
    /// All of them, with their headings.
    pub const ALL: [(DocumentPart, &'static str); 8] = [
        (DocumentPart::Lanes, "Lanes"),
        (DocumentPart::Ages, "Ages"),
        (DocumentPart::Article, "Article"),
        (DocumentPart::Timeline, "Timeline"),
        (DocumentPart::Cases, "Cases"),
        (DocumentPart::Sources, "Sources"),
        (DocumentPart::Changes, "Corrections"),
        (DocumentPart::Words, "Signs and words"),
    ];

    /// Its heading.
    #[must_use]
    pub fn title(self) -> &'static str {
        let known = Self::ALL.iter().find(|(part, _)| *part == self);
        known.map_or("", |(_, title)| title)
    }
}

/// What somebody wants of a document; with nothing in it the document is whole.
#[derive(Debug, Clone, Default)]
pub struct DocumentLayout {
    /// Its title, where it is not the timeline's.
    pub title: Option<String>,
    /// The parts that it has; all where none is named.
    pub only: Vec<DocumentPart>,
    /// The style of its bibliography; where none is named every source is told in full.
    pub style: Option<Style>,
}

impl DocumentLayout {
    /// Whether the document has a part, if there is anything to say in it.
    #[must_use]
    pub fn has(&self, part: DocumentPart) -> bool {
        self.only.is_empty() || self.only.contains(&part)
    }
}

/// Sources in a style, in their order, as a bibliography has them; `None` where the style cannot be had.
#[must_use]
pub fn bibliography(sources: &[&Source], style: Style) -> Option<Vec<String>> {
    let works: Vec<Work> = sources
        .iter()
        .map(|source| Work {
            source,
            pinpoints: Vec::new(),
        })
        .collect();
    let cited = style::cite(&works, style).ok()?;
    let entry = |cited: style::Cited| cited.reference.unwrap_or(cited.citation);
    Some(cited.into_iter().map(entry).collect())
}
