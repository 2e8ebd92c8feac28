//! What is shown, and where everything stands: worked out from the document, the location, what lies over the panes and
//! the size of the terminal, once an input, and never decided here. Drawing, scrolling and the mouse look at the same.
//!
//! - `layout`: the panes; `lanes`, `ages`, `table`, `panel`: what stands where within them; `lane_marks`: what stands on lanes.
//! - `header`, `overview`, `chips`, `under_cursor`, `footer`, `popup`: what stands around the panes and over them.
//! - `hints`: what can be done where the reader is, for the footer and for popups.

pub mod ages;
pub mod chips;
pub mod footer;
pub mod header;
pub mod hints;
pub mod lane_marks;
pub mod lanes;
pub mod layout;
pub mod overview;
pub mod panel;
pub mod popup;
pub mod table;
mod under_cursor;

use std::cell::OnceCell;
use std::rc::Rc;

use super::document::OpenDocument;
use super::input::Size;
use super::overlay::Overlay;
use super::rows::{self, ListRow};
use super::view::lanes::panel_page;
use super::{App, View};
use crate::lanes::axis::Axis;
use crate::lanes::lifelines::LifeLines;
use crate::lanes::visible::VisibleMoments;
use crate::page::{Line, Page};
use crate::selection::filter::FilterPart;
use crate::selection::{Selection, tally};
use crate::timeline::EventId;
use ages::AgesLayout;
use chips::Chip;
use footer::Footer;
use header::Header;
use lane_marks::{LaneMarks, OpenedLane};
use lanes::LanesLayout;
use layout::{Area, Layout, Placed};
use overview::Overview;
use panel::PanelLayout;
use popup::Popup;
use table::CasesLayout;

/// What is derived from the rest of the state.
pub(super) struct Screen {
    pub size: Size,
    /// The events of which the list has rows.
    listed: Option<Rc<[EventId]>>,
    /// The rows of the list of events.
    pub rows: Vec<ListRow>,
    /// Which country’s line runs in which column beside them.
    life_lines: LifeLines,
    /// When nothing is left: the parts of the filter, each with the events that lifting it would bring back.
    pub relaxations: Vec<(FilterPart, usize)>,
    /// The strip under the header, made when it is first looked at.
    overview: OnceCell<Option<Overview>>,
    /// What is left of the lanes, found when they are first looked at.
    visible_moments: OnceCell<VisibleMoments>,
    /// Where the panes are; `None` when the screen is too small.
    pub layout: Option<Layout>,
    /// Where the lanes or the ages, the table of cases and the panel of facets are within them, while they are shown.
    pub lanes: Option<LanesLayout>,
    pub ages: Option<AgesLayout>,
    pub table: Option<CasesLayout>,
    pub panel: Option<PanelLayout>,
    /// What the chosen row of the lanes is opened to.
    opened_lane: Option<OpenedLane>,
    pub seen: Seen,
}

/// What is worked out when it is first looked at: of many keys pressed at once only for the last one.
#[derive(Default)]
pub(super) struct Seen {
    /// The page of what is selected at the present width.
    pub page: OnceCell<Page>,
    /// What stands beside the page where there is room.
    pub aside: OnceCell<Option<Page>>,
    header: OnceCell<Header>,
    chips: OnceCell<Vec<Chip>>,
    pub footer: OnceCell<Footer>,
    under_cursor: OnceCell<Option<Line>>,
    lane_marks: OnceCell<Vec<LaneMarks>>,
    /// What stands in the panel under the lanes, or under the ages.
    lanes_panel: OnceCell<Page>,
    pub popup: OnceCell<Option<Popup>>,
}

impl Screen {
    pub(super) fn new() -> Self {
        Screen {
            size: Size {
                columns: 80,
                rows: 24,
            },
            listed: None,
            rows: Vec::new(),
            life_lines: LifeLines::default(),
            relaxations: Vec::new(),
            overview: OnceCell::new(),
            visible_moments: OnceCell::new(),
            layout: None,
            lanes: None,
            ages: None,
            table: None,
            panel: None,
            opened_lane: None,
            seen: Seen::default(),
        }
    }

    /// Lists what the filter leaves, or what may be lifted where that is nothing.
    pub(super) fn list(&mut self, document: &OpenDocument, selection: &Selection) {
        let timeline = &document.timeline;
        let listed = self.listed.as_ref();
        if listed.is_some_and(|listed| selection.is_still(listed)) {
            return;
        }
        self.listed = Some(selection.share_visible());
        self.overview = OnceCell::new();
        self.visible_moments = OnceCell::new();
        self.rows = rows::rows(selection);
        self.life_lines = LifeLines::new(timeline, selection.visible());
        self.relaxations = if self.rows.is_empty() {
            tally::lifts(selection.filter(), timeline, document.facet_index())
        } else {
            Vec::new()
        };
    }
}

/// Places the panes and what stands in them; what stands around and over them is placed when it is looked at.
pub(in crate::app) fn lay_out(app: &mut App) {
    let (timeline, location) = (&app.document.timeline, &mut app.location);
    let screen = &mut app.screen;
    screen.seen = Seen::default();
    (screen.lanes, screen.ages) = (None, None);
    (screen.table, screen.panel) = (None, None);
    screen.opened_lane = None;
    let placed = Placed {
        view: location.view,
        pane: location.pane,
        whole_page: location.whole_page,
        filtered: !location.selection.filter().is_empty(),
        at_stop: location.stop().is_some(),
    };
    let overview_before = screen.layout.as_ref().and_then(|layout| layout.overview);
    screen.layout = layout::layout(screen.size, placed);
    let Some(layout) = &mut screen.layout else {
        return;
    };
    if layout.overview != overview_before {
        screen.overview = OnceCell::new();
    }
    if let Some(Overlay::Filter(_)) = &app.overlay {
        screen.panel = Some(panel::layout_for(layout, location.view));
        panel::make_room(layout, location.view);
    }
    match (location.view, layout.body) {
        (View::Lanes, Some(body)) if location.lanes.ages.shown => {
            let ages = app.document.ages();
            screen.ages = Some(ages::parts(ages, body, location.lanes.panel));
        }
        (View::Lanes, Some(body)) => {
            let plan = app.document.plan();
            let moments = screen
                .visible_moments
                .get_or_init(|| VisibleMoments::new(timeline, plan, location.selection.visible()));
            screen.opened_lane = location.fold_lanes(&app.document, moments, body);
            let rows = location.lanes.rows(plan).len();
            let lanes = lanes::parts(timeline, plan, body, location.lanes.panel, rows);
            screen.lanes = Some(lanes);
        }
        (View::Cases, _) => {
            screen.table = CasesLayout::fit(timeline, &location.cases, layout);
            table::part_texts(&location.cases, layout);
        }
        (View::Timeline | View::Article | View::Lanes, _) => {}
    }
}

/// Where everything stands; nothing on a screen that is too small.
impl App {
    /// The panes.
    #[must_use]
    pub fn layout(&self) -> Option<&Layout> {
        self.screen.layout.as_ref()
    }

    /// The lines beside the list, in as many columns as there can be.
    #[must_use]
    pub fn life_lines(&self) -> &LifeLines {
        &self.screen.life_lines
    }

    /// The lanes within their pane, while they are shown.
    #[must_use]
    pub fn lanes_layout(&self) -> Option<&LanesLayout> {
        self.screen.lanes.as_ref()
    }

    /// The text of the panel under the lanes or the ages, in as many columns as it has there.
    #[must_use]
    pub fn lanes_panel(&self) -> Option<(&Page, Area)> {
        let of_lanes = self.screen.lanes.and_then(|parts| parts.panel_text());
        let text = of_lanes.or(self.screen.ages.and_then(|parts| parts.panel_text()))?;
        let seen = &self.screen.seen.lanes_panel;
        Some((
            seen.get_or_init(|| panel_page(self, text.width.into())),
            text,
        ))
    }

    /// The ages within their pane, while they are shown in place of the lanes.
    #[must_use]
    pub fn ages_layout(&self) -> Option<&AgesLayout> {
        self.screen.ages.as_ref()
    }

    /// The table of cases, while it is shown.
    #[must_use]
    pub fn table(&self) -> Option<&CasesLayout> {
        self.screen.table.as_ref()
    }

    /// The panel of facets, while it is open.
    #[must_use]
    pub fn panel_layout(&self) -> Option<&PanelLayout> {
        self.screen.panel.as_ref()
    }

    /// The first line.
    #[must_use]
    pub fn header(&self) -> Option<&Header> {
        let line = self.layout()?.header;
        let seen = &self.screen.seen.header;
        Some(seen.get_or_init(|| header::header(self, line)))
    }

    /// The strip under it.
    #[must_use]
    pub fn overview(&self) -> Option<&Overview> {
        let line = self.layout()?.overview?;
        let strip = self.screen.overview.get_or_init(|| {
            let visible = self.location.selection.visible();
            overview::overview(&self.document.timeline, visible, line)
        });
        strip.as_ref()
    }

    /// The cells of the strip, and their axis; `None` where there is no room for them.
    #[must_use]
    pub fn overview_cells(&self) -> Option<(Area, Axis)> {
        let bars = self.overview()?.bars.as_ref()?;
        Some((bars.area, bars.axis))
    }

    /// The parts of the filter over the panes.
    #[must_use]
    pub fn chips(&self) -> &[Chip] {
        let Some(line) = self.layout().and_then(|layout| layout.chips) else {
            return &[];
        };
        let seen = &self.screen.seen.chips;
        seen.get_or_init(|| chips::chips(self, line))
    }

    /// The last line.
    #[must_use]
    pub fn footer(&self) -> Option<&Footer> {
        let line = self.layout()?.footer;
        let seen = &self.screen.seen.footer;
        Some(seen.get_or_init(|| footer::footer(self, line)))
    }

    /// What is under the cursor, in words, and the empty row over the footer where they stand.
    #[must_use]
    pub fn under_cursor(&self) -> Option<(&Line, Area)> {
        let area = self.layout()?.over_footer?;
        let seen = &self.screen.seen.under_cursor;
        let line = seen.get_or_init(|| under_cursor::under_cursor(self));
        line.as_ref().map(|line| (line, area))
    }

    /// What lies over the panes.
    #[must_use]
    pub fn popup(&self) -> Option<&Popup> {
        let footer = self.layout()?.footer;
        let seen = &self.screen.seen.popup;
        seen.get_or_init(|| popup::popup(self, footer)).as_ref()
    }
}
