//! Notes under a running text: each thing that carries a sentence has a number, and stands under the text once.

use super::citation;
use super::{Link, Piece, Tone, Writer};
use crate::timeline::{Evidence, Prose, Timeline};

/// What the texts of one place name, in the order in which they name it.
#[derive(Debug, Default)]
pub struct Notes<'t> {
    named: Vec<&'t Evidence>,
}

impl<'t> Notes<'t> {
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
            }
            if let Some(evidence) = evidence {
                let number = format!("[{}]", self.number(evidence));
                pieces.push(linked(writer, timeline, evidence, number, Tone::Accent));
            }
        }
        pieces
    }

    /// The notes themselves, a line each, under a heading; nothing where nothing was named.
    pub fn write(&self, writer: &mut Writer, timeline: &Timeline) {
        if self.named.is_empty() {
            return;
        }
        writer.heading("What the text rests on");
        for (number, evidence) in self.numbered() {
            let lead = vec![Piece::new(
                format!("{:<5}", format!("[{number}]")),
                Tone::Accent,
            )];
            let words = in_words(timeline, evidence);
            let piece = linked(writer, timeline, evidence, words, Tone::Plain);
            writer.flow(5, lead, vec![piece]);
        }
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
