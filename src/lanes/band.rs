//! The band of a lane: what each column of it shows, without shapes and colours, which are `ui`'s.

use std::ops::Range;

use super::scale::{self, Scale};
use crate::timeline::status_at::{bounds, extent};
use crate::timeline::{HistoricDate, LegalBasis, Span, SpanId, Timeline};

/// What a column shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shade {
    /// No status is held.
    #[default]
    Empty,
    /// A status certainly held.
    Held(LegalBasis),
    /// A status may have held: its beginning or its end is no exact day.
    Perhaps(LegalBasis),
    /// A status holds to this day; only in the last column.
    InForce(LegalBasis),
    /// It was violated in these days.
    Violated,
    /// It was violated before, and its title survives.
    Broken,
    /// Beside a beginning or an end that is contested.
    Contested,
}

/// One column of a lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BandCell {
    /// What is known of the status in these days.
    pub shade: Shade,
    /// The span that is shown.
    pub span: Option<SpanId>,
}

/// The columns of a lane; where two spans hold at once, the one that began last, and over all a violation.
#[must_use]
pub fn cells(timeline: &Timeline, spans: &[SpanId], scale: &Scale) -> Vec<BandCell> {
    let mut cells = vec![BandCell::default(); usize::from(scale.columns())];
    for id in spans {
        paint(timeline, *id, scale, &mut cells);
    }
    for id in spans {
        keep_in_sight(timeline, *id, scale, &mut cells);
    }
    for id in spans {
        for day in violations(timeline, *id) {
            // An act may be taken back before it is felt: the violation is drawn on its day, whatever held then.
            if let Some(column) = scale.column(day) {
                put(&mut cells, column, Shade::Violated, *id);
            }
        }
    }
    cells
}

/// The first days of what violated a span.
fn violations(timeline: &Timeline, span: SpanId) -> Vec<i64> {
    let events = timeline[span].violated_by.iter();
    events
        .map(|event| scale::number(bounds(&timeline[*event].date).0))
        .collect()
}

/// A span of which later ones and its own violation leave no column still has one where it begins.
fn keep_in_sight(timeline: &Timeline, id: SpanId, scale: &Scale, cells: &mut [BandCell]) {
    let extent = extent(timeline, id);
    let (from, to) = (scale::number(extent.maybe.0), scale::number(extent.maybe.1));
    let is_seen = |cell: &BandCell| cell.span == Some(id) && is_band(*cell);
    let Some(columns) = scale.stretch(from, to) else {
        return;
    };
    // What began before the window has its beginning elsewhere.
    let begins_here = scale.window().contains(&from);
    if !begins_here || cells.iter().any(is_seen) {
        return;
    }
    let held = BandCell {
        shade: Shade::Held(timeline[timeline[id].status].ground),
        span: Some(id),
    };
    let first = usize::from(columns.start);
    let columns_of = |span: Option<SpanId>| cells.iter().filter(|cell| cell.span == span).count();
    let gives_way = |cell: &BandCell| is_band(*cell) && columns_of(cell.span) > 1;
    let before = first.checked_sub(1);
    if cells.get(first).is_some_and(gives_way) {
        cells[first] = held;
    } else if let Some(before) = before.filter(|at| cells[*at].shade == Shade::Empty) {
        cells[before] = held;
    }
}

fn paint(timeline: &Timeline, id: SpanId, scale: &Scale, cells: &mut [BandCell]) {
    let span = &timeline[id];
    let ground = timeline[span.status].ground;
    let extent = extent(timeline, id);
    let maybe = (scale::number(extent.maybe.0), scale::number(extent.maybe.1));
    let surely = (
        scale::number(extent.surely.0),
        scale::number(extent.surely.1),
    );
    let Some(columns) = scale.stretch(maybe.0, maybe.1) else {
        return;
    };
    let violations = violations(timeline, id);
    let begin_is_doubted = span.begin_date.wants_basis();
    let end_is_doubted = span
        .end_date
        .as_ref()
        .is_some_and(HistoricDate::wants_basis);
    for column in columns.clone() {
        let days = scale.days(column);
        let begins = days.contains(&maybe.0) && begin_is_doubted;
        let ends = days.contains(&maybe.1) && end_is_doubted;
        let shade = if violations
            .iter()
            .any(|day| falls_in(*day, &days, column, scale))
        {
            Shade::Violated
        } else if violations
            .iter()
            .any(|day| *day < days.start || begins_before(*day, column, scale))
        {
            Shade::Broken
        } else if begins || ends || mostly_unsure(&days, maybe, surely) {
            Shade::Perhaps(ground)
        } else if span.ends.is_none() && column + 1 == scale.columns() {
            Shade::InForce(ground)
        } else {
            Shade::Held(ground)
        };
        put(cells, column, shade, id);
    }
    contest(span, id, &columns, scale, cells);
}

/// Whether a day is marked in a column: a day that fills several is marked in its first only.
fn falls_in(day: i64, days: &Range<i64>, column: u16, scale: &Scale) -> bool {
    days.contains(&day) && scale.column(day) == Some(column)
}

/// Whether a column is one of the later ones that a day fills.
fn begins_before(day: i64, column: u16, scale: &Scale) -> bool {
    scale.column(day).is_some_and(|first| first < column)
}

/// Whether more than half of what the span may cover of some days is uncertain.
pub(super) fn mostly_unsure(days: &Range<i64>, maybe: (i64, i64), surely: (i64, i64)) -> bool {
    let shared =
        |(from, to): (i64, i64)| (days.end.min(to.saturating_add(1)) - days.start.max(from)).max(0);
    shared(surely) * 2 < shared(maybe)
}

/// A violation is never painted over.
fn put(cells: &mut [BandCell], column: u16, shade: Shade, span: SpanId) {
    if let Some(cell) = cells.get_mut(usize::from(column))
        && cell.shade != Shade::Violated
    {
        *cell = BandCell {
            shade,
            span: Some(span),
        };
    }
}

/// At close zoom a contested span has a sign beside it: after its end, or before its beginning while it is in force.
///
/// The file says that something is contested and not which end; what is in force has no end to contest.
fn contest(span: &Span, id: SpanId, columns: &Range<u16>, scale: &Scale, cells: &mut [BandCell]) {
    if span.contested.is_none() || !shows_marks(scale) {
        return;
    }
    let beside = match span.ends {
        Some(_) => Some(columns.end),
        None => columns.start.checked_sub(1),
    };
    if let Some(cell) = beside.and_then(|column| cells.get_mut(usize::from(column)))
        && cell.shade == Shade::Empty
    {
        *cell = BandCell {
            shade: Shade::Contested,
            span: Some(id),
        };
    }
}

/// Whether a scale is close enough for single events: a year has a column at the least.
#[must_use]
pub fn shows_marks(scale: &Scale) -> bool {
    scale.days_a_column() <= 366.0
}

/// A letter in a band: its columns, of which the middle one has the letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// From the first column to the one after the last.
    pub columns: Range<u16>,
    /// The span whose letter it is.
    pub span: SpanId,
}

/// Where the letters of the statuses go: near the beginning of each band that has room, clear of `taken` columns.
#[must_use]
pub fn letters(cells: &[BandCell], taken: &[bool]) -> Vec<Letter> {
    let mut letters = Vec::new();
    let mut at = 0;
    while at < cells.len() {
        let run = run(cells, at);
        if let (Some(span), true) = (cells[at].span, is_band(cells[at])) {
            let wide = match run.len() {
                0..=2 => None,
                3..=4 => Some(1),
                _ => Some(3),
            };
            let columns = wide.and_then(|wide| room(&run, wide, taken));
            letters.extend(columns.map(|columns| Letter { columns, span }));
        }
        at = run.end.max(at + 1);
    }
    letters
}

fn is_band(cell: BandCell) -> bool {
    matches!(
        cell.shade,
        Shade::Held(_) | Shade::Perhaps(_) | Shade::InForce(_)
    )
}

/// The neighbouring columns of one band.
fn run(cells: &[BandCell], start: usize) -> Range<usize> {
    let same =
        |cell: &BandCell| cell.span == cells[start].span && is_band(*cell) == is_band(cells[start]);
    let more = cells[start..].iter().take_while(|cell| same(cell)).count();
    start..start + more
}

/// The first columns after the edge of a band that nothing else takes.
fn room(run: &Range<usize>, wide: usize, taken: &[bool]) -> Option<Range<u16>> {
    let free = |start: &usize| {
        (*start..start + wide).all(|column| !taken.get(column).copied().unwrap_or(false))
    };
    let start = (run.start + 1..=run.end.saturating_sub(wide + 1)).find(free)?;
    Some(start as u16..(start + wide) as u16)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::samples;

    /// The band of the only span of a country from one day to another, a letter a column.
    fn band(timeline: &Timeline, country: &str, from: &str, to: &str, columns: u16) -> String {
        let day = |written: &str| scale::number(written.parse().unwrap());
        let scale = Scale::new(day(from)..day(to), columns);
        let spans: Vec<SpanId> = SpanId::all(timeline)
            .filter(|span| timeline[timeline[*span].country].id == country)
            .collect();
        let letter = |cell: &BandCell| match cell.shade {
            Shade::Empty => '.',
            Shade::Held(_) => 'h',
            Shade::Perhaps(_) => 'p',
            Shade::InForce(_) => 'f',
            Shade::Violated => 'v',
            Shade::Broken => 'b',
            Shade::Contested => 'c',
        };
        cells(timeline, &spans, &scale).iter().map(letter).collect()
    }

    #[test]
    fn a_column_shows_what_held_in_its_days() {
        let timeline = samples::lanes();
        let check = |country: &str, from: &str, to: &str, expected: &str| {
            let columns = u16::try_from(expected.len()).unwrap();
            let found = band(&timeline, country, from, to, columns);
            assert_eq!(found, expected, "{country} from {from} to {to}");
        };
        // A column is ten years: what holds to this day says so in the last.
        check("switzerland", "1800-01-01", "1850-01-01", ".hhhf");
        check("belgium", "1830-01-01", "1930-01-01", "hhhhhhhhv.");
        // A column is a year: after the violation the title survives, and beside its end stands that it is contested.
        check("belgium", "1912-01-01", "1922-01-01", "hhvbbbbbc.");
        // A day has two columns: what is left of the day of the violation is after it.
        check("belgium", "1914-08-03", "1914-08-06", "hhvbbb");
        check("belgium", "1840-01-01", "1845-01-01", "hhhhh");
        check("belgium", "1920-01-01", "1925-01-01", ".....");
        // Days on which it may have begun are uncertain, and too few to make a year so.
        check("denmark", "1913-01-01", "1921-01-01", ".hhhhhh.");
        check("denmark", "1914-07-30", "1914-08-11", "..ppppppphhh");
        // What is marked as uncertain is so in whichever column it lies, and what fills half of one as well.
        check("cambodia", "1955-01-01", "1972-01-01", "..phhhhhhhhhhhhh.");
        check("ireland", "1947-01-01", "1952-01-01", "..phf");
    }

    #[test]
    fn of_two_spans_in_a_column_the_first_takes_the_one_before_and_neither_is_lost() {
        let event = |id: &str, year: u16| {
            format!("[[events]]\nid = \"{id}\"\ndate = \"{year}\"\ntitle = \"T\"\n")
        };
        let span = |begins: &str, ends: &str| {
            format!(
                "[[spans]]\ncountry = \"c\"\nstatus = \"s\"\nbegins = \"{begins}\"\nends = \"{ends}\"\n"
            )
        };
        let source = [
            "format = 1\n[timeline]\ntitle = \"T\"\n[countries.c]\nname = \"C\"\ncode = \"C\"\n"
                .to_owned(),
            "[statuses.s]\nlabel = \"S\"\nletter = \"S\"\nground = \"policy\"\n".to_owned(),
            event("a", 1911) + &event("b", 1913) + &event("c", 1914) + &event("d", 1919),
            span("a", "b") + &span("c", "d"),
        ];
        let timeline = samples::read(&source.concat());
        // A column is ten years.
        assert_eq!(band(&timeline, "c", "1890-01-01", "1930-01-01", 4), ".hh.");
        assert_eq!(band(&timeline, "c", "1910-01-01", "1930-01-01", 2), "h.");
    }

    #[test]
    fn marks_appear_from_where_a_year_has_a_column() {
        let check = |days: i64, columns: u16, expected: bool| {
            assert_eq!(
                shows_marks(&Scale::new(0..days, columns)),
                expected,
                "{days} days in {columns}"
            );
        };
        check(10, 10, true);
        check(3650, 10, true);
        check(3660, 10, true);
        check(3670, 10, false);
        check(36500, 10, false);
    }

    #[test]
    fn a_violation_is_seen_at_every_zoom_in_which_its_day_is() {
        let timeline = samples::read(include_str!("../../timeline.toml"));
        let plan = crate::lanes::plan::Plan::new(&timeline);
        for lane in plan.lanes() {
            for day in lane
                .spans
                .iter()
                .flat_map(|span| violations(&timeline, *span))
            {
                for years in [200, 70, 30, 10, 3, 1] {
                    for columns in [20, 37, 60, 97, 180] {
                        let half = years * scale::YEAR / 2;
                        let scale = Scale::new(day - half..day + half, columns);
                        let at = usize::from(scale.column(day).unwrap());
                        let shade = cells(&timeline, &lane.spans, &scale)[at].shade;
                        let country = &timeline[lane.country].id;
                        assert_eq!(shade, Shade::Violated, "{country} in {years} years");
                    }
                }
            }
        }
    }

    #[test]
    fn a_span_shorter_than_a_column_is_seen_beside_what_broke_it() {
        let timeline = samples::read(include_str!("../../timeline.toml"));
        let day = |written: &str| scale::number(written.parse().unwrap());
        let scale = Scale::new(day("1815-01-01")..day("2026-01-01"), 44);
        let plan = crate::lanes::plan::Plan::new(&timeline);
        for lane in plan.lanes() {
            let cells = cells(&timeline, &lane.spans, &scale);
            assert!(
                cells.iter().any(|cell| is_band(*cell)),
                "{}",
                timeline[lane.country].id
            );
        }
    }

    #[test]
    fn a_violation_of_one_span_is_not_painted_over_by_another() {
        let mut band = vec![BandCell::default(); 3];
        let timeline = samples::lanes();
        let span = SpanId::all(&timeline).next().unwrap();
        put(&mut band, 1, Shade::Violated, span);
        put(&mut band, 1, Shade::Held(LegalBasis::Treaty), span);
        put(&mut band, 2, Shade::Held(LegalBasis::Treaty), span);
        put(&mut band, 2, Shade::Violated, span);
        put(&mut band, 9, Shade::Violated, span);
        let shades: Vec<Shade> = band.iter().map(|cell| cell.shade).collect();
        assert_eq!(shades, [Shade::Empty, Shade::Violated, Shade::Violated]);
    }

    #[test]
    fn a_letter_stands_near_the_beginning_of_a_band_that_has_room() {
        let timeline = samples::lanes();
        let spans: Vec<SpanId> = SpanId::all(&timeline).collect();
        // Every letter of a band is a span, "v" a violation of the first; taken columns are marked by "x".
        let check = |band: &str, taken: &str, expected: &str| {
            let cell = |letter: char| match letter {
                '.' => BandCell::default(),
                'v' => BandCell {
                    shade: Shade::Violated,
                    span: Some(spans[0]),
                },
                _ => BandCell {
                    shade: Shade::Held(LegalBasis::Treaty),
                    span: Some(spans[usize::from(letter as u8 - b'a')]),
                },
            };
            let cells: Vec<BandCell> = band.chars().map(cell).collect();
            let taken: Vec<bool> = taken.chars().map(|column| column == 'x').collect();
            let mut found = vec!['.'; cells.len()];
            for letter in letters(&cells, &taken) {
                let at = spans.iter().position(|span| *span == letter.span).unwrap();
                let name = char::from(b'a' + u8::try_from(at).unwrap());
                for column in letter.columns {
                    found[usize::from(column)] = name;
                }
            }
            assert_eq!(found.iter().collect::<String>(), expected, "{band}");
        };
        check("", "", "");
        check("....", "", "....");
        check("aa", "", "..");
        check("aaa", "", ".a.");
        check("aaaa", "", ".a..");
        check("aaaaa", "", ".aaa.");
        check("..aaaaaaaa", "", "...aaa....");
        check("aaaaabbbbb", "", ".aaa..bbb.");
        check("aaavaaaaa", "", ".a...aaa.");
        check("aaaaaa", ".x....", "..aaa.");
        check("aaaaa", "..x..", ".....");
    }
}
