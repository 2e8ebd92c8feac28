//! The mouse: what lies under it, and what a press, a drag and the wheel do there.
//!
//! Nothing can be done with the mouse alone. Where things are is known from the same geometry that they are drawn by.

use super::action::Action;
use super::input::{Effect, Mouse, MouseKind};
use super::keys::Context;
use super::picker::source::Source;
use super::screen::hints::Hint;
use super::screen::layout::{Area, Layout};
use super::screen::popup::Popup;
use super::{App, Pane, View};

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

impl App {
    pub(super) fn mouse(&mut self, mouse: Mouse) -> Effect {
        let Some(layout) = self.layout().copied() else {
            return Effect::Draw;
        };
        match mouse.kind {
            MouseKind::Press => {
                self.gesture.drag = None;
                self.press(mouse, &layout)
            }
            MouseKind::Drag => {
                self.drag(mouse, &layout);
                Effect::Draw
            }
            MouseKind::ScrollDown => self.wheel(mouse, &layout, 1),
            MouseKind::ScrollUp => self.wheel(mouse, &layout, -1),
        }
    }

    /// Leaves the mouse to the terminal, or takes it, and says how the other is done meanwhile.
    pub(super) fn toggle_mouse(&mut self) -> Effect {
        self.setup.mouse = !self.setup.mouse;
        self.say(if self.setup.mouse {
            "the mouse is the reader’s; with Shift it still selects text"
        } else {
            "the mouse is the terminal’s: it selects text; M takes it back"
        });
        Effect::Mouse(self.setup.mouse)
    }

    fn press(&mut self, mouse: Mouse, layout: &Layout) -> Effect {
        let hint = |hints: &[Hint]| {
            let under = |area: Area| area.contains(mouse.column, mouse.row);
            let found = hints.iter().find(|hint| under(hint.area));
            found.map(|hint| hint.action)
        };
        let on_footer = layout.footer.contains(mouse.column, mouse.row);
        if on_footer && self.context() == Context::Prompt {
            // That is where it is being typed.
            return Effect::Draw;
        }
        let hints = self.footer().map(|footer| footer.hints.as_slice());
        let hint_on_footer = hint(hints.unwrap_or_default());
        if let (true, Some(action)) = (self.panel().is_some(), hint_on_footer) {
            return self.perform(action);
        }
        if self.mouse_on_filter(mouse) {
            return Effect::Draw;
        }
        if self.overlay.is_some() {
            return match self.popup().cloned() {
                Some(popup) => match hint(&popup.hints) {
                    Some(action) => self.perform(action),
                    None => self.press_popup(mouse, &popup),
                },
                // Only a search lies over nothing, and what it has found is taken.
                None => self.perform(Action::Accept),
            };
        }
        // A hint that a message has covered cannot be meant.
        self.message = None;
        if let Some(action) = hint_on_footer {
            return self.perform(action);
        }
        if layout.header.contains(mouse.column, mouse.row) {
            return self.press_header(mouse);
        }
        self.press_panes(mouse, layout);
        Effect::Draw
    }

    fn press_header(&mut self, mouse: Mouse) -> Effect {
        let Some(header) = self.header() else {
            return Effect::Draw;
        };
        let under = |area: Area| area.contains(mouse.column, mouse.row);
        if under(header.help) {
            return self.perform(Action::Pick(Source::Help));
        }
        match header.tabs.iter().find(|tab| under(tab.area)) {
            Some(tab) => self.perform(Action::Show(tab.view)),
            None => Effect::Draw,
        }
    }

    /// A press on an item takes it, one outside closes what lies over the panes.
    fn press_popup(&mut self, mouse: Mouse, popup: &Popup) -> Effect {
        if !popup.outer.contains(mouse.column, mouse.row) {
            return self.perform(Action::Cancel);
        }
        let Some(row) = popup.row_at(mouse.column, mouse.row) else {
            return Effect::Draw;
        };
        let on_mark = mouse.column < popup.items.x + 2;
        self.press_picker(row, on_mark)
    }

    fn press_panes(&mut self, mouse: Mouse, layout: &Layout) {
        let under = |area: Option<Area>| area.filter(|area| area.contains(mouse.column, mouse.row));
        if under(layout.overview).is_some() {
            self.press_overview(mouse);
        } else if let Some(list) = under(layout.list) {
            let row = usize::from(mouse.row - list.y);
            if self.is_offering() {
                return self.click_offer(row, list.height.into());
            }
            self.gesture.drag = Some(Drag::Rows);
            self.press_row(self.location.list_top + row);
        } else if let Some(page) = under(layout.page) {
            self.press_page(mouse, page);
        } else if let Some(aside) = under(layout.aside) {
            self.press_aside(mouse, aside);
        } else if under(layout.body).is_some() {
            match self.location.view {
                View::Lanes => self.press_lanes(mouse),
                _ => {
                    self.gesture.drag = Some(Drag::Rows);
                    self.press_cell(mouse);
                }
            }
        }
    }

    fn press_overview(&mut self, mouse: Mouse) {
        let Some((bars, axis)) = self.overview() else {
            return;
        };
        if !bars.contains(mouse.column, mouse.row) {
            return;
        }
        self.gesture.drag = Some(Drag::Overview);
        match self.location.view {
            // From a claim or a case one goes to the events.
            View::Article | View::Cases => self.leave_for_timeline(),
            View::Timeline | View::Lanes => self.leave(),
        }
        self.go_to_column(&axis, mouse.column - bars.x);
    }

    /// A press selects a row; one on the row that was selected already follows it.
    fn press_row(&mut self, row: usize) {
        let had_the_keys = self.location.pane == Pane::List;
        let before = (self.location.selection.selected(), self.location.passage);
        self.location.pane = Pane::List;
        let pressed = self.choose_list_row(row);
        if pressed
            && had_the_keys
            && before == (self.location.selection.selected(), self.location.passage)
        {
            self.jump(Action::Follow);
        }
    }

    fn press_cell(&mut self, mouse: Mouse) {
        let had_the_keys = self.location.pane == Pane::List;
        let before = (self.location.cases.case, self.location.cases.aspect);
        self.location.pane = Pane::List;
        let whole = self.choose_cell(mouse.column, mouse.row);
        if whole && had_the_keys && before == (self.location.cases.case, self.location.cases.aspect)
        {
            self.jump(Action::Follow);
        }
    }

    fn press_page(&mut self, mouse: Mouse, page: Area) {
        self.location.pane = Pane::Page;
        let (line, column) = (mouse.row - page.y, mouse.column - page.x);
        let link = self
            .page()
            .link_at(self.location.page.top + usize::from(line), column.into());
        if link.is_some() {
            self.location.page.link = link;
            self.jump(Action::Follow);
        }
    }

    fn press_aside(&mut self, mouse: Mouse, area: Area) {
        let (line, column) = (mouse.row - area.y, mouse.column - area.x);
        let Some(page) = self.aside() else { return };
        let link = page.link_at(line.into(), column.into());
        if let Some(link) = link.map(|at| page.links[at].link.clone()) {
            self.follow_link(link);
        }
    }

    fn drag(&mut self, mouse: Mouse, layout: &Layout) {
        if self.overlay.is_some() {
            return;
        }
        match self.gesture.drag {
            Some(Drag::Overview) => {
                if let Some((bars, axis)) = self.overview() {
                    let column = mouse.column.saturating_sub(bars.x).min(bars.width - 1);
                    self.go_to_column(&axis, column);
                }
            }
            Some(Drag::Rows) => {
                if let Some(list) = layout.list {
                    let last = (list.y + list.height).saturating_sub(1);
                    let row = mouse.row.clamp(list.y, last) - list.y;
                    self.choose_list_row(self.location.list_top + usize::from(row));
                } else if self.location.view == View::Cases {
                    self.choose_cell(mouse.column, mouse.row);
                }
            }
            Some(Drag::Lanes) => self.drag_cursor(mouse),
            Some(Drag::Axis(from)) => {
                self.gesture.drag = Some(Drag::Axis(self.drag_years(from, mouse.column)));
            }
            None => {}
        }
    }

    /// The wheel scrolls the text under it, and else goes through the list, the rows or the items.
    fn wheel(&mut self, mouse: Mouse, layout: &Layout, notches: isize) -> Effect {
        let step = if notches > 0 {
            Action::Down
        } else {
            Action::Up
        };
        let under =
            |area: Option<Area>| area.is_some_and(|area| area.contains(mouse.column, mouse.row));
        if self.mouse_on_filter(mouse) {
            return Effect::Draw;
        }
        if self.overlay.is_some() {
            self.move_in_overlay(step);
        } else if under(layout.page) || (layout.list.is_none() && layout.body.is_none()) {
            self.scroll_by(NOTCH * notches);
        } else if self.location.view == View::Lanes {
            self.wheel_on_lanes(mouse, notches);
        } else {
            self.location.pane = Pane::List;
            self.move_or_jump(step);
        }
        Effect::Draw
    }
}
