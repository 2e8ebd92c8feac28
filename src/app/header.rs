//! The first line of the screen: what stands where on it, the same for drawing and for the mouse.

use super::layout::Area;
use super::{App, View};
use crate::text;

/// A view in the header: its key, a space, its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tab {
    pub view: View,
    pub key: char,
    pub name: &'static str,
    pub area: Area,
}

/// The parts of the line; those that find no room are left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Columns that the title may take.
    pub title: Area,
    /// First and last year, and where they stand.
    pub years: Option<(u16, String)>,
    pub tabs: Vec<Tab>,
    /// How much the view has, and the column before which that ends.
    pub count: Option<(u16, String)>,
    /// "? help".
    pub help: Area,
}

impl App {
    /// What stands where on the first line.
    #[must_use]
    pub fn header(&self, line: Area) -> Header {
        let at = |x: u16, width: u16| Area {
            x,
            width,
            height: 1,
            ..line
        };
        let help = at(line.width.saturating_sub(8), 6);
        let wide = |name: &str| text::width(name) as u16;
        let tabs: u16 = View::ALL.iter().map(|(_, _, name)| wide(name) + 5).sum();
        // The title gives way before the views do.
        let room = help.x.saturating_sub(tabs + 4);
        let title = at(1, wide(&text::truncate(&self.timeline.title, room.into())));
        let mut x = 1 + title.width;
        let years = self
            .timeline
            .years
            .map(|(first, last)| (x, format!(" {first}–{last}")))
            .filter(|(_, years)| x + wide(years) <= room);
        x += years.as_ref().map_or(0, |(_, years)| wide(years));
        x = (x + 3).max((line.width / 3).min(help.x.saturating_sub(tabs)));
        let mut placed = Vec::new();
        for (view, key, name) in View::ALL {
            // Half a title is no use; the digit still works.
            if x + 2 + wide(name) >= help.x {
                break;
            }
            placed.push(Tab {
                view,
                key,
                name,
                area: at(x, 2 + wide(name)),
            });
            x += wide(name) + 5;
        }
        let count = Some(self.count()).filter(|count| x + wide(count) + 3 < help.x);
        Header {
            title,
            years,
            tabs: placed,
            count: count.map(|count| (help.x - 3, count)),
            help,
        }
    }

    /// How much the view has: events, spans, passages or cases.
    fn count(&self) -> String {
        let timeline = &self.timeline;
        match self.view {
            View::Timeline => text::count(timeline.events.len(), "event"),
            View::Lanes => text::count(timeline.spans.len(), "span"),
            View::Article => text::count(timeline.passages.len(), "passage"),
            View::Cases => text::count(timeline.cases.len(), "case"),
        }
    }
}
