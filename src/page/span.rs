//! One title, which is a span, in full: what it was, who guaranteed it, what broke it and after how long, its end.

use super::status_at::{guarantors_in_words, violation_under_label};
use super::{Link, Page, Piece, Tone, Writer};
use crate::timeline::date::elapsed::elapsed;
use crate::timeline::status_at::guarantors;
use crate::timeline::{EventId, HistoricDate, SpanId, Timeline};
use crate::words::{fill, translated};

/// Columns of the labels.
const LABELS: usize = 12;

/// The page of a title.
#[must_use]
pub fn page(timeline: &Timeline, id: SpanId, columns: usize) -> Page {
    let mut writer = Writer::new(columns, &[]);
    let span = &timeline[id];
    let status = &timeline[span.status];
    let begin = &span.begin_date;
    let title = Piece::new(status.label.clone(), Tone::Status(status.ground));
    writer.field(translated("Title"), Tone::Dim, LABELS, vec![title]);
    event(
        &mut writer,
        timeline,
        translated("Begins"),
        span.begins,
        begin,
        None,
    );
    if guarantors(timeline, id).next().is_some() {
        let pieces = guarantors_in_words(&mut writer, timeline, id);
        writer.field(translated("Guarantors"), Tone::Dim, LABELS, pieces);
    }
    let mut violations = span.violated_by.clone();
    violations.sort_unstable();
    for event in violations {
        let date = &timeline[event].date;
        let words = violation_under_label(timeline, id, event);
        let link = writer.link(words, Tone::Violation, Link::Event(event));
        let after = elapsed(begin, date).map(|lasted| fill("  after {0}", &[&lasted]));
        let after = Piece::new(after.unwrap_or_default(), Tone::Dim);
        writer.field(translated("Violated"), Tone::Dim, LABELS, vec![link, after]);
    }
    match (span.ends, span.end_date.as_ref()) {
        (Some(end), Some(date)) => {
            let lasted = elapsed(begin, date);
            event(&mut writer, timeline, translated("Ends"), end, date, lasted);
        }
        _ => {
            let holds = match span.violated_by.is_empty() {
                true => translated("the title is in force"),
                false => translated("no end is recorded"),
            };
            let holds = Piece::new(holds, Tone::Plain);
            writer.field(translated("Ends"), Tone::Dim, LABELS, vec![holds]);
        }
    }
    for (label, words) in [
        (translated("Contested"), &span.contested),
        (translated("Note"), &span.note),
    ] {
        if let Some(words) = words {
            let words = vec![Piece::new(words.clone(), Tone::Plain)];
            writer.field(label, Tone::Dim, LABELS, words);
        }
    }
    writer.finish()
}

/// "Treaty of London, 8 June 1839 · Art. VII": an event with the date that counts, and after how long it came.
fn event(
    writer: &mut Writer,
    timeline: &Timeline,
    label: &str,
    id: EventId,
    date: &HistoricDate,
    lasted: Option<String>,
) {
    let of = &timeline[id];
    let mut pieces = vec![
        writer.link(of.short_title(), Tone::Link, Link::Event(id)),
        Piece::new(format!(", {}", date.label()), Tone::Dim),
    ];
    if let Some(provision) = &of.texts.provision {
        pieces.push(Piece::new(format!(" · {provision}"), Tone::Dim));
    }
    if let Some(lasted) = lasted {
        pieces.push(Piece::new(fill("  after {0}", &[&lasted]), Tone::Dim));
    }
    writer.field(label, Tone::Dim, LABELS, pieces);
}
