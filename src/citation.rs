//! Citations: the sources of events, and the events themselves, as scholars and their programs cite them.
//!
//! ```text
//! Timeline ─▶ works ─▶ csl_json ─▶ style (a CSL engine, behind the feature `citations`)
//!                 ├─▶ bibtex
//!                 └─▶ ris
//! ```
//!
//! A work becomes an entry of a citation library only here and only when it is cited; reading and drawing the
//! timeline need none of this. The line that a pane shows of a source is `page::citation`.

pub mod bibtex;
pub mod csl_json;
pub mod entry;
pub mod event;
pub mod identifier;
pub mod language;
pub mod pinpoint;
pub mod ris;
pub mod style;

use std::collections::{HashMap, HashSet};

use crate::timeline::{EventId, Evidence, Source, SourceId, Timeline};

/// A source with the pinpoints in it that are cited.
#[derive(Debug)]
pub struct Work<'t> {
    /// The work itself.
    pub source: &'t Source,
    /// "vol. II, no. 183": as the timeline has them, in the order in which they are cited.
    pub pinpoints: Vec<&'t str>,
}

impl Work<'_> {
    /// All pinpoints in one phrase; `None` for a source that is cited without one.
    #[must_use]
    pub fn at(&self) -> Option<String> {
        (!self.pinpoints.is_empty()).then(|| self.pinpoints.join("; "))
    }
}

/// The works that events cite, each once, in the order in which they are first cited.
#[must_use]
pub fn works<'t>(timeline: &'t Timeline, events: &[EventId]) -> Vec<Work<'t>> {
    let cited = events.iter().flat_map(|event| cited_by(timeline, *event));
    each_once(timeline, cited)
}

/// The works behind what carries a text: the sources that it names, and those of the events.
#[must_use]
pub fn works_behind<'t>(timeline: &'t Timeline, carried_by: &'t [Evidence]) -> Vec<Work<'t>> {
    let cited = carried_by.iter().flat_map(|evidence| match evidence {
        Evidence::Event(event) => cited_by(timeline, *event).collect(),
        Evidence::Source(source, at) => vec![(*source, at.as_deref())],
    });
    each_once(timeline, cited)
}

/// A source with the pinpoint that is cited of it.
type CitedPlace<'t> = (SourceId, Option<&'t str>);

/// What an event cites, in its order.
fn cited_by(timeline: &Timeline, event: EventId) -> impl Iterator<Item = CitedPlace<'_>> {
    let citations = timeline[event].citations.iter();
    citations.map(|citation| (citation.source, citation.at.as_deref()))
}

/// Each source with all its pinpoints.
fn each_once<'t>(
    timeline: &'t Timeline,
    cited: impl Iterator<Item = CitedPlace<'t>>,
) -> Vec<Work<'t>> {
    let mut works: Vec<Work> = Vec::new();
    let mut places: HashMap<SourceId, usize> = HashMap::new();
    let mut known: HashSet<CitedPlace> = HashSet::new();
    for (id, pinpoint) in cited {
        let at = *places.entry(id).or_insert_with(|| {
            works.push(Work {
                source: &timeline[id],
                pinpoints: Vec::new(),
            });
            works.len() - 1
        });
        if let Some(pinpoint) = pinpoint
            && known.insert((id, Some(pinpoint)))
            && let Some(work) = works.get_mut(at)
        {
            work.pinpoints.push(pinpoint);
        }
    }
    works
}
