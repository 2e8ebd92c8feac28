//! The rows of the list: the timeline as a whole, then its events under headings of decades, or of years where a decade is crowded.

use crate::lanes::lifelines::At;
use crate::selection::Selection;
use crate::timeline::date::era::{Decade, year_label};
use crate::timeline::{EventId, Timeline};

/// Events that a decade may have before its years become the headings.
const CROWDED: usize = 14;

/// A row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListRow {
    /// The timeline as a whole, before its first event.
    Timeline(EventId),
    /// A period, and the first event under it.
    Heading(Period, EventId),
    /// An event.
    Event(EventId),
}

impl ListRow {
    /// The row as the life-lines see it.
    #[must_use]
    pub fn at(&self) -> At {
        match self {
            ListRow::Timeline(first) | ListRow::Heading(_, first) => At::Before(*first),
            ListRow::Event(event) => At::Event(*event),
        }
    }
}

/// Place of an event's row; the rows are in the order of their events, so it is found by halving.
#[must_use]
pub fn row_of(rows: &[ListRow], event: EventId) -> Option<usize> {
    let before = |row: &ListRow| match row {
        ListRow::Timeline(_) => true,
        ListRow::Heading(_, first) => *first <= event,
        ListRow::Event(other) => *other < event,
    };
    let at = rows.partition_point(before);
    (rows.get(at) == Some(&ListRow::Event(event))).then_some(at)
}

/// What a heading names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// Ten years, by the name that people give them.
    Decade(Decade),
    /// One year.
    Year(i32),
}

impl Period {
    /// "1830s" or "2022".
    #[must_use]
    pub fn label(self) -> String {
        match self {
            Period::Decade(decade) => decade.label(),
            Period::Year(year) => year_label(year),
        }
    }
}

/// The rows of the visible events, which come in order of time, and before them the row of the timeline as a whole.
#[must_use]
pub fn rows(timeline: &Timeline, selection: &Selection) -> Vec<ListRow> {
    let visible = selection.visible();
    let year = |event: &EventId| timeline[*event].date.year();
    let mut rows = Vec::with_capacity(1 + visible.len() + visible.len() / 4);
    let first = visible.first().filter(|_| selection.begins_before_events());
    rows.extend(first.map(|first| ListRow::Timeline(*first)));
    for decade in visible.chunk_by(|a, b| Decade::of(year(a)) == Decade::of(year(b))) {
        if decade.len() > CROWDED {
            for of_year in decade.chunk_by(|a, b| year(a) == year(b)) {
                under_heading(&mut rows, of_year, |first| Period::Year(year(&first)));
            }
        } else {
            under_heading(&mut rows, decade, |first| {
                Period::Decade(Decade::of(year(&first)))
            });
        }
    }
    rows
}

/// Adds events, the first of which gives them their heading.
fn under_heading(rows: &mut Vec<ListRow>, events: &[EventId], period: impl Fn(EventId) -> Period) {
    rows.extend(
        events
            .first()
            .map(|first| ListRow::Heading(period(*first), *first)),
    );
    rows.extend(events.iter().copied().map(ListRow::Event));
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
