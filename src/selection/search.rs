//! Search: words over everything an event says, without case and diacritics.
//!
//! Every event's text is folded once, when the timeline is opened, into one string;
//! a keystroke then costs one pass of `memmem` over it.

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
        for event in &timeline.events {
            for_each_text(event, timeline, &mut |text| {
                fold_into(text, &mut index.folded);
                // Keeps a word from matching across two fields.
                index.folded.push('\n');
            });
            index.starts.push(index.folded.len());
        }
        index
    }

    /// Whether nothing has been folded yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// The events that have every word of the query, in order of time; none for an empty query.
    #[must_use]
    pub fn find(&self, query: &Query, timeline: &Timeline) -> Vec<EventId> {
        // The longest word is the rarest, so it leaves the least to look at for the others.
        let Some(rarest) = query.words.iter().max_by_key(|word| word.len()) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        let mut at = 0;
        let finder = memchr::memmem::Finder::new(rarest);
        while let Some(hit) = self
            .folded
            .get(at..)
            .and_then(|rest| finder.find(rest.as_bytes()))
        {
            let event = self.starts.partition_point(|start| *start <= at + hit) - 1;
            let (Some(start), Some(end)) = (self.starts.get(event), self.starts.get(event + 1))
            else {
                break;
            };
            let text = &self.folded[*start..*end];
            if query.words.iter().all(|word| text.contains(word.as_str())) {
                found.extend(EventId::at(timeline, event));
            }
            at = *end;
        }
        found
    }
}

/// Hands every text of the event that a search looks at to `each`.
fn for_each_text(event: &Event, timeline: &Timeline, each: &mut dyn FnMut(&str)) {
    each(&event.title);
    each(&event.date.label());
    for (_, text) in event_texts() {
        (text.of)(&event.texts).iter().for_each(|text| each(text));
    }
    event.text.iter().for_each(|paragraph| each(paragraph));
    if let Some(kind) = event.kind {
        each(&timeline[kind].label);
    }
    for party in &event.parties {
        let country = &timeline[party.country];
        each(&country.name);
        country.aliases.iter().for_each(|alias| each(alias));
        party.called.iter().for_each(|name| each(name));
    }
    for citation in &event.citations {
        let source = &timeline[citation.source];
        each(&source.title);
        source.authors.iter().for_each(|author| each(author));
        citation.at.iter().for_each(|at| each(at));
    }
    event
        .milestones
        .iter()
        .for_each(|milestone| each(&milestone.stage));
}
