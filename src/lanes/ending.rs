//! What stands at the end of a row: how a country's neutrality stands, and how long it lasted.
//!
//! Words only, as exact as the dates of the events behind them.

use crate::timeline::date::elapsed::elapsed;
use crate::timeline::{LegalBasis, SpanId, Timeline};
use crate::words::fill;

/// The end of a row in two lengths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ending {
    /// "75 y · violated 1914"
    pub full: String,
    /// "violated 1914"
    pub short: String,
}

/// The end of a row: of what is in force, the latest, else of the span that weighs most.
#[must_use]
pub fn ending(timeline: &Timeline, spans: &[SpanId], main: SpanId) -> Ending {
    let in_force = spans
        .iter()
        .copied()
        .filter(|span| timeline[*span].ends.is_none())
        .max_by_key(|span| timeline[*span].begins);
    let id = in_force.unwrap_or(main);
    let span = &timeline[id];
    let begin = &span.begin_date;
    let violation = span
        .violated_by
        .iter()
        .min()
        .map(|event| &timeline[*event].date);
    let proposed = timeline[span.status].ground == LegalBasis::Proposal;
    let (lasted, short) = match (violation, span.end_date.as_ref()) {
        (Some(violation), _) => (
            elapsed(begin, violation),
            fill("violated {0}", &[&violation.years_label()]),
        ),
        // How long a draft lay on the table says little.
        (None, Some(_)) if proposed => (None, fill("proposed {0}", &[&begin.years_label()])),
        (None, Some(end)) => (
            elapsed(begin, end),
            fill("ended {0}", &[&end.years_label()]),
        ),
        (None, None) => (None, fill("since {0}", &[&begin.years_label()])),
    };
    Ending {
        full: lasted.map_or_else(|| short.clone(), |lasted| format!("{lasted} · {short}")),
        short,
    }
}
