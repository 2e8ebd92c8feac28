//! The words that an argument can be one of: forms of answers, shells, and how the reader looks.

use clap::ValueEnum;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Text,
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
}

/// Where on its axis a title stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Align {
    /// At its years
    Years,
    /// With its beginning at zero: how long it was kept, and what became of it
    Begin,
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
    /// A calendar (iCalendar)
    Icalendar,
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
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ViewArg {
    Timeline,
    Lanes,
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
