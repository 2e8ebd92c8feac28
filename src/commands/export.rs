//! `neutrality export`: the timeline, or what a filter leaves of it, in another form.

use super::{filter, write};
use crate::cli::{ExportArgs, ExportFormat};
use crate::error::Error;
use crate::export::{Extract, csv, html, json, lanes_svg, markdown, timelinejs};
use crate::files::Origin;

pub(super) fn run(args: &ExportArgs) -> Result<u8, Error> {
    let timeline = Origin::new(args.file.file.as_deref()).timeline()?;
    let filter = filter::filter(&args.filter, &timeline)?;
    let extract = Extract::new(&timeline, &filter);
    if extract.events.is_empty() {
        return Err(Error::Nothing {
            asked: filter.parts(&timeline).join(", "),
        });
    }
    let answer = match args.format {
        ExportFormat::Markdown => markdown::document(&extract),
        ExportFormat::Html => html::page(&extract),
        ExportFormat::Json => json::whole(&extract),
        ExportFormat::Csv => csv::events(&extract),
        ExportFormat::Timelinejs => timelinejs::file(&extract),
        ExportFormat::Svg => lanes_svg::document(&extract),
    };
    write(&answer, &args.output)?;
    Ok(0)
}
