//! What is shown of an import: what is left out, row by row, and what was read otherwise than it was written, by kinds.

/// How many remarks of a kind are shown in full.
const TOLD: usize = 3;

/// What a remark is about; remarks of a kind stand together, and of many the first are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum About {
    /// What is so of the whole.
    Whole,
    Columns,
    Date,
    /// A date that may have meant another.
    Guess,
    /// A part of a date that is left out.
    PartOfDate,
    Event,
}

impl About {
    /// What there are more of: "14 dates are read otherwise than they are written".
    fn counted(self, count: usize) -> String {
        let what = match self {
            About::Whole | About::Columns => "remarks in all",
            About::Date => "dates in all are read otherwise than they are written",
            About::Guess => "dates in all could mean something else",
            About::PartOfDate => "dates in all are read without a part of what was written",
            About::Event => "remarks in all on what events say",
        };
        format!("{count} {what}")
    }
}

/// What is shown besides what is lost.
#[derive(Debug, Clone, Default)]
pub(super) struct Remarks {
    all: Vec<(About, String)>,
}

impl Remarks {
    pub(super) fn add(&mut self, about: About, remark: impl Into<String>) {
        self.all.push((about, remark.into()));
    }

    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// The lines that are shown: of each kind the first ones and the count.
    pub(super) fn lines(mut self) -> Vec<String> {
        self.all.sort_by_key(|(about, _)| *about);
        let mut lines = Vec::new();
        for of_kind in self.all.chunk_by(|a, b| a.0 == b.0) {
            let Some((about, _)) = of_kind.first() else {
                continue;
            };
            // One more line takes no more room than to say that there is one.
            let shown = match about {
                About::Whole | About::Columns => of_kind.len(),
                _ if of_kind.len() <= TOLD + 1 => of_kind.len(),
                _ => TOLD,
            };
            lines.extend(of_kind.iter().take(shown).map(|(_, remark)| remark.clone()));
            if shown < of_kind.len() {
                lines.push(about.counted(of_kind.len()));
            }
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_remarks_the_first_are_told_and_the_rest_counted() {
        let mut remarks = Remarks::default();
        remarks.add(About::Event, "row 1: an event");
        for row in 1..=5 {
            remarks.add(About::Date, format!("row {row}: a date"));
        }
        assert_eq!(
            remarks.lines(),
            [
                "row 1: a date",
                "row 2: a date",
                "row 3: a date",
                "5 dates in all are read otherwise than they are written",
                "row 1: an event",
            ]
        );
    }
}
