//! Who wrote or edited a work, as the file writes it: "Family, Given", or a body under its one name.
//!
//! The page, the styles and every form for programs read names here, and so in one way.

/// Who wrote or edited a work: a person by family and given name, or a body as it is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Name<'t> {
    /// Somebody with a family name and given names.
    Person {
        /// By which the works are put in order.
        family: &'t str,
        /// As they are written; empty where none are known.
        given: &'t str,
        /// "Jr.", "III" or a title; empty where there is none.
        suffix: &'t str,
    },
    /// An office, a conference or a firm, under the one name that it has.
    Body(&'t str),
}

impl<'t> Name<'t> {
    /// "Hertslet" of "Hertslet, Edward"; a body by its whole name.
    #[must_use]
    pub fn family(self) -> &'t str {
        match self {
            Name::Person { family, .. } => family,
            Name::Body(body) => body,
        }
    }

    /// "Hertslet, Edward": as it is written, without the braces around a body.
    #[must_use]
    pub fn in_order_of_family(written: &str) -> &str {
        match read(written) {
            Name::Body(body) => body,
            Name::Person { .. } => written.trim(),
        }
    }
}

/// Reads "Family, Given" or "Family, Suffix, Given"; what has no comma or stands in braces is the name of a body.
#[must_use]
pub fn read(written: &str) -> Name<'_> {
    let written = written.trim();
    let braced = written.strip_prefix('{').and_then(|w| w.strip_suffix('}'));
    if let Some(body) = braced {
        return Name::Body(body.trim());
    }
    let (family, rest) = written.split_once(',').unwrap_or((written, ""));
    let (first, last) = rest.rsplit_once(',').unwrap_or((rest, ""));
    let (first, last) = (first.trim(), last.trim());
    // The suffix stands in the middle, as in Hayagriva and BibTeX, or at the end, as many write it.
    let (given, suffix) = if last.is_empty() || !is_suffix(first) {
        (first, last)
    } else {
        (last, first)
    };
    if given.is_empty() {
        return Name::Body(written.trim_end_matches(',').trim());
    }
    Name::Person {
        family: family.trim(),
        given,
        suffix,
    }
}

/// "Jr.", "Sen", "IV": what tells two of a family apart who have the same given names.
fn is_suffix(word: &str) -> bool {
    let word = word.trim_end_matches('.').to_lowercase();
    let words = ["jr", "jun", "junior", "sr", "sen", "senior"];
    words.contains(&word.as_str())
        || (!word.is_empty() && word.chars().all(|sign| "ivx".contains(sign)))
}

/// Whether a name that would be a person's is likely to be that of a body whose comma wants braces.
#[must_use]
pub fn looks_like_a_body(written: &str) -> bool {
    let joins = |word: &str| ["of", "for", "and", "&", "on"].contains(&word);
    match read(written) {
        Name::Person { family, given, .. } => [family, given]
            .iter()
            .any(|part| part.split_whitespace().any(joins)),
        Name::Body(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_of_a_person_or_of_a_body() {
        let check = |written, family, given, suffix| {
            let expected = Name::Person {
                family,
                given,
                suffix,
            };
            assert_eq!(read(written), expected, "{written}");
        };
        check("Hertslet, Edward", "Hertslet", "Edward", "");
        check("de Smet, Charles", "de Smet", "Charles", "");
        check("Della Valle, Marta", "Della Valle", "Marta", "");
        check("King, Jr., Martin Luther", "King", "Martin Luther", "Jr.");
        check("King, Martin Luther, Jr.", "King", "Martin Luther", "Jr.");
        check("Ford, II, Henry", "Ford", "Henry", "II");
        check(
            "Temple, Henry John, Viscount Palmerston",
            "Temple",
            "Henry John",
            "Viscount Palmerston",
        );
        let check = |written, body| assert_eq!(read(written), Name::Body(body), "{written}");
        check("United Nations", "United Nations");
        check("{Smith, Elder & Co.}", "Smith, Elder & Co.");
        check("Plato,", "Plato");
    }

    #[test]
    fn a_body_with_a_comma_wants_braces() {
        let check = |written, expected| assert_eq!(looks_like_a_body(written), expected);
        check("Ministry of Foreign Affairs, Finland", true);
        check("Finland, Ministry of Foreign Affairs", true);
        check("{Ministry of Foreign Affairs, Finland}", false);
        check("Hertslet, Edward", false);
        check("Ministry of Foreign Affairs", false);
    }
}
