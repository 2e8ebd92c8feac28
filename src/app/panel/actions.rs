//! The panel at work: keys and clicks change the filter, the filter changes the counts.

use super::{Choice, Panel, PanelLine, Typing};
use crate::app::input::{Mouse, MouseKind};
use crate::app::motion::{Motion, Pace};
use crate::app::overlay::Overlay;
use crate::app::prompt::Prompt;
use crate::app::screen::chips::Chip;
use crate::app::{App, Pane, View, filtering, navigate};
use crate::selection::filter::Filter;
use crate::selection::range::Range;

/// Entries that a page steps over.
const PAGE: Pace = Pace::fixed(8);

/// Opens the panel of facets.
pub(in crate::app) fn open(app: &mut App) {
    let filter = app.location.selection.filter();
    let panel = Panel::new(&app.document, filter, navigate::snapshot(app));
    app.overlay = Some(Overlay::Filter(Box::new(panel)));
}

/// Goes to another facet, round and round.
pub(in crate::app) fn step_facet(app: &mut App, forward: bool) {
    if let Some(panel) = app.panel_mut() {
        panel.step_facet(forward);
    }
}

/// Begins to type what narrows the values.
pub(in crate::app) fn narrow(app: &mut App) {
    if let Some(panel) = app.panel_mut() {
        panel.typing = Typing::Narrow;
    }
}

/// Lifts all that is chosen of the facet.
pub(in crate::app) fn clear_facet(app: &mut App) {
    let Some(facet) = app.panel().map(Panel::facet) else {
        return;
    };
    let filter = app.location.selection.filter().without_facet(facet);
    apply(app, filter);
}

/// Ends what is typed, else keeps the filter; with nothing changed it takes what is chosen first.
pub(in crate::app) fn accept(app: &mut App) {
    let Some(panel) = app.panel_mut() else {
        return;
    };
    match panel.typing {
        Typing::Range => return take_range(app),
        Typing::Narrow => {
            panel.typing = Typing::Nothing;
            return;
        }
        Typing::Nothing => {}
    }
    if !panel.touched {
        take_chosen_if_off(app);
    }
    // The range is typed first.
    if let Some(panel) = app.panel()
        && panel.typing == Typing::Nothing
    {
        // What was filtered is looked at next, and in the list.
        if panel.touched && app.location.view == View::Timeline {
            app.location.pane = Pane::List;
        }
        app.overlay = None;
    }
}

/// What Enter would do in the panel, in a word.
#[must_use]
pub(crate) fn enter_word(app: &App) -> &'static str {
    match app.panel() {
        Some(panel) if !panel.touched => match panel.chosen().map(|entry| entry.choice) {
            Some(Choice::Range) => "type",
            _ => "take",
        },
        _ => "keep",
    }
}

/// Ends what is typed, or brings back the filter that was there before.
pub(in crate::app) fn cancel(app: &mut App) {
    let Some(panel) = app.panel_mut() else {
        return;
    };
    match panel.typing {
        Typing::Range => {
            panel.typing = Typing::Nothing;
            panel.fault = None;
        }
        Typing::Narrow => {
            panel.typing = Typing::Nothing;
            panel.stop_narrowing();
        }
        Typing::Nothing if !panel.narrow.text().is_empty() => panel.stop_narrowing(),
        Typing::Nothing => {
            if let Some(Overlay::Filter(panel)) = app.overlay.take() {
                navigate::bring_back(app, *panel.before);
            }
        }
    }
}

/// Asks for the chosen value, or no longer; begins to type a range.
pub(in crate::app) fn take_chosen(app: &mut App) {
    let filter = app.location.selection.filter();
    let Some(Overlay::Filter(panel)) = &mut app.overlay else {
        return;
    };
    let Some(choice) = panel.chosen().map(|entry| entry.choice) else {
        return;
    };
    let mut filter = filter.clone();
    match choice {
        Choice::Value(value) => filter.choices.toggle_included(value),
        Choice::Era(at) => {
            let Some(era) = app.document.timeline.eras.get(at) else {
                return;
            };
            let range = Range::within(&era.date);
            filter.range = if filter.range == range {
                Range::default()
            } else {
                range
            };
        }
        Choice::Range => {
            panel.typing = Typing::Range;
            panel.range = Prompt::default();
            panel.range.insert(&filter.range.written());
            return;
        }
    }
    apply(app, filter);
}

/// Includes the chosen value, unless it is included.
fn take_chosen_if_off(app: &mut App) {
    let Some(panel) = app.panel() else {
        return;
    };
    let included = &app.location.selection.filter().choices.include;
    let is_on = |choice: Choice| match choice {
        Choice::Value(value) => included.contains(&value),
        Choice::Era(_) | Choice::Range => !app.location.selection.filter().range.is_open(),
    };
    if !panel.chosen().is_some_and(|entry| is_on(entry.choice)) {
        take_chosen(app);
    }
}

/// Refuses the chosen value, or no longer.
pub(in crate::app) fn refuse_chosen(app: &mut App) {
    let Some(panel) = app.panel() else {
        return;
    };
    match panel.chosen().map(|entry| entry.choice) {
        Some(Choice::Value(value)) => {
            let mut filter = app.location.selection.filter().clone();
            filter.choices.toggle_excluded(value);
            apply(app, filter);
        }
        Some(_) => app.say("a time can be asked for, and not refused"),
        None => {}
    }
}

/// Requires the chosen value, or no longer, where an event can have several of its facet.
pub(in crate::app) fn require_chosen(app: &mut App) {
    let Some(panel) = app.panel() else {
        return;
    };
    match panel.chosen().map(|entry| entry.choice) {
        Some(Choice::Value(value)) if value.facet().require_help().is_some() => {
            let mut filter = app.location.selection.filter().clone();
            filter.choices.toggle_required(value);
            apply(app, filter);
        }
        Some(Choice::Value(value)) => {
            let facet = value.facet().title().to_lowercase();
            app.say(format!(
                "an event has one {facet}; Space asks for any of several"
            ));
        }
        Some(_) => app.say("a time can be asked for, and not required beside another"),
        None => {}
    }
}

/// Takes the range that was typed, or says below it what is wrong with it.
fn take_range(app: &mut App) {
    let Some(panel) = app.panel_mut() else {
        return;
    };
    match Range::parse(panel.range.text()) {
        Ok(range) => {
            panel.typing = Typing::Nothing;
            panel.fault = None;
            let filter = Filter {
                range,
                ..app.location.selection.filter().clone()
            };
            apply(app, filter);
        }
        Err(fault) => {
            let way = fault.way_to_write("");
            let way = way.map_or(String::new(), |way| format!("; write {way}"));
            panel.fault = Some(format!("{}{way}", fault.reason));
        }
    }
}

/// Applies a filter while the panel is open; the event that was selected before it comes back when it can.
pub(in crate::app) fn apply(app: &mut App, filter: Filter) {
    let Some(panel) = app.panel() else {
        return filtering::apply(app, filter);
    };
    filtering::apply_near(app, panel.before.location.selection.selected(), filter);
    let filter = app.location.selection.filter();
    if let Some(Overlay::Filter(panel)) = &mut app.overlay {
        panel.touched = true;
        panel.count(filter, &app.document);
    }
}

/// Takes what the mouse does to the chips and to the panel; says whether it was theirs.
pub(in crate::app) fn mouse(app: &mut App, mouse: Mouse) -> bool {
    let is_open = app.panel().is_some();
    if !is_open && app.overlay.is_some() {
        return false;
    }
    if let Some(chip) = pressed_chip(app, mouse) {
        match chip.part {
            Some(part) if is_open => {
                let filter = app.location.selection.filter().without(part);
                apply(app, filter);
            }
            Some(part) => filtering::lift(app, part),
            None if is_open => {}
            None => open(app),
        }
        return true;
    }
    if is_open {
        mouse_on_panel(app, mouse);
    }
    is_open
}

/// The chip that is pressed.
fn pressed_chip(app: &App, mouse: Mouse) -> Option<Chip> {
    let area = app.layout()?.chips?;
    let on = |chip: &&Chip| (chip.x..chip.x + chip.width).contains(&mouse.column);
    let pressed = mouse.kind == MouseKind::Press && mouse.row == area.y;
    pressed.then(|| app.chips().iter().find(on).cloned())?
}

fn mouse_on_panel(app: &mut App, mouse: Mouse) {
    let Some(layout) = app.screen.panel else {
        return;
    };
    let Some(panel) = app.panel_mut() else {
        return;
    };
    let on_values = layout.values.contains(mouse.column, mouse.row);
    match mouse.kind {
        MouseKind::ScrollDown | MouseKind::ZoomOut => panel.step(1),
        MouseKind::ScrollUp | MouseKind::ZoomIn => panel.step(-1),
        MouseKind::Press if layout.facets.contains(mouse.column, mouse.row) => {
            let row = usize::from(mouse.row - layout.facets.y);
            panel.typing = Typing::Nothing;
            panel.show_facet(layout.first_facet(panel) + row);
        }
        MouseKind::Press if on_values => {
            let row = layout.first_line(panel) + usize::from(mouse.row - layout.values.y);
            let lines = panel.lines(layout.values.width.into());
            if let Some(PanelLine::Entry(at)) = lines.get(row).cloned() {
                panel.choose(at);
                take_chosen(app);
            }
        }
        MouseKind::Press | MouseKind::Drag | MouseKind::ScrollLeft | MouseKind::ScrollRight => {}
    }
}

impl Panel {
    /// Along the values; while a range is typed there is nothing to move along.
    pub(in crate::app) fn go(&mut self, motion: Motion) {
        if self.typing != Typing::Range {
            self.step(motion.steps(PAGE));
        }
    }
}
