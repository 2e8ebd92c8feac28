//! The first line: the timeline's title, the views with their keys, how much there is.

use super::canvas::Canvas;
use super::theme::Styles;
use crate::app::App;
use crate::app::screen::layout::Area;
use crate::words::translated;

pub(super) fn draw(app: &App, styles: &Styles, area: Area, canvas: &mut Canvas) {
    let Some(header) = app.header() else { return };
    let y = area.y;
    let title = &app.timeline().title;
    canvas.put(
        header.title.x,
        y,
        header.title.width,
        title,
        styles.strong(),
    );
    if let Some((x, years)) = &header.years {
        canvas.put(*x, y, area.width, years, styles.dim());
    }
    for tab in &header.tabs {
        let (key, name) = if tab.view == app.location().view {
            (styles.accent(), styles.strong())
        } else {
            (styles.dim(), styles.dim())
        };
        canvas.put(tab.area.x, y, 1, &tab.key.to_string(), key);
        let room = tab.area.width.saturating_sub(2);
        canvas.put(tab.area.x + 2, y, room, tab.name, name);
    }
    if let Some((right, count)) = &header.count {
        canvas.put_right(*right, y, count, styles.dim());
    }
    canvas.put(header.help.x, y, 1, "?", styles.accent());
    let word = header.help.width.saturating_sub(2);
    canvas.put(header.help.x + 2, y, word, translated("help"), styles.dim());
}
