//! Facets: the sides from which events can be told apart, and the values that each has in a timeline.

use crate::timeline::{
    Breach, CountryId, Event, Importance, KindId, PassageId, RoleId, Stance, StatusId, Timeline,
};

/// A side of the events, in the order of the panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    Country,
    Role,
    Kind,
    Status,
    Violation,
    Time,
    Article,
    Stance,
    Importance,
    /// Words that the event has; only the command line asks for them.
    Text,
}

impl Facet {
    pub const ALL: [Facet; 10] = [
        Facet::Country,
        Facet::Role,
        Facet::Kind,
        Facet::Status,
        Facet::Violation,
        Facet::Time,
        Facet::Article,
        Facet::Stance,
        Facet::Importance,
        Facet::Text,
    ];

    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Facet::Country => "Country",
            Facet::Role => "Role",
            Facet::Kind => "Kind",
            Facet::Status => "Status",
            Facet::Violation => "Violation",
            Facet::Time => "Time",
            Facet::Article => "Article",
            Facet::Stance => "Stance",
            Facet::Importance => "Importance",
            Facet::Text => "Text",
        }
    }

    /// The facets that it is judged with.
    #[must_use]
    pub fn group(self) -> Group {
        match self {
            Facet::Country | Facet::Role => Group::Parties,
            Facet::Kind => Group::Kind,
            Facet::Status => Group::Status,
            Facet::Violation => Group::Violation,
            Facet::Time => Group::Time,
            Facet::Article | Facet::Stance => Group::Links,
            Facet::Importance => Group::Importance,
            Facet::Text => Group::Text,
        }
    }

    /// All values of the facet, in the order of the file; the time and the text have none to choose from.
    #[must_use]
    pub fn values(self, timeline: &Timeline) -> Vec<Value> {
        match self {
            Facet::Country => CountryId::all(timeline).map(Value::Country).collect(),
            Facet::Role => RoleId::all(timeline).map(Value::Role).collect(),
            Facet::Kind => KindId::all(timeline).map(Value::Kind).collect(),
            Facet::Status => StatusId::all(timeline).map(Value::Status).collect(),
            Facet::Violation if timeline.events.iter().all(|event| event.breach.is_none()) => {
                Vec::new()
            }
            Facet::Violation => Breach::ALL.map(Value::Violation).into(),
            Facet::Article if timeline.passages.is_empty() => Vec::new(),
            Facet::Article => [Value::Linked]
                .into_iter()
                .chain(PassageId::all(timeline).map(Value::Passage))
                .collect(),
            Facet::Stance if timeline.passages.is_empty() => Vec::new(),
            Facet::Stance => Stance::ALL.map(Value::Stance).into(),
            Facet::Importance => Importance::ALL.map(Value::Importance).into(),
            Facet::Time | Facet::Text => Vec::new(),
        }
    }
}

/// Facets that are judged together because they speak of the same thing: a party's country and role, a link's
/// passage and stance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    Parties,
    Kind,
    Status,
    Violation,
    Time,
    Links,
    Importance,
    Text,
}

impl Group {
    pub const ALL: [Group; 8] = [
        Group::Parties,
        Group::Kind,
        Group::Status,
        Group::Violation,
        Group::Time,
        Group::Links,
        Group::Importance,
        Group::Text,
    ];
}

/// A value of a facet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    Country(CountryId),
    Role(RoleId),
    Kind(KindId),
    Status(StatusId),
    /// Violates a status, by a guarantor of it or by others.
    Violation(Breach),
    /// Linked to any passage of the article.
    Linked,
    Passage(PassageId),
    Stance(Stance),
    Importance(Importance),
}

impl Value {
    #[must_use]
    pub fn facet(self) -> Facet {
        match self {
            Value::Country(_) => Facet::Country,
            Value::Role(_) => Facet::Role,
            Value::Kind(_) => Facet::Kind,
            Value::Status(_) => Facet::Status,
            Value::Violation(_) => Facet::Violation,
            Value::Linked | Value::Passage(_) => Facet::Article,
            Value::Stance(_) => Facet::Stance,
            Value::Importance(_) => Facet::Importance,
        }
    }

    /// Its place among [`Facet::values`].
    #[must_use]
    pub fn place(self) -> usize {
        match self {
            Value::Country(country) => country.index(),
            Value::Role(role) => role.index(),
            Value::Kind(kind) => kind.index(),
            Value::Status(status) => status.index(),
            Value::Violation(breach) => breach as usize,
            Value::Linked => 0,
            Value::Passage(passage) => passage.index() + 1,
            Value::Stance(stance) => stance as usize,
            Value::Importance(importance) => importance as usize,
        }
    }

    /// Whether an event has it.
    #[must_use]
    pub fn is_of(self, event: &Event) -> bool {
        match self {
            Value::Country(country) => event.involves(country, None),
            Value::Role(role) => event.parties.iter().any(|party| party.role == role),
            Value::Kind(kind) => event.kind == Some(kind),
            Value::Status(status) => event.statuses.contains(&status),
            Value::Violation(breach) => event.breach == Some(breach),
            Value::Linked => !event.links.is_empty(),
            Value::Passage(passage) => event.links.iter().any(|link| link.passage == passage),
            Value::Stance(stance) => event.links.iter().any(|link| link.stance == stance),
            Value::Importance(importance) => event.importance == importance,
        }
    }

    /// What an event has, of all facets; a value may come more than once.
    pub fn all_of(event: &Event) -> impl Iterator<Item = Value> {
        let parties = event.parties.iter();
        let parties =
            parties.flat_map(|party| [Value::Country(party.country), Value::Role(party.role)]);
        let links = event.links.iter();
        let links =
            links.flat_map(|link| [Value::Passage(link.passage), Value::Stance(link.stance)]);
        parties
            .chain(event.kind.map(Value::Kind))
            .chain(event.statuses.iter().copied().map(Value::Status))
            .chain(event.breach.map(Value::Violation))
            .chain((!event.links.is_empty()).then_some(Value::Linked))
            .chain(links)
            .chain([Value::Importance(event.importance)])
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
    pub fn also(self, timeline: &Timeline) -> String {
        match self {
            Value::Country(country) => {
                let country = &timeline[country];
                let aliases = country.aliases.join(" ");
                format!("{aliases} {} {}", country.code, country.id)
            }
            Value::Role(role) => timeline[role].id.clone(),
            Value::Kind(kind) => timeline[kind].id.clone(),
            Value::Status(status) => timeline[status].id.clone(),
            Value::Passage(passage) => timeline[passage].id.clone(),
            Value::Violation(breach) => breach.word().to_owned(),
            Value::Stance(stance) => stance.word().to_owned(),
            Value::Linked | Value::Importance(_) => String::new(),
        }
    }
}
