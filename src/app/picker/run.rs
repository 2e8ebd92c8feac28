//! Pickers at work: opening one, choosing in it, and what Enter does.

use super::goto::not_found;
use super::source::Source;
use super::{Picker, Row};
use crate::app::App;
use crate::app::action::Action;
use crate::app::input::Effect;
use crate::app::overlay::Overlay;

impl App {
    /// The list that is open.
    #[must_use]
    pub fn picker(&self) -> Option<&Picker> {
        match &self.overlay {
            Some(Overlay::Picker(picker)) => Some(picker),
            _ => None,
        }
    }

    pub(in crate::app) fn picker_mut(&mut self) -> Option<&mut Picker> {
        match &mut self.overlay {
            Some(Overlay::Picker(picker)) => Some(picker),
            _ => None,
        }
    }

    /// Opens a list, or says why there is nothing to list.
    pub(in crate::app) fn pick(&mut self, source: Source) {
        match self.items(source) {
            Ok(items) => {
                let mut picker = Picker::new(source, items);
                picker.marks = self.marks(&picker);
                self.overlay = Some(Overlay::Picker(Box::new(picker)));
            }
            Err(nothing) => self.say(nothing),
        }
    }

    /// Lists anew what is listed, for a file that has changed; what is typed and what is chosen stay.
    pub(in crate::app) fn list_again(&mut self) {
        let Some(picker) = self.picker() else { return };
        let Ok(items) = self.items(picker.source) else {
            self.overlay = None;
            return;
        };
        let mut anew = Picker::new(picker.source, items);
        anew.prompt = picker.prompt.clone();
        anew.narrow();
        if let Some(at) = picker.position() {
            anew.choose(at.min(anew.matches.len().saturating_sub(1)));
        }
        self.overlay = Some(Overlay::Picker(Box::new(anew)));
    }

    /// What is said in the place of the list where nothing answers to what is typed.
    #[must_use]
    pub fn nothing_found(&self, picker: &Picker) -> String {
        match picker.source {
            Source::GoTo => not_found(picker),
            source => source.spec().nothing.to_owned(),
        }
    }

    /// Enter: what is chosen is gone to, done or taken.
    pub(in crate::app) fn accept_picked(&mut self, mut picker: Box<Picker>) -> Effect {
        if let Some(marks) = picker.marks.take() {
            self.pick_countries(&picker, marks);
            return Effect::Draw;
        }
        if picker.source == Source::GoTo {
            return self.pick_goto(&picker);
        }
        let target = picker.target();
        if picker.spec().stays {
            self.overlay = Some(Overlay::Picker(picker));
        }
        target.map_or(Effect::Draw, |target| self.reach(target, None))
    }

    /// A press on a row of the list picks its item; beside other marks that were just made, it is one more.
    pub(in crate::app) fn press_picker(&mut self, row: usize, on_mark: bool) -> Effect {
        let Some(picker) = self.picker_mut() else {
            return Effect::Draw;
        };
        let Some(Row::Item(at)) = picker.rows().get(row).copied() else {
            return Effect::Draw;
        };
        picker.choose(at);
        if let Some(marks) = &picker.marks {
            let marked = picker.chosen().is_some_and(|item| item.marked);
            let one_more = picker.marked() != marks.opened_with && !marked;
            if on_mark || one_more {
                self.mark();
            }
            if on_mark {
                return Effect::Draw;
            }
        }
        self.act(Action::Accept)
    }
}
