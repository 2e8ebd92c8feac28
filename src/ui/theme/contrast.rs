//! Whether a colour can be read on another: the contrast of WCAG 2.2.

use super::{DARK, LIGHT, Palette};
use crate::app::Theme;
use crate::app::colours::Rgb;

/// The least contrast at which text can be read (WCAG 2.2, 1.4.3).
pub const LEAST: f64 = 4.5;

/// What the dark and the light theme are made to stand on.
pub(super) const DARK_GROUND: Rgb = Rgb(0x15, 0x17, 0x1B);
pub(super) const LIGHT_GROUND: Rgb = Rgb(0xFB, 0xFA, 0xF7);

/// Red, green and blue from 0 to 1, as amounts of light (the transfer function of sRGB).
pub(super) fn linear(Rgb(r, g, b): Rgb) -> [f64; 3] {
    [r, g, b].map(|value| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    })
}

/// From 1 to 21.
#[must_use]
pub fn contrast(a: Rgb, b: Rgb) -> f64 {
    let luminance = |colour| {
        let [r, g, b] = linear(colour);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// On what a colour of a theme cannot be read, and how little it stands out there; nothing without colour.
#[must_use]
pub fn unreadable(theme: Theme, colour: Rgb) -> Vec<(&'static str, Rgb, f64)> {
    let behind = |name, ground, palette: &Palette| {
        [(name, ground), ("the selected row", palette.tint.rgb)]
            .map(|(name, behind)| (name, behind, contrast(colour, behind)))
    };
    let found = match theme {
        Theme::Dark => behind("a dark screen", DARK_GROUND, &DARK),
        Theme::Light => behind("a light screen", LIGHT_GROUND, &LIGHT),
        Theme::Mono => return Vec::new(),
    };
    let faint = found.into_iter().filter(|(.., found)| *found < LEAST);
    faint.collect()
}

/// The colour of an index from 16 on, in xterm's cube of six levels and its ramp of greys.
pub(super) fn xterm(index: u8) -> Rgb {
    let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
    match index {
        16..=231 => {
            let cube = index - 16;
            Rgb(level(cube / 36), level(cube / 6 % 6), level(cube % 6))
        }
        _ => {
            let grey = 8 + 10 * (index.max(232) - 232);
            Rgb(grey, grey, grey)
        }
    }
}

/// The index of xterm's colour that is nearest.
pub(super) fn nearest(colour: Rgb) -> u8 {
    let far = |index: &u8| {
        let other = xterm(*index);
        let square = |a: u8, b: u8| u32::from(a.abs_diff(b)).pow(2);
        square(colour.0, other.0) + square(colour.1, other.1) + square(colour.2, other.2)
    };
    (16..=u8::MAX).min_by_key(far).unwrap_or(16)
}
