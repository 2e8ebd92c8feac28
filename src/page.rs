//! A page: what a reading pane says, as lines of toned pieces with links, at a width.
//!
//! It is neither drawing nor meaning: `ui` paints a page into cells, the command line prints the same page,
//! and `app` scrolls it and follows its links, because the lines are known before anything is drawn.

pub mod about;
pub mod article;
pub mod aside;
pub mod bearing;
pub mod cases;
pub mod changes;
pub mod citation;
pub mod event;
pub mod evidence;
pub mod footnote;
pub mod glyphs;
pub mod note;
pub mod signs;
pub mod span;
pub mod status_at;
pub mod tour;
mod writer;

pub use self::writer::Writer;

use std::ops::Range;

use crate::text;
use crate::text::hyperlink::linked;
use crate::timeline::{CountryId, EventId, LegalBasis, PassageId, TourId};

/// What a piece of text is; the theme gives it a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Tone {
    /// Running text.
    #[default]
    Plain,
    /// Labels, headings, what stands back.
    Dim,
    /// Titles.
    Strong,
    /// What can be acted on, and where one is.
    Accent,
    /// A link to another event.
    Link,
    /// What speaks for a claim.
    Supports,
    /// What speaks against a claim, or limits it.
    Complicates,
    /// A violation.
    Violation,
    /// What is disputed.
    Disputed,
    /// A status, by what it rests on.
    Status(LegalBasis),
}

/// Where a link goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// To the page of an event.
    Event(EventId),
    /// To a claim of the article.
    Passage(PassageId),
    /// To the events of a country.
    Country(CountryId),
    /// To the first stop of a tour.
    Tour(TourId),
    /// Where a line typed after `:` leads.
    Line(String),
    /// To the page of all signs and words.
    Signs,
    /// A page of the web, http or https.
    Address(String),
}

/// A stretch of text of one tone.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Piece {
    /// Cleaned text without line breaks.
    pub text: String,
    /// What the text is.
    pub tone: Tone,
    /// The search found it.
    pub matched: bool,
    /// Place in [`Page::links`].
    pub link: Option<usize>,
    /// Place in [`Page::addresses`]: what the terminal opens when the piece is clicked.
    pub address: Option<usize>,
}

impl Piece {
    /// A piece that no search has found and that is no link.
    #[must_use]
    pub fn new(text: impl Into<String>, tone: Tone) -> Self {
        Piece {
            text: text.into(),
            tone,
            matched: false,
            link: None,
            address: None,
        }
    }
}

/// One row of a page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Line {
    /// From left to right.
    pub pieces: Vec<Piece>,
    /// It goes on with an address for which the line before had no room.
    pub continues: bool,
    /// It goes on with what began on a line before.
    pub wrapped: bool,
}

impl Line {
    /// The line without its tones.
    #[must_use]
    pub fn plain(&self) -> String {
        self.pieces
            .iter()
            .map(|piece| piece.text.as_str())
            .collect()
    }
}

/// A link and the lines it stands on.
#[derive(Debug, Clone, PartialEq)]
pub struct LinkPlace {
    /// Where it goes.
    pub link: Link,
    /// From its first line to the one after its last.
    pub lines: Range<usize>,
}

/// What a pane says at one width, line by line.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// From top to bottom.
    pub lines: Vec<Line>,
    /// In the order in which they stand.
    pub links: Vec<LinkPlace>,
    /// What is written out or linked of the web.
    pub addresses: Vec<String>,
    /// Lines at which a part begins that can be jumped to.
    pub sources_line: Option<usize>,
    /// The line from which on the events stand that the page rests on.
    pub events_line: Option<usize>,
}

impl Page {
    /// The page as plain text, one row a line, without spaces at the ends, and with every address whole.
    #[must_use]
    pub fn plain(&self) -> String {
        let mut text = String::new();
        for line in &self.lines {
            let row = line.plain();
            if line.continues && text.ends_with('\n') {
                text.pop();
                text.push_str(row.trim());
            } else {
                text.push_str(row.trim_end());
            }
            text.push('\n');
        }
        text
    }

    /// The page for a terminal: as it is laid out, its addresses links.
    #[must_use]
    pub fn for_terminal(&self) -> String {
        let mut text = String::new();
        for line in &self.lines {
            let last = line.pieces.len().saturating_sub(1);
            for (at, piece) in line.pieces.iter().enumerate() {
                let words = match at == last {
                    true => piece.text.trim_end(),
                    false => &piece.text,
                };
                match piece.address.and_then(|at| self.addresses.get(at)) {
                    Some(address) => text.push_str(&linked(words, address)),
                    None => text.push_str(words),
                }
            }
            text.push('\n');
        }
        text
    }

    /// The page under another one that has no links, with an empty line between them.
    #[must_use]
    fn under(mut self, mut head: Page) -> Page {
        head.lines.push(Line::default());
        let lines = head.lines.len();
        for place in &mut self.links {
            place.lines = place.lines.start + lines..place.lines.end + lines;
        }
        let moved = |line: Option<usize>| line.map(|line| line + lines);
        head.lines.append(&mut self.lines);
        Page {
            lines: head.lines,
            sources_line: moved(self.sources_line),
            events_line: moved(self.events_line),
            ..self
        }
    }

    /// The link at a column of a line.
    #[must_use]
    pub fn link_at(&self, line: usize, column: usize) -> Option<usize> {
        let mut at = 0;
        let over = |piece: &&Piece| {
            at += text::width(&piece.text);
            column < at
        };
        self.lines.get(line)?.pieces.iter().find(over)?.link
    }
}
