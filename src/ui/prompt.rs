//! A line that is typed into, in a list to pick from and in the panel of facets; the footer has one of its own, in which
//! the hint stays behind what is typed.

use ratatui::layout::Position;

use super::canvas::Canvas;
use super::theme::Styles;
use crate::app::prompt::Prompt;
use crate::app::screen::layout::Area;
use crate::text;

/// Draws what is typed behind its lead, or the placeholder while nothing is; the answer is the position of the cursor.
pub(super) fn draw(
    lead: &str,
    prompt: &Prompt,
    placeholder: &str,
    area: Area,
    styles: &Styles,
    canvas: &mut Canvas,
) -> Position {
    let lead = canvas.put(area.x, area.y, area.width, lead, styles.accent());
    let (x, room) = (area.x + lead, area.width.saturating_sub(lead));
    // A long line scrolls, so that the cursor is always in sight.
    let hidden = prompt
        .column()
        .saturating_sub(usize::from(room.saturating_sub(1)));
    let (shown, style) = if prompt.text().is_empty() {
        (placeholder, styles.dim())
    } else {
        (text::skip(prompt.text(), hidden), styles.plain())
    };
    canvas.put(x, area.y, room, shown, style);
    Position::new(x + (prompt.column() - hidden) as u16, area.y)
}
