//! What `:` opens: a line being typed, and everything that it could mean, the likeliest first.
//!
//! - `goals`: what there is to go to or to do, how each is told, and how it is reached.
//! - `rank`: how well a name answers to what was typed.

pub mod goals;
pub mod rank;

use super::input::Key;
use super::prompt::Prompt;
use crate::text;
use crate::text::fold::fold_into;
use crate::timeline::HistoricDate;
use goals::Goal;
use rank::{Rank, Wanted};

/// Everything that can be meant, folded once when the prompt is opened.
#[derive(Debug, Default)]
pub struct Goals {
    /// The names of all goals, folded, each on a line of its own.
    names: String,
    /// A goal, and where its names end.
    ends: Vec<(Goal, usize)>,
}

impl Goals {
    /// Adds a goal with the names that it answers to, the one in full first.
    pub fn add<'n>(&mut self, goal: Goal, names: impl IntoIterator<Item = &'n str>) {
        for name in names {
            fold_into(name, &mut self.names);
            self.names.push('\n');
        }
        self.ends.push((goal, self.names.len()));
    }

    /// Every goal with its names.
    fn iter(&self) -> impl Iterator<Item = (Goal, &str)> {
        let begins = std::iter::once(0).chain(self.ends.iter().map(|(_, end)| *end));
        begins
            .zip(&self.ends)
            .map(|(begin, (goal, end))| (*goal, self.names.get(begin..*end).unwrap_or_default()))
    }
}

/// The prompt with the goals that what was typed leaves.
#[derive(Debug)]
pub struct Palette {
    pub prompt: Prompt,
    goals: Goals,
    left: Vec<Goal>,
    /// The date that was typed, if it is one.
    pub date: Option<HistoricDate>,
    /// Place of the chosen goal; while nothing is typed nothing is chosen unasked.
    chosen: Option<usize>,
    /// How many lines of the history lie between the present and the line called back.
    recalled: usize,
    /// Whether only one thing can be meant.
    sure: bool,
}

impl Palette {
    #[must_use]
    pub fn new(goals: Goals) -> Self {
        let mut palette = Palette {
            prompt: Prompt::default(),
            goals,
            left: Vec::new(),
            date: None,
            chosen: None,
            recalled: 0,
            sure: false,
        };
        palette.narrow();
        palette
    }

    /// The palette with something typed.
    fn with(mut self, prompt: Prompt) -> Self {
        self.prompt = prompt;
        self.narrow();
        self
    }

    /// What was typed, without the spaces around it.
    #[must_use]
    pub fn typed(&self) -> &str {
        self.prompt.text().trim()
    }

    /// The goals that are left, the likeliest first.
    #[must_use]
    pub fn left(&self) -> &[Goal] {
        &self.left
    }

    /// Rows of the list: one also where nothing is left, to say so.
    #[must_use]
    pub fn len(&self) -> usize {
        self.left.len().max(1)
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.left.is_empty()
    }

    #[must_use]
    pub fn chosen(&self) -> Option<usize> {
        self.chosen
    }

    /// The row that is kept in sight.
    #[must_use]
    pub fn position(&self) -> usize {
        self.chosen.unwrap_or(0)
    }

    /// The goal that Enter goes to.
    #[must_use]
    pub fn goal(&self) -> Option<Goal> {
        self.left.get(self.chosen?).copied()
    }

    /// What can be typed, while nothing is.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        if self.prompt.text().is_empty() {
            "a date (1914-08), a passage (¶6), a name, or what to do"
        } else {
            ""
        }
    }

    /// Whether what was typed is the whole name of something, or means one thing only.
    #[must_use]
    pub fn is_sure(&self) -> bool {
        self.sure
    }

    /// Takes a key of typing; says whether it was one.
    pub fn edit(&mut self, key: Key) -> bool {
        let taken = self.prompt.edit(key);
        if taken {
            self.narrow();
        }
        taken
    }

    pub fn paste(&mut self, text: &str) {
        self.prompt.insert(text);
        self.narrow();
    }

    pub fn choose(&mut self, at: usize) {
        self.chosen = (at < self.left.len()).then_some(at);
    }

    /// Chooses another goal. Up from the first one calls back the lines that were typed before, the latest first.
    pub fn step(&mut self, by: isize, history: &[String]) {
        let last = self.left.len().checked_sub(1);
        match (self.chosen, by) {
            (None | Some(0), ..0) => self.recall(history),
            (None, _) => self.chosen = last.map(|_| 0),
            (Some(at), _) => {
                self.chosen = last.map(|last| at.saturating_add_signed(by).min(last));
            }
        }
    }

    fn recall(&mut self, history: &[String]) {
        let Some(at) = history.len().checked_sub(self.recalled + 1) else {
            return;
        };
        if let Some(line) = history.get(at) {
            self.recalled += 1;
            self.write(line);
        }
    }

    /// Puts another line into the prompt.
    fn write(&mut self, line: &str) {
        self.prompt = Prompt::default();
        self.prompt.insert(line);
        self.narrow();
    }

    /// Writes out the name of the chosen goal, which stays chosen.
    pub fn complete(&mut self, goal: Goal, name: &str) {
        self.write(name);
        self.chosen = self
            .left
            .iter()
            .position(|left| *left == goal)
            .or(self.chosen);
    }

    /// Finds what the typed line leaves; with nothing typed, what can be done here.
    fn narrow(&mut self) {
        let typed = self.typed().to_owned();
        self.date = rank::date(&typed);
        let wanted = Wanted::new(&typed);
        if wanted.is_empty() {
            let offered = self.goals.iter().map(|(goal, _)| goal);
            self.left = offered.filter(|goal| goal.is_action()).collect();
            self.chosen = None;
            self.sure = false;
            return;
        }
        let mut found: Vec<(Rank, u8, Goal)> = self
            .goals
            .iter()
            .filter_map(|(goal, names)| Some((wanted.rank(names)?, goal.order(), goal)))
            .collect();
        if self.date.is_some() {
            found.push((Rank::Exact, Goal::Date.order(), Goal::Date));
        }
        let best = found.iter().map(|(rank, ..)| *rank).min();
        self.sure = found.len() == 1 || best == Some(Rank::Exact);
        // What ranks alike keeps the order of the timeline and of the key table.
        found.sort_by_key(|(rank, order, _)| (*rank, *order));
        self.left = found.into_iter().map(|(_, _, goal)| goal).collect();
        self.chosen = (!self.left.is_empty()).then_some(0);
    }

    /// The name that is nearest to what was typed, for what is called so by nothing.
    #[must_use]
    pub fn nearest(&self) -> Option<&str> {
        text::nearest(self.typed(), self.goals.names.lines())
    }
}
