//! The search: what it has found, and how one goes from one match to the next.

use super::action::Action;
use super::overlay::Overlay;
use super::prompt::Prompt;
use super::{App, View, navigate};
use crate::page::signs;
use crate::selection::Selection;
use crate::selection::search::Query;
use crate::text;
use crate::timeline::EventId;

/// What a search has found.
#[derive(Debug, Clone)]
pub struct Matches {
    /// What was looked for.
    pub query: Query,
    /// All events that match, in order of time, whether the filter shows them or not.
    pub(super) events: Vec<EventId>,
}

impl Matches {
    /// The matching events that are shown, in order of time.
    #[must_use]
    pub fn shown(&self, selection: &Selection) -> Vec<EventId> {
        let events = self.events.iter().copied();
        events.filter(|event| selection.shows(*event)).collect()
    }

    /// How many matching events the filter hides.
    #[must_use]
    pub fn hidden(&self, selection: &Selection) -> usize {
        self.events.len() - self.shown(selection).len()
    }
}

/// Opens the prompt of the search.
pub(super) fn open(app: &mut App) {
    app.overlay = Some(Overlay::Search {
        prompt: Prompt::default(),
        before: Box::new(navigate::snapshot(app)),
    });
}

/// Takes what is typed; an empty line ends the search.
pub(super) fn accept(app: &mut App, prompt: &Prompt) {
    if prompt.text().trim().is_empty() {
        app.walk.matches = None;
    } else {
        show_first(app);
    }
}

/// Searches all events for what is typed; an empty query ends the search.
fn find(app: &mut App, query: Query) {
    let events = app.document.index().find(&query, &app.document.timeline);
    app.walk.matches = (!query.is_empty()).then_some(Matches { query, events });
}

/// Looks for the same in another timeline.
pub(super) fn again(app: &mut App) {
    if let Some(matches) = app.walk.matches.take() {
        find(app, matches.query);
    }
}

/// The matches that are shown.
fn shown(app: &App) -> Vec<EventId> {
    let matches = app.matches();
    matches.map_or_else(Vec::new, |matches| matches.shown(&app.location.selection))
}

/// Whether a match is seen where the reader is, and not in the list of events alone.
fn is_seen(view: View) -> bool {
    matches!(view, View::Timeline | View::Lanes)
}

/// Searches while typing: the first match at or after the event from which the search started.
pub(super) fn update_matches(app: &mut App) {
    let Some(Overlay::Search { prompt, before }) = &app.overlay else {
        return;
    };
    let (query, origin) = (Query::new(prompt.text()), before.location.selection.clone());
    find(app, query);
    let shown = shown(app);
    let from = origin.selected();
    let first = shown.iter().find(|event| **event >= from);
    let first = first.or(shown.first()).copied();
    match first {
        Some(first) => {
            app.location.selection.select(first);
        }
        // Where nothing is found, one is where one was.
        None => app.location.selection = origin,
    }
}

/// Shows the first match where a match can be seen, and says how many there are.
fn show_first(app: &mut App) {
    let number = shown(app).len();
    if !is_seen(app.location.view) && number > 0 {
        navigate::leave_for_timeline(app);
    }
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

/// "match 3 of 12 for “guarantee”, 2 hidden by the filter".
fn say(app: &mut App) {
    let Some(matches) = app.matches() else { return };
    let shown = matches.shown(&app.location.selection);
    let hidden = match matches.events.len() - shown.len() {
        0 => String::new(),
        number => format!(", {number} hidden by the filter"),
    };
    let text = matches.query.text();
    let message = match shown.binary_search(&app.location.selection.selected()) {
        Ok(at) => format!("match {} of {} for “{text}”{hidden}", at + 1, shown.len()),
        Err(_) if shown.is_empty() => {
            let nothing = format!("nothing found for “{text}”{hidden}");
            match signs::called(&app.document.timeline, text) {
                Some(sign) => format!("{nothing}; it is a sign, {}: {}", sign.name, sign.meaning),
                None => nothing,
            }
        }
        Err(_) => format!(
            "{} for “{text}”{hidden}",
            text::count(shown.len(), "matching event")
        ),
    };
    app.say(message);
}

/// Goes to the next or the previous match, round and round.
pub(super) fn step(app: &mut App, forward: bool) {
    if app.walk.matches.is_none() {
        return app.say("nothing is searched for; / starts a search");
    }
    let (shown, selected) = (shown(app), app.location.selection.selected());
    let is_before = app.location.selection.is_before_events();
    let next = if forward {
        shown
            .iter()
            .find(|event| **event > selected || is_before)
            .or(shown.first())
    } else {
        let before = shown.iter().rev().find(|event| **event < selected);
        before.or(shown.last())
    };
    let Some(next) = next.copied() else {
        return say(app);
    };
    let wrapped = if forward {
        next <= selected && !is_before
    } else {
        next >= selected
    };
    if !is_seen(app.location.view) {
        navigate::leave_for_timeline(app);
    }
    app.location.selection.select(next);
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
