//! The filter in words, one part a facet: "Belgium or Luxembourg", "as guarantor", "not war", "1914–1918".

use super::facet::Facet;
use super::filter::{Filter, FilterPart};
use super::value::Value;
use crate::timeline::Timeline;

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
            words.join(" or ")
        };
        match part {
            FilterPart::Include(Facet::Time) => self.range.label(),
            FilterPart::Include(Facet::Text) => self
                .text
                .as_ref()
                .map_or(String::new(), |text| format!("with “{}”", text.words)),
            FilterPart::Include(Facet::Marked) => "marked".to_owned(),
            FilterPart::Include(facet) => {
                facet.phrase(&words(&mut self.choices.included_of(facet)), false)
            }
            FilterPart::Require(facet) => {
                let required = self.choices.required_of(facet);
                let words: Vec<String> = required.map(|of| of.word(timeline)).collect();
                facet.phrase(&words.join(" and "), false)
            }
            FilterPart::Exclude(facet) => {
                facet.phrase(&words(&mut self.choices.excluded_of(facet)), true)
            }
        }
    }
}
