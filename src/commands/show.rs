//! `neutrality show EVENT`: the page of one event, as the reader shows it.

use super::{columns, filter, print, read_out_page};
use crate::cli::{Format, ShowArgs};
use crate::error::Error;
use crate::export::json;
use crate::files::Origin;
use crate::page;

pub(super) fn run(args: &ShowArgs) -> Result<u8, Error> {
    let timeline = Origin::new(args.file.file.as_deref()).timeline()?;
    let Some(event) = timeline.event_called(&args.event) else {
        return Err(filter::unknown(
            "event",
            &args.event,
            timeline.events.iter().map(|event| event.id.as_str()),
        ));
    };
    match args.format {
        Format::Text => {
            let page = page::event::page(&timeline, event, columns(), &[]);
            read_out_page(&page, false)
        }
        Format::Json => print(&json::show(&timeline, event)),
    }
}
