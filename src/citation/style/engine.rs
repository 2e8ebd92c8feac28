//! Hayagriva's CSL engine at work: items in, plain text out.

use std::collections::HashMap;

use hayagriva::archive::ArchivedStyle;
use hayagriva::citationberg::json::Item;
use hayagriva::citationberg::taxonomy::Locator;
use hayagriva::citationberg::{
    CitationFormat, IndependentStyle, Style as File, StyleCategory, StyleClass,
};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, LocatorPayload,
    SpecificLocator,
};

use super::locale::locales;
use super::prepared::{PINPOINT, Prepared};
use super::repair::{begins_labels_with_a_capital, repair};
use super::settle::{Known, StyleQuestions, known, settle};
use super::tidy::capital_labels;
use super::{Cited, Style, StyleError};
use crate::citation::Work;
use crate::citation::pinpoint::Pinpoint;
use crate::timeline::HistoricDate;

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
    let questions = StyleQuestions::by(&file);
    let mut settled: HashMap<Known, IndependentStyle> = HashMap::new();
    let prepared = Prepared::all(works, has_stops_inside(&file));
    let adds_letters = file.citation.disambiguate_add_year_suffix;
    let capital = begins_labels_with_a_capital(&file);
    let mut cited: Vec<Option<Cited>> = vec![None; works.len()];
    for group in told_apart_together(works, &file) {
        let together: Vec<&Prepared> = group.iter().filter_map(|at| prepared.get(*at)).collect();
        let known = known(together.iter().map(|work| &work.item), &questions);
        let file = &*settled.entry(known).or_insert_with_key(|known| {
            let mut file = file.clone();
            settle(&mut file, known);
            file
        });
        let mut rendered = render(&together, file, capital);
        if let [first, others @ ..] = together.as_slice()
            && !others.is_empty()
        {
            // The engine leaves the first of those that are alike as it is, and tells the others from it.
            let last: Vec<&Prepared> = others.iter().take(1).chain([first]).copied().collect();
            if let (false, Some(told_apart)) = (adds_letters, render(&last, file, capital).pop())
                && let Some(place) = rendered.first_mut()
            {
                *place = told_apart;
            }
        }
        for (at, one) in group.iter().zip(rendered) {
            if let Some(place) = cited.get_mut(*at) {
                *place = Some(one);
            }
        }
    }
    Ok(cited.into_iter().flatten().collect())
}

/// Whether a comma or a stop stands within the quotation marks that it follows: so in American English, which a style
/// is in that names no language, and wherever a style says so.
fn has_stops_inside(style: &IndependentStyle) -> bool {
    let of_language = style.default_locale.as_ref();
    let of_language = of_language.is_none_or(|code| code.0 == "en-US");
    let mut locales = style.locale.iter();
    locales
        .find_map(|locale| locale.style_options?.punctuation_in_quote)
        .unwrap_or(of_language)
}

/// Which works are cited in one go. Each is by itself, so that it can be pasted where it is needed, but works of one
/// author are together in styles that point to a work by its author, where these have its year those of one year: "Doe
/// 1907a" and "Doe 1907b".
fn told_apart_together(works: &[Work], style: &IndependentStyle) -> Vec<Vec<usize>> {
    let format = style
        .info
        .category
        .iter()
        .find_map(|category| match category {
            StyleCategory::CitationFormat { format } => Some(*format),
            _ => None,
        });
    let in_text = style.settings.class == StyleClass::InText;
    let by_year = in_text && format == Some(CitationFormat::AuthorDate);
    let by_author = by_year || in_text && format == Some(CitationFormat::Author);
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut of_authors: HashMap<(Vec<&str>, Option<String>), usize> = HashMap::new();
    for (at, work) in works.iter().enumerate() {
        let source = work.source;
        let names = [&source.authors, &source.editors];
        let names = names.into_iter().find(|names| !names.is_empty());
        let mut authors: Vec<&str> = names.into_iter().flatten().map(String::as_str).collect();
        // An unsigned article may go by the name of its newspaper.
        authors.extend(source.field("parent-title").filter(|_| names.is_none()));
        let year = source.date.as_ref().filter(|_| by_year);
        let is_named = !authors.is_empty();
        let key = (authors, year.map(HistoricDate::years_label));
        match of_authors
            .get(&key)
            .and_then(|group| groups.get_mut(*group))
        {
            Some(group) => group.push(at),
            None => {
                if by_author && is_named {
                    of_authors.insert(key, groups.len());
                }
                groups.push(vec![at]);
            }
        }
    }
    groups
}

/// Works as the engine cites them when they stand in one text; `capital` where the style begins its labels with one.
fn render(works: &[&Prepared], style: &IndependentStyle, capital: bool) -> Vec<Cited> {
    let locales = locales(style);
    let mut driver = BibliographyDriver::new();
    for work in works {
        let locator = work.pinpoint.as_ref().map(|pinpoint| match pinpoint {
            Pinpoint::Pages(pages) => SpecificLocator(Locator::Page, LocatorPayload::Str(pages)),
            Pinpoint::Words(_) => SpecificLocator(Locator::Custom, LocatorPayload::Str(PINPOINT)),
        });
        let item = vec![CitationItem::with_locator(&work.item, locator)];
        driver.citation(CitationRequest::new(item, style, None, locales, Some(1)));
    }
    let rendered = driver.finish(BibliographyRequest::new(style, None, locales));
    let is_note = style.settings.class == StyleClass::Note;
    let labelled = |text: String| if capital { capital_labels(&text) } else { text };
    let mut listed = rendered
        .bibliography
        .map_or_else(Vec::new, |list| list.items);
    let mut reference = |work: &Prepared| {
        let at = listed.iter().position(|item| item.key == id(&work.item))?;
        Some(labelled(work.reference(listed.remove(at))))
    };
    let each = works.iter().enumerate();
    each.map(|(at, work)| Cited {
        citation: rendered
            .citations
            .get(at)
            .map_or_else(String::new, |cited| {
                labelled(work.citation(&cited.citation, is_note))
            }),
        reference: if is_note { None } else { reference(work) },
    })
    .collect()
}

/// The id under which the engine lists an item.
fn id(item: &Item) -> String {
    item.id().map_or_else(String::new, Into::into)
}
