//! The outline of the article: its sections and passages, with the stance of the events behind each.

use crate::app::view::article::outline;
use crate::words::translated;
use ratatui::layout::Position;

use super::canvas::Canvas;
use super::theme::Styles;
use crate::app::screen::layout::Area;
use crate::app::view::article::OutlineRow;
use crate::app::{App, Pane};
use crate::notes::places::MarkPlace;
use crate::page::Tone;
use crate::page::glyphs::{self, AGAINST};
use crate::text;
use crate::timeline::{EventId, HistoricDate, PassageId, Stance};

/// Columns of the two counts at the right.
const COUNTS: u16 = 10;

/// What the two counts are; the shorter one where the row has no room for both.
const HEADS: [&str; 2] = ["events, ≠ complicate", "events  ≠"];

pub(super) fn draw(
    app: &App,
    styles: &Styles,
    caption: Area,
    area: Area,
    canvas: &mut Canvas,
) -> Option<Position> {
    let rows = outline(app.timeline());
    let is_headed = !matches!(
        rows.get(app.location().list_top),
        Some(OutlineRow::Passage(_))
    );
    draw_caption(app, styles, is_headed, caption, canvas);
    let mut selected = None;
    for (offset, row) in rows
        .iter()
        .skip(app.location().list_top)
        .take(area.height.into())
        .enumerate()
    {
        let y = area.y + offset as u16;
        match row {
            OutlineRow::Blank if offset == 0 => {
                draw_head(styles, area.width, "", area, canvas);
            }
            OutlineRow::Blank => {}
            OutlineRow::Section(passage) => {
                let section = app.timeline()[*passage]
                    .section
                    .as_deref()
                    .unwrap_or_default();
                let room = area.width.saturating_sub(2);
                let room = if offset == 0 {
                    draw_head(styles, room, section, area, canvas)
                } else {
                    room
                };
                canvas.put(area.x + 1, y, room, section, styles.dim());
            }
            OutlineRow::Passage(passage) => {
                draw_passage(
                    app,
                    styles,
                    *passage,
                    Area {
                        y,
                        height: 1,
                        ..area
                    },
                    canvas,
                );
                if Some(*passage) == app.location().passage {
                    selected = Some(Position::new(0, y));
                }
            }
        }
    }
    selected
}

/// The article's title and who wrote it; where the first row has no room for the head of the counts, that too.
fn draw_caption(app: &App, styles: &Styles, is_headed: bool, mut area: Area, canvas: &mut Canvas) {
    let Some(article) = &app.timeline().article else {
        return;
    };
    if !is_headed {
        let room = area.width.saturating_sub(2);
        area.width = draw_head(styles, room, &article.title, area, canvas) + 2;
    }
    let used = canvas.put(
        area.x + 1,
        area.y,
        area.width.saturating_sub(2),
        &article.title,
        styles.strong(),
    );
    let by: Vec<String> = [
        article.author.clone(),
        article.date.as_ref().map(HistoricDate::label),
    ]
    .into_iter()
    .flatten()
    .collect();
    let by = by.join(" · ");
    let x = area.x + used + 3;
    let room = (area.x + area.width).saturating_sub(x + 1);
    // Half a name says less than none.
    if text::width(&by) <= room.into() {
        canvas.put(x, area.y, room, &by, styles.dim());
    }
}

/// The head of the counts, at the right of what stands over them; the answer is the room that it leaves beside it.
fn draw_head(styles: &Styles, room: u16, beside: &str, area: Area, canvas: &mut Canvas) -> u16 {
    let left = |head: &str| room.saturating_sub(text::columns(head) + 1);
    let fits = |head: &&&str| text::width(beside) <= left(head).into();
    let heads = HEADS.map(translated);
    let head = heads.iter().find(fits).unwrap_or(&heads[1]);
    canvas.put_right(area.x + area.width - 1, area.y, head, styles.dim());
    left(head)
}

fn draw_passage(app: &App, styles: &Styles, id: PassageId, area: Area, canvas: &mut Canvas) {
    let passage = &app.timeline()[id];
    let selected = Some(id) == app.location().passage;
    let (x, y) = (area.x, area.y);
    // What rests on the selected event is lit here too.
    let rests = passage
        .events
        .iter()
        .any(|(event, _)| *event == app.selection().selected());
    let mark = if rests || selected {
        styles.accent()
    } else {
        styles.dim()
    };
    canvas.put(x + 2, y, 4, &passage.mark(), mark);
    if app.mark_on(MarkPlace::Passage(id)).is_some() {
        canvas.glyph(x + 1, y, glyphs::MARKED, styles.accent());
    }
    let title = match (selected, app.keeps_passage(id)) {
        (true, _) => styles.strong(),
        (false, true) => styles.plain(),
        (false, false) => styles.faint(),
    };
    let room = area.width.saturating_sub(6 + COUNTS);
    canvas.put(x + 6, y, room, &passage.heading, title);
    let found = (app.words(), styles.matched());
    canvas.mark_found(x + 6, y, room, &passage.heading, found);
    draw_counts(app, styles, id, x + area.width - COUNTS, y, canvas);
    if selected {
        canvas.tint(x, y, area.width - 1, styles.selected());
        let bar = if app.location().pane == Pane::List {
            styles.accent()
        } else {
            styles.dim()
        };
        canvas.glyph(x, y, glyphs::SELECTED, bar);
    }
}

/// "10  ≠ 1": the events that are linked to the claim, and how many of them complicate it; of those that are left.
fn draw_counts(app: &App, styles: &Styles, id: PassageId, x: u16, y: u16, canvas: &mut Canvas) {
    let is_against = |link: &(EventId, Stance)| link.1 == Stance::Complicates;
    let complicates = app.kept_links(id).filter(is_against).count();
    let events = app.kept_links(id).count();
    canvas.put_right(x + 3, y, &events.to_string(), styles.dim());
    if complicates > 0 {
        let text = format!("{AGAINST} {complicates}");
        canvas.put(x + 5, y, 4, &text, styles.tone(Tone::Complicates));
    }
}
