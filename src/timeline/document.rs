//! The file as it was written: every table of format 1, its references still words with their positions.
//!
//! Nothing is resolved here and nothing is judged beyond the type of a value; that is for `check`.

mod moved;
mod tables;

use crate::words::Language;
use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::check::sources::is_web_address;
use super::date::HistoricDate;
use super::diagnostic::Faults;
use super::model::{
    Answer, Article, Era, Importance, LegalBasis, Order, Outcome, OwnDetails, RolePart, Stage,
    Stance, StopView,
};
use super::table_reader::{Fill, Located, THE_FILE, THE_TIMELINE, TableReader};
use tables::{
    case, change, country, criterion, era, event, filter, passage, relation_pair, source, span,
    stage, tour, value, vocabulary,
};

/// The version of the format that this program reads.
pub(super) const FORMAT: u32 = 1;

/// Paragraphs that may bear marks of evidence, with the position of the text.
pub(super) type Paragraphs = Option<Located<Vec<String>>>;

/// A reference to something else in the file, not yet resolved.
pub(super) type Reference = Located<String>;

#[derive(Debug, Default)]
pub struct Document {
    pub title: String,
    pub summary: Option<String>,
    pub article: Option<Article>,
    /// The address of the article, once more with its position.
    pub article_url: Option<Located<String>>,
    pub passages: Vec<PassageTable>,
    pub countries: Vec<CountryTable>,
    pub kinds: Vec<Vocabulary>,
    pub roles: Vec<Vocabulary>,
    pub statuses: Vec<Vocabulary>,
    pub relations: Vec<RelationPair>,
    pub stages: Vec<Located<Stage>>,
    pub sources: Vec<SourceTable>,
    pub eras: Vec<Era>,
    pub events: Vec<EventTable>,
    pub spans: Vec<SpanTable>,
    pub criteria: Vec<CriterionTable>,
    pub cases: Vec<CaseTable>,
    pub tours: Vec<TourTable>,
    pub filters: Vec<FilterTable>,
    pub changes: Vec<ChangeTable>,
    pub lanes: Vec<Reference>,
    /// What the countries are called.
    pub parties: Option<String>,
    /// What the program speaks about it.
    pub language: Option<Language>,
    pub untrusted_hosts: Vec<Located<String>>,
}

#[derive(Debug)]
pub struct FilterTable {
    pub id: Located<String>,
    pub title: Option<String>,
    pub flags: Located<String>,
}

#[derive(Debug)]
pub struct PassageTable {
    pub id: Located<String>,
    pub paragraph: Option<u32>,
    pub section: Option<String>,
    pub heading: Option<String>,
    pub claim: Vec<String>,
    pub record: Paragraphs,
}

#[derive(Debug)]
pub struct CountryTable {
    pub id: Located<String>,
    pub name: Option<String>,
    pub code: Option<Located<String>>,
    pub aliases: Vec<Located<String>>,
}

/// A kind, a role or a status: a word of the file with its definition.
#[derive(Debug)]
pub struct Vocabulary {
    pub id: Located<String>,
    pub label: Option<String>,
    pub definition: Option<String>,
    pub symbol: Option<Located<String>>,
    pub ascii: Option<Located<String>>,
    pub ground: Option<LegalBasis>,
    pub plural: Option<String>,
    pub part: Option<RolePart>,
}

/// A relation between events as it is named from either side: what one "breaks" is "broken by" it.
#[derive(Debug)]
pub struct RelationPair {
    pub word: Located<String>,
    pub inverse: Option<Located<String>>,
    pub order: Option<Order>,
}

#[derive(Debug)]
pub struct SourceTable {
    pub id: Located<String>,
    pub kind: Option<Located<String>>,
    pub title: Option<String>,
    pub authors: Vec<Located<String>>,
    pub editors: Vec<Located<String>>,
    pub date: Option<HistoricDate>,
    pub url: Option<Located<String>>,
    pub fields: Vec<(String, String)>,
}

#[derive(Debug, Clone)]
pub struct EventTable {
    pub span: Range<usize>,
    pub id: Option<Located<String>>,
    pub date: Option<Located<HistoricDate>>,
    pub readings: Vec<ReadingTable>,
    pub title: Option<String>,
    pub kind: Option<Reference>,
    pub importance: Importance,
    pub parties: Vec<PartyTable>,
    pub tags: Arc<[String]>,
    pub image: Option<ImageTable>,
    /// All that names nothing else and has no place; the timeline shares it.
    pub own: Arc<OwnDetails>,
    pub milestones: Vec<MilestoneTable>,
    pub sources: Vec<CitationTable>,
    /// Whether the file names no source, which is not the same as one that cannot be read.
    pub unsourced: bool,
    pub links: Vec<LinkTable>,
    pub related: Vec<(Reference, Located<String>)>,
}

#[derive(Debug, Clone)]
pub struct ImageTable {
    pub url: Option<Located<String>>,
    pub file: Option<Located<String>>,
    pub alt: Option<String>,
    pub credit: Option<String>,
}

#[derive(Debug, Clone)]
pub struct ReadingTable {
    pub date: HistoricDate,
    pub source: Reference,
    pub at: Option<String>,
}

#[derive(Debug, Clone)]
pub struct MilestoneTable {
    pub stage: Located<String>,
    pub date: HistoricDate,
}

#[derive(Debug, Clone)]
pub struct LinkTable {
    pub passage: Reference,
    pub stance: Stance,
    pub because: Option<String>,
}

#[derive(Debug, Clone)]
pub struct PartyTable {
    pub country: Reference,
    pub role: Reference,
    pub called: Option<String>,
}

#[derive(Debug, Clone)]
pub struct CitationTable {
    pub source: Reference,
    pub at: Option<String>,
    pub primary: bool,
}

#[derive(Debug)]
pub struct SpanTable {
    pub span: Range<usize>,
    pub country: Option<Reference>,
    pub status: Option<Reference>,
    pub begins: Option<Reference>,
    pub begins_at: Option<Located<String>>,
    pub ends: Option<Reference>,
    pub ends_at: Option<Located<String>>,
    pub violated_by: Vec<Reference>,
    pub contested: Option<String>,
    pub note: Option<String>,
}

#[derive(Debug)]
pub struct CriterionTable {
    pub id: Located<String>,
    pub question: Option<String>,
    pub short: Option<String>,
    pub passage: Option<Reference>,
    pub article: Option<Answer>,
}

#[derive(Debug)]
pub struct CaseTable {
    pub id: Option<Located<String>>,
    pub title: Option<String>,
    pub country: Option<Reference>,
    pub established_by: Option<Reference>,
    pub promise: Option<Located<String>>,
    pub outcome: Option<Outcome>,
    pub outcome_note: Option<Located<String>>,
    pub answers: Vec<AnswerTable>,
}

#[derive(Debug)]
pub struct AnswerTable {
    pub criterion: Reference,
    pub answer: Option<Answer>,
    pub note: Option<Located<String>>,
    pub events: Vec<Reference>,
}

#[derive(Debug)]
pub struct TourTable {
    pub id: Option<Located<String>>,
    pub title: Option<String>,
    pub summary: Option<String>,
    pub stops: Vec<StopTable>,
}

#[derive(Debug)]
pub struct StopTable {
    pub span: Range<usize>,
    pub title: Option<String>,
    pub text: Paragraphs,
    pub view: Option<StopView>,
    pub events: Vec<Reference>,
    pub countries: Vec<Reference>,
    pub window: Option<HistoricDate>,
    pub passage: Option<Reference>,
    pub case: Option<Reference>,
    pub criterion: Option<Reference>,
    pub question: Option<String>,
}

#[derive(Debug)]
pub struct ChangeTable {
    pub date: Option<HistoricDate>,
    pub event: Option<Reference>,
    /// The event with which the span begins.
    pub span: Option<Reference>,
    pub passage: Option<Reference>,
    pub case: Option<Reference>,
    pub was: Option<String>,
    pub now: Option<String>,
    pub source: Option<Reference>,
}

/// What reads the events that stand in no tree.
pub(super) type ReadEvents<'e> = dyn FnMut(&Faults) -> Vec<EventTable> + 'e;

/// Reads the complete tree; every fault goes to `faults`, and what could be read comes back. The events are in the tree,
/// or are read elsewhere, when it is their turn.
pub(super) fn read(table: &DeTable, events: Option<&mut ReadEvents>, faults: &Faults) -> Document {
    let mut file = TableReader::new(table, 0..0, THE_FILE, faults);
    read_format(&mut file, faults);
    let mut document = Document::default();
    if file.has("timeline") || file.has_misspelt("timeline") {
        // The files were put together before.
        file.texts("include");
        read_head(&mut file, &mut document);
    } else {
        let help = "add `[timeline]` and under it `title = \"…\"`".to_owned();
        faults.error(&(0..0), "the file needs a table `[timeline]`", Some(help));
    }
    read_article(&mut file, &mut document);
    document.countries = file
        .entries("countries", "a country")
        .into_iter()
        .map(country)
        .collect();
    document.kinds = vocabulary(&mut file, "kinds", "a kind", &["symbol", "ascii"]);
    document.roles = vocabulary(&mut file, "roles", "a role", &["plural", "part"]);
    document.statuses = vocabulary(&mut file, "statuses", "a status", &["letter", "ground"]);
    document.relations = file
        .values("relations", "a relation", Fill::Always)
        .into_iter()
        .map(relation_pair)
        .collect();
    document.stages = file
        .entries("stages", "a stage")
        .into_iter()
        .map(stage)
        .collect();
    document.sources = file
        .entries("sources", "a source")
        .into_iter()
        .map(source)
        .collect();
    document.eras = file
        .tables("eras", "an era")
        .into_iter()
        .filter_map(era)
        .collect();
    let no_events = match &events {
        Some(_) => None,
        None if file.has("events") => file.empty_list("events"),
        None => Some(0..0),
    };
    if let Some(span) = no_events {
        let help = "add `[[events]]` and under it `id`, `date` and `title`".to_owned();
        faults.error(&span, "the file needs at least one event", Some(help));
    }
    document.events = file
        .tables("events", "an event")
        .into_iter()
        .map(event)
        .collect();
    if let Some(read) = events {
        document.events = read(faults);
    }
    add_bare_addresses(&mut document);
    document.spans = file
        .tables("spans", "a span")
        .into_iter()
        .map(span)
        .collect();
    document.criteria = file
        .tables("criteria", "a criterion")
        .into_iter()
        .filter_map(criterion)
        .collect();
    document.cases = file
        .tables("cases", "a case")
        .into_iter()
        .map(case)
        .collect();
    document.tours = file
        .tables("tours", "a tour")
        .into_iter()
        .map(tour)
        .collect();
    document.filters = file
        .tables("filters", "a filter")
        .into_iter()
        .filter_map(filter)
        .collect();
    document.changes = file
        .tables("changes", "a change")
        .into_iter()
        .map(change)
        .collect();
    file.finish();
    document
}

/// Reads an event that stands in no tree; `None` where it is no table.
pub(super) fn read_event(one: &Spanned<DeValue>, faults: &Faults) -> Option<EventTable> {
    let DeValue::Table(table) = one.get_ref() else {
        return None;
    };
    let table = TableReader::new(table, one.span(), "an event", faults);
    Some(event(table))
}

fn read_format(file: &mut TableReader, faults: &Faults) {
    if !file.has("format") {
        faults.error(
            &(0..0),
            "the file needs `format`",
            Some(format!("begin it with `format = {FORMAT}`")),
        );
    }
    if let Some(format) = file.integer("format", 0..=u32::MAX)
        && format.value != FORMAT
    {
        let help = format!("this program reads format {FORMAT}");
        faults.error(
            &format.span,
            format!("format {} is not known", format.value),
            Some(help),
        );
    }
}

/// A citation may be an address alone, which then is a source of its own: a page of the web, called by its address.
fn add_bare_addresses(document: &mut Document) {
    let mut known: HashSet<String> = document
        .sources
        .iter()
        .map(|source| source.id.value.clone())
        .collect();
    let events = document.events.iter();
    for citation in events.flat_map(|event| &event.sources) {
        let address = &citation.source;
        if !is_web_address(&address.value) || !known.insert(address.value.clone()) {
            continue;
        }
        let (_, title) = address.value.split_once("://").unwrap_or_default();
        document.sources.push(SourceTable {
            id: address.clone(),
            kind: Some(Located {
                value: "web".to_owned(),
                span: address.span.clone(),
            }),
            title: Some(title.trim_end_matches('/').to_owned()),
            authors: Vec::new(),
            editors: Vec::new(),
            date: None,
            url: Some(address.clone()),
            fields: Vec::new(),
        });
    }
}

fn read_head(file: &mut TableReader, document: &mut Document) {
    let Some(mut head) = file.table("timeline", THE_TIMELINE) else {
        return;
    };
    document.title = head
        .required("title")
        .map(|title| title.value)
        .unwrap_or_default();
    document.summary = value(head.text("summary"));
    document.lanes = head.texts("lanes");
    document.parties = value(head.text("parties"));
    document.language = head.word("language", &Language::ALL, Language::code);
    document.untrusted_hosts = head.texts("untrusted_hosts");
    head.finish();
}

fn read_article(file: &mut TableReader, document: &mut Document) {
    let Some(mut table) = file.table("article", "the article") else {
        return;
    };
    document.article_url = table.text("url");
    document.article = Some(Article {
        title: table
            .required("title")
            .map(|title| title.value)
            .unwrap_or_default(),
        author: value(table.text("author")),
        publisher: value(table.text("publisher")),
        date: value(table.date("date")),
        url: document.article_url.clone().map(|url| url.value),
    });
    document.passages = table
        .tables("passages", "a passage")
        .into_iter()
        .filter_map(passage)
        .collect();
    table.finish();
}
