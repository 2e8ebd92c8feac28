//! What somebody probably meant who wrote a date in prose: the EDTF spelling, for the error message.
//!
//! A proposal is shown to the author of a file and never becomes a date of it by itself; an import takes it, and says so.

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The EDTF spelling of what looks like a date in prose, if it is clear.
#[must_use]
pub fn proposal(written: &str) -> Option<String> {
    let lower = written
        .trim()
        .to_lowercase()
        .replace(['–', '—'], "-")
        .replace("..", "-");
    let (found, qualifier) = unqualified(&lower);
    let proposal = with_word(found)
        .or_else(|| plain(found))
        .map(|date| format!("{date}{qualifier}"))?;
    edtf_core::is_valid(&proposal).then_some(proposal)
}

/// Splits off the words and signs for "about" and "perhaps".
fn unqualified(text: &str) -> (&str, &'static str) {
    for circa in [
        "circa ",
        "c. ",
        "c.",
        "ca. ",
        "ca ",
        "about ",
        "around ",
        "approximately ",
        "~",
    ] {
        if let Some(rest) = text.strip_prefix(circa) {
            return (rest.trim(), "~");
        }
    }
    for doubt in ["probably ", "perhaps ", "possibly ", "maybe "] {
        if let Some(rest) = text.strip_prefix(doubt) {
            return (rest.trim(), "?");
        }
    }
    for doubt in ["(?)", " ?"] {
        if let Some(rest) = text.strip_suffix(doubt) {
            return (rest.trim(), "?");
        }
    }
    (text, "")
}

/// "early 1914", "before 1914", "since 1955", "spring 1947", "19th century".
fn with_word(text: &str) -> Option<String> {
    let (word, rest) = text.split_once(' ')?;
    let rest = rest.trim().trim_start_matches("of ");
    match word {
        "early" | "mid" | "late" => plain(rest),
        "before" | "until" | "till" => Some(format!("../{}", plain(rest)?)),
        "after" | "since" | "from" => Some(format!("{}/..", plain(rest)?)),
        "spring" => Some(format!("{}-21", year(rest)?)),
        "summer" => Some(format!("{}-22", year(rest)?)),
        "autumn" | "fall" => Some(format!("{}-23", year(rest)?)),
        "winter" => Some(format!("{}-24", year(rest)?)),
        _ if rest == "century" => {
            let number: u32 = word
                .trim_end_matches(|c: char| c.is_ascii_alphabetic())
                .parse()
                .ok()?;
            Some(format!("{:02}XX", number.checked_sub(1)?))
        }
        _ => None,
    }
}

/// A day, month, year, decade or range of years without qualifying words.
fn plain(text: &str) -> Option<String> {
    if let Some(decade) = text.strip_suffix("0s") {
        return Some(format!("{}X", year(&format!("{decade}0"))?.get(..3)?));
    }
    if let Some((from, to)) = text.split_once(" to ").or_else(|| text.split_once(" - ")) {
        return Some(format!("{}/{}", plain(from.trim())?, plain(to.trim())?));
    }
    year(text)
        .map(str::to_owned)
        .or_else(|| years(text))
        .or_else(|| in_words(text))
        .or_else(|| in_figures(text))
}

/// "1914-18", "1914-1918".
fn years(text: &str) -> Option<String> {
    let (from, to) = text.split_once('-')?;
    let from = year(from.trim())?;
    match to.trim() {
        to if year(to).is_some() => Some(format!("{from}/{to}")),
        to if to.len() == 2 && to.parse::<u8>().is_ok_and(|to| to > 12) => {
            Some(format!("{from}/{}{to}", from.get(..2)?))
        }
        _ => None,
    }
}

/// "4 August 1914", "August 4, 1914", "Aug. 1914".
fn in_words(text: &str) -> Option<String> {
    let words: Vec<&str> = text
        .split([' ', ',', '.'])
        .filter(|word| !word.is_empty())
        .collect();
    match words[..] {
        [month, year_] => Some(format!("{}-{:02}", year(year_)?, month_number(month)?)),
        [a, b, year_] => {
            let (day, month) = day_number(a)
                .zip(month_number(b))
                .or_else(|| day_number(b).zip(month_number(a)))?;
            Some(format!("{}-{month:02}-{day:02}", year(year_)?))
        }
        _ => None,
    }
}

/// "4.8.1914", "1914/08/04", "1914.8.4", "1914-8-4".
fn in_figures(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(['.', '/', '-']).collect();
    let number = |part: &str| part.parse::<u8>().ok();
    match parts[..] {
        [y, m] if year(y).is_some() => Some(format!("{y}-{:02}", number(m)?)),
        [y, m, d] if year(y).is_some() => Some(format!("{y}-{:02}-{:02}", number(m)?, number(d)?)),
        [d, m, y] if text.contains('.') => {
            Some(format!("{}-{:02}-{:02}", year(y)?, number(m)?, number(d)?))
        }
        _ => None,
    }
}

fn year(text: &str) -> Option<&str> {
    (text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(text)
}

fn month_number(word: &str) -> Option<usize> {
    (word.len() >= 3)
        .then(|| MONTHS.iter().position(|month| month.starts_with(word)))?
        .map(|at| at + 1)
}

fn day_number(word: &str) -> Option<u8> {
    word.trim_end_matches(|c: char| c.is_ascii_alphabetic())
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_finds_its_edtf_spelling() {
        let check = |written: &str, expected: &str| {
            assert_eq!(proposal(written).as_deref(), Some(expected), "{written}")
        };
        check("c. 1907", "1907~");
        check("circa 1907", "1907~");
        check("1907 (?)", "1907?");
        check("probably August 1914", "1914-08?");
        check("1914-18", "1914/1918");
        check("1914–1918", "1914/1918");
        check("1914 to 1918", "1914/1918");
        check("early 1914", "1914");
        check("4 August 1914", "1914-08-04");
        check("4th August 1914", "1914-08-04");
        check("August 4, 1914", "1914-08-04");
        check("Aug. 1914", "1914-08");
        check("4.8.1914", "1914-08-04");
        check("1914/08/04", "1914-08-04");
        check("1914-8-4", "1914-08-04");
        check("1830s", "183X");
        check("19th century", "18XX");
        check("before 1914", "../1914");
        check("since 1955", "1955/..");
        check("spring 1947", "1947-21");
    }

    #[test]
    fn what_is_ambiguous_gets_no_proposal() {
        for written in [
            "",
            "soon",
            "the war",
            "99 August 1914",
            "1914-08-99",
            "31 February 1914",
        ] {
            assert_eq!(proposal(written), None, "{written}");
        }
    }
}
