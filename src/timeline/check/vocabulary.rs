//! Countries and the vocabularies of the file: kinds, roles, statuses, with what stands for them on the screen.

use std::collections::HashMap;

use super::lookup::Lookup;
use crate::text;
use crate::timeline::diagnostic::{Faults, quoted};
use crate::timeline::document::{CountryTable, Document, Vocabulary};
use crate::timeline::model::{Country, Kind, LegalBasis, Role, Status};
use crate::timeline::table_reader::Located;

/// The countries by their ids; a name or an alias instead of an id is answered with the id.
pub(super) fn countries_lookup(countries: &[CountryTable], faults: &Faults) -> Lookup {
    let mut lookup = Lookup::new(
        "a country",
        countries.iter().map(|country| &country.id),
        faults,
    );
    for country in countries {
        for name in country
            .name
            .iter()
            .chain(country.aliases.iter().map(|alias| &alias.value))
        {
            lookup.also_called(name, &country.id.value);
        }
    }
    lookup
}

pub(super) fn country(table: CountryTable) -> Country {
    let name = table.name.unwrap_or_default();
    let code = table
        .code
        .map_or_else(|| initials(&name, 2), |code| code.value);
    let aliases = table.aliases.into_iter().map(|alias| alias.value).collect();
    Country {
        id: table.id.value,
        name,
        code,
        aliases,
        spans: Vec::new(),
    }
}

pub(super) fn kind(word: Vocabulary) -> Kind {
    Kind {
        id: word.id.value,
        label: word.label.unwrap_or_default(),
        symbol: word
            .symbol
            .map_or_else(|| "•".to_owned(), |symbol| symbol.value),
        ascii: word
            .ascii
            .map_or_else(|| "*".to_owned(), |symbol| symbol.value),
        definition: word.definition,
    }
}

pub(super) fn role(word: Vocabulary) -> Role {
    Role {
        id: word.id.value,
        label: word.label.unwrap_or_default(),
        plural: word.plural,
        part: word.part,
        definition: word.definition,
    }
}

pub(super) fn status(word: Vocabulary) -> Status {
    let label = word.label.unwrap_or_default();
    let letter = word.symbol.map_or_else(
        || {
            // A wide letter does not fit; ids have narrow ones more often.
            let own = [&label, &word.id.value].map(|name| initials(name, 1));
            let own = own.into_iter().find(|letter| !letter.is_empty());
            own.unwrap_or_else(|| "•".to_owned())
        },
        |letter| letter.value,
    );
    let ground = word.ground.unwrap_or(LegalBasis::OwnAct);
    Status {
        id: word.id.value,
        label,
        letter,
        ground,
        definition: word.definition,
    }
}

/// The first characters of a name that fit into so many columns, at most one a column, in capitals.
fn initials(name: &str, columns: usize) -> String {
    let mut initials = String::new();
    for character in name.chars().take(columns) {
        let before = initials.len();
        initials.extend(character.to_uppercase());
        if text::width(&initials) > columns {
            initials.truncate(before);
            break;
        }
    }
    initials
}

/// What stands for a word on the screen has its room, and stands for one word only.
pub(super) fn check(document: &Document, faults: &Faults) {
    let codes: Vec<_> = document
        .countries
        .iter()
        .filter_map(|word| Some((&word.id, word.code.as_ref()?)))
        .collect();
    let letters: Vec<_> = document
        .statuses
        .iter()
        .filter_map(|word| Some((&word.id, word.symbol.as_ref()?)))
        .collect();
    for (_, code) in &codes {
        fits("`code` of a country", code, 2, faults);
    }
    for (_, letter) in &letters {
        fits("`letter` of a status", letter, 1, faults);
    }
    for kind in &document.kinds {
        if let Some(symbol) = &kind.symbol {
            fits("`symbol` of a kind", symbol, 1, faults);
        }
        if let Some(ascii) = &kind.ascii {
            is_ascii(ascii, faults);
        }
    }
    stands_for_one("code", &codes, faults);
    stands_for_one("letter", &letters, faults);
}

fn fits(what: &str, word: &Located<String>, columns: usize, faults: &Faults) {
    let width = text::width(&word.value);
    if (1..=columns).contains(&width) {
        return;
    }
    let room = if columns == 1 {
        "one column"
    } else {
        "one or two columns"
    };
    let message = format!(
        "{what} takes {room}, and {} takes {width}",
        quoted(&word.value)
    );
    faults.error(&word.span, message, Some("choose one that does".to_owned()));
}

fn is_ascii(ascii: &Located<String>, faults: &Faults) {
    if ascii.value.len() == 1 && ascii.value.is_ascii() {
        return;
    }
    let message = format!(
        "`ascii` of a kind is one character of ASCII, and {} is not",
        quoted(&ascii.value)
    );
    faults.error(
        &ascii.span,
        message,
        Some("choose a sign such as `*`, `+`, `x` or `o`".to_owned()),
    );
}

/// Two countries of one code, or two statuses of one letter, cannot be told apart on a life-line.
fn stands_for_one(what: &str, words: &[(&Located<String>, &Located<String>)], faults: &Faults) {
    let mut taken: HashMap<&str, &str> = HashMap::new();
    for (id, written) in words {
        let first = *taken.entry(&written.value).or_insert(&id.value);
        if first != id.value {
            let message = format!(
                "the {what} {} already stands for {}",
                quoted(&written.value),
                quoted(first)
            );
            faults.warning(
                &written.span,
                message,
                Some("choose another, to tell the two apart".to_owned()),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_of_a_name_fits_into_its_room() {
        let check = |name: &str, columns: usize, expected: &str| {
            assert_eq!(initials(name, columns), expected, "{name}");
        };
        check("Belgium", 2, "BE");
        check("åland", 2, "ÅL");
        check("x", 2, "X");
        check("瑞士", 2, "瑞");
        check("瑞士", 1, "");
        check("aß", 2, "A");
        check("Guaranteed", 1, "G");
    }
}
