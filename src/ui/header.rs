//! The first line: the timeline's title, the views with their keys, how much there is.

use super::canvas::Canvas;
use super::theme::Looks;
use crate::app::layout::Area;
use crate::app::{App, View};
use crate::text;

pub fn draw(app: &App, looks: &Looks, area: Area, canvas: &mut Canvas) {
    let (y, width) = (area.y, area.width);
    let help = canvas.put_right(width.saturating_sub(2), y, "help", looks.dim());
    let help = canvas.put_right(help.saturating_sub(1), y, "?", looks.accent());
    let tabs: u16 = View::ALL
        .iter()
        .map(|(_, _, name)| text::width(name) as u16 + 5)
        .sum();
    let years = app
        .timeline
        .years
        .map_or(String::new(), |(first, last)| format!(" {first}–{last}"));
    // The title gives way before the views do.
    let room = help.saturating_sub(tabs + 4);
    let title_width = canvas.put(1, y, room, &app.timeline.title, looks.strong());
    let mut x = 1 + title_width;
    if x + text::width(&years) as u16 <= room {
        x += canvas.put(x, y, room, &years, looks.dim());
    }
    x = (x + 3).max((width / 3).min(help.saturating_sub(tabs)));
    for (view, key, name) in View::ALL {
        // Half a title is no use; the digit still works.
        if x + 2 + text::width(name) as u16 >= help {
            break;
        }
        let current = view == app.view;
        x += canvas.put(
            x,
            y,
            2,
            &key.to_string(),
            if current { looks.accent() } else { looks.dim() },
        );
        x += canvas.put(
            x + 1,
            y,
            help.saturating_sub(x + 1),
            name,
            if current { looks.strong() } else { looks.dim() },
        );
        x += 4;
    }
    let count = match app.view {
        View::Timeline => text::count(app.timeline.events.len(), "event"),
        View::Lanes => text::count(app.timeline.spans.len(), "span"),
        View::Article => text::count(app.timeline.passages.len(), "passage"),
        View::Cases => text::count(app.timeline.cases.len(), "case"),
    };
    if x + text::width(&count) as u16 + 3 < help {
        canvas.put_right(help - 3, y, &count, looks.dim());
    }
}
