//! `neutrality changes`: what the timeline once had wrong, what is right, and what shows it.

use super::{columns, filter, print, progress, read_out};
use crate::cli::{AnswerFormat, ChangesArgs};
use crate::error::Error;
use crate::export::{Extract, csv, json, markdown};
use crate::files::Origin;
use crate::page::changes;

pub(super) fn run(args: &ChangesArgs) -> Result<u8, Error> {
    let origin = Origin::new(args.file.file.as_deref());
    let timeline = progress::timeline(origin)?;
    let filter = filter::filter(&args.filter, &timeline, origin)?;
    let extract = Extract::new(&timeline, &filter);
    let found: Vec<_> = extract.changes().collect();
    match args.format {
        AnswerFormat::Text if found.is_empty() && !filter.is_empty() => {
            filter::warn_of_no_match("correction", &filter, &timeline);
            Ok(0)
        }
        AnswerFormat::Text if found.is_empty() => print("this timeline tells of no corrections\n"),
        AnswerFormat::Text => read_out(&changes::full(&timeline, &found, columns()).plain()),
        AnswerFormat::Json => print(&json::changes(&timeline, &found)),
        AnswerFormat::Csv => print(&csv::table(&changes::rows(&timeline, &found))),
        AnswerFormat::Markdown => print(&markdown::table(&changes::rows(&timeline, &found))),
    }
}
