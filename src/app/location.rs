//! Where the reader is: one value, cloned to remember it and assigned to come back.
//!
//! Whatever a reader would miss after going back belongs here; what can be worked out from it, the timeline and the
//! size of the screen belongs to the screen.

use super::document::OpenDocument;
use super::keys::Context;
use super::tour::TourPosition;
use super::view::cases::CasesState;
use super::view::lanes::LanesState;
use crate::page::cases::Aspect;
use crate::selection::Selection;
use crate::timeline::{CaseId, EventId, PassageId, Timeline, TourId};

/// The pictures of the one timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum View {
    /// The list of events with the page of one.
    Timeline,
    /// Every country’s status over time.
    Lanes,
    /// The article, claim by claim.
    Article,
    /// The cases, side by side.
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

    /// Whether its page is about a claim or a case, and the events that it rests on are what matters there.
    #[must_use]
    pub fn rests_on_events(self) -> bool {
        matches!(self, View::Article | View::Cases)
    }
}

/// Which half of a view has the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pane {
    /// The list of events, or the outline of the article.
    List,
    /// The text beside it.
    Page,
}

/// What a page is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject {
    Event(EventId),
    Passage(PassageId),
    Cell(CaseId, Aspect),
    /// A stop of a tour, by its position.
    Stop(TourId, usize),
}

/// What a page is to show of itself once it is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seek {
    /// The first link that matters in it, chosen.
    FirstLink,
    LastLink,
    Sources,
}

/// Where a page is scrolled to, and which of its links is chosen; another subject begins its page anew.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PageState {
    /// The first line in sight.
    pub top: usize,
    /// The chosen link, by its position on the page.
    pub link: Option<usize>,
    pub(super) subject: Option<Subject>,
    pub(super) seek: Option<Seek>,
}

impl PageState {
    /// Whether it shows the beginning, and nothing else is wanted of it.
    pub(super) fn is_at_rest(&self) -> bool {
        self.top == 0 && self.link.is_none() && self.seek.is_none()
    }

    /// To its beginning.
    pub(super) fn rewind(&mut self) {
        *self = PageState::default().of(self.subject);
    }

    /// The beginning of a page about something else.
    fn of(&self, subject: Option<Subject>) -> Self {
        PageState {
            subject,
            seek: self.seek,
            ..PageState::default()
        }
    }
}

/// Where the reader is.
#[derive(Debug, Clone, PartialEq)]
pub struct Location {
    /// Which view is shown.
    pub view: View,
    /// Which half of it has the keys.
    pub pane: Pane,
    /// Whether the page has the whole screen, while it has the keys.
    pub whole_page: bool,
    /// The filter, what it leaves, and the selected event.
    pub selection: Selection,
    /// The selected claim; `None` only in a timeline without an article.
    pub passage: Option<PassageId>,
    /// Where the lanes are.
    pub lanes: LanesState,
    /// Where the table of cases is.
    pub cases: CasesState,
    /// First row of the list, or of the outline, that is shown.
    pub list_top: usize,
    /// The part of the filter that Enter lifts when nothing is left.
    pub relaxation: usize,
    /// Where the page is.
    pub page: PageState,
    /// Where it is in its other size, with the whole screen or beside the list.
    pub(super) other_page: PageState,
    /// How far the reader has come on a tour, while on one.
    pub tour: Option<TourPosition>,
}

impl Location {
    /// At the first event; `None` for a timeline without events.
    #[must_use]
    pub fn new(document: &OpenDocument) -> Option<Self> {
        let timeline = &document.timeline;
        Some(Location {
            view: View::Timeline,
            pane: Pane::List,
            whole_page: false,
            selection: Selection::new(timeline)?,
            passage: PassageId::at(timeline, 0),
            lanes: LanesState::default(),
            cases: CasesState::new(timeline),
            list_top: 0,
            relaxation: 0,
            page: PageState::default(),
            other_page: PageState::default(),
            tour: None,
        })
    }

    /// Where keys go when nothing is typed or chosen.
    #[must_use]
    pub fn context(&self) -> Context {
        Context::of(self.view, self.pane)
    }

    /// The stop whose text is the page: the present one, until something else is gone to from it.
    #[must_use]
    pub fn stop(&self) -> Option<(TourId, usize)> {
        let position = self.tour.as_ref()?;
        (position.shows == Some(self.shows())).then_some((position.tour, position.stop))
    }

    /// Whether one looks at the timeline as a whole, and at no event.
    #[must_use]
    pub fn is_before_events(&self) -> bool {
        self.view == View::Timeline && self.selection.is_before_events()
    }

    /// The view, and what is selected in it.
    pub(super) fn shows(&self) -> (View, Option<Subject>) {
        (self.view, self.selected())
    }

    /// What the page is about.
    pub(super) fn subject(&self) -> Option<Subject> {
        let stop = self.stop().map(|(tour, at)| Subject::Stop(tour, at));
        stop.or_else(|| self.selected())
    }

    /// What is selected in the view, and the page beside it is about; the lanes have a page only at a stop of a tour, and
    /// the page of the timeline as a whole is about nothing in it.
    pub(super) fn selected(&self) -> Option<Subject> {
        match self.view {
            View::Timeline if self.is_before_events() => None,
            View::Timeline => Some(Subject::Event(self.selection.selected())),
            View::Lanes => None,
            View::Article => self.passage.map(Subject::Passage),
            View::Cases => {
                let case = self.cases.case?;
                Some(Subject::Cell(case, self.cases.aspect))
            }
        }
    }

    /// Begins the page anew where it is about something else than before.
    pub(super) fn settle_page(&mut self, timeline: &Timeline) {
        if self.view == View::Cases {
            self.cases.choose_what_is_shown(timeline);
        }
        if self.view == View::Lanes && self.stop().is_none() {
            self.pane = Pane::List;
        }
        if self.whole_page && self.pane == Pane::List {
            self.whole_page = false;
            self.turn_page();
        }
        let subject = self.subject();
        if self.page.subject != subject {
            self.page = self.page.of(subject);
        }
    }

    /// Gives the page the whole screen, where it was read there last.
    pub(super) fn give_screen(&mut self) {
        if !self.whole_page {
            self.whole_page = true;
            self.turn_page();
        }
    }

    /// To where the page is in its other size, if it is about the same.
    fn turn_page(&mut self) {
        let before = self.page;
        if self.other_page.subject == before.subject {
            self.page = self.other_page;
        }
        self.other_page = before;
    }

    /// To the beginning of an event's page, beside the list.
    pub(super) fn show_event(&mut self, event: EventId) {
        self.selection.select(event);
        self.view = View::Timeline;
        self.look_away();
    }

    /// To the beginning of a claim, in the outline.
    pub(super) fn show_passage(&mut self, passage: PassageId) {
        self.passage = Some(passage);
        (self.view, self.pane) = (View::Article, Pane::List);
        self.look_away();
    }

    /// From the stop of a tour to a page of its own, even where that is about what the stop shows.
    pub(super) fn look_away(&mut self) {
        self.page = PageState::default();
        if let Some(position) = &mut self.tour {
            position.shows = None;
        }
    }

    /// To the list of a view.
    pub(super) fn show_list(&mut self, view: View) {
        (self.view, self.pane) = (view, Pane::List);
    }
}

/// What Esc brings back: where the reader was, and the search that was on.
#[derive(Debug, Clone)]
pub struct Snapshot {
    pub(super) location: Location,
    pub(super) matches: Option<super::search::Matches>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::samples;

    /// The reader at the beginning of the small timeline, its page read to the fourth line.
    fn reading() -> (OpenDocument, Location) {
        let document = OpenDocument::new(samples::small());
        let mut location = Location::new(&document).unwrap();
        location.settle_page(&document.timeline);
        location.page.top = 3;
        (document, location)
    }

    #[test]
    fn a_page_begins_anew_with_another_subject_and_with_no_other_change() {
        let check = |change: &dyn Fn(&mut Location), expected: usize| {
            let (document, mut location) = reading();
            change(&mut location);
            location.settle_page(&document.timeline);
            assert_eq!(location.page.top, expected, "{:?}", location.page);
        };
        check(&|_| {}, 3);
        check(&|location| location.list_top = 2, 3);
        check(&|location| location.pane = Pane::Page, 3);
        check(&|location| location.selection.select_position(0), 3);
        check(&|location| location.selection.select_position(1), 0);
        check(&|location| location.show_list(View::Article), 0);
        check(&|location| location.show_list(View::Lanes), 0);
        check(&|location| location.page.rewind(), 0);
    }

    #[test]
    fn what_is_sought_outlasts_the_change_of_subject() {
        let (document, mut location) = reading();
        location.selection.select_position(1);
        location.page.seek = Some(Seek::Sources);
        location.settle_page(&document.timeline);
        assert_eq!(
            (location.page.top, location.page.seek),
            (0, Some(Seek::Sources))
        );
    }

    #[test]
    fn a_clone_brings_back_all_of_it() {
        let (document, mut location) = reading();
        let here = location.clone();
        location.selection.select_position(4);
        location.show_list(View::Article);
        location.lanes.panel_top = 5;
        location.settle_page(&document.timeline);
        assert_ne!(location, here);
        location = here.clone();
        location.settle_page(&document.timeline);
        assert_eq!(location, here);
    }
}
