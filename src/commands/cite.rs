//! `neutrality cite EVENT`: the sources of events as citations, or the events themselves.

use std::io::{self, IsTerminal as _};

use super::{filter, print, progress, question};
use crate::citation::style::{self, Style, StyleError};
use crate::citation::{self, bibtex, csl_json, ris};
use crate::cli::{CitationFormat, CiteArgs};
use crate::error::Error;
use crate::export::json;
use crate::files::Origin;
use crate::timeline::{EventId, Timeline};

pub(super) fn run(args: &CiteArgs) -> Result<u8, Error> {
    if args.styles {
        return print(&lines(style::names().into_iter().map(str::to_owned)));
    }
    let origin = Origin::new(args.file.file.as_deref());
    let is_named = args.all || !args.events.is_empty();
    if !is_named && (matches!(origin, Origin::StandardInput) || io::stdin().is_terminal()) {
        return Err(nothing_is_named());
    }
    let timeline = progress::timeline(origin)?;
    let events = events(args, &timeline)?;
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
        CitationFormat::Ris => print(&ris::write(&works)),
        CitationFormat::CslJson => print(&csl_json::write(&works)),
        CitationFormat::Json => {
            let style = named(&args.style)?;
            let cited = style::cite(&works, style).map_err(no_engine)?;
            print(&json::cite(&timeline, &events, style, &works, &cited))
        }
    }
}

fn nothing_is_named() -> Error {
    Error::Usage {
        message: "no event is named; name some, write their ids to standard input, or say --all"
            .to_owned(),
    }
}

/// The events that are cited: those that are named, on the command line or on standard input, or all.
fn events(args: &CiteArgs, timeline: &Timeline) -> Result<Vec<EventId>, Error> {
    if args.all {
        return Ok(EventId::all(timeline).collect());
    }
    let piped = if args.events.is_empty() {
        Origin::StandardInput.text()?
    } else {
        String::new()
    };
    let lines = piped.lines().map(str::trim).filter(|line| !line.is_empty());
    let words: Vec<&str> = args
        .events
        .iter()
        .map(String::as_str)
        .chain(lines)
        .collect();
    if words.is_empty() {
        return Err(nothing_is_named());
    }
    let words = words.into_iter();
    words
        .map(|words| question::event(words, timeline))
        .collect()
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
