//! The outline of the article: its rows, its keys, and what the mouse does in it.

use crate::app::motion::{Motion, Pace};
use crate::app::{App, rows};
use crate::timeline::{PassageId, Timeline};

/// Passages that a page, or half of one, steps over.
const PAGE: Pace = Pace::fixed(5);

/// A row of the outline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutlineRow {
    /// The section that begins with this passage.
    Section(PassageId),
    /// A claim.
    Passage(PassageId),
    /// An empty row between the sections.
    Blank,
}

/// The outline: headings of the sections, and their passages.
#[must_use]
pub fn outline(timeline: &Timeline) -> Vec<OutlineRow> {
    let mut rows = Vec::new();
    let mut section: Option<&String> = None;
    for passage in PassageId::all(timeline) {
        let of = timeline[passage].section.as_ref();
        if of != section || (rows.is_empty() && of.is_some()) {
            if !rows.is_empty() {
                rows.push(OutlineRow::Blank);
            }
            rows.extend(of.map(|_| OutlineRow::Section(passage)));
            section = of;
        }
        rows.push(OutlineRow::Passage(passage));
    }
    rows
}

/// Along the passages.
pub(in crate::app) fn go(app: &mut App, motion: Motion) {
    let timeline = &app.document.timeline;
    let Some(passage) = app.location.passage else {
        return;
    };
    let last = timeline.passages.len().saturating_sub(1);
    let at = motion.from(passage.index(), PAGE, last);
    app.location.passage = PassageId::at(timeline, at);
}

/// The row of the selected passage, and how many rows there are.
pub(in crate::app) fn selected_row(app: &App) -> (usize, usize) {
    let outline = outline(&app.document.timeline);
    let is_selected =
        |row: &OutlineRow| Some(*row) == app.location.passage.map(OutlineRow::Passage);
    let at = outline.iter().position(is_selected).unwrap_or(0);
    (at, outline.len())
}

/// Scrolls so that the selected passage is in sight.
pub(in crate::app) fn settle(app: &mut App) {
    // While the page has the screen the list stays as it was.
    let Some(list) = app.layout().and_then(|layout| layout.list) else {
        return;
    };
    let height = usize::from(list.height);
    let (at, rows) = selected_row(app);
    let top = app.location.list_top;
    app.location.list_top = rows::scroll(top, height, at, rows);
}

/// Selects the passage of a row; says whether it is one.
pub(in crate::app) fn choose_row(app: &mut App, row: usize) -> bool {
    let outline = outline(&app.document.timeline);
    let Some(OutlineRow::Passage(passage)) = outline.get(row).copied() else {
        return false;
    };
    app.location.passage = Some(passage);
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::Passage;

    #[test]
    fn a_section_is_headed_once_and_parted_from_what_stands_before_it() {
        let check = |sections: &[Option<&str>], expected: &str| {
            let passage = |section: &Option<&str>| Passage {
                id: String::new(),
                paragraph: None,
                section: section.map(str::to_owned),
                heading: String::new(),
                claim: Vec::new(),
                record: Vec::new(),
                events: Vec::new(),
            };
            let passages: Vec<Passage> = sections.iter().map(passage).collect();
            let timeline = Timeline {
                passages: passages.into(),
                ..Timeline::default()
            };
            let letter = |row: &OutlineRow| match row {
                OutlineRow::Section(_) => 'S',
                OutlineRow::Passage(_) => 'p',
                OutlineRow::Blank => ' ',
            };
            let found: String = outline(&timeline).iter().map(letter).collect();
            assert_eq!(found, expected, "{sections:?}");
        };
        check(&[], "");
        check(&[None, None], "pp");
        check(&[Some("one"), Some("one")], "Spp");
        check(&[Some("one"), Some("two"), Some("two")], "Sp Spp");
        check(&[None, Some("one")], "p Sp");
        check(&[Some("one"), None], "Sp p");
    }
}
