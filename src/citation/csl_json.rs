//! A source as an item of CSL-JSON, the form that reference managers exchange and CSL engines read.
//!
//! <https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html>; the schema is in `tests/data`.

use serde_json::{Map, Value, json};

use super::Work;
use super::identifier::{self, Identifier};
use super::language;
use crate::timeline::name::{self, Name};
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
        ("archive", "archive"),
        ("genre", "genre"),
        ("note", "note"),
    ] {
        put(variable, source.field(field));
    }
    put("language", source.field("language").map(language::code));
    match source.field("serial-number").map(identifier::read) {
        Some(Identifier::Doi(doi)) => put("DOI", Some(doi)),
        Some(Identifier::Isbn(isbn)) => put("ISBN", Some(isbn)),
        Some(Identifier::Issn(issn)) => put("ISSN", Some(issn)),
        Some(Identifier::Number(number)) => put("number", Some(number)),
        None => {}
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
pub(super) fn agency(source: &Source) -> Option<&str> {
    let [author] = source.authors.as_slice() else {
        return None;
    };
    match name::read(author) {
        Name::Body(body)
            if source.kind == "newspaper" && source.field("parent-title").is_none() =>
        {
            Some(body)
        }
        _ => None,
    }
}

fn person(written: &str) -> Value {
    let (family, given, suffix) = match name::read(written) {
        Name::Person {
            family,
            given,
            suffix,
        } => (family, given, suffix),
        Name::Body(body) => return json!({ "literal": body }),
    };
    let (particle, family) = particle(family);
    let mut person = json!({ "family": family, "given": given });
    if !particle.is_empty() {
        person["non-dropping-particle"] = particle.into();
    }
    if !suffix.is_empty() {
        person["suffix"] = suffix.into();
        // "Henry Ford II", but "Henry John Temple, Viscount Palmerston".
        person["comma-suffix"] = suffix.contains(' ').into();
    }
    person
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
        return json!({ "date-parts": [as_csl_counts(parts)] });
    }
    if let Some((year, season)) = season(written) {
        return json!({ "date-parts": [as_csl_counts(vec![year])], "season": season });
    }
    let bare = written.replace(['~', '?', '%'], "");
    let is_doubtful = bare.len() < written.len();
    let ends: Vec<&str> = bare.split('/').collect();
    let ends: Option<Vec<Vec<i32>>> = ends
        .into_iter()
        .map(|end| Some(as_csl_counts(parts(end)?)))
        .collect();
    match ends {
        Some(ends) if is_doubtful => json!({ "date-parts": ends, "circa": true }),
        Some(ends) => json!({ "date-parts": ends }),
        None => json!({ "literal": date_in_words(date) }),
    }
}

/// CSL has no year 0 and counts 44 BC as -44.
fn as_csl_counts(mut parts: Vec<i32>) -> Vec<i32> {
    if let Some(year) = parts.first_mut().filter(|year| **year <= 0) {
        *year -= 1;
    }
    parts
}

/// The year and the season of "1939-23": 1 is spring, and 4 winter, in whatever half of the earth (EDTF 21 to 32).
pub(super) fn season(written: &str) -> Option<(i32, i32)> {
    let (year, season) = written.rsplit_once('-')?;
    let season: i32 = season.parse().ok()?;
    let [year] = parts(year)?[..] else {
        return None;
    };
    (21..=32)
        .contains(&season)
        .then_some((year, (season - 21) % 4 + 1))
}

/// A date in words, for a place that has brackets of its own: "1860s", "c. 1907", "1907?".
pub(super) fn date_in_words(date: &HistoricDate) -> String {
    date.label().replace(" (?)", "?")
}

/// The year or the years of a date, with its doubts and without its months and days: "1914", "1860s", "44 BC".
pub(super) fn year_in_words(date: &HistoricDate) -> String {
    let ends = date.written().split(['/', ',', '[', ']', '{', '}']);
    let is_finer = |end: &str| end.trim_start_matches('-').contains('-');
    if ends.into_iter().any(is_finer) {
        date.years_label()
    } else {
        date_in_words(date)
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
        check("-0043-03", json!({ "date-parts": [[-44, 3]] }));
        check("0000", json!({ "date-parts": [[-1]] }));
        check("-0049/-0043", json!({ "date-parts": [[-50], [-44]] }));
        check("1914/1918", json!({ "date-parts": [[1914], [1918]] }));
        check("1907~", json!({ "date-parts": [[1907]], "circa": true }));
        check("186X", json!({ "literal": "1860s" }));
        check("1947-21", json!({ "date-parts": [[1947]], "season": 1 }));
        check("1947-28", json!({ "date-parts": [[1947]], "season": 4 }));
        check("1947-29", json!({ "date-parts": [[1947]], "season": 1 }));
        check("1947-33", json!({ "literal": "first quarter 1947" }));
        check(
            "1907~/1909",
            json!({ "date-parts": [[1907], [1909]], "circa": true }),
        );
        check("[1866,1867]", json!({ "literal": "1866 or 1867" }));
    }
}
