//! What a timeline calls whoever takes part in it, where the program would say "country".
//!
//! An author writes the plural, as a heading; the singular is made of it as English makes it, and only the English
//! texts take either. A text that was changed so is kept for as long as the program runs, since those around it are
//! a part of the program.

use std::cell::RefCell;
use std::collections::HashMap;

/// The names of one and of several, in small letters, and the texts that have them already.
#[derive(Debug, Default)]
struct PartyNames {
    one: String,
    several: String,
    texts: HashMap<&'static str, &'static str>,
}

thread_local! {
    static NAMES: RefCell<Option<PartyNames>> = const { RefCell::new(None) };
}

/// From now on countries are called so, "People" or "Companies"; countries again without a name.
pub(super) fn call(several: Option<&str>) {
    let named = several.map(str::to_lowercase);
    NAMES.with_borrow_mut(|names| {
        let present = names.as_ref().map(|names| names.several.as_str());
        if present != named.as_deref() {
            *names = named.map(|several| PartyNames {
                one: singular(&several),
                several,
                texts: HashMap::new(),
            });
        }
    });
}

/// An English text with the names that the timeline uses.
pub(super) fn renamed(text: &'static str) -> &'static str {
    NAMES.with_borrow_mut(|names| match names {
        Some(names) if text.contains("ountr") => {
            let PartyNames {
                one,
                several,
                texts,
            } = names;
            texts
                .entry(text)
                .or_insert_with(|| rename(text, one, several).leak())
        }
        _ => text,
    })
}

fn rename(text: &str, one: &str, several: &str) -> String {
    let article = match one.starts_with(['a', 'e', 'i', 'o']) {
        true => "an",
        false => "a",
    };
    text.replace("a country", &format!("{article} {one}"))
        .replace("country", one)
        .replace("countries", several)
        .replace("Country", &capital(one))
        .replace("Countries", &capital(several))
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// "company" of "companies"; a plural that English does not make so stands for one as well.
fn singular(several: &str) -> String {
    if several == "people" {
        return "person".to_owned();
    }
    let strip = |end: &str| several.strip_suffix(end);
    if let Some(stem) = strip("ies") {
        return format!("{stem}y");
    }
    let hissing = ["sses", "xes", "zes", "ches", "shes"];
    let kept = match hissing.iter().any(|end| several.ends_with(end)) {
        true => strip("es"),
        false => strip("s"),
    };
    kept.unwrap_or(several).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_several_is_named_as_english_does() {
        let check = |several: &str, expected: &str| assert_eq!(singular(several), expected);
        check("people", "person");
        check("states", "state");
        check("companies", "company");
        check("churches", "church");
        check("houses", "house");
        check("folk", "folk");
        check("фірми", "фірми");
    }

    #[test]
    fn texts_take_the_names_in_their_case() {
        let check = |several: &str, text: &'static str, expected: &str| {
            call(Some(several));
            let twice = [renamed(text), renamed(text)];
            call(None);
            assert_eq!(twice, [expected; 2]);
            assert_eq!(renamed(text), text);
        };
        check(
            "People",
            "filter by country and role",
            "filter by person and role",
        );
        check("People", "Events of a country", "Events of a person");
        check("Actors", "Events of a country", "Events of an actor");
        check(
            "Firms",
            "this timeline names no countries",
            "this timeline names no firms",
        );
        check("Firms", "Country", "Firm");
        check("Firms", "every country’s status", "every firm’s status");
        check("Firms", "the article", "the article");
    }
}
