//! Picking by number: what is listed where the reader is, taken by its position in the list.
//!
//! The choice goes the way of the keys: the item is selected as by moving to it, and taken as by Enter, or by Space
//! where Enter would close the panel.

use super::action::Action;
use super::input::Effect;
use super::overlay::Overlay;
use super::view::lanes::{self, ages};
use super::{App, Pane, View, filtering, follow, navigate, update};
use crate::timeline::PassageId;

/// Takes an item by its index; an index past the end takes nothing.
pub(super) fn item(app: &mut App, at: usize) -> Effect {
    app.message = None;
    let action = match &mut app.overlay {
        Some(Overlay::Picker(picker)) => picker.choose(at).then_some(Action::Accept),
        Some(Overlay::Filter(panel)) => {
            panel.choose(at);
            Some(Action::Mark)
        }
        Some(Overlay::Search { .. } | Overlay::Text(_) | Overlay::Line(_)) => None,
        None => item_here(app, at),
    };
    action.map_or(Effect::Draw, |action| update::act(app, action))
}

/// Refuses a value of the panel, by its index.
pub(super) fn refuse(app: &mut App, at: usize) -> Effect {
    match app.panel_mut() {
        Some(panel) => {
            panel.choose(at);
            update::act(app, Action::Refuse)
        }
        None => Effect::Draw,
    }
}

/// Selects an item of the list or a link of the page; the action that takes it.
fn item_here(app: &mut App, at: usize) -> Option<Action> {
    match (app.location.view, app.location.pane) {
        (_, Pane::Page) => app.location.page.link = Some(at),
        (View::Lanes, Pane::List) if app.location.lanes.ages.shown => ages::choose_at(app, at),
        (View::Lanes, Pane::List) => {
            let columns = usize::from(app.screen.size.columns);
            let page = lanes::panel_page(app, columns);
            let link = page.links.get(at)?.link.clone();
            follow::along(app, link);
            return None;
        }
        (View::Timeline, Pane::List) if filtering::is_offering(app) => {
            app.location.relaxation = at;
        }
        (View::Timeline | View::Article | View::Cases, Pane::List) => select(app, at),
    }
    Some(Action::Follow)
}

/// Selects an item of the list; Back returns to the one before.
fn select(app: &mut App, at: usize) {
    navigate::leave(app);
    let timeline = &app.document.timeline;
    match app.location.view {
        View::Timeline | View::Lanes => app.location.selection.select_position(at),
        View::Article => app.location.passage = PassageId::at(timeline, at),
        View::Cases => {
            let cases = &mut app.location.cases;
            let aspect = cases.aspects(timeline).get(at).copied();
            cases.aspect = aspect.unwrap_or(cases.aspect);
        }
    }
}
