//! A menu that narrows as one types.

use super::input::Key;
use super::prompt::Prompt;
use super::rows;
use crate::text::fold::fold;

/// One thing to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item<T> {
    pub value: T,
    pub label: String,
    /// What stands behind the label: a count, a key.
    pub note: String,
    /// Other words by which it is found.
    pub also: String,
    /// The part of the menu that it belongs to.
    pub group: &'static str,
    pub marked: bool,
}

#[derive(Debug, Clone)]
pub struct Menu<T> {
    items: Vec<Item<T>>,
    pub prompt: Prompt,
    /// Place of the chosen item among the items that are left.
    chosen: usize,
    top: usize,
}

impl<T: Copy + PartialEq> Menu<T> {
    #[must_use]
    pub fn new(items: Vec<Item<T>>) -> Self {
        Menu {
            items,
            prompt: Prompt::default(),
            chosen: 0,
            top: 0,
        }
    }

    /// The items that what was typed leaves; those that begin with it come first.
    #[must_use]
    pub fn left(&self) -> Vec<&Item<T>> {
        let typed = fold(self.prompt.text());
        let words: Vec<&str> = typed.split_whitespace().collect();
        let has_all = |item: &&Item<T>| {
            let text = fold(&format!("{} {} {}", item.label, item.also, item.note));
            words.iter().all(|word| text.contains(word))
        };
        let mut left: Vec<&Item<T>> = self.items.iter().filter(has_all).collect();
        if let Some(first) = words.first() {
            left.sort_by_key(|item| {
                let starts = |text: &str| {
                    fold(text)
                        .split_whitespace()
                        .any(|word| word.starts_with(first))
                };
                (
                    !fold(&item.label).starts_with(first),
                    !starts(&item.label),
                    !starts(&item.also),
                )
            });
        }
        left
    }

    /// The item that Enter takes.
    #[must_use]
    pub fn chosen(&self) -> Option<&Item<T>> {
        self.left().get(self.chosen).copied()
    }

    /// Its place among the items that are left.
    #[must_use]
    pub fn position(&self) -> usize {
        self.chosen
    }

    /// First item to show in a window of this height.
    #[must_use]
    pub fn top(&self, height: usize) -> usize {
        rows::scroll(self.top, height, self.chosen, self.left().len())
    }

    pub fn step(&mut self, by: isize) {
        let last = self.left().len().saturating_sub(1);
        self.chosen = self.chosen.saturating_add_signed(by).min(last);
    }

    /// Chooses the item at a place among those that are left.
    pub fn choose(&mut self, at: usize) {
        if at < self.left().len() {
            self.chosen = at;
        }
    }

    /// Takes a key of typing; says whether it was one.
    pub fn edit(&mut self, key: Key) -> bool {
        let taken = self.prompt.edit(key);
        self.chosen = if taken { 0 } else { self.chosen };
        taken
    }

    pub fn paste(&mut self, text: &str) {
        self.prompt.insert(text);
        self.chosen = 0;
    }

    /// Marks the chosen item, or takes its mark away.
    pub fn mark(&mut self) {
        let Some(value) = self.chosen().map(|item| item.value) else {
            return;
        };
        if let Some(item) = self.items.iter_mut().find(|item| item.value == value) {
            item.marked = !item.marked;
        }
    }

    /// Values of the marked items, in the order of the menu.
    #[must_use]
    pub fn marked(&self) -> Vec<T> {
        self.items
            .iter()
            .filter(|item| item.marked)
            .map(|item| item.value)
            .collect()
    }

    /// Follows what the items stand for to where it is now; what is gone leaves the menu.
    pub fn change(&mut self, now: impl Fn(T) -> Option<T>) {
        self.items.retain_mut(|item| {
            let value = now(item.value);
            item.value = value.unwrap_or(item.value);
            value.is_some()
        });
        self.step(0);
    }

    /// Gives every item another note.
    pub fn set_notes(&mut self, note: impl Fn(T) -> String) {
        for item in &mut self.items {
            item.note = note(item.value);
        }
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}
