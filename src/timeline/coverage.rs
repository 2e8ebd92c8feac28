//! How much of a timeline stands on evidence: counts for `neutrality check`, and no verdict.

use std::collections::HashSet;
use std::fmt;

use super::model::{Event, Evidence, PassageId, Prose, SourceId, Stance, Timeline};

/// Counts over a timeline.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Events of the timeline.
    pub events: usize,
    /// Events that cite at least one source.
    pub events_with_source: usize,
    /// Events of which at least one source is primary.
    pub events_with_primary_source: usize,
    /// Sources of the timeline.
    pub sources: usize,
    /// Sources that at least one event, running text or correction names.
    pub sources_cited: usize,
    /// Passages of the article.
    pub passages: usize,
    /// Passages to which at least one event is linked.
    pub passages_linked: usize,
    /// Passages that at least one event complicates.
    pub passages_complicated: usize,
    /// Spans of a status.
    pub spans: usize,
    /// Cases of the table.
    pub cases: usize,
    /// Criteria of the table.
    pub criteria: usize,
    /// Answers in the table of cases and criteria.
    pub cells_answered: usize,
}

impl Coverage {
    /// Cells of the table of cases and criteria.
    #[must_use]
    pub fn cells(&self) -> usize {
        self.cases * self.criteria
    }
}

/// Counts what a timeline holds, and how much of it is sourced, linked and answered.
#[must_use]
pub fn coverage(timeline: &Timeline) -> Coverage {
    let events = |counted: fn(&Event) -> bool| {
        timeline
            .events
            .iter()
            .filter(|event| counted(event))
            .count()
    };
    let passages = |counted: &dyn Fn(PassageId) -> bool| {
        PassageId::all(timeline).filter(|id| counted(*id)).count()
    };
    let cited = cited(timeline);
    Coverage {
        events: timeline.events.len(),
        events_with_source: events(|event| !event.citations.is_empty()),
        events_with_primary_source: events(|event| {
            event.citations.iter().any(|citation| citation.primary)
        }),
        sources: timeline.sources.len(),
        sources_cited: cited.len(),
        passages: timeline.passages.len(),
        passages_linked: passages(&|id| !timeline[id].events.is_empty()),
        passages_complicated: passages(&|id| {
            timeline[id]
                .with_stance(Stance::Complicates)
                .next()
                .is_some()
        }),
        spans: timeline.spans.len(),
        cases: timeline.cases.len(),
        criteria: timeline.criteria.len(),
        cells_answered: timeline
            .cases
            .iter()
            .flat_map(|case| &case.answers)
            .flatten()
            .count(),
    }
}

/// The sources that anything names: citations and readings of events, evidence in running texts, corrections.
#[must_use]
pub fn cited(timeline: &Timeline) -> HashSet<SourceId> {
    let events = timeline.events.iter();
    let of_events = events.flat_map(|event| {
        let readings = event.readings.iter().map(|reading| reading.source);
        let citations = event.citations.iter().map(|citation| citation.source);
        citations.chain(readings)
    });
    let of_texts = running_texts(timeline)
        .flat_map(Prose::marks)
        .filter_map(|mark| match mark.evidence {
            Evidence::Source(source, _) => Some(source),
            Evidence::Event(_) => None,
        });
    let of_changes = timeline.changes.iter().filter_map(|change| change.source);
    of_events.chain(of_texts).chain(of_changes).collect()
}

/// Every text that may bear marks of evidence.
fn running_texts(timeline: &Timeline) -> impl Iterator<Item = &Prose> {
    let records = timeline.passages.iter().flat_map(|passage| &passage.record);
    let cases = timeline.cases.iter().flat_map(|case| {
        let notes = case.answers.iter().flatten();
        let notes = notes.filter_map(|answer| answer.note.as_ref());
        notes.chain(&case.promise).chain(&case.outcome_note)
    });
    let stops = timeline.tours.iter().flat_map(|tour| &tour.stops);
    let stops = stops.flat_map(|stop| &stop.text);
    records.chain(cases).chain(stops)
}

impl fmt::Display for Coverage {
    /// One line a count, the numbers under each other; what the timeline does not have takes no line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines = [
            (self.events, None, ["event", "events"]),
            (
                self.events_with_source,
                Some(self.events),
                ["event has a source", "events have a source"],
            ),
            (
                self.events_with_primary_source,
                Some(self.events),
                ["event has a primary source", "events have a primary source"],
            ),
            (self.sources, None, ["source", "sources"]),
            (
                self.sources_cited,
                Some(self.sources),
                ["source is cited", "sources are cited"],
            ),
            (
                self.passages,
                None,
                ["passage of the article", "passages of the article"],
            ),
            (
                self.passages_linked,
                Some(self.passages),
                ["passage has a linked event", "passages have a linked event"],
            ),
            (
                self.passages_complicated,
                Some(self.passages),
                [
                    "passage has a complicating event",
                    "passages have a complicating event",
                ],
            ),
            (self.spans, None, ["span of a status", "spans of a status"]),
            (self.cases, None, ["case", "cases"]),
            (self.criteria, None, ["criterion", "criteria"]),
            (
                self.cells_answered,
                Some(self.cells()),
                ["cell is answered", "cells are answered"],
            ),
        ];
        let widest = lines.iter().map(|(number, ..)| number.to_string().len());
        let width = widest.max().unwrap_or_default().max(3);
        for (number, of, [one, many]) in lines {
            let what = if of.unwrap_or(number) == 1 { one } else { many };
            match of {
                None if number > 0 => writeln!(f, "  {number:>width$} {what}")?,
                Some(total) if total > 0 => writeln!(f, "  {number:>width$} of {total} {what}")?,
                _ => {}
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_count_has_its_line_and_what_is_not_there_has_none() {
        let full = Coverage {
            events: 118,
            events_with_source: 118,
            events_with_primary_source: 80,
            sources: 90,
            sources_cited: 90,
            passages: 19,
            passages_linked: 18,
            passages_complicated: 7,
            spans: 31,
            cases: 9,
            criteria: 11,
            cells_answered: 98,
        };
        assert_eq!(
            full.to_string(),
            "  118 events\n  118 of 118 events have a source\n   80 of 118 events have a primary source\n\
             \x20  90 sources\n   90 of 90 sources are cited\n   19 passages of the article\n\
             \x20  18 of 19 passages have a linked event\n    7 of 19 passages have a complicating event\n\
             \x20  31 spans of a status\n    9 cases\n   11 criteria\n   98 of 99 cells are answered\n"
        );
        assert_eq!(
            Coverage {
                events: 2,
                ..Coverage::default()
            }
            .to_string()
            .lines()
            .count(),
            3
        );
        assert_eq!(Coverage::default().to_string(), "");
    }
}
