//! Colours that a person has chosen in place of the program's own, by theme and by what they mean.
//!
//! What the program's own are, and which can be read on which, is known to `ui`.

use std::fmt;

use super::Theme;

/// What a colour means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ColourRole {
    /// What stands back.
    Dim,
    /// What can be acted on, and where the reader is.
    Accent,
    /// What rests on a treaty; links.
    Treaty,
    /// What a state has declared itself; what supports a claim.
    OwnAct,
    /// Neutrality in one war.
    War,
    /// A policy; what complicates a claim.
    Policy,
    /// A violation.
    Violation,
    /// What is disputed.
    Disputed,
}

impl ColourRole {
    /// All of them, in the order in which settings name them.
    pub const ALL: [ColourRole; 8] = [
        ColourRole::Dim,
        ColourRole::Accent,
        ColourRole::Treaty,
        ColourRole::OwnAct,
        ColourRole::War,
        ColourRole::Policy,
        ColourRole::Violation,
        ColourRole::Disputed,
    ];

    /// Its name in settings.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            ColourRole::Dim => "dim",
            ColourRole::Accent => "accent",
            ColourRole::Treaty => "treaty",
            ColourRole::OwnAct => "own-act",
            ColourRole::War => "war",
            ColourRole::Policy => "policy",
            ColourRole::Violation => "violation",
            ColourRole::Disputed => "disputed",
        }
    }
}

/// Red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// Reads "#e6b052" or "#eb5".
    #[must_use]
    pub fn named(written: &str) -> Option<Self> {
        let figures = written.strip_prefix('#')?;
        let digits: Option<Vec<u8>> = figures
            .chars()
            .map(|figure| figure.to_digit(16).and_then(|digit| digit.try_into().ok()))
            .collect();
        match digits?[..] {
            [r, g, b] => Some(Rgb(r * 17, g * 17, b * 17)),
            [a, b, c, d, e, f] => Some(Rgb(a * 16 + b, c * 16 + d, e * 16 + f)),
            _ => None,
        }
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

/// The colours that were chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Colours(Vec<(Theme, ColourRole, Rgb)>);

impl Colours {
    /// Chooses a colour, in place of one that was chosen before.
    pub fn choose(&mut self, theme: Theme, role: ColourRole, colour: Rgb) {
        self.0
            .retain(|(known, of, _)| (*known, *of) != (theme, role));
        self.0.push((theme, role, colour));
    }

    /// Those of a theme.
    pub fn of(&self, theme: Theme) -> impl Iterator<Item = (ColourRole, Rgb)> {
        let chosen = self.0.iter().filter(move |(of, ..)| *of == theme);
        chosen.map(|(_, role, colour)| (*role, *colour))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_written_as_on_the_web() {
        let check = |written: &str, expected: Option<&str>| {
            let found = Rgb::named(written).map(|colour| colour.to_string());
            assert_eq!(found.as_deref(), expected, "{written}");
        };
        check("#e6b052", Some("#e6b052"));
        check("#E6B052", Some("#e6b052"));
        check("#fb0", Some("#ffbb00"));
        check("e6b052", None);
        check("#e6b05", None);
        check("#e6b05g", None);
        check("amber", None);
        check("", None);
    }
}
