//! The words that a file brings with it, each with its definition: countries, kinds, roles, statuses, stages, relations.

use serde::{Deserialize, Serialize};

use super::SpanId;

/// Whoever takes part in events: a country, a town, a person.
#[derive(Debug, Serialize, Deserialize)]
pub struct Country {
    /// As written in the file.
    pub id: String,
    /// The name by which it is shown.
    pub name: String,
    /// Two letters that head a life-line.
    pub code: String,
    /// Other names by which it is found.
    pub aliases: Vec<String>,
    /// The times during which it held a status, in the order of the file.
    pub spans: Vec<SpanId>,
}

/// A sort of events.
#[derive(Debug, Serialize, Deserialize)]
pub struct Kind {
    /// As written in the file.
    pub id: String,
    /// The kind in a word or two.
    pub label: String,
    /// Its sign, one column wide.
    pub symbol: String,
    /// Its sign where only ASCII is drawn.
    pub ascii: String,
    /// What is meant by it.
    pub definition: Option<String>,
}

/// What a country does in an event.
#[derive(Debug, Serialize, Deserialize)]
pub struct Role {
    /// As written in the file.
    pub id: String,
    /// The role in a word or two.
    pub label: String,
    /// The label over several countries: "Guarantors".
    pub plural: Option<String>,
    /// The part that the role plays in a neutrality.
    pub part: Option<RolePart>,
    /// What is meant by it.
    pub definition: Option<String>,
}

impl Role {
    /// The label for a number of countries.
    #[must_use]
    pub fn label_for(&self, number: usize) -> &str {
        self.plural
            .as_deref()
            .filter(|_| number > 1)
            .unwrap_or(&self.label)
    }
}

/// The part that a role plays in a neutrality, which is what the program knows of roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum RolePart {
    /// The state whose neutrality it is.
    Neutral,
    /// A state that promises to uphold it.
    Guarantor,
    /// A state that breaks it.
    Violator,
}

impl RolePart {
    /// All, in the order in which a message names them.
    pub const ALL: [RolePart; 3] = [RolePart::Neutral, RolePart::Guarantor, RolePart::Violator];

    /// The word in the file.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            RolePart::Neutral => "neutral",
            RolePart::Guarantor => "guarantor",
            RolePart::Violator => "violator",
        }
    }
}

/// A stage of an act, as milestones name it: signed, ratified, in force.
#[derive(Debug, Serialize, Deserialize)]
pub struct Stage {
    /// The word, as milestones have it.
    pub id: String,
    /// What is meant by it.
    pub definition: Option<String>,
    /// Whether the act takes effect with it.
    pub effective: bool,
}

/// What a country can be for a time.
#[derive(Debug, Serialize, Deserialize)]
pub struct Status {
    /// As written in the file.
    pub id: String,
    /// The status in a few words.
    pub label: String,
    /// The letter in its band.
    pub letter: String,
    /// What it rests on.
    pub ground: LegalBasis,
    /// What is meant by it.
    pub definition: Option<String>,
}

/// A word for the relation between two events, and the word for it as seen from the other one.
#[derive(Debug, Serialize, Deserialize)]
pub struct RelationWord {
    /// What stands between an event and the other, "broken by".
    pub word: String,
    /// What stands there seen from the other side, "breaks".
    pub inverse: String,
    /// Which of the two must be the earlier, where the word says so.
    pub order: Option<Order>,
}

/// How the two events of a relation follow each other in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Order {
    /// The event that bears the relation is before the one that it names.
    Before,
    /// The other event is the earlier.
    After,
}

impl Order {
    /// Both, in the order in which a message names them.
    pub const ALL: [Order; 2] = [Order::Before, Order::After];

    /// The word in the file.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Order::Before => "before",
            Order::After => "after",
        }
    }
}

/// What a status rests on; gives its line on the screen a shape and a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LegalBasis {
    /// A treaty in which others guarantee it.
    Guarantee,
    /// A treaty of several states, which none of them guarantees.
    Treaty,
    /// The state's own declaration or law.
    OwnAct,
    /// A declaration for the length of one war.
    War,
    /// A policy, or a law on staying out of alliances, without a claim to permanent neutrality.
    Policy,
    /// A paper that was never agreed, or an intention.
    Proposal,
    /// A territory that may not be armed.
    Territory,
}

impl LegalBasis {
    /// All, the firmest first.
    pub const ALL: [LegalBasis; 7] = [
        LegalBasis::Guarantee,
        LegalBasis::Treaty,
        LegalBasis::OwnAct,
        LegalBasis::War,
        LegalBasis::Policy,
        LegalBasis::Proposal,
        LegalBasis::Territory,
    ];

    /// The word in the file.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            LegalBasis::Guarantee => "guarantee",
            LegalBasis::Treaty => "treaty",
            LegalBasis::OwnAct => "own act",
            LegalBasis::War => "war",
            LegalBasis::Policy => "policy",
            LegalBasis::Proposal => "proposal",
            LegalBasis::Territory => "territory",
        }
    }
}
