//! The last place in the reader: found where the settings ask for it and nothing else was asked, and kept at the end.

use super::{notebook, start};
use crate::app::{App, place_flags};
use crate::cli::{PlaceArgs, ReadArgs, filter};
use crate::error::Error;
use crate::files::Origin;
use crate::notes::NotebookChange;
use crate::settings::Settings;
use crate::timeline::Timeline;

/// The place at which the reader was left last, or why it is no longer there; `None` where it is not wanted or not known.
pub(super) fn place(
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
    let place: PlaceArgs = filter::of_line(flags)?;
    let found = start::check(&place.look, &place.filter, timeline, origin);
    found.map_err(|error: Error| error.to_string())?;
    Ok(place)
}

/// Keeps the place at which the reader is left; what cannot be kept is said, and is no failure.
pub(super) fn leave(app: &App, origin: Origin) {
    let Ok(file) = notebook::file(origin) else {
        return;
    };
    let change = NotebookChange::Leave(place_flags(app));
    if let Err(error) = file.change(&app.timeline().title, change) {
        super::warn(&format!("the last place is not kept: {error}"));
    }
}
