//! How things look: one palette a theme, one colour a meaning.
//!
//! Blue is a treaty, green a state's own act, violet one war, yellow a policy, vermilion a violation, rose what is
//! disputed, amber what can be acted on. Every one of them has a shape or a letter too, so that nothing is lost without colour.
//! The background is never painted, only the selected row is tinted. The hues are after Okabe and Ito's set for
//! colour-blind eyes, moved until every two of them differ for protan, deutan and tritan eyes; every one has a contrast of
//! at least 4.5:1 (WCAG 2.2, 1.4.3) on the background it is made for, in 24 bits, in 256 colours and, on the usual
//! terminals, in 16. Where 16 colours have no room for a meaning of its own, its glyph and its letter carry it.

use ratatui::style::{Color, Modifier, Style};

pub mod contrast;

use crate::app::Theme;
use crate::app::colours::{ColourRole, Colours, Rgb};
use crate::page::Tone;
use crate::timeline::LegalBasis;

/// What the terminal can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// 24 bits.
    True,
    /// The 256 colours of xterm.
    Indexed,
    /// The terminal's own 16 colours.
    Sixteen,
}

impl Depth {
    /// What a terminal can show by what it says of itself in `COLORTERM` and `TERM`.
    ///
    /// `COLORTERM` is the convention for 24 bits; a `TERM` that ends in `-direct` is terminfo's for the same.
    #[must_use]
    pub fn of_terminal(colorterm: &str, term: &str) -> Self {
        let (colorterm, term) = (colorterm.to_lowercase(), term.to_lowercase());
        if colorterm.contains("truecolor")
            || colorterm.contains("24bit")
            || term.ends_with("-direct")
        {
            Depth::True
        } else if term.contains("256") {
            Depth::Indexed
        } else {
            Depth::Sixteen
        }
    }

    /// The number of colours, for people.
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Depth::True => "16 million",
            Depth::Indexed => "256",
            Depth::Sixteen => "16",
        }
    }
}

/// A colour in its three depths.
#[derive(Debug, Clone, Copy)]
struct Hue {
    rgb: Rgb,
    indexed: u8,
    sixteen: Color,
}

const fn hue(rgb: Rgb, indexed: u8, sixteen: Color) -> Hue {
    Hue {
        rgb,
        indexed,
        sixteen,
    }
}

#[derive(Debug, Clone, Copy)]
struct Palette {
    dim: Hue,
    faint: Hue,
    accent: Hue,
    treaty: Hue,
    own_act: Hue,
    war: Hue,
    policy: Hue,
    violation: Hue,
    disputed: Hue,
    tint: Hue,
    faint_tint: Hue,
    matched: Hue,
    on_matched: Hue,
}

const DARK: Palette = Palette {
    dim: hue(Rgb(0x93, 0x99, 0xA3), 246, Color::Gray),
    faint: hue(Rgb(0x3C, 0x41, 0x4A), 238, Color::DarkGray),
    accent: hue(Rgb(0xE6, 0xB0, 0x52), 179, Color::LightYellow),
    treaty: hue(Rgb(0x6D, 0xBC, 0xFA), 75, Color::LightCyan),
    own_act: hue(Rgb(0x46, 0xC1, 0x93), 79, Color::Green),
    war: hue(Rgb(0xAE, 0x92, 0xD5), 140, Color::Cyan),
    policy: hue(Rgb(0xE9, 0xDB, 0x5E), 185, Color::LightYellow),
    violation: hue(Rgb(0xF8, 0x7E, 0x59), 209, Color::LightRed),
    disputed: hue(Rgb(0xE5, 0x9C, 0xC9), 175, Color::LightRed),
    tint: hue(Rgb(0x26, 0x2B, 0x34), 235, Color::Reset),
    faint_tint: hue(Rgb(0x1D, 0x20, 0x26), 234, Color::Reset),
    matched: hue(Rgb(0xE6, 0xB0, 0x52), 179, Color::LightYellow),
    on_matched: hue(Rgb(0x15, 0x17, 0x1B), 234, Color::Black),
};

const LIGHT: Palette = Palette {
    dim: hue(Rgb(0x62, 0x67, 0x70), 241, Color::Black),
    faint: hue(Rgb(0xCF, 0xCC, 0xC4), 251, Color::Gray),
    accent: hue(Rgb(0x93, 0x58, 0x02), 94, Color::Blue),
    treaty: hue(Rgb(0x04, 0x55, 0x91), 24, Color::Blue),
    own_act: hue(Rgb(0x00, 0x6B, 0x4C), 23, Color::Magenta),
    war: hue(Rgb(0x79, 0x54, 0xB7), 61, Color::Black),
    policy: hue(Rgb(0x77, 0x66, 0x2D), 58, Color::Black),
    violation: hue(Rgb(0x8F, 0x25, 0x00), 88, Color::Red),
    disputed: hue(Rgb(0x87, 0x25, 0x6D), 89, Color::Red),
    tint: hue(Rgb(0xEF, 0xEA, 0xDF), 255, Color::Reset),
    faint_tint: hue(Rgb(0xF6, 0xF3, 0xEB), 231, Color::Reset),
    matched: hue(Rgb(0xF2, 0xCF, 0x7C), 222, Color::LightYellow),
    on_matched: hue(Rgb(0x1D, 0x1B, 0x16), 234, Color::Black),
};

impl Palette {
    fn hue_mut(&mut self, role: ColourRole) -> &mut Hue {
        match role {
            ColourRole::Dim => &mut self.dim,
            ColourRole::Accent => &mut self.accent,
            ColourRole::Treaty => &mut self.treaty,
            ColourRole::OwnAct => &mut self.own_act,
            ColourRole::War => &mut self.war,
            ColourRole::Policy => &mut self.policy,
            ColourRole::Violation => &mut self.violation,
            ColourRole::Disputed => &mut self.disputed,
        }
    }
}

/// The styles of everything that is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Styles {
    palette: Option<Palette>,
    depth: Depth,
}

impl Styles {
    /// The styles of a theme on a terminal of so many colours.
    #[must_use]
    pub fn new(theme: Theme, depth: Depth) -> Self {
        let palette = match theme {
            Theme::Dark => Some(DARK),
            Theme::Light => Some(LIGHT),
            Theme::Mono => None,
        };
        Styles { palette, depth }
    }

    /// The same with a person's own colours; the sixteen are the terminal's, and stay.
    #[must_use]
    pub fn with(theme: Theme, depth: Depth, own: &Colours) -> Self {
        let mut styles = Self::new(theme, depth);
        if let Some(palette) = &mut styles.palette {
            for (role, colour) in own.of(theme) {
                let hue = palette.hue_mut(role);
                (hue.rgb, hue.indexed) = (colour, contrast::nearest(colour));
            }
        }
        styles
    }

    fn colour(&self, hue: Hue) -> Color {
        match self.depth {
            Depth::True => Color::Rgb(hue.rgb.0, hue.rgb.1, hue.rgb.2),
            Depth::Indexed => Color::Indexed(hue.indexed),
            Depth::Sixteen => hue.sixteen,
        }
    }

    /// The colour of a meaning as foreground, or without colour the modifier that stands for it.
    fn of(&self, hue: impl Fn(&Palette) -> Hue, without: Modifier) -> Style {
        match &self.palette {
            Some(palette) => Style::new().fg(self.colour(hue(palette))),
            None => Style::new().add_modifier(without),
        }
    }

    /// Running text.
    #[must_use]
    pub fn plain(&self) -> Style {
        Style::new()
    }

    /// Titles.
    #[must_use]
    pub fn strong(&self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// What stands back.
    #[must_use]
    pub fn dim(&self) -> Style {
        self.of(|palette| palette.dim, Modifier::DIM)
    }

    /// Rules and other lines that only part things.
    #[must_use]
    pub fn faint(&self) -> Style {
        self.of(|palette| palette.faint, Modifier::DIM)
    }

    /// What can be acted on, and where the reader is.
    #[must_use]
    pub fn accent(&self) -> Style {
        self.of(|palette| palette.accent, Modifier::BOLD)
    }

    /// A violation.
    #[must_use]
    pub fn violation(&self) -> Style {
        self.of(|palette| palette.violation, Modifier::BOLD)
    }

    /// The colour of a status, by what it rests on.
    #[must_use]
    pub fn ground(&self, ground: LegalBasis) -> Style {
        match ground {
            LegalBasis::Guarantee | LegalBasis::Treaty => {
                self.of(|palette| palette.treaty, Modifier::empty())
            }
            LegalBasis::OwnAct => self.of(|palette| palette.own_act, Modifier::empty()),
            LegalBasis::War => self.of(|palette| palette.war, Modifier::empty()),
            LegalBasis::Policy => self.of(|palette| palette.policy, Modifier::empty()),
            LegalBasis::Proposal | LegalBasis::Territory => self.dim(),
        }
    }

    /// The tint of the selected row; reverse where there is no colour to tint with.
    #[must_use]
    pub fn selected(&self) -> Style {
        match &self.palette {
            Some(_) if self.depth == Depth::Sixteen => {
                Style::new().add_modifier(Modifier::REVERSED)
            }
            Some(palette) => Style::new().bg(self.colour(palette.tint)),
            None => Style::new().add_modifier(Modifier::REVERSED),
        }
    }

    /// The chosen cell of a table, within its selected row.
    ///
    /// Where the row is reversed the cell is not, so that it stands out without a colour.
    #[must_use]
    pub fn cell(&self) -> Style {
        if self.palette.is_some() && self.depth != Depth::Sixteen {
            return self.accent().add_modifier(Modifier::BOLD);
        }
        Style::new()
            .remove_modifier(Modifier::REVERSED | Modifier::DIM)
            .add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }

    /// The tint of an era behind the lanes, or a fainter one; `None` where there is no colour to tint with, and brackets do it.
    #[must_use]
    pub fn era(&self, fainter: bool) -> Option<Style> {
        let palette = self
            .palette
            .as_ref()
            .filter(|_| self.depth != Depth::Sixteen)?;
        let tint = if fainter {
            palette.faint_tint
        } else {
            palette.tint
        };
        Some(Style::new().bg(self.colour(tint)))
    }

    /// The letter of a status in its band.
    #[must_use]
    pub fn letter(&self, ground: LegalBasis) -> Style {
        self.ground(ground)
            .remove_modifier(Modifier::DIM)
            .add_modifier(Modifier::BOLD)
    }

    /// A glyph that is cut out of a band: the band's colour behind it.
    #[must_use]
    pub fn cut_out(&self, band: Style) -> Style {
        band.remove_modifier(Modifier::DIM)
            .add_modifier(Modifier::REVERSED | Modifier::BOLD)
    }

    /// A part of the filter that a click lifts.
    #[must_use]
    pub fn chip(&self) -> Style {
        match &self.palette {
            Some(palette) if self.depth != Depth::Sixteen => {
                self.accent().bg(self.colour(palette.tint))
            }
            _ => self.accent(),
        }
    }

    /// What the search found.
    #[must_use]
    pub fn matched(&self) -> Style {
        match &self.palette {
            Some(palette) => Style::new()
                .fg(self.colour(palette.on_matched))
                .bg(self.colour(palette.matched)),
            None => Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD),
        }
    }

    /// The chosen link.
    #[must_use]
    pub fn chosen(&self) -> Style {
        self.selected()
            .add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }

    /// The style of a tone.
    #[must_use]
    pub fn tone(&self, tone: Tone) -> Style {
        match tone {
            Tone::Plain => self.plain(),
            Tone::Dim => self.dim(),
            Tone::Strong => self.strong(),
            Tone::Accent => self.accent(),
            Tone::Link => self.of(|palette| palette.treaty, Modifier::UNDERLINED),
            Tone::Supports => self.of(|palette| palette.own_act, Modifier::empty()),
            Tone::Complicates => self.of(|palette| palette.policy, Modifier::BOLD),
            Tone::Violation => self.violation(),
            Tone::Disputed => self.of(|palette| palette.disputed, Modifier::BOLD),
            Tone::Status(ground) => self.ground(ground),
        }
    }
}

#[cfg(test)]
mod tests;
