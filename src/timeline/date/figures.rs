//! Numbers as people write them, with something between their thousands.

/// What stands between thousands.
const BETWEEN: [char; 5] = [' ', ',', '’', '\u{a0}', '\u{202f}'];

/// The digits of a number: "17,000", "1 839"; `None` where its parts are no thousands, as in "1914, 1916" and "19,14".
#[must_use]
pub fn digits(text: &str) -> Option<String> {
    let mut parts = text.split(BETWEEN);
    let first = parts.next()?;
    let mut digits = first.to_owned();
    for part in parts {
        if !(1..=3).contains(&first.len()) || part.len() != 3 {
            return None;
        }
        digits.push_str(part);
    }
    let is_number = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    is_number.then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_parted_by_thousands() {
        let check = |text: &str, expected: Option<&str>| {
            assert_eq!(digits(text).as_deref(), expected, "{text}");
        };
        check("1914", Some("1914"));
        check("1,914", Some("1914"));
        check("1 914", Some("1914"));
        check("100’000", Some("100000"));
        check("1,000,000", Some("1000000"));
        check("19,14", None);
        check("1914, 1916", None);
        check("1914 08", None);
        check("1914 008", None);
        check("1,,914", None);
        check(",914", None);
        check("", None);
        check("abc", None);
    }
}
