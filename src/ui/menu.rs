//! What lies over the panes: the menu of countries and the help.

use ratatui::layout::Position;

use super::canvas::Canvas;
use super::theme::Looks;
use crate::app::App;
use crate::app::layout::Area;
use crate::app::menu::Menu;
use crate::timeline::CountryId;

/// Columns of the menu of countries.
const COUNTRIES: u16 = 44;

/// Columns of the help, and of its keys.
const HELP: u16 = 84;
const KEYS: usize = 22;

pub fn draw_countries(
    app: &App,
    menu: &Menu<CountryId>,
    looks: &Looks,
    canvas: &mut Canvas,
) -> Option<Position> {
    let role = match app.selection.filter().roles.first() {
        None => "in any role".to_owned(),
        Some(role) => format!("as {}", app.timeline[*role].label.to_lowercase()),
    };
    let left = menu.left();
    let inner = frame(app, COUNTRIES, left.len() as u16 + 5, looks, canvas);
    canvas.put(
        inner.x,
        inner.y,
        inner.width,
        "Events of a country",
        looks.strong(),
    );
    canvas.put_right(inner.x + inner.width, inner.y, &role, looks.accent());
    let cursor = prompt_line(
        menu,
        looks,
        Area {
            y: inner.y + 1,
            height: 1,
            ..inner
        },
        canvas,
    );
    let items = Area {
        y: inner.y + 3,
        height: inner.height.saturating_sub(4),
        ..inner
    };
    let top = menu.top(items.height.into());
    for (offset, item) in left.iter().skip(top).take(items.height.into()).enumerate() {
        let y = items.y + offset as u16;
        let chosen = top + offset == menu.position();
        let mark = if item.marked { "●" } else { " " };
        canvas.sign(items.x, y, mark, looks.accent());
        let style = if chosen {
            looks.strong()
        } else {
            looks.plain()
        };
        canvas.put(
            items.x + 2,
            y,
            items.width.saturating_sub(8),
            &item.label,
            style,
        );
        canvas.put_right(items.x + items.width, y, &item.note, looks.dim());
        if chosen {
            canvas.tint(items.x, y, items.width, looks.selected());
        }
    }
    if left.is_empty() {
        canvas.put(
            items.x,
            items.y,
            items.width,
            "no country is called so",
            looks.dim(),
        );
    }
    let y = inner.y + inner.height - 1;
    canvas.put(
        inner.x,
        y,
        inner.width,
        "Enter take   Space mark   Tab role   Esc leave",
        looks.dim(),
    );
    Some(cursor)
}

pub fn draw_help(
    app: &App,
    menu: &Menu<usize>,
    looks: &Looks,
    canvas: &mut Canvas,
) -> Option<Position> {
    let rows = help_rows(menu);
    let inner = frame(app, HELP, rows.len() as u16 + 5, looks, canvas);
    canvas.put(inner.x, inner.y, inner.width, "Keys", looks.strong());
    let hint = "type to search · Enter runs · Esc closes";
    canvas.put_right(inner.x + inner.width, inner.y, hint, looks.dim());
    let cursor = prompt_line(
        menu,
        looks,
        Area {
            y: inner.y + 1,
            height: 1,
            ..inner
        },
        canvas,
    );
    let items = Area {
        y: inner.y + 3,
        height: inner.height.saturating_sub(3),
        ..inner
    };
    let chosen = rows
        .iter()
        .position(|row| matches!(row, HelpRow::Key { at, .. } if *at == menu.position()))
        .unwrap_or(0);
    let top = crate::app::rows::scroll(0, items.height.into(), chosen, rows.len());
    let keys = KEYS.min(usize::from(items.width) / 3);
    for (offset, row) in rows.iter().skip(top).take(items.height.into()).enumerate() {
        let y = items.y + offset as u16;
        match row {
            HelpRow::Group(title) => {
                canvas.put(items.x, y, items.width, title, looks.dim());
            }
            HelpRow::Key {
                at,
                keys: signs,
                help,
            } => {
                canvas.put(items.x, y, keys as u16 - 1, signs, looks.accent());
                canvas.put(
                    items.x + keys as u16,
                    y,
                    items.width - keys as u16,
                    help,
                    looks.plain(),
                );
                if *at == menu.position() {
                    canvas.tint(items.x, y, items.width, looks.selected());
                }
            }
            HelpRow::Blank => {}
        }
    }
    Some(cursor)
}

enum HelpRow<'m> {
    Blank,
    Group(&'static str),
    Key {
        at: usize,
        keys: &'m str,
        help: &'m str,
    },
}

/// The help's keys under their headings; a search does without headings.
fn help_rows(menu: &Menu<usize>) -> Vec<HelpRow<'_>> {
    let mut rows = Vec::new();
    let mut group = "";
    let searching = !menu.prompt.text().is_empty();
    for (at, item) in menu.left().into_iter().enumerate() {
        if item.group != group && !searching {
            if !rows.is_empty() {
                rows.push(HelpRow::Blank);
            }
            rows.push(HelpRow::Group(item.group));
            group = item.group;
        }
        rows.push(HelpRow::Key {
            at,
            keys: &item.note,
            help: &item.label,
        });
    }
    rows
}

/// What is typed into the menu; the answer is the place of the cursor.
pub(super) fn prompt_line<T: Copy + PartialEq>(
    menu: &Menu<T>,
    looks: &Looks,
    area: Area,
    canvas: &mut Canvas,
) -> Position {
    let lead = canvas.put(area.x, area.y, area.width, "> ", looks.accent());
    let shown = menu.prompt.text();
    if shown.is_empty() {
        canvas.put(
            area.x + lead,
            area.y,
            area.width - lead,
            "type to narrow",
            looks.dim(),
        );
    } else {
        canvas.put(
            area.x + lead,
            area.y,
            area.width - lead,
            shown,
            looks.plain(),
        );
    }
    Position::new(
        area.x + lead + (menu.prompt.column() as u16).min(area.width - lead),
        area.y,
    )
}

/// Clears a place in the middle of the screen and parts it from what is behind; returns the room inside.
pub(super) fn frame(
    app: &App,
    width: u16,
    height: u16,
    looks: &Looks,
    canvas: &mut Canvas,
) -> Area {
    let (columns, rows) = (app.size.columns, app.size.rows);
    let width = (width + 6).min(columns);
    let height = (height + 2).min(rows.saturating_sub(2)).max(8);
    let area = Area {
        x: (columns - width) / 2,
        y: 1 + (rows.saturating_sub(height + 2)) / 2,
        width,
        height,
    };
    canvas.clear(area);
    let (top, bottom) = (area.y, area.y + area.height - 1);
    canvas.rule(
        Area {
            y: top,
            height: 1,
            ..area
        },
        looks.faint(),
    );
    canvas.rule(
        Area {
            y: bottom,
            height: 1,
            ..area
        },
        looks.faint(),
    );
    let margin = if width > 50 { 3 } else { 1 };
    Area {
        x: area.x + margin,
        y: top + 1,
        width: width - 2 * margin,
        height: height - 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keys::Keymap;
    use crate::text;

    #[test]
    fn every_line_of_the_help_fits_its_column() {
        for binding in Keymap::default().bindings() {
            assert!(
                text::width(binding.help) <= usize::from(HELP) - KEYS,
                "{}",
                binding.help
            );
            assert!(
                text::width(&binding.keys_in_words()) < KEYS,
                "{}",
                binding.keys_in_words()
            );
        }
    }
}
