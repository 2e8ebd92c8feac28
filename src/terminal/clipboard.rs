//! The clipboard, by way of the terminal: OSC 52, which works through ssh and tmux alike.
//!
//! A terminal gives no answer to it, so that only those known to ignore it can be recognised. The clipboard is
//! never asked for what it holds.

use std::{env, io};

use crossterm::Command;
use crossterm::clipboard::CopyToClipboard;

use super::modes;

/// Sends a text to the clipboard.
pub(super) fn copy(text: &str) -> io::Result<()> {
    let mut sequence = String::new();
    CopyToClipboard::to_clipboard_from(text)
        .write_ansi(&mut sequence)
        .map_err(io::Error::other)?;
    modes::write(sequence.as_bytes())
}

/// Whether the terminal may have a clipboard to write to.
#[must_use]
pub(crate) fn takes_copies() -> bool {
    may_take(|name| env::var(name).ok())
}

/// Consoles and serial lines have none; Apple's Terminal, screen and the terminals of GNOME pass over OSC 52.
/// tmux takes it for whatever terminal it runs in.
fn may_take(variable: impl Fn(&str) -> Option<String>) -> bool {
    let term = variable("TERM").unwrap_or_default();
    if variable("TMUX").is_some() {
        return true;
    }
    let without = ["linux", "dumb", "vt", "cons25", "sun"];
    !term.is_empty()
        && !without.iter().any(|name| term.starts_with(name))
        && variable("TERM_PROGRAM").is_none_or(|program| program != "Apple_Terminal")
        && variable("STY").is_none()
        && variable("VTE_VERSION").is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_is_known_by_its_environment() {
        let check = |environment: &[(&str, &str)], expected: bool| {
            let variable = |name: &str| {
                let found = environment.iter().find(|(known, _)| *known == name);
                found.map(|(_, value)| (*value).to_owned())
            };
            assert_eq!(may_take(variable), expected, "{environment:?}");
        };
        check(&[("TERM", "xterm-256color")], true);
        check(&[("TERM", "xterm-kitty")], true);
        check(&[("TERM", "linux")], false);
        check(&[("TERM", "dumb")], false);
        check(&[("TERM", "vt220")], false);
        check(&[], false);
        check(
            &[
                ("TERM", "xterm-256color"),
                ("TERM_PROGRAM", "Apple_Terminal"),
            ],
            false,
        );
        check(&[("TERM", "screen-256color"), ("STY", "1.pts")], false);
        check(
            &[("TERM", "xterm-256color"), ("VTE_VERSION", "7600")],
            false,
        );
        check(
            &[
                ("TERM", "tmux-256color"),
                ("TMUX", "/tmp/t,1,0"),
                ("VTE_VERSION", "7600"),
            ],
            true,
        );
    }
}
