//! The page of one event: everything that the timeline knows of it.

use super::article::reason;
use super::bearing::{self, Requested};
use super::{Link, Page, Piece, Tone, Writer};
use super::{changes, citation};
use crate::text;
use crate::timeline::date::era::year_label;
use crate::timeline::format::labelled_texts;
use crate::timeline::status_at::guarantors;
use crate::timeline::{
    ArticleLink, CountryId, Event, EventId, RoleId, RolePart, SpanId, Stance, Timeline,
};
use crate::words::translated;

/// Columns of the labels at the left of the fields at least.
const LABELS: usize = 13;

/// The page of an event at a width; `words` are the folded words that a search looks for.
#[must_use]
pub fn page(timeline: &Timeline, id: EventId, columns: usize, words: &[String]) -> Page {
    narrowed_page(timeline, id, columns, words, bearing::NONE)
}

/// The same through a filter: what bearing it asks for comes before all that the event is otherwise.
#[must_use]
pub fn narrowed_page(
    timeline: &Timeline,
    id: EventId,
    columns: usize,
    words: &[String],
    requested: Requested,
) -> Page {
    let event = &timeline[id];
    let mut writer = Writer::new(columns, words);
    title(&mut writer, event);
    if bearing::write(&mut writer, timeline, event, 0, requested) {
        writer.blank();
    }
    summary(&mut writer, event);
    let labels = labels(timeline, event, columns);
    parties(&mut writer, timeline, id, labels);
    facts(&mut writer, timeline, event, labels);
    image(&mut writer, event, labels);
    text(&mut writer, event);
    links(&mut writer, timeline, event, requested);
    related(&mut writer, timeline, event);
    sources(&mut writer, timeline, event);
    changes::of_event(&mut writer, timeline, id);
    writer.finish()
}

/// What stands in the place of a page when the filter leaves no event.
#[must_use]
pub fn none(columns: usize) -> Page {
    let mut writer = Writer::new(columns, &[]);
    writer.paragraph(translated("The filter leaves no event to read."), Tone::Dim);
    writer.finish()
}

fn title(writer: &mut Writer, event: &Event) {
    let mut when = vec![Piece::new(event.date.label(), Tone::Accent)];
    if let Some(place) = &event.texts.place {
        when.push(Piece::new(format!(" · {place}"), Tone::Dim));
    }
    writer.flow(0, Vec::new(), when);
    writer.paragraph(&event.title, Tone::Strong);
    writer.blank();
}

fn summary(writer: &mut Writer, event: &Event) {
    if let Some(summary) = &event.texts.summary {
        writer.paragraph(summary, Tone::Plain);
        writer.blank();
    }
}

/// Columns for the longest label that leaves the page to what it stands before; a longer one has a line of its own.
fn labels(timeline: &Timeline, event: &Event, page: usize) -> usize {
    let roles = event.parties_by_role();
    let roles = roles
        .iter()
        .map(|(role, members)| timeline[*role].label_for(members.len()));
    let stages = event
        .milestones
        .iter()
        .map(|milestone| milestone.stage.as_str());
    let columns = roles.chain(stages).map(|label| text::width(label) + 2);
    let most = LABELS.max(page * 2 / 5);
    let fitting = columns.filter(|columns| *columns <= most);
    fitting.max().unwrap_or(LABELS).max(LABELS)
}

/// A line a role, who violated what first and the others in the order in which they appear; the names of the time.
fn parties(writer: &mut Writer, timeline: &Timeline, id: EventId, labels: usize) {
    let event = &timeline[id];
    let violates = |role: RoleId| timeline[role].part == Some(RolePart::Violator);
    let mut roles = event.parties_by_role();
    roles.sort_by_key(|(role, _)| !violates(*role));
    for (role, members) in roles {
        let label = timeline[role].label_for(members.len());
        let mut pieces = Vec::new();
        for party in members {
            if !pieces.is_empty() {
                // What parts two names stays with the first of them.
                pieces.push(Piece::new("\u{a0}· ", Tone::Dim));
            }
            let name = party
                .called
                .as_deref()
                .unwrap_or(&timeline[party.country].name);
            // A name of several words stays on one line where it can.
            let name = name.replace(' ', "\u{a0}");
            pieces.push(writer.link(name, Tone::Plain, Link::Country(party.country)));
            if violates(role) && had_guaranteed(timeline, party.country, id) {
                pieces.push(Piece::new(", ", Tone::Dim));
                pieces.push(Piece::new(translated("a guarantor"), Tone::Violation));
            }
        }
        writer.field(label, Tone::Dim, labels, pieces);
    }
}

/// Whether a state had guaranteed a status that an event violates.
fn had_guaranteed(timeline: &Timeline, country: CountryId, event: EventId) -> bool {
    let spans = SpanId::all(timeline).filter(|span| timeline[*span].violated_by.contains(&event));
    let mut guarantors = spans.flat_map(|span| guarantors(timeline, span));
    guarantors.any(|party| party.country == country)
}

fn facts(writer: &mut Writer, timeline: &Timeline, event: &Event, labels: usize) {
    let mut fact = |label: &str, text: &str| {
        writer.field(
            label,
            Tone::Dim,
            labels,
            vec![Piece::new(text, Tone::Plain)],
        );
    };
    for (label, text) in labelled_texts(&event.texts) {
        fact(translated(label), text);
    }
    if !event.tags.is_empty() {
        let tags = event.tags.iter().map(|tag| timeline[*tag].as_str());
        fact(translated("Tags"), &tags.collect::<Vec<_>>().join(" · "));
    }
    for milestone in &event.milestones {
        fact(
            &text::capitalised(&milestone.stage),
            &milestone.date.label(),
        );
    }
    if let Some(day) = event.date.old_style() {
        fact(translated("Calendar"), &day.label());
    }
    if let Some(basis) = &event.texts.basis {
        fact(translated("Dated"), basis);
    }
    for reading in &event.readings {
        let source = citation::in_words(&timeline[reading.source], reading.at.as_deref());
        fact(
            translated("Also dated"),
            &format!("{}: {source}", reading.date.full_label()),
        );
    }
}

/// A picture, as what can be seen on it, with a link to its address; and its file.
fn image(writer: &mut Writer, event: &Event, labels: usize) {
    if let Some(image) = &event.image {
        let words = image.in_words();
        let mut pieces = vec![match &image.url {
            Some(url) => writer.link(words, Tone::Link, Link::Address(url.clone())),
            None => Piece::new(words, Tone::Plain),
        }];
        if let Some(file) = image.file_beside_words() {
            pieces.push(Piece::new(format!(" ({file})"), Tone::Dim));
        }
        writer.field(translated("Image"), Tone::Dim, labels, pieces);
    }
}

fn text(writer: &mut Writer, event: &Event) {
    for paragraph in &event.text {
        writer.blank();
        writer.paragraph(paragraph, Tone::Plain);
    }
}

/// The links to claims, but for those that stand at the head of the page.
fn links(writer: &mut Writer, timeline: &Timeline, event: &Event, requested: Requested) {
    let mut links = event
        .links
        .iter()
        .filter(|link| !requested(link))
        .peekable();
    if links.peek().is_none() {
        return;
    }
    writer.heading(translated("In the article"));
    for link in links {
        claim_with_reason(writer, timeline, link, Tone::Plain);
    }
}

/// "¶6  Heading  supports", and under it why it does.
pub(super) fn claim_with_reason(
    writer: &mut Writer,
    timeline: &Timeline,
    link: &ArticleLink,
    tone: Tone,
) {
    let passage = &timeline[link.passage];
    let mark = writer.link(
        format!("{:<5}", passage.mark()),
        Tone::Accent,
        Link::Passage(link.passage),
    );
    let heading = Piece {
        link: mark.link,
        ..Piece::new(passage.heading.clone(), tone)
    };
    let stance = Piece::new(
        format!("  {}", translated(link.stance.word())),
        stance_tone(link.stance),
    );
    writer.flow(5, vec![mark], vec![heading, stance]);
    if let Some(because) = &link.because {
        reason(writer, 5, because);
    }
}

/// The tone of a stance, wherever one is named.
#[must_use]
pub fn stance_tone(stance: Stance) -> Tone {
    match stance {
        Stance::Supports => Tone::Supports,
        Stance::Complicates => Tone::Complicates,
        Stance::Context => Tone::Dim,
    }
}

fn related(writer: &mut Writer, timeline: &Timeline, event: &Event) {
    if event.related.is_empty() {
        return;
    }
    writer.heading(translated("Related"));
    for relation in &event.related {
        let other = &timeline[relation.event];
        let year = match other.date.is_placed() {
            true => year_label(other.date.year()),
            false => other.date.years_label(),
        };
        let title = other.short_title();
        let titled = if title.contains(&year) {
            title.to_owned()
        } else {
            format!("{title}, {year}")
        };
        let pieces = vec![writer.link(titled, Tone::Link, Link::Event(relation.event))];
        writer.field(&relation.label, Tone::Dim, LABELS + 2, pieces);
    }
}

fn sources(writer: &mut Writer, timeline: &Timeline, event: &Event) {
    if event.citations.is_empty() {
        return;
    }
    writer.blank();
    writer.begin_sources();
    writer.heading(translated("Sources"));
    for (number, citation) in event.citations.iter().enumerate() {
        let source = &timeline[citation.source];
        let text = citation::in_words(source, citation.at.as_deref());
        let mut pieces = match &source.url {
            Some(url) => vec![writer.link(text, Tone::Plain, Link::Address(url.clone()))],
            None => vec![Piece::new(text, Tone::Plain)],
        };
        if citation.primary {
            pieces.push(Piece::new(
                format!("  {}", translated("primary")),
                Tone::Dim,
            ));
        }
        let lead = vec![Piece::new(format!("{:<3}", number + 1), Tone::Accent)];
        writer.flow(3, lead, pieces);
        if let Some(url) = &source.url {
            let address = writer.address(url, Tone::Dim);
            writer.flow(3, vec![Piece::new("   ", Tone::Plain)], vec![address]);
        }
    }
}
