//! An attribute: the smallest thing that an event has and a filter can ask for.
//!
//! Most are a value of a facet. Who takes part is one with the role in which, and a claim of the article one with what the
//! event does to it: both are judged together, so they stay together.

use super::facet::Facet;
use super::value::Value;
use crate::timeline::Event;

/// A value that an event has, and the value that goes with it there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Attribute {
    /// Of the facet that names the group.
    pub value: Value,
    /// The role of a country, the stance to a passage.
    pub with: Option<Value>,
}

impl From<Value> for Attribute {
    fn from(value: Value) -> Self {
        Attribute { value, with: None }
    }
}

impl Attribute {
    /// The group of facets in which it is judged.
    #[must_use]
    pub fn group(self) -> Facet {
        self.value.facet()
    }

    /// Every value that an event has by it.
    pub fn values(self) -> impl Iterator<Item = Value> {
        let linked = matches!(self.value, Value::Passage(_)).then_some(Value::Linked);
        [Some(self.value), self.with, linked].into_iter().flatten()
    }

    /// Whether an event has the value by it.
    #[must_use]
    pub fn has(self, value: Value) -> bool {
        self.values().any(|own| own == value)
    }

    /// Whether an event has an attribute of a group that is so.
    pub fn any_of(event: &Event, group: Facet, is_so: impl Fn(Attribute) -> bool) -> bool {
        let mut found = false;
        group.attributes_of(event, &mut |attribute| {
            found = found || is_so(attribute);
        });
        found
    }
}
