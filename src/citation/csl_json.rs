//! A source as an item of CSL-JSON, the form that reference managers exchange and CSL engines read.
//!
//! <https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html>; the schema is in `tests/data`.

use serde_json::{Map, Value, json};

use super::{Name, Work, name};
use crate::timeline::{HistoricDate, Source};

/// The works as CSL-JSON, with the places in `custom`, where the schema leaves room for them.
#[must_use]
pub fn write(works: &[Work]) -> String {
    let item = |work: &Work| {
        let mut item = item(work.source);
        if let Some(at) = work.at() {
            item.insert("custom".into(), json!({ "pinpoint": at }));
        }
        Value::Object(item)
    };
    let items: Value = works.iter().map(item).collect();
    // What came through the door holds nothing that JSON would leave raw and a terminal would obey.
    format!("{items:#}\n")
}

/// The item of a source.
#[must_use]
pub fn item(source: &Source) -> Map<String, Value> {
    let mut item = Map::new();
    let mut put = |key: &str, value: Option<&str>| {
        if let Some(value) = value {
            item.insert(key.to_owned(), value.into());
        }
    };
    let organization = source.field("organization");
    let container = source.field("parent-title");
    put("id", Some(&source.id));
    put("type", Some(kind(source)));
    put("title", Some(&source.title));
    // The body behind a web page is its site, behind a law its authority, behind all else its publisher.
    let (site, authority, publisher) = match source.kind.as_str() {
        "web" | "blog" | "post" => (organization, None, None),
        "case" | "legislation" => (None, organization, None),
        _ => (None, None, organization),
    };
    let agency = agency(source);
    put("container-title", container.or(site).or(agency));
    put("authority", authority);
    put("publisher", source.field("publisher").or(publisher));
    for (field, variable) in [
        ("location", "publisher-place"),
        ("volume", "volume"),
        ("issue", "issue"),
        ("page-range", "page"),
        ("edition", "edition"),
        ("serial-number", "number"),
        ("archive", "archive"),
        ("genre", "genre"),
        ("language", "language"),
        ("note", "note"),
    ] {
        put(variable, source.field(field));
    }
    put("URL", source.url.as_deref());
    let translator: Vec<String> = source
        .field("translator")
        .into_iter()
        .map(str::to_owned)
        .collect();
    let nobody = Vec::new();
    for (role, names) in [
        (
            "author",
            if agency.is_some() {
                &nobody
            } else {
                &source.authors
            },
        ),
        ("editor", &source.editors),
        ("translator", &translator),
    ] {
        if !names.is_empty() {
            item.insert(role.into(), names.iter().map(|name| person(name)).collect());
        }
    }
    if let Some(date) = &source.date {
        item.insert("issued".into(), issued(date));
    }
    item
}

/// The agency or broadcaster that published a report under its own name: for a style the newspaper, not the author.
fn agency(source: &Source) -> Option<&str> {
    let [author] = source.authors.as_slice() else {
        return None;
    };
    match name(author) {
        Name::Body(body)
            if source.kind == "newspaper" && source.field("parent-title").is_none() =>
        {
            Some(body)
        }
        _ => None,
    }
}

fn person(written: &str) -> Value {
    match name(written) {
        Name::Person { family, given } => match particle(family) {
            ("", family) => json!({ "family": family, "given": given }),
            (particle, family) => {
                json!({ "family": family, "given": given, "non-dropping-particle": particle })
            }
        },
        Name::Body(body) => json!({ "literal": body }),
    }
}

/// "de" and "Visscher": what stands in small letters before a family name, which is sorted under it all the same.
fn particle(family: &str) -> (&str, &str) {
    let is_small = |word: &&str| word.starts_with(char::is_lowercase);
    let start = family.split(' ').find(|word| !is_small(word));
    match start.and_then(|word| family.find(word)) {
        Some(start) => (family[..start].trim_end(), &family[start..]),
        None => ("", family),
    }
}

/// The type in CSL for a type of Hayagriva's; what stands in a larger work is another thing than the work.
fn kind(source: &Source) -> &'static str {
    let within = source.field("parent-title").is_some();
    match source.kind.as_str() {
        "article" if within => "article-journal",
        "article" => "article",
        "newspaper" => "article-newspaper",
        "periodical" if within => "article-magazine",
        "periodical" => "periodical",
        "chapter" | "anthos" => "chapter",
        "reference" | "entry" if within => "entry-encyclopedia",
        "proceedings" | "conference" if within => "paper-conference",
        "book" | "anthology" | "reference" | "proceedings" | "conference" => "book",
        "report" => "report",
        "thesis" => "thesis",
        "web" => "webpage",
        "blog" => "post-weblog",
        "post" => "post",
        "patent" => "patent",
        "case" => "legal_case",
        "legislation" => "legislation",
        "manuscript" => "manuscript",
        "artwork" => "graphic",
        "performance" | "scene" => "performance",
        "repository" => "software",
        "video" => "motion_picture",
        _ => "document",
    }
}

/// The date of a source, in parts where CSL has parts for it and in words where it has none.
fn issued(date: &HistoricDate) -> Value {
    let written = date.written();
    if let Some(parts) = parts(written) {
        return json!({ "date-parts": [parts] });
    }
    if let Some((from, to)) = written.split_once('/')
        && let (Some(from), Some(to)) = (parts(from), parts(to))
    {
        return json!({ "date-parts": [from, to] });
    }
    match parts(written.trim_end_matches(['~', '?', '%'])) {
        Some(parts) => json!({ "date-parts": [parts], "circa": true }),
        None => json!({ "literal": date.label() }),
    }
}

/// Year, month and day as far as they are given; `None` for anything but a plain date.
pub(super) fn parts(written: &str) -> Option<Vec<i32>> {
    let (sign, figures) = match written.strip_prefix('-') {
        Some(figures) => (-1, figures),
        None => (1, written),
    };
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts: Vec<i32> = figures
        .split('-')
        .map(|part| part.parse().ok().filter(|_| is_number(part)))
        .collect::<Option<_>>()?;
    // A month beyond the twelfth is EDTF's way to say spring.
    let months = parts.get(1).is_none_or(|month| (1..=12).contains(month));
    parts[0] *= sign;
    (parts.len() <= 3 && months).then_some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_keeps_its_own_precision() {
        let check = |written: &str, expected: Value| {
            let date = HistoricDate::parse(written).expect(written);
            assert_eq!(issued(&date), expected, "{written}");
        };
        check("1875", json!({ "date-parts": [[1875]] }));
        check("1914-08", json!({ "date-parts": [[1914, 8]] }));
        check("1914-08-04", json!({ "date-parts": [[1914, 8, 4]] }));
        check("-0044-03", json!({ "date-parts": [[-44, 3]] }));
        check("1914/1918", json!({ "date-parts": [[1914], [1918]] }));
        check("1907~", json!({ "date-parts": [[1907]], "circa": true }));
        check("186X", json!({ "literal": "1860s" }));
        check("1947-21", json!({ "literal": "spring 1947" }));
    }
}
