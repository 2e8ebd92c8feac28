//! What keeps a text from being taken for Markdown or HTML, and the anchors that links name.

use std::fmt::Write as _;

/// An anchor that a link can name: an id with what HTML or an address would take amiss written in hexadecimal.
#[must_use]
pub(in crate::export) fn anchor(what: &str, id: &str) -> String {
    let mut anchor = format!("{what}-");
    for character in id.chars() {
        if character.is_alphanumeric() || "-_.".contains(character) {
            anchor.push(character);
        } else {
            let _ = write!(anchor, "~{:x}", u32::from(character));
        }
    }
    anchor
}

/// Text of which nothing is taken for Markdown or HTML.
#[must_use]
pub(in crate::export) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut starts = true;
    let mut digits = true;
    for character in text.chars() {
        let anywhere = "\\`*_[]<>&".contains(character);
        // "1914." and "+" would begin a list, "#" a heading, or end one behind a space; "~" and "=" underline.
        let at_start = starts && "#+-=~".contains(character);
        let closes = character == '#' && escaped.ends_with([' ', '#']);
        let after_number = digits && !starts && ".)".contains(character);
        if anywhere || at_start || closes || after_number {
            escaped.push('\\');
        }
        escaped.push(character);
        digits = (starts || digits) && character.is_ascii_digit();
        starts = character == '\n';
    }
    escaped
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event as Markdown, Parser};

    use super::*;
    use crate::text;

    /// What a reader of CommonMark shows, without any of its marks.
    fn shown(markdown: &str) -> String {
        let text = |event| match event {
            Markdown::Text(text) => text.into_string(),
            Markdown::SoftBreak => "\n".to_owned(),
            Markdown::Start(_) | Markdown::End(_) => String::new(),
            other => format!("<{other:?}>"),
        };
        Parser::new(markdown).map(text).collect()
    }

    proptest! {
        #[test]
        fn a_real_reader_shows_the_text_as_it_was(
            text in "[-a1.#*_`~+=>|!&;:)(\\[\\]<\\\\$ ]{0,10}|\\PC{0,10}",
        ) {
            let text = text::clean(text.trim()).into_owned();
            prop_assume!(!text.is_empty());
            let escaped = escaped(&text);
            for before in ["", "# ", "#### ", "- "] {
                prop_assert_eq!(shown(&format!("{before}{escaped}\n")), text.as_str(), "{}{}", before, &escaped);
            }
        }
    }

    #[test]
    fn nothing_in_a_text_is_taken_for_markdown() {
        let check = |text: &str, expected: &str| assert_eq!(escaped(text), expected, "{text}");
        check("Treaty of London, Art. 7", "Treaty of London, Art. 7");
        check(
            "a * b _c_ [d](e) <f> &amp;",
            "a \\* b \\_c\\_ \\[d\\](e) \\<f\\> \\&amp;",
        );
        check("1914. It begins", "1914\\. It begins");
        check("19th c. 1914.", "19th c. 1914.");
        check("# no heading", "\\# no heading");
        check("no end ##", "no end \\#\\#");
        check("C#", "C#");
        check("- no list", "\\- no list");
        check("well-known", "well-known");
    }

    #[test]
    fn an_anchor_is_one_word_and_each_id_has_its_own() {
        let check = |id: &str, expected: &str| assert_eq!(anchor("event", id), expected);
        check("treaty-of-london-1839", "event-treaty-of-london-1839");
        check("a b", "event-a~20b");
        check("a\"b", "event-a~22b");
        check("Київ", "event-Київ");
    }
}
