//! The rows of the list: the timeline as a whole, then its events; and the periods in which one steps along them.

use std::ops::Range;

use chrono::Datelike;

use crate::selection::Selection;
use crate::timeline::date::era::Decade;
use crate::timeline::{EventId, Timeline};

/// Events that a decade may have before one steps from year to year in it.
const CROWDED: usize = 14;

/// A row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListRow {
    /// The timeline as a whole, before its first event.
    Timeline,
    /// An event.
    Event(EventId),
}

impl ListRow {
    /// Its event, where it is the row of one.
    #[must_use]
    pub fn event(self) -> Option<EventId> {
        match self {
            ListRow::Timeline => None,
            ListRow::Event(event) => Some(event),
        }
    }
}

/// Place of an event's row; the rows are in the order of their events, so it is found by halving.
#[must_use]
pub fn row_of(rows: &[ListRow], event: EventId) -> Option<usize> {
    let before = |row: &ListRow| match row {
        ListRow::Timeline => true,
        ListRow::Event(other) => *other < event,
    };
    let at = rows.partition_point(before);
    (rows.get(at) == Some(&ListRow::Event(event))).then_some(at)
}

/// The rows of the visible events, which come in order of time, and before them the row of the timeline as a whole.
#[must_use]
pub fn rows(selection: &Selection) -> Vec<ListRow> {
    let of_timeline = selection
        .begins_before_events()
        .then_some(ListRow::Timeline);
    let events = selection.visible().iter().copied().map(ListRow::Event);
    of_timeline.into_iter().chain(events).collect()
}

/// Places among the visible events of those in one period with the event at `at`: of its decade, or of its year where
/// the decade is crowded. The bounds are found by halving, so that a step costs the same in a long list.
#[must_use]
pub fn period(timeline: &Timeline, visible: &[EventId], at: usize) -> Range<usize> {
    // What has no place in time stands behind all others, and has a year behind theirs here.
    let year = |event: EventId| timeline[event].date.representative_day().year();
    let decade = |event| Decade::of(year(event));
    let of_decade = alike(visible, at, decade);
    if of_decade.len() > CROWDED {
        alike(visible, at, year)
    } else {
        of_decade
    }
}

/// Places of the events that have the same key as the one at `at`, where keys only grow from event to event.
fn alike<K: Ord>(visible: &[EventId], at: usize, key: impl Fn(EventId) -> K) -> Range<usize> {
    let here = key(visible[at]);
    let begin = visible.partition_point(|event| key(*event) < here);
    begin..visible.partition_point(|event| key(*event) <= here)
}

/// The first row to show so that row `at` is on the screen, `height` rows high, moving as little as possible.
///
/// A few rows around `at` are kept in sight too, where there is room for them;
/// after a leap out of the screen the row stands in the middle, with what came before and after it.
#[must_use]
pub fn scroll(top: usize, height: usize, at: usize, rows: usize) -> usize {
    let leapt = at + height / 3 < top || at >= top + height + height / 3;
    let top = if leapt {
        at.saturating_sub(height / 2)
    } else {
        top
    };
    let margin = (height / 4).min(3);
    let lowest = (at + margin + 1).saturating_sub(height);
    let highest = at.saturating_sub(margin);
    let last = rows.saturating_sub(height);
    // Bounds in this order: where they exclude each other, the row itself stays in sight.
    top.max(lowest).min(highest).min(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_selected_row_stays_in_sight_and_the_list_moves_little() {
        let check = |top, height, at, rows, expected| {
            let found = scroll(top, height, at, rows);
            assert_eq!(
                found, expected,
                "top {top}, height {height}, at {at}, rows {rows}"
            );
            assert!(
                height == 0 || (found <= at && at < found + height),
                "row {at} is out of sight"
            );
        };
        check(0, 10, 0, 100, 0);
        check(0, 10, 7, 100, 0);
        check(0, 10, 8, 100, 1);
        check(50, 10, 51, 100, 49);
        check(0, 10, 99, 100, 90);
        check(0, 10, 50, 100, 45);
        check(90, 10, 20, 100, 15);
        check(95, 10, 99, 100, 90);
        check(0, 1, 5, 10, 5);
        check(0, 2, 5, 10, 4);
        check(0, 20, 3, 5, 0);
        check(7, 0, 3, 5, 3);
    }
}
