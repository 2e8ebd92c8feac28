//! The thread: the events that `]` and `[` walk, what they are called, and how far along one is.
//!
//! It is what was followed last: a claim, a country, the violations, the marks, the matches of a search, a tour; before
//! that, the events that the records beside the article's claims name. The rows of the lanes and the pages of claims and cases have steps of their own.

use super::{App, follow, search};
use crate::text;
use crate::timeline::{CountryId, EventId, Evidence, PassageId, Prose, Timeline, TourId};
use crate::words::translated;

/// What `]` and `[` walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Thread {
    /// The events that the records beside the claims name, and all linked ones where no record names any.
    #[default]
    Article,
    /// The events that are linked to a claim.
    Claim(PassageId),
    /// The events of a country.
    Country(CountryId),
    /// The violations, once one was gone to.
    Violations,
    /// The events that the reader has marked, once a mark was gone to.
    Marks,
    /// What a search found, as long as it lasts.
    Matches,
    /// The events that a tour shows, as long as one is on it and follows nothing else.
    Tour(TourId),
}

impl Thread {
    /// Whether an event belongs to it. `listed` are the events of a thread that is a list of events.
    fn holds(self, timeline: &Timeline, event: EventId, listed: &[EventId]) -> bool {
        let links = &timeline[event].links;
        match self {
            Thread::Article if listed.is_empty() => !links.is_empty(),
            Thread::Article | Thread::Marks | Thread::Tour(_) => {
                listed.binary_search(&event).is_ok()
            }
            Thread::Claim(passage) => links.iter().any(|link| link.passage == passage),
            Thread::Country(country) => timeline[event].involves(country, None),
            Thread::Violations => timeline[event].breach.is_some(),
            // The search keeps them, and they need not be events.
            Thread::Matches => false,
        }
    }

    /// What it is called in a sentence: "¶8", "Belgium", "the article".
    fn name(self, timeline: &Timeline) -> String {
        match self {
            Thread::Article => "the article".to_owned(),
            Thread::Claim(passage) => timeline[passage].mark(),
            Thread::Country(country) => timeline[country].name.clone(),
            Thread::Violations => "violations".to_owned(),
            Thread::Marks => "marks".to_owned(),
            Thread::Matches => "matches".to_owned(),
            Thread::Tour(_) => "the tour".to_owned(),
        }
    }

    /// What the next step is called in the footer.
    pub(super) fn hint(self) -> &'static str {
        match self {
            Thread::Article => "next in the article",
            Thread::Claim(_) => "next of the claim",
            Thread::Country(_) => "next of the country",
            Thread::Violations => "next violation",
            Thread::Marks => "next mark",
            Thread::Matches => "next match",
            Thread::Tour(_) => "next event of the tour",
        }
    }
}

/// What is walked: what was followed last, else the tour that is under way.
pub(super) fn followed(app: &App) -> Thread {
    match (app.walk.thread, &app.location.tour) {
        (Thread::Article, Some(position)) => Thread::Tour(position.tour),
        (thread, _) => thread,
    }
}

/// The events that the records beside the claims name, in order, each once.
pub(super) fn named_in_records(timeline: &Timeline) -> Vec<EventId> {
    let records = timeline.passages.iter().flat_map(|claim| &claim.record);
    let marks = records.flat_map(Prose::marks);
    let mut named: Vec<EventId> = marks
        .filter_map(|mark| match &mark.evidence {
            Evidence::Event(event) => Some(*event),
            Evidence::Source(..) => None,
        })
        .collect();
    named.sort_unstable();
    named.dedup();
    named
}

/// From now on `]` and `[` walk this, which the footer says.
pub(super) fn choose(app: &mut App, thread: Thread) {
    app.walk.thread = thread;
    let name = thread.name(&app.document.timeline);
    let number = events(app).len();
    app.say(format!(
        "] and [ now walk {} of {name}; Esc ends it",
        text::count(number, "event")
    ));
}

/// Back to the events of the article; whether something else was walked.
pub(super) fn end(app: &mut App) -> Option<Thread> {
    Some(std::mem::take(&mut app.walk.thread)).filter(|ended| *ended != Thread::Article)
}

/// To the next or the previous event of the thread, and how far along it is.
pub(super) fn step(app: &mut App, forward: bool) {
    if app.walk.thread == Thread::Matches {
        if app.walk.matches.is_some() {
            return search::step(app, forward);
        }
        app.walk.thread = Thread::default();
    }
    let thread = followed(app);
    let name = thread.name(&app.document.timeline);
    let what = match thread {
        Thread::Article if app.document.timeline.article.is_none() => {
            return app.say(translated(
                "nothing is followed yet: a country or a violation can be, c or w",
            ));
        }
        Thread::Article => "event that the article rests on".to_owned(),
        Thread::Violations => "violation".to_owned(),
        Thread::Marks => "event that you marked".to_owned(),
        Thread::Claim(_) | Thread::Country(_) | Thread::Matches | Thread::Tour(_) => {
            format!("event of {name}")
        }
    };
    let listed = listed(app);
    let belongs = |timeline: &Timeline, event| thread.holds(timeline, event, &listed);
    if !follow::step(app, forward, &belongs, &what) {
        return;
    }
    let selected = app.location.selection.selected();
    let events = events(app);
    let number = events.partition_point(|event| *event <= selected);
    app.say(format!("{name} · {number} of {}", events.len()));
}

/// The visible events of the thread, in order.
fn events(app: &App) -> Vec<EventId> {
    let (timeline, thread, listed) = (&app.document.timeline, followed(app), listed(app));
    let visible = app.location.selection.visible().iter().copied();
    visible
        .filter(|event| thread.holds(timeline, *event, &listed))
        .collect()
}

/// The events of a thread that is a list of events, in order.
fn listed(app: &App) -> Vec<EventId> {
    let timeline = &app.document.timeline;
    match followed(app) {
        Thread::Marks => {
            let mut marked: Vec<EventId> = app.marked_events().collect();
            marked.sort_unstable();
            marked.dedup();
            marked
        }
        Thread::Tour(tour) => {
            let stops = timeline[tour].stops.iter();
            let mut shown: Vec<EventId> = stops.flat_map(|stop| &stop.events).copied().collect();
            shown.sort_unstable();
            shown.dedup();
            shown
        }
        Thread::Article
        | Thread::Claim(_)
        | Thread::Country(_)
        | Thread::Violations
        | Thread::Matches => app.document.named_in_records().to_vec(),
    }
}
