//! One file a subcommand: arguments in, an answer on standard output.

mod answer;
mod article;
mod at;
mod cases;
mod changes;
mod check;
mod cite;
mod completions;
mod diff;
mod export;
pub(crate) mod filter;
mod fmt;
mod frame;
mod import;
mod info;
mod init;
mod keys;
mod lanes;
mod linear;
mod list;
mod man;
mod named_filters;
mod names;
mod new;
mod notebook;
mod notes;
mod opening;
mod pager;
mod progress;
mod question;
mod read;
mod resume;
mod saving;
mod schema;
mod settings;
mod show;
mod signs;
mod start;
mod tour;
pub(crate) mod usage;

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;

use crate::cli::{Cli, Command, OutputArgs};
use crate::error::Error;
use crate::files;
use crate::page::Page;
use crate::reader;
use crate::selection::facet::Facet;
use crate::text;

/// Runs the command of the command line, and returns the exit status.
///
/// # Errors
/// Whatever kept the command from being done, to be reported on standard error.
pub(crate) fn run(cli: Cli) -> Result<u8, Error> {
    match cli.command {
        None => read::run(&cli.read),
        Some(Command::List(args)) => list::run(&args),
        Some(Command::Show(args)) => show::run(&args),
        Some(Command::Article(args)) => article::run(&args),
        Some(Command::Cite(args)) => cite::run(&args),
        Some(Command::Tour(args)) => tour::run(&args),
        Some(Command::Signs(args)) => signs::run(&args),
        Some(Command::Cases(args)) => cases::run(&args),
        Some(Command::Check(args)) => check::run(&args),
        Some(Command::Fmt(args)) => fmt::run(&args),
        Some(Command::Frame(args)) => frame::run(&args),
        Some(Command::At(args)) => at::run(&args),
        Some(Command::Lanes(args)) => lanes::run(&args),
        Some(Command::Countries(args)) => names::run(Facet::Country, "countries", &args),
        Some(Command::Kinds(args)) => names::run(Facet::Kind, "kinds", &args),
        Some(Command::Roles(args)) => names::run(Facet::Role, "roles", &args),
        Some(Command::Statuses(args)) => names::run(Facet::Status, "statuses", &args),
        Some(Command::Places(args)) => names::run(Facet::Place, "places", &args),
        Some(Command::Passages(args)) => names::run(Facet::Article, "passages", &args),
        Some(Command::Changes(args)) => changes::run(&args),
        Some(Command::Diff(args)) => diff::run(&args),
        Some(Command::Export(args)) => export::run(&args),
        Some(Command::Import(args)) => import::run(&args),
        Some(Command::Keys(args)) => keys::run(&args),
        Some(Command::Info(args)) => info::run(&args),
        Some(Command::Completions(args)) => completions::run(&args),
        Some(Command::Man(args)) => man::run(&args),
        Some(Command::Init(args)) => init::run(&args),
        Some(Command::New(args)) => new::run(&args),
        Some(Command::Notes(args)) => notes::run(&args),
        Some(Command::Schema(args)) => schema::run(&args),
    }
}

/// Writes an answer to standard output in one go.
pub(crate) fn print(answer: &str) -> Result<u8, Error> {
    let mut output = io::stdout().lock();
    output
        .write_all(answer.as_bytes())
        .and_then(|()| output.flush())
        .map_err(Error::Write)?;
    Ok(0)
}

/// Writes an answer to standard output while it is made.
fn print_by(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<u8, Error> {
    let mut output = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    write(&mut output)
        .and_then(|()| output.flush())
        .map_err(Error::Write)?;
    Ok(0)
}

/// Says something beside the answer, on standard error.
fn warn(message: &str) {
    let _ = writeln!(io::stderr(), "neutrality: {message}");
}

/// Writes an answer to the file that was named, or else to standard output.
fn write(answer: &str, to: &OutputArgs) -> Result<(), Error> {
    match to.output.as_deref().filter(|path| *path != Path::new("-")) {
        Some(path) => files::write(path, answer.as_bytes(), to.force),
        None => print(answer).map(|_| ()),
    }
}

/// Writes an answer to be read: page by page where it is longer than the terminal is high.
fn read_out(answer: &str) -> Result<u8, Error> {
    if pager::show(answer) {
        return Ok(0);
    }
    print(answer)
}

/// The same of a page: its addresses are links where it goes to a terminal, and whole in a pager and a pipe.
fn read_out_page(page: &Page, ascii: bool) -> Result<u8, Error> {
    read_out_with(page, "", ascii)
}

/// The same with lines of text after it.
fn read_out_with(page: &Page, after: &str, ascii: bool) -> Result<u8, Error> {
    let plain = ascii_if(page.plain() + after, ascii);
    if pager::show(&plain) {
        return Ok(0);
    }
    if io::stdout().is_terminal() && reader::makes_links() {
        return print(&ascii_if(page.for_terminal() + after, ascii));
    }
    print(&plain)
}

/// The program's own signs and the typography of a text in ASCII, if that is wanted.
fn ascii_if(answer: String, ascii: bool) -> String {
    if ascii {
        text::ascii::to_ascii(&answer)
    } else {
        answer
    }
}

/// Columns for text on standard output: of the terminal, at most what is good to read; 80 for a pipe.
fn columns() -> usize {
    terminal_columns().clamp(20, 100)
}

/// Columns of the terminal that standard output is; 80 for a pipe.
fn terminal_columns() -> usize {
    let terminal = io::stdout()
        .is_terminal()
        .then(crossterm::terminal::size)
        .and_then(Result::ok);
    terminal.map_or(80, |(columns, _)| usize::from(columns))
}

/// Colours are for terminals whose owner wants them (<https://no-color.org>).
fn wants_colour(terminal: bool) -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    terminal && !set("NO_COLOR") && !is_dumb()
}

/// Whether the terminal says that it can do nothing but print.
fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}
