//! How far one goes along what has an order: a list, rows, a page, a menu. The one table of steps.

/// A movement along something that has an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Motion {
    /// One step on.
    Down,
    /// One step back.
    Up,
    /// A page on.
    PageDown,
    /// A page back.
    PageUp,
    /// Half a page on.
    HalfPageDown,
    /// Half a page back.
    HalfPageUp,
    /// To the first.
    First,
    /// To the last.
    Last,
}

/// How many steps a page is, and half of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    page: isize,
    half: isize,
}

impl Pace {
    /// Where so many rows are in sight: a page leaves one of them in sight, and each is one step at least.
    #[must_use]
    pub fn of_rows(rows: usize) -> Self {
        let page = isize::try_from(rows.saturating_sub(1)).unwrap_or(isize::MAX);
        let page = page.max(1);
        Pace {
            page,
            half: (page / 2).max(1),
        }
    }

    /// Where a page is so many steps, whatever is in sight, and half a page no less.
    #[must_use]
    pub const fn fixed(page: isize) -> Self {
        Pace { page, half: page }
    }
}

impl Motion {
    /// The steps of the movement; further than anything reaches for the first and the last.
    #[must_use]
    pub fn steps(self, pace: Pace) -> isize {
        match self {
            Motion::Down => 1,
            Motion::Up => -1,
            Motion::PageDown => pace.page,
            Motion::PageUp => -pace.page,
            Motion::HalfPageDown => pace.half,
            Motion::HalfPageUp => -pace.half,
            Motion::First => isize::MIN,
            Motion::Last => isize::MAX,
        }
    }

    /// Where it leads from a position, where the last position is `last`.
    #[must_use]
    pub fn from(self, at: usize, pace: Pace, last: usize) -> usize {
        step(at, self.steps(pace), last)
    }
}

/// The position `by` steps away, from 0 to `last`.
#[must_use]
pub fn step(at: usize, by: isize, last: usize) -> usize {
    at.saturating_add_signed(by).min(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_movement_stops_at_both_ends() {
        let check = |motion: Motion, at: usize, expected: usize| {
            let found = motion.from(at, Pace::of_rows(6), 20);
            assert_eq!(found, expected, "{motion:?} from {at}");
        };
        check(Motion::Down, 3, 4);
        check(Motion::Down, 20, 20);
        check(Motion::Up, 3, 2);
        check(Motion::Up, 0, 0);
        check(Motion::PageDown, 3, 8);
        check(Motion::PageDown, 18, 20);
        check(Motion::PageUp, 8, 3);
        check(Motion::PageUp, 2, 0);
        check(Motion::HalfPageDown, 3, 5);
        check(Motion::HalfPageUp, 3, 1);
        check(Motion::First, 7, 0);
        check(Motion::Last, 7, 20);
    }

    #[test]
    fn a_page_is_one_step_at_least() {
        let check = |rows: usize, page: isize, half: isize| {
            let pace = Pace::of_rows(rows);
            let found = (Motion::PageDown.steps(pace), Motion::HalfPageUp.steps(pace));
            assert_eq!(found, (page, -half), "{rows} rows");
        };
        check(0, 1, 1);
        check(1, 1, 1);
        check(2, 1, 1);
        check(3, 2, 1);
        check(4, 3, 1);
        check(10, 9, 4);
        assert_eq!(Motion::HalfPageDown.steps(Pace::fixed(5)), 5);
    }
}
