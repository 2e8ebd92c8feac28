//! BibTeX, in the fields that BibTeX and BibLaTeX share.
//!
//! Dates: `date` holds EDTF, which BibLaTeX reads; `year` is for BibTeX, in words where no figure says it, and `month`
//! one of its macros. The place in a source has no field of its own in either and stands in `pinpoint`, which both
//! pass over.

use std::collections::HashSet;
use std::fmt::Write as _;

use super::Work;
use super::csl_json::{agency, parts, year_in_words};
use super::identifier::{self, Identifier};
use crate::timeline::name::{self, Name};
use crate::timeline::{HistoricDate, Source};

/// The works as a bibliography, an entry each.
#[must_use]
pub fn write(works: &[Work]) -> String {
    let mut keys = HashSet::new();
    let entries: Vec<String> = works
        .iter()
        .map(|work| entry(work, &distinct(key(&work.source.id), &mut keys)))
        .collect();
    entries.join("\n")
}

/// A key that no other entry has: to BibTeX two that differ in case only are one.
fn distinct(key: String, taken: &mut HashSet<String>) -> String {
    let numbered = (2..).map(|number| format!("{key}+{number}"));
    let mut candidates = std::iter::once(key.clone()).chain(numbered);
    candidates
        .find(|candidate| taken.insert(candidate.to_lowercase()))
        .unwrap_or(key)
}

fn entry(work: &Work, key: &str) -> String {
    let source = work.source;
    let mut fields: Vec<(&str, String)> =
        vec![("title", format!("{{{}}}", escaped(&source.title)))];
    let mut put = |field, value: Option<&str>| fields.extend(value.map(|v| (field, escaped(v))));
    let kind = kind(source);
    let organization = source.field("organization");
    let publisher = source.field("publisher").or(organization);
    let agency = agency(source);
    put(container(kind), source.field("parent-title").or(agency));
    match kind {
        "techreport" => put("institution", publisher),
        "phdthesis" => put("school", publisher),
        "article" => put("publisher", publisher),
        "misc" => put("howpublished", publisher),
        _ => put("publisher", publisher),
    }
    for (field, of_source) in [
        ("address", "location"),
        ("volume", "volume"),
        ("number", "issue"),
        ("edition", "edition"),
        ("language", "language"),
        ("type", "genre"),
        ("library", "archive"),
        ("note", "note"),
    ] {
        put(field, source.field(of_source));
    }
    match source.field("serial-number").map(identifier::read) {
        Some(Identifier::Doi(doi)) => put("doi", Some(doi)),
        Some(Identifier::Isbn(isbn)) => put("isbn", Some(isbn)),
        Some(Identifier::Issn(issn)) => put("issn", Some(issn)),
        // An issue is a number already; the number of a law or a paper is one where there is no issue.
        Some(Identifier::Number(number)) if source.field("issue").is_none() => {
            put("number", Some(number));
        }
        _ => {}
    }
    let pages = source
        .field("page-range")
        .map(|pages| pages.replace('–', "--"));
    put("pages", pages.as_deref());
    put("pinpoint", work.at().as_deref());
    let authors = match agency {
        Some(_) => None,
        None => names(&source.authors),
    };
    let names = [("author", authors), ("editor", names(&source.editors))];
    fields.extend(
        names
            .into_iter()
            .filter_map(|(field, names)| Some((field, names?))),
    );
    let translator = source.field("translator").map(names_of);
    fields.extend(translator.map(|translator| ("translator", translator)));
    fields.extend(source.date.iter().flat_map(date));
    // An address is read letter by letter; the door lets no brace into one.
    fields.extend(source.url.iter().map(|url| ("url", url.clone())));

    let mut entry = format!("@{kind}{{{key},\n");
    for (field, value) in fields {
        let _ = writeln!(entry, "  {field} = {{{value}}},");
    }
    if let Some(month) = source.date.as_ref().and_then(month) {
        let _ = writeln!(entry, "  month = {month},");
    }
    entry + "}\n"
}

/// The type in BibTeX for a type of Hayagriva's.
fn kind(source: &Source) -> &'static str {
    let within = source.field("parent-title").is_some();
    match source.kind.as_str() {
        "article" | "newspaper" | "periodical" if within || agency(source).is_some() => "article",
        "chapter" | "anthos" => "incollection",
        "reference" | "entry" if within => "incollection",
        "proceedings" | "conference" if within => "inproceedings",
        "book" | "anthology" | "reference" => "book",
        "proceedings" => "proceedings",
        "report" => "techreport",
        "thesis" => "phdthesis",
        "manuscript" => "unpublished",
        _ => "misc",
    }
}

/// The field for the title of the larger work.
fn container(kind: &str) -> &'static str {
    match kind {
        "article" => "journal",
        "incollection" | "inproceedings" => "booktitle",
        _ => "series",
    }
}

fn names(names: &[String]) -> Option<String> {
    let names: Vec<String> = names.iter().map(|name| names_of(name)).collect();
    (!names.is_empty()).then(|| names.join(" and "))
}

/// A name; a body stands in braces, so that nobody looks for a family name in it.
fn names_of(written: &str) -> String {
    match name::read(written) {
        Name::Person {
            family,
            given,
            suffix: "",
        } => format!("{}, {}", part(family), part(given)),
        Name::Person {
            family,
            given,
            suffix,
        } => format!("{}, {}, {}", part(family), part(suffix), part(given)),
        Name::Body(body) => format!("{{{}}}", escaped(body)),
    }
}

/// A part of a name; what parts names or their parts from each other is kept from doing so within one.
fn part(written: &str) -> String {
    let part = escaped(written);
    if part.contains(" and ") || part.contains(',') {
        format!("{{{part}}}")
    } else {
        part
    }
}

/// A date as EDTF, and the year for BibTeX.
fn date(date: &HistoricDate) -> Vec<(&'static str, String)> {
    let written = date.written();
    let mut fields = vec![("year", escaped(&year_in_words(date)))];
    // BibLaTeX reads no sets and no letters for years.
    if !written.contains(['[', '{', 'Y']) {
        fields.insert(0, ("date", written.to_owned()));
    }
    fields
}

/// The macro of BibTeX for the month of a date; a style writes it out in its own language.
fn month(date: &HistoricDate) -> Option<&'static str> {
    const MACROS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let month = *parts(date.written())?.get(1)?;
    MACROS
        .get(usize::try_from(month).ok()?.checked_sub(1)?)
        .copied()
}

/// The key of an entry, which every reader takes: letters and figures of ASCII, and all else of an id in hexadecimal.
fn key(id: &str) -> String {
    let mut key = String::with_capacity(id.len());
    for character in id.chars() {
        if character.is_ascii_alphanumeric() || "-_.:/".contains(character) {
            key.push(character);
        } else {
            let _ = write!(key, "+{:x}", u32::from(character));
        }
    }
    key
}

/// Text with the characters that TeX would obey written as it wants them.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' | '%' | '$' | '#' | '_' => escaped.extend(['\\', character]),
            // BibTeX counts braces whether a backslash stands before them or not.
            '{' => escaped.push_str("\\textbraceleft{}"),
            '}' => escaped.push_str("\\textbraceright{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '\\' => escaped.push_str("\\textbackslash{}"),
            _ => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use biblatex::Bibliography;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_id_is_one_key_and_each_has_its_own() {
        let check = |id: &str, expected: &str| assert_eq!(key(id), expected);
        check("hertslet-map", "hertslet-map");
        check("doi:10.1000/1", "doi:10.1000/1");
        check("a, b = {c}", "a+2c+20b+20+3d+20+7bc+7d");
        check("a+2c", "a+2b2c");
        check("Київ", "+41a+438+457+432");
    }

    #[test]
    fn keys_that_differ_in_case_only_are_told_apart() {
        let mut taken = HashSet::new();
        let keys = ["doe", "Doe", "DOE"].map(|key| distinct(key.to_owned(), &mut taken));
        assert_eq!(keys, ["doe", "Doe+2", "DOE+3"]);
    }

    proptest! {
        #[test]
        fn a_real_reader_finds_the_text_and_the_key_as_they_were(
            id in "[-a-z0-9,{}\"#%~ =+]{1,8}",
            text in "[a-z]([a-z{}\\\\&%$#_~^@, ]{0,12}[a-z{}\\\\&%$#_~^@])?",
        ) {
            let entry = format!("@misc{{{},\n  note = {{{}}},\n}}\n", key(&id), escaped(&text));
            let read = Bibliography::parse(&format!("{entry}\n@misc{{next,\n  note = {{n}},\n}}\n"));
            let read = read.map_err(|error| TestCaseError::fail(format!("{error}: {entry}")))?;
            let keys: Vec<&str> = read.iter().map(|entry| entry.key.as_str()).collect();
            let own = key(&id);
            prop_assert_eq!(keys, [own.as_str(), "next"]);
            let note = read.iter().next().and_then(|entry| entry.get("note"));
            let note = note.map(biblatex::ChunksExt::format_verbatim);
            let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(note.map(|note| words(&note)), Some(words(&text)));
            // BibTeX itself counts braces without looking for a backslash.
            let depth = |brace: char| entry.matches(brace).count();
            prop_assert_eq!(depth('{'), depth('}'));
        }
    }
}
