//! What is read: the page of what is selected, and what stands beside it on a wide screen.
//!
//! Beside a case it is the pinned one; beside an event it is what the article claims of it and what came before and after; beside a claim or
//! a stop of a tour it is the page of the linked event that is chosen, or of the first one.

use super::{App, View};
use crate::page::evidence::Numbers;
use crate::page::{self, Link, Page};
use crate::timeline::EventId;

/// The page of what is selected, at a width; its links stand in the same order at every width.
#[must_use]
pub fn page(app: &App, columns: usize) -> Page {
    let (timeline, location, words) = (&app.document.timeline, &app.location, app.words());
    let numbers = Numbers::for_ascii(app.setup.ascii);
    if let Some((tour, at)) = location.stop() {
        return page::tour::page(timeline, tour, at, columns, words, numbers);
    }
    match (location.view, location.passage, location.cases.case) {
        (View::Article, Some(passage), _) => {
            let keeps = |event, stance| app.keeps_link(passage, event, stance);
            page::article::narrowed_page(timeline, passage, columns, words, numbers, &keeps)
        }
        (View::Cases, _, Some(case)) => {
            let aspect = location.cases.aspect;
            let mut cases = vec![case];
            // The pinned case is read beside the other; where there is no room for that, below it.
            let has_room = app.layout().is_some_and(|layout| layout.aside.is_some());
            cases.extend(location.cases.other().filter(|_| !has_room));
            let keeps = |event| location.selection.shows(event);
            let look = (words, numbers);
            page::cases::page(timeline, &cases, aspect, columns, look, &keeps)
        }
        (View::Cases, _, None) => Page::default(),
        _ if location.selection.visible().is_empty() => page::event::none(columns),
        _ if location.selection.is_before_events() => {
            let has_legend_beside = app.layout().is_some_and(|layout| layout.aside.is_some());
            page::about::page(timeline, columns, has_legend_beside)
        }
        _ => page::event::page(timeline, location.selection.selected(), columns, words),
    }
}

/// What stands beside it; `None` where there is nothing to show.
#[must_use]
pub(super) fn aside(app: &App, columns: usize) -> Option<Page> {
    let (timeline, selection, words) = (&app.document.timeline, app.selection(), app.words());
    match app.location.view {
        _ if app.location.stop().is_some() => {
            let event = event_of_page(app)?;
            Some(page::event::page(timeline, event, columns, words))
        }
        View::Article => {
            let event = event_of_page(app)?;
            Some(page::event::page(timeline, event, columns, words))
        }
        View::Cases => {
            let (cases, numbers) = (&app.location.cases, Numbers::for_ascii(app.setup.ascii));
            let other = [cases.other()?];
            let keeps = |event| selection.shows(event);
            let look = (words, numbers);
            let page = page::cases::page(timeline, &other, cases.aspect, columns, look, &keeps);
            Some(page)
        }
        _ if selection.visible().is_empty() => None,
        _ if selection.is_before_events() => {
            let legend = page::about::legend(timeline, columns);
            Some(legend).filter(|legend| !legend.links.is_empty() || legend.lines.len() > 1)
        }
        _ => {
            let event = selection.selected();
            Some(page::aside::page(timeline, event, columns, words))
        }
    }
}

/// The event of the chosen link, or the first that the page leads to.
fn event_of_page(app: &App) -> Option<EventId> {
    if let Some(Link::Event(event)) = app.chosen_link() {
        return Some(*event);
    }
    let page = app.page();
    page.links
        .iter()
        .filter(|link| Some(link.lines.start) >= page.events_line)
        .find_map(|link| match link.link {
            Link::Event(event) => Some(event),
            _ => None,
        })
}
