//! What lies over the panes: how every list to pick from is drawn, and a text to select by hand.

use crate::app::picker::{source, target};
use crate::page::glyphs;
use crate::words::translated;
use ratatui::layout::Position;

use super::canvas::Canvas;
use super::footer::draw_hints;
use super::prompt;
use super::theme::Styles;
use crate::app::App;
use crate::app::overlay::TextViewer;
use crate::app::picker::spec::{Columns, Placement};
use crate::app::picker::target::{Label, Target};
use crate::app::picker::{Item, Picker, PickerRow};
use crate::app::screen::layout::Area;
use crate::app::screen::popup::Popup;
use crate::text::{self, hyperlink::is_address, wrap::wrap};

/// Columns of the keys in the help.
const KEYS: u16 = 22;

/// Columns of a sign with the space behind it.
const SIGN: u16 = 5;

/// Columns of the word that says what a target is.
const KIND: u16 = 9;

/// Columns from which on a part of an aside is worth its room.
const ASIDE: u16 = 12;

/// Draws a list to pick from; the answer is the position of the cursor.
pub(super) fn draw_picker(
    app: &App,
    picker: &Picker,
    styles: &Styles,
    canvas: &mut Canvas,
) -> Option<Position> {
    let popup = app.popup()?;
    let drawing = PickerDrawing {
        app,
        picker,
        styles,
        popup,
    };
    drawing.draw_frame(canvas);
    let prompt = drawing.draw_head(canvas);
    let chosen = drawing.draw_rows(canvas);
    drawing.draw_detail(canvas);
    draw_hints(&drawing.popup.hints, styles.dim(), styles, canvas);
    match picker.spec().placement {
        // What is typed stands in the footer.
        Placement::AboveFooter => None,
        Placement::Centred { .. } => prompt.or(chosen),
    }
}

struct PickerDrawing<'a> {
    app: &'a App,
    picker: &'a Picker,
    styles: &'a Styles,
    popup: &'a Popup,
}

impl PickerDrawing<'_> {
    fn draw_frame(&self, canvas: &mut Canvas) {
        match self.picker.spec().placement {
            Placement::Centred { .. } => frame(self.popup, self.styles, canvas),
            Placement::AboveFooter => {
                let outer = self.popup.outer;
                canvas.clear(outer);
                canvas.rule(Area { height: 1, ..outer }, self.styles.faint());
            }
        }
    }

    /// The title, and below it what is typed; the answer is the cursor there.
    fn draw_head(&self, canvas: &mut Canvas) -> Option<Position> {
        let (inner, styles, spec) = (self.popup.inner, self.styles, self.picker.spec());
        if spec.placement == Placement::AboveFooter {
            return None;
        }
        let title = source::title(self.app, self.picker);
        canvas.put(inner.x, inner.y, inner.width, &title.text, styles.strong());
        let (aside, tone) = &title.aside;
        canvas.put_right(inner.x + inner.width, inner.y, aside, styles.tone(*tone));
        let placeholder = translated(spec.placeholder?);
        let line = Area {
            y: inner.y + 1,
            height: 1,
            ..inner
        };
        let prompt = &self.picker.prompt;
        Some(prompt::draw(
            "> ",
            prompt,
            placeholder,
            line,
            styles,
            canvas,
        ))
    }

    /// The rows in sight; the answer is the position of the chosen one.
    fn draw_rows(&self, canvas: &mut Canvas) -> Option<Position> {
        let (items, styles) = (self.popup.items, self.styles);
        if self.picker.matches().len() == 0 {
            let margin = u16::from(self.picker.spec().columns == Columns::Kinds);
            let (x, room) = (items.x + margin, items.width - margin);
            let message = self.picker.nothing_found();
            canvas.put(x, items.y, room, &message, styles.dim());
            return None;
        }
        let mut cursor = None;
        let rows = self.picker.rows();
        more(items, self.popup.top, rows.len(), styles, canvas);
        for (y, row) in (items.y..items.y + items.height).zip(rows.iter().skip(self.popup.top)) {
            let line = Area {
                y,
                height: 1,
                ..items
            };
            match row {
                PickerRow::Blank => {}
                PickerRow::Heading(title) => {
                    canvas.put(line.x, y, line.width, translated(title), styles.dim());
                }
                PickerRow::Item(at) => {
                    let Some(item) = self.picker.get(*at) else {
                        continue;
                    };
                    let chosen = self.picker.position() == Some(*at);
                    self.draw_item(item, chosen, line, canvas);
                    if chosen {
                        canvas.tint(line.x, y, line.width, styles.selected());
                        cursor = Some(Position::new(line.x, y));
                    }
                }
            }
        }
        cursor
    }

    fn draw_item(&self, item: &Item, chosen: bool, line: Area, canvas: &mut Canvas) {
        let (styles, spec) = (self.styles, self.picker.spec());
        let label = target::label(self.app, item, self.picker);
        let Label { title, note, .. } = label.as_ref();
        let style = if chosen && spec.bold {
            styles.strong()
        } else {
            styles.plain()
        };
        let Area { x, y, width, .. } = line;
        let columns = self.picker.columns();
        match columns {
            Columns::Title => {
                canvas.put(x, y, width, title, style);
            }
            Columns::Marked => {
                let mark = if item.marked { glyphs::ASKED_FOR } else { " " };
                canvas.glyph(x, y, mark, styles.accent());
                canvas.put(x + 2, y, width.saturating_sub(8), title, style);
                canvas.put_right(x + width, y, note, styles.dim());
            }
            Columns::Keys => {
                let keys = KEYS.min(width / 3);
                canvas.put(x, y, keys - 1, note, styles.accent());
                let used = canvas.put(x + keys, y, width - keys, title, style) + 2;
                let left = (width - keys).saturating_sub(used);
                canvas.put(x + keys + used, y, left, &label.aside, styles.dim());
            }
            Columns::NoteFirst(before) => {
                let indent = before.saturating_sub(text::columns(note));
                canvas.put(x + indent, y, before - indent, note, styles.dim());
                let room = columns.room(width);
                canvas.put(x + (width - room), y, room, title, style);
            }
            Columns::Signs => {
                canvas.put(x, y, SIGN - 1, note, styles.tone(label.tone));
                let room = width.saturating_sub(SIGN);
                let used = canvas.put(x + SIGN, y, room, title, style) + 2;
                let left = room.saturating_sub(used);
                canvas.put(x + SIGN + used, y, left, &label.aside, styles.dim());
            }
            Columns::Kinds => self.draw_kind(item.target, &label, chosen, line, canvas),
        }
    }

    fn draw_kind(
        &self,
        target: Target,
        label: &Label,
        chosen: bool,
        line: Area,
        canvas: &mut Canvas,
    ) {
        let styles = self.styles;
        let (x, y) = (line.x + 1, line.y);
        let right = line.x + line.width - 1;
        canvas.put(x, y, KIND, translated(target.kind()), styles.dim());
        let is_key = target.is_action() || matches!(target, Target::Only(_) | Target::Theme(_));
        let style = if is_key {
            styles.accent()
        } else {
            styles.dim()
        };
        let end = right.saturating_sub(text::columns(&label.note));
        canvas.put(end, y, right - end, &label.note, style);
        let x = x + KIND;
        let room = end.saturating_sub(x + 2);
        let style = if chosen {
            styles.strong()
        } else {
            styles.plain()
        };
        let used = canvas.put(x, y, room, &label.title, style);
        let left = room.saturating_sub(used + 2);
        // A few letters of an aside say less than none.
        if text::width(&label.aside) <= left.into() || left >= ASIDE {
            canvas.put(x + used + 2, y, left, &label.aside, styles.dim());
        }
    }

    /// What describes the chosen item, between the list and the hints.
    fn draw_detail(&self, canvas: &mut Canvas) {
        let (inner, items) = (self.popup.inner, self.popup.items);
        let Some((text, tone)) = source::detail(self.app, self.picker, items.width) else {
            return;
        };
        let end = (inner.y + inner.height).saturating_sub(1);
        let below = items.y + items.height;
        // A line apart where there is room for one.
        let first = below + u16::from(end > below + 1);
        let style = self.styles.tone(tone);
        for (y, line) in (first..end).zip(wrap(&text, inner.width.into())) {
            // The last line that there is room for shows that there is more.
            let rest = if y + 1 == end {
                &text[line.start..]
            } else {
                &text[line]
            };
            let used = canvas.put(inner.x, y, inner.width, rest, style);
            if is_address(&text) {
                canvas.link(inner.x, y, used, &text);
            }
        }
    }
}

/// Draws a text to be read, and selected by hand; the answer is the position of the cursor.
pub(super) fn draw_text(
    app: &App,
    viewer: &TextViewer,
    styles: &Styles,
    canvas: &mut Canvas,
) -> Option<Position> {
    let popup = app.popup()?;
    frame(popup, styles, canvas);
    let (inner, items) = (popup.inner, popup.items);
    canvas.put(inner.x, inner.y, inner.width, &viewer.title, styles.dim());
    let lines = viewer.lines(TextViewer::columns(app.size()));
    let rows = items.y..items.y + items.height;
    for (y, line) in rows.zip(lines.iter().skip(popup.top)) {
        let used = canvas.put(items.x, y, items.width, line, styles.plain());
        if viewer.is_address {
            canvas.link(items.x, y, used, &viewer.text);
        }
    }
    more(items, popup.top, lines.len(), styles, canvas);
    draw_hints(&popup.hints, styles.dim(), styles, canvas);
    Some(Position::new(items.x, items.y))
}

/// Arrows at the right where a list goes on above or below what is in sight of it.
fn more(items: Area, top: usize, rows: usize, styles: &Styles, canvas: &mut Canvas) {
    let x = (items.x + items.width + 1).min(canvas.width() - 1);
    let [above, below] = glyphs::MORE;
    if top > 0 {
        canvas.glyph(x, items.y, above, styles.dim());
    }
    if top + usize::from(items.height) < rows && items.height > 0 {
        canvas.glyph(x, items.y + items.height - 1, below, styles.dim());
    }
}

/// Clears the rows that a popup stands in, so that no stumps of the page stand beside it, and parts them from the others.
fn frame(popup: &Popup, styles: &Styles, canvas: &mut Canvas) {
    let area = Area {
        x: 0,
        width: canvas.width(),
        ..popup.outer
    };
    canvas.clear(area);
    for y in [area.y, area.y + area.height - 1] {
        let edge = Area {
            y,
            height: 1,
            ..area
        };
        canvas.rule(edge, styles.faint());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keys::Keymap;
    use crate::app::picker::source::PickerSource;

    #[test]
    fn every_line_of_the_help_fits_its_column() {
        let Placement::Centred { width, .. } = PickerSource::Help.spec().placement else {
            panic!("the help stands in the middle");
        };
        for binding in Keymap::default().bindings() {
            let (help, keys) = (binding.help, binding.keys_in_words());
            assert!(text::width(help) <= usize::from(width - KEYS), "{help}");
            assert!(text::width(&keys) < usize::from(KEYS), "{keys}");
        }
    }
}
