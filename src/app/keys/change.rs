//! Changing the keys of actions, as a settings file asks for it.

use std::sync::Arc;

use super::{Code, Context, Key, Keymap, Sequence};
use crate::text;

/// Why keys were not changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RebindError {
    /// The keys are at fault, and not the name of the action.
    pub in_keys: bool,
    pub message: String,
    /// What would help.
    pub help: Option<String>,
}

impl Keymap {
    /// Gives an action other keys, named and parted by spaces, with commas in a sequence; none takes its keys away.
    ///
    /// A key has one meaning in one place: one that means something already is refused, unless that action is
    /// announced to get other keys. The answer is the name of the action.
    ///
    /// # Errors
    /// When there is no such action or key, when the key has another meaning, and for Ctrl-C, which always quits.
    pub fn change(&mut self, action: &str, keys: &str) -> Result<&'static str, RebindError> {
        let known = || self.bindings.iter().map(|binding| binding.name);
        let Some(name) = known().find(|name| *name == action) else {
            return Err(RebindError {
                in_keys: false,
                message: format!("no action is called `{}`", text::truncate(action, 40)),
                help: Some(match text::nearest(action, known()) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "`neutrality keys --names` lists them".to_owned(),
                }),
            });
        };
        let keys: Vec<Sequence> = keys
            .split_whitespace()
            .map(named)
            .collect::<Result<_, _>>()?;
        for row in self.rows_of(name) {
            for key in &keys {
                if let Some(refusal) = self.refusal(row, key) {
                    return Err(refusal);
                }
            }
        }
        for row in self.rows_of(name) {
            let free = |key: &&Sequence| self.is_chosen_for(row) || self.is_free(row, key);
            let here: Vec<Sequence> = keys.iter().filter(free).cloned().collect();
            // A row of which nothing is left keeps its own, unless the action is to have none.
            if !here.is_empty() || keys.is_empty() {
                self.take(row, here);
            }
        }
        self.changed.push(name);
        Ok(name)
    }

    /// Announces all actions that are going to be changed, so that two of them may exchange their keys.
    pub fn announce<'n>(&mut self, actions: impl Iterator<Item = &'n str>) {
        let rows = &self.bindings;
        let name = |action: &str| {
            let row = rows.iter().find(|binding| binding.name == action);
            row.map(|binding| binding.name)
        };
        self.announced = actions.filter_map(name).collect();
    }

    /// The rows of an action.
    fn rows_of(&self, name: &str) -> Vec<usize> {
        let rows = 0..self.bindings.len();
        rows.filter(|row| self.bindings[*row].name == name)
            .collect()
    }

    /// Whether a row is what one means who gives its action keys: the first in the views, and where there is none, any.
    /// The others, in one view, in prompts and menus, take of the keys what is free there.
    fn is_chosen_for(&self, row: usize) -> bool {
        let in_views = |row: &usize| {
            let contexts = self.bindings[*row].contexts;
            contexts.iter().any(|context| context.view().is_some())
        };
        let rows = self.rows_of(self.bindings[row].name);
        rows.into_iter()
            .find(in_views)
            .is_none_or(|first| first == row)
    }

    /// Why a row cannot have a key that it is meant to have.
    fn refusal(&self, row: usize, key: &Sequence) -> Option<RebindError> {
        if !self.is_chosen_for(row) {
            return None;
        }
        let refuse = |message: String, help: Option<String>| RebindError {
            in_keys: true,
            message,
            help,
        };
        if self.is_text(row, key) {
            let help = "take one with Ctrl- or Alt-, or one without a letter";
            let message = format!("`{key}` is text where this action has its keys");
            return Some(refuse(message, Some(help.to_owned())));
        }
        let other = self.holder(row, key)?;
        if self.changed.contains(&other) {
            return Some(refuse(
                format!("`{key}` is given to `{other}` already"),
                None,
            ));
        }
        if self.announced.contains(&other) {
            return None;
        }
        let help = format!("give `{other}` other keys too");
        Some(refuse(
            format!("`{key}` has a meaning already: `{other}`"),
            Some(help),
        ))
    }

    /// Whether nothing else has the key where the row has its keys.
    fn is_free(&self, row: usize, key: &Sequence) -> bool {
        !self.is_text(row, key) && self.holder(row, key).is_none()
    }

    /// Whether the key is a part of what is written where the row has its keys.
    fn is_text(&self, row: usize, key: &Sequence) -> bool {
        let first = key.keys().first();
        let is_letter = |key: &Key| matches!(key.code, Code::Char(_)) && !key.ctrl && !key.alt;
        let contexts = self.bindings[row].contexts;
        let takes_text = |context: &Context| matches!(context, Context::Prompt | Context::Menu);
        first.is_some_and(is_letter) && contexts.iter().any(takes_text)
    }

    /// Another action that has the key where the row has its keys.
    fn holder(&self, row: usize, key: &Sequence) -> Option<&'static str> {
        let own = &self.bindings[row];
        let other = self.bindings.iter().find(|binding| {
            binding.name != own.name
                && binding.keys.iter().any(|given| given.collides(key))
                && binding
                    .contexts
                    .iter()
                    .any(|context| own.contexts.contains(context))
        });
        other.map(|binding| binding.name)
    }

    /// Gives a row keys, and takes them from what is going to get others.
    fn take(&mut self, row: usize, keys: Vec<Sequence>) {
        let (name, contexts) = (self.bindings[row].name, self.bindings[row].contexts);
        for binding in Arc::make_mut(&mut self.bindings) {
            let overlaps = |context: &Context| contexts.contains(context);
            if binding.name != name && binding.contexts.iter().any(overlaps) {
                binding
                    .keys
                    .retain(|old| !keys.iter().any(|key| key.collides(old)));
            }
        }
        Arc::make_mut(&mut self.bindings)[row].keys = keys;
    }

    /// Reports the actions that have lost all their keys to others.
    pub fn for_each_lost(&self, mut report: impl FnMut(&str)) {
        let lost = self
            .bindings
            .iter()
            .filter(|binding| binding.keys.is_empty() && !self.changed.contains(&binding.name));
        lost.for_each(|binding| report(binding.name));
    }
}

fn named(name: &str) -> Result<Sequence, RebindError> {
    let refuse = |message: String, help: &str| RebindError {
        in_keys: true,
        message,
        help: Some(help.to_owned()),
    };
    let keys = Sequence::named(name).ok_or_else(|| {
        refuse(
            format!("`{}` is no key", text::truncate(name, 40)),
            "a key is a character, or Enter, Esc, Tab, Space, Up, PgDn, Home, F2 …, perhaps with Ctrl-, Alt- or Shift- before it; `y,b` is y and then b",
        )
    })?;
    if keys.keys().contains(&Key::ctrl('c')) {
        return Err(refuse(
            "`Ctrl-C` always quits".to_owned(),
            "take another key",
        ));
    }
    Ok(keys)
}

#[cfg(test)]
mod tests {
    use super::super::Meaning;
    use super::*;
    use crate::app::action::{Action, Copied};

    fn changed(changes: &[(&str, &str)]) -> (Keymap, Vec<String>) {
        let mut keymap = Keymap::default();
        keymap.announce(changes.iter().map(|(action, _)| *action));
        let refusals = changes
            .iter()
            .filter_map(|(action, keys)| keymap.change(action, keys).err())
            .map(|refusal| {
                [Some(refusal.message), refusal.help]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join("; ")
            })
            .collect();
        (keymap, refusals)
    }

    #[test]
    fn a_key_means_what_it_was_changed_to() {
        let check =
            |changes: &[(&str, &str)], context: Context, key: Key, expected: Option<Action>| {
                let (keymap, refusals) = changed(changes);
                assert_eq!(refusals, Vec::<String>::new(), "{changes:?}");
                let meaning = expected.map_or(Meaning::Nothing, Meaning::Action);
                assert_eq!(
                    keymap.meaning(context, &[key]),
                    meaning,
                    "{changes:?} {key}"
                );
            };
        let d = Key::char('d');
        check(
            &[("half-page-down", "Ctrl-D d"), ("only-differences", "")],
            Context::List,
            d,
            Some(Action::HalfPageDown),
        );
        check(
            &[("half-page-down", "Ctrl-D d"), ("only-differences", "D")],
            Context::Cases,
            d,
            Some(Action::HalfPageDown),
        );
        check(
            &[("half-page-down", "F6")],
            Context::List,
            Key::ctrl('d'),
            None,
        );
        check(&[("zoom-in", "Z")], Context::List, Key::char('Z'), None);
        check(
            &[("down", "n"), ("next-match", "j")],
            Context::List,
            Key::char('j'),
            Some(Action::NextMatch),
        );
        check(&[("quit", "")], Context::List, Key::char('q'), None);
    }

    /// Spelled out, the keys that an action has in the views take none from a prompt or the panel of the filter.
    #[test]
    fn a_default_that_is_spelled_out_changes_nothing() {
        let check = |action: &str, keys: &str, context: Context, key: Key| {
            let (keymap, refusals) = changed(&[(action, keys)]);
            assert_eq!(refusals, Vec::<String>::new(), "{action} = {keys}");
            let default = Keymap::default().meaning(context, &[key]);
            assert_eq!(keymap.meaning(context, &[key]), default, "{action} {key}");
        };
        let space = Key::char(' ');
        check("page-down", "PgDn Ctrl-F", Context::Filter, space);
        check("page-down", "PgDn Ctrl-F", Context::Prompt, space);
        check("down", "Down j", Context::Prompt, Key::char('j'));
        check("down", "Down j", Context::Menu, Key::char('j'));
        check("down", "Down j", Context::Filter, Key::char('j'));
        check("quit", "q Alt-q", Context::Filter, Key::char('q'));
        for binding in Keymap::default().bindings() {
            let written: Vec<String> = binding.keys.iter().map(ToString::to_string).collect();
            let (_, refusals) = changed(&[(binding.name, &written.join(" "))]);
            let in_views = |context: &Context| context.view().is_some();
            if written == ["Ctrl-C"] {
                continue;
            }
            if binding.contexts.iter().any(in_views) {
                assert_eq!(refusals, Vec::<String>::new(), "{}", binding.name);
            }
        }
    }

    #[test]
    fn a_sequence_is_changed_like_a_key_and_gives_way_to_its_first() {
        const REST: [&str; 13] = [
            "copy-full",
            "copy-case",
            "copy-footnote",
            "copy-citation",
            "copy-apa",
            "copy-mla",
            "copy-bibtex",
            "copy-csl-json",
            "copy-event-citation",
            "copy-text",
            "copy-address",
            "copy-view",
            "copy-day",
        ];
        let meaning = |changes: &[(&str, &str)], keys: &str| {
            let (keymap, refusals) = changed(changes);
            assert_eq!(refusals, Vec::<String>::new(), "{changes:?}");
            let keys = Sequence::named(keys).expect("a sequence");
            keymap.meaning(Context::List, keys.keys())
        };
        let copied = Meaning::Action(Action::Copy(Copied::Id));
        assert_eq!(meaning(&[], "y"), Meaning::Prefix);
        assert_eq!(meaning(&[], "y,i"), copied);
        assert_eq!(meaning(&[], "y,x"), Meaning::Nothing);
        assert_eq!(
            meaning(&[("copy-id", "Ctrl-X,i")], "Ctrl-X"),
            Meaning::Prefix
        );
        assert_eq!(meaning(&[("copy-id", "Ctrl-X,i")], "y,i"), Meaning::Nothing);
        let mut rest: Vec<(&str, &str)> = REST.map(|action| (action, "")).to_vec();
        rest.push(("copy-id", "y"));
        assert_eq!(meaning(&rest, "y"), copied);
        let refusals = changed(&[("copy-id", "y")]).1;
        assert_eq!(refusals.len(), 1, "{refusals:?}");
    }

    #[test]
    fn what_cannot_be_changed_is_reported_with_a_suggestion() {
        let check = |changes: &[(&str, &str)], expected: &str| {
            let (_, refusals) = changed(changes);
            assert_eq!(refusals.len(), 1, "{refusals:?}");
            assert!(refusals[0].starts_with(expected), "{refusals:?}");
        };
        check(
            &[("half-page", "d")],
            "no action is called `half-page`; did you mean `half-page-",
        );
        check(
            &[("down", "Ctrl-Foo")],
            "`Ctrl-Foo` is no key; a key is a character",
        );
        check(
            &[("down", "Ctrl-C")],
            "`Ctrl-C` always quits; take another key",
        );
        check(
            &[("down", "n"), ("up", "n"), ("next-match", "")],
            "`n` is given to `down` already",
        );
        check(
            &[("cancel", "j")],
            "`j` has a meaning already: `down`; give `down` other keys too",
        );
        check(
            &[("page-down", "PgDn Space")],
            "`Space` has a meaning already: `onward`",
        );
        check(&[("complete", "x")], "`x` is text where this action");
    }

    #[test]
    fn an_action_that_loses_all_its_keys_is_reported() {
        let (keymap, refusals) = changed(&[("down", "n"), ("next-match", "Ctrl-Foo")]);
        assert_eq!(refusals.len(), 1, "{refusals:?}");
        let mut lost = Vec::new();
        keymap.for_each_lost(|action| lost.push(action.to_owned()));
        assert_eq!(lost, ["next-match"]);
    }
}
