//! Opening the address of a source, or of the article, in the browser.

use std::collections::HashSet;

use super::App;
use super::here;
use super::input::Effect;
use super::location::Subject;
use super::overlay::{Overlay, TextViewer};
use super::picker::run;
use super::picker::source::PickerSource;
use crate::page::Link;
use crate::text;
use crate::timeline::{Evidence, SourceId};

/// The address that is meant: the chosen one, the article's beside its claims, else the first of the sources.
pub(super) fn address(app: &App) -> Option<String> {
    if let Some(Link::Address(address)) = app.chosen_link() {
        return Some(address.clone());
    }
    let timeline = &app.document.timeline;
    match here::subject(app)? {
        Subject::Passage(_) => timeline.article.as_ref()?.url.clone(),
        _ => timeline[*sources_with_address(app).first()?].url.clone(),
    }
}

pub(super) fn why_no_address(app: &App) -> &'static str {
    match here::subject(app) {
        Some(Subject::Event(_)) => "no source of this event has an address",
        Some(Subject::Passage(_)) => "the timeline has no address for the article",
        Some(Subject::Cell(..) | Subject::Stop(..)) => "no source here has an address",
        None => here::why_nothing(app),
    }
}

/// The sources of what is looked at that can be opened, each once.
fn sources_with_address(app: &App) -> Vec<SourceId> {
    let timeline = &app.document.timeline;
    let carried_by = match here::subject(app) {
        // The article is what is opened beside its claims.
        None | Some(Subject::Passage(_)) => Vec::new(),
        Some(subject) => here::carried_by(timeline, subject),
    };
    let (mut sources, mut met) = (Vec::new(), HashSet::new());
    for evidence in carried_by {
        let named = match evidence {
            Evidence::Source(source, _) => vec![source],
            Evidence::Event(event) => {
                let citations = timeline[event].citations.iter();
                citations.map(|citation| citation.source).collect()
            }
        };
        for source in named {
            if timeline[source].url.is_some() && met.insert(source) {
                sources.push(source);
            }
        }
    }
    sources
}

/// The sources of what is looked at, where no one of them is chosen.
pub(super) fn sources_to_open(app: &App) -> Vec<SourceId> {
    match app.chosen_link() {
        Some(Link::Address(_)) => Vec::new(),
        _ => sources_with_address(app),
    }
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

/// Columns of the foot that are not the message's.
const BESIDE_MESSAGE: usize = 24;

/// Shows an address whole: in the foot, or over the panes where it is too long for that.
pub(super) fn show_address(app: &mut App, address: String) {
    let room = usize::from(app.size().columns).saturating_sub(BESIDE_MESSAGE);
    if text::width(&address) <= room {
        return app.say(address);
    }
    let viewer = TextViewer::of_address("The address".to_owned(), address);
    app.overlay = Some(Overlay::Text(viewer));
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
