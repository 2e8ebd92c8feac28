//! What opens and folds of itself: the chosen row to the signs and names of its events, and the rows of which nothing
//! falls into the years in sight to a line that names them.

use std::collections::HashSet;

use super::LanesState;
use super::rows::Chosen;
use crate::app::document::OpenDocument;
use crate::app::location::Location;
use crate::app::screen::lane_marks::OpenedLane;
use crate::app::screen::lanes::{self, SPACED};
use crate::app::screen::layout::Area;
use crate::lanes::names;
use crate::lanes::plan::{Lane, Moment};
use crate::lanes::scale::{self, Scale};
use crate::lanes::visible::VisibleMoments;
use crate::lanes::{band, marks};
use crate::timeline::Timeline;
use crate::timeline::status_at::extent;

/// From this height of the view on names have two rows.
const TWO_ROWS: u16 = 30;

impl Location {
    /// Opens and folds the lanes for the room that there is; the answer is what the chosen row is opened to.
    pub(in crate::app) fn fold_lanes(
        &mut self,
        document: &OpenDocument,
        moments: &VisibleMoments,
        body: Area,
    ) -> Option<OpenedLane> {
        let (timeline, plan) = (&document.timeline, document.plan());
        let parts = lanes::parts(timeline, plan, body, false, 0);
        let scale = self.lanes.scale(plan, parts.lanes.width);
        let height = body.height;
        // On a low screen a row opens only where the others show their events too.
        let opens = height >= SPACED || band::shows_marks(&scale);
        let chosen = self.lanes.chosen_lane(plan).filter(|_| opens);
        let name_rows = if height < TWO_ROWS { 1 } else { 2 };
        let opened = chosen.and_then(|lane| {
            let marks = marks::at_any_zoom(moments.of(lane), &scale);
            let (room, first) = ((parts.name_columns(), name_rows), self.selection.selected());
            let names = names::names(timeline, moments.of(lane), &marks, room, first);
            let country = lane.country;
            (!marks.is_empty()).then_some(OpenedLane {
                country,
                marks,
                names,
            })
        });
        let is_elsewhen = |lane: &&Lane| !is_in_sight(timeline, lane, moments.of(lane), &scale);
        let elsewhen = match self.lanes.window {
            Some(_) => plan
                .lanes()
                .filter(is_elsewhen)
                .map(|lane| lane.country)
                .collect(),
            // All the years have something of every lane.
            None => HashSet::new(),
        };
        self.lanes.spaced = height >= SPACED;
        self.lanes.opened = opened.as_ref().map_or(0, OpenedLane::rows);
        self.lanes.elsewhen = elsewhen;
        opened
    }
}

impl LanesState {
    /// Whether the row of a lane is opened to the signs and names of its events.
    #[must_use]
    pub fn is_open(&self, lane: &Lane) -> bool {
        self.opened > 0 && self.chosen == Some(Chosen::Country(lane.country))
    }
}

/// Whether a status or an event of a lane falls into the years in sight.
fn is_in_sight(timeline: &Timeline, lane: &Lane, moments: &[Moment], scale: &Scale) -> bool {
    let is_held = lane.spans.iter().any(|span| {
        let (from, to) = extent(timeline, *span).maybe;
        scale
            .stretch(scale::number(from), scale::number(to))
            .is_some()
    });
    is_held || marks::any(moments, scale)
}
