//! The timeline's own page: what it is, whose argument stands beside it, its tours, its signs, and what can be asked.
//!
//! It says only what the timeline has: without an article, spans or tours nothing is said of them.

use super::article::published;
use super::signs::{self, Sign};
use super::{Link, Page, Piece, Tone, Writer};
use crate::text;
use crate::timeline::date::Certainty;
use crate::timeline::date::era::years_label;
use crate::timeline::{
    CountryId, HistoricDate, LegalBasis, PassageId, SpanId, Stance, Timeline, TourId,
};

/// What the row of the page is called in the list of events.
pub const TITLE: &str = "About this timeline";

/// Questions that the page proposes, at most.
const QUESTIONS: usize = 3;

/// Columns before what stands under a heading.
const INDENT: usize = 2;

/// Columns of a sign with the space after it.
const SIGN: usize = 4;

/// The page; its signs stand on it, or beside it where there is room for [`legend`].
#[must_use]
pub fn page(timeline: &Timeline, columns: usize, has_legend_beside: bool) -> Page {
    let mut writer = Writer::new(columns, &[]);
    introduce(&mut writer, timeline);
    argument(&mut writer, timeline);
    tours(&mut writer, timeline, columns);
    if !has_legend_beside {
        signs_in_short(&mut writer, timeline, columns);
    }
    write_questions(&mut writer, timeline, columns);
    writer.finish()
}

/// The signs that one meets beside the events, each with its meaning.
#[must_use]
pub fn legend(timeline: &Timeline, columns: usize) -> Page {
    let mut writer = Writer::new(columns, &[]);
    writer.paragraph(READ_IT, Tone::Dim);
    let signs = signs::beside_events(timeline);
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
    writer.finish()
}

const READ_IT: &str = "Read the lines: each is a country over time";

/// "Permanent neutrality, 1815–2025", and what that is about.
fn introduce(writer: &mut Writer, timeline: &Timeline) {
    let years = timeline.years;
    let years = years.map(|(first, last)| format!(", {}", years_label(first.into()..=last.into())));
    let title = format!("{}{}", timeline.title, years.unwrap_or_default());
    writer.paragraph(&title, Tone::Strong);
    if let Some(summary) = &timeline.summary {
        writer.blank();
        writer.paragraph(summary, Tone::Plain);
    }
}

/// The same in a sentence, where nothing can be pointed at; `None` where there is no article.
#[must_use]
pub fn argument_in_words(timeline: &Timeline) -> Option<String> {
    let article = timeline.article.as_ref()?;
    let by = published(article);
    Some(format!(
        "{ONE_ARGUMENT}: {}, {by}. {NO_VERDICT}",
        article.title
    ))
}

const ONE_ARGUMENT: &str = "One argument is weighed, claim by claim";
const NO_VERDICT: &str =
    "Beside it stand the events that support and that complicate it; no verdict is passed.";

/// Whose argument stands beside the events, and that nobody judges it here.
fn argument(writer: &mut Writer, timeline: &Timeline) {
    let (Some(article), Some(first)) = (&timeline.article, PassageId::at(timeline, 0)) else {
        return;
    };
    writer.heading(ONE_ARGUMENT);
    let title = writer.link(article.title.clone(), Tone::Link, Link::Passage(first));
    writer.flow(INDENT, vec![indent()], vec![title]);
    let by = Piece::new(published(article), Tone::Plain);
    writer.flow(INDENT, vec![indent()], vec![by]);
    writer.paragraph(NO_VERDICT, Tone::Dim);
}

/// The tours, each a link to its first stop.
fn tours(writer: &mut Writer, timeline: &Timeline, columns: usize) {
    if timeline.tours.is_empty() {
        return;
    }
    writer.heading("Walk it");
    for id in TourId::all(timeline) {
        let tour = &timeline[id];
        let stops = text::count(tour.stops.len(), "stop");
        let room = columns.saturating_sub(INDENT + text::width(&tour.title) + text::width(&stops));
        let link = writer.link(tour.title.clone(), Tone::Link, Link::Tour(id));
        let stops = Piece::new(format!("{}{stops}", " ".repeat(room.max(2))), Tone::Dim);
        writer.flow(INDENT, vec![indent()], vec![link, stops]);
    }
}

/// The signs with a word each, in two columns where there is room, and the way to all of them.
fn signs_in_short(writer: &mut Writer, timeline: &Timeline, columns: usize) {
    let signs = signs::beside_events(timeline);
    if signs.is_empty() {
        return;
    }
    writer.heading(READ_IT);
    let longest = signs.iter().map(|sign| text::width(&sign.name)).max();
    let column = SIGN + longest.unwrap_or(0) + 2;
    let rows = match INDENT + 2 * column <= columns + 2 {
        true => signs.len().div_ceil(2),
        false => signs.len(),
    };
    let (left, right) = signs.split_at(rows);
    for (at, sign) in left.iter().enumerate() {
        let mut pieces = in_short(sign, column);
        pieces.extend(right.get(at).into_iter().flat_map(|sign| in_short(sign, 0)));
        writer.flow(INDENT, vec![indent()], pieces);
    }
    let all = writer.link("all signs and words", Tone::Link, Link::Signs);
    writer.flow(INDENT, vec![indent()], vec![all]);
}

/// A sign and its name, in so many columns.
fn in_short(sign: &Sign, columns: usize) -> Vec<Piece> {
    let name = text::pad(&sign.name, columns.saturating_sub(SIGN));
    vec![
        Piece::new(text::pad(&sign.sign, SIGN), sign.tone),
        Piece::new(name, Tone::Plain),
    ]
}

fn indent() -> Piece {
    Piece::new(" ".repeat(INDENT), Tone::Plain)
}

/// What can be typed after `:`, and what it answers.
fn write_questions(writer: &mut Writer, timeline: &Timeline, columns: usize) {
    let mut questions = proposed(timeline);
    questions.truncate(QUESTIONS);
    writer.heading("Ask it");
    let longest = questions
        .iter()
        .map(|(line, _)| text::width(line) + 1)
        .max();
    let column = INDENT + longest.unwrap_or(0) + 2;
    for (line, answer) in questions {
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
        Piece::new(text::pad("?", column - INDENT), Tone::Accent),
        Piece::new("every key, and what it does", Tone::Dim),
    ];
    writer.flow(INDENT, vec![indent()], help);
}

/// Lines that `:` understands and that this timeline answers, with what they are about.
#[must_use]
pub fn proposed(timeline: &Timeline) -> Vec<(String, &'static str)> {
    let status = broken_title(timeline).map(|(country, date)| {
        let name = timeline[country].name.to_lowercase();
        (format!("{name} {date}"), "a status, and on whose word")
    });
    let claim = most_complicated(timeline).map(|passage| {
        let mark = timeline[passage].mark();
        (mark, "what complicates a claim")
    });
    let last_case = timeline.cases.last().map(|case| case.country);
    let only = last_case.map(|country| {
        let name = timeline[country].name.to_lowercase();
        (format!("only {name}"), "one country’s events")
    });
    let year = fullest_year(timeline).map(|year| (year.to_string(), "the fullest year"));
    [status, claim, only, year].into_iter().flatten().collect()
}

/// Of the titles by treaty that were violated the one that had held the longest, and a date shortly before it broke.
fn broken_title(timeline: &Timeline) -> Option<(CountryId, String)> {
    let violated = SpanId::all(timeline).filter_map(|id| {
        let span = &timeline[id];
        let by_treaty = matches!(
            timeline[span.status].ground,
            LegalBasis::Guarantee | LegalBasis::Treaty
        );
        let first = span.violated_by.iter().min().filter(|_| by_treaty)?;
        let (begin, broken) = (span.begin_date(timeline), &timeline[*first].date);
        let held = broken.representative_day() - begin.representative_day();
        Some((held, span.country, broken, begin))
    });
    let (_, country, broken, begin) = violated.max_by_key(|(held, ..)| *held)?;
    // The first of its month where the title held by then, else as exact as the record is.
    let written = broken.written();
    let month = written.get(..7).filter(|_| broken.is_exact_day());
    let first = month.map(|month| format!("{month}-01"));
    let held = |written: &String| {
        let date = HistoricDate::parse(written).ok();
        date.is_some_and(|date| {
            begin.is_before(&date) == Certainty::Yes && date.is_before(broken) == Certainty::Yes
        })
    };
    let date = first.filter(held).unwrap_or_else(|| written.to_owned());
    Some((country, date))
}

/// The claim that the most events complicate.
fn most_complicated(timeline: &Timeline) -> Option<PassageId> {
    let against = |id: &PassageId| timeline[*id].with_stance(Stance::Complicates).count();
    // Of equals the first.
    let most = PassageId::all(timeline).rev().max_by_key(against)?;
    let named = timeline[most].paragraph.is_some() && against(&most) > 0;
    named.then_some(most)
}

/// The year in which the most events begin, the first of equals.
fn fullest_year(timeline: &Timeline) -> Option<i32> {
    let years = timeline
        .events
        .chunk_by(|a, b| a.date.year() == b.date.year());
    let fullest = years.rev().max_by_key(|events| events.len())?;
    let year = fullest.first()?.date.year();
    (0..=9999).contains(&year).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::samples;

    #[test]
    fn the_page_says_what_the_timeline_has_and_nothing_of_what_it_has_not() {
        let check = |timeline: &Timeline, has: &[&str], has_not: &[&str]| {
            let text = page(timeline, 51, false).plain();
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
            &["argument", "Walk it", "Read the lines"],
        );
        check(
            &samples::tours(),
            &[
                "\n\nOne argument is weighed, claim by claim\n",
                "no verdict is passed.\n\nWalk it\n  What the promises were worth              4 stops\n",
                "\n\nRead the lines: each is a country over time\n  ◆ ",
                "\n  all signs and words\n\nAsk it\n",
            ],
            &[],
        );
    }

    #[test]
    fn what_is_proposed_is_asked_of_what_the_timeline_has() {
        let check = |timeline: &Timeline, expected: &[&str]| {
            let proposed = proposed(timeline);
            let lines: Vec<&str> = proposed.iter().map(|(line, _)| line.as_str()).collect();
            assert_eq!(lines, expected);
        };
        check(
            &samples::cases(),
            &["belgium 1914-08-01", "¶8", "only ukraine", "1914"],
        );
        check(&samples::read(&samples::dated(&["1914"])), &["1914"]);
        check(&samples::read(&samples::dated(&["-0043-03-15"])), &[]);
    }

    #[test]
    fn no_line_is_wider_than_the_page_and_the_legend_has_every_sign_that_the_page_has() {
        let timeline = samples::tours();
        for columns in [30, 38, 51, 76] {
            let text = page(&timeline, columns, false).plain();
            let widest = text.lines().map(crate::text::width).max();
            assert!(widest <= Some(columns), "{columns}:\n{text}");
        }
        let beside = legend(&timeline, 51).plain();
        for sign in signs::beside_events(&timeline) {
            assert!(beside.contains(&sign.name), "{}", sign.name);
        }
        assert!(!page(&timeline, 51, true).plain().contains("Read the lines"));
    }
}
