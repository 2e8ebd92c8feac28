//! What an event must have, whatever else it has: of several requirements every one counts.

use super::facet::Facet;
use super::value::Value;
use crate::timeline::{CountryId, Event, RoleId, Timeline};

/// Something that every event that is shown has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Requirement {
    /// A value of a facet.
    Value(Value),
    /// This country takes part in this very role.
    Party(CountryId, RoleId),
}

impl Requirement {
    /// The facet that it belongs to; a party belongs to the countries.
    #[must_use]
    pub fn facet(self) -> Facet {
        match self {
            Requirement::Value(value) => value.facet(),
            Requirement::Party(..) => Facet::Country,
        }
    }

    /// Whether an event meets it.
    #[must_use]
    pub fn is_met_by(self, event: &Event) -> bool {
        match self {
            Requirement::Value(Value::Linked) => !event.links.is_empty(),
            Requirement::Value(value) => value.is_of(event),
            Requirement::Party(country, role) => {
                let mut parties = event.parties.iter();
                parties.any(|party| party.country == country && party.role == role)
            }
        }
    }

    /// The same in another version of the timeline.
    #[must_use]
    pub fn moved(self, from: &Timeline, to: &Timeline) -> Option<Requirement> {
        match self {
            Requirement::Value(value) => value.moved(from, to).map(Requirement::Value),
            Requirement::Party(country, role) => {
                let country = Value::Country(country).moved(from, to)?;
                let role = Value::Role(role).moved(from, to)?;
                match (country, role) {
                    (Value::Country(country), Value::Role(role)) => {
                        Some(Requirement::Party(country, role))
                    }
                    _ => None,
                }
            }
        }
    }

    /// It within a sentence: "Belgium", "Germany as violator".
    #[must_use]
    pub(super) fn word(self, timeline: &Timeline) -> String {
        match self {
            Requirement::Value(value) => value.word(timeline),
            Requirement::Party(country, role) => {
                let role = Value::Role(role).word(timeline);
                format!("{} as {role}", timeline[country].name)
            }
        }
    }
}
