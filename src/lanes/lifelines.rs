//! Life-lines: which country's neutrality runs in which column beside the list, and what stands in each cell.
//!
//! Like the graph of a version history: a country keeps its column while its line lives, and the column is free
//! for another when the line has ended. Columns do not depend on the selection, so nothing jumps while one reads.
//! Shapes and colours belong to `ui`.

use std::ops::Range;

use crate::timeline::date::Certainty;
use crate::timeline::{CountryId, EventId, LegalBasis, Span, SpanId, Timeline};

/// What a cell of a column shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LifelineCell {
    /// Nothing holds here.
    Empty,
    /// The event of this row began the status.
    Begins(LegalBasis),
    /// The status holds.
    Holds(LegalBasis),
    /// The event of this row violated it.
    Violated,
    /// It was violated, and its title survives.
    Broken,
    /// The event of this row ended it.
    Ends,
}

/// A row of the list, for the life-lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// The row of an event.
    Event(EventId),
    /// A heading before this event.
    Before(EventId),
}

#[derive(Debug, Clone, Default)]
struct Column {
    /// Countries of the column; the times of no two of them overlap.
    countries: Vec<(CountryId, Vec<SpanId>)>,
}

/// Columns at the most; more could not be told apart.
const MOST: usize = 9;

/// The columns from left to right. The first ones are the same however many of them are shown.
#[derive(Debug, Clone, Default)]
pub struct LifeLines {
    columns: Vec<Column>,
    /// Countries that found no column.
    folded: Vec<(CountryId, Vec<SpanId>)>,
}

impl LifeLines {
    /// Gives the countries columns, the most important first, as many as there can be.
    #[must_use]
    pub fn new(timeline: &Timeline) -> Self {
        let mut lines = LifeLines::default();
        for (country, spans) in by_importance(timeline) {
            let free = lines
                .columns
                .iter()
                .position(|column| column.is_free_for(&spans, timeline));
            match free {
                Some(at) => lines.columns[at].countries.push((country, spans)),
                None if lines.columns.len() < MOST => {
                    lines.columns.push(Column {
                        countries: vec![(country, spans)],
                    });
                }
                None => lines.folded.push((country, spans)),
            }
        }
        lines
    }

    /// How many columns there are.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.columns.len()
    }

    /// What a column shows at a row, and of which country.
    #[must_use]
    pub fn cell(
        &self,
        timeline: &Timeline,
        column: usize,
        at: At,
    ) -> (LifelineCell, Option<CountryId>) {
        let Some(column) = self.columns.get(column) else {
            return (LifelineCell::Empty, None);
        };
        column
            .countries
            .iter()
            .map(|(country, spans)| (cell(timeline, spans, at), Some(*country)))
            .find(|(cell, _)| *cell != LifelineCell::Empty)
            .unwrap_or((LifelineCell::Empty, None))
    }

    /// The country that heads a column over a window of events: alive at the selected event, else in the window.
    #[must_use]
    pub fn heading(
        &self,
        timeline: &Timeline,
        column: usize,
        window: &Range<EventId>,
        selected: EventId,
    ) -> Option<CountryId> {
        let countries = &self.columns.get(column)?.countries;
        let lives = |spans: &[SpanId], from: EventId, to: EventId| {
            spans
                .iter()
                .map(|span| lifetime(timeline, *span))
                .any(|life| life.start <= to.index() && from.index() < life.end)
        };
        let at_selected = countries
            .iter()
            .find(|(_, spans)| lives(spans, selected, selected));
        let in_window = || {
            countries
                .iter()
                .find(|(_, spans)| lives(spans, window.start, window.end))
        };
        at_selected.or_else(in_window).map(|(country, _)| *country)
    }

    /// Number of countries whose line lives at the event, but in none of the first `columns`.
    #[must_use]
    pub fn folded_at(&self, timeline: &Timeline, columns: usize, event: EventId) -> usize {
        let at = At::Event(event);
        let hidden = self.columns.iter().skip(columns);
        hidden
            .flat_map(|column| &column.countries)
            .chain(&self.folded)
            .filter(|(_, spans)| cell(timeline, spans, at) != LifelineCell::Empty)
            .count()
    }
}

impl Column {
    fn is_free_for(&self, spans: &[SpanId], timeline: &Timeline) -> bool {
        let lives: Vec<Range<usize>> = spans.iter().map(|span| lifetime(timeline, *span)).collect();
        let taken = self.countries.iter().flat_map(|(_, spans)| spans);
        taken.map(|span| lifetime(timeline, *span)).all(|taken| {
            let is_clear = |life: &Range<usize>| life.end <= taken.start || taken.end <= life.start;
            lives.iter().all(is_clear)
        })
    }
}

/// The rows of a span, as places of events.
fn lifetime(timeline: &Timeline, span: SpanId) -> Range<usize> {
    let last = last_row(timeline, &timeline[span]);
    timeline[span].begins.index()..last.map_or(usize::MAX, |end| end.index() + 1)
}

/// The row at which a line ends: of the act that ended it, or of the last event before the act took effect.
fn last_row(timeline: &Timeline, span: &Span) -> Option<EventId> {
    let (act, end) = (span.ends?, span.end_date(timeline)?);
    let is_before = |event: &EventId| timeline[*event].date.is_before(end) == Certainty::Yes;
    // A range of ids is not skipped into but walked, and there may be thousands.
    let later = (act.index() + 1..).map_while(|at| EventId::at(timeline, at));
    Some(later.take_while(is_before).last().unwrap_or(act))
}

/// Whether an event lies between the act that began a span and the day on which the act took effect.
fn is_not_yet(timeline: &Timeline, span: &Span, event: EventId) -> bool {
    let begin = span.begin_date(timeline);
    span.begins < event && timeline[event].date.is_before(begin) == Certainty::Yes
}

/// Countries with spans, each with all of its spans: treaties before own acts, turning points before details.
fn by_importance(timeline: &Timeline) -> Vec<(CountryId, Vec<SpanId>)> {
    let mut countries: Vec<(CountryId, Vec<SpanId>)> = Vec::new();
    for span in SpanId::all(timeline) {
        let country = timeline[span].country;
        match countries.iter_mut().find(|(known, _)| *known == country) {
            Some((_, spans)) => spans.push(span),
            None => countries.push((country, vec![span])),
        }
    }
    let rank = |span: &SpanId| {
        let span = &timeline[*span];
        let ground = match timeline[span.status].ground {
            LegalBasis::Treaty => 0,
            LegalBasis::Policy | LegalBasis::Proposal => 1,
            LegalBasis::OwnAct => 2,
            LegalBasis::War => 4,
            LegalBasis::Territory => 5,
        };
        let importance = timeline[span.begins].importance.figure();
        // A turning point of any sort stands before a detail of a treaty.
        (importance, ground, span.begins)
    };
    countries.sort_by_key(|(_, spans)| spans.iter().map(rank).min());
    countries
}

/// What the spans of one country show at a row; where two hold at once, the one that began last.
fn cell(timeline: &Timeline, spans: &[SpanId], at: At) -> LifelineCell {
    let mut shown = LifelineCell::Empty;
    let mut began = None;
    for id in spans {
        let found = cell_of_span(timeline, *id, at);
        let begins = timeline[*id].begins;
        let outranks = match (shown, found) {
            (_, LifelineCell::Empty) => false,
            (LifelineCell::Empty, _) => true,
            (LifelineCell::Violated, _) => false,
            (_, LifelineCell::Violated) => true,
            (LifelineCell::Ends, LifelineCell::Ends) => false,
            (LifelineCell::Ends, _) => true,
            (_, LifelineCell::Ends) => false,
            _ => Some(begins) > began,
        };
        if outranks {
            (shown, began) = (found, Some(begins));
        }
    }
    shown
}

fn cell_of_span(timeline: &Timeline, id: SpanId, at: At) -> LifelineCell {
    let span = &timeline[id];
    let ground = timeline[span.status].ground;
    let end = last_row(timeline, span);
    let violated_before =
        |event: EventId| span.violated_by.iter().any(|violation| *violation < event);
    let is_outside =
        |event: EventId| end.is_some_and(|end| end < event) || is_not_yet(timeline, span, event);
    match at {
        At::Event(event) => {
            if event < span.begins || is_outside(event) {
                LifelineCell::Empty
            } else if span.violated_by.contains(&event) {
                LifelineCell::Violated
            } else if event == span.begins {
                LifelineCell::Begins(ground)
            } else if end == Some(event) {
                LifelineCell::Ends
            } else if violated_before(event) {
                LifelineCell::Broken
            } else {
                LifelineCell::Holds(ground)
            }
        }
        At::Before(event) => {
            if event <= span.begins || is_outside(event) {
                LifelineCell::Empty
            } else if violated_before(event) {
                LifelineCell::Broken
            } else {
                LifelineCell::Holds(ground)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::samples;

    /// A column from the first event to the last, a letter an event.
    fn column(timeline: &Timeline, lines: &LifeLines, column: usize, before: bool) -> String {
        let letter = |event: EventId| {
            let at = if before {
                At::Before(event)
            } else {
                At::Event(event)
            };
            match lines.cell(timeline, column, at).0 {
                LifelineCell::Empty => '.',
                LifelineCell::Begins(_) => 'o',
                LifelineCell::Holds(_) => '|',
                LifelineCell::Violated => 'x',
                LifelineCell::Broken => ':',
                LifelineCell::Ends => '-',
            }
        };
        EventId::all(timeline).map(letter).collect()
    }

    #[test]
    fn a_column_tells_what_each_event_did_to_its_country() {
        let timeline = samples::small();
        let lines = LifeLines::new(&timeline);
        let check = |at: usize, events: &str, headings: &str| {
            assert_eq!(column(&timeline, &lines, at, false), events, "column {at}");
            assert_eq!(column(&timeline, &lines, at, true), headings, "column {at}");
        };
        assert_eq!(lines.columns(), 3);
        check(0, "o||||||||", ".||||||||");
        // Ukraine has the column of Belgium, whose line has ended.
        check(1, "..o||x-o-", "...|||:.|");
        check(2, "...ox:-..", "....|::..");
        check(3, ".........", ".........");
    }

    #[test]
    fn a_column_is_headed_by_who_lives_at_the_selected_event_else_in_the_window() {
        let timeline = samples::small();
        let lines = LifeLines::new(&timeline);
        let events: Vec<EventId> = EventId::all(&timeline).collect();
        let check = |column: usize, window: Range<usize>, selected: usize, expected: &str| {
            let window = events[window.start]..events[window.end];
            let found = lines.heading(&timeline, column, &window, events[selected]);
            let found = found.map_or("", |country| timeline[country].id.as_str());
            assert_eq!(found, expected, "column {column}, {window:?}, {selected}");
        };
        check(0, 0..8, 0, "switzerland");
        check(1, 0..8, 3, "belgium");
        check(1, 0..8, 7, "ukraine");
        check(1, 0..8, 0, "belgium");
        check(1, 7..8, 8, "ukraine");
        check(1, 0..1, 0, "");
        check(2, 0..8, 8, "luxembourg");
        check(3, 0..8, 0, "");
    }

    #[test]
    fn who_finds_no_column_is_counted_where_the_line_lives() {
        let dates: Vec<String> = (1900..1912).map(|year| year.to_string()).collect();
        let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
        let mut file = samples::dated(&dates)
            + "[statuses.t]\nlabel = \"T\"\nletter = \"T\"\nground = \"treaty\"\n";
        for number in 0..11 {
            file += &format!(
                "[countries.c{number}]\nname = \"C{number}\"\n\
                 [[spans]]\ncountry = \"c{number}\"\nstatus = \"t\"\nbegins = \"e{number}\"\nends = \"e11\"\n"
            );
        }
        let timeline = samples::read(&file);
        let lines = LifeLines::new(&timeline);
        assert_eq!(lines.columns(), MOST);
        let check = |columns: usize, expected: [usize; 12]| {
            let folded = EventId::all(&timeline).map(|at| lines.folded_at(&timeline, columns, at));
            assert_eq!(
                folded.collect::<Vec<usize>>(),
                expected,
                "{columns} columns"
            );
        };
        check(MOST, [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 2]);
        check(4, [0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 7]);
    }
}
