//! Search: words over everything an event says, without case and diacritics.
//!
//! Every event's text is folded once, when the timeline is opened, into one string;
//! a keystroke then costs one pass of `memmem` over it.

use memchr::memmem::Finder;

use crate::text::fold::{fold, fold_into};
use crate::timeline::format::event_texts;
use crate::timeline::{Event, EventId, Timeline};

/// What is looked for: words that must all occur, in any order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    text: String,
    words: Vec<String>,
}

impl Query {
    /// The words of a text, in any case and without diacritics.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let words = fold(text).split_whitespace().map(str::to_owned).collect();
        Query {
            text: text.trim().to_owned(),
            words,
        }
    }

    /// As it was typed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The folded words.
    #[must_use]
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// Whether every word occurs in one of the texts; never for an empty query.
    pub fn is_in<'t>(&self, texts: impl Iterator<Item = &'t str>) -> bool {
        let folded: Vec<String> = texts.map(fold).collect();
        let occurs = |word: &String| folded.iter().any(|text| text.contains(word.as_str()));
        !self.is_empty() && self.words.iter().all(occurs)
    }

    /// Whether one of the words occurs in one of the texts.
    pub fn touches<'t>(&self, mut texts: impl Iterator<Item = &'t str>) -> bool {
        texts.any(|text| {
            let folded = fold(text);
            self.words.iter().any(|word| folded.contains(word.as_str()))
        })
    }

    /// Whether all that it finds was found by another query: every word of that one stands in one of its own.
    #[must_use]
    pub fn narrows(&self, other: &Query) -> bool {
        let is_kept = |word: &String| self.words.iter().any(|own| own.contains(word.as_str()));
        !other.is_empty() && other.words.iter().all(is_kept)
    }

    /// Whether it has no word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

/// The folded text of all events.
#[derive(Debug, Default)]
pub struct Index {
    folded: String,
    /// Where the text of each event begins; one more at the end.
    starts: Vec<usize>,
}

impl Index {
    /// Folds the texts of all events; costs a pass over all of them.
    #[must_use]
    pub fn new(timeline: &Timeline) -> Self {
        let mut index = Index {
            folded: String::new(),
            starts: vec![0],
        };
        let shared = SharedTexts::new(timeline);
        for event in &timeline.events {
            fold_event(event, &shared, &mut index.folded);
            index.starts.push(index.folded.len());
        }
        index
    }

    /// The events that have every word of the query, in order of time; none for an empty query.
    #[must_use]
    pub fn find(&self, query: &Query, timeline: &Timeline) -> Vec<EventId> {
        // The longest word is the rarest, so it leaves the least to look at for the others.
        let Some(rarest) = query.words.iter().max_by_key(|word| word.len()) else {
            return Vec::new();
        };
        let others: Vec<Finder> = query
            .words
            .iter()
            .filter(|word| *word != rarest)
            .map(Finder::new)
            .collect();
        let (text, finder) = (self.folded.as_bytes(), Finder::new(rarest));
        let mut found = Vec::new();
        // The hits come in order, and so do the events in which they lie.
        let (mut at, mut event) = (0, 0);
        while let Some(hit) = text.get(at..).and_then(|rest| finder.find(rest)) {
            let ends_before = |end: &usize| *end <= at + hit;
            while self.starts.get(event + 1).is_some_and(ends_before) {
                event += 1;
            }
            let Some(text) = self.text(event) else {
                break;
            };
            if others.iter().all(|other| other.find(text).is_some()) {
                found.extend(EventId::at(timeline, event));
            }
            event += 1;
            at = self.starts.get(event).copied().unwrap_or(usize::MAX);
        }
        found
    }

    /// The same among events that a query has found which this one [narrows](Query::narrows).
    #[must_use]
    pub fn find_among(
        &self,
        before: &[EventId],
        query: &Query,
        timeline: &Timeline,
    ) -> Vec<EventId> {
        // To begin anew at every event is slower than to run through all.
        if before.len() > timeline.events.len() / 4 {
            return self.find(query, timeline);
        }
        let words: Vec<Finder> = query.words.iter().map(Finder::new).collect();
        let has_all = |event: &EventId| {
            let text = self.text(event.index()).unwrap_or_default();
            words.iter().all(|word| word.find(text).is_some())
        };
        before.iter().copied().filter(has_all).collect()
    }

    /// The folded text of an event, by its place.
    fn text(&self, event: usize) -> Option<&[u8]> {
        let (start, end) = (self.starts.get(event)?, self.starts.get(event + 1)?);
        self.folded.as_bytes().get(*start..*end)
    }
}

/// What events share, folded once: everything by its place in the timeline.
struct SharedTexts {
    kinds: Vec<String>,
    countries: Vec<String>,
    sources: Vec<String>,
}

impl SharedTexts {
    fn new(timeline: &Timeline) -> Self {
        fn all<'t>(texts: impl Iterator<Item = &'t String>) -> String {
            let mut folded = String::new();
            texts.for_each(|text| fold_line(text, &mut folded));
            folded
        }
        let kinds = timeline.kinds.iter();
        let countries = timeline.countries.iter();
        let sources = timeline.sources.iter();
        SharedTexts {
            kinds: kinds.map(|kind| all([&kind.label].into_iter())).collect(),
            countries: countries
                .map(|country| all([&country.name].into_iter().chain(&country.aliases)))
                .collect(),
            sources: sources
                .map(|source| all([&source.title].into_iter().chain(&source.authors)))
                .collect(),
        }
    }
}

/// Appends every text of the event that a search looks at.
fn fold_event(event: &Event, shared: &SharedTexts, folded: &mut String) {
    fold_line(&event.title, folded);
    fold_line(&event.date.label(), folded);
    for (_, text) in event_texts() {
        (text.of)(&event.texts)
            .iter()
            .for_each(|text| fold_line(text, folded));
    }
    let paragraphs = event.text.iter();
    paragraphs.for_each(|paragraph| fold_line(paragraph, folded));
    let kind = event.kind.and_then(|kind| shared.kinds.get(kind.index()));
    kind.into_iter().for_each(|kind| folded.push_str(kind));
    for party in &event.parties {
        let country = shared.countries.get(party.country.index());
        country.into_iter().for_each(|names| folded.push_str(names));
        party.called.iter().for_each(|name| fold_line(name, folded));
    }
    for citation in &event.citations {
        let source = shared.sources.get(citation.source.index());
        source.into_iter().for_each(|texts| folded.push_str(texts));
        citation.at.iter().for_each(|at| fold_line(at, folded));
    }
    let milestones = event.milestones.iter();
    milestones.for_each(|milestone| fold_line(&milestone.stage, folded));
}

/// Appends a text on a line of its own, so that no word matches across two of them.
fn fold_line(text: &str, folded: &mut String) {
    fold_into(text, folded);
    folded.push('\n');
}
