//! The program's own words in the language that is spoken: English, or one that has a table.
//!
//! English is what the code says, and what is shown where a table has no word. The words of a timeline are its
//! author's and are never looked up. The language is the one thing that is not handed down from caller to callee: like
//! the locale of a process it belongs to the thread that reads, and is set where a timeline is opened.

pub mod dates;
mod parties;
mod table;

use serde::{Deserialize, Serialize};
use std::cell::Cell;
use std::collections::HashMap;
use std::fmt::{Display, Write as _};
use std::sync::LazyLock;

/// A language that the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Language {
    /// What the code is written in.
    #[default]
    English,
    /// German.
    German,
    /// Ukrainian.
    Ukrainian,
}

impl Language {
    /// All of them, English first.
    pub const ALL: [Language; 3] = [Language::English, Language::German, Language::Ukrainian];

    /// The language by its code in ISO 639, as it is written in a file.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::German => "de",
            Language::Ukrainian => "uk",
        }
    }

    /// Its place behind the English in a row of the table.
    fn column(self) -> Option<usize> {
        match self {
            Language::English => None,
            Language::German => Some(0),
            Language::Ukrainian => Some(1),
        }
    }
}

thread_local! {
    /// What the timeline asks for.
    static OF_THE_TIMELINE: Cell<Option<Language>> = const { Cell::new(None) };
    /// What the person who reads has settled; it goes before the timeline's.
    static OF_THE_READER: Cell<Option<Language>> = const { Cell::new(None) };
}

/// Speaks as a timeline asks from now on: in its language, and with its name for countries, where it has either.
pub fn speak(language: Option<Language>, parties: Option<&str>) {
    OF_THE_TIMELINE.set(language);
    parties::call(parties);
}

/// Speaks the reader's own language from now on, whatever a timeline asks for.
pub fn prefer(language: Option<Language>) {
    OF_THE_READER.set(language);
}

/// What is said in a language, whatever is spoken before and after.
pub fn while_speaking<T>(language: Language, text_of: impl FnOnce() -> T) -> T {
    let before = OF_THE_READER.replace(Some(language));
    let text = text_of();
    OF_THE_READER.set(before);
    text
}

/// The language that is spoken.
#[must_use]
pub fn language() -> Language {
    let chosen = OF_THE_READER.get().or(OF_THE_TIMELINE.get());
    chosen.unwrap_or_default()
}

/// What stands for an English text in each of the other languages.
type InOthers = [&'static str; 2];

/// The rows by their English.
static WORDS: LazyLock<HashMap<&'static str, InOthers>> = LazyLock::new(|| {
    let rows = table::TABLES.iter().copied().flatten();
    rows.map(|(english, others)| (*english, *others)).collect()
});

/// A word or a sentence of the program in the language that is spoken.
#[must_use]
pub fn translated(english: &'static str) -> &'static str {
    let Some(column) = language().column() else {
        return parties::renamed(english);
    };
    let others = WORDS.get(english);
    others.map_or(english, |others| others[column])
}

/// A sentence of the program with what stands in it: `{0}` is the first part.
#[must_use]
pub fn fill(english: &'static str, parts: &[&dyn Display]) -> String {
    let mut filled = String::new();
    let mut rest = translated(english);
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let (number, after) = after.split_once('}').unwrap_or((after, ""));
        let part = number.parse().ok().and_then(|at: usize| parts.get(at));
        if let Some(part) = part {
            // A string takes whatever is written to it.
            let _ = write!(filled, "{part}");
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

/// "1 event", "2 events": a count with its noun; Ukrainian has a third form, for five and more.
#[must_use]
pub fn count(number: usize, noun: &'static str) -> String {
    let Some(column) = language().column() else {
        return match (number, noun) {
            (1, _) => format!("1 {}", parties::renamed(noun)),
            (_, "country") => format!("{number} {}", parties::renamed("countries")),
            _ => format!("{number} {noun}s"),
        };
    };
    let forms = table::NOUNS.iter().find(|(english, _)| *english == noun);
    let form = forms.map_or(noun, |(_, forms)| forms[column][form(number)]);
    format!("{number} {form}")
}

/// Which of the forms of a noun stands behind a number.
fn form(number: usize) -> usize {
    match language() {
        Language::English | Language::German => usize::from(number != 1),
        Language::Ukrainian => match (number % 10, number % 100) {
            (_, 11..=14) => 2,
            (1, _) => 0,
            (2..=4, _) => 1,
            _ => 2,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_takes_the_form_of_its_number() {
        let check = |language: Language, number: usize, expected: &str| {
            let counted = while_speaking(language, || count(number, "event"));
            assert_eq!(counted, expected);
        };
        check(Language::English, 1, "1 event");
        check(Language::English, 0, "0 events");
        check(Language::German, 1, "1 Ereignis");
        check(Language::German, 2, "2 Ereignisse");
        for (number, expected) in [
            (1, "1 подія"),
            (2, "2 події"),
            (5, "5 подій"),
            (11, "11 подій"),
            (21, "21 подія"),
            (112, "112 подій"),
            (290, "290 подій"),
        ] {
            check(Language::Ukrainian, number, expected);
        }
    }

    #[test]
    fn what_the_reader_has_settled_goes_before_what_the_timeline_asks_for() {
        assert_eq!(language(), Language::English);
        speak(Some(Language::German), None);
        assert_eq!(translated("Sources"), "Quellen");
        prefer(Some(Language::Ukrainian));
        assert_eq!(translated("Sources"), "Джерела");
        prefer(Some(Language::English));
        assert_eq!(translated("Sources"), "Sources");
        prefer(None);
        speak(None, None);
        assert_eq!(translated("Sources"), "Sources");
    }

    #[test]
    fn parts_stand_where_the_language_wants_them() {
        let check = |language: Language, expected: &str| {
            let filled = || fill("violated {0} by {1}", &[&"1914", &"X"]);
            assert_eq!(while_speaking(language, filled), expected);
        };
        check(Language::English, "violated 1914 by X");
        check(Language::German, "1914 verletzt durch X");
    }

    #[test]
    fn every_row_is_filled_once_and_with_the_same_parts() {
        let parts = |text: &str| {
            let numbers = text.split('{').skip(1);
            let mut numbers: Vec<&str> =
                numbers.filter_map(|part| part.split('}').next()).collect();
            numbers.sort_unstable();
            numbers.dedup();
            numbers.join(" ")
        };
        let mut seen = std::collections::HashSet::new();
        for (english, others) in table::TABLES.iter().copied().flatten() {
            assert!(seen.insert(*english), "{english:?} stands twice");
            for other in others {
                assert!(
                    !other.is_empty() || english.is_empty(),
                    "{english:?} has no word"
                );
                assert_eq!(parts(english), parts(other), "{english:?}");
                let edges = |text: &str| (text.starts_with(' '), text.ends_with(' '));
                let is_joined = !english.contains('{');
                assert!(
                    !is_joined || edges(english) == edges(other),
                    "{english:?} → {other:?}"
                );
            }
        }
    }
}
