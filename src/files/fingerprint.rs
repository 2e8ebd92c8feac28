//! A number for what files hold, by which one knows whether they hold something else; it is no proof against somebody who
//! wants two to be alike.

use std::panic::resume_unwind;
use std::thread;

/// What was read, in so few bytes that a large file is not kept for the sake of being compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fingerprint(u64);

impl Fingerprint {
    pub(crate) fn of<'b>(parts: impl Iterator<Item = &'b [u8]>) -> Self {
        let mut all = 0;
        for part in parts {
            mix(&mut all, of_part(part));
            mix(&mut all, part.len() as u64);
        }
        Fingerprint(all)
    }
}

/// Bytes from which on two processors are sooner done than one.
const LONG: usize = 1 << 22;

/// The fingerprint of a part; of a long one that of each half, taken at once.
fn of_part(part: &[u8]) -> u64 {
    if part.len() < LONG {
        return of_bytes(part);
    }
    let (first, second) = part.split_at(part.len() / 2);
    let (mut all, second) = thread::scope(|scope| {
        let thread = thread::Builder::new().spawn_scoped(scope, || of_bytes(second));
        let first = of_bytes(first);
        let second = match thread {
            Ok(thread) => thread.join().unwrap_or_else(|panic| resume_unwind(panic)),
            // Where no thread can be made, one waits a little longer.
            Err(_) => of_bytes(second),
        };
        (first, second)
    });
    mix(&mut all, second);
    all
}

/// The same of bytes, word by word: a file of half a gigabyte is not to be waited for on account of this. Of four words
/// none waits for another.
fn of_bytes(bytes: &[u8]) -> u64 {
    let (words, rest) = bytes.as_chunks::<8>();
    let (fours, last) = words.as_chunks::<4>();
    let mut found = [0; 4];
    for four in fours {
        for (found, word) in found.iter_mut().zip(four) {
            mix(found, u64::from_le_bytes(*word));
        }
    }
    let mut all = 0;
    found.into_iter().for_each(|found| mix(&mut all, found));
    last.iter()
        .for_each(|word| mix(&mut all, u64::from_le_bytes(*word)));
    rest.iter().for_each(|byte| mix(&mut all, (*byte).into()));
    all
}

/// Mixes a word into what was found, so that no step forgets anything of the one before.
fn mix(found: &mut u64, word: u64) {
    /// An odd number with ones all over it.
    const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
    *found = (found.rotate_left(23) ^ word).wrapping_mul(SPREAD);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_another_one_when_a_byte_is() {
        for length in [0, 1, 7, 8, 31, 32, 40, 100, LONG, LONG + 77] {
            let mut bytes = vec![b'a'; length];
            let before = Fingerprint::of([bytes.as_slice()].into_iter());
            let again = Fingerprint::of([bytes.as_slice()].into_iter());
            assert_eq!(before, again, "{length}");
            for at in [0, 1, 8, 33, length / 2, length.saturating_sub(1)] {
                let Some(byte) = bytes.get_mut(at) else {
                    continue;
                };
                *byte = b'b';
                let now = Fingerprint::of([bytes.as_slice()].into_iter());
                bytes[at] = b'a';
                assert_ne!(before, now, "{at} of {length}");
            }
        }
        let of = |parts: &[&[u8]]| Fingerprint::of(parts.iter().copied());
        assert_ne!(of(&[b"ab", b"c"]), of(&[b"a", b"bc"]));
        assert_ne!(of(&[b"a", b""]), of(&[b"a"]));
    }
}
