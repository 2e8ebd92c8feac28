//! The state of the lanes: where in time they are, how far they are zoomed, which row is chosen.

use super::App;
use super::action::Action;
use super::layout::Layout;
use crate::timeline::Timeline;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct LanesState {}

impl LanesState {
    #[must_use]
    pub fn new(_timeline: &Timeline) -> Self {
        LanesState {}
    }
}

impl App {
    pub(super) fn move_in_lanes(&mut self, _action: Action) {}

    pub(super) fn scroll_lanes(&mut self, _layout: &Layout) {}
}
