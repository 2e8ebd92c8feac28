//! `neutrality export`: the timeline, or what a filter leaves of it, in another form.

use super::{cite, filter, write};
use crate::cli::{Align, ExportArgs, ExportFormat, PartArg};
use crate::error::Error;
use crate::export::layout::{DocumentLayout, DocumentPart};
use crate::export::{
    Extract, ages_svg, csv, html, icalendar, json, lanes_svg, markdown, timelinejs,
};
use crate::files::Origin;
use crate::text;
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
    let layout = layout(args)?;
    let extract = Extract::new(&timeline, &filter).laid_out(layout);
    refuse_missing_parts(&extract)?;
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

/// What is wanted of a document; other forms have no title, no parts and no style.
fn layout(args: &ExportArgs) -> Result<DocumentLayout, Error> {
    let is_document = matches!(args.format, ExportFormat::Markdown | ExportFormat::Html);
    let is_laid_out = args.title.is_some() || !args.only.is_empty() || args.style.is_some();
    if is_laid_out && !is_document {
        return Err(Error::Usage {
            message: "--title, --only and --style are for markdown and html".to_owned(),
        });
    }
    let is_lost = |part: &PartArg| matches!(part, PartArg::Lanes | PartArg::Ages | PartArg::Words);
    if args.format == ExportFormat::Markdown && args.only.iter().any(is_lost) {
        return Err(Error::Usage {
            message: "lanes, ages and words are parts of html; markdown has article, timeline, cases, sources and changes"
                .to_owned(),
        });
    }
    let part = |part: &PartArg| match part {
        PartArg::Lanes => DocumentPart::Lanes,
        PartArg::Ages => DocumentPart::Ages,
        PartArg::Article => DocumentPart::Article,
        PartArg::Timeline => DocumentPart::Timeline,
        PartArg::Cases => DocumentPart::Cases,
        PartArg::Sources => DocumentPart::Sources,
        PartArg::Changes => DocumentPart::Changes,
        PartArg::Words => DocumentPart::Words,
    };
    Ok(DocumentLayout {
        title: args
            .title
            .as_deref()
            .map(|title| text::clean(title).into_owned()),
        only: args.only.iter().map(part).collect(),
        style: args.style.as_deref().map(cite::named).transpose()?,
    })
}

/// A part that was asked for by name and of which there is nothing is not left out in silence.
fn refuse_missing_parts(extract: &Extract) -> Result<(), Error> {
    let is_empty = |part: &&DocumentPart| match part {
        DocumentPart::Article => extract.passages.is_empty(),
        DocumentPart::Cases => extract.cases.is_empty(),
        DocumentPart::Lanes | DocumentPart::Ages => extract.timeline.spans.is_empty(),
        DocumentPart::Changes => extract.changes().next().is_none(),
        DocumentPart::Timeline | DocumentPart::Sources | DocumentPart::Words => false,
    };
    match extract.layout.only.iter().find(is_empty) {
        Some(part) => Err(Error::Request {
            message: format!(
                "there is nothing for the part '{}'",
                part.title().to_lowercase()
            ),
        }),
        None => Ok(()),
    }
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
