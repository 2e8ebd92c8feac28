//! The reader's state, and how it changes: input in, effect out.
//!
//! Nothing in this room draws, reads a terminal or touches a file; `ui` draws an [`App`] and `terminal` feeds it.

pub mod action;
mod aside;
pub mod cases;
pub mod chips;
mod choosing;
pub mod copying;
pub mod editing;
mod filtering;
pub mod foot;
mod going;
pub mod header;
pub mod help;
pub mod input;
mod jumps;
pub mod keys;
pub mod lanes;
pub mod layout;
pub mod menu;
mod mouse;
mod moving;
pub mod overlay;
pub mod overview;
pub mod palette;
pub mod panel;
pub mod prompt;
mod reload;
pub mod rows;
pub mod trail;
mod update;

use std::cell::OnceCell;

use crate::page::{self, Link, Page};
use crate::selection::Selection;
use crate::selection::filter::{Filter, Part};
use crate::selection::search::{Index, Query};
use crate::timeline::diagnostic::Report;
use crate::timeline::{CountryId, EventId, PassageId, SourceId, Timeline};
use cases::CasesState;
use copying::Shown;
use editing::Provenance;
use input::{Key, Size};
use keys::{Context, Keymap};
use lanes::LanesState;
use layout::Layout;
use menu::Menu;
use mouse::Held;
use palette::Palette;
use panel::{Panel, Typing};
use prompt::Prompt;
use rows::Row;
use trail::Trail;

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

/// What the keys go to before the panes.
#[derive(Debug)]
pub enum Mode {
    Browse,
    /// A search being typed, with the event from which it started.
    Search {
        prompt: Prompt,
        origin: EventId,
        before: Box<Before>,
    },
    /// A place or an action being typed.
    GoTo(Box<Palette>),
    /// A menu of countries, with the filter to return to.
    Countries {
        menu: Menu<CountryId>,
        before: Box<Before>,
        /// The marks that the menu opened with.
        opened_with: Vec<CountryId>,
    },
    Help(Menu<usize>),
    /// Events that share a mark on a lane.
    Cluster(Menu<EventId>),
    /// The faults of the file as it is now, by their places in the report.
    Faults(Menu<usize>),
    /// Sources that have an address, to open one.
    Addresses(Menu<SourceId>),
    /// A text for the eyes, where the terminal has no clipboard.
    Shown(Shown),
    /// The facets, with the filter to return to.
    Filter(Box<Panel>),
}

/// Colours by name; the palette belongs to `ui`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Theme {
    Dark,
    Light,
    /// No colour at all: bold, dim, underline and reverse carry the meaning.
    Mono,
}

impl Theme {
    pub const ALL: [(Theme, &'static str); 3] = [
        (Theme::Dark, "dark"),
        (Theme::Light, "light"),
        (Theme::Mono, "without colour"),
    ];

    #[must_use]
    pub fn name(self) -> &'static str {
        let named = Theme::ALL.iter().find(|(theme, _)| *theme == self);
        named.map_or("", |(_, name)| name)
    }
}

/// What a search has found.
#[derive(Debug, Clone)]
pub struct Found {
    pub query: Query,
    /// Visible events that match, in order of time.
    pub hits: Vec<EventId>,
    /// Matching events that the filter hides.
    pub hidden: usize,
}

/// A place that one can come back to.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    view: View,
    pane: Pane,
    event: EventId,
    passage: Option<PassageId>,
    lanes: LanesState,
    cases: CasesState,
    filter: Filter,
    list_top: usize,
    page_top: usize,
    link: Option<usize>,
}

/// What Esc brings back: the place, and the search that was on.
#[derive(Debug, Clone)]
pub struct Before {
    place: Place,
    found: Option<Found>,
}

/// Where a page is scrolled to, and which of its links is chosen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PageState {
    pub top: usize,
    pub link: Option<usize>,
}

pub struct App {
    pub timeline: Timeline,
    pub selection: Selection,
    index: Index,
    pub rows: Vec<Row>,
    pub view: View,
    pub pane: Pane,
    pub mode: Mode,
    pub keymap: Keymap,
    pub passage: Option<PassageId>,
    pub lanes: LanesState,
    pub cases: CasesState,
    /// First row of the list that is shown.
    pub list_top: usize,
    pub page_state: PageState,
    /// The page of the selected event or passage at the present width, written when it is first looked at:
    /// of many keys pressed at once only the last one's page is.
    page: OnceCell<Page>,
    /// What stands beside the page where there is room, written when it is first looked at.
    aside: OnceCell<Option<Page>>,
    pub found: Option<Found>,
    /// The country whose events `]` and `[` walk, when one was followed.
    pub thread: Option<CountryId>,
    lifted: Option<Filter>,
    /// When nothing is left: the parts of the filter, each with the events that lifting it would bring back.
    pub offers: Vec<(Part, usize)>,
    /// The offer that Enter takes.
    pub offer: usize,
    trail: Trail<Place>,
    /// Keys pressed so far of a sequence of keys.
    pub pending: Vec<Key>,
    /// Whether the terminal takes what is copied.
    pub can_copy: bool,
    /// A sentence at the foot, until the next key.
    pub message: Option<String>,
    /// What is wrong with the file as it is now, while the last good timeline is shown.
    pub broken: Option<Report>,
    pub provenance: Provenance,
    pub theme: Theme,
    /// Whether only ASCII may be drawn beside the timeline's own text.
    pub ascii: bool,
    pub size: Size,
    /// Whether the program takes the mouse, or leaves it to the terminal.
    pub mouse: bool,
    /// What the mouse holds while its button is down.
    held: Option<Held>,
    /// The lines that were typed after `:`, the latest last.
    history: Vec<String>,
}

impl App {
    /// The reader at the first event; `None` for a timeline without events.
    #[must_use]
    pub fn new(timeline: Timeline) -> Option<Self> {
        let selection = Selection::new(&timeline)?;
        let mut app = App {
            index: Index::default(),
            rows: rows::rows(&timeline, selection.visible()),
            passage: PassageId::at(&timeline, 0),
            lanes: LanesState::new(&timeline),
            cases: CasesState::new(&timeline),
            selection,
            view: View::Timeline,
            pane: Pane::List,
            mode: Mode::Browse,
            keymap: Keymap::default(),
            list_top: 0,
            page_state: PageState::default(),
            page: OnceCell::new(),
            aside: OnceCell::new(),
            found: None,
            thread: None,
            lifted: None,
            offers: Vec::new(),
            offer: 0,
            trail: Trail::default(),
            pending: Vec::new(),
            can_copy: true,
            message: None,
            broken: None,
            provenance: Provenance::default(),
            theme: Theme::Dark,
            ascii: false,
            mouse: true,
            held: None,
            history: Vec::new(),
            size: Size {
                columns: 80,
                rows: 24,
            },
            timeline,
        };
        app.refresh();
        Some(app)
    }

    /// Where everything is; `None` when the screen is too small.
    #[must_use]
    pub fn layout(&self) -> Option<Layout> {
        let mut layout = layout::layout(self.size, self.view, self.pane, self.is_filtered())?;
        if matches!(self.mode, Mode::Filter(_)) {
            panel::place::make_room(&mut layout, self.view);
        }
        if self.view == View::Cases {
            self.fit_cases(&mut layout);
        }
        Some(layout)
    }

    /// The page beside the list.
    #[must_use]
    pub fn page(&self) -> &Page {
        self.page.get_or_init(|| self.write_page())
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
        match (self.view, self.passage) {
            (View::Article, Some(passage)) => {
                page::article::page(&self.timeline, passage, columns, self.words())
            }
            (View::Cases, _) => self.cases_page(columns),
            _ if self.selection.visible().is_empty() => page::event::none(columns),
            _ => page::event::page(
                &self.timeline,
                self.selection.selected(),
                columns,
                self.words(),
            ),
        }
    }

    /// The folded words that the search looks for, to be marked where they stand.
    #[must_use]
    pub fn words(&self) -> &[String] {
        self.found.as_ref().map_or(&[], |found| found.query.words())
    }

    /// Where keys go at the moment.
    #[must_use]
    pub fn context(&self) -> Context {
        match &self.mode {
            Mode::Filter(panel) if panel.typing != Typing::Nothing => Context::Prompt,
            Mode::Filter(_) => Context::Filter,
            Mode::Search { .. } | Mode::GoTo(_) => Context::Prompt,
            Mode::Countries { .. }
            | Mode::Help(_)
            | Mode::Cluster(_)
            | Mode::Addresses(_)
            | Mode::Shown(_) => Context::Menu,
            Mode::Faults(_) => Context::Faults,
            Mode::Browse => self.place(),
        }
    }

    /// Where keys go when nothing is typed or chosen.
    #[must_use]
    pub fn place(&self) -> Context {
        Context::of(self.view, self.pane)
    }

    /// Row of the selected event in the list.
    #[must_use]
    pub fn selected_row(&self) -> Option<usize> {
        rows::row_of(&self.rows, self.selection.selected())
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
            .get(self.page_state.link?)
            .map(|place| &place.link)
    }

    /// Starts at an event, by its id, or at a date.
    pub fn start_at(&mut self, at: &str) {
        let filter = self.selection.filter().clone();
        self.go_to(at);
        // There is nothing to go back to, unless the event was not among those asked for.
        if filter == *self.selection.filter() {
            self.trail = Trail::default();
        }
        self.refresh();
    }

    /// Brings what is derived up to date: the page of what is selected, and both scroll positions.
    fn refresh(&mut self) {
        self.page = OnceCell::new();
        self.aside = OnceCell::new();
        let Some(layout) = self.layout() else { return };
        self.scroll_list(&layout);
        self.scroll_page(&layout);
    }

    fn scroll_list(&mut self, layout: &Layout) {
        let height = layout.list.map_or(0, |list| usize::from(list.height));
        let (at, rows) = match self.view {
            View::Timeline => (self.selected_row(), self.rows.len()),
            View::Article => (self.outline_row(), self.outline().len()),
            View::Lanes => return self.scroll_lanes(layout),
            View::Cases => return self.scroll_cases(layout),
        };
        self.list_top = rows::scroll(self.list_top, height, at.unwrap_or(0), rows);
    }

    /// Keeps the page within its text, and the chosen link in sight.
    fn scroll_page(&mut self, layout: &Layout) {
        if self.page_state == PageState::default() {
            return;
        }
        let height = layout.page.map_or(0, |page| usize::from(page.height));
        let last = self.page().lines.len().saturating_sub(height);
        self.page_state.top = self.page_state.top.min(last);
        let links = self.page().links.len();
        self.page_state.link = self.page_state.link.filter(|link| *link < links);
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
        for passage in PassageId::all(&self.timeline) {
            let of = self.timeline[passage].section.as_ref();
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
        let passage = self.passage?;
        self.outline()
            .iter()
            .position(|row| *row == OutlineRow::Passage(passage))
    }

    /// Says a sentence at the foot, until the next key.
    pub fn say(&mut self, message: impl Into<String>) {
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
