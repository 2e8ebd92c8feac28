//! What a line means where there is no prompt to choose in: the shell asks by the very rules of `:`.
//!
//! Actions, themes and signs are left out, because they belong to the screen.

use super::source::PickerSource;
use super::target::Target;
use super::{Items, Picker, dates, everything};
use crate::text::rank::{Matcher, Rank};
use crate::timeline::{HistoricDate, Timeline};

/// Everything that a line can mean in a timeline.
#[derive(Debug)]
pub struct Readings {
    /// The date that is named, alone or with a country.
    pub date: Option<HistoricDate>,
    /// What it can mean, the likeliest first, each with how well it answers.
    pub targets: Vec<(Target, Rank)>,
    /// The nearest name, where nothing is called so.
    pub nearest: Option<String>,
    /// Why it means nothing where that is known: a day that no month has, a paragraph that the article has not.
    pub reason: Option<String>,
}

impl Readings {
    /// Reads a line.
    #[must_use]
    pub fn of(line: &str, timeline: &Timeline) -> Self {
        let mut items = Items::default();
        items.add_named(Target::Date, []);
        items.extend(&everything::things(timeline));
        let mut picker = Picker::new(PickerSource::GoTo, items);
        picker.paste(line);
        let matcher = Matcher::new(line);
        let found = if matcher.is_empty() {
            Vec::new()
        } else {
            picker.found(&matcher)
        };
        let target = |at: usize| picker.all().get(at).map(|item| item.target);
        let targets = found
            .iter()
            .filter_map(|found_item| Some((target(found_item.at)?, found_item.rank)))
            // The same country again, with all its events: there is one way to ask for it here.
            .filter(|(target, _)| !matches!(target, Target::Only(_)))
            .collect::<Vec<_>>();
        Readings {
            date: picker.date.clone(),
            reason: dates::impossible(line).or_else(|| picker.beyond_the_paragraphs()),
            nearest: picker.nearest().map(str::to_owned),
            targets,
        }
    }

    /// The readings of one sort and no others.
    #[must_use]
    pub fn only(mut self, is_wanted: fn(Target) -> bool) -> Self {
        self.targets.retain(|(target, _)| is_wanted(*target));
        self
    }

    /// The one thing that is meant: what is called exactly so, else the only thing that answers best. Where several can
    /// be meant there is none.
    #[must_use]
    pub fn one(&self) -> Option<Target> {
        let exact = self.up_to(Rank::Exact);
        let targets = if exact.is_empty() { self.best() } else { exact };
        match targets[..] {
            [one] => Some(one),
            _ => None,
        }
    }

    /// Whether anything answers in whole words, and not only with letters that stand somewhere in it.
    #[must_use]
    pub fn answers_in_whole_words(&self) -> bool {
        !self.up_to(Rank::Words).is_empty()
    }

    /// What answers in whole words, or else what has the letters somewhere; abbreviations are for the prompt, which
    /// shows what they mean before anything is done.
    #[must_use]
    pub fn best(&self) -> Vec<Target> {
        let in_words = self.up_to(Rank::Words);
        if in_words.is_empty() {
            return self.up_to(Rank::Within);
        }
        in_words
    }

    fn up_to(&self, worst: Rank) -> Vec<Target> {
        let good = self.targets.iter().filter(|(_, rank)| *rank <= worst);
        good.map(|(target, _)| *target).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::samples;

    #[test]
    fn a_line_means_one_thing_or_none() {
        let timeline = samples::cases();
        let check = |line: &str, expected: Option<&str>| {
            let one = Readings::of(line, &timeline).one();
            assert_eq!(one.map(Target::kind), expected, "{line}");
        };
        check("belgium", Some("country"));
        check("BELGIUM", Some("country"));
        check("1914", Some("date"));
        check("belgium 1914", Some("status"));
        check("1 Aug 1914, Belgium", Some("status"));
        check("¶8", Some("passage"));
        check("#8", Some("passage"));
        check("", None);
        check("xyzzy", None);
        check("e", None);
    }
}
