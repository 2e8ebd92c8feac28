//! RIS, the form of tagged lines that reference managers have exchanged for longest.

use std::fmt::Write as _;

use super::Work;
use super::csl_json::{agency, parts, year_in_words};
use super::identifier::{self, Identifier};
use crate::timeline::name::{self, Name};
use crate::timeline::{HistoricDate, Source};

/// The works, a record each; lines end as the form has it.
#[must_use]
pub fn write(works: &[Work]) -> String {
    works.iter().map(record).collect()
}

fn record(work: &Work) -> String {
    let source = work.source;
    let mut record = String::new();
    let mut put = |tag: &str, value: &str| {
        let _ = write!(record, "{tag}  - {value}\r\n");
    };
    put("TY", kind(source));
    put("ID", &source.id);
    put("TI", &source.title);
    let agency = agency(source);
    if agency.is_none() {
        source
            .authors
            .iter()
            .for_each(|author| put("AU", &person(author)));
    }
    source
        .editors
        .iter()
        .for_each(|editor| put("ED", &person(editor)));
    for (tag, value) in [
        ("T2", source.field("parent-title").or(agency)),
        (
            "PB",
            source.field("publisher").or(source.field("organization")),
        ),
        ("CY", source.field("location")),
        ("VL", source.field("volume")),
        ("IS", source.field("issue")),
        ("ET", source.field("edition")),
        ("LA", source.field("language")),
        ("AV", source.field("archive")),
        ("N1", source.field("note")),
        ("C1", work.at().as_deref()),
        ("UR", source.url.as_deref()),
    ] {
        if let Some(value) = value {
            put(tag, value);
        }
    }
    match source.field("serial-number").map(identifier::read) {
        Some(Identifier::Doi(doi)) => put("DO", doi),
        Some(Identifier::Isbn(number) | Identifier::Issn(number)) => put("SN", number),
        Some(Identifier::Number(number)) => put("M1", number),
        None => {}
    }
    if let Some(pages) = source.field("page-range") {
        let (first, last) = pages.split_once(['–', '-']).unwrap_or((pages, ""));
        put("SP", first.trim());
        if !last.trim().is_empty() {
            put("EP", last.trim());
        }
    }
    if let Some(date) = &source.date {
        put("PY", &year_in_words(date));
        if let Some(day) = day(date) {
            put("DA", &day);
        }
    }
    put("ER", "");
    record + "\r\n"
}

/// "Family, Given, Suffix", or a body as it is called.
fn person(written: &str) -> String {
    match name::read(written) {
        Name::Body(body) => body.to_owned(),
        Name::Person {
            family,
            given,
            suffix: "",
        } => format!("{family}, {given}"),
        Name::Person {
            family,
            given,
            suffix,
        } => format!("{family}, {given}, {suffix}"),
    }
}

/// "1914/08/04/": what is not known stays empty.
fn day(date: &HistoricDate) -> Option<String> {
    let parts = parts(date.written())?;
    let year = parts.first().filter(|year| **year > 0)?;
    let two = |at: usize| {
        parts
            .get(at)
            .map_or_else(String::new, |part| format!("{part:02}"))
    };
    Some(format!("{year:04}/{}/{}/", two(1), two(2)))
}

/// The type of a reference for a type of Hayagriva's.
fn kind(source: &Source) -> &'static str {
    let within = source.field("parent-title").is_some();
    match source.kind.as_str() {
        "article" if within => "JOUR",
        "newspaper" => "NEWS",
        "periodical" => "MGZN",
        "chapter" | "anthos" => "CHAP",
        "reference" | "entry" if within => "ENCYC",
        "proceedings" | "conference" if within => "CPAPER",
        "proceedings" | "conference" => "CONF",
        "book" | "anthology" | "reference" => "BOOK",
        "report" => "RPRT",
        "thesis" => "THES",
        "web" | "post" => "ELEC",
        "blog" => "BLOG",
        "patent" => "PAT",
        "case" => "CASE",
        "legislation" => "STAT",
        "manuscript" => "UNPB",
        "artwork" => "ART",
        "repository" => "COMP",
        "video" => "VIDEO",
        _ => "GEN",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_has_a_tag_for_each_thing() {
        let source = Source {
            id: "map".into(),
            kind: "book".into(),
            title: "The Map".into(),
            authors: vec!["King, Martin Luther, Jr.".into(), "{A, B and C}".into()],
            date: HistoricDate::parse("1875-03").ok(),
            fields: vec![
                ("page-range".into(), "12–20".into()),
                ("serial-number".into(), "doi:10.1000/182".into()),
            ],
            ..Source::default()
        };
        let work = Work {
            source: &source,
            pinpoints: Vec::new(),
        };
        assert_eq!(
            write(&[work]),
            "TY  - BOOK\r\nID  - map\r\nTI  - The Map\r\nAU  - King, Martin Luther, Jr.\r\nAU  - A, B and C\r\n\
             DO  - 10.1000/182\r\nSP  - 12\r\nEP  - 20\r\nPY  - 1875\r\nDA  - 1875/03//\r\nER  - \r\n\r\n"
        );
    }
}
