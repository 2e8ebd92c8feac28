//! Hayagriva's CSL engine at work: items in, plain text out.

use std::sync::OnceLock;

use hayagriva::archive::{self, ArchivedStyle};
use hayagriva::citationberg::json::Item;
use hayagriva::citationberg::taxonomy::Locator;
use hayagriva::citationberg::{IndependentStyle, Locale, Style as File, StyleClass};
use hayagriva::{
    BibliographyDriver, BibliographyItem, BibliographyRequest, BufWriteFormat, CitationItem,
    CitationRequest, ElemChildren, LocatorPayload, SpecificLocator,
};
use serde_json::{Value, json};

use super::repair::repair;
use super::{Cited, Style, StyleError};
use crate::citation::pinpoint::{self, Pinpoint};
use crate::citation::{Work, csl_json};

/// The style of a name, in any case.
///
/// # Errors
/// When there is none.
pub fn named(name: &str) -> Result<Style, StyleError> {
    let wanted = name.trim().to_lowercase();
    let found = names().into_iter().find(|known| *known == wanted);
    found.map(Style).ok_or(StyleError::Unknown)
}

/// All names of styles, in the order of the alphabet.
#[must_use]
pub fn names() -> Vec<&'static str> {
    let all = ArchivedStyle::all().iter();
    let mut names: Vec<&str> = all.flat_map(|style| style.names()).copied().collect();
    names.sort_unstable();
    names
}

/// The works in a style, in their order.
///
/// # Errors
/// When there is no such style.
pub fn cite(works: &[Work], style: Style) -> Result<Vec<Cited>, StyleError> {
    let file = ArchivedStyle::by_name(style.name()).map(ArchivedStyle::get);
    // A dependent style is another one under its name; the archive holds none.
    let Some(File::Independent(mut file)) = file else {
        return Err(StyleError::Unknown);
    };
    repair(&mut file);
    if file.settings.class == StyleClass::Note {
        // A note is all that is shown of it; the engine would write a list of references with every one.
        file.bibliography = None;
    }
    Ok(works.iter().map(|work| one(work, &file)).collect())
}

/// One work by itself: citations of a set would be distinguished by letters and shortened after the first,
/// and each is to be pasted where it is needed.
fn one(work: &Work, style: &IndependentStyle) -> Cited {
    static LOCALES: OnceLock<Vec<Locale>> = OnceLock::new();
    let locales = LOCALES.get_or_init(archive::locales);
    let prepared = Prepared::new(work);
    let locator = prepared.pinpoint.as_ref().map(|pinpoint| match pinpoint {
        Pinpoint::Pages(pages) => SpecificLocator(Locator::Page, LocatorPayload::Str(pages)),
        Pinpoint::Words(_) => SpecificLocator(Locator::Custom, LocatorPayload::Str(PINPOINT)),
    });
    let mut driver = BibliographyDriver::new();
    let item = CitationItem::with_locator(&prepared.item, locator);
    driver.citation(CitationRequest::new(
        vec![item],
        style,
        None,
        locales,
        Some(1),
    ));
    let rendered = driver.finish(BibliographyRequest::new(style, None, locales));
    let citation = rendered.citations.first();
    let listed = rendered
        .bibliography
        .and_then(|list| list.items.into_iter().next());
    let reference = listed.filter(|_| style.settings.class == StyleClass::InText);
    Cited {
        citation: citation.map_or_else(String::new, |cited| prepared.text(&[&cited.citation])),
        reference: reference.map(|item| prepared.entry(item)),
    }
}

/// Signs for private use, which mean nothing in any text and so pass through the engine untouched. It would find
/// numbers in what they stand for and label them again ("no. UNTS no. 52241"), or take the bracket at the end of
/// a pinpoint for its own.
const PINPOINT: &str = "\u{E000}";
const NUMBER: &str = "\u{E001}";

/// An item that the engine can take, with what it could not take put aside.
struct Prepared {
    item: Item,
    pinpoint: Option<Pinpoint>,
    /// What stands for something in the item, and for what.
    aside: Vec<(String, String)>,
}

impl Prepared {
    fn new(work: &Work) -> Self {
        let mut item = csl_json::item(work.source);
        let mut aside = Vec::new();
        // Styles capitalise English titles. Of a title in a language that is not named they keep their hands.
        item.entry("language").or_insert_with(|| "und".into());
        // Styles know the laws of one country. Those of all others are best served as documents, with their full dates.
        if item["type"] == "legislation" {
            item.insert("type".into(), "document".into());
        }
        if let Some(number) = work.source.field("serial-number")
            && number.contains(|c: char| !c.is_ascii_digit())
        {
            item.insert("number".into(), NUMBER.into());
            aside.push((NUMBER.to_owned(), number.to_owned()));
        }
        let date = work.source.date.as_ref();
        if let Some(date) = date.filter(|date| csl_json::parts(date.written()).is_none()) {
            let year = stand_in(&Value::Object(item.clone()).to_string());
            item.insert("issued".into(), json!({ "date-parts": [[year]] }));
            aside.push((year.to_string(), date.label()));
        }
        let pinpoint = work.at().map(|at| pinpoint::read(&at));
        if let Some(Pinpoint::Words(words)) = &pinpoint {
            aside.push((PINPOINT.to_owned(), words.clone()));
        }
        let variables = item.into_iter();
        let variables =
            variables.filter_map(|(key, value)| Some((key, serde_json::from_value(value).ok()?)));
        Prepared {
            item: Item(variables.collect()),
            pinpoint,
            aside,
        }
    }

    /// A line of a list of references, with its number if the style gives one.
    fn entry(&self, item: BibliographyItem) -> String {
        let first = item.first_field.map(|field| ElemChildren(vec![field]));
        let parts: Vec<&ElemChildren> = first.iter().chain([&item.content]).collect();
        self.text(&parts)
    }

    /// Plain text on one line, with what was put aside in its place.
    fn text(&self, parts: &[&ElemChildren]) -> String {
        let written = parts.iter().map(|part| {
            let mut text = String::new();
            // Writing to a string cannot fail.
            let _ = part.write_buf(&mut text, BufWriteFormat::Plain);
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        });
        let text = written.collect::<Vec<_>>().join(" ");
        let put_back = |text: String, (sign, words): &(String, String)| text.replace(sign, words);
        self.aside.iter().fold(text, put_back)
    }
}

/// A year that occurs nowhere in an item, and so can be found again in what the engine makes of it.
///
/// CSL's engines know plain dates only. "1860s" or "about 1907" has to come through them as a year.
fn stand_in(item: &str) -> i32 {
    let is_free = |year: &i32| !item.contains(&year.to_string());
    (20_000..30_000).find(is_free).unwrap_or(30_000)
}
