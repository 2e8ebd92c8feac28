//! The words of dates: months and parts of a year, in the forms that a day or a preposition asks for.
//!
//! How a date is put together is `timeline/date/label`'s; this says only what a language calls its parts.

use super::{Language, language};

/// January to December: what a month is called alone, behind a day, and in a column.
type Months = [[&'static str; 3]; 12];

const ENGLISH: Months = [
    ["January", "January", "Jan"],
    ["February", "February", "Feb"],
    ["March", "March", "Mar"],
    ["April", "April", "Apr"],
    ["May", "May", "May"],
    ["June", "June", "Jun"],
    ["July", "July", "Jul"],
    ["August", "August", "Aug"],
    ["September", "September", "Sep"],
    ["October", "October", "Oct"],
    ["November", "November", "Nov"],
    ["December", "December", "Dec"],
];

const GERMAN: Months = [
    ["Januar", "Januar", "Jan"],
    ["Februar", "Februar", "Feb"],
    ["März", "März", "Mär"],
    ["April", "April", "Apr"],
    ["Mai", "Mai", "Mai"],
    ["Juni", "Juni", "Jun"],
    ["Juli", "Juli", "Jul"],
    ["August", "August", "Aug"],
    ["September", "September", "Sep"],
    ["Oktober", "Oktober", "Okt"],
    ["November", "November", "Nov"],
    ["Dezember", "Dezember", "Dez"],
];

const UKRAINIAN: Months = [
    ["січень", "січня", "січ"],
    ["лютий", "лютого", "лют"],
    ["березень", "березня", "бер"],
    ["квітень", "квітня", "кві"],
    ["травень", "травня", "тра"],
    ["червень", "червня", "чер"],
    ["липень", "липня", "лип"],
    ["серпень", "серпня", "сер"],
    ["вересень", "вересня", "вер"],
    ["жовтень", "жовтня", "жов"],
    ["листопад", "листопада", "лис"],
    ["грудень", "грудня", "гру"],
];

/// The parts of a year in the order of EDTF's codes: four seasons, those of the southern half of the earth, which are
/// half a year from ours, four quarters, three thirds, two halves.
type PartsOfYear = [&'static str; 17];

const ENGLISH_PARTS: PartsOfYear = [
    "spring",
    "summer",
    "autumn",
    "winter",
    "southern spring",
    "southern summer",
    "southern autumn",
    "southern winter",
    "first quarter",
    "second quarter",
    "third quarter",
    "fourth quarter",
    "first third",
    "second third",
    "last third",
    "first half",
    "second half",
];

const GERMAN_PARTS: PartsOfYear = [
    "Frühling",
    "Sommer",
    "Herbst",
    "Winter",
    "südlicher Frühling",
    "südlicher Sommer",
    "südlicher Herbst",
    "südlicher Winter",
    "erstes Quartal",
    "zweites Quartal",
    "drittes Quartal",
    "viertes Quartal",
    "erstes Drittel",
    "zweites Drittel",
    "letztes Drittel",
    "erste Hälfte",
    "zweite Hälfte",
];

const UKRAINIAN_PARTS: PartsOfYear = [
    "весна",
    "літо",
    "осінь",
    "зима",
    "південна весна",
    "південне літо",
    "південна осінь",
    "південна зима",
    "перший квартал",
    "другий квартал",
    "третій квартал",
    "четвертий квартал",
    "перша третина",
    "друга третина",
    "остання третина",
    "перша половина",
    "друга половина",
];

/// What follows a preposition in Ukrainian has the forms of a genitive.
const GENITIVES: [(&str, &str); 17] = [
    ("весна", "весни"),
    ("літо", "літа"),
    ("осінь", "осені"),
    ("зима", "зими"),
    ("південна", "південної"),
    ("південне", "південного"),
    ("перший", "першого"),
    ("другий", "другого"),
    ("третій", "третього"),
    ("четвертий", "четвертого"),
    ("квартал", "кварталу"),
    ("перша", "першої"),
    ("друга", "другої"),
    ("остання", "останньої"),
    ("третина", "третини"),
    ("половина", "половини"),
    ("рік", "року"),
];

/// Which form of a month is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// "August 1914", "серпень 1914".
    Alone,
    /// "4 August", "4 серпня".
    WithDay,
    /// "Aug", "сер".
    Short,
}

/// The name of a month, or of one of EDTF's parts of a year (codes 21 to 41).
#[must_use]
pub fn period(number: u8, form: Form) -> &'static str {
    let (months, parts) = match language() {
        Language::English => (&ENGLISH, &ENGLISH_PARTS),
        Language::German => (&GERMAN, &GERMAN_PARTS),
        Language::Ukrainian => (&UKRAINIAN, &UKRAINIAN_PARTS),
    };
    let part = match number {
        1..=12 => return months[usize::from(number) - 1][form as usize],
        21..=28 => (number - 21) % 4,
        29..=41 => number - 25,
        _ => return "",
    };
    parts[usize::from(part)]
}

/// Whether a word is the name of a month, written out in English: in the prose of an author, whatever is spoken.
#[must_use]
pub fn is_english_month(word: &str) -> bool {
    ENGLISH.iter().any(|names| names[0] == word)
}

/// The day of a month as it stands before it: "4", "4.".
#[must_use]
pub fn day(number: u8) -> String {
    match language() {
        Language::English | Language::Ukrainian => number.to_string(),
        Language::German => format!("{number}."),
    }
}

/// A date behind a preposition: "серпень 1914" becomes "серпня 1914"; other languages leave it as it is.
#[must_use]
pub fn after_preposition(label: String) -> String {
    if language() != Language::Ukrainian {
        return label;
    }
    let month = |word: &str| {
        let names = UKRAINIAN.iter().find(|names| names[0] == word);
        names.map(|names| names[1])
    };
    let part = |word: &str| {
        let pair = GENITIVES.iter().find(|(alone, _)| *alone == word);
        pair.map(|(_, behind)| *behind)
    };
    let words = label.split(' ').map(|word| {
        let decade = ["-ті", "-ві"].iter().find_map(|end| word.strip_suffix(end));
        match (month(word).or_else(|| part(word)), decade) {
            (Some(behind), _) => behind.to_owned(),
            (None, Some(decade)) => format!("{decade}-х"),
            (None, None) => word.to_owned(),
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// "1830s", "1830er", "1830-ті": ten years by the first of them.
#[must_use]
pub fn decade(first: i64) -> String {
    match language() {
        Language::English => format!("{first}s"),
        Language::German => format!("{first}er"),
        Language::Ukrainian if first % 100 == 40 => format!("{first}-ві"),
        Language::Ukrainian => format!("{first}-ті"),
    }
}

/// "1st", "19th"; "19." in German and "XIX" in Ukrainian: the number of a century.
#[must_use]
pub fn ordinal(number: i64) -> String {
    match language() {
        Language::English => {
            let ending = match (number % 10, number % 100) {
                (_, 11..=13) => "th",
                (1, _) => "st",
                (2, _) => "nd",
                (3, _) => "rd",
                _ => "th",
            };
            format!("{number}{ending}")
        }
        Language::German => format!("{number}."),
        Language::Ukrainian => roman(number),
    }
}

/// A number in Roman figures, as far as centuries need them.
fn roman(number: i64) -> String {
    const FIGURES: [(i64, &str); 9] = [
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = number;
    let mut written = String::new();
    for (value, figure) in FIGURES {
        while rest >= value {
            written.push_str(figure);
            rest -= value;
        }
    }
    written
}

/// Columns of a short label at its longest common length, "13–18 May 2022".
#[must_use]
pub fn short_label_columns() -> usize {
    match language() {
        Language::English | Language::Ukrainian => 14,
        // "13.–18. Mai 2022"
        Language::German => 16,
    }
}
