//! `neutrality at DATE`: every country's status at a date, its title and guarantors, and the event behind it.

use std::fmt::Write as _;

use chrono::NaiveDate;

use super::{ascii_if, columns, filter, print, read_out};
use crate::cli::{AtArgs, Format};
use crate::error::Error;
use crate::export::json;
use crate::files::Origin;
use crate::page::status_at;
use crate::selection::facet::Facet;
use crate::timeline::CountryId;

pub(super) fn run(args: &AtArgs) -> Result<u8, Error> {
    let date = filter::date(&args.date)?;
    let timeline = Origin::new(args.file.file.as_deref()).timeline()?;
    let filter = filter::filter(&args.filter, &timeline)?;
    let selected: Vec<CountryId> = args
        .filter
        .names(Facet::Country)
        .map(|name| filter::country(name, &timeline))
        .collect::<Result<_, _>>()?;
    // A named country is described even without a lane, and in the order of the arguments.
    let countries = if selected.is_empty() {
        filter::countries(&filter, &timeline)
    } else {
        selected
    };
    let time = (
        date.earliest().unwrap_or(NaiveDate::MIN),
        date.latest().unwrap_or(NaiveDate::MAX),
    );
    match args.format {
        Format::Json => print(&json::statuses(&timeline, &date, time, &countries)),
        Format::Text if countries.is_empty() && !timeline.spans.is_empty() => {
            filter::warn_of_no_match("country", &filter, &timeline);
            Ok(0)
        }
        Format::Text => {
            let mut text = format!("{}\n\n", date.label());
            let page = status_at::full(&timeline, time, &countries, columns()).plain();
            let _ = write!(text, "{page}");
            if countries.is_empty() {
                text.push_str("this timeline has no spans\n");
            }
            read_out(&ascii_if(text, args.ascii))
        }
    }
}
