//! `neutrality tour [TOUR]`: the tours of the timeline, or one of them from its first stop to its last.

use super::{columns, filter, print, progress, read_out_page};
use crate::cli::{Format, TourArgs};
use crate::error::Error;
use crate::export::json;
use crate::files::Origin;
use crate::page::evidence::Numbers;
use crate::page::tour;
use crate::timeline::{Timeline, TourId};

pub(super) fn run(args: &TourArgs) -> Result<u8, Error> {
    let timeline = progress::timeline(Origin::new(args.file.file.as_deref()))?;
    let selected = args.tour.as_deref();
    let selected = selected
        .map(|name| filter::tour(name, &timeline))
        .transpose()?;
    let tours = selected.map_or_else(|| TourId::all(&timeline).collect(), |id| vec![id]);
    let page = match (args.format, selected) {
        (Format::Json, _) => return print(&json::tours(&timeline, &tours)),
        (Format::Text, None) if tours.is_empty() => return print("this timeline has no tours\n"),
        (Format::Text, None) => tour::list(&timeline, columns()),
        (Format::Text, Some(id)) => {
            let numbers = Numbers::for_ascii(args.ascii);
            tour::full(&timeline, id, columns(), numbers)
        }
    };
    read_out_page(&page, args.ascii)
}

/// Prints a tour from its first stop to its last.
pub(super) fn print_text(timeline: &Timeline, id: TourId) -> Result<u8, Error> {
    let page = tour::full(timeline, id, columns(), Numbers::for_ascii(false));
    read_out_page(&page, false)
}
