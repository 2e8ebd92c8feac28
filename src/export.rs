//! The timeline in other forms, one file a form. Nothing here knows of the terminal.

pub mod ages_svg;
pub mod csv;
pub mod diff;
mod full_json;
pub mod html;
pub mod icalendar;
pub mod json;
mod json_text;
pub mod lanes_svg;
pub mod layout;
pub mod markdown;
mod reader;
pub mod reference;
pub mod schema;
pub mod status_table;
mod statuses;
pub mod timelinejs;

use std::collections::{HashMap, HashSet};

use crate::citation::style::{self, Style};
use crate::citation::works_behind;
use crate::lanes::plan::{Lane, Plan};
use crate::lanes::scale::number;
use crate::notes::ReaderMark;
use crate::notes::places::MarkPlace;
use crate::page::cases::{answer, kept};
use crate::page::citation;
use crate::page::evidence::in_words;
use crate::selection::filter::Filter;
use crate::selection::{facet::Facet, value::Value};
use crate::text;
use crate::timeline::date::era::{Decade, year_label};
use crate::timeline::status_at::bounds;
use crate::timeline::{
    CaseId, Change, ChangeSubject, CountryId, Event, EventId, Evidence, Party, PassageId, Prose,
    SourceId, Stop, Timeline,
};
use crate::words::translated;
use layout::{DocumentLayout, DocumentPart};

/// The part of a drawing that stays free before its first event and after its last, and the days that it is at least.
const ROOM: i64 = 25;
const LEAST_ROOM: i64 = 7;

/// The program and its version, for the line that says where an export comes from.
pub const MADE_BY: &str = concat!("neutrality ", env!("CARGO_PKG_VERSION"));

/// What is exported: a timeline, and those of its events that a filter leaves.
///
/// Facts are exported whole: what an event, a claim or a span says of an event that the filter hides is still said,
/// only without a link to it.
pub struct Extract<'t> {
    /// The whole timeline, from which the rest is taken.
    pub timeline: &'t Timeline,
    /// In order of time.
    pub events: Vec<EventId>,
    /// The claims that these events bear on, in the order of the article.
    pub passages: Vec<PassageId>,
    /// The cases that the filter leaves.
    pub cases: Vec<CaseId>,
    /// How a document of it is laid out.
    pub layout: DocumentLayout,
    filter: &'t Filter,
    chosen: HashSet<EventId>,
    /// What a reader noted beside it.
    notes: Vec<(MarkPlace, String)>,
    /// What a reader marked, and the timeline no longer has.
    gone: Vec<ReaderMark>,
    /// What it is, where the filter does not say so.
    about: Option<String>,
    /// Pictures of its events, as addresses that hold all of them.
    pictures: HashMap<EventId, String>,
}

impl<'t> Extract<'t> {
    /// What a filter leaves of a timeline.
    #[must_use]
    pub fn new(timeline: &'t Timeline, filter: &'t Filter) -> Self {
        let kept = |event: &EventId| filter.keeps(&timeline[*event]);
        let events = EventId::all(timeline).filter(kept).collect();
        Extract::of_events(timeline, filter, events)
    }

    /// These events of a timeline and no others, which a filter left or somebody named.
    #[must_use]
    pub fn of_events(timeline: &'t Timeline, filter: &'t Filter, events: Vec<EventId>) -> Self {
        let bears = |passage: &PassageId| {
            let linked = &timeline[*passage].events;
            linked.iter().any(|(event, stance)| {
                events.binary_search(event).is_ok() && filter.choices.allow_link(*passage, *stance)
            })
        };
        let is_whole = events.len() == timeline.events.len();
        let passages = PassageId::all(timeline).filter(|id| is_whole || bears(id));
        let is_kept = |case: &CaseId| is_whole || kept::keeps(filter, timeline, *case);
        Extract {
            timeline,
            chosen: events.iter().copied().collect(),
            passages: passages.collect(),
            cases: CaseId::all(timeline).filter(is_kept).collect(),
            layout: DocumentLayout::default(),
            events,
            filter,
            notes: Vec::new(),
            gone: Vec::new(),
            about: None,
            pictures: HashMap::new(),
        }
    }

    /// One event by itself: without the claims and the cases that it bears on.
    #[must_use]
    pub fn of_event(timeline: &'t Timeline, filter: &'t Filter, event: EventId) -> Self {
        Extract {
            timeline,
            events: vec![event],
            passages: Vec::new(),
            cases: Vec::new(),
            layout: DocumentLayout::default(),
            filter,
            chosen: HashSet::from([event]),
            notes: Vec::new(),
            gone: Vec::new(),
            about: None,
            pictures: HashMap::new(),
        }
    }

    /// The same laid out in another way; what the layout leaves out is not linked to.
    #[must_use]
    pub fn laid_out(self, layout: DocumentLayout) -> Self {
        let events = self.chosen.iter().copied();
        let shown = layout.has(DocumentPart::Timeline);
        Extract {
            chosen: events.filter(|_| shown).collect(),
            layout,
            ..self
        }
    }

    /// The same with pictures of its events, each as an address that holds all of it.
    #[must_use]
    pub fn with_pictures(self, pictures: HashMap<EventId, String>) -> Self {
        Extract { pictures, ..self }
    }

    /// Whether a claim is exported, and has its place in the document.
    #[must_use]
    pub fn has_passage(&self, passage: PassageId) -> bool {
        self.layout.has(DocumentPart::Article) && self.passages.contains(&passage)
    }

    /// Whether the sources have their place in the document.
    #[must_use]
    pub fn has_sources(&self) -> bool {
        self.layout.has(DocumentPart::Sources)
    }

    /// Whether less than the whole timeline is exported.
    #[must_use]
    pub fn is_a_part(&self) -> bool {
        self.events.len() < self.timeline.events.len()
    }

    /// Whether its signs and words are explained: a part is handed out with what it says, and not with the dictionary of
    /// the whole, unless that is asked for.
    #[must_use]
    pub fn explains_words(&self) -> bool {
        !self.is_a_part() || self.layout.only.contains(&DocumentPart::Words)
    }

    /// The title of the document.
    #[must_use]
    pub fn title(&self) -> &str {
        self.layout.title.as_deref().unwrap_or(&self.timeline.title)
    }

    /// The sources that the document cites, in the order of the file.
    #[must_use]
    pub fn sources(&self) -> Vec<SourceId> {
        let timeline = self.timeline;
        let mut cited: HashSet<SourceId> = HashSet::new();
        // A bibliography by itself has the sources of the events.
        let is_alone = self.layout.only == [DocumentPart::Sources];
        if is_alone || self.layout.has(DocumentPart::Timeline) {
            for event in self.events.iter().map(|id| &timeline[*id]) {
                cited.extend(event.citations.iter().map(|citation| citation.source));
                cited.extend(event.readings.iter().map(|reading| reading.source));
            }
        }
        let mut texts: Vec<&Prose> = Vec::new();
        if self.layout.has(DocumentPart::Article) {
            let passages = self.passages.iter();
            texts.extend(passages.flat_map(|id| &timeline[*id].record));
        }
        if self.layout.has(DocumentPart::Cases) {
            for case in self.cases.iter().map(|id| &timeline[*id]) {
                let notes = case.answers.iter().flatten();
                texts.extend(notes.filter_map(|answer| answer.note.as_ref()));
                texts.extend(case.promise.iter().chain(&case.outcome_note));
            }
        }
        let marks = texts.into_iter().flat_map(Prose::marks);
        cited.extend(marks.filter_map(|mark| match mark.evidence {
            Evidence::Source(source, _) => Some(source),
            Evidence::Event(_) => None,
        }));
        if self.layout.has(DocumentPart::Changes) {
            cited.extend(self.changes().filter_map(|change| change.source));
        }
        SourceId::all(timeline)
            .filter(|source| cited.contains(source))
            .collect()
    }

    /// The corrections of what is exported; those of the timeline itself with the whole of it.
    pub fn changes(&self) -> impl Iterator<Item = &'t Change> {
        let is_of = |subject: &ChangeSubject| match subject {
            ChangeSubject::Event(event) | ChangeSubject::SpansFrom(event) => {
                self.events.binary_search(event).is_ok()
            }
            ChangeSubject::Passage(passage) => self.passages.contains(passage),
            ChangeSubject::Case(case) => self.cases.contains(case),
        };
        let timeline = self.timeline;
        timeline
            .changes
            .iter()
            .filter(move |change| !self.is_a_part() || change.subjects.iter().any(is_of))
    }

    /// The days that a drawing of it covers: those of its events with some room, and of the whole timeline all.
    #[must_use]
    pub fn days(&self, full_range: &std::ops::Range<i64>) -> std::ops::Range<i64> {
        let days = || {
            self.events
                .iter()
                .map(|id| bounds(&self.timeline[*id].date))
        };
        let (first, last) = (
            days().map(|days| days.0).min(),
            days().map(|days| days.1).max(),
        );
        match first.zip(last) {
            Some((first, last)) if self.is_a_part() => {
                let (first, last) = self.filter.range.within_days(first, last);
                let (from, to) = (number(first), number(last) + 1);
                let room = ((to - from) / ROOM).max(LEAST_ROOM);
                (from - room).max(full_range.start)..(to + room).min(full_range.end)
            }
            _ => full_range.clone(),
        }
    }

    /// Whether an event is exported.
    #[must_use]
    pub fn has(&self, event: EventId) -> bool {
        self.chosen.contains(&event)
    }

    /// The events under their decades, "1830s", and behind them those without a year.
    #[must_use]
    pub fn decades(&self) -> Vec<(String, &[EventId])> {
        let decade = |event: &EventId| Decade::of_date(&self.timeline[*event].date);
        let label = |decade: Option<Decade>| match decade {
            Some(decade) => decade.label(),
            None => "Without a year".to_owned(),
        };
        self.events
            .chunk_by(|a, b| decade(a) == decade(b))
            .filter_map(|events| Some((label(decade(events.first()?)), events)))
            .collect()
    }

    /// Whether a lane has anything to do with the events: of the countries asked for, else of all that take part.
    #[must_use]
    pub fn shows(&self, lane: &Lane) -> bool {
        let choices = &self.filter.choices;
        let country = Value::Country(lane.country);
        if choices.exclude.contains(&country) {
            return false;
        }
        if choices.included_of(Facet::Country).next().is_some() {
            return choices.include.contains(&country);
        }
        self.filter.is_empty() || lane.moments.iter().any(|moment| self.has(moment.event))
    }

    /// The countries of the lanes that are shown.
    #[must_use]
    pub fn countries(&self) -> HashSet<CountryId> {
        let plan = Plan::new(self.timeline);
        let shown = plan.lanes().filter(|lane| self.shows(lane));
        shown.map(|lane| lane.country).collect()
    }

    /// "190 events from 1815 to 2025.", or what was asked for and how much of the whole it is.
    #[must_use]
    pub fn in_words(&self) -> String {
        if let Some(about) = &self.about {
            return about.clone();
        }
        let all = self.timeline.events.len();
        if self.filter.is_empty() {
            let years = match self.timeline.years {
                None => String::new(),
                Some((from, to)) if from == to => format!(" in {}", year_label(from)),
                Some((from, to)) => format!(" from {} to {}", year_label(from), year_label(to)),
            };
            return format!("{}{years}.", text::count(all, "event"));
        }
        format!(
            "{} of {}: {}.",
            self.events.len(),
            text::count(all, "event"),
            self.filter.parts(self.timeline).join(", ")
        )
    }
}

/// "Prussia (Germany)": the name of the time, and today's where it is another.
fn called(timeline: &Timeline, party: &Party) -> String {
    let name = timeline[party.country].name.as_str();
    match party.called.as_deref() {
        Some(called) if called != name => format!("{called} ({name})"),
        _ => name.to_owned(),
    }
}

/// "Germany as Prussia", or the one name that there is.
fn named_as(timeline: &Timeline, party: &Party) -> String {
    let name = timeline[party.country].name.as_str();
    match party.called.as_deref() {
        Some(called) if called != name => format!("{name} as {called}"),
        _ => name.to_owned(),
    }
}

/// "Belgium: Neutral; Germany as Prussia: Guarantor": the form that `import` reads back.
fn parties_in_a_line(timeline: &Timeline, event: &Event) -> String {
    let party = |party: &Party| {
        let role = &timeline[party.role].label;
        format!("{}: {role}", named_as(timeline, party))
    };
    let parties: Vec<String> = event.parties.iter().map(party).collect();
    parties.join("; ")
}

/// The sources of an event with their pinpoints, "primary" where one is, and without their addresses.
fn sources_in_lines(
    timeline: &Timeline,
    event: &Event,
) -> impl Iterator<Item = (String, Option<String>)> {
    event.citations.iter().map(|citation| {
        let source = &timeline[citation.source];
        let mut text = citation::in_words(source, citation.at.as_deref());
        if citation.primary {
            text.push_str(" (primary)");
        }
        (text, source.url.clone())
    })
}

/// "supports ¶8: the guarantor broke it first": how an event bears on the claim of a stop.
fn bearing(timeline: &Timeline, stop: &Stop, event: EventId) -> Option<String> {
    let passage = stop.passage?;
    let mut links = timeline[event].links.iter();
    let link = links.find(|link| link.passage == passage)?;
    let bears = format!("{} {}", link.stance.word(), timeline[passage].mark());
    let because = link.because.as_ref();
    Some(because.map_or_else(|| bears.clone(), |because| format!("{bears}: {because}")))
}

/// "Belgium 1839: Was the state small? yes": the cell that a stop shows.
fn cell_in_words(timeline: &Timeline, stop: &Stop) -> Option<String> {
    let case = &timeline[stop.case?];
    let Some(criterion) = stop.criterion else {
        return Some(case.title.clone());
    };
    let word =
        translated(answer(case, criterion).map_or("does not apply", |given| given.answer.word()));
    let question = &timeline[criterion].question;
    Some(format!("{}: {question} {word}", case.title))
}

/// What a note of a hand-out says, an event with its sources, and the addresses of these; in a style they stand in the
/// citations.
fn note_in_words(
    timeline: &Timeline,
    evidence: &Evidence,
    style: Option<Style>,
) -> (String, Vec<String>) {
    if let Some(note) = style.and_then(|style| note_in_style(timeline, evidence, style)) {
        return (note, Vec::new());
    }
    let mut words = in_words(timeline, evidence);
    let sources: Vec<(String, Option<String>)> = match evidence {
        Evidence::Event(event) => sources_in_lines(timeline, &timeline[*event]).collect(),
        Evidence::Source(source, _) => {
            return (words, timeline[*source].url.iter().cloned().collect());
        }
    };
    let named: Vec<&str> = sources.iter().map(|(source, _)| source.as_str()).collect();
    if !named.is_empty() {
        words = format!("{words}. {}", named.join("; "));
    }
    let mut addresses: Vec<String> = sources.into_iter().filter_map(|(_, url)| url).collect();
    addresses.dedup();
    (words, addresses)
}

/// The same in a style; `None` where the style cannot be had.
fn note_in_style(timeline: &Timeline, evidence: &Evidence, style: Style) -> Option<String> {
    let carried_by = std::slice::from_ref(evidence);
    let cited = style::cite(&works_behind(timeline, carried_by), style).ok()?;
    let event = matches!(evidence, Evidence::Event(_)).then(|| in_words(timeline, evidence) + ".");
    // The reference names no passage; the citation that points to it does.
    let citations = cited
        .into_iter()
        .flat_map(|cited| cited.reference.into_iter().chain([cited.citation]));
    Some(
        event
            .into_iter()
            .chain(citations)
            .collect::<Vec<_>>()
            .join(" "),
    )
}
