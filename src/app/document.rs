//! The timeline that is read, with what is worked out from it once: another one replaces it whole.

use std::cell::OnceCell;

use crate::lanes::lifelines::LifeLines;
use crate::lanes::plan::Plan;
use crate::selection::search::Index;
use crate::timeline::Timeline;
use crate::timeline::diagnostic::Report;

/// A timeline and all that depends on nothing else.
pub struct Document {
    pub timeline: Timeline,
    pub plan: Plan,
    pub life_lines: LifeLines,
    /// What is wrong with the file as it is now, while the last good timeline is shown.
    pub broken: Option<Report>,
    index: OnceCell<Index>,
}

impl Document {
    #[must_use]
    pub fn new(timeline: Timeline) -> Self {
        Document {
            plan: Plan::new(&timeline),
            life_lines: LifeLines::new(&timeline),
            timeline,
            broken: None,
            index: OnceCell::new(),
        }
    }

    /// The folded text of all events, made at the first search.
    #[must_use]
    pub fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(&self.timeline))
    }
}
