//! What a terminal sends, byte by byte, put into the program's words.
//!
//! A state machine in the manner of the DEC terminals' own parsers: every control sequence ends at its final byte
//! and is dropped if it means nothing here, every string (OSC, DCS, APC, PM, SOS) ends at its terminator, and what is
//! pasted is text. Bytes come in pieces that may be cut anywhere; what a pause means, after which a piece is not
//! waited for any longer, is decided here, and that time has passed is told from outside. Nothing is read here.

use std::time::Duration;

use super::answers;
use crate::app::input::{Background, Code, Input, Key, Mouse, MouseKind};

const ESC: u8 = 0x1b;
const BEL: u8 = 0x07;
const CTRL_C: u8 = 0x03;

/// After this pause an escape character was the key, and `ESC [` was Alt-[.
const KEY_PATIENCE: Duration = Duration::from_millis(50);
/// After this long a sequence that has begun is not waited for any longer, so that keys are keys again.
const SEQUENCE_PATIENCE: Duration = Duration::from_secs(1);

/// The longest control sequence that may mean something.
const LONGEST_SEQUENCE: usize = 64;
/// The longest text that is taken from one paste, in bytes; nothing that is pasted here is as long.
const LONGEST_PASTE: usize = 1 << 20;
/// The longest piece of input that a person may have typed behind a paste that has no end.
const LONGEST_TYPED: usize = 16;

const END_OF_PASTE: &[u8] = b"\x1b[201~";

/// A decoder and what it has seen of a sequence that is not yet whole.
#[derive(Debug, Default)]
pub(crate) struct Decoder {
    state: DecoderState,
    /// What was given up at the last pause, in case the rest of it comes after all.
    given_up: Option<GivenUp>,
}

#[derive(Debug, Default)]
enum DecoderState {
    /// Between sequences.
    #[default]
    Ground,
    /// In a character of several bytes.
    Character { bytes: Vec<u8>, alt: bool },
    /// After `ESC`.
    Escape,
    /// After `ESC O`: one more byte.
    Ss3,
    /// After `ESC [`; bytes beyond [`LONGEST_SEQUENCE`] are counted by the first of them alone.
    Csi(Vec<u8>),
    /// After `ESC [ [`, by which the Linux console begins F1 to F5: one more byte.
    LinuxFunction,
    /// After `ESC [ M`: so many bytes of an old mouse report.
    OldMouse(u8),
    /// After `ESC` and this introducer of a string.
    StringStart(u8),
    /// In a string.
    String,
    /// After an `ESC` in a string, which its terminator begins with.
    StringEscape,
    /// In a paste.
    Paste(Paste),
}

#[derive(Debug, Default)]
struct Paste {
    text: Vec<u8>,
    /// How much of [`END_OF_PASTE`] has come.
    ended: usize,
    /// Whether nothing has come for so long that there may be no end.
    paused: bool,
}

/// A sequence that a pause has cut, by where.
#[derive(Debug, Clone, Copy)]
enum GivenUp {
    AfterEscape,
    AfterCsi,
    InCsi,
    AfterString(u8),
    InString,
}

impl Decoder {
    /// Takes what one read brought, and adds to `inputs` what it means.
    pub(crate) fn feed(&mut self, bytes: &[u8], inputs: &mut Vec<Input>) {
        if let Some(given_up) = self.given_up.take() {
            self.take_up(given_up, bytes);
        }
        if let DecoderState::Paste(paste) = &mut self.state
            && std::mem::take(&mut paste.paused)
            && !paste.goes_on_with(bytes)
        {
            self.state = DecoderState::Ground;
        }
        for byte in bytes {
            self.step(*byte, inputs);
        }
    }

    /// How long the rest of what has begun may take; `None` between sequences.
    pub(crate) fn patience(&self) -> Option<Duration> {
        match &self.state {
            DecoderState::Ground => None,
            DecoderState::Escape | DecoderState::Ss3 | DecoderState::StringStart(_) => {
                Some(KEY_PATIENCE)
            }
            DecoderState::Csi(bytes) if bytes.is_empty() => Some(KEY_PATIENCE),
            DecoderState::Paste(paste) if paste.paused => None,
            _ => Some(SEQUENCE_PATIENCE),
        }
    }

    /// Whether the time counts from the last byte, and not from the first one of a sequence.
    pub(super) fn is_pasting(&self) -> bool {
        matches!(self.state, DecoderState::Paste(_))
    }

    /// Hears that the rest has not come in time.
    pub(crate) fn give_up(&mut self, inputs: &mut Vec<Input>) {
        let alt = |character: u8| Key {
            alt: true,
            ..Key::char(char::from(character))
        };
        match std::mem::take(&mut self.state) {
            DecoderState::Escape => {
                inputs.push(Input::Key(Key::plain(Code::Esc)));
                self.given_up = Some(GivenUp::AfterEscape);
            }
            DecoderState::Ss3 => inputs.push(Input::Key(alt(b'O'))),
            DecoderState::Csi(bytes) if bytes.is_empty() => {
                inputs.push(Input::Key(alt(b'[')));
                self.given_up = Some(GivenUp::AfterCsi);
            }
            DecoderState::Csi(_) => self.given_up = Some(GivenUp::InCsi),
            DecoderState::StringStart(introducer) => {
                inputs.push(Input::Key(alt(introducer)));
                self.given_up = Some(GivenUp::AfterString(introducer));
            }
            DecoderState::String | DecoderState::StringEscape => {
                self.given_up = Some(GivenUp::InString)
            }
            DecoderState::Paste(mut paste) => {
                paste.hand_over(inputs);
                paste.paused = true;
                self.state = DecoderState::Paste(paste);
            }
            DecoderState::Ground
            | DecoderState::Character { .. }
            | DecoderState::LinuxFunction
            | DecoderState::OldMouse(_) => {}
        }
    }

    /// Goes on with what was given up, if these bytes are the rest of it and cannot have been typed.
    fn take_up(&mut self, given_up: GivenUp, bytes: &[u8]) {
        match given_up {
            GivenUp::AfterEscape if answers::begins_behind_escape(bytes) => {
                self.state = DecoderState::Escape;
            }
            GivenUp::AfterCsi if answers::is_parameters_of_one(bytes) => {
                self.state = DecoderState::Csi(Vec::new());
            }
            GivenUp::InCsi if answers::is_end_of_one(bytes) => {
                // What began it is lost, and so it means nothing.
                self.state = DecoderState::Csi(vec![b'?']);
            }
            GivenUp::AfterString(introducer) if answers::begins_string(introducer, bytes) => {
                self.state = DecoderState::String;
            }
            GivenUp::InString if bytes == b"\\" => self.state = DecoderState::StringEscape,
            GivenUp::InString if answers::ends_string(bytes) => self.state = DecoderState::String,
            _ => {}
        }
    }

    fn step(&mut self, byte: u8, inputs: &mut Vec<Input>) {
        match std::mem::take(&mut self.state) {
            DecoderState::Ground => self.state = begin(byte, false, inputs),
            DecoderState::Character { bytes, alt } => self.character(bytes, byte, alt, inputs),
            DecoderState::Escape => self.escape(byte, inputs),
            DecoderState::Ss3 => match byte {
                0x20..=0x7e => inputs.extend(ss3(byte).map(Input::Key)),
                _ => self.state = begin(byte, false, inputs),
            },
            DecoderState::Csi(bytes) => self.csi(bytes, byte, inputs),
            DecoderState::LinuxFunction => match byte {
                b'A'..=b'E' => inputs.push(Input::Key(Key::plain(Code::F(byte - b'A' + 1)))),
                0x20..=0x7e => {}
                _ => self.state = begin(byte, false, inputs),
            },
            DecoderState::OldMouse(left) if left > 1 => {
                self.state = DecoderState::OldMouse(left - 1)
            }
            DecoderState::OldMouse(_) => {}
            DecoderState::StringStart(_) | DecoderState::String => self.string(byte, inputs),
            DecoderState::StringEscape if byte == b'\\' => {}
            DecoderState::StringEscape => self.escape(byte, inputs),
            DecoderState::Paste(mut paste) => {
                if paste.take(byte) {
                    paste.hand_over(inputs);
                } else {
                    self.state = DecoderState::Paste(paste);
                }
            }
        }
    }

    /// One more byte of a character; what is no UTF-8 is dropped.
    fn character(&mut self, mut bytes: Vec<u8>, byte: u8, alt: bool, inputs: &mut Vec<Input>) {
        if !(0x80..0xc0).contains(&byte) {
            self.state = begin(byte, false, inputs);
            return;
        }
        bytes.push(byte);
        match std::str::from_utf8(&bytes) {
            Ok(text) => {
                let keys = text.chars().map(|character| Key {
                    alt,
                    ..Key::char(character)
                });
                // C1 controls are no characters, in two bytes neither.
                let keys = keys.filter(
                    |key| !matches!(key.code, Code::Char(character) if character.is_control()),
                );
                inputs.extend(keys.map(Input::Key));
            }
            Err(error) if error.error_len().is_none() => {
                self.state = DecoderState::Character { bytes, alt };
            }
            Err(_) => {}
        }
    }

    fn escape(&mut self, byte: u8, inputs: &mut Vec<Input>) {
        self.state = match byte {
            b'[' => DecoderState::Csi(Vec::new()),
            b'O' => DecoderState::Ss3,
            b']' | b'P' | b'_' | b'^' | b'X' => DecoderState::StringStart(byte),
            ESC | CTRL_C => {
                inputs.push(Input::Key(Key::plain(Code::Esc)));
                begin(byte, false, inputs)
            }
            _ => begin(byte, true, inputs),
        };
    }

    fn string(&mut self, byte: u8, inputs: &mut Vec<Input>) {
        self.state = match byte {
            ESC => DecoderState::StringEscape,
            BEL => DecoderState::Ground,
            0x20.. | b'\t' => DecoderState::String,
            // No answer has one: a person types, behind a string that has no end.
            _ => begin(byte, false, inputs),
        };
    }

    fn csi(&mut self, mut bytes: Vec<u8>, byte: u8, inputs: &mut Vec<Input>) {
        match byte {
            0x20..=0x3f => {
                if bytes.len() < LONGEST_SEQUENCE {
                    bytes.push(byte);
                } else {
                    // Too long for anything that is known, whatever follows.
                    bytes = vec![b'?'; LONGEST_SEQUENCE];
                }
                self.state = DecoderState::Csi(bytes);
            }
            b'[' if bytes.is_empty() => self.state = DecoderState::LinuxFunction,
            b'M' if bytes.is_empty() => self.state = DecoderState::OldMouse(3),
            b'~' if bytes == b"200" => self.state = DecoderState::Paste(Paste::default()),
            0x40..=0x7e => inputs.extend(sequence(&bytes, byte)),
            _ => self.state = begin(byte, false, inputs),
        }
    }
}

impl Paste {
    /// Takes a byte; true when the paste is over.
    fn take(&mut self, byte: u8) -> bool {
        if END_OF_PASTE.get(self.ended) == Some(&byte) {
            self.ended += 1;
            return self.ended == END_OF_PASTE.len();
        }
        // What looked like the end was text; the end holds but one escape character, its first.
        let text = END_OF_PASTE.iter().take(self.ended).copied();
        self.text.extend(text);
        self.ended = usize::from(byte == ESC);
        if self.ended == 0 && self.text.len() < LONGEST_PASTE {
            self.text.push(byte);
        }
        self.text.truncate(LONGEST_PASTE);
        false
    }

    /// Whether bytes after a pause are of the paste still, or were typed because it has no end.
    fn goes_on_with(&self, bytes: &[u8]) -> bool {
        let rest = END_OF_PASTE.get(self.ended..).unwrap_or_default();
        let is_end = |bytes: &[u8]| bytes == END_OF_PASTE;
        bytes.len() > LONGEST_TYPED
            || bytes.starts_with(rest)
            || bytes.windows(END_OF_PASTE.len()).any(is_end)
    }

    fn hand_over(&mut self, inputs: &mut Vec<Input>) {
        let text = std::mem::take(&mut self.text);
        if !text.is_empty() {
            let text = String::from_utf8_lossy(&text).into_owned();
            inputs.push(Input::Paste(text));
        }
    }
}

/// A byte between sequences, or behind an escape character, which is Alt then.
fn begin(byte: u8, alt: bool, inputs: &mut Vec<Input>) -> DecoderState {
    match byte {
        ESC => return DecoderState::Escape,
        0xc2..=0xf4 => {
            let bytes = vec![byte];
            return DecoderState::Character { bytes, alt };
        }
        // No character begins so.
        0x80.. => {}
        _ => inputs.push(Input::Key(Key { alt, ..ascii(byte) })),
    }
    DecoderState::Ground
}

/// The key that sends a byte of ASCII.
fn ascii(byte: u8) -> Key {
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
fn ss3(byte: u8) -> Option<Key> {
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
fn sequence(bytes: &[u8], final_byte: u8) -> Option<Input> {
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

#[cfg(test)]
mod tests;
