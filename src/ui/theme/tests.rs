//! Whether the colours can be read, and distinguished by eyes that see fewer of them.

use super::contrast::{DARK_GROUND, LIGHT_GROUND, contrast, linear, nearest, unreadable, xterm};
use super::*;

/// The sixteen colours as three widely used terminals show them: xterm, the text mode of PCs (Linux's console), and
/// "Campbell" of the Windows console.
const SIXTEEN: [[u32; 16]; 3] = [
    [
        0x00_0000, 0xCD_0000, 0x00_CD00, 0xCD_CD00, 0x00_00EE, 0xCD_00CD, 0x00_CDCD, 0xE5_E5E5,
        0x7F_7F7F, 0xFF_0000, 0x00_FF00, 0xFF_FF00, 0x5C_5CFF, 0xFF_00FF, 0x00_FFFF, 0xFF_FFFF,
    ],
    [
        0x00_0000, 0xAA_0000, 0x00_AA00, 0xAA_5500, 0x00_00AA, 0xAA_00AA, 0x00_AAAA, 0xAA_AAAA,
        0x55_5555, 0xFF_5555, 0x55_FF55, 0xFF_FF55, 0x55_55FF, 0xFF_55FF, 0x55_FFFF, 0xFF_FFFF,
    ],
    [
        0x0C_0C0C, 0xC5_0F1F, 0x13_A10E, 0xC1_9C00, 0x00_37DA, 0x88_1798, 0x3A_96DD, 0xCC_CCCC,
        0x76_7676, 0xE7_4856, 0x16_C60C, 0xF9_F1A5, 0x3B_78FF, 0xB4_009E, 0x61_D6D6, 0xF2_F2F2,
    ],
];

/// Simulations of Machado, Oliveira and Fernandes (2009) at severity 1.0, in linear RGB, and of eyes that see all.
const EYES: [(&str, [[f64; 3]; 3]); 4] = [
    ("all", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protan",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deutan",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritan",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

/// Every colour that carries text, by its meaning.
fn of_text(palette: &Palette) -> [(&'static str, Hue); 8] {
    let mut palette = *palette;
    ColourRole::ALL.map(|role| (role.name(), *palette.hue_mut(role)))
}

/// CIE L*a*b* of a colour (white point D65) as the eyes of a matrix see it.
fn seen(colour: Rgb, eyes: &[[f64; 3]; 3]) -> [f64; 3] {
    let light = linear(colour);
    let through = |row: &[f64; 3]| -> f64 {
        let sum: f64 = row
            .iter()
            .zip(light)
            .map(|(part, light)| part * light)
            .sum();
        sum.clamp(0.0, 1.0)
    };
    let [r, g, b] = [through(&eyes[0]), through(&eyes[1]), through(&eyes[2])];
    let scale = |value: f64| {
        if value > 216.0 / 24389.0 {
            value.cbrt()
        } else {
            (24389.0 / 27.0 * value + 16.0) / 116.0
        }
    };
    let x = scale((0.412_456 * r + 0.357_576 * g + 0.180_438 * b) / 0.950_47);
    let y = scale(0.212_673 * r + 0.715_152 * g + 0.072_175 * b);
    let z = scale((0.019_334 * r + 0.119_192 * g + 0.950_304 * b) / 1.088_83);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// One of the sixteen as a terminal shows it.
fn shown(colour: Color, terminal: &[u32; 16]) -> Rgb {
    let names = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    let index = names.iter().position(|name| *name == colour).unwrap();
    let [_, r, g, b] = terminal[index].to_be_bytes();
    Rgb(r, g, b)
}

fn assert_readable(what: &str, colour: Rgb, behind: Rgb) {
    let found = contrast(colour, behind);
    assert!(
        found >= 4.5,
        "{what}, {colour:?} on {behind:?}, has only {found:.2}:1"
    );
}

#[test]
fn every_colour_that_carries_text_can_be_read() {
    for (palette, background) in [(DARK, DARK_GROUND), (LIGHT, LIGHT_GROUND)] {
        for (what, hue) in of_text(&palette) {
            for (colour, tint) in [
                (hue.rgb, palette.tint.rgb),
                (xterm(hue.indexed), xterm(palette.tint.indexed)),
            ] {
                assert_readable(what, colour, background);
                assert_readable(what, colour, tint);
            }
        }
    }
}

#[test]
fn every_colour_of_the_sixteen_that_carries_text_can_be_read_on_the_usual_terminals() {
    for terminal in &SIXTEEN {
        for (palette, background) in [(DARK, Color::Black), (LIGHT, Color::White)] {
            for (what, hue) in of_text(&palette) {
                assert_readable(
                    what,
                    shown(hue.sixteen, terminal),
                    shown(background, terminal),
                );
            }
        }
    }
}

#[test]
fn what_the_search_found_can_be_read() {
    for palette in [DARK, LIGHT] {
        let (on, behind) = (palette.on_matched, palette.matched);
        assert_readable("a match", on.rgb, behind.rgb);
        assert_readable("a match", xterm(on.indexed), xterm(behind.indexed));
        for terminal in &SIXTEEN {
            assert_readable(
                "a match",
                shown(on.sixteen, terminal),
                shown(behind.sixteen, terminal),
            );
        }
    }
}

/// A difference of 10 (CIE76) is seen at a glance; 2.3 is the least that is seen at all.
#[test]
fn every_two_colours_differ_for_every_kind_of_eye() {
    for palette in [DARK, LIGHT] {
        let hues = of_text(&palette);
        for (position, (one, first)) in hues.iter().enumerate() {
            for (other, second) in &hues[position + 1..] {
                for (eyes, matrix) in &EYES {
                    let (a, b) = (seen(first.rgb, matrix), seen(second.rgb, matrix));
                    let distance = a
                        .iter()
                        .zip(b)
                        .map(|(a, b)| (a - b).powi(2))
                        .sum::<f64>()
                        .sqrt();
                    assert!(
                        distance >= 10.0,
                        "{one} and {other} are {distance:.1} apart for {eyes} eyes"
                    );
                }
            }
        }
    }
}

#[test]
fn own_colours_are_drawn_and_what_cannot_be_read_is_named() {
    let mut own = Colours::default();
    own.choose(Theme::Dark, ColourRole::Accent, Rgb(0xFF, 0, 0xFF));
    let accent = |theme, depth| Styles::with(theme, depth, &own).accent().fg;
    assert_eq!(
        accent(Theme::Dark, Depth::True),
        Some(Color::Rgb(0xFF, 0, 0xFF))
    );
    assert_eq!(
        accent(Theme::Dark, Depth::Indexed),
        Some(Color::Indexed(201))
    );
    for (theme, depth) in [
        (Theme::Dark, Depth::Sixteen),
        (Theme::Light, Depth::True),
        (Theme::Mono, Depth::True),
    ] {
        assert_eq!(accent(theme, depth), Styles::new(theme, depth).accent().fg);
    }
    let named = |theme, colour| unreadable(theme, colour).len();
    assert_eq!(named(Theme::Dark, Rgb(0x20, 0x20, 0x20)), 2);
    assert_eq!(named(Theme::Dark, Rgb(0x80, 0x80, 0x80)), 1);
    assert_eq!(named(Theme::Dark, Rgb(0xFF, 0xFF, 0xFF)), 0);
    assert_eq!(named(Theme::Light, Rgb(0xFF, 0xFF, 0xFF)), 2);
    assert_eq!(named(Theme::Mono, Rgb(0x20, 0x20, 0x20)), 0);
    for index in 16..=u8::MAX {
        assert_eq!(xterm(nearest(xterm(index))), xterm(index));
    }
}

#[test]
fn a_status_is_known_by_its_texture_where_colours_are_few() {
    let mut textures = LegalBasis::ALL.map(crate::page::glyphs::texture).to_vec();
    textures.sort_unstable();
    textures.dedup();
    assert_eq!(textures.len(), LegalBasis::ALL.len(), "{textures:?}");
}

#[test]
fn the_depth_is_what_the_terminal_says_of_itself() {
    for (colorterm, term, expected) in [
        ("truecolor", "xterm-256color", Depth::True),
        ("24bit", "xterm", Depth::True),
        ("TrueColor", "screen", Depth::True),
        ("", "xterm-direct", Depth::True),
        ("", "xterm-256color", Depth::Indexed),
        ("", "tmux-256color", Depth::Indexed),
        ("yes", "screen-256color-bce", Depth::Indexed),
        ("", "xterm", Depth::Sixteen),
        ("", "linux", Depth::Sixteen),
        ("", "redirected", Depth::Sixteen),
        ("", "", Depth::Sixteen),
    ] {
        assert_eq!(
            Depth::of_terminal(colorterm, term),
            expected,
            "COLORTERM={colorterm} TERM={term}"
        );
    }
}

#[test]
fn without_colour_nothing_is_coloured() {
    let styles = Styles::new(Theme::Mono, Depth::True);
    for style in [
        styles.dim(),
        styles.accent(),
        styles.selected(),
        styles.matched(),
        styles.violation(),
        styles.chosen(),
    ] {
        assert_eq!((style.fg, style.bg), (None, None));
    }
}
