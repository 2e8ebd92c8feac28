//! The bearing that a filter asks for: what an event does to a claim, with the reason, wherever the event is shown.
//!
//! Only where somebody asks for a stance is it told beside events, cells and days; a claim tells of it always.

use super::event::stance_tone;
use super::{Link, Piece, Tone, Writer};
use crate::timeline::{ArticleLink, Event, Timeline};
use crate::words::translated;

/// Whether the bearing of a link is wanted for.
pub type Requested<'f> = &'f dyn Fn(&ArticleLink) -> bool;

/// What asks for nothing.
pub const NONE: Requested<'static> = &|_| false;

/// "¶7 complicates: While the act was signed …", a link to each claim; says whether there was anything to write.
pub fn write(
    writer: &mut Writer,
    timeline: &Timeline,
    event: &Event,
    indent: usize,
    requested: Requested,
) -> bool {
    let wanted: Vec<&ArticleLink> = event.links.iter().filter(|link| requested(link)).collect();
    for link in &wanted {
        let mark = format!("{}\u{a0}", timeline[link.passage].mark());
        let mark = writer.link(mark, Tone::Accent, Link::Passage(link.passage));
        let stance = Piece::new(translated(link.stance.word()), stance_tone(link.stance));
        let because = link.because.iter();
        let because = because.map(|because| Piece::new(format!(": {because}"), Tone::Plain));
        let lead = Piece::new(" ".repeat(indent), Tone::Plain);
        let pieces = [mark, stance].into_iter().chain(because).collect();
        writer.flow(indent, vec![lead], pieces);
    }
    !wanted.is_empty()
}

/// "¶7 complicates: While the act was signed …", a sentence a link; `None` where nothing is wanted for.
#[must_use]
pub fn in_words(timeline: &Timeline, event: &Event, requested: Requested) -> Option<String> {
    let links = event.links.iter().filter(|link| requested(link));
    let sentences: Vec<String> = links
        .map(|link| {
            let bearing = format!(
                "{} {}",
                timeline[link.passage].mark(),
                translated(link.stance.word())
            );
            match &link.because {
                Some(because) => format!("{bearing}: {because}"),
                None => bearing,
            }
        })
        .collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}
