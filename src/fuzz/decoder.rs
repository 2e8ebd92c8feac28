//! What a terminal sends, cut anywhere and with pauses anywhere.

use super::text;
use crate::app::input::{Code, Input, Key};
use crate::terminal::decoder::Decoder;

/// A read ends here. No character has this byte.
const CUT: u8 = 0xfe;
/// A read ends here, and nothing comes for longer than anything is waited for.
const PAUSE: u8 = 0xff;

/// Feeds bytes to the decoder of keys.
///
/// # Panics
/// When a key is lost, an unfinished sequence stays, the place of a cut matters, or something is not clean or too much.
pub fn decoder(bytes: &[u8]) {
    let (mut decoder, mut inputs) = (Decoder::default(), Vec::new());
    for (at, piece) in bytes.split(|byte| *byte == PAUSE).enumerate() {
        let before = inputs.len();
        for read in piece.split(|byte| *byte == CUT) {
            decoder.feed(read, &mut inputs);
        }
        if at == 0 {
            assert_eq!(
                inputs[before..],
                uncut(piece),
                "where a read ends changes something"
            );
        }
        pause(&mut decoder, &mut inputs);
    }
    assert!(
        inputs.len() <= 2 * bytes.len(),
        "more keys than were pressed"
    );
    inputs.iter().for_each(check);
    plain_keys_are_keys(decoder, bytes.len());
}

/// What the bytes mean when they come in one read.
fn uncut(piece: &[u8]) -> Vec<Input> {
    let joined: Vec<u8> = piece.iter().copied().filter(|byte| *byte != CUT).collect();
    let (mut decoder, mut inputs) = (Decoder::default(), Vec::new());
    decoder.feed(&joined, &mut inputs);
    inputs
}

fn pause(decoder: &mut Decoder, inputs: &mut Vec<Input>) {
    if decoder.patience().is_some() {
        decoder.give_up(inputs);
    }
    assert_eq!(
        decoder.patience(),
        None,
        "something is waited for after a pause"
    );
}

/// Whatever came before, what is pressed after a pause is heard, each key by itself and whichever comes first.
fn plain_keys_are_keys(mut decoder: Decoder, first: usize) {
    let mut keys = [
        (b'j', Key::char('j')),
        (b'1', Key::char('1')),
        (b'?', Key::char('?')),
        (b'R', Key::char('R')),
        (b'\r', Key::plain(Code::Enter)),
        (0x03, Key::ctrl('c')),
    ];
    let first = first % keys.len();
    keys.rotate_left(first);
    for (byte, key) in keys {
        let mut inputs = Vec::new();
        decoder.feed(&[byte], &mut inputs);
        assert_eq!(
            inputs,
            [Input::Key(key)],
            "a key is lost or becomes another"
        );
    }
}

fn check(input: &Input) {
    match input {
        Input::Key(key) => {
            if let Code::Char(character) = key.code {
                assert!(!character.is_control(), "{character:?} is no key");
            }
            let name = key.to_string();
            assert!(text(name.as_bytes()).is_some_and(|name| !name.is_empty()));
        }
        Input::Paste(pasted) => assert!(!pasted.is_empty() && pasted.len() <= 3 << 20),
        Input::Mouse(mouse) => assert!(mouse.column < u16::MAX && mouse.row < u16::MAX),
        Input::Resize(size) => panic!("no terminal sends {size:?}"),
        Input::Background(_) => {}
    }
}
