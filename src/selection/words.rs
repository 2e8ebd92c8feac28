//! The filter in words, one part a facet: "Belgium or Luxembourg", "as guarantor", "not war", "1914–1918".

use super::facet::{Facet, Value};
use super::filter::{Filter, Part};
use crate::timeline::{Stance, Timeline};

impl Filter {
    /// Its parts in words, in the order of the facets.
    #[must_use]
    pub fn parts(&self, timeline: &Timeline) -> Vec<String> {
        let said = |part: Part| self.said(part, timeline);
        self.parts_on().into_iter().map(said).collect()
    }

    /// One part in words.
    #[must_use]
    pub fn said(&self, part: Part, timeline: &Timeline) -> String {
        let words = |value: Value| word(value, timeline);
        match part {
            Part::Asked(Facet::Time) => self.range.label(),
            Part::Asked(Facet::Text) => self.matching.as_ref().map_or(String::new(), |matching| {
                format!("with “{}”", matching.text)
            }),
            Part::Asked(facet) => {
                let values: Vec<String> = self.choices.asked_of(facet).map(words).collect();
                asked(facet, &values.join(" or "))
            }
            Part::Refused(facet) => {
                let values: Vec<String> = self.choices.refused_of(facet).map(words).collect();
                refused(facet, &values.join(" or "))
            }
        }
    }
}

fn asked(facet: Facet, values: &str) -> String {
    match facet {
        Facet::Role => format!("as {values}"),
        Facet::Article => format!("linked to {values}"),
        Facet::Stance => format!("{values} a claim"),
        Facet::Violation => format!("violation {values}"),
        Facet::Importance => format!("importance {values}"),
        _ => values.to_owned(),
    }
}

fn refused(facet: Facet, values: &str) -> String {
    match facet {
        Facet::Stance => format!("{values} no claim"),
        Facet::Violation => format!("no {}", asked(facet, values)),
        _ => format!("not {}", asked(facet, values)),
    }
}

/// A value within a sentence.
fn word(value: Value, timeline: &Timeline) -> String {
    match value {
        Value::Country(country) => timeline[country].name.clone(),
        Value::Linked => "the article".to_owned(),
        Value::Passage(passage) => timeline[passage].mark(),
        Value::Stance(Stance::Supports) => "supports".to_owned(),
        Value::Stance(Stance::Complicates) => "complicates".to_owned(),
        Value::Stance(Stance::Context) => "gives context to".to_owned(),
        Value::Importance(importance) => importance.figure().to_string(),
        Value::Role(_) | Value::Kind(_) | Value::Status(_) | Value::Violation(_) => {
            value.label(timeline).to_lowercase()
        }
    }
}
