//! The help: every key with what it does, those of the present context first, each of which can be run from there.

use super::Items;
use super::signs;
use super::target::{Label, Target};
use crate::app::action::Action;
use crate::app::input::Effect;
use crate::app::keys::{Binding, Context, KeyGroup};
use crate::app::screen::hints;
use crate::app::{App, Pane, View, navigate};
use crate::words::{fill, translated};

/// More than are ever the likeliest in one place.
const LIKELIEST: usize = 100;

/// Every key: the likeliest here, what else is only for the present context, what is for it too, then the others.
pub(in crate::app) fn help_items(app: &App) -> Items {
    let here = app.location.context();
    let bindings = app.setup.keymap.bindings().iter().enumerate();
    let likeliest: Vec<&Binding> = hints::here(app).into_iter().map(|(row, _)| row).collect();
    let mut sections: Vec<(usize, &'static str, usize, &Binding)> = bindings
        .map(|(row, binding)| {
            let first = likeliest.iter().position(|likely| *likely == binding);
            let (order, group) = match first {
                Some(at) => (at, here.title()),
                None => section(binding, here, context_of(app, binding)),
            };
            (order, group, row, binding)
        })
        .collect();
    sections.sort_by_key(|(order, ..)| *order);
    let mut items = Items::default();
    signs::add_first(&mut items);
    for (_, group, row, binding) in sections {
        let label = Label::noted(translated(binding.help), binding.keys_in_words());
        let keywords = format!("{}\n{}", translated(binding.hint), binding.name);
        items.add(Target::Action(row), label, &keywords).group = group;
    }
    signs::add_described(app, &mut items);
    items
}

/// Where a row of the key table can be run: here, else in the list of this view, else in the view that has it.
///
/// `None` for what belongs to prompts and menus, or to a view that this timeline has nothing for.
#[must_use]
pub fn context_of(app: &App, binding: &Binding) -> Option<Context> {
    let here = [
        app.location.context(),
        Context::of(app.location.view, Pane::List),
    ];
    let there = binding.contexts.iter().copied();
    here.into_iter()
        .chain(there)
        .filter(|context| binding.contexts.contains(context))
        .find(|context| {
            context
                .view()
                .is_some_and(|view| app.document.missing(view).is_none())
        })
}

/// Does what a row of the key table says, in another view where this one does not have it.
pub(in crate::app) fn run(app: &mut App, row: usize) -> Effect {
    let Some(binding) = app.setup.keymap.bindings().get(row) else {
        return Effect::Draw;
    };
    let action = binding.action;
    let Some(context) = context_of(app, binding) else {
        app.say(unplaced(binding));
        return Effect::Draw;
    };
    if context != app.location.context() {
        app.update(|app| {
            navigate::show(app, context.view().unwrap_or(View::Timeline));
            app.location.pane = Pane::List;
            Effect::Draw
        });
    }
    app.perform(action)
}

/// Why a row cannot be run from anywhere.
fn unplaced(binding: &Binding) -> String {
    let keys = binding.keys_in_words();
    match binding.contexts.iter().find_map(|context| context.view()) {
        Some(_) => format!("{keys} works in a view that this timeline has nothing for"),
        None if binding.action == Action::Mark => {
            fill("{0} works in the menu of countries", &[&keys])
        }
        None => format!("{keys} works while something is typed or chosen"),
    }
}

/// The order and the heading of a row's part of the help.
fn section(binding: &Binding, here: Context, context: Option<Context>) -> (usize, &'static str) {
    let contexts = Context::ALL.iter();
    match context {
        Some(context) if context == here && binding.contexts == [here] => (LIKELIEST, here.title()),
        Some(context) if context == here => {
            let order = KeyGroup::ALL
                .iter()
                .position(|group| *group == binding.group);
            (LIKELIEST + 1 + order.unwrap_or(0), binding.group.title())
        }
        _ => {
            let context = context.or(binding.contexts.first().copied());
            let context = context.unwrap_or(Context::List);
            let order = contexts.take_while(|other| **other != context).count();
            let title = match context {
                Context::Prompt | Context::Menu => KeyGroup::Typing.title(),
                context => context.title(),
            };
            (LIKELIEST + 20 + order, title)
        }
    }
}
