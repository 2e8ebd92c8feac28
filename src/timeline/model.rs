//! The model itself: plain data, named as international law and historians name it.

mod article;
mod cases;
mod changes;
mod deferred;
mod event;
mod event_texts;
#[cfg(test)]
pub(crate) mod looked_at;
mod packed;
mod prose;
mod tours;
mod vocabulary;

use crate::words::Language;
use std::ops::{Index, Range};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::HistoricDate;

pub use article::{Article, Passage, Stance};
pub use cases::{Answer, Case, CaseAnswer, Criterion, Outcome};
pub use changes::{Change, ChangeSubject};
pub use deferred::Deferred;
pub use event::{
    ArticleLink, Breach, Citation, Event, EventDetails, Image, ImageFile, Importance, Milestone,
    OwnDetails, Party, Reading, Relation,
};
pub use event_texts::EventTexts;
pub use prose::{Evidence, EvidenceMark, Prose};
pub use tours::{Stop, StopView, Tour};
pub use vocabulary::{
    Country, Kind, LegalBasis, Order, RelationWord, Role, RolePart, Stage, Status,
};

/// Declares an id: the index of an item in its list in the [`Timeline`], cheap to copy, never out of range.
macro_rules! ids {
    ($($(#[$doc:meta])* $id:ident => $list:ident: $item:ty;)*) => {$(
        $(#[$doc])*
        /// The position of one item in its list of the timeline; it means nothing in another timeline.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $id(pub(super) u32);

        impl $id {
            /// The index in the list, counted from 0.
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }

            pub(super) fn new(index: usize) -> Self {
                $id(u32::try_from(index).unwrap_or(u32::MAX))
            }

            /// The id at an index of the list; `None` past its end.
            #[must_use]
            pub fn at(timeline: &Timeline, index: usize) -> Option<Self> {
                (index < timeline.$list.len()).then(|| Self::new(index))
            }

            /// All ids of a timeline, in its order.
            pub fn all(timeline: &Timeline) -> impl DoubleEndedIterator<Item = Self> + use<> {
                (0..timeline.$list.len()).map(Self::new)
            }
        }

        impl Index<$id> for Timeline {
            type Output = $item;

            fn index(&self, id: $id) -> &$item {
                #[cfg(test)]
                looked_at::count();
                &self.$list[id.index()]
            }
        }
    )*};
}

ids! {
    /// An event; their order is the order of time.
    EventId => events: Event;
    CountryId => countries: Country;
    KindId => kinds: Kind;
    RoleId => roles: Role;
    StatusId => statuses: Status;
    SourceId => sources: Source;
    /// A passage of the article, in the order of the article.
    PassageId => passages: Passage;
    /// A place at which events happened, in the order of the alphabet.
    PlaceId => places: String;
    /// A word of the author's own for events, in the order of the alphabet.
    TagId => tags: String;
    SpanId => spans: Span;
    CriterionId => criteria: Criterion;
    CaseId => cases: Case;
    TourId => tours: Tour;
}

/// The contents of a file, checked.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Timeline {
    /// What stands at the top of the screen.
    pub title: String,
    /// What the timeline is about, in a sentence.
    pub summary: Option<String>,
    /// The countries whose lanes come first, in their order.
    pub lanes: Vec<CountryId>,
    /// The text that it accompanies.
    pub article: Option<Article>,
    /// The claims of the article, in its order.
    pub passages: Deferred<Vec<Passage>>,
    /// The places of the events, each once.
    pub places: Vec<String>,
    /// The tags of the events, each once.
    pub tags: Vec<String>,
    /// What whoever takes part is called, if not countries: "States", "People".
    pub parties: Option<String>,
    /// The language of the program’s own words about it.
    pub language: Option<Language>,
    /// Whoever takes part in the events, in the order of the file.
    pub countries: Vec<Country>,
    /// The kinds of events, in the order of the file.
    pub kinds: Vec<Kind>,
    /// The roles of countries in events, in the order of the file.
    pub roles: Vec<Role>,
    /// What a country can be for a time, in the order of the file.
    pub statuses: Vec<Status>,
    /// The words for how one event is related to another.
    pub relations: Vec<RelationWord>,
    /// The stages of acts that the file defines; milestones may name others.
    pub stages: Vec<Stage>,
    /// The works that are cited, in the order of the file.
    #[serde(with = "packed::sources")]
    pub sources: Vec<Deferred<Box<Source>>>,
    /// Stretches of time that stand over the axis.
    pub eras: Vec<Era>,
    /// In order of time: earliest day, latest day, order of the file.
    #[serde(with = "packed::events")]
    pub events: Vec<Event>,
    /// From when to when a country had a status, in the order of the file.
    pub spans: Vec<Span>,
    /// The questions that every case answers, in the order of the file.
    pub criteria: Vec<Criterion>,
    /// The cases that are compared, in the order of the file.
    pub cases: Deferred<Vec<Case>>,
    /// The paths through the record, in the order of the file.
    pub tours: Deferred<Vec<Tour>>,
    /// Filters with names, in the order of the file.
    pub filters: Vec<NamedFilter>,
    /// Corrections, in the order of the file.
    pub changes: Deferred<Vec<Change>>,
    /// Hosts whose texts are not taken for evidence by `check`.
    pub untrusted_hosts: Vec<String>,
    /// The files that it was read from, each with the byte at which its text begins; none of what came through a pipe.
    #[serde(skip)]
    pub files: Vec<(usize, PathBuf)>,
    /// First and last year that the events touch.
    pub years: Option<(i32, i32)>,
    /// The year in which the most events begin, the first of equals.
    pub fullest_year: Option<i32>,
}

/// A filter with a name.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct NamedFilter {
    /// By which it is asked for.
    pub id: String,
    /// What it leaves, in a few words.
    pub title: Option<String>,
    /// As flags of the command line.
    pub flags: String,
    /// Where the id stands, in bytes of the file.
    pub id_at: Range<usize>,
    /// Where the flags stand.
    pub flags_at: Range<usize>,
}

/// A work that is cited, in the fields of Hayagriva (<https://github.com/typst/hayagriva>).
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Source {
    /// As written in the file.
    pub id: String,
    /// Hayagriva's entry type, in lower case: "book", "legislation", "web" …
    pub kind: String,
    /// The title of the work.
    pub title: String,
    /// "Family, Given", or an organisation as it is called.
    pub authors: Vec<String>,
    /// "Family, Given", or a body under its one name.
    pub editors: Vec<String>,
    /// When it was published, as exact as the file has it.
    pub date: Option<HistoricDate>,
    /// Where it can be read; http or https.
    pub url: Option<String>,
    /// The remaining fields as written, in the order of the file: publisher, volume, parent-title …
    pub fields: Vec<(String, String)>,
}

impl Source {
    /// One of the remaining fields.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }
}

/// A stretch of time behind the lanes, as a war.
#[derive(Debug, Serialize, Deserialize)]
pub struct Era {
    /// As it stands over the axis.
    pub title: String,
    /// From when to when.
    pub date: HistoricDate,
}

/// A status of a country from one event to another.
#[derive(Debug, Serialize, Deserialize)]
pub struct Span {
    /// Whose status it is.
    pub country: CountryId,
    /// What the country was.
    pub status: StatusId,
    /// The event that began it.
    pub begins: EventId,
    /// The milestone of that event on whose date the span begins; `None` is the event's own date.
    pub begins_at: Option<usize>,
    /// `None`: still in force.
    pub ends: Option<EventId>,
    /// The milestone of that event whose date counts, by its position; `None` is the event’s own date.
    pub ends_at: Option<usize>,
    /// When the status begins: the day of effect where the span names one.
    pub begin_date: HistoricDate,
    /// When the status ends; `None` is still in force.
    pub end_date: Option<HistoricDate>,
    /// The events that violated it, in the order of the file.
    pub violated_by: Vec<EventId>,
    /// What is contested about its beginning or its end.
    pub contested: Option<String>,
    /// What needs a word about its days.
    pub note: Option<String>,
}

impl Timeline {
    /// The file that has this byte of the timeline.
    #[must_use]
    pub fn file_with(&self, at: usize) -> Option<&Path> {
        let mut before = self.files.iter().rev().filter(|(start, _)| *start <= at);
        before.next().map(|(_, file)| file.as_path())
    }

    /// The event of an id as written in the file.
    #[must_use]
    pub fn event_called(&self, id: &str) -> Option<EventId> {
        EventId::all(self).find(|event| self[*event].id == id)
    }

    /// The passage that somebody means by its id, or by its paragraph with or without the sign: `6`, `¶6`, and `#6` as
    /// ASCII draws it.
    #[must_use]
    pub fn passage_called(&self, name: &str) -> Option<PassageId> {
        self.passage_of(name, name.trim_start_matches(['¶', '#']).parse().ok())
    }

    /// As [`Timeline::passage_called`] where a bare number means something else: only `¶6` is a paragraph.
    #[must_use]
    pub fn passage_marked(&self, name: &str) -> Option<PassageId> {
        let number = name.strip_prefix(['¶', '#']);
        self.passage_of(name, number.and_then(|number| number.trim().parse().ok()))
    }

    fn passage_of(&self, id: &str, paragraph: Option<u32>) -> Option<PassageId> {
        PassageId::all(self).find(|passage| {
            let passage = &self[*passage];
            passage.id == id || (paragraph.is_some() && passage.paragraph == paragraph)
        })
    }

    /// Why an event bears on a claim, where the file says so.
    #[must_use]
    pub fn because(&self, event: EventId, passage: PassageId) -> Option<&str> {
        let mut links = self[event].links.iter();
        let link = links.find(|link| link.passage == passage)?;
        link.because.as_deref()
    }

    /// The country that somebody means by an id, a name, a code or an alias, in any case and without diacritics.
    #[must_use]
    pub fn country_called(&self, name: &str) -> Option<CountryId> {
        use crate::text::fold::fold;
        let wanted = fold(name.trim());
        CountryId::all(self)
            .find(|id| {
                let Country {
                    id,
                    name,
                    code,
                    aliases: _,
                    spans: _,
                } = &self[*id];
                [id, name, code]
                    .into_iter()
                    .any(|part| fold(part) == wanted)
            })
            .or_else(|| {
                CountryId::all(self)
                    .find(|id| self[*id].aliases.iter().any(|alias| fold(alias) == wanted))
            })
    }

    /// The year in which the most events begin; found once, as well.
    pub(super) fn find_fullest_year(&self) -> Option<i32> {
        let years = self.events.chunk_by(|a, b| a.date.year() == b.date.year());
        let fullest = years.rev().max_by_key(|events| events.len())?;
        fullest.first().map(|event| event.date.year())
    }

    /// First and last year that the events touch; found once, since it asks every event.
    pub(super) fn find_years(&self) -> Option<(i32, i32)> {
        use chrono::Datelike;
        let years = || {
            let ends = |event: &Event| [event.date.earliest(), event.date.latest()];
            self.events
                .iter()
                .flat_map(ends)
                .flatten()
                .map(|day| day.year())
        };
        years().min().zip(years().max())
    }
}
