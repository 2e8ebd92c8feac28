//! Years that are further away than the calendar is counted here: what lies there can be written as a bound.

use super::figures;

/// Why a date out of reach is none.
pub(super) const OUT_OF_REACH: &str =
    "years from -9999 to 9999 are understood, and what lies beyond them as a bound";

const BEFORE_ALL: &str = "[..-9999]";
const AFTER_ALL: &str = "[9999..]";

/// Figures of a year out of reach at least, and at most where they could be a day without hyphens too.
const FIGURES: std::ops::RangeInclusive<usize> = 5..=7;

/// The bound for a text that is nothing but a year out of reach: "Y170000002", "17,000 BC", "c. -12000".
pub(super) fn bound(text: &str) -> Option<&'static str> {
    let text = text.trim().to_lowercase();
    let plain = ["circa", "about", "ca.", "c.", "~"]
        .iter()
        .find_map(|about| text.strip_prefix(about))
        .unwrap_or(&text)
        .trim();
    let era = ["bce", "bc"].iter().find_map(|era| plain.strip_suffix(era));
    if let Some(number) = era {
        let digits = figures::digits(number.trim());
        let is_far = digits.is_some_and(|digits| digits.len() >= *FIGURES.start());
        return is_far.then_some(BEFORE_ALL);
    }
    let (year, is_marked) = match plain.strip_prefix('y') {
        Some(year) => (year, true),
        None => (plain, false),
    };
    let number = year.trim_start_matches(['+', '-']);
    let is_year = if is_marked {
        number.split(['e', 's']).all(is_number) && length(number) >= *FIGURES.start()
    } else {
        let digits = figures::digits(number.trim());
        digits.is_some_and(|digits| FIGURES.contains(&digits.len()))
    };
    is_year.then_some(match year.starts_with('-') {
        true => BEFORE_ALL,
        false => AFTER_ALL,
    })
}

/// How many digits a year has that is written "17E7" or "171010000S3".
fn length(year: &str) -> usize {
    let year = year.split('s').next().unwrap_or_default();
    let (digits, noughts) = year.split_once('e').unwrap_or((year, "0"));
    // An exponent too large to be counted is large enough.
    let noughts = noughts.parse().unwrap_or(usize::MAX);
    let digits = digits.trim_start_matches('0').len();
    digits.saturating_add(noughts)
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
        check("Y1E4", Some(AFTER_ALL));
        check("Y1E99999999999999999999", Some(AFTER_ALL));
        check("Y1914", None);
        check("Y-44", None);
        check("Y19E2", None);
        check("Y00001914", None);
        check("1914", None);
        check("9000 BC", None);
        check("1839 04", None);
        check("1914, 1916", None);
        check("19140835", None);
        check("soon", None);
        check("", None);
    }
}
