//! What keys mean where: the table of `keys/table.rs` as the running program has it.
//!
//! Help, the hints in the footer, the README's table and `neutrality keys` are drawn from it.

mod change;
pub mod sequence;
mod table;

use std::sync::{Arc, LazyLock};

use super::action::Action;
use super::input::{Code, Key};
use super::{Pane, View};
pub use sequence::Sequence;

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
    /// A menu that narrows while typing.
    Menu,
    /// The panel of facets.
    Filter,
    /// The list of the file's faults.
    Faults,
}

impl Context {
    /// All, in the order of the help.
    pub const ALL: [Context; 9] = [
        Context::List,
        Context::Reading,
        Context::Lanes,
        Context::Outline,
        Context::Cases,
        Context::Prompt,
        Context::Menu,
        Context::Filter,
        Context::Faults,
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
            Context::Prompt | Context::Menu | Context::Filter | Context::Faults => None,
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
            Context::Faults => "In the list of faults",
        }
    }
}

/// Parts of the help, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeyGroup {
    /// Moving about in a view.
    Moving,
    /// Following what belongs together.
    Following,
    /// Filter, search and going somewhere.
    Finding,
    /// Copying and opening.
    Taking,
    /// The views and how they look.
    Views,
    /// The table of cases.
    Cases,
    /// The panel of facets.
    Filter,
    /// The program, the file and the help.
    Program,
    /// Prompts and menus.
    Typing,
}

impl KeyGroup {
    /// All, in the order of the help.
    pub const ALL: [KeyGroup; 9] = [
        KeyGroup::Moving,
        KeyGroup::Following,
        KeyGroup::Finding,
        KeyGroup::Taking,
        KeyGroup::Views,
        KeyGroup::Cases,
        KeyGroup::Filter,
        KeyGroup::Program,
        KeyGroup::Typing,
    ];

    /// The heading over the group in the help.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            KeyGroup::Moving => "Moving",
            KeyGroup::Following => "Following",
            KeyGroup::Finding => "Finding",
            KeyGroup::Taking => "Copying and opening",
            KeyGroup::Views => "Views",
            KeyGroup::Cases => "In the table of cases",
            KeyGroup::Filter => "In the filter panel",
            KeyGroup::Program => "Program",
            KeyGroup::Typing => "In a prompt or a menu",
        }
    }
}

/// One row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// The action in settings and prompts: "half-page-down".
    pub name: &'static str,
    /// The sequences of keys that lead to it, the first one shown first.
    pub keys: Vec<Sequence>,
    /// What they mean.
    pub action: Action,
    /// Where they mean it.
    pub contexts: &'static [Context],
    /// With which others it stands in the help.
    pub group: KeyGroup,
    /// What the keys do, in the help.
    pub help: &'static str,
    /// What they do, in a word, in the footer.
    pub hint: &'static str,
}

/// What keys mean so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// The keys are an action’s.
    Action(Action),
    /// More keys are to follow.
    Prefix,
    /// The keys mean nothing here.
    Nothing,
}

/// All bindings, in the order of the help; a clone shares them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keymap {
    bindings: Arc<Vec<Binding>>,
    /// Names of actions that have other keys than the table gives them.
    changed: Vec<&'static str>,
    /// Names of actions that are going to get other keys.
    announced: Vec<&'static str>,
}

impl Default for Keymap {
    fn default() -> Self {
        static TABLE: LazyLock<Keymap> = LazyLock::new(Keymap::of_table);
        TABLE.clone()
    }
}

impl Keymap {
    /// The keys of the table, with their names read.
    fn of_table() -> Self {
        let binding = |row: &table::KeyRow| Binding {
            name: row.name,
            keys: row.keys.split(' ').filter_map(Sequence::named).collect(),
            action: row.action,
            contexts: row.contexts,
            group: row.group,
            help: row.help,
            hint: row.hint,
        };
        Keymap {
            bindings: Arc::new(table::ROWS.iter().map(binding).collect()),
            changed: Vec::new(),
            announced: Vec::new(),
        }
    }

    /// All rows of the table, in its order.
    #[must_use]
    pub fn bindings(&self) -> &[Binding] {
        &self.bindings
    }

    /// What keys mean that were pressed one after another.
    #[must_use]
    pub fn meaning(&self, context: Context, pressed: &[Key]) -> Meaning {
        let begins = |sequence: &&Sequence| sequence.keys().starts_with(pressed);
        let mut begun = self.of(context).filter_map(|binding| {
            let sequence = binding.keys.iter().find(begins)?;
            Some((binding.action, sequence.keys().len() == pressed.len()))
        });
        match begun.next() {
            None => Meaning::Nothing,
            Some((action, true)) => Meaning::Action(action),
            Some((_, false)) => Meaning::Prefix,
        }
    }

    /// The keys that can follow those that were pressed, each with its row.
    pub fn following<'k>(
        &'k self,
        context: Context,
        pressed: &'k [Key],
    ) -> impl Iterator<Item = (Key, &'k Binding)> {
        let next = |sequence: &'k Sequence| sequence.keys().strip_prefix(pressed)?.first().copied();
        let rows = self.of(context);
        rows.filter_map(move |binding| Some((binding.keys.iter().find_map(next)?, binding)))
    }

    fn of(&self, context: Context) -> impl Iterator<Item = &Binding> {
        let here = move |binding: &&Binding| binding.contexts.contains(&context);
        self.bindings.iter().filter(here)
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
        self.labels().join(" ")
    }

    /// The key that begins it.
    #[must_use]
    pub fn first_key(&self) -> String {
        let first = self.keys.first().and_then(|keys| keys.keys().first());
        first.copied().map_or_else(String::new, label)
    }

    /// The same, each way to press it by itself: "↓", "j"; "y b" is one way.
    #[must_use]
    pub fn labels(&self) -> Vec<String> {
        let shown = self.keys.iter().filter(|keys| !keys.has_alt());
        shown.map(Sequence::label).collect()
    }
}

/// The label of a key: an arrow for the arrow keys, the name for the others.
#[must_use]
pub fn label(key: Key) -> String {
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

    #[test]
    fn no_key_has_two_meanings_in_one_context() {
        let mut seen = Vec::new();
        for binding in Keymap::default().bindings() {
            for context in binding.contexts {
                for keys in &binding.keys {
                    assert!(
                        !seen
                            .iter()
                            .any(|(at, other): &(Context, Sequence)| at == context
                                && keys.collides(other)),
                        "{keys} stands twice in {context:?}"
                    );
                    seen.push((*context, keys.clone()));
                }
            }
        }
    }

    #[test]
    fn every_key_of_the_table_has_a_name() {
        for row in table::ROWS {
            for name in row.keys.split(' ') {
                assert!(Sequence::named(name).is_some(), "{}: {name}", row.name);
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
                !binding
                    .keys
                    .iter()
                    .any(|keys| keys
                        .keys()
                        .iter()
                        .any(|key| [Key::ctrl('s'), Key::ctrl('q')].contains(key))),
                "{binding:?}"
            );
        }
    }
}
