//! The rows of the table of cases: its questions, and a blank one between those of two passages.

use crate::page::cases::Aspect;
use crate::timeline::{CriterionId, Timeline};

/// A row of the table of cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaseTableRow {
    /// A question, with a cell a case.
    Question(CriterionId),
    /// Between the questions of two passages.
    Blank,
    /// Between the questions and what came of it all.
    Rule,
    /// A line of the promises, counted from 0.
    Promise(usize),
    /// A line of the outcomes, counted from 0.
    Outcome(usize),
}

impl CaseTableRow {
    /// The aspect that this row shows.
    #[must_use]
    pub fn aspect(self) -> Option<Aspect> {
        match self {
            CaseTableRow::Question(criterion) => Some(Aspect::Question(criterion)),
            CaseTableRow::Promise(_) => Some(Aspect::Promise),
            CaseTableRow::Outcome(_) => Some(Aspect::Outcome),
            CaseTableRow::Blank | CaseTableRow::Rule => None,
        }
    }
}

/// The rows of the aspects, with a blank one between the questions of two passages.
pub(super) fn rows(
    timeline: &Timeline,
    aspects: &[Aspect],
    blanks: bool,
    promise: usize,
    outcome: usize,
) -> Vec<CaseTableRow> {
    let mut rows = Vec::new();
    for aspect in aspects {
        match aspect {
            Aspect::Question(criterion) => {
                let last = rows.last().and_then(|row: &CaseTableRow| row.aspect());
                if let (true, Some(Aspect::Question(last))) = (blanks, last)
                    && parted(timeline, last, *criterion)
                {
                    rows.push(CaseTableRow::Blank);
                }
                rows.push(CaseTableRow::Question(*criterion));
            }
            Aspect::Promise => {
                if !rows.is_empty() {
                    rows.push(CaseTableRow::Rule);
                }
                rows.extend((0..promise).map(CaseTableRow::Promise));
            }
            Aspect::Outcome => rows.extend((0..outcome).map(CaseTableRow::Outcome)),
        }
    }
    rows
}

/// Whether a blank row parts two questions: they come from two passages.
///
/// Passages of a single question each stand together within a section of the article: a table of blank rows is no
/// easier to read.
fn parted(timeline: &Timeline, one: CriterionId, other: CriterionId) -> bool {
    let passage = |criterion: CriterionId| timeline[criterion].passage;
    let single = |criterion: CriterionId| {
        let same = timeline.criteria.iter();
        same.filter(|other| other.passage == passage(criterion))
            .count()
            == 1
    };
    let section =
        |criterion| passage(criterion).and_then(|passage| timeline[passage].section.as_deref());
    let together =
        single(one) && single(other) && section(one).is_some() && section(one) == section(other);
    passage(one) != passage(other) && !together
}
