//! BibTeX, in the fields that BibTeX and BibLaTeX share.
//!
//! Dates: `date` holds EDTF, which BibLaTeX reads; `year` and `month` are for BibTeX, as far as they are known.
//! The place in a source has no field of its own in either and stands in `pinpoint`, which both pass over.

use std::fmt::Write as _;

use super::csl_json::parts;
use super::{Name, Work, name};
use crate::timeline::{HistoricDate, Source};

/// The works as a bibliography, an entry each.
#[must_use]
pub fn write(works: &[Work]) -> String {
    let entries: Vec<String> = works.iter().map(entry).collect();
    entries.join("\n")
}

fn entry(work: &Work) -> String {
    let source = work.source;
    let mut fields: Vec<(&str, String)> =
        vec![("title", format!("{{{}}}", escaped(&source.title)))];
    let mut put = |field, value: Option<&str>| fields.extend(value.map(|v| (field, escaped(v))));
    let kind = kind(source);
    let organization = source.field("organization");
    let publisher = source.field("publisher").or(organization);
    put(container(kind), source.field("parent-title"));
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
    // An issue is a number already; the number of a law or a paper is one where there is no issue.
    if source.field("issue").is_none() {
        put("number", source.field("serial-number"));
    }
    let pages = source
        .field("page-range")
        .map(|pages| pages.replace('–', "--"));
    put("pages", pages.as_deref());
    put("pinpoint", work.at().as_deref());
    let names = [
        ("author", names(&source.authors)),
        ("editor", names(&source.editors)),
    ];
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

    let mut entry = format!("@{kind}{{{},\n", key(&source.id));
    for (field, value) in fields {
        let _ = writeln!(entry, "  {field} = {{{value}}},");
    }
    entry + "}\n"
}

/// The type in BibTeX for a type of Hayagriva's.
fn kind(source: &Source) -> &'static str {
    let within = source.field("parent-title").is_some();
    match source.kind.as_str() {
        "article" | "newspaper" | "periodical" if within => "article",
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
    match name(written) {
        Name::Person { family, given } => format!("{}, {}", part(family), part(given)),
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

/// A date as EDTF, and what of it BibTeX has fields for.
fn date(date: &HistoricDate) -> Vec<(&'static str, String)> {
    let Some(parts) = parts(date.written()) else {
        // BibLaTeX reads no sets and no letters for years; words are read by both.
        let is_set = date.written().contains(['[', '{', 'Y']);
        let year = ("year", escaped(&date.label()));
        let edtf = ("date", date.written().to_owned());
        return if is_set { vec![year] } else { vec![edtf] };
    };
    let mut fields = vec![
        ("date", date.written().to_owned()),
        ("year", parts[0].to_string()),
    ];
    fields.extend(parts.get(1).map(|month| ("month", month.to_string())));
    fields
}

/// The key of an entry: an id with what would end it, or what TeX would obey in it, written in hexadecimal.
fn key(id: &str) -> String {
    let mut key = String::with_capacity(id.len());
    for character in id.chars() {
        if character.is_alphanumeric() || "-_.:/".contains(character) {
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
        check("Київ", "Київ");
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
