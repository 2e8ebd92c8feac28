//! What each table of the file says, as it was written.

use std::ops::Range;
use std::sync::Arc;

use super::super::date::HistoricDate;
use super::super::model::{
    Answer, Article, Era, Importance, LegalBasis, Order, Outcome, OwnDetails, RolePart, Stage,
    Stance, StopView,
};
use super::{Located, Paragraphs, Reference};
use crate::words::Language;

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

#[derive(Debug, Clone, Default)]
pub struct EventTable {
    pub span: Range<usize>,
    pub id: Option<Located<String>>,
    pub date: Option<Located<HistoricDate>>,
    pub readings: Vec<ReadingTable>,
    pub title: Option<String>,
    pub kind: Option<Reference>,
    pub importance: Importance,
    pub parties: Vec<PartyTable>,
    pub tags: Vec<String>,
    pub image: Option<Box<ImageTable>>,
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
    pub begins_at: Option<Reference>,
    pub ends: Option<Reference>,
    pub ends_at: Option<Reference>,
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
    pub criterion: Located<String>,
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
