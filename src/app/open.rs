//! Opening the address of a source, or of the article, in the browser.

use super::copy::NO_EVENT;
use super::input::Effect;
use super::picker::run;
use super::picker::source::PickerSource;
use super::{App, View, copy};
use crate::page::Link;
use crate::timeline::{EventId, SourceId};

/// The address that is meant: the chosen one, the article's beside its claims, the first of the event's sources.
pub(super) fn address(app: &App) -> Option<String> {
    if let Some(Link::Address(address)) = app.chosen_link() {
        return Some(address.clone());
    }
    match copy::event_here(app) {
        Some(event) => {
            let source = *sources_with_address(app, event).first()?;
            app.document.timeline[source].url.clone()
        }
        None if app.location.view == View::Article => {
            app.document.timeline.article.as_ref()?.url.clone()
        }
        None => None,
    }
}

pub(super) fn why_no_address(app: &App) -> &'static str {
    match (copy::event_here(app), app.location.view) {
        (Some(_), _) => "no source of this event has an address",
        (None, View::Article) => "the timeline has no address for the article",
        (None, _) => NO_EVENT,
    }
}

/// The sources of an event that can be opened, each once.
fn sources_with_address(app: &App, event: EventId) -> Vec<SourceId> {
    let mut sources = Vec::new();
    for citation in &app.document.timeline[event].citations {
        if app.document.timeline[citation.source].url.is_some()
            && !sources.contains(&citation.source)
        {
            sources.push(citation.source);
        }
    }
    sources
}

/// The sources of the event that is meant, where no one of them is chosen.
pub(super) fn sources_to_open(app: &App) -> Vec<SourceId> {
    let chosen = matches!(app.chosen_link(), Some(Link::Address(_)));
    let event = copy::event_here(app).filter(|_| !chosen);
    event.map_or_else(Vec::new, |event| sources_with_address(app, event))
}

/// Opens the address that is meant; of several sources one is to be chosen first.
pub(super) fn open(app: &mut App) -> Effect {
    if sources_to_open(app).len() > 1 {
        run::pick(app, PickerSource::Addresses);
        return Effect::Draw;
    }
    match address(app) {
        Some(address) => open_address(app, address),
        None => {
            app.say(why_no_address(app));
            Effect::Draw
        }
    }
}

/// Opens the address of a source.
pub(super) fn source(app: &mut App, source: SourceId) -> Effect {
    match app.document.timeline[source].url.clone() {
        Some(address) => open_address(app, address),
        None => Effect::Draw,
    }
}

/// The check let only addresses of the web into the timeline; they are looked at once more before they go out.
fn open_address(app: &mut App, address: String) -> Effect {
    if !is_of_the_web(&address) {
        app.say(format!("{address} is no address of the web"));
        return Effect::Draw;
    }
    app.say(format!("opening {address}"));
    Effect::Open(address)
}

fn is_of_the_web(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}
