//! A work as an item that the engine can take, with what it could not take put aside.
//!
//! The engine knows plain dates and no others, finds numbers in words and labels them again, and takes family names
//! apart. What it would spoil goes through it as a sign that it leaves alone, and is put back into what comes out.

use hayagriva::citationberg::json::Item;
use hayagriva::{BibliographyItem, BufWriteFormat, ElemChildren};
use serde_json::{Map, Value, json};

use super::tidy::{INNER_CLOSING, printed_quotes, tidy};
use crate::citation::pinpoint::{self, Pinpoint};
use crate::citation::{Work, csl_json};

/// Signs for private use, which mean nothing in any text and so pass through the engine untouched. It would find
/// numbers in what they stand for and label them again ("no. UNTS no. 52241"), or take the bracket at the end of
/// a pinpoint for its own.
pub(super) const PINPOINT: &str = "\u{E000}";
const NUMBER: &str = "\u{E001}";

/// The space within a family name of several words, where the engine would cut it.
const SPACE: &str = "\u{E002}";

/// The colon of a French title, whose space is its own.
const COLON: &str = "\u{E003}";
const COLON_OF_A_TITLE: &str = " :";

/// Quotation marks of a title, of which the engine would take one at the end for its own.
const OPENING: &str = "\u{E004}";
const CLOSING: &str = "\u{E005}";

/// The bracket that ends a text, which the engine would take for its own.
const BRACKET: &str = "\u{E006}";

/// An item that the engine can take, with what it could not take put aside.
pub(super) struct Prepared {
    pub(super) item: Item,
    pub(super) pinpoint: Option<Pinpoint>,
    /// What stands for something in the item, and for what.
    aside: Vec<(String, String)>,
    /// The year that stands for a date, the date, and its year alone.
    date: Option<(String, String, String)>,
    /// Whether the style has a comma or a stop within the quotation marks that it follows.
    stops_inside: bool,
    /// The year of a date that is a season.
    year_of_season: Option<String>,
}

impl Prepared {
    /// Prepares works that are cited together: the same date in words has the same sign for a year in all of them.
    pub(super) fn all(works: &[Work], stops_inside: bool) -> Vec<Self> {
        let mut items: Vec<Map<String, Value>> = works
            .iter()
            .map(|work| csl_json::item(work.source))
            .collect();
        let texts: String = items
            .iter()
            .map(|item| Value::Object(item.clone()).to_string())
            .collect();
        let mut free = (20_000..30_000).filter(|year: &i32| !texts.contains(&year.to_string()));
        let mut years: Vec<(String, i32)> = Vec::new();
        let each = works.iter().zip(&mut items);
        each.map(|(work, item)| {
            let date = work.source.date.as_ref().and_then(|date| {
                if let Some(parts) = csl_json::parts(date.written()) {
                    // The engine counts years as astronomers do.
                    item.insert("issued".into(), json!({ "date-parts": [parts] }));
                    return None;
                }
                if let Some((year, season)) = csl_json::season(date.written()) {
                    let issued = json!({ "date-parts": [[year]], "season": season });
                    item.insert("issued".into(), issued);
                    return None;
                }
                let label = csl_json::date_in_words(date);
                let known = years.iter().find(|(known, _)| *known == label);
                let year = match known {
                    Some((_, year)) => *year,
                    None => free.next().unwrap_or(30_000),
                };
                years.push((label.clone(), year));
                item.insert("issued".into(), json!({ "date-parts": [[year]] }));
                Some((year.to_string(), label, csl_json::year_in_words(date)))
            });
            Prepared::new(work, std::mem::take(item), date, stops_inside)
        })
        .collect()
    }

    fn new(
        work: &Work,
        mut item: Map<String, Value>,
        date: Option<(String, String, String)>,
        stops_inside: bool,
    ) -> Self {
        let mut aside = Vec::new();
        // Styles capitalise English titles. Of a title in a language that is not named they keep their hands.
        item.entry("language").or_insert_with(|| "und".into());
        let kind = match item["type"].as_str() {
            // Styles know the laws of one country. Those of all others are best served as documents, with their full dates.
            Some("legislation") => Some("document"),
            // The engine leaves out the title of an entry in the styles of Chicago; a part of a book is cited alike.
            Some("entry-encyclopedia") => Some("chapter"),
            // The engine writes "in" before what a part is a part of even where that is not known.
            Some("chapter") if !item.contains_key("container-title") => Some("book"),
            _ => None,
        };
        if let Some(kind) = kind {
            item.insert("type".into(), kind.into());
        }
        for title in ["title", "container-title"] {
            if let Some(Value::String(title)) = item.get_mut(title) {
                *title = printed_quotes(without_last_stop(title))
                    .replace(COLON_OF_A_TITLE, COLON)
                    .replace("”,", &format!("{INNER_CLOSING},"))
                    .replace("”.", &format!("{INNER_CLOSING}."))
                    .replace('“', OPENING)
                    .replace('”', CLOSING);
            }
        }
        for (_, value) in item.iter_mut().filter(|(name, _)| *name != "URL") {
            if let Value::String(text) = value
                && let Some(text_before) = text.strip_suffix(')')
            {
                *text = format!("{text_before}{BRACKET}");
            }
        }
        aside.push((COLON.to_owned(), COLON_OF_A_TITLE.to_owned()));
        if let Some(Value::String(number)) = item.get_mut("number")
            && number.contains(|c: char| !c.is_ascii_digit())
        {
            aside.push((
                NUMBER.to_owned(),
                std::mem::replace(number, NUMBER.to_owned()),
            ));
        }
        for role in ["author", "editor", "translator"] {
            let names = item.get_mut(role).and_then(Value::as_array_mut);
            names.into_iter().flatten().for_each(keep_family_whole);
        }
        aside.push((SPACE.to_owned(), " ".to_owned()));
        let date_of_work = work.source.date.as_ref();
        let season = date_of_work.and_then(|date| csl_json::season(date.written()));
        let year_of_season = season.map(|(year, _)| year.to_string());
        let pinpoint = work.at().map(|at| pinpoint::read(&at));
        if let Some(Pinpoint::Words(words)) = &pinpoint {
            aside.push((PINPOINT.to_owned(), words.clone()));
        }
        // Last, for what was put aside before may end with one.
        aside.push((BRACKET.to_owned(), ")".to_owned()));
        let variables = item.into_iter();
        let variables =
            variables.filter_map(|(key, value)| Some((key, serde_json::from_value(value).ok()?)));
        Prepared {
            item: Item(variables.collect()),
            pinpoint,
            aside,
            date,
            stops_inside,
            year_of_season,
        }
    }

    /// A line of a list of references, with its number if the style gives one.
    pub(super) fn reference(&self, item: BibliographyItem) -> String {
        let first = item.first_field.map(|field| ElemChildren(vec![field]));
        let parts: Vec<&ElemChildren> = first.iter().chain([&item.content]).collect();
        self.text(&parts, |date| &date.1)
    }

    /// A note, which has the whole date, or what stands in the text, which has its year.
    pub(super) fn citation(&self, cited: &ElemChildren, is_note: bool) -> String {
        self.text(&[cited], |date| if is_note { &date.1 } else { &date.2 })
    }

    /// Plain text on one line, with what was put aside in its place.
    fn text(
        &self,
        parts: &[&ElemChildren],
        of_date: impl Fn(&(String, String, String)) -> &String,
    ) -> String {
        let written = parts.iter().map(|part| {
            let mut text = String::new();
            // Writing to a string cannot fail.
            let _ = part.write_buf(&mut text, BufWriteFormat::Plain);
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        });
        let text = written.collect::<Vec<_>>().join(" ");
        let text = text.replace(OPENING, "“").replace(CLOSING, "”");
        let text = match &self.year_of_season {
            Some(year) => without_season(&text, year),
            None => text,
        };
        let text = tidy(&text, self.stops_inside);
        let text = match &self.date {
            Some(date) => text.replace(&date.0, of_date(date)),
            None => text,
        };
        let put_back = |text: String, (sign, words): &(String, String)| text.replace(sign, words);
        // Words of the file stand as they are written; only what the engine set around them is mended.
        let text = self.aside.iter().fold(text, put_back);
        // The stop at the end is the engine's, also behind words of the file.
        match text.strip_suffix("”.") {
            Some(before) if self.stops_inside => format!("{before}.”"),
            _ => text,
        }
    }
}

/// A title without the stop that ends its last sentence: what stands behind it in a style parts it well enough. The stop
/// of an abbreviation, which is short, belongs to its word.
fn without_last_stop(title: &str) -> &str {
    let is_sentence = |before: &&str| {
        let last = before.rsplit(' ').next().unwrap_or_default();
        last.chars().count() > 4 && last.chars().all(char::is_alphabetic)
    };
    title.strip_suffix('.').filter(is_sentence).unwrap_or(title)
}

/// The year alone where a style has nothing but years: the engine has "Autumn/1939" there.
fn without_season(text: &str, year: &str) -> String {
    let end = format!("/{year}");
    let word = |word: &str| {
        let (season, rest) = word.split_once(&end)?;
        let name = season.trim_start_matches('(');
        // An address may have a slash before a year as well.
        let is_season = name.chars().all(char::is_alphabetic);
        let bracket = season.strip_suffix(name)?;
        is_season.then(|| format!("{bracket}{year}{rest}"))
    };
    let words = text.split(' ');
    let words = words.map(|written| word(written).unwrap_or_else(|| written.to_owned()));
    words.collect::<Vec<_>>().join(" ")
}

/// "Della Valle" is one name, of which the engine would take the first word for a particle.
fn keep_family_whole(person: &mut Value) {
    if person.get("non-dropping-particle").is_none()
        && let Some(Value::String(family)) = person.get_mut("family")
    {
        *family = family.replace(' ', SPACE);
    }
}
