//! Text cleaned of what a terminal would obey, and an eye be led astray by.

use std::borrow::Cow;

use unicode_width::UnicodeWidthChar;

/// The most combining marks that one base character keeps; more would paint over neighbouring rows.
pub const MOST_MARKS: usize = 8;

/// What stands in for a character that is not shown.
const REPLACEMENT: char = '\u{FFFD}';

/// One line of text without anything that a terminal would take as a command.
///
/// Control characters (C0, DEL, C1), bidirectional overrides and isolates, line and paragraph separators,
/// tag characters and marks past the eighth of a base become U+FFFD, so that what was there stays visible.
/// A tab or a line break becomes a space. What [is part of a writing](is_shapeless) stays.
#[must_use]
pub fn clean(text: &str) -> Cow<'_, str> {
    clean_with(text, b' ')
}

/// As [`clean`], with the line breaks kept: for text of several paragraphs.
#[must_use]
pub fn clean_lines(text: &str) -> Cow<'_, str> {
    clean_with(text, b'\n')
}

fn clean_with(text: &str, line_break: u8) -> Cow<'_, str> {
    if !needs_cleaning(text, line_break) {
        return Cow::Borrowed(text);
    }
    let mut cleaned = String::with_capacity(text.len());
    let mut marks = 0;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        marks = if is_mark(character) { marks + 1 } else { 0 };
        match character {
            '\r' if characters.peek() == Some(&'\n') => {}
            '\n' => cleaned.push(line_break.into()),
            '\t' => cleaned.push(' '),
            _ if is_hostile(character) || marks > MOST_MARKS => {
                if !cleaned.ends_with(REPLACEMENT) || marks <= MOST_MARKS {
                    cleaned.push(REPLACEMENT);
                }
            }
            _ => cleaned.push(character),
        }
    }
    Cow::Owned(cleaned)
}

fn needs_cleaning(text: &str, line_break: u8) -> bool {
    if is_printable_ascii(text.as_bytes()) {
        return false;
    }
    // Most other text has line breaks besides, and is looked at many bytes at a time as well.
    let is_plain = |byte: u8| matches!(byte, b' '..=b'~') | (byte == line_break);
    if text
        .bytes()
        .fold(true, |plain, byte| plain & is_plain(byte))
    {
        return false;
    }
    let mut marks = 0;
    text.chars().any(|character| match character {
        ' '..='~' | '\u{A0}'..'\u{300}' | '\u{2010}'..='\u{2027}' => {
            marks = 0;
            false
        }
        _ => {
            marks = if is_mark(character) { marks + 1 } else { 0 };
            (is_hostile(character) && character != char::from(line_break)) || marks > MOST_MARKS
        }
    })
}

/// Whether a text is of what nearly all text is of, looked at in words of eight bytes.
fn is_printable_ascii(text: &[u8]) -> bool {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    // The highest bit of a byte is set where one is less than a space, is DEL or is no ASCII.
    let others = |word: &[u8; 8]| {
        let word = u64::from_ne_bytes(*word);
        let is_delete = word ^ (0x7F * ONES);
        let less = word.wrapping_sub(0x20 * ONES) & !word;
        let delete = is_delete.wrapping_sub(ONES) & !is_delete;
        (less | delete | word) & (0x80 * ONES)
    };
    let Some(last) = text.last_chunk() else {
        return text.iter().all(|byte| matches!(byte, b' '..=b'~'));
    };
    let (words, _) = text.as_chunks();
    words
        .iter()
        .fold(others(last), |found, word| found | others(word))
        == 0
}

/// Whether a terminal, or the eye, could be led astray by this character (CVE-2021-42574 and kin).
#[must_use]
pub fn is_hostile(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{200B}' | '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// Whether a character has no shape of its own and yet is part of a writing: it joins or parts letters, as Persian
/// and Hindi need (ZWNJ, ZWJ), or says which way the sign beside it is read (ALM, LRM, RLM).
///
/// None of them reaches further than its neighbours, as an override does; nobody types them to find something.
#[must_use]
pub fn is_shapeless(character: char) -> bool {
    matches!(character, '\u{061C}' | '\u{200C}'..='\u{200F}')
}

/// Whether a character stands on the one before it.
#[must_use]
pub fn is_mark(character: char) -> bool {
    !character.is_ascii() && character.width() == Some(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printable_ascii_is_found_alike_in_words_and_in_bytes() {
        for length in 0..20 {
            for at in 0..length {
                for byte in 0..=u8::MAX {
                    let mut text = vec![b'a'; length];
                    text[at] = byte;
                    let expected = matches!(byte, b' '..=b'~');
                    assert_eq!(
                        is_printable_ascii(&text),
                        expected,
                        "{byte} at {at} of {length}"
                    );
                }
            }
        }
    }

    #[test]
    fn what_a_terminal_would_obey_is_made_visible() {
        let check = |dirty: &str, expected: &str| assert_eq!(clean(dirty), expected, "{dirty:?}");
        check("Treaty of London", "Treaty of London");
        check("a\u{1b}]0;title\u{7}b", "a\u{FFFD}]0;title\u{FFFD}b");
        check("tab\there", "tab here");
        check("two\r\nlines", "two lines");
        check("half\ra line", "half\u{FFFD}a line");
        check("c1 \u{9b}31m", "c1 \u{FFFD}31m");
        check("right\u{202e}left", "right\u{FFFD}left");
        check("isolate\u{2066}d", "isolate\u{FFFD}d");
        check("Київ · Ελλάς · 中立 · حياد", "Київ · Ελλάς · 中立 · حياد");
        check("e\u{301}", "e\u{301}");
        // Joiners and direction marks are how Persian, Hindi, Hebrew and Arabic are written.
        for part_of_it in [
            "می\u{200c}خواهم",
            "क्\u{200d}ष",
            "שלום!\u{200f} (1)",
            "C++\u{200e} و",
            "١\u{61c}-٢",
        ] {
            check(part_of_it, part_of_it);
        }
    }

    #[test]
    fn marks_past_the_eighth_of_a_base_are_dropped_with_a_sign() {
        let stacked = format!("z{}", "\u{301}".repeat(40));
        let cleaned = clean(&stacked);
        assert_eq!(
            cleaned.chars().filter(|c| *c == '\u{301}').count(),
            MOST_MARKS
        );
        assert!(cleaned.ends_with('\u{FFFD}'));
    }

    #[test]
    fn paragraphs_keep_their_breaks() {
        assert_eq!(clean_lines("one\r\n\r\ntwo\u{7}"), "one\n\ntwo\u{FFFD}");
    }
}
