//! The pages of the cases: one cell of the table with its evidence, and one case whole for plain text.
//!
//! The words and signs of answers and outcomes live here, because the table, the page and the command line share
//! them. No verdict is added to them: "yes" and "no" answer the question as it is put and neither praises.

pub mod kept;
pub mod table;

use super::article::{counted, dates_column, numbered_event};
use super::bearing::{self, Requested};
use super::evidence::{Notes, Numbers};
use super::glyphs;
use super::{Link, Page, Piece, Tone, Writer};
use crate::timeline::date::era::year_label;
use crate::timeline::{
    Answer, Case, CaseAnswer, CaseId, Criterion, CriterionId, EventId, Outcome, Prose, Timeline,
};
use crate::words::translated;

/// Columns of a question's mark in the plain text, "¶10 ".
const MARKS: usize = 5;

/// Columns of the labels in the plain text; "What came of it" is the longest.
const LABELS: usize = 18;

/// What is asked of a case: one row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Aspect {
    /// The answer to a question.
    Question(CriterionId),
    /// What the state was promised.
    Promise,
    /// What came of the promise.
    Outcome,
}

impl Aspect {
    /// Every row of the table, from the first question to what came of it.
    pub fn all(timeline: &Timeline) -> impl Iterator<Item = Aspect> {
        let questions = CriterionId::all(timeline).map(Aspect::Question);
        questions.chain([Aspect::Promise, Aspect::Outcome])
    }

    /// The label of the row, the question at its full length.
    #[must_use]
    pub fn label(self, timeline: &Timeline) -> &str {
        match self {
            Aspect::Question(criterion) => &timeline[criterion].question,
            Aspect::Promise => translated("Promised"),
            Aspect::Outcome => translated("What came of it"),
        }
    }
}

/// The name of a case and what follows it: "Belgium" and "1839", "Ukraine" and "1990–2014".
///
/// A title without a figure is followed by the year of the event that establishes the case.
#[must_use]
pub fn heading(timeline: &Timeline, case: CaseId) -> (String, String) {
    let case = &timeline[case];
    let title = case.title.trim();
    let year = || year_label(timeline[case.established_by].date.year());
    let cut = title.char_indices().find(|(at, character)| {
        character.is_whitespace()
            && title[*at..]
                .trim_start()
                .starts_with(|next: char| next.is_numeric())
    });
    match cut {
        Some((at, _)) => (title[..at].to_owned(), title[at..].trim_start().to_owned()),
        None => (title.to_owned(), year()),
    }
}

/// The question, or its short form where there is one.
#[must_use]
pub fn question(criterion: &Criterion, short: bool) -> &str {
    let brief = criterion.short.as_deref().filter(|_| short);
    brief.unwrap_or(&criterion.question)
}

/// Whether an answer departs from what the article says of the cases that it builds on.
///
/// What is unknown, and what does not apply, departs from nothing.
#[must_use]
pub fn departs(criterion: &Criterion, answer: Option<Answer>) -> bool {
    match (criterion.article, answer) {
        (Some(_), None | Some(Answer::Unknown)) | (None, _) => false,
        (Some(says), Some(answer)) => says != answer,
    }
}

/// An answer in at most four letters, for a narrow column.
#[must_use]
pub fn short_word(answer: Answer) -> &'static str {
    match answer {
        Answer::Partly => translated("part"),
        Answer::Disputed => translated("disp"),
        Answer::Unknown => "",
        Answer::Yes | Answer::No => translated(answer.word()),
    }
}

/// What the file answers; `None` where the question does not apply to the case.
#[must_use]
pub fn answer(case: &Case, criterion: CriterionId) -> Option<&CaseAnswer> {
    case.answers.get(criterion.index())?.as_ref()
}

/// How the program's own signs are written: as they are, or in ASCII.
pub type Signs = fn(&'static str) -> &'static str;

/// The sign of an answer, told apart by its shape and never by a colour alone.
#[must_use]
pub fn sign(answer: Option<Answer>) -> &'static str {
    match answer {
        Some(Answer::Yes) => "●",
        Some(Answer::No) => "○",
        Some(Answer::Partly) => "◐",
        Some(Answer::Disputed) => "±",
        Some(Answer::Unknown) => "?",
        None => "–",
    }
}

/// The tone of an answer: what is disputed has its own, and what says nothing stands back.
#[must_use]
pub fn tone(answer: Option<Answer>) -> Tone {
    match answer {
        Some(Answer::Yes | Answer::Partly) => Tone::Plain,
        Some(Answer::Disputed) => Tone::Disputed,
        Some(Answer::No | Answer::Unknown) | None => Tone::Dim,
    }
}

/// A letter for an outcome where there is no room for its words; the cross is the sign of a violation everywhere.
#[must_use]
pub fn letter(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Kept => "K",
        Outcome::TestedAndKept => "T",
        Outcome::Breached => glyphs::VIOLATED,
        Outcome::Lapsed => "L",
        Outcome::NeverTested => "N",
        Outcome::Proposed => "P",
    }
}

/// The tone of an outcome; a breach is a violation wherever it stands.
#[must_use]
pub fn outcome_tone(outcome: Outcome) -> Tone {
    match outcome {
        Outcome::Breached => Tone::Violation,
        Outcome::Proposed | Outcome::NeverTested => Tone::Dim,
        Outcome::Kept | Outcome::TestedAndKept | Outcome::Lapsed => Tone::Plain,
    }
}

/// The events that a cell rests on, in order of time.
///
/// For the outcome these are the events that the record itself ties to the case: what violated, and what ended, the
/// status that began with it.
#[must_use]
pub fn evidence(timeline: &Timeline, id: CaseId, aspect: Aspect) -> Vec<EventId> {
    let case = &timeline[id];
    match aspect {
        Aspect::Question(criterion) => {
            answer(case, criterion).map_or_else(Vec::new, |given| in_time(&given.events))
        }
        Aspect::Promise => vec![case.established_by],
        Aspect::Outcome => {
            let mut events = violations(timeline, case);
            events.extend(ends(timeline, case));
            in_time(&events)
        }
    }
}

/// Events in order of time, each once.
fn in_time(events: &[EventId]) -> Vec<EventId> {
    let mut events = events.to_vec();
    events.sort_unstable();
    events.dedup();
    events
}

/// What violated the status that the case began.
fn violations(timeline: &Timeline, case: &Case) -> Vec<EventId> {
    let of_case = |span: &&crate::timeline::Span| {
        span.country == case.country && span.begins == case.established_by
    };
    let spans = timeline.spans.iter().filter(of_case);
    spans.flat_map(|span| span.violated_by.clone()).collect()
}

/// What ended the status that the case began.
fn ends(timeline: &Timeline, case: &Case) -> Vec<EventId> {
    let of_case = |span: &&crate::timeline::Span| {
        span.country == case.country && span.begins == case.established_by
    };
    let spans = timeline.spans.iter().filter(of_case);
    spans.filter_map(|span| span.ends).collect()
}

/// Cells of one row of the table, under each other: what was asked of which case, the answer, its note and its evidence;
/// the events that a filter hides stand back, and are counted.
#[must_use]
pub fn page(
    timeline: &Timeline,
    ids: &[CaseId],
    aspect: Aspect,
    columns: usize,
    words: &[String],
    look: CellLook,
) -> Page {
    let mut writer = Writer::new(columns, words);
    for id in ids {
        let case = &timeline[*id];
        writer.space(2);
        match aspect {
            Aspect::Question(criterion) => {
                of_question(&mut writer, timeline, case, criterion, look)
            }
            Aspect::Promise => of_promise(&mut writer, timeline, case, look),
            Aspect::Outcome => of_outcome(&mut writer, timeline, case, look),
        }
    }
    writer.finish()
}

/// How the evidence of a cell is told.
#[derive(Clone, Copy)]
pub struct CellLook<'f> {
    /// How the numbers of notes are written.
    pub numbers: Numbers,
    /// Which events a filter leaves.
    pub keeps: &'f dyn Fn(EventId) -> bool,
    /// Which bearing it asks for.
    pub requested: Requested<'f>,
}

/// "Belgium 1839  Was the state small?  yes".
fn head(writer: &mut Writer, case: &Case, question: &str, answer: &str, tone: Tone) {
    let mut pieces = vec![
        Piece::new(case.title.clone(), Tone::Accent),
        Piece::new("  ", Tone::Plain),
        Piece::new(question, Tone::Strong),
    ];
    if !answer.is_empty() {
        pieces.push(Piece::new("  ", Tone::Plain));
        pieces.push(Piece::new(answer, tone));
    }
    writer.flow(0, Vec::new(), pieces);
}

fn of_question(
    writer: &mut Writer,
    timeline: &Timeline,
    case: &Case,
    id: CriterionId,
    look: CellLook,
) {
    let criterion = &timeline[id];
    let given = answer(case, id);
    let word = translated(given.map_or("does not apply", |given| given.answer.word()));
    let answer = given.map(|given| given.answer);
    head(writer, case, &criterion.question, word, tone(answer));
    writer.blank();
    match given {
        Some(given) => {
            let lists = [(translated("Evidence"), in_time(&given.events))];
            text(writer, timeline, given.note.as_ref(), &lists, look);
        }
        None => writer.paragraph(
            translated("The question does not arise in this case."),
            Tone::Dim,
        ),
    }
    if let Some(passage) = criterion.passage {
        writer.blank();
        let from = &timeline[passage];
        let heading = format!("{}\u{a0} {}", from.mark(), from.heading);
        let link = writer.link(heading, Tone::Accent, Link::Passage(passage));
        writer.field(
            translated("Question from"),
            Tone::Dim,
            dates_column(),
            vec![link],
        );
    }
}

fn of_promise(writer: &mut Writer, timeline: &Timeline, case: &Case, look: CellLook) {
    head(
        writer,
        case,
        translated("What was promised"),
        "",
        Tone::Plain,
    );
    writer.blank();
    if case.promise.is_none() {
        writer.paragraph(
            translated("The timeline says nothing of a promise."),
            Tone::Dim,
        );
    }
    let lists = [(translated("Established by"), vec![case.established_by])];
    text(writer, timeline, case.promise.as_ref(), &lists, look);
}

fn of_outcome(writer: &mut Writer, timeline: &Timeline, case: &Case, look: CellLook) {
    let outcome = case.outcome;
    head(
        writer,
        case,
        translated("What came of it"),
        translated(outcome.word()),
        outcome_tone(outcome),
    );
    writer.blank();
    let lists = [
        (translated("Violated by"), violations(timeline, case)),
        (translated("Ended by"), ends(timeline, case)),
        (translated("Established by"), vec![case.established_by]),
    ];
    text(writer, timeline, case.outcome_note.as_ref(), &lists, look);
}

/// A running text with its numbers, the events that the cell rests on under their headings, each with its number
/// where the text names it, and what else the numbers stand for.
fn text(
    writer: &mut Writer,
    timeline: &Timeline,
    text: Option<&Prose>,
    lists: &[(&str, Vec<EventId>)],
    look: CellLook,
) {
    let keeps = look.keeps;
    let mut notes = Notes::new(look.numbers);
    if let Some(text) = text {
        let pieces = notes.pieces(writer, timeline, text);
        writer.flow(0, Vec::new(), pieces);
    }
    for (heading, events) in lists.iter().filter(|(_, events)| !events.is_empty()) {
        let left = events.iter().filter(|event| keeps(**event)).count();
        if left == events.len() {
            writer.heading(heading);
        } else {
            let counted = counted(left, events.len());
            writer.heading(&format!("{heading}  {counted}"));
        }
        writer.begin_events();
        for event in events {
            let tone = if keeps(*event) { Tone::Link } else { Tone::Dim };
            numbered_event(writer, timeline, *event, tone, notes.behind(*event));
            bearing::write(
                writer,
                timeline,
                &timeline[*event],
                dates_column(),
                look.requested,
            );
        }
    }
    let listed: Vec<EventId> = lists
        .iter()
        .flat_map(|(_, events)| events)
        .copied()
        .collect();
    notes.write_without(writer, timeline, &listed);
}

/// One case whole: its promise, what came of it, and every answer with its note, as the command line prints it.
#[must_use]
pub fn full(
    timeline: &Timeline,
    id: CaseId,
    columns: usize,
    signs: Signs,
    numbers: Numbers,
) -> Page {
    let case = &timeline[id];
    let mut writer = Writer::new(columns, &[]);
    writer.paragraph(&case.title, Tone::Strong);
    let mut notes = Notes::new(numbers);
    if let Some(promise) = &case.promise {
        let label = Aspect::Promise.label(timeline);
        let pieces = notes.pieces(&mut writer, timeline, promise);
        writer.field(label, Tone::Dim, LABELS, pieces);
    }
    let mut outcome = vec![Piece::new(translated(case.outcome.word()), Tone::Plain)];
    if let Some(note) = &case.outcome_note {
        outcome.push(Piece::new(". ", Tone::Plain));
        outcome.extend(notes.pieces(&mut writer, timeline, note));
    }
    let label = Aspect::Outcome.label(timeline);
    writer.field(label, Tone::Dim, LABELS, outcome);
    for criterion in CriterionId::all(timeline) {
        full_answer(&mut writer, timeline, case, criterion, signs, &mut notes);
    }
    notes.write(&mut writer, timeline);
    writer.finish()
}

/// "¶7   Was the state small?  ● yes", the note under it, and the events that it rests on.
fn full_answer<'t>(
    writer: &mut Writer,
    timeline: &'t Timeline,
    case: &'t Case,
    id: CriterionId,
    signs: Signs,
    notes: &mut Notes<'t>,
) {
    let criterion = &timeline[id];
    let given = answer(case, id);
    let answer = given.map(|given| given.answer);
    let word = translated(answer.map_or("does not apply", Answer::word));
    let mark = criterion
        .passage
        .map_or_else(String::new, |passage| timeline[passage].mark());
    writer.blank();
    let mark = vec![Piece::new(format!("{mark:<MARKS$}"), Tone::Accent)];
    // The sign and its word stay on one line.
    let signed = format!(
        "{}\u{a0}{}",
        signs(sign(answer)),
        word.replace(' ', "\u{a0}")
    );
    let pieces = vec![
        Piece::new(format!("{}  ", criterion.question), Tone::Plain),
        Piece::new(signed, tone(answer)),
    ];
    writer.flow(MARKS, mark, pieces);
    let Some(given) = given else { return };
    let indent = || vec![Piece::new(" ".repeat(MARKS), Tone::Plain)];
    if let Some(note) = &given.note {
        let pieces = notes.pieces(writer, timeline, note);
        writer.flow(MARKS, indent(), pieces);
    }
    for event in in_time(&given.events) {
        let event = &timeline[event];
        let (arrow, date) = (signs("→"), event.date.label());
        let dated = format!("{arrow} {date}: {}", event.short_title());
        writer.flow(MARKS + 2, indent(), vec![Piece::new(dated, Tone::Dim)]);
    }
}
