//! `neutrality at DATE`: every country's status at a date, its title and guarantors, and the event behind it.

use std::fmt::Write as _;

use chrono::NaiveDate;

use super::{columns, filter, print, read_out, typed};
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
    let asked: Vec<CountryId> = args
        .filter
        .names(Facet::Country)
        .map(|name| filter::country(name, &timeline))
        .collect::<Result<_, _>>()?;
    // Who is named is told of, even without a lane, and in the order in which one asks.
    let countries = if asked.is_empty() {
        filter::countries(&filter, &timeline)
    } else {
        asked
    };
    let time = (
        date.earliest().unwrap_or(NaiveDate::MIN),
        date.latest().unwrap_or(NaiveDate::MAX),
    );
    match args.format {
        Format::Json => print(&json::statuses(&timeline, &date, time, &countries)),
        Format::Text if countries.is_empty() && !timeline.spans.is_empty() => {
            filter::tell_nothing("country", &filter, &timeline);
            Ok(0)
        }
        Format::Text => {
            let mut said = format!("{}\n\n", date.label());
            let page = status_at::whole(&timeline, time, &countries, columns()).plain();
            let _ = write!(said, "{page}");
            if countries.is_empty() {
                said.push_str("this timeline has no spans\n");
            }
            read_out(&typed(said, args.ascii))
        }
    }
}
