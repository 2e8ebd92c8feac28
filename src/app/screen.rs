//! What is shown: worked out from the document, the location and the size of the terminal, and never decided here.

use std::cell::OnceCell;

use super::input::Size;
use super::rows::Row;
use crate::page::Page;
use crate::selection::filter::Part;

/// What is derived from the rest of the state.
pub(super) struct Screen {
    pub size: Size,
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
    pub fn new(rows: Vec<Row>) -> Self {
        Screen {
            size: Size {
                columns: 80,
                rows: 24,
            },
            rows,
            relaxations: Vec::new(),
            page: OnceCell::new(),
            aside: OnceCell::new(),
        }
    }

    /// Lets the pages be written anew when they are next looked at.
    pub fn forget_pages(&mut self) {
        self.page = OnceCell::new();
        self.aside = OnceCell::new();
    }
}
