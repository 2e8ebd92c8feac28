//! Whether the relations between events agree with their dates.

use super::lookup::Lookup;
use super::relations::Sides;
use crate::timeline::HistoricDate;
use crate::timeline::date::Certainty;
use crate::timeline::diagnostic::{Faults, quoted};
use crate::timeline::document::EventTable;
use crate::timeline::model::Order;
use crate::timeline::table_reader::Located;

/// Warns of relations of an event that run against time, and of those that it has with itself.
pub(super) fn check(
    event: &EventTable,
    events: &[EventTable],
    order: &[usize],
    names: &Lookup,
    sides: &Sides,
    faults: &Faults,
) {
    for (other, word) in &event.related {
        if event.id.as_ref().is_some_and(|id| id.value == other.value) {
            let help = Some("name another event".to_owned());
            faults.warning(&other.span, "the event is related to itself", help);
            continue;
        }
        let dates = names.index(&other.value).and_then(|index| {
            let other = events.get(*order.get(index)?)?;
            Some((&event.date.as_ref()?.value, &other.date.as_ref()?.value))
        });
        if let (Some(dates), Some(order)) = (dates, sides.order(&word.value)) {
            check_one(word, order, dates, sides, faults);
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
