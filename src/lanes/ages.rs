//! The ages of titles: every one of them laid beside the others with its beginning at zero.
//!
//! A title is what one act gives: a span. Where the next act gives a country the same, the earlier title was replaced,
//! and each is as old as it came to be. What was only proposed or intended was never held and has no age. How long a
//! title was kept runs to its first violation, else to its end, else to the last event of the timeline.
//!
//! The longest kept stand first among those that rest on the same, and not over all: a promise of others, a law of one's
//! own and a declaration for one war are not of one sort, and side by side with their like those that broke are in sight
//! together with those that held.
//!
//! Ages are counted in days, each as the fewest and the most that its dates allow, so that nothing here is finer than
//! they are. Geometry and data only; signs and colours are `ui`'s and `export`'s.

mod measure;
mod tenure;
mod ticks;

use std::cmp::Reverse;
use std::ops::Range;

use self::measure::Measure;
pub use self::tenure::{AgeCell, Fate, Tenure};
pub use self::ticks::{AgeTick, ticks};
use super::plan::GROUPS;
use crate::text;
use crate::timeline::{CountryId, LegalBasis, SpanId, Timeline};

/// The fewest and the most days that dates allow.
pub type Age = (i64, i64);

/// All titles of a timeline by what they rest on, those that were kept longest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ages {
    /// In the order of the lanes; none is empty.
    pub groups: Vec<AgeGroup>,
    /// Days from zero to the end of the title that was held longest, at most.
    pub longest: i64,
    /// Spans that have no age, since nothing was held.
    pub never_held: usize,
    /// The columns that the words of the rows take.
    pub widths: Widths,
}

/// The columns of the longest words of each sort, found once since they ask every title.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Widths {
    /// Of "Belgium 1839".
    pub name: usize,
    /// Of "BE 1839".
    pub code: usize,
    /// Of "75 y".
    pub kept: usize,
    /// Of "by a guarantor".
    pub fate: usize,
    /// Of "1914 by a guarantor".
    pub fate_and_year: usize,
}

/// Titles that rest on the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgeGroup {
    /// The heading of the group.
    pub title: &'static str,
    /// The longest kept first.
    pub tenures: Vec<Tenure>,
}

/// A row of the chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgeRow<'a> {
    /// The heading of a group.
    Heading(&'static str),
    /// A title.
    Tenure(&'a Tenure),
    /// An empty row between two groups.
    Blank,
    /// At the end: how many spans have no age, since nothing was held.
    NeverHeld(usize),
}

impl Ages {
    /// The ages of a timeline; costs a pass over its spans.
    #[must_use]
    pub fn new(timeline: &Timeline) -> Self {
        Ages::of(timeline, |_| true)
    }

    /// The ages of some countries.
    #[must_use]
    pub fn of(timeline: &Timeline, shows: impl Fn(CountryId) -> bool) -> Self {
        let measure = Measure::new(timeline);
        let shown = SpanId::all(timeline).filter(|span| shows(timeline[*span].country));
        let shown: Vec<SpanId> = shown.collect();
        let held = |span: &SpanId| timeline[timeline[*span].status].ground != LegalBasis::Proposal;
        let spans: Vec<SpanId> = shown.iter().copied().filter(held).collect();
        let mut tenures: Vec<Tenure> = spans.iter().map(|span| measure.tenure(*span)).collect();
        tenures.sort_by_key(|tenure| {
            let kept = (Reverse(tenure.kept.0), Reverse(tenure.kept.1));
            (kept, timeline[tenure.span].begins, tenure.span)
        });
        let longest = tenures.iter().map(|tenure| tenure.end.1).max();
        let widths = Widths::of(timeline, &tenures);
        let groups = GROUPS.into_iter().map(|(title, grounds)| AgeGroup {
            title,
            tenures: tenures
                .iter()
                .filter(|tenure| grounds.contains(&timeline[timeline[tenure.span].status].ground))
                .cloned()
                .collect(),
        });
        Ages {
            groups: groups.filter(|group| !group.tenures.is_empty()).collect(),
            longest: longest.unwrap_or(0),
            never_held: shown.len() - spans.len(),
            widths,
        }
    }

    /// How many rows there are.
    #[must_use]
    pub fn row_count(&self) -> usize {
        let rows = |group: &AgeGroup| group.tenures.len() + 2;
        let rows: usize = self.groups.iter().map(rows).sum();
        let last = if self.never_held > 0 { 2 } else { 0 };
        (rows + last).saturating_sub(1)
    }

    /// All titles, from top to bottom.
    pub fn tenures(&self) -> impl Iterator<Item = &Tenure> {
        self.groups.iter().flat_map(|group| &group.tenures)
    }

    /// The title that is a span; `None` for what has no age.
    #[must_use]
    pub fn tenure(&self, span: SpanId) -> Option<&Tenure> {
        self.tenures().find(|tenure| tenure.span == span)
    }

    /// The first title of a country.
    #[must_use]
    pub fn of_country(&self, timeline: &Timeline, country: CountryId) -> Option<&Tenure> {
        self.tenures()
            .find(|tenure| timeline[tenure.span].country == country)
    }

    /// All rows from top to bottom.
    pub fn rows(&self) -> impl Iterator<Item = AgeRow<'_>> {
        let groups = self.groups.iter().enumerate().flat_map(|(at, group)| {
            let before = (at > 0).then_some(AgeRow::Blank);
            let tenures = group.tenures.iter().map(AgeRow::Tenure);
            let heading = AgeRow::Heading(group.title);
            before.into_iter().chain([heading]).chain(tenures)
        });
        let last = [AgeRow::Blank, AgeRow::NeverHeld(self.never_held)];
        let last = last.into_iter().filter(|_| self.never_held > 0);
        groups.chain(last)
    }

    /// All ages, from zero to the longest.
    #[must_use]
    pub fn full_range(&self) -> Range<i64> {
        0..self.longest + 1
    }
}

impl Widths {
    fn of(timeline: &Timeline, tenures: &[Tenure]) -> Self {
        let widest = |label: &dyn Fn(&Tenure) -> String| {
            let widths = tenures.iter().map(|tenure| text::width(&label(tenure)));
            widths.max().unwrap_or(0)
        };
        Widths {
            name: widest(&|tenure| tenure.name(timeline)),
            code: widest(&|tenure| tenure.code(timeline)),
            kept: widest(&|tenure| tenure.kept_label().to_owned()),
            fate: widest(&|tenure| tenure.fate.word().to_owned()),
            fate_and_year: widest(&Tenure::fate_label),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lanes::scale::Scale;
    use crate::timeline::{Breach, samples};

    /// A country with a span: when it begins, what violates it and when it ends; an empty word is none.
    fn with(begin: &str, violation: &str, end: &str) -> Timeline {
        let event = |id: &str, date: &str, role: &str| {
            format!(
                "[[events]]\nid = \"{id}\"\ndate = \"{date}\"\nbasis = \"B\"\ntitle = \"E\"\n\
                 parties = [{{ country = \"g\", role = \"{role}\" }}]\n"
            )
        };
        let mut file = "format = 1\n[timeline]\ntitle = \"T\"\n[countries.a]\nname = \"A\"\n\
            [countries.g]\nname = \"G\"\n[roles.guarantor]\nlabel = \"G\"\npart = \"guarantor\"\n\
            [roles.violator]\nlabel = \"V\"\npart = \"violator\"\n[statuses.t]\nlabel = \"T\"\n\
            letter = \"T\"\nground = \"treaty\"\n[[events]]\nid = \"last\"\ndate = \"2000-01-01\"\n\
            title = \"E\"\n"
            .to_owned();
        file += &event("begin", begin, "guarantor");
        let mut span =
            "[[spans]]\ncountry = \"a\"\nstatus = \"t\"\nbegins = \"begin\"\n".to_owned();
        if !violation.is_empty() {
            file += &event("violation", violation, "violator");
            span += "violated_by = [\"violation\"]\n";
        }
        if !end.is_empty() {
            file += &event("end", end, "violator");
            span += "ends = \"end\"\n";
        }
        // What a basis is not wanted for has none.
        let exact = |file: &str| !file.contains('?') && !file.contains('~');
        if exact(&file) {
            file = file.replace("basis = \"B\"\n", "");
        }
        samples::read(&(file + &span))
    }

    fn only(timeline: &Timeline) -> Tenure {
        Ages::new(timeline).tenures().next().unwrap().clone()
    }

    #[test]
    fn a_title_is_kept_to_its_first_violation_else_to_its_end_else_to_the_last_event() {
        let check = |begin: &str, violation: &str, end: &str, expected: (&str, &str)| {
            let found = only(&with(begin, violation, end));
            let words = (found.kept_label().to_owned(), found.fate_label());
            let expected = (expected.0.to_owned(), expected.1.to_owned());
            assert_eq!(words, expected, "{begin} {violation} {end}");
        };
        check(
            "1839-04-19",
            "1914-08-04",
            "1919-06-28",
            ("75 y", "1914 by a guarantor"),
        );
        check("1839-04-19", "", "1919-06-28", ("80 y", "1919 ended"));
        check("1815-11-20", "", "", ("184 y", "in force"));
        check(
            "1815",
            "1846-11",
            "1846-12",
            ("30–31 y", "1846 by a guarantor"),
        );
        check(
            "1956-11-01",
            "1956-11-04",
            "1956-11-04",
            ("3 days", "1956 by a guarantor"),
        );
        check("../1900", "", "1914", ("–", "1914 ended"));
    }

    #[test]
    fn a_bar_shows_what_its_dates_allow() {
        // A column is ten years.
        let scale = Scale::new(0..36_525, 10);
        let check = |begin: &str, violation: &str, end: &str, soft: bool, expected: &str| {
            let tenure = only(&with(begin, violation, end));
            let letter = |cell: &AgeCell| match cell {
                AgeCell::Empty => '.',
                AgeCell::Held => 'h',
                AgeCell::Perhaps => 'p',
                AgeCell::Broken(Breach::ByGuarantor) => 'G',
                AgeCell::Broken(Breach::ByOthers) => 'O',
                AgeCell::After => 'a',
                AgeCell::InForce => 'f',
                AgeCell::GoesOn => '>',
            };
            let found: String = tenure.cells(&scale).iter().map(letter).collect();
            assert_eq!(found, expected, "{begin} {violation} {end}");
            assert_eq!(tenure.soft_zero, soft, "{begin}");
        };
        check("1839-04-19", "1914-08-04", "", false, "hhhhhhhGa>");
        check(
            "1839-04-19",
            "1914-08-04",
            "1936-01-01",
            false,
            "hhhhhhhGaa",
        );
        check("1950-01-01", "", "", false, "hhhhhf....");
        check("1950-01-01", "", "1950-01-01", false, "h.........");
        check(
            "1950-01-01",
            "1950-01-02",
            "1960-06-01",
            false,
            "Ga........",
        );
        check("195X", "", "1990-01-01", true, "hhhpp.....");
        check("1950-01-01", "197X", "1989", false, "hhGa......");
        check("1950-01-01", "1965/1985", "1999-06", false, "hGppa.....");
        check("1900", "", "1995", true, "hhhhhhhhhh");
    }

    #[test]
    fn titles_stand_by_what_they_rest_on_and_the_longest_kept_first() {
        let timeline = samples::lanes();
        let ages = Ages::new(&timeline);
        let row = |row: AgeRow| match row {
            AgeRow::Blank => String::new(),
            AgeRow::NeverHeld(number) => format!("{number} never held"),
            AgeRow::Heading(title) => title.to_owned(),
            AgeRow::Tenure(tenure) => {
                let country = &timeline[timeline[tenure.span].country].id;
                format!(
                    "{country}: {}, {}",
                    tenure.kept_label(),
                    tenure.fate_label()
                )
            }
        };
        let found: Vec<String> = ages.rows().map(row).collect();
        assert_eq!(
            found,
            [
                "By treaty",
                "switzerland: 206 y, in force",
                "belgium: 75 y, 1914 by a guarantor",
                "",
                "By own act or policy",
                "ireland: 72–73 y, in force",
                "cambodia: c. 12–13 y, 1970 ended",
                "",
                "For one war",
                "denmark: 4 y, 1919 ended",
                "",
                "1 never held",
            ]
        );
        assert_eq!(ages.rows().count(), ages.row_count());
    }

    #[test]
    fn the_numbers_are_round_and_stand_apart() {
        let check = |days: i64, columns: u16, unit: &str, expected: &[&str]| {
            let (found, ticks) = ticks(&Scale::new(0..days, columns));
            let numbers: Vec<String> = ticks.iter().map(|tick| tick.number.to_string()).collect();
            let expected: Vec<String> = expected.iter().map(ToString::to_string).collect();
            assert_eq!((found, numbers), (unit, expected), "{days}");
        };
        check(
            77_000,
            80,
            "years",
            &[
                "0", "20", "40", "60", "80", "100", "120", "140", "160", "180", "200",
            ],
        );
        check(
            3_653,
            80,
            "years",
            &["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"],
        );
        check(366, 60, "months", &["0", "3", "6", "9", "12"]);
        check(31, 80, "days", &["0", "5", "10", "15", "20", "25", "30"]);
        check(10_000_000, 10, "years", &["0"]);
        // Figures of five need more room than those of four.
        check(
            5_200_000,
            72,
            "years",
            &[
                "0", "2000", "4000", "6000", "8000", "10000", "12000", "14000",
            ],
        );
    }
}
