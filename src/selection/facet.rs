//! Facets: the sides from which events can be told apart, and the values that each has in a timeline.
//!
//! A facet is one row of the table in `facet/rows.rs`, and a value of it one variant of [`Value`]: the panel, the
//! flags of the command line with their completions, the counts, the chips and the judging of events are made from
//! them. How values of several facets count together is [`super::filter`]'s.

mod rows;

use crate::words::translated;
use rows::FACETS;

use super::attribute::Attribute;
use super::value::Value;
use crate::text::fold::fold;
use crate::timeline::{Event, Timeline};

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
    /// Which words of its author it bears.
    Tag,
    /// Which claims of the article it is linked to.
    Article,
    /// What it does to a claim.
    Stance,
    /// How much it weighs.
    Importance,
    /// Words that the event has; only the command line asks for them.
    Text,
    /// Whether the reader has marked it.
    Marked,
}

/// All that the program knows of a facet.
struct FacetRow {
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
    /// Hands every attribute that an event has of the group that the facet names to the other function.
    of: fn(&Event, &mut dyn FnMut(Attribute)),
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

impl Facet {
    /// The words of the help of `--with-NAME`, for the facets of which an event can have several values.
    #[must_use]
    pub fn require_help(self) -> Option<&'static str> {
        match self {
            Facet::Country => {
                Some("Only events in which every country that is named so takes part")
            }
            Facet::Role => Some("Only events in which somebody has every role that is named so"),
            Facet::Tag => Some("Only events that have every tag that is named so"),
            Facet::Status => Some("Only events that bear on every status that is named so"),
            Facet::Article => Some("Only events that are linked to every passage that is named so"),
            Facet::Stance => Some("Only events that have every stance that is named so"),
            _ => None,
        }
    }
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

impl Facet {
    /// All facets, in the order of the panel.
    pub fn all() -> impl Iterator<Item = Facet> {
        FACETS.iter().map(|row| row.facet)
    }

    /// The facets by which a group of facets is named: every facet that is judged alone or before another.
    pub fn groups() -> impl Iterator<Item = Facet> {
        Facet::all().filter(|facet| facet.group() == *facet)
    }

    fn row(self) -> &'static FacetRow {
        &FACETS[self as usize]
    }

    /// The name of the facet in the panel.
    #[must_use]
    pub fn title(self) -> &'static str {
        translated(self.row().title)
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

    /// The name of the facet for the panel of a timeline, which may call its countries otherwise.
    #[must_use]
    pub fn title_in(self, timeline: &Timeline) -> &str {
        match (self, &timeline.parties) {
            (Facet::Country, Some(parties)) => parties,
            _ => self.title(),
        }
    }

    /// Its flags on the command line, where it has some.
    #[must_use]
    pub fn flags(self) -> Option<Flags> {
        self.row().flags
    }

    /// All values of the facet, in the order of the file; the time, the text and the marks have none to choose from.
    #[must_use]
    pub fn values(self, timeline: &Timeline) -> Vec<Value> {
        (self.row().values)(timeline)
    }

    /// Hands every attribute that an event has of this group of facets to `each`.
    pub fn attributes_of(self, event: &Event, each: &mut dyn FnMut(Attribute)) {
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
        translated(phrase).replacen("{}", values, 1)
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
