//! What is no error and yet should be looked at: evidence that is missing, things that nothing uses.

use std::collections::HashSet;
use std::ops::Range;

use crate::timeline::diagnostic::Faults;
use crate::timeline::document::{Document, EventTable};
use crate::timeline::model::Timeline;

/// Asks the rules of a single event.
pub fn event(event: &EventTable, faults: &Faults) {
    if let Some(date) = &event.date
        && date.value.wants_basis()
        && event.basis.is_none()
    {
        let help = "give the reason in one line, as `basis = \"…\"`".to_owned();
        faults.warning(
            &date.span,
            format!(
                "the date \"{}\" is inexact without a basis",
                date.value.written()
            ),
            Some(help),
        );
    }
    if let Some(id) = &event.id
        && event.sources.is_empty()
    {
        let help = "name one, as `sources = [{ source = \"…\", at = \"p. 1\" }]`".to_owned();
        faults.warning(
            &id.span,
            format!("the event `{}` has no source", id.value),
            Some(help),
        );
    }
}

/// Asks the rules of the whole file.
pub fn whole(document: &Document, timeline: &Timeline, faults: &Faults) {
    unused_sources(document, timeline, faults);
    unlinked_passages(document, timeline, faults);
    addresses(document, faults);
}

fn unused_sources(document: &Document, timeline: &Timeline, faults: &Faults) {
    let used: HashSet<usize> = timeline
        .events
        .iter()
        .flat_map(|event| &event.citations)
        .map(|citation| citation.source.index())
        .collect();
    for (at, source) in document.sources.iter().enumerate() {
        if !used.contains(&at) {
            faults.warning(
                &source.id.span,
                format!("no event uses the source `{}`", source.id.value),
                None,
            );
        }
    }
}

fn unlinked_passages(document: &Document, timeline: &Timeline, faults: &Faults) {
    let linked: HashSet<usize> = timeline
        .events
        .iter()
        .flat_map(|event| &event.links)
        .map(|link| link.passage.index())
        .collect();
    for (at, passage) in document.passages.iter().enumerate() {
        if !linked.contains(&at) {
            faults.warning(
                &passage.id.span,
                format!("no event is linked to the passage `{}`", passage.id.value),
                None,
            );
        }
    }
}

/// Links open in a browser, so they are addresses of the web and nothing else.
fn addresses(document: &Document, faults: &Faults) {
    for url in document
        .sources
        .iter()
        .filter_map(|source| source.url.as_ref())
    {
        if !is_web_address(&url.value) {
            not_an_address(&url.span, &url.value, faults);
        }
    }
}

fn not_an_address(span: &Range<usize>, url: &str, faults: &Faults) {
    let help = "an address begins with https:// or http:// and holds no spaces".to_owned();
    faults.error(
        span,
        format!("`{url}` is no address of the web"),
        Some(help),
    );
}

/// Whether a browser may be asked to open it: http or https, a host, nothing but printable ASCII without spaces.
pub fn is_web_address(url: &str) -> bool {
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        rest.starts_with(|first: char| first.is_alphanumeric())
            && url.len() <= 8192
            && url
                .chars()
                .all(|c| !c.is_whitespace() && !c.is_control() && !"\"<>\\^`{|}".contains(c))
    })
}
