//! What can be picked, with the names by which it is found.

use std::ops::Range;

use super::target::{Label, Target};
use crate::text::fold::fold_into;

/// One thing to pick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What picking it leads to.
    pub target: Target,
    /// The text of its row; `None` where there are so many that each is described only while it is in sight.
    pub label: Option<Label>,
    /// The heading that it stands under.
    pub group: &'static str,
    /// Whether it is one of several that are taken together.
    pub marked: bool,
    /// Where its names are, folded, each on a line of its own.
    names: Range<usize>,
}

/// Everything that can be picked, with the names by which it is found: folded once, when the picker is opened.
#[derive(Debug, Clone, Default)]
pub struct Items {
    pub(super) items: Vec<Item>,
    names: String,
}

impl Items {
    /// Adds an item with the text of its row; it is found by that and by further words.
    pub fn add(&mut self, target: Target, label: Label, keywords: &str) -> &mut Item {
        let start = self.names.len();
        for name in [&label.title, keywords, &label.note] {
            self.add_name(name);
        }
        self.push(target, Some(label), start)
    }

    /// Adds an item that is described while it is in sight, with the names that it answers to, the one in full first.
    pub fn add_named<'n>(&mut self, target: Target, names: impl IntoIterator<Item = &'n str>) {
        let start = self.names.len();
        names.into_iter().for_each(|name| self.add_name(name));
        self.push(target, None, start);
    }

    /// Adds all items of another list, behind those that are here.
    pub fn extend(&mut self, other: &Items) {
        let shift = self.names.len();
        self.names.push_str(&other.names);
        self.items.extend(other.items.iter().map(|item| Item {
            names: item.names.start + shift..item.names.end + shift,
            ..item.clone()
        }));
    }

    fn add_name(&mut self, name: &str) {
        fold_into(name, &mut self.names);
        self.names.push('\n');
    }

    fn push(&mut self, target: Target, label: Option<Label>, start: usize) -> &mut Item {
        let at = self.items.len();
        self.items.push(Item {
            target,
            label,
            group: "",
            marked: false,
            names: start..self.names.len(),
        });
        &mut self.items[at]
    }

    /// All folded names of all items.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.lines()
    }

    /// The folded names of an item, a line each.
    pub(super) fn names_of(&self, item: &Item) -> &str {
        self.names.get(item.names.clone()).unwrap_or_default()
    }
}
