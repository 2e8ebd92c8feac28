//! Years that are further away than the calendar is counted here: what lies there can be written as a bound.

/// Why a date out of reach is none.
pub(super) const OUT_OF_REACH: &str =
    "years from -9999 to 9999 are understood, and what lies beyond them as a bound";

const BEFORE_ALL: &str = "[..-9999]";
const AFTER_ALL: &str = "[9999..]";

/// Figures of a year out of reach at least, and at most where they could be a day without hyphens too.
const FIGURES: std::ops::RangeInclusive<usize> = 5..=7;

/// The bound for a text that is nothing but a year out of reach: "Y170000002", "17,000 BC", "c. -12000".
pub(super) fn bound(text: &str) -> Option<&'static str> {
    let text = text.to_lowercase();
    let plain: String = text.chars().filter(|sign| !is_between(*sign)).collect();
    let plain = ["circa", "about", "ca.", "c.", "~"]
        .iter()
        .find_map(|about| plain.strip_prefix(about))
        .unwrap_or(&plain);
    let era = ["bce", "bc"].iter().find_map(|era| plain.strip_suffix(era));
    if let Some(figures) = era {
        return (is_number(figures) && figures.len() >= *FIGURES.start()).then_some(BEFORE_ALL);
    }
    let (year, is_marked) = match plain.strip_prefix('y') {
        Some(year) => (year, true),
        None => (plain, false),
    };
    let figures = year.trim_start_matches(['+', '-']);
    let is_year = match is_marked {
        true => figures.split(['e', 's']).all(is_number),
        false => is_number(figures) && FIGURES.contains(&figures.len()),
    };
    is_year.then_some(match year.starts_with('-') {
        true => BEFORE_ALL,
        false => AFTER_ALL,
    })
}

fn is_between(sign: char) -> bool {
    sign.is_whitespace() || sign == ',' || sign == '’'
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_out_of_reach_has_a_bound() {
        let check =
            |text: &str, expected: Option<&str>| assert_eq!(bound(text), expected, "{text}");
        check("Y170000002", Some(AFTER_ALL));
        check("Y-17E7", Some(BEFORE_ALL));
        check("Y17E8S3", Some(AFTER_ALL));
        check("-17000", Some(BEFORE_ALL));
        check("17,000 BC", Some(BEFORE_ALL));
        check("c. 100 000 BCE", Some(BEFORE_ALL));
        check("12026", Some(AFTER_ALL));
        check("1914", None);
        check("9000 BC", None);
        check("19140835", None);
        check("soon", None);
        check("", None);
    }
}
