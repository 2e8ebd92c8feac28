//! How an event, a claim, a source and a date are named anywhere on the page: as a link where the page has what is named.

use maud::{Markup, html};

use super::super::Extract;
use super::super::markdown::anchor;
use crate::timeline::{EventId, HistoricDate, PassageId, SourceId};

/// A citation that leads to the entry of its source, where the page has one.
pub(super) fn to_source(extract: &Extract, source: SourceId, citation: &str) -> Markup {
    let id = &extract.timeline[source].id;
    html! {
        @if extract.has_sources() { a href=(format!("#{}", anchor("source", id))) { (citation) } }
        @else { (citation) }
    }
}

/// The name of a claim, as a link where the page has it.
pub(super) fn to_passage(extract: &Extract, passage: PassageId, name: &str) -> Markup {
    html! {
        @if extract.has_passage(passage) {
            a href=(format!("#{}", anchor("passage", &extract.timeline[passage].id))) { (name) }
        } @else { (name) }
    }
}

/// The title of an event, as a link where the page has it.
pub(super) fn named(extract: &Extract, id: EventId) -> Markup {
    let event = &extract.timeline[id];
    html! {
        @if extract.has(id) { a href=(format!("#{}", anchor("event", &event.id))) { (event.title) } }
        @else { (event.title) }
    }
}

/// A date in words; `<time>` knows days, months and years only, so what is less exact is none.
pub(super) fn date(date: &HistoricDate) -> Markup {
    html! {
        @match machine_date(date) {
            Some(machine) => time datetime=(machine) { (date.label()) },
            None => span.date title=(format!("EDTF {}", date.written())) { (date.label()) },
        }
    }
}

/// The date as HTML writes it, where it can; HTML has no years before 1.
fn machine_date(date: &HistoricDate) -> Option<&str> {
    let written = date.written();
    let plain = matches!(written.len(), 4 | 7 | 10)
        && written
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'-');
    let month: u8 = written
        .get(5..7)
        .map_or(Some(1), |month| month.parse().ok())?;
    (plain && date.year() > 0 && (1..=12).contains(&month) && !written.starts_with('-'))
        .then_some(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_dates_are_dates_to_a_browser() {
        let check = |edtf: &str, expected: Option<&str>| {
            let date = HistoricDate::parse(edtf).unwrap();
            assert_eq!(machine_date(&date), expected, "{edtf}");
        };
        check("1839-04-19", Some("1839-04-19"));
        check("1839-04", Some("1839-04"));
        check("1839", Some("1839"));
        check("1907~", None);
        check("183X", None);
        check("1947-21", None);
        check("1914/1918", None);
        check("-0043", None);
        check("0000", None);
    }
}
