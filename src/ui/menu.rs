//! What lies over the panes: the menu of countries and the help.

use ratatui::layout::Position;

use super::canvas::Canvas;
use super::foot::draw_hints;
use super::theme::Looks;
use crate::app::App;
use crate::app::help::{self, HelpRow};
use crate::app::layout::Area;
use crate::app::menu::Menu;
use crate::app::overlay::Overlay;
use crate::selection::facet::Facet;
use crate::selection::filter::Part;
use crate::timeline::CountryId;

/// Columns of the keys in the help.
const KEYS: usize = 22;

pub fn draw_countries(
    app: &App,
    menu: &Menu<CountryId>,
    looks: &Looks,
    canvas: &mut Canvas,
) -> Option<Position> {
    let filter = app.selection().filter();
    let role = match filter.choices.asked_of(Facet::Role).next() {
        None => "in any role".to_owned(),
        Some(_) => filter.said(Part::Asked(Facet::Role), app.timeline()),
    };
    let overlay = app.overlay()?;
    frame(&overlay, looks, canvas);
    let (left, inner, items) = (menu.left(), overlay.inner, overlay.items);
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
    let top = overlay.top;
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
    draw_hints(&overlay.hints, looks.dim(), looks, canvas);
    Some(cursor)
}

pub fn draw_help(
    app: &App,
    menu: &Menu<usize>,
    looks: &Looks,
    canvas: &mut Canvas,
) -> Option<Position> {
    let rows = help::rows(menu);
    let overlay = app.overlay()?;
    frame(&overlay, looks, canvas);
    let (inner, items) = (overlay.inner, overlay.items);
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
    let keys = KEYS.min(usize::from(items.width) / 3);
    for (offset, row) in rows
        .iter()
        .skip(overlay.top)
        .take(items.height.into())
        .enumerate()
    {
        let y = items.y + offset as u16;
        match row {
            HelpRow::Heading(title) => {
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

/// Clears the place of the overlay and parts it from what is behind.
pub(super) fn frame(overlay: &Overlay, looks: &Looks, canvas: &mut Canvas) {
    let area = overlay.outer;
    canvas.clear(area);
    for y in [area.y, area.y + area.height - 1] {
        let edge = Area {
            y,
            height: 1,
            ..area
        };
        canvas.rule(edge, looks.faint());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keys::Keymap;
    use crate::app::overlay::HELP;
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
