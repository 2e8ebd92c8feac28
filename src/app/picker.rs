//! A list to pick from that narrows while typing: every menu, the help, and what the prompt of `:` offers.
//!
//! - `source`: the table of what can be listed, a row a source. Adding a menu begins there.
//! - `spec`: what a row of that table says of how its list looks and what can be done in it.
//! - `items`: what can be picked, with the names by which it is found.
//! - `target`: what an item stands for, how it is described, and what picking it does.
//! - `run`: opening a picker, and what keys and the mouse do in it.
//! - `countries`, `everything`, `help`, `marks`, `signs`: the items and the rules of the sources that have more than a line of them.
//! - `dates`: dates as they are typed, alone or with a name.
//! - `readings`: what a line means where there is no prompt, by the same rules.

pub mod countries;
mod dates;
pub(super) mod everything;
pub mod help;
mod items;
mod marks;
pub mod readings;
pub mod run;
mod signs;
pub mod source;
pub mod spec;
pub mod target;

use super::input::{Code, Key};
use super::motion::step;
use super::prompt::Prompt;
use crate::text;
use crate::text::rank::{Matcher, Rank};
use crate::timeline::HistoricDate;
use crate::words::translated;
use countries::CountryMarks;
pub use dates::date;
pub use items::{Item, Items};
use source::PickerSource;
use spec::{Columns, Spec};
use target::Target;

/// A row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PickerRow {
    /// An empty line.
    Blank,
    /// The title of the items below it.
    Heading(&'static str),
    /// An item, by its position among the matches.
    Item(usize),
}

/// An item that matches the query; the least come first, and among equals the first that are listed.
#[derive(Debug, Clone, Copy)]
struct Match {
    class: u8,
    rank: Rank,
    /// Whether only another name than the one in full answers so well.
    by_alias: bool,
    order: u8,
    /// Its index among all items.
    at: usize,
}

/// A list that is open, with what is typed into it.
#[derive(Debug)]
pub struct Picker {
    /// What its items are taken from.
    pub source: PickerSource,
    /// The query that narrows the items.
    pub prompt: Prompt,
    items: Items,
    /// Indices of the items that match the query, the best first.
    matches: Vec<usize>,
    /// Position of the chosen item among the matches.
    chosen: Option<usize>,
    /// The first row in sight.
    pub top: usize,
    /// Where several can be marked: the marks that it opened with, and what Esc brings back.
    pub marks: Option<CountryMarks>,
    /// The date that is typed, where one can be.
    pub date: Option<HistoricDate>,
    /// How many lines of the history lie between the present and the line called back.
    recalled: usize,
    /// Whether the query is the full name of something, or means one thing only.
    sure: bool,
}

impl Picker {
    /// A picker with nothing typed, at its first item.
    #[must_use]
    pub fn new(source: PickerSource, items: Items) -> Self {
        let mut picker = Picker {
            source,
            prompt: Prompt::default(),
            items,
            matches: Vec::new(),
            chosen: None,
            top: 0,
            marks: None,
            date: None,
            recalled: 0,
            sure: false,
        };
        picker.narrow();
        picker
    }

    /// The row of the table that says how this list looks and what can be done in it.
    #[must_use]
    pub fn spec(&self) -> &'static Spec {
        self.source.spec()
    }

    /// What stands on its rows: no note is cut that stands before a title.
    #[must_use]
    pub fn columns(&self) -> Columns {
        let Columns::NoteFirst(least) = self.spec().columns else {
            return self.spec().columns;
        };
        let labels = self.all().iter().filter_map(|item| item.label.as_ref());
        let longest = labels.map(|label| text::width(&label.note)).max();
        Columns::NoteFirst(least.max(longest.unwrap_or(0) as u16))
    }

    /// The query, without the spaces around it.
    #[must_use]
    pub fn query(&self) -> &str {
        self.prompt.text().trim()
    }

    /// The items that match the query, the best first.
    pub fn matches(&self) -> impl ExactSizeIterator<Item = &Item> {
        self.matches.iter().map(|at| &self.items.items[*at])
    }

    /// All items, whatever the query.
    #[must_use]
    pub fn all(&self) -> &[Item] {
        &self.items.items
    }

    /// The message instead of the list where nothing matches the query.
    #[must_use]
    pub fn nothing_found(&self) -> String {
        match self.source {
            PickerSource::GoTo => everything::not_found(self),
            source => translated(source.spec().nothing).to_owned(),
        }
    }

    /// The item at a position among the matches.
    #[must_use]
    pub fn get(&self, at: usize) -> Option<&Item> {
        self.items.items.get(*self.matches.get(at)?)
    }

    /// Position of the chosen item among the matches; in the prompt of `:` nothing is chosen unasked.
    #[must_use]
    pub fn position(&self) -> Option<usize> {
        self.chosen
    }

    /// The item that Enter picks.
    #[must_use]
    pub fn chosen(&self) -> Option<&Item> {
        self.get(self.chosen?)
    }

    /// What Enter leads to.
    #[must_use]
    pub fn target(&self) -> Option<Target> {
        self.chosen().map(|item| item.target)
    }

    /// Whether only one thing can be meant.
    #[must_use]
    pub fn is_sure(&self) -> bool {
        self.sure
    }

    /// The rows of the list: the matches, under their headings while nothing is typed.
    #[must_use]
    pub fn rows(&self) -> Vec<PickerRow> {
        let mut rows = Vec::with_capacity(self.matches.len());
        let mut group = "";
        let searching = !self.query().is_empty();
        for (at, item) in self.matches().enumerate() {
            if item.group != group && !searching {
                if !rows.is_empty() {
                    rows.push(PickerRow::Blank);
                }
                rows.push(PickerRow::Heading(item.group));
                group = item.group;
            }
            rows.push(PickerRow::Item(at));
        }
        rows
    }

    /// Takes a key of typing; says whether it was one.
    ///
    /// Home and End go along the list where the cursor of the prompt stands there already.
    pub fn edit(&mut self, key: Key) -> bool {
        let before = self.prompt.clone();
        let taken = self.spec().has_prompt() && self.prompt.edit(key);
        if self.prompt.text() != before.text() {
            self.narrow();
        } else if taken && self.prompt == before {
            match key.code {
                Code::Home => self.chosen = (!self.matches.is_empty()).then_some(0),
                Code::End => self.chosen = self.matches.len().checked_sub(1),
                _ => {}
            }
        }
        taken
    }

    /// The row of the chosen item, or the first one.
    #[must_use]
    pub fn chosen_row(&self, rows: &[PickerRow]) -> usize {
        let chosen = self.chosen.map(PickerRow::Item);
        let at = rows.iter().position(|row| Some(*row) == chosen);
        at.unwrap_or(0)
    }

    /// Turns the page, so that the chosen row stays where the eye is.
    pub fn turn(&mut self, by: isize) {
        self.top = self.top.saturating_add_signed(by);
    }

    /// Types a text that was pasted.
    pub fn paste(&mut self, text: &str) {
        self.prompt.insert(text);
        self.narrow();
    }

    /// Replaces the query.
    fn write(&mut self, line: &str) {
        self.prompt = Prompt::default();
        self.paste(line);
    }

    /// Chooses an item by its position among the matches; says whether there is one.
    pub fn choose(&mut self, at: usize) -> bool {
        let is_there = at < self.matches.len();
        if is_there {
            self.chosen = Some(at);
        }
        is_there
    }

    /// Chooses the item that stands for a target, where there is one.
    pub fn choose_target(&mut self, target: Target) {
        let at = self.matches().position(|item| item.target == target);
        self.chosen = at.or(self.chosen);
    }

    /// Chooses another item. Up from the first calls back the lines that were typed before, the latest first.
    pub fn step(&mut self, by: isize, history: &[String]) {
        let last = self.matches.len().checked_sub(1);
        match (self.chosen, by) {
            (None | Some(0), ..0) => self.recall(history),
            (None, _) => self.chosen = last.map(|_| 0),
            (Some(at), _) => {
                self.chosen = last.map(|last| step(at, by, last));
            }
        }
    }

    fn recall(&mut self, history: &[String]) {
        if self.source != PickerSource::GoTo {
            return;
        }
        let Some(at) = history.len().checked_sub(self.recalled + 1) else {
            return;
        };
        if let Some(line) = history.get(at) {
            self.recalled += 1;
            self.write(line);
        }
    }

    /// Writes out a name of a target, which stays chosen.
    fn complete(&mut self, target: Target, name: &str) {
        self.write(name);
        self.choose_target(target);
    }

    /// Finds what answers to the line.
    fn narrow(&mut self) {
        self.top = 0;
        let matcher = Matcher::new(self.prompt.text());
        self.date = None;
        if matcher.is_empty() {
            return self.list_all();
        }
        let found = self.found(&matcher);
        let is_exact = |found_item: &Match| found_item.rank == Rank::Exact;
        self.sure = found.len() == 1 || found.iter().any(is_exact);
        self.matches = found.into_iter().map(|answer| answer.at).collect();
        self.chosen = (!self.matches.is_empty()).then_some(0);
    }

    /// What answers to the line, the best first; what answers alike keeps the order in which it is listed.
    fn found(&mut self, matcher: &Matcher) -> Vec<Match> {
        let mut found = match self.source {
            PickerSource::GoTo => self.rank_all(matcher),
            _ => self.rank_by_name(matcher),
        };
        found.sort_by_key(|answer| (answer.class, answer.rank, answer.by_alias, answer.order));
        found
    }

    /// With nothing typed all is listed that is met unasked, and the first chosen; the prompt of `:` lists places to go
    /// to and chooses nothing.
    fn list_all(&mut self) {
        let is_prompt = self.source == PickerSource::GoTo;
        let target = |at: &usize| self.items.items[*at].target;
        let is_listed = |at: &usize| match self.source {
            PickerSource::GoTo => everything::opens_with(target(at)).is_some(),
            // The signs are found in the help, and have a list of their own.
            PickerSource::Help => !matches!(target(at), Target::Sign(_)),
            _ => true,
        };
        self.matches = (0..self.items.items.len()).filter(is_listed).collect();
        if is_prompt {
            self.matches
                .sort_by_key(|at| everything::opens_with(target(at)));
        }
        self.sure = false;
        self.chosen = (!is_prompt && !self.matches.is_empty()).then_some(0);
    }

    /// The items whose names answer: those whose title does before those that are only found by another word.
    fn rank_by_name(&self, matcher: &Matcher) -> Vec<Match> {
        // In the help the keys come before the signs.
        let class = |item: &Item| match item.target {
            Target::Sign(_) => 2,
            _ => 0,
        };
        let found_item = |(at, item): (usize, &Item)| {
            let names = self.items.names_of(item);
            let title = names.lines().next().and_then(|title| matcher.rank(title));
            let title = title.filter(|rank| *rank <= Rank::Word);
            Some(Match {
                class: class(item) + u8::from(title.is_none()),
                rank: title.or_else(|| matcher.rank(names))?,
                by_alias: false,
                order: 0,
                at,
            })
        };
        self.all()
            .iter()
            .enumerate()
            .filter_map(found_item)
            .collect()
    }

    /// Marks the chosen item, or takes its mark away.
    pub fn mark(&mut self) {
        let Some(at) = self.chosen.and_then(|at| self.matches.get(at)) else {
            return;
        };
        let item = &mut self.items.items[*at];
        item.marked = !item.marked;
    }

    /// The targets that are marked, in the order in which they are listed.
    #[must_use]
    pub fn marked(&self) -> Vec<Target> {
        let marked = self.all().iter().filter(|item| item.marked);
        marked.map(|item| item.target).collect()
    }

    /// Follows what the items stand for to where it is now; what is gone leaves the list.
    pub fn follow(&mut self, now: impl Fn(Target) -> Option<Target>) {
        let chosen = self.chosen;
        self.items.items.retain_mut(|item| {
            let target = now(item.target);
            item.target = target.unwrap_or(item.target);
            target.is_some()
        });
        self.narrow();
        let last = self.matches.len().checked_sub(1);
        self.chosen = chosen.or(Some(0)).and_then(|at| Some(at.min(last?)));
        if let Some(marks) = &mut self.marks {
            marks.opened_with = marks
                .opened_with
                .iter()
                .filter_map(|target| now(*target))
                .collect();
        }
    }

    /// Gives every item another note.
    pub fn set_notes(&mut self, note: impl Fn(Target) -> String) {
        for item in &mut self.items.items {
            if let Some(label) = &mut item.label {
                label.note = note(item.target);
            }
        }
    }
}

#[cfg(test)]
mod tests;
