//! The words and signs of dates, and a text brought to one spelling of them.

use crate::text::fold::fold;

/// The names of the months, English first; a name is also known by its first letters, three at least.
const MONTHS: [&[&str]; 12] = [
    &[
        "january",
        "januar",
        "janner",
        "janvier",
        "enero",
        "gennaio",
        "январь",
        "января",
        "січень",
        "січня",
    ],
    &[
        "february",
        "februar",
        "feber",
        "fevrier",
        "febrero",
        "febbraio",
        "февраль",
        "февраля",
        "лютии",
        "лютого",
    ],
    &[
        "march",
        "marz",
        "maerz",
        "mars",
        "marzo",
        "март",
        "марта",
        "березень",
        "березня",
    ],
    &[
        "april",
        "avril",
        "abril",
        "aprile",
        "апрель",
        "апреля",
        "квітень",
        "квітня",
    ],
    &[
        "may",
        "mai",
        "mayo",
        "maggio",
        "маи",
        "мая",
        "травень",
        "травня",
    ],
    &[
        "june",
        "juni",
        "juin",
        "junio",
        "giugno",
        "июнь",
        "июня",
        "червень",
        "червня",
    ],
    &[
        "july",
        "juli",
        "juillet",
        "julio",
        "luglio",
        "июль",
        "июля",
        "липень",
        "липня",
    ],
    &[
        "august",
        "aout",
        "agosto",
        "август",
        "августа",
        "серпень",
        "серпня",
    ],
    &[
        "september",
        "septembre",
        "septiembre",
        "settembre",
        "сентябрь",
        "сентября",
        "вересень",
        "вересня",
    ],
    &[
        "october",
        "oktober",
        "octobre",
        "octubre",
        "ottobre",
        "октябрь",
        "октября",
        "жовтень",
        "жовтня",
    ],
    &[
        "november",
        "novembre",
        "noviembre",
        "ноябрь",
        "ноября",
        "листопад",
        "листопада",
    ],
    &[
        "december",
        "dezember",
        "decembre",
        "diciembre",
        "dicembre",
        "декабрь",
        "декабря",
        "грудень",
        "грудня",
    ],
];

const ROMAN: [&str; 21] = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv",
    "xvi", "xvii", "xviii", "xix", "xx", "xxi",
];

const ORDINALS: [&str; 21] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
];

/// What a word says of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    Month(u8),
    /// A month between a day and a year, or the number of a century.
    Roman(u8),
    /// A season, by its code in EDTF.
    Season(u8),
    /// That a season is one of the southern half of the earth.
    Southern,
    BeforeChrist,
    AnnoDomini,
    About,
    /// "c.", which is a century behind a number in its order.
    AboutOrCentury,
    Doubtful,
    /// First, second, third.
    Ordinal(i64),
    /// What stands behind the figure of "4th".
    OrdinalEnding,
    /// That "1900s" are ten years.
    Decade,
    Century,
    Millennium,
    Half,
    Quarter,
    /// What stands behind the figures of a decade, "1830s".
    Plural,
    /// The letter of "Q1" and of "H2".
    QuarterLetter,
    HalfLetter,
    /// What makes a date no finer: "early", "of", a day of the week.
    Empty,
}

const WORDS: [(Word, &[&str]); 15] = [
    (Word::Southern, &["southern"]),
    (Word::BeforeChrist, &["bc", "bce"]),
    (Word::AnnoDomini, &["ad", "ce"]),
    (
        Word::About,
        &[
            "ca",
            "circa",
            "cca",
            "about",
            "around",
            "approx",
            "approximately",
            "roughly",
            "um",
            "vers",
        ],
    ),
    (Word::AboutOrCentury, &["c"]),
    (
        Word::Doubtful,
        &[
            "probably",
            "perhaps",
            "possibly",
            "maybe",
            "likely",
            "presumably",
            "uncertain",
        ],
    ),
    (Word::OrdinalEnding, &["st", "nd", "rd", "th"]),
    (Word::Decade, &["decade"]),
    (Word::Century, &["century", "centuries", "cent"]),
    (Word::Millennium, &["millennium", "millennia"]),
    (Word::Half, &["half"]),
    (Word::Quarter, &["quarter"]),
    (Word::QuarterLetter, &["q"]),
    (Word::HalfLetter, &["h"]),
    (
        Word::Empty,
        &[
            "early",
            "mid",
            "middle",
            "late",
            "beginning",
            "start",
            "end",
            "of",
            "the",
            "in",
            "on",
            "during",
            "year",
            "years",
            "de",
            "del",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "mon",
            "tue",
            "tues",
            "wed",
            "thu",
            "thur",
            "thurs",
            "fri",
            "sat",
            "sun",
        ],
    ),
];

const SEASONS: [(u8, &[&str]); 4] = [
    (21, &["spring"]),
    (22, &["summer"]),
    (23, &["autumn", "fall"]),
    (24, &["winter"]),
];

/// What a word in small letters means; `None` where it belongs to no date.
pub(super) fn meaning(word: &str) -> Option<Word> {
    if word == "s" {
        return Some(Word::Plural);
    }
    let is = |names: &&[&str]| names.contains(&word);
    if let Some((meant, _)) = WORDS.iter().find(|(_, names)| is(names)) {
        return Some(*meant);
    }
    if let Some((code, _)) = SEASONS.iter().find(|(_, names)| is(names)) {
        return Some(Word::Season(*code));
    }
    if let Some(at) = ORDINALS.iter().position(|ordinal| *ordinal == word) {
        return i64::try_from(at + 1).ok().map(Word::Ordinal);
    }
    if let Some(at) = ROMAN.iter().position(|roman| *roman == word) {
        return u8::try_from(at + 1).ok().map(Word::Roman);
    }
    month_number(word).map(Word::Month)
}

/// The number of a month by its name, whole or cut after three letters or more, where only one begins so.
pub(super) fn month_number(word: &str) -> Option<u8> {
    let word = fold(word.trim().trim_end_matches('.'));
    if word.chars().count() < 3 {
        return None;
    }
    let begins = |names: &&[&str]| names.iter().any(|name| name.starts_with(&word));
    let is = |names: &&[&str]| names.contains(&word.as_str());
    let at = MONTHS.iter().position(is).or_else(|| {
        let mut found = (0..MONTHS.len()).filter(|at| MONTHS.get(*at).is_some_and(&begins));
        let first = found.next()?;
        found.next().is_none().then_some(first)
    })?;
    u8::try_from(at + 1).ok()
}

/// The number of a month in Roman figures.
pub(super) fn roman_month(word: &str) -> Option<u8> {
    let at = ROMAN.iter().take(12).position(|roman| *roman == word)?;
    u8::try_from(at + 1).ok()
}

/// A text in small letters without accents, its dashes, eras and joined words in one spelling.
///
/// A dash between figures stays another sign than the hyphen: only a hyphen parts a year from its month.
pub(super) fn normal(text: &str) -> String {
    const DASH: &str = "\u{1}";
    let mut normal = text.trim().to_owned();
    for dash in ['–', '—', '−', '‒', '―'] {
        normal = normal.replace(dash, DASH);
    }
    let mut normal = fold(&normal)
        .replace(DASH, "–")
        .replace(['\u{a0}', '_'], " ");
    for (written, meant) in [
        ("b.c.e.", "bce"),
        ("b.c.e", "bce"),
        ("b. c. e.", "bce"),
        ("b.c.", "bc"),
        ("b. c.", "bc"),
        ("c.e.", "ce"),
        ("a.d.", "ad"),
        ("a. d.", "ad"),
        ("v. chr.", "bc"),
        ("n. chr.", "ad"),
        ("v.chr.", "bc"),
        ("n.chr.", "ad"),
        ("av. j.-c.", "bc"),
        ("apr. j.-c.", "ad"),
        ("до н. е.", "bc"),
        ("до н.е.", "bc"),
        ("до н. э.", "bc"),
        ("до н.э.", "bc"),
        ("mid-", "mid "),
        ("pre-", "before "),
        ("post-", "after "),
        ("twenty first", "twenty-first"),
        ("'s", "s"),
    ] {
        if normal.contains(written) {
            normal = normal.replace(written, meant);
        }
    }
    let normal =
        normal.trim_matches(|sign: char| "()\"“”,;".contains(sign) || sign.is_whitespace());
    // A bracket that was opened within stays closed: "1907 (?)".
    let opened = normal.matches('(').count() > normal.matches(')').count();
    let mut normal = normal.split_whitespace().collect::<Vec<_>>().join(" ");
    if opened {
        normal.push(')');
    }
    normal
}

/// A text without the times of day in it, and whether there were any.
pub(super) fn without_times(normal: &str) -> (String, bool) {
    let mut left = String::with_capacity(normal.len());
    let mut rest = normal;
    let mut found = false;
    while let Some((before, after)) = next_time(rest) {
        found = true;
        left.push_str(
            before
                .trim_end()
                .trim_end_matches(',')
                .trim_end_matches(" at"),
        );
        left.push(' ');
        rest = after;
    }
    left.push_str(rest);
    let left = left.split_whitespace().collect::<Vec<_>>().join(" ");
    (left.trim_matches([',', ' ']).to_owned(), found)
}

/// What stands before and behind the first time of day, "12:30", "T12:30:00.5Z", "7:00 p.m. GMT+0100 (CET)".
fn next_time(text: &str) -> Option<(&str, &str)> {
    let is_digit = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_digit());
    let (before, after) = text.match_indices(':').find_map(|(at, _)| {
        let (before, after) = (text.get(..at)?, text.get(at + 1..)?);
        let is_time = is_digit(before.chars().next_back()) && is_digit(after.chars().next());
        is_time.then_some((before, after))
    })?;
    let before = before.trim_end_matches(|sign: char| sign.is_ascii_digit());
    let before = before
        .strip_suffix('t')
        .filter(|date| is_digit(date.chars().next_back()))
        .unwrap_or(before);
    let mut after =
        after.trim_start_matches(|sign: char| sign.is_ascii_digit() || ":.".contains(sign));
    for words in [
        &["am", "pm", "a.m.", "p.m.", "uhr"][..],
        &["z", "utc", "gmt", "cet", "est", "pst"],
    ] {
        let rest = after.trim_start();
        if let Some(word) = words.iter().find(|word| rest.starts_with(**word)) {
            after = rest.get(word.len()..).unwrap_or_default();
        }
    }
    if let Some(offset) = after.strip_prefix(['+', '-'])
        && is_digit(offset.chars().next())
    {
        after = offset.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == ':');
    }
    if let Some((_, rest)) = after
        .trim_start()
        .strip_prefix('(')
        .and_then(|zone| zone.split_once(')'))
    {
        after = rest;
    }
    Some((before, after))
}
