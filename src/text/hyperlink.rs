//! Addresses as links of the terminal: OSC 8, which those that do not know it leave out.
//!
//! Pieces of one address have one id, so that an address over several rows is one link to the terminal too.

use std::fmt::Write as _;

/// The longest address that becomes a link; terminals take some 2,000 bytes, and each cell of one carries it.
const LONGEST: usize = 1_000;

/// What ends a link.
pub const END: &str = "\u{1b}]8;;\u{1b}\\";

/// What begins a link; `None` for an address that no terminal would take.
#[must_use]
pub fn begin(address: &str) -> Option<String> {
    if address.len() > LONGEST {
        return None;
    }
    let id = address.bytes().fold(0_u32, |hash, byte| {
        // FNV-1a: the same address has the same id wherever it stands.
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    let mut written = format!("\u{1b}]8;id={id:x};");
    for byte in address.bytes() {
        // Nothing but printable ASCII may stand in it.
        if byte.is_ascii_graphic() {
            written.push(char::from(byte));
        } else {
            let _ = write!(written, "%{byte:02X}");
        }
    }
    written.push_str("\u{1b}\\");
    Some(written)
}

/// Text that is a link to an address.
#[must_use]
pub fn linked(text: &str, address: &str) -> String {
    begin(address).map_or_else(|| text.to_owned(), |begin| format!("{begin}{text}{END}"))
}

/// Whether a word is an address that is written out.
#[must_use]
pub fn is_address(word: &str) -> bool {
    word.starts_with("https://") || word.starts_with("http://")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_has_an_id_and_only_printable_ascii() {
        let check = |address: &str, expected: Option<&str>| {
            assert_eq!(begin(address).as_deref(), expected, "{address}");
        };
        check(
            "https://a.org/b;c",
            Some("\u{1b}]8;id=529696b5;https://a.org/b;c\u{1b}\\"),
        );
        check(
            "https://a.org/中 \u{7}",
            Some("\u{1b}]8;id=48300793;https://a.org/%E4%B8%AD%20%07\u{1b}\\"),
        );
        check(&format!("https://a.org/{}", "x".repeat(2_000)), None);
        assert_eq!(begin("https://a.org"), begin("https://a.org"));
        assert_ne!(begin("https://a.org"), begin("https://b.org"));
    }
}
