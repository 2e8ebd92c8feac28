//! The marks on the lanes and the names under the opened one: made once an input, for drawing, the mouse and the footer.

use crate::app::App;
use crate::app::view::lanes::rows::LaneRow;
use crate::lanes::marks::{self, Mark};
use crate::lanes::moments::Moments;
use crate::lanes::names::MarkName;
use crate::lanes::plan::{Lane, Moment};
use crate::lanes::scale::Scale;
use crate::lanes::visible::VisibleMoments;
use crate::timeline::CountryId;

/// What the chosen row is opened to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenedLane {
    /// Whose row it is.
    pub country: CountryId,
    /// The signs of its events, at any zoom.
    pub marks: Vec<Mark>,
    /// The names under them.
    pub names: Vec<MarkName>,
}

impl OpenedLane {
    /// A row for the signs, and as many as their names fill.
    #[must_use]
    pub fn rows(&self) -> u16 {
        let names = self.names.iter().map(|name| name.row + 1);
        1 + names.max().unwrap_or(0)
    }
}

/// The marks of one lane in sight.
pub(super) struct LaneMarks {
    country: CountryId,
    marks: Vec<Mark>,
}

/// What stands on the lanes.
impl App {
    /// What the filter leaves of every lane, found when it is first looked at.
    pub(in crate::app) fn visible_moments(&self) -> &VisibleMoments {
        self.screen.visible_moments.get_or_init(|| {
            let visible = self.location.selection.visible();
            VisibleMoments::new(&self.document.timeline, self.document.plan(), visible)
        })
    }

    /// The moments that the filter leaves of a lane.
    #[must_use]
    pub fn moments_of<'a>(&'a self, lane: &'a Lane) -> &'a Moments {
        self.visible_moments().of(lane)
    }

    /// What the chosen row is opened to; `None` where it is not.
    #[must_use]
    pub fn opened_lane(&self) -> Option<&OpenedLane> {
        self.screen.opened_lane.as_ref()
    }

    /// The marks of a lane in sight: of the opened one at any zoom, of the others from where a year has a column.
    #[must_use]
    pub fn marks_of(&self, lane: &Lane) -> &[Mark] {
        let opened = self
            .opened_lane()
            .filter(|opened| opened.country == lane.country);
        if let Some(opened) = opened {
            return &opened.marks;
        }
        let in_sight = self.screen.seen.lane_marks.get_or_init(|| in_sight(self));
        let of_lane = in_sight.iter().find(|of| of.country == lane.country);
        of_lane.map_or(&[], |of| &of.marks)
    }

    /// The marks of a lane at another scale than that of the screen.
    #[must_use]
    pub fn marks_at(&self, lane: &Lane, scale: &Scale) -> Vec<Mark> {
        let moments = self.moments_of(lane);
        match self.location.lanes.is_open(lane) {
            true => marks::at_any_zoom(moments, scale),
            false => marks::marks(moments, scale),
        }
    }

    /// Events that stand in counts on the lanes in sight, and nowhere by themselves.
    #[must_use]
    pub fn clustered(&self) -> usize {
        let marked = |row| match row {
            LaneRow::Lane(lane) => {
                let moments = self.moments_of(lane);
                let marks = self.marks_of(lane).iter();
                let marked = marks.filter_map(|mark| moments.get(mark.moments.clone()));
                Some(marked.collect()).filter(|marked: &Vec<_>| !marked.is_empty())
            }
            _ => None,
        };
        let lanes: Vec<Vec<&[Moment]>> =
            rows_in_sight(self).into_iter().filter_map(marked).collect();
        marks::clustered(&lanes, self.document.timeline.events.len())
    }
}

fn rows_in_sight(app: &App) -> Vec<LaneRow<'_>> {
    let Some(parts) = app.screen.lanes else {
        return Vec::new();
    };
    let lanes = &app.location.lanes;
    let rows = lanes.rows(app.document.plan()).into_iter();
    rows.skip(lanes.top)
        .take(parts.lanes.height.into())
        .collect()
}

fn in_sight(app: &App) -> Vec<LaneMarks> {
    let scale = crate::app::view::lanes::scale(app);
    let of_row = |row| match row {
        LaneRow::Lane(lane) => Some(LaneMarks {
            country: lane.country,
            marks: marks::marks(app.moments_of(lane), &scale),
        }),
        _ => None,
    };
    rows_in_sight(app).into_iter().filter_map(of_row).collect()
}
