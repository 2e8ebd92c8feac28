//! Long answers on a terminal go through the reader's pager; everywhere else they are written as they are.

use std::env;
use std::io::{self, IsTerminal, Write};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use signal_hook::consts::SIGINT;
use signal_hook::flag;

use super::settings;
use crate::settings::Layer;

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

/// Runs the pager as a shell would, so that it may have options; one that is missing has shown nothing.
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
    // The shell's answer for what cannot be found or run.
    child
        .wait()
        .is_ok_and(|status| !matches!(status.code(), Some(126 | 127)))
}
