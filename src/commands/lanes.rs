//! `neutrality lanes`: every country's status over time, as text.

use std::io::{self, IsTerminal};

use super::{filter, print, progress, read_out};
use crate::cli::{Align, Format, LanesArgs};
use crate::error::Error;
use crate::export::json;
use crate::files::Origin;
use crate::lanes::ages::Ages;
use crate::lanes::plan::Plan;
use crate::ui::{self, picture};

/// Columns where nobody says how many there are.
const COLUMNS: u16 = 100;

pub(super) fn run(args: &LanesArgs) -> Result<u8, Error> {
    let origin = Origin::new(args.file.path());
    let mut timeline = progress::timeline(origin)?;
    let filter = filter::filter(&args.filter, &timeline, origin)?;
    let has_none = timeline.spans.is_empty();
    // A country's lane is its spans, and is kept or left out with all of them.
    let shown = filter::countries(&filter, &timeline);
    timeline.spans.retain(|span| shown.contains(&span.country));
    match args.format {
        Format::Json => print(&match args.align {
            Align::Years => json::lanes(&timeline, &Plan::new(&timeline)),
            Align::Begin => json::ages(&timeline, &Ages::new(&timeline)),
        }),
        Format::Text if has_none => print("this timeline has no spans\n"),
        Format::Text if shown.is_empty() => {
            filter::warn_of_no_match("lane", &filter, &timeline);
            Ok(0)
        }
        Format::Text => {
            let width = args.width.unwrap_or_else(columns);
            let sheet = match args.align {
                Align::Years => ui::lanes::sheet::sheet(&timeline, width, args.ascii),
                Align::Begin => ui::lanes::ages::sheet(&timeline, width, args.ascii),
            };
            let shown = picture::text(&sheet);
            read_out(&format!("{}\n", shown.trim_end()))
        }
    }
}

/// The breadth of the terminal: lanes are better the wider they are.
fn columns() -> u16 {
    let terminal = io::stdout()
        .is_terminal()
        .then(crossterm::terminal::size)
        .and_then(Result::ok);
    terminal.map_or(COLUMNS, |(columns, _)| columns.clamp(40, 300))
}
