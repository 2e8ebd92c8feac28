//! The help: every key with what it does, those of the present place first, each of which can be run from there.

use super::action::Action;
use super::input::Effect;
use super::keys::{Binding, Context, Group};
use super::menu::{Item, Menu};
use super::{App, Pane, View};

/// A row of the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HelpRow<'m> {
    Blank,
    Heading(&'static str),
    Key {
        /// Its place among the items that are left.
        at: usize,
        keys: &'m str,
        help: &'m str,
    },
}

impl HelpRow<'_> {
    /// The item on the row.
    #[must_use]
    pub fn item(&self) -> Option<usize> {
        match self {
            HelpRow::Key { at, .. } => Some(*at),
            HelpRow::Blank | HelpRow::Heading(_) => None,
        }
    }
}

/// The help's keys under their headings; a search does without headings.
#[must_use]
pub fn rows(menu: &Menu<usize>) -> Vec<HelpRow<'_>> {
    let mut rows = Vec::new();
    let mut group = "";
    let searching = !menu.prompt.text().is_empty();
    for (at, item) in menu.left().into_iter().enumerate() {
        if item.group != group && !searching {
            if !rows.is_empty() {
                rows.push(HelpRow::Blank);
            }
            rows.push(HelpRow::Heading(item.group));
            group = item.group;
        }
        rows.push(HelpRow::Key {
            at,
            keys: &item.note,
            help: &item.label,
        });
    }
    rows
}

impl App {
    /// Every key: what is only for the present place, what is for this place too, then the other places.
    pub(super) fn help_menu(&self) -> Menu<usize> {
        let here = self.place();
        let mut items: Vec<(usize, Item<usize>)> = Vec::new();
        for (at, binding) in self.setup.keymap.bindings().iter().enumerate() {
            let (order, group) = section(binding, here, self.place_of(binding));
            let item = Item {
                value: at,
                label: binding.help.to_owned(),
                note: binding.keys_in_words(),
                also: format!("{} {}", binding.hint, binding.name),
                group,
                marked: false,
            };
            items.push((order, item));
        }
        items.sort_by_key(|(order, _)| *order);
        Menu::new(items.into_iter().map(|(_, item)| item).collect())
    }

    /// Where a row of the key table can be run: here, else in the list of this view, else in the view that has it.
    ///
    /// `None` for what belongs to prompts and menus, or to a view that this timeline has nothing for.
    #[must_use]
    pub fn place_of(&self, binding: &Binding) -> Option<Context> {
        let here = [self.place(), Context::of(self.location.view, Pane::List)];
        let there = binding.contexts.iter().copied();
        here.into_iter()
            .chain(there)
            .filter(|place| binding.contexts.contains(place))
            .find(|place| {
                place
                    .view()
                    .is_some_and(|view| self.missing(view).is_none())
            })
    }

    /// Does what a row of the key table says, in another view where this one does not have it.
    pub(super) fn run(&mut self, row: usize) -> Effect {
        let Some(binding) = self.setup.keymap.bindings().get(row) else {
            return Effect::Draw;
        };
        let action = binding.action;
        let Some(place) = self.place_of(binding) else {
            self.say(unplaced(binding));
            return Effect::Draw;
        };
        if place != self.place() {
            self.update(|app| {
                app.show(place.view().unwrap_or(View::Timeline));
                app.location.pane = Pane::List;
                Effect::Draw
            });
        }
        self.perform(action)
    }
}

/// Why a row cannot be run from anywhere.
fn unplaced(binding: &Binding) -> String {
    let keys = binding.keys_in_words();
    match binding.contexts.iter().find_map(|context| context.view()) {
        Some(_) => format!("{keys} works in a view that this timeline has nothing for"),
        None if binding.action == Action::Mark => format!("{keys} works in the menu of countries"),
        None => format!("{keys} works while something is typed or chosen"),
    }
}

/// The order and the heading of a row's part of the help.
fn section(binding: &Binding, here: Context, place: Option<Context>) -> (usize, &'static str) {
    let contexts = Context::ALL.iter();
    match place {
        Some(place) if place == here && binding.contexts == [here] => (0, here.title()),
        Some(place) if place == here => {
            let order = Group::ALL.iter().position(|group| *group == binding.group);
            (1 + order.unwrap_or(0), binding.group.title())
        }
        _ => {
            let place = place.or(binding.contexts.first().copied());
            let place = place.unwrap_or(Context::List);
            let order = contexts.take_while(|context| **context != place).count();
            let title = match place {
                Context::Prompt | Context::Menu => Group::Typing.title(),
                place => place.title(),
            };
            (20 + order, title)
        }
    }
}
