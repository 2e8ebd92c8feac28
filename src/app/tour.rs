//! Tours in the reader: from stop to stop, away from one to look around, and back to it.
//!
//! A stop sets what every view shows of it, so that another view shows its events, rows and cell
//! there too. The position on a tour belongs to the location: Back leads to the stop before by itself.

use super::input::Effect;
use super::keys::Context;
use super::location::{Seek, Subject};
use super::motion::{Motion, Pace};
use super::view::lanes::cursor;
use super::view::reading;
use super::{App, Location, Pane, Thread, View, filtering, navigate, update};
use crate::page::cases::Aspect;
use crate::selection::filter::Filter;
use crate::timeline::{CountryId, EventId, Stop, StopView, Timeline, Tour, TourId};

/// How far the reader has come on a tour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TourPosition {
    /// The tour that is under way.
    pub tour: TourId,
    /// The stop that the reader has come to, from 0.
    pub stop: usize,
    /// What stands there beside the text of the stop; `None` once the reader has gone on to something else.
    pub(super) shows: Option<(View, Option<Subject>)>,
}

impl App {
    /// The tour that is under way, and the position of its stop.
    #[must_use]
    pub fn tour(&self) -> Option<(&Tour, usize)> {
        let position = self.location.tour.as_ref()?;
        Some((&self.document.timeline[position.tour], position.stop))
    }

    /// The stop that the reader has come to.
    #[must_use]
    pub fn stop(&self) -> Option<&Stop> {
        let (tour, at) = self.tour()?;
        tour.stops.get(at)
    }

    /// Whether the stop shows an event.
    #[must_use]
    pub fn is_lit(&self, event: EventId) -> bool {
        self.stop().is_some_and(|stop| stop.events.contains(&event))
    }

    /// Whether the stop brings out the row of a country.
    #[must_use]
    pub fn is_row_lit(&self, country: CountryId) -> bool {
        let stop = self.stop();
        stop.is_some_and(|stop| stop.countries.contains(&country))
    }

    /// Begins with a tour, at its first stop.
    pub fn start_tour(&mut self, tour: TourId) {
        self.start_tour_at(tour, 0);
    }

    /// Begins with a stop of a tour, by its position.
    pub fn start_tour_at(&mut self, tour: TourId, stop: usize) {
        self.update(|app| {
            start_at(app, tour, stop);
            Effect::Draw
        });
    }
}

/// To the first stop of a tour.
pub(super) fn start(app: &mut App, tour: TourId) {
    start_at(app, tour, 0);
}

fn start_at(app: &mut App, tour: TourId, stop: usize) {
    if app.document.timeline[tour].stops.is_empty() {
        return app.say("this tour has no stops");
    }
    navigate::leave(app);
    // Whoever begins with a tour follows it, and what was followed before no longer.
    app.walk.thread = Thread::default();
    arrive(app, tour, stop);
}

/// Space: a page further; from the row of the timeline as a whole into its first tour; on a tour through the text of
/// the stop and to the next, or back to the stop.
pub(super) fn onward(app: &mut App) {
    let Some(position) = app.location.tour.clone() else {
        return match first(app).filter(|_| is_on_timeline(app)) {
            Some(tour) => start(app, tour),
            None => update::go(app, Motion::PageDown),
        };
    };
    if !is_read(app) {
        come_back(app, &position);
    } else if reading::goes_on(app) {
        reading::scroll_by(
            app,
            Motion::PageDown.steps(Pace::of_rows(reading::height(app))),
        );
    } else if position.stop + 1 < app.document.timeline[position.tour].stops.len() {
        navigate::leave(app);
        arrive(app, position.tour, position.stop + 1);
    } else {
        app.say("this was the last stop; Esc ends the tour");
    }
}

/// The tour that Space begins from the row of the timeline as a whole.
pub(super) fn first(app: &App) -> Option<TourId> {
    TourId::at(&app.document.timeline, 0)
}

/// Whether that row has the keys.
fn is_on_timeline(app: &App) -> bool {
    app.context() == Context::List && app.location.selection.is_before_events()
}

/// Whether the text of the stop is before the eyes and has the keys.
pub(super) fn is_read(app: &App) -> bool {
    app.location.pane == Pane::Page && app.location.stop().is_some()
}

/// Ends the tour here; Back leads to its stop again.
pub(super) fn end(app: &mut App) {
    navigate::leave(app);
    app.location.tour = None;
    app.location.pane = Pane::List;
    app.say("the tour is ended; Backspace leads back to its stop");
}

/// Back to the stop from wherever the reader has gone; what lies behind is then the stop before it, and what was seen
/// lies ahead.
fn come_back(app: &mut App, position: &TourPosition) {
    let is_here = |location: &Location| {
        let tour = location.tour.as_ref();
        tour.is_some_and(|there| (there.tour, there.stop) == (position.tour, position.stop))
    };
    while app.trail.last().is_some_and(is_here)
        && let Some(location) = app.trail.back(app.location.clone())
    {
        app.location = location;
    }
    arrive(app, position.tour, position.stop);
}

/// Shows a stop in the view that it names, and sets what the other views show of it.
fn arrive(app: &mut App, tour: TourId, at: usize) {
    lift_what_hides(app, tour, at);
    let App {
        document, location, ..
    } = app;
    let Some(stop) = document.timeline[tour].stops.get(at) else {
        return;
    };
    if let Some(event) = stop.events.first() {
        location.selection.select(*event);
    }
    location.passage = stop.passage.or(location.passage);
    location.cases.case = stop.case.or(location.cases.case);
    if let Some(criterion) = stop.criterion {
        location.cases.aspect = Aspect::Question(criterion);
    }
    // No question is left out that the stop may be about.
    location.cases.only_differences &= stop.case.is_none();
    let view = view(stop.view);
    let missing = document.missing(view);
    location.view = missing.map_or(view, |_| View::Timeline);
    location.pane = Pane::Page;
    location.page.seek = Some(Seek::FirstLink);
    location.tour = Some(TourPosition {
        tour,
        stop: at,
        shows: Some(location.shows()),
    });
    let (window, country) = (stop.window.clone(), stop.countries.first().copied());
    cursor::bring_out(app, window.as_ref(), country);
    if let Some(missing) = missing {
        app.say(format!("{missing}: the stop is shown in the timeline"));
    }
}

/// Takes the filter off where it hides an event of the stop, and Back brings it again.
fn lift_what_hides(app: &mut App, tour: TourId, at: usize) {
    let selection = &app.location.selection;
    let stop = app.document.timeline[tour].stops.get(at);
    let mut events = stop.into_iter().flat_map(|stop| &stop.events);
    if events.all(|event| selection.shows(*event)) {
        return;
    }
    app.memory.last_filter = Some(selection.filter().clone());
    filtering::apply(app, Filter::default());
    app.say("the filter hid an event of this stop and is lifted");
}

/// The view that a stop names.
fn view(named: StopView) -> View {
    match named {
        StopView::Timeline => View::Timeline,
        StopView::Lanes => View::Lanes,
        StopView::Article => View::Article,
        StopView::Cases => View::Cases,
    }
}

impl TourPosition {
    /// The same stop in another timeline: by its title, else at its position or the last; `None` where the tour is gone.
    pub(super) fn moved(
        &self,
        old: &Timeline,
        new: &Timeline,
        shows: Option<(View, Option<Subject>)>,
    ) -> Option<Self> {
        let (tour, before) = (new.tour_called(&old[self.tour].id)?, &old[self.tour]);
        let title = before.stops.get(self.stop).map(|stop| &stop.title);
        let stops = &new[tour].stops;
        let same = stops.iter().position(|stop| Some(&stop.title) == title);
        let last = stops.len().checked_sub(1)?;
        Some(TourPosition {
            tour,
            stop: same.unwrap_or(self.stop.min(last)),
            shows,
        })
    }
}
