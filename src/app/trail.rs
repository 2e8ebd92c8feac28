//! The trail: locations that jumps left behind, and the way back to them.

/// Locations kept at most; the oldest fall off.
const LENGTH: usize = 100;

/// A trail of locations, walked back and forward like the pages of a browser.
#[derive(Debug, Clone)]
pub struct Trail<L> {
    behind: Vec<L>,
    ahead: Vec<L>,
}

impl<L> Default for Trail<L> {
    fn default() -> Self {
        Trail {
            behind: Vec::new(),
            ahead: Vec::new(),
        }
    }
}

impl<L: PartialEq> Trail<L> {
    /// Remembers a location before a jump away from it; what lay ahead is forgotten.
    pub fn leave(&mut self, location: L) {
        self.ahead.clear();
        if self.behind.last() != Some(&location) {
            self.behind.push(location);
        }
        if self.behind.len() > LENGTH {
            self.behind.remove(0);
        }
    }

    /// The locations left behind, the first one first.
    pub fn behind(&self) -> impl Iterator<Item = &L> {
        self.behind.iter()
    }

    /// Where one would go back to.
    #[must_use]
    pub fn last(&self) -> Option<&L> {
        self.behind.last()
    }

    /// Where to go back to; `here` becomes what lies ahead.
    pub fn back(&mut self, here: L) -> Option<L> {
        let location = self.behind.pop()?;
        self.ahead.push(here);
        Some(location)
    }

    /// Where to go forward to again.
    pub fn forward(&mut self, here: L) -> Option<L> {
        let location = self.ahead.pop()?;
        self.behind.push(here);
        Some(location)
    }

    /// Puts another location in the stead of each.
    pub fn change(&mut self, now: impl Fn(&L) -> L) {
        for location in self.behind.iter_mut().chain(&mut self.ahead) {
            *location = now(location);
        }
    }

    /// Whether there is a location to go back to.
    #[must_use]
    pub fn can_go_back(&self) -> bool {
        !self.behind.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn back_and_forward_walk_the_same_locations() {
        let mut trail = Trail::default();
        trail.leave("list");
        trail.leave("claim");
        assert_eq!(trail.back("event"), Some("claim"));
        assert_eq!(trail.back("claim"), Some("list"));
        assert_eq!(trail.back("list"), None);
        assert_eq!(trail.forward("list"), Some("claim"));
        assert_eq!(trail.forward("claim"), Some("event"));
        assert_eq!(trail.forward("event"), None);
    }

    #[test]
    fn a_new_jump_forgets_what_lay_ahead() {
        let mut trail = Trail::default();
        trail.leave("a");
        trail.back("b");
        trail.leave("a");
        assert_eq!(trail.forward("c"), None);
        assert_eq!(trail.back("c"), Some("a"));
    }

    #[test]
    fn the_same_location_is_not_kept_twice_and_old_ones_fall_off() {
        let mut trail = Trail::default();
        trail.leave(0);
        trail.leave(0);
        (1..=LENGTH).for_each(|location| trail.leave(location));
        let mut steps = 0;
        while trail.back(0).is_some() {
            steps += 1;
        }
        assert_eq!(steps, LENGTH);
    }
}
