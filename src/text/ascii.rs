//! Typographic signs in ASCII, for output where only ASCII may be: letters of any script stay as they are.

/// The text with quotes, dashes and the like as ASCII writes them.
///
/// The stand-in may be longer than the sign, so the text is to be wrapped with it, or not to be in columns.
#[must_use]
pub fn to_ascii(text: &str) -> String {
    let mut ascii = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\u{2018}' | '\u{2019}' => ascii.push('\''),
            '\u{201C}' | '\u{201D}' => ascii.push('"'),
            '\u{2010}'..='\u{2014}' => ascii.push('-'),
            '\u{2026}' => ascii.push_str("..."),
            '\u{00A0}' | '\u{202F}' => ascii.push(' '),
            '¶' => ascii.push_str("par. "),
            '§' => ascii.push_str("sec. "),
            '·' => ascii.push('|'),
            '×' => ascii.push('x'),
            '→' => ascii.push_str("->"),
            '←' => ascii.push_str("<-"),
            other => ascii.push(other),
        }
    }
    ascii
}

#[cfg(test)]
mod tests {
    use super::to_ascii;

    #[test]
    fn signs_become_ascii_and_letters_stay() {
        let check = |text: &str, expected: &str| assert_eq!(to_ascii(text), expected);
        check(
            "Vienna’s “note” of 1815–1839 …",
            "Vienna's \"note\" of 1815-1839 ...",
        );
        check("¶6 · § 99", "par. 6 | sec.  99");
        check("Åland, Україна", "Åland, Україна");
    }
}
