//! The citation of an event of the timeline itself, for whoever cites this record and not its sources.

use crate::timeline::{EventId, Timeline};

/// "“Treaty of London” (19 April 1839), in Permanent neutrality, neutrality 1.0, event treaty-of-london-1839."
///
/// It belongs to no style: a dated entry of a versioned data set has no settled form, and an event's date
/// in the place of a year of publication would mislead.
#[must_use]
pub fn citation(timeline: &Timeline, event: EventId) -> String {
    let event = &timeline[event];
    format!(
        "“{}” ({}), in {}, neutrality {}, event {}.",
        event.title,
        event.date.label(),
        timeline.title,
        env!("CARGO_PKG_VERSION"),
        event.id,
    )
}
