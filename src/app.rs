//! The reader's state, and how it changes: input in, effect out.
//!
//! Nothing in this room draws, reads a terminal or touches a file; `ui` draws an [`App`] and `terminal` feeds it.
//!
//! - State: `document` (the timeline and what depends on it alone), `location` (where the reader is), `trail` (where it
//!   was), `overlay` (what lies over the panes), `setup` (theme, keys), `screen` (what is derived from all of that).
//! - From input to change: `input`, `keys`, `action`, `update`; `motion` is the one table of steps.
//! - `view`: one file a view; `picker` and `panel`: what lists and narrows.
//! - From here to elsewhere: `navigate`, `goto`, `follow`, `search`, `filtering` (and what it has `kept`), `pick` by number.
//! - The reader's own: `marks` with their notes, those that are `unkept`, and the `line` in which a note or a name is typed.
//! - Out of the reader: `here` (what the eyes are on), `copy`, `print`, `export`, `open`, `edit`; into it again: `reload`.

pub mod action;
pub mod colours;
mod copy;
pub mod document;
pub mod edit;
mod elsewhere;
pub mod export;
pub mod filtering;
mod follow;
mod goto;
mod here;
pub mod input;
mod kept;
pub mod keys;
pub mod line;
pub mod location;
mod marks;
pub mod motion;
mod mouse;
mod navigate;
mod open;
pub mod overlay;
pub mod pages;
pub mod panel;
mod pick;
pub mod picker;
mod picture;
mod print;
pub mod prompt;
mod reload;
pub mod rows;
pub mod screen;
pub mod search;
pub mod setup;
#[cfg(test)]
mod tests;
mod thread;
pub mod tour;
pub mod trail;
mod unkept;
mod update;
pub mod view;

use std::sync::Arc;

use crate::notes::MarkId;
use crate::notes::places::MarkPlace;
use crate::page::{Link, Page};
use crate::selection::Selection;
use crate::selection::filter::{Filter, FilterPart};
use crate::text;
use crate::timeline::diagnostic::Report;
use crate::timeline::{EventId, Timeline};
pub use copy::{left_out, place_flags, view_command};
use document::OpenDocument;
use input::{Effect, Key, Size};
use keys::Context;
pub use location::{Location, PageState, Pane, View};
use marks::OpenNotebook;
use mouse::Drag;
use overlay::{Overlay, TextViewer};
use panel::Panel;
use picker::{Picker, everything};
use rows::ListRow;
use screen::Screen;
use search::Matches;
pub use setup::{FilterByName, Setup, Theme};
pub use thread::Thread;
use trail::Trail;
pub use unkept::UnkeptNote;
use unkept::UnkeptNotes;
use view::{article, cases, lanes, reading, timeline};

/// What `n` and `]` walk along.
#[derive(Debug, Default)]
struct Walk {
    /// What is searched for, and what was found.
    matches: Option<Matches>,
    /// What `]` and `[` walk.
    thread: Thread,
}

/// What is kept to be put back or called back.
#[derive(Debug, Default)]
struct Memory {
    /// The filter that was lifted last.
    last_filter: Option<Filter>,
    /// The lines that were typed after `:`, the latest last.
    history: Vec<String>,
    /// What was searched for, the latest last.
    searches: Vec<String>,
    /// The reader's marks and notes.
    notebook: OpenNotebook,
    /// The notes that could not be kept.
    unkept: UnkeptNotes,
    /// A note that was begun and left, with what it is on.
    left_note: Option<(MarkId, String)>,
    /// The name of the file that was written last.
    exported_to: Option<String>,
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
    document: OpenDocument,
    location: Location,
    trail: Trail<Location>,
    /// What lies over the panes and takes the keys from them.
    overlay: Option<Overlay>,
    screen: Screen,
    /// What the reader was set up with: theme, keys, mouse, whose file it is.
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
        let document = OpenDocument::new(timeline);
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
    pub fn document(&self) -> &OpenDocument {
        &self.document
    }

    /// The timeline that is read.
    #[must_use]
    pub fn timeline(&self) -> &Timeline {
        &self.document.timeline
    }

    /// The timeline alone, when there is nothing more to read; `None` while another thread looks at it.
    #[must_use]
    pub fn into_timeline(self) -> Option<Timeline> {
        Arc::into_inner(self.document.timeline)
    }

    /// What is wrong with the file as it is now, while the last good timeline is shown.
    #[must_use]
    pub fn broken(&self) -> Option<&Report> {
        self.document.broken.as_ref()
    }

    /// What lies over the panes and takes the keys from them; `None` while the reader browses.
    #[must_use]
    pub fn overlay(&self) -> Option<&Overlay> {
        self.overlay.as_ref()
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
    pub fn rows(&self) -> &[ListRow] {
        &self.screen.rows
    }

    /// When nothing is left: the parts of the filter, each with the events that lifting it would bring back.
    #[must_use]
    pub fn relaxations(&self) -> &[(FilterPart, usize)] {
        &self.screen.relaxations
    }

    /// The size of the screen.
    #[must_use]
    pub fn size(&self) -> Size {
        self.screen.size
    }

    /// What a search has found.
    #[must_use]
    pub fn matches(&self) -> Option<&Matches> {
        self.walk.matches.as_ref()
    }

    /// What `]` and `[` walk.
    #[must_use]
    pub fn thread(&self) -> Thread {
        self.walk.thread
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

    /// The list that is open.
    #[must_use]
    pub fn picker(&self) -> Option<&Picker> {
        match &self.overlay {
            Some(Overlay::Picker(picker)) => Some(picker),
            _ => None,
        }
    }

    fn picker_mut(&mut self) -> Option<&mut Picker> {
        match &mut self.overlay {
            Some(Overlay::Picker(picker)) => Some(picker),
            _ => None,
        }
    }

    /// The panel of facets, while it is open.
    #[must_use]
    pub fn panel(&self) -> Option<&Panel> {
        match &self.overlay {
            Some(Overlay::Filter(panel)) => Some(panel),
            _ => None,
        }
    }

    fn panel_mut(&mut self) -> Option<&mut Panel> {
        match &mut self.overlay {
            Some(Overlay::Filter(panel)) => Some(panel),
            _ => None,
        }
    }

    /// The page beside the list.
    #[must_use]
    pub fn page(&self) -> &Page {
        self.screen.seen.page.get_or_init(|| {
            let area = self.layout().and_then(|layout| layout.page);
            pages::page(self, area.map_or(0, |area| area.width.into()))
        })
    }

    /// What is read, where its page is scrolled past its title.
    #[must_use]
    pub fn running_head(&self) -> Option<String> {
        let subject = self
            .location
            .subject()
            .filter(|_| self.location.page.top > 0)?;
        Some(here::title(&self.document.timeline, subject))
    }

    /// What stands beside the page; `None` where there is no room, or nothing to show.
    #[must_use]
    pub fn aside(&self) -> Option<&Page> {
        let columns = usize::from(self.layout()?.aside?.width);
        let aside = self
            .screen
            .seen
            .aside
            .get_or_init(|| pages::aside(self, columns));
        aside.as_ref()
    }

    /// The folded words that the search looks for, to be marked where they stand.
    #[must_use]
    pub fn words(&self) -> &[String] {
        self.matches().map_or(&[], |matches| matches.query.words())
    }

    /// Where keys go at the moment.
    #[must_use]
    pub fn context(&self) -> Context {
        let overlay = self.overlay.as_ref();
        overlay.map_or_else(|| self.location.context(), Overlay::context)
    }

    /// Row of the list on which one is.
    #[must_use]
    pub fn selected_row(&self) -> Option<usize> {
        if self.location.selection.is_before_events() {
            return Some(0);
        }
        rows::row_of(&self.screen.rows, self.location.selection.selected())
    }

    /// Where Backspace leads.
    #[must_use]
    pub fn left_last(&self) -> Option<&Location> {
        self.trail.last()
    }

    /// Whether Backspace leads anywhere.
    #[must_use]
    pub fn can_go_back(&self) -> bool {
        self.trail.can_go_back()
    }

    /// The chosen link of the page.
    #[must_use]
    pub fn chosen_link(&self) -> Option<&Link> {
        let link = self.page().links.get(self.location.page.link?)?;
        Some(&link.link)
    }

    /// The rows that the filter leaves, the page of what is selected, and all scroll positions.
    fn settle(&mut self) {
        let (timeline, selection) = (&self.document.timeline, &self.location.selection);
        self.screen.list(&self.document, selection);
        self.location.settle_page(timeline);
        if self.location.view == View::Lanes {
            lanes::follow(self);
        }
        screen::lay_out(self);
        if self.screen.layout.is_some() {
            match self.location.view {
                View::Timeline => timeline::settle(self),
                View::Lanes => lanes::settle(self),
                View::Article => article::settle(self),
                View::Cases => cases::settle(self),
            }
            reading::settle(self);
            overlay::settle(self);
        }
        self.location.page.seek = None;
    }

    /// What was read since the program began, in the order in which it was come to, and no thing twice.
    #[must_use]
    pub fn trail_places(&self) -> Vec<MarkPlace> {
        let place = |location: &Location| marks::place_of(location.subject()?);
        let mut places = Vec::new();
        for found in self
            .trail
            .behind()
            .chain([&self.location])
            .filter_map(place)
        {
            if !places.contains(&found) {
                places.push(found);
            }
        }
        places
    }

    /// Shows an address that could not be opened, to be copied, and says why.
    pub fn report_unopened(&mut self, address: &str, why: &str) {
        let title = format!("This address cannot be opened: {}", text::clean(why));
        self.update(|app| {
            app.message = None;
            let viewer = TextViewer::of_address(title, address.to_owned());
            app.overlay = Some(Overlay::Text(viewer));
            Effect::Draw
        });
    }

    /// Tells why a picture is not shown, and where it lies.
    pub fn report_unshown(&mut self, event: EventId, why: &str) {
        picture::report_unshown(self, event, why);
    }

    /// What a word that is typed after `:` means already, so that no filter may take it over.
    #[must_use]
    pub fn meaning_of(&self, word: &str) -> Option<&'static str> {
        everything::meaning(self, word)
    }

    /// Says a sentence in the footer, until the next key.
    pub fn say(&mut self, message: impl Into<String>) {
        self.screen.seen.footer.take();
        self.message = Some(message.into());
    }
}
