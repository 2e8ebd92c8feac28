//! `neutrality`: the reader itself.

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use super::opening::{self, Ready, follows_terminal};
use super::saving::Keeper;
use super::start::{self, perhaps_a_command};
use super::{linear, list, notebook, progress, question, resume, settings};
use crate::app::App;
use crate::app::edit::Provenance;
use crate::cli::{AnswerFormat, ReadArgs};
use crate::error::Error;
use crate::files::{Opened, Origin};
use crate::reader;
use crate::settings::Layer;

pub(super) fn run(args: &ReadArgs) -> Result<u8, Error> {
    let (files, words) = named_files(args)?;
    let files = match &args.file.file {
        Some(file) if files.is_empty() => std::slice::from_ref(file),
        _ => files,
    };
    let path = files.first().map(PathBuf::as_path);
    let origin = Origin::of_files(files);
    if !words.is_empty() {
        let words: Vec<_> = words.iter().map(|word| word.to_string_lossy()).collect();
        return question::run(args, &words.join(" "), origin);
    }
    refuse_answer_flags(args)?;
    let terminal = io::stdout().is_terminal();
    // A terminal that cannot place anything shows lines; what is piped in leaves nobody to type them.
    let lines = terminal && super::is_dumb();
    if args.linear || (lines && !matches!(origin, Origin::StandardInput)) {
        return linear::run(args, files, origin);
    }
    // Nobody reads a full-screen program through a pipe.
    if !terminal || lines {
        let timeline =
            progress::timeline(origin).map_err(|error| perhaps_a_command(path, error))?;
        start::check(&args.look, &args.filter, &timeline, origin)?;
        return list::list(&timeline, &args.filter, AnswerFormat::Text, origin);
    }
    let found = settings::find(Layer {
        mouse: args.no_mouse.then_some(false),
        ..Layer::of_flags(&args.look)
    });
    found.warn();
    let mut settings = found.settings;
    let opened = opening::open(files, &settings);
    let opened = opened.map_err(|error| perhaps_a_command(path, error))?;
    let Ready {
        opened: Opened { timeline, read },
        theme,
        taken,
    } = match opened {
        Ok(ready) => ready,
        Err(status) => return Ok(status),
    };
    let mut app = resume::begin(args, &mut settings, timeline, origin)?;
    app.setup.theme = theme;
    app.setup.follows_terminal = follows_terminal(settings.theme.value);
    app.setup.mouse = settings.mouse.value;
    app.setup.provenance = match origin {
        Origin::Shipped => Provenance::Shipped,
        Origin::StandardInput => Provenance::StandardInput,
        Origin::File(_) | Origin::Files(_) => Provenance::File,
    };
    app.setup.files = files
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    notebook::begin(&mut app, origin, &settings);
    let keeper = Keeper::new(origin);
    let mut save = |app: &mut App, saving| keeper.save(app, saving);
    let run = reader::run(app, read.map(|read| (files, read)), &mut save, taken);
    let (status, app) = run.map_err(Error::Terminal)?;
    keeper.keep_at_last(&app);
    resume::end(args, &settings, &app, origin)?;
    // The process ends and its memory with it: to take a million events apart before that would be waited for.
    std::mem::forget(app);
    Ok(status)
}

/// The files that are named first, and the question after them: what exists as a file, or can only be one, is one.
fn named_files(args: &ReadArgs) -> Result<(&[PathBuf], &[PathBuf]), Error> {
    let Some((first, rest)) = args.words.split_first() else {
        return Ok((&[], &[]));
    };
    let is_written_as_one = || {
        let is_toml = first
            .extension()
            .is_some_and(|extension| extension == "toml");
        let starts_as_path = first.has_root() || first.starts_with(".") || first.starts_with("..");
        is_toml || starts_as_path || first.as_os_str() == "-"
    };
    if !first.exists() && !is_written_as_one() {
        return Ok((&[], &args.words));
    }
    if args.file.file.is_some() {
        return Err(Error::Usage {
            message: "the timeline is named twice: by --file, and by the first word".to_owned(),
        });
    }
    let is_toml =
        |path: &&PathBuf| path.is_file() && path.extension().is_some_and(|of| of == "toml");
    let more = rest.iter().take_while(is_toml).count();
    Ok(args.words.split_at(1 + more))
}

/// A form of the answer means nothing where nothing is asked.
fn refuse_answer_flags(args: &ReadArgs) -> Result<(), Error> {
    let answer = &args.answer;
    if answer.format.is_some() || answer.form.is_some() || answer.style.is_some() {
        return Err(Error::Usage {
            message:
                "--format, --as and --style are for a question: 'neutrality belgium 1914-08-01'"
                    .to_owned(),
        });
    }
    Ok(())
}
