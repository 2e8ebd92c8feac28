//! Whether the relations between events agree with their dates.

use super::lookup::Lookup;
use super::relations::Sides;
use crate::timeline::HistoricDate;
use crate::timeline::date::Certainty;
use crate::timeline::diagnostic::{Faults, quoted};
use crate::timeline::document::Reference;
use crate::timeline::model::{Event, Order};
use crate::timeline::table_reader::Located;

/// Warns of relations of an event, which stands at this place, that run against time, and of those that it has with
/// itself; all events are in order of time.
pub(super) fn check(
    at: usize,
    related: &[(Reference, Located<String>)],
    events: &[Event],
    names: &Lookup,
    sides: &Sides,
    faults: &Faults,
) {
    let Some(event) = events.get(at) else {
        return;
    };
    for (other, word) in related {
        if event.id == other.value {
            let help = Some("name another event".to_owned());
            faults.warning(&other.span, "the event is related to itself", help);
            continue;
        }
        let other = names.index(&other.value).and_then(|at| events.get(at));
        if let (Some(other), Some(order)) = (other, sides.order(&word.value)) {
            check_one(word, order, (&event.date, &other.date), sides, faults);
        }
    }
}

fn check_one(
    word: &Located<String>,
    order: Order,
    (this, other): (&HistoricDate, &HistoricDate),
    sides: &Sides,
    faults: &Faults,
) {
    let (wrong, side) = match order {
        Order::Before => (other.is_before(this), "an earlier"),
        Order::After => (this.is_before(other), "a later"),
    };
    if wrong != Certainty::Yes {
        return;
    }
    let message = format!(
        "{} names {side} event: {}, while this one is of {}",
        quoted(&word.value),
        other.label(),
        this.label()
    );
    let help = sides
        .inverse(&word.value)
        .map(|inverse| format!("say {}, or correct a date", quoted(inverse)));
    faults.warning(&word.span, message, help);
}
