//! What is looked at as plain text: for terminals that take no copies, and for hands that select.

use super::input::Effect;
use super::location::Subject;
use super::{App, copy, here};
use crate::page;
use crate::text;

/// Columns of the text, as it is printed by the commands.
const COLUMNS: usize = 80;

/// Shows an event as its page has it, all else with the footnotes of its text.
pub(super) fn print(app: &mut App) -> Effect {
    let timeline = &app.document.timeline;
    let Some(subject) = here::subject(app) else {
        app.say(here::why_nothing(app));
        return Effect::Draw;
    };
    let text = match subject {
        Subject::Event(event) => page::event::page(timeline, event, COLUMNS, &[]).plain(),
        _ => copy::in_full(app, subject),
    };
    Effect::Print(match app.setup.ascii {
        true => text::ascii::to_ascii(&text),
        false => text,
    })
}
