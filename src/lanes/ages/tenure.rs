//! One title with its age: how long it was kept, what became of it, and what stands in a column of its bar.

use super::Age;
use crate::lanes::band::mostly_unsure;
use crate::lanes::scale::Scale;
use crate::timeline::{Breach, SpanId, Timeline};
use crate::words::translated;

/// How long one title was held, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tenure {
    /// The span that is the title.
    pub span: SpanId,
    /// The year in which it began.
    pub since: String,
    /// Whether its first day is not known exactly.
    pub soft_zero: bool,
    /// To the first violation, else to the end, else to the last event of the timeline.
    pub kept: Age,
    /// The same for people, "75 y"; `None` where a date is open.
    pub kept_label: Option<String>,
    /// What became of it.
    pub fate: Fate,
    /// The year in which it was broken or ended.
    pub until: Option<String>,
    /// The violations in order of time, with who committed them.
    pub violations: Vec<(Age, Breach)>,
    /// To the end of the title, which may outlast a violation.
    pub end: Age,
    /// Whether the title holds to this day.
    pub in_force: bool,
}

/// What became of a title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It was violated.
    Broken {
        /// Who did so first.
        first: Breach,
        /// Whether a guarantor did so later, where others had been the first.
        then_guarantor: bool,
    },
    /// It ended as another of the country began, by the same act.
    Replaced,
    /// It ended without having been violated.
    Ended,
    /// It holds to this day, and was never violated.
    InForce,
}

impl Fate {
    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        translated(match self {
            Fate::Broken {
                first: Breach::ByGuarantor,
                ..
            } => "by a guarantor",
            Fate::Broken {
                then_guarantor: true,
                ..
            } => "by others, then a guarantor",
            Fate::Broken { .. } => "by others",
            Fate::Replaced => "replaced",
            Fate::Ended => "ended",
            Fate::InForce => "in force",
        })
    }
}

/// What a column of a bar shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgeCell {
    /// The title was no longer held at this age.
    Empty,
    /// It was held.
    Held,
    /// It may have been held: a beginning, a violation or an end is no exact day.
    Perhaps,
    /// It was violated at this age.
    Broken(Breach),
    /// It had been violated, and went on.
    After,
    /// It has come to this age and holds on; only at the end of a bar.
    InForce,
    /// The bar is longer than there is room for; only in the last column.
    GoesOn,
}

impl Tenure {
    /// "Belgium 1839": whose title it is, and the year in which it began.
    #[must_use]
    pub fn name(&self, timeline: &Timeline) -> String {
        let country = &timeline[timeline[self.span].country];
        format!("{} {}", country.name, self.since)
    }

    /// "BE 1839".
    #[must_use]
    pub fn code(&self, timeline: &Timeline) -> String {
        let country = &timeline[timeline[self.span].country];
        format!("{} {}", country.code, self.since)
    }

    /// "75 y", or a dash where its dates do not say.
    #[must_use]
    pub fn kept_label(&self) -> &str {
        self.kept_label.as_deref().unwrap_or("–")
    }

    /// Whether a state that had guaranteed the title violated it, first or later.
    #[must_use]
    pub fn broken_by_guarantor(&self) -> bool {
        let mut violations = self.violations.iter();
        violations.any(|(_, by)| *by == Breach::ByGuarantor)
    }

    /// "1914 by a guarantor": what became of it, and when.
    #[must_use]
    pub fn fate_label(&self) -> String {
        match &self.until {
            Some(year) => format!("{year} {}", self.fate.word()),
            None => self.fate.word().to_owned(),
        }
    }

    /// The columns of its bar on a scale that begins with the age of zero.
    #[must_use]
    pub fn cells(&self, scale: &Scale) -> Vec<AgeCell> {
        (0..scale.columns())
            .map(|column| self.cell(scale, column))
            .collect()
    }

    fn cell(&self, scale: &Scale, column: u16) -> AgeCell {
        let days = scale.days(column);
        let falls_here = |age: i64| scale.column(age) == Some(column);
        let mut violations = self.violations.iter();
        let broken = violations
            .clone()
            .filter(|(age, _)| falls_here(age.0))
            .map(|(_, by)| *by)
            .min();
        if let Some(by) = broken {
            return AgeCell::Broken(by);
        }
        if days.start > self.end.1 {
            return AgeCell::Empty;
        }
        if column + 1 == scale.columns() && self.end.1 >= scale.window().end {
            return AgeCell::GoesOn;
        }
        // As in the lanes, what was broken no longer reaches the present.
        if self.in_force && self.violations.is_empty() && falls_here(self.end.1) {
            return AgeCell::InForce;
        }
        let may_be_broken_here =
            |(age, _): &&(Age, Breach)| age.0 < days.start && days.start <= age.1;
        if violations.clone().any(|of| may_be_broken_here(&of))
            || mostly_unsure(&days, (0, self.end.1), (0, self.end.0))
        {
            AgeCell::Perhaps
        } else if violations.any(|(age, _)| age.0 < days.start) {
            AgeCell::After
        } else {
            AgeCell::Held
        }
    }
}
