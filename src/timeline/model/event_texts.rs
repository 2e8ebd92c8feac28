//! The texts that an event may have, a line each.

use serde::{Deserialize, Serialize};

/// Declared once more, with their labels and descriptions, as keys of the format: the reader of the file, the page,
/// the search and the exports go through those.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct EventTexts {
    /// Why the date is uncertain or approximate.
    pub basis: Option<Box<str>>,
    /// Where it happened.
    pub place: Option<Box<str>>,
    /// A shorter title for links and narrow panes.
    pub short: Option<Box<str>>,
    /// The article or clause that carries the point.
    pub provision: Option<Box<str>>,
    /// The event in a sentence.
    pub summary: Option<Box<str>>,
}
