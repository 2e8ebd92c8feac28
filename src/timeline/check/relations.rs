//! The words for relations between events, and their other sides.

use std::collections::HashMap;

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

/// What a relation is called from its other side.
pub(super) fn inverse<'a>(word: &str, pairs: &'a [RelationPair]) -> Option<&'a str> {
    pairs.iter().find_map(|pair| {
        let inverse = pair.inverse.as_ref()?;
        match word {
            _ if pair.word.value == word => Some(inverse.value.as_str()),
            _ if inverse.value == word => Some(pair.word.value.as_str()),
            _ => None,
        }
    })
}

/// Whether the event that bears a relation is before or after the one that it names, where the file says so.
pub(super) fn order(word: &str, pairs: &[RelationPair]) -> Option<Order> {
    pairs
        .iter()
        .find_map(|pair| match (pair.order?, pair.inverse.as_ref()?) {
            (order, _) if pair.word.value == word => Some(order),
            (Order::Before, inverse) if inverse.value == word => Some(Order::After),
            (Order::After, inverse) if inverse.value == word => Some(Order::Before),
            _ => None,
        })
}

/// Shows every relation from its other side too: what one event "breaks" is, there, "broken by" it.
pub(super) fn add_inverses(events: &mut [Event], pairs: &[RelationPair]) {
    let mut found = Vec::new();
    for (at, event) in events.iter().enumerate() {
        for relation in &event.related {
            if let Some(label) = inverse(&relation.label, pairs) {
                found.push((
                    relation.event.index(),
                    Relation {
                        event: EventId::new(at),
                        label: label.to_owned(),
                    },
                ));
            }
        }
    }
    for (at, relation) in found {
        let Some(event) = events.get_mut(at) else {
            continue;
        };
        let known = event
            .related
            .iter()
            .any(|own| own.event == relation.event && own.label == relation.label);
        if !known {
            event
                .details
                .change(|details| details.related.push(relation));
        }
    }
}
