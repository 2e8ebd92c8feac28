//! The state in which a reader starts, on a screen, in lines or for a single frame: as the settings and flags say.

use crate::words;
use std::path::Path;

use super::{filter, question};
use crate::app::action::Action;
use crate::app::{App, View};
use crate::cli::{FilterArgs, LookArgs, ViewArg};
use crate::error::Error;
use crate::files::Origin;
use crate::settings::Settings;
use crate::text;
use crate::timeline::{Timeline, TourId};
use crate::ui;

/// The reader as the command line wants it to start.
pub(super) fn app(
    timeline: Timeline,
    settings: &Settings,
    look: &LookArgs,
    args: &FilterArgs,
    origin: Origin,
) -> Result<App, Error> {
    words::prefer(settings.language);
    let filter = filter::filter(args, &timeline, origin)?;
    let at = look
        .at
        .as_deref()
        .map(|at| start(at, &timeline))
        .transpose()?;
    let tour = look.tour.as_deref();
    let tour = tour.map(|id| stop(id, &timeline)).transpose()?;
    let mut app = App::new(timeline).ok_or_else(|| Error::Usage {
        message: "the timeline has no events".to_owned(),
    })?;
    app.setup.ascii = settings.ascii.value;
    app.setup.keymap = settings.keymap.clone();
    app.setup.colours = settings.colours.clone();
    app.setup.chart = Some(ui::lanes::sheet::text_of);
    let is_asked_elsewhere =
        !filter.is_empty() || at.is_some() || tour.is_some() || look.view.is_some();
    if !is_asked_elsewhere {
        app.start_before_events();
    }
    if !filter.is_empty() {
        app.set_filter(filter);
    }
    if let Some(at) = &at {
        app.start_at(at);
    }
    if let Some((tour, stop)) = tour {
        app.start_tour_at(tour, stop);
        return Ok(app);
    }
    let view = match settings.view.value {
        ViewArg::Timeline => return Ok(app),
        ViewArg::Lanes | ViewArg::Ages => View::Lanes,
        ViewArg::Article => View::Article,
        ViewArg::Cases => View::Cases,
    };
    app.perform(Action::Show(view));
    if settings.view.value == ViewArg::Ages && app.location().view == View::Lanes {
        match at.and_then(|at| app.timeline().event_called(&at)) {
            Some(event) => app.start_in_ages(event),
            None => {
                app.perform(Action::Ages);
            }
        }
    }
    Ok(app)
}

/// Checks that the reader can start so.
pub(super) fn check(
    look: &LookArgs,
    args: &FilterArgs,
    timeline: &Timeline,
    origin: Origin,
) -> Result<(), Error> {
    filter::filter(args, timeline, origin)?;
    if let Some(tour) = &look.tour {
        stop(tour, timeline)?;
    }
    look.at
        .as_deref()
        .map_or(Ok(()), |at| start(at, timeline).map(|_| ()))
}

/// A tour and the position of its stop, as "TOUR" or "TOUR:STOP".
fn stop(written: &str, timeline: &Timeline) -> Result<(TourId, usize), Error> {
    let (id, number) = match written.rsplit_once(':') {
        Some((id, number)) => (id, number),
        None => (written, "1"),
    };
    let tour = filter::tour(id, timeline)?;
    let stops = timeline[tour].stops.len();
    let at = number.parse::<usize>().ok();
    match at.and_then(|number| number.checked_sub(1)) {
        Some(at) if at < stops.max(1) => Ok((tour, at)),
        _ => Err(Error::Request {
            message: format!(
                "'{}' is no stop of '{id}', which has {}",
                text::clean(number),
                text::count(stops, "stop")
            ),
        }),
    }
}

/// Checks that what to start at is an event or a date.
fn start(at: &str, timeline: &Timeline) -> Result<String, Error> {
    if timeline.event_called(at).is_some() || filter::date(at).is_ok() {
        return Ok(at.to_owned());
    }
    let is_case = timeline.cases.iter().any(|case| case.id == at);
    if is_case || timeline.passage_called(at).is_some() {
        return Ok(at.to_owned());
    }
    if let Ok(event) = question::event(at, timeline) {
        return Ok(timeline[event].id.to_string());
    }
    Err(filter::unknown(
        "event or date",
        at,
        timeline.events.iter().map(|event| event.id.as_str()),
    ))
}

/// A file that is not there, called almost like a command of ours: `neutrality lst`.
pub(super) fn perhaps_a_command(path: Option<&Path>, error: Error) -> Error {
    let meant = path.and_then(|path| super::usage::meant(path.as_os_str()));
    match (meant, error) {
        (Some(command), Error::Read { name, source, .. }) => Error::Read {
            name,
            source,
            command: Some(command),
        },
        (_, error) => error,
    }
}
