//! What a byte or a whole sequence from a terminal means: a key, the mouse, an answer. Where a sequence ends is not decided here.

use crate::app::input::{Background, Code, Input, Key, Mouse, MouseKind};

/// The key that sends a byte of ASCII.
pub(super) fn ascii(byte: u8) -> Key {
    match byte {
        b'\t' => Key::plain(Code::Tab),
        b'\r' | b'\n' => Key::plain(Code::Enter),
        0x7f => Key::plain(Code::Backspace),
        0 => Key::ctrl(' '),
        0x01..=0x1a => Key::ctrl(char::from(byte - 1 + b'a')),
        // Ctrl with `\\`, `]`, `^` or `_`, as their keys are labelled.
        0x1c..=0x1f => Key::ctrl(char::from(byte + 0x40)),
        _ => Key::char(char::from(byte)),
    }
}

/// The key of `ESC O` and a letter: arrows and the number pad in their application modes, F1 to F4.
pub(super) fn ss3(byte: u8) -> Option<Key> {
    let code = match byte {
        b'M' => Code::Enter,
        b'j'..=b'y' => Code::Char(char::from(byte - b'j' + b'*')),
        b'X' => Code::Char('='),
        _ => cursor_key(byte)?,
    };
    Some(Key::plain(code))
}

fn cursor_key(final_byte: u8) -> Option<Code> {
    Some(match final_byte {
        b'A' => Code::Up,
        b'B' => Code::Down,
        b'C' => Code::Right,
        b'D' => Code::Left,
        b'F' => Code::End,
        b'H' => Code::Home,
        b'P'..=b'S' => Code::F(final_byte - b'P' + 1),
        _ => return None,
    })
}

/// What a whole control sequence means, if it means anything here; its bytes stand between `ESC [` and the last.
pub(super) fn sequence(bytes: &[u8], final_byte: u8) -> Option<Input> {
    let text = std::str::from_utf8(bytes).ok()?;
    if let Some(report) = text.strip_prefix('<') {
        return mouse(report, final_byte).map(Input::Mouse);
    }
    match (text, final_byte) {
        ("?997;1", b'n') => return Some(Input::Background(Background::Dark)),
        ("?997;2", b'n') => return Some(Input::Background(Background::Light)),
        _ => {}
    }
    // Private and intermediate bytes: a report or an answer, and no key.
    if text.contains(|byte: char| !byte.is_ascii_digit() && byte != ';' && byte != ':') {
        return None;
    }
    let mut parameters = text.split(';');
    let first = parameters.next().unwrap_or_default();
    let second = parameters.next().unwrap_or_default();
    let third = parameters.next().unwrap_or_default();
    let code = match final_byte {
        // With parameters it is the answer that tells where the cursor is.
        b'R' if !text.is_empty() => return None,
        b'Z' => Code::BackTab,
        b'~' if first == "27" => return numbered_character(third, second).map(Input::Key),
        b'~' => numbered(first)?,
        b'u' => return numbered_character(first, second).map(Input::Key),
        _ => cursor_key(final_byte)?,
    };
    modified(code, second).map(Input::Key)
}

fn numbered(number: &str) -> Option<Code> {
    Some(match number.parse::<u8>().ok()? {
        1 | 7 => Code::Home,
        3 => Code::Delete,
        4 | 8 => Code::End,
        5 => Code::PageUp,
        6 => Code::PageDown,
        number @ 11..=15 => Code::F(number - 10),
        number @ 17..=21 => Code::F(number - 11),
        number @ 23..=24 => Code::F(number - 12),
        _ => return None,
    })
}

/// A key that is told by its character's number; behind a colon stands what Shift makes of it.
fn numbered_character(number: &str, modifiers: &str) -> Option<Key> {
    let mut numbers = number.split(':');
    let plain = numbers.next()?.parse().ok().and_then(char::from_u32)?;
    let shifted = numbers.next().and_then(|number| number.parse().ok());
    let shifted = shifted.and_then(char::from_u32);
    let code = match plain {
        '\r' => Code::Enter,
        '\t' => Code::Tab,
        '\u{1b}' => Code::Esc,
        '\u{7f}' | '\u{8}' => Code::Backspace,
        // The private area has the numbers of keys that type nothing.
        '\u{e000}'..='\u{f8ff}' => return None,
        plain if plain.is_control() => return None,
        plain => Code::Char(plain),
    };
    let mut key = modified(code, modifiers)?;
    if let Code::Char(plain) = key.code
        && std::mem::take(&mut key.shift)
        && !key.ctrl
    {
        let upper = shifted.filter(|shifted| !shifted.is_control());
        key.code = Code::Char(upper.unwrap_or_else(|| plain.to_ascii_uppercase()));
    }
    if let Code::Char(character) = &mut key.code
        && key.ctrl
    {
        character.make_ascii_lowercase();
    }
    if key.code == Code::Tab && std::mem::take(&mut key.shift) {
        key.code = Code::BackTab;
    }
    Some(key)
}

/// The key with the modifiers of a parameter; none for a key that is let go, or held with one that is not ours.
fn modified(code: Code, parameter: &str) -> Option<Key> {
    let mut parts = parameter.split(':');
    let number = parts.next().filter(|number| !number.is_empty());
    let bits = number.map_or(Some(0), |number| number.parse::<u16>().ok()?.checked_sub(1))?;
    let released = parts.next() == Some("3");
    let (shift, alt, ctrl) = (bits & 1 != 0, bits & (2 | 32) != 0, bits & 4 != 0);
    let others = bits & (8 | 16) != 0;
    (!released && !others).then_some(Key {
        code,
        ctrl,
        alt,
        shift: shift && code != Code::BackTab,
    })
}

/// A report of the mouse in SGR's form, which counts cells from 1.
fn mouse(report: &str, final_byte: u8) -> Option<Mouse> {
    let mut numbers = report.split(';').map(|number| number.parse::<u16>().ok());
    let (button, column, row) = (numbers.next()??, numbers.next()??, numbers.next()??);
    if final_byte != b'M' {
        return None;
    }
    // Shift, Alt and Ctrl are bits of the button; they mean something with the wheel only.
    let (shift, ctrl) = (button & 4 != 0, button & 16 != 0);
    let kind = match button & !0b1_1100 {
        0 => MouseKind::Press,
        32 => MouseKind::Drag,
        64 if ctrl => MouseKind::ZoomIn,
        65 if ctrl => MouseKind::ZoomOut,
        64 if shift => MouseKind::ScrollLeft,
        65 if shift => MouseKind::ScrollRight,
        64 => MouseKind::ScrollUp,
        65 => MouseKind::ScrollDown,
        66 => MouseKind::ScrollLeft,
        67 => MouseKind::ScrollRight,
        _ => return None,
    };
    Some(Mouse {
        kind,
        column: column.checked_sub(1)?,
        row: row.checked_sub(1)?,
    })
}
