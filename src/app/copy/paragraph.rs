//! The running text before the eyes with its footnotes: the record beside a claim, or what a cell of the cases says.

use super::{CopyError, NO_EVENT};
use crate::app::{App, View};
use crate::citation::style::{Style, StyleError, cite};
use crate::citation::{Work, works};
use crate::page::cases::{Aspect, answer};
use crate::page::evidence::{Notes, Numbers, in_words};
use crate::timeline::{Evidence, Prose, Timeline};

/// The text and the sources of its footnotes in a style, under a name; or why there is none.
pub(super) fn with_footnotes(
    app: &App,
    (form, style): (&str, Style),
) -> Result<(String, String), CopyError> {
    let timeline = &app.document.timeline;
    let (name, paragraphs) = paragraphs(app).ok_or(CopyError::Missing(NO_EVENT))?;
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
    let text = text.trim_end().to_owned() + "\n";
    Ok((format!("{name} with its footnotes in {form}"), text))
}

/// What is read here, paragraph by paragraph; `None` where that is no claim and no cell.
fn paragraphs(app: &App) -> Option<(&'static str, Vec<&Prose>)> {
    let timeline = &app.document.timeline;
    match app.location.view {
        View::Article => {
            let passage = &timeline[app.location.passage?];
            Some(("the record", passage.record.iter().collect()))
        }
        View::Cases => {
            let case = &timeline[app.location.cases.case?];
            let note = match app.location.cases.aspect {
                Aspect::Question(criterion) => answer(case, criterion)?.note.as_ref(),
                Aspect::Promise => case.promise.as_ref(),
                Aspect::Outcome => case.outcome_note.as_ref(),
            };
            Some(("the note", note.into_iter().collect()))
        }
        View::Timeline | View::Lanes => None,
    }
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
