//! What opens and folds of itself: the chosen row to the signs and names of its events, and the rows of which nothing
//! falls into the years in sight to a line that names them.

use super::LanesState;
use super::rows::Chosen;
use crate::app::document::OpenDocument;
use crate::app::location::Location;
use crate::app::screen::lanes::{self, SPACED};
use crate::app::screen::layout::Area;
use crate::lanes::marks::Mark;
use crate::lanes::names::{self, MarkName};
use crate::lanes::plan::Lane;
use crate::lanes::scale::{self, Scale};
use crate::lanes::{band, marks};
use crate::selection::Selection;
use crate::timeline::Timeline;
use crate::timeline::status_at::extent;

/// From this height of the view on names have two rows.
const TWO_ROWS: u16 = 30;

impl Location {
    /// Opens and folds the lanes for the room that there is.
    pub(in crate::app) fn fold_lanes(&mut self, document: &OpenDocument, body: Area) {
        let (timeline, plan) = (&document.timeline, &document.plan);
        let parts = lanes::parts(timeline, plan, body, false, 0);
        let scale = self.lanes.scale(plan, parts.lanes.width);
        let height = body.height;
        // On a low screen a row opens only where the others show their events too.
        let opens = height >= SPACED || band::shows_marks(&scale);
        let chosen = self.lanes.chosen_lane(plan).filter(|_| opens);
        let name_rows = if height < TWO_ROWS { 1 } else { 2 };
        let opened = chosen.map_or(0, |lane| {
            let room = (parts.name_columns(), name_rows);
            opened_rows(timeline, lane, &self.selection, &scale, room)
        });
        let is_elsewhen = |lane: &&Lane| !is_in_sight(timeline, lane, &self.selection, &scale);
        let elsewhen = match self.lanes.window {
            Some(_) => plan
                .lanes()
                .filter(is_elsewhen)
                .map(|lane| lane.country)
                .collect(),
            // All the years have something of every lane.
            None => Vec::new(),
        };
        self.lanes.spaced = height >= SPACED;
        self.lanes.opened = opened;
        self.lanes.elsewhen = elsewhen;
    }
}

impl LanesState {
    /// Whether the row of a lane is opened to the signs and names of its events.
    #[must_use]
    pub fn is_open(&self, lane: &Lane) -> bool {
        self.opened > 0 && self.chosen == Some(Chosen::Country(lane.country))
    }

    /// The names under an opened lane.
    #[must_use]
    pub fn names(
        &self,
        timeline: &Timeline,
        lane: &Lane,
        marks: &[Mark],
        selection: &Selection,
        columns: u16,
    ) -> Vec<MarkName> {
        let rows = self.opened.saturating_sub(1);
        names::names(timeline, lane, marks, (columns, rows), selection.selected())
    }
}

/// A row for the signs, and as many as their names fill; none where no event is in sight.
fn opened_rows(
    timeline: &Timeline,
    lane: &Lane,
    selection: &Selection,
    scale: &Scale,
    room: (u16, u16),
) -> u16 {
    let marks = marks::at_any_zoom(lane, selection, scale);
    if marks.is_empty() {
        return 0;
    }
    let names = names::names(timeline, lane, &marks, room, selection.selected());
    1 + names.iter().map(|name| name.row + 1).max().unwrap_or(0)
}

/// Whether a status or an event of a lane falls into the years in sight.
fn is_in_sight(timeline: &Timeline, lane: &Lane, selection: &Selection, scale: &Scale) -> bool {
    let is_held = lane.spans.iter().any(|span| {
        let (from, to) = extent(timeline, *span).maybe;
        scale
            .stretch(scale::number(from), scale::number(to))
            .is_some()
    });
    is_held || marks::any(lane, selection, scale)
}
