//! What a timeline can be asked: lines for `:` that have an answer in it.

use crate::timeline::date::Certainty;
use crate::timeline::{CountryId, HistoricDate, LegalBasis, PassageId, SpanId, Stance, Timeline};

/// Lines that `:` understands and that this timeline answers, with what they are about.
#[must_use]
pub fn proposed(timeline: &Timeline) -> Vec<(String, &'static str)> {
    let status = broken_title(timeline).map(|(country, date)| {
        let name = timeline[country].name.to_lowercase();
        (format!("{name} {date}"), "a status, and on whose word")
    });
    let claim = most_complicated(timeline).map(|passage| {
        let mark = timeline[passage].mark();
        (mark, "a claim, beside the record")
    });
    let last_case = timeline.cases.last().map(|case| case.country);
    let only = last_case.map(|country| {
        let name = timeline[country].name.to_lowercase();
        (format!("only {name}"), "one country’s events")
    });
    let year = fullest_year(timeline).map(|year| (year.to_string(), "the fullest year"));
    [status, claim, only, year].into_iter().flatten().collect()
}

/// Of the titles by treaty that were violated the one that had held the longest, and a date shortly before it broke.
fn broken_title(timeline: &Timeline) -> Option<(CountryId, String)> {
    let violated = SpanId::all(timeline).filter_map(|id| {
        let span = &timeline[id];
        let by_treaty = matches!(
            timeline[span.status].ground,
            LegalBasis::Guarantee | LegalBasis::Treaty
        );
        let first = span.violated_by.iter().min().filter(|_| by_treaty)?;
        let (begin, broken) = (&span.begin_date, &timeline[*first].date);
        let held = broken.representative_day() - begin.representative_day();
        Some((held, span.country, broken, begin))
    });
    let (_, country, broken, begin) = violated.max_by_key(|(held, ..)| *held)?;
    // The first of its month where the title held by then, else as exact as the record is.
    let written = broken.written();
    let month = written.get(..7).filter(|_| broken.is_exact_day());
    let first = month.map(|month| format!("{month}-01"));
    let held = |written: &String| {
        let date = HistoricDate::parse(written).ok();
        date.is_some_and(|date| {
            begin.is_before(&date) == Certainty::Yes && date.is_before(broken) == Certainty::Yes
        })
    };
    let date = first.filter(held).unwrap_or_else(|| written.to_owned());
    Some((country, date))
}

/// The claim that the most events complicate.
fn most_complicated(timeline: &Timeline) -> Option<PassageId> {
    let against = |id: &PassageId| timeline[*id].with_stance(Stance::Complicates).count();
    // Of equals the first.
    let most = PassageId::all(timeline).rev().max_by_key(against)?;
    let named = timeline[most].paragraph.is_some() && against(&most) > 0;
    named.then_some(most)
}

/// The year in which the most events begin, where it can be asked for in four figures.
fn fullest_year(timeline: &Timeline) -> Option<i32> {
    timeline
        .fullest_year
        .filter(|year| (0..=9999).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::samples;

    #[test]
    fn what_is_proposed_is_asked_of_what_the_timeline_has() {
        let check = |timeline: &Timeline, expected: &[&str]| {
            let proposed = proposed(timeline);
            let lines: Vec<&str> = proposed.iter().map(|(line, _)| line.as_str()).collect();
            assert_eq!(lines, expected);
        };
        check(
            &samples::cases(),
            &["belgium 1914-08-01", "¶8", "only ukraine", "1914"],
        );
        check(&samples::read(&samples::dated(&["1914"])), &["1914"]);
        // A claim that nothing complicates is no question.
        let claim = "[article]\ntitle = \"T\"\nauthor = \"A\"\n[[article.passages]]\nid = \"p\"\nparagraph = 1\n\
                     heading = \"P\"\nclaim = \"C.\"\n";
        let source = format!("{}{claim}", samples::dated(&["1914"]));
        check(&samples::read(&source), &["1914"]);
        check(&samples::read(&samples::dated(&["-0043-03-15"])), &[]);
    }
}
