//! An event of a file, and what stands in it: parties, readings, milestones, a picture, sources and links.

use std::sync::Arc;

use compact_str::CompactString;

use super::{identity, value};
use crate::timeline::date::julian::Calendar;
use crate::timeline::document::{
    CitationTable, EventTable, ImageTable, LinkTable, MilestoneTable, PartyTable, ReadingTable,
    Reference,
};
use crate::timeline::format::event_texts;
use crate::timeline::model::{EventTexts, Importance, OwnDetails, Stance};
use crate::timeline::table_reader::{Located, TableReader, TextOrTable};

pub(in crate::timeline::document) fn event(mut table: TableReader) -> EventTable {
    let id = identity(&mut table);
    let calendar = calendar(&mut table);
    let date = table.required_date_in("date", calendar);
    let title = value(table.required("title"));
    let mut texts = EventTexts::default();
    for (key, text) in event_texts() {
        *(text.of_mut)(&mut texts) = value(table.text(key.name)).map(String::into);
    }
    table.passed_over("memo");
    let kind = table.text("kind");
    let importance = match value(table.integer("importance", 1..=3)) {
        Some(1) => Importance::High,
        Some(3) => Importance::Low,
        _ => Importance::Middle,
    };
    let parties = table.tables("parties", "a party", party);
    let text = table.paragraphs("text");
    let text = text.into_iter().map(String::into).collect();
    let event = EventTable {
        span: table.span.clone(),
        id,
        date,
        title,
        kind,
        importance,
        parties,
        milestones: table.tables("milestones", "a milestone", milestone),
        unsourced: !table.has("sources") || table.empty_list("sources").is_some(),
        sources: table.tables_or_texts("sources", "a citation", citation),
        tags: table
            .texts("tags")
            .into_iter()
            .map(|tag| tag.value)
            .collect(),
        image: table.table("image", "an image").map(image).map(Box::new),
        links: table.tables("article", "a link to the article", link),
        related: table.tables("related", "a relation", relation),
        readings: table.tables("readings", "a reading", reading),
        own: Arc::new(OwnDetails { texts, text }),
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
        url: table.required_or("url", "file"),
        file: table.text("file"),
        alt: value(table.text("alt")),
        credit: value(table.text("credit")),
    };
    table.finish();
    image
}

/// A citation: a table, or the id or the address of the source alone.
fn citation(written: TextOrTable<CompactString>) -> Option<CitationTable> {
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
