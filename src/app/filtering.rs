//! Changing the filter: lifting a part or all of it, and what is offered when nothing is left.

use super::{App, Pane, Thread, View, navigate, rows};
use std::ops::Range;

use super::action::Action;
use super::keys::Binding;
use super::motion::{Motion, Pace};
use crate::page::cases::Aspect;
use crate::selection::filter::{Filter, FilterPart};
use crate::selection::{facet::Facet, value::Value};
use crate::text;
use crate::timeline::{CountryId, EventId, PassageId, Stance};

/// Along the parts of the filter that may be lifted; says whether it leads anywhere among them.
pub(super) fn go(app: &mut App, motion: Motion) -> bool {
    let last = app.screen.relaxations.len().saturating_sub(1);
    match motion {
        Motion::Down | Motion::Up | Motion::First | Motion::Last => {
            let at = app.location.relaxation;
            app.location.relaxation = motion.from(at, Pace::fixed(1), last);
            true
        }
        Motion::PageDown | Motion::PageUp | Motion::HalfPageDown | Motion::HalfPageUp => false,
    }
}

/// Lifts the part that is chosen.
pub(super) fn lift_chosen(app: &mut App) {
    let chosen = app.screen.relaxations.get(app.location.relaxation);
    if let Some((part, _)) = chosen.copied() {
        lift(app, part);
    }
}

/// Applies another filter, the selection staying as near as it can.
pub(super) fn apply(app: &mut App, filter: Filter) {
    apply_near(app, app.location.selection.selected(), filter);
}

/// Applies another filter, and selects an event or the nearest to it that is shown.
pub(super) fn apply_near(app: &mut App, event: EventId, filter: Filter) {
    let (timeline, index) = (&app.document.timeline, app.document.facet_index());
    app.location
        .selection
        .set_filter_near(event, filter, timeline, index);
    app.location.relaxation = 0;
}

/// Lifts one part of the filter and says what that brought; Back brings the part again.
pub(super) fn lift(app: &mut App, part: FilterPart) {
    let before = app.location.selection.filter().clone();
    let filter = before.without(part);
    let label = before.describe(part, &app.document.timeline);
    if filter.is_empty() {
        app.memory.last_filter = Some(before);
    }
    navigate::leave(app);
    apply(app, filter);
    let shown = text::count(app.location.selection.visible().len(), "event");
    app.say(format!(
        "“{label}” lifted: {shown} shown; Backspace brings it back"
    ));
}

/// Whether the list is empty and has the keys.
#[must_use]
pub fn is_offering(app: &App) -> bool {
    !app.screen.relaxations.is_empty()
        && app.location.view == View::Timeline
        && app.location.pane == Pane::List
}

/// Where the offers stand in an empty list of this height: the first row, and which of them are in sight.
#[must_use]
pub fn relaxations_in_sight(app: &App, height: usize) -> (usize, Range<usize>) {
    let first = if height < 6 { 1 } else { 2 };
    let room = height.saturating_sub(first);
    let top = rows::scroll(
        0,
        room,
        app.location.relaxation,
        app.screen.relaxations.len(),
    );
    (first, top..(top + room).min(app.screen.relaxations.len()))
}

/// Lifts the part that is offered on a row of the empty list.
pub(super) fn press_relaxation(app: &mut App, row: usize, height: usize) {
    let (first, in_sight) = relaxations_in_sight(app, height);
    let at = row.checked_sub(first).map(|row| in_sight.start + row);
    if let Some(at) = at.filter(|at| in_sight.contains(at))
        && let Some((part, _)) = app.screen.relaxations.get(at).copied()
    {
        lift(app, part);
    }
}

/// Asks for the events of these countries and no others.
pub(super) fn ask_only_countries(app: &mut App, countries: &[CountryId]) {
    let values: Vec<Value> = countries.iter().copied().map(Value::Country).collect();
    ask_only(app, Facet::Country, &values);
}

/// Asks for these values of a facet and no others.
pub(super) fn ask_only(app: &mut App, facet: Facet, values: &[Value]) {
    let mut filter = app.location.selection.filter().clone();
    filter.choices.include_only(facet, values);
    apply(app, filter);
}

/// Asks for what a filter with a name leaves, and for nothing else.
pub(super) fn ask_by_name(app: &mut App, at: usize) {
    let Some(named) = app.setup.filters.get(at) else {
        return;
    };
    let filter = named.filter(&app.document.timeline).clone();
    let name = named.name.clone();
    navigate::leave(app);
    apply(app, filter);
    let shown = text::count(app.location.selection.visible().len(), "event");
    app.say(format!("{name}: {shown}; Backspace goes back"));
}

/// Takes the filter off, or puts the last one back.
pub(super) fn toggle(app: &mut App) {
    let filter = app.location.selection.filter().clone();
    if !filter.is_empty() {
        app.memory.last_filter = Some(filter);
        apply(app, Filter::default());
        app.say("filter lifted; x puts it back");
    } else if let Some(filter) = app.memory.last_filter.take() {
        apply(app, filter);
    } else {
        app.say("there is no filter; f makes one");
    }
}

/// Shows in all views only what complicates the claim that is looked at, and elsewhere what complicates any; a second
/// time it ends that, as lifting the two parts of the filter does.
pub(super) fn counter_reading(app: &mut App) {
    let timeline = &app.document.timeline;
    if timeline.passages.is_empty() {
        return app.say("no article beside this timeline, so nothing that complicates it");
    }
    let before = app.location.selection.filter().clone();
    let mut filter = without_bearing(&before);
    let claim = claim_here(app);
    let counter = counter_filter(app);
    let name = claim.map_or_else(|| "the article".to_owned(), |claim| timeline[claim].mark());
    let is_on = counter == before;
    if !is_on {
        let mut events = timeline.events.iter();
        if !events.any(|event| counter.keeps(event)) {
            return app.say(format!("nothing that is shown complicates {name}"));
        }
        filter = counter;
    }
    navigate::leave(app);
    apply(app, filter);
    app.location.page.rewind();
    app.say(if is_on {
        let shown = text::count(app.location.selection.visible().len(), "event");
        format!("all of {name} again: {shown} shown")
    } else {
        let key = app
            .setup
            .keymap
            .binding(app.context(), Action::CounterReading);
        let key = key.map(Binding::first_key).unwrap_or_default();
        format!("only what complicates {name}; {key} shows all again")
    });
}

/// A filter without what it asks of claims and of what an event does to them.
fn without_bearing(filter: &Filter) -> Filter {
    filter
        .without_facet(Facet::Article)
        .without_facet(Facet::Stance)
}

/// The filter that leaves only what complicates the claim that is looked at, or any.
fn counter_filter(app: &App) -> Filter {
    let mut counter = without_bearing(app.location.selection.filter());
    let claims: Vec<Value> = claim_here(app).map(Value::Passage).into_iter().collect();
    counter.choices.include_only(Facet::Article, &claims);
    let complicates = [Value::Stance(Stance::Complicates)];
    counter.choices.include_only(Facet::Stance, &complicates);
    counter
}

/// What the key of the counter-reading does here, in a word; an empty one is the table's own.
pub(super) fn counter_word(app: &App) -> &'static str {
    let filter = app.location.selection.filter();
    if *filter == counter_filter(app) {
        "show all again"
    } else if filter.choices.requests_stance() {
        "what complicates this"
    } else {
        ""
    }
}

/// The claim that is looked at: the selected one, the one that the row of the cases comes from, or the one followed.
pub(super) fn claim_here(app: &App) -> Option<PassageId> {
    match app.location.view {
        View::Article => app.location.passage,
        View::Cases => match app.location.cases.aspect {
            Aspect::Question(criterion) => app.document.timeline[criterion].passage,
            Aspect::Promise | Aspect::Outcome => None,
        },
        // Among the events it is the claim whose events `]` walks.
        View::Timeline | View::Lanes => match app.walk.thread {
            Thread::Claim(claim) => Some(claim),
            Thread::Article
            | Thread::Country(_)
            | Thread::Violations
            | Thread::Marks
            | Thread::Matches
            | Thread::Tour(_) => None,
        },
    }
}
