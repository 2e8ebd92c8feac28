//! `neutrality`: the reader itself.

use std::io::{self, IsTerminal};
use std::panic::resume_unwind;
use std::path::Path;
use std::thread;

use super::{filter, linear, list, settings};
use crate::app::action::Action;
use crate::app::editing::Provenance;
use crate::app::{App, Theme, View};
use crate::cli::{FilterArgs, LookArgs, ReadArgs, TableFormat, ThemeArg, ViewArg};
use crate::error::Error;
use crate::files::{Opened, Origin};
use crate::reader;
use crate::settings::{Layer, Settings};
use crate::timeline::Timeline;

pub(super) fn run(args: &ReadArgs) -> Result<u8, Error> {
    let path = args.path.as_deref().or(args.file.file.as_deref());
    let origin = Origin::new(path);
    if args.linear {
        return linear::run(args, origin);
    }
    // Nobody reads a full-screen program through a pipe.
    if !io::stdout().is_terminal() {
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

/// A file that is not there, called almost like a command of ours: `neutrality lst`.
pub(super) fn perhaps_a_command(path: Option<&Path>, error: Error) -> Error {
    let meant = path.and_then(|path| super::meant(path.as_os_str()));
    match (meant, error) {
        (Some(command), Error::Read { name, reason }) => Error::Read {
            name,
            reason: format!("{reason}; did you mean 'neutrality {command}'?"),
        },
        (_, error) => error,
    }
}

/// Reads the timeline, and meanwhile asks the terminal for its colours, if they are to be found out.
fn load_and_ask(origin: Origin, asked: ThemeArg) -> (Result<Opened, Error>, Theme) {
    if asked != ThemeArg::Auto || !super::wants_colour(true) {
        return (origin.open(), theme(asked));
    }
    thread::scope(|scope| {
        let asking = scope.spawn(|| theme(asked));
        let opened = origin.open();
        (
            opened,
            asking.join().unwrap_or_else(|panic| resume_unwind(panic)),
        )
    })
}

/// The reader as the command line wants it to start.
pub(super) fn app(
    timeline: Timeline,
    settings: &Settings,
    look: &LookArgs,
    args: &FilterArgs,
) -> Result<App, Error> {
    let filter = filter::filter(args, &timeline)?;
    let at = look
        .at
        .as_deref()
        .map(|at| start(at, &timeline))
        .transpose()?;
    let mut app = App::new(timeline).ok_or_else(|| Error::Usage {
        message: "the timeline has no events".to_owned(),
    })?;
    app.setup.ascii = settings.ascii.value;
    app.setup.keymap = settings.keymap.clone();
    if !filter.is_empty() {
        app.set_filter(filter);
    }
    if let Some(at) = at {
        app.start_at(&at);
    }
    let view = match settings.view.value {
        ViewArg::Timeline => return Ok(app),
        ViewArg::Lanes => View::Lanes,
        ViewArg::Article => View::Article,
        ViewArg::Cases => View::Cases,
    };
    app.perform(Action::Show(view));
    Ok(app)
}

/// Checks that the place to start at is an event or a date.
fn start(at: &str, timeline: &Timeline) -> Result<String, Error> {
    let known = timeline.event_called(at).is_some() || filter::date(at).is_ok();
    if known {
        return Ok(at.to_owned());
    }
    Err(filter::unknown(
        "event or date",
        at,
        timeline.events.iter().map(|event| event.id.as_str()),
    ))
}

fn theme(asked: ThemeArg) -> Theme {
    match asked {
        ThemeArg::Light => Theme::Light,
        ThemeArg::Dark => Theme::Dark,
        ThemeArg::Mono => Theme::Mono,
        ThemeArg::Auto if !super::wants_colour(true) => Theme::Mono,
        ThemeArg::Auto => reader::theme_of_the_terminal(),
    }
}
