//! A line of text that is being typed, with the keys of a shell's line.

use unicode_segmentation::UnicodeSegmentation;

use super::input::{Code, Key};
use crate::text;

/// The longest line that can be typed where nothing else is said, in characters.
const LONGEST: usize = 200;

/// A line that is typed, with its cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    text: String,
    /// Characters that it can have.
    longest: usize,
    /// Whether what came last did not fit, and was not put in.
    refuses: bool,
    /// Byte of the text before which the next character goes; always between two grapheme clusters.
    cursor: usize,
}

impl Default for Prompt {
    fn default() -> Self {
        Prompt::of_at_most(LONGEST)
    }
}

impl Prompt {
    /// An empty line of at most so many characters.
    #[must_use]
    pub fn of_at_most(longest: usize) -> Self {
        Prompt {
            text: String::new(),
            longest,
            refuses: false,
            cursor: 0,
        }
    }

    /// What has been typed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Columns before the cursor.
    #[must_use]
    pub fn column(&self) -> usize {
        text::width(self.text.get(..self.cursor).unwrap_or_default())
    }

    /// Puts text in at the cursor, cleaned, on one line; what does not fit whole is left out whole, and that is said.
    pub fn insert(&mut self, text: &str) {
        let text = text::clean(text);
        let room = self.longest.saturating_sub(self.text.chars().count());
        self.refuses = text.chars().count() > room;
        if !self.refuses {
            self.text.insert_str(self.cursor, &text);
            self.cursor += text.len();
        }
    }

    /// How many characters there can be, where what came last did not fit.
    #[must_use]
    pub fn refusal(&self) -> Option<String> {
        self.refuses
            .then(|| format!("at most {} characters", self.longest))
    }

    /// Takes an editing key; says whether it was one.
    pub fn edit(&mut self, key: Key) -> bool {
        self.refuses = false;
        match (key.code, key.ctrl) {
            (Code::Char(character), false) if !key.alt => self.insert(&character.to_string()),
            (Code::Backspace, _) | (Code::Char('h'), true) => self.delete(self.before()),
            (Code::Delete, _) => self.delete(self.after()),
            (Code::Left, _) | (Code::Char('b'), true) => self.cursor = self.before(),
            (Code::Right, _) | (Code::Char('f'), true) => self.cursor = self.after(),
            (Code::Home, _) | (Code::Char('a'), true) => self.cursor = 0,
            (Code::End, _) | (Code::Char('e'), true) => self.cursor = self.text.len(),
            (Code::Char('u'), true) => self.delete(0),
            (Code::Char('k'), true) => self.delete(self.text.len()),
            (Code::Char('w'), true) => self.delete(self.word_before()),
            _ => return false,
        }
        true
    }

    /// Deletes what lies between the cursor and another position.
    fn delete(&mut self, to: usize) {
        let (start, end) = (self.cursor.min(to), self.cursor.max(to));
        self.text.replace_range(start..end, "");
        self.cursor = start;
    }

    fn before(&self) -> usize {
        self.text[..self.cursor]
            .grapheme_indices(true)
            .next_back()
            .map_or(0, |(at, _)| at)
    }

    fn after(&self) -> usize {
        self.text[self.cursor..]
            .graphemes(true)
            .next()
            .map_or(self.cursor, |next| self.cursor + next.len())
    }

    fn word_before(&self) -> usize {
        let before = self.text[..self.cursor].trim_end();
        before.rfind(' ').map_or(0, |at| at + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_edited_as_in_a_shell() {
        let check = |keys: &[Key], expected: &str| {
            let mut prompt = Prompt::default();
            for key in keys {
                assert!(prompt.edit(*key), "{key}");
            }
            let mut shown = prompt.text.clone();
            shown.insert(prompt.cursor, '|');
            assert_eq!(shown, expected);
        };
        let keys_of = |text: &str| text.chars().map(Key::char).collect::<Vec<_>>();
        let then = |text: &str, keys: &[Key]| [keys_of(text), keys.to_vec()].concat();
        check(&keys_of("Åland"), "Åland|");
        check(
            &then("Åland", &[Key::plain(Code::Home), Key::plain(Code::Delete)]),
            "|land",
        );
        check(
            &then("ab", &[Key::plain(Code::Left), Key::plain(Code::Backspace)]),
            "|b",
        );
        check(&then("neutral state", &[Key::ctrl('w')]), "neutral |");
        check(&then("neutral state", &[Key::ctrl('u')]), "|");
        check(&then("abc", &[Key::ctrl('a'), Key::ctrl('k')]), "|");
        check(
            &then("", &[Key::plain(Code::Backspace), Key::plain(Code::Right)]),
            "|",
        );
    }

    #[test]
    fn pasted_text_is_cleaned_and_bounded() {
        let mut prompt = Prompt::default();
        prompt.insert("a\nb\u{1b}[31m");
        assert_eq!(prompt.text(), "a b\u{FFFD}[31m");
        // What is too long is not cut: the line stays as it was, and says why.
        assert_eq!(prompt.refusal(), None);
        prompt.insert(&"x".repeat(LONGEST));
        assert_eq!(prompt.text(), "a b\u{FFFD}[31m");
        assert_eq!(prompt.refusal().unwrap(), "at most 200 characters");
        prompt.insert(&"x".repeat(LONGEST - 8));
        assert_eq!(prompt.text().chars().count(), LONGEST);
        assert_eq!(prompt.refusal(), None);
        prompt.edit(Key::char('x'));
        assert_eq!(prompt.text().chars().count(), LONGEST);
        assert!(prompt.refusal().is_some());
        prompt.edit(Key::plain(Code::Left));
        assert_eq!(prompt.refusal(), None);
    }
}
