//! Choosing by number: what is listed where the reader is, taken by its place in the list.
//!
//! The choice goes the way of the keys: the item is selected as by moving to it, and taken as by Enter, or by Space
//! where Enter would close the panel.

use super::action::Action;
use super::input::Effect;
use super::overlay::Overlay;
use super::{App, Pane, View};
use crate::timeline::PassageId;

impl App {
    /// Takes an item of what is listed here, by its place from 0; a place past the end takes nothing.
    pub fn choose(&mut self, at: usize) -> Effect {
        self.message = None;
        let action = match &mut self.overlay {
            Some(Overlay::Picker(picker)) => picker.choose(at).then_some(Action::Accept),
            Some(Overlay::Filter(panel)) => {
                panel.choose(at);
                Some(Action::Mark)
            }
            Some(Overlay::Search { .. } | Overlay::Text(_)) => None,
            None => self.choose_here(at),
        };
        action.map_or(Effect::Draw, |action| self.act(action))
    }

    /// Refuses a value of the panel, by its place from 0.
    pub fn refuse(&mut self, at: usize) -> Effect {
        if let Some(panel) = self.panel_mut() {
            panel.choose(at);
            return self.perform(Action::Refuse);
        }
        Effect::Draw
    }

    /// Selects an item of the list or a link of the page; the action that takes it.
    fn choose_here(&mut self, at: usize) -> Option<Action> {
        match (self.location.view, self.location.pane) {
            (View::Lanes, _) => {
                let link = self
                    .statuses(usize::from(self.screen.size.columns))
                    .links
                    .get(at)?
                    .link
                    .clone();
                self.follow_link(link);
                return None;
            }
            (_, Pane::Page) => self.location.page.link = Some(at),
            (View::Timeline, _) if self.is_offering() => self.location.relaxation = at,
            (_, Pane::List) => self.enter_item(at),
        }
        Some(Action::Follow)
    }

    /// Selects an item of the list; Back returns to where one was in it.
    fn enter_item(&mut self, at: usize) {
        self.leave();
        match self.location.view {
            View::Timeline | View::Lanes => self.select_position(at),
            View::Article => self.select_passage(PassageId::at(&self.document.timeline, at)),
            View::Cases => {
                let aspects = self.location.cases.aspects(&self.document.timeline);
                self.location.cases.aspect = aspects
                    .get(at)
                    .copied()
                    .unwrap_or(self.location.cases.aspect);
            }
        }
    }
}
