//! Faults of a file, as they are found: position, value, suggestion.

mod report;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;

pub use self::report::Report;
use crate::text;

/// Columns of a value that a message repeats.
const QUOTED: usize = 80;

/// Faults for which the nearest name is looked for; with long lists of names that is the slow part.
const MOST_PROPOSALS: usize = 100;

/// How much a fault weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The timeline cannot be shown.
    Error,
    /// The timeline can be shown; its author should look.
    Warning,
}

/// Something that is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Whether it keeps the file from being shown.
    pub severity: Severity,
    /// Bytes of the file that are at fault.
    pub span: Range<usize>,
    /// What is wrong, with the value that is at fault.
    pub message: String,
    /// The way out.
    pub help: Option<String>,
}

/// Faults as they are found; shared by the readers of one file.
#[derive(Debug, Default)]
pub struct Faults {
    found: RefCell<Vec<Fault>>,
    lost: RefCell<BTreeSet<&'static str>>,
}

impl Faults {
    /// Notes a fault that keeps the file from being shown; `span` is in bytes of the file.
    pub fn error(&self, span: &Range<usize>, message: impl Into<String>, help: Option<String>) {
        self.push(Severity::Error, span, message.into(), help);
    }

    /// Notes a fault with which the file can be shown; `span` is in bytes of the file.
    pub fn warning(&self, span: &Range<usize>, message: impl Into<String>, help: Option<String>) {
        self.push(Severity::Warning, span, message.into(), help);
    }

    fn push(&self, severity: Severity, span: &Range<usize>, message: String, help: Option<String>) {
        self.found.borrow_mut().push(Fault {
            severity,
            span: span.clone(),
            message,
            help,
        });
    }

    /// Adds faults that were found in a part of the file, which begins at this byte.
    pub fn add_moved(&self, faults: Faults, by: usize) {
        for Fault {
            severity,
            span,
            message,
            help,
        } in faults.found.into_inner()
        {
            self.push(severity, &(span.start + by..span.end + by), message, help);
        }
    }

    /// For the faults of a part: nothing is found yet, and known what was lost before.
    #[must_use]
    pub fn apart(&self) -> Faults {
        Faults {
            found: RefCell::default(),
            lost: self.lost.clone(),
        }
    }

    /// Adds what was found in another part of the file.
    pub fn add(&self, faults: Faults) {
        self.found.borrow_mut().extend(faults.found.into_inner());
        self.lost.borrow_mut().extend(faults.lost.into_inner());
    }

    /// Whether all of these together are so few that names were proposed for each.
    pub fn all_propose<'f>(faults: impl Iterator<Item = &'f Faults>) -> bool {
        faults
            .map(|faults| faults.found.borrow().len())
            .sum::<usize>()
            <= MOST_PROPOSALS
    }

    /// Notes that a thing of this sort could not be read or understood.
    ///
    /// What seems to be missing may be that very thing, so one fault would be reported as two.
    pub fn lose(&self, what: &'static str) {
        self.lost.borrow_mut().insert(what);
    }

    /// Whether nothing of any of these sorts was lost.
    #[must_use]
    pub fn kept(&self, sorts: &[&'static str]) -> bool {
        let lost = self.lost.borrow();
        sorts.iter().all(|what| !lost.contains(what))
    }

    /// "did you mean …?" for a word that is not one of those that exist.
    pub fn did_you_mean<'a>(
        &self,
        query: &str,
        words: impl IntoIterator<Item = &'a str>,
    ) -> Option<String> {
        self.nearest(query, words)
            .map(|near| format!("did you mean {}?", quoted(near)))
    }

    /// Whether there are so few yet that for each is looked far: for the nearest name, or for the place of a word.
    #[must_use]
    pub fn are_few(&self) -> bool {
        self.found.borrow().len() <= MOST_PROPOSALS
    }

    /// The nearest of the words that exist; nothing is looked for in a file that is nothing but faults.
    pub fn nearest<'a>(
        &self,
        query: &str,
        words: impl IntoIterator<Item = &'a str>,
    ) -> Option<&'a str> {
        if query.len() > QUOTED || !self.are_few() {
            return None;
        }
        text::nearest(
            query,
            words.into_iter().filter(|word| word.len() <= 2 * QUOTED),
        )
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.found.borrow().is_empty()
    }

    /// Whether any fault so far forbids showing the timeline.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.found
            .borrow()
            .iter()
            .any(|fault| fault.severity == Severity::Error)
    }
}

/// A value of the file within a message: in backticks, and cut when it is long.
#[must_use]
pub fn quoted(value: &str) -> String {
    format!("`{}`", text::truncate(value, QUOTED))
}
