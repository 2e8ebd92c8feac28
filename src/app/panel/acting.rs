//! The panel at work: keys and clicks change the filter, the filter changes the counts.

use super::{Choice, Line, Panel, Typing};
use crate::app::action::Action;
use crate::app::input::{Mouse, MouseKind};
use crate::app::overlay::Overlay;
use crate::app::prompt::Prompt;
use crate::app::screen::chips::Chip;
use crate::app::{App, Pane, View};
use crate::selection::filter::Filter;
use crate::selection::range::Range;

/// Entries that a page key steps over.
const PAGE: isize = 8;

impl App {
    pub(in crate::app) fn open_panel(&mut self) {
        let filter = self.location.selection.filter();
        let panel = Panel::new(&self.document.timeline, filter, self.before());
        self.overlay = Some(Overlay::Filter(Box::new(panel)));
    }

    /// Does what an action means in the panel.
    pub(in crate::app) fn in_panel(&mut self, action: Action) {
        match action {
            Action::Accept => self.accept_in_panel(),
            Action::Cancel => self.cancel_in_panel(),
            Action::Mark => self.take_chosen(),
            Action::Refuse => self.refuse_chosen(),
            Action::ClearFilter => self.set_panel_filter(Filter::default()),
            Action::ClearFacet => {
                if let Some(panel) = self.panel() {
                    let filter = self
                        .location
                        .selection
                        .filter()
                        .without_facet(panel.facet());
                    self.set_panel_filter(filter);
                }
            }
            _ => {
                if let Some(panel) = self.panel_mut() {
                    panel.go(action);
                }
            }
        }
    }

    /// Ends what is typed, else keeps the filter; with nothing changed it takes what is chosen first.
    fn accept_in_panel(&mut self) {
        let Some(panel) = self.panel_mut() else {
            return;
        };
        match panel.typing {
            Typing::Range => return self.take_range(),
            Typing::Narrow => {
                panel.typing = Typing::Nothing;
                return;
            }
            Typing::Nothing => {}
        }
        if !panel.touched {
            self.take_chosen_if_off();
        }
        // The range is typed first.
        if let Some(panel) = self.panel()
            && panel.typing == Typing::Nothing
        {
            // What was filtered is looked at next, and in the list.
            if panel.touched && self.location.view == View::Timeline {
                self.location.pane = Pane::List;
            }
            self.overlay = None;
        }
    }

    /// What Enter would do in the panel, in a word.
    #[must_use]
    pub fn enter_in_panel(&self) -> &'static str {
        match self.panel() {
            Some(panel) if !panel.touched => match panel.chosen().map(|entry| entry.choice) {
                Some(Choice::Range) => "type",
                _ => "take",
            },
            _ => "keep",
        }
    }

    fn cancel_in_panel(&mut self) {
        let Some(panel) = self.panel_mut() else {
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
                if let Some(Overlay::Filter(panel)) = self.overlay.take() {
                    self.bring_back(*panel.before);
                }
            }
        }
    }

    /// Asks for the chosen value, or no longer; begins to type a range.
    fn take_chosen(&mut self) {
        let filter = self.location.selection.filter();
        let Some(Overlay::Filter(panel)) = &mut self.overlay else {
            return;
        };
        let Some(choice) = panel.chosen().map(|entry| entry.choice) else {
            return;
        };
        let mut filter = filter.clone();
        match choice {
            Choice::Value(value) => filter.choices.toggle_included(value),
            Choice::Era(at) => {
                let Some(era) = self.document.timeline.eras.get(at) else {
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
        self.set_panel_filter(filter);
    }

    /// Asks for the chosen value, unless it is asked for.
    fn take_chosen_if_off(&mut self) {
        let Some(panel) = self.panel() else {
            return;
        };
        let asked = &self.location.selection.filter().choices.include;
        let is_on = |choice: Choice| match choice {
            Choice::Value(value) => asked.contains(&value),
            Choice::Era(_) | Choice::Range => !self.location.selection.filter().range.is_open(),
        };
        if !panel.chosen().is_some_and(|entry| is_on(entry.choice)) {
            self.take_chosen();
        }
    }

    fn refuse_chosen(&mut self) {
        let Some(panel) = self.panel() else {
            return;
        };
        match panel.chosen().map(|entry| entry.choice) {
            Some(Choice::Value(value)) => {
                let mut filter = self.location.selection.filter().clone();
                filter.choices.toggle_excluded(value);
                self.set_panel_filter(filter);
            }
            Some(_) => self.say("a time can be asked for, and not refused"),
            None => {}
        }
    }

    /// Takes the range that was typed, or says in its place what is wrong with it.
    fn take_range(&mut self) {
        let Some(panel) = self.panel_mut() else {
            return;
        };
        match Range::parse(panel.range.text()) {
            Ok(range) => {
                panel.typing = Typing::Nothing;
                panel.fault = None;
                let filter = Filter {
                    range,
                    ..self.location.selection.filter().clone()
                };
                self.set_panel_filter(filter);
            }
            Err(fault) => {
                let proposal = fault
                    .proposal
                    .map_or(String::new(), |proposal| format!("; write {proposal}"));
                panel.fault = Some(format!("{}{proposal}", fault.reason));
            }
        }
    }

    /// Applies a filter while the panel is open; the event that was selected before it comes back when it can.
    pub(in crate::app) fn set_panel_filter(&mut self, filter: Filter) {
        let Some(panel) = self.panel() else {
            return self.apply_filter(filter);
        };
        self.set_filter_near(panel.before.location.selection.selected(), filter);
        let filter = self.location.selection.filter();
        if let Some(Overlay::Filter(panel)) = &mut self.overlay {
            panel.touched = true;
            panel.count(filter, &self.document.timeline);
        }
    }

    /// Takes what the mouse does to the chips and to the panel; says whether it was theirs.
    pub(in crate::app) fn mouse_on_filter(&mut self, mouse: Mouse) -> bool {
        let open = self.panel().is_some();
        if !open && self.overlay.is_some() {
            return false;
        }
        if let Some(chip) = self.pressed_chip(mouse) {
            match chip.part {
                Some(part) if open => {
                    let filter = self.location.selection.filter().without(part);
                    self.set_panel_filter(filter);
                }
                Some(part) => self.lift(part),
                None if open => {}
                None => self.open_panel(),
            }
            return true;
        }
        if open {
            self.mouse_on_panel(mouse);
        }
        open
    }

    /// The chip that is pressed.
    fn pressed_chip(&self, mouse: Mouse) -> Option<Chip> {
        let area = self.layout()?.chips?;
        let on = |chip: &&Chip| (chip.x..chip.x + chip.width).contains(&mouse.column);
        let pressed = mouse.kind == MouseKind::Press && mouse.row == area.y;
        pressed.then(|| self.chips().iter().find(on).cloned())?
    }

    fn mouse_on_panel(&mut self, mouse: Mouse) {
        let Some(place) = self.screen.panel else {
            return;
        };
        let Some(panel) = self.panel_mut() else {
            return;
        };
        let on_values = place.values.contains(mouse.column, mouse.row);
        match mouse.kind {
            MouseKind::ScrollDown => panel.step(1),
            MouseKind::ScrollUp => panel.step(-1),
            MouseKind::Press if place.facets.contains(mouse.column, mouse.row) => {
                let row = usize::from(mouse.row - place.facets.y);
                panel.typing = Typing::Nothing;
                panel.show_facet(place.first_facet(panel) + row);
            }
            MouseKind::Press if on_values => {
                let row = place.first_line(panel) + usize::from(mouse.row - place.values.y);
                let lines = panel.lines(place.values.width.into());
                if let Some(Line::Entry(at)) = lines.get(row).cloned() {
                    panel.choose(at);
                    self.take_chosen();
                }
            }
            MouseKind::Press | MouseKind::Drag => {}
        }
    }
}

impl Panel {
    /// Moves within the panel; nothing that changes the filter.
    fn go(&mut self, action: Action) {
        // While a range is typed there is nothing to move along.
        if self.typing == Typing::Range {
            return;
        }
        match action {
            Action::Down => self.step(1),
            Action::Up => self.step(-1),
            Action::PageDown => self.step(PAGE),
            Action::PageUp => self.step(-PAGE),
            Action::First => self.step(isize::MIN),
            Action::Last => self.step(isize::MAX),
            Action::NextFacet => self.step_facet(true),
            Action::PreviousFacet => self.step_facet(false),
            Action::Narrow => self.typing = Typing::Narrow,
            _ => {}
        }
    }
}
