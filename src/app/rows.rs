//! The rows of the list: the timeline as a whole, then its events; and the periods in which one steps along them.

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

/// The first event of each period in order of time: of a decade, or of a year where a decade is crowded.
#[must_use]
pub fn periods(timeline: &Timeline, visible: &[EventId]) -> Vec<EventId> {
    let year = |event: &EventId| timeline[*event].date.year();
    let decade = |event: &EventId| Decade::of_date(&timeline[*event].date);
    let mut begins = Vec::new();
    for decade in visible.chunk_by(|a, b| decade(a) == decade(b)) {
        if decade.len() > CROWDED {
            let years = decade.chunk_by(|a, b| year(a) == year(b));
            begins.extend(years.filter_map(|of_year| of_year.first()));
        } else {
            begins.extend(decade.first());
        }
    }
    begins
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
