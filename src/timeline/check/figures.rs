//! Figures and quotations in running text: each sentence that has one names its evidence, and a figure that is stated
//! twice is the same both times.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use crate::timeline::diagnostic::{Faults, quoted};
use crate::timeline::document::{AnswerTable, CaseTable, Document};
use crate::timeline::model::{Case, Prose, Timeline};
use crate::timeline::table_reader::Located;
use crate::words::dates::is_english_month;

/// Words that may stand between quotation marks without being a quotation.
const MOST_WORDS: usize = 3;

/// Abbreviations behind whose full stop a sentence goes on.
const ABBREVIATIONS: [&str; 16] = [
    "Art", "Arts", "art", "arts", "No", "Nos", "no", "nos", "p", "pp", "vol", "c", "ca", "cf",
    "St", "Dr",
];

/// Figures of a unit that are this near to each other, as a share, are taken for the same thing stated twice.
const NEAR: f64 = 0.1;

/// A running text with its position in the file.
struct Text<'t> {
    text: &'t Prose,
    span: &'t Range<usize>,
}

/// Checks the records of the passages, and the notes and the outcomes of the cases.
pub(super) fn check(document: &Document, timeline: &Timeline, source: &str, faults: &Faults) {
    for (table, passage) in document.passages.iter().zip(&timeline.passages) {
        let span = table.record.as_ref().map(|record| &record.span);
        for (text, span) in passage.record.iter().zip(std::iter::repeat(span)) {
            if let Some(span) = span {
                is_carried(&Text { text, span }, source, faults);
            }
        }
    }
    let mut tables: HashMap<&str, &CaseTable> = HashMap::new();
    for table in &document.cases {
        if let Some(id) = &table.id {
            tables.entry(&id.value).or_insert(table);
        }
    }
    for case in &timeline.cases {
        if let Some(table) = tables.get(case.id.as_str()) {
            let texts = texts(table, case, document);
            for text in &texts {
                is_carried(text, source, faults);
            }
            agree_on_figures(&texts, source, faults);
        }
    }
}

/// The notes of the answers, and of the outcome.
fn texts<'t>(table: &'t CaseTable, case: &'t Case, document: &'t Document) -> Vec<Text<'t>> {
    let placed = |text: &'t Option<Prose>, written: &'t Option<Located<String>>| {
        let (text, span) = (text.as_ref()?, &written.as_ref()?.span);
        Some(Text { text, span })
    };
    let tables = table.answers.iter();
    let tables: HashMap<&str, &AnswerTable> = tables
        .map(|table| (table.criterion.value.as_str(), table))
        .collect();
    let answers = document.criteria.iter().zip(&case.answers);
    let notes = answers.filter_map(|(criterion, answer)| {
        let table = tables.get(criterion.id.value.as_str())?;
        placed(&answer.as_ref()?.note, &table.note)
    });
    let outcome = placed(&case.outcome_note, &table.outcome_note);
    notes.chain(outcome).collect()
}

fn is_carried(text: &Text, source: &str, faults: &Faults) {
    for sentence in sentences(text.text) {
        let marks = text.text.marks();
        let next = marks.partition_point(|mark| mark.after <= sentence.start);
        if marks
            .get(next)
            .is_some_and(|mark| mark.after <= sentence.end)
        {
            continue;
        }
        let words = &text.text[sentence.clone()];
        let quotation = quotations(words).next();
        let Some(found) = quotation.or_else(|| figures(words).next().map(|figure| figure.span))
        else {
            continue;
        };
        let span = match faults.are_few() {
            true => find(words, &found, text.span, source),
            false => text.span.clone(),
        };
        let message = format!("nothing is named that carries {}", quoted(&words[found]));
        let help = "name it behind the sentence, as `[@event-id]` or `[@@source-id, p. 1]`";
        faults.warning(&span, message, Some(help.to_owned()));
    }
}

/// Two figures of one unit that are nearly the same, in the texts of one case.
fn agree_on_figures(texts: &[Text], source: &str, faults: &Faults) {
    // Of each unit the figures in their order: none is below zero, so that their bits are in the order of their values.
    let mut seen: HashMap<String, BTreeMap<u64, String>> = HashMap::new();
    for text in texts {
        for figure in figures(text.text).filter(|figure| figure.is_exact && !figure.unit.is_empty())
        {
            let of_unit = seen.entry(figure.unit.clone()).or_default();
            let near = figure.value * (1.0 - NEAR)..=figure.value * (1.0 + NEAR);
            let is_other = |bits: u64| {
                let gap = (f64::from_bits(bits) - figure.value).abs();
                gap > 0.0 && gap < NEAR * figure.value
            };
            let mut near = of_unit.range(near.start().to_bits()..=near.end().to_bits());
            let other = near.find(|(bits, _)| is_other(**bits));
            if let Some((_, other)) = other {
                let span = match faults.are_few() {
                    true => find(text.text, &figure.span, text.span, source),
                    false => text.span.clone(),
                };
                let message = format!(
                    "{} stands beside {} {} in this case",
                    quoted(&text.text[figure.span.clone()]),
                    quoted(other),
                    figure.unit
                );
                let help = "say which is right, or what the two are of".to_owned();
                faults.warning(&span, message, Some(help));
            }
            of_unit
                .entry(figure.value.to_bits())
                .or_insert(figure.written);
        }
    }
}

/// Where words of a text stand in the file; the full text where a mark or a line break stands between them.
fn find(text: &str, words: &Range<usize>, span: &Range<usize>, source: &str) -> Range<usize> {
    let written = source.get(span.clone()).unwrap_or_default();
    // What stands around the words distinguishes them from the same words elsewhere.
    let around = text[..words.start].rfind(' ').map_or(0, |space| space + 1);
    let end = text[words.end..]
        .find(' ')
        .map_or(text.len(), |space| words.end + space);
    let found = written
        .find(&text[around..end])
        .map(|at| at + words.start - around);
    let found = found.or_else(|| written.find(&text[words.clone()]));
    found.map_or(span.clone(), |at| {
        span.start + at..span.start + at + words.len()
    })
}

/// The sentences of a text. What might be one or two is one, so that a mark rather carries too much than too little.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(['.', '!', '?']) {
        let behind = text[at + 1..].trim_start_matches(['”', '’', ')', '"']);
        let end = text.len() - behind.len();
        let begins =
            |next: &str| next.starts_with(|first: char| first.is_uppercase() || first == '“');
        let next = behind
            .strip_prefix(' ')
            .is_some_and(|next| begins(next.trim_start()));
        let word = text[start..at]
            .rsplit([' ', '('])
            .next()
            .unwrap_or_default();
        let is_short = ABBREVIATIONS.contains(&word) || word.chars().count() == 1;
        if next && !is_short && start < end {
            sentences.push(start..end);
            start = end;
        }
    }
    sentences.push(start..text.len());
    sentences
}

/// What stands between “ and ” and is longer than a name or a word that is only held at a distance.
fn quotations(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text.get(from..)?.find('“')? + '“'.len_utf8();
        let end = start + text[start..].find('”')?;
        from = end;
        Some(start..end)
    })
    .filter(|words| text[words.clone()].split_whitespace().count() > MOST_WORDS)
}

/// A number in a text.
struct Figure {
    span: Range<usize>,
    written: String,
    value: f64,
    /// The word behind it, of areas two: "square kilometres"; empty where none stands there.
    unit: String,
    /// Whether it is not rounded by a word before it.
    is_exact: bool,
}

/// The numbers of a text, but not those of paragraphs, articles and pages, nor years and days.
fn figures(text: &str) -> impl Iterator<Item = Figure> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text.get(from..)?.find(|c: char| c.is_ascii_digit())?;
        let is_inside = |c: char| c.is_ascii_digit() || ",.".contains(c);
        let written = text[start..].split(|c| !is_inside(c)).next()?;
        let written = written.trim_end_matches(['.', ',']);
        from = start + written.len();
        Some(start..from)
    })
    .filter_map(|span| figure(text, span))
}

fn figure(text: &str, span: Range<usize>) -> Option<Figure> {
    const ROUNDED: [&str; 12] = [
        "about", "some", "nearly", "almost", "over", "under", "than", "around", "roughly", "to",
        "least", "c.",
    ];
    const OF_A_TEXT: [&str; 18] = [
        "article",
        "articles",
        "art.",
        "arts.",
        "paragraph",
        "paragraphs",
        "page",
        "pages",
        "p.",
        "pp.",
        "no.",
        "nos.",
        "chapter",
        "section",
        "claim",
        "volume",
        "vol.",
        "resolution",
    ];
    let before = text[..span.start]
        .split_whitespace()
        .next_back()
        .unwrap_or_default();
    // A figure within a word is a name: "¶6", "L-26".
    if text[..span.start].ends_with(|c: char| !c.is_whitespace() && !"(“–-".contains(c)) {
        return None;
    }
    // "1914–18" is a stretch of years.
    let range = text[..span.start].strip_suffix(['–', '-']);
    if range.is_some_and(|range| range.ends_with(|c: char| c.is_ascii_digit()) && before.len() >= 5)
    {
        return None;
    }
    let mut words = text[span.end..].split_whitespace();
    let next = words.next().unwrap_or_default();
    let written = text[span.clone()].to_owned();
    let mut value: f64 = written.replace(',', "").parse().ok()?;
    let is_of_text = OF_A_TEXT.contains(&before.to_lowercase().as_str());
    let is_year = written.len() == 4 && (1000.0..2100.0).contains(&value);
    let is_day =
        value < 32.0 && is_english_month(next.trim_matches(|c: char| !c.is_alphanumeric()));
    if is_of_text || is_year || is_day || text[span.end..].starts_with('–') && value < 2100.0 {
        return None;
    }
    let glued = text[span.end..].starts_with(' ');
    let mut unit = if glued { next } else { "" };
    if unit == "million" {
        value *= 1_000_000.0;
        unit = words.next().unwrap_or_default();
    }
    let unit = match unit {
        "square" => format!("square {}", words.next().unwrap_or_default()),
        unit => unit.to_owned(),
    };
    let unit = unit
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    Some(Figure {
        is_exact: !ROUNDED.contains(&before.to_lowercase().as_str()),
        span,
        written,
        value,
        unit,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_where_the_next_begins() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<&str> = sentences(text)
                .into_iter()
                .map(|at| text[at].trim())
                .collect();
            assert_eq!(found, expected, "{text}");
        };
        check("One. Two.", &["One.", "Two."]);
        check("By Art. VII of it. Two", &["By Art. VII of it.", "Two"]);
        check(
            "It said “no.” Then it went.",
            &["It said “no.”", "Then it went."],
        );
        check(
            "In c. 1907 it was 3.5 m. long",
            &["In c. 1907 it was 3.5 m. long"],
        );
        check("Mr J. Smith came", &["Mr J. Smith came"]);
        check("", &[""]);
    }

    #[test]
    fn years_days_and_articles_are_no_figures() {
        let check = |text: &str, expected: &[(&str, &str)]| {
            let found: Vec<(String, String)> = figures(text)
                .map(|figure| (figure.written, figure.unit))
                .collect();
            let found: Vec<(&str, &str)> = found
                .iter()
                .map(|(figure, unit)| (figure.as_str(), unit.as_str()))
                .collect();
            assert_eq!(found, expected, "{text}");
        };
        check("In 1914, on 4 August, by Article 7 of ¶6", &[]);
        check("from 1914–18 and 1939", &[]);
        check(
            "18 officers and 587 men",
            &[("18", "officers"), ("587", "men")],
        );
        check(
            "603,550 square kilometres.",
            &[("603,550", "square kilometres")],
        );
        check(
            "about 2.5 million people, 99 in all",
            &[("2.5", "people"), ("99", "in")],
        );
    }
}
