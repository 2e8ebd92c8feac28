//! The passages of the article: each claim, what the record shows, and the events linked to it.

use super::event::stance_tone;
use super::evidence::{Notes, Numbers};
use super::{Link, Page, Piece, Tone, Writer};
use crate::text;
use crate::timeline::date::HistoricDate;
use crate::timeline::{Article, EventId, PassageId, Stance, Timeline};
use crate::words::dates::short_label_columns;
use crate::words::{fill, translated};

/// Columns of the date before a linked event.
pub(super) fn dates_column() -> usize {
    short_label_columns() + 2
}

/// How a claim is told.
#[derive(Clone, Copy)]
pub struct ClaimLook<'f> {
    /// How the numbers of notes are written.
    pub numbers: Numbers,
    /// Whether a filter leaves an event of a stance.
    pub keeps: &'f dyn Fn(EventId, Stance) -> bool,
    /// Whether it asks for a stance; the events of that come before the record.
    pub requested: &'f dyn Fn(Stance) -> bool,
}

impl ClaimLook<'static> {
    /// Everything is left, and nothing is asked for.
    fn unfiltered(numbers: Numbers) -> Self {
        ClaimLook {
            numbers,
            keeps: &|_, _| true,
            requested: &|_| false,
        }
    }
}

/// One passage: the author's claim, the record beside it, and the events linked to it by their stance.
#[must_use]
pub fn page(
    timeline: &Timeline,
    id: PassageId,
    columns: usize,
    words: &[String],
    numbers: Numbers,
) -> Page {
    narrowed_page(timeline, id, columns, words, ClaimLook::unfiltered(numbers))
}

/// The same through a filter: the linked events of which it leaves nothing stand back, and are counted.
#[must_use]
pub fn narrowed_page(
    timeline: &Timeline,
    id: PassageId,
    columns: usize,
    words: &[String],
    look: ClaimLook,
) -> Page {
    let mut writer = Writer::new(columns, words);
    passage(&mut writer, timeline, id, look);
    if let Some(url) = timeline
        .article
        .as_ref()
        .and_then(|article| article.url.clone())
    {
        writer.heading(translated("Read the article"));
        let address = writer.link(url.clone(), Tone::Dim, Link::Address(url));
        writer.flow(0, Vec::new(), vec![address]);
    }
    writer.finish()
}

/// Some or all passages, one after the other, headed by what they are the argument of.
#[must_use]
pub fn full(timeline: &Timeline, passages: &[PassageId], columns: usize, numbers: Numbers) -> Page {
    let mut writer = Writer::new(columns, &[]);
    if let Some(article) = &timeline.article {
        masthead(&mut writer, article);
    }
    let mut section: Option<&String> = None;
    for id in passages {
        let of = timeline[*id].section.as_ref();
        writer.space(2);
        if let Some(name) = of.filter(|_| of != section) {
            writer.paragraph(name, Tone::Dim);
            writer.blank();
        }
        section = of;
        passage(&mut writer, timeline, *id, ClaimLook::unfiltered(numbers));
    }
    writer.finish()
}

/// The title, and under it who wrote it, and where and when it was published.
fn masthead(writer: &mut Writer, article: &Article) {
    writer.paragraph(&article.title, Tone::Strong);
    writer.paragraph(&published(article), Tone::Dim);
    if let Some(url) = &article.url {
        let address = writer.address(url, Tone::Dim);
        writer.flow(0, Vec::new(), vec![address]);
    }
}

/// "Mart Kuldkepp · RUSI · June 2022".
#[must_use]
pub fn published(article: &Article) -> String {
    let date = article.date.as_ref().map(HistoricDate::label);
    let about = [article.author.clone(), article.publisher.clone(), date];
    let about: Vec<String> = about.into_iter().flatten().collect();
    about.join(" · ")
}

/// The claim, the record and the linked events of one passage.
fn passage(writer: &mut Writer, timeline: &Timeline, id: PassageId, look: ClaimLook) {
    let passage = &timeline[id];
    let mark = vec![Piece::new(format!("{:<5}", passage.mark()), Tone::Accent)];
    writer.flow(
        5,
        mark,
        vec![Piece::new(passage.heading.clone(), Tone::Strong)],
    );
    if !passage.claim.is_empty() {
        writer.heading(translated("The author’s claim"));
        for (at, paragraph) in passage.claim.iter().enumerate() {
            if at > 0 {
                writer.blank();
            }
            writer.paragraph(paragraph, Tone::Plain);
        }
    }
    let (wanted, others): (Vec<Stance>, Vec<Stance>) = Stance::BESIDE_A_CLAIM
        .into_iter()
        .partition(|stance| (look.requested)(*stance));
    for stance in wanted {
        events(writer, timeline, id, stance, look);
    }
    let mut notes = Notes::new(look.numbers);
    if !passage.record.is_empty() {
        writer.heading(translated("What the record shows"));
        for (at, paragraph) in passage.record.iter().enumerate() {
            if at > 0 {
                writer.blank();
            }
            let pieces = notes.pieces(writer, timeline, paragraph);
            writer.flow(0, Vec::new(), pieces);
        }
    }
    notes.write(writer, timeline);
    for stance in others {
        events(writer, timeline, id, stance, look);
    }
}

/// The linked events of one stance, each with the reason why it bears on the claim.
fn events(
    writer: &mut Writer,
    timeline: &Timeline,
    id: PassageId,
    stance: Stance,
    look: ClaimLook,
) {
    let keeps = look.keeps;
    let linked: Vec<_> = timeline[id].with_stance(stance).collect();
    if linked.is_empty() {
        return;
    }
    let left = linked.iter().filter(|event| keeps(**event, stance));
    let counted = counted(left.count(), linked.len());
    writer.blank();
    let heading = match stance {
        Stance::Supports => "Supports",
        Stance::Complicates => "Complicates",
        Stance::Context => "Context",
    };
    let count = Piece::new(format!("  {counted}"), Tone::Dim);
    writer.flow(
        0,
        Vec::new(),
        vec![Piece::new(translated(heading), stance_tone(stance)), count],
    );
    writer.begin_events();
    for event in linked {
        let tone = if keeps(event, stance) {
            Tone::Plain
        } else {
            Tone::Dim
        };
        linked_event(writer, timeline, event, tone);
        if let Some(because) = timeline.because(event, id) {
            reason(writer, dates_column(), because);
        }
    }
}

/// "12", how many are listed, and "12, the filter leaves 3" where it leaves fewer.
pub(super) fn counted(left: usize, all: usize) -> String {
    match left {
        _ if left == all => all.to_string(),
        0 => fill("{0}, the filter leaves none", &[&all]),
        left => fill("{0}, the filter leaves {1}", &[&all, &left]),
    }
}

/// Why an event bears on a claim, under what names the two.
pub(super) fn reason(writer: &mut Writer, indent: usize, because: &str) {
    let lead = vec![Piece::new(" ".repeat(indent), Tone::Plain)];
    writer.flow(indent, lead, vec![Piece::new(because, Tone::Dim)]);
}

/// An event as a link after its date, the dates in one column.
pub(super) fn linked_event(writer: &mut Writer, timeline: &Timeline, event: EventId, tone: Tone) {
    numbered_event(writer, timeline, event, tone, None);
}

/// The same with the number of the event's note behind it.
pub(super) fn numbered_event(
    writer: &mut Writer,
    timeline: &Timeline,
    event: EventId,
    tone: Tone,
    number: Option<Piece>,
) {
    let columns = short_label_columns();
    let date = timeline[event].date.short_label_within(columns);
    let title = writer.link(timeline[event].title.clone(), tone, Link::Event(event));
    let date = Piece {
        link: title.link,
        ..Piece::new(right(&date), Tone::Dim)
    };
    let number = number.map(|number| Piece {
        link: title.link,
        ..number
    });
    let pieces = [title].into_iter().chain(number).collect();
    writer.flow(dates_column(), vec![date], pieces);
}

/// A date at the right edge of its column, two spaces before the title.
fn right(date: &str) -> String {
    let missing = short_label_columns().saturating_sub(text::width(date));
    text::pad(&format!("{}{date}", " ".repeat(missing)), dates_column())
}
