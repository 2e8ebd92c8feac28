//! An event with what it carries: parties, milestones, readings of its date, citations, links and relations.

use std::collections::HashMap;
use std::ops::{Deref, Range};
use std::sync::Arc;

use compact_str::CompactString;
use serde::{Deserialize, Serialize};

use super::{
    CountryId, Deferred, EventId, EventTexts, KindId, PassageId, PlaceId, RoleId, SourceId, Stance,
    StatusId, TagId, packed,
};
use crate::timeline::HistoricDate;

/// How much an event weighs when there is no room for all.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Importance {
    /// A turning point, which survives every zoom.
    High,
    /// What an event is that says nothing else.
    #[default]
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

/// What happened: what is asked of all events at once, and in `details` what only those are asked that are looked at.
///
/// Packed without what is deferred, which the list of the events packs behind all of them.
#[derive(Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Event {
    /// As written in the file.
    #[serde(deserialize_with = "packed::unmoved")]
    pub id: CompactString,
    /// As exact as the record, and no more exact.
    pub date: HistoricDate,
    /// Where it happened, by the id of the place.
    pub place_id: Option<PlaceId>,
    /// What happened, in a line.
    #[serde(deserialize_with = "packed::unmoved")]
    pub title: CompactString,
    /// What sort of event it is.
    pub kind: Option<KindId>,
    /// What survives zooming out.
    pub importance: Importance,
    /// Who took part, in the order of the file.
    pub parties: Box<[Party]>,
    /// Words of the author's own, by which it is found.
    pub tags: Box<[TagId]>,
    /// The statuses of which it begins, ends or violates a span, each once.
    pub statuses: Box<[StatusId]>,
    /// Whether it violates a status, and who did so.
    pub breach: Option<Breach>,
    /// Line of the file, counted from 1, on which the event begins.
    pub line: u32,
    /// All else, which reads as if it stood here.
    #[serde(skip)]
    pub details: Deferred<Box<EventDetails>>,
}

/// What else the file says of an event.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct EventDetails {
    /// The other dates of the same act, in the order of the file.
    pub milestones: Box<[Milestone]>,
    /// The claims of the article that it bears on.
    pub links: Box<[ArticleLink]>,
    /// The dates that sources give, where they disagree.
    pub readings: Box<[Reading]>,
    /// What carries the event, in the order of the file.
    pub citations: Box<[Citation]>,
    /// Own relations first, then those that other events name, seen from this side.
    pub related: Box<[Relation]>,
    /// A picture of it.
    pub image: Option<Box<Image>>,
    /// What is the same wherever the event stands; it too reads as if it stood here.
    #[serde(with = "shared")]
    pub own: Arc<OwnDetails>,
}

/// What an event says that names nothing else and has no place in the file: it is the same whatever stands around it, and
/// so is never copied.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct OwnDetails {
    /// What else is noted of it, in a line.
    pub texts: EventTexts,
    /// Paragraphs.
    pub text: Box<[Box<str>]>,
}

impl Deref for EventDetails {
    type Target = OwnDetails;

    fn deref(&self) -> &OwnDetails {
        &self.own
    }
}

/// What is shared is packed as what it is.
mod shared {
    use super::{Arc, Deserialize, OwnDetails, Serialize};
    use serde::{Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(
        own: &Arc<OwnDetails>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        own.as_ref().serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Arc<OwnDetails>, D::Error> {
        OwnDetails::deserialize(deserializer).map(Arc::new)
    }
}

impl Deref for Event {
    type Target = EventDetails;

    fn deref(&self) -> &EventDetails {
        &self.details
    }
}

impl Event {
    /// The short title where there is one.
    #[must_use]
    pub fn short_title(&self) -> &str {
        self.texts.short.as_deref().unwrap_or(&self.title)
    }

    /// "19 April 1839", or with the stage that counts "1 July 2010, in force 20 July 2010".
    #[must_use]
    pub fn dates_in_words(&self, milestone: Option<usize>) -> String {
        let own = self.date.label();
        match milestone.and_then(|at| self.milestones.get(at)) {
            Some(milestone) if milestone.date != self.date => {
                format!("{own}, {} {}", milestone.stage, milestone.date.label())
            }
            _ => own,
        }
    }

    /// The date of a milestone, or the event's own.
    pub(in crate::timeline) fn date_at(&self, milestone: Option<usize>) -> &HistoricDate {
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

/// A picture that belongs to an event; the program links to it and fetches nothing.
#[derive(Debug, Serialize, Deserialize)]
pub struct Image {
    /// Where it can be seen; http or https.
    pub url: Option<String>,
    /// The picture itself, beside the timeline. One of the two is there.
    pub file: Option<ImageFile>,
    /// What can be seen, in words.
    pub alt: Option<String>,
    /// Who made it, and who keeps it.
    pub credit: Option<String>,
}

/// The file of a picture, as the timeline names it.
#[derive(Debug, Serialize, Deserialize)]
pub struct ImageFile {
    /// The way to it from the folder of the file that names it.
    pub written: String,
    /// Where that stands, in bytes of the timeline.
    pub at: Range<usize>,
}

impl Image {
    /// What can be seen and whose it is, or where it is where neither is said.
    #[must_use]
    pub fn in_words(&self) -> String {
        let parts: Vec<&str> = [&self.alt, &self.credit]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        match parts.is_empty() {
            true => self.place().to_owned(),
            false => parts.join(" · "),
        }
    }

    /// The name of its file, unless that is all that is said of it.
    #[must_use]
    pub fn file_beside_words(&self) -> Option<&str> {
        let file = self.file.as_ref()?.written.as_str();
        (file != self.in_words()).then_some(file)
    }

    /// Its address, or the name of its file.
    #[must_use]
    pub fn place(&self) -> &str {
        let file = self.file.as_ref().map(|file| file.written.as_str());
        self.url.as_deref().or(file).unwrap_or_default()
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
    pub called: Option<Box<str>>,
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
    pub at: Option<Box<str>>,
}

/// A source with its pinpoint.
#[derive(Debug, Serialize, Deserialize)]
pub struct Citation {
    /// The work that is cited.
    pub source: SourceId,
    /// The pinpoint: a page, an article, a number.
    pub at: Option<Box<str>>,
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
    pub because: Option<Box<str>>,
}

/// How an event is related to another.
#[derive(Debug, Serialize, Deserialize)]
pub struct Relation {
    /// The other event.
    pub event: EventId,
    /// "broken by", "leads to" …: what stands between this event and the other.
    pub label: String,
}
