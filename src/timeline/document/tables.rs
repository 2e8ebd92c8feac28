//! One table of the file at a time: its keys in the order of the format reference, each with its type.
//!
//! The order of the tables and the file's own head are the document's.

use super::{
    AnswerTable, CaseTable, CitationTable, CountryTable, CriterionTable, EventTable, PartyTable,
    PassageTable, Reference, RelationPair, SourceTable, SpanTable, Vocabulary,
};
use crate::timeline::date::HistoricDate;
use crate::timeline::model::{Answer, Era, Ground, Importance, Order, Outcome, Stance};
use crate::timeline::reader::{Located, TableReader, Value};

pub(super) fn passage(mut table: TableReader) -> Option<PassageTable> {
    let id = identity(&mut table);
    let paragraph = value(table.integer("paragraph", 1..=u32::MAX));
    let section = value(table.text("section"));
    let heading = value(table.required("heading"));
    let (claim, record) = (table.paragraphs("claim"), table.paragraphs("record"));
    table.finish();
    Some(PassageTable {
        id: id?,
        paragraph,
        section,
        heading,
        claim,
        record,
    })
}

pub(super) fn country((id, mut table): (Located<String>, TableReader)) -> CountryTable {
    let country = CountryTable {
        id,
        name: value(table.required("name")),
        code: table.text("code"),
        aliases: table.texts("aliases"),
    };
    table.finish();
    country
}

pub(super) fn vocabulary(
    file: &mut TableReader,
    key: &'static str,
    what: &'static str,
    more: &[&str],
) -> Vec<Vocabulary> {
    let read = |(id, mut table): (Located<String>, TableReader)| {
        let mut word = Vocabulary {
            id,
            label: value(table.required("label")),
            definition: value(table.text("definition")),
            symbol: None,
            ascii: None,
            ground: None,
            plural: None,
        };
        for extra in more {
            match *extra {
                "symbol" => word.symbol = table.text("symbol"),
                "ascii" => word.ascii = table.text("ascii"),
                "plural" => word.plural = value(table.text("plural")),
                "letter" => word.symbol = table.text("letter"),
                _ => word.ground = table.word("ground", &Ground::ALL, Ground::word),
            }
        }
        table.finish();
        word
    };
    file.entries(key, what).into_iter().map(read).collect()
}

/// A relation of `[relations]`: `"broken by" = "breaks"`, or with the order of the events in time
/// `"broken by" = { inverse = "breaks", order = "before" }`: what is broken is before what breaks it.
pub(super) fn relation_pair((word, written): (Located<String>, Value)) -> RelationPair {
    let mut table = match written {
        Value::Text(inverse) => {
            return RelationPair {
                word,
                inverse: Some(inverse),
                order: None,
            };
        }
        Value::Table(table) => table,
    };
    let inverse = table.required("inverse");
    let order = table.word("order", &Order::ALL, Order::word);
    table.finish();
    RelationPair {
        word,
        inverse,
        order,
    }
}

/// The id of a table; without it what refers to the table cannot be told from what is unknown.
fn identity(table: &mut TableReader) -> Option<Located<String>> {
    let id = table.required("id");
    if id.is_none() {
        table.lose();
    }
    id
}

/// Hayagriva's fields that are kept as they are written.
const SOURCE_FIELDS: [&str; 14] = [
    "publisher",
    "location",
    "volume",
    "issue",
    "page-range",
    "edition",
    "parent-title",
    "organization",
    "serial-number",
    "archive",
    "genre",
    "language",
    "translator",
    "note",
];

pub(super) fn source((id, mut table): (Located<String>, TableReader)) -> SourceTable {
    let kind = table.required("type");
    let title = value(table.required("title"));
    let names = |list: Vec<Located<String>>| list.into_iter().map(|name| name.value).collect();
    let mut fields = Vec::new();
    for key in SOURCE_FIELDS {
        if let Some(field) = table.text_or_number(key) {
            fields.push((key.to_owned(), field));
        }
    }
    let source = SourceTable {
        id,
        kind,
        title,
        authors: names(table.texts("author")),
        editors: names(table.texts("editor")),
        date: value(table.date("date")),
        url: table.text("url"),
        fields,
    };
    table.finish();
    source
}

pub(super) fn era(mut table: TableReader) -> Option<Era> {
    let title = value(table.required("title"));
    let date = value(table.required_date("date"));
    table.finish();
    Some(Era {
        title: title?,
        date: date?,
    })
}

pub(super) fn event(mut table: TableReader) -> EventTable {
    let event = EventTable {
        span: table.span.clone(),
        id: identity(&mut table),
        date: table.required_date("date"),
        basis: value(table.text("basis")),
        place: value(table.text("place")),
        title: value(table.required("title")),
        short: value(table.text("short")),
        kind: table.text("kind"),
        importance: match value(table.integer("importance", 1..=3)) {
            Some(1) => Importance::High,
            Some(3) => Importance::Low,
            _ => Importance::Middle,
        },
        parties: table
            .tables("parties", "a party")
            .into_iter()
            .filter_map(party)
            .collect(),
        provision: value(table.text("provision")),
        summary: value(table.text("summary")),
        text: table.paragraphs("text"),
        milestones: table
            .tables("milestones", "a milestone")
            .into_iter()
            .filter_map(milestone)
            .collect(),
        unsourced: !table.has("sources") || table.empty_list("sources").is_some(),
        sources: table
            .tables("sources", "a citation")
            .into_iter()
            .filter_map(citation)
            .collect(),
        links: table
            .tables("article", "a link to the article")
            .into_iter()
            .filter_map(link)
            .collect(),
        related: table
            .tables("related", "a relation")
            .into_iter()
            .filter_map(relation)
            .collect(),
    };
    table.finish();
    event
}

fn party(mut table: TableReader) -> Option<PartyTable> {
    let (country, role) = (table.required("country"), table.required("role"));
    let called = value(table.text("as"));
    if country.is_none() || role.is_none() {
        table.lose();
    }
    table.finish();
    Some(PartyTable {
        country: country?,
        role: role?,
        called,
    })
}

fn milestone(mut table: TableReader) -> Option<(String, HistoricDate)> {
    let stage = value(table.required("stage"));
    let date = value(table.required_date("date"));
    table.finish();
    Some((stage?, date?))
}

fn citation(mut table: TableReader) -> Option<CitationTable> {
    let source = table.required("source");
    let at = value(table.text("at"));
    let primary = table.flag("primary");
    if source.is_none() {
        table.lose();
    }
    table.finish();
    Some(CitationTable {
        source: source?,
        at,
        primary,
    })
}

fn link(mut table: TableReader) -> Option<(Reference, Stance)> {
    let passage = table.required("passage");
    let stance = table
        .word("stance", &Stance::ALL, Stance::word)
        .unwrap_or(Stance::Context);
    if passage.is_none() {
        table.lose();
    }
    table.finish();
    Some((passage?, stance))
}

fn relation(mut table: TableReader) -> Option<(Reference, Located<String>)> {
    let (event, label) = (table.required("event"), table.required("relation"));
    table.finish();
    Some((event?, label?))
}

pub(super) fn span(mut table: TableReader) -> SpanTable {
    let span = SpanTable {
        span: table.span.clone(),
        country: table.required("country"),
        status: table.required("status"),
        begins: table.required("begins"),
        ends: table.text("ends"),
        violated_by: table.texts("violated_by"),
        contested: value(table.text("contested")),
    };
    table.finish();
    span
}

pub(super) fn criterion(mut table: TableReader) -> Option<CriterionTable> {
    let id = identity(&mut table);
    let question = value(table.required("question"));
    let (short, passage) = (value(table.text("short")), table.text("passage"));
    table.finish();
    Some(CriterionTable {
        id: id?,
        question,
        short,
        passage,
    })
}

pub(super) fn case(mut table: TableReader) -> CaseTable {
    let case = CaseTable {
        id: table.required("id"),
        title: value(table.text("title")),
        country: table.required("country"),
        established_by: table.required("established_by"),
        promise: value(table.text("promise")),
        outcome: table.required_word("outcome", &Outcome::ALL, Outcome::word),
        outcome_note: value(table.text("outcome_note")),
        answers: table
            .entries("answers", "an answer")
            .into_iter()
            .map(answer)
            .collect(),
    };
    table.finish();
    case
}

fn answer((criterion, mut table): (Located<String>, TableReader)) -> AnswerTable {
    let answer = AnswerTable {
        criterion,
        answer: table.required_word("answer", &Answer::ALL, Answer::word),
        note: value(table.text("note")),
        events: table.texts("events"),
    };
    table.finish();
    answer
}

pub(super) fn value<T>(located: Option<Located<T>>) -> Option<T> {
    located.map(|located| located.value)
}
