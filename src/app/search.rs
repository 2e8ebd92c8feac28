//! The search: its prompt, and how one goes from one match to the next.
//!
//! It finds what is shown, in the present view first; the other views are gone to only where nothing is found in this one.

mod matches;

use super::action::Action;
use super::location::Subject;
use super::motion::Motion;
use super::overlay::Overlay;
use super::picker::run;
use super::picker::source::PickerSource;
use super::prompt::Prompt;
use super::view::lanes;
use super::{App, Pane, Thread, View, here, navigate};
use crate::lanes::plan::Lane;
use crate::page::Link;
use crate::page::signs;
use crate::selection::search::Query;
use crate::text::fold::fold;
use crate::timeline::EventId;
pub use matches::Matches;
use matches::{current, find, position};

/// Opens the prompt of the search.
pub(super) fn open(app: &mut App) {
    app.overlay = Some(Overlay::Search {
        prompt: Prompt::default(),
        recalled: 0,
        before: Box::new(navigate::snapshot(app)),
    });
}

/// Takes what is typed; an empty line looks for the same once more.
pub(super) fn accept(app: &mut App, prompt: &Prompt) {
    let query = prompt.text().trim();
    if !query.is_empty() {
        let searches = &mut app.memory.searches;
        searches.retain(|earlier| earlier != query);
        searches.push(query.to_owned());
        return show_first(app);
    }
    match app.memory.searches.last() {
        Some(last) => {
            app.walk.matches = find(app, Query::new(last));
            step(app, true);
        }
        None => app.say("nothing was searched for before"),
    }
}

/// Searches for what the eyes are on: the chosen link by its name, else the country that the event is about.
pub(super) fn this(app: &mut App) {
    let Some(name) = name_of_this(app) else {
        return app.say(here::why_nothing(app));
    };
    let searches = &mut app.memory.searches;
    searches.retain(|earlier| *earlier != name);
    searches.push(name.clone());
    app.walk.matches = find(app, Query::new(&name));
    step(app, true);
}

fn name_of_this(app: &App) -> Option<String> {
    let timeline = &app.document.timeline;
    let reads = app.location.pane == Pane::Page;
    match app.chosen_link().filter(|_| reads) {
        Some(Link::Country(country)) => return Some(timeline[*country].name.clone()),
        Some(Link::Event(event)) => return Some(timeline[*event].short_title().to_owned()),
        Some(Link::Passage(passage)) => return Some(timeline[*passage].heading.clone()),
        _ => {}
    }
    let event = here::event(app)?;
    let party = timeline[event].parties.first().map(|party| party.country);
    let country = lanes::row_of(app, event).or(party)?;
    Some(timeline[country].name.clone())
}

/// Calls back what was searched for before, the latest first.
pub(super) fn recall(app: &mut App, motion: Motion) {
    let Some(Overlay::Search {
        prompt, recalled, ..
    }) = &mut app.overlay
    else {
        return;
    };
    let searches = &app.memory.searches;
    *recalled = match motion {
        Motion::Up => (*recalled + 1).min(searches.len()),
        Motion::Down => recalled.saturating_sub(1),
        _ => return,
    };
    let earlier = searches.len().checked_sub(*recalled);
    let earlier = earlier.and_then(|at| searches.get(at));
    *prompt = Prompt::default();
    prompt.insert(earlier.map_or("", String::as_str));
    update_matches(app);
}

/// Looks for the same in another timeline.
pub(super) fn again(app: &mut App) {
    if let Some(matches) = app.walk.matches.take() {
        app.walk.matches = find(app, matches.query);
    }
}

/// What matches in the present view and is shown.
fn shown(app: &App) -> Vec<Subject> {
    in_view(app, app.location.view)
}

fn in_view(app: &App, view: View) -> Vec<Subject> {
    let (location, timeline) = (&app.location, &app.document.timeline);
    let matches = app.matches();
    matches.map_or_else(Vec::new, |matches| {
        matches.in_view(view, location, timeline)
    })
}

/// "2 of 3 events · 2 claims · 1 case", or that nothing was found.
#[must_use]
pub fn in_words(app: &App) -> String {
    app.matches().map_or_else(String::new, |matches| {
        let tally = matches.tally(&app.location, &app.document.timeline);
        let here = match tally.here.as_str() {
            "" if tally.elsewhere.is_empty() => "nothing found",
            "" => "nothing here",
            here => here,
        };
        format!("{here}{}{}", tally.hidden, tally.elsewhere)
    })
}

/// Searches while typing: the first match at or after where the search started.
pub(super) fn update_matches(app: &mut App) {
    let Some(Overlay::Search { prompt, before, .. }) = &app.overlay else {
        return;
    };
    let query = Query::new(prompt.text());
    app.location = before.location.clone();
    app.walk.matches = find(app, query);
    if choose_row_called_so(app) {
        return;
    }
    if let Some(first) = nearest(app, app.location.view) {
        select(app, first);
    }
}

/// In the lanes a name leads to its row, and there to an event, before any other event in which it is named; says whether there
/// is such a row.
fn choose_row_called_so(app: &mut App) -> bool {
    if app.location.view != View::Lanes || app.location.lanes.ages.shown {
        return false;
    }
    let Some(matches) = &app.walk.matches else {
        return false;
    };
    let (timeline, plan, selection) = (
        &app.document.timeline,
        app.document.plan(),
        &app.location.selection,
    );
    let query = fold(matches.query.text());
    let is_named = |lane: &&Lane| fold(&timeline[lane.country].name) == query;
    let Some(lane) = plan.lanes().find(is_named) else {
        return false;
    };
    let events = lane.moments.iter().map(|moment| moment.event);
    let mut events: Vec<EventId> = events.filter(|event| selection.shows(*event)).collect();
    events.sort_unstable();
    let is_ahead = |event: &&EventId| **event >= selection.selected();
    let event = events.iter().find(is_ahead).or(events.first()).copied();
    app.location.lanes.open(plan, lane.country);
    if let Some(event) = event {
        app.location.selection.select(event);
        lanes::set_cursor_to(app, event);
    }
    true
}

/// The first match at or after what is selected in a view, else the first of all.
fn nearest(app: &App, view: View) -> Option<Subject> {
    let (found, here) = (in_view(app, view), here(app, view));
    let is_ahead = |found: &&Subject| Some(place(app, **found)) >= here;
    found.iter().find(is_ahead).or(found.first()).copied()
}

/// Where what is selected in a view stands there.
fn here(app: &App, view: View) -> Option<(usize, usize)> {
    current(view, &app.location).map(|subject| place(app, subject))
}

fn place(app: &App, subject: Subject) -> (usize, usize) {
    position(subject, &app.location, &app.document.timeline)
}

/// Selects a match in the view in which it is seen.
fn select(app: &mut App, subject: Subject) {
    let location = &mut app.location;
    match subject {
        Subject::Event(event) => {
            location.selection.select(event);
        }
        Subject::Passage(passage) => location.passage = Some(passage),
        Subject::Cell(case, aspect) => {
            (location.cases.case, location.cases.aspect) = (Some(case), aspect);
        }
        Subject::Stop(..) => {}
    }
}

/// Says what was found; where nothing was in this view, shows the first match in another.
fn show_first(app: &mut App) {
    let number = shown(app).len();
    if number == 0 {
        return show_elsewhere(app);
    }
    app.walk.thread = Thread::Matches;
    say(app);
    let next = app
        .setup
        .keymap
        .binding(app.location.context(), Action::NextMatch);
    let key = next.and_then(|next| next.keys.first());
    if let (true, Some(key), Some(message)) = (number > 1, key, &mut app.message) {
        *message = format!("{message} · {key} goes to the next");
    }
}

/// To the first match in another view, with the way back; or to the list of signs.
fn show_elsewhere(app: &mut App) {
    let elsewhere = [View::Timeline, View::Article, View::Cases];
    let found = elsewhere
        .into_iter()
        .find_map(|view| Some((view, nearest(app, view)?)));
    if let Some((view, first)) = found {
        navigate::leave(app);
        app.location.show_list(view);
        select(app, first);
        say(app);
        if let Some(message) = &mut app.message {
            *message = format!("{message} · Backspace brings you back");
        }
        return;
    }
    show_sign(app);
}

/// Says what sign was written; of what signs and words alone have, shows the list.
fn show_sign(app: &mut App) {
    say(app);
    let Some(matches) = app.matches() else { return };
    let query = matches.query.text().to_owned();
    let in_signs = matches.is_in_signs_alone(&app.location.selection);
    match signs::called(&app.document.timeline, &query) {
        Some(sign) => {
            if let Some(nothing) = &mut app.message {
                *nothing = format!("{nothing}; it is a sign, {}: {}", sign.name, sign.meaning);
            }
        }
        None if in_signs => {
            app.message = None;
            run::pick(app, PickerSource::Signs);
            if let Some(picker) = app.picker_mut() {
                picker.paste(&query);
            }
        }
        None => {}
    }
}

/// "3 of 12 events for “guarantee”, 2 hidden by the filter · 1 claim".
fn say(app: &mut App) {
    let Some(matches) = app.matches() else { return };
    let tally = matches.tally(&app.location, &app.document.timeline);
    let here = match tally.here.as_str() {
        "" => "nothing found",
        here => here,
    };
    let text = matches.query.text();
    app.say(format!(
        "{here} for “{text}”{}{}",
        tally.hidden, tally.elsewhere
    ));
}

/// Goes to the next or the previous match, round and round.
pub(super) fn step(app: &mut App, forward: bool) {
    if app.walk.matches.is_none() {
        return app.say("nothing is searched for; / starts a search");
    }
    let (shown, here) = (shown(app), here(app, app.location.view));
    let place_of = |found: &Subject| Some(place(app, *found));
    let next = if forward {
        let after = shown.iter().find(|found| place_of(found) > here);
        after.or(shown.first())
    } else {
        let before = shown.iter().rev().find(|found| place_of(found) < here);
        before.or(shown.last())
    };
    let Some(next) = next.copied() else {
        return show_elsewhere(app);
    };
    let wrapped = if forward {
        place_of(&next) <= here
    } else {
        place_of(&next) >= here
    };
    select(app, next);
    say(app);
    if wrapped && let Some(message) = &mut app.message {
        let edge = if forward {
            "the end was passed: from the first again"
        } else {
            "the beginning was passed: from the last again"
        };
        *message = format!("{message} · {edge}");
    }
}
