//! A date in words and figures, at its own precision and no finer.

mod open;

use chrono::{Datelike, NaiveDate};
use edtf_core::{Date, DateField, Edtf, Interval, IntervalEndpoint, Set, SetElement, SetKind};

use super::era::{year_label, years_label};
use super::{HistoricDate, plain_day};
use crate::text;
use crate::words::dates::{self, Form, after_preposition};
use crate::words::{fill, translated};

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
        self.label_of(Length::Long)
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
        self.label_of(Length::Short)
    }

    fn label_of(&self, length: Length) -> String {
        match plain_day(&self.written) {
            Some(day) => on_day(day.year(), day.month(), day.day(), length),
            None => label(self.edtf(), length),
        }
    }

    /// The short label where it has room; else its first words, or the years alone where these do not say the year: no
    /// figure of a date is cut.
    #[must_use]
    pub fn short_label_within(&self, columns: usize) -> String {
        let label = self.short_label();
        if text::width(&label) <= columns {
            return label;
        }
        let mut ends = label.match_indices(' ').map(|(at, _)| &label[..at]);
        let words = ends.rfind(|words| text::width(words) + 2 <= columns);
        match words {
            Some(words) if words.contains(&year_label(self.year())) => format!("{words} …"),
            _ => self.years_label(),
        }
    }

    /// The short label under another one of the same year: blank where the year stands, if anything else does.
    #[must_use]
    pub fn short_label_without_year(&self) -> String {
        let label = self.short_label();
        let year = year_label(self.year());
        let rest = label.strip_suffix(&year);
        match rest.filter(|rest| rest.ends_with(' ') && !rest.ends_with(translated("c. "))) {
            Some(rest) => format!("{rest}{}", " ".repeat(text::width(&year))),
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
            (Some(first), None) => fill("{0} or later", &[&year(first)]),
            (None, Some(last)) => fill("{0} or earlier", &[&year(last)]),
            (None, None) => translated("year unknown").to_owned(),
        };
        let circa = circa(self.edtf().is_approximate());
        let doubt = if self.edtf().is_uncertain() { "?" } else { "" };
        format!("{circa}{text}{doubt}")
    }
}

/// "c. " before what is approximate.
fn circa(is_approximate: bool) -> &'static str {
    if is_approximate {
        translated("c. ")
    } else {
        ""
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
    let circa = circa(date.is_approximate());
    let doubt = match (date.is_uncertain(), length) {
        (false, _) => "",
        (true, Length::Long) => " (?)",
        (true, Length::Short) => "?",
    };
    format!("{circa}{}{doubt}", unqualified(date, length))
}

fn unqualified(date: &Date, length: Length) -> String {
    match date.month {
        None => year(date, length),
        Some(month) if month.has_unspecified() => open::of_open_month(date, month, length),
        Some(month) => {
            let month = period(
                month.value().unwrap_or_default(),
                length,
                date.day.is_some_and(|day| day.value().is_some()),
            );
            let month = format!("{month}{}", open::of_year(date, length));
            match date.day {
                None => month,
                Some(day) => match day.value() {
                    Some(day) => format!("{} {month}", dates::day(day)),
                    None => open::of_open_day(day, &month, length),
                },
            }
        }
    }
}

/// "5 November 1912": a day of whichever calendar.
pub(super) fn day_label(year: i32, month: u32, day: u32) -> String {
    on_day(year, month, day, Length::Long)
}

fn on_day(year: i32, month: u32, day: u32, length: Length) -> String {
    let [month, day] = [month, day].map(|number| u8::try_from(number).unwrap_or_default());
    let month = period(month, length, true);
    format!("{} {month} {}", dates::day(day), year_label(year))
}

/// A month, or one of EDTF's parts of a year, behind a day or alone.
fn period(number: u8, length: Length, has_day: bool) -> &'static str {
    let form = match (length, has_day) {
        (Length::Short, _) => Form::Short,
        (Length::Long, true) => Form::WithDay,
        (Length::Long, false) => Form::Alone,
    };
    dates::period(number, form)
}

/// The year of a date, or the years that it can be: "1914", "44 BC", "1830s", "19th century".
fn year(date: &Date, length: Length) -> String {
    match (date.year.value(), date.year.significant_digits) {
        (Some(value), None) => year_label(value),
        (Some(value), Some(_)) => open::estimated(date, value, length),
        (None, _) => open::years(date, length),
    }
}

fn between(interval: &Interval, length: Length) -> String {
    use IntervalEndpoint::{Date as On, OnOrAfter, OnOrBefore, Open, Unknown};
    match (&interval.start, &interval.end) {
        (On(from), On(to)) => range(from, to, length),
        (On(from) | OnOrAfter(from) | OnOrBefore(from), Open) => {
            fill("since {0}", &[&behind(from, length)])
        }
        (On(from) | OnOrAfter(from) | OnOrBefore(from), Unknown) => match length {
            Length::Long => fill("from {0}, end unknown", &[&behind(from, length)]),
            Length::Short => format!("{}–?", single(from, length)),
        },
        (Open, On(to) | OnOrBefore(to) | OnOrAfter(to)) => {
            fill("until {0}", &[&behind(to, length)])
        }
        (Unknown, On(to) | OnOrBefore(to) | OnOrAfter(to)) => match length {
            Length::Long => fill("until {0}, start unknown", &[&behind(to, length)]),
            Length::Short => format!("?–{}", single(to, length)),
        },
        (from, to) => format!("{}–{}", endpoint(from, length), endpoint(to, length)),
    }
}

/// A date behind a preposition.
fn behind(date: &Date, length: Length) -> String {
    after_preposition(single(date, length))
}

fn endpoint(endpoint: &IntervalEndpoint, length: Length) -> String {
    match endpoint {
        IntervalEndpoint::Date(date) => single(date, length),
        IntervalEndpoint::OnOrBefore(date) => fill("{0} or before", &[&single(date, length)]),
        IntervalEndpoint::OnOrAfter(date) => fill("{0} or after", &[&single(date, length)]),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => String::new(),
    }
}

/// A range says what its ends share only once: "2–4 August 1914", "February–March 1915", "1914–1916".
fn range(from: &Date, to: &Date, length: Length) -> String {
    let plain =
        |date: &Date| !date.is_uncertain() && !date.is_approximate() && !date.has_unspecified();
    let same_year = from.year == to.year;
    if plain(from) && plain(to) && same_year {
        let day = |date: &Date| date.day.and_then(DateField::value);
        let month = |date: &Date| {
            let month = date.month.and_then(DateField::value);
            month.map(|month| period(month, length, day(date).is_some()))
        };
        let of = dates::day;
        match (month(from), month(to), day(from), day(to)) {
            (Some(m), Some(n), Some(a), Some(b)) if m == n => {
                return format!("{}–{} {m} {}", of(a), of(b), year(from, length));
            }
            (Some(m), Some(n), Some(a), Some(b)) if length == Length::Long => {
                return format!("{} {m} – {} {n} {}", of(a), of(b), year(from, length));
            }
            // A column has no room for both days; the months are what both ends share.
            (Some(m), Some(n), Some(_), Some(_)) => {
                return format!("{m}–{n} {}", year(from, length));
            }
            (Some(m), Some(n), None, None) => return format!("{m}–{n} {}", year(from, length)),
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
        (Length::Short, None) => joined(&year(from, length), &year(to, length)),
    }
}

/// Two ends with a dash, which stands by itself where one of them has several words.
fn joined(from: &str, to: &str) -> String {
    let has_era = |year: &str| {
        [" BC", "Chr.", " н. е."]
            .iter()
            .any(|era| year.ends_with(era))
    };
    let dash = if has_era(from) || has_era(to) || to.starts_with("AD ") {
        " – "
    } else {
        "–"
    };
    format!("{from}{dash}{to}")
}

/// "1984 or before" is one of the years, "1984 and all before" every one of them, "all to 1984" where room is short.
fn one_side(
    kind: SetKind,
    date: &Date,
    [one, all, short]: [&'static str; 3],
    length: Length,
) -> String {
    match (kind, length) {
        (SetKind::OneMember, _) => fill(one, &[&single(date, length)]),
        (SetKind::AllMembers, Length::Long) => fill(all, &[&single(date, length)]),
        (SetKind::AllMembers, Length::Short) => fill(short, &[&behind(date, length)]),
    }
}

const AND_BEFORE: [&str; 3] = ["{0} or before", "{0} and all before", "all to {0}"];
const AND_AFTER: [&str; 3] = ["{0} or after", "{0} and all after", "all from {0}"];

fn one_or_all(set: &Set, length: Length) -> String {
    let word = match set.kind {
        SetKind::OneMember => translated("or"),
        SetKind::AllMembers => translated("and"),
    };
    // What lies before Christ comes first: an era at the end would count for all years before it.
    let mut elements: Vec<&SetElement> = set.elements.iter().collect();
    elements.sort_by_key(|element| !is_before_christ(element));
    let members: Vec<String> = elements
        .into_iter()
        .map(|element| match element {
            SetElement::Date(date) => single(date, length),
            SetElement::OnOrBefore(date) => one_side(set.kind, date, AND_BEFORE, length),
            SetElement::OnOrAfter(date) => one_side(set.kind, date, AND_AFTER, length),
            SetElement::Range(from, to)
                if length == Length::Long && set.kind == SetKind::OneMember =>
            {
                fill(
                    "between {0} and {1}",
                    &[&behind(from, length), &behind(to, length)],
                )
            }
            // Editors of charters write "1066×1087" for some time between the two.
            SetElement::Range(from, to) if set.kind == SetKind::OneMember => {
                range(from, to, length).replace('–', "×")
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

fn is_before_christ(element: &SetElement) -> bool {
    let (SetElement::Date(last)
    | SetElement::OnOrBefore(last)
    | SetElement::OnOrAfter(last)
    | SetElement::Range(_, last)) = element;
    last.year.value().is_some_and(|year| year <= 0)
}

#[cfg(test)]
mod tests;
