//! Text as people see it: cleaned of what a terminal would obey, measured in columns, cut and wrapped.
//!
//! Everything here is a pure function over `&str`.
//! It knows nothing of events, panes or terminals.
//! Width follows UAX #11 through `unicode-width`; the unit that is never cut is the grapheme cluster (UAX #29).

pub mod ascii;
pub mod fold;
pub mod hyperlink;
pub mod rank;
pub mod wrap;

use std::borrow::Cow;

use memchr::memchr;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The most combining marks that one base character keeps; more would paint over neighbouring rows.
pub const MOST_MARKS: usize = 8;

/// Bytes of the longest text for which a near name is looked for.
const LONGEST_NAME: usize = 200;

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

/// Columns that `text` takes on a terminal.
#[must_use]
pub fn width(text: &str) -> usize {
    // Most cells hold one letter, and most text is plain: then a byte is a column; of ASCII only a line end of two
    // bytes takes one.
    if let [_] = text.as_bytes() {
        return 1;
    }
    if is_plain(text.as_bytes()) {
        return text.len();
    }
    text.width()
}

/// Whether every byte is a column and a cluster of its own.
fn is_plain(text: &[u8]) -> bool {
    text.is_ascii() && memchr(b'\r', text).is_none()
}

/// `text` cut to at most `columns`, with `…` as its last column where something was cut.
///
/// No grapheme cluster is ever cut in two; a wide one that does not fit leaves its column empty.
#[must_use]
pub fn truncate(text: &str, columns: usize) -> Cow<'_, str> {
    // A text that is much longer is not measured to its end: what it costs is what is shown of it.
    let fits = |text: &str| text.len() <= 16 * columns && width(text) <= columns;
    // Plain to the column in which it is too long, it is cut where that is seen.
    let begins_plainly = text.as_bytes().get(..=columns).is_some_and(is_plain);
    let is_short = || text.len() <= columns || fits(text) || !is_wider(text, columns);
    if !begins_plainly && is_short() {
        return Cow::Borrowed(text);
    }
    let Some(room) = columns.checked_sub(1) else {
        return Cow::Borrowed("");
    };
    if begins_plainly {
        return Cow::Owned(format!("{}…", text[..room].trim_end()));
    }
    let mut cut = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        let wide = width(grapheme);
        if used + wide > room {
            break;
        }
        used += wide;
        cut.push_str(grapheme);
    }
    cut.truncate(cut.trim_end().len());
    cut.push('…');
    Cow::Owned(cut)
}

/// `text` in at most `columns`, with `…` in place of its middle where it is longer: of a message the end tells why.
#[must_use]
pub fn without_middle(text: &str, columns: usize) -> Cow<'_, str> {
    let wide = width(text);
    if wide <= columns {
        return Cow::Borrowed(text);
    }
    let end = columns / 2;
    let begin = truncate(text, columns - end);
    Cow::Owned(format!("{begin}{}", skip(text, wide - end)))
}

/// Columns of `text` as those of a screen are counted, which are never so many: what is longer than any screen is wide
/// does not begin again at none, and something may be added to it.
#[must_use]
pub fn columns(text: &str) -> u16 {
    const WIDEST: u16 = 1 << 14;
    u16::try_from(width(text)).map_or(WIDEST, |columns| columns.min(WIDEST))
}

/// Whether a text takes more than so many columns; looks no further than that.
fn is_wider(text: &str, columns: usize) -> bool {
    let mut used = 0;
    text.graphemes(true).any(|grapheme| {
        used += width(grapheme);
        used > columns
    })
}

/// `text` without its first `columns` columns; a wide cluster that is cut goes whole.
#[must_use]
pub fn skip(text: &str, columns: usize) -> &str {
    let mut skipped = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        if skipped >= columns {
            return &text[at..];
        }
        skipped += width(grapheme);
    }
    if columns == 0 { text } else { "" }
}

/// As many names as fit into so many columns, and how many more there are: "Norway · Sweden · 3 more".
#[must_use]
pub fn as_many_as_fit(names: &[&str], columns: usize) -> String {
    let some = |shown: usize| {
        let rest = names.len() - shown;
        let mut parts: Vec<String> = names[..shown].iter().map(ToString::to_string).collect();
        if rest > 0 {
            parts.push(format!("{rest} more"));
        }
        parts.join(" · ")
    };
    if names.is_empty() {
        return String::new();
    }
    // More do not fit, since what stands between two names alone takes three columns.
    let most = names.len().min(columns / 3 + 1);
    let mut fitting = (0..=most).rev().map(some);
    fitting
        .find(|text| width(text) <= columns)
        .unwrap_or_default()
}

/// `text` with spaces behind it up to `columns`; longer text is left as it is.
#[must_use]
pub fn pad(text: &str, columns: usize) -> String {
    let missing = columns.saturating_sub(width(text));
    format!("{text}{}", " ".repeat(missing))
}

/// The nearest of `candidates` to what was typed, for "did you mean".
///
/// Case does not count; nothing is proposed when more than a third of the word would have to change.
pub fn nearest<'a>(query: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // The distance costs the product of both lengths, and no name is that long.
    if query.len() > LONGEST_NAME {
        return None;
    }
    let query = query.to_lowercase();
    let letters = query.chars().count();
    let allowed = (letters / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| {
            let lower = candidate.to_lowercase();
            let distance = if lower.len() > 3
                && query.len() > 3
                && (lower.starts_with(&query) || query.starts_with(&lower))
            {
                1
            } else if lower.chars().count().abs_diff(letters) > allowed {
                // The lengths alone are too far apart already.
                usize::MAX
            } else {
                strsim::damerau_levenshtein(&query, &lower)
            };
            (distance, candidate)
        })
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// "Ratified" of "ratified".
#[must_use]
pub fn capitalised(word: &str) -> String {
    let mut characters = word.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(characters).collect()
    })
}

/// "1 event", "2 events": a count with its noun.
#[must_use]
pub fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}

/// "1,000,000": a number that is too long to be read at a glance.
#[must_use]
pub fn in_thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
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
    fn a_long_number_is_divided_into_thousands() {
        let check = |number: usize, expected: &str| assert_eq!(in_thousands(number), expected);
        check(0, "0");
        check(999, "999");
        check(1000, "1,000");
        check(123_456, "123,456");
        check(1_000_000, "1,000,000");
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

    #[test]
    fn plain_text_is_as_wide_as_the_standard_has_it() {
        for text in [
            "",
            "plain text",
            "a\rb",
            "a\r\nb",
            "a\nb",
            "\u{1}\t\u{7f}",
            "Å 中 é",
            "\0",
        ] {
            assert_eq!(width(text), text.width(), "{text:?}");
        }
    }

    #[test]
    fn cutting_counts_columns_and_never_splits_a_cluster() {
        let check = |text: &str, columns: usize, expected: &str| {
            assert_eq!(truncate(text, columns), expected)
        };
        check("Belgium", 7, "Belgium");
        check("Belgium", 6, "Belgi…");
        check("Belgium", 1, "…");
        check("Belgium", 0, "");
        check("Ålands e\u{301}te\u{301}", 9, "Ålands e\u{301}…");
        check("中立国", 4, "中…");
        check("中立国", 5, "中立…");
        check("Treaty of London", 8, "Treaty…");
    }

    #[test]
    fn what_is_cut_in_its_middle_keeps_both_ends() {
        let check = |text: &str, columns: usize, expected: &str| {
            assert_eq!(without_middle(text, columns), expected)
        };
        check("Belgium", 7, "Belgium");
        check("Belgium", 6, "Be…ium");
        check("Belgium", 3, "B…m");
        check("Belgium", 0, "");
        check("中立国中立国", 7, "中…国");
        check("中立国中立国", 8, "中…立国");
    }

    #[test]
    fn the_nearest_name_is_proposed_and_a_far_one_is_not() {
        let names = ["germany", "belgium", "neutral"];
        let check = |query: &str, expected: Option<&str>| {
            assert_eq!(nearest(query, names), expected, "{query}")
        };
        check("germny", Some("germany"));
        check("Belgum", Some("belgium"));
        check("germ", Some("germany"));
        check("portugal", None);
    }

    #[test]
    fn names_that_find_no_room_are_counted() {
        let check = |names: &[&str], columns: usize, expected: &str| {
            assert_eq!(as_many_as_fit(names, columns), expected, "{columns}");
        };
        check(&["Norway", "Sweden"], 15, "Norway · Sweden");
        check(&["Norway", "Sweden"], 14, "2 more");
        check(&["Norway", "Sweden", "Spain"], 16, "Norway · 2 more");
        check(&["Norway"], 6, "Norway");
        check(&["Norway"], 3, "");
        check(&[], 9, "");
    }
}
