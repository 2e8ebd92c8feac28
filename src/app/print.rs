//! What is looked at as plain text: for terminals that take no copies, and for hands that select.

use super::input::Effect;
use super::location::Subject;
use super::{App, copy, here};
use crate::page;
use crate::text;

/// Columns of the text, as it is printed by the commands.
const COLUMNS: usize = 80;

/// Shows an event as its page has it, all else with the footnotes of its text; before it the table or the chart that it
/// stands in.
pub(super) fn print(app: &mut App) -> Effect {
    let subject = here::subject(app).map(|subject| text_of(app, subject));
    let picture = copy::picture(app);
    if picture.is_none() && subject.is_none() {
        app.say(here::why_nothing(app));
        return Effect::Draw;
    }
    let parts: Vec<String> = picture.into_iter().chain(subject).collect();
    let text = parts.join("\n");
    Effect::Print(match app.setup.ascii {
        true => text::ascii::to_ascii(&text),
        false => text,
    })
}

fn text_of(app: &App, subject: Subject) -> String {
    match subject {
        Subject::Event(event) => {
            page::event::page(&app.document.timeline, event, COLUMNS, &[]).plain()
        }
        _ => copy::in_full(app, subject),
    }
}
