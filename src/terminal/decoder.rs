//! What a terminal sends, byte by byte, put into the program's words.
//!
//! A state machine in the manner of the DEC terminals' own parsers: every control sequence ends at its final byte
//! and is dropped if it means nothing here, every string (OSC, DCS, APC, PM, SOS) ends at its terminator, and what is
//! pasted is text. Bytes come in pieces that may be cut anywhere; what a pause means, after which a piece is not
//! waited for any longer, is decided here, and that time has passed is told from outside. Nothing is read here.

mod meaning;

use std::time::Duration;

use meaning::{ascii, sequence, ss3};

use super::answers;
use crate::app::input::{Code, Input, Key};

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

#[cfg(test)]
mod tests;
