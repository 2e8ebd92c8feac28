//! Markdown (CommonMark): the events by decade, the article's claims, the cases, for a document or a wiki.
//!
//! Headings bear anchors (`<a id="…">`), the one piece of HTML, so that links between the parts work.

mod escape;
mod facts;
mod reader_note;
pub mod tour;

use std::fmt::Write as _;

pub(super) use self::escape::{anchor, escaped};
use self::facts::facts;
use self::reader_note::{gone, reader_note};
use super::layout::{self, DocumentPart};
use super::reader::GONE;
use super::{Extract, MADE_BY, sources_in_lines};
use crate::notes::places::MarkPlace;
use crate::page;
use crate::page::article::published;
use crate::page::cases::{self, Aspect};
use crate::page::citation;
use crate::page::evidence::{Notes, in_words};
use crate::page::signs;
use crate::text;
use crate::timeline::{
    CaseId, Change, CriterionId, EventId, Evidence, Prose, Source, Stance, Timeline,
};
use crate::words::translated;

/// The whole document, or the parts of it that are wanted.
#[must_use]
pub fn document(extract: &Extract) -> String {
    let timeline = extract.timeline;
    let mut markdown = format!("# {}\n\n", escaped(extract.title()));
    if let Some(summary) = &timeline.summary {
        let _ = writeln!(markdown, "{}\n", escaped(summary));
    }
    let holds = escaped(&extract.in_words());
    let _ = writeln!(markdown, "{holds} Made by {}.\n", escaped(MADE_BY));
    let parts: Vec<(&str, String)> = DocumentPart::ALL
        .into_iter()
        .filter(|(part, _)| extract.layout.has(*part))
        .map(|(part, title)| (title, part_of(extract, part)))
        .chain([(GONE, gone(extract))])
        .filter(|(_, body)| !body.is_empty())
        .collect();
    if parts.len() > 1 {
        let titles = parts
            .iter()
            .map(|(title, _)| linked(title, &anchor("part", title)));
        items(&mut markdown, titles);
    }
    for (title, body) in &parts {
        let id = anchor("part", title);
        let _ = writeln!(markdown, "## <a id=\"{id}\"></a>{title}\n\n{body}");
    }
    markdown.truncate(markdown.trim_end().len());
    markdown.push('\n');
    markdown
}

/// What a part says; nothing for a part that Markdown does not have.
fn part_of(extract: &Extract, part: DocumentPart) -> String {
    let mut markdown = String::new();
    match part {
        DocumentPart::Timeline => {
            for (decade, events) in extract.decades() {
                let _ = writeln!(markdown, "### {decade}\n");
                for id in events {
                    event(&mut markdown, extract, *id);
                }
            }
        }
        DocumentPart::Article => article(&mut markdown, extract),
        DocumentPart::Cases => all_cases(&mut markdown, extract),
        DocumentPart::Sources => bibliography(&mut markdown, extract),
        DocumentPart::Changes => changes(&mut markdown, extract),
        DocumentPart::Words if extract.explains_words() => words(&mut markdown, extract.timeline),
        DocumentPart::Lanes | DocumentPart::Ages | DocumentPart::Words => {}
    }
    markdown
}

/// The cited sources with numbers, in the style that is wanted.
fn bibliography(markdown: &mut String, extract: &Extract) {
    let sources = extract.sources();
    let sources: Vec<&Source> = sources.iter().map(|id| &extract.timeline[*id]).collect();
    let styled = extract.layout.style;
    let styled = styled.and_then(|style| layout::bibliography(&sources, style));
    let plain = |source: &&Source| {
        let url = source.url.as_ref();
        let url = url.map_or_else(String::new, |url| format!(" <{url}>"));
        format!("{}{url}", escaped(&citation::in_words(source, None)))
    };
    let entries: Vec<String> = match styled {
        Some(entries) => entries.iter().map(|entry| escaped(entry)).collect(),
        None => sources.iter().map(plain).collect(),
    };
    for (at, entry) in entries.iter().enumerate() {
        let _ = writeln!(markdown, "{}. {entry}", at + 1);
    }
    if !entries.is_empty() {
        markdown.push('\n');
    }
}

/// What the timeline had wrong, and what is right.
fn changes(markdown: &mut String, extract: &Extract) {
    let found: Vec<&Change> = extract.changes().collect();
    let rows = page::changes::rows(extract.timeline, &found).into_iter();
    let entries = rows.skip(1).filter_map(|row| match &row[..] {
        [date, about, was, now, _] => {
            let [about, was, now] = [about, was, now].map(|text| escaped(text));
            Some(format!("{date}, {about}. Was: {was} Is: {now}"))
        }
        _ => None,
    });
    items(markdown, entries);
}

/// The signs and words with what they mean.
fn words(markdown: &mut String, timeline: &Timeline) {
    let signs = signs::in_documents(timeline);
    for group in signs.chunk_by(|a, b| a.group == b.group) {
        let _ = writeln!(markdown, "### {}\n", escaped(group[0].group));
        let entries = group.iter().map(|sign| {
            let drawn = escaped(&format!("{} {}", sign.sign, sign.name));
            format!("**{}**: {}", drawn.trim_start(), escaped(&sign.meaning))
        });
        items(markdown, entries);
    }
}

/// One event by itself.
#[must_use]
pub fn one_event(extract: &Extract, id: EventId) -> String {
    let mut markdown = String::new();
    event(&mut markdown, extract, id);
    markdown.truncate(markdown.trim_end().len());
    markdown.push('\n');
    markdown
}

/// Rows as a table, the first of which names the columns; a column in which nothing stands is left out.
#[must_use]
pub fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.first().map_or(0, Vec::len);
    let has_some = |column: &usize| rows.iter().skip(1).any(|row| !row[*column].is_empty());
    let shown: Vec<usize> = (0..columns).filter(has_some).collect();
    let mut markdown = String::new();
    for (at, row) in rows.iter().enumerate() {
        let cell = |column: &usize| {
            escaped(&row[*column])
                .replace('|', "\\|")
                .replace('\n', " ")
        };
        let cells: Vec<String> = shown.iter().map(cell).collect();
        let _ = writeln!(markdown, "| {} |", cells.join(" | "));
        if at == 0 {
            let _ = writeln!(markdown, "|{}", " --- |".repeat(shown.len()));
        }
    }
    markdown
}

fn event(markdown: &mut String, extract: &Extract, id: EventId) {
    let timeline = extract.timeline;
    let event = &timeline[id];
    let _ = writeln!(
        markdown,
        "#### <a id=\"{}\"></a>{}\n",
        anchor("event", &event.id),
        escaped(&event.title)
    );
    let place = event.texts.place.as_deref();
    let place = place.map_or_else(String::new, |place| format!(" · {}", escaped(place)));
    let _ = writeln!(markdown, "**{}**{place}\n", escaped(&event.date.label()));
    facts(markdown, timeline, event);
    let summary = event.texts.summary.iter().filter(|_| event.text.is_empty());
    for paragraph in summary.chain(&event.text) {
        let _ = writeln!(markdown, "{}\n", escaped(paragraph));
    }
    reader_note(markdown, extract, MarkPlace::Event(id), None);
    let claims = event.links.iter().map(|link| {
        let passage = &timeline[link.passage];
        let heading = format!("{} {}", passage.mark(), passage.heading);
        let link_to = if extract.has_passage(link.passage) {
            linked(&heading, &anchor("passage", &passage.id))
        } else {
            escaped(&heading)
        };
        let because = link.because.as_ref();
        let because = because.map_or_else(String::new, |because| format!(". {}", escaped(because)));
        format!("{link_to}: {}{because}", translated(link.stance.word()))
    });
    list(markdown, translated("In the article"), claims);
    let related = event.related.iter().map(|relation| {
        let other = named(extract, relation.event);
        format!("{}: {other}", escaped(&relation.label))
    });
    list(markdown, translated("Related"), related);
    let sources = sources_in_lines(timeline, event).map(|(source, url)| {
        let url = url.map_or_else(String::new, |url| format!(" <{url}>"));
        format!("{}{url}", escaped(&source))
    });
    list(markdown, translated("Sources"), sources);
}

fn article(markdown: &mut String, extract: &Extract) {
    let timeline = extract.timeline;
    if extract.passages.is_empty() {
        return;
    }
    if let Some(article) = &timeline.article {
        let title = escaped(&article.title);
        let _ = writeln!(markdown, "*{title}* · {}\n", escaped(&published(article)));
        if let Some(url) = &article.url {
            let _ = writeln!(markdown, "<{url}>\n");
        }
    }
    let mut section: Option<&String> = None;
    for id in extract.passages.iter().copied() {
        let passage = &timeline[id];
        if passage.section.as_ref() != section {
            section = passage.section.as_ref();
            section
                .into_iter()
                .for_each(|title| markdown.push_str(&format!("### {}\n\n", escaped(title))));
        }
        let _ = writeln!(
            markdown,
            "#### <a id=\"{}\"></a>{} {}\n",
            anchor("passage", &passage.id),
            passage.mark(),
            escaped(&passage.heading)
        );
        let mut notes = Notes::default();
        let claim = passage.claim.iter().map(|text| escaped(text)).collect();
        let record = passage.record.iter();
        let record = record.map(|text| with_numbers(text, &mut notes)).collect();
        let parts: [(&str, Vec<String>); 2] = [
            (translated("The author’s claim"), claim),
            (translated("What the record shows"), record),
        ];
        for (label, paragraphs) in parts {
            for (at, paragraph) in paragraphs.into_iter().enumerate() {
                let label = if at == 0 {
                    format!("*{label}.* ")
                } else {
                    String::new()
                };
                let _ = writeln!(markdown, "{label}{paragraph}\n");
            }
        }
        footnotes(markdown, extract, &notes);
        for stance in Stance::BESIDE_A_CLAIM {
            let (events, others): (Vec<EventId>, Vec<EventId>) = passage
                .with_stance(stance)
                .partition(|event| extract.events.binary_search(event).is_ok());
            let events = events.into_iter().map(|event| {
                let date = escaped(&timeline[event].date.label());
                let because = timeline.because(event, id).map(escaped);
                let because = because.map_or_else(String::new, |because| format!(". {because}"));
                format!("{date}: {}{because}", named(extract, event))
            });
            let beside = match others.len() {
                0 => None,
                1 => Some("and one event that is not in this part".to_owned()),
                number => Some(format!("and {number} events that are not in this part")),
            };
            let events: Vec<String> = events.collect();
            let beside = beside.filter(|_| !events.is_empty());
            list(
                markdown,
                &text::capitalised(translated(stance.word())),
                events.into_iter().chain(beside),
            );
        }
        reader_note(markdown, extract, MarkPlace::Passage(id), None);
    }
}

fn all_cases(markdown: &mut String, extract: &Extract) {
    let timeline = extract.timeline;
    for id in extract.cases.iter().copied() {
        let case = &timeline[id];
        let _ = writeln!(markdown, "### {}\n", escaped(&case.title));
        let mut notes = Notes::default();
        let mut answers: Vec<String> = vec![format!(
            "{}: {}",
            translated("Established by"),
            named(extract, case.established_by)
        )];
        for criterion in CriterionId::all(timeline) {
            if let Some(given) = cases::answer(case, criterion) {
                let question = escaped(&timeline[criterion].question);
                let note = given.note.as_ref();
                let note = note.map(|note| with_numbers(note, &mut notes));
                let note = note.unwrap_or_default();
                let rests_on = evidence(extract, id, Aspect::Question(criterion));
                answers.push(format!(
                    "{question} **{}.** {note}{rests_on}",
                    translated(given.answer.word())
                ));
            }
        }
        if let Some(promise) = &case.promise {
            let promise = with_numbers(promise, &mut notes);
            answers.push(format!("{}: {promise}", translated("Promised")));
        }
        let note = case.outcome_note.as_ref();
        let note = note.map(|note| with_numbers(note, &mut notes));
        let rests_on = evidence(extract, id, Aspect::Outcome);
        answers.push(format!(
            "{}: **{}.** {}{rests_on}",
            translated("What came of it"),
            translated(case.outcome.word()),
            note.unwrap_or_default()
        ));
        items(markdown, answers.into_iter());
        footnotes(markdown, extract, &notes);
        for aspect in Aspect::all(timeline) {
            let question = Some(aspect.label(timeline));
            reader_note(markdown, extract, MarkPlace::Cell(id, aspect), question);
        }
    }
}

/// A text with the numbers of its footnotes in brackets.
fn with_numbers<'t>(text: &'t Prose, notes: &mut Notes<'t>) -> String {
    let pieces = text.pieces().map(|(words, evidence)| {
        let number = evidence.map(|evidence| notes.number(evidence));
        let number = number.map_or_else(String::new, |number| format!("\\[{number}\\]"));
        format!("{}{number}", escaped(words))
    });
    pieces.collect()
}

/// The footnotes of what stands before them: events as links, sources as citations with their addresses.
fn footnotes(markdown: &mut String, extract: &Extract, notes: &Notes) {
    let lines = notes.numbered().map(|(number, evidence)| {
        let note = match evidence {
            Evidence::Event(event) => {
                let date = escaped(&extract.timeline[*event].date.label());
                format!("{date}: {}", named(extract, *event))
            }
            Evidence::Source(source, _) => {
                let url = extract.timeline[*source].url.as_ref();
                let url = url.map_or_else(String::new, |url| format!(" <{url}>"));
                format!("{}{url}", escaped(&in_words(extract.timeline, evidence)))
            }
        };
        format!("\\[{number}\\] {note}")
    });
    list(markdown, translated("What the text rests on"), lines);
}

/// " (Treaty of London; Germany invades Belgium)": the events that an answer rests on.
fn evidence(extract: &Extract, case: CaseId, aspect: Aspect) -> String {
    let events = cases::evidence(extract.timeline, case, aspect);
    let events: Vec<String> = events.iter().map(|event| named(extract, *event)).collect();
    if events.is_empty() {
        return String::new();
    }
    format!(" ({})", events.join("; "))
}

/// The title of an event, as a link where the document has it.
fn named(extract: &Extract, id: EventId) -> String {
    let event = &extract.timeline[id];
    if extract.has(id) {
        linked(&event.title, &anchor("event", &event.id))
    } else {
        escaped(&event.title)
    }
}

fn linked(text: &str, anchor: &str) -> String {
    format!("[{}](#{anchor})", escaped(text))
}

/// A label and under it a list; nothing where the list is empty.
fn list(markdown: &mut String, label: &str, entries: impl Iterator<Item = String>) {
    let mut entries = entries.peekable();
    if entries.peek().is_some() {
        let _ = writeln!(markdown, "{label}:\n");
        items(markdown, entries);
    }
}

fn items(markdown: &mut String, entries: impl Iterator<Item = String>) {
    let before = markdown.len();
    for entry in entries {
        let _ = writeln!(markdown, "- {entry}");
    }
    if markdown.len() > before {
        markdown.push('\n');
    }
}
