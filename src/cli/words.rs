//! The words that an argument can be one of: forms of answers, shells, and how the reader looks; and its numbers.

use std::fmt::Display;
use std::ops::RangeInclusive;
use std::str::FromStr;

use clap::ValueEnum;

/// Reads a whole number of a range; what is none is told the range.
pub(super) fn number<N>(
    range: RangeInclusive<N>,
) -> impl Fn(&str) -> Result<N, String> + Clone + Send + Sync
where
    N: FromStr + PartialOrd + Display + Clone + Send + Sync,
{
    move |written| {
        let number = written.parse().ok().filter(|number| range.contains(number));
        number.ok_or_else(|| format!("it is a number from {} to {}", range.start(), range.end()))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Text,
    Json,
}

/// Answers to a question, and lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum AnswerFormat {
    Text,
    Json,
    Csv,
    Markdown,
}

/// What is wanted of an answer, where that is not all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum AnswerForm {
    /// Three lines: what held or happened, the provision, the citation
    Footnote,
}

/// Forms of marks and notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum NotesFormat {
    Text,
    /// As they are kept; can be imported
    Toml,
    /// A document with the events and their sources
    Markdown,
    Json,
}

/// The description of the format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaFormat {
    Json,
    Markdown,
}

/// Forms of citations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CitationFormat {
    Text,
    Bibtex,
    CslJson,
    Ris,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportFormat {
    /// A document: events, article, cases
    Markdown,
    /// One page, for the browser and for print
    Html,
    /// The whole file, for programs; can be imported
    Json,
    /// A row an event, for spreadsheets
    Csv,
    /// For TimelineJS3
    Timelinejs,
    /// The lanes over the whole range, for print
    Svg,
    /// An entry an event, for calendars (iCalendar); can be imported
    Icalendar,
    /// The sources of the events, as BibTeX
    Bibtex,
    /// The sources of the events, for programs that cite in a style
    CslJson,
    /// The sources of the events, for reference managers
    Ris,
}

/// Where on its axis a title stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Align {
    /// At its years
    Years,
    /// With its beginning at zero: how long it was kept, and what became of it
    Begin,
}

/// What differs between two versions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    Text,
    Markdown,
    Json,
}

/// A part of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PartArg {
    /// Every country's status to scale, for html
    Lanes,
    /// Every title from its beginning on, for html
    Ages,
    /// The claims with the record beside them
    Article,
    /// The events
    Timeline,
    /// The cases side by side
    Cases,
    /// What the other parts cite
    Sources,
    /// What the timeline once had wrong
    Changes,
    /// What the words mean, for html
    Words,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ImportFormat {
    /// TimelineJS’s JSON, of all its versions
    Timelinejs,
    /// CSV of any spreadsheet, TimelineJS’s template among them
    Csv,
    /// What 'export --format json' writes, or any list of records: SIMILE’s, Wikidata’s
    Json,
    /// Lines of a date, a colon and what happened
    Markwhen,
    /// An outline of Org whose headings have timestamps
    Org,
    /// A calendar (iCalendar)
    Icalendar,
    /// The records of a reference manager
    Ris,
}

/// How days and months stand in figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DateOrder {
    /// 4/8/1914 is in August
    DayFirst,
    /// 8/4/1914 is in August
    MonthFirst,
}

/// Answers that are tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TableFormat {
    Text,
    Json,
    Csv,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FrameFormat {
    Text,
    Ansi,
    Svg,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColoursArg {
    True,
    #[value(name = "256")]
    Indexed,
    #[value(name = "16")]
    Sixteen,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ShellArg {
    Bash,
    Zsh,
    Fish,
    #[value(name = "powershell")]
    PowerShell,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ViewArg {
    Timeline,
    Lanes,
    Ages,
    Article,
    Cases,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ThemeArg {
    #[default]
    Auto,
    Light,
    Dark,
    Mono,
}
