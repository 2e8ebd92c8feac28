//! Comparing text as a reader does: without case, without diacritics.
//!
//! `Tórshavn` is found by `torshavn`, `ÅLAND` by `aland`, `Straße` by `strasse`.
//! Folding is compatibility decomposition (NFKD, UAX #15) without its marks, in lower case.

use std::ops::Range;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::is_shapeless;

/// The folded form of `text`.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Appends the folded form of `text`; plain ASCII takes the short way.
pub fn fold_into(text: &str, folded: &mut String) {
    if text.is_ascii() {
        let start = folded.len();
        folded.push_str(text);
        if let Some(added) = folded.get_mut(start..) {
            added.make_ascii_lowercase();
        }
    } else {
        text.chars()
            .for_each(|character| fold_char(character, |part| folded.push(part)));
    }
}

fn fold_char(character: char, mut each: impl FnMut(char)) {
    if character.is_ascii() {
        return each(character.to_ascii_lowercase());
    }
    for part in std::iter::once(character)
        .nfkd()
        .filter(|part| !folds_away(*part))
    {
        match part {
            // Letters that Unicode does not decompose, though readers type them without the stroke.
            'ß' | 'ẞ' => ['s', 's'].into_iter().for_each(&mut each),
            'ø' | 'Ø' => each('o'),
            'ł' | 'Ł' => each('l'),
            'đ' | 'Đ' | 'ð' | 'Ð' => each('d'),
            'æ' | 'Æ' => ['a', 'e'].into_iter().for_each(&mut each),
            'œ' | 'Œ' => ['o', 'e'].into_iter().for_each(&mut each),
            'ı' => each('i'),
            '’' | '‘' | 'ʼ' => each('\''),
            '“' | '”' => each('"'),
            '–' | '—' | '‑' => each('-'),
            _ => part.to_lowercase().for_each(&mut each),
        }
    }
}

/// Whether nothing is left of a character when it is folded.
fn folds_away(character: char) -> bool {
    is_combining_mark(character) || is_shapeless(character)
}

/// Where a folded needle occurs in `text`, as byte ranges of `text` itself, left to right without overlap.
#[must_use]
pub fn find_all(text: &str, folded_needle: &str) -> Vec<Range<usize>> {
    if folded_needle.is_empty() || text.is_empty() {
        return Vec::new();
    }
    let mut folded = String::with_capacity(text.len());
    // For every byte of the folded text, the range of the character that it came from.
    let mut origin: Vec<Range<usize>> = Vec::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        let from = folded.len();
        fold_char(character, |part| folded.push(part));
        let source = at..at + character.len_utf8();
        origin.extend(std::iter::repeat_n(source, folded.len() - from));
    }
    memchr::memmem::find_iter(folded.as_bytes(), folded_needle.as_bytes())
        .filter_map(|at| {
            let first = origin.get(at)?.start;
            let mut last = origin.get(at + folded_needle.len() - 1)?.end;
            // What folds to nothing belongs to the match before it.
            last += text
                .get(last..)?
                .chars()
                .take_while(|c| folds_away(*c))
                .map(char::len_utf8)
                .sum::<usize>();
            Some(first..last)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_diacritics_fold_away() {
        let check = |text: &str, expected: &str| assert_eq!(fold(text), expected);
        check("Treaty of London", "treaty of london");
        check("ÅLAND", "aland");
        check("Moresnet–Straße", "moresnet-strasse");
        check("Kraków, Łódź", "krakow, lodz");
        check("Đorđe, Guðrún", "dorde, gudrun");
        check(
            "Œuvre, cœur, Æsir, Møn, Diyarbakır",
            "oeuvre, coeur, aesir, mon, diyarbakir",
        );
        check("“l’œuvre” — ‘ʼ’", "\"l'oeuvre\" - '''");
        check("Київ", "киів");
        check("e\u{301}tat", "etat");
        check("می\u{200c}خواهم \u{200f}(1)", "میخواهم (1)");
    }

    #[test]
    fn a_match_is_a_range_of_the_text_as_written() {
        let check = |text: &str, needle: &str, expected: &[&str]| {
            let found: Vec<&str> = find_all(text, &fold(needle))
                .into_iter()
                .map(|range| &text[range])
                .collect();
            assert_eq!(found, expected, "{needle} in {text}");
        };
        check("Åland, aland, ÅLAND", "åland", &["Åland", "aland", "ÅLAND"]);
        check("die Straße", "strasse", &["Straße"]);
        check("e\u{301}tat", "etat", &["e\u{301}tat"]);
        check("نمی\u{200c}خواهم", "میخ", &["می\u{200c}خ"]);
        check("שלום\u{200f}!", "שלום", &["שלום\u{200f}"]);
        check("Belgium", "", &[]);
        check("", "a", &[]);
        check("aaa", "aa", &["aa"]);
    }
}
