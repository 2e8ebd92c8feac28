//! What a footnote says of a status on a day, or of an event: the statement, the provision, and the event behind both.
//!
//! The citations that make the lines after these are of a style, and are `citation`'s.

use super::status_at::{Time, guaranteed_by_whom, in_time, in_words, listed, name, violation};
use crate::citation;
use crate::citation::style::{self, Style, StyleError};
use crate::text::capitalised;
use crate::timeline::status_at::{Absence, StatusAt, absence, guarantors, status_during};
use crate::timeline::{CountryId, EventId, HistoricDate, Timeline};
use crate::words::fill;

/// What a footnote says before its citations, and what these cite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footnote {
    /// "Belgium, 1 August 1914: permanent neutrality, guaranteed in 1839 by Prussia and France", and who
    /// violated it when.
    pub statement: String,
    /// "Belgium neutralised, 19 April 1839, Art. VII of the annex".
    pub provision: String,
    /// The event whose sources carry it; none where the timeline has nothing to cite.
    pub event: Option<EventId>,
    /// The violations that the statement tells of, whose sources are cited as well.
    pub violations: Vec<EventId>,
}

impl Footnote {
    /// The statement, the provision, the citation, and the source of each violation: a line each.
    ///
    /// # Errors
    /// When the style has no engine.
    pub fn in_lines(&self, timeline: &Timeline, style: Style) -> Result<String, StyleError> {
        let cited = self
            .event
            .map(|event| first_citation(timeline, event, style));
        let mut lines = vec![
            self.statement.clone(),
            self.provision.clone(),
            cited.transpose()?.unwrap_or_default(),
        ];
        for violation in &self.violations {
            let citation = first_citation(timeline, *violation, style)?;
            if !citation.is_empty() {
                lines.push(fill("On the violation: {0}", &[&citation]));
            }
        }
        let ended = lines.iter().filter(|line| !line.is_empty()).map(|line| {
            let ends = line.ends_with(['.', '!', '?', '”']);
            format!("{line}{}\n", if ends { "" } else { "." })
        });
        Ok(ended.collect())
    }
}

/// The source that carries an event best: the first primary one, else the first.
fn first_citation(timeline: &Timeline, event: EventId, style: Style) -> Result<String, StyleError> {
    let citations = &timeline[event].citations;
    let primary = citations.iter().find(|citation| citation.primary);
    let best = primary.or(citations.first());
    let best = best.map(|citation| timeline[citation.source].id.as_str());
    let work: Vec<_> = citation::works(timeline, &[event])
        .into_iter()
        .filter(|work| Some(work.source.id.as_str()) == best)
        .collect();
    let cited = style::cite(&work, style)?;
    Ok(cited
        .into_iter()
        .map(|cited| cited.reference.unwrap_or(cited.citation))
        .collect())
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
            statement: fill(
                "{0}: no status ({1})",
                &[&subject, &in_words(timeline, absence)],
            ),
            provision: event.map_or_else(String::new, |event| provision(timeline, event, None)),
            event,
            violations: Vec::new(),
        }];
    }
    statuses
        .iter()
        .map(|status_at| of_span(timeline, &subject, status_at, time))
        .collect()
}

fn of_span(timeline: &Timeline, subject: &str, status_at: &StatusAt, time: Time) -> Footnote {
    let span = &timeline[status_at.span];
    let status = lowered(&timeline[span.status].label);
    let held = in_time(timeline, status_at, status);
    let parties: Vec<&str> = guarantors(timeline, status_at.span)
        .map(|party| name(timeline, party))
        .collect();
    let by = match parties.as_slice() {
        [] => String::new(),
        parties => {
            let guaranteed = guaranteed_by_whom(timeline, status_at.span, &listed(parties));
            // A label that says so already is not said twice.
            let repeated = guaranteed
                .split_once(' ')
                .filter(|(verb, _)| held.ends_with(*verb));
            match repeated {
                Some((_, by)) => format!(" {by}"),
                None => format!("; {guaranteed}"),
            }
        }
    };
    let violations: Vec<EventId> = status_at.violated.iter().map(|(event, _)| *event).collect();
    let violated: String = violations
        .iter()
        .map(|event| violation(timeline, status_at.span, *event, Some(time)))
        .map(|violation| format!("; {violation}"))
        .collect();
    Footnote {
        statement: format!("{subject}: {held}{by}{violated}"),
        provision: provision(timeline, span.begins, span.begins_at),
        event: Some(span.begins),
        violations,
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
            None => event
                .texts
                .summary
                .as_deref()
                .unwrap_or_default()
                .to_owned(),
        },
        event: Some(id),
        violations: Vec::new(),
    }
}

/// "Belgium neutralised, 19 April 1839, Art. VII of the annex", with the stage of effect where that has another day.
fn provision(timeline: &Timeline, id: EventId, effect: Option<usize>) -> String {
    let event = &timeline[id];
    let date = event.dates_in_words(effect);
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
    fn within_a_sentence_a_label_begins_small_unless_it_is_an_abbreviation() {
        assert_eq!(lowered("Permanent neutrality"), "permanent neutrality");
        assert_eq!(lowered("EU membership"), "EU membership");
        assert_eq!(lowered("É"), "É");
    }

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
