//! The events in a list with the life-lines beside it, as the reader has them: the way into the events below.

use maud::{Markup, html};

use super::named::{date, named};
use crate::export::Extract;
use crate::export::lanes_svg::class;
use crate::lanes::lifelines::{LifeLines, LifelineCell, MOST, ShownLines};
use crate::page::glyphs;
use crate::timeline::{CountryId, EventId};

/// A row an event; nothing where there is no status to draw a line of.
pub(super) fn list(extract: &Extract) -> Markup {
    let timeline = extract.timeline;
    let Some(first) = extract.events.first() else {
        return html! {};
    };
    let lines = LifeLines::new(timeline, &extract.events);
    let shown = lines.shown(timeline, MOST, *first, None);
    html! {
        @if shown.columns() > 0 {
            ol.list {
                @for id in &extract.events {
                    li {
                        (cells(extract, &shown, *id))
                        span { (date(&timeline[*id].date)) " " (named(extract, *id)) }
                    }
                }
            }
        }
    }
}

/// What every line shows at an event, and the codes of those that begin with it.
fn cells(extract: &Extract, shown: &ShownLines, id: EventId) -> Markup {
    let timeline = extract.timeline;
    let cells: Vec<(LifelineCell, Option<CountryId>)> = (0..shown.columns())
        .map(|column| shown.cell(timeline, column, id))
        .collect();
    let name = |country: &Option<CountryId>| country.map(|country| timeline[country].name.as_str());
    let begins = cells.iter().filter_map(|(cell, country)| {
        matches!(cell, LifelineCell::Begins(_)).then_some(timeline[(*country)?].code.as_str())
    });
    let begins: Vec<&str> = begins.collect();
    html! {
        span.lines aria-hidden="true" {
            @for (cell, country) in &cells {
                @let (glyph, class) = look(*cell);
                span.(class) title=[name(country)] { (glyph) }
            }
        }
        span.codes { (begins.join(" ")) }
    }
}

/// Sign and class of a cell.
fn look(cell: LifelineCell) -> (&'static str, &'static str) {
    match cell {
        LifelineCell::Empty => ("\u{a0}", "none"),
        LifelineCell::Begins(ground) => (glyphs::beginning(ground), class(ground)),
        LifelineCell::Holds(ground) => (glyphs::line(ground), class(ground)),
        LifelineCell::Violated => (glyphs::VIOLATED, "cross"),
        LifelineCell::Broken => (glyphs::LINE_AFTER_VIOLATION, "cross"),
        LifelineCell::Ends => (glyphs::ENDS, "none"),
    }
}
