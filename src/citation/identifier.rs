//! What a serial number is: a DOI, an ISBN, an ISSN, or the number of a law, a paper, a series.

/// A serial number, by what finds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Identifier<'t> {
    /// "10.1000/182", without what stands before it.
    Doi(&'t str),
    /// As it is written, without "ISBN".
    Isbn(&'t str),
    /// As it is written, without "ISSN".
    Issn(&'t str),
    /// "Cmd. 1", "UNTS no. 52".
    Number(&'t str),
}

/// Reads a serial number.
#[must_use]
pub fn read(written: &str) -> Identifier<'_> {
    let written = written.trim();
    let doi = after(
        written,
        &["https://doi.org/", "http://dx.doi.org/", "doi:", "doi"],
    );
    let doi = doi.unwrap_or(written);
    if doi.starts_with("10.") && doi.contains('/') && !doi.contains(char::is_whitespace) {
        return Identifier::Doi(doi);
    }
    if let Some(isbn) = after(written, &["isbn:", "isbn-13:", "isbn-10:", "isbn"])
        && has_figures(isbn, &[10, 13])
    {
        return Identifier::Isbn(isbn);
    }
    if let Some(issn) = after(written, &["issn:", "issn"])
        && has_figures(issn, &[8])
    {
        return Identifier::Issn(issn);
    }
    if is_isbn(written) {
        return Identifier::Isbn(written);
    }
    Identifier::Number(written)
}

/// What stands behind one of these words, whatever their case.
fn after<'t>(written: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|word| {
        let head = written.get(..word.len())?;
        let rest = head
            .eq_ignore_ascii_case(word)
            .then(|| &written[word.len()..])?;
        Some(rest.trim_start())
    })
}

/// The figures of a number, which hyphens and spaces may part; the last may be an X, which counts ten.
fn figures(number: &str) -> Option<Vec<u32>> {
    let signs = number
        .chars()
        .filter(|sign| !matches!(sign, '-' | ' ' | '–'));
    let figures: Option<Vec<u32>> = signs
        .map(|sign| match sign {
            'X' | 'x' => Some(10),
            sign => sign.to_digit(10),
        })
        .collect();
    let figures = figures?;
    let before_the_last = figures.len().checked_sub(1)?;
    let x_is_last = figures
        .iter()
        .take(before_the_last)
        .all(|figure| *figure < 10);
    x_is_last.then_some(figures)
}

fn has_figures(number: &str, counts: &[usize]) -> bool {
    figures(number).is_some_and(|figures| counts.contains(&figures.len()))
}

/// Whether a bare number is an ISBN of thirteen figures: its beginning and its check figure say so.
fn is_isbn(number: &str) -> bool {
    let Some(figures) = figures(number).filter(|figures| figures.len() == 13) else {
        return false;
    };
    let weighted = figures.iter().zip([1, 3].iter().cycle());
    let sum: u32 = weighted.map(|(figure, weight)| figure * weight).sum();
    matches!(figures[..3], [9, 7, 8 | 9]) && sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_serial_number_says_what_it_is() {
        let check = |written, expected| assert_eq!(read(written), expected, "{written}");
        let doi = Identifier::Doi("10.1000/182");
        for written in [
            "10.1000/182",
            "doi:10.1000/182",
            "DOI 10.1000/182",
            "doi: 10.1000/182",
            "https://doi.org/10.1000/182",
        ] {
            check(written, doi.clone());
        }
        let isbn = Identifier::Isbn("978-3-16-148410-0");
        check("ISBN 978-3-16-148410-0", isbn.clone());
        check("978-3-16-148410-0", isbn);
        check("isbn: 0-8044-2957-X", Identifier::Isbn("0-8044-2957-X"));
        check("ISSN 0028-0836", Identifier::Issn("0028-0836"));
        for number in [
            "Cmd. 1",
            "UNTS no. 52",
            "978-3-16-148410-1",
            "1839",
            "10.5",
            "ISBN",
        ] {
            check(number, Identifier::Number(number));
        }
    }
}
