//! What is read as text: an event's head, summary and text, a claim with its record, a cell of the cases, a stop of a tour,
//! plain or with the footnotes of its marks.

use super::CopyError;
use crate::app::App;
use crate::app::here;
use crate::app::location::Subject;
use crate::citation::style::{Style, StyleError, cite};
use crate::citation::{Work, works};
use crate::page::cases::{Aspect, answer};
use crate::page::evidence::{Notes, Numbers, in_words};
use crate::timeline::{Case, Evidence, Timeline};
use crate::words::translated;

/// The running text with its numbers, and under it the footnotes in a style.
pub(super) fn with_footnotes(
    app: &App,
    subject: Subject,
    style: Style,
) -> Result<String, CopyError> {
    let timeline = &app.document.timeline;
    let paragraphs = here::paragraphs(timeline, subject);
    if paragraphs.is_empty() {
        return Err(CopyError::Missing("there is no text here to copy"));
    }
    let mut notes = Notes::new(Numbers::for_ascii(app.setup.ascii));
    let mut text = String::new();
    for paragraph in paragraphs {
        text.push_str(&notes.text(paragraph));
        text.push_str("\n\n");
    }
    for (number, evidence) in notes.numbered() {
        let footnote = footnote(timeline, evidence, style)?;
        text.push_str(&format!("{number}. {footnote}\n"));
    }
    Ok(text.trim_end().to_owned() + "\n")
}

/// Its title, and under it what it says.
pub(super) fn plain(timeline: &Timeline, subject: Subject) -> String {
    let mut paragraphs: Vec<String> = Vec::new();
    match subject {
        Subject::Event(event) => {
            let event = &timeline[event];
            paragraphs.push(format!("{}\n{}", event.title, event.date.label()));
            paragraphs.extend(event.texts.summary.clone().map(String::from));
            paragraphs.extend(event.text.iter().cloned().map(String::from));
        }
        Subject::Passage(passage) => {
            let passage = &timeline[passage];
            paragraphs.push(format!("{} {}", passage.mark(), passage.heading));
            if !passage.claim.is_empty() {
                paragraphs.push("The author’s claim".to_owned());
                paragraphs.extend(passage.claim.iter().cloned());
            }
            if !passage.record.is_empty() {
                paragraphs.push("What the record shows".to_owned());
            }
        }
        Subject::Cell(case, aspect) => {
            let case = &timeline[case];
            let answer = answer_word(case, aspect);
            let question = aspect.label(timeline);
            paragraphs.push(format!("{}\n{question} {answer}", case.title));
        }
        Subject::Stop(tour, at) => {
            let stop = timeline[tour].stops.get(at);
            paragraphs.extend(stop.map(|stop| stop.title.clone()));
        }
    }
    let text = here::paragraphs(timeline, subject);
    paragraphs.extend(
        text.into_iter()
            .map(|paragraph| paragraph.text().to_owned()),
    );
    let lines = paragraphs.iter().map(|paragraph| paragraph.trim_end());
    lines.collect::<Vec<_>>().join("\n\n") + "\n"
}

/// What the file answers in a word; nothing of a promise.
pub(super) fn answer_word(case: &Case, aspect: Aspect) -> &'static str {
    translated(match aspect {
        Aspect::Question(criterion) => {
            answer(case, criterion).map_or("does not apply", |given| given.answer.word())
        }
        Aspect::Promise => "",
        Aspect::Outcome => case.outcome.word(),
    })
}

/// An event with its sources, or a source with the passage cited.
fn footnote(timeline: &Timeline, evidence: &Evidence, style: Style) -> Result<String, StyleError> {
    let (mut parts, works) = match evidence {
        Evidence::Event(event) => {
            let named = in_words(timeline, evidence) + ".";
            (vec![named], works(timeline, &[*event]))
        }
        Evidence::Source(source, at) => {
            let work = Work {
                source: &timeline[*source],
                pinpoints: at.as_deref().into_iter().collect(),
            };
            (Vec::new(), vec![work])
        }
    };
    let cited = cite(&works, style)?;
    for cited in cited {
        // The reference names no passage; the citation that points to it does.
        parts.extend(cited.reference.into_iter().chain([cited.citation]));
    }
    Ok(parts.join(" "))
}
