//! `neutrality cite EVENT`: the sources of events as citations, or the events themselves.

use super::{filter, print, question};
use crate::citation::style::{self, Style, StyleError};
use crate::citation::{self, bibtex, csl_json};
use crate::cli::{CitationFormat, CiteArgs};
use crate::error::Error;
use crate::export::json;
use crate::files::Origin;
use crate::timeline::EventId;

pub(super) fn run(args: &CiteArgs) -> Result<u8, Error> {
    if args.styles {
        return print(&lines(style::names().into_iter().map(str::to_owned)));
    }
    let timeline = Origin::new(args.file.file.as_deref()).timeline()?;
    let events: Vec<EventId> = args
        .events
        .iter()
        .map(|words| question::event(words, &timeline))
        .collect::<Result<_, _>>()?;
    let works = citation::works(&timeline, &events);
    let own = || {
        let events = events.iter();
        events.map(|event| citation::event::citation(&timeline, *event))
    };
    match args.format {
        CitationFormat::Text if args.own => print(&lines(own())),
        CitationFormat::Text => {
            let cited = style::cite(&works, named(&args.style)?).map_err(no_engine)?;
            print(&lines(cited.iter().map(style::Cited::lines)))
        }
        CitationFormat::Bibtex => print(&bibtex::write(&works)),
        CitationFormat::CslJson => print(&csl_json::write(&works)),
        CitationFormat::Json => {
            let style = named(&args.style)?;
            let cited = style::cite(&works, style).map_err(no_engine)?;
            print(&json::cite(&timeline, &events, style, &works, &cited))
        }
    }
}

/// The style that a name on the command line means.
pub(super) fn named(name: &str) -> Result<Style, Error> {
    style::named(name).map_err(|error| match error {
        StyleError::Unknown => filter::unknown("style", name, style::names().into_iter()),
        error @ StyleError::NoEngine => no_engine(error),
    })
}

/// The request is good, but this program cannot do it.
pub(super) fn no_engine(error: StyleError) -> Error {
    Error::Usage {
        message: error.to_string(),
    }
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.map(|line| line + "\n").collect()
}
