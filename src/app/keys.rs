//! What keys mean where: the table of `keys/table.rs` as the running program has it.
//!
//! Help, the hints at the foot, the README's table and `neutrality keys` are drawn from it.

mod change;
mod table;

use super::action::Action;
use super::input::{Code, Key};
use super::{Pane, View};

/// Where keys are going.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Context {
    /// The list of events.
    List,
    /// The reading pane beside it, or alone.
    Reading,
    /// The lanes of the countries.
    Lanes,
    /// The outline of the article.
    Outline,
    /// The table of cases.
    Cases,
    /// A line that is being typed.
    Prompt,
    /// A menu that narrows as one types.
    Menu,
    /// The panel of facets.
    Filter,
}

impl Context {
    pub const ALL: [Context; 8] = [
        Context::List,
        Context::Reading,
        Context::Lanes,
        Context::Outline,
        Context::Cases,
        Context::Prompt,
        Context::Menu,
        Context::Filter,
    ];

    /// Where keys go in a view while nothing is typed or chosen.
    #[must_use]
    pub fn of(view: View, pane: Pane) -> Self {
        match (view, pane) {
            (_, Pane::Page) => Context::Reading,
            (View::Timeline, Pane::List) => Context::List,
            (View::Lanes, Pane::List) => Context::Lanes,
            (View::Article, Pane::List) => Context::Outline,
            (View::Cases, Pane::List) => Context::Cases,
        }
    }

    /// The view that it is part of; the text beside a list is taken for the timeline's.
    #[must_use]
    pub fn view(self) -> Option<View> {
        match self {
            Context::List | Context::Reading => Some(View::Timeline),
            Context::Lanes => Some(View::Lanes),
            Context::Outline => Some(View::Article),
            Context::Cases => Some(View::Cases),
            Context::Prompt | Context::Menu | Context::Filter => None,
        }
    }

    /// "In the lanes": a heading of the help.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Context::List => "In the timeline",
            Context::Reading => "In the text",
            Context::Lanes => "In the lanes",
            Context::Outline => "In the article",
            Context::Cases => "In the table of cases",
            Context::Filter => "In the filter",
            Context::Prompt => "In a prompt",
            Context::Menu => "In a menu",
        }
    }
}

/// Parts of the help, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    Moving,
    Following,
    Finding,
    Views,
    Cases,
    Filter,
    Program,
    Typing,
}

impl Group {
    pub const ALL: [Group; 8] = [
        Group::Moving,
        Group::Following,
        Group::Finding,
        Group::Views,
        Group::Cases,
        Group::Filter,
        Group::Program,
        Group::Typing,
    ];

    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Group::Moving => "Moving",
            Group::Following => "Following",
            Group::Finding => "Finding",
            Group::Views => "Views",
            Group::Cases => "In the table of cases",
            Group::Filter => "In the filter panel",
            Group::Program => "Program",
            Group::Typing => "In a prompt or a menu",
        }
    }
}

/// One row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// The action in settings and prompts: "half-page-down".
    pub name: &'static str,
    pub keys: Vec<Key>,
    pub action: Action,
    pub contexts: &'static [Context],
    pub group: Group,
    /// What the keys do, in the help.
    pub help: &'static str,
    /// What they do, in a word, at the foot.
    pub hint: &'static str,
}

/// All bindings, in the order of the help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keymap {
    bindings: Vec<Binding>,
    /// Names of actions that have other keys than the table gives them.
    changed: Vec<&'static str>,
}

impl Default for Keymap {
    fn default() -> Self {
        let binding = |row: &table::Row| Binding {
            name: row.name,
            keys: row.keys.split(' ').filter_map(Key::named).collect(),
            action: row.action,
            contexts: row.contexts,
            group: row.group,
            help: row.help,
            hint: row.hint,
        };
        Keymap {
            bindings: table::ROWS.iter().map(binding).collect(),
            changed: Vec::new(),
        }
    }
}

impl Keymap {
    #[must_use]
    pub fn bindings(&self) -> &[Binding] {
        &self.bindings
    }

    /// What a key means where it was pressed.
    #[must_use]
    pub fn action(&self, context: Context, key: Key) -> Option<Action> {
        self.bindings
            .iter()
            .find(|binding| binding.contexts.contains(&context) && binding.keys.contains(&key))
            .map(|binding| binding.action)
    }

    /// The row of an action in a context, for its keys and its hint.
    #[must_use]
    pub fn binding(&self, context: Context, action: Action) -> Option<&Binding> {
        self.bindings
            .iter()
            .find(|binding| binding.contexts.contains(&context) && binding.action == action)
    }
}

impl Binding {
    /// "↓ j": the keys as a person reads them.
    #[must_use]
    pub fn keys_in_words(&self) -> String {
        let shown = self
            .keys
            .iter()
            .filter(|key| !key.alt)
            .map(|key| sign(*key));
        shown.collect::<Vec<_>>().join(" ")
    }
}

/// The sign of a key: an arrow for the arrow keys, the name for the others.
#[must_use]
pub fn sign(key: Key) -> String {
    let arrow = match key.code {
        Code::Up => "↑",
        Code::Down => "↓",
        Code::Left => "←",
        Code::Right => "→",
        _ => return key.to_string(),
    };
    let shift = if key.shift { "Shift-" } else { "" };
    format!("{shift}{arrow}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_key_has_two_meanings_in_one_place() {
        let mut seen = HashSet::new();
        for binding in Keymap::default().bindings() {
            for context in binding.contexts {
                for key in &binding.keys {
                    assert!(
                        seen.insert((*context, *key)),
                        "{key} stands twice in {context:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn every_key_of_the_table_has_a_name() {
        for row in table::ROWS {
            for name in row.keys.split(' ') {
                assert!(Key::named(name).is_some(), "{}: {name}", row.name);
            }
        }
    }

    #[test]
    fn every_row_says_what_it_does() {
        for binding in Keymap::default().bindings() {
            assert!(
                !binding.keys.is_empty() && !binding.help.is_empty() && !binding.hint.is_empty(),
                "{binding:?}"
            );
        }
    }

    #[test]
    fn flow_control_keys_are_left_alone() {
        for binding in Keymap::default().bindings() {
            assert!(
                !binding.keys.contains(&Key::ctrl('s')) && !binding.keys.contains(&Key::ctrl('q')),
                "{binding:?}"
            );
        }
    }
}
