//! Characters of a foreign file that a terminal, or the eye, would be led astray by: counted, and the first one placed.
//!
//! They are looked for in the file as it stands, so that every form has the same answer; where such a character is
//! taken over, U+FFFD stands for it.

use super::plain::decoded;
use crate::text::{MOST_MARKS, count, is_hostile, is_mark};

/// How else than by itself a character can be written in a form.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct WrittenAs {
    /// As `\u001b`.
    pub json: bool,
    /// As `&#27;`.
    pub html: bool,
}

/// What is to be said of such characters; `None` where there is none.
pub(super) fn remark(text: &str, written: WrittenAs) -> Option<String> {
    let mut found = 0;
    let mut first = None;
    for (number, line) in (1..).zip(text.split('\n')) {
        for character in hidden_of(line, written) {
            found += 1;
            first.get_or_insert((number, u32::from(character)));
        }
    }
    let (line, code) = first?;
    let characters = count(found, "character");
    let which = if found == 1 { "it is" } else { "the first is" };
    Some(format!(
        "{characters} of it could command a terminal, turn text over or paint over other rows; {which} U+{code:04X} in \
         line {line}; what is taken over has � instead"
    ))
}

/// Every hidden character of a line, and every mark past those that a letter may bear.
fn hidden_of(line: &str, written: WrittenAs) -> Vec<char> {
    let mut marks = 0;
    let mut is_too_many = |character: char| {
        marks = if is_mark(character) { marks + 1 } else { 0 };
        marks > MOST_MARKS
    };
    let mut hidden: Vec<char> = line
        .chars()
        .filter(|of| is_too_many(*of) || is_hidden(*of))
        .collect();
    if written.json {
        hidden.extend(Escapes(line).filter(|of| is_hidden(*of)));
    }
    if written.html && line.contains("&#") {
        let references = line.split('&').skip(1).filter_map(|behind| {
            let (code, _) = behind.split_once(';')?;
            decoded(&format!("&{code};")).chars().next()
        });
        hidden.extend(references.filter(|of| is_hidden(*of)));
    }
    hidden
}

/// Ends of lines and tabs become spaces, and mislead nobody.
fn is_hidden(character: char) -> bool {
    is_hostile(character) && !matches!(character, '\n' | '\r' | '\t')
}

/// What the escapes of four figures in a line of JSON mean, but for those beyond the first plane.
struct Escapes<'t>(&'t str);

impl Iterator for Escapes<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        loop {
            let (_, behind) = self.0.split_once('\\')?;
            let mut rest = behind.chars();
            let kind = rest.next()?;
            self.0 = rest.as_str();
            let figures = self.0.get(..4).filter(|_| kind == 'u');
            let code = figures.and_then(|figures| u32::from_str_radix(figures, 16).ok());
            if let Some(character) = code.and_then(char::from_u32) {
                return Some(character);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hidden_is_counted_and_the_first_placed() {
        let check = |text: &str, json: bool, expected: Option<(&str, &str)>| {
            let written = WrittenAs { json, html: !json };
            let found = remark(text, written);
            match (found, expected) {
                (None, None) => {}
                (Some(found), Some((number, place))) => {
                    assert!(found.starts_with(number), "{text:?}: {found}");
                    assert!(found.contains(place), "{text:?}: {found}");
                }
                (found, _) => panic!("{text:?}: {found:?}"),
            }
        };
        check("date,title\r\n1914,\tA\n", false, None);
        check("می\u{200c}خواهم\u{200f}", false, None);
        check(
            "date,title\n1914,A\u{1b}[31m\u{9b}\n",
            false,
            Some(("2 characters", "U+001B in line 2;")),
        );
        check(
            "a\u{202e}b",
            false,
            Some(("1 character", "it is U+202E in line 1;")),
        );
        // A backslash is an escape in JSON only, and one behind another is none.
        check(r"\u001b", false, None);
        check(
            r#"{"a": "\u001b\u202E"}"#,
            true,
            Some(("2 ", "U+001B in line 1;")),
        );
        check(r#"{"a": "\\u001b \u00e9 \u12"}"#, true, None);
        // A reference of HTML is one in the forms whose texts may be HTML.
        check(
            "a&#27;b &amp; &#x9b;",
            false,
            Some(("2 ", "U+001B in line 1;")),
        );
        check("a&#233;&#27 b", false, None);
        check("a&#27;b", true, None);
        // A letter bears eight marks and no more.
        check(&format!("e{}", "\u{301}".repeat(8)), false, None);
        check(
            &format!("e{}", "\u{301}".repeat(10)),
            false,
            Some(("2 ", "U+0301 in line 1;")),
        );
        check(
            "{\"a\":\n \"x\\u0007\"}",
            true,
            Some(("1 ", "U+0007 in line 2;")),
        );
    }
}
