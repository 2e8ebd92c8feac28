//! Text as people see it: cleaned of what a terminal would obey, measured in columns, cut and wrapped.
//!
//! Everything here is a pure function over `&str`.
//! It knows nothing of events, panes or terminals.
//! Width follows UAX #11 through `unicode-width`; the unit that is never cut is the grapheme cluster (UAX #29).

pub mod ascii;
mod clean;
pub mod fold;
pub mod hyperlink;
pub mod rank;
pub mod wrap;

use std::borrow::Cow;

pub use clean::{MOST_MARKS, clean, clean_lines, is_hostile, is_mark, is_shapeless};
use memchr::memchr;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Bytes of the longest text for which a near name is looked for.
const LONGEST_NAME: usize = 200;

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
    fn a_long_number_is_divided_into_thousands() {
        let check = |number: usize, expected: &str| assert_eq!(in_thousands(number), expected);
        check(0, "0");
        check(999, "999");
        check(1000, "1,000");
        check(123_456, "123,456");
        check(1_000_000, "1,000,000");
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
