//! A single event: its own rules, and its references but for those to other events.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use super::{Names, primary, rules, sources};
use crate::timeline::HistoricDate;
use crate::timeline::diagnostic::Faults;
use crate::timeline::document::{
    CitationTable, Document, EventTable, ImageTable, LinkTable, MilestoneTable, PartyTable,
    ReadingTable, Reference,
};
use crate::timeline::model::{
    ArticleLink, Citation, CountryId, Event, EventDetails, Image, ImageFile, KindId, Milestone,
    Party, PassageId, Reading, RoleId, SourceId,
};
use crate::timeline::shares;
use crate::timeline::table_reader::{Located, all};

/// What is known of the rest of the file where an event is checked.
pub(in crate::timeline) struct EventChecks<'d> {
    names: &'d Names,
    /// Sources of which a note says that they were not read.
    unread: HashSet<&'d str>,
}

/// The events that an event is related to, as it names them.
pub(super) type NamedRelations = Vec<(Reference, Located<String>)>;

/// Where in the file an event has its id; small, since there is one of each event.
#[derive(Debug, Clone, Copy)]
pub(super) struct IdSpan {
    start: u32,
    end: u32,
}

impl IdSpan {
    /// What lies behind four GiB, which only a raised limit lets be read, is told of there.
    fn new(span: &Range<usize>) -> Self {
        let place = |byte| u32::try_from(byte).unwrap_or(u32::MAX);
        IdSpan {
            start: place(span.start),
            end: place(span.end),
        }
    }

    pub(super) fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl<'d> EventChecks<'d> {
    pub(in crate::timeline) fn new(document: &'d Document, names: &'d Names) -> Self {
        EventChecks {
            names,
            unread: primary::unread(&document.sources),
        }
    }

    /// Asks the rules of an event, which ends in the file before this byte.
    pub(super) fn check(&self, event: &EventTable, end: usize, source: &str, faults: &Faults) {
        rules::event(event, end, source, faults);
        primary::check(event, &self.unread, faults);
        sources::check_image(event, faults);
    }

    /// The same of all events, by all processors at once.
    pub(super) fn check_all(&self, events: &[EventTable], source: &str, faults: &Faults) {
        let ends = events.iter().skip(1).map(|next| next.span.start);
        let events = events.iter().zip(ends.chain([source.len()]));
        let events: Vec<(&EventTable, usize)> = events.collect();
        shares::work(
            &events,
            shares::number(source.len()),
            faults,
            |share, faults| {
                for (event, end) in share {
                    self.check(event, *end, source, faults);
                }
            },
        );
    }

    /// The event as it is in the timeline, related to none; what it has of its own is moved into it where the table is
    /// not kept.
    pub(super) fn resolve(
        &self,
        table: Cow<EventTable>,
        faults: &Faults,
    ) -> Option<(Event, IdSpan, NamedRelations)> {
        let names = self.names;
        let kind = table.kind.as_ref();
        let kind = kind.and_then(|kind| names.kinds.find(kind, faults));
        let details = details(&table, names, faults);
        let parties = all(&table.parties, |party| resolve_party(party, names, faults));
        let importance = table.importance;
        let id_span = table.id.as_ref().map_or(&table.span, |id| &id.span);
        let id_span = IdSpan::new(id_span);
        let (id, date, title, related) = match table {
            Cow::Owned(table) => (table.id, table.date, table.title, table.related),
            Cow::Borrowed(table) => {
                let EventTable {
                    id, date, title, ..
                } = table;
                let related = table.related.clone();
                (id.clone(), date.clone(), title.clone(), related)
            }
        };
        let event = Event {
            details: Box::new(details).into(),
            statuses: Box::default(),
            breach: None,
            parties: parties.into(),
            id: id.map(|id| id.value.into()).unwrap_or_default(),
            // The fault has been noted and forbids the timeline; the other checks go on.
            date: date.map(|date| date.value).or_else(HistoricDate::unknown)?,
            place_id: None,
            tags: Box::default(),
            title: title.unwrap_or_default().into(),
            kind: kind.map(KindId::new),
            importance,
            // It is counted where the event is put behind others.
            line: 1,
        };
        Some((event, id_span, related))
    }
}

fn details(table: &EventTable, names: &Names, faults: &Faults) -> EventDetails {
    let source = |reference: &Reference| {
        let source = names.sources.find(reference, faults);
        found(source, "a citation", faults).map(SourceId::new)
    };
    let citation = |citation: &CitationTable| {
        Some(Citation {
            source: source(&citation.source)?,
            at: citation.at.as_deref().map(Box::from),
            primary: citation.primary,
        })
    };
    let reading = |reading: &ReadingTable| {
        Some(Reading {
            source: source(&reading.source)?,
            date: reading.date.clone(),
            at: reading.at.as_deref().map(Box::from),
        })
    };
    let link = |link: &LinkTable| {
        let passage = names.passages.find(&link.passage, faults);
        Some(ArticleLink {
            passage: PassageId::new(found(passage, "a link to the article", faults)?),
            stance: link.stance,
            because: link.because.as_deref().map(Box::from),
        })
    };
    let milestone = |milestone: &MilestoneTable| {
        Some(Milestone {
            stage: milestone.stage.value.clone(),
            date: milestone.date.clone(),
        })
    };
    EventDetails {
        milestones: all(&table.milestones, milestone).into(),
        links: all(&table.links, link).into(),
        citations: all(&table.sources, citation).into(),
        readings: all(&table.readings, reading).into(),
        related: Box::default(),
        image: table.image.as_deref().map(image).map(Box::new),
        own: Arc::clone(&table.own),
    }
}

/// What a reference leads to; the rules that ask whether something is missing must know of one that leads nowhere.
fn found(index: Option<usize>, what: &'static str, faults: &Faults) -> Option<usize> {
    if index.is_none() {
        faults.lose(what);
    }
    index
}

fn image(table: &ImageTable) -> Image {
    Image {
        url: table.url.as_ref().map(|url| url.value.clone()),
        file: table.file.as_ref().map(|file| ImageFile {
            written: file.value.clone(),
            at: file.span.clone(),
        }),
        alt: table.alt.clone(),
        credit: table.credit.clone(),
    }
}

fn resolve_party(table: &PartyTable, names: &Names, faults: &Faults) -> Option<Party> {
    let country = names
        .countries
        .find(&table.country, faults)
        .map(CountryId::new);
    let role = names.roles.find(&table.role, faults).map(RoleId::new);
    if country.is_none() || role.is_none() {
        faults.lose("a party");
    }
    Some(Party {
        country: country?,
        role: role?,
        called: table.called.as_deref().map(Box::from),
    })
}
