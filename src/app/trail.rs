//! The trail: places that jumps left behind, and the way back to them.

/// Places kept at most; the oldest fall off.
const LENGTH: usize = 100;

/// A trail of places, walked back and forward like the pages of a browser.
#[derive(Debug, Clone)]
pub struct Trail<P> {
    behind: Vec<P>,
    ahead: Vec<P>,
}

impl<P> Default for Trail<P> {
    fn default() -> Self {
        Trail {
            behind: Vec::new(),
            ahead: Vec::new(),
        }
    }
}

impl<P: PartialEq> Trail<P> {
    /// Remembers a place before a jump away from it; what lay ahead is forgotten.
    pub fn leave(&mut self, place: P) {
        self.ahead.clear();
        if self.behind.last() != Some(&place) {
            self.behind.push(place);
        }
        if self.behind.len() > LENGTH {
            self.behind.remove(0);
        }
    }

    /// The place to go back to; `here` becomes the place ahead.
    pub fn back(&mut self, here: P) -> Option<P> {
        let place = self.behind.pop()?;
        self.ahead.push(here);
        Some(place)
    }

    /// The place to go forward to again.
    pub fn forward(&mut self, here: P) -> Option<P> {
        let place = self.ahead.pop()?;
        self.behind.push(here);
        Some(place)
    }

    /// Puts another place in the stead of each.
    pub fn change(&mut self, now: impl Fn(&P) -> P) {
        for place in self.behind.iter_mut().chain(&mut self.ahead) {
            *place = now(place);
        }
    }

    #[must_use]
    pub fn can_go_back(&self) -> bool {
        !self.behind.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn back_and_forward_walk_the_same_places() {
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
    fn the_same_place_is_not_kept_twice_and_old_places_fall_off() {
        let mut trail = Trail::default();
        trail.leave(0);
        trail.leave(0);
        (1..=LENGTH).for_each(|place| trail.leave(place));
        let mut steps = 0;
        while trail.back(0).is_some() {
            steps += 1;
        }
        assert_eq!(steps, LENGTH);
    }
}
