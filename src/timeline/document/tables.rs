//! One table of the file at a time: its keys in the order of the format reference, each with its type.
//!
//! The order of the tables and the file's own head are the document's.

use super::{
    AnswerTable, CaseTable, ChangeTable, CitationTable, CountryTable, CriterionTable, EventTable,
    FilterTable, ImageTable, LinkTable, MilestoneTable, PartyTable, PassageTable, ReadingTable,
    Reference, RelationPair, SourceTable, SpanTable, StopTable, TourTable, Vocabulary,
};
use crate::timeline::date::julian::Calendar;
use crate::timeline::format::event_texts;
use crate::timeline::model::{
    Answer, Era, EventTexts, Importance, LegalBasis, Order, Outcome, RolePart, Stage, Stance,
    StopView,
};
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
pub(super) fn relation_pair((word, written): (Located<String>, TextOrTable)) -> RelationPair {
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

pub(super) fn event(mut table: TableReader) -> EventTable {
    let id = identity(&mut table);
    let calendar = calendar(&mut table);
    let date = table.required_date_in("date", calendar);
    let title = value(table.required("title"));
    let mut texts = EventTexts::default();
    for (key, text) in event_texts() {
        *(text.of_mut)(&mut texts) = value(table.text(key.name));
    }
    table.passed_over("memo");
    let event = EventTable {
        texts,
        span: table.span.clone(),
        id,
        date,
        title,
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
        text: table.paragraphs("text"),
        milestones: table
            .tables("milestones", "a milestone")
            .into_iter()
            .filter_map(milestone)
            .collect(),
        unsourced: !table.has("sources") || table.empty_list("sources").is_some(),
        sources: table
            .tables_or_texts("sources", "a citation")
            .into_iter()
            .filter_map(citation)
            .collect(),
        tags: table
            .texts("tags")
            .into_iter()
            .map(|tag| tag.value)
            .collect(),
        image: table.table("image", "an image").map(image),
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
        readings: table
            .tables("readings", "a reading")
            .into_iter()
            .filter_map(reading)
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

/// The calendar in which a table has its date.
fn calendar(table: &mut TableReader) -> Calendar {
    table
        .word("calendar", &Calendar::ALL, Calendar::word)
        .unwrap_or(Calendar::Gregorian)
}

fn reading(mut table: TableReader) -> Option<ReadingTable> {
    let calendar = calendar(&mut table);
    let date = value(table.required_date_in("date", calendar));
    let source = table.required("source");
    let at = value(table.text("at"));
    table.finish();
    Some(ReadingTable {
        date: date?,
        source: source?,
        at,
    })
}

fn milestone(mut table: TableReader) -> Option<MilestoneTable> {
    let stage = table.required("stage");
    let date = value(table.required_date("date"));
    if stage.is_none() || date.is_none() {
        table.lose();
    }
    table.finish();
    Some(MilestoneTable {
        stage: stage?,
        date: date?,
    })
}

fn image(mut table: TableReader) -> ImageTable {
    let image = ImageTable {
        url: table.required("url"),
        alt: value(table.text("alt")),
        credit: value(table.text("credit")),
    };
    table.finish();
    image
}

/// A citation: a table, or the id or the address of the source alone.
fn citation(written: TextOrTable) -> Option<CitationTable> {
    let mut table = match written {
        TextOrTable::Table(table) => table,
        TextOrTable::Text(source) => {
            return Some(CitationTable {
                source,
                at: None,
                primary: false,
            });
        }
    };
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

fn link(mut table: TableReader) -> Option<LinkTable> {
    let passage = table.required("passage");
    let stance = table
        .word("stance", &Stance::ALL, Stance::word)
        .unwrap_or(Stance::Context);
    let because = value(table.text("because"));
    if passage.is_none() {
        table.lose();
    }
    table.finish();
    Some(LinkTable {
        passage: passage?,
        stance,
        because,
    })
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
        stops: table
            .tables("stops", "a stop")
            .into_iter()
            .map(stop)
            .collect(),
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
