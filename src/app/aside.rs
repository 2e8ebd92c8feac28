//! The third column of a wide screen: what stands beside the page, without keys of its own.
//!
//! Beside an event it is what the article claims of it and what came before and after; beside a claim it is the page of
//! the linked event that is chosen, or of the first one.

use super::{App, View};
use crate::page::{self, Link, Page};
use crate::timeline::EventId;

impl App {
    /// What stands beside the page; `None` where there is no room, or nothing to show.
    #[must_use]
    pub fn aside(&self) -> Option<&Page> {
        let columns = usize::from(self.layout()?.aside?.width);
        self.screen
            .seen
            .aside
            .get_or_init(|| self.write_aside(columns))
            .as_ref()
    }

    fn write_aside(&self, columns: usize) -> Option<Page> {
        match self.location.view {
            View::Article => {
                let event = self.event_of_claim()?;
                let words = self.words();
                Some(page::event::page(
                    &self.document.timeline,
                    event,
                    columns,
                    words,
                ))
            }
            _ if self.location.selection.visible().is_empty() => None,
            _ => {
                let event = self.location.selection.selected();
                let words = self.words();
                Some(page::aside::page(
                    &self.document.timeline,
                    event,
                    columns,
                    words,
                ))
            }
        }
    }

    /// The event of the chosen link, or the first that the claim is linked to.
    fn event_of_claim(&self) -> Option<EventId> {
        if let Some(Link::Event(event)) = self.chosen_link() {
            return Some(*event);
        }
        let links = self.page().links.iter();
        links
            .filter_map(|place| match place.link {
                Link::Event(event) => Some(event),
                _ => None,
            })
            .next()
    }
}
