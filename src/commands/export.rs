//! `neutrality export`: the timeline, or what a filter leaves of it, in another form.

use super::{cite, filter, notebook, progress, write};
use crate::citation::{self, Work, bibtex, csl_json, ris};
use crate::cli::{Align, ExportArgs, ExportFormat, PartArg};
use crate::error::Error;
use crate::export::layout::{DocumentLayout, DocumentPart};
use crate::export::{
    Extract, ages_svg, csv, html, icalendar, json, lanes_svg, markdown, timelinejs,
};
use crate::files::{self, Origin};
use crate::notes::Notebook;
use crate::notes::places::{MarkPlace, marked_events, places};
use crate::selection::filter::Filter;
use crate::text;
use crate::timeline::load::{Progress, ProgressStep};
use crate::timeline::{EventId, Timeline, TourId};

pub(super) fn run(args: &ExportArgs) -> Result<u8, Error> {
    let origin = Origin::new(args.file.path());
    let made = |progress: &Progress| made(args, origin, progress);
    write(&progress::reporting(&origin.name(), made)?, &args.output)?;
    Ok(0)
}

/// What is to be written.
fn made(args: &ExportArgs, origin: Origin, progress: &Progress) -> Result<String, Error> {
    let timeline = origin.timeline(progress)?;
    progress.enter(ProgressStep::Making);
    let filter = filter::filter(&args.filter, &timeline, origin)?;
    if let Some(id) = &args.tour {
        let tour = filter::tour(id, &timeline)?;
        return hand_out(&timeline, tour, args.format, &layout(args)?);
    }
    if args.bom && args.format != ExportFormat::Csv {
        return Err(Error::Usage {
            message: "--bom is for csv".to_owned(),
        });
    }
    let layout = layout(args)?;
    let mut extract = Extract::new(&timeline, &filter);
    if args.filter.marked {
        let notebook = notebook::load(origin)?;
        if notebook.marks.is_empty() {
            return Err(Error::Request {
                message:
                    "nothing is marked, so there is nothing to export; 'neutrality notes' says more"
                        .to_owned(),
            });
        }
        extract = extract.with_marks(&notebook);
    }
    let extract = extract.laid_out(layout);
    refuse_missing_parts(&extract)?;
    let mut answer = in_form(extract, args.format, args.align)?;
    if args.bom {
        answer.insert(0, '\u{FEFF}');
    }
    Ok(answer)
}

/// An extract in a form; one in which there is nothing is refused.
fn in_form(extract: Extract, format: ExportFormat, align: Align) -> Result<String, Error> {
    let extract = match format {
        ExportFormat::Html => with_pictures(extract),
        _ => extract,
    };
    let extract = &extract;
    let is_document = matches!(format, ExportFormat::Markdown | ExportFormat::Html);
    if extract.has_only_gone() && !is_document {
        return Err(Error::Request {
            message: "what is marked is no longer in this timeline; 'neutrality notes' lists it"
                .to_owned(),
        });
    }
    if extract.is_empty() && !extract.has_only_gone() {
        return Err(Error::Nothing {
            filter: extract.filter_in_words(),
        });
    }
    Ok(match format {
        ExportFormat::Markdown => markdown::document(extract),
        ExportFormat::Html => html::page(extract),
        ExportFormat::Json => json::full(extract),
        ExportFormat::Csv => csv::events(extract),
        ExportFormat::Timelinejs => timelinejs::file(extract),
        ExportFormat::Svg => match align {
            Align::Years => lanes_svg::document(extract),
            Align::Begin => ages_svg::document(extract),
        },
        ExportFormat::Icalendar => icalendar::calendar(extract),
        ExportFormat::Bibtex => bibtex::write(&cited(extract)?),
        ExportFormat::CslJson => csl_json::write(&cited(extract)?),
        ExportFormat::Ris => ris::write(&cited(extract)?),
    })
}

/// The same with the pictures that lie beside the timeline, so that the page needs no other file.
fn with_pictures(extract: Extract) -> Extract {
    let pictures = files::pictures(extract.timeline, &extract.events);
    let addresses = pictures
        .into_iter()
        .map(|(event, picture)| (event, picture.as_address()));
    let addresses = addresses.collect();
    extract.with_pictures(addresses)
}

/// The sources of what is exported, for those who have a program for them.
fn cited<'t>(extract: &Extract<'t>) -> Result<Vec<Work<'t>>, Error> {
    let works = citation::works(extract.timeline, &extract.events);
    if works.is_empty() {
        return Err(Error::Request {
            message: "none of these events has a source".to_owned(),
        });
    }
    Ok(works)
}

/// What a filter leaves, with the reader's notes beside it.
pub(super) fn shown(
    timeline: &Timeline,
    filter: &Filter,
    notebook: &Notebook,
    format: ExportFormat,
) -> Result<String, Error> {
    let extract = Extract::new(timeline, filter).with_notes(notebook);
    in_form(extract, format, Align::Years)
}

/// What is marked, with its notes.
pub(super) fn marked(
    timeline: &Timeline,
    notebook: &Notebook,
    format: ExportFormat,
) -> Result<String, Error> {
    let (filter, events) = (Filter::default(), marked_events(notebook, timeline));
    let marked: Vec<MarkPlace> = places(notebook, timeline).into_iter().flatten().collect();
    let extract = Extract::of_events(timeline, &filter, events)
        .only_places(&marked)
        .with_notes(notebook)
        .with_gone(notebook)
        .described("Marked by a reader");
    in_form(extract, format, Align::Years)
}

/// What was read, with the notes on it.
pub(super) fn trail(
    timeline: &Timeline,
    places: &[MarkPlace],
    notebook: &Notebook,
    format: ExportFormat,
) -> Result<String, Error> {
    let event = |place: &MarkPlace| match place {
        MarkPlace::Event(event) => Some(*event),
        MarkPlace::Passage(_) | MarkPlace::Cell(..) => None,
    };
    let mut events: Vec<EventId> = places.iter().filter_map(event).collect();
    events.sort_unstable();
    let filter = Filter::default();
    let extract = Extract::of_events(timeline, &filter, events)
        .only_places(places)
        .with_notes(notebook)
        .described("The trail of a reading");
    in_form(extract, format, Align::Years)
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
    let is_lost = |part: &PartArg| matches!(part, PartArg::Lanes | PartArg::Ages);
    if args.format == ExportFormat::Markdown && args.only.iter().any(is_lost) {
        return Err(Error::Usage {
            message: "lanes and ages are parts of html; markdown has article, timeline, cases, sources, changes and words"
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
pub(super) fn hand_out(
    timeline: &Timeline,
    tour: TourId,
    format: ExportFormat,
    layout: &DocumentLayout,
) -> Result<String, Error> {
    match format {
        ExportFormat::Markdown => Ok(markdown::tour::hand_out(timeline, tour, layout)),
        ExportFormat::Html => Ok(html::tour::hand_out(timeline, tour, layout)),
        ExportFormat::Json
        | ExportFormat::Csv
        | ExportFormat::Timelinejs
        | ExportFormat::Svg
        | ExportFormat::Icalendar
        | ExportFormat::Bibtex
        | ExportFormat::CslJson
        | ExportFormat::Ris => Err(Error::Usage {
            message: "a tour is handed out as markdown or html; 'neutrality tour TOUR --format json' prints it"
                .to_owned(),
        }),
    }
}
