//! The first line of the screen: what stands where on it, the same for drawing and for the mouse.

use super::layout::Area;
use crate::app::{App, View};
use crate::text;
use crate::timeline::date::era::years_label;
use crate::words::{self, translated};

/// Columns of the title at least, unless it is shorter.
const TITLE: usize = 12;

/// A view in the header: its key, a space, its name; or where room is short its key alone, and the name is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tab {
    /// The view that a click leads to.
    pub view: View,
    /// The key that does so.
    pub key: char,
    /// Its name; empty where only the key has room.
    pub name: &'static str,
    /// Where it stands.
    pub area: Area,
}

/// The parts of the line; those that find no room are left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Columns that the title may take.
    pub title: Area,
    /// First and last year, and where they stand.
    pub years: Option<(u16, String)>,
    /// From left to right.
    pub tabs: Vec<Tab>,
    /// How much the view has, and the column before which that ends.
    pub count: Option<(u16, String)>,
    /// "? help".
    pub help: Area,
}

/// What stands where on the first line.
pub(super) fn header(app: &App, line: Area) -> Header {
    let at = |x: u16, width: u16| Area {
        x,
        width,
        height: 1,
        ..line
    };
    let wide = |name: &str| text::columns(name);
    let help = wide(translated("help")) + 2;
    let help = at(line.width.saturating_sub(help + 2), help);
    // What this timeline has not has no tab.
    let views = View::ALL
        .iter()
        .filter(|(view, ..)| app.document.missing(*view).is_none());
    let named: u16 = views
        .clone()
        .map(|(_, _, name)| wide(translated(name)) + 5)
        .sum();
    // Where not all names have room, the present view keeps its own and the others are a digit.
    let all_named = named <= help.x;
    let name_of = |view: View, name: &'static str| {
        let name = translated(name);
        if all_named || view == app.location.view {
            name
        } else {
            ""
        }
    };
    let gap = if all_named { 3 } else { 2 };
    let width_of = |name: &str| match wide(name) {
        0 => 1,
        name => name + 2,
    };
    let tabs: u16 = views
        .clone()
        .map(|(view, _, name)| width_of(name_of(*view, name)) + gap)
        .sum();
    // The title gives way before the views do; three letters of it are worse than none.
    let room = help.x.saturating_sub(tabs + 4);
    let title = &app.document.timeline.title;
    let title = match usize::from(room) {
        room if room >= TITLE.min(text::width(title)) => text::truncate(title, room),
        _ => String::new().into(),
    };
    let title = at(1, wide(&title));
    let mut x = 1 + title.width;
    let years = app
        .document
        .timeline
        .years
        .map(|(first, last)| (x, format!(" {}", years_label(first.into()..=last.into()))))
        .filter(|(_, years)| x + wide(years) <= room);
    x += years.as_ref().map_or(0, |(_, years)| wide(years));
    if title.width > 0 {
        x = (x + 3).max((line.width / 3).min(help.x.saturating_sub(tabs)));
    }
    let mut placed = Vec::new();
    for (view, key, name) in views.copied() {
        let name = name_of(view, name);
        placed.push(Tab {
            view,
            key,
            name,
            area: at(x, width_of(name)),
        });
        x += width_of(name) + gap;
    }
    let count = Some(count(app)).filter(|count| x + wide(count) + 3 < help.x);
    Header {
        title,
        years,
        tabs: placed,
        count: count.map(|count| (help.x - 3, count)),
        help,
    }
}

/// The tour that is under way, else how much the view has: events, spans, passages or cases.
fn count(app: &App) -> String {
    if let Some((tour, _)) = app.tour() {
        return tour.title.clone();
    }
    let timeline = &app.document.timeline;
    match app.location.view {
        View::Timeline => words::count(timeline.events.len(), "event"),
        View::Lanes => words::count(timeline.spans.len(), "span"),
        View::Article => words::count(timeline.passages.len(), "passage"),
        View::Cases => words::count(timeline.cases.len(), "case"),
    }
}
