//! Going to what was named or pointed at: a date, a passage, an event, a country, a case, a day of the overview.

use super::view::cases;
use super::view::lanes::cursor;
use super::{filtering, navigate, picker};
use chrono::NaiveDate;

use super::location::Seek;
use super::{App, Pane, Thread, View, thread};
use crate::lanes::axis::Axis;
use crate::page::cases::Aspect;
use crate::page::status_at;
use crate::selection::filter::Filter;
use crate::timeline::status_at::bounds;
use crate::timeline::{CaseId, CountryId, EventId, HistoricDate, PassageId};

/// Goes to what is named exactly: a date, a passage (`¶6`), the id of an event.
pub(super) fn named(app: &mut App, query: &str) {
    let query = query.trim();
    if query.is_empty() {
        return;
    }
    if let Some(passage) = app.document.timeline.passage_marked(query) {
        return to_passage(app, passage);
    }
    if let Some(event) = app.document.timeline.event_called(query) {
        return to_event(app, event);
    }
    if let Some(date) = picker::date(query) {
        to_date(app, &date);
        return report_reading(app, query, &date);
    }
    let timeline = &app.document.timeline;
    if let Some(case) = CaseId::all(timeline).find(|id| timeline[*id].id == query) {
        to_case(app, case);
    }
}

/// Says what was understood, where that is not what was typed: "1914-99" as the years 1914 to 1999.
fn report_reading(app: &mut App, query: &str, date: &HistoricDate) {
    let labels = [date.written().to_owned(), date.label(), date.short_label()];
    let is_same = labels.iter().any(|label| label.eq_ignore_ascii_case(query));
    if !is_same && app.message().is_none() {
        app.say(format!("{query} is read as {}", date.label()));
    }
}

/// To the first visible event at or after the date, else the last one before it; in the lanes to the day.
pub(super) fn to_date(app: &mut App, date: &HistoricDate) {
    if app.location.view == View::Lanes {
        navigate::leave(app);
        return cursor::set(app, date);
    }
    let Some(event) = event_at(app, date) else {
        return app.say("the filter leaves nothing; x lifts it");
    };
    navigate::leave(app);
    app.location.view = View::Timeline;
    app.location.selection.select(event);
    if !app.document.timeline.spans.is_empty() {
        // The lanes show the requested day, until the selection moves on.
        cursor::set_to_day(app, date.representative_day());
    }
    if !lies_in(app, event, date) {
        let label = app.document.timeline[event].date.label();
        app.say(format!(
            "nothing of {}; the nearest is of {label}",
            date.label()
        ));
    }
}

/// Whether an event may lie in a date.
pub(super) fn lies_in(app: &App, event: EventId, date: &HistoricDate) -> bool {
    let lies = app.document.timeline[event]
        .date
        .is_within(Some(date), Some(date));
    lies.is_possible()
}

/// The visible event that a date leads to; `None` when the filter leaves nothing.
pub(super) fn event_at(app: &App, date: &HistoricDate) -> Option<EventId> {
    let visible = app.location.selection.visible();
    let begins = |event: &EventId| app.document.timeline[*event].date.representative_day();
    let at = visible.partition_point(|event| begins(event) < date.representative_day());
    let within = |event: &EventId| lies_in(app, *event, date);
    // What begins in it comes first, then what began before and may still have gone on.
    let after = visible.get(at).filter(|event| within(event));
    let spanning = || visible[..at].iter().rev().find(|event| within(event));
    let found = after
        .or_else(spanning)
        .or(visible.get(at))
        .or(visible.last());
    found.copied()
}

/// Follows a country from its nearest event on; in the lanes its row is chosen, among the cases its case.
pub(super) fn to_country(app: &mut App, country: CountryId) {
    if app.location.view == View::Lanes && app.document.plan().lane(country).is_some() {
        return app.location.lanes.open(app.document.plan(), country);
    }
    if app.location.view == View::Cases
        && let Some(case) = cases::case_of(app, country)
    {
        return to_case(app, case);
    }
    let name = &app.document.timeline[country].name;
    let involved = |event: EventId| app.document.timeline[event].involves(country, None);
    let (visible, selected) = (
        app.location.selection.visible(),
        app.location.selection.selected(),
    );
    let mut events = visible.iter().copied().filter(|event| involved(*event));
    let last = events.clone().next_back();
    let Some(event) = events.find(|event| *event >= selected).or(last) else {
        return app.say(format!("no event of {name} is shown"));
    };
    navigate::leave(app);
    app.location.view = View::Timeline;
    app.location.pane = Pane::List;
    app.location.selection.select(event);
    thread::choose(app, Thread::Country(country));
}

/// To the row of a country in the lanes, on a day; one that never had a status is gone to by its nearest event.
pub(super) fn to_status(app: &mut App, country: CountryId, date: &HistoricDate) {
    if app.document.plan().lane(country).is_none() {
        return to_country_about(app, country, date);
    }
    if app.location.view == View::Lanes {
        navigate::leave(app);
    } else {
        navigate::show(app, View::Lanes);
    }
    app.location.lanes.open(app.document.plan(), country);
    cursor::set(app, date);
}

/// To the event of a country that is nearest to a date, saying what it had to do with the statuses of others then.
fn to_country_about(app: &mut App, country: CountryId, date: &HistoricDate) {
    let timeline = &app.document.timeline;
    let name = &timeline[country].name;
    let visible = app.location.selection.visible().iter().copied();
    let involved = visible.filter(|event| timeline[*event].involves(country, None));
    let day = |event: &EventId| timeline[*event].date.representative_day();
    let far = |event: &EventId| (day(event) - date.representative_day()).num_days().abs();
    let Some(event) = involved.min_by_key(far) else {
        return app.say(format!("no event of {name} is shown"));
    };
    let parts = status_at::part_in_others(timeline, country, bounds(date));
    let words = [vec![format!("{name} has no status of its own")], parts].concat();
    navigate::leave(app);
    app.location.view = View::Timeline;
    app.location.pane = Pane::List;
    app.location.selection.select(event);
    thread::choose(app, Thread::Country(country));
    app.say(words.join("; "));
}

/// To the column of a case.
pub(super) fn to_case(app: &mut App, case: CaseId) {
    match app.location.view {
        View::Cases => navigate::leave(app),
        _ => navigate::show(app, View::Cases),
    }
    app.location.pane = Pane::List;
    app.location.cases.case = Some(case);
}

/// Shows an event; one that the filter hides takes the filter off, and Back brings it again.
pub(super) fn to_event(app: &mut App, event: EventId) {
    navigate::leave(app);
    if !app.location.selection.shows(event) {
        app.memory.last_filter = Some(app.location.selection.filter().clone());
        filtering::apply(app, Filter::default());
        app.say("the filter hid this event and is lifted; Backspace brings it back");
    }
    app.location.show_event(event);
}

/// Shows the page of the timeline as a whole; a filter, which asks for events only, is lifted, and Back brings it again.
pub(super) fn to_timeline(app: &mut App) {
    navigate::leave(app);
    if !app.location.selection.filter().is_empty() {
        app.memory.last_filter = Some(app.location.selection.filter().clone());
        filtering::apply(app, Filter::default());
        app.say("the filter is lifted; Backspace brings it back");
    }
    app.location.selection.go_before_events();
    app.location.show_list(View::Timeline);
    app.location.look_away();
}

/// Shows a claim, with the way back.
pub(super) fn to_passage(app: &mut App, passage: PassageId) {
    navigate::leave(app);
    app.location.show_passage(passage);
}

/// To the passage that the question comes from; the promise and the outcome are the timeline's own rows.
pub(super) fn to_claim_of_question(app: &mut App) {
    let passage = match app.location.cases.aspect {
        Aspect::Question(criterion) => app.document.timeline[criterion].passage,
        Aspect::Promise | Aspect::Outcome => None,
    };
    match passage {
        Some(passage) => to_passage(app, passage),
        None => app.say("this row comes from no claim of the article"),
    }
}

/// To the first claim that rests on an event; the others are named.
pub(super) fn to_claims(app: &mut App, event: EventId) {
    let timeline = &app.document.timeline;
    let event = &timeline[event];
    let choices = &app.location.selection.filter().choices;
    match choices.marking_link(event) {
        None => app.say("no claim of the article rests on this event"),
        Some(link) => {
            let passage = link.passage;
            let others = event.links.iter().map(|link| link.passage);
            let others: Vec<String> = others
                .filter(|other| *other != passage)
                .map(|other| timeline[other].mark())
                .collect();
            to_passage(app, passage);
            if !others.is_empty() {
                app.say(format!(
                    "also linked: {}; Backspace brings you back",
                    others.join(" ")
                ));
            }
        }
    }
}

/// To the sources of an event, on its page.
pub(super) fn to_sources(app: &mut App, event: EventId) {
    if app.document.timeline[event].citations.is_empty() {
        return app.say("this event names no source");
    }
    let (location, selected) = (&app.location, app.location.selection.selected());
    if location.view != View::Timeline || selected != event {
        to_event(app, event);
    } else if location.stop().is_some() {
        app.location.look_away();
    }
    app.location.pane = Pane::Page;
    app.location.page.seek = Some(Seek::Sources);
}

/// Goes to the time of a column: the cursor in the lanes, else the nearest event that is shown.
pub(super) fn to_column(app: &mut App, axis: &Axis, column: u16) {
    let (from, to) = (axis.begins(column), axis.begins(column.saturating_add(1)));
    if app.location.view == View::Lanes {
        return cursor::set_to_day(app, from);
    }
    let Some(event) = nearest_shown(app, from, to) else {
        return app.say("the filter leaves nothing; x lifts it");
    };
    app.location.selection.select(event);
}

/// To the first visible event that has no place in time, which are counted beside the overview.
pub(super) fn to_shelf(app: &mut App) {
    let placed = |event: &EventId| app.document.timeline[*event].date.is_placed();
    let visible = app.location.selection.visible();
    let Some(event) = visible.get(visible.partition_point(placed)).copied() else {
        return;
    };
    navigate::leave_for_timeline(app);
    app.location.selection.select(event);
}

/// The first visible event of a stretch of days, else the one that is nearest to it.
fn nearest_shown(app: &App, from: NaiveDate, to: NaiveDate) -> Option<EventId> {
    let visible = app.location.selection.visible();
    let day = |event: &EventId| app.document.timeline[*event].date.representative_day();
    let at = visible.partition_point(|event| day(event) < from);
    let before = at.checked_sub(1).and_then(|at| visible.get(at));
    let after = visible.get(at);
    let far = |event: &EventId| (from - day(event)).num_days().abs();
    match (before, after) {
        (_, Some(after)) if day(after) < to => Some(*after),
        (Some(before), Some(after)) if far(before) <= far(after) => Some(*before),
        (before, after) => after.or(before).copied(),
    }
}
