//! How a list of a picker looks and what can be done in it: what a row of the table in `source` says.

use crate::app::action::Action;
use crate::app::keys::Context;

/// Where a picker stands on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placement {
    /// In the middle, with so many columns inside; below the list so many rows on a low screen, and on a high one.
    Centred {
        /// Columns that it wants.
        width: u16,
        /// Rows of the screen that stay free over it, on a low screen and on a high one.
        below: [u16; 2],
    },
    /// Over the footer, in which it is typed.
    AboveFooter,
}

/// What stands on a row, from left to right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Columns {
    /// The mark, the title, and the note at the right.
    Marked,
    /// Keys, then what they do.
    Keys,
    /// The note in so many columns, then the title.
    NoteFirst(u16),
    /// The title alone.
    Title,
    /// What it is, the title with its aside, and the note at the right.
    Kinds,
    /// The note as a sign in its tone, the title, and its aside.
    Signs,
}

/// Columns between a note and the title after it.
const GAP: u16 = 2;

impl Columns {
    /// Columns that the title has on a row of so many.
    #[must_use]
    pub fn room(self, width: u16) -> u16 {
        match self {
            Columns::NoteFirst(note) => width.saturating_sub(note + GAP),
            _ => width,
        }
    }
}

/// How a list looks, and what can be done in it.
#[derive(Debug, Clone, Copy)]
pub struct Spec {
    /// Its name where the reader works in lines of text.
    pub name: &'static str,
    /// Where its keys are looked up.
    pub context: Context,
    /// Where it stands.
    pub placement: Placement,
    /// What its lines have beside the label.
    pub columns: Columns,
    /// Whether the title of the chosen item is written strongly.
    pub bold: bool,
    /// What stands in the prompt while nothing is typed; `None` where nothing can be typed.
    pub placeholder: Option<&'static str>,
    /// The message where nothing matches the query.
    pub nothing: &'static str,
    /// What can be done in it, on its last row; an empty word is the key table's own.
    pub hints: &'static [(Action, &'static str)],
    /// Whether it stays open when something is picked.
    pub stays: bool,
}

impl Spec {
    /// Whether the keys are typed into its prompt.
    #[must_use]
    pub fn has_prompt(&self) -> bool {
        self.placeholder.is_some()
    }
}
