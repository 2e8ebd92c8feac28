//! Long answers on a terminal go through the reader's pager; everywhere else they are written as they are.

use std::env;
use std::io::{self, IsTerminal, Write};
use std::os::unix::process::ExitStatusExt as _;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use signal_hook::consts::SIGINT;
use signal_hook::flag;

use super::settings;
use crate::settings::Layer;
use crate::text;

/// Shows text page by page if it is longer than the terminal is high; says whether it did.
pub(super) fn show(text: &str) -> bool {
    if !is_longer_than_the_screen(text) {
        return false;
    }
    let Some(pager) = pager() else { return false };
    // Ctrl-C belongs to the pager while it runs.
    let interrupt = flag::register(SIGINT, Arc::new(AtomicBool::new(false)));
    let shown = page(&pager, text);
    if let Ok(interrupt) = interrupt {
        signal_hook::low_level::unregister(interrupt);
    }
    shown
}

/// The command of the settings, `less` if they name none; none where it is empty or `cat`.
fn pager() -> Option<String> {
    let pager = settings::find(Layer::default()).settings.pager.value;
    let pager = pager.trim();
    (!pager.is_empty() && pager != "cat").then(|| pager.to_owned())
}

fn is_longer_than_the_screen(text: &str) -> bool {
    let output = io::stdout();
    let rows = output
        .is_terminal()
        .then(crossterm::terminal::size)
        .and_then(Result::ok);
    rows.is_some_and(|(_, rows)| text.lines().count() >= usize::from(rows))
}

/// Runs the pager as a shell would, so that it may have options; says whether it has shown the text.
fn page(pager: &str, text: &str) -> bool {
    let mut command = Command::new("sh");
    command.args(["-c", pager]).stdin(Stdio::piped());
    if env::var_os("LESS").is_none() {
        command.env("LESS", "FRX");
    }
    let Ok(mut child) = command.spawn() else {
        return false;
    };
    if let Some(mut input) = child.stdin.take() {
        // Who has read enough leaves before the end.
        let _ = input.write_all(text.as_bytes());
    }
    let how = match child.wait() {
        Ok(status) => match (status.code(), status.signal()) {
            // Ctrl-C is one way to leave a pager; a shell between says it by its status.
            (Some(0 | INTERRUPTED), _) | (_, Some(SIGINT)) => return true,
            // The shell's answer for what cannot be found or run; it has said so.
            (Some(126 | 127), _) => return false,
            (Some(code), _) => format!("ended with status {code}"),
            (None, signal) => format!("was ended by signal {}", signal.unwrap_or_default()),
        },
        Err(error) => format!("cannot be waited for: {error}"),
    };
    // What it has shown, if anything, nobody knows; so everything follows.
    let pager = text::clean(pager);
    let message = format!("neutrality: the pager '{pager}' {how}; here is the answer without it\n");
    let _ = io::stderr().write_all(message.as_bytes());
    false
}

/// What a shell's status is when SIGINT has ended its command.
const INTERRUPTED: i32 = 128 + SIGINT;
