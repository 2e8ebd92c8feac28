//! `neutrality`: the reader itself.

use std::io::{self, IsTerminal};
use std::panic::resume_unwind;
use std::thread;

use std::path::PathBuf;

use super::saving::Keeper;
use super::start::{self, perhaps_a_command};
use super::{linear, list, notebook, question, resume, settings};
use crate::app::App;
use crate::app::Theme;
use crate::app::edit::Provenance;
use crate::cli::{AnswerFormat, ReadArgs, ThemeArg};
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
        let timeline = origin
            .timeline()
            .map_err(|error| perhaps_a_command(path, error))?;
        start::check(&args.look, &args.filter, &timeline, origin)?;
        return list::list(&timeline, &args.filter, AnswerFormat::Text, origin);
    }
    let found = settings::find(Layer {
        mouse: args.no_mouse.then_some(false),
        ..Layer::of_flags(&args.look)
    });
    found.warn();
    let (opened, theme) = load_and_ask(origin, found.settings.theme.value);
    let Opened { timeline, bytes } = opened.map_err(|error| perhaps_a_command(path, error))?;
    let mut settings = found.settings;
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
    let run = reader::run(app, bytes.map(|bytes| (files, bytes)), &mut save);
    let (status, app) = run.map_err(Error::Terminal)?;
    keeper.keep_at_last(&app);
    resume::end(args, &settings, &app, origin)?;
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

/// Reads the timeline, and meanwhile asks the terminal for its colours, if they are to be found out.
fn load_and_ask(origin: Origin, theme_arg: ThemeArg) -> (Result<Opened, Error>, Theme) {
    if !follows_terminal(theme_arg) {
        return (origin.open(), theme(theme_arg));
    }
    thread::scope(|scope| {
        let thread = thread::Builder::new().name("colours".into());
        let asking = thread.spawn_scoped(scope, || theme(theme_arg));
        let opened = origin.open();
        let theme = match asking {
            Ok(asking) => asking.join().unwrap_or_else(|panic| resume_unwind(panic)),
            // Where no thread can be made, one waits a little longer.
            Err(_) => theme(theme_arg),
        };
        (opened, theme)
    })
}

/// Whether the terminal decides between dark and light.
fn follows_terminal(theme_arg: ThemeArg) -> bool {
    theme_arg == ThemeArg::Auto && super::wants_colour(true)
}

fn theme(theme_arg: ThemeArg) -> Theme {
    match theme_arg {
        ThemeArg::Light => Theme::Light,
        ThemeArg::Dark => Theme::Dark,
        ThemeArg::Mono => Theme::Mono,
        ThemeArg::Auto if !super::wants_colour(true) => Theme::Mono,
        ThemeArg::Auto => reader::theme_of_the_terminal(),
    }
}
