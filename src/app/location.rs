//! Where the reader is: one value, cloned to remember it and assigned to come back.
//!
//! Whatever a reader would miss after going back belongs here; what can be worked out from it, the timeline and the
//! size of the screen belongs to the screen.

use super::cases::CasesState;
use super::document::Document;
use super::lanes::LanesState;
use crate::selection::Selection;
use crate::timeline::PassageId;

/// The pictures of the one timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum View {
    Timeline,
    Lanes,
    Article,
    Cases,
}

impl View {
    /// The views with their keys and names, in the order of the header.
    pub const ALL: [(View, char, &'static str); 4] = [
        (View::Timeline, '1', "Timeline"),
        (View::Lanes, '2', "Lanes"),
        (View::Article, '3', "Article"),
        (View::Cases, '4', "Cases"),
    ];
}

/// Which half of a view has the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pane {
    /// The list of events, or the outline of the article.
    List,
    /// The text beside it.
    Page,
}

/// Where a page is scrolled to, and which of its links is chosen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PageState {
    pub top: usize,
    pub link: Option<usize>,
}

/// Where the reader is.
#[derive(Debug, Clone, PartialEq)]
pub struct Location {
    pub view: View,
    pub pane: Pane,
    /// The filter, what it leaves, and the selected event.
    pub selection: Selection,
    /// The selected claim; `None` only in a timeline without an article.
    pub passage: Option<PassageId>,
    pub lanes: LanesState,
    pub cases: CasesState,
    /// First row of the list, or of the outline, that is shown.
    pub list_top: usize,
    /// The part of the filter that Enter lifts when nothing is left.
    pub relaxation: usize,
    pub page: PageState,
}

impl Location {
    /// At the first event; `None` for a timeline without events.
    #[must_use]
    pub fn new(document: &Document) -> Option<Self> {
        let timeline = &document.timeline;
        Some(Location {
            view: View::Timeline,
            pane: Pane::List,
            selection: Selection::new(timeline)?,
            passage: PassageId::at(timeline, 0),
            lanes: LanesState::new(&document.plan),
            cases: CasesState::new(timeline),
            list_top: 0,
            relaxation: 0,
            page: PageState::default(),
        })
    }
}

/// What Esc brings back: where the reader was, and the search that was on.
#[derive(Debug, Clone)]
pub struct Snapshot {
    pub(super) location: Location,
    pub(super) matches: Option<super::search::Matches>,
}
