//! How a terminal's late answer is told from keys, when its first bytes came so early that they were given up.
//!
//! A slow line may cut an answer anywhere. The first part was taken for Esc or Alt-[ when nothing followed; the rest
//! comes in one piece that no person types: digits and a final byte that only answers have, or the end of a string.
//! Where nothing was given up none of this is asked.

/// Whether what follows an escape character is an answer.
pub(super) fn begins_behind_escape(bytes: &[u8]) -> bool {
    match bytes {
        [b'[', rest @ ..] => is_parameters_of_one(rest),
        [introducer @ (b']' | b'P' | b'_' | b'^' | b'X'), rest @ ..] => {
            begins_string(*introducer, rest)
        }
        _ => false,
    }
}

/// Whether what follows `ESC [` is an answer: a private mark, or numbers and a final byte that answers have.
pub(super) fn is_parameters_of_one(bytes: &[u8]) -> bool {
    matches!(bytes, [b'?' | b'<' | b'>' | b'=', _, ..]) || is_end_of_one(bytes)
}

/// Whether this is the end of a control sequence by which terminals answer, with a number at least before its last
/// byte.
pub(super) fn is_end_of_one(bytes: &[u8]) -> bool {
    let length = bytes.iter().take_while(|byte| (0x20..0x40).contains(*byte));
    let length = length.count();
    length > 0
        && bytes
            .get(length)
            .is_some_and(|last| b"cnRtuxy".contains(last))
}

/// Whether what follows a string's introducer is an answer of that kind.
pub(super) fn begins_string(introducer: u8, bytes: &[u8]) -> bool {
    match (introducer, bytes) {
        (b']', [b'0'..=b'9', _, ..]) => true,
        (b'P', [b'0'..=b'9' | b'>' | b'!' | b'$' | b'+', _, ..]) => true,
        (b'_', [b'G', _, ..]) => true,
        _ => ends_string(bytes),
    }
}

/// Whether a string's terminator comes before anything that no string holds.
pub(super) fn ends_string(bytes: &[u8]) -> bool {
    let control = bytes.iter().position(|byte| *byte < 0x20 && *byte != b'\t');
    let end = control.and_then(|at| bytes.get(at..)).unwrap_or_default();
    matches!(end, [0x07, ..] | [0x1b, b'\\', ..])
}
