//! The eras behind the lanes: their tint, or where there is none their edges, and their names over them.

use std::ops::Range;

use chrono::NaiveDate;

use super::LaneSheet;
use super::axis::take;
use crate::lanes::scale;
use crate::page::glyphs;
use crate::text;
use crate::timeline::Era;
use crate::ui::canvas::Canvas;

/// Eras for whose names every arrangement is tried; of more each stands at its beginning.
const TRIED: usize = 8;

/// Columns between the names of two eras.
const GAP: usize = 3;

/// Columns of an era that has one edge only, and those by which two edges are apart at the least.
const SHORT: usize = 3;
const APART: u16 = 4;

impl LaneSheet<'_> {
    /// Tints the columns of the eras in the height of the lanes, where there is a colour to tint with.
    pub fn draw_eras(&self, canvas: &mut Canvas) {
        let lanes = self.parts.lanes;
        let rows = lanes.y..lanes.y + lanes.height;
        let mut end = None;
        for (_, columns) in self.eras() {
            // An era that follows on another is set off from it by a fainter tint.
            let follows = end.is_some_and(|end| columns.start <= end);
            let Some(tint) = self.styles.era(follows) else {
                return;
            };
            end = (!follows).then_some(columns.end);
            for y in rows.clone() {
                canvas.tint(lanes.x + columns.start, y, columns.len() as u16, tint);
            }
        }
    }

    /// Where there is no tint: faint lines through what is empty of the lanes; of a short era only one, and none close to
    /// another.
    pub fn draw_era_edges(&self, canvas: &mut Canvas) {
        if self.styles.era(false).is_some() {
            return;
        }
        let lanes = self.parts.lanes;
        let eras = self.eras();
        let begins = eras.iter().map(|(_, columns)| columns.start);
        let long = eras.iter().filter(|(_, columns)| columns.len() > SHORT);
        let ends = long.map(|(_, columns)| columns.end - 1);
        let mut drawn: Vec<u16> = Vec::new();
        for column in begins.chain(ends) {
            if drawn.iter().all(|other| other.abs_diff(column) >= APART) {
                drawn.push(column);
            }
        }
        for y in lanes.y..lanes.y + lanes.height {
            for column in &drawn {
                let x = lanes.x + column;
                // It keeps clear of names, bands and signs.
                if canvas.is_clear(x, y) {
                    canvas.glyph(x, y, glyphs::ERA_EDGE, self.styles.faint());
                }
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

    /// The names of the eras, in rows of their own and in what the second row has left.
    pub fn draw_era_names(&self, second_row: &mut [bool], canvas: &mut Canvas) {
        let head = self.parts.head;
        let eras = self.eras();
        let own = (2..head.height).map(|_| vec![false; head.width.into()]);
        let mut rows: Vec<Vec<bool>> = own.collect();
        rows.push(second_row.to_vec());
        let second = rows.len() - 1;
        let named: Vec<(&str, Range<usize>)> = eras
            .iter()
            .map(|(era, of)| (&*era.title, usize::from(of.start)..usize::from(of.end)))
            .collect();
        let found = arrange(&named, &rows);
        for name in found.into_iter().flatten() {
            let y = head.y
                + if name.row == second {
                    1
                } else {
                    2 + name.row as u16
                };
            let x = head.x + name.x as u16;
            canvas.put(x, y, head.width, name.text, self.styles.dim());
            if name.row == second {
                take(
                    second_row,
                    name.x.saturating_sub(1),
                    text::width(name.text) + 2,
                );
            }
        }
    }
}

/// A name that has its place.
#[derive(Debug, Clone, PartialEq, Eq)]
struct EraName<'t> {
    row: usize,
    x: usize,
    text: &'t str,
}

/// Which end of its era a name keeps to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum NameEnd {
    Beginning,
    End,
}

/// Where the names go: as many as can be as high up as can be, in the order of time, each at the beginning of its era
/// unless it makes way for the next at the end.
fn arrange<'t>(eras: &[(&'t str, Range<usize>)], rows: &[Vec<bool>]) -> Vec<Option<EraName<'t>>> {
    let tried = if eras.len() > TRIED {
        1
    } else {
        1 << eras.len()
    };
    let sides = (0..tried).map(|bits: usize| {
        let side = |era: usize| match bits >> era & 1 {
            0 => NameEnd::Beginning,
            _ => NameEnd::End,
        };
        (0..eras.len()).map(side).collect::<Vec<NameEnd>>()
    });
    let arranged = sides.map(|sides| {
        let names = place_all(eras, &sides, rows);
        // What has no place counts as a row below all.
        let row = |name: &Option<EraName>| name.as_ref().map_or(rows.len(), |name| name.row);
        let order: Vec<usize> = names.iter().map(row).collect();
        let moved = sides.iter().filter(|side| **side == NameEnd::End).count();
        ((order.iter().sum::<usize>(), order, moved), names)
    });
    let best = arranged.min_by(|(one, _), (other, _)| one.cmp(other));
    best.map(|(_, names)| names).unwrap_or_default()
}

/// The names with these sides, each in the first row that has a place for it.
fn place_all<'t>(
    eras: &[(&'t str, Range<usize>)],
    sides: &[NameEnd],
    rows: &[Vec<bool>],
) -> Vec<Option<EraName<'t>>> {
    let mut rows = rows.to_vec();
    let named = eras.iter().zip(sides).map(|((title, columns), side)| {
        let name = place(title, columns, *side, &rows)?;
        let end = name.x + text::width(name.text) + GAP;
        let start = name.x.saturating_sub(GAP);
        take(&mut rows[name.row], start, end - start);
        Some(name)
    });
    named.collect()
}

/// The first row in which a name has a place as a whole; where it has none, as many of its words as one has room for.
///
/// A name at the beginning can stand further on in a long era, and a little before one at the edge.
fn place<'t>(
    title: &'t str,
    columns: &Range<usize>,
    side: NameEnd,
    rows: &[Vec<bool>],
) -> Option<EraName<'t>> {
    let ends = title.match_indices(' ').map(|(at, _)| at);
    let mut shorter: Vec<&str> = ends.map(|end| &title[..end]).collect();
    shorter.push(title);
    shorter.into_iter().rev().find_map(|text| {
        let width = text::width(text);
        rows.iter().enumerate().find_map(|(row, taken)| {
            let edge = taken.len().checked_sub(width)?;
            let is_free = |x: &usize| !taken[*x..*x + width].contains(&true);
            let x = match side {
                NameEnd::Beginning => {
                    let first = columns.start.min(edge);
                    (first..=columns.end.min(edge).max(first)).find(is_free)?
                }
                NameEnd::End => columns.end.checked_sub(width).filter(is_free)?,
            };
            Some(EraName { row, x, text })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(taken: &[&str]) -> Vec<Vec<bool>> {
        let row = |taken: &&str| taken.chars().map(|column| column == 'x').collect();
        taken.iter().map(row).collect()
    }

    #[test]
    fn the_name_of_an_era_stands_whole_in_the_first_row_that_has_a_place_for_it() {
        let check = |title: &str, columns: Range<usize>, taken: &[&str], expected: &str| {
            let found = place(title, &columns, NameEnd::Beginning, &rows(taken));
            let found = found.map_or_else(String::new, |name| {
                format!("{} {} {}", name.row, name.x, name.text)
            });
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
    fn eras_that_are_close_share_a_row_in_the_order_of_time() {
        let eras = [
            ("First World War", 21..23),
            ("Second World War", 27..29),
            ("Cold War", 29..38),
        ];
        let check = |eras: &[(&str, Range<usize>)], wide: usize, high: usize, expected: &[&str]| {
            let free = ".".repeat(wide);
            let found = arrange(eras, &rows(&vec![&*free; high]));
            let mut lines = vec![" ".repeat(wide); high];
            for name in found.into_iter().flatten() {
                let end = name.x + name.text.len();
                lines[name.row].replace_range(name.x..end, name.text);
            }
            let lines: Vec<&str> = lines.iter().map(|line| line.trim_end()).collect();
            assert_eq!(lines, expected, "{wide}");
        };
        check(
            &eras,
            44,
            2,
            &[
                "        First World War    Second World War",
                "                             Cold War",
            ],
        );
        // A second name that does not fit into the only row is left out rather than cut.
        check(
            &eras,
            56,
            1,
            &["        First World War    Second World War"],
        );
        check(
            &eras[..1],
            44,
            2,
            &["                     First World War", ""],
        );
        check(&[], 10, 1, &[""]);
    }
}
