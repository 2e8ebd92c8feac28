//! Facets: the sides from which events can be told apart, and the values that each has in a timeline.
//!
//! A facet is one row of [`FACETS`], and a value of it one variant of [`Value`]: the panel, the flags of the command
//! line with their completions, the counts, the chips and the judging of events are made from them. How values of
//! several facets count together is [`super::filter`]'s.

use super::value::Value;
use crate::text::fold::fold;
use crate::timeline::{
    Breach, CountryId, Event, Importance, KindId, PassageId, PlaceId, RoleId, Stance, StatusId,
    Timeline,
};

/// A side of the events, in the order of the panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// Who takes part.
    Country,
    /// In which role somebody takes part.
    Role,
    /// What sort of event it is.
    Kind,
    /// Which status it begins, ends or violates.
    Status,
    /// Whether it violates a status, and who does so.
    Violation,
    /// When it was; a range and not a list of values.
    Time,
    /// Where it was.
    Place,
    /// Which claims of the article it is linked to.
    Article,
    /// What it does to a claim.
    Stance,
    /// How much it weighs.
    Importance,
    /// Words that the event has; only the command line asks for them.
    Text,
}

/// All that the program knows of a facet.
struct Row {
    facet: Facet,
    title: &'static str,
    /// The facet that it is judged with, because both speak of the same thing: a party's country and role, a link's
    /// passage and stance. A facet that is judged alone names itself.
    group: Facet,
    /// Whether its values stand in the panel by their number of events, and not in the order of the timeline.
    by_count: bool,
    /// What is put around values in a sentence that asks for them, and in one that leaves them out; `{}` is the values.
    phrases: (&'static str, &'static str),
    flags: Option<Flags>,
    values: fn(&Timeline) -> Vec<Value>,
    /// Hands what an event has of it to the other function; a value may come more than once.
    of: fn(&Event, &mut dyn FnMut(Value)),
}

/// The flags `--NAME` and `--without-NAME` of a facet.
#[derive(Debug, Clone, Copy)]
pub struct Flags {
    /// The word behind the dashes.
    pub name: &'static str,
    /// What stands for the value in the help.
    pub value_name: &'static str,
    /// The one word of what is named, in a message: "no role is called …".
    pub noun: &'static str,
    /// What can stand behind the flag.
    pub takes: Takes,
    /// The words of the help.
    pub include: &'static str,
    /// The words of the help of `--without-NAME`; empty where there is no such flag.
    pub exclude: &'static str,
}

impl Takes {
    /// Whether names of the timeline stand behind the flag.
    #[must_use]
    pub fn is_name(self) -> bool {
        matches!(self, Takes::Names | Takes::NameOrAll)
    }
}

/// What can stand behind a flag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// A name; the flag can be repeated.
    Names,
    /// A name, or nothing, which means all values of the facet.
    NameOrAll,
    /// One of these words, or nothing, which means all values of the facet.
    WordOrAll(&'static [&'static str]),
    /// A whole number from 1 to this one: so much or weightier.
    UpTo(u8),
}

const FACETS: [Row; 11] = [
    Row {
        facet: Facet::Country,
        title: "Country",
        group: Facet::Country,
        by_count: true,
        phrases: ("{}", "not {}"),
        flags: Some(Flags {
            name: "country",
            value_name: "NAME",
            noun: "country",
            takes: Takes::Names,
            include: "Only events of this country: its id, name, code or an alias, in any case; can be repeated",
            exclude: "No events in which this country takes part; can be repeated",
        }),
        values: |timeline| CountryId::all(timeline).map(Value::Country).collect(),
        of: |event, each| {
            for party in &event.parties {
                each(Value::Country(party.country));
            }
        },
    },
    Row {
        facet: Facet::Role,
        title: "Role",
        group: Facet::Country,
        by_count: false,
        phrases: ("as {}", "not as {}"),
        flags: Some(Flags {
            name: "role",
            value_name: "ROLE",
            noun: "role",
            takes: Takes::Names,
            include: "Only events in which the country, or any, has this role; can be repeated",
            exclude: "No events in which the country, or any, has this role; can be repeated",
        }),
        values: |timeline| RoleId::all(timeline).map(Value::Role).collect(),
        of: |event, each| {
            for party in &event.parties {
                each(Value::Role(party.role));
            }
        },
    },
    Row {
        facet: Facet::Kind,
        title: "Kind",
        group: Facet::Kind,
        by_count: false,
        phrases: ("{}", "not {}"),
        flags: Some(Flags {
            name: "kind",
            value_name: "KIND",
            noun: "kind",
            takes: Takes::Names,
            include: "Only events of this kind; can be repeated",
            exclude: "No events of this kind; can be repeated",
        }),
        values: |timeline| KindId::all(timeline).map(Value::Kind).collect(),
        of: |event, each| {
            if let Some(kind) = event.kind {
                each(Value::Kind(kind));
            }
        },
    },
    Row {
        facet: Facet::Status,
        title: "Status",
        group: Facet::Status,
        by_count: false,
        phrases: ("{}", "not {}"),
        flags: Some(Flags {
            name: "status",
            value_name: "STATUS",
            noun: "status",
            takes: Takes::Names,
            include: "Only events that begin, end or violate a status of this sort; can be repeated",
            exclude: "No events that begin, end or violate a status of this sort; can be repeated",
        }),
        values: |timeline| StatusId::all(timeline).map(Value::Status).collect(),
        of: |event, each| {
            for status in &event.statuses {
                each(Value::Status(*status));
            }
        },
    },
    Row {
        facet: Facet::Violation,
        title: "Violation",
        group: Facet::Violation,
        by_count: false,
        phrases: ("violation {}", "no violation {}"),
        flags: Some(Flags {
            name: "violation",
            value_name: "BY",
            noun: "violation",
            takes: Takes::WordOrAll(&["guarantor", "others"]),
            include: "Only events that violate a status; with 'guarantor' those in which a state violates what it had \
                      itself guaranteed, with 'others' the rest",
            exclude: "No events that violate a status, or none in which these do so",
        }),
        values: |timeline| {
            let breaks = |event: &Event| event.breach.is_some();
            if timeline.events.iter().any(breaks) {
                Breach::ALL.map(Value::Violation).into()
            } else {
                Vec::new()
            }
        },
        of: |event, each| {
            if let Some(breach) = event.breach {
                each(Value::Violation(breach));
            }
        },
    },
    Row {
        facet: Facet::Time,
        title: "Time",
        group: Facet::Time,
        by_count: false,
        phrases: ("{}", "not {}"),
        flags: None,
        values: |_| Vec::new(),
        of: |_, _| {},
    },
    Row {
        facet: Facet::Place,
        title: "Place",
        group: Facet::Place,
        by_count: true,
        phrases: ("at {}", "not at {}"),
        flags: Some(Flags {
            name: "place",
            value_name: "PLACE",
            noun: "place",
            takes: Takes::Names,
            include: "Only events at this place, in any case; can be repeated",
            exclude: "No events at this place; can be repeated",
        }),
        values: |timeline| PlaceId::all(timeline).map(Value::Place).collect(),
        of: |event, each| {
            if let Some(place) = event.place_id {
                each(Value::Place(place));
            }
        },
    },
    Row {
        facet: Facet::Article,
        title: "Article",
        group: Facet::Article,
        by_count: false,
        phrases: ("linked to {}", "not linked to {}"),
        flags: Some(Flags {
            name: "linked",
            value_name: "PASSAGE",
            noun: "passage",
            takes: Takes::NameOrAll,
            include: "Only events linked to the article, or to one passage of it",
            exclude: "No events linked to the article, or to one passage of it",
        }),
        values: |timeline| {
            let passages = PassageId::all(timeline).map(Value::Passage);
            let linked = (!timeline.passages.is_empty()).then_some(Value::Linked);
            linked.into_iter().chain(passages).collect()
        },
        of: |event, each| {
            if !event.links.is_empty() {
                each(Value::Linked);
            }
            for link in &event.links {
                each(Value::Passage(link.passage));
            }
        },
    },
    Row {
        facet: Facet::Stance,
        title: "Stance",
        group: Facet::Article,
        by_count: false,
        phrases: ("{} a claim", "{} no claim"),
        flags: Some(Flags {
            name: "stance",
            value_name: "STANCE",
            noun: "stance",
            takes: Takes::Names,
            include: "Only events that do this to a claim: supports, complicates, context; can be repeated",
            exclude: "No events that do this to a claim; can be repeated",
        }),
        values: |timeline| {
            if timeline.passages.is_empty() {
                Vec::new()
            } else {
                Stance::ALL.map(Value::Stance).into()
            }
        },
        of: |event, each| {
            for link in &event.links {
                each(Value::Stance(link.stance));
            }
        },
    },
    Row {
        facet: Facet::Importance,
        title: "Importance",
        group: Facet::Importance,
        by_count: false,
        phrases: ("importance {}", "not importance {}"),
        flags: Some(Flags {
            name: "importance",
            value_name: "N",
            noun: "importance",
            takes: Takes::UpTo(3),
            include: "Only events of this importance and above: 1 high, 2 middle, 3 low",
            exclude: "",
        }),
        values: |_| Importance::ALL.map(Value::Importance).into(),
        of: |event, each| each(Value::Importance(event.importance)),
    },
    Row {
        facet: Facet::Text,
        title: "Text",
        group: Facet::Text,
        by_count: false,
        phrases: ("{}", "not {}"),
        flags: None,
        values: |_| Vec::new(),
        of: |_, _| {},
    },
];

impl Facet {
    /// All facets, in the order of the panel.
    pub fn all() -> impl Iterator<Item = Facet> {
        FACETS.iter().map(|row| row.facet)
    }

    /// The facets by which a group of facets is named: every facet that is judged alone or before another.
    pub fn groups() -> impl Iterator<Item = Facet> {
        Facet::all().filter(|facet| facet.group() == *facet)
    }

    fn row(self) -> &'static Row {
        &FACETS[self as usize]
    }

    /// The name of the facet in the panel.
    #[must_use]
    pub fn title(self) -> &'static str {
        self.row().title
    }

    /// The facet that names the group in which it is judged.
    #[must_use]
    pub fn group(self) -> Facet {
        self.row().group
    }

    /// Whether its values stand in the panel by their number of events, and not in the order of the timeline.
    #[must_use]
    pub fn is_by_count(self) -> bool {
        self.row().by_count
    }

    /// Its flags on the command line, where it has some.
    #[must_use]
    pub fn flags(self) -> Option<Flags> {
        self.row().flags
    }

    /// All values of the facet, in the order of the file; the time and the text have none to choose from.
    #[must_use]
    pub fn values(self, timeline: &Timeline) -> Vec<Value> {
        (self.row().values)(timeline)
    }

    /// Hands what an event has of the facet to `each`; a value may come more than once.
    pub fn of(self, event: &Event, each: &mut dyn FnMut(Value)) {
        (self.row().of)(event, each);
    }

    /// The value that somebody means by an id, a label or another name, in any case and without diacritics.
    #[must_use]
    pub fn value_called(self, name: &str, timeline: &Timeline) -> Option<Value> {
        match self {
            Facet::Country => timeline.country_called(name).map(Value::Country),
            Facet::Article => timeline.passage_called(name).map(Value::Passage),
            _ => {
                let wanted = fold(name.trim());
                let is = |known: String| fold(&known) == wanted;
                let values = self.values(timeline).into_iter();
                let mut called =
                    values.filter(|value| is(value.label(timeline)) || is(value.key(timeline)));
                called.next()
            }
        }
    }

    /// Values within a sentence that asks for them, or that leaves them out: "as guarantor", "not war".
    #[must_use]
    pub fn phrase(self, values: &str, exclude: bool) -> String {
        let (include, without) = self.row().phrases;
        let phrase = if exclude { without } else { include };
        phrase.replacen("{}", values, 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_facet_has_its_own_row_in_its_place() {
        for (at, facet) in Facet::all().enumerate() {
            assert_eq!(facet as usize, at, "{facet:?}");
            let group = facet.group();
            assert_eq!(
                group.group(),
                group,
                "{facet:?} is judged by one that is judged alone"
            );
        }
    }

    #[test]
    fn flags_are_distinct() {
        let flags = Facet::all().filter_map(Facet::flags);
        let mut names: Vec<&str> = flags.map(|flags| flags.name).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
