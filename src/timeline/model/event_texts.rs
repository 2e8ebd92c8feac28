//! The texts that an event may have, a line each.

use serde::{Deserialize, Serialize};

/// Declared once more, with their labels and descriptions, as keys of the format: the reader of the file, the page,
/// the search and the exports go through those.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct EventTexts {
    /// Why the date is uncertain or approximate.
    pub basis: Option<String>,
    /// Where it happened.
    pub place: Option<String>,
    /// A shorter title for links and narrow panes.
    pub short: Option<String>,
    /// The article or clause that carries the point.
    pub provision: Option<String>,
    /// The event in a sentence.
    pub summary: Option<String>,
}
