//! The axis over the lanes: the cursor's date, the ticks and the stretches without events; the eras are in `eras`.

use crate::words::{fill, translated};
use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::LaneSheet;
use crate::app::screen::layout::Area;
use crate::lanes::{band, scale, ticks};
use crate::page::glyphs;
use crate::text;
use crate::timeline::HistoricDate;
use crate::timeline::date::era::years_label;
use crate::ui::canvas::Canvas;

impl LaneSheet<'_> {
    /// The upright line of the cursor in a row where nothing else stands.
    pub fn draw_cursor(&self, y: u16, canvas: &mut Canvas) {
        if let Some(column) = self.cursor {
            let glyph = self.cursor_glyph(canvas);
            canvas.glyph(self.parts.lanes.x + column, y, glyph, self.styles.accent());
        }
    }

    /// The same in a row with words, of which it keeps clear.
    pub fn draw_cursor_beside_words(&self, y: u16, canvas: &mut Canvas) {
        let column = self.cursor.map(|column| self.parts.lanes.x + column);
        if column.is_some_and(|x| canvas.is_clear(x, y)) {
            self.draw_cursor(y, canvas);
        }
    }

    /// The ASCII stand-in must not be taken for a soft edge.
    pub fn cursor_glyph(&self, canvas: &Canvas) -> &'static str {
        if canvas.is_ascii() {
            glyphs::CURSOR_IN_ASCII
        } else {
            glyphs::CURSOR
        }
    }

    /// The rows over the lanes.
    pub fn draw_axis(
        &self,
        as_of: Option<NaiveDate>,
        gaps: &[Range<i64>],
        area: Area,
        canvas: &mut Canvas,
    ) {
        let head = self.parts.head;
        let date = as_of
            .and_then(HistoricDate::of_day)
            .map(|date| date.short_label());
        let used = date.map_or(0, |date| {
            area.x + 1 + canvas.put(area.x + 1, head.y, area.width, &date, self.styles.accent())
        });
        // The date may need more room than the names below it have.
        let taken = (used + 1).saturating_sub(head.x);
        let ticks = ticks::ticks(&self.scale);
        for (x, label) in ticks::placed(&ticks, head.width, taken) {
            canvas.put(
                head.x + x,
                head.y,
                head.width - x,
                &label,
                self.styles.dim(),
            );
        }
        if head.height > 1 {
            self.draw_second_row(&ticks, gaps, canvas);
        }
    }

    /// Stretches without events, names of eras that have no row of their own, then ticks, each where those before leave
    /// room.
    fn draw_second_row(&self, ticks: &[ticks::Tick], gaps: &[Range<i64>], canvas: &mut Canvas) {
        let (head, y) = (self.parts.head, self.parts.head.y + 1);
        let mut taken = vec![false; head.width.into()];
        if let Some(column) = self.cursor {
            canvas.glyph(
                head.x + column,
                y,
                glyphs::CURSOR_HEAD,
                self.styles.accent(),
            );
            take(&mut taken, column.into(), 1);
        }
        for column in &self.marked {
            if !taken.get(usize::from(*column)).copied().unwrap_or(true) {
                let x = head.x + column;
                canvas.glyph(x, y, glyphs::MARKED, self.styles.accent());
                take(&mut taken, (*column).into(), 1);
            }
        }
        self.draw_gaps(gaps, &mut taken, canvas);
        self.draw_era_names(&mut taken, canvas);
        for tick in ticks {
            if !taken.get(usize::from(tick.column)).copied().unwrap_or(true) {
                canvas.glyph(head.x + tick.column, y, glyphs::TICK, self.styles.faint());
            }
        }
    }

    /// "no events in this file 1871–1885": what is empty is not peace, and says so when one is close enough to wonder.
    fn draw_gaps(&self, gaps: &[Range<i64>], taken: &mut [bool], canvas: &mut Canvas) {
        if !band::shows_marks(&self.scale) {
            return;
        }
        let (head, y) = (self.parts.head, self.parts.head.y + 1);
        for gap in gaps {
            let Some(columns) = self.scale.stretch(gap.start, gap.end - 1) else {
                continue;
            };
            let free = longest_free(columns, taken);
            let when = when(gap);
            let words = [
                fill("no events in this file {0}", &[&when]),
                translated("no events in this file").to_owned(),
                translated("no events").to_owned(),
            ];
            let Some(label) = words
                .into_iter()
                .find(|label| text::width(label) + 2 <= free.len())
            else {
                continue;
            };
            let width = text::width(&label);
            let x = free.start + (free.len() - width) / 2;
            canvas.put(
                head.x + x as u16,
                y,
                width as u16,
                &label,
                self.styles.dim(),
            );
            take(taken, x.saturating_sub(1), width + 2);
        }
    }
}

pub(super) fn take(taken: &mut [bool], start: usize, width: usize) {
    for column in taken.iter_mut().skip(start).take(width) {
        *column = true;
    }
}

/// The longest run of columns that nothing stands in.
fn longest_free(columns: Range<u16>, taken: &[bool]) -> Range<usize> {
    let (mut best, mut start) = (0..0, usize::from(columns.start));
    for column in usize::from(columns.start)..usize::from(columns.end) {
        if taken.get(column).copied().unwrap_or(true) {
            start = column + 1;
        } else if column + 1 - start > best.len() {
            best = start..column + 1;
        }
    }
    best
}

/// The years of a stretch; of a short one, its months.
fn when(days: &Range<i64>) -> String {
    let (first, last) = (scale::day(days.start), scale::day(days.end - 1));
    if days.end - days.start > 2 * scale::YEAR {
        return years_label(first.year().into()..=last.year().into());
    }
    let month = |day: NaiveDate| {
        let month = HistoricDate::of_day(day).map(|date| date.short_label());
        // "4 Aug 1914" without its day.
        month.and_then(|label| Some(label.split_once(' ')?.1.to_owned()))
    };
    let (first_month, last_month) = (
        month(first).unwrap_or_default(),
        month(last).unwrap_or_default(),
    );
    if first_month == last_month {
        first_month
    } else if first.year() == last.year() {
        let bare = first_month.split(' ').next().unwrap_or_default();
        format!("{bare}–{last_month}")
    } else {
        format!("{first_month} – {last_month}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_is_given_in_years_or_in_months() {
        let check = |from: &str, to: &str, expected: &str| {
            let day = |written: &str| scale::number(written.parse().unwrap());
            assert_eq!(when(&(day(from)..day(to) + 1)), expected);
        };
        check("1871-05-11", "1885-02-25", "1871–1885");
        check("1914-09-01", "1914-12-31", "Sep–Dec 1914");
        check("1914-09-01", "1914-09-30", "Sep 1914");
        check("1913-09-02", "1914-06-27", "Sep 1913 – Jun 1914");
        check("-0043-03-15", "0014-08-19", "44 BC – AD 14");
    }

    #[test]
    fn the_longest_free_run_is_found() {
        let taken = [false, true, false, false, true, false];
        assert_eq!(longest_free(0..6, &taken), 2..4);
        assert_eq!(longest_free(4..6, &taken), 5..6);
        assert_eq!(longest_free(4..5, &taken), 0..0);
    }
}
