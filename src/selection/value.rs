//! A value of a facet: what an event must have, or must not have, to be shown.

use super::facet::Facet;
use crate::timeline::{
    Breach, CountryId, Importance, KindId, PassageId, PlaceId, RoleId, Stance, StatusId, TagId,
    Timeline,
};

/// A value of a facet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// Takes part, in whatever role.
    Country(CountryId),
    /// Somebody takes part in this role.
    Role(RoleId),
    /// Is of this kind.
    Kind(KindId),
    /// Begins, ends or violates a status of this sort.
    Status(StatusId),
    /// Violates a status, by a guarantor of it or by others.
    Violation(Breach),
    /// Happened at this place.
    Place(PlaceId),
    /// Bears this tag.
    Tag(TagId),
    /// Linked to any passage of the article.
    Linked,
    /// Linked to this passage of the article.
    Passage(PassageId),
    /// Does this to a claim.
    Stance(Stance),
    /// Weighs so much.
    Importance(Importance),
}

impl Value {
    /// The facet that it belongs to.
    #[must_use]
    pub fn facet(self) -> Facet {
        match self {
            Value::Country(_) => Facet::Country,
            Value::Role(_) => Facet::Role,
            Value::Kind(_) => Facet::Kind,
            Value::Status(_) => Facet::Status,
            Value::Violation(_) => Facet::Violation,
            Value::Place(_) => Facet::Place,
            Value::Tag(_) => Facet::Tag,
            Value::Linked | Value::Passage(_) => Facet::Article,
            Value::Stance(_) => Facet::Stance,
            Value::Importance(_) => Facet::Importance,
        }
    }

    /// Its position among [`Facet::values`], counted from 0.
    #[must_use]
    pub fn index(self) -> usize {
        match self {
            Value::Country(country) => country.index(),
            Value::Role(role) => role.index(),
            Value::Kind(kind) => kind.index(),
            Value::Status(status) => status.index(),
            Value::Violation(breach) => breach as usize,
            Value::Place(place) => place.index(),
            Value::Tag(tag) => tag.index(),
            Value::Linked => 0,
            Value::Passage(passage) => passage.index() + 1,
            Value::Stance(stance) => stance as usize,
            Value::Importance(importance) => importance as usize,
        }
    }

    /// The word by which a file or a command line names it; it is the same in another version of the timeline.
    #[must_use]
    pub fn key(self, timeline: &Timeline) -> String {
        match self {
            Value::Country(country) => timeline[country].id.clone(),
            Value::Role(role) => timeline[role].id.clone(),
            Value::Kind(kind) => timeline[kind].id.clone(),
            Value::Status(status) => timeline[status].id.clone(),
            Value::Violation(breach) => breach.word().to_owned(),
            Value::Place(place) => timeline[place].clone(),
            Value::Tag(tag) => timeline[tag].clone(),
            Value::Linked => String::new(),
            Value::Passage(passage) => timeline[passage].id.clone(),
            Value::Stance(stance) => stance.word().to_owned(),
            Value::Importance(importance) => importance.figure().to_string(),
        }
    }

    /// The value of the same key in another version of the timeline.
    #[must_use]
    pub fn moved(self, from: &Timeline, to: &Timeline) -> Option<Value> {
        let key = self.key(from);
        let mut values = self.facet().values(to).into_iter();
        values.find(|value| value.key(to) == key)
    }

    /// The value as a list of its facet's values shows it.
    #[must_use]
    pub fn label(self, timeline: &Timeline) -> String {
        match self {
            Value::Country(country) => timeline[country].name.clone(),
            Value::Role(role) => timeline[role].label.clone(),
            Value::Kind(kind) => timeline[kind].label.clone(),
            Value::Status(status) => timeline[status].label.clone(),
            Value::Violation(Breach::ByGuarantor) => "By a guarantor".to_owned(),
            Value::Violation(Breach::ByOthers) => "By others".to_owned(),
            Value::Place(place) => timeline[place].clone(),
            Value::Tag(tag) => timeline[tag].clone(),
            Value::Linked => "Linked to the article".to_owned(),
            Value::Passage(passage) => {
                let passage = &timeline[passage];
                format!("{} {}", passage.mark(), passage.heading)
            }
            Value::Stance(Stance::Supports) => "Supports a claim".to_owned(),
            Value::Stance(Stance::Complicates) => "Complicates a claim".to_owned(),
            Value::Stance(Stance::Context) => "Gives context".to_owned(),
            Value::Importance(Importance::High) => "1 · high".to_owned(),
            Value::Importance(Importance::Middle) => "2 · middle".to_owned(),
            Value::Importance(Importance::Low) => "3 · low".to_owned(),
        }
    }

    /// Other words by which it is found.
    #[must_use]
    pub fn keywords(self, timeline: &Timeline) -> String {
        match self {
            Value::Country(country) => {
                let country = &timeline[country];
                let aliases = country.aliases.join(" ");
                format!("{aliases} {} {}", country.code, country.id)
            }
            Value::Importance(_) => String::new(),
            _ => self.key(timeline),
        }
    }

    /// The value within a sentence.
    #[must_use]
    pub(super) fn word(self, timeline: &Timeline) -> String {
        match self {
            Value::Country(country) => timeline[country].name.clone(),
            Value::Place(place) => timeline[place].clone(),
            Value::Tag(tag) => timeline[tag].clone(),
            Value::Linked => "the article".to_owned(),
            Value::Passage(passage) => timeline[passage].mark(),
            Value::Stance(Stance::Supports) => "supports".to_owned(),
            Value::Stance(Stance::Complicates) => "complicates".to_owned(),
            Value::Stance(Stance::Context) => "gives context to".to_owned(),
            Value::Importance(importance) => importance.figure().to_string(),
            Value::Role(_) | Value::Kind(_) | Value::Status(_) | Value::Violation(_) => {
                self.label(timeline).to_lowercase()
            }
        }
    }
}
