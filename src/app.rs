//! The reader's state, and how it changes: input in, effect out.
//!
//! Nothing in this room draws, reads a terminal or touches a file; `ui` draws an [`App`] and `terminal` feeds it.

pub mod action;
mod aside;
pub mod cases;
mod choosing;
pub mod copying;
pub mod document;
pub mod editing;
mod filtering;
mod going;
pub mod input;
mod jumps;
pub mod keys;
pub mod lanes;
pub mod location;
mod mouse;
mod moving;
pub mod overlay;
pub mod overview;
pub mod panel;
pub mod picker;
pub mod prompt;
mod reload;
pub mod rows;
pub mod screen;
pub mod search;
pub mod setup;
#[cfg(test)]
mod tests;
pub mod trail;
mod update;

use crate::page::{self, Link, Page};
use crate::selection::Selection;
use crate::selection::filter::{Filter, Part};
use crate::timeline::diagnostic::Report;
use crate::timeline::{CountryId, PassageId, Timeline};
use document::Document;
use input::{Effect, Key, Size};
use keys::Context;
use location::Seek;
pub use location::{Location, PageState, Pane, View};
use mouse::Drag;
use overlay::Overlay;
use rows::Row;
use screen::Screen;
use screen::layout::Layout;
use search::Matches;
pub use setup::{Setup, Theme};
use trail::Trail;

/// What `n` and `]` walk along.
#[derive(Debug, Default)]
struct Walk {
    /// What is searched for, and what was found.
    matches: Option<Matches>,
    /// The country whose events `]` and `[` walk, when one was followed.
    country: Option<CountryId>,
}

/// What is kept to be put back or called back.
#[derive(Debug, Default)]
struct Memory {
    /// The filter that was lifted last.
    last_filter: Option<Filter>,
    /// The lines that were typed after `:`, the latest last.
    typed: Vec<String>,
}

/// What was begun with the hands and is not ended.
#[derive(Debug, Default)]
struct Gesture {
    /// Keys pressed so far of a sequence of keys.
    keys: Vec<Key>,
    /// What the mouse holds while its button is down.
    drag: Option<Drag>,
}

/// The state of the reader.
pub struct App {
    document: Document,
    location: Location,
    trail: Trail<Location>,
    /// What lies over the panes and takes the keys from them.
    pub overlay: Option<Overlay>,
    screen: Screen,
    pub setup: Setup,
    walk: Walk,
    memory: Memory,
    gesture: Gesture,
    /// A sentence in the footer, until the next key.
    message: Option<String>,
}

impl App {
    /// The reader at the first event; `None` for a timeline without events.
    #[must_use]
    pub fn new(timeline: Timeline) -> Option<Self> {
        let document = Document::new(timeline);
        let location = Location::new(&document)?;
        let mut app = App {
            document,
            location,
            trail: Trail::default(),
            overlay: None,
            screen: Screen::new(),
            setup: Setup::default(),
            walk: Walk::default(),
            memory: Memory::default(),
            gesture: Gesture::default(),
            message: None,
        };
        app.settle();
        Some(app)
    }

    /// The timeline with what is worked out from it once.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    #[must_use]
    pub fn timeline(&self) -> &Timeline {
        &self.document.timeline
    }

    /// What is wrong with the file as it is now, while the last good timeline is shown.
    #[must_use]
    pub fn broken(&self) -> Option<&Report> {
        self.document.broken.as_ref()
    }

    /// Where the reader is.
    #[must_use]
    pub fn location(&self) -> &Location {
        &self.location
    }

    /// What is shown and selected there.
    #[must_use]
    pub fn selection(&self) -> &Selection {
        &self.location.selection
    }

    /// The rows of the list of events.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.screen.rows
    }

    /// When nothing is left: the parts of the filter, each with the events that lifting it would bring back.
    #[must_use]
    pub fn relaxations(&self) -> &[(Part, usize)] {
        &self.screen.relaxations
    }

    #[must_use]
    pub fn size(&self) -> Size {
        self.screen.size
    }

    /// What a search has found.
    #[must_use]
    pub fn matches(&self) -> Option<&Matches> {
        self.walk.matches.as_ref()
    }

    /// The country whose events `]` and `[` walk, when one was followed.
    #[must_use]
    pub fn followed_country(&self) -> Option<CountryId> {
        self.walk.country
    }

    /// The sentence in the footer.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// Takes the sentence in the footer away.
    pub fn take_message(&mut self) -> Option<String> {
        self.screen.seen.footer.take();
        self.message.take()
    }

    /// Keys pressed so far of a sequence of keys.
    #[must_use]
    pub fn pending(&self) -> &[Key] {
        &self.gesture.keys
    }

    /// Lets the chosen link of the page go.
    pub fn unlink(&mut self) {
        self.location.page.link = None;
    }

    /// The page beside the list.
    #[must_use]
    pub fn page(&self) -> &Page {
        self.screen.seen.page.get_or_init(|| self.write_page())
    }

    fn write_page(&self) -> Page {
        let columns = self
            .layout()
            .and_then(|layout| layout.page)
            .map_or(0, |page| usize::from(page.width));
        self.page_at(columns)
    }

    /// The same page at another width; its links stand in the same order.
    #[must_use]
    pub fn page_at(&self, columns: usize) -> Page {
        match (self.location.view, self.location.passage) {
            (View::Article, Some(passage)) => {
                page::article::page(&self.document.timeline, passage, columns, self.words())
            }
            (View::Cases, _) => self.cases_page(columns),
            _ if self.location.selection.visible().is_empty() => page::event::none(columns),
            _ => page::event::page(
                &self.document.timeline,
                self.location.selection.selected(),
                columns,
                self.words(),
            ),
        }
    }

    /// The folded words that the search looks for, to be marked where they stand.
    #[must_use]
    pub fn words(&self) -> &[String] {
        self.matches().map_or(&[], |matches| matches.query.words())
    }

    /// Where keys go at the moment.
    #[must_use]
    pub fn context(&self) -> Context {
        self.overlay
            .as_ref()
            .map_or_else(|| self.place(), Overlay::context)
    }

    /// Where keys go when nothing is typed or chosen.
    #[must_use]
    pub fn place(&self) -> Context {
        Context::of(self.location.view, self.location.pane)
    }

    /// Row of the selected event in the list.
    #[must_use]
    pub fn selected_row(&self) -> Option<usize> {
        rows::row_of(&self.screen.rows, self.location.selection.selected())
    }

    #[must_use]
    pub fn can_go_back(&self) -> bool {
        self.trail.can_go_back()
    }

    /// The chosen link of the page.
    #[must_use]
    pub fn chosen_link(&self) -> Option<&Link> {
        self.page()
            .links
            .get(self.location.page.link?)
            .map(|place| &place.link)
    }

    /// Starts at an event, by its id, or at a date.
    pub fn start_at(&mut self, at: &str) {
        let filter = self.location.selection.filter().clone();
        self.update(|app| {
            app.go_to(at);
            // There is nothing to go back to, unless the event was not among those asked for.
            if filter == *app.location.selection.filter() {
                app.trail = Trail::default();
            }
            Effect::Draw
        });
    }

    /// Changes the state and brings up to date what is derived from it: the one way in which it changes.
    fn update(&mut self, change: impl FnOnce(&mut App) -> Effect) -> Effect {
        let effect = change(self);
        self.settle();
        effect
    }

    /// The rows that the filter leaves, the page of what is selected, and all scroll positions.
    fn settle(&mut self) {
        self.screen
            .list(&self.document.timeline, &self.location.selection);
        self.location.settle_page(&self.document.timeline);
        screen::lay_out(self);
        if let Some(layout) = self.layout().copied() {
            self.scroll_list(&layout);
            self.scroll_page(&layout);
        }
        self.location.page.seek = None;
    }

    fn scroll_list(&mut self, layout: &Layout) {
        let height = layout.list.map_or(0, |list| usize::from(list.height));
        let (at, rows) = match self.location.view {
            View::Timeline => (self.selected_row(), self.screen.rows.len()),
            View::Article => (self.outline_row(), self.outline().len()),
            View::Lanes => return self.scroll_lanes(),
            View::Cases => return self.scroll_cases(),
        };
        self.location.list_top =
            rows::scroll(self.location.list_top, height, at.unwrap_or(0), rows);
    }

    /// Shows what was wanted of the page, and keeps it within its text.
    fn scroll_page(&mut self, layout: &Layout) {
        if self.location.page.is_at_rest() {
            return;
        }
        match self.location.page.seek {
            Some(Seek::FirstLink) => self.seek_link(true),
            Some(Seek::LastLink) => self.seek_link(false),
            Some(Seek::Sources) => self.seek_sources(),
            None => {}
        }
        let height = layout.page.map_or(0, |page| usize::from(page.height));
        let last = self.page().lines.len().saturating_sub(height);
        self.location.page.top = self.location.page.top.min(last);
        let links = self.page().links.len();
        self.location.page.link = self.location.page.link.filter(|link| *link < links);
    }

    /// Lines of the page that the screen has room for.
    fn page_height(&self) -> usize {
        self.layout()
            .and_then(|layout| layout.page)
            .map_or(0, |page| usize::from(page.height))
    }

    /// The outline of the article: headings of its sections, and its passages.
    #[must_use]
    pub fn outline(&self) -> Vec<OutlineRow> {
        let mut rows = Vec::new();
        let mut section: Option<&String> = None;
        for passage in PassageId::all(&self.document.timeline) {
            let of = self.document.timeline[passage].section.as_ref();
            if of != section || (rows.is_empty() && of.is_some()) {
                if !rows.is_empty() {
                    rows.push(OutlineRow::Blank);
                }
                rows.extend(of.map(|_| OutlineRow::Section(passage)));
                section = of;
            }
            rows.push(OutlineRow::Passage(passage));
        }
        rows
    }

    fn outline_row(&self) -> Option<usize> {
        let passage = self.location.passage?;
        self.outline()
            .iter()
            .position(|row| *row == OutlineRow::Passage(passage))
    }

    /// Says a sentence in the footer, until the next key.
    pub fn say(&mut self, message: impl Into<String>) {
        self.screen.seen.footer.take();
        self.message = Some(message.into());
    }
}

/// A row of the outline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutlineRow {
    /// The section that begins with this passage.
    Section(PassageId),
    Passage(PassageId),
    Blank,
}
