//! Notes under a running text: each thing that carries a sentence has a number, and stands under the text once.
//!
//! The numbers are raised, as in print; where only ASCII may be they stand in brackets.

use super::citation;
use super::{Link, Piece, Tone, Writer};
use crate::text;
use crate::timeline::{EventId, Evidence, Prose, Timeline};
use crate::words::translated;

/// Columns of a number before its note.
const NUMBERS: usize = 5;

/// How the numbers of notes are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Numbers {
    /// Small and high, with commas between them: ⁷,⁸
    #[default]
    Raised,
    /// In brackets: [7][8]
    Bracketed,
}

impl Numbers {
    /// As a terminal shows them, or one that has ASCII only.
    #[must_use]
    pub fn for_ascii(ascii: bool) -> Self {
        if ascii {
            Numbers::Bracketed
        } else {
            Numbers::Raised
        }
    }

    /// One number.
    #[must_use]
    pub fn written(self, number: usize) -> String {
        match self {
            Numbers::Raised => number.to_string().chars().map(raised).collect(),
            Numbers::Bracketed => format!("[{number}]"),
        }
    }

    /// What stands between two numbers that follow each other.
    fn between(self) -> &'static str {
        match self {
            Numbers::Raised => ",",
            Numbers::Bracketed => "",
        }
    }
}

/// Whether a piece of text is the number of a note and nothing else.
#[must_use]
pub fn is_number(text: &str) -> bool {
    let digits = text
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    let bracketed = digits.is_some_and(|digits| digits.bytes().all(|digit| digit.is_ascii_digit()));
    bracketed
        || (!text.is_empty()
            && text
                .chars()
                .all(|sign| ('0'..='9').any(|figure| raised(figure) == sign)))
}

/// A figure, small and high.
fn raised(figure: char) -> char {
    match figure {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        '9' => '⁹',
        other => other,
    }
}

/// What the texts of one place name, in the order in which they name it.
#[derive(Debug, Default)]
pub struct Notes<'t> {
    named: Vec<&'t Evidence>,
    numbers: Numbers,
}

impl<'t> Notes<'t> {
    /// No notes yet; their numbers will be written so.
    #[must_use]
    pub fn new(numbers: Numbers) -> Self {
        Notes {
            named: Vec::new(),
            numbers,
        }
    }

    /// The number of what a mark names, counted from 1; the same thing keeps its number.
    pub fn number(&mut self, evidence: &'t Evidence) -> usize {
        let known = self.named.iter().position(|named| *named == evidence);
        known.map_or_else(
            || {
                self.named.push(evidence);
                self.named.len()
            },
            |at| at + 1,
        )
    }

    /// Everything that was named, with its number.
    pub fn numbered(&self) -> impl Iterator<Item = (usize, &'t Evidence)> {
        (1..).zip(self.named.iter().copied())
    }

    /// A text with its numbers as plain text.
    pub fn text(&mut self, text: &'t Prose) -> String {
        let mut numbered = String::new();
        for (words, evidence) in text.pieces() {
            if words.is_empty() && evidence.is_some() && !numbered.is_empty() {
                numbered.push_str(self.numbers.between());
            }
            numbered.push_str(words);
            if let Some(evidence) = evidence {
                let number = self.number(evidence);
                numbered.push_str(&self.numbers.written(number));
            }
        }
        numbered
    }

    /// A text with its numbers, each of which leads to what it stands for.
    pub fn pieces(
        &mut self,
        writer: &mut Writer,
        timeline: &Timeline,
        text: &'t Prose,
    ) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for (words, evidence) in text.pieces() {
            if !words.is_empty() {
                pieces.push(Piece::new(words, Tone::Plain));
            } else if evidence.is_some() && !pieces.is_empty() {
                pieces.push(Piece::new(self.numbers.between(), Tone::Accent));
            }
            if let Some(evidence) = evidence {
                let number = self.numbers.written(self.number(evidence));
                pieces.push(linked(writer, timeline, evidence, number, Tone::Accent));
            }
        }
        pieces
    }

    /// The notes themselves, a line each, under a heading; nothing where nothing was named.
    pub fn write(&self, writer: &mut Writer, timeline: &Timeline) {
        self.write_without(writer, timeline, &[]);
    }

    /// The same without the events that stand in a list of their own, with their numbers.
    pub fn write_without(&self, writer: &mut Writer, timeline: &Timeline, listed: &[EventId]) {
        let is_listed = |evidence: &Evidence| match evidence {
            Evidence::Event(event) => listed.contains(event),
            Evidence::Source(..) => false,
        };
        let mut begun = false;
        for (number, evidence) in self.numbered().filter(|(_, named)| !is_listed(named)) {
            if !begun {
                writer.heading(translated("What the text rests on"));
                begun = true;
            }
            let number = text::pad(&self.numbers.written(number), NUMBERS);
            let lead = vec![Piece::new(number, Tone::Accent)];
            let words = in_words(timeline, evidence);
            let piece = linked(writer, timeline, evidence, words, Tone::Plain);
            writer.flow(NUMBERS, lead, vec![piece]);
        }
    }

    /// The number of an event behind its title in a list; nothing where the text does not name it.
    #[must_use]
    pub fn behind(&self, event: EventId) -> Option<Piece> {
        let is_it = |named: &&Evidence| **named == Evidence::Event(event);
        let at = self.named.iter().position(is_it)?;
        Some(Piece::new(self.numbers.written(at + 1), Tone::Accent))
    }
}

/// "19 April 1839: Treaty of London", or a source with the place in it.
#[must_use]
pub fn in_words(timeline: &Timeline, evidence: &Evidence) -> String {
    match evidence {
        Evidence::Event(event) => {
            let event = &timeline[*event];
            format!("{}: {}", event.date.label(), event.title)
        }
        Evidence::Source(source, at) => citation::in_words(&timeline[*source], at.as_deref()),
    }
}

fn linked(
    writer: &mut Writer,
    timeline: &Timeline,
    evidence: &Evidence,
    text: String,
    tone: Tone,
) -> Piece {
    let link = match evidence {
        Evidence::Event(event) => Some(Link::Event(*event)),
        Evidence::Source(source, _) => timeline[*source].url.clone().map(Link::Address),
    };
    match link {
        Some(link) => writer.link(text, tone, link),
        None => Piece::new(text, tone),
    }
}
