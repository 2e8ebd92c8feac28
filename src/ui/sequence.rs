//! After the first key of a sequence: the keys that can follow, over the footer.

use super::canvas::Canvas;
use super::theme::Styles;
use crate::app::App;
use crate::app::keys::{Binding, sequence};
use crate::app::screen::layout::Area;
use crate::words::translated;

/// Columns of a key with what it does, before a further column of them is begun.
const COLUMN: u16 = 60;
/// Columns of the key.
const KEY: u16 = 6;

pub(super) fn draw(app: &App, styles: &Styles, footer: Area, canvas: &mut Canvas) {
    if app.pending().is_empty() {
        return;
    }
    let following = app.setup.keymap.following(app.context(), app.pending());
    let keys: Vec<(String, &Binding)> = following
        .map(|(key, binding)| (sequence::in_words(&[key]), binding))
        .collect();
    let columns = (footer.width / COLUMN).max(1);
    let rows = (keys.len() as u16).div_ceil(columns);
    let height = (rows + 2).min(footer.y);
    let area = Area {
        y: footer.y - height,
        height,
        ..footer
    };
    canvas.clear(area);
    canvas.rule(Area { height: 1, ..area }, styles.faint());
    let width = footer.width / columns;
    let pressed = sequence::in_words(app.pending());
    let used = canvas.put(1, area.y + 1, width, &pressed, styles.strong());
    canvas.put(
        2 + used,
        area.y + 1,
        footer.width,
        translated("and then"),
        styles.dim(),
    );
    canvas.put_right(
        footer.width.saturating_sub(2),
        area.y + 1,
        translated("Esc ends it"),
        styles.dim(),
    );
    let shown = usize::from(height - 2);
    let is_cut = usize::from(rows) > shown;
    let mut rest = Vec::new();
    for (at, (label, binding)) in keys.iter().enumerate() {
        let (column, row) = (at as u16 / rows, at as u16 % rows);
        let (x, y) = (3 + column * width, area.y + 2 + row);
        if usize::from(row) + usize::from(is_cut) >= shown {
            rest.push(label.as_str());
            continue;
        }
        canvas.put(x, y, KEY, label, styles.accent());
        let room = width.saturating_sub(KEY + 3);
        canvas.put(x + KEY, y, room, translated(binding.help), styles.plain());
    }
    if is_cut {
        let last = Area {
            y: footer.y - 1,
            ..footer
        };
        draw_rest(&rest, last, styles, canvas);
    }
}

/// The keys that found no row for what they do, so that none is unsaid.
fn draw_rest(keys: &[&str], row: Area, styles: &Styles, canvas: &mut Canvas) {
    let end = row.width.saturating_sub(2);
    let used = canvas.put(3, row.y, end, &keys.join(" "), styles.accent());
    let x = 3 + used + 2;
    let more = translated("more; ? tells what they do");
    canvas.put(x, row.y, end.saturating_sub(x), more, styles.dim());
}
