//! Changing the keys of actions, as a settings file asks for it.

use super::{Context, Key, Keymap, Sequence};
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
    /// A key is taken from what it meant before, unless that was changed on purpose as well. The answer is the
    /// name of the action.
    ///
    /// # Errors
    /// When there is no such action or key, when the key was given away already, and for Ctrl-C, which always quits.
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
        let contexts = self.contexts_of(name);
        for key in &keys {
            if let Some(other) = self.given_away(key, name, &contexts) {
                return Err(RebindError {
                    in_keys: true,
                    message: format!("`{key}` is given to `{other}` already"),
                    help: None,
                });
            }
        }
        for binding in &mut self.bindings {
            if binding.name == name {
                binding.keys.clone_from(&keys);
            } else if binding
                .contexts
                .iter()
                .any(|context| contexts.contains(context))
            {
                binding
                    .keys
                    .retain(|old| !keys.iter().any(|key| key.collides(old)));
            }
        }
        self.changed.push(name);
        Ok(name)
    }

    /// Reports the actions that have lost all their keys to others.
    pub fn for_each_lost(&self, mut report: impl FnMut(&str)) {
        let lost = self
            .bindings
            .iter()
            .filter(|binding| binding.keys.is_empty() && !self.changed.contains(&binding.name));
        lost.for_each(|binding| report(binding.name));
    }

    /// Where the action has keys.
    fn contexts_of(&self, name: &str) -> Vec<Context> {
        let rows = self.bindings.iter().filter(|binding| binding.name == name);
        rows.flat_map(|binding| binding.contexts.iter().copied())
            .collect()
    }

    /// The action that a change gave this key to, where both are used.
    fn given_away(&self, key: &Sequence, to: &str, contexts: &[Context]) -> Option<&'static str> {
        let other = self.bindings.iter().find(|binding| {
            binding.name != to
                && self.changed.contains(&binding.name)
                && binding.keys.iter().any(|given| given.collides(key))
                && binding
                    .contexts
                    .iter()
                    .any(|context| contexts.contains(context))
        });
        other.map(|binding| binding.name)
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
            &[("half-page-down", "Ctrl-D d")],
            Context::List,
            d,
            Some(Action::HalfPageDown),
        );
        check(
            &[("half-page-down", "Ctrl-D d")],
            Context::Cases,
            d,
            Some(Action::HalfPageDown),
        );
        check(
            &[("half-page-down", "d")],
            Context::List,
            Key::ctrl('d'),
            None,
        );
        check(&[("zoom-in", "i")], Context::List, Key::char('i'), None);
        check(
            &[("down", "n"), ("next-match", "j")],
            Context::List,
            Key::char('j'),
            Some(Action::NextMatch),
        );
        check(&[("quit", "")], Context::List, Key::char('q'), None);
    }

    #[test]
    fn a_sequence_is_changed_like_a_key_and_gives_way_to_its_first() {
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
            meaning(&[("copy-id", "Ctrl-Y,i")], "Ctrl-Y"),
            Meaning::Prefix
        );
        assert_eq!(meaning(&[("copy-id", "Ctrl-Y,i")], "y,i"), Meaning::Nothing);
        assert_eq!(meaning(&[("copy-id", "y")], "y"), copied);
        let mut lost = 0;
        changed(&[("copy-id", "y")]).0.for_each_lost(|_| lost += 1);
        assert_eq!(lost, 9);
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
            &[("down", "n"), ("up", "n")],
            "`n` is given to `down` already",
        );
    }

    #[test]
    fn an_action_that_loses_all_its_keys_is_reported() {
        let (keymap, _) = changed(&[("down", "n")]);
        let mut lost = Vec::new();
        keymap.for_each_lost(|action| lost.push(action.to_owned()));
        assert_eq!(lost, ["next-match"]);
    }
}
