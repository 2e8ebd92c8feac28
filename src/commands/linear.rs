//! `neutrality --linear`: the reader in lines, on standard input and output.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::PathBuf;
use std::rc::Rc;

use super::saving::Keeper;
use super::{ascii_if, notebook, progress, resume, settings, start};
use crate::app::App;
use crate::cli::ReadArgs;
use crate::error::Error;
use crate::files::Origin;
use crate::linear::{Linear, Reply};
use crate::settings::Layer;
use crate::text;

/// The prompt of a line.
const PROMPT: &str = "> ";

/// The longest line that is taken, in bytes; nobody types more.
const LONGEST: u64 = 1 << 20;

pub(super) fn run(args: &ReadArgs, files: &[PathBuf], origin: Origin) -> Result<u8, Error> {
    if matches!(origin, Origin::StandardInput) {
        return Err(Error::Usage {
            message: "standard input cannot be both the timeline and what is typed; name a file"
                .to_owned(),
        });
    }
    let found = settings::find(Layer::of_flags(&args.look));
    found.warn();
    let mut settings = found.settings;
    let path = files.first().map(PathBuf::as_path);
    let timeline =
        progress::timeline(origin).map_err(|error| start::perhaps_a_command(path, error))?;
    let mut app = resume::begin(args, &mut settings, timeline, origin)?;
    app.setup.mouse = false;
    app.setup.files = files
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    notebook::begin(&mut app, origin, &settings);
    let keeper = Rc::new(Keeper::new(origin));
    let keeps = Rc::clone(&keeper);
    let keep = move |app: &mut App, saving| keeps.save(app, saving);
    let mut linear = Linear::new(app, columns()).kept_by(Box::new(keep));
    let conversed = converse(&mut linear, settings.ascii.value);
    // Also where nobody listens any more.
    keeper.keep_at_last(linear.app());
    conversed?;
    resume::end(args, &settings, linear.app(), origin)?;
    Ok(0)
}

/// Says, asks, and says again, until the reader is left or the input ends.
fn converse(linear: &mut Linear, ascii: bool) -> Result<(), Error> {
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    // A line that was not echoed by a terminal is written, so that the transcript can be read.
    let echoes = !io::stdin().is_terminal();
    let mut answer = linear.open();
    loop {
        let Reply { text, ended } = answer;
        write(&mut output, &ascii_if(text, ascii))?;
        if ended {
            return Ok(());
        }
        write(&mut output, PROMPT)?;
        let Some(line) = next_line(&mut input)? else {
            write(&mut output, "\n")?;
            return Ok(());
        };
        if echoes {
            write(&mut output, &format!("{}\n", text::clean(line.trim_end())))?;
        }
        answer = linear.take(&line);
    }
}

fn write(output: &mut impl Write, text: &str) -> Result<(), Error> {
    output
        .write_all(text.as_bytes())
        .and_then(|()| output.flush())
        .map_err(Error::Write)
}

/// The next line without its end; `None` when there are no more.
fn next_line(input: &mut impl BufRead) -> Result<Option<String>, Error> {
    let mut line = Vec::new();
    let read = io::Read::take(&mut *input, LONGEST).read_until(b'\n', &mut line);
    match read.map_err(Error::Terminal)? {
        0 => Ok(None),
        read => {
            // What is more must not be taken for further lines.
            if read as u64 == LONGEST && line.last() != Some(&b'\n') {
                input.skip_until(b'\n').map_err(Error::Terminal)?;
            }
            let line = String::from_utf8_lossy(&line);
            Ok(Some(line.trim_end_matches(['\n', '\r']).to_owned()))
        }
    }
}

/// The terminal's columns, else what `COLUMNS` says, else 80.
fn columns() -> usize {
    let of_terminal = io::stdout()
        .is_terminal()
        .then(crossterm::terminal::size)
        .and_then(Result::ok)
        .map(|(columns, _)| usize::from(columns));
    let from_environment = || std::env::var("COLUMNS").ok()?.trim().parse().ok();
    of_terminal
        .or_else(from_environment)
        .unwrap_or(80)
        .clamp(20, 200)
}
