//! Breaking text into lines of a width, each line a range of the text it came from.
//!
//! Ranges instead of strings: highlights and links found in the text stay valid on the wrapped lines.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::hyperlink::is_address;
use super::width;

/// Byte ranges of the lines of `text` at `columns`; spaces at a break belong to no line.
///
/// A line break in the text ends a line; a word wider than the line is broken between grapheme clusters.
/// With `columns` 0 there is room for nothing and the answer is empty.
#[must_use]
pub fn wrap(text: &str, columns: usize) -> Vec<Range<usize>> {
    wrap_but(text, columns, |_| false)
}

/// As [`wrap`], with every address whole on its line, however long: a broken one could not be used elsewhere.
#[must_use]
pub fn wrap_around_addresses(text: &str, columns: usize) -> Vec<Range<usize>> {
    wrap_but(text, columns, is_address)
}

/// Leaves words unbroken that are wider than the line and of a sort.
fn wrap_but(text: &str, columns: usize, unbroken: fn(&str) -> bool) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    if columns == 0 {
        return lines;
    }
    let mut start = 0;
    for line in text.split('\n') {
        wrap_line(line, start, columns, unbroken, &mut lines);
        start += line.len() + 1;
    }
    lines
}

fn wrap_line(
    line: &str,
    offset: usize,
    columns: usize,
    unbroken: fn(&str) -> bool,
    lines: &mut Vec<Range<usize>>,
) {
    let mut start = 0;
    let mut end = 0;
    let mut used = 0;
    for (at, word) in words(line) {
        let gap = if end == start { 0 } else { at - end };
        let wide = width(word);
        if used + gap + wide <= columns {
            if end == start {
                start = at;
            }
            end = at + word.len();
            used += gap + wide;
            continue;
        }
        if end > start {
            lines.push(offset + start..offset + end);
        }
        (start, end, used) = if unbroken(word) {
            (at, at + word.len(), wide)
        } else {
            break_word(word, at, offset, columns, lines)
        };
    }
    lines.push(offset + start..offset + end);
}

/// Words with their byte positions; only the plain space separates, so that a no-break space does its work.
fn words(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    line.split(' ').filter_map(move |word| {
        let here = at;
        at += word.len() + 1;
        (!word.is_empty()).then_some((here, word))
    })
}

/// Puts the full lines of a word that is wider than a line; returns start, end and width of what remains.
fn break_word(
    word: &str,
    at: usize,
    offset: usize,
    columns: usize,
    lines: &mut Vec<Range<usize>>,
) -> (usize, usize, usize) {
    let (mut start, mut end, mut used) = (at, at, 0);
    for (position, grapheme) in word.grapheme_indices(true) {
        let wide = width(grapheme);
        if used + wide > columns && end > start {
            lines.push(offset + start..offset + end);
            (start, used) = (end, 0);
        }
        end = at + position + grapheme.len();
        used += wide;
    }
    (start, end, used)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, columns: usize, expected: &[&str]) {
        let lines: Vec<&str> = wrap(text, columns)
            .into_iter()
            .map(|range| &text[range])
            .collect();
        assert_eq!(lines, expected, "{text:?} at {columns}");
    }

    #[test]
    fn lines_break_at_spaces_and_lose_none_of_the_words() {
        check(
            "an independent and perpetually neutral State",
            16,
            &["an independent", "and perpetually", "neutral State"],
        );
        check("one\n\ntwo", 10, &["one", "", "two"]);
        check("", 10, &[""]);
        check("  led in", 10, &["led in"]);
        check("a  b", 10, &["a  b"]);
        check("exact fit", 9, &["exact fit"]);
        check("anything", 0, &[]);
    }

    #[test]
    fn a_long_word_is_broken_between_clusters() {
        check("abcdefgh", 3, &["abc", "def", "gh"]);
        check("to abcdefgh", 4, &["to", "abcd", "efgh"]);
        check("中立国家", 5, &["中立", "国家"]);
        check("中", 1, &["中"]);
        check("łïne e\u{301}e\u{301}", 4, &["łïne", "e\u{301}e\u{301}"]);
    }

    #[test]
    fn an_address_stays_whole_where_that_is_wanted() {
        let check = |text: &str, columns: usize, expected: &[&str]| {
            let lines = wrap_around_addresses(text, columns).into_iter();
            let lines: Vec<&str> = lines.map(|range| &text[range]).collect();
            assert_eq!(lines, expected, "{text:?} at {columns}");
        };
        check("see https://a.org/bcd", 9, &["see", "https://a.org/bcd"]);
        check(
            "https://a.org/bcd and so on",
            9,
            &["https://a.org/bcd", "and so on"],
        );
        check("abcdefghijkl", 9, &["abcdefghi", "jkl"]);
    }

    #[test]
    fn a_no_break_space_holds() {
        check("Art.\u{a0}VII of it", 10, &["Art.\u{a0}VII", "of it"]);
    }
}
