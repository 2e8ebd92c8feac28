//! Moving within a view: through the list, the outline and the page.

use super::action::Action;
use super::rows::Row;
use super::{App, OutlineRow, Pane, View};
use crate::timeline::PassageId;

impl App {
    pub(super) fn move_or_jump(&mut self, action: Action) {
        if self.among_offers(action) || self.jump(action) {
            return;
        }
        match (self.location.view, self.location.pane) {
            (_, Pane::Page) => self.move_in_page(action),
            (View::Timeline, Pane::List) => self.move_in_list(action),
            (View::Lanes, Pane::List) => self.move_in_lanes(action),
            (View::Article, Pane::List) => self.move_in_outline(action),
            (View::Cases, Pane::List) => self.move_in_cases(action),
        }
    }

    fn list_height(&self) -> usize {
        self.layout()
            .and_then(|layout| layout.list)
            .map_or(1, |list| usize::from(list.height).max(1))
    }

    fn move_in_list(&mut self, action: Action) {
        let page = self.list_height().saturating_sub(1).max(1) as isize;
        let step = match action {
            Action::Down => 1,
            Action::Up => -1,
            Action::PageDown => page,
            Action::PageUp => -page,
            Action::HalfPageDown => (page / 2).max(1),
            Action::HalfPageUp => -(page / 2).max(1),
            Action::First => isize::MIN,
            Action::Last => isize::MAX,
            Action::NextPeriod => return self.step_to_period(true),
            Action::PreviousPeriod => return self.step_to_period(false),
            Action::ReadOn => return self.scroll_by(1),
            Action::ReadBack => return self.scroll_by(-1),
            _ => return,
        };
        let Some(position) = self.location.selection.position() else {
            return self.say("the filter leaves nothing; x lifts it");
        };
        if matches!(action, Action::PageDown | Action::PageUp) {
            // The list turns its page, so that the selected row stays where the eye is.
            self.location.list_top = self.location.list_top.saturating_add_signed(step);
        }
        self.select_position(position.saturating_add_signed(step));
    }

    /// Selects a visible event by its place.
    pub(super) fn select_position(&mut self, position: usize) {
        self.location.selection.select_position(position);
    }

    fn step_to_period(&mut self, forward: bool) {
        let Some(at) = self.selected_row() else {
            return;
        };
        let starts = |row: &usize| {
            *row > 0 && matches!(self.screen.rows.get(row - 1), Some(Row::Heading(..)))
        };
        let found = if forward {
            (at + 1..self.screen.rows.len()).find(starts)
        } else {
            (0..at).rev().find(starts)
        };
        if let Some(Row::Event(event)) = found.and_then(|row| self.screen.rows.get(row)).copied() {
            self.location.selection.select(event);
        }
    }

    fn move_in_outline(&mut self, action: Action) {
        let Some(passage) = self.location.passage else {
            return;
        };
        let step = match action {
            Action::Down => 1,
            Action::Up => -1,
            Action::PageDown | Action::HalfPageDown => 5,
            Action::PageUp | Action::HalfPageUp => -5,
            Action::First => isize::MIN,
            Action::Last => isize::MAX,
            Action::ReadOn => return self.scroll_by(1),
            Action::ReadBack => return self.scroll_by(-1),
            _ => return,
        };
        let last = self.document.timeline.passages.len().saturating_sub(1);
        let at = passage.index().saturating_add_signed(step).min(last);
        self.select_passage(PassageId::at(&self.document.timeline, at));
    }

    pub(super) fn select_passage(&mut self, passage: Option<PassageId>) {
        self.location.passage = passage;
    }

    /// In the page, down goes to the next link when it is in sight, and scrolls a line when it is not.
    fn move_in_page(&mut self, action: Action) {
        let height = self.page_height();
        let page = height.saturating_sub(1).max(1) as isize;
        match action {
            Action::Down | Action::NextInThread => self.step_in_page(true),
            Action::Up | Action::PreviousInThread => self.step_in_page(false),
            Action::PageDown => self.scroll_by(page),
            Action::PageUp => self.scroll_by(-page),
            Action::HalfPageDown => self.scroll_by((page / 2).max(1)),
            Action::HalfPageUp => self.scroll_by(-(page / 2).max(1)),
            Action::First => self.location.page.rewind(),
            Action::Last => self.scroll_by(isize::MAX),
            _ => {}
        }
    }

    fn step_in_page(&mut self, down: bool) {
        let height = self.page_height();
        let links = &self.page().links;
        let next = match (self.location.page.link, down) {
            (None, true) => links
                .iter()
                .position(|place| place.lines.start >= self.location.page.top),
            (None, false) => links
                .iter()
                .rposition(|place| place.lines.start < self.location.page.top + height),
            (Some(link), true) => Some(link + 1).filter(|next| *next < links.len()),
            (Some(link), false) => link.checked_sub(1),
        };
        let in_sight = |link: usize| {
            let Some(place) = links.get(link) else {
                return false;
            };
            // One line further than the screen: the step itself may scroll by one.
            place.lines.end <= self.location.page.top + height + 1
                && place.lines.start + 1 >= self.location.page.top
        };
        match next {
            Some(link) if in_sight(link) => {
                self.location.page.link = Some(link);
                self.show_link(link);
            }
            _ => self.scroll_by(if down { 1 } else { -1 }),
        }
    }

    /// Scrolls as little as needed for the link to be in sight.
    pub(super) fn show_link(&mut self, link: usize) {
        let height = self.page_height();
        let Some(lines) = self.page().links.get(link).map(|place| place.lines.clone()) else {
            return;
        };
        let top = self.location.page.top;
        self.location.page.top = top.max(lines.end.saturating_sub(height)).min(lines.start);
    }

    /// Scrolls the page; a chosen link that leaves the screen is chosen no longer.
    pub(super) fn scroll_by(&mut self, by: isize) {
        let height = self.page_height();
        let last = self.page().lines.len().saturating_sub(height);
        self.location.page.top = self.location.page.top.saturating_add_signed(by).min(last);
        let shown = self.location.page.top..self.location.page.top + height;
        let in_sight = |link: &usize| {
            let lines = self
                .page()
                .links
                .get(*link)
                .map(|place| place.lines.clone());
            lines.is_some_and(|lines| shown.contains(&lines.start))
        };
        self.location.page.link = self.location.page.link.filter(in_sight);
    }

    /// Selects what stands on a row of the list; says whether anything does.
    pub(super) fn choose_list_row(&mut self, row: usize) -> bool {
        match self.location.view {
            View::Timeline => {
                let Some(Row::Event(event)) = self.screen.rows.get(row).copied() else {
                    return false;
                };
                self.location.selection.select(event);
            }
            View::Article => {
                let Some(OutlineRow::Passage(passage)) = self.outline().get(row).copied() else {
                    return false;
                };
                self.select_passage(Some(passage));
            }
            View::Lanes | View::Cases => return false,
        }
        true
    }
}
