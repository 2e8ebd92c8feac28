//! Citations in a style, by a CSL engine.
//!
//! The engine and its styles come with the feature `citations`; without it every style is refused with a reason.

use std::fmt;

/// A style of citation, by the name that the engine knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style(&'static str);

impl Style {
    /// The Chicago Manual of Style, notes and bibliography.
    pub const CHICAGO_NOTES: Style = Style("chicago-notes");
    /// The style of the American Psychological Association.
    pub const APA: Style = Style("apa");
    /// The style of the Modern Language Association.
    pub const MLA: Style = Style("mla");

    /// The name by which the command line knows the style.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0
    }
}

/// A work as a style cites it, in plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// What stands in the text or in a note, with the pinpoint in the source: "(Hertslet 1875, no. 183)".
    pub citation: String,
    /// What stands in the list of references, for styles that cite in the text.
    pub reference: Option<String>,
}

impl Cited {
    /// What one copies: the note, or the reference with what points to it from the text.
    #[must_use]
    pub fn lines(&self) -> String {
        match &self.reference {
            None => self.citation.clone(),
            Some(reference) => format!("{reference}\n    in the text: {}", self.citation),
        }
    }
}

/// Why nothing can be cited in a style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StyleError {
    /// No style has this name.
    Unknown,
    /// The program was built without the engine.
    NoEngine,
}

impl fmt::Display for StyleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StyleError::Unknown => f.write_str("there is no such style"),
            StyleError::NoEngine => f.write_str(
                "this program was built without styles of citation (the feature `citations`); BibTeX and CSL-JSON are there",
            ),
        }
    }
}

#[cfg(not(feature = "citations"))]
mod engine {
    use super::{Cited, Style, StyleError};
    use crate::citation::Work;

    pub fn named(_: &str) -> Result<Style, StyleError> {
        Err(StyleError::NoEngine)
    }

    pub fn names() -> Vec<&'static str> {
        Vec::new()
    }

    pub fn cite(_: &[Work], _: Style) -> Result<Vec<Cited>, StyleError> {
        Err(StyleError::NoEngine)
    }
}

#[cfg(feature = "citations")]
mod engine;
#[cfg(feature = "citations")]
mod locale;
#[cfg(feature = "citations")]
mod prepared;
#[cfg(feature = "citations")]
mod repair;
#[cfg(feature = "citations")]
mod settle;
#[cfg(feature = "citations")]
mod tidy;

pub use engine::{cite, named, names};
