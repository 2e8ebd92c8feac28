//! Typographic signs in ASCII, for output where only ASCII may be: letters of any script stay as they are.

/// The text with quotes, dashes and the like as ASCII writes them.
///
/// The stand-in may be longer than the sign, so the text is to be wrapped with it, or not to be in columns.
#[must_use]
pub fn typed(text: &str) -> String {
    let mut typed = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\u{2018}' | '\u{2019}' => typed.push('\''),
            '\u{201C}' | '\u{201D}' => typed.push('"'),
            '\u{2010}'..='\u{2014}' => typed.push('-'),
            '\u{2026}' => typed.push_str("..."),
            '\u{00A0}' | '\u{202F}' => typed.push(' '),
            '¶' => typed.push_str("par. "),
            '§' => typed.push_str("sec. "),
            '·' => typed.push('|'),
            '×' => typed.push('x'),
            '→' => typed.push_str("->"),
            '←' => typed.push_str("<-"),
            other => typed.push(other),
        }
    }
    typed
}

#[cfg(test)]
mod tests {
    use super::typed;

    #[test]
    fn signs_are_typed_and_letters_stay() {
        let check = |text: &str, expected: &str| assert_eq!(typed(text), expected);
        check(
            "Vienna’s “note” of 1815–1839 …",
            "Vienna's \"note\" of 1815-1839 ...",
        );
        check("¶6 · § 99", "par. 6 | sec.  99");
        check("Åland, Україна", "Åland, Україна");
    }
}
