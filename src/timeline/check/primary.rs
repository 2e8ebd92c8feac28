//! Primary sources: what is called one was read.

use std::collections::HashSet;

use crate::timeline::diagnostic::{Faults, quoted};
use crate::timeline::document::{EventTable, SourceTable};

/// The ids of the sources of which a note says that the text was not read.
pub(super) fn unread(sources: &[SourceTable]) -> HashSet<&str> {
    let unread = |source: &&SourceTable| note(source).is_some_and(says_unread);
    let unread = sources.iter().filter(unread);
    unread.map(|source| source.id.value.as_str()).collect()
}

/// Warns of a citation that is called primary beside a note or a basis that says that the text was not read.
pub(super) fn check(event: &EventTable, unread: &HashSet<&str>, faults: &Faults) {
    let basis_says_so = event.own.texts.basis.as_deref().is_some_and(says_unread);
    let mut reported = false;
    for citation in event.sources.iter().filter(|citation| citation.primary) {
        let id = &citation.source;
        let speaker = if unread.contains(id.value.as_str()) {
            "its note"
        } else if basis_says_so && !reported {
            reported = true;
            "the event’s basis"
        } else {
            continue;
        };
        let message = format!(
            "{} is called primary, and {speaker} says that the text was not read",
            quoted(&id.value)
        );
        let help = "take `primary` out, or read the text and say so".to_owned();
        faults.warning(&id.span, message, Some(help));
    }
}

fn note(source: &SourceTable) -> Option<&str> {
    let mut fields = source.fields.iter();
    let (_, note) = fields.find(|(key, _)| key == "note")?;
    Some(note)
}

/// Whether a sentence says of the text itself, and not of a day or a page, that nobody has read it.
fn says_unread(text: &str) -> bool {
    const UNREAD: [&str; 4] = ["not read", "not seen", "not been read", "not been seen"];
    const ITSELF: [&str; 4] = ["text", "itself", "original", "the act was"];
    text.split(['.', ';']).any(|sentence| {
        let has = |words: &[&str]| words.iter().any(|word| sentence.contains(word));
        has(&UNREAD) && has(&ITSELF)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unread_text_is_not_confused_with_an_unread_day() {
        let check = |text: &str, expected: bool| assert_eq!(says_unread(text), expected, "{text}");
        check("Known from reports; the text was not seen", true);
        check(
            "The act itself was not read; works of reference have the day.",
            true,
        );
        check("The text of the declaration was not read.", true);
        check(
            "The day on the note itself is given. It was not read elsewhere.",
            false,
        );
        check(
            "The letter is of that week; the day of its signature was not read.",
            false,
        );
        check("The text was read in the gazette.", false);
    }
}
