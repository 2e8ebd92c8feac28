//! What is shown: worked out from the document, the location and the size of the terminal, and never decided here.

pub mod chips;
pub mod footer;
pub mod header;
pub mod lanes;
pub mod layout;
pub mod panel;
pub mod popup;
pub mod table;

use std::cell::OnceCell;
use std::rc::Rc;

use super::input::Size;
use super::rows::{self, Row};
use crate::page::Page;
use crate::selection::filter::Part;
use crate::selection::{Selection, tally};
use crate::timeline::{EventId, Timeline};

/// What is derived from the rest of the state.
pub(super) struct Screen {
    pub size: Size,
    /// The events of which the list has rows.
    listed: Option<Rc<[EventId]>>,
    /// The rows of the list of events.
    pub rows: Vec<Row>,
    /// When nothing is left: the parts of the filter, each with the events that lifting it would bring back.
    pub relaxations: Vec<(Part, usize)>,
    /// The page of what is selected at the present width, written when it is first looked at: of many keys pressed
    /// at once only the last one's page is.
    pub page: OnceCell<Page>,
    /// What stands beside the page where there is room, written when it is first looked at.
    pub aside: OnceCell<Option<Page>>,
}

impl Screen {
    pub fn new() -> Self {
        Screen {
            size: Size {
                columns: 80,
                rows: 24,
            },
            listed: None,
            rows: Vec::new(),
            relaxations: Vec::new(),
            page: OnceCell::new(),
            aside: OnceCell::new(),
        }
    }

    /// Lists what the filter leaves, or what may be lifted where that is nothing.
    pub fn list(&mut self, timeline: &Timeline, selection: &Selection) {
        let listed = self.listed.as_ref();
        if listed.is_some_and(|listed| selection.is_still(listed)) {
            return;
        }
        self.listed = Some(selection.share_visible());
        self.rows = rows::rows(timeline, selection.visible());
        self.relaxations = if self.rows.is_empty() {
            tally::lifts(selection.filter(), timeline)
        } else {
            Vec::new()
        };
    }

    /// Lets the pages be written anew when they are next looked at.
    pub fn forget_pages(&mut self) {
        self.page = OnceCell::new();
        self.aside = OnceCell::new();
    }
}
