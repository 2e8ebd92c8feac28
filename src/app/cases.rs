//! The state of the table of cases: which cell is chosen, which columns are in sight.

use super::App;
use super::action::Action;
use super::layout::Layout;
use crate::page::Page;
use crate::timeline::Timeline;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct CasesState {}

impl CasesState {
    #[must_use]
    pub fn new(_timeline: &Timeline) -> Self {
        CasesState {}
    }
}

impl App {
    /// The page of the chosen cell: the answer, its note and its evidence.
    pub(super) fn cases_page(&self, _columns: usize) -> Page {
        Page::default()
    }

    pub(super) fn move_in_cases(&mut self, _action: Action) {}

    pub(super) fn scroll_cases(&mut self, _layout: &Layout) {}
}
