//! `neutrality export`: the timeline, or what a filter leaves of it, in another form.

use super::{filter, write};
use crate::cli::{Align, ExportArgs, ExportFormat};
use crate::error::Error;
use crate::export::{
    Extract, ages_svg, csv, html, icalendar, json, lanes_svg, markdown, timelinejs,
};
use crate::files::Origin;
use crate::timeline::{Timeline, TourId};

pub(super) fn run(args: &ExportArgs) -> Result<u8, Error> {
    let timeline = Origin::new(args.file.path()).timeline()?;
    let filter = filter::filter(&args.filter, &timeline)?;
    if let Some(id) = &args.tour {
        let tour = filter::tour(id, &timeline)?;
        let hand_out = hand_out(&timeline, tour, args.format)?;
        write(&hand_out, &args.output)?;
        return Ok(0);
    }
    let extract = Extract::new(&timeline, &filter);
    if extract.events.is_empty() {
        return Err(Error::Nothing {
            filter: filter.parts(&timeline).join(", "),
        });
    }
    let answer = match args.format {
        ExportFormat::Markdown => markdown::document(&extract),
        ExportFormat::Html => html::page(&extract),
        ExportFormat::Json => json::full(&extract),
        ExportFormat::Csv => csv::events(&extract),
        ExportFormat::Timelinejs => timelinejs::file(&extract),
        ExportFormat::Svg => match args.align {
            Align::Years => lanes_svg::document(&extract),
            Align::Begin => ages_svg::document(&extract),
        },
        ExportFormat::Icalendar => icalendar::calendar(&extract),
    };
    write(&answer, &args.output)?;
    Ok(0)
}

/// A tour in one of the forms that are made to be read from beginning to end.
fn hand_out(timeline: &Timeline, tour: TourId, format: ExportFormat) -> Result<String, Error> {
    match format {
        ExportFormat::Markdown => Ok(markdown::tour::hand_out(timeline, tour)),
        ExportFormat::Html => Ok(html::tour::hand_out(timeline, tour)),
        ExportFormat::Json
        | ExportFormat::Csv
        | ExportFormat::Timelinejs
        | ExportFormat::Svg
        | ExportFormat::Icalendar => Err(Error::Usage {
            message: "a tour is handed out as markdown or html; 'neutrality tour TOUR --format json' prints it"
                .to_owned(),
        }),
    }
}
