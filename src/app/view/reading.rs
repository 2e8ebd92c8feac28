//! The reading pane: scrolling it, choosing its links, and what the mouse does in it and in the column beside it.

use crate::app::input::Mouse;
use crate::app::location::Seek;
use crate::app::motion::{self, Motion, Pace};
use crate::app::screen::layout::Area;
use crate::app::{App, Pane, follow};
use crate::page::{Link, LinkPlace};

/// Down goes to the next link when it is in sight, and scrolls a line when it is not; up likewise.
pub(in crate::app) fn go(app: &mut App, motion: Motion) {
    match motion {
        Motion::Down => step(app, true),
        Motion::Up => step(app, false),
        Motion::First => app.location.page.rewind(),
        Motion::PageDown
        | Motion::PageUp
        | Motion::HalfPageDown
        | Motion::HalfPageUp
        | Motion::Last => scroll_by(app, motion.steps(Pace::of_rows(height(app)))),
    }
}

/// A line along, and to the next or the previous link when it is in sight: the text always moves while it goes on.
pub(in crate::app) fn step(app: &mut App, down: bool) {
    let height = height(app);
    let links = &app.page().links;
    let next = match (app.location.page.link, down) {
        (None, true) => links
            .iter()
            .position(|found| found.lines.start >= app.location.page.top),
        (None, false) => links
            .iter()
            .rposition(|found| found.lines.start < app.location.page.top + height),
        (Some(link), true) => Some(link + 1).filter(|next| *next < links.len()),
        (Some(link), false) => link.checked_sub(1),
    };
    let in_sight = |link: usize| {
        let Some(found) = links.get(link) else {
            return false;
        };
        // So much further than the screen that what is scrolled past stays in sight.
        found.lines.end <= app.location.page.top + height + (height / 2).max(1)
            && found.lines.start + 1 >= app.location.page.top
    };
    match next {
        Some(link) if in_sight(link) => {
            let top = app.location.page.top;
            app.location.page.link = Some(link);
            show_link(app, link);
            let lines = app.page().links[link].lines.clone();
            let (stays_below, stays_above) = (lines.start > top, lines.end < top + height);
            // Beside a claim or a case the events are the list that one goes through, unless the page is read as a text.
            let is_list = app.location.view.rests_on_events() && !app.location.whole_page;
            let is_text = !is_list;
            if is_text
                && top == app.location.page.top
                && if down { stays_below } else { stays_above }
            {
                scroll_by(app, if down { 1 } else { -1 });
            }
        }
        _ => scroll_by(app, if down { 1 } else { -1 }),
    }
}

/// Scrolls as little as needed for the link to be in sight.
fn show_link(app: &mut App, link: usize) {
    let height = height(app);
    let Some(lines) = app.page().links.get(link).map(|found| found.lines.clone()) else {
        return;
    };
    let top = app.location.page.top;
    app.location.page.top = top.max(lines.end.saturating_sub(height)).min(lines.start);
}

/// Scrolls the page; a chosen link that leaves the screen is chosen no longer.
pub(in crate::app) fn scroll_by(app: &mut App, by: isize) {
    let height = height(app);
    let last = app.page().lines.len().saturating_sub(height);
    app.location.page.top = motion::step(app.location.page.top, by, last);
    let shown = app.location.page.top..app.location.page.top + height;
    let in_sight = |link: &usize| {
        let lines = app.page().links.get(*link).map(|found| found.lines.clone());
        lines.is_some_and(|lines| shown.contains(&lines.start))
    };
    app.location.page.link = app.location.page.link.filter(in_sight);
}

/// Chooses the first or the last link that matters, when it is in sight.
fn seek_link(app: &mut App, forward: bool) {
    let links = &app.page().links;
    // Of a claim, a case or a stop the links that matter are the events that it rests on or shows, not the notes before
    // them; the text of a stop is read first.
    let at_stop = app.location.stop().is_some();
    let linked = app.location.view.rests_on_events() && !at_stop;
    let first = app
        .page()
        .events_line
        .filter(|_| linked || at_stop)
        .unwrap_or(0);
    let matters = |link: &LinkPlace| {
        !(linked || at_stop) || (matches!(link.link, Link::Event(_)) && link.lines.start >= first)
    };
    let link = if forward {
        links.iter().position(matters)
    } else {
        links.iter().rposition(matters)
    };
    let end = app.location.page.top + height(app);
    let reach = |link: &usize| linked || links[*link].lines.end <= end;
    let is_below = |link: usize| links.get(link).is_some_and(|place| place.lines.end > end);
    let is_below = link.is_some_and(is_below);
    app.location.page.link = link.filter(reach);
    if linked && forward && is_below {
        // Not the first event alone, but their heading and those after it too, each with why it bears.
        app.location.page.top = first.saturating_sub(1);
        scroll_by(app, 0);
    }
    if let Some(link) = app.location.page.link {
        show_link(app, link);
    }
}

/// Scrolls to the sources, the first of their links chosen.
fn seek_sources(app: &mut App) {
    let page = app.page();
    let Some(line) = page.sources_line else {
        return;
    };
    let link = page.links.iter().position(|found| found.lines.start > line);
    (app.location.page.link, app.location.page.top) = (link, line);
    scroll_by(app, 0);
}

/// Shows what was wanted of the page, and keeps it within its text.
pub(in crate::app) fn settle(app: &mut App) {
    if app.location.page.is_at_rest() {
        return;
    }
    match app.location.page.seek {
        Some(Seek::FirstLink) => seek_link(app, true),
        Some(Seek::LastLink) => seek_link(app, false),
        Some(Seek::Sources) => seek_sources(app),
        None => {}
    }
    let last = app.page().lines.len().saturating_sub(height(app));
    app.location.page.top = app.location.page.top.min(last);
    let links = app.page().links.len();
    app.location.page.link = app.location.page.link.filter(|link| *link < links);
}

/// Whether the text goes on below what is in sight.
pub(in crate::app) fn goes_on(app: &App) -> bool {
    app.location.page.top + height(app) < app.page().lines.len()
}

/// Lines of the page that the screen has room for.
pub(in crate::app) fn height(app: &App) -> usize {
    app.layout()
        .and_then(|layout| layout.page)
        .map_or(0, |page| usize::from(page.height))
}

/// A press gives the page the keys, and follows the link that it hits.
pub(in crate::app) fn press(app: &mut App, mouse: Mouse, page: Area) {
    app.location.pane = Pane::Page;
    let (line, column) = (mouse.row - page.y, mouse.column - page.x);
    let link = app
        .page()
        .link_at(app.location.page.top + usize::from(line), column.into());
    if link.is_some() {
        app.location.page.link = link;
        follow::selected(app);
    }
}

/// A press beside the page follows the link that it hits.
pub(in crate::app) fn press_aside(app: &mut App, mouse: Mouse, area: Area) {
    let (line, column) = (mouse.row - area.y, mouse.column - area.x);
    let Some(page) = app.aside() else { return };
    let link = page.link_at(line.into(), column.into());
    if let Some(link) = link.map(|at| page.links[at].link.clone()) {
        follow::along(app, link);
    }
}
