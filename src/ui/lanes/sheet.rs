//! The lanes on a sheet of its own, as high as they need: for text without a reader, and for a copy of what the reader sees.

use std::ops::Range;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::legend::{Legend, LegendEntry};
use super::{LaneSheet, LitEvents, MarkedLane, ages, name};
use crate::app::screen::lanes as layout;
use crate::app::screen::layout::Area;
use crate::app::{App, Theme};
use crate::lanes::marks::Mark;
use crate::lanes::plan::{Group, Lane, Plan};
use crate::lanes::scale::{self, Scale};
use crate::text;
use crate::timeline::Timeline;
use crate::ui::canvas::Canvas;
use crate::ui::picture;
use crate::ui::theme::{Depth, Styles};
use crate::words::fill;

/// Rows of the legend where it has all the room that it wants.
pub(super) const LEGEND: u16 = 4;

/// The fewest columns in which a chart says anything.
const NARROWEST: u16 = 40;

/// The most rows of a sheet: a cell takes memory whether anything stands in it or not. How many are left out is said.
pub(super) const MOST: u16 = 10_000;

/// What stands on the sheet.
struct FullChart<'a> {
    timeline: &'a Timeline,
    plan: &'a Plan,
    days: Range<i64>,
    /// The day over the lanes, where there is a cursor.
    as_of: Option<NaiveDate>,
    /// Whether the filter leaves nothing of a lane.
    stands_back: &'a dyn Fn(&Lane) -> bool,
    marks: &'a dyn Fn(&Lane, &Scale) -> Vec<Mark>,
}

/// All lanes over the whole time.
#[must_use]
pub fn sheet(timeline: &Timeline, width: u16, ascii: bool) -> Buffer {
    let plan = Plan::new(timeline);
    let chart = FullChart {
        timeline,
        plan: &plan,
        days: plan.full_range.clone(),
        as_of: None,
        stands_back: &|_| false,
        marks: &|_, _| Vec::new(),
    };
    chart.draw(width, ascii)
}

/// The chart that the reader sees as text, with the rows that are scrolled out: the lanes in the years that are shown, those
/// that stand back in brackets, or the ages.
#[must_use]
pub fn text_of(app: &App) -> String {
    let (width, ascii) = (app.size().columns.max(NARROWEST), app.setup.ascii);
    let lanes = &app.location().lanes;
    let buffer = if lanes.ages.shown {
        let of = app.document().ages();
        ages::sheet_of(app.timeline(), of, lanes.ages.window(of), width, ascii)
    } else {
        let plan = app.document().plan();
        let chart = FullChart {
            timeline: app.timeline(),
            plan,
            days: lanes.window(plan),
            as_of: Some(lanes.as_of),
            stands_back: &|lane| !app.keeps_lane(lane),
            marks: &|lane, scale| app.marks_at(lane, scale),
        };
        chart.draw(width, ascii)
    };
    format!("{}\n", picture::text(&buffer).trim_end())
}

impl FullChart<'_> {
    fn draw(&self, width: u16, ascii: bool) -> Buffer {
        let (groups, left_out) = self.groups();
        let height = |lanes: &[Lane]| lanes.len() as u16 + 2;
        let rows: u16 = groups.iter().map(|(_, lanes)| height(lanes)).sum();
        let rows = rows + u16::from(left_out > 0);
        let area = Area {
            x: 0,
            y: 0,
            width,
            height: rows + 3 + LEGEND,
        };
        let mut parts = layout::parts(self.timeline, self.plan, area, false, rows.into());
        // Below the last lane stands the legend.
        parts.lanes.height = rows.saturating_sub(1);
        let styles = Styles::new(Theme::Mono, Depth::True);
        let scale = Scale::new(self.days.clone(), parts.lanes.width);
        let sheet = LaneSheet {
            timeline: self.timeline,
            styles: &styles,
            cursor: self.as_of.and_then(|day| scale.column(scale::number(day))),
            scale,
            parts,
            lit: LitEvents::default(),
            lit_rows: &[],
            marked: Vec::new(),
        };
        let mut buffer = Buffer::empty(Rect::new(0, 0, area.width, area.height));
        let mut canvas = Canvas::new(&mut buffer, ascii);
        let mut legend = Legend::default();
        let mut y = parts.lanes.y;
        for (group, lanes) in groups {
            sheet.draw_heading(group, false, false, y, &mut canvas);
            for lane in lanes {
                y += 1;
                let marks = (self.marks)(lane, &sheet.scale);
                // Nothing is brought out on a sheet, so that the events of a mark are not asked for.
                let marked = MarkedLane {
                    marks: &marks,
                    moments: &[],
                };
                sheet.draw_lane(lane, marked, false, y, &mut legend, &mut canvas);
                if (self.stands_back)(lane) {
                    sheet.put_in_brackets(lane, y, &mut canvas);
                    legend.note(LegendEntry::LeftOut);
                }
            }
            y += 2;
        }
        if left_out > 0 {
            put_left_out(left_out, sheet.parts.names.x, y - 1, &styles, &mut canvas);
            y += 1;
        }
        sheet.draw_era_edges(&mut canvas);
        sheet.draw_axis(self.as_of, &[], area, &mut canvas);
        let area = Area {
            y,
            height: LEGEND,
            ..area
        };
        legend.draw(&styles, area, &mut canvas);
        buffer
    }

    /// The groups with those of their lanes for which there are rows, and how many lanes are left out.
    fn groups(&self) -> (Vec<(&Group, &[Lane])>, usize) {
        let mut room = usize::from(MOST);
        let with_room = |group: &'_ Group| {
            let shown = group.lanes.len().min(room);
            room -= shown;
            shown
        };
        let shown: Vec<usize> = self.plan.groups.iter().map(with_room).collect();
        let groups = self.plan.groups.iter().zip(&shown);
        let groups = groups
            .filter(|(_, shown)| **shown > 0)
            .map(|(group, shown)| (group, &group.lanes[..*shown]));
        let left_out = self.plan.lanes().count() - shown.iter().sum::<usize>();
        (groups.collect(), left_out)
    }
}

/// "+60,000 more" under the last row that is drawn.
pub(super) fn put_left_out(rows: usize, x: u16, y: u16, styles: &Styles, canvas: &mut Canvas) {
    let words = fill("+{0} more", &[&text::in_thousands(rows)]);
    canvas.put(x, y, text::columns(&words), &words, styles.dim());
}

impl LaneSheet<'_> {
    /// Brackets around the name of a lane, on the columns beside it that are free.
    fn put_in_brackets(&self, lane: &Lane, y: u16, canvas: &mut Canvas) {
        let names = self.parts.names;
        let name = name(self.timeline, &self.parts, lane.country);
        let behind = names.x + text::columns(&name);
        canvas.put(names.x - 1, y, 1, "(", self.styles.plain());
        canvas.put(behind, y, 1, ")", self.styles.plain());
    }
}
