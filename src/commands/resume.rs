//! The last place in the reader, on a screen and in lines: found where the settings ask for it and nothing else was asked,
//! and at the end kept, or printed as the command that opens it.

use super::{notebook, print, start};
use crate::app::{App, left_out, place_flags, view_command};
use crate::cli::{PlaceArgs, ReadArgs, filter};
use crate::error::Error;
use crate::files::{Origin, Patience};
use crate::notes::NotebookChange;
use crate::settings::Settings;
use crate::timeline::Timeline;

/// The reader where it is asked to begin, or where it was left last.
pub(super) fn begin(
    args: &ReadArgs,
    settings: &mut Settings,
    timeline: Timeline,
    origin: Origin,
) -> Result<App, Error> {
    let resumed = place(args, settings, &timeline, origin);
    let (look, filter) = match &resumed {
        Some(Ok(place)) => (&place.look, &place.filter),
        _ => (&args.look, &args.filter),
    };
    settings.view.value = look.view.unwrap_or(settings.view.value);
    let mut app = start::app(timeline, settings, look, filter, origin)?;
    if let Some(Err(gone)) = &resumed {
        app.say(format!("the last place is no longer there: {gone}"));
    }
    Ok(app)
}

/// Keeps the place at which the reader is left where the settings ask for it, and prints it on wish.
pub(super) fn end(
    args: &ReadArgs,
    settings: &Settings,
    app: &App,
    origin: Origin,
) -> Result<(), Error> {
    if settings.resume {
        leave(app, origin);
    }
    match args.print_view {
        true => print_view(app),
        false => Ok(()),
    }
}

/// The place at which the reader was left last, or why it is no longer there; `None` where it is not wanted or not known.
fn place(
    args: &ReadArgs,
    settings: &Settings,
    timeline: &Timeline,
    origin: Origin,
) -> Option<Result<PlaceArgs, String>> {
    let look = &args.look;
    let is_elsewhere = look.view.is_some() || look.at.is_some() || look.tour.is_some();
    if !settings.resume || is_elsewhere || !args.filter.is_empty() {
        return None;
    }
    let flags = notebook::load(origin).ok()?.place?;
    Some(read(&flags, timeline, origin))
}

fn read(flags: &str, timeline: &Timeline, origin: Origin) -> Result<PlaceArgs, String> {
    let place: PlaceArgs = filter::of_line(flags).map_err(|wrong| wrong.to_string())?;
    let found = start::check(&place.look, &place.filter, timeline, origin);
    found.map_err(|error: Error| error.to_string())?;
    Ok(place)
}

/// Keeps the place at which the reader is left; what cannot be kept is said, and is no failure.
fn leave(app: &App, origin: Origin) {
    let Ok(file) = notebook::file(origin) else {
        return;
    };
    let change = NotebookChange::Leave(place_flags(app));
    if let Err(error) = file.change(&app.timeline().title, change, Patience::Long) {
        super::warn(&format!("the last place is not kept: {error}"));
    }
}

/// Prints the command that opens the view that was left, and says what of it no flag does.
fn print_view(app: &App) -> Result<(), Error> {
    let command = view_command(app).map_err(|reason| Error::Request {
        message: format!("the view is not printed: {reason}"),
    })?;
    print(&format!("{command}\n"))?;
    let left_out = left_out(app);
    if !left_out.is_empty() {
        super::warn(&format!("this leaves out {}", left_out.join(" and ")));
    }
    Ok(())
}
