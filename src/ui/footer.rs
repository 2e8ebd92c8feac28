//! The last line: a prompt, a message, or what can be done here; and always how much is shown of how much.

use ratatui::layout::Position;
use ratatui::style::Style;

use super::canvas::Canvas;
use super::theme::Styles;
use crate::app::overlay::Overlay;
use crate::app::picker::source::PickerSource;
use crate::app::prompt::Prompt;
use crate::app::screen::footer::Footer;
use crate::app::screen::hints::Hint;
use crate::app::screen::layout::Area;
use crate::app::{App, search};
use crate::text;
use crate::words::translated;

pub(super) fn draw(
    app: &App,
    styles: &Styles,
    area: Area,
    canvas: &mut Canvas,
) -> Option<Position> {
    let footer = app.footer()?;
    let (x, shown) = &footer.shown;
    canvas.put(*x, area.y, area.width, shown, styles.dim());
    let room = footer.room;
    match app.overlay() {
        Some(Overlay::Search { prompt, .. }) => {
            let hint = search::in_words(app);
            let refusal = prompt.refusal().map(|refusal| format!("{refusal}: /"));
            let lead = refusal.as_deref().unwrap_or("/");
            Some(draw_prompt(
                lead, prompt, &hint, room, area.y, styles, canvas,
            ))
        }
        Some(Overlay::Line(line)) => {
            let refusal = line.refusal().map(|refusal| format!("{refusal}: "));
            let lead = refusal.unwrap_or_else(|| line.lead_within(room.into()));
            let (prompt, hint) = (&line.prompt, line.hint());
            Some(draw_prompt(
                &lead, prompt, hint, room, area.y, styles, canvas,
            ))
        }
        Some(Overlay::Picker(picker)) if picker.source == PickerSource::GoTo => {
            let prompt = &picker.prompt;
            let hint = picker
                .spec()
                .placeholder
                .filter(|_| prompt.text().is_empty());
            let hint = hint.map(translated).unwrap_or_default();
            let refusal = prompt.refusal().map(|refusal| format!("{refusal}: :"));
            let lead = refusal.as_deref().unwrap_or(":");
            Some(draw_prompt(
                lead, prompt, hint, room, area.y, styles, canvas,
            ))
        }
        _ => {
            draw_message(footer, area, styles, canvas);
            draw_hints(&footer.hints, styles.dim(), styles, canvas);
            None
        }
    }
}

fn draw_message(footer: &Footer, line: Area, styles: &Styles, canvas: &mut Canvas) {
    let Some((last, above)) = footer.message.split_last() else {
        return;
    };
    let top = line.y.saturating_sub(footer.rows_above());
    for (row, y) in above.iter().zip(top..) {
        let over = Area {
            y,
            height: 1,
            ..line
        };
        canvas.clear(over);
        canvas.put(1, y, line.width.saturating_sub(2), row, styles.plain());
    }
    canvas.put(1, line.y, footer.room, last, styles.plain());
}

/// What is under the cursor, in words, on the row over the footer.
pub(super) fn draw_under_cursor(app: &App, styles: &Styles, canvas: &mut Canvas) {
    let Some((line, area)) = app.under_cursor() else {
        return;
    };
    let end = area.width.saturating_sub(2);
    let mut x = 1;
    for piece in &line.pieces {
        let room = end.saturating_sub(x);
        x += canvas.put(x, area.y, room, &piece.text, styles.tone(piece.tone));
    }
}

fn draw_prompt(
    lead: &str,
    prompt: &Prompt,
    hint: &str,
    room: u16,
    y: u16,
    styles: &Styles,
    canvas: &mut Canvas,
) -> Position {
    let x = 1 + canvas.put(1, y, room, lead, styles.accent());
    // A long line scrolls, so that the cursor is always in sight.
    let room_of_line = (room + 1).saturating_sub(x);
    let hidden = prompt
        .column()
        .saturating_sub(usize::from(room_of_line.saturating_sub(2)));
    let text = text::skip(prompt.text(), hidden);
    let used = canvas.put(x, y, room_of_line, text, styles.plain());
    let after = x + used + 3;
    if text::columns(hint) + after <= room + 1 {
        canvas.put(after, y, room, hint, styles.dim());
    }
    Position::new(x + (prompt.column() - hidden) as u16, y)
}

/// Hints, their words in a style.
pub(super) fn draw_hints(hints: &[Hint], words: Style, styles: &Styles, canvas: &mut Canvas) {
    for Hint {
        key, word, area, ..
    } in hints
    {
        let end = area.x + area.width;
        let x = area.x + canvas.put(area.x, area.y, area.width, key, styles.accent()) + 1;
        canvas.put(x, area.y, end.saturating_sub(x), word, words);
    }
}
