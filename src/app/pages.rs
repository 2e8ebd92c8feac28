//! What is read: the page of what is selected, and what stands beside it on a wide screen.
//!
//! Beside a case it is the pinned one; beside an event it is what the article claims of it and what came before and after; beside a claim or
//! a stop of a tour it is the page of the linked event that is chosen, or of the first one.

use super::{App, View, marks};
use crate::page::about::AboutLayout;
use crate::page::article::ClaimLook;
use crate::page::cases::{Aspect, CellLook};
use crate::page::evidence::Numbers;
use crate::page::{self, Link, Page};
use crate::timeline::{ArticleLink, CaseId, EventId};

/// The page of what is selected, at a width, under the reader's own note; its links stand in the same order at every
/// width.
#[must_use]
pub fn page(app: &App, columns: usize) -> Page {
    let page = of_selected(app, columns);
    match marks::on_page(app) {
        Some(mark) => page::note::over(page, mark.note.as_deref(), columns, app.words()),
        None => page,
    }
}

fn of_selected(app: &App, columns: usize) -> Page {
    let (timeline, location, words) = (&app.document.timeline, &app.location, app.words());
    let numbers = Numbers::for_ascii(app.setup.ascii);
    if let Some((tour, at)) = location.stop() {
        return page::tour::page(timeline, tour, at, columns, words, numbers);
    }
    match (location.view, location.passage, location.cases.case) {
        (View::Article, Some(passage), _) => {
            let choices = &location.selection.filter().choices;
            let look = ClaimLook {
                numbers,
                keeps: &|event, stance| app.keeps_link(passage, event, stance),
                requested: &|stance| {
                    choices.requests_stance() && choices.allow_link(passage, stance)
                },
            };
            page::article::narrowed_page(timeline, passage, columns, words, look)
        }
        (View::Cases, _, Some(case)) => {
            let aspect = location.cases.aspect;
            let mut cases = vec![case];
            // The pinned case is read beside the other; where there is no room for that, below it.
            let has_room = app.layout().is_some_and(|layout| layout.aside.is_some());
            cases.extend(location.cases.other().filter(|_| !has_room));
            cells(app, &cases, aspect, columns)
        }
        (View::Cases, _, None) => Page::default(),
        _ if location.selection.visible().is_empty() => page::event::none(columns),
        _ if location.selection.is_before_events() => {
            let layout = AboutLayout {
                columns,
                rows: rows(app),
                has_legend_beside: app.layout().is_some_and(|layout| layout.aside.is_some()),
                ascii: app.setup.ascii,
            };
            page::about::page(timeline, layout)
        }
        _ => event_page(app, location.selection.selected(), columns),
    }
}

/// Rows of the page, or of what it has once it is opened.
fn rows(app: &App) -> usize {
    let area = app
        .layout()
        .map(|layout| layout.page.unwrap_or(layout.panes));
    area.map_or(0, |area| area.height.into())
}

/// What stands beside it; `None` where there is nothing to show.
#[must_use]
pub(super) fn aside(app: &App, columns: usize) -> Option<Page> {
    let (timeline, selection, words) = (&app.document.timeline, app.selection(), app.words());
    match app.location.view {
        _ if app.location.stop().is_some() => {
            let event = event_of_page(app)?;
            Some(event_page(app, event, columns))
        }
        View::Article => {
            let event = event_of_page(app)?;
            Some(event_page(app, event, columns))
        }
        View::Cases => {
            let cases = &app.location.cases;
            Some(cells(app, &[cases.other()?], cases.aspect, columns))
        }
        _ if selection.visible().is_empty() => None,
        _ if selection.is_before_events() => {
            let legend = page::about::legend(timeline, columns, app.setup.ascii);
            Some(legend).filter(|legend| !legend.links.is_empty() || legend.lines.len() > 1)
        }
        _ => {
            let event = selection.selected();
            Some(page::aside::page(timeline, event, columns, words))
        }
    }
}

/// An event, with the bearing that the filter asks for at its head.
fn event_page(app: &App, event: EventId, columns: usize) -> Page {
    let requested = |link: &ArticleLink| app.selection().filter().choices.requests(link);
    page::event::narrowed_page(
        &app.document.timeline,
        event,
        columns,
        app.words(),
        &requested,
    )
}

/// Cells of a row of the cases, through the filter.
fn cells(app: &App, cases: &[CaseId], aspect: Aspect, columns: usize) -> Page {
    let look = CellLook {
        numbers: Numbers::for_ascii(app.setup.ascii),
        keeps: &|event| app.selection().shows(event),
        requested: &|link| app.selection().filter().choices.requests(link),
    };
    page::cases::page(
        &app.document.timeline,
        cases,
        aspect,
        columns,
        app.words(),
        look,
    )
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
