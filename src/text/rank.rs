//! How well a name answers to what was typed: the one matcher of names, for every list that narrows as one types.
//!
//! Names come folded, so that case and accents do not count.

use super::fold::fold;

/// The ways in which a name can answer, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// It is the name.
    Exact,
    /// The name begins with it.
    Prefix,
    /// A word of the name begins with it.
    Word,
    /// The words typed begin words of the names, in any order.
    Words,
    /// It stands somewhere in a name.
    Within,
    /// Beginnings of words of a name that follow each other: "hpd" for "half-page-down".
    Initials,
}

/// What was typed, folded, to be compared with names.
#[derive(Debug, Clone, Default)]
pub struct Matcher {
    line: String,
    words: Vec<String>,
}

impl Matcher {
    /// The words of what was typed; upper and lower case and diacritics do not count.
    #[must_use]
    pub fn new(query: &str) -> Self {
        let line = fold(query.trim());
        let words = line.split_whitespace().map(str::to_owned).collect();
        Matcher { line, words }
    }

    /// Whether nothing was typed, so that everything matches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.line.is_empty()
    }

    /// The best answer that the names of one thing give, which stand a line each; `None` when none answers.
    #[must_use]
    pub fn rank(&self, names: &str) -> Option<Rank> {
        let best = names.lines().filter_map(|name| self.rank_name(name)).min();
        if best.is_some_and(|rank| rank <= Rank::Word) {
            return best;
        }
        let all_words = || self.words.iter().all(|word| begins_word(names, word));
        if self.words.len() > 1 && all_words() {
            return Some(Rank::Words);
        }
        best.or_else(|| {
            let abbreviated = names.lines().any(|name| is_abbreviated(name, &self.line));
            abbreviated.then_some(Rank::Initials)
        })
    }

    /// How a name answers to the line as it stands.
    fn rank_name(&self, name: &str) -> Option<Rank> {
        let at = name.find(&self.line)?;
        Some(match at {
            0 if name.len() == self.line.len() => Rank::Exact,
            0 => Rank::Prefix,
            _ if begins_word(name, &self.line) => Rank::Word,
            _ => Rank::Within,
        })
    }
}

/// Whether a word of the text begins with `part`.
fn begins_word(text: &str, part: &str) -> bool {
    text.match_indices(part)
        .any(|(at, _)| starts_word(text, at))
}

/// Whether a word starts at this byte.
fn starts_word(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    before.is_none_or(|character| !character.is_alphanumeric())
}

/// The longest abbreviation, in bytes; nobody types the beginnings of more words.
const LONGEST_SHORT: usize = 12;

/// Words that an abbreviation may pass over: articles, prepositions and the like.
const SMALL_WORD: usize = 3;

/// Whether `short` is put together from beginnings of words of `name` that follow each other.
fn is_abbreviated(name: &str, short: &str) -> bool {
    let words = name
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty());
    if short.len() > LONGEST_SHORT {
        return false;
    }
    // How much of `short` the words up to here may have given; at each word it may begin.
    let mut given = vec![0];
    for word in words {
        let mut next = vec![0];
        if word.chars().count() <= SMALL_WORD {
            next.clone_from(&given);
        }
        for start in given {
            let mut end = start;
            let rest = short.get(start..).unwrap_or_default();
            for (wanted, found) in rest.chars().zip(word.chars()) {
                if wanted != found {
                    break;
                }
                end += wanted.len_utf8();
                next.push(end);
            }
        }
        if next.contains(&short.len()) {
            return true;
        }
        next.sort_unstable();
        next.dedup();
        given = next;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_answers_in_the_best_way_that_it_can() {
        let check = |query: &str, names: &str, expected: Option<Rank>| {
            let found = Matcher::new(query).rank(&fold(names));
            assert_eq!(found, expected, "{query:?} for {names:?}");
        };
        check("belgium", "Belgium", Some(Rank::Exact));
        check("BE", "Belgium\nBE", Some(Rank::Exact));
        check("bel", "Belgium", Some(Rank::Prefix));
        check("aland", "The Åland Islands", Some(Rank::Word));
        check("page", "half-page-down", Some(Rank::Word));
        check("london treaty", "Treaty of London", Some(Rank::Words));
        check("lon 1839", "Treaty of London\n1839", Some(Rank::Words));
        check("lgiu", "Belgium", Some(Rank::Within));
        check("gium belg", "Belgium", None);
        check("hpd", "half-page-down", Some(Rank::Initials));
        check("trlon", "Treaty of London", Some(Rank::Initials));
        check("tlo", "Treaty of London", Some(Rank::Initials));
        check("tln", "Treaty of London", None);
        check("xyzzy", "Belgium", None);
    }

    #[test]
    fn a_second_place_in_the_name_may_be_the_better_one() {
        let found = Matcher::new("in").rank("latin inn");
        assert_eq!(found, Some(Rank::Word));
    }

    #[test]
    fn an_abbreviation_takes_each_word_once_and_in_order() {
        let check = |name: &str, short: &str, expected: bool| {
            assert_eq!(is_abbreviated(name, short), expected, "{short} for {name}");
        };
        check("half page down", "hd", false);
        check("half page down", "dh", false);
        check("half page down", "pd", true);
        check("half page down", "halfpdown", true);
        check("treaty of london", "tl", true);
        check("treaty of london", "tol", true);
        check(
            "belgium’s frontier under a mutual guarantee",
            "belgim",
            false,
        );
        check("half page down", "hh", false);
        check("київ право", "кп", true);
        check("", "a", false);
    }
}
