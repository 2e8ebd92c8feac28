//! Whether the terminal's background is dark or light.
//!
//! The question is asked before [`run`](super::run), because the answer comes on the keyboard's
//! line. What the themes make of it is not decided here.

use std::env;
use std::time::Duration;

use terminal_colorsaurus::{QueryOptions, ThemeMode, theme_mode};

use super::modes;
use crate::app::input::Background;

/// How long a terminal may take to answer. Most answer within a millisecond; across a slow line
/// a wrong guess is better than a screen that does not come.
const PATIENCE: Duration = Duration::from_millis(100);

/// Asks the terminal, then the variable `COLORFGBG`; `None` when neither knows.
#[must_use]
pub(crate) fn background() -> Option<Background> {
    // In the background the answer would go to the shell.
    modes::wait_for_foreground().ok()?;
    let mut options = QueryOptions::default();
    options.timeout = PATIENCE;
    match theme_mode(options) {
        Ok(ThemeMode::Dark) => Some(Background::Dark),
        Ok(ThemeMode::Light) => Some(Background::Light),
        Err(_) => env::var("COLORFGBG")
            .ok()
            .as_deref()
            .and_then(from_variable),
    }
}

/// Reads `foreground;background` as numbers of the sixteen colours, with a font's between them
/// in some terminals. White and the bright colours are light, but bright black is not.
fn from_variable(value: &str) -> Option<Background> {
    match value.rsplit(';').next()?.parse().ok()? {
        0..=6 | 8 => Some(Background::Dark),
        7 | 9..=15 => Some(Background::Light),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_variable_names_the_background_last() {
        assert_eq!(from_variable("15;0"), Some(Background::Dark));
        assert_eq!(from_variable("0;15"), Some(Background::Light));
        assert_eq!(from_variable("0;default;15"), Some(Background::Light));
        assert_eq!(from_variable("7;8"), Some(Background::Dark));
        assert_eq!(from_variable("0;7"), Some(Background::Light));
    }

    #[test]
    fn a_variable_without_a_known_number_says_nothing() {
        for value in ["", ";", "default", "15;default", "0;16", "0;-1"] {
            assert_eq!(from_variable(value), None, "{value}");
        }
    }
}
