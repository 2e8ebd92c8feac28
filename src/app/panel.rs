//! The panel of facets: what can be chosen of each, with live counts, and what is being typed.
//!
//! What is chosen counts at once, so that the list beside the panel shows what is left; Esc brings back the filter,
//! the location and the search that were there before. How the panel acts on the reader is in `panel/actions.rs`.

pub(super) mod actions;

use super::document::OpenDocument;
use super::input::{Code, Key};
use super::location::Snapshot;
use super::motion::step;
use super::prompt::Prompt;
use crate::selection::filter::{Filter, FilterPart};
use crate::selection::tally::Tally;
use crate::selection::{facet::Facet, value::Value};
use crate::text;
use crate::text::fold::fold;
use crate::text::rank::Matcher;
use crate::text::wrap::wrap;
use crate::timeline::Timeline;

/// Columns before the words of a value, for its mark.
pub const INDENT: usize = 3;

/// What the keys are typed into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typing {
    /// Keys move and choose.
    Nothing,
    /// The words that narrow the values.
    Narrow,
    /// The range of time.
    Range,
}

/// What an entry of the panel stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// A value of the facet.
    Value(Value),
    /// The range that is typed.
    Range,
    /// An era of the timeline, by its position.
    Era(usize),
}

/// What can be chosen, as it is listed and found.
#[derive(Debug, Clone)]
pub struct FacetEntry {
    /// What it stands for.
    pub choice: Choice,
    /// The words of its line.
    pub label: String,
    /// The names by which it is found, folded, each on a line of its own.
    names: String,
}

/// A line of the values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PanelLine<'p> {
    /// An entry, by its position among the matches.
    Entry(usize),
    /// What is wrong with the range.
    Fault(&'p str),
    /// How sure the range is.
    Note(&'p str),
}

/// The panel while it is open.
#[derive(Debug)]
pub struct Panel {
    facets: Vec<(Facet, Vec<FacetEntry>)>,
    /// Position of the facet whose values are shown.
    facet: usize,
    /// Position of the chosen entry among the matches.
    chosen: usize,
    /// What the keys are typed into.
    pub typing: Typing,
    /// The words that narrow the values.
    pub narrow: Prompt,
    /// The range of time as it is typed.
    pub range: Prompt,
    /// What is wrong with the range that was typed.
    fault: Option<String>,
    tally: Tally,
    /// How sure the range is, in a sentence.
    note: String,
    before: Box<Snapshot>,
    /// Whether anything was chosen since the panel was opened.
    touched: bool,
}

impl Panel {
    /// The panel of a filter, at the first facet of which something is chosen.
    fn new(document: &OpenDocument, filter: &Filter, before: Snapshot) -> Self {
        let timeline = &document.timeline;
        let tally = Tally::new(filter, timeline, document.facet_index());
        let facets: Vec<(Facet, Vec<FacetEntry>)> = Facet::all()
            .map(|facet| (facet, entries(facet, timeline, &tally)))
            .filter(|(_, entries)| !entries.is_empty())
            .collect();
        let is_on = |(facet, _): &(Facet, Vec<FacetEntry>)| chosen_of(filter, *facet) > 0;
        Panel {
            facet: facets.iter().position(is_on).unwrap_or(0),
            facets,
            chosen: 0,
            typing: Typing::Nothing,
            narrow: Prompt::default(),
            range: Prompt::default(),
            fault: None,
            note: note(&tally),
            tally,
            before: Box::new(before),
            touched: false,
        }
    }

    /// The same panel over another timeline, in which the filter has other ids.
    pub(super) fn moved_to(
        self,
        document: &OpenDocument,
        filter: &Filter,
        before: Snapshot,
    ) -> Self {
        let facet = self.facet();
        let chosen = self
            .matches()
            .get(self.chosen)
            .map(|entry| entry.label.clone());
        let mut panel = Panel::new(document, filter, before);
        let is_facet = |(other, _): &(Facet, Vec<FacetEntry>)| *other == facet;
        panel.facet = panel.facets.iter().position(is_facet).unwrap_or(0);
        (panel.typing, panel.touched) = (self.typing, self.touched);
        (panel.narrow, panel.range, panel.fault) = (self.narrow, self.range, self.fault);
        let is_chosen = |entry: &&FacetEntry| Some(&entry.label) == chosen.as_ref();
        panel.chosen = panel.matches().iter().position(is_chosen).unwrap_or(0);
        panel
    }

    /// The snapshot that Esc restores.
    pub(super) fn before(&self) -> &Snapshot {
        &self.before
    }

    /// Counts anew after the filter changed.
    fn count(&mut self, filter: &Filter, document: &OpenDocument) {
        self.tally = Tally::new(filter, &document.timeline, document.facet_index());
        self.note = note(&self.tally);
    }

    /// The facet whose values are shown.
    #[must_use]
    pub fn facet(&self) -> Facet {
        self.facets
            .get(self.facet)
            .map_or(Facet::Time, |(facet, _)| *facet)
    }

    /// The facets that have something to choose, in their order.
    pub fn facets(&self) -> impl Iterator<Item = Facet> {
        self.facets.iter().map(|(facet, _)| *facet)
    }

    /// Position of the facet whose values are shown.
    #[must_use]
    pub fn facet_position(&self) -> usize {
        self.facet
    }

    /// Position of the chosen entry among the matches.
    #[must_use]
    pub fn position(&self) -> usize {
        self.chosen
    }

    /// The entries of the facet that match the query, in their order.
    #[must_use]
    pub fn matches(&self) -> Vec<&FacetEntry> {
        let matcher = Matcher::new(self.narrow.text());
        let answers =
            |entry: &&FacetEntry| matcher.is_empty() || matcher.rank(&entry.names).is_some();
        let entries = self.facets.get(self.facet).map(|(_, entries)| entries);
        entries.into_iter().flatten().filter(answers).collect()
    }

    /// The chosen entry; `None` where nothing is left.
    #[must_use]
    pub fn chosen(&self) -> Option<&FacetEntry> {
        self.matches().get(self.chosen).copied()
    }

    /// Chooses an entry by its position among the matches.
    pub(super) fn choose(&mut self, at: usize) {
        self.chosen = at;
        self.typing = Typing::Nothing;
    }

    /// What is wrong with the range that was typed.
    #[must_use]
    pub fn fault(&self) -> Option<&str> {
        self.fault.as_deref()
    }

    /// The lines of the values, in this many columns.
    #[must_use]
    pub fn lines(&self, columns: usize) -> Vec<PanelLine<'_>> {
        let columns = columns.saturating_sub(INDENT).max(1);
        let mut lines = Vec::new();
        for (at, entry) in self.matches().iter().enumerate() {
            lines.push(PanelLine::Entry(at));
            if entry.choice != Choice::Range {
                continue;
            }
            if let Some(fault) = &self.fault {
                let wrapped = wrap(fault, columns);
                lines.extend(
                    wrapped
                        .into_iter()
                        .map(|range| PanelLine::Fault(&fault[range])),
                );
            } else if !self.note.is_empty() {
                lines.push(PanelLine::Note(&self.note));
            }
        }
        lines
    }

    /// How many events an entry would bring; the typed range brings what it brings.
    #[must_use]
    pub fn events(&self, choice: Choice) -> Option<usize> {
        match choice {
            Choice::Value(value) => Some(self.tally.of(value)),
            Choice::Era(era) => Some(self.tally.of_era(era)),
            Choice::Range => None,
        }
    }

    fn step(&mut self, by: isize) {
        let last = self.matches().len().saturating_sub(1);
        self.chosen = step(self.chosen, by, last);
    }

    /// Goes to another facet, round and round.
    fn step_facet(&mut self, forward: bool) {
        let facets = self.facets.len().max(1);
        let step = if forward { 1 } else { facets - 1 };
        self.show_facet((self.facet + step) % facets);
    }

    fn show_facet(&mut self, facet: usize) {
        if facet < self.facets.len() {
            self.facet = facet;
            self.chosen = 0;
            self.stop_narrowing();
            self.fault = None;
        }
    }

    fn stop_narrowing(&mut self) {
        let value = self.chosen().map(|entry| entry.choice);
        self.narrow = Prompt::default();
        let back = self
            .matches()
            .iter()
            .position(|entry| Some(entry.choice) == value);
        self.chosen = back.unwrap_or(0);
    }

    /// Takes a key of typing; a figure begins a range of time where one can be.
    pub(super) fn edit(&mut self, key: Key) {
        let figure =
            matches!(key.code, Code::Char(figure) if figure.is_ascii_digit() || figure == '.');
        match self.typing {
            Typing::Narrow => {
                if self.narrow.edit(key) {
                    self.chosen = 0;
                }
            }
            Typing::Range => {
                self.range.edit(key);
                self.fault = None;
            }
            Typing::Nothing if figure && self.facet() == Facet::Time => {
                self.stop_narrowing();
                self.chosen = 0;
                self.typing = Typing::Range;
                self.range = Prompt::default();
                self.range.edit(key);
                self.fault = None;
            }
            Typing::Nothing => {}
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        match self.typing {
            Typing::Range => self.range.insert(text),
            Typing::Narrow | Typing::Nothing => {
                self.typing = Typing::Narrow;
                self.narrow.insert(text);
                self.chosen = 0;
            }
        }
    }
}

/// How many things of a facet are chosen.
#[must_use]
pub fn chosen_of(filter: &Filter, facet: Facet) -> usize {
    match facet {
        Facet::Time | Facet::Text | Facet::Marked => {
            usize::from(filter.parts_on().contains(&FilterPart::Include(facet)))
        }
        _ => {
            let choices = &filter.choices;
            choices.included_of(facet).count()
                + choices.required_of(facet).count()
                + choices.excluded_of(facet).count()
        }
    }
}

/// How many of the events that are shown may lie outside the range.
fn note(tally: &Tally) -> String {
    match tally.perhaps {
        0 => String::new(),
        number => format!("{} only possibly in it", text::count(number, "event")),
    }
}

/// What can be chosen of a facet, by number of events where the facet is, else in the order of the file.
fn entries(facet: Facet, timeline: &Timeline, tally: &Tally) -> Vec<FacetEntry> {
    let mut values = facet.values(timeline);
    if facet.is_by_count() {
        values.sort_by_key(|value| std::cmp::Reverse(tally.of(*value)));
    }
    let entry = |choice: Choice, label: String, keywords: &str| FacetEntry {
        choice,
        names: fold(&format!("{label}\n{keywords}")),
        label,
    };
    let of_value = |value: Value| {
        let (label, keywords) = (value.label(timeline), value.keywords(timeline));
        entry(Choice::Value(value), label, &keywords)
    };
    if facet != Facet::Time {
        return values.into_iter().map(of_value).collect();
    }
    let range = entry(Choice::Range, "From … to …".to_owned(), "range dates");
    let eras = timeline.eras.iter().enumerate();
    let era = |(at, era): (usize, &crate::timeline::Era)| {
        entry(Choice::Era(at), era.title.clone(), &era.date.label())
    };
    [range].into_iter().chain(eras.map(era)).collect()
}
