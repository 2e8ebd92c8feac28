//! The timeline that is read, with what is worked out from it once: a reload replaces it as one value.

use std::cell::OnceCell;
use std::sync::{Arc, OnceLock};

use super::picker::{Items, everything};
use super::{View, thread};
use crate::lanes::ages::Ages;
use crate::lanes::plan::Plan;
use crate::selection::facet_index::FacetIndex;
use crate::selection::search::Index;
use crate::timeline::diagnostic::Report;
use crate::timeline::{EventId, Timeline};
use crate::words;

/// What has fewer events is folded at the first letter, within the time of a frame.
const WORTH_A_THREAD: usize = 2_000;

/// A timeline and all that depends on nothing else.
pub struct OpenDocument {
    /// The model, checked.
    pub timeline: Arc<Timeline>,
    /// What is wrong with the file as it is now, while the last good timeline is shown.
    pub broken: Option<Report>,
    /// Whether there is a violation to go to.
    pub has_violations: bool,
    named_in_records: OnceCell<Vec<EventId>>,
    facet_index: Arc<FacetIndex>,
    index: Arc<OnceLock<Index>>,
    things: OnceCell<Items>,
    plan: OnceCell<Plan>,
    ages: OnceCell<Ages>,
}

impl OpenDocument {
    /// Works out what only the timeline decides; costs a pass over all of it.
    #[must_use]
    pub fn new(timeline: Timeline) -> Self {
        // Labels are made from here on, and stay as they were made.
        words::speak(timeline.language, timeline.parties.as_deref());
        OpenDocument {
            has_violations: timeline.events.iter().any(|event| event.breach.is_some()),
            timeline: Arc::new(timeline),
            broken: None,
            facet_index: Arc::default(),
            index: Arc::default(),
            named_in_records: OnceCell::new(),
            things: OnceCell::new(),
            plan: OnceCell::new(),
            ages: OnceCell::new(),
        }
    }

    /// Why there is nothing to show in a view; `None` where there is.
    #[must_use]
    pub fn missing(&self, view: View) -> Option<&'static str> {
        let timeline = &self.timeline;
        match view {
            View::Article if timeline.passages.is_empty() => {
                Some("no article beside this timeline")
            }
            View::Lanes if timeline.spans.is_empty() => Some("no spans to draw as lanes"),
            View::Cases if timeline.cases.is_empty() => Some("no cases to compare"),
            View::Timeline | View::Lanes | View::Article | View::Cases => None,
        }
    }

    /// The file that cannot be shown as it is now, and how much is wrong with it: "timeline.toml: 2 errors",
    /// "timeline.toml is no longer there".
    #[must_use]
    pub fn file_at_fault(&self) -> Option<String> {
        let report = self.broken.as_ref()?;
        // What leads to the file is known to the one who opened it.
        let last = |name: &str| name.rsplit('/').next().unwrap_or(name).to_owned();
        Some(match &report.gone {
            Some(name) => format!("{} is no longer there", last(name)),
            None => format!("{}: {}", last(&report.name), report.tally()),
        })
    }

    /// The events that the records beside the claims name: what `]` walks until something is followed.
    #[must_use]
    pub fn named_in_records(&self) -> &[EventId] {
        self.named_in_records
            .get_or_init(|| thread::named_in_records(&self.timeline))
    }

    /// What can be gone to by its name, with the names folded when the prompt of `:` is first opened.
    #[must_use]
    pub fn things(&self) -> &Items {
        self.things
            .get_or_init(|| everything::things(&self.timeline))
    }

    /// The rows of the lanes, planned when they are first shown.
    pub fn plan(&self) -> &Plan {
        self.plan.get_or_init(|| Plan::new(&self.timeline))
    }

    /// How long every title was kept, worked out when the ages are first shown.
    #[must_use]
    pub fn ages(&self) -> &Ages {
        self.ages.get_or_init(|| Ages::new(&self.timeline))
    }

    /// What all events have of all facets, gathered when a filter first asks for it.
    #[must_use]
    pub fn facet_index(&self) -> &FacetIndex {
        &self.facet_index
    }

    /// The folded text of all events, made at the first search; where it is in the making, that is waited for.
    #[must_use]
    pub fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(&self.timeline))
    }

    /// Is read no more: many events are given back in a thread of their own, so that nobody waits for that.
    pub(super) fn leave(self) {
        if self.timeline.events.len() < WORTH_A_THREAD {
            return;
        }
        let left = (self.timeline, self.index, self.facet_index);
        // Where no thread can be made, they are given back here.
        let thread = std::thread::Builder::new().name("leaving".into());
        drop(thread.spawn(move || drop(left)));
    }

    /// Folds the text of many events in a thread of its own, so that the first letter of a search need not; gathers what
    /// they have behind it, for the first filter.
    pub fn fold_ahead(&self) {
        if self.timeline.events.len() < WORTH_A_THREAD {
            return;
        }
        let (timeline, index) = (Arc::clone(&self.timeline), Arc::clone(&self.index));
        let facet_index = Arc::clone(&self.facet_index);
        let fold = move || {
            // Every thread has its language, and dates are folded in words.
            words::speak(timeline.language, timeline.parties.as_deref());
            index.get_or_init(|| Index::new(&timeline));
            facet_index.gather(&timeline);
        };
        // Where no thread can be made, the first letter takes longer.
        drop(
            std::thread::Builder::new()
                .name("folding".into())
                .spawn(fold),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::selection::search::Query;
    use crate::timeline::samples;

    #[test]
    fn what_is_folded_ahead_is_found_in_the_language_of_the_timeline() {
        let event =
            |at: usize| format!("[[events]]\nid = \"e{at}\"\ndate = \"1914-03\"\ntitle = \"T\"\n");
        let events: String = (0..WORTH_A_THREAD).map(event).collect();
        let head = "format = 1\n[timeline]\ntitle = \"T\"\nlanguage = \"de\"\n";
        let document = OpenDocument::new(samples::read(&format!("{head}{events}")));
        document.fold_ahead();
        let found = |words| {
            document
                .index()
                .find(&Query::new(words), &document.timeline)
                .len()
        };
        assert_eq!(found("März 1914"), WORTH_A_THREAD);
        assert_eq!(found("March"), 0);
        words::speak(None, None);
    }
}
