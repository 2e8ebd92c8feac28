//! One table of the file at a time: its keys in the order of the format reference, each with its type.
//!
//! The order of the tables and the file's own head are the document's.

mod event;

pub(super) use event::event;

use super::{
    AnswerTable, CaseTable, ChangeTable, CountryTable, CriterionTable, FilterTable, PassageTable,
    RelationPair, SourceTable, SpanTable, StopTable, TourTable, Vocabulary,
};
use crate::timeline::model::{Answer, Era, LegalBasis, Order, Outcome, RolePart, Stage, StopView};
use crate::timeline::table_reader::{Located, TableReader, TextOrTable};

pub(super) fn passage(mut table: TableReader) -> Option<PassageTable> {
    let id = identity(&mut table);
    let paragraph = value(table.integer("paragraph", 1..=u32::MAX));
    let section = value(table.text("section"));
    let heading = value(table.required("heading"));
    let (claim, record) = (
        table.paragraphs("claim"),
        table.located_paragraphs("record"),
    );
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
            part: None,
        };
        for extra in more {
            match *extra {
                "symbol" => word.symbol = table.text("symbol"),
                "ascii" => word.ascii = table.text("ascii"),
                "plural" => word.plural = value(table.text("plural")),
                "part" => word.part = table.word("part", &RolePart::ALL, RolePart::word),
                "letter" => word.symbol = table.text("letter"),
                _ => word.ground = table.word("ground", &LegalBasis::ALL, LegalBasis::word),
            }
        }
        table.finish();
        word
    };
    file.entries(key, what).into_iter().map(read).collect()
}

/// A relation of `[relations]`: `"broken by" = "breaks"`, or with the order of the events in time
/// `"broken by" = { inverse = "breaks", order = "before" }`: what is broken is before what breaks it.
pub(super) fn relation_pair(
    (word, written): (Located<String>, TextOrTable<String>),
) -> RelationPair {
    let mut table = match written {
        TextOrTable::Text(inverse) => {
            return RelationPair {
                word,
                inverse: Some(inverse),
                order: None,
            };
        }
        TextOrTable::Table(table) => table,
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

/// A stage of `[stages]`; the word itself is its label.
pub(super) fn stage((id, mut table): (Located<String>, TableReader)) -> Located<Stage> {
    let stage = Stage {
        id: id.value,
        definition: value(table.text("definition")),
        effective: table.flag("effective"),
    };
    table.finish();
    Located {
        value: stage,
        span: id.span,
    }
}

/// The id of a table; without it a reference to the table looks like a reference to nothing.
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
    table.passed_over("memo");
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
        authors: table.texts("author"),
        editors: table.texts("editor"),
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

pub(super) fn span(mut table: TableReader) -> SpanTable {
    let span = SpanTable {
        span: table.span.clone(),
        country: table.required("country"),
        status: table.required("status"),
        begins: table.required("begins"),
        begins_at: table.text("begins_at"),
        ends: table.text("ends"),
        ends_at: table.text("ends_at"),
        violated_by: table.texts("violated_by"),
        contested: value(table.text("contested")),
        note: value(table.text("note")),
    };
    table.finish();
    span
}

pub(super) fn criterion(mut table: TableReader) -> Option<CriterionTable> {
    let id = identity(&mut table);
    let question = value(table.required("question"));
    let (short, passage) = (value(table.text("short")), table.text("passage"));
    let article = table.word("article", &Answer::ALL, Answer::word);
    table.finish();
    Some(CriterionTable {
        id: id?,
        question,
        short,
        passage,
        article,
    })
}

pub(super) fn case(mut table: TableReader) -> CaseTable {
    let case = CaseTable {
        id: table.required("id"),
        title: value(table.text("title")),
        country: table.required("country"),
        established_by: table.required("established_by"),
        promise: table.text("promise"),
        outcome: table.required_word("outcome", &Outcome::ALL, Outcome::word),
        outcome_note: table.text("outcome_note"),
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
        note: table.text("note"),
        events: table.texts("events"),
    };
    table.finish();
    answer
}

pub(super) fn tour(mut table: TableReader) -> TourTable {
    let tour = TourTable {
        id: table.required("id"),
        title: value(table.required("title")),
        summary: value(table.text("summary")),
        stops: table.tables("stops", "a stop", |table| Some(stop(table))),
    };
    table.finish();
    tour
}

fn stop(mut table: TableReader) -> StopTable {
    let stop = StopTable {
        span: table.span.clone(),
        title: value(table.required("title")),
        text: table.located_paragraphs("text"),
        view: table.word("view", &StopView::ALL, StopView::word),
        events: table.texts("events"),
        countries: table.texts("countries"),
        window: value(table.date("window")),
        passage: table.text("passage"),
        case: table.text("case"),
        criterion: table.text("criterion"),
        question: value(table.text("question")),
    };
    table.finish();
    stop
}

pub(super) fn filter(mut table: TableReader) -> Option<FilterTable> {
    let (id, flags) = (table.required("id"), table.required("flags"));
    let title = value(table.text("title"));
    table.finish();
    Some(FilterTable {
        id: id?,
        title,
        flags: flags?,
    })
}

pub(super) fn change(mut table: TableReader) -> ChangeTable {
    let change = ChangeTable {
        date: value(table.required_date("date")),
        event: table.text("event"),
        span: table.text("span"),
        passage: table.text("passage"),
        case: table.text("case"),
        was: value(table.required("was")),
        now: value(table.required("now")),
        source: table.text("source"),
    };
    table.finish();
    change
}

pub(super) fn value<T>(located: Option<Located<T>>) -> Option<T> {
    located.map(|located| located.value)
}
