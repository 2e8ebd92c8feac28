//! The moments that a filter leaves of every lane: found once when the filter changes, so that whatever draws, counts or
//! opens marks passes over no other.

use super::moments::Moments;
use super::plan::{Lane, Plan};
use crate::timeline::{EventId, Timeline};

/// The moments of all lanes that are left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisibleMoments {
    /// By the places of the countries; `None` where every event is left.
    of_countries: Option<Vec<Moments>>,
}

impl VisibleMoments {
    /// What is left of a plan where these events are visible.
    #[must_use]
    pub fn new(timeline: &Timeline, plan: &Plan, visible: &[EventId]) -> Self {
        if visible.len() == timeline.events.len() {
            return VisibleMoments { of_countries: None };
        }
        let mut is_visible = vec![false; timeline.events.len()];
        for event in visible {
            is_visible[event.index()] = true;
        }
        let mut of_countries = vec![Moments::default(); timeline.countries.len()];
        for lane in plan.lanes() {
            let left = lane.moments.iter();
            let left = left.filter(|moment| is_visible[moment.event.index()]);
            of_countries[lane.country.index()] = left.copied().collect::<Vec<_>>().into();
        }
        let of_countries = Some(of_countries);
        VisibleMoments { of_countries }
    }

    /// What is left of a lane.
    #[must_use]
    pub fn of<'a>(&'a self, lane: &'a Lane) -> &'a Moments {
        let left = self.of_countries.as_ref();
        let of_lane = left.and_then(|left| left.get(lane.country.index()));
        of_lane.unwrap_or(&lane.moments)
    }
}
