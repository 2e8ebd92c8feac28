//! `neutrality`: the reader itself.

use std::io::{self, IsTerminal};
use std::panic::resume_unwind;
use std::thread;

use super::start::{app, perhaps_a_command};
use super::{linear, list, settings};
use crate::app::Theme;
use crate::app::edit::Provenance;
use crate::cli::{ReadArgs, TableFormat, ThemeArg};
use crate::error::Error;
use crate::files::{Opened, Origin};
use crate::reader;
use crate::settings::Layer;

pub(super) fn run(args: &ReadArgs) -> Result<u8, Error> {
    let path = args.path.as_deref().or(args.file.file.as_deref());
    let origin = Origin::new(path);
    let terminal = io::stdout().is_terminal();
    // A terminal that cannot place anything shows lines; what is piped in leaves nobody to type them.
    let lines = terminal && super::is_dumb();
    if args.linear || (lines && !matches!(origin, Origin::StandardInput)) {
        return linear::run(args, origin);
    }
    // Nobody reads a full-screen program through a pipe.
    if !terminal || lines {
        let timeline = origin
            .timeline()
            .map_err(|error| perhaps_a_command(path, error))?;
        return list::list(&timeline, &args.filter, TableFormat::Text);
    }
    let found = settings::find(Layer {
        mouse: args.no_mouse.then_some(false),
        ..Layer::of_flags(&args.look)
    });
    found.warn();
    let (opened, theme) = load_and_ask(origin, found.settings.theme.value);
    let Opened { timeline, bytes } = opened.map_err(|error| perhaps_a_command(path, error))?;
    let mut app = app(timeline, &found.settings, &args.look, &args.filter)?;
    app.setup.theme = theme;
    app.setup.mouse = found.settings.mouse.value;
    app.setup.provenance = match origin {
        Origin::Shipped => Provenance::Shipped,
        Origin::StandardInput => Provenance::StandardInput,
        Origin::File(_) => Provenance::File,
    };
    reader::run(app, path.zip(bytes)).map_err(Error::Terminal)
}

/// Reads the timeline, and meanwhile asks the terminal for its colours, if they are to be found out.
fn load_and_ask(origin: Origin, theme_arg: ThemeArg) -> (Result<Opened, Error>, Theme) {
    if theme_arg != ThemeArg::Auto || !super::wants_colour(true) {
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

fn theme(theme_arg: ThemeArg) -> Theme {
    match theme_arg {
        ThemeArg::Light => Theme::Light,
        ThemeArg::Dark => Theme::Dark,
        ThemeArg::Mono => Theme::Mono,
        ThemeArg::Auto if !super::wants_colour(true) => Theme::Mono,
        ThemeArg::Auto => reader::theme_of_the_terminal(),
    }
}
