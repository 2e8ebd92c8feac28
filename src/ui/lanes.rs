//! Drawing of the lanes.
//!
//! ```text
//! 1 Aug 1914          1850      1875      1900      1925      1950      1975      2000      axis.rs
//!                                                  First Wor… Second World…
//!  By treaty
//!    Switzerland    █ T ███████████████████████████████████████████████████████▶  since 1815
//! ▌  Belgium               █ T █████████████████████✕╌╌      ▚▒               75 y · violated 1914   row.rs
//!
//!  1 August 1914    status on this day                                                      panel.rs
//!    Belgium        Permanent neutrality, guaranteed    Austria · France · Great Britain …
//!
//!  ██ T by treaty   ▓▓ D own act   ╌╌ after a violation   ✕ violation                      legend.rs
//! ```
//!
//! Nothing but the rows and columns in sight is computed.

pub mod ages;
pub mod axis;
mod eras;
pub mod legend;
mod opened;
pub mod panel;
mod row;
pub mod sheet;

use std::ops::Range;

use crate::page::glyphs;
use ratatui::layout::Position;

use super::canvas::Canvas;
use super::theme::Styles;
use crate::app::App;
use crate::app::screen::lanes::LanesLayout;
use crate::app::screen::layout::Area;
use crate::app::view::lanes::rows::LaneRow;
use crate::lanes::marks::Mark;
use crate::lanes::plan::{self, Group, Lane, Moment};
use crate::lanes::scale::{self, Scale};
use crate::text;
use crate::timeline::{CountryId, EventId, Timeline};
use crate::words::{self, translated};
use legend::Legend;

/// What all parts of the drawing look at.
pub struct LaneSheet<'a> {
    /// Whose events and spans they are.
    pub timeline: &'a Timeline,
    /// How things look.
    pub styles: &'a Styles,
    /// Where things stand.
    pub parts: LanesLayout,
    /// Which column is which day.
    pub scale: Scale,
    /// Column of the cursor, where there is one.
    pub cursor: Option<u16>,
    /// The selected event and those that the stop of a tour shows, where there are any.
    pub lit: LitEvents,
    /// The countries whose rows the stop of a tour brings out.
    pub lit_rows: &'a [CountryId],
    /// Columns in which events lie that the reader has marked, of whatever row.
    pub marked: Vec<u16>,
}

/// Events that are brought out, with the days between which they stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LitEvents {
    events: Vec<EventId>,
    days: Range<i64>,
}

impl LitEvents {
    fn new(timeline: &Timeline, events: Vec<EventId>) -> Self {
        let moments = || events.iter().map(|event| plan::moment(timeline, *event));
        let first = moments().map(|moment| moment.from).min().unwrap_or(0);
        let last = moments().map(|moment| moment.to).max().unwrap_or(-1);
        LitEvents {
            events,
            days: first..last + 1,
        }
    }

    /// Whether one of them is among the moments of a mark, which are passed only where it may be.
    fn any(&self, moments: &[Moment]) -> bool {
        let is_near = match moments {
            [first, .., last] => first.day < self.days.end && self.days.start <= last.day,
            few => !few.is_empty(),
        };
        let is_lit = |moment: &Moment| self.events.contains(&moment.event);
        is_near && moments.iter().any(is_lit)
    }
}

/// The marks of a lane and the moments for which they stand.
#[derive(Clone, Copy, Default)]
pub struct MarkedLane<'a> {
    /// From left to right.
    pub marks: &'a [Mark],
    /// In order of time.
    pub moments: &'a [Moment],
}

impl<'a> MarkedLane<'a> {
    /// The moments that share the column of a mark.
    fn moments(&self, mark: &Mark) -> &'a [Moment] {
        self.moments.get(mark.moments.clone()).unwrap_or_default()
    }
}

/// Draws the view of the lanes; the answer is the cell of the cursor.
pub fn draw(app: &App, styles: &Styles, area: Area, canvas: &mut Canvas) -> Option<Position> {
    let state = &app.location().lanes;
    if state.ages.shown {
        return ages::draw(app, styles, area, canvas);
    }
    let parts = *app.lanes_layout()?;
    let scale = state.scale(app.document().plan(), parts.lanes.width);
    let stop = app.stop();
    let mut lit = vec![app.selection().selected()];
    lit.extend(stop.into_iter().flat_map(|stop| &stop.events));
    let sheet = LaneSheet {
        timeline: app.timeline(),
        styles,
        cursor: scale.column(scale::number(state.as_of)),
        lit: LitEvents::new(app.timeline(), lit),
        lit_rows: stop.map_or(&[], |stop| &stop.countries),
        marked: marked_columns(app, &scale),
        parts,
        scale,
    };
    let mut legend = Legend::default();
    sheet.draw_eras(canvas);
    let mut cell = None;
    let rows = state.rows(app.document().plan());
    let in_sight = rows.iter().skip(state.top).take(parts.lanes.height.into());
    for (y, row) in (parts.lanes.y..).zip(in_sight) {
        let chosen = row.choice().is_some() && row.choice() == state.chosen;
        match row {
            LaneRow::Blank => sheet.draw_cursor(y, canvas),
            LaneRow::Heading { group, folded, .. } => {
                sheet.draw_heading(group, *folded, chosen, y, canvas);
                sheet.draw_cursor_beside_words(y, canvas);
            }
            LaneRow::Opened(lane, row) => {
                let names = app.opened_lane().map_or(&[][..], |opened| &opened.names);
                match row.checked_sub(1) {
                    None => sheet.draw_signs(marked(app, lane), y, &mut legend, canvas),
                    Some(row) => sheet.draw_names(names, row, y, canvas),
                }
            }
            LaneRow::Elsewhen(group) => {
                let lanes = group.lanes.iter().filter(|lane| state.is_elsewhen(lane));
                sheet.draw_elsewhen(lanes.map(|lane| lane.country), y, canvas);
                sheet.draw_cursor_beside_words(y, canvas);
            }
            LaneRow::Lane(lane) => {
                let marked = match state.is_open(lane) {
                    true => MarkedLane::default(),
                    false => marked(app, lane),
                };
                sheet.draw_lane(lane, marked, chosen, y, &mut legend, canvas);
                if !app.keeps_lane(lane) {
                    let end = parts.lanes.x + parts.lanes.width;
                    canvas.tint(parts.names.x, y, end - parts.names.x, styles.faint());
                }
            }
        }
        if chosen {
            canvas.glyph(area.x, y, glyphs::SELECTED, styles.accent());
            cell = Some(Position::new(area.x, y));
        }
    }
    sheet.draw_era_edges(canvas);
    let (edge, last) = (
        area.x + area.width - 1,
        parts.lanes.y + parts.lanes.height - 1,
    );
    if state.top > 0 {
        canvas.glyph(edge, parts.lanes.y, glyphs::MORE[0], styles.accent());
    }
    if state.top + usize::from(parts.lanes.height) < rows.len() {
        canvas.glyph(edge, last, glyphs::MORE[1], styles.accent());
    }
    sheet.draw_axis(Some(state.as_of), &app.document().plan().gaps, area, canvas);
    if let Some(area) = parts.legend {
        legend.draw(styles, area, canvas);
    }
    panel::draw(app, styles, &parts, canvas);
    cell
}

fn marked<'a>(app: &'a App, lane: &'a Lane) -> MarkedLane<'a> {
    MarkedLane {
        marks: app.marks_of(lane),
        moments: app.moments_of(lane),
    }
}

/// Where events lie that the reader has marked and the filter shows; a date without a place in time is nowhere.
fn marked_columns(app: &App, scale: &Scale) -> Vec<u16> {
    let (timeline, selection) = (app.timeline(), app.selection());
    let marked = app.marked_events().filter(|event| selection.shows(*event));
    let dates = marked.map(|event| &timeline[event].date);
    let placed = dates.filter(|date| date.is_placed());
    let columns = placed.filter_map(|date| scale.column(scale::number(date.representative_day())));
    let mut columns: Vec<u16> = columns.collect();
    columns.sort_unstable();
    columns
}

impl LaneSheet<'_> {
    /// "other years    Laos · Cracow": the countries that have no row.
    fn draw_elsewhen(
        &self,
        countries: impl Iterator<Item = CountryId>,
        y: u16,
        canvas: &mut Canvas,
    ) {
        let (names, dim) = (self.parts.names, self.styles.dim());
        let used = canvas.put(names.x, y, u16::MAX, translated("other years"), dim);
        let x = (names.x + used + 2).max(self.parts.lanes.x);
        let width = (self.parts.lanes.x + self.parts.lanes.width).saturating_sub(x);
        let names: Vec<&str> = countries
            .map(|country| match self.parts.codes {
                true => self.timeline[country].code.as_str(),
                false => self.timeline[country].name.as_str(),
            })
            .collect();
        canvas.put(
            x,
            y,
            width,
            &text::as_many_as_fit(&names, width.into()),
            dim,
        );
    }

    fn draw_heading(&self, group: &Group, folded: bool, chosen: bool, y: u16, canvas: &mut Canvas) {
        let x = self.parts.names.x - 1;
        let style = if chosen {
            self.styles.strong()
        } else {
            self.styles.dim()
        };
        let width = self.parts.lanes.x + self.parts.lanes.width - x;
        if !folded {
            canvas.put(x, y, width, translated(group.title), style);
            return;
        }
        let used = canvas.put(
            x,
            y,
            width,
            &format!("{} ", glyphs::FOLDED),
            self.styles.accent(),
        );
        let count = words::count(group.lanes.len(), "country");
        let title = format!("{}  {count}", translated(group.title));
        canvas.put(x + used, y, width - used, &title, style);
    }
}

/// The name of a country, or its code where there is no room for names.
fn name<'t>(
    timeline: &'t Timeline,
    parts: &LanesLayout,
    country: crate::timeline::CountryId,
) -> std::borrow::Cow<'t, str> {
    let country = &timeline[country];
    let label = if parts.codes {
        &country.code
    } else {
        &country.name
    };
    text::truncate(label, parts.names.width.into())
}
