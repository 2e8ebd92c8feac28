//! A tour as a hand-out: its stops one after the other, and what they show and rest on as notes at the end.

use std::fmt::Write as _;

use super::{escaped, items, with_numbers};
use crate::export::layout::DocumentLayout;
use crate::export::{MADE_BY, bearing, cell_in_words, note_in_words};
use crate::page::evidence::{Notes, Numbers};
use crate::text;
use crate::timeline::{EventId, Evidence, Stop, Timeline, TourId};

/// The whole hand-out.
#[must_use]
pub fn hand_out(timeline: &Timeline, id: TourId, layout: &DocumentLayout) -> String {
    let tour = &timeline[id];
    let title = layout.title.as_ref().unwrap_or(&tour.title);
    let shown: Vec<Vec<Evidence>> = tour.stops.iter().map(shown).collect();
    let mut notes = Notes::new(Numbers::Bracketed);
    let mut markdown = format!("# {}\n\n", escaped(title));
    if let Some(summary) = &tour.summary {
        let _ = writeln!(markdown, "{}\n", escaped(summary));
    }
    let stops = text::count(tour.stops.len(), "stop");
    let from = escaped(&timeline.title);
    let _ = writeln!(
        markdown,
        "*{from}*, a tour of {stops}. Made by {}.\n",
        escaped(MADE_BY)
    );
    for ((at, of), shown) in tour.stops.iter().enumerate().zip(&shown) {
        let _ = writeln!(markdown, "## {}. {}\n", at + 1, escaped(&of.title));
        stop(&mut markdown, timeline, of, shown, &mut notes);
    }
    if notes.numbered().next().is_some() {
        markdown.push_str("## Notes\n\n");
    }
    let lines = notes.numbered().map(|(number, evidence)| {
        let (words, addresses) = note_in_words(timeline, evidence, layout.style);
        let addresses: String = addresses.iter().map(|url| format!(" <{url}>")).collect();
        format!("\\[{number}\\] {}{addresses}", escaped(&words))
    });
    items(&mut markdown, lines);
    markdown.truncate(markdown.trim_end().len());
    markdown.push('\n');
    markdown
}

/// The events of a stop, as notes name them.
fn shown(stop: &Stop) -> Vec<Evidence> {
    stop.events.iter().copied().map(Evidence::Event).collect()
}

fn stop<'t>(
    markdown: &mut String,
    timeline: &Timeline,
    stop: &'t Stop,
    shown: &'t [Evidence],
    notes: &mut Notes<'t>,
) {
    for paragraph in &stop.text {
        let _ = writeln!(markdown, "{}\n", with_numbers(paragraph, notes));
    }
    if let Some(passage) = stop.passage.map(|passage| &timeline[passage]) {
        let claim = format!("{} {}", passage.mark(), passage.heading);
        let _ = writeln!(markdown, "The claim: {}\n", escaped(&claim));
    }
    if let Some(cell) = cell_in_words(timeline, stop) {
        let _ = writeln!(markdown, "In the table of cases: {}\n", escaped(&cell));
    }
    let line = |(event, evidence): (&EventId, &'t Evidence)| {
        let number = notes.number(evidence);
        let named = &timeline[*event];
        let date = escaped(&named.date.label());
        let bears = bearing(timeline, stop, *event);
        let bears = bears.map_or_else(String::new, |bears| format!(": {}", escaped(&bears)));
        format!("{date}: {}\\[{number}\\]{bears}", escaped(&named.title))
    };
    let lines: Vec<String> = stop.events.iter().zip(shown).map(line).collect();
    items(markdown, lines.into_iter());
    if let Some(question) = &stop.question {
        let _ = writeln!(markdown, "*{}*\n", escaped(question));
    }
}
