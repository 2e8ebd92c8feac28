//! `neutrality`: a terminal reader for timelines, made for the history of permanent neutrality.
//!
//! ```text
//! timeline.toml ─ document ─ check ─▶ Timeline ─▶ Selection ─▶ App ─▶ ui ─▶ terminal
//!                  (timeline: reads, dates, checks)  (selection)   │
//!                                       └▶ lanes, page ────────────┴▶ export, commands, plain text
//! ```
//!
//! The arrows never turn back: `timeline`, `selection`, `lanes`, `page` and `app` know neither ratatui nor crossterm.
//! Read in this order: [`timeline`] (the model and its checks), [`selection`] (filter and search), [`lanes`] (the
//! geometry of time), [`page`] (what a pane says), [`citation`] (what scholars cite), [`notes`] (the reader's own marks), [`app`] (the state and the keys), [`ui`] (drawing), `terminal`
//! (input, signals, restoring), [`linear`] (the same reader in lines of text),
//! [`commands`] (the command line), [`export`] (other forms).

pub mod app;
pub mod citation;
mod cli;
mod commands;
mod editor;
mod error;
pub mod export;
mod files;
#[cfg(any(test, fuzzing))]
pub mod fuzz;
pub mod import;
pub mod lanes;
pub mod linear;
pub mod notes;
pub mod page;
mod picture;
mod reader;
pub mod selection;
mod settings;
mod terminal;
pub mod text;
pub mod timeline;
pub mod ui;
mod watch;
pub mod words;

pub use settings::VARIABLES;

use std::io::Write as _;
use std::process::ExitCode;

use commands::usage;

/// Runs the program with the arguments of the process.
#[must_use]
pub fn main() -> ExitCode {
    let done = match cli::Cli::read(std::env::args_os()) {
        Ok(cli) => commands::run(cli),
        Err(error) if error.use_stderr() => return report_usage(&error),
        Err(help) => commands::print(&text::clean_lines(&help.render().to_string())),
    };
    match done {
        Ok(status) => ExitCode::from(status),
        Err(error) if error.is_broken_pipe() => ExitCode::SUCCESS,
        Err(error) => {
            // Standard error may be closed too; there is nobody left to tell then.
            let _ = writeln!(std::io::stderr(), "neutrality: {error}");
            ExitCode::from(error.status())
        }
    }
}

/// Prints usage errors ourselves, in the voice of all others: the argument that is at fault is somebody's text and is
/// cleaned first. A value that a flag does not take is a fault of the request, like a name that the timeline lacks.
fn report_usage(error: &clap::Error) -> ExitCode {
    let words = || std::env::args_os().skip(1);
    let (mut message, status) = match usage::value_at_fault(error) {
        Some(message) => (format!("{message}\n"), 1),
        None => match usage::unknown_flag(error, words()) {
            Some(message) => (format!("{message}\n"), 2),
            None => (error.render().to_string(), 2),
        },
    };
    if let Some(rest) = message.strip_prefix("error: ") {
        message = rest.to_owned();
    }
    let mut message = format!("neutrality: {}", text::clean_lines(&message));
    if let Some(tip) = usage::tip(words()) {
        message.push_str(&format!("\n  tip: {tip}\n"));
    }
    let _ = std::io::stderr().write_all(message.as_bytes());
    ExitCode::from(status)
}
