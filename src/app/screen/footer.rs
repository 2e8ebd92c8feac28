//! The last line of the screen: what can be done here, as hints, and how much is shown of how much.

use super::hints::{Hint, lay_out, likeliest};
use super::layout::Area;
use crate::app::keys::Context;
use crate::app::{App, View};
use crate::page::tour::position;
use crate::text;
use crate::text::wrap::wrap;
use crate::words::{count, fill};

/// The parts of the line, around a prompt or a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footer {
    /// "37 of 118 shown", and the column at which it begins.
    pub shown: (u16, String),
    /// Columns from the left that prompts, messages and hints may take.
    pub room: u16,
    /// The rows of a message, the last of them on this line; the others lie over what stands above it.
    pub message: Vec<String>,
    /// Empty while there is a prompt or a message.
    pub hints: Vec<Hint>,
}

impl Footer {
    /// How many rows above the line a message takes.
    pub fn rows_above(&self) -> u16 {
        self.message.len().saturating_sub(1) as u16
    }
}

pub(super) fn footer(app: &App, line: Area) -> Footer {
    let shown = match stop(app) {
        // The text of the stop has the room, and what is shown of how much is no question there.
        Some(stop) if app.location.stop().is_some() && is_unfiltered(app) => stop,
        Some(stop) => format!("{stop} · {}", shown(app, line.width)),
        None => shown(app, line.width),
    };
    let right = line.width.saturating_sub(2);
    let begins = |shown: &str| right.saturating_sub(text::columns(shown));
    let columns_of_message = app.message().map_or(0, text::width);
    // A message is read whole, and only how many events are shown is always said.
    let shown = match usize::from(begins(&shown).saturating_sub(4)) < columns_of_message {
        true => events_shown(app),
        false => shown,
    };
    let x = begins(&shown);
    let room = x.saturating_sub(4);
    Footer {
        shown: (x, shown),
        room,
        message: message(app, line, room),
        hints: hints(app, line, room),
    }
}

/// The message, whole: where it is too long for this line it grows upwards; what would take half a screen loses its middle,
/// so that the reason at its end is read.
fn message(app: &App, line: Area, room: u16) -> Vec<String> {
    let Some(message) = app.message() else {
        return Vec::new();
    };
    let (width, most) = (line.width.saturating_sub(2), line.y / 2 + 1);
    let rows = message_in_rows(message, width, room);
    if rows.len() <= most.into() {
        return rows;
    }
    // Rows end where words do, so that not all columns are filled; how many are is found by halving.
    let cut =
        |columns: usize| message_in_rows(&text::without_middle(message, columns), width, room);
    let (mut fits, mut most_columns) = (
        0,
        usize::from(width) * usize::from(most - 1) + usize::from(room),
    );
    while fits < most_columns {
        let columns = (fits + most_columns).div_ceil(2);
        match cut(columns).len() <= most.into() {
            true => fits = columns,
            false => most_columns = columns - 1,
        }
    }
    cut(fits)
}

/// The last row shares its line with what is shown of how much.
fn message_in_rows(message: &str, width: u16, room: u16) -> Vec<String> {
    let in_rows = |text: &str, columns: u16| -> Vec<String> {
        wrap(text, columns.into())
            .into_iter()
            .map(|range| text[range].to_owned())
            .collect()
    };
    let mut rows = in_rows(message, width);
    if let Some(last) = rows.pop() {
        rows.extend(in_rows(&last, room));
    }
    rows
}

fn hints(app: &App, line: Area, room: u16) -> Vec<Hint> {
    let context = app.context();
    let takes_text = context == Context::Prompt && app.panel().is_none();
    if takes_text || app.message.is_some() {
        return Vec::new();
    }
    let line = Area {
        x: 1,
        width: room.saturating_sub(1),
        ..line
    };
    lay_out(&app.setup.keymap, context, &likeliest(app, context), line)
}

/// "stop 3 of 12", on a tour.
fn stop(app: &App) -> Option<String> {
    let (tour, at) = app.tour()?;
    Some(fill("stop {0}", &[&position(tour, at)]))
}

/// Whether no filter hides anything.
fn is_unfiltered(app: &App) -> bool {
    app.location.selection.filter().is_empty()
}

/// "3 of 9 cases".
fn in_words((kept, all, kind): (usize, usize, &'static str)) -> String {
    fill("{0} of {1}", &[&kept, &count(all, kind)])
}

/// "37 of 118 shown".
fn events_shown(app: &App) -> String {
    let visible = app.location.selection.visible().len();
    let events = app.document.timeline.events.len();
    fill("{0} of {1} shown", &[&visible, &events])
}

/// How much is shown of how much: always the events, and of a view with other rows what a filter leaves of those.
fn shown(app: &App, width: u16) -> String {
    let shown = events_shown(app);
    let shown = match app.kept().map(|kept| (in_words(kept), &shown)) {
        Some((kept, shown))
            if text::width(&kept) + text::width(shown) <= usize::from(width) / 2 =>
        {
            format!("{kept} · {shown}")
        }
        _ => shown,
    };
    if app.location.view == View::Lanes && !app.location.lanes.ages.shown {
        return match app.clustered() {
            0 => shown,
            number => format!("{shown} · {}", fill("{0} clustered", &[&number])),
        };
    }
    // All questions are there unless those that tell nothing apart are left out.
    if app.location.view != View::Cases || !app.location.cases.only_differences {
        return shown;
    }
    let timeline = &app.document.timeline;
    let left = app.location.cases.questions(timeline).count();
    let questions = in_words((left, timeline.criteria.len(), "question"));
    let with_questions = format!("{questions} · {shown}");
    match text::width(&with_questions) <= usize::from(width) / 2 {
        true => with_questions,
        false => shown,
    }
}
