//! The rows of the lanes: groups with their countries, folded or not, and which row is chosen.

use super::LanesState;
use crate::app::motion;
use crate::lanes::plan::{Group, Lane, Plan};
use crate::timeline::CountryId;

/// A row on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LaneRow<'p> {
    /// The title of a group.
    Heading {
        /// The position of the group in the plan.
        at: usize,
        /// The group itself.
        group: &'p Group,
        /// Whether its lanes are hidden.
        folded: bool,
    },
    /// The row of a country.
    Lane(&'p Lane),
    /// A row under the chosen country's: the first has the signs of its events, the others their names.
    Opened(&'p Lane, u16),
    /// The names of the group's countries of which nothing falls into the years in sight.
    Elsewhen(&'p Group),
    /// An empty row between the groups.
    Blank,
}

/// The chosen row: a country's, or a group's while it is folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chosen {
    /// The row of a country.
    Country(CountryId),
    /// The heading of a group, by its position.
    Group(usize),
}

impl LaneRow<'_> {
    /// What is chosen with this row; headings of open groups and empty rows are passed over.
    #[must_use]
    pub fn choice(&self) -> Option<Chosen> {
        match self {
            LaneRow::Heading {
                at, folded: true, ..
            } => Some(Chosen::Group(*at)),
            LaneRow::Lane(lane) => Some(Chosen::Country(lane.country)),
            LaneRow::Heading { .. }
            | LaneRow::Opened(..)
            | LaneRow::Elsewhen(_)
            | LaneRow::Blank => None,
        }
    }
}

impl LanesState {
    /// All rows from top to bottom, with an empty one between the groups where there is room.
    #[must_use]
    pub fn rows<'p>(&self, plan: &'p Plan) -> Vec<LaneRow<'p>> {
        let mut rows = Vec::new();
        for (at, group) in plan.groups.iter().enumerate() {
            if at > 0 && self.spaced {
                rows.push(LaneRow::Blank);
            }
            let folded = self.folded.contains(&at);
            rows.push(LaneRow::Heading { at, group, folded });
            if !folded {
                self.push_lanes(group, &mut rows);
            }
        }
        rows
    }

    /// The rows of an unfolded group: what has something in sight, the chosen one opened, and a line for the others.
    fn push_lanes<'p>(&self, group: &'p Group, rows: &mut Vec<LaneRow<'p>>) {
        for lane in group.lanes.iter().filter(|lane| !self.is_elsewhen(lane)) {
            rows.push(LaneRow::Lane(lane));
            if self.chosen == Some(Chosen::Country(lane.country)) {
                rows.extend((0..self.opened).map(|row| LaneRow::Opened(lane, row)));
            }
        }
        if group.lanes.iter().any(|lane| self.is_elsewhen(lane)) {
            rows.push(LaneRow::Elsewhen(group));
        }
    }

    /// Whether a lane has no row, since nothing of it falls into the years in sight; the chosen one always has.
    #[must_use]
    pub fn is_elsewhen(&self, lane: &Lane) -> bool {
        self.elsewhen.contains(&lane.country) && self.chosen != Some(Chosen::Country(lane.country))
    }

    /// The lane of the chosen country.
    #[must_use]
    pub fn chosen_lane<'p>(&self, plan: &'p Plan) -> Option<&'p Lane> {
        match self.chosen? {
            Chosen::Country(country) => plan.lane(country),
            Chosen::Group(_) => None,
        }
    }

    /// Position of the chosen row.
    #[must_use]
    pub fn chosen_row(&self, plan: &Plan) -> usize {
        let is_chosen = |row: &LaneRow| row.choice().is_some() && row.choice() == self.chosen;
        self.rows(plan).iter().position(is_chosen).unwrap_or(0)
    }

    /// Chooses another row, by a number of rows that can be chosen.
    pub(in crate::app) fn step_rows(&mut self, plan: &Plan, by: isize) {
        let choices: Vec<Chosen> = self.rows(plan).iter().filter_map(LaneRow::choice).collect();
        let at = choices
            .iter()
            .position(|choice| Some(*choice) == self.chosen)
            .unwrap_or(0);
        let last = choices.len().saturating_sub(1);
        self.chosen = choices.get(motion::step(at, by, last)).copied();
    }

    /// To the first row of the next group, or of this one or the one before.
    pub(in crate::app) fn step_groups(&mut self, plan: &Plan, forward: bool) {
        let rows = self.rows(plan);
        let at = self.chosen_row(plan);
        let starts = |row: &usize| match rows[*row] {
            LaneRow::Heading { folded, .. } => folded,
            LaneRow::Lane(_) => *row > 0 && matches!(rows[*row - 1], LaneRow::Heading { .. }),
            LaneRow::Opened(..) | LaneRow::Elsewhen(_) | LaneRow::Blank => false,
        };
        let found = if forward {
            (at + 1..rows.len()).find(starts)
        } else {
            (0..at).rev().find(starts)
        };
        self.chosen = found.and_then(|row| rows[row].choice()).or(self.chosen);
    }

    /// Folds the group of the chosen row, or unfolds the chosen group.
    pub(in crate::app) fn fold(&mut self, plan: &Plan) {
        match self.chosen {
            Some(Chosen::Group(at)) => self.unfold(plan, at),
            Some(Chosen::Country(country)) => {
                if let Some(at) = plan.group_of(country) {
                    self.folded.push(at);
                    self.chosen = Some(Chosen::Group(at));
                }
            }
            None => {}
        }
    }

    fn unfold(&mut self, plan: &Plan, at: usize) {
        self.folded.retain(|folded| *folded != at);
        let first = plan.groups.get(at).and_then(|group| group.lanes.first());
        self.chosen = first
            .map(|lane| Chosen::Country(lane.country))
            .or(self.chosen);
    }

    /// Folds every group, or unfolds every one when all are folded.
    pub(in crate::app) fn fold_all(&mut self, plan: &Plan) {
        if self.folded.len() == plan.groups.len() {
            self.folded.clear();
            if let Some(Chosen::Group(at)) = self.chosen {
                self.unfold(plan, at);
            }
        } else {
            let chosen = self
                .chosen_lane(plan)
                .and_then(|lane| plan.group_of(lane.country));
            self.folded = (0..plan.groups.len()).collect();
            self.chosen = chosen.map(Chosen::Group).or(self.chosen);
        }
    }

    /// Chooses the row of a country, its group unfolded.
    pub(in crate::app) fn open(&mut self, plan: &Plan, country: CountryId) {
        if let Some(group) = plan.group_of(country) {
            self.folded.retain(|folded| *folded != group);
            self.chosen = Some(Chosen::Country(country));
            self.panel_top = 0;
        }
    }

    /// Chooses the row of a country, or of its group when that is folded.
    pub(in crate::app) fn choose(&mut self, plan: &Plan, country: CountryId) {
        let Some(group) = plan.group_of(country) else {
            return;
        };
        self.chosen = Some(if self.folded.contains(&group) {
            Chosen::Group(group)
        } else {
            Chosen::Country(country)
        });
    }
}
