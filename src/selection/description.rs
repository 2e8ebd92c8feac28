//! The filter in words, one part a facet: "Belgium or Luxembourg", "always Germany", "as guarantor", "not war",
//! "1914–1918". Of what is asked for any will do; "always" stands before what every event must have. What is shown so is in
//! the reader's language; what is typed is English.

use super::facet::Facet;
use super::filter::{Filter, FilterPart};
use super::value::Value;
use crate::timeline::Timeline;
use crate::words::{fill, translated};

impl Filter {
    /// Its parts in words, in the order of the facets.
    #[must_use]
    pub fn parts(&self, timeline: &Timeline) -> Vec<String> {
        let describe = |part: FilterPart| self.describe(part, timeline);
        self.parts_on().into_iter().map(describe).collect()
    }

    /// One part in words.
    #[must_use]
    pub fn describe(&self, part: FilterPart, timeline: &Timeline) -> String {
        let words = |values: &mut dyn Iterator<Item = Value>| {
            let words: Vec<String> = values.map(|value| value.word(timeline)).collect();
            words.join(&format!(" {} ", translated("or")))
        };
        match part {
            FilterPart::Include(Facet::Time) => self.range.label(),
            FilterPart::Include(Facet::Text) => self
                .text
                .as_ref()
                .map_or(String::new(), |text| fill("with “{0}”", &[&text.words])),
            FilterPart::Include(Facet::Marked) => translated("marked").to_owned(),
            FilterPart::Include(facet) => {
                facet.phrase(&words(&mut self.choices.included_of(facet)), false)
            }
            FilterPart::Require(facet) => {
                let required = self.choices.required_of(facet);
                let words: Vec<String> = required.map(|of| of.word(timeline)).collect();
                // One value by itself would read as one that is asked for among others.
                let words = words.join(&format!(" {} ", translated("and")));
                fill("always {0}", &[&facet.phrase(&words, false)])
            }
            FilterPart::Exclude(facet) => {
                facet.phrase(&words(&mut self.choices.excluded_of(facet)), true)
            }
        }
    }
}
