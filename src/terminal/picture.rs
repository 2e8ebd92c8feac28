//! Pictures, where the terminal has a protocol for them: kitty's, or that of iTerm2.
//!
//! A picture goes out in base 64, so that no byte of its file can mean anything to the terminal. Nothing is asked:
//! which terminal it is, the environment says, and kitty is told not to answer.

use std::{env, io};

use super::modes;
use crate::app::input::{PictureRequest, Size};
use crate::picture::{Picture, PictureForm};

/// Bytes of base 64 in one piece, as kitty's protocol has them.
const PIECE: usize = 4096;

/// A cell in pixels, where the terminal does not say how large one is.
const USUAL_CELL: (u32, u32) = (10, 20);

/// Rows below the picture: an empty one, what it is, and how to go back.
const FOOT: u16 = 3;

/// How a terminal takes pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PictureProtocol {
    /// Of kitty, in pieces; it takes a PNG as it is.
    Kitty,
    /// Of iTerm2, in one; it takes any form.
    Iterm,
}

impl PictureProtocol {
    /// The protocol of the terminal, if it has one.
    #[must_use]
    pub(crate) fn of_terminal() -> Option<Self> {
        known_by(|name| env::var(name).ok())
    }

    /// Whether it takes pictures of this form.
    #[must_use]
    pub(crate) fn takes(self, form: PictureForm) -> bool {
        self == PictureProtocol::Iterm || form == PictureForm::Png
    }
}

/// A program between us and the terminal would take the picture for text, or show it somewhere else.
fn known_by(variable: impl Fn(&str) -> Option<String>) -> Option<PictureProtocol> {
    let value = |name: &str| variable(name).unwrap_or_default();
    let term = value("TERM");
    let is_between = ["TMUX", "STY", "ZELLIJ"]
        .iter()
        .any(|name| !value(name).is_empty())
        || ["screen", "tmux"].iter().any(|name| term.starts_with(name));
    if is_between || term.is_empty() || term == "dumb" {
        return None;
    }
    match (term.as_str(), value("TERM_PROGRAM").as_str()) {
        (_, "iTerm.app" | "WezTerm") => Some(PictureProtocol::Iterm),
        ("xterm-kitty" | "xterm-ghostty", _) | (_, "ghostty" | "kitty") => {
            Some(PictureProtocol::Kitty)
        }
        // The variable outlives kitty in a terminal that was started from it.
        (_, "") => (!value("KITTY_WINDOW_ID").is_empty()).then_some(PictureProtocol::Kitty),
        _ => None,
    }
}

/// Shows a picture in place of the screen, with what it is below.
pub(super) fn show(picture: &Picture, request: &PictureRequest, size: Size) -> io::Result<()> {
    let Some(protocol) = PictureProtocol::of_terminal() else {
        return Ok(());
    };
    let cells = fitted(picture, size, modes::cell().unwrap_or(USUAL_CELL));
    modes::show_picture(&sequence(protocol, picture, cells))?;
    modes::write(&foot(request, size))
}

/// What stands in the last rows.
fn foot(request: &PictureRequest, size: Size) -> Vec<u8> {
    let row = |from_below: u16| size.rows.saturating_sub(from_below).max(1);
    format!(
        "\x1b[{};1H\x1b[0m{}\x1b[{};1H{}",
        row(1),
        request.caption,
        row(0),
        request.way_back
    )
    .into_bytes()
}

/// The columns and rows that a picture takes: its own size, or as much of it as there is room for.
fn fitted(picture: &Picture, size: Size, cell: (u32, u32)) -> (u16, u16) {
    let (width, height) = (f64::from(picture.width), f64::from(picture.height));
    let (across, down) = (f64::from(cell.0.max(1)), f64::from(cell.1.max(1)));
    let columns = size.columns.max(1);
    let rows = size.rows.saturating_sub(FOOT).max(1);
    let scale = (f64::from(columns) * across / width).min(f64::from(rows) * down / height);
    let scale = scale.min(1.0);
    let cells = |pixels: f64, most: u16| (pixels.round() as u16).clamp(1, most);
    (
        cells(width * scale / across, columns),
        cells(height * scale / down, rows),
    )
}

/// A picture as the terminal takes it, in so many columns and rows, from where the cursor is.
fn sequence(protocol: PictureProtocol, picture: &Picture, (columns, rows): (u16, u16)) -> Vec<u8> {
    let encoded = picture.in_base64();
    match protocol {
        PictureProtocol::Iterm => format!(
            "\x1b]1337;File=inline=1;size={};width={columns};height={rows};preserveAspectRatio=1;doNotMoveCursor=1:{encoded}\x07",
            picture.bytes.len()
        )
        .into_bytes(),
        PictureProtocol::Kitty => {
            let pieces = encoded.as_bytes().chunks(PIECE);
            let last = pieces.len() - 1;
            let mut sequence = Vec::with_capacity(encoded.len() + 24 * (last + 1) + 32);
            for (at, piece) in pieces.enumerate() {
                let more = u8::from(at < last);
                let keys = match at {
                    // Transmit and show it; a PNG; no answers; the cursor stays.
                    0 => format!("a=T,f=100,q=2,C=1,c={columns},r={rows},m={more}"),
                    _ => format!("q=2,m={more}"),
                };
                sequence.extend(b"\x1b_G");
                sequence.extend(keys.as_bytes());
                sequence.push(b';');
                sequence.extend(piece);
                sequence.extend(b"\x1b\\");
            }
            sequence
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::samples;

    fn picture(width: u32, height: u32, content: &[u8]) -> Picture {
        Picture::new(samples::png(width, height, content)).unwrap()
    }

    #[test]
    fn a_terminal_is_known_by_its_environment() {
        let check = |environment: &[(&str, &str)], expected: Option<PictureProtocol>| {
            let variable = |name: &str| {
                let found = environment.iter().find(|(known, _)| *known == name);
                found.map(|(_, value)| (*value).to_owned())
            };
            assert_eq!(known_by(variable), expected, "{environment:?}");
        };
        let (kitty, iterm) = (Some(PictureProtocol::Kitty), Some(PictureProtocol::Iterm));
        let xterm = ("TERM", "xterm-256color");
        check(&[("TERM", "xterm-kitty")], kitty);
        check(&[("TERM", "xterm-kitty"), ("KITTY_WINDOW_ID", "1")], kitty);
        check(&[xterm, ("KITTY_WINDOW_ID", "1")], kitty);
        check(&[xterm, ("KITTY_WINDOW_ID", "")], None);
        check(
            &[("TERM", "xterm-ghostty"), ("TERM_PROGRAM", "ghostty")],
            kitty,
        );
        check(&[xterm, ("TERM_PROGRAM", "ghostty")], kitty);
        check(&[xterm, ("TERM_PROGRAM", "WezTerm")], iterm);
        check(&[xterm, ("TERM_PROGRAM", "iTerm.app")], iterm);
        check(&[xterm], None);
        check(&[xterm, ("TERM_PROGRAM", "Apple_Terminal")], None);
        check(
            &[xterm, ("TERM_PROGRAM", "vscode"), ("KITTY_WINDOW_ID", "1")],
            None,
        );
        check(&[("TERM", "dumb"), ("KITTY_WINDOW_ID", "1")], None);
        check(&[("KITTY_WINDOW_ID", "1")], None);
        check(&[], None);
        check(&[("TERM", "tmux-256color"), ("KITTY_WINDOW_ID", "1")], None);
        check(&[("TERM", "xterm-kitty"), ("TMUX", "/tmp/t,1,0")], None);
        check(&[("TERM", "screen"), ("TERM_PROGRAM", "iTerm.app")], None);
        check(&[("TERM", "xterm-kitty"), ("STY", "1.pts")], None);
        check(&[xterm, ("TERM_PROGRAM", "WezTerm"), ("ZELLIJ", "0")], None);
    }

    #[test]
    fn a_picture_fits_above_its_foot_and_keeps_its_shape() {
        let check = |pixels: (u32, u32), screen: (u16, u16), expected: (u16, u16)| {
            let size = Size {
                columns: screen.0,
                rows: screen.1,
            };
            let picture = picture(pixels.0, pixels.1, b"");
            let found = fitted(&picture, size, USUAL_CELL);
            assert_eq!(found, expected, "{pixels:?} on {screen:?}");
            assert!(found.0 <= screen.0.max(1) && found.1 <= screen.1.saturating_sub(3).max(1));
        };
        // As large as it is, where there is room.
        check((100, 100), (80, 24), (10, 5));
        check((1, 1), (80, 24), (1, 1));
        // As wide as the screen, or as high.
        check((1600, 200), (80, 24), (80, 5));
        check((4000, 4000), (80, 24), (42, 21));
        check((10_000, 1), (80, 24), (80, 1));
        check((1, 10_000), (80, 24), (1, 21));
        check((100, 100), (1, 1), (1, 1));
        check((4000, 4000), (0, 0), (1, 1));
    }

    #[test]
    fn kitty_gets_pieces_and_answers_nothing() {
        let check = |content: usize, pieces: usize| {
            let picture = picture(10, 10, &vec![b'\x1b'; content]);
            let written = sequence(PictureProtocol::Kitty, &picture, (7, 3));
            let written = String::from_utf8(written).unwrap();
            let found: Vec<&str> = written.split_inclusive("\x1b\\").collect();
            assert_eq!(found.len(), pieces, "{content} bytes");
            let mut encoded = String::new();
            for (at, piece) in found.iter().enumerate() {
                let more = u8::from(at + 1 < pieces);
                let begin = match at {
                    0 => format!("\x1b_Ga=T,f=100,q=2,C=1,c=7,r=3,m={more};"),
                    _ => format!("\x1b_Gq=2,m={more};"),
                };
                let payload = piece.strip_prefix(&*begin).unwrap();
                let payload = payload.strip_suffix("\x1b\\").unwrap();
                assert!(payload.len() <= PIECE && (more == 0 || payload.len() % 4 == 0));
                encoded.push_str(payload);
            }
            assert_eq!(encoded, picture.in_base64());
            assert!(
                encoded
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte))
            );
        };
        // 57 bytes are not the content's; three of them are four in base 64.
        check(0, 1);
        check(3072 - 57, 1);
        check(3072 - 56, 2);
        check(2 * 3072 - 57, 2);
        check(2 * 3072 - 56, 3);
    }

    #[test]
    fn iterm_gets_all_of_it_at_once() {
        let picture = picture(10, 10, b"\x07\x1b\\");
        let written = sequence(PictureProtocol::Iterm, &picture, (7, 3));
        let expected = format!(
            "\x1b]1337;File=inline=1;size=60;width=7;height=3;preserveAspectRatio=1;doNotMoveCursor=1:{}\x07",
            picture.in_base64()
        );
        assert_eq!(String::from_utf8(written).unwrap(), expected);
    }
}
