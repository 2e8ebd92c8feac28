//! The mouse: what lies under it, and what a press, a drag and the wheel do there.
//!
//! Nothing can be done with the mouse alone. Where things are is known from the same geometry that they are drawn by.

use super::action::Action;
use super::input::{Effect, Mouse, MouseKind};
use super::keys::Context;
use super::panel::actions;
use super::picker::run;
use super::picker::source::PickerSource;
use super::screen::footer::Footer;
use super::screen::hints::Hint;
use super::screen::layout::{Area, Layout};
use super::screen::popup::Popup;
use super::view::lanes::pointer;
use super::view::{article, cases, reading, timeline};
use super::{App, Pane, View, filtering, follow, goto, navigate, overlay, update};
use crate::app::motion::Motion;

/// Lines of text that a notch of the wheel scrolls.
const NOTCH: isize = 3;

/// What a press began on, which a drag then moves until the button is let go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Drag {
    /// The strip under the header: the time under the mouse is gone to.
    Overview,
    /// The rows of a list, or the cells of a table.
    Rows,
    /// The lanes: the cursor comes along.
    Lanes,
    /// The axis of the lanes at this column: the years come along.
    Axis(u16),
}

/// Takes what the mouse did, and says what must be done about it.
pub(super) fn mouse(app: &mut App, mouse: Mouse) -> Effect {
    let Some(layout) = app.layout().copied() else {
        return Effect::Draw;
    };
    match mouse.kind {
        MouseKind::Press => {
            app.gesture.drag = None;
            press(app, mouse, &layout)
        }
        MouseKind::Drag => {
            drag(app, mouse, &layout);
            Effect::Draw
        }
        MouseKind::ScrollDown => wheel(app, mouse, &layout, 1),
        MouseKind::ScrollUp => wheel(app, mouse, &layout, -1),
        MouseKind::ScrollRight => sideways(app, 1),
        MouseKind::ScrollLeft => sideways(app, -1),
        MouseKind::ZoomOut | MouseKind::ZoomIn if zooms(app) => {
            pointer::zoom(app, mouse, mouse.kind == MouseKind::ZoomIn);
            Effect::Draw
        }
        MouseKind::ZoomOut => wheel(app, mouse, &layout, 1),
        MouseKind::ZoomIn => wheel(app, mouse, &layout, -1),
    }
}

/// Whether there are years under the mouse that can be brought closer.
fn zooms(app: &App) -> bool {
    app.overlay.is_none() && app.location.view == View::Lanes
}

/// The wheel to the side goes through the years of the lanes or through the cases.
fn sideways(app: &mut App, notches: isize) -> Effect {
    if app.overlay.is_none() {
        match app.location.view {
            View::Lanes => pointer::pan(app, notches),
            View::Cases => cases::step_right(app, notches),
            View::Timeline | View::Article => {}
        }
    }
    Effect::Draw
}

/// Leaves the mouse to the terminal, or takes it, and says how the other is done meanwhile.
pub(super) fn toggle(app: &mut App) -> Effect {
    app.setup.mouse = !app.setup.mouse;
    app.say(if app.setup.mouse {
        "the mouse is the reader’s; with Shift it still selects text"
    } else {
        "the mouse is the terminal’s: it selects text; M takes it back"
    });
    Effect::Mouse(app.setup.mouse)
}

pub(super) fn press(app: &mut App, mouse: Mouse, layout: &Layout) -> Effect {
    let hint = |hints: &[Hint]| {
        let under = |area: Area| area.contains(mouse.column, mouse.row);
        let found = hints.iter().find(|hint| under(hint.area));
        found.map(|hint| hint.action)
    };
    let on_footer = layout.footer.contains(mouse.column, mouse.row);
    if on_footer && app.context() == Context::Prompt {
        // That is where it is being typed.
        return Effect::Draw;
    }
    let hints = app.footer().map(|footer| footer.hints.as_slice());
    let hint_on_footer = hint(hints.unwrap_or_default());
    if let (true, Some(action)) = (app.panel().is_some(), hint_on_footer) {
        return update::act(app, action);
    }
    if actions::mouse(app, mouse) {
        return Effect::Draw;
    }
    if app.overlay.is_some() {
        return match app.popup().cloned() {
            Some(popup) => match hint(&popup.hints) {
                Some(action) => update::act(app, action),
                None => press_popup(app, mouse, &popup),
            },
            // Only a search lies over nothing, and what it has found is taken.
            None => update::act(app, Action::Accept),
        };
    }
    // What a message has covered cannot be meant.
    let above = app.footer().map_or(0, Footer::rows_above);
    let covered = layout.footer.y.saturating_sub(above)..layout.footer.y;
    app.message = None;
    if covered.contains(&mouse.row) {
        return Effect::Draw;
    }
    if let Some(action) = hint_on_footer {
        return update::act(app, action);
    }
    if layout.header.contains(mouse.column, mouse.row) {
        return press_header(app, mouse);
    }
    press_panes(app, mouse, layout);
    Effect::Draw
}

fn press_header(app: &mut App, mouse: Mouse) -> Effect {
    let Some(header) = app.header() else {
        return Effect::Draw;
    };
    let under = |area: Area| area.contains(mouse.column, mouse.row);
    if under(header.help) {
        return update::act(app, Action::Pick(PickerSource::Help));
    }
    match header.tabs.iter().find(|tab| under(tab.area)) {
        Some(tab) => update::act(app, Action::Show(tab.view)),
        None => Effect::Draw,
    }
}

/// A press on an item takes it, one outside closes what lies over the panes.
fn press_popup(app: &mut App, mouse: Mouse, popup: &Popup) -> Effect {
    if !popup.outer.contains(mouse.column, mouse.row) {
        return update::act(app, Action::Cancel);
    }
    let Some(row) = popup.row_at(mouse.column, mouse.row) else {
        return Effect::Draw;
    };
    let on_mark = mouse.column < popup.items.x + 2;
    run::press(app, row, on_mark)
}

fn press_panes(app: &mut App, mouse: Mouse, layout: &Layout) {
    let under = |area: Option<Area>| area.filter(|area| area.contains(mouse.column, mouse.row));
    if under(layout.overview).is_some() {
        press_overview(app, mouse);
    } else if let Some(list) = under(layout.list) {
        let row = usize::from(mouse.row - list.y);
        if filtering::is_offering(app) {
            return filtering::press_relaxation(app, row, list.height.into());
        }
        app.gesture.drag = Some(Drag::Rows);
        press_row(app, app.location.list_top + row);
    } else if let Some(page) = under(layout.page) {
        reading::press(app, mouse, page);
    } else if let Some(aside) = under(layout.aside) {
        reading::press_aside(app, mouse, aside);
    } else if under(layout.body).is_some() {
        match app.location.view {
            View::Lanes => pointer::press(app, mouse),
            _ => {
                app.gesture.drag = Some(Drag::Rows);
                press_cell(app, mouse);
            }
        }
    }
}

fn press_overview(app: &mut App, mouse: Mouse) {
    let Some((bars, axis)) = app.overview_cells() else {
        return;
    };
    if mouse.column >= bars.x + bars.width {
        return goto::to_shelf(app);
    }
    if !bars.contains(mouse.column, mouse.row) {
        return;
    }
    app.gesture.drag = Some(Drag::Overview);
    match app.location.view {
        // From a claim or a case one goes to the events.
        View::Article | View::Cases => navigate::leave_for_timeline(app),
        View::Timeline | View::Lanes => navigate::leave(app),
    }
    goto::to_column(app, &axis, mouse.column - bars.x);
}

/// A press selects a row; one on the row that was selected already follows it.
fn press_row(app: &mut App, row: usize) {
    let had_the_keys = app.location.pane == Pane::List;
    let before = app.location.shows();
    app.location.pane = Pane::List;
    let pressed = choose_row(app, row);
    if pressed && had_the_keys && before == app.location.shows() {
        // Who points at a list goes on pointing at it, where both are in sight.
        match app.layout().is_some_and(|layout| layout.page.is_some()) {
            true => navigate::enter_page(app, true),
            false => navigate::read(app),
        }
    }
}

fn press_cell(app: &mut App, mouse: Mouse) {
    let had_the_keys = app.location.pane == Pane::List;
    let before = (app.location.cases.case, app.location.cases.aspect);
    app.location.pane = Pane::List;
    let is_cell = cases::choose_cell(app, mouse.column, mouse.row);
    if is_cell && had_the_keys && before == (app.location.cases.case, app.location.cases.aspect) {
        follow::selected(app);
    }
}

fn drag(app: &mut App, mouse: Mouse, layout: &Layout) {
    if app.overlay.is_some() {
        return;
    }
    match app.gesture.drag {
        Some(Drag::Overview) => {
            if let Some((bars, axis)) = app.overview_cells() {
                let column = mouse.column.saturating_sub(bars.x).min(bars.width - 1);
                goto::to_column(app, &axis, column);
            }
        }
        Some(Drag::Rows) => {
            if let Some(list) = layout.list {
                let last = (list.y + list.height).saturating_sub(1);
                let row = mouse.row.clamp(list.y, last) - list.y;
                choose_row(app, app.location.list_top + usize::from(row));
            } else if app.location.view == View::Cases {
                cases::choose_cell(app, mouse.column, mouse.row);
            }
        }
        Some(Drag::Lanes) => pointer::drag_cursor(app, mouse),
        Some(Drag::Axis(from)) => {
            app.gesture.drag = Some(Drag::Axis(pointer::drag_years(app, from, mouse.column)));
        }
        None => {}
    }
}

/// The wheel scrolls the text under it, and else goes through the list, the rows or the items.
fn wheel(app: &mut App, mouse: Mouse, layout: &Layout, notches: isize) -> Effect {
    let step = if notches > 0 {
        Motion::Down
    } else {
        Motion::Up
    };
    let under =
        |area: Option<Area>| area.is_some_and(|area| area.contains(mouse.column, mouse.row));
    if actions::mouse(app, mouse) {
        return Effect::Draw;
    }
    if app.overlay.is_some() {
        overlay::go(app, step);
    } else if under(layout.page) || (layout.list.is_none() && layout.body.is_none()) {
        reading::scroll_by(app, NOTCH * notches);
    } else if app.location.view == View::Lanes {
        pointer::wheel(app, mouse, notches);
    } else {
        update::go_in_list(app, step);
    }
    Effect::Draw
}

/// Selects what stands on a row of the list; says whether anything does.
fn choose_row(app: &mut App, row: usize) -> bool {
    match app.location.view {
        View::Timeline => timeline::choose_row(app, row),
        View::Article => article::choose_row(app, row),
        View::Lanes | View::Cases => false,
    }
}
