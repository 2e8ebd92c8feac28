//! The list over the prompt that `:` opens: what the typed line can mean, each with what it is and how it is reached.

use super::canvas::Canvas;
use super::theme::Looks;
use crate::app::App;
use crate::app::layout::Area;
use crate::app::overlay::Overlay;
use crate::app::palette::Palette;
use crate::app::palette::goals::{Goal, Said};
use crate::text;

/// Columns of the word that says what a goal is.
const KIND: u16 = 9;

/// Columns from which on a part of an aside is worth its room.
const ASIDE: u16 = 12;

pub fn draw(app: &App, palette: &Palette, looks: &Looks, canvas: &mut Canvas) {
    let Some(overlay) = app.overlay() else { return };
    let Overlay {
        outer, items, top, ..
    } = overlay;
    canvas.clear(outer);
    let edge = Area { height: 1, ..outer };
    canvas.rule(edge, looks.faint());
    if palette.is_empty() {
        let said = app.not_found(palette);
        canvas.put(items.x + 1, items.y, items.width - 1, &said, looks.dim());
        return;
    }
    let in_sight = palette.left().iter().enumerate().skip(top);
    for (y, (at, goal)) in (items.y..items.y + items.height).zip(in_sight) {
        let row = Area {
            y,
            height: 1,
            ..items
        };
        let said = app.tell(*goal, palette);
        let chosen = palette.chosen() == Some(at);
        draw_goal(*goal, &said, chosen, looks, row, canvas);
    }
}

fn draw_goal(goal: Goal, said: &Said, chosen: bool, looks: &Looks, row: Area, canvas: &mut Canvas) {
    let (x, y) = (row.x + 1, row.y);
    let right = row.x + row.width - 1;
    canvas.put(x, y, KIND, goal.kind(), looks.dim());
    let is_key = goal.is_action() || matches!(goal, Goal::Only(_) | Goal::Theme(_));
    let style = if is_key { looks.accent() } else { looks.dim() };
    let end = right.saturating_sub(text::width(&said.note) as u16);
    canvas.put(end, y, right - end, &said.note, style);
    let x = x + KIND;
    let room = end.saturating_sub(x + 2);
    let style = if chosen {
        looks.strong()
    } else {
        looks.plain()
    };
    let used = canvas.put(x, y, room, &said.title, style);
    let left = room.saturating_sub(used + 2);
    // A few letters of an aside say less than none.
    if text::width(&said.aside) <= left.into() || left >= ASIDE {
        canvas.put(x + used + 2, y, left, &said.aside, looks.dim());
    }
    if chosen {
        canvas.tint(row.x, y, row.width, looks.selected());
    }
}
