//! The reader's note over a page, set apart from the record.

use super::{Page, Piece, Tone, Writer, glyphs};
use crate::words::{fill, translated};

/// So many characters of a note stand over a page; the editor shows all of a longer one.
const SHOWN: usize = 2000;

/// Columns before a note.
const INDENT: usize = 2;

/// A page with the mark that the reader made on what it is about, and with the note.
#[must_use]
pub fn over(page: Page, note: Option<&str>, columns: usize, words: &[String]) -> Page {
    let mut writer = Writer::new(columns, words);
    let sign = || vec![Piece::new(format!("{} ", glyphs::MARKED), Tone::Accent)];
    let mut lead = sign();
    let Some(note) = note else {
        writer.flow(
            INDENT,
            lead,
            vec![Piece::new(translated("marked by you"), Tone::Dim)],
        );
        return page.under(writer.finish());
    };
    let shown: String = note.chars().take(SHOWN).collect();
    for line in shown.lines() {
        match line.is_empty() {
            true => writer.blank(),
            false => writer.flow(INDENT, lead, vec![Piece::new(line, Tone::Plain)]),
        }
        lead = vec![Piece::new(" ".repeat(INDENT), Tone::Plain)];
    }
    let all = note.chars().count();
    if all > SHOWN {
        let rest = fill("… of {0} characters; the editor shows all", &[&all]);
        writer.flow(INDENT, lead, vec![Piece::new(rest, Tone::Dim)]);
    }
    page.under(writer.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_stands_over_the_page_and_moves_its_parts() {
        let check = |note: Option<&str>, expected: &str| {
            let mut writer = Writer::new(20, &[]);
            writer.begin_events();
            writer.paragraph("The record.", Tone::Plain);
            let page = over(writer.finish(), note, 20, &[]);
            assert_eq!(page.plain(), expected);
            assert_eq!(page.events_line, Some(expected.lines().count() - 1));
        };
        check(None, "✎ marked by you\n\nThe record.\n");
        check(
            Some("One that goes on and on.\n\nTwo."),
            "✎ One that goes on\n  and on.\n\n  Two.\n\nThe record.\n",
        );
        let long = "x".repeat(SHOWN + 1);
        let page = over(Page::default(), Some(&long), 80, &[]);
        assert!(page.plain().contains("… of 2001 characters"));
    }
}
