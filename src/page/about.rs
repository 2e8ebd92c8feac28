//! The timeline's own page: what it is, whose argument stands beside it, its tours, its signs, and what can be asked.
//!
//! It says only what the timeline has: without an article, spans or tours nothing is said of them.

mod questions;

pub use self::questions::proposed;
use super::article::published;
use super::signs::{self, Sign};
use super::{Link, Page, Piece, Tone, Writer};
use crate::text;
use crate::timeline::date::era::years_label;
use crate::timeline::{KindId, PassageId, Timeline, TourId};
use crate::words::{count, translated};

/// What the row of the page is called in the list of events.
pub const TITLE: &str = "About this timeline";

/// Questions that the page proposes, at most.
const QUESTIONS: usize = 3;

/// The most kinds of events that are named.
const MOST_KINDS: usize = 16;

/// The most columns of a tour with the number of its stops, which would lose each other on a wide page.
const TOUR_COLUMNS: usize = 60;

/// Columns before what stands under a heading.
const INDENT: usize = 2;

/// Columns of a sign with the space after it.
const SIGN: usize = 4;

/// From this height on parts are parted by empty lines; a lower page shows as much as it can at once.
const AIRY: usize = 24;

/// How the page is laid out.
#[derive(Debug, Clone, Copy)]
pub struct AboutLayout {
    /// Columns of the page.
    pub columns: usize,
    /// Rows that are seen of it at once.
    pub rows: usize,
    /// Whether [`legend`] stands beside it, so that the signs need not stand on it.
    pub has_legend_beside: bool,
    /// Kinds have the letters that the file gives them for ASCII.
    pub ascii: bool,
}

/// The page: what one must know first comes first, since a low screen shows no more.
#[must_use]
pub fn page(timeline: &Timeline, layout: AboutLayout) -> Page {
    let mut about = AboutPage {
        writer: Writer::new(layout.columns, &[]),
        timeline,
        layout,
    };
    about.introduce();
    about.argument();
    about.tours();
    if !layout.has_legend_beside {
        about.signs_in_short();
    }
    about.questions();
    about.writer.finish()
}

/// The signs that one meets beside the events, each with its meaning.
#[must_use]
pub fn legend(timeline: &Timeline, columns: usize, ascii: bool) -> Page {
    let mut writer = Writer::new(columns, &[]);
    let signs = signs::beside_events(timeline);
    if !signs.is_empty() {
        writer.paragraph(translated(READ_IT), Tone::Dim);
    }
    let names = signs.iter().map(|sign| text::width(&sign.name) + 2).max();
    let names = names.unwrap_or(0);
    for sign in signs {
        let lead = vec![
            Piece::new(text::pad(&sign.sign, SIGN), sign.tone),
            Piece::new(text::pad(&sign.name, names), Tone::Strong),
        ];
        let meaning = Piece::new(sign.meaning, Tone::Plain);
        writer.flow(SIGN + names, lead, vec![meaning]);
    }
    let kinds = kinds_in_short(timeline, ascii);
    if !kinds.is_empty() {
        writer.heading(translated(KINDS));
        writer.flow(0, Vec::new(), kinds);
        writer.blank();
        let all = writer.link(translated(ALL_SIGNS), Tone::Link, Link::Signs);
        writer.flow(0, Vec::new(), vec![all]);
    }
    writer.finish()
}

/// Keys that lead on from here.
const KEYS: &str = "? y E";

const READ_IT: &str = "Read the lines: each is a country over time";
const KINDS: &str = "The sign before a date is the kind of event";
const ALL_SIGNS: &str = "all\u{a0}signs\u{a0}and\u{a0}words";

/// The same in a sentence, where nothing can be pointed at; `None` where there is no article.
#[must_use]
pub fn argument_in_words(timeline: &Timeline) -> Option<String> {
    let article = timeline.article.as_ref()?;
    let by = published(article);
    Some(format!(
        "{}: {}, {by}. {}",
        translated(ONE_ARGUMENT),
        article.title,
        translated(BESIDE_IT)
    ))
}

const ONE_ARGUMENT: &str = "One argument is weighed, and no verdict is passed";
const BESIDE_IT: &str = "Events support or complicate each of its claims.";

/// The page while it is written.
struct AboutPage<'t> {
    writer: Writer<'t>,
    timeline: &'t Timeline,
    layout: AboutLayout,
}

impl AboutPage<'_> {
    fn is_airy(&self) -> bool {
        self.layout.rows >= AIRY
    }

    /// The heading of a part.
    fn heading(&mut self, text: &str) {
        if self.is_airy() {
            self.writer.blank();
        }
        self.writer.paragraph(text, Tone::Dim);
    }

    /// A row under a heading.
    fn row(&mut self, pieces: Vec<Piece>) {
        self.writer.flow(INDENT, vec![indent()], pieces);
    }

    /// "Permanent neutrality, 1815–2025", and what that is about.
    fn introduce(&mut self) {
        let years = self.timeline.years;
        let years =
            years.map(|(first, last)| format!(", {}", years_label(first.into()..=last.into())));
        let title = format!("{}{}", self.timeline.title, years.unwrap_or_default());
        self.writer.paragraph(&title, Tone::Strong);
        if let Some(summary) = &self.timeline.summary {
            self.writer.paragraph(summary, Tone::Plain);
        }
    }

    /// Whose argument stands beside the events, and that nobody judges it here.
    fn argument(&mut self) {
        let first = PassageId::at(self.timeline, 0);
        let (Some(article), Some(first)) = (&self.timeline.article, first) else {
            return;
        };
        self.heading(translated(ONE_ARGUMENT));
        let title = self
            .writer
            .link(article.title.clone(), Tone::Link, Link::Passage(first));
        self.row(vec![title]);
        self.row(vec![Piece::new(published(article), Tone::Plain)]);
        if self.is_airy() {
            self.writer.paragraph(translated(BESIDE_IT), Tone::Dim);
        }
    }

    /// The tours, each a link to its first stop.
    fn tours(&mut self) {
        if self.timeline.tours.is_empty() {
            return;
        }
        self.heading(translated("Walk it, with Space from stop to stop"));
        for id in TourId::all(self.timeline) {
            let tour = &self.timeline[id];
            let stops = count(tour.stops.len(), "stop");
            let taken = INDENT + text::width(&tour.title) + text::width(&stops);
            let room = self.layout.columns.min(TOUR_COLUMNS).saturating_sub(taken);
            let link = self
                .writer
                .link(tour.title.clone(), Tone::Link, Link::Tour(id));
            let stops = Piece::new(format!("{}{stops}", " ".repeat(room.max(2))), Tone::Dim);
            self.row(vec![link, stops]);
        }
    }

    /// The signs with a word each, in two columns where there is room, and the way to all of them.
    fn signs_in_short(&mut self) {
        let signs = signs::beside_events(self.timeline);
        let kinds = kinds_in_short(self.timeline, self.layout.ascii);
        if !signs.is_empty() {
            self.heading(translated(READ_IT));
        }
        let longest = signs.iter().map(|sign| text::width(&sign.name)).max();
        let column = SIGN + longest.unwrap_or(0) + 2;
        let rows = match INDENT + 2 * column <= self.layout.columns + 2 {
            true => signs.len().div_ceil(2),
            false => signs.len(),
        };
        let (left, right) = signs.split_at(rows);
        for (at, sign) in left.iter().enumerate() {
            let mut pieces = in_short(sign, column);
            pieces.extend(right.get(at).into_iter().flat_map(|sign| in_short(sign, 0)));
            self.row(pieces);
        }
        if !kinds.is_empty() {
            self.writer.paragraph(translated(KINDS), Tone::Dim);
        }
        if !signs.is_empty() || !kinds.is_empty() {
            let mut pieces = kinds;
            if !pieces.is_empty() {
                pieces.push(Piece::new("  ", Tone::Plain));
            }
            pieces.push(
                self.writer
                    .link(translated(ALL_SIGNS), Tone::Link, Link::Signs),
            );
            self.row(pieces);
        }
    }
}

/// A sign and its name, in so many columns.
fn in_short(sign: &Sign, columns: usize) -> Vec<Piece> {
    let name = text::pad(&sign.name, columns.saturating_sub(SIGN));
    vec![
        Piece::new(text::pad(&sign.sign, SIGN), sign.tone),
        Piece::new(name, Tone::Plain),
    ]
}

/// The signs of the kinds that the events have, each with its word on one line.
fn kinds_in_short(timeline: &Timeline, ascii: bool) -> Vec<Piece> {
    let used = KindId::all(timeline).filter(|kind| {
        timeline
            .events
            .iter()
            .any(|event| event.kind == Some(*kind))
    });
    let mut pieces = Vec::new();
    for kind in used.take(MOST_KINDS) {
        let kind = &timeline[kind];
        let sign = if ascii { &kind.ascii } else { &kind.symbol };
        if !pieces.is_empty() {
            pieces.push(Piece::new("  ", Tone::Plain));
        }
        let label = kind.label.to_lowercase().replace(' ', "\u{a0}");
        pieces.push(Piece::new(format!("{sign}\u{a0}"), Tone::Strong));
        pieces.push(Piece::new(label, Tone::Plain));
    }
    pieces
}

fn indent() -> Piece {
    Piece::new(" ".repeat(INDENT), Tone::Plain)
}

impl AboutPage<'_> {
    /// What can be typed after `:`, and what it answers.
    fn questions(&mut self) {
        let mut questions = proposed(self.timeline);
        questions.truncate(QUESTIONS);
        self.heading(translated("Ask it"));
        let (columns, writer) = (self.layout.columns, &mut self.writer);
        let lines = questions.iter().map(|(line, _)| text::width(line) + 1);
        let longest = lines.chain([text::width(KEYS)]).max();
        let column = INDENT + longest.unwrap_or(0) + 2;
        for (line, answer) in questions {
            let answer = translated(answer);
            let shown = format!(":{line}");
            let fits = column + text::width(answer) <= columns;
            let gap = " ".repeat((column - INDENT).saturating_sub(text::width(&shown)));
            let link = writer.link(shown, Tone::Accent, Link::Line(line));
            if fits {
                let answer = Piece::new(format!("{gap}{answer}"), Tone::Dim);
                writer.flow(INDENT, vec![indent()], vec![link, answer]);
            } else {
                let answer = Piece::new(answer, Tone::Dim);
                writer.flow(INDENT, vec![indent()], vec![link]);
                let further = Piece::new(" ".repeat(INDENT + 2), Tone::Plain);
                writer.flow(INDENT + 2, vec![further], vec![answer]);
            }
        }
        let help = vec![
            Piece::new(text::pad(KEYS, column - INDENT), Tone::Accent),
            Piece::new(translated("all keys, copy, write a file"), Tone::Dim),
        ];
        writer.flow(INDENT, vec![indent()], help);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::samples;

    fn laid_out(columns: usize, rows: usize) -> AboutLayout {
        AboutLayout {
            columns,
            rows,
            has_legend_beside: false,
            ascii: false,
        }
    }

    #[test]
    fn what_can_be_asked_stands_beside_what_it_answers() {
        let text = page(&samples::tours(), laid_out(76, 36)).plain();
        let lines = text.lines().skip_while(|line| *line != "Ask it").skip(1);
        let asked: Vec<&str> = lines.take_while(|line| !line.is_empty()).collect();
        // A question, two spaces at least, and what it answers; all answers begin in one column.
        let answer_at = |line: &&str| {
            let gap = line.trim_start().find("  ").expect("an answer beside it") + INDENT;
            let answer = line[gap..].trim_start();
            (
                text::width(&line[..gap]),
                text::width(line) - text::width(answer),
            )
        };
        let longest = asked.iter().map(|line| answer_at(line).0).max();
        for line in &asked {
            assert_eq!(
                Some(answer_at(line).1),
                longest.map(|end| end + 2),
                "{line}"
            );
        }
        assert!(asked.len() > 2, "{text}");
    }

    #[test]
    fn the_page_says_what_the_timeline_has_and_nothing_of_what_it_has_not() {
        let check = |timeline: &Timeline, has: &[&str], has_not: &[&str]| {
            let text = page(timeline, laid_out(51, 36)).plain();
            for part in has {
                assert!(text.contains(part), "no {part:?} in\n{text}");
            }
            for part in has_not {
                assert!(!text.contains(part), "{part:?} in\n{text}");
            }
        };
        let bare = samples::read(&samples::dated(&["1914-08-04", "1914-08-05", "1915"]));
        check(
            &bare,
            &["Sample, 1914–1915\n\nAsk it\n  :1914  the fullest year\n  ?"],
            &[
                "argument",
                "Walk it",
                "Read the lines",
                "The sign before a date",
            ],
        );
        let of_one_kind = samples::read(&samples::dated(&["1914"]).replace(
            "[[events]]",
            "[kinds.treaty]\nlabel = \"Treaty\"\nsymbol = \"●\"\nascii = \"o\"\n[[events]]\nkind = \"treaty\"",
        ));
        let signs = "The sign before a date is the kind of event\n  ● treaty  all signs";
        check(
            &of_one_kind,
            &[signs, "\n  ? y E  all keys"],
            &["Read the lines"],
        );
        check(
            &samples::tours(),
            &[
                "\n\nOne argument is weighed, and no verdict is passed\n",
                "its claims.\n\nWalk it, with Space from stop to stop\n  What the promises were worth              4 stops\n",
                "\n\nRead the lines: each is a country over time\n  ◆ ",
                "\nThe sign before a date is the kind of event\n  ◆",
                "all signs and words\n\nAsk it\n",
            ],
            &[],
        );
    }

    #[test]
    fn no_line_is_wider_than_the_page_and_the_legend_has_every_sign_that_the_page_has() {
        let timeline = samples::tours();
        for columns in [30, 38, 51, 76] {
            let text = page(&timeline, laid_out(columns, 10)).plain();
            let widest = text.lines().map(crate::text::width).max();
            assert!(widest <= Some(columns), "{columns}:\n{text}");
        }
        let beside = legend(&timeline, 51, false).plain();
        for sign in signs::beside_events(&timeline) {
            assert!(beside.contains(&sign.name), "{}", sign.name);
        }
        let with_legend = AboutLayout {
            has_legend_beside: true,
            ..laid_out(51, 56)
        };
        let text = page(&timeline, with_legend).plain();
        assert!(!text.contains("Read the lines"), "{text}");
    }

    #[test]
    fn ten_rows_say_what_it_is_whose_argument_and_where_to_begin() {
        let text = page(&samples::tours(), laid_out(76, 10)).plain();
        let seen: Vec<&str> = text.lines().take(10).collect();
        for part in [
            "Small neutralities",
            "One argument",
            "A. Author",
            "Walk it",
            "4 stops",
        ] {
            let found = seen.iter().any(|line| line.contains(part));
            assert!(found, "no {part:?} in\n{text}");
        }
    }
}
