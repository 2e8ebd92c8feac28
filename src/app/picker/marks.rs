//! The marks as a list: the events in order of time, the claims, the cells, and what is no longer there; and what can be
//! written as a document.

use super::Items;
use super::target::{Label, Target};
use crate::app::App;
use crate::app::export;
use crate::notes::places::MarkPlace;
use crate::words::translated;

/// Headings of the list, in its order.
const EVENTS: &str = "Events";
const CLAIMS: &str = "Claims";
const CELLS: &str = "Cells of the cases";
const GONE: &str = "No longer in this timeline, and kept";

/// What is marked, found by its title and by the words of its note.
pub(super) fn items(app: &App) -> Result<Items, &'static str> {
    let timeline = &app.document.timeline;
    let marks = app.memory.notebook.marks().enumerate();
    let mut rows: Vec<(usize, &'static str, usize, Option<MarkPlace>)> = marks
        .map(|(at, (_, place))| {
            let (order, group) = match place {
                Some(MarkPlace::Event(event)) => (event.index(), EVENTS),
                Some(MarkPlace::Passage(passage)) => (passage.index(), CLAIMS),
                Some(MarkPlace::Cell(case, _)) => (case.index(), CELLS),
                None => (at, GONE),
            };
            (order, group, at, place)
        })
        .collect();
    if rows.is_empty() {
        return Err("nothing is marked yet; m marks what you look at, i notes something beside it");
    }
    let groups = [EVENTS, CLAIMS, CELLS, GONE];
    let rank = |group: &str| groups.iter().position(|known| *known == group);
    rows.sort_by_key(|(order, group, at, _)| (rank(group), *order, *at));
    let mut items = Items::default();
    for (_, group, at, place) in rows {
        let Some(mark) = app.notebook().marks.get(at) else {
            continue;
        };
        let note = match place {
            Some(MarkPlace::Event(event)) => timeline[event].date.short_label(),
            Some(MarkPlace::Passage(_)) => String::new(),
            Some(MarkPlace::Cell(case, _)) => translated(timeline[case].outcome.word()).to_owned(),
            None => mark.date.clone().unwrap_or_default(),
        };
        let title = place.map_or_else(|| mark.title.clone(), |place| place.title(timeline));
        let note_beside = mark.note.as_deref().unwrap_or_default();
        let aside = note_beside.lines().next().unwrap_or_default().to_owned();
        let label = Label {
            aside,
            ..Label::noted(&title, note)
        };
        items.add(Target::Mark(at), label, note_beside).group = group;
    }
    Ok(items)
}

/// What can be written as a document.
pub(super) fn export_items(app: &App) -> Items {
    let mut items = Items::default();
    for (source, title, note) in export::sources(app) {
        items.add(Target::Export(source), Label::noted(&title, note), "");
    }
    items
}
