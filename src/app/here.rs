//! What the eyes are on: what is copied, cited and opened where the reader is.
//!
//! It stands on the screen; the event that is selected in a view that is not shown is never meant.

use super::location::Subject;
use super::view::lanes::opening;
use super::{App, View};
use crate::page::Link;
use crate::page::cases::{Aspect, answer, evidence, question};
use crate::timeline::{EventId, Evidence, Prose, Timeline};

/// What is meant: the event of the chosen link on a page about several, else what the page is about; in the lanes what
/// stands at the cursor.
pub(super) fn subject(app: &App) -> Option<Subject> {
    if let Some(Link::Event(event)) = app.chosen_link()
        && is_about_several(app)
    {
        return Some(Subject::Event(*event));
    }
    match app.location.subject() {
        Some(Subject::Event(_)) if app.location.selection.visible().is_empty() => None,
        None if app.location.view == View::Lanes => {
            opening::event_at_cursor(app).map(Subject::Event)
        }
        subject => subject,
    }
}

/// Whether the page is about more than the selected event.
fn is_about_several(app: &App) -> bool {
    app.location.view != View::Timeline || app.location.stop().is_some()
}

/// The event that is meant, where it is one; at a stop beside the events it is the one that the stop selects.
pub(super) fn event(app: &App) -> Option<EventId> {
    let selection = &app.location.selection;
    match subject(app)? {
        Subject::Event(event) => Some(event),
        Subject::Stop(..) if !app.location.view.rests_on_events() => {
            Some(selection.selected()).filter(|event| selection.shows(*event))
        }
        Subject::Passage(_) | Subject::Cell(..) | Subject::Stop(..) => None,
    }
}

/// Said on the row of the timeline as a whole.
pub(super) const BEFORE_EVENTS: &str = "this page is about all events; ↓ goes to the first of them";

/// Why nothing is meant.
pub(super) fn why_nothing(app: &App) -> &'static str {
    match app.location.view {
        View::Timeline if app.location.is_before_events() => BEFORE_EVENTS,
        View::Timeline => "the filter leaves nothing; x lifts it",
        View::Lanes => "no event stands at the cursor on this row; ] goes to the next",
        View::Article | View::Cases => "nothing is chosen here; 1 shows the events",
    }
}

/// “Belgium neutralised, 1839”: what is meant, in a few words.
pub(super) fn name(timeline: &Timeline, subject: Subject) -> String {
    format!("“{}”", title(timeline, subject))
}

/// The same where nothing stands around it.
pub(super) fn title(timeline: &Timeline, subject: Subject) -> String {
    match subject {
        Subject::Event(event) => {
            let event = &timeline[event];
            format!("{}, {}", event.short_title(), event.date.years_label())
        }
        Subject::Passage(passage) => {
            let passage = &timeline[passage];
            format!("{} {}", passage.mark(), passage.heading)
        }
        Subject::Cell(case, aspect) => {
            format!(
                "{}: {}",
                timeline[case].title,
                short_question(timeline, aspect)
            )
        }
        Subject::Stop(tour, at) => {
            let tour = &timeline[tour];
            let stop = tour.stops.get(at);
            stop.map_or(&tour.title, |stop| &stop.title).clone()
        }
    }
}

/// What a row of the cases asks, in a few words.
fn short_question(timeline: &Timeline, aspect: Aspect) -> &str {
    match aspect {
        Aspect::Question(criterion) => question(&timeline[criterion], true),
        Aspect::Promise | Aspect::Outcome => aspect.label(timeline),
    }
}

/// The running text of a claim's record, of a cell or of a stop; an event's is its own.
pub(super) fn paragraphs(timeline: &Timeline, subject: Subject) -> Vec<&Prose> {
    match subject {
        Subject::Event(_) => Vec::new(),
        Subject::Passage(passage) => timeline[passage].record.iter().collect(),
        Subject::Cell(case, aspect) => {
            let case = &timeline[case];
            let note = match aspect {
                Aspect::Question(criterion) => {
                    answer(case, criterion).and_then(|given| given.note.as_ref())
                }
                Aspect::Promise => case.promise.as_ref(),
                Aspect::Outcome => case.outcome_note.as_ref(),
            };
            note.into_iter().collect()
        }
        Subject::Stop(tour, at) => {
            let stop = timeline[tour].stops.get(at);
            stop.map_or_else(Vec::new, |stop| stop.text.iter().collect())
        }
    }
}

/// What carries it: what its text names, and the events that stand under a cell or a stop.
pub(super) fn carried_by(timeline: &Timeline, subject: Subject) -> Vec<Evidence> {
    let listed = match subject {
        Subject::Event(event) => vec![event],
        Subject::Passage(_) => Vec::new(),
        Subject::Cell(case, aspect) => evidence(timeline, case, aspect),
        Subject::Stop(tour, at) => {
            let stop = timeline[tour].stops.get(at);
            stop.map_or_else(Vec::new, |stop| stop.events.clone())
        }
    };
    let text = paragraphs(timeline, subject);
    let named = text.into_iter().flat_map(Prose::marks);
    let named = named.map(|mark| mark.evidence.clone());
    named
        .chain(listed.into_iter().map(Evidence::Event))
        .collect()
}
