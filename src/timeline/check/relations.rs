//! The words for relations between events, and their other sides.

use std::collections::{HashMap, HashSet};
use std::mem;

use super::lookup::Lookup;
use crate::timeline::diagnostic::{Faults, quoted};
use crate::timeline::document::RelationPair;
use crate::timeline::model::{Event, EventId, Order, Relation, RelationWord};
use crate::timeline::table_reader::Located;

/// Both sides of every pair are words that an event may use; a pair may be written once or from either side.
pub(super) fn lookup(pairs: &[RelationPair], faults: &Faults) -> Lookup {
    let mut others: HashMap<&str, &str> = HashMap::new();
    for pair in pairs {
        let inverse = pair.inverse.as_ref().unwrap_or(&pair.word);
        for (this, other) in [(&pair.word, inverse), (inverse, &pair.word)] {
            let known = others.entry(&this.value).or_insert(&other.value);
            if *known != other.value {
                let message = format!(
                    "{} is already the other side of {}",
                    quoted(&this.value),
                    quoted(known)
                );
                let help = "a relation has one other side; choose another word".to_owned();
                faults.error(&this.span, message, Some(help));
                break;
            }
        }
        if let Some(inverse) = &pair.inverse
            && inverse.value == pair.word.value
            && pair.order.is_some()
        {
            let message = format!(
                "{} is its own other side, so it has no order",
                quoted(&inverse.value)
            );
            faults.error(&inverse.span, message, Some("leave `order` out".to_owned()));
        }
    }
    let mut words: Vec<Located<String>> = Vec::new();
    for word in pairs
        .iter()
        .flat_map(|pair| [Some(&pair.word), pair.inverse.as_ref()])
        .flatten()
    {
        if others.remove(word.value.as_str()).is_some() {
            words.push(word.clone());
        }
    }
    Lookup::new("a relation", words.iter(), faults)
}

/// The pairs as the model keeps them.
pub(super) fn words(pairs: Vec<RelationPair>) -> Vec<RelationWord> {
    let word = |pair: RelationPair| {
        Some(RelationWord {
            word: pair.word.value,
            inverse: pair.inverse?.value,
            order: pair.order,
        })
    };
    pairs.into_iter().filter_map(word).collect()
}

/// What the file says of the words for relations, from either side; of a word that is told of twice the first holds.
#[derive(Default)]
pub(super) struct Sides<'d> {
    inverses: HashMap<&'d str, &'d str>,
    orders: HashMap<&'d str, Order>,
}

impl<'d> Sides<'d> {
    pub(super) fn new(pairs: &'d [RelationPair]) -> Self {
        let mut sides = Sides::default();
        for pair in pairs {
            let Some(inverse) = &pair.inverse else {
                continue;
            };
            let (word, inverse) = (pair.word.value.as_str(), inverse.value.as_str());
            sides.inverses.entry(word).or_insert(inverse);
            sides.inverses.entry(inverse).or_insert(word);
            let (order, opposite) = match pair.order {
                Some(Order::Before) => (Order::Before, Order::After),
                Some(Order::After) => (Order::After, Order::Before),
                None => continue,
            };
            sides.orders.entry(word).or_insert(order);
            sides.orders.entry(inverse).or_insert(opposite);
        }
        sides
    }

    /// What a relation is called from its other side.
    pub(super) fn inverse(&self, word: &str) -> Option<&'d str> {
        self.inverses.get(word).copied()
    }

    /// Whether the event that bears a relation is before or after the one that it names, where the file says so.
    pub(super) fn order(&self, word: &str) -> Option<Order> {
        self.orders.get(word).copied()
    }
}

/// Shows every relation from its other side too: what one event "breaks" is, there, "broken by" it.
pub(super) fn add_inverses(events: &mut [Event], sides: &Sides) {
    let mut found: Vec<(usize, EventId, &str)> = Vec::new();
    for (at, event) in events.iter().enumerate() {
        for relation in &event.related {
            if let Some(label) = sides.inverse(&relation.label) {
                found.push((relation.event.index(), EventId::new(at), label));
            }
        }
    }
    found.sort_by_key(|(at, ..)| *at);
    // An event may be named by all others: its own relations are gathered once.
    for of_event in found.chunk_by(|(one, ..), (other, ..)| one == other) {
        let Some(event) = of_event.first().and_then(|(at, ..)| events.get_mut(*at)) else {
            continue;
        };
        let own = event.related.iter();
        let mut known: HashSet<(EventId, &str)> = own
            .map(|relation| (relation.event, relation.label.as_str()))
            .collect();
        let added = of_event
            .iter()
            .filter(|(_, other, label)| known.insert((*other, *label)));
        let added: Vec<Relation> = added
            .map(|(_, other, label)| Relation {
                event: *other,
                label: (*label).to_owned(),
            })
            .collect();
        event.details.change(|details| {
            let mut related = mem::take(&mut details.related).into_vec();
            related.extend(added);
            details.related = related.into();
        });
    }
}
