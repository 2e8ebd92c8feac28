//! The axis over the lanes: the cursor's date, the ticks, the eras and the stretches without events.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::LaneSheet;
use crate::app::screen::layout::Area;
use crate::lanes::{band, scale, ticks};
use crate::page::glyphs;
use crate::text;
use crate::timeline::date::era::years_label;
use crate::timeline::{Era, HistoricDate};
use crate::ui::canvas::Canvas;

impl LaneSheet<'_> {
    /// Tints the columns of the eras, in the height of the lanes.
    pub fn draw_eras(&self, canvas: &mut Canvas) {
        let lanes = self.parts.lanes;
        let mut end = None;
        for (_, columns) in self.eras() {
            // An era that follows on another is set off from it by a fainter tint.
            let follows = end.is_some_and(|end| columns.start <= end);
            let Some(tint) = self.styles.era(follows) else {
                return;
            };
            end = (!follows).then_some(columns.end);
            for y in lanes.y..lanes.y + lanes.height {
                canvas.tint(lanes.x + columns.start, y, columns.len() as u16, tint);
            }
        }
    }

    /// The eras that fall in the window, with their columns; those that fill it have no edge to show.
    fn eras(&self) -> Vec<(&Era, Range<u16>)> {
        let all = 0..self.scale.columns();
        self.timeline
            .eras
            .iter()
            .filter_map(|era| {
                let from = era.date.earliest().unwrap_or(NaiveDate::MIN);
                let to = era.date.latest().unwrap_or(NaiveDate::MAX);
                let columns = self.scale.stretch(scale::number(from), scale::number(to))?;
                (columns != all).then_some((era, columns))
            })
            .collect()
    }

    /// The upright line of the cursor in a row where nothing else stands.
    pub fn draw_cursor(&self, y: u16, canvas: &mut Canvas) {
        if let Some(column) = self.cursor {
            let glyph = self.cursor_glyph(canvas);
            canvas.glyph(self.parts.lanes.x + column, y, glyph, self.styles.accent());
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
        self.draw_gaps(gaps, &mut taken, canvas);
        self.draw_era_names(&mut taken, canvas);
        for tick in ticks {
            if !taken.get(usize::from(tick.column)).copied().unwrap_or(true) {
                canvas.glyph(head.x + tick.column, y, glyphs::TICK, self.styles.faint());
            }
        }
    }

    /// The names of the eras, each in the first row that has a place for it; between brackets where there is no tint.
    fn draw_era_names(&self, second_row: &mut [bool], canvas: &mut Canvas) {
        let head = self.parts.head;
        let eras = self.eras();
        if self.styles.era(false).is_none() {
            for (_, of) in &eras {
                let ends = [of.start, of.end - 1];
                for (column, glyph) in ends.into_iter().zip(glyphs::ERA) {
                    canvas.glyph(head.x + column, head.y + 1, glyph, self.styles.dim());
                    take(second_row, column.into(), 1);
                }
            }
        }
        // The rows of their own first; on a low screen what the second row has left.
        let own = (2..head.height).map(|row| (row, vec![false; head.width.into()]));
        let mut rows: Vec<(u16, Vec<bool>)> = own.collect();
        rows.push((1, second_row.to_vec()));
        for (era, of) in &eras {
            let columns = usize::from(of.start)..usize::from(of.end);
            let Some((row, x, name)) = place(&era.title, &columns, &rows) else {
                continue;
            };
            let (y, taken) = &mut rows[row];
            let y = head.y + *y;
            canvas.put(head.x + x as u16, y, head.width, name, self.styles.dim());
            take(taken, x.saturating_sub(1), text::width(name) + 2);
        }
        if let Some((_, taken)) = rows.pop() {
            second_row.copy_from_slice(&taken);
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
                format!("no events in this file {when}"),
                "no events in this file".to_owned(),
                "no events".to_owned(),
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

/// Where the name of an era goes: the first row in which it has a place as a whole, at its era or as little before it as
/// the edge demands; where it has none, as many of its words as one has room for.
fn place<'t>(
    title: &'t str,
    columns: &Range<usize>,
    rows: &[(u16, Vec<bool>)],
) -> Option<(usize, usize, &'t str)> {
    let ends = title.match_indices(' ').map(|(at, _)| at);
    let mut shorter: Vec<&str> = ends.map(|end| &title[..end]).collect();
    shorter.push(title);
    shorter.into_iter().rev().find_map(|name| {
        let width = text::width(name);
        rows.iter().enumerate().find_map(|(row, (_, taken))| {
            let edge = taken.len().checked_sub(width)?;
            let first = columns.start.min(edge);
            let is_free = |x: &usize| !taken[*x..*x + width].contains(&true);
            let x = (first..=columns.end.min(edge).max(first)).find(is_free)?;
            Some((row, x, name))
        })
    })
}

fn take(taken: &mut [bool], start: usize, width: usize) {
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
    fn the_name_of_an_era_stands_whole_in_the_first_row_that_has_a_place_for_it() {
        let check = |title: &str, columns: Range<usize>, taken: &[&str], expected: &str| {
            let row = |taken: &&str| (0, taken.chars().map(|column| column == 'x').collect());
            let rows: Vec<(u16, Vec<bool>)> = taken.iter().map(row).collect();
            let found = place(title, &columns, &rows);
            let found =
                found.map_or_else(String::new, |(row, x, name)| format!("{row} {x} {name}"));
            assert_eq!(found, expected, "{title} at {columns:?}");
        };
        let free = ".".repeat(40);
        let half = "x".repeat(20) + &".".repeat(20);
        check("Cold War", 3..9, &[&free, &free], "0 3 Cold War");
        check("Cold War", 3..9, &[&half, &free], "1 3 Cold War");
        // A long era can have its name further on, and one at the edge a little before it.
        check("Cold War", 18..30, &[&half], "0 20 Cold War");
        check("Cold War", 36..40, &[&free], "0 32 Cold War");
        check(
            "Second World War",
            23..28,
            &[&half],
            "0 23 Second World War",
        );
        check("Second World War", 15..19, &[&half], "");
        check(
            "Cold War",
            3..5,
            &[&("...".to_owned() + "....." + &"x".repeat(32))],
            "0 3 Cold",
        );
    }

    #[test]
    fn the_longest_free_run_is_found() {
        let taken = [false, true, false, false, true, false];
        assert_eq!(longest_free(0..6, &taken), 2..4);
        assert_eq!(longest_free(4..6, &taken), 5..6);
        assert_eq!(longest_free(4..5, &taken), 0..0);
    }
}
