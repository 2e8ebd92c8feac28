//! What an event must have, whatever else it has: of several requirements every one counts.

use super::attribute::Attribute;
use super::facet::Facet;
use super::value::Value;
use crate::timeline::{CountryId, RoleId, Timeline};

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

    /// Whether an event meets it by an attribute.
    #[must_use]
    pub fn is_met_by(self, attribute: Attribute) -> bool {
        match self {
            Requirement::Value(value) => attribute.has(value),
            Requirement::Party(country, role) => {
                attribute.value == Value::Country(country)
                    && attribute.with == Some(Value::Role(role))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::samples;

    #[test]
    fn a_requirement_is_the_same_in_another_version_of_the_timeline() {
        let source = include_str!("../../tests/data/small.toml");
        let new =
            "[countries.new]\nname = \"Newland\"\ncode = \"NN\"\n\n[roles.new]\nlabel = \"New\"\n";
        let more = source.replacen(
            "[countries.switzerland]",
            &format!("{new}\n[countries.switzerland]"),
            1,
        );
        let (from, to) = (samples::small(), samples::read(&more));
        let named = |timeline: &Timeline| {
            let country = timeline.country_called("Belgium").unwrap();
            let role = timeline.roles.iter().position(|role| role.id == "violator");
            let role = crate::timeline::RoleId::at(timeline, role.unwrap()).unwrap();
            [
                Requirement::Party(country, role),
                Requirement::Value(Value::Country(country)),
                Requirement::Value(Value::Role(role)),
            ]
        };
        for (old, new) in named(&from).into_iter().zip(named(&to)) {
            assert_eq!(old.moved(&from, &to), Some(new), "{}", old.word(&from));
        }
        let [party, country, _] = named(&to);
        let without = samples::read(&samples::dated(&["1914"]));
        assert_eq!(party.moved(&to, &without), None);
        assert_eq!(country.moved(&to, &without), None);
    }
}
