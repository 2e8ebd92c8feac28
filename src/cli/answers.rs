//! The flags of the commands that answer: what they print of a timeline.

use std::path::PathBuf;

use clap::{Args, ValueHint};

use super::words::number;
use super::{
    Align, AnswerForm, AnswerFormat, CitationFormat, DiffFormat, FileArg, FilterArgs, Format,
    PathArg, TableFormat,
};

/// How something that was asked is answered.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Answer")]
pub(crate) struct AnswerArgs {
    /// The form of the answer; text without it
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<AnswerFormat>,
    /// Only what a footnote needs, in three lines: what held or happened, the provision, the citation; and the source of a violation
    #[arg(
        long = "as",
        value_enum,
        value_name = "FORM",
        conflicts_with = "format"
    )]
    pub form: Option<AnswerForm>,
    /// With '--as footnote': the style of the citation, one of 'neutrality cite --styles'
    #[arg(long, value_name = "STYLE")]
    pub style: Option<String>,
}

impl AnswerArgs {
    /// The form that was asked for.
    pub(crate) fn format(&self) -> AnswerFormat {
        self.format.unwrap_or(AnswerFormat::Text)
    }
}

#[derive(Debug, Args)]
pub(crate) struct ListArgs {
    #[command(flatten)]
    pub file: PathArg,
    #[arg(long, value_enum, default_value_t = AnswerFormat::Text)]
    pub format: AnswerFormat,
    // Its heading would hold whatever stood after it, so that it is always last.
    #[command(flatten)]
    pub filter: FilterArgs,
}

/// The names that a flag takes.
#[derive(Debug, Args)]
pub(crate) struct NamesArgs {
    #[command(flatten)]
    pub file: FileArg,
    #[arg(long, value_enum, default_value_t = AnswerFormat::Text)]
    pub format: AnswerFormat,
    #[command(flatten)]
    pub filter: FilterArgs,
}

#[derive(Debug, Args)]
pub(crate) struct ChangesArgs {
    #[command(flatten)]
    pub file: FileArg,
    #[arg(long, value_enum, default_value_t = AnswerFormat::Text)]
    pub format: AnswerFormat,
    #[command(flatten)]
    pub filter: FilterArgs,
}

#[derive(Debug, Args)]
pub(crate) struct DiffArgs {
    /// The older version; '-' is standard input
    #[arg(value_name = "OLD", value_hint = ValueHint::FilePath)]
    pub old: PathBuf,
    /// The newer version; without it the shipped timeline
    #[arg(value_name = "NEW", value_hint = ValueHint::FilePath)]
    pub new: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    pub format: DiffFormat,
}

#[derive(Debug, Args)]
pub(crate) struct ShowArgs {
    /// The event: its id, as `neutrality list` prints it, or words of its title
    #[arg(value_name = "EVENT", required = true)]
    pub event: Vec<String>,
    #[command(flatten)]
    pub file: FileArg,
    #[command(flatten)]
    pub answer: AnswerArgs,
}

#[derive(Debug, Args)]
pub(crate) struct CiteArgs {
    /// The events: their ids, as `neutrality list` prints them, or words of a title in quotes; without any they are
    /// read from standard input, one a line
    #[arg(value_name = "EVENT")]
    pub events: Vec<String>,
    /// The sources of all events
    #[arg(long, conflicts_with = "events")]
    pub all: bool,
    #[command(flatten)]
    pub file: FileArg,
    /// The style of the text: chicago-notes, chicago-author-date, apa, mla or another of --styles
    #[arg(long, value_name = "STYLE", default_value = "chicago-notes")]
    pub style: String,
    #[arg(long, value_enum, default_value_t = CitationFormat::Text)]
    pub format: CitationFormat,
    /// Cite the events as entries of this timeline, and not their sources
    #[arg(long, conflicts_with_all = ["style", "format"])]
    pub own: bool,
    /// Print the names of all styles
    #[arg(long, exclusive = true)]
    pub styles: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ArticleArgs {
    /// Only this passage: its id, or its paragraph
    pub passage: Option<String>,
    #[command(flatten)]
    pub file: FileArg,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Write signs and quotation marks in ASCII
    #[arg(long)]
    pub ascii: bool,
    #[command(flatten)]
    pub filter: FilterArgs,
}

#[derive(Debug, Args)]
pub(crate) struct TourArgs {
    /// The id of the tour; without it the tours are listed
    #[arg(value_name = "TOUR")]
    pub tour: Option<String>,
    #[command(flatten)]
    pub file: FileArg,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Write signs and quotation marks in ASCII
    #[arg(long)]
    pub ascii: bool,
}

#[derive(Debug, Args)]
pub(crate) struct CasesArgs {
    #[command(flatten)]
    pub file: PathArg,
    #[arg(long, value_enum, default_value_t = TableFormat::Text)]
    pub format: TableFormat,
    /// Write the program's own signs in ASCII
    #[arg(long)]
    pub ascii: bool,
    #[command(flatten)]
    pub filter: FilterArgs,
}

#[derive(Debug, Args)]
pub(crate) struct SignsArgs {
    #[command(flatten)]
    pub file: PathArg,
    /// Print the signs as a terminal shows them that has ASCII only
    #[arg(long)]
    pub ascii: bool,
}

#[derive(Debug, Args)]
pub(crate) struct AtArgs {
    /// The date: 1914-08-01, 1914-08 or 1914 (EDTF), or in words: "1 Aug 1914"
    #[arg(value_name = "DATE", allow_hyphen_values = true)]
    pub date: String,
    #[command(flatten)]
    pub file: FileArg,
    /// Write with ASCII only, letters apart
    #[arg(long)]
    pub ascii: bool,
    #[command(flatten)]
    pub answer: AnswerArgs,
    #[command(flatten)]
    pub filter: FilterArgs,
}

#[derive(Debug, Args)]
pub(crate) struct LanesArgs {
    #[command(flatten)]
    pub file: PathArg,
    /// Columns of the text; the terminal's without it, 100 for a pipe
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = number(40_u16..=1000))]
    pub width: Option<u16>,
    /// Draw with ASCII only
    #[arg(long)]
    pub ascii: bool,
    /// What the titles stand by
    #[arg(long, value_enum, default_value_t = Align::Years)]
    pub align: Align,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    #[command(flatten)]
    pub filter: FilterArgs,
}
