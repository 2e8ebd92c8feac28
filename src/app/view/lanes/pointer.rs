//! The mouse in the lanes: the rows, the cursor, the years of the axis, and the links of the panel.

use super::rows::{Chosen, LaneRow};
use crate::app::input::Mouse;
use crate::app::motion::Motion;
use crate::app::mouse::Drag;
use crate::app::screen::lanes::LanesLayout;
use crate::app::screen::layout::Area;
use crate::app::view::lanes;
use crate::app::view::lanes::{ages, cursor, opening};
use crate::app::{App, Pane, follow};
use crate::lanes::scale;
use crate::timeline::EventId;

/// Notches of the wheel from one edge of the lanes to the other.
const NOTCHES: i64 = 16;

/// A press chooses the row and sets the cursor; one where both stand already opens what is there.
pub(in crate::app) fn press(app: &mut App, mouse: Mouse) {
    if let Some(parts) = app.screen.ages {
        return ages::press(app, mouse, &parts);
    }
    let Some(parts) = app.screen.lanes else {
        return;
    };
    let under = |area: Area| area.contains(mouse.column, mouse.row);
    if let Some(text) = parts.panel_text().filter(|text| under(*text)) {
        return press_panel(app, mouse, text);
    }
    app.location.pane = Pane::List;
    if under(parts.head) {
        app.gesture.drag = Some(Drag::Axis(mouse.column));
        return set_cursor_to_column(app, mouse.column - parts.head.x);
    }
    if !(parts.lanes.y..parts.lanes.y + parts.lanes.height).contains(&mouse.row) {
        return;
    }
    let row = app.location.lanes.top + usize::from(mouse.row - parts.lanes.y);
    if let Some(event) = event_named_at(app, row, mouse.column, &parts) {
        return press_name(app, event);
    }
    app.gesture.drag = Some(Drag::Lanes);
    let before = (app.location.lanes.chosen, app.location.lanes.as_of);
    let is_lane = press_lane(app, row);
    if !under(parts.lanes) {
        return;
    }
    let column = mouse.column - parts.lanes.x;
    let here = lanes::scale(app).column(scale::number(before.1)) == Some(column);
    if is_lane && here && before.0 == app.location.lanes.chosen {
        opening::open(app);
    } else {
        set_cursor_to_column(app, column);
    }
}

/// The event whose name stands at a column of a row under the chosen one.
fn event_named_at(app: &App, row: usize, column: u16, parts: &LanesLayout) -> Option<EventId> {
    let rows = app.location.lanes.rows(app.document.plan());
    let Some(LaneRow::Opened(_, under)) = rows.get(row) else {
        return None;
    };
    let (row, column) = (under.checked_sub(1)?, column.checked_sub(parts.lanes.x)?);
    let mut at = app
        .opened_lane()?
        .names
        .iter()
        .filter(|name| name.row == row && name.columns.contains(&column));
    at.next().map(|name| name.event)
}

/// Selects the event of a name; where it is selected already, goes to it.
fn press_name(app: &mut App, event: EventId) {
    if opening::event_at_cursor(app) == Some(event) {
        return opening::open_event(app, event);
    }
    app.location.selection.select(event);
    lanes::set_cursor_to(app, event);
}

/// Chooses the country of a row, or folds the group of a heading; says whether it was a country's.
fn press_lane(app: &mut App, row: usize) -> bool {
    let rows = app.location.lanes.rows(app.document.plan());
    match rows.get(row) {
        Some(LaneRow::Heading { at, folded, .. }) => {
            let first = app.document.plan().groups[*at]
                .lanes
                .first()
                .map(|lane| lane.country);
            app.location.lanes.chosen = match (folded, first) {
                (false, Some(country)) => Some(Chosen::Country(country)),
                _ => Some(Chosen::Group(*at)),
            };
            app.location.lanes.fold(app.document.plan());
            false
        }
        Some(LaneRow::Lane(lane)) => {
            app.location.lanes.chosen = Some(Chosen::Country(lane.country));
            true
        }
        // What is under the mouse there belongs to the row above.
        Some(LaneRow::Opened(..)) => true,
        Some(LaneRow::Elsewhen(_) | LaneRow::Blank) | None => false,
    }
}

/// Follows a link of the panel.
pub(in crate::app) fn press_panel(app: &mut App, mouse: Mouse, text: Area) {
    let Some((statuses, _)) = app.lanes_panel() else {
        return;
    };
    let line = app.location.lanes.panel_top + usize::from(mouse.row - text.y);
    let at = statuses.link_at(line, (mouse.column - text.x).into());
    let found = at.and_then(|at| statuses.links.get(at));
    if let Some(link) = found.map(|found| found.link.clone()) {
        follow::along(app, link);
    }
}

fn set_cursor_to_column(app: &mut App, column: u16) {
    let day = scale::day(lanes::scale(app).days(column).start);
    cursor::set_to_day(app, day);
}

/// The cursor and the chosen row go where the mouse is, and stop at the edges.
pub(in crate::app) fn drag_cursor(app: &mut App, mouse: Mouse) {
    let Some(parts) = app.screen.lanes else {
        return;
    };
    let lanes = parts.lanes;
    let last = lanes.width.saturating_sub(1);
    set_cursor_to_column(app, mouse.column.saturating_sub(lanes.x).min(last));
    let row = mouse.row.clamp(lanes.y, lanes.y + lanes.height - 1) - lanes.y;
    let rows = app.location.lanes.rows(app.document.plan());
    let choice = rows.get(app.location.lanes.top + usize::from(row));
    app.location.lanes.chosen = choice
        .and_then(LaneRow::choice)
        .or(app.location.lanes.chosen);
}

/// The years come along with the mouse; the answer is the column that it holds now.
pub(in crate::app) fn drag_years(app: &mut App, from: u16, to: u16) -> u16 {
    let days = lanes::scale(app).days_a_column();
    let moved = (f64::from(from) - f64::from(to)) * days;
    cursor::pan_by_days(app, moved.round() as i64);
    to
}

/// Over the axis the wheel zooms, over the panel it scrolls, and else it goes through the rows.
pub(in crate::app) fn wheel(app: &mut App, mouse: Mouse, notches: isize) {
    let (lanes, ages) = (app.screen.lanes, app.screen.ages);
    let panel = lanes.and_then(|parts| parts.panel);
    let panel = panel.or(ages.and_then(|parts| parts.panel));
    let head = lanes.map(|parts| parts.head);
    let head = head.or(ages.map(|parts| parts.head));
    let under =
        |area: Option<Area>| area.is_some_and(|area| area.contains(mouse.column, mouse.row));
    let down = notches > 0;
    if under(panel) {
        cursor::scroll_panel(app, down);
    } else if under(head) {
        zoom(app, mouse, !down);
    } else {
        cursor::go(app, if down { Motion::Down } else { Motion::Up });
    }
}

/// Brings the years closer or further away; the day under the mouse stays where it is.
pub(in crate::app) fn zoom(app: &mut App, mouse: Mouse, closer: bool) {
    let under = app.screen.lanes.map(|parts| parts.lanes).and_then(|lanes| {
        let column = mouse.column.checked_sub(lanes.x)?;
        let days = (column < lanes.width).then(|| lanes::scale(app).days(column))?;
        Some(days.start + (days.end - days.start) / 2)
    });
    let around = under.unwrap_or(scale::number(app.location.lanes.as_of));
    if closer {
        cursor::zoom_in_around(app, around);
    } else {
        cursor::zoom_out_around(app, around);
    }
}

/// Shows later or earlier years, in steps that suit a wheel.
pub(in crate::app) fn pan(app: &mut App, notches: isize) {
    let plan = app.document.plan();
    let window = app.location.lanes.window(plan);
    let days = (window.end - window.start) / NOTCHES;
    if !app.location.lanes.ages.shown {
        cursor::pan_by_days(app, days.max(1) * notches as i64);
    }
}
