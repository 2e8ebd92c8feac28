//! Life-lines: which country's neutrality runs in which column beside the list, and what stands in each cell.
//!
//! Like the graph of a version history: a country keeps its column while its line lives, and the column is free
//! for another when the line has ended. The columns follow from the events that are listed, not from the selection,
//! so that nothing jumps while one reads; only a country that the selected event is about, and that found no room,
//! takes the place of one that matters less. Shapes and colours belong to `ui`.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::timeline::date::Certainty;
use crate::timeline::{
    CountryId, EventId, LegalBasis, Party, PassageId, RolePart, Span, SpanId, Timeline,
};

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

/// Columns at the most; more could not be told apart.
pub const MOST: usize = 12;

/// Rows between two lines in one column: the code of the second stands in them, a letter a row.
pub const HEAD: usize = 2;

/// A span with the row at which its line ends: found once, since thousands of events may lie before it.
#[derive(Debug, Clone, Copy)]
struct SpanLine {
    span: SpanId,
    end: Option<EventId>,
}

/// A country with its spans, and the rows of the list in which they run.
#[derive(Debug, Clone)]
struct CountryLine {
    country: CountryId,
    spans: Vec<SpanLine>,
    rows: Vec<Range<usize>>,
}

/// The lines of all countries beside the listed events, the most important first.
#[derive(Debug, Clone, Default)]
pub struct LifeLines {
    lines: Vec<CountryLine>,
    /// The lines of each column; the first columns are the same however many of them are shown.
    columns: Vec<Vec<usize>>,
    /// Lines that found no column.
    folded: Vec<usize>,
}

impl LifeLines {
    /// Gives the countries whose lines run beside the listed events columns, as many as there can be.
    #[must_use]
    pub fn new(timeline: &Timeline, listed: &[EventId]) -> Self {
        let mut life_lines = LifeLines::default();
        for (country, spans) in by_importance(timeline) {
            let line = |span| SpanLine {
                span,
                end: last_row(timeline, &timeline[span]),
            };
            let spans: Vec<SpanLine> = spans.into_iter().map(line).collect();
            let rows = spans
                .iter()
                .map(|line| rows_of(timeline, listed, *line))
                .filter(|rows| !rows.is_empty());
            let line = CountryLine {
                country,
                rows: rows.collect(),
                spans,
            };
            if line.rows.is_empty() {
                continue;
            }
            let number = life_lines.lines.len();
            life_lines.lines.push(line);
            let free = (0..life_lines.columns.len())
                .find(|column| life_lines.in_the_way(number, *column).next().is_none());
            match free {
                Some(column) => life_lines.columns[column].push(number),
                None if life_lines.columns.len() < MOST => life_lines.columns.push(vec![number]),
                None => life_lines.folded.push(number),
            }
        }
        life_lines
    }

    /// How many columns there are.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.columns.len()
    }

    /// The first columns, with room made for the countries that the selected event and its claim are about.
    #[must_use]
    pub fn shown(
        &self,
        timeline: &Timeline,
        columns: usize,
        selected: EventId,
        claim: Option<PassageId>,
    ) -> ShownLines<'_> {
        let columns = columns.min(self.columns.len());
        let (first, rest) = self.columns.split_at(columns);
        let mut shown = ShownLines {
            all: self,
            columns: first.to_vec(),
            folded: rest.iter().flatten().chain(&self.folded).copied().collect(),
        };
        if shown.folded.is_empty() {
            return shown;
        }
        shown.folded.sort_unstable();
        let near = NearCountries::new(timeline, selected, claim);
        let rank = |line: usize| near.rank(self.lines[line].country);
        let mut wanted: Vec<(Nearness, usize)> = shown
            .folded
            .iter()
            .map(|line| (rank(*line), *line))
            .filter(|(rank, line)| {
                *rank < Nearness::Case
                    && cell(timeline, &self.lines[*line].spans, selected) != LifelineCell::Empty
            })
            .collect();
        wanted.sort_unstable();
        for (wish, line) in wanted {
            let room_where_all_are = |least: Nearness| {
                (0..columns).rev().find(|column| {
                    let mut in_the_way = self.conflicts(line, &shown.columns[*column]);
                    in_the_way.all(|other| rank(other) >= least)
                })
            };
            // A case gives way to the selected event only, and only where nobody else can.
            let for_selected = || {
                let is_selected = wish == Nearness::Selected;
                is_selected
                    .then(|| room_where_all_are(Nearness::Claim))
                    .flatten()
            };
            if let Some(column) = room_where_all_are(Nearness::Other).or_else(for_selected) {
                shown.make_room(line, column);
            }
        }
        shown
    }

    /// The lines of a column that leave no room for another one.
    fn in_the_way(&self, line: usize, column: usize) -> impl Iterator<Item = usize> + '_ {
        self.conflicts(line, &self.columns[column])
    }

    fn conflicts<'a>(
        &'a self,
        line: usize,
        others: &'a [usize],
    ) -> impl Iterator<Item = usize> + 'a {
        let others = others.iter().copied();
        others.filter(move |other| self.lines[line].conflicts(&self.lines[*other]))
    }
}

impl CountryLine {
    /// Whether two lines run in the same rows, or so close that a head would not fit between them.
    fn conflicts(&self, other: &CountryLine) -> bool {
        let close = |a: &Range<usize>, b: &Range<usize>| {
            a.start < b.end.saturating_add(HEAD) && b.start < a.end.saturating_add(HEAD)
        };
        let of_both = self
            .rows
            .iter()
            .flat_map(|a| other.rows.iter().map(move |b| (a, b)));
        of_both.into_iter().any(|(a, b)| close(a, b))
    }
}

/// What a country has to do with what is selected; the nearest comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Nearness {
    Selected,
    Claim,
    Case,
    Other,
}

/// The countries that have to do with what is selected, gathered once for all lines.
struct NearCountries {
    of_selected: HashSet<CountryId>,
    of_claim: HashSet<CountryId>,
    of_cases: HashSet<CountryId>,
}

impl NearCountries {
    fn new(timeline: &Timeline, selected: EventId, claim: Option<PassageId>) -> Self {
        let is_neutral = |party: &&Party| timeline[party.role].part == Some(RolePart::Neutral);
        let events = claim.iter().flat_map(|claim| &timeline[*claim].events);
        let of_claim = events.flat_map(|(event, _)| &timeline[*event].parties);
        let of_selected = timeline[selected].parties.iter();
        NearCountries {
            of_selected: of_selected.map(|party| party.country).collect(),
            of_claim: of_claim
                .filter(is_neutral)
                .map(|party| party.country)
                .collect(),
            of_cases: timeline.cases.iter().map(|case| case.country).collect(),
        }
    }

    /// What a country has to do with the selected event.
    fn rank(&self, country: CountryId) -> Nearness {
        if self.of_selected.contains(&country) {
            Nearness::Selected
        } else if self.of_claim.contains(&country) {
            Nearness::Claim
        } else if self.of_cases.contains(&country) {
            Nearness::Case
        } else {
            Nearness::Other
        }
    }
}

/// The columns that there is room for.
#[derive(Debug, Clone)]
pub struct ShownLines<'a> {
    all: &'a LifeLines,
    columns: Vec<Vec<usize>>,
    folded: Vec<usize>,
}

impl ShownLines<'_> {
    /// How many columns there are.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.columns.len()
    }

    /// What a column shows at an event, and of which country.
    #[must_use]
    pub fn cell(
        &self,
        timeline: &Timeline,
        column: usize,
        event: EventId,
    ) -> (LifelineCell, Option<CountryId>) {
        self.columns
            .get(column)
            .into_iter()
            .flatten()
            .map(|line| &self.all.lines[*line])
            .map(|line| (cell(timeline, &line.spans, event), Some(line.country)))
            .find(|(cell, _)| *cell != LifelineCell::Empty)
            .unwrap_or((LifelineCell::Empty, None))
    }

    /// The countries whose line lives at the event and found no room.
    pub fn folded_at(
        &self,
        timeline: &Timeline,
        event: EventId,
    ) -> impl Iterator<Item = CountryId> {
        self.folded
            .iter()
            .map(|line| &self.all.lines[*line])
            .filter(move |line| cell(timeline, &line.spans, event) != LifelineCell::Empty)
            .map(|line| line.country)
    }

    /// Puts a folded line into a column and folds what is in its way there.
    fn make_room(&mut self, line: usize, column: usize) {
        let (all, lines) = (self.all, &mut self.columns[column]);
        let in_the_way: Vec<usize> = all.conflicts(line, lines).collect();
        lines.retain(|other| !in_the_way.contains(other));
        lines.push(line);
        self.folded.retain(|other| *other != line);
        self.folded.extend(in_the_way);
        self.folded.sort_unstable();
    }
}

/// The rows of a list in which a span runs.
fn rows_of(
    timeline: &Timeline,
    listed: &[EventId],
    SpanLine { span, end }: SpanLine,
) -> Range<usize> {
    let life = timeline[span].begins.index()..end.map_or(usize::MAX, |end| end.index() + 1);
    let before = |end: usize| listed.partition_point(|event| event.index() < end);
    before(life.start)..before(life.end)
}

/// The row at which a line ends: of the act that ended it, or of the last event before the act took effect.
fn last_row(timeline: &Timeline, span: &Span) -> Option<EventId> {
    let (act, end) = (span.ends?, span.end_date.as_ref()?);
    let is_before = |event: &EventId| timeline[*event].date.is_before(end) == Certainty::Yes;
    // A range of ids is not skipped into but walked, and there may be thousands.
    let later = (act.index() + 1..).map_while(|at| EventId::at(timeline, at));
    Some(later.take_while(is_before).last().unwrap_or(act))
}

/// Whether an event lies between the act that began a span and the day on which the act took effect.
fn is_not_yet(timeline: &Timeline, span: &Span, event: EventId) -> bool {
    let begin = &span.begin_date;
    span.begins < event && timeline[event].date.is_before(begin) == Certainty::Yes
}

/// Countries with spans, each with all of its spans: the cases in their order, then treaties before own acts and
/// turning points before details.
fn by_importance(timeline: &Timeline) -> Vec<(CountryId, Vec<SpanId>)> {
    let mut countries: Vec<(CountryId, Vec<SpanId>)> = Vec::new();
    let mut places: HashMap<CountryId, usize> = HashMap::new();
    for span in SpanId::all(timeline) {
        let country = timeline[span].country;
        let at = *places.entry(country).or_insert(countries.len());
        match countries.get_mut(at) {
            Some((_, spans)) => spans.push(span),
            None => countries.push((country, vec![span])),
        }
    }
    let rank = |span: &SpanId| {
        let span = &timeline[*span];
        let ground = match timeline[span.status].ground {
            LegalBasis::Guarantee | LegalBasis::Treaty => 0,
            LegalBasis::Policy | LegalBasis::Proposal => 1,
            LegalBasis::OwnAct => 2,
            LegalBasis::War => 4,
            LegalBasis::Territory => 5,
        };
        let importance = timeline[span.begins].importance.figure();
        // A turning point of any sort stands before a detail of a treaty.
        (importance, ground, span.begins)
    };
    let mut cases: HashMap<CountryId, usize> = HashMap::new();
    for (at, case) in timeline.cases.iter().enumerate() {
        cases.entry(case.country).or_insert(at);
    }
    let case = |country: &CountryId| cases.get(country).copied().unwrap_or(usize::MAX);
    countries.sort_by_cached_key(|(country, spans)| (case(country), spans.iter().map(rank).min()));
    countries
}

/// What the spans of one country show at a row; where two hold at once, the one that began last.
fn cell(timeline: &Timeline, spans: &[SpanLine], event: EventId) -> LifelineCell {
    let mut shown = LifelineCell::Empty;
    let mut began = None;
    for line in spans {
        let found = cell_of_span(timeline, *line, event);
        let begins = timeline[line.span].begins;
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

fn cell_of_span(
    timeline: &Timeline,
    SpanLine { span, end }: SpanLine,
    event: EventId,
) -> LifelineCell {
    let span = &timeline[span];
    let ground = timeline[span.status].ground;
    let is_outside = event < span.begins
        || end.is_some_and(|end| end < event)
        || is_not_yet(timeline, span, event);
    if is_outside {
        LifelineCell::Empty
    } else if span.violated_by.contains(&event) {
        LifelineCell::Violated
    } else if event == span.begins {
        LifelineCell::Begins(ground)
    } else if end == Some(event) {
        LifelineCell::Ends
    } else if span.violated_by.iter().any(|violation| *violation < event) {
        LifelineCell::Broken
    } else {
        LifelineCell::Holds(ground)
    }
}

#[cfg(test)]
mod tests;
