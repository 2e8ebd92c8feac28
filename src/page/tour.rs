//! The stops of a tour: what each says and asks, with the claim and the events that it shows.

use super::article::{dates_column, linked_event};
use super::cases::{answer, tone as answer_tone};
use super::event::stance_tone;
use super::evidence::{Notes, Numbers};
use super::{Link, Page, Piece, Tone, Writer};
use crate::text;
use crate::timeline::{Answer, EventId, HistoricDate, Stop, StopView, Timeline, Tour, TourId};
use crate::words::{count, fill, translated};

/// Columns of a claim's mark, "¶10  ".
const MARKS: usize = 5;

/// One stop; a page is empty where the tour has no such stop.
#[must_use]
pub fn page(
    timeline: &Timeline,
    id: TourId,
    at: usize,
    columns: usize,
    words: &[String],
    numbers: Numbers,
) -> Page {
    let mut writer = Writer::new(columns, words);
    if let Some(of) = timeline[id].stops.get(at) {
        stop(&mut writer, timeline, (&timeline[id], at), of, numbers);
    }
    writer.finish()
}

/// A tour from its first stop to its last.
#[must_use]
pub fn full(timeline: &Timeline, id: TourId, columns: usize, numbers: Numbers) -> Page {
    let tour = &timeline[id];
    let mut writer = Writer::new(columns, &[]);
    writer.paragraph(&tour.title, Tone::Strong);
    if let Some(summary) = &tour.summary {
        writer.paragraph(summary, Tone::Dim);
    }
    for (at, of) in tour.stops.iter().enumerate() {
        writer.space(2);
        stop(&mut writer, timeline, (tour, at), of, numbers);
    }
    writer.finish()
}

/// All tours: the id that begins each, its title, how many stops it has, and its summary.
#[must_use]
pub fn list(timeline: &Timeline, columns: usize) -> Page {
    let mut writer = Writer::new(columns, &[]);
    let ids = timeline.tours.iter().map(|tour| text::width(&tour.id) + 2);
    let column = ids.max().unwrap_or(0).min(columns / 3);
    for tour in &timeline.tours {
        writer.blank();
        let stops = count(tour.stops.len(), "stop");
        let title = vec![
            Piece::new(tour.title.clone(), Tone::Strong),
            Piece::new(format!("  {stops}"), Tone::Dim),
        ];
        writer.field(&tour.id, Tone::Accent, column, title);
        if let Some(summary) = &tour.summary {
            let summary = vec![Piece::new(summary.clone(), Tone::Plain)];
            writer.field("", Tone::Plain, column, summary);
        }
    }
    writer.finish()
}

/// "3 of 12": where a stop is in its tour.
#[must_use]
pub fn position(tour: &Tour, at: usize) -> String {
    fill("{0} of {1}", &[&(at + 1), &tour.stops.len()])
}

fn stop(
    writer: &mut Writer,
    timeline: &Timeline,
    (tour, at): (&Tour, usize),
    stop: &Stop,
    numbers: Numbers,
) {
    let head = vec![
        Piece::new(format!("{}   ", position(tour, at)), Tone::Dim),
        Piece::new(stop.title.clone(), Tone::Strong),
    ];
    writer.flow(0, Vec::new(), head);
    let mut notes = Notes::new(numbers);
    for paragraph in &stop.text {
        writer.blank();
        let pieces = notes.pieces(writer, timeline, paragraph);
        writer.flow(0, Vec::new(), pieces);
    }
    claim(writer, timeline, stop);
    cell(writer, timeline, stop);
    lanes(writer, timeline, stop);
    if !stop.events.is_empty() {
        writer.heading(translated("Look at"));
        writer.begin_events();
    }
    for event in &stop.events {
        linked_event(writer, timeline, *event, Tone::Plain);
        bearing(writer, timeline, stop, *event);
    }
    if let Some(question) = &stop.question {
        writer.heading(translated("Ask yourself"));
        writer.paragraph(question, Tone::Plain);
    }
    notes.write(writer, timeline);
}

/// The claim that the stop speaks to.
fn claim(writer: &mut Writer, timeline: &Timeline, stop: &Stop) {
    let Some(id) = stop.passage else { return };
    let passage = &timeline[id];
    writer.heading(translated("The claim"));
    let mark = format!("{:<MARKS$}", passage.mark());
    let mark = writer.link(mark, Tone::Accent, Link::Passage(id));
    let heading = Piece {
        link: mark.link,
        ..Piece::new(passage.heading.clone(), Tone::Plain)
    };
    writer.flow(MARKS, vec![mark], vec![heading]);
}

/// What the case is, and where the stop names a question what it answers.
fn cell(writer: &mut Writer, timeline: &Timeline, stop: &Stop) {
    let Some(case) = stop.case.map(|case| &timeline[case]) else {
        return;
    };
    writer.heading(translated("In the table of cases"));
    let mut pieces = vec![Piece::new(case.title.clone(), Tone::Accent)];
    if let Some(criterion) = stop.criterion {
        let answer = answer(case, criterion).map(|given| given.answer);
        let question = format!("  {}  ", timeline[criterion].question);
        pieces.push(Piece::new(question, Tone::Plain));
        let word = translated(answer.map_or("does not apply", Answer::word));
        pieces.push(Piece::new(word, answer_tone(answer)));
    }
    writer.flow(0, Vec::new(), pieces);
}

/// Whose lanes are brought out, and over which years, where the stop is shown in them.
fn lanes(writer: &mut Writer, timeline: &Timeline, stop: &Stop) {
    if stop.view != StopView::Lanes || (stop.countries.is_empty() && stop.window.is_none()) {
        return;
    }
    writer.heading(translated("In the lanes"));
    let names = stop.countries.iter();
    let names = names.map(|country| timeline[*country].name.replace(' ', "\u{a0}"));
    let names: Vec<String> = names.collect();
    let window = stop.window.as_ref().map(HistoricDate::label);
    let parts = [
        Some(names.join(" · ")).filter(|names| !names.is_empty()),
        window,
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    writer.paragraph(&parts.join(", "), Tone::Plain);
}

/// How an event bears on the claim of the stop, and why: "supports ¶8: the guarantor broke it first".
fn bearing(writer: &mut Writer, timeline: &Timeline, stop: &Stop, event: EventId) {
    let Some(passage) = stop.passage else { return };
    let mut links = timeline[event].links.iter();
    let Some(link) = links.find(|link| link.passage == passage) else {
        return;
    };
    let stance = format!(
        "{} {}",
        translated(link.stance.word()),
        timeline[passage].mark()
    );
    let mut pieces = vec![Piece::new(stance, stance_tone(link.stance))];
    if let Some(because) = &link.because {
        pieces.push(Piece::new(format!(": {because}"), Tone::Dim));
    }
    let indent = vec![Piece::new(" ".repeat(dates_column()), Tone::Plain)];
    writer.flow(dates_column(), indent, pieces);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::samples;

    fn first(timeline: &Timeline) -> TourId {
        TourId::at(timeline, 0).unwrap()
    }

    #[test]
    fn a_stop_says_where_it_is_what_it_shows_and_what_it_asks() {
        let timeline = samples::tours();
        let check = |at: usize, parts: &[&str]| {
            let text = page(&timeline, first(&timeline), at, 60, &[], Numbers::Raised).plain();
            for part in parts {
                assert!(text.contains(part), "no {part:?} in\n{text}");
            }
        };
        check(
            0,
            &[
                "1 of 4   A promise of two\n\nTwo powers acknowledged what Switzerland had asked for.¹\n\n",
                "\n\nThe claim\n¶6   Where the idea comes from\n",
                "\n\nLook at\n   20 Nov 1815  The powers guarantee Switzerland\n                supports ¶6: It made a state",
                "\n\nAsk yourself\nWho promised, and what?\n",
                "\n\nWhat the text rests on\n¹    20 November 1815: The powers guarantee Switzerland\n",
            ],
        );
        check(1, &["\n\nIn the lanes\nBelgium · Luxembourg, 1910–1920\n"]);
        let cell = "\n\nIn the table of cases\nSwitzerland 1815  Did it outlast the First World War?  yes\n";
        check(3, &[cell]);
        let none = page(&timeline, first(&timeline), 4, 60, &[], Numbers::Raised);
        assert_eq!(none, Page::default());
    }

    #[test]
    fn a_full_tour_has_all_its_stops_and_the_list_all_tours() {
        let timeline = samples::tours();
        let tour = &timeline[first(&timeline)];
        for columns in [40, 80] {
            let text = full(&timeline, first(&timeline), columns, Numbers::Raised).plain();
            let wide = text.lines().map(text::width).max();
            assert!(wide <= Some(columns), "{text}");
            for (at, stop) in tour.stops.iter().enumerate() {
                let head = format!("{}   {}\n", position(tour, at), stop.title);
                assert!(
                    columns < 60 || text.contains(&head),
                    "no {head:?} in\n{text}"
                );
            }
        }
        let expected = "promises  What the promises were worth  4 stops\n          Four stops, a minute.\n\n\
                        one-stop  A tour of one stop  1 stop\n";
        assert_eq!(list(&timeline, 60).plain(), expected);
    }
}
