//! What the columns of a table hold, described from their names as people write them.

mod names;

use self::names::NAMES;
use crate::text;
use crate::text::fold::fold;
use crate::timeline::format::event_texts;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Id,
    Date,
    EndDate,
    Year,
    Month,
    Day,
    EndYear,
    EndMonth,
    EndDay,
    Time,
    DisplayDate,
    /// What Wikidata calls how exact a date is.
    Precision,
    Basis,
    Place,
    Title,
    /// A headline of TimelineJS.
    Headline,
    Short,
    Text,
    Summary,
    Kind,
    /// Words of the author's own, parted by semicolons or commas.
    Tags,
    /// TimelineJS: an event, the title, or an era.
    Type,
    Importance,
    Parties,
    Provision,
    /// Another text of an event, by its key in the format.
    Other(&'static str),
    Milestones,
    Sources,
    Media,
    MediaCaption,
    MediaCredit,
    MediaAlt,
    MediaLink,
    /// Derived from the others by our own export.
    Derived,
    /// Another column of something that an event has once: its cells stand in the text, behind their name.
    More,
}

/// A name of a column in plain words: "EndDate", "end_date" and "End Date (optional)" are all "end date".
fn plain(name: &str) -> String {
    let name = name
        .split(['(', '['])
        .next()
        .filter(|name| !name.trim().is_empty())
        .unwrap_or(name);
    let mut plain = String::with_capacity(name.len() + 4);
    let mut after_small = false;
    for sign in name.chars() {
        if sign.is_uppercase() && after_small {
            plain.push(' ');
        }
        after_small = sign.is_lowercase();
        plain.push(if sign.is_alphanumeric() { sign } else { ' ' });
    }
    fold(&plain)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// What a column holds by its name, and how sure that is: the less, the surer.
fn known(name: &str) -> Option<(Field, usize)> {
    let plain = plain(name);
    let named = NAMES.iter().find_map(|(column, names)| {
        let at = names.iter().position(|name| *name == plain)?;
        Some((*column, at))
    });
    named.or_else(|| {
        let (key, _) = event_texts().find(|(key, _)| key.name == plain)?;
        Some((Field::Other(key.name), 0))
    })
}

/// The word for what a column holds, as it is written behind `--column`.
fn word(column: Field) -> Option<&'static str> {
    if let Field::Other(name) = column {
        return Some(name);
    }
    match column {
        Field::More | Field::Derived => None,
        Field::EndDate => Some("end"),
        _ => NAMES
            .iter()
            .find(|(of, _)| *of == column)?
            .1
            .first()
            .copied(),
    }
}

/// What a word behind `--column` means: any name that a column of that kind may have.
pub(super) fn meant(word: &str) -> Option<Field> {
    known(&word.replace('-', " ")).map(|(column, _)| column)
}

/// Whether an event can have several of them.
fn is_many(column: Field) -> bool {
    matches!(
        column,
        Field::Text
            | Field::Summary
            | Field::Sources
            | Field::Parties
            | Field::Milestones
            | Field::Time
            | Field::Derived
            | Field::Media
    )
}

/// What each column of a table holds; `None` for those that are left out.
#[derive(Debug)]
pub(super) struct TableFields {
    pub of: Vec<Option<Field>>,
    /// Whether every date in it is EDTF.
    pub edtf: Vec<bool>,
}

impl TableFields {
    /// Tells the columns by their names; what was given on the command line comes before what the names say.
    ///
    /// # Errors
    /// What was given of a column that there is none of.
    pub(super) fn new(names: &[String], given: &[(String, String)]) -> Result<Self, String> {
        let mut found: Vec<Option<(Field, usize)>> = names.iter().map(|name| known(name)).collect();
        for (role, name) in given {
            let Some(column) = meant(role) else {
                return Err(format!(
                    "'{}' is nothing that a column can hold; {} are",
                    text::clean(role),
                    words().join(", ")
                ));
            };
            let is_it = |of: &&String| of.trim() == name.trim();
            let alike = |of: &&String| plain(of) == plain(name);
            let at = names
                .iter()
                .position(|of| is_it(&of))
                .or_else(|| names.iter().position(|of| alike(&of)));
            let Some(place) = at.and_then(|at| found.get_mut(at)) else {
                return Err(format!(
                    "no column is called '{}'; the columns are {}",
                    text::clean(name),
                    listed(names)
                ));
            };
            *place = Some((column, 0));
            // What was given drives out what a name would say.
            for (of, name) in found.iter_mut().zip(names) {
                if let Some((other, sure)) = of
                    && *other == column
                    && !is_many(column)
                    && !given.iter().any(|(_, given)| plain(given) == plain(name))
                {
                    *sure += 100;
                }
            }
        }
        let has = |column: Field| found.iter().flatten().any(|(of, _)| *of == column);
        let (is_ours, is_template) = (has(Field::Derived), has(Field::Headline));
        for (of, name) in found.iter_mut().zip(names) {
            *of = of.map(|(column, sure)| match column {
                // The date in words, which our own export writes beside the title.
                Field::Title if is_ours && plain(name) == "label" => (Field::Derived, 0),
                Field::Title if is_template => (Field::More, 0),
                // Only TimelineJS means something else by a type.
                Field::Type if !is_template => (Field::Kind, 50),
                _ => (column, sure),
            });
        }
        let edtf = names
            .iter()
            .map(|name| is_ours || plain(name) == "edtf")
            .collect();
        let of = (0..found.len()).map(|at| settled(&found, at)).collect();
        Ok(TableFields { of, edtf })
    }

    pub(super) fn has(&self, column: Field) -> bool {
        self.of.contains(&Some(column))
    }

    /// How the columns were read: "'Start Date' as date, 'Topic' as title", where a name is not the very word.
    pub(super) fn described(&self, names: &[String]) -> Option<String> {
        let named = names.iter().zip(&self.of);
        let read: Vec<String> = named
            .clone()
            .filter_map(|(name, column)| {
                let clean = text::clean(name.trim()).into_owned();
                match (*column)? {
                    Field::More => Some(format!("'{clean}' in the text")),
                    column => Some(format!("'{clean}' as {}", word(column)?)),
                }
            })
            .collect();
        let is_plain = named.into_iter().all(|(name, column)| match column {
            None => name.trim().is_empty(),
            Some(Field::More) => false,
            Some(column) => {
                let words = word(*column);
                words
                    .is_none_or(|word| plain(name) == word || plain(name) == format!("{word} date"))
            }
        });
        (!is_plain).then(|| format!("the columns are read so: {}", read.join(", ")))
    }
}

/// What one column holds beside the others: of several of a kind, which an event has once, the surest.
fn settled(found: &[Option<(Field, usize)>], at: usize) -> Option<Field> {
    let (column, sure) = (*found.get(at)?)?;
    let surer = found
        .iter()
        .enumerate()
        .any(|(other, of)| of.is_some_and(|(of, its)| of == column && (its, other) < (sure, at)));
    Some(if surer && !is_many(column) {
        Field::More
    } else {
        column
    })
}

/// Every word that can stand behind `--column`.
pub(super) fn words() -> Vec<&'static str> {
    let mut words: Vec<&str> = NAMES
        .iter()
        .filter_map(|(column, _)| word(*column))
        .collect();
    words.extend(
        event_texts()
            .map(|(key, _)| key.name)
            .filter(|name| known(name).is_some_and(|(of, _)| matches!(of, Field::Other(_)))),
    );
    words
}

/// Names between quotation marks; of very many the first.
pub(super) fn listed(names: &[String]) -> String {
    const MOST: usize = 12;
    let name = |name: &String| format!("'{}'", text::truncate(&text::clean(name.trim()), 30));
    let mut listed: Vec<String> = names.iter().take(MOST).map(name).collect();
    if names.len() > MOST {
        listed.push(format!("and {} more", names.len() - MOST));
    }
    listed.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_known_by_its_name_as_people_write_it() {
        let check = |name: &str, expected: Option<Field>| {
            assert_eq!(known(name).map(|(column, _)| column), expected, "{name}");
        };
        for name in [
            "end_date",
            "End Date",
            "EndDate",
            "endDate",
            "END-DATE",
            "End date (optional)",
            "until",
        ] {
            check(name, Some(Field::EndDate));
        }
        for name in ["eventLabel", "label", "Topic", "Event Title", "name"] {
            check(name, Some(Field::Title));
        }
        check("tags", Some(Field::Tags));
        check("Media Caption", Some(Field::MediaCaption));
        check("Colour", None);
    }

    #[test]
    fn of_two_columns_of_a_kind_the_surer_is_it() {
        let check = |names: &[&str], given: &[(&str, &str)], expected: &[Option<Field>]| {
            let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
            let given: Vec<(String, String)> = given
                .iter()
                .map(|(role, name)| ((*role).to_owned(), (*name).to_owned()))
                .collect();
            assert_eq!(
                TableFields::new(&names, &given).unwrap().of,
                expected,
                "{names:?}"
            );
        };
        check(
            &["name", "title", "date"],
            &[],
            &[Some(Field::More), Some(Field::Title), Some(Field::Date)],
        );
        check(
            &["description", "notes", "date"],
            &[],
            &[Some(Field::Text), Some(Field::Text), Some(Field::Date)],
        );
        check(
            &["title", "Thema", "date"],
            &[("title", "thema")],
            &[Some(Field::More), Some(Field::Title), Some(Field::Date)],
        );
        check(
            &["type", "category"],
            &[],
            &[Some(Field::More), Some(Field::Kind)],
        );
        check(
            &["date", "earliest", "label", "title"],
            &[],
            &[
                Some(Field::Date),
                Some(Field::Derived),
                Some(Field::Derived),
                Some(Field::Title),
            ],
        );
    }

    #[test]
    fn a_column_that_there_is_not_is_refused() {
        let names = ["a".to_owned(), "b".to_owned()];
        let given = |role: &str, name: &str| [(role.to_owned(), name.to_owned())];
        let fault = TableFields::new(&names, &given("title", "c")).unwrap_err();
        assert_eq!(fault, "no column is called 'c'; the columns are 'a', 'b'");
        let fault = TableFields::new(&names, &given("colour", "a")).unwrap_err();
        assert!(
            fault.starts_with("'colour' is nothing that a column can hold; id, date, end, year"),
            "{fault}"
        );
    }
}
