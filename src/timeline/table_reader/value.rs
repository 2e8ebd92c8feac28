//! Single values: what they are called in a message, and what is read out of them.

use std::borrow::Cow;

use crate::text;
use crate::timeline::tree::TomlValue;

/// The first character of a value that is not shown as it is, for fear of what a terminal would make of it.
pub(super) fn hidden_character(written: &str) -> Option<char> {
    const SHOWN_INSTEAD: &str = "\u{FFFD}";
    // Cleaning all of it first is what makes the common case cheap.
    if matches!(text::clean_lines(written), Cow::Borrowed(_)) {
        return None;
    }
    let is_hidden = |character: &char| {
        let mut buffer = [0; 4];
        let alone: &str = character.encode_utf8(&mut buffer);
        !matches!(character, '\r' | '\t')
            && alone != SHOWN_INSTEAD
            && text::clean_lines(alone) == SHOWN_INSTEAD
    };
    written.chars().find(is_hidden)
}

/// `1815` means the year 1815; EDTF wants four digits.
pub(super) fn bare_year(written: &str) -> String {
    match written.parse::<u32>() {
        Ok(year) if year > 0 => format!("{year:04}"),
        _ => text::clean(written).into_owned(),
    }
}

pub(super) fn type_name(value: &TomlValue) -> &'static str {
    match value {
        TomlValue::String(_) => "a string",
        TomlValue::Integer(_) => "a whole number",
        TomlValue::Float(_) => "a number with a fraction",
        TomlValue::Boolean(_) => "true or false",
        TomlValue::Datetime(_) => "a date",
        TomlValue::List(_) => "a list",
        TomlValue::Table(_) => "a table",
    }
}
