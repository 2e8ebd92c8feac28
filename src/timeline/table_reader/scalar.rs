//! Values that are more than text: numbers, yes and no, dates, and words of a list.

use compact_str::{CompactString, ToCompactString as _};

use super::value::bare_year;
use super::{EDTF, Fill, Located, TableReader};
use crate::timeline::date::julian::Calendar;
use crate::timeline::date::{DateFault, HistoricDate};
use crate::timeline::diagnostic::quoted;
use crate::timeline::tree::TomlValue;

const OLD_STYLE: &str =
    "write the day of the Julian calendar as \"1912-11-05\", or leave `calendar` out";

impl TableReader<'_, '_> {
    /// A whole number within a range.
    pub(crate) fn integer(
        &mut self,
        key: &'static str,
        allowed: std::ops::RangeInclusive<u32>,
    ) -> Option<Located<u32>> {
        let value = self.get(key)?;
        let wanted = match (*allowed.start(), *allowed.end()) {
            (0, u32::MAX) => "a whole number".to_owned(),
            (from, u32::MAX) => format!("a whole number of {from} or more"),
            (from, to) => format!("a whole number from {from} to {to}"),
        };
        let TomlValue::Integer(integer) = &value.value else {
            let example = allowed.start().max(&1);
            let help = self
                .rewritten(key, "a whole number", &value.value)
                .unwrap_or_else(|| format!("write a number, as in `{key} = {example}`"));
            self.wrong_type_with(key, &wanted, value, Some(help));
            return None;
        };
        let parsed = u32::from_str_radix(integer.as_str(), integer.radix())
            .ok()
            .filter(|number| allowed.contains(number));
        if parsed.is_none() {
            self.faults.error(
                &value.span,
                format!(
                    "`{key}` of {} is {wanted}, and this is {}",
                    self.what,
                    quoted(integer.as_str())
                ),
                None,
            );
        }
        Some(Located::new(parsed?, value.span.clone()))
    }

    /// `true` or `false`; `false` when it is not there.
    pub(crate) fn flag(&mut self, key: &'static str) -> bool {
        self.choice(key).unwrap_or(false)
    }

    /// True or false; a key that is missing or at fault chooses neither.
    pub(crate) fn choice(&mut self, key: &'static str) -> Option<bool> {
        let value = self.get(key)?;
        if let TomlValue::Boolean(chosen) = value.value {
            return Some(chosen);
        }
        self.wrong_type(key, "true or false", value);
        None
    }

    /// A date in EDTF: a string, one of TOML's own dates, or a bare year.
    pub(crate) fn date(&mut self, key: &'static str) -> Option<Located<HistoricDate>> {
        self.date_in(key, Calendar::Gregorian)
    }

    fn date_in(&mut self, key: &'static str, calendar: Calendar) -> Option<Located<HistoricDate>> {
        let value = self.get(key)?;
        let written = match &value.value {
            TomlValue::String(_) => {
                self.string::<CompactString>(key, value, Fill::Always, false)?
                    .value
            }
            TomlValue::Datetime(datetime) => datetime.to_compact_string(),
            TomlValue::Integer(year) if year.radix() == 10 => bare_year(year.as_str()).into(),
            _ => {
                self.wrong_type(key, "a date", value);
                return None;
            }
        };
        let read = match &value.value {
            // A string has four figures and counts as the standard does; a number may count as people do.
            TomlValue::Integer(_) if written.starts_with('-') => {
                Err(DateFault::of_bare_year(&written))
            }
            _ => HistoricDate::parse_in(calendar, &written),
        };
        match read {
            Ok(date) => Some(Located::new(date, value.span.clone())),
            Err(fault) => {
                let help = match fault.way_to_write("\"") {
                    _ if calendar == Calendar::Julian => OLD_STYLE.to_owned(),
                    Some(way) => format!("write it as {way}"),
                    None => EDTF.to_owned(),
                };
                self.faults.error(
                    &value.span,
                    format!("{} is no date: {}", quoted(&written), fault.reason),
                    Some(help),
                );
                None
            }
        }
    }

    /// A date that must be there.
    pub(crate) fn required_date(&mut self, key: &'static str) -> Option<Located<HistoricDate>> {
        self.required_date_in(key, Calendar::Gregorian)
    }

    /// A date of a calendar that must be there.
    pub(crate) fn required_date_in(
        &mut self,
        key: &'static str,
        calendar: Calendar,
    ) -> Option<Located<HistoricDate>> {
        self.need(key)?;
        self.date_in(key, calendar)
    }

    /// One of a fixed set of words.
    pub(crate) fn word<T: Copy>(
        &mut self,
        key: &'static str,
        all: &[T],
        word: fn(T) -> &'static str,
    ) -> Option<T> {
        let value = self.get(key)?;
        let words: Vec<&str> = all.iter().map(|item| word(*item)).collect();
        let one_of = || format!("one of: {}", words.join(", "));
        if !matches!(value.value, TomlValue::String(_)) {
            // What it would be between quotation marks is none of the words either.
            self.wrong_type_with(key, "a string", value, Some(one_of()));
            return None;
        }
        let written: Located<CompactString> = self.text(key)?;
        let found = all
            .iter()
            .copied()
            .find(|item| word(*item) == written.value);
        if found.is_none() {
            let help = self
                .faults
                .did_you_mean(&written.value, words.iter().copied())
                .unwrap_or_else(one_of);
            let message = format!(
                "`{key}` of {} cannot be {}",
                self.what,
                quoted(&written.value)
            );
            self.faults.error(&written.span, message, Some(help));
        }
        found
    }

    /// One of a fixed set of words that must be there.
    pub(crate) fn required_word<T: Copy>(
        &mut self,
        key: &'static str,
        all: &[T],
        word: fn(T) -> &'static str,
    ) -> Option<T> {
        self.need(key)?;
        self.word(key, all, word)
    }
}
