//! The file as it was written: every table of format 1, its references still words with their positions.
//!
//! Nothing is resolved here and nothing is judged beyond the type of a value; that is for `check`.

mod moved;
mod tables;
mod types;

use crate::words::Language;
use std::collections::HashSet;

use compact_str::CompactString;

use super::check::sources::is_web_address;
use super::diagnostic::Faults;
use super::model::Article;
use super::table_reader::{Fill, Located, THE_FILE, THE_TIMELINE, TableReader};
use super::tree::{TomlTable, TomlValue};
use tables::{
    case, change, country, criterion, era, event, filter, passage, relation_pair, source, span,
    stage, tour, value, vocabulary,
};

pub(super) use types::*;

/// The version of the format that this program reads.
pub(super) const FORMAT: u32 = 1;

/// Paragraphs that may bear marks of evidence, with the position of the text.
pub(super) type Paragraphs = Option<Located<Vec<String>>>;

/// A reference to something else in the file, not yet resolved: a short word, which takes no memory of its own.
pub(super) type Reference = Located<CompactString>;

/// What reads the events that stand in no tree, when all that they name but other events is known.
pub(super) type ReadEvents<'e> = dyn FnMut(&Document, &Faults) -> Vec<EventTable> + 'e;

/// Reads the complete tree; every fault goes to `faults`, and what could be read comes back. The events are in the tree,
/// or are read elsewhere, when it is their turn.
pub(super) fn read(
    table: &TomlTable,
    events: Option<&mut ReadEvents>,
    faults: &Faults,
) -> Document {
    let mut file = TableReader::new(table, 0..0, THE_FILE, faults);
    read_format(&mut file, faults);
    let mut document = Document::default();
    if file.has("timeline") || file.has_misspelt("timeline") {
        // The files were put together before.
        file.texts::<String>("include");
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
    document.eras = file.tables("eras", "an era", era);
    let no_events = match &events {
        Some(_) => None,
        None if file.has("events") => file.empty_list("events"),
        None => Some(0..0),
    };
    if let Some(span) = no_events {
        let help = "add `[[events]]` and under it `id`, `date` and `title`".to_owned();
        faults.error(&span, "the file needs at least one event", Some(help));
    }
    document.events = file.tables("events", "an event", |table| Some(event(table)));
    if let Some(read) = events {
        document.events = read(&document, faults);
    }
    add_bare_addresses(&mut document);
    document.spans = file.tables("spans", "a span", |table| Some(span(table)));
    document.criteria = file.tables("criteria", "a criterion", criterion);
    document.cases = file.tables("cases", "a case", |table| Some(case(table)));
    document.tours = file.tables("tours", "a tour", |table| Some(tour(table)));
    document.filters = file.tables("filters", "a filter", filter);
    document.changes = file.tables("changes", "a change", |table| Some(change(table)));
    file.finish();
    document
}

/// Reads an event that stands in no tree; `None` where it is no table.
pub(super) fn read_event(one: &Located<TomlValue>, faults: &Faults) -> Option<EventTable> {
    let TomlValue::Table(table) = &one.value else {
        return None;
    };
    let table = TableReader::new(table, one.span.clone(), "an event", faults);
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
        if !is_web_address(&address.value) || !known.insert(address.value.to_string()) {
            continue;
        }
        let (_, title) = address.value.split_once("://").unwrap_or_default();
        let written = |text: &str| Located {
            value: text.to_owned(),
            span: address.span.clone(),
        };
        document.sources.push(SourceTable {
            id: written(&address.value),
            kind: Some(written("web")),
            title: Some(title.trim_end_matches('/').to_owned()),
            authors: Vec::new(),
            editors: Vec::new(),
            date: None,
            url: Some(written(&address.value)),
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
    document.passages = table.tables("passages", "a passage", passage);
    table.finish();
}
