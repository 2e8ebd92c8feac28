//! The file was saved: another timeline replaces this one, and the reader stays at the same location.
//!
//! Ids are indices into the lists of one timeline, so everything that the state holds is looked up again by its name.
//! Each piece of state is taken apart field by field here, so that a new part of it cannot be forgotten.

use super::export::ExportSource;
use super::line::LinePurpose;
use super::picker::run;
use super::{App, FilterByName, PageState, Thread, marks, search};
use std::cell::RefCell;
use std::collections::HashMap;

use super::document::OpenDocument;
use super::input::Effect;
use super::location::{Location, Snapshot, Subject};
use super::overlay::Overlay;
use super::picker::Picker;
use super::view::cases::CasesState;
use super::view::lanes::LanesState;
use crate::lanes::plan::Plan;
use crate::page::cases::Aspect;
use crate::selection::Selection;
use crate::selection::filter::{Choices, Filter, TextFilter};
use crate::selection::search::Query;
use crate::selection::value::Value;
use crate::timeline::load::Loaded;
use crate::timeline::{
    CaseId, CountryId, CriterionId, EventId, PassageId, SpanId, Timeline, TourId,
};

/// Shows the file as it is now; one that cannot be shown leaves the last good timeline on the screen.
pub(super) fn reload(app: &mut App, loaded: Loaded) -> Effect {
    let Loaded { timeline, report } = loaded;
    if let Some(timeline) = timeline {
        let gone = take_over(app, timeline);
        app.say(match gone {
            None => "the file was saved and is read anew".to_owned(),
            Some(gone) => format!("the file was saved: {gone} is no longer in it"),
        });
    } else {
        app.document.broken = Some(report);
        // That an earlier state of the file was read is no longer what one wants to know.
        app.message = None;
    }
    // A list of what was there may list something else now.
    let is_listed_anew = |picker: &Picker| picker.source.is_listed_anew();
    if app.picker().is_some_and(is_listed_anew) {
        run::list_again(app);
    }
    Effect::Draw
}

/// Puts a timeline in the place of the one that is read; says what one was at, where that has gone.
fn take_over(app: &mut App, timeline: Timeline) -> Option<&'static str> {
    app.document.broken = None;
    if timeline.events.is_empty() {
        return None;
    }
    let document = OpenDocument::new(timeline);
    let change = Migration::new(&app.document, &document);
    let (tour, selection) = (&app.location.tour, &app.location.selection);
    let is_gone = |tour: TourId| change.tour(tour).is_none();
    let gone = if tour.as_ref().is_some_and(|position| is_gone(position.tour)) {
        Some("the tour")
    } else if !selection.is_before_events() && change.event(selection.selected()).is_none() {
        Some("the event that was read")
    } else {
        None
    };
    let height = app
        .selected_row()
        .map(|row| row.saturating_sub(app.location.list_top));
    app.location = change.location(&app.location);
    app.trail.change(|location| change.location(location));
    app.walk.thread = match app.walk.thread {
        // The tour that is under way is known by where one is.
        Thread::Article | Thread::Tour(_) => None,
        walked @ (Thread::Violations | Thread::Marks | Thread::Matches) => Some(walked),
        Thread::Claim(claim) => change.passage(claim).map(Thread::Claim),
        Thread::Country(country) => change.country(country).map(Thread::Country),
    }
    .unwrap_or_default();
    let last_filter = app.memory.last_filter.take();
    app.memory.last_filter = last_filter.map(|filter| change.filter(&filter));
    let filter = app.location.selection.filter();
    let overlay = app.overlay.take();
    app.overlay = overlay.and_then(|overlay| change.overlay(overlay, filter));

    let filters = std::mem::take(&mut app.setup.filters);
    let renewed = |named: FilterByName| {
        let filter = change.filter(named.filter(change.old));
        FilterByName::new(named.name, filter)
    };
    app.setup.filters = filters.into_iter().map(renewed).collect();

    std::mem::replace(&mut app.document, document).leave();
    search::again(app);
    marks::follow(app);
    app.location.relaxation = 0;
    app.screen.list(&app.document, &app.location.selection);
    // The selected row stays where the eye is.
    if let (Some(row), Some(height)) = (app.selected_row(), height) {
        app.location.list_top = row.saturating_sub(height);
    }
    gone
}

/// From one timeline to the next: what became of each thing that an id can name.
pub(super) struct Migration<'t> {
    old: &'t Timeline,
    new: &'t Timeline,
    old_plan: &'t Plan,
    new_plan: &'t Plan,
    /// The new timeline with the folded text of it.
    new_document: &'t OpenDocument,
    /// What the filters leave of it, each worked out once: most locations that are remembered share theirs.
    selections: RefCell<Vec<Selection>>,
    events: Vec<Option<EventId>>,
    countries: Vec<Option<CountryId>>,
    passages: Vec<Option<PassageId>>,
    criteria: Vec<Option<CriterionId>>,
    cases: Vec<Option<CaseId>>,
    tours: Vec<Option<TourId>>,
}

/// For every thing of the old list the id of the one that has its name in the new list.
fn renamed<T, I>(
    old: &[T],
    new: &[T],
    name: impl Fn(&T) -> &str,
    id: impl Fn(usize) -> Option<I>,
) -> Vec<Option<I>> {
    // A save that names nothing anew is what comes most often.
    let as_before = old.iter().map(&name).eq(new.iter().map(&name));
    if as_before {
        return (0..old.len()).map(id).collect();
    }
    let indices: HashMap<&str, usize> = new
        .iter()
        .enumerate()
        .map(|(at, thing)| (name(thing), at))
        .collect();
    old.iter()
        .map(|thing| indices.get(name(thing)).and_then(|at| id(*at)))
        .collect()
}

/// What became of the thing at an index of the old list.
fn now<I: Copy>(ids: &[Option<I>], at: usize) -> Option<I> {
    ids.get(at).copied().flatten()
}

impl<'t> Migration<'t> {
    fn new(old: &'t OpenDocument, new_document: &'t OpenDocument) -> Self {
        let (old_plan, new_plan) = (old.plan(), new_document.plan());
        let (old, new) = (&old.timeline, &new_document.timeline);
        macro_rules! renamed {
            ($list:ident, $id:ident) => {
                renamed(
                    &old.$list,
                    &new.$list,
                    |thing| thing.id.as_str(),
                    |at| $id::at(new, at),
                )
            };
        }
        Migration {
            old,
            new,
            old_plan,
            new_plan,
            new_document,
            selections: RefCell::default(),
            events: renamed!(events, EventId),
            countries: renamed!(countries, CountryId),
            passages: renamed!(passages, PassageId),
            criteria: renamed!(criteria, CriterionId),
            cases: renamed!(cases, CaseId),
            tours: renamed!(tours, TourId),
        }
    }

    pub(super) fn event(&self, event: EventId) -> Option<EventId> {
        now(&self.events, event.index())
    }

    pub(super) fn country(&self, country: CountryId) -> Option<CountryId> {
        now(&self.countries, country.index())
    }

    /// The span of the same country that begins with the same event: spans have no ids.
    fn span(&self, span: SpanId) -> Option<SpanId> {
        let span = &self.old[span];
        let same = (self.country(span.country)?, self.event(span.begins)?);
        SpanId::all(self.new).find(|id| (self.new[*id].country, self.new[*id].begins) == same)
    }

    pub(super) fn tour(&self, tour: TourId) -> Option<TourId> {
        now(&self.tours, tour.index())
    }

    pub(super) fn case(&self, case: CaseId) -> Option<CaseId> {
        now(&self.cases, case.index())
    }

    pub(super) fn passage(&self, passage: PassageId) -> Option<PassageId> {
        now(&self.passages, passage.index())
    }

    /// The event itself, or the one nearest in time where it is gone.
    fn nearest_event(&self, event: EventId) -> EventId {
        let day = |timeline: &Timeline, event: EventId| timeline[event].date.representative_day();
        let was = day(self.old, event);
        let distance = |other: &EventId| (day(self.new, *other) - was).num_days().abs();
        self.event(event)
            .or_else(|| EventId::all(self.new).min_by_key(distance))
            .unwrap_or(event)
    }

    fn passage_or_first(&self, passage: Option<PassageId>) -> Option<PassageId> {
        passage
            .and_then(|passage| self.passage(passage))
            .or_else(|| PassageId::at(self.new, 0))
    }

    fn filter(&self, filter: &Filter) -> Filter {
        let Filter {
            choices:
                Choices {
                    include,
                    require,
                    exclude,
                },
            range,
            text,
            marked,
        } = filter;
        let values = |values: &[Value]| {
            let now = values
                .iter()
                .filter_map(|value| value.moved(self.old, self.new));
            now.collect()
        };
        Filter {
            choices: Choices {
                include: values(include),
                require: require
                    .iter()
                    .filter_map(|required| required.moved(self.old, self.new))
                    .collect(),
                exclude: values(exclude),
            },
            range: range.clone(),
            text: text.as_ref().map(|TextFilter { words, events: _ }| {
                let index = self.new_document.index();
                let found = index.find(&Query::new(words), self.new);
                TextFilter {
                    events: found
                        .iter()
                        .map(|event| self.new[*event].id.to_string())
                        .collect(),
                    words: words.clone(),
                }
            }),
            marked: marked.clone(),
        }
    }

    fn lanes(&self, lanes: &LanesState) -> LanesState {
        lanes.moved_to(
            self.old_plan,
            self.new_plan,
            |country| self.country(country),
            |event| self.event(event),
            |span| self.span(span),
        )
    }

    fn cases(&self, cases: &CasesState) -> CasesState {
        let CasesState {
            case,
            aspect,
            pinned,
            only_differences,
            left,
            top,
        } = *cases;
        let first = CasesState::new(self.new);
        CasesState {
            case: case.and_then(|case| self.case(case)).or(first.case),
            aspect: self.aspect(aspect).unwrap_or(first.aspect),
            pinned: pinned.and_then(|case| self.case(case)),
            only_differences,
            left,
            top,
        }
    }

    fn selection(&self, selection: &Selection) -> Selection {
        let mut moved = self.selection_of_events(selection);
        if selection.is_before_events() {
            moved.go_before_events();
        }
        moved
    }

    fn selection_of_events(&self, selection: &Selection) -> Selection {
        let event = self.nearest_event(selection.selected());
        let filter = self.filter(selection.filter());
        let mut known = self.selections.borrow_mut();
        if let Some(same) = known.iter().find(|known| *known.filter() == filter) {
            return same.with_selected(event, self.new);
        }
        let selection = Selection::near(event, filter, self.new, self.new_document.facet_index());
        known.push(selection.clone());
        selection
    }

    fn location(&self, location: &Location) -> Location {
        let Location {
            view,
            pane,
            whole_page,
            selection,
            passage,
            lanes,
            cases,
            list_top,
            relaxation,
            page,
            other_page,
            tour,
        } = location;
        let before = location.stop().is_some();
        let mut moved = Location {
            view: *view,
            pane: *pane,
            whole_page: *whole_page,
            passage: self.passage_or_first(*passage),
            lanes: self.lanes(lanes),
            cases: self.cases(cases),
            list_top: *list_top,
            relaxation: *relaxation,
            page: self.page(page),
            other_page: self.page(other_page),
            selection: self.selection(selection),
            tour: None,
        };
        moved.tour = tour.as_ref().and_then(|position| {
            // The text of the stop stays, whatever has become of what it shows.
            let shows = before.then(|| moved.shows());
            position.moved(self.old, self.new, shows)
        });
        moved
    }

    fn page(&self, page: &PageState) -> PageState {
        PageState {
            subject: page.subject.and_then(|subject| self.subject(subject)),
            ..*page
        }
    }

    fn subject(&self, subject: Subject) -> Option<Subject> {
        match subject {
            Subject::Event(event) => self.event(event).map(Subject::Event),
            Subject::Passage(passage) => self.passage(passage).map(Subject::Passage),
            Subject::Cell(case, aspect) => {
                let aspect = self.aspect(aspect)?;
                self.case(case).map(|case| Subject::Cell(case, aspect))
            }
            // What has become of the stop is settled with the page.
            Subject::Stop(..) => None,
        }
    }

    /// The same question; what stands under the table for all cases is always there.
    fn aspect(&self, aspect: Aspect) -> Option<Aspect> {
        match aspect {
            Aspect::Question(criterion) => {
                now(&self.criteria, criterion.index()).map(Aspect::Question)
            }
            Aspect::Promise | Aspect::Outcome => Some(aspect),
        }
    }

    fn snapshot(&self, snapshot: &Snapshot) -> Snapshot {
        let Snapshot { location, matches } = snapshot;
        // What was found is looked for again when it is brought back.
        Snapshot {
            location: self.location(location),
            matches: matches.clone(),
        }
    }

    /// What stays open; a list follows its items to where they are now, unless it is listed anew.
    fn overlay(&self, overlay: Overlay, filter: &Filter) -> Option<Overlay> {
        match overlay {
            Overlay::Search {
                prompt,
                recalled,
                before,
            } => Some(Overlay::Search {
                prompt,
                recalled,
                before: Box::new(self.snapshot(&before)),
            }),
            Overlay::Picker(mut picker) => {
                picker.follow(|target| target.followed(self));
                if let Some(marks) = &mut picker.marks {
                    *marks.before = self.snapshot(&marks.before);
                }
                // A list of which nothing is left closes, as that of sources does: they may be others now.
                (!picker.all().is_empty()).then_some(Overlay::Picker(picker))
            }
            Overlay::Text(viewer) => Some(Overlay::Text(viewer)),
            Overlay::Line(line) => match line.purpose {
                // Another tour or claim than the one that was asked for is none.
                LinePurpose::Export(ExportSource::Tour(_) | ExportSource::Claim(_)) => None,
                _ => Some(Overlay::Line(line)),
            },
            Overlay::Filter(panel) => {
                let before = self.snapshot(panel.before());
                let panel = panel.moved_to(self.new_document, filter, before);
                Some(Overlay::Filter(Box::new(panel)))
            }
        }
    }
}
