//! The place in a source: pages as a style writes them, everything else in the timeline's own words.

/// How a style gets a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pinpoint {
    /// The numbers of pages, without "p."; each style has its own way with them.
    Pages(String),
    /// Words that stand as they are: "Art. VII of the annexed treaty".
    Words(String),
}

/// Reads a place. Only what is nothing but pages is taken apart: law and archives have marks of their own,
/// and a style's "art." in place of a treaty's "Art." would be no gain.
#[must_use]
pub fn read(at: &str) -> Pinpoint {
    let numbers = at.strip_prefix("pp.").or_else(|| at.strip_prefix("p."));
    let is_number = |c: char| c.is_ascii_digit() || "ivxlcdm-–, ".contains(c);
    match numbers.map(str::trim) {
        Some(pages) if !pages.is_empty() && pages.chars().all(is_number) => {
            Pinpoint::Pages(pages.to_owned())
        }
        _ => Pinpoint::Words(at.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_numbers_and_the_rest_is_words() {
        let pages = |numbers: &str| Pinpoint::Pages(numbers.to_owned());
        let check = |at: &str, expected: Pinpoint| assert_eq!(read(at), expected, "{at}");
        let words = |at: &str| check(at, Pinpoint::Words(at.to_owned()));
        check("p. 1194", pages("1194"));
        check("pp. 171–84", pages("171–84"));
        check("p. xiv", pages("xiv"));
        check("pp. 3, 5–7", pages("3, 5–7"));
        words("Art. VII of the annexed treaty");
        words("vol. II, no. 183");
        words("p. 12; Art. 3");
        words("p. 12 note 4");
        words("preamble");
        words("p.");
    }
}
