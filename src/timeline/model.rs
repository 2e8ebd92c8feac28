//! The model itself: plain data, named as international law and historians name it.

mod cases;
mod changes;
mod event_texts;
mod prose;
mod tours;
mod vocabulary;

use std::collections::HashMap;
use std::ops::Index;

use serde::{Deserialize, Serialize};

use super::HistoricDate;

pub use cases::{Answer, Case, CaseAnswer, Criterion, Outcome};
pub use changes::{Change, ChangeSubject};
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
    SpanId => spans: Span;
    CriterionId => criteria: Criterion;
    CaseId => cases: Case;
    TourId => tours: Tour;
}

/// The contents of a file, checked.
#[derive(Debug, Default, Serialize, Deserialize)]
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
    pub passages: Vec<Passage>,
    /// The places of the events, each once.
    pub places: Vec<String>,
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
    pub sources: Vec<Source>,
    /// Stretches of time that stand over the axis.
    pub eras: Vec<Era>,
    /// In order of time: earliest day, latest day, order of the file.
    pub events: Vec<Event>,
    /// From when to when a country had a status, in the order of the file.
    pub spans: Vec<Span>,
    /// The questions that every case answers, in the order of the file.
    pub criteria: Vec<Criterion>,
    /// The cases that are compared, in the order of the file.
    pub cases: Vec<Case>,
    /// The paths through the record, in the order of the file.
    pub tours: Vec<Tour>,
    /// Corrections, in the order of the file.
    pub changes: Vec<Change>,
    /// Hosts whose texts are not taken for evidence by `check`.
    pub untrusted_hosts: Vec<String>,
    /// First and last year that the events touch.
    pub years: Option<(i32, i32)>,
}

/// The text that the timeline accompanies.
#[derive(Debug, Serialize, Deserialize)]
pub struct Article {
    /// The title of the text.
    pub title: String,
    /// Who wrote it.
    pub author: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was published.
    pub date: Option<HistoricDate>,
    /// Where it can be read; http or https.
    pub url: Option<String>,
}

/// One claim of the article.
#[derive(Debug, Serialize, Deserialize)]
pub struct Passage {
    /// As written in the file.
    pub id: String,
    /// Body paragraph of the article, counted from 1.
    pub paragraph: Option<u32>,
    /// The part of the article's argument that it belongs to.
    pub section: Option<String>,
    /// What it is about, in a few words.
    pub heading: String,
    /// The author's claim, in the timeline's words.
    pub claim: Vec<String>,
    /// What the record shows beside it.
    pub record: Vec<Prose>,
    /// The events that it rests on, in order of time.
    pub events: Vec<(EventId, Stance)>,
}

impl Passage {
    /// "¶6", or a bare "¶" where the paragraph is not given.
    #[must_use]
    pub fn mark(&self) -> String {
        self.paragraph
            .map_or_else(|| "¶".to_owned(), |number| format!("¶{number}"))
    }

    /// The linked events of one stance, in order of time.
    pub fn with_stance(&self, stance: Stance) -> impl Iterator<Item = EventId> {
        self.events
            .iter()
            .filter(move |(_, is)| *is == stance)
            .map(|(event, _)| *event)
    }
}

/// What an event does to the claim that it is linked to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stance {
    /// The event speaks for the claim.
    Supports,
    /// The event speaks against the claim, or limits it.
    Complicates,
    /// The event belongs to the matter and speaks neither way.
    Context,
}

impl Stance {
    /// All, in the order in which a claim lists its events.
    pub const ALL: [Stance; 3] = [Stance::Supports, Stance::Complicates, Stance::Context];

    /// The order beside a claim: what complicates it comes first, since a reader of the claim does not expect it.
    pub const BESIDE_A_CLAIM: [Stance; 3] =
        [Stance::Complicates, Stance::Supports, Stance::Context];

    /// The word in the file and on the screen.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Stance::Supports => "supports",
            Stance::Complicates => "complicates",
            Stance::Context => "context",
        }
    }
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

/// How much an event weighs when there is no room for all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Importance {
    /// A turning point, which survives every zoom.
    High,
    /// What an event is that says nothing else.
    Middle,
    /// A detail.
    Low,
}

impl Importance {
    /// All, the weightiest first.
    pub const ALL: [Importance; 3] = [Importance::High, Importance::Middle, Importance::Low];

    /// The figure in the file: 1 high, 2 middle, 3 low.
    #[must_use]
    pub fn figure(self) -> u8 {
        match self {
            Importance::High => 1,
            Importance::Middle => 2,
            Importance::Low => 3,
        }
    }
}

/// Who violated a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Breach {
    /// A state that had guaranteed it by the act that began it, alone or with others.
    ByGuarantor,
    /// Only states that had not.
    ByOthers,
}

impl Breach {
    /// Both, the weightier first.
    pub const ALL: [Breach; 2] = [Breach::ByGuarantor, Breach::ByOthers];

    /// The word on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Breach::ByGuarantor => "guarantor",
            Breach::ByOthers => "others",
        }
    }
}

/// What happened, with all that the file says of it.
#[derive(Debug, Serialize, Deserialize)]
pub struct Event {
    /// As written in the file.
    pub id: String,
    /// As exact as the record, and no more exact.
    pub date: HistoricDate,
    /// The dates that sources give, where they disagree.
    pub readings: Vec<Reading>,
    /// The same place, by its id.
    pub place_id: Option<PlaceId>,
    /// What happened, in a line.
    pub title: String,
    /// What else is noted of it, in a line.
    pub texts: EventTexts,
    /// What sort of event it is.
    pub kind: Option<KindId>,
    /// What survives zooming out.
    pub importance: Importance,
    /// Who took part, in the order of the file.
    pub parties: Vec<Party>,
    /// Paragraphs.
    pub text: Vec<String>,
    /// The other dates of the same act, in the order of the file.
    pub milestones: Vec<Milestone>,
    /// What carries the event, in the order of the file.
    pub citations: Vec<Citation>,
    /// The claims of the article that it bears on.
    pub links: Vec<ArticleLink>,
    /// Own relations first, then those that other events name, seen from this side.
    pub related: Vec<Relation>,
    /// The statuses of which it begins, ends or violates a span, each once.
    pub statuses: Vec<StatusId>,
    /// Whether it violates a status, and who did so.
    pub breach: Option<Breach>,
    /// Line of the file, counted from 1, on which the event begins.
    pub line: usize,
}

impl Event {
    /// The short title where there is one.
    #[must_use]
    pub fn short_title(&self) -> &str {
        self.texts.short.as_deref().unwrap_or(&self.title)
    }

    /// The date of a milestone, or the event's own.
    fn date_at(&self, milestone: Option<usize>) -> &HistoricDate {
        milestone
            .and_then(|at| self.milestones.get(at))
            .map_or(&self.date, |milestone| &milestone.date)
    }

    /// The parties by their roles, in the order in which the roles appear.
    #[must_use]
    pub fn parties_by_role(&self) -> Vec<(RoleId, Vec<&Party>)> {
        let mut places: HashMap<RoleId, usize> = HashMap::new();
        let mut roles: Vec<(RoleId, Vec<&Party>)> = Vec::new();
        for party in &self.parties {
            let at = *places.entry(party.role).or_insert(roles.len());
            match roles.get_mut(at) {
                Some((_, parties)) => parties.push(party),
                None => roles.push((party.role, vec![party])),
            }
        }
        roles
    }

    /// Whether a country takes part, in a role if one is given.
    #[must_use]
    pub fn involves(&self, country: CountryId, role: Option<RoleId>) -> bool {
        self.parties
            .iter()
            .any(|party| party.country == country && role.is_none_or(|role| party.role == role))
    }
}

/// Who took part in an event, and as what.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Party {
    /// Who it was.
    pub country: CountryId,
    /// What it did there.
    pub role: RoleId,
    /// The name of the state at the time.
    pub called: Option<String>,
}

/// Another date of the same act: signed, ratified, in force, repealed …
#[derive(Debug, Serialize, Deserialize)]
pub struct Milestone {
    /// "signed", "in force": a word of the file.
    pub stage: String,
    /// When the act reached the stage.
    pub date: HistoricDate,
}

/// A date of an event as one source gives it.
#[derive(Debug, Serialize, Deserialize)]
pub struct Reading {
    /// The date that the source has.
    pub date: HistoricDate,
    /// The source that has it.
    pub source: SourceId,
    /// The pinpoint in the source.
    pub at: Option<String>,
}

/// A source with its pinpoint.
#[derive(Debug, Serialize, Deserialize)]
pub struct Citation {
    /// The work that is cited.
    pub source: SourceId,
    /// The pinpoint: a page, an article, a number.
    pub at: Option<String>,
    /// Whether the text itself was read there.
    pub primary: bool,
}

/// What an event does to a claim of the article.
#[derive(Debug, Serialize, Deserialize)]
pub struct ArticleLink {
    /// The claim.
    pub passage: PassageId,
    /// What the event does to it.
    pub stance: Stance,
    /// Why the event bears on the claim, in a sentence.
    pub because: Option<String>,
}

/// How an event is related to another.
#[derive(Debug, Serialize, Deserialize)]
pub struct Relation {
    /// The other event.
    pub event: EventId,
    /// "broken by", "leads to" …: what stands between this event and the other.
    pub label: String,
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
    /// The events that violated it, in the order of the file.
    pub violated_by: Vec<EventId>,
    /// What is contested about its beginning or its end.
    pub contested: Option<String>,
    /// What needs a word about its days.
    pub note: Option<String>,
}

impl Span {
    /// When the status begins: the day of effect where the span names one.
    #[must_use]
    pub fn begin_date<'t>(&self, timeline: &'t Timeline) -> &'t HistoricDate {
        timeline[self.begins].date_at(self.begins_at)
    }

    /// When the status ends; `None` is still in force.
    #[must_use]
    pub fn end_date<'t>(&self, timeline: &'t Timeline) -> Option<&'t HistoricDate> {
        self.ends.map(|event| timeline[event].date_at(self.ends_at))
    }
}

impl Timeline {
    /// The event of an id as written in the file.
    #[must_use]
    pub fn event_called(&self, id: &str) -> Option<EventId> {
        EventId::all(self).find(|event| self[*event].id == id)
    }

    /// The passage that somebody means by its id, or by its paragraph with or without the sign: `6`, `¶6`.
    #[must_use]
    pub fn passage_called(&self, name: &str) -> Option<PassageId> {
        self.passage_of(name, name.trim_start_matches('¶').parse().ok())
    }

    /// As [`Timeline::passage_called`] where a bare number means something else: only `¶6` is a paragraph.
    #[must_use]
    pub fn passage_marked(&self, name: &str) -> Option<PassageId> {
        let number = name.strip_prefix('¶');
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
