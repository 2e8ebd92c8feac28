//! What a footnote says of a status on a day, or of an event: the statement, the provision, and the event behind both.
//!
//! The citation that makes the third line is of a style, and is `citation`'s.

use super::status_at::{Time, in_words, listed, name};
use crate::text::capitalised;
use crate::timeline::date::Certainty;
use crate::timeline::status_at::{Absence, StatusAt, absence, guarantors, status_during};
use crate::timeline::{CountryId, EventId, HistoricDate, Timeline};

/// The first two lines of a footnote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footnote {
    /// "Belgium, 1 August 1914: permanent neutrality, guaranteed, by Prussia and France".
    pub statement: String,
    /// "Belgium neutralised, 19 April 1839, Art. VII of the annex".
    pub provision: String,
    /// The event whose sources carry it; none where the timeline has nothing to cite.
    pub event: Option<EventId>,
}

/// A footnote for every status that a country had at a time, or one for why it had none.
#[must_use]
pub fn of_status(
    timeline: &Timeline,
    country: CountryId,
    at: &HistoricDate,
    time: Time,
) -> Vec<Footnote> {
    let statuses = status_during(timeline, country, time.0, time.1);
    let subject = format!("{}, {}", timeline[country].name, at.label());
    if statuses.is_empty() {
        let absence = absence(timeline, country, time.0);
        let event = match absence {
            Absence::NotYet(span) => Some(timeline[span].begins),
            Absence::Ended(span) => timeline[span].ends,
            Absence::Never => None,
        };
        return vec![Footnote {
            statement: format!("{subject}: no status ({})", in_words(timeline, absence)),
            provision: event.map_or_else(String::new, |event| provision(timeline, event, None)),
            event,
        }];
    }
    statuses
        .iter()
        .map(|status_at| of_span(timeline, &subject, status_at))
        .collect()
}

fn of_span(timeline: &Timeline, subject: &str, status_at: &StatusAt) -> Footnote {
    let span = &timeline[status_at.span];
    let status = lowered(&timeline[span.status].label);
    let perhaps = match status_at.holds {
        Certainty::Possibly => ", possibly",
        _ => "",
    };
    let parties: Vec<&str> = guarantors(timeline, status_at.span)
        .map(|party| name(timeline, party))
        .collect();
    let by = match parties.as_slice() {
        [] => String::new(),
        parties => format!("; guarantors: {}", listed(parties)),
    };
    Footnote {
        statement: format!("{subject}: {status}{perhaps}{by}"),
        provision: provision(timeline, span.begins, Some(span.begin_date(timeline))),
        event: Some(span.begins),
    }
}

/// A footnote for an event: its date and what happened, by whom.
#[must_use]
pub fn of_event(timeline: &Timeline, id: EventId) -> Footnote {
    let event = &timeline[id];
    let place = event.texts.place.as_ref();
    let place = place.map_or_else(String::new, |place| format!(", {place}"));
    Footnote {
        statement: format!("{}, {}{place}", event.title, event.date.label()),
        provision: match &event.texts.provision {
            Some(provision) => capitalised(provision),
            None => event.texts.summary.clone().unwrap_or_default(),
        },
        event: Some(id),
    }
}

/// "Belgium neutralised, 8 June 1839, Art. VII of the annex": the day of effect where it is another.
fn provision(timeline: &Timeline, id: EventId, effect: Option<&HistoricDate>) -> String {
    let event = &timeline[id];
    let date = effect.unwrap_or(&event.date).label();
    let provision = event.texts.provision.as_ref();
    let provision = provision.map_or_else(String::new, |provision| format!(", {provision}"));
    // The short title may end with the year that the date repeats; the long one names the act.
    format!("{}, {date}{provision}", event.title)
}

/// A label within a sentence: "permanent neutrality, guaranteed", but "EU membership".
fn lowered(label: &str) -> String {
    let mut characters = label.chars();
    match (characters.next(), characters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            format!("{}{}", first.to_lowercase(), characters.as_str())
        }
        _ => label.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::samples;
    use crate::timeline::status_at::bounds;

    #[test]
    fn a_status_is_told_in_two_lines() {
        let timeline = samples::lanes();
        let check = |country: &str, at: &str, expected: &str| {
            let country = timeline.country_called(country).unwrap();
            let at = HistoricDate::parse(at).unwrap();
            let notes = of_status(&timeline, country, &at, bounds(&at));
            let statements: Vec<&str> = notes.iter().map(|note| note.statement.as_str()).collect();
            assert!(
                statements.join("\n").starts_with(expected),
                "{statements:?}"
            );
        };
        check(
            "belgium",
            "1900-01-01",
            "Belgium, 1 January 1900: guaranteed",
        );
        check("belgium", "1830", "Belgium, 1830: no status (not yet: ");
        check(
            "france",
            "1900",
            "France, 1900: no status (none in this timeline)",
        );
    }
}
