//! A date in words and figures, at its own precision and no finer.

use chrono::{Datelike, NaiveDate};
use edtf_core::{
    Date, DateField, Edtf, Interval, IntervalEndpoint, Set, SetElement, SetKind, YearKind,
};

use super::HistoricDate;
use super::era::{year_label, years_label};

/// The names of the months.
pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Columns of a short label at its longest common length, "13–18 May 2022".
pub const SHORT_LABEL: usize = 14;

/// How much room a label may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Length {
    /// "19 April 1839"
    Long,
    /// "19 Apr 1839"
    Short,
}

impl HistoricDate {
    /// "19 April 1839", "November 1815", "c. 1907", "since 12 December 1995".
    #[must_use]
    pub fn label(&self) -> String {
        label(self.edtf(), Length::Long)
    }

    /// The label, and behind it the day of the Julian calendar where it was written so.
    #[must_use]
    pub fn full_label(&self) -> String {
        let label = self.label();
        match self.old_style() {
            Some(day) => format!("{label} ({})", day.label()),
            None => label,
        }
    }

    /// "19 Apr 1839": for a column; at most 12 columns for days, months, years and plain ranges of them.
    #[must_use]
    pub fn short_label(&self) -> String {
        label(self.edtf(), Length::Short)
    }

    /// The short label under another one of the same year: blank where the year stands, if anything else does.
    #[must_use]
    pub fn short_label_without_year(&self) -> String {
        let label = self.short_label();
        let year = year_label(self.year());
        let rest = label.strip_suffix(&year);
        match rest.filter(|rest| rest.ends_with(' ') && !rest.ends_with("c. ")) {
            Some(rest) => format!("{rest}{}", " ".repeat(year.len())),
            None => label,
        }
    }
}

impl HistoricDate {
    /// The year or the years that the date touches, with its doubts: "1914", "1915–1916", "c. 1907", "1957?".
    #[must_use]
    pub fn years_label(&self) -> String {
        let year = |day: NaiveDate| year_label(day.year());
        let text = match (self.earliest(), self.latest()) {
            (Some(first), Some(last)) => years_label(first.year().into()..=last.year().into()),
            (Some(first), None) => format!("{} or later", year(first)),
            (None, Some(last)) => format!("{} or earlier", year(last)),
            (None, None) => "an unknown year".to_owned(),
        };
        let circa = if self.edtf().is_approximate() {
            "c. "
        } else {
            ""
        };
        let doubt = if self.edtf().is_uncertain() { "?" } else { "" };
        format!("{circa}{text}{doubt}")
    }
}

fn label(edtf: &Edtf, length: Length) -> String {
    match edtf {
        Edtf::Date(date) => single(date, length),
        Edtf::DateTime(moment) => single(&moment.date, length),
        Edtf::Interval(interval) => between(interval, length),
        Edtf::Set(set) => one_or_all(set, length),
    }
}

/// A single date with its doubts: "c." for approximate, "(?)" or "?" for uncertain.
fn single(date: &Date, length: Length) -> String {
    let circa = if date.is_approximate() { "c. " } else { "" };
    let doubt = match (date.is_uncertain(), length) {
        (false, _) => "",
        (true, Length::Long) => " (?)",
        (true, Length::Short) => "?",
    };
    format!("{circa}{}{doubt}", unqualified(date, length))
}

fn unqualified(date: &Date, length: Length) -> String {
    let year = year(date);
    let Some(month) = date.month else {
        return year;
    };
    let named = match month.value() {
        Some(number) => period(number, length),
        None => return unknown("month", &year, length),
    };
    // "25 December in the 1560s": of a year that is not one year only a long label has room to say so.
    let between = match (date.year.value(), length) {
        (None, Length::Long) if year.ends_with('s') => " in the ",
        (None, Length::Long) => " of ",
        _ => " ",
    };
    match date.day {
        None => format!("{named}{between}{year}"),
        Some(day) => match day.value() {
            Some(number) => format!("{number} {named}{between}{year}"),
            None => unknown("day", &format!("{named}{between}{year}"), length),
        },
    }
}

/// "August 1914, day unknown"; a column shows the part that is known.
fn unknown(part: &str, known: &str, length: Length) -> String {
    match length {
        Length::Long => format!("{known}, {part} unknown"),
        Length::Short => known.to_owned(),
    }
}

/// "5 November 1912": a day of whichever calendar.
pub(super) fn day_label(year: i32, month: u32, day: u32) -> String {
    let month = u8::try_from(month).unwrap_or_default();
    format!("{day} {} {}", period(month, Length::Long), year_label(year))
}

/// A month, or one of EDTF's parts of a year (codes 21 to 41).
fn period(number: u8, length: Length) -> String {
    let named = match number {
        1..=12 => MONTHS
            .get(usize::from(number) - 1)
            .copied()
            .unwrap_or_default(),
        21 | 25 | 29 => "spring",
        22 | 26 | 30 => "summer",
        23 | 27 | 31 => "autumn",
        24 | 28 | 32 => "winter",
        33 => "first quarter",
        34 => "second quarter",
        35 => "third quarter",
        36 => "fourth quarter",
        37 => "first third",
        38 => "second third",
        39 => "last third",
        40 => "first half",
        41 => "second half",
        _ => "",
    };
    match length {
        Length::Short if number <= 12 => named.chars().take(3).collect(),
        _ => named.to_owned(),
    }
}

/// The year of a date: "1914", "44 BC", "1830s", "1800s", "1st century AD".
fn year(date: &Date) -> String {
    let YearKind::Standard { digits, .. } = date.year.kind else {
        return date.year.value().map_or_else(String::new, year_label);
    };
    if let Some(value) = date.year.value() {
        return match date.year.significant_digits {
            Some(sure) => format!("{} ({sure} figures sure)", year_label(value)),
            None => year_label(value),
        };
    }
    let figures: String = digits
        .iter()
        .map(|digit| digit.map_or('X', |digit| char::from(b'0' + digit)))
        .collect();
    match figures.as_str() {
        "XXXX" => "an unknown year".to_owned(),
        masked if masked.ends_with("XXX") => match masked.chars().next() {
            Some('0') => years_label(1..=999),
            first => format!("{0}000–{0}999", first.unwrap_or_default()),
        },
        "00XX" => "1st century AD".to_owned(),
        "000X" => "AD 1–9".to_owned(),
        masked if masked.ends_with("XX") && !masked.contains("XXX") => {
            format!("{}00s", masked[..2].trim_start_matches('0'))
        }
        masked if masked.ends_with('X') && masked.starts_with("00") => {
            format!("AD {}0s", &masked[2..3])
        }
        masked if masked.ends_with('X') && !masked[..3].contains('X') => {
            format!("{}0s", masked[..3].trim_start_matches('0'))
        }
        plain => plain.to_owned(),
    }
}

fn between(interval: &Interval, length: Length) -> String {
    use IntervalEndpoint::{Date as On, OnOrAfter, OnOrBefore, Open, Unknown};
    match (&interval.start, &interval.end) {
        (On(from), On(to)) => range(from, to, length),
        (On(from) | OnOrAfter(from) | OnOrBefore(from), Open) => {
            format!("since {}", single(from, length))
        }
        (On(from) | OnOrAfter(from) | OnOrBefore(from), Unknown) => match length {
            Length::Long => format!("from {}, end unknown", single(from, length)),
            Length::Short => format!("{}–?", single(from, length)),
        },
        (Open, On(to) | OnOrBefore(to) | OnOrAfter(to)) => format!("until {}", single(to, length)),
        (Unknown, On(to) | OnOrBefore(to) | OnOrAfter(to)) => match length {
            Length::Long => format!("until {}, start unknown", single(to, length)),
            Length::Short => format!("?–{}", single(to, length)),
        },
        (from, to) => format!("{}–{}", endpoint(from, length), endpoint(to, length)),
    }
}

fn endpoint(endpoint: &IntervalEndpoint, length: Length) -> String {
    match endpoint {
        IntervalEndpoint::Date(date) => single(date, length),
        IntervalEndpoint::OnOrBefore(date) => format!("{} or before", single(date, length)),
        IntervalEndpoint::OnOrAfter(date) => format!("{} or after", single(date, length)),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => String::new(),
    }
}

/// A range says what its ends share only once: "2–4 August 1914", "February–March 1915", "1914–1916".
fn range(from: &Date, to: &Date, length: Length) -> String {
    let plain =
        |date: &Date| !date.is_uncertain() && !date.is_approximate() && !date.has_unspecified();
    let same_year = from.year == to.year;
    if plain(from) && plain(to) && same_year {
        let month = |date: &Date| {
            date.month
                .and_then(DateField::value)
                .map(|month| period(month, length))
        };
        let day = |date: &Date| date.day.and_then(DateField::value);
        match (month(from), month(to), day(from), day(to)) {
            (Some(m), Some(n), Some(a), Some(b)) if m == n => {
                return format!("{a}–{b} {m} {}", year(from));
            }
            (Some(m), Some(n), Some(a), Some(b)) if length == Length::Long => {
                return format!("{a} {m} – {b} {n} {}", year(from));
            }
            // A column has no room for both days; the months are what both ends share.
            (Some(m), Some(n), Some(_), Some(_)) => return format!("{m}–{n} {}", year(from)),
            (Some(m), Some(n), None, None) => return format!("{m}–{n} {}", year(from)),
            _ => {}
        }
    }
    let years = from.year.value().zip(to.year.value());
    let of_years = |(first, last): (i64, i64)| years_label(first..=last);
    if from.month.is_none() && to.month.is_none() {
        return match years.filter(|_| plain(from) && plain(to)) {
            Some(years) => of_years(years),
            None => joined(&single(from, length), &single(to, length)),
        };
    }
    match (length, years) {
        (Length::Long, _) => format!("{} – {}", single(from, length), single(to, length)),
        (Length::Short, Some(years)) => of_years(years),
        (Length::Short, None) => joined(&year(from), &year(to)),
    }
}

/// Two ends with a dash, which stands by itself where one of them has several words.
fn joined(from: &str, to: &str) -> String {
    let dash = if from.ends_with(" BC") || to.starts_with("AD ") {
        " – "
    } else {
        "–"
    };
    format!("{from}{dash}{to}")
}

fn one_or_all(set: &Set, length: Length) -> String {
    let word = match set.kind {
        SetKind::OneMember => "or",
        SetKind::AllMembers => "and",
    };
    let members: Vec<String> = set
        .elements
        .iter()
        .map(|element| match element {
            SetElement::Date(date) => single(date, length),
            SetElement::OnOrBefore(date) => format!("{} or before", single(date, length)),
            SetElement::OnOrAfter(date) => format!("{} or after", single(date, length)),
            SetElement::Range(from, to)
                if length == Length::Long && set.kind == SetKind::OneMember =>
            {
                format!(
                    "between {} and {}",
                    single(from, length),
                    single(to, length)
                )
            }
            SetElement::Range(from, to) => range(from, to, length),
        })
        .collect();
    match members.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((last, rest)) => format!("{} {word} {last}", rest.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(written: &str, long: &str, short: &str) {
        let date =
            HistoricDate::parse(written).unwrap_or_else(|fault| panic!("{written}: {fault:?}"));
        assert_eq!(
            (date.label(), date.short_label()),
            (long.to_owned(), short.to_owned()),
            "{written}"
        );
    }

    #[test]
    fn a_label_is_as_exact_as_the_date() {
        check("1839-04-19", "19 April 1839", "19 Apr 1839");
        check("1815-11", "November 1815", "Nov 1815");
        check("1815", "1815", "1815");
        check("186X", "1860s", "1860s");
        check("18XX", "1800s", "1800s");
        check("1947-21", "spring 1947", "spring 1947");
        check("1914-08-XX", "August 1914, day unknown", "Aug 1914");
        check("1914-XX", "1914, month unknown", "1914");
        check("-0043", "44 BC", "44 BC");
        check("0000", "1 BC", "1 BC");
        check("0800", "800", "800");
        check("0079", "AD 79", "AD 79");
        check("0079-08-24", "24 August AD 79", "24 Aug AD 79");
        check("-0043-03-15", "15 March 44 BC", "15 Mar 44 BC");
        check("008X", "AD 80s", "AD 80s");
        check("00XX", "1st century AD", "1st century AD");
        check("08XX", "800s", "800s");
        check("1XXX", "1000–1999", "1000–1999");
        check("156X-12-25", "25 December in the 1560s", "25 Dec 1560s");
        check(
            "XXXX-12",
            "December of an unknown year",
            "Dec an unknown year",
        );
    }

    #[test]
    fn years_are_no_finer_than_the_date() {
        let check = |written: &str, expected: &str| {
            assert_eq!(
                HistoricDate::parse(written).unwrap().years_label(),
                expected
            );
        };
        check("1914-08-04", "1914");
        check("1815", "1815");
        check("1915/1916-02", "1915–1916");
        check("1907~", "c. 1907");
        check("1957?", "1957?");
        check("186X", "1860–1869");
        check("1995-12-12/..", "1995 or later");
        check("../1846", "1846 or earlier");
        check("-0043", "44 BC");
    }

    #[test]
    fn doubts_are_shown() {
        check("1907~", "c. 1907", "c. 1907");
        check("1917?", "1917 (?)", "1917?");
        check("1917%", "c. 1917 (?)", "c. 1917?");
    }

    #[test]
    fn ranges_say_what_they_share_once() {
        check("1914/1916", "1914–1916", "1914–1916");
        check("-0499/-0399", "500–400 BC", "500–400 BC");
        check("0050/0079", "AD 50–79", "AD 50–79");
        check("-0043/0014", "44 BC – AD 14", "44 BC – AD 14");
        check("-0043~/0014", "c. 44 BC – AD 14", "c. 44 BC – AD 14");
        check(
            "-0043-03-15/0014",
            "15 March 44 BC – AD 14",
            "44 BC – AD 14",
        );
        check("[-0499..-0400]", "between 500 BC and 401 BC", "500–401 BC");
        check("[1914..1918]", "between 1914 and 1918", "1914–1918");
        check("[..1913]", "1913 or before", "1913 or before");
        check("[1915..]", "1915 or after", "1915 or after");
        check("1914-08-02/1914-08-04", "2–4 August 1914", "2–4 Aug 1914");
        check("1915-02/1915-03", "February–March 1915", "Feb–Mar 1915");
        check(
            "1914-07-28/1914-08-04",
            "28 July – 4 August 1914",
            "Jul–Aug 1914",
        );
        check(
            "1839-04-19/1914-08",
            "19 April 1839 – August 1914",
            "1839–1914",
        );
        check(
            "1995-12-12/..",
            "since 12 December 1995",
            "since 12 Dec 1995",
        );
        check("/1846", "until 1846, start unknown", "?–1846");
        check("../1846", "until 1846", "until 1846");
        check("1846/", "from 1846, end unknown", "1846–?");
        check("[1866,1867]", "1866 or 1867", "1866 or 1867");
        check(
            "{1914,1916,1917}",
            "1914, 1916 and 1917",
            "1914, 1916 and 1917",
        );
    }
}
